"""Campaigns that nobody would think of, as folders: for properties that hold for every one."""

import csv
import json
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from colletta.folders.reading.wording import fault_in
from tests.pictures.darkroom import flag, saved

SLUG = "una-prova"
OPENS = datetime(2026, 1, 5, 8, 30, 15, 250, UTC)
# Where each campaign stands by the dates, and by its own word.
ENDS = {
    "live": (datetime(2150, 1, 1, tzinfo=UTC), None),
    "ended": (datetime(2026, 2, 5, 8, 30, tzinfo=UTC), None),
    "cancelled": (datetime(2150, 1, 1, tzinfo=UTC), "cancelled"),
    "approved": (datetime(2150, 1, 1, tzinfo=UTC), "approved"),
    "draft": (datetime(2150, 1, 1, tzinfo=UTC), "draft"),
}
TRICKY = [
    *('Un "orto" in cortile', "volontar* e bambin*", "<b>non HTML</b> & co.", "Festa 🎉 di 👩‍🌾"),
    *(
        "שלום עולם",
        "مرحبا",
        "- non un elenco",
        "=somma(1;2)",
        "# titolo?",
        "C:\\orto\\via",
        "l’aiuola",
    ),
    *(
        "'virgolette'",
        "virgola, punto; due",
        "[a](b)",
        "100% `codice`",
        "___",
        '"',
        "\\",
        "+1",
        "0",
    ),
]

words = st.sampled_from(TRICKY) | st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=30
).filter(lambda text: not fault_in(text, longest=100))
several_lines = st.lists(words, min_size=1, max_size=3).map("\n".join)
sums = st.integers(1, 900_000).map(lambda minor: f"{minor // 100}.{minor % 100:02}")


def by_language(languages: list[str], texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """One text in the campaign's own language, perhaps one in the others."""
    first, *others = languages
    return st.fixed_dictionaries({first: texts}, optional=dict.fromkeys(others, texts))


@st.composite
def folders(draw: st.DrawFn) -> dict[str, bytes]:
    """The files of a campaign's folder."""
    languages = draw(st.permutations(["it", "en", "de-AT"]))[: draw(st.integers(1, 3))]
    stands = draw(st.sampled_from(sorted(ENDS)))
    type_ = draw(st.sampled_from(["keep-it-all", "all-or-nothing"]))
    files = {
        "campaign.toml": "\n".join(campaign_lines(draw, languages, stands, type_)).encode(),
        **dict(text_files(draw, languages)),
        "cover.png": saved(flag(60, 40)),
    }
    if stands in {"live", "ended", "cancelled"}:
        files["supporters.csv"] = rows(draw).encode()
    if draw(st.booleans()):
        files["gallery/b.png"] = saved(flag(30, 40))
        files["gallery/a.png"] = saved(flag(40, 30))
        text = draw(by_language(languages, words))
        files["gallery/captions.toml"] = "\n".join(['["a.png"]', *told("alt", text)]).encode()
    return files


def campaign_lines(draw: st.DrawFn, languages: list[str], stands: str, type_: str) -> list[str]:
    """The lines of campaign.toml."""
    closes, state = ENDS[stands]
    texts = by_language(languages, words)
    lines = ["format = 1", "[campaign]", f'slug = "{SLUG}"', f'type = "{type_}"']
    lines += [*told("title", draw(texts)), *told("tagline", draw(texts)), 'category = "music"']
    lines += [f'target = "{draw(sums)}"', 'currency = "EUR"', f'language = "{languages[0]}"']
    lines += [f'opens = "{OPENS.isoformat()}"', f'closes = "{closes.isoformat()}"']
    lines += ['timezone = "Europe/Rome"', f"sdgs = {sorted(draw(st.sets(st.integers(1, 17))))}"]
    lines += told("cover_alt", draw(texts))
    if state:
        lines.append(f'state = "{state}"')
    if state == "cancelled" and draw(st.booleans()):
        lines += [f'cancelled = "{(OPENS + timedelta(days=90)).isoformat()}"']
        lines += [f"cancelled_because = {quoted(draw(several_lines))}"]
    lines += ["[owner]", f'kind = "{draw(st.sampled_from(["person", "organisation"]))}"']
    lines += [f"name = {quoted(draw(words))}", 'contact_email = "ada@posta.example"']
    for table in draw(st.lists(st.sampled_from(sorted(TABLES)), max_size=5)):
        lines += [f"[[{table}]]", *TABLES[table](draw, languages)]
    return lines


def budget(draw: st.DrawFn, languages: list[str]) -> list[str]:
    amount = [f'amount = "{draw(sums)}"'] if draw(st.booleans()) else []
    texts = by_language(languages, words)
    return [*told("name", draw(texts)), *amount, *told("note", draw(texts))]


def reward(draw: st.DrawFn, languages: list[str]) -> list[str]:
    stock = [f"stock = {draw(st.integers(1, 99))}"] if draw(st.booleans()) else []
    name = told("name", draw(by_language(languages, words)))
    return [*name, f'price = "{draw(sums)}"', *stock, 'delivery = "2027-03"', "shipping = true"]


def question(draw: st.DrawFn, languages: list[str]) -> list[str]:
    asked = told("question", draw(by_language(languages, words)))
    return [*asked, *told("answer", draw(by_language(languages, several_lines)))]


def comment(draw: st.DrawFn, _languages: list[str]) -> list[str]:
    at = OPENS + timedelta(minutes=draw(st.integers(0, 9999)))
    said = f"text = {quoted(draw(several_lines))}"
    return [f"name = {quoted(draw(words))}", f'at = "{at.isoformat()}"', said]


def match(draw: st.DrawFn, _languages: list[str]) -> list[str]:
    gives = draw(
        st.sampled_from([
            'gives = "gap-to-target"',
            'gives = "flat"\namount = "50.00"\ncounts_offline = true',
            'gives = "share-of-target"\nshare = "33.33%"\ncap = "70.00"',
            'gives = "ratio"\nratio = "0.5"\ncap = "70.00"\ncap_per_gift = "7.00"',
        ])
    )
    threshold = draw(st.sampled_from(['threshold = "0.00"', 'threshold_share = "40.5%"']))
    return [f"partner = {quoted(draw(words))}", threshold, gives]


TABLES = {
    "budget": budget,
    "reward": reward,
    "question": question,
    "comment": comment,
    "match": match,
}


def text_files(draw: st.DrawFn, languages: list[str]) -> list[tuple[str, bytes]]:
    """Stories, perhaps the owner's words, perhaps news."""
    story = st.lists(st.sampled_from(STORY), min_size=1, max_size=6).map("\n\n".join)
    files = [(f"story.{language}.md", draw(story).encode()) for language in languages]
    if draw(st.booleans()):
        files.append((f"owner.{languages[-1]}.md", draw(story).encode()))
    if draw(st.booleans()):
        front = f"---\ntitle: {quoted(draw(words))}\nat: {OPENS.isoformat()}\n---\n"
        files.append((f"updates/il primo.{languages[-1]}.md", (front + draw(story)).encode()))
    return files


STORY = [
    *("# Chi siamo", "## Come", "volontar* e bambin*", "Un *poco* di **tutto**, `anche`.", "***"),
    *(
        "- uno\n- due\n  - dentro",
        "1. primo\n2. secondo",
        "> detto\n> da altri",
        "~~~\n*codice*\n~~~",
    ),
    *(
        "[qui](https://orto.example/a_b?c=1&d=2)",
        "a\\\nb",
        "\\- trattino",
        "שלום 🎉",
        "a*b*c",
        "1\\. no",
    ),
    *("- uno\n\n- due", "+ altro", "&nbsp;x", "<https://orto.example/>", "**a *b* c**", "é & < co"),
]


def rows(draw: st.DrawFn) -> str:
    """supporters.csv with gifts of few people, some of them hidden, some in cash without a name."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(
        "minutes_after_opening,name,email,amount,currency,method,show_name,show_amount,message".split(
            ","
        )
    )
    for _row in range(draw(st.integers(0, 14))):
        person = draw(st.integers(0, 9))
        cash = person == 0
        name = "" if cash else f"{draw(words)} {person}"
        email = "" if cash else f"p{person}@posta.example"
        method = "cash" if cash else draw(st.sampled_from(["card", "paypal", "sepa_debit"]))
        shows = [draw(st.sampled_from(["yes", "no"])) for _switch in range(2)]
        message = draw(st.just("") | several_lines)
        minutes = draw(st.integers(0, 40_000))
        writer.writerow([minutes, name, email, draw(sums), "EUR", method, *shows, message])
    return written.getvalue()


def told(key: str, texts: dict[str, str]) -> list[str]:
    """One dotted key a language."""
    return [f"{key}.{language} = {quoted(text)}" for language, text in texts.items()]


def quoted(text: str) -> str:
    """A text as TOML has it."""
    return json.dumps(text) if text.isascii() else json.dumps(text, ensure_ascii=False)


def put(files: dict[str, bytes], folder: Path) -> Path:
    """The folder on the disk."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder
