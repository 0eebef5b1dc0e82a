"""/control/notices/<id>/deliveries: a notice is sent now, as well or as badly as asked."""

from concurrent.futures import ThreadPoolExecutor

from colletta.sandbox.api.answer import Answer, answer_json
from colletta.sandbox.api.fields import Fields
from colletta.sandbox.api.request import Request
from colletta.sandbox.clock import HOUR, seconds
from colletta.sandbox.company import Company
from colletta.sandbox.control.plans import MOST_COPIES
from colletta.sandbox.identity import new_id
from colletta.sandbox.notices.message import SIGNATURES, Message, Spoiling, write_message
from colletta.sandbox.notices.post import post
from colletta.sandbox.refusal import Refusal

AT_ONCE = 20
OLDEST = seconds(60 * 24 * HOUR)


def deliver(company: Company, request: Request, name: str) -> Answer:
    """POST: sends `copies` at once and answers with what the platform said to each.

    Takes its turns before and after: while it waits, the platform may ask the interface back.
    """
    fields = Fields(request.json())
    copies = fields.whole("copies", least=1, most=MOST_COPIES, default=1)
    spoiling = _spoiling(fields)
    fields.nothing_else()
    if not company.notify:
        raise Refusal("unavailable", "Nobody is to be told: start with --notify.")
    message = _write(company, name, spoiling)
    with ThreadPoolExecutor(min(copies, AT_ONCE)) as pool:
        answers = list(pool.map(lambda _: post(company.notify, message), range(copies)))
    _remember(company, name, answers)
    return answer_json({"answers": answers})


def _spoiling(fields: Fields) -> Spoiling:
    return Spoiling(
        signature=fields.choice("signature", SIGNATURES, default="true"),
        age=fields.whole("signed_seconds_ago", least=-OLDEST, most=OLDEST, default=0),
        changes=fields.mapping("changes"),
    )


def _write(company: Company, name: str, spoiling: Spoiling) -> Message:
    with company.book.turn() as turn:
        if name not in turn.state.notices:
            raise Refusal("not_found")
        notice = turn.state.notices[name]
        return write_message(turn.state, notice, secrets_in_use=company.secrets, spoiling=spoiling)


def _remember(company: Company, name: str, answers: list[str]) -> None:
    with company.book.turn() as turn:
        for answer in answers:
            turn.append("delivery.attempted", new_id("dlv"), notice=name, answer=answer, again=0)
