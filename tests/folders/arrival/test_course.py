"""The course of a campaign that began elsewhere."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from colletta.campaigns.models import Campaign
from colletta.figures import figures_of
from colletta.folders.actions.load_folder import load_folder
from colletta.history.clock import now
from colletta.history.models import Fact, StateChange
from colletta.ledger.checks import check_books
from colletta.ledger.models import Posting
from colletta.payments.models import Payment
from colletta.pledges.models import Pledge
from tests.folders.workbench import edit, garden, stage

pytestmark = pytest.mark.django_db


def loaded(folder: Path) -> Campaign:
    return load_folder(folder=folder).campaign


def dated(folder: Path, opens: str, closes: str) -> Path:
    """The stage between two other dates."""
    edit(folder, "campaign.toml", 'opens = "-10d"', f'opens = "{opens}"')
    edit(folder, "campaign.toml", 'closes = "+5d"', f'closes = "{closes}"')
    return folder


def steps(campaign: Campaign) -> list[str]:
    """The states that the campaign has gone through."""
    changes = StateChange.objects.filter(subject="campaign", object_id=campaign.pk).order_by("id")
    return [change.after for change in changes]


def figures(campaign: Campaign) -> Any:
    return figures_of(campaign, at=now())


def assert_sound_books() -> None:
    assert [result for result in check_books() if result.breaches] == []


def states_of(rows: Any) -> list[str]:
    return list(rows.order_by("id").values_list("state", flat=True))


def test_each_gift_is_pledged_paid_and_booked_at_its_time(tmp_path: Path) -> None:
    campaign = loaded(garden(tmp_path))
    pledges = Pledge.objects.order_by("id")
    assert states_of(pledges) == ["confirmed"] * 5
    assert states_of(Payment.objects) == ["captured"] * 5
    first = pledges[0]
    minutes = [(pledge.made_at - campaign.opens_at).total_seconds() // 60 for pledge in pledges]
    assert minutes == [60, 125, 1500, 2880, 4000]
    payment = Payment.objects.get(purpose_id=first.pk)
    posting = Posting.objects.get(key=f"{payment}:captured")
    fact = Fact.objects.get(kind="pledge.confirmed", about=str(first))
    assert first.made_at == first.confirmed_at == payment.captured_at == fact.at
    assert (posting.kind, posting.occurred_at) == ("gift", first.made_at)
    assert payment.provider == "recorded"
    assert_sound_books()


def test_the_same_address_twice_is_one_supporter_and_a_nameless_gift_another(
    tmp_path: Path,
) -> None:
    found = figures(loaded(garden(tmp_path)))
    assert found.supporters == 4
    assert found.raised.major() == "127.50"
    assert found.promised.minor == 0


def test_an_open_all_or_nothing_campaign_has_promises_and_no_postings(tmp_path: Path) -> None:
    campaign = loaded(stage(tmp_path))
    assert (campaign.state, states_of(Pledge.objects)) == ("live", ["promised", "promised"])
    assert states_of(Payment.objects) == ["authorised", "authorised"]
    assert Posting.objects.count() == 0
    found = figures(campaign)
    assert (found.promised.major(), found.raised.major(), found.supporters) == ("90000", "0", 2)


def test_one_that_ended_at_its_target_was_collected_at_the_closing(tmp_path: Path) -> None:
    campaign = loaded(dated(stage(tmp_path), "-10d", "-1d"))
    assert campaign.state == "ended"
    assert campaign.closure.reached
    assert steps(campaign) == ["approved", "live", "closing", "ended"]
    assert states_of(Pledge.objects) == ["confirmed", "confirmed"]
    assert set(Posting.objects.values_list("occurred_at", flat=True)) == {campaign.closes_at}
    found = figures(campaign)
    assert (found.promised.major(), found.raised.major()) == ("90000", "90000")
    assert_sound_books()


def test_one_that_ended_below_its_target_dropped_what_was_promised(tmp_path: Path) -> None:
    folder = dated(stage(tmp_path), "-10d", "-1d")
    edit(folder, "campaign.toml", '"90000"', '"90001"')
    campaign = loaded(folder)
    assert campaign.state == "ended"
    assert not campaign.closure.reached
    assert states_of(Pledge.objects) == ["dropped", "dropped"]
    assert states_of(Payment.objects) == ["cancelled", "cancelled"]
    assert Posting.objects.count() == 0
    found = figures(campaign)
    assert (found.promised.major(), found.raised.major()) == ("90000", "0")
    assert_sound_books()


def test_a_keep_it_all_campaign_that_ended_keeps_its_gifts(tmp_path: Path) -> None:
    folder = garden(tmp_path)
    edit(folder, "campaign.toml", 'closes = "+10d"', 'closes = "-1d"')
    campaign = loaded(folder)
    assert campaign.state == "ended"
    assert campaign.closure.closed_at == campaign.closes_at < now()
    assert (campaign.closure.raised_minor, campaign.closure.supporters) == (12_750, 4)


def test_a_campaign_of_tomorrow_waits_for_its_opening(tmp_path: Path) -> None:
    folder = dated(stage(tmp_path), "+1d", "+5d")
    (folder / "supporters.csv").unlink()
    campaign = loaded(folder)
    assert steps(campaign) == ["approved", "scheduled"]


@pytest.mark.parametrize(
    ("opens", "closes", "before"),
    [
        ("-10d", "+5d", ["approved", "live"]),
        ("-10d", "-1d", ["approved", "live"]),
        ("+1d", "+5d", ["approved", "scheduled"]),
    ],
)
def test_a_cancelled_campaign_was_cancelled_before_its_end(
    tmp_path: Path, opens: str, closes: str, before: list[str]
) -> None:
    folder = dated(stage(tmp_path), opens, closes)
    edit(folder, "campaign.toml", "sdgs = []", 'sdgs = []\nstate = "cancelled"')
    if opens.startswith("+"):
        (folder / "supporters.csv").unlink()
    campaign = loaded(folder)
    assert steps(campaign) == [*before, "cancelled"]
    assert campaign.cancellation.cancelled_at <= min(now(), campaign.closes_at)
    assert set(states_of(Pledge.objects)) <= {"dropped"}


def test_a_campaign_that_closes_while_it_is_loaded_is_loaded_whole(
    tmp_path: Path, clock: Any
) -> None:
    moment = now()
    folder = garden(tmp_path)
    closing = datetime.fromtimestamp(moment.timestamp() + 1, moment.tzinfo).isoformat()
    edit(folder, "campaign.toml", 'closes = "+10d"', f'closes = "{closing}"')
    clock.set_clock(
        # It stands still until something is written, then five seconds have passed.
        f"timestamptz '{moment.isoformat()}' + CASE"
        " WHEN txid_current_if_assigned() IS NULL THEN interval '0' ELSE interval '5 s' END"
    )
    campaign = loaded(folder)
    assert campaign.state == "live"
    assert Pledge.objects.count() == 5
    assert campaign.closes_at < now()
