"""Where a pledge stands, as its supporter reads it: a word, a sentence, a drawing."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from colletta.payments.models import Mismatch, Payment, Unclaimed
from colletta.payments.models import State as PaymentState
from colletta.pledges.models import Pledge, State


class Stage(StrEnum):
    """What the page of a pledge tells apart."""

    UNPAID = "unpaid"
    ASKING = "asking"
    ON_ITS_WAY = "on-its-way"
    REFUSED = "refused"
    STOPPED = "stopped"
    PARKED = "parked"
    GOING_BACK = "going-back"
    PROMISED = "promised"
    CONFIRMED = "confirmed"
    PARTLY_REFUNDED = "partly-refunded"
    REFUNDED = "refunded"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    DROPPED = "dropped"


PAYABLE = frozenset({Stage.UNPAID, Stage.REFUSED, Stage.STOPPED})
UNPAID = frozenset({State.PENDING, State.EXPIRED, State.WITHDRAWN, State.DROPPED})
STANDING = frozenset({Stage.PROMISED, Stage.CONFIRMED, Stage.PARTLY_REFUNDED})


@dataclass(frozen=True)
class Told:
    """A stage in words, with its icon and the tone of its colour: good, warn or plain."""

    stage: Stage
    head: str
    sentence: str
    icon: str
    tone: str


def stage_of(pledge: Pledge, payment: Payment | None) -> Stage:
    """Where the pledge stands, by its own state, then by its latest payment."""
    if pledge.state == State.CONFIRMED and pledge.net_minor < pledge.amount_minor:
        return Stage.PARTLY_REFUNDED
    if payment is not None and pledge.state in UNPAID and (found := _besides(payment)):
        return found
    if pledge.state != State.PENDING:
        return Stage(pledge.state)
    if payment is None:
        return Stage.UNPAID
    return {
        PaymentState.PROCESSING: Stage.ON_ITS_WAY,
        PaymentState.UNKNOWN: Stage.ON_ITS_WAY,
        PaymentState.REFUSED: Stage.REFUSED,
        PaymentState.CANCELLED: Stage.STOPPED,
        PaymentState.EXPIRED: Stage.STOPPED,
    }.get(PaymentState(payment.state), Stage.UNPAID)


def _besides(payment: Payment) -> Stage | None:
    """What a person at the desk has to do about the money, which the pledge did not take."""
    if Mismatch.objects.filter(payment=payment, settled_at=None).exists():
        return Stage.PARKED
    if held := Unclaimed.objects.filter(payment=payment).first():
        return Stage.REFUNDED if held.settled_at else Stage.GOING_BACK
    return None


WORDS = {
    Stage.UNPAID: (
        _("Not paid yet"),
        _("Nothing has been charged. Your pledge counts once it is paid."),
        *("clock", "warn"),
    ),
    Stage.ASKING: (
        _("One moment"),
        _("We are asking the payment company how it went."),
        *("clock", "warn"),
    ),
    Stage.ON_ITS_WAY: (
        _("Your gift is on its way"),
        _("The payment is being processed. You need to do nothing: we will write to you."),
        *("clock", "warn"),
    ),
    Stage.REFUSED: (
        _("The payment did not go through"),
        _("Nothing was charged, and nothing you typed is lost. You can try again."),
        *("close", "warn"),
    ),
    Stage.STOPPED: (
        _("You stopped before paying"),
        _("Nothing was charged, and nothing you typed is lost. You can go on when you like."),
        *("close", "warn"),
    ),
    Stage.PARKED: (
        _("We are looking at your payment"),
        _(
            "What the payment company says does not match what we asked for. A person looks"
            " at it and writes to you. You need to do nothing, and should not pay again."
        ),
        *("clock", "warn"),
    ),
    Stage.GOING_BACK: (
        _("Your money comes back to you"),
        _("It arrived when the campaign could not take it any more. You need to do nothing."),
        *("back", "plain"),
    ),
    Stage.PROMISED: (
        _("Thank you! Your promise counts"),
        _("Nothing has been charged. You pay only if the target is reached by the closing."),
        *("check", "good"),
    ),
    Stage.CONFIRMED: (
        _("Thank you! Your gift has arrived"),
        _("It stands in the campaign’s books."),
        *("check", "good"),
    ),
    Stage.PARTLY_REFUNDED: (
        _("Part of your gift went back to you"),
        _("The rest stays with the campaign."),
        *("check", "good"),
    ),
    Stage.REFUNDED: (
        _("Your gift went back to you"),
        _("All of it was refunded. When you see it depends on your bank."),
        *("back", "plain"),
    ),
    Stage.EXPIRED: (
        _("This pledge was never paid"),
        _("Nothing was charged, and nothing will be."),
        *("close", "plain"),
    ),
    Stage.WITHDRAWN: (
        _("You gave up this pledge"),
        _("Nothing was charged, and nothing will be."),
        *("close", "plain"),
    ),
    Stage.DROPPED: (
        _("Your promise was released"),
        _("Nothing was charged, and nothing will be."),
        *("close", "plain"),
    ),
}


def told(stage: Stage) -> Told:
    """The stage in the page's language."""
    head, sentence, icon, tone = WORDS[stage]
    return Told(stage, str(head), str(sentence), icon, tone)
