"""Somebody is forgotten: names and words go everywhere, the books stay."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction

from colletta.history.second_try import tried_again
from colletta.matching.actions.keep_insiders_out import keep_insiders_out
from colletta.people.models import Person
from colletta.pictures.actions.remove_pictures import remove_pictures
from colletta.privacy.facts import Touched, tell, touched_by
from colletta.privacy.holding import Holding
from colletta.privacy.last_letter import write_last_letter
from colletta.privacy.models import KeptReceipt
from colletta.privacy.obstacles import Obstacle, obstacles_of
from colletta.privacy.registry import HOLDINGS
from colletta.privacy.rooms.campaigns import pictures_of
from colletta.privacy.rooms.pledges import pledges_of, renamed_keys
from colletta.privacy.subject import Subject
from colletta.privacy.terms import kept_until, with_receipt


class SomethingIsInTheWay(Exception):
    """Others wait for something of theirs; `obstacles` says for what."""

    def __init__(self, obstacles: list[Obstacle]) -> None:
        super().__init__(", ".join(sorted({one.kind.value for one in obstacles})))
        self.obstacles = obstacles


class NobodyIsLeft(Exception):
    """They were erased before: nothing is held any more."""


@dataclass(frozen=True)
class Erased:
    """How many receipts the law keeps, the last of them until when."""

    receipts: int
    until: date | None


@tried_again
def erase_somebody(*, subject: Subject, at: datetime) -> Erased:
    """No name, address or word of theirs is left but in kept receipts; sums are as they were.

    A last letter tells what was kept until when. What somebody began before is erased with the
    rest, or stands in the way; what they begin later the database refuses: see
    people/migrations/erased.sql. Twice at once is once. Raises SomethingIsInTheWay, NobodyIsLeft.
    """
    with transaction.atomic():
        _hold(subject)
        if obstacles := obstacles_of(subject):
            raise SomethingIsInTheWay(obstacles)
        touched = touched_by(subject)
        pictures = list(pictures_of(subject).values_list("pk", flat=True))
        erased = _keep_receipts(subject)
        keep_insiders_out(renamed=renamed_keys(subject))
        for holding in HOLDINGS:
            _erase(holding, subject)
        remove_pictures(picture_ids=pictures)
        _tell(subject, touched, erased, at)
    return erased


def _hold(subject: Subject) -> None:
    """Nobody else erases them, and no pledge of theirs moves, until this ends."""
    with connection.cursor() as cursor:
        for address in sorted(subject.addresses):
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [address])
    if subject.person is not None:
        person = Person.objects.select_for_update().get(pk=subject.person.pk)
        if person.erased_at is not None:
            raise NobodyIsLeft(f"person:{person.pk}")
    elif not any(one.told and one.theirs(subject).exists() for one in HOLDINGS):
        raise NobodyIsLeft
    theirs = pledges_of(subject).order_by("campaign_id", "pk")
    list(theirs.select_for_update(of=("self",)).values_list("pk"))


def _keep_receipts(subject: Subject) -> Erased:
    receipts = [
        KeptReceipt(
            pledge=pledge,
            name=pledge.name,
            currency=pledge.currency,
            amount_minor=pledge.amount_minor,
            given_at=pledge.shown_at,
            kept_until=kept_until(pledge),
        )
        for pledge in with_receipt(subject).select_related("campaign").order_by("pk")
    ]
    KeptReceipt.objects.bulk_create(receipts)
    return Erased(len(receipts), max((one.kept_until for one in receipts), default=None))


def _erase(holding: Holding, subject: Subject) -> None:
    theirs = holding.theirs(subject)
    if holding.erased is None:
        theirs.delete()
    elif holding.erased:
        values = holding.erased.items()
        theirs.update(**{name: new(subject) if callable(new) else new for name, new in values})


def _tell(subject: Subject, touched: Touched, erased: Erased, at: datetime) -> None:
    tell(subject, touched, at=at)
    write_last_letter(subject, receipts=erased.receipts, until=erased.until)
