"""`python -m bench`: measures a site of its own on this machine, prints a table or JSON.

Everything runs on the loopback interface, in a folder that is thrown away, for a bounded time.
What bounds a figure is measured in the same run: the page against a bare WSGI callable that sends
as many bytes from the same server, the gift against the same statements without Python's layers.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from bench.lengths import FULL, QUICK
from bench.measuring import measure
from bench.report import table


def main() -> int:
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one object in place of the table")
    parser.add_argument("--quick", action="store_true", help="within a minute, and less sure")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="colletta-bench-") as folder:
        found = measure(Path(folder) / "home", lengths=QUICK if arguments.quick else FULL)
    print(json.dumps(found, indent=2) if arguments.json else table(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
