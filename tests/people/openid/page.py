"""The provider's own page: who do you want to be, and what shall go wrong?"""

from html import escape

from tests.people.openid.claims import FAULTS

CARRIED = ("client_id", "redirect_uri", "state", "nonce", "code_challenge", "scope")


def sign_in_page(asked: dict[str, str]) -> str:
    """A form that carries what the site asked, and lets the rest be chosen."""
    carried = "".join(
        f'<input type="hidden" name="{name}" value="{escape(asked.get(name, ""))}">'
        for name in CARRIED
    )
    faults = "".join(f"<option>{fault}</option>" for fault in FAULTS)
    return f"""<!doctype html><html lang="en"><title>Provider of the tests</title>
<h1>Who are you?</h1><form method="post" action="/choice">{carried}
<p><label>Subject <input name="subject" value="ada-1"></label></p>
<p><label>Name <input name="name" value="Ada"></label></p>
<p><label>E-mail <input name="email" value="ada@posta.example"></label></p>
<p><label>Fault <select name="fault">{faults}</select></label></p>
<p><button>Continue</button></p></form></html>"""
