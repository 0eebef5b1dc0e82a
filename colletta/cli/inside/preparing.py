"""What a site needs before it can serve: tables, static files, what there is to load."""

import importlib
import importlib.util

from django.core.management import call_command

from colletta.cli.inside.migrating import migrate


def prepare(*, owner: str, application_role: str) -> None:
    """Doing it again changes nothing and is quick."""
    print("Bringing the tables up to date …", flush=True)
    migrate(owner=owner, application_role=application_role, verbosity=0)
    print("Collecting static files …", flush=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    if importlib.util.find_spec("colletta.demo") is None:
        return
    print("Loading the demonstration …", flush=True)
    importlib.import_module("colletta.demo").load(lambda line: print(f"  {line}", flush=True))
