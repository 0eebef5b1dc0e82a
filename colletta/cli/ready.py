"""Modules below colletta/cli/inside/ need Django, which must first know its database."""

import importlib
import os
from types import ModuleType

import django

from colletta.cli.sandbox import running_sandbox
from colletta.cluster import default_home
from colletta.cluster.home import make_writable_home


def inside(name: str) -> ModuleType:
    """Sets Django up, once DATABASE_URL is known, and returns colletta.cli.inside.`name`.

    Beside a running demonstration its sandbox is the payment provider.

    Raises HomeUnusable: the settings keep a key in the home folder.
    """
    make_writable_home(default_home())
    os.environ.update(running_sandbox(default_home()))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "colletta.config.settings")
    django.setup()
    return importlib.import_module(f"colletta.cli.inside.{name}")
