"""`python -m bench.stages NAME WISH`: sets Django up, then prints what the part finds as JSON."""

import importlib
import json
import sys

import django


def main() -> None:
    django.setup()
    part = importlib.import_module(f"bench.stages.{sys.argv[1]}")
    print(json.dumps(part.run(**json.loads(sys.argv[2]))))


if __name__ == "__main__":
    main()
