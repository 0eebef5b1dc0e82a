"""Start everything: database, site and worker, until Ctrl-C."""

import argparse

from colletta.cli.faults import Refused
from colletta.cli.ready import inside
from colletta.cli.supervision.demonstration_home import has_a_demonstration
from colletta.cli.supervision.port import add_port
from colletta.cli.supervision.site import demonstrate
from colletta.cluster import default_home


def register(parser: argparse.ArgumentParser) -> None:
    add_port(parser)
    parser.add_argument(
        "--fresh", action="store_true", help="throw away what an earlier demonstration made here"
    )
    parser.add_argument(
        "--empty", action="store_true", help="do not load the demonstration's campaigns and people"
    )
    more = parser.add_subparsers(metavar="code NAME")
    code = more.add_parser("code", help="print a code for the desk: colletta demo code carla")
    code.add_argument("name", metavar="NAME", help="carla, tina or milo")
    code.set_defaults(run=_print_code)


def run(arguments: argparse.Namespace) -> int:
    return demonstrate(port=arguments.port, empty=arguments.empty, fresh=arguments.fresh)


def _print_code(arguments: argparse.Namespace) -> int:
    """Raises Refused where there is no demonstration, or nobody of that name at its desk."""
    if not has_a_demonstration(default_home()):
        raise Refused(f"There is no demonstration in {default_home()}. Start one with bin/demo.")
    print(inside("coding").code_for(arguments.name))
    return 0
