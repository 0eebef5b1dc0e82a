"""A whole folder: read without a fault, or refused with every one of them."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from colletta.folders.faults import FolderRefused
from colletta.money import Money
from tests.folders.workbench import (
    HERE,
    NOON,
    SEED,
    add,
    edit,
    faults_of,
    garden,
    needs_seed,
    only_fault,
    read,
    stage,
)

TOML = (HERE / "orto-di-via-luna" / "campaign.toml").read_text(encoding="utf-8")


def eur(major: str) -> Money:
    return Money.parse(major, "EUR")


def test_the_terms_are_read(tmp_path: Path) -> None:
    terms = read(garden(tmp_path)).terms
    assert terms.slug == "orto-di-via-luna"
    assert terms.titles == {"it": "Un orto in via della Luna", "en": "A garden in Luna street"}
    assert terms.taglines["en"] == "Six beds, a pergola and a place to sit"
    assert (terms.type, terms.category, terms.state) == ("keep-it-all", "environment", "live")
    assert terms.target == eur("1200.00")
    assert terms.opens_at == NOON - timedelta(days=20)
    assert terms.closes_at == NOON + timedelta(days=10)
    assert (terms.duration_days, terms.timezone) == (30, "Europe/Rome")
    assert (terms.place, terms.language) == ("Trieste, San Giacomo", "it")
    assert terms.sdgs == [11, 13, 15]


def test_the_owner_is_read_with_what_it_says_of_itself(tmp_path: Path) -> None:
    owner = read(garden(tmp_path)).owner
    assert (owner.kind, owner.name) == ("organisation", "Circolo Aurora")
    assert owner.contact_email == "ciao@aurora.example"
    assert owner.about["it"] == "<p>Siamo il <em>Circolo Aurora</em>, dal 1974 nel rione.</p>"
    assert set(owner.about) == {"it", "en"}


def test_what_the_folder_leaves_out_has_its_default(tmp_path: Path) -> None:
    folder = read(stage(tmp_path))
    assert folder.terms.target == Money(90_000, "JPY")
    assert folder.terms.duration_days is None
    assert (folder.terms.place, folder.terms.taglines, folder.owner.about) == ("", {}, {})
    assert folder.terms.state == "live"
    assert folder.cover is None
    assert not any([
        folder.gallery,
        folder.budget,
        folder.rewards,
        folder.questions,
        folder.matches,
    ])
    assert not any([folder.comments, folder.updates])


def test_every_fault_is_listed_not_the_first_alone(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    edit(folder, "campaign.toml", "tagline.it", "tag_line.it")
    edit(folder, "campaign.toml", 'target = "1200.00"', "target = 1200.00")
    edit(folder, "campaign.toml", "sdgs = [11, 13, 15]", "sdgs = [11, 18]")
    edit(folder, "campaign.toml", 'kind = "organisation"', 'kind = "club"')
    edit(folder, "campaign.toml", 'amount = "700.00"', 'amount = "700.0"')
    edit(folder, "campaign.toml", 'ratio = "0.5"', 'ratio = "11"')
    edit(folder, "campaign.toml", 'at = "-3d"', 'at = "+3d"')
    add(folder, "story.it.md", "\n\nEcco <b>tutto</b>.\n\n[entra](javascript:alert(1))\n")
    edit(folder, "supporters.csv", "20.00,EUR,card", "20,00,EUR,card")
    edit(folder, "supporters.csv", "50.00,EUR,paypal,no", "-50.00,USD,bancomat,maybe")
    (folder / "cover.jpg").write_text("no picture")
    (folder / "stroy.en.md").write_text("a typing mistake")
    edit(folder, "updates/si-parte.it.md", "title: Si parte\n", "")
    (folder / "owner.en.md").write_bytes(b"caff\xe8")
    assert [(fault.file, fault.line, fault.key) for fault in faults_of(folder)] == [
        ("campaign.toml", 8, "campaign.tag_line"),
        ("campaign.toml", 9, "campaign.tagline"),
        ("campaign.toml", 12, "campaign.target"),
        ("campaign.toml", 20, "campaign.sdgs"),
        ("campaign.toml", 23, "owner.kind"),
        ("campaign.toml", 30, "budget[1].amount"),
        ("campaign.toml", 64, "match[1].ratio"),
        ("campaign.toml", 79, "comment[1].at"),
        ("cover.jpg", None, ""),
        ("owner.en.md", 1, ""),
        ("story.it.md", 15, ""),
        ("story.it.md", 17, ""),
        ("stroy.en.md", None, ""),
        ("supporters.csv", 2, ""),
        ("supporters.csv", 3, "currency"),
        ("supporters.csv", 3, "method"),
        ("supporters.csv", 3, "show_name"),
        ("updates/si-parte.it.md", 1, "title"),
    ]


def test_a_refusal_names_file_place_and_what_to_do(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    edit(folder, "campaign.toml", "category =", "categroy =")
    with pytest.raises(FolderRefused) as refusal:
        read(folder)
    assert str(refusal.value) == (
        "The folder was not loaded, 2 faults:\n"
        "  campaign.toml, line 4, campaign.category: This key is missing. Add it.\n"
        "  campaign.toml, line 8, campaign.categroy: This key is not known. "
        'Did you mean "category"? Correct it or take it out.'
    )


def test_a_folder_without_campaign_has_one_fault_for_it_and_those_of_the_rest(
    tmp_path: Path,
) -> None:
    folder = stage(tmp_path)
    (folder / "campaign.toml").unlink()
    assert only_fault(folder).file == "campaign.toml"
    edit(folder, "supporters.csv", ",card,yes", ",cart,yes")
    add(folder, "story.en.md", "<script>alert(1)</script>")
    assert [fault.file for fault in faults_of(folder)] == [
        "campaign.toml",
        "story.en.md",
        "supporters.csv",
    ]


def test_no_folder_at_all_is_a_fault(tmp_path: Path) -> None:
    assert "There is no such folder" in faults_of(tmp_path / "nowhere")[0].reason
    (tmp_path / "file").write_text("")
    assert "There is no such folder" in faults_of(tmp_path / "file")[0].reason


@pytest.mark.parametrize("number", ["2", "0", "true", '"1"', "1.0"])
def test_another_format_is_refused(tmp_path: Path, number: str) -> None:
    folder = stage(tmp_path)
    edit(folder, "campaign.toml", "format = 1", f"format = {number}")
    assert (only_fault(folder).key, only_fault(folder).line) == ("format", 2)


def test_a_missing_format_is_refused(tmp_path: Path) -> None:
    folder = stage(tmp_path)
    edit(folder, "campaign.toml", "format = 1", "")
    assert only_fault(folder).key == "format"


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_mangled_folder_is_refused_and_never_breaks_the_reader(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = stage(tmp_path_factory.mktemp("mangled"))
    lines = TOML.split("\n")
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(lines) - 1))
        value = data.draw(
            st.sampled_from(["[]", "{}", '""', "-1", "1e309", "true", "nan", "[[1]]", '"\\u0007"'])
            | st.text(max_size=12)
        )
        lines[at] = f"{lines[at].partition('=')[0]}= {value}"
    (folder / "campaign.toml").write_text("\n".join(lines), encoding="utf-8", errors="ignore")
    assert all(fault.file and fault.reason for fault in faults_of(folder))


@pytest.mark.parametrize("mark", [pytest.param("seed", marks=needs_seed)])
def test_the_real_campaign_is_read_without_a_fault(mark: str) -> None:
    folder = read(SEED)
    assert len(folder.gifts) == len({gift.email for gift in folder.gifts}) == 156
    assert sum(gift.amount.minor for gift in folder.gifts) == 353_100
    assert folder.terms.closes_at == NOON + timedelta(hours=34)
    assert [match.gives for match in folder.matches] == ["gap-to-target"]
    assert "anzian*," in folder.stories["it"]
    assert "<h3>Il nostro progetto</h3>" in folder.stories["it"]
    assert len(folder.budget) == 6
    assert all(line.amount is None for line in folder.budget)
