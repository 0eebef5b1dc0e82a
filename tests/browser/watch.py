"""Watches a page: whom it asks, what it complains about."""

from playwright.sync_api import ConsoleMessage, Page, Request, Response

OWN_SCHEMES = ("data:", "blob:", "about:")
# The browser reports a page's own 404 or 503 as an error; answers are judged by `answered` instead.
ABOUT_AN_ANSWER = "Failed to load resource"


class Watch:
    """Collects the faults of everything a page loads; `faults` is empty for a good page."""

    def __init__(self, page: Page, *origins: str) -> None:
        self.faults: list[str] = []
        self._origins = tuple(f"{origin}/" for origin in origins)
        page.on("request", self.asked)
        page.on("response", self.answered)
        page.on("requestfailed", self.failed)
        page.on("console", self.complained)
        page.on("pageerror", lambda error: self.faults.append(f"a script broke: {error}"))

    def asked(self, request: Request) -> None:
        """Only the site itself may be asked, and where it leads to."""
        if not request.url.startswith((*self._origins, *OWN_SCHEMES)):
            self.faults.append(f"asked another place: {request.url}")

    def answered(self, response: Response) -> None:
        """What a page loads must be there. The page itself is its test's own business."""
        if response.status >= 400 and not response.request.is_navigation_request():
            self.faults.append(f"{response.status} for {response.url}")

    def failed(self, request: Request) -> None:
        """A request without an answer, unless the page that asked was left."""
        if "ERR_ABORTED" not in (request.failure or ""):
            self.faults.append(f"no answer for {request.url}: {request.failure}")

    def complained(self, message: ConsoleMessage) -> None:
        """Errors and warnings of the console: broken scripts, refused styles, bad markup."""
        if message.type in {"error", "warning"} and ABOUT_AN_ANSWER not in message.text:
            self.faults.append(f"console: {message.text}")
