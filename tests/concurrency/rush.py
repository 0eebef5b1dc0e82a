"""Promises made as fast as several processes can, around a closing.

    python -m tests.concurrency.rush PROCESSES EACH CAMPAIGN

It says "ready", waits for a line, and says in the end how many promises were accepted.
"""

import sys
import threading

import django

django.setup()

from colletta.campaigns.models import Campaign  # noqa: E402 - models need the setup first
from colletta.pledges.models import State  # noqa: E402
from colletta.pledges.window import CampaignIsNotOpen  # noqa: E402
from tests.cast import promise_of_bruno  # noqa: E402
from tests.concurrency.forks import PROCESSES, in_processes  # noqa: E402


class Rush:
    """What the processes share: the start, and how many promises were accepted."""

    def __init__(self, each: int, campaign_id: int) -> None:
        self.each = each
        self.campaign_id = campaign_id
        self.go = PROCESSES.Event()
        self.accepted = PROCESSES.Value("q", 0)

    def run(self, process: int) -> None:
        campaign = Campaign.objects.get(pk=self.campaign_id)
        self.go.wait(60)
        for number in range(self.each):
            if self._is_accepted(campaign, f"s{process}-{number}@posta.example"):
                with self.accepted.get_lock():
                    self.accepted.value += 1

    def _is_accepted(self, campaign: Campaign, email: str) -> bool:
        try:
            return promise_of_bruno(campaign, "1.00", email=email).state == State.PROMISED
        except CampaignIsNotOpen:
            return False

    def begin(self) -> None:
        print("ready", flush=True)
        sys.stdin.readline()
        self.go.set()


def main() -> None:
    processes, each, campaign_id = map(int, sys.argv[1:])
    rush = Rush(each, campaign_id)
    threading.Timer(0.5, rush.begin).start()  # when every process has been forked
    in_processes(processes, rush.run)
    print(rush.accepted.value, flush=True)


if __name__ == "__main__":
    main()
