"""What a site needs before it can serve: tables, static files, what there is to load."""

import importlib

from colletta.cli.inside.collecting import collect
from colletta.cli.inside.migrating import migrate

_DEMONSTRATION = "colletta.demo.staging"


def prepare(*, owner: str, application_role: str, empty: bool) -> None:
    """Doing it again changes nothing and is quick."""
    print("Bringing the tables up to date …", flush=True)
    migrate(owner=owner, application_role=application_role, verbosity=0)
    print("Collecting static files …", flush=True)
    collect()
    if not empty:
        print("Loading the demonstration …", flush=True)
        # Rooms beside each other may name each other, but not import.
        importlib.import_module(_DEMONSTRATION).stage(lambda line: print(f"  {line}", flush=True))
