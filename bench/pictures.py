"""`python -m bench.pictures`: the pictures of README.md, taken from a demonstration that runs.

Two views, on a phone and on a desktop, by day and by night, in docs/pictures, small enough to read
on a train.
"""

import argparse
import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import FLAGS
from tests.browser.chromium import browser as chromium

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
MOST = 120_000  # bytes of one picture


@dataclass(frozen=True, kw_only=True)
class View:
    """One page as one reader sees it; `density` is device pixels for each CSS pixel."""

    name: str
    path: str
    width: int
    height: int
    density: int = 1


VIEWS = (
    View(name="home", path="en/", width=1280, height=860),
    View(name="campaign", path="en/campaigns/un-sorriso-in-vicolo/", width=1280, height=1000),
    View(
        name="phone",
        path="en/campaigns/la-ciclofficina-riapre/",
        width=390,
        height=1180,
        density=2,
    ),
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="bin/pictures", description=__doc__)
    parser.add_argument("url", nargs="?", default="http://127.0.0.1:8000/", help="of the site")
    site = parser.parse_args().url.rstrip("/") + "/"
    FOLDER.mkdir(parents=True, exist_ok=True)
    path_of_browser = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path_of_browser, chromium_sandbox=False, args=list(FLAGS)
        )
        for view in VIEWS:
            for scheme in ("light", "dark"):
                path = FOLDER / f"{view.name}-{scheme}.webp"
                _save(_taken(browser, site, view, dark=scheme == "dark"), path)
                print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
        browser.close()
    return 0


def _taken(browser: Browser, site: str, view: View, *, dark: bool) -> bytes:
    page = browser.new_page(
        viewport={"width": view.width, "height": view.height},
        device_scale_factor=view.density,
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    page.goto(site + view.path)
    page.wait_for_load_state("networkidle")
    taken = page.screenshot()
    page.close()
    return taken


def _save(picture: bytes, path: Path) -> None:
    """As good as fits."""
    with Image.open(io.BytesIO(picture)) as opened:
        for quality in (88, 80, 70, 55):
            opened.save(path, quality=quality, method=6)
            if path.stat().st_size <= MOST:
                return
    raise SystemExit(f"{path.name} is larger than {MOST} bytes.")


if __name__ == "__main__":
    raise SystemExit(main())
