"""`python -m colletta.cli.supervision.preparation`: what a site needs before it can serve."""

import sys

from colletta.cli import faults
from colletta.cli.database import database
from colletta.cli.ready import inside


def main() -> int:
    try:
        with database() as addresses:
            owner = addresses.owner_address()
            inside("preparing").prepare(
                owner=owner,
                application_role=addresses.application_role,
                empty="--empty" in sys.argv,
            )
    except Exception as fault:
        sentence = faults.explain(fault)
        if sentence is None:
            raise
        print(sentence, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
