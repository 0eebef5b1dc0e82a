"""Every kind of fact, each with the sentence that says what happened."""

from collections.abc import Mapping
from types import MappingProxyType

KINDS: Mapping[str, str] = MappingProxyType({
    "campaign.loaded": "A campaign was loaded from its folder.",
    "campaign.scheduled": "A campaign is announced and waits for its opening.",
    "campaign.opened": "A campaign opened and takes pledges.",
    "campaign.first_gift": "The first gift of a campaign came.",
    "campaign.reached": "What people give came to a campaign's target.",
    "campaign.ending": "Two days of a campaign are left.",
    "campaign.closing": "A campaign reached its closing; what was in time may still arrive.",
    "campaign.closed": "A campaign closed, and whether it reached its target was decided.",
    "campaign.cancelled": "A campaign was called off.",
    "campaign.suspended": "A campaign was paused while the desk looks into a question.",
    "campaign.resumed": "A paused campaign goes on.",
    "pledge.made": "A supporter made a pledge.",
    "pledge.payment_moved": "Money of a pledge is on its way, or no longer, and has not arrived.",
    "pledge.promised": "A pledge became binding: its method is saved and authorised.",
    "pledge.confirmed": "The money of a pledge arrived.",
    "pledge.dropped": "A promise was released because the campaign ended without it.",
    "pledge.expired": "A pledge was not paid while its campaign was open.",
    "pledge.withdrawn": "A supporter gave up a pledge before paying it.",
    "pledge.shown": "A supporter chose what everybody may see of a pledge.",
    "pledge.name_hidden": "A moderator hid the name and the message of a pledge.",
    "pledge.name_shown": "The name and the message of a pledge stand as its supporter chose again.",
    "pledge.attached": "A pledge became that of the person who proved its mailbox.",
    "pledge.refund_asked": "A supporter asked for the money of a pledge back.",
    "pledge.refund_request_taken_back": "A supporter no longer asks for the money of a pledge.",
    "payment.mismatched": "A provider said something else of a payment than what was asked of it.",
    "notice.unfamiliar": "A provider told something of a kind that nobody here knows.",
    "payment.given_up": "A payment that its provider still knows as open was given up here.",
    "payment.unclaimed": "Money arrived that no pledge can take; it is to be given back.",
    "pledge.refunded": "Money of a pledge went back to the supporter.",
    "person.edited": "A person changed their profile, or who may see it.",
    "person.hidden": "A moderator hid the profile of a person.",
    "person.shown": "The profile of a person is seen again, if they chose so.",
    "person.email_proved": "A person proved that a mailbox is theirs.",
    "organisation.founded": "A person founded an organisation.",
    "organisation.edited": "What an organisation tells of itself changed.",
    "organisation.member_joined": "A person took a place in an organisation's team.",
    "organisation.member_left": "A person left an organisation's team, or was taken out of it.",
    "message.written": "Somebody and a campaign's people wrote to each other.",
    "comment.published": "A comment appeared on a campaign's page.",
    "comment.held": "A comment waits for a moderator before everybody may read it.",
    "comment.edited": "Somebody changed their own comment, shortly after writing it.",
    "comment.deleted": "Somebody took their own comment back.",
    "comment.hidden": "A comment was hidden, by the campaign's people or by a moderator.",
    "comment.shown": "A hidden comment can be read again.",
    "update.scheduled": "An owner's people wrote an update that is to appear later.",
    "update.published": "An update appeared on a campaign's page.",
    "update.hidden": "A moderator hid an update.",
    "update.shown": "A hidden update can be read again.",
    "report.made": "Somebody reported what others see.",
    "case.reopened": "The desk looks again by itself at what it decided.",
    "case.decided": "The desk decided of what was reported.",
    "appeal.made": "Somebody asks the desk to look again at what it decided.",
    "appeal.decided": "The desk looked again.",
    "match.offered": "A partner offered to add to a campaign under a rule.",
    "match.locked": "The campaign of a match opened: people's money counts toward its threshold.",
    "match.unlocked": "People gave what a match takes: its partner adds money.",
    "match.confirmed": "What a partner adds is fixed, and owed.",
    "match.paid": "A partner paid what a match added.",
    "match.missed": "A match did not come about.",
    "match.withdrawn": "A match was given up, because its campaign left or was called off.",
    "call.drafted": "A partner began a call.",
    "call.changed": "A call, or its rule, was changed.",
    "call.opened": "A call opened: campaigns may apply.",
    "call.estimated": "What a quadratic call would give to its campaigns is another sum now.",
    "call.closed": "A call closed: no more campaigns come under it.",
    "application.made": "A campaign applied to a call.",
    "application.admitted": "A campaign was admitted to a call.",
    "application.declined": "A campaign was not admitted to a call.",
    "application.withdrawn": "A campaign took its application to a call back.",
    "desk_role.given": "A person may do one kind of work at the desk.",
    "desk_role.taken": "A person may no longer do one kind of work at the desk.",
    "brake.set": "Too many payments were refused: guests prove their mailbox before they give.",
    "brake.released": "Guests may give again without proving their mailbox.",
    "money.frozen": "All movement of money was stopped.",
    "money.thawed": "Money may move again.",
})


class UnknownKind(LookupError):
    """Somebody told, or waits for, a kind of fact that is not in the list."""


def must_be_known(kind: str) -> str:
    """Give `kind` back, or raise UnknownKind: a misspelled fact would reach nobody."""
    if kind not in KINDS:
        raise UnknownKind(f'"{kind}" is not among the kinds of fact in history/kinds.py')
    return kind
