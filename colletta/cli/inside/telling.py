"""What can happen, and who reacts."""

from colletta.history.kinds import KINDS
from colletta.history.subscriptions import subscribers_of


def tell() -> None:
    for kind, sentence in KINDS.items():
        print(f"{kind}: {sentence}")
        for subscriber in subscribers_of(kind):
            print(f"    {subscriber}")
        if not subscribers_of(kind):
            print("    nobody reacts")
