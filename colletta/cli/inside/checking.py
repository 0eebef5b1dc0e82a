"""The invariants of the books, one a line."""

import json

from colletta.ledger.checks import Result, check_books


def check() -> bool:
    """Prints each invariant's sentence with its answer; False when one does not hold."""
    results = check_books()
    for result in results:
        _print(result)
    broken = sum(not result.holds for result in results)
    if broken:
        print(f"{broken} of {len(results)} invariants do not hold.")
    else:
        print(f"All {len(results)} invariants hold.")
    return not broken


def _print(result: Result) -> None:
    answer = "holds" if result.holds else "BROKEN"
    print(f"{answer:8}{result.sentence} ({result.milliseconds} ms)")
    for breach in result.breaches:
        print(f"        {json.dumps(breach, default=str, ensure_ascii=False)}")
