"""Bring tables, rights and static files up to date."""

import argparse

from colletta.cli.database import database
from colletta.cli.ready import inside


def register(parser: argparse.ArgumentParser) -> None:
    pass


def run(arguments: argparse.Namespace) -> int:
    with database() as addresses:
        owner = addresses.owner_address()
        inside("migrating").migrate(owner=owner, application_role=addresses.application_role)
        print("Collecting static files …", flush=True)
        inside("collecting").collect()
    return 0
