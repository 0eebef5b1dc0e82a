"""`python -m colletta`, which is what bin/colletta calls."""

import sys

from colletta.cli import main

sys.exit(main())
