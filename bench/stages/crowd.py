"""Several processes that give at once, to one campaign or to many."""

import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

PROCESSES = 4


def run(*, campaigns: Sequence[int], seconds: float) -> dict[str, Any]:
    """Gifts a second of all of them."""
    wish = json.dumps({"campaigns": campaigns, "seconds": seconds})
    givers = [
        subprocess.Popen(
            [sys.executable, "-m", "bench.stages", "giver", wish], stdout=subprocess.PIPE
        )
        for _ in range(PROCESSES)
    ]
    said = [giver.communicate()[0] for giver in givers]
    if any(giver.returncode for giver in givers):
        raise RuntimeError("a giver ended early; what it said stands above")
    return {"per_second": round(sum(json.loads(one)["per_second"] for one in said), 1)}
