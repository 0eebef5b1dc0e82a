"""The closing check: what is true after every fault, whatever happened before.

The provider's own record is the ledger, for each pledge and in total; every invariant of the books
holds; nothing is left in a state that nobody looks at; no letter went out twice.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import Q
from django.db.models.fields.json import KT

from colletta.campaigns.models import Campaign
from colletta.figures import figures_of
from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.ledger.checks import check_books
from colletta.mail.models import Letter
from colletta.payments.jobs import WAITING
from colletta.payments.models import LIVE_STATES, Mismatch, Notice, Payment, State
from colletta.payments.providers.registry import open_providers
from colletta.pledges.models import Pledge
from tests.payments.company import Company

# What a payment's postings did to what its provider holds for us, and how much of that waits to be
# given back because no pledge could take it.
BOOKED = """
    SELECT split_part(p.key, ':', 2)::bigint AS payment,
        sum(t.amount * ((s.code LIKE 'provider:%%')::int - (d.code LIKE 'provider:%%')::int)),
        sum(t.amount * ((d.code LIKE 'unclaimed:%%')::int - (s.code LIKE 'unclaimed:%%')::int))
    FROM ledger_posting p
    JOIN ledger_transfer t ON t.posting_id = p.id
    JOIN ledger_account s ON s.id = t.source_id
    JOIN ledger_account d ON d.id = t.destination_id
    WHERE p.key ~ '^payment:[0-9]+:' GROUP BY 1
"""


def closing_check(
    company: Company | None = None, *, alone: bool = False, letters: Iterable[str] = ()
) -> None:
    """Fails with what is not as it must be.

    `alone`: the company served no other test, so that its whole record is ours. `letters`: what the
    mail server took, as it came.
    """
    broken = [f"{one.sentence} {one.breaches}" for one in check_books() if not one.holds]
    assert not broken, "\n".join(broken)
    assert_everything_has_an_owner()
    assert_told_once(letters)
    if company is not None:
        assert_the_record_is_the_ledger(company, alone=alone)


def assert_the_record_is_the_ledger(company: Company, *, alone: bool) -> None:
    """To the cent: company, books, gifts, figures. What is parked waits for a person."""
    parked = set(Mismatch.objects.filter(settled_at=None).values_list("payment_id", flat=True))
    ours = Payment.objects.filter(provider="sandbox", provider_account=company.account)
    pledges = dict(ours.values_list("pk", "purpose_id"))
    moved = _moved(company)
    foreign = set(moved) - set(pledges)
    assert not (alone and foreign), f"the company moved money that we know nothing of: {foreign}"
    booked, unclaimed = _booked()
    believed = pledges.keys() - parked
    apart = {one: (moved[one], booked[one]) for one in believed if moved[one] != booked[one]}
    assert not apart, f"the company's record is not the ledger: {apart}"
    assert sum(moved[one] for one in believed) == sum(booked[one] for one in believed)
    gifts: Counter[int] = Counter()
    for number, pledge_id in pledges.items():
        gifts[pledge_id] += booked[number] - unclaimed[number]
    _assert_the_gifts_are(gifts)


def _assert_the_gifts_are(gifts: Counter[int]) -> None:
    net = dict(Pledge.objects.filter(pk__in=gifts).values_list("pk", "net_minor"))
    assert net == dict(gifts), set(net.items()) ^ set(gifts.items())
    by_campaign: Counter[int] = Counter()
    for campaign_id, minor in Pledge.objects.values_list("campaign_id", "net_minor"):
        by_campaign[campaign_id] += minor
    for campaign in Campaign.objects.filter(pk__in=by_campaign):
        assert figures_of(campaign, at=now()).raised.minor == by_campaign[campaign.pk]


def assert_everything_has_an_owner() -> None:
    """Each thing that is under way is looked at by a sweep, a closing, or a person."""
    live = Payment.objects.filter(state__in=LIVE_STATES)
    swept = Q(state__in=WAITING, provider__in=open_providers())
    settled = Q(state=State.AUTHORISED) | Q(mismatches__isnull=False, mismatches__settled_at=None)
    recorded = Q(provider="recorded")  # its money is written down by hand, by whoever loads it
    lost = live.exclude(swept).exclude(settled).exclude(recorded)
    assert not lost.exists(), f"nobody looks at {list(lost)}"
    ended = Payment.objects.exclude(state__in=LIVE_STATES).values("provider_object")
    unread = Notice.objects.filter(processed_at=None).alias(object=KT("body__object"))
    unread = unread.filter(object__in=ended)
    assert not unread.exists(), f"nobody reads {list(unread.values())}"


def assert_told_once(letters: Iterable[str] = ()) -> None:
    """Each occasion wrote once, each letter went out once, each pledge became a gift once."""
    told = Counter(_without_what_each_sending_adds(letter) for letter in letters)
    assert not [letter for letter, times in told.items() if times > 1], told.most_common(1)
    assert sum(told.values()) <= Letter.objects.filter(begun_at__isnull=False).count() or not told
    confirmed = Counter(Fact.objects.filter(kind="pledge.confirmed").values_list("about"))
    assert not [about for about, times in confirmed.items() if times > 1], confirmed


def _without_what_each_sending_adds(letter: str) -> str:
    added = ("Message-ID:", "Date:", "Content-Type: multipart", "--====")
    return "\n".join(line for line in letter.splitlines() if not line.startswith(added))


def _moved(company: Company) -> Counter[int]:
    """Net minor units that the company moved, by our payment's number."""
    found: Counter[int] = Counter()
    for movement in _movements(company):
        sign = 1 if movement["kind"] == "capture" else -1
        number = str(movement["reference"]).removeprefix("payment:")
        found[int(number) if number.isdecimal() else -1] += sign * movement["amount"]
    return found


def _movements(company: Company) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while True:
        after = found[-1]["number"] if found else 0
        page = company.ask("GET", f"/v1/record?after={after}&limit=100")
        found += page["items"]
        if not page["more"]:
            return found


def _booked() -> tuple[Counter[int], Counter[int]]:
    with connection.cursor() as cursor:
        cursor.execute(BOOKED)
        rows = cursor.fetchall()
    booked = Counter({number: int(net) for number, net, _ in rows})
    return booked, Counter({number: int(unclaimed) for number, _, unclaimed in rows})
