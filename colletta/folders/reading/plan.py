"""The lists [[budget]], [[reward]], [[question]] and [[comment]] of campaign.toml."""

import re
from collections.abc import Sequence

from colletta.folders.contents import BudgetLine, Comment, Question, Reward
from colletta.folders.reading.frame import Frame
from colletta.folders.reading.sums import read_sum
from colletta.folders.reading.tables import MOST_ENTRIES, Table
from colletta.money import Money

MONTH = re.compile(r"2[0-9]{3}-(0[1-9]|1[0-2])", re.ASCII)
STAND_IN = Money(1, "EUR")


def read_budget_line(table: Table, frame: Frame) -> BudgetLine:
    """One [[budget]]."""
    line = BudgetLine(
        names=table.texts("name", frame.language, longest=200),
        notes=table.texts("note", frame.language, longest=1000, required=False),
        amount=read_sum(table, "amount", frame.currency),
    )
    table.refuse_others()
    return line


def read_reward(table: Table, frame: Frame) -> Reward:
    """One [[reward]]."""
    delivery = table.text("delivery", longest=7, required=False)
    if delivery and not MONTH.fullmatch(delivery):
        table.fault("delivery", 'Write the year and month of delivery: "2027-03".')
    reward = Reward(
        names=table.texts("name", frame.language, longest=200),
        price=read_sum(table, "price", frame.currency, required=True) or STAND_IN,
        stock=table.whole("stock", least=1, most=1_000_000),
        delivery=delivery,
        shipping=table.switch("shipping"),
    )
    table.refuse_others()
    return reward


def read_question(table: Table, frame: Frame) -> Question:
    """One [[question]]."""
    question = Question(
        questions=table.texts("question", frame.language, longest=500),
        answers=table.texts("answer", frame.language, longest=5000, lines=True),
    )
    table.refuse_others()
    return question


def read_comments(tables: Sequence[Table], frame: Frame) -> list[Comment]:
    """Every [[comment]]; an answer follows what it answers, as it did when it was said."""
    comments: list[Comment] = []
    for table in tables:
        comment = read_comment(table, frame)
        if comment.answers is not None and (reason := fault_of_answer(comment, comments)):
            table.fault("answers", reason)
        comments.append(comment)
    return comments


def fault_of_answer(answer: Comment, earlier: Sequence[Comment]) -> str:
    """Why it cannot answer the comment at that place; "" where it can."""
    place = answer.answers or 0
    if place > len(earlier):
        return "This must be the place of a comment further up; the first one is 1."
    if earlier[place - 1].answers is not None:
        return "That comment is an answer itself. Name the one that began the thread."
    if answer.at < earlier[place - 1].at:
        return "The answer is older than what it answers. Correct one of the dates."
    return ""


def read_comment(table: Table, frame: Frame) -> Comment:
    """One [[comment]]."""
    at = table.instant("at", now=frame.now)
    if at and at > frame.present:
        table.fault("at", "The comment lies in the future. Correct its date.")
    comment = Comment(
        name=table.text("name", longest=200),
        at=at or frame.now,
        text=table.text("text", longest=5000, lines=True),
        answers=table.whole("answers", least=1, most=MOST_ENTRIES),
    )
    table.refuse_others()
    return comment
