"""The gate before each payment: nobody tries cards here by the hundred."""

from http import HTTPStatus

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.limits.actions.check_code import check_code
from colletta.limits.actions.mail_code import mail_code
from colletta.limits.actions.pass_gate import MailboxMustBeProved, TooManyTries, pass_gate
from colletta.pages.pledging.asking import giver_of
from colletta.people.models import email_key
from colletta.ui.templatetags.ui import page_language


class Stopped(Exception):
    """The visitor has to wait, or to prove their mailbox; the sentence says which."""

    def __init__(self, sentence: str, *, status: int, asks_code: bool) -> None:
        super().__init__(sentence)
        self.sentence, self.status, self.asks_code = sentence, status, asks_code


def pass_to_payment(
    request: HttpRequest, *, campaign: Campaign, email: str, reference: str, code: str = ""
) -> None:
    """Returning means that a payment may be intended. Raises Stopped."""
    person = giver_of(request)
    proved = person is not None and person.email_key == email_key(email)
    if code and not proved:
        proved = check_code(email=email, code=code)
        if not proved:
            raise Stopped(_wrong_code(), status=HTTPStatus.BAD_REQUEST, asks_code=True)
    try:
        pass_gate(
            kind="pledge",
            reference=reference,
            address=request.META.get("REMOTE_ADDR", ""),
            email=email,
            subject=f"campaign:{campaign.pk}",
            proved=proved,
        )
    except TooManyTries as stop:
        seconds = (stop.retry_at - now()).total_seconds()
        sentence = _wait(max(1, int(seconds) // 60 + 1))
        raise Stopped(sentence, status=HTTPStatus.TOO_MANY_REQUESTS, asks_code=bool(code)) from stop
    except MailboxMustBeProved as stop:
        raise Stopped(_mailed(email), status=HTTPStatus.BAD_REQUEST, asks_code=True) from stop


def _mailed(email: str) -> str:
    if not mail_code(email=email, language=page_language()):
        return _("We sent enough codes to %(email)s for now. Type the last one.") % {"email": email}
    words = {"email": email}
    return _("One more step right now: type the code that we sent to %(email)s.") % words


def _wrong_code() -> str:
    return _("That is not the last code, or it is too old. Leave it empty to get a new one.")


def _wait(minutes: int) -> str:
    words = ngettext(
        "That was tried too often from here. Please wait %(n)s minute, then send it again.",
        "That was tried too often from here. Please wait %(n)s minutes, then send it again.",
        minutes,
    )
    return words % {"n": minutes}
