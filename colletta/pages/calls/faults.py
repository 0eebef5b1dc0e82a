"""What is wrong with a rule, or keeps a campaign from applying, in a sentence."""

from django.utils.translation import gettext as _

from colletta.matching.models import Gives
from colletta.matching.obstacles import Obstacle
from colletta.matching.soundness import Fault

AT = {
    Fault.NO_THRESHOLD: "threshold_share",
    Fault.TWO_THRESHOLDS: "threshold",
    Fault.THRESHOLD_ABOVE_TARGET: "threshold_share",
    Fault.NO_AMOUNT: "amount",
    Fault.NO_SHARE: "share",
    Fault.SHARE_ABOVE_TARGET: "share",
    Fault.RATIO_OUT_OF_BOUNDS: "ratio",
    Fault.NO_CAP: "cap",
}


def at_field(fault: Fault, gives: str) -> str:
    """The field of the form beside which the fault is said."""
    return AT.get(fault) or ("amount" if gives == Gives.FLAT else "cap")


def sentence_of_fault(fault: Fault) -> str:
    """What to write instead."""
    return {
        Fault.NO_THRESHOLD: _("Say what people give first: a share of the target, or a sum."),
        Fault.TWO_THRESHOLDS: _("Say either a share of the target or a sum, not both."),
        Fault.THRESHOLD_ABOVE_TARGET: _("People cannot be asked for more than the target."),
        Fault.NO_AMOUNT: _("Say which sum you add."),
        Fault.NO_SHARE: _("Say which share of the target you add."),
        Fault.SHARE_ABOVE_TARGET: _("You cannot add more than the target."),
        Fault.RATIO_OUT_OF_BOUNDS: _("It must be more than 0 and at most 10."),
        Fault.NO_CAP: _("This kind of rule needs a limit for each campaign."),
        Fault.COSTS_MORE_THAN_POOL: _("One campaign alone could cost more than the whole pool."),
    }[fault]


def sentence_of_obstacle(obstacle: Obstacle) -> str:
    """Why the campaign cannot apply."""
    return {
        Obstacle.CALL_IS_NOT_OPEN: _("This call takes no more campaigns."),
        Obstacle.CAMPAIGN_IS_NOT_READY: _(
            "A campaign applies once it is approved and before it is over."
        ),
        Obstacle.PARTNER_IS_THE_OWNER: _("The partner of a call cannot match its own campaign."),
        Obstacle.OTHER_CURRENCY: _("The campaign and the call are in different currencies."),
        Obstacle.THRESHOLD_ABOVE_TARGET: _(
            "The sum that people give first is above the target of the campaign."
        ),
        Obstacle.WINDOW_NEVER_OPENS: _(
            "The call and the campaign are never open at the same time."
        ),
        Obstacle.APPLIED_ALREADY: _("This campaign has applied already."),
        Obstacle.NO_SUCH_DOCUMENT: _("Send a PDF, a PNG or a JPEG of at most 2 MB."),
    }[obstacle]
