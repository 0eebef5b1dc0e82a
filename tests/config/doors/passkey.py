"""A passkey as a browser would have made it, with which nobody can sign in."""

import json

from allauth.mfa.models import Authenticator
from fido2.cose import ES256
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorAttestationResponse,
    AuthenticatorData,
    CollectedClientData,
    RegistrationResponse,
)

from colletta.people.models import Person

KEY = b"a key of nobody"
CURVE_POINT = {1: 2, 3: -7, -1: 1, -2: bytes(32), -3: bytes(32)}


def passkey_of(person: Person) -> Authenticator:
    """The person has one, whose public half is zeros."""
    credential = AttestedCredentialData.create(Aaguid(bytes(16)), KEY, ES256(CURVE_POINT))
    flags = AuthenticatorData.FLAG.AT | AuthenticatorData.FLAG.UP
    seen = AuthenticatorData.create(bytes(32), flags, 0, credential)
    made = RegistrationResponse(
        raw_id=KEY,
        response=AuthenticatorAttestationResponse(
            client_data=CollectedClientData.create("webauthn.create", bytes(32), "https://a.test"),
            attestation_object=AttestationObject.create("none", seen, {}),
        ),
    )
    return Authenticator.objects.create(
        user=person,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": "Chiave", "credential": json.loads(json.dumps(dict(made)))},
    )
