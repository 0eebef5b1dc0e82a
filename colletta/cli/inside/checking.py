"""The invariants of the books, one a line."""

import json

from colletta.ledger.checks import Result, check_books


def check() -> bool:
    """Prints each invariant's sentence with its answer; False when one is broken."""
    results = check_books()
    for result in results:
        _print(result)
    broken = sum(result.is_broken for result in results)
    unasked = sum(bool(result.unanswered) for result in results)
    if broken:
        print(f"{broken} of {len(results)} invariants do not hold.")
    elif unasked:
        print(f"{len(results) - unasked} invariants hold, {unasked} could not be asked.")
    else:
        print(f"All {len(results)} invariants hold.")
    return not broken


def _print(result: Result) -> None:
    answer = "BROKEN" if result.is_broken else "unasked" if result.unanswered else "holds"
    print(f"{answer:8}{result.sentence} ({result.milliseconds} ms)")
    if result.unanswered:
        print(f"        {result.unanswered}")
    for breach in result.breaches:
        print(f"        {json.dumps(breach, default=str, ensure_ascii=False)}")
