"""A passkey as a browser would have registered it, whose private half nobody kept."""

from hashlib import sha256

from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

from colletta.people.models import Person

FLAG = AuthenticatorData.FLAG


def passkey_of(person: Person) -> Authenticator:
    """The person has a passkey (Web Authentication, level 3, section 6.5: attestation "none")."""
    name = sha256(str(person.public_id).encode()).digest()
    public = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    attested = AttestedCredentialData.create(Aaguid.NONE, name, public)
    seen = FLAG.UP | FLAG.UV | FLAG.AT
    told = AuthenticatorData.create(sha256(b"localhost").digest(), seen, 0, attested)
    client = CollectedClientData.create("webauthn.create", b"x" * 32, "http://localhost")
    credential = {
        "id": websafe_encode(name),
        "rawId": websafe_encode(name),
        "type": "public-key",
        "clientExtensionResults": {},
        "response": {
            "clientDataJSON": websafe_encode(client),
            "attestationObject": websafe_encode(AttestationObject.create("none", told, {})),
        },
    }
    return Authenticator.objects.create(
        user=person,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": "Chiave", "credential": credential},
    )
