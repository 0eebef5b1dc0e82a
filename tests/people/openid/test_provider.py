"""The provider of the tests keeps to the documents it stands for, so that the faults are real."""

import base64
import hashlib

import jwt
import pytest
import requests

from tests.people.openid.provider import CLIENT, SECRET

VERIFIER = "a-verifier-long-enough-to-be-one-0123456789-abcdef"
BACK = "http://127.0.0.1:9/back/"


def code_from(provider: str, **changes: str) -> str:
    digest = hashlib.sha256(VERIFIER.encode()).digest()
    chosen = {
        "client_id": CLIENT,
        "redirect_uri": BACK,
        "state": "s",
        "nonce": "n",
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "subject": "ada-1",
        "name": "Ada",
        "email": "ada@posta.example",
        "fault": "none",
    }
    answer = requests.post(
        f"{provider}/choice", chosen | changes, allow_redirects=False, timeout=30
    )
    return answer.headers["Location"].partition("code=")[2].partition("&")[0]


def exchange(provider: str, code: str, **changes: str) -> requests.Response:
    said = {"client_id": CLIENT, "client_secret": SECRET, "redirect_uri": BACK, "code": code}
    said |= {"grant_type": "authorization_code", "code_verifier": VERIFIER}
    return requests.post(f"{provider}/token", said | changes, timeout=30)


def test_a_code_becomes_a_token_that_its_keys_prove(provider: str) -> None:
    token = exchange(provider, code_from(provider)).json()["id_token"]
    keys = jwt.PyJWKSet.from_dict(requests.get(f"{provider}/keys", timeout=30).json())
    key = keys[jwt.get_unverified_header(token)["kid"]]
    said = jwt.decode(token, key, algorithms=["RS256"], audience=CLIENT, issuer=provider)
    assert (said["sub"], said["email_verified"], said["nonce"]) == ("ada-1", True, "n")


def test_a_code_is_good_once(provider: str) -> None:
    code = code_from(provider)
    assert exchange(provider, code).status_code == 200
    assert exchange(provider, code).status_code == 400


@pytest.mark.parametrize("wrong", ["code_verifier", "client_secret", "redirect_uri"])
def test_a_code_is_good_only_for_who_asked(provider: str, wrong: str) -> None:
    assert exchange(provider, code_from(provider), **{wrong: "another"}).status_code == 400


def test_a_token_with_a_bad_signature_is_really_bad(provider: str) -> None:
    token = exchange(provider, code_from(provider, fault="bad_signature")).json()["id_token"]
    keys = jwt.PyJWKSet.from_dict(requests.get(f"{provider}/keys", timeout=30).json())
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(token, keys["the-key-of-today"], algorithms=["RS256"], audience=CLIENT)
