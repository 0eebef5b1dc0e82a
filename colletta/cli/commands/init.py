"""Write the settings file of a new installation; asks for what it is not told."""

import argparse
from pathlib import Path

from colletta.cli.asking import Asking
from colletta.cli.new_settings import new_settings
from colletta.cluster import default_home
from colletta.installation import settings_path
from colletta.installation.writing import write_settings


def register(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--url", help="the public address, as visitors type it: https://gifts.example.org")
    add("--name", help="what the site is called")
    add("--language", choices=["it", "en"], help="for visitors whose browser asks for neither")
    add("--mail-host", help="the mail server; none: letters stay in the outbox, unsent")
    add("--mail-port", help="its port (default: 587, with STARTTLS)")
    add("--mail-user", help="its user; the password comes from COLLETTA_MAIL_PASSWORD or is asked")
    add("--mail-from", help="the address that letters come from")
    add("--database", metavar="URL", help="of the application's role (default: embedded server)")
    add("--database-owner", metavar="URL", help="of the role that owns the tables")
    add("--trusted-proxies", metavar="NETWORKS", help="of your proxies (default: 127.0.0.1, ::1)")
    add("--file", type=Path, help="where to write (default: colletta.env below COLLETTA_HOME)")
    add("--no-questions", action="store_true", help="take the defaults for what is not said")


def run(arguments: argparse.Namespace) -> int:
    path = arguments.file or settings_path(default_home())
    asking = Asking(vars(arguments), interactive=False if arguments.no_questions else None)
    write_settings(path, new_settings(asking))
    print(f"{path} is written, for your eyes alone: it holds the site's secrets.")
    print("Next: colletta migrate, then colletta doctor, then docs/hosting/README.md.")
    return 0
