"""docs/sandbox.md names everything that can be asked for, and nothing that cannot."""

import re

from colletta.sandbox.api.routes import OPERATIONS, ROUTES
from colletta.sandbox.arguments import read_arguments
from colletta.sandbox.control.serve import ROUTES as CONTROLS
from colletta.sandbox.faults.kinds import KINDS
from colletta.sandbox.notices.message import API_VERSION, SIGNATURES
from colletta.sandbox.notices.signature import HEADER
from colletta.sandbox.nouns.payment import STEPS
from colletta.sandbox.nouns.saved import BEHAVIOURS
from colletta.sandbox.refusal import CODES, ENDINGS
from colletta.sandbox.verbs.press import BUTTONS
from tests.architecture import house

TEXT = (house.ROOT / "docs" / "sandbox.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([\w.]+)`", TEXT))


def test_every_word_of_the_interface_is_explained() -> None:
    statuses = {status for steps in STEPS.values() for status in steps} | STEPS.keys()
    words = {*CODES, *ENDINGS, *KINDS, *OPERATIONS, *BUTTONS, *BEHAVIOURS, *SIGNATURES, *statuses}
    house.refuse(words - NAMED, "Words that docs/sandbox.md does not explain")


def test_every_address_is_explained() -> None:
    addresses = {
        f"{route.method} {route.path.replace('{id}', '<id>')}" for route in (*ROUTES, *CONTROLS)
    }
    told = set(re.findall(r"`((?:GET|POST|DELETE) /(?:v1|control)/[^`]+)`", TEXT))
    shared = {"faults", "notice-plans", "clock"}  # whose GET and DELETE stand in the same line
    beside = {a for a in addresses if a.split("/")[-1] in shared and not a.startswith("POST")}
    house.refuse(addresses - told - beside, "Addresses that docs/sandbox.md does not explain")
    house.refuse(told - addresses, "Addresses that docs/sandbox.md invents")


def test_every_option_is_explained(capsys) -> None:
    try:
        read_arguments(["--help"])
    except SystemExit:
        options = set(re.findall(r"--[a-z][a-z-]+", capsys.readouterr().out)) - {"--help"}
    house.refuse(options - set(re.findall(r"--[a-z][a-z-]+", TEXT)), "Options not explained")
    assert "--home" in options


def test_the_signature_is_called_what_it_is() -> None:
    assert f"{HEADER}: t=" in TEXT
    assert f'"api_version": "{API_VERSION}"' in TEXT
