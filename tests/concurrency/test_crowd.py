"""Two hundred pledges from eight processes at once, while worker and database are killed.

COLLETTA_CROWD_SEED=7 COLLETTA_CROWD_PLEDGES=2000 bin/test tests/concurrency/test_crowd.py
"""

import os
import random
import signal
import time

import pytest

from colletta.history.jobs import sweep_deliveries
from colletta.mail.models import Letter
from colletta.payments.jobs import sweep_payments
from colletta.payments.models import LIVE_STATES, Payment
from colletta.pledges.models import Pledge
from tests.cast import live_campaign
from tests.closing import closing_check
from tests.concurrency.scene import Scene

PLEDGES = int(os.environ.get("COLLETTA_CROWD_PLEDGES", "200"))
SEED = int(os.environ.get("COLLETTA_CROWD_SEED", "0")) or random.randrange(1, 1_000_000)
PROCESSES = 8
LONGEST = 150.0 + PLEDGES / 4  # seconds
FIRST_DATABASE_KILL = 1.5


def test_two_hundred_pledges_from_eight_processes_are_equal_to_the_cent(scene: Scene) -> None:
    _crowd(scene, kills=False)
    assert Pledge.objects.count() == PLEDGES
    _settle(scene)
    closing_check(scene.company, alone=True, letters=scene.post_office.taken)
    assert _deadlocks(scene) == 0


def test_F1_F102_killing_worker_and_database_in_the_middle_changes_nothing(scene: Scene) -> None:
    _crowd(scene, kills=True)
    assert {"worker", "database by SIGQUIT", "database by SIGKILL"} <= set(scene.kills)
    scene.wait_for_the_database()
    assert Pledge.objects.count() == PLEDGES
    _settle(scene)
    closing_check(scene.company, alone=True, letters=scene.post_office.taken)


def _crowd(scene: Scene, *, kills: bool) -> None:
    print(f"COLLETTA_CROWD_SEED={SEED}")
    chance = random.Random(SEED)
    campaign = live_campaign(target_minor=100_000)
    scene.look_early()
    scene.work()
    terms = (SEED, PROCESSES, PLEDGES // PROCESSES, campaign.pk)
    people = scene.begin("tests.concurrency.crowd", *map(str, terms))
    begun = time.monotonic()
    plan = _plan(chance) if kills else []
    while people.poll() is None:
        passed = time.monotonic() - begun
        if passed > LONGEST:
            people.kill()
            pytest.fail(f"after {passed:.0f} s they were still at it: {scene.told()}")
        while plan and plan[0][0] < passed:
            _kill(scene, plan.pop(0)[1])
        scene.sweep_now()
        time.sleep(0.2)
    for _, victim in plan:  # they were quicker than planned
        _kill(scene, victim)
    assert people.returncode == 0, scene.told()


def _plan(chance: random.Random) -> list[tuple[float, str]]:
    """When who is killed, in seconds: the worker often, the database once in each way."""
    workers = [(chance.uniform(1, 12), "worker") for _ in range(4)]
    servers = [(chance.uniform(2, 5), "SIGQUIT"), (chance.uniform(7, 10), "SIGKILL")]
    return sorted(workers + servers)


def _kill(scene: Scene, victim: str) -> None:
    if victim == "worker":
        scene.kill_the_worker()
    else:
        scene.kill_the_database(signal.Signals[victim])


def _settle(scene: Scene) -> None:
    """The company has told what it had to tell, the sweeps have looked at what was left."""
    scene.company.ask("DELETE", "/control/faults")
    scene.wait_until_told()
    # Two hours pass at once, in which no sweep ran: a worker's look at the books just then would
    # find money that nobody had booked for so long, and freeze it.
    scene.stop_working()
    scene.let_time_pass(hours=2)
    scene.company.ask("POST", "/control/clock", {"advance_seconds": 7200})
    sweep_deliveries(timestamp=0)
    sweep_payments(timestamp=0)
    scene.work()
    live = Payment.objects.filter(state__in=LIVE_STATES)
    assert not live.exclude(state="processing").exists(), list(live)
    scene.wait_for_the_letters()
    assert not Letter.objects.to_send().exists()


def _deadlocks(scene: Scene) -> int:
    with scene.database.connect("superuser") as root:
        asked = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
        (found,) = root.execute(asked).fetchone() or (-1,)
    return int(found)
