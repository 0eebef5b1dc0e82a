"""Partners, their calls and rules, the matches under them, and what happened to each."""

from colletta.matching.models.application import (
    Application,
    ApplicationState,
    Attachment,
)
from colletta.matching.models.call import Call, CallState, Rule
from colletta.matching.models.insider import Insider
from colletta.matching.models.match import LIVE_MATCHES, Match, MatchState, Step
from colletta.matching.models.partner import Partner
from colletta.matching.models.terms import Gives, Terms

__all__ = [
    "LIVE_MATCHES",
    "Application",
    "ApplicationState",
    "Attachment",
    "Call",
    "CallState",
    "Gives",
    "Insider",
    "Match",
    "MatchState",
    "Partner",
    "Rule",
    "Step",
    "Terms",
]
