"""Several operators load at the same moment."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from django.db import IntegrityError, connections

from colletta.campaigns.models import Campaign
from colletta.folders.actions.load_folder import Loaded, load_folder
from colletta.ledger.models import Posting
from colletta.matching.models import Partner
from colletta.people.models import Organisation
from colletta.pledges.models import Pledge
from tests.folders.workbench import edit, garden

# In front of the real one for the application role, it lets everybody through.
NO_LOCK = """
CREATE FUNCTION public.pg_advisory_xact_lock(integer) RETURNS void LANGUAGE sql AS '';
ALTER ROLE colletta_app IN DATABASE "{database}" SET search_path = public, pg_catalog;
"""


def at_once(*acts: Callable[[], Loaded]) -> list[Loaded | IntegrityError]:
    """What threads get that do this at the same moment."""
    start = threading.Barrier(len(acts))
    outcomes: list[Loaded | IntegrityError] = []

    def run(act: Callable[[], Loaded]) -> None:
        start.wait()
        try:
            outcomes.append(act())
        except IntegrityError as refused:
            outcomes.append(refused)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def garden_named(place: Path, name: str) -> Path:
    folder = garden(place / name)
    edit(folder, "campaign.toml", '"orto-di-via-luna"', f'"orto-di-via-{name}"')
    return folder


def test_one_folder_at_once_makes_one_campaign(fresh_database: Any, tmp_path: Path) -> None:
    folder = garden(tmp_path)
    outcomes = at_once(*[partial(load_folder, folder=folder)] * 4)
    loaded = [outcome for outcome in outcomes if isinstance(outcome, Loaded)]
    assert sorted(outcome.changed for outcome in loaded) == [False, False, False, True]
    assert {outcome.campaign.pk for outcome in loaded} == {Campaign.objects.get().pk}
    assert Pledge.objects.count() == Posting.objects.filter(kind="gift").count() == 5


def test_different_folders_of_one_owner_at_once_share_it(
    fresh_database: Any, tmp_path: Path
) -> None:
    folders = [garden_named(tmp_path, name) for name in ("alba", "sole", "vento")]
    outcomes = at_once(*[partial(load_folder, folder=folder) for folder in folders])
    assert [isinstance(outcome, Loaded) and outcome.changed for outcome in outcomes] == [True] * 3
    assert (Organisation.objects.count(), Partner.objects.count()) == (1, 1)


def test_NC_without_the_lock_they_run_into_each_other(fresh_database: Any, tmp_path: Path) -> None:
    with fresh_database.connect("superuser", autocommit=True) as superuser:
        superuser.execute(NO_LOCK.format(database=fresh_database.name))
    connections.close_all()
    for name in ("alba", "sole", "vento", "pioggia", "neve"):
        folder = garden_named(tmp_path, name)
        outcomes = at_once(*[partial(load_folder, folder=folder)] * 4)
        if any(isinstance(outcome, IntegrityError) for outcome in outcomes):
            return
    raise AssertionError("nobody met another in five rounds: the lock would not be needed")
