"""An OpenID provider for the tests: `python -m tests.people.openid.provider PORT`.

Its own process, on loopback, with nothing kept beyond its life. It gives codes against a choice
on its page, tokens against codes (RFC 6749, PKCE of RFC 7636), and does what was chosen wrongly.
"""

import base64
import hashlib
import json
import secrets
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from tests.people.openid.claims import id_token, key_set
from tests.people.openid.page import sign_in_page

CLIENT = "colletta-of-the-tests"
SECRET = "a-secret-between-two-machines"
CODES: dict[str, dict[str, str]] = {}
ACCESS: dict[str, dict[str, str]] = {}


class Answers(BaseHTTPRequestHandler):
    """One request."""

    def do_GET(self) -> None:
        at = urlsplit(self.path)
        pages = {
            "/.well-known/openid-configuration": self.discovery,
            "/keys": key_set,
            "/userinfo": self.userinfo,
        }
        if at.path == "/authorize":
            self.answer(200, sign_in_page(dict(parse_qsl(at.query))), "text/html; charset=utf-8")
        elif at.path in pages:
            self.answer_json(200, pages[at.path]())
        else:
            self.answer(404, "not here", "text/plain")

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        said = dict(parse_qsl(self.rfile.read(length).decode(), keep_blank_values=True))
        if self.path == "/choice":
            self.send_response(303)
            self.send_header("Location", back_with(said))
            self.end_headers()
        elif self.path == "/token":
            self.token(said)
        else:
            self.answer(404, "not here", "text/plain")

    def discovery(self) -> dict[str, Any]:
        """What the provider offers (OpenID Connect Discovery 1.0, section 3)."""
        issuer = self.issuer
        return {
            "issuer": issuer,
            "authorization_endpoint": f"{issuer}/authorize",
            "token_endpoint": f"{issuer}/token",
            "userinfo_endpoint": f"{issuer}/userinfo",
            "jwks_uri": f"{issuer}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def token(self, said: dict[str, str]) -> None:
        """A code becomes a token once, for who asked for it."""
        code = CODES.pop(said.get("code", ""), None)
        if code is None or not is_the_one_who_asked(said, code):
            self.answer_json(400, {"error": "invalid_grant"})
        elif code["fault"] == "token_500":
            self.answer(500, "out of order", "text/plain")
        elif code["fault"] == "not_json":
            self.answer(200, "<html>a page</html>", "text/html")
        else:
            access = secrets.token_urlsafe()
            ACCESS[access] = code
            tokens = {"access_token": access, "token_type": "Bearer", "expires_in": 300}
            if code["fault"] != "no_id_token":
                tokens["id_token"] = id_token(issuer=self.issuer, code=code)
            self.answer_json(200, tokens)

    def userinfo(self) -> dict[str, Any]:
        """Of whom the access token speaks (OpenID Connect Core 1.0, section 5.3)."""
        code = ACCESS.get(self.headers.get("Authorization", "").removeprefix("Bearer "))
        if code is None:
            return {"error": "invalid_token"}
        return {"sub": code["subject"], "name": code["name"], "email": code["email"]}

    @property
    def issuer(self) -> str:
        """Where this provider answers."""
        return f"http://{self.headers['Host']}"

    def answer_json(self, status: int, said: dict[str, Any]) -> None:
        self.answer(status, json.dumps(said), "application/json")

    def answer(self, status: int, text: str, kind: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Says nothing."""


def back_with(said: dict[str, str]) -> str:
    """The site's address, with a code or with a refusal."""
    fault = said["fault"]
    states = {"no_state": {}, "other_state": {"state": "another"}}
    more = states.get(fault, {"state": said["state"]})
    if fault == "denied":
        return f"{said['redirect_uri']}?{urlencode({'error': 'access_denied', **more})}"
    code = secrets.token_urlsafe()
    CODES[code] = said
    return f"{said['redirect_uri']}?{urlencode({'code': code, **more})}"


def is_the_one_who_asked(said: dict[str, str], code: dict[str, str]) -> bool:
    """The client knows its secret, the return address, and what the challenge was made of."""
    proof = hashlib.sha256(said.get("code_verifier", "").encode()).digest()
    challenge = base64.urlsafe_b64encode(proof).rstrip(b"=").decode()
    known = (said.get("client_id"), said.get("client_secret")) == (CLIENT, SECRET)
    same = said.get("redirect_uri") == code["redirect_uri"]
    return known and same and secrets.compare_digest(challenge, code["code_challenge"])


def main() -> None:
    """Answers until it is ended; says its address once it does."""
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Answers)
    print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
