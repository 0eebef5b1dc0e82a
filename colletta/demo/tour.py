"""Five steps through the demonstration, for the terminal and for a page.

Plain Python: see cast.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from colletta.demo.cast import ADA, CARLA, CAST, OKSANA, WORD, Player, gettext_noop


@dataclass(frozen=True, kw_only=True)
class Step:
    """Something to do, below which address, and as whom; as nobody where nobody is named."""

    title: str
    text: str
    path: str
    player: Player | None = None


STEPS: Sequence[Step] = (
    Step(
        title=gettext_noop("Support a project"),
        text=gettext_noop(
            "Give the bicycle workshop thirty euros, without joining. The stand-in payment company "
            "takes any card it offers; the receipt lies under Letters a moment later."
        ),
        path="campaigns/la-ciclofficina-riapre/",
    ),
    Step(
        title=gettext_noop("Look back on your gifts"),
        text=gettext_noop(
            "Oksana proved her mailbox, and the gifts she had made as a guest became hers. Each "
            "has a page where she may hide her name or ask for the money back."
        ),
        path=OKSANA.begins,
        player=OKSANA,
    ),
    Step(
        title=gettext_noop("See a match at work"),
        text=gettext_noop(
            "A foundation adds to what people give to the courtyard, once they have given enough. "
            "The page says what each gift moves."
        ),
        path="campaigns/compiti-sotto-i-platani/",
    ),
    Step(
        title=gettext_noop("Tend a team"),
        text=gettext_noop(
            "Ada runs the bicycle workshop with others: change what its page tells, or invite "
            "somebody. The invitation lies under Letters as well."
        ),
        path=ADA.begins,
        player=ADA,
    ),
    Step(
        title=gettext_noop("Work at the desk"),
        text=gettext_noop(
            "Carla sees what waits for somebody, whether the books hold, and how to stop all "
            "payments at once."
        ),
        path=CARLA.begins,
        player=CARLA,
    ),
)


def told(*, site: str, command: str) -> Iterator[str]:
    """The tour as lines for a terminal. `site` is its address without a slash at the end."""
    yield f"Sign in at {site}/en/people/sign-in/ — everybody's password is  {WORD}"
    for player in CAST:
        mark = "*" if player.desk else " "
        yield f"  {player.email:30} {mark} {player.name.split()[0]}, {player.part}"
    yield f"* The desk asks for a code too:  {command} demo code {CARLA.key}"
    yield ""
    yield f"A tour in five steps, also at {site}/en/_tour/"
    for number, step in enumerate(STEPS, start=1):
        as_whom = f" (as {step.player.name.split()[0]})" if step.player else ""
        yield f"  {number}. {step.title}{as_whom}: {site}/en/{step.path}"
