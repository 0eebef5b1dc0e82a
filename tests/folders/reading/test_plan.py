"""Budget lines, rewards, questions, comments."""

from datetime import timedelta
from pathlib import Path

import pytest

from colletta.folders.contents import BudgetLine, Comment, Question, Reward
from colletta.money import Money
from tests.folders.workbench import NOON, add, garden, only_fault, read, stage


def test_budget_lines_keep_their_order_and_may_state_no_amount(tmp_path: Path) -> None:
    assert read(garden(tmp_path)).budget == [
        BudgetLine(
            names={"it": "Terra e vasche", "en": "Soil and beds"},
            notes={"it": "Legno di castagno, non trattato", "en": "Chestnut wood, untreated"},
            amount=Money(70_000, "EUR"),
        ),
        BudgetLine(names={"it": "Attrezzi in comune", "en": "Shared tools"}, notes={}, amount=None),
    ]


def test_rewards_may_be_limited_dated_or_sent(tmp_path: Path) -> None:
    box, jar = read(garden(tmp_path)).rewards
    assert box == Reward(
        names={"it": "Una cassetta di verdura", "en": "A box of vegetables"},
        price=Money(2500, "EUR"),
        stock=12,
        delivery="2027-07",
        shipping=False,
    )
    assert (jar.stock, jar.delivery, jar.shipping) == (None, "", True)


def test_an_answer_may_have_several_lines(tmp_path: Path) -> None:
    assert read(garden(tmp_path)).questions == [
        Question(
            questions={"it": "Posso venire a lavorare?", "en": "May I come and work?"},
            answers={
                "it": "Sì, ogni sabato mattina.\nPorta dei guanti.",
                "en": "Yes, every Saturday morning.",
            },
        )
    ]


def test_a_comment_keeps_its_date(tmp_path: Path) -> None:
    assert read(garden(tmp_path)).comments == [
        Comment(name="Carla", at=NOON - timedelta(days=3), text="Che bello!\nPasso sabato.")
    ]


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ('[[budget]]\namount = "5"', "budget[1].name"),
        ('[[budget]]\nname.en = "x"\namount = "0"', "budget[1].amount"),
        ('[[budget]]\nname.en = "x"\nnotes.en = "y"', "budget[1].notes"),
        ('[[budget]]\nname.it = "x"', "budget[1].name"),
        ('[[budget]]\nname.en = "x"\n[[budget]]\nname.en = ""', "budget[2].name.en"),
        ('[budget]\nname.en = "x"', "budget"),
        ('[[reward]]\nname.en = "x"', "reward[1].price"),
        ('[[reward]]\nname.en = "x"\nprice = "5"\nstock = 0', "reward[1].stock"),
        ('[[reward]]\nname.en = "x"\nprice = "5"\nstock = "3"', "reward[1].stock"),
        ('[[reward]]\nname.en = "x"\nprice = "5"\nstock = true', "reward[1].stock"),
        ('[[reward]]\nname.en = "x"\nprice = "5"\nshipping = "yes"', "reward[1].shipping"),
        ('[[reward]]\nname.en = "x"\nprice = "5"\ndelivery = "2027-13"', "reward[1].delivery"),
        ('[[question]]\nquestion.en = "x"', "question[1].answer"),
        ('[[comment]]\nname = "Carla"\nat = "-1d"', "comment[1].text"),
        ('[[comment]]\nname = "Carla"\nat = "+1m"\ntext = "x"', "comment[1].at"),
        ('[[comment]]\nname = "Carla"\nat = "-1d"\ntext.en = "x"', "comment[1].text"),
        ('[[comments]]\nname = "Carla"', "comments"),
    ],
)
def test_a_fault_in_a_list_names_the_entry(tmp_path: Path, table: str, key: str) -> None:
    folder = stage(tmp_path)
    add(folder, "campaign.toml", f"\n{table}\n")
    fault = only_fault(folder)
    assert fault.key == key
    assert fault.line
    assert fault.line > 18


def talk(place: Path, *answers: str) -> Path:
    """The stage with a comment, then more of them, each with this key or none."""
    folder = stage(place)
    for hour, key in enumerate(("", *answers), start=-9):
        said = f'[[comment]]\nname = "Carla"\nat = "{hour}h"\ntext = "Bello"\n{key}\n'
        add(folder, "campaign.toml", f"\n{said}")
    return folder


def test_an_answer_names_the_place_of_what_it_answers(tmp_path: Path) -> None:
    comments = read(talk(tmp_path, "answers = 1", "", "answers = 3")).comments
    assert [comment.answers for comment in comments] == [None, 1, None, 3]


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        (("answers = 2",), "further up"),
        (("answers = 1", "answers = 2"), "an answer itself"),
        (("answers = 0",), "a whole number"),
        (('answers = 1\n[[comment]]\nname="x"\nat="-20h"\ntext="x"\nanswers = 1',), "older"),
    ],
)
def test_an_answer_to_nothing_is_refused(
    tmp_path: Path, answers: tuple[str, ...], reason: str
) -> None:
    fault = only_fault(talk(tmp_path, *answers))
    assert reason in fault.reason
    assert fault.key.endswith(".answers")
