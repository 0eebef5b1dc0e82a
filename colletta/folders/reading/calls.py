"""Reading the folder of a call: every fault is found, then it is a call or it is refused."""

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from colletta.folders.call_contents import AskedOfApplicants, CallFolder
from colletta.folders.contents import Rule, Texts
from colletta.folders.faults import Faults
from colletta.folders.reading.documents import Document, read_document
from colletta.folders.reading.files import LANGUAGE, OF_A_CALL, Files, open_folder
from colletta.folders.reading.folder import read_format
from colletta.folders.reading.frame import Frame
from colletta.folders.reading.matches import read_rule
from colletta.folders.reading.sums import read_currency, read_sum
from colletta.folders.reading.tables import Table
from colletta.folders.reading.wording import fault_in, fault_in_slug
from colletta.matching.models import CallState
from colletta.money import Money

CALL = "call.toml"
KINDS = ("text", "file")
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_TEXT = 20_000
MOST_QUESTIONS = 20


def is_call(folder: Path) -> bool:
    """Whether the folder says that it is a call's."""
    return (folder / CALL).is_file()


def read_call_folder(folder: Path, *, now: datetime) -> CallFolder:
    """What a call's folder says; offsets count from `now`. Raises FolderRefused with all faults."""
    files = open_folder(folder, Faults(), OF_A_CALL)
    document = read_document(files, CALL)
    if document is None and not files.faults.about(CALL):
        files.faults.add(CALL, "The file is missing. It says what the call offers.")
    document = document or Document(file=CALL, values={}, lines={}, faults=Faults())
    table = Table(document, (), document.values)
    read_format(table)
    found = _read(table, files, now)
    table.refuse_others()
    files.faults.refuse_any()
    return CallFolder(**found)


def _read(table: Table, files: Files, now: datetime) -> dict[str, Any]:
    call = table.table("call")
    frame = Frame(now=now, present=now, currency=read_currency(call), language=_language(call))
    terms = _terms(call, frame)
    found = {
        **terms,
        "language": frame.language,
        "currency": frame.currency,
        "texts": _texts(files, frame.language),
        **_partner(table.table("partner")),
        **_rule(table.table("rule"), frame, terms["pool"]),
        "questions": _questions(table.tables("question"), frame),
    }
    call.refuse_others()
    return found


def _terms(call: Table, frame: Frame) -> dict[str, Any]:
    found: dict[str, Any] = {
        "slug": call.text("slug", longest=80),
        "titles": call.texts("title", frame.language, longest=200),
        "state": call.choice("state", CallState.values, required=False) or CallState.DRAFT,
        "opens_at": call.instant("opens", now=frame.now),
        "closes_at": call.instant("closes", now=frame.now, required=False),
        "pool": read_sum(call, "pool", frame.currency, required=True),
        "claw_back_days": call.whole("claw_back_days", least=0, most=365),
    }
    if found["slug"] and (reason := fault_in_slug(found["slug"])):
        call.fault("slug", reason)
    if found["opens_at"] and found["closes_at"] and found["closes_at"] <= found["opens_at"]:
        call.fault("closes", "The call closes before it opens. Correct one of the two.")
    if found["claw_back_days"] is None:
        found["claw_back_days"] = 14
    return found


def _language(call: Table) -> str:
    language = call.text("language", longest=12)
    if language and not re.fullmatch(LANGUAGE, language):
        call.fault("language", "This is no code of a language, such as it or en.")
        return ""
    return language


def _partner(partner: Table) -> dict[str, Any]:
    found = {
        "partner": partner.text("name", longest=200),
        "partner_place": partner.text("place", longest=200, required=False),
    }
    partner.refuse_others()
    return found


def _rule(table: Table, frame: Frame, pool: Money | None) -> dict[str, Any]:
    rule = read_rule(table, frame)
    if pool:
        _refuse_what_the_pool_cannot_bear(table, rule, pool)
    version = table.whole("version", least=1, most=10_000) or 1
    table.refuse_others()
    return {"rule": rule, "version": version}


def _refuse_what_the_pool_cannot_bear(table: Table, rule: Rule, pool: Money) -> None:
    """What one campaign may cost is known where the rule names it; else admission tells."""
    for key, sum_ in (("cap", rule.cap), ("amount", None if rule.cap else rule.amount)):
        if sum_ and sum_ > pool:
            table.fault(key, f"One campaign could cost more than the pool of {pool}. Lower it.")


def _questions(tables: list[Table], frame: Frame) -> list[AskedOfApplicants]:
    found = [_question(table, frame) for table in tables]
    keys = [question.key for question in found]
    for table, question in zip(tables, found, strict=True):
        if question.key and keys.count(question.key) > 1:
            table.fault("key", f'"{question.key}" is the key of two questions. Change one.')
    if len(found) > MOST_QUESTIONS:
        tables[-1].fault("", f"A call asks at most {MOST_QUESTIONS} questions.")
    return found


def _question(table: Table, frame: Frame) -> AskedOfApplicants:
    question = AskedOfApplicants(
        key=table.text("key", longest=40),
        labels=table.texts("label", frame.language, longest=300),
        kind=table.choice("kind", KINDS, required=False) or "text",
        required=table.switch("required"),
    )
    table.refuse_others()
    if question.key and not KEY.fullmatch(question.key):
        table.fault("key", "A key takes small letters a to z, digits and single hyphens.")
        return replace(question, key="")
    return question


def _texts(files: Files, language: str) -> Texts:
    found = {}
    for file in files.contents:
        if file.startswith("text."):
            text = files.text(file).strip()
            if reason := fault_in(text, longest=LONGEST_TEXT, lines=True):
                files.faults.add(file, reason)
            found[file.split(".")[1]] = text
    if language and language not in found:
        own = f"text.{language}.txt"
        files.faults.add(own, "What the call is about is missing. Write it in this file.")
    return found
