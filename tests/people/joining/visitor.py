"""Somebody who fills in the forms of a running server, from whichever process answers."""

import re

import requests

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def post(url: str, path: str, **said: str) -> requests.Response:
    """Open the page, send its form; what came back, redirects not followed."""
    with requests.Session() as browser:
        page = browser.get(f"{url}{path}", timeout=20)
        token = TOKEN.search(page.text)
        assert token, page.text
        return browser.post(
            f"{url}{path}",
            {"csrfmiddlewaretoken": token[1]} | said,
            headers={"Referer": f"{url}{path}"},
            allow_redirects=False,
            timeout=20,
        )
