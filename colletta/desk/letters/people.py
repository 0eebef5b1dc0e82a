"""Samples of the letters about joining, signing in, teams."""

from datetime import date
from functools import partial
from typing import Any

from colletta.desk.letters.sample import Sample, link
from colletta.people.joining.letters import CHANGES
from colletta.people.models import Role

KEPT_UNTIL = date(2037, 12, 31)


def _words(language: str, **more: Any) -> dict[str, Any]:
    links = {name: link(language) for name in ("join", "sign_in", "recover", "link")}
    shown = {"code": "481523", "password_reset_url": link(language), "provider": "Google"}
    return {"name": "Ada Colombo", "minutes": 15} | links | shown | more


def _sample(template: str, **more: Any) -> Sample:
    return Sample(f"people/letters/{template}", partial(_words, **more))


def _held(template: str, **more: Any) -> Sample:
    def words(language: str) -> dict[str, Any]:
        return {"address": link(language, "privacy/links/example/"), "until": KEPT_UNTIL} | more

    return Sample(f"privacy/letters/{template}", words)


PEOPLE = {
    "limits.code": [Sample("limits/code", _words)],
    "confirm_joining": [_sample("confirm_joining")],
    "confirm_address": [_sample("confirm_address")],
    "sign_in_code": [_sample("sign_in_code")],
    "recovery": [_sample("recovery")],
    "nobody_here": [_sample("nobody_here", name="")],
    "here_already": [_sample("here_already")],
    "changed": [_sample("changed", change=change) for change in CHANGES.values()],
    "person.sign_in_linked": [_sample("sign_in_linked")],
    "person.openid_proof": [_sample("openid_proof", minutes=60)],
    "organisation.invitation": [
        _sample(
            "invitation",
            name="",
            organisation="Circolo Aurora",
            inviter="Ada Colombo",
            role=Role.EDITOR.label,
            days=7,
        )
    ],
    "privacy.link": [_held("link", known=known) for known in (False, True)],
    "privacy.erased": [_held("erased", receipts=receipts) for receipts in (0, 1, 2)],
}
