"""The two cookies of people who sign in."""

import os
import subprocess
import sys

import pytest

ASKED = """
from colletta.config import settings as s
print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SESSION_COOKIE_HTTPONLY,
      s.CSRF_COOKIE_HTTPONLY, s.SESSION_COOKIE_SAMESITE, s.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN)
"""


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://colletta.example", "True True True True Lax False"),
        ("http://localhost:8000", "False False True True Lax True"),
    ],
)
def test_a_site_with_a_certificate_sends_them_over_it_alone(url: str, told: str) -> None:
    surroundings = os.environ | {"COLLETTA_URL": url, "COLLETTA_SECRET_KEY": "k" * 50}
    asked = subprocess.run(
        [sys.executable, "-c", ASKED], env=surroundings, capture_output=True, text=True, check=True
    )
    assert asked.stdout.split("\n")[0] == told
