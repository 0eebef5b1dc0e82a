"""Which browser the tests drive, and how it is started.

`python -m tests.browser.chromium` prints the browser's path, or says what to do and fails.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMED_BY = "COLLETTA_BROWSER"
ON_THE_MACHINE = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# Nothing asks the network on its own; a test run needs neither a GPU nor a first-run page.
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def browser() -> Path | None:
    """The browser named by COLLETTA_BROWSER, else one on the machine, else Playwright's own."""
    if named := os.environ.get(NAMED_BY):
        return Path(named)
    for name in ON_THE_MACHINE:
        if found := shutil.which(name):
            return Path(found)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.exists() else None


def main() -> int:
    """Prints the browser's path; 1 when there is none."""
    path = browser()
    if path is None or not path.exists():
        print(f"No Chromium found: install one, or name it in {NAMED_BY}.", file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
