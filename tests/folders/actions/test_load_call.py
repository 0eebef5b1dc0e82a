"""A folder becomes a call, once."""

from pathlib import Path

import pytest

from colletta.folders.actions.load_call import CallDiffers, load_call
from colletta.folders.actions.load_folder import load_folder
from colletta.history.models import Fact
from colletta.matching.models import Call, CallState
from tests.folders.workbench import copied, edit, garden

pytestmark = pytest.mark.django_db


def test_the_same_call_again_changes_nothing(tmp_path: Path) -> None:
    folder = copied("verde-vicino", tmp_path)
    first, again = load_call(folder=folder), load_call(folder=folder)
    assert (first.changed, again.changed, again.call) == (True, False, first.call)
    assert list(Fact.objects.order_by("pk").values_list("kind", flat=True)) == [
        "call.drafted",
        "call.opened",
    ]


@pytest.mark.parametrize("state", ["draft", "open", "closed"])
def test_a_call_comes_in_the_state_that_is_written(tmp_path: Path, state: str) -> None:
    folder = copied("verde-vicino", tmp_path)
    edit(folder, "call.toml", 'state = "open"', f'state = "{state}"')
    assert load_call(folder=folder).call.state == state


def test_a_call_that_moved_on_is_not_another_one(tmp_path: Path) -> None:
    folder = copied("verde-vicino", tmp_path)
    load_call(folder=folder)
    Call.objects.update(state=CallState.CLOSED)
    assert not load_call(folder=folder).changed


def test_what_differs_is_named_and_nothing_is_changed(tmp_path: Path) -> None:
    folder = copied("verde-vicino", tmp_path)
    load_call(folder=folder)
    edit(folder, "call.toml", 'pool = "500.00"', 'pool = "600.00"')
    edit(folder, "call.toml", 'cap = "300.00"', 'cap = "400.00"')
    with pytest.raises(CallDiffers) as refused:
        load_call(folder=folder)
    assert refused.value.differences == ["pool", "rule"]
    assert Call.objects.get().pool_minor == 50_000


def test_the_campaign_that_names_it_reserves_from_its_pool(tmp_path: Path) -> None:
    call = load_call(folder=copied("verde-vicino", tmp_path)).call
    campaign = load_folder(folder=garden(tmp_path)).campaign
    call.refresh_from_db()
    assert campaign.matches.get(position=1).call == call
    assert call.reserved_minor == campaign.matches.get(position=1).reserved_minor
