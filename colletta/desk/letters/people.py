"""Samples of the letters about joining, signing in, teams."""

from functools import partial
from typing import Any

from colletta.desk.letters.sample import Sample, link
from colletta.people.joining.letters import CHANGES
from colletta.people.models import Role


def _words(language: str, **more: Any) -> dict[str, Any]:
    links = {name: link(language) for name in ("join", "sign_in", "recover", "link")}
    shown = {"code": "481523", "password_reset_url": link(language), "provider": "Google"}
    return {"name": "Ada Colombo", "minutes": 15} | links | shown | more


def _sample(template: str, **more: Any) -> Sample:
    return Sample(f"people/letters/{template}", partial(_words, **more))


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
}
