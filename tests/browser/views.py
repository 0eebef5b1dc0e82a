"""The ways in which a page is looked at: how wide, by which light, in which language.

@pytest.mark.parametrize("view", EVERY_LANGUAGE, ids=str)
def test_the_page_is_complete(page: Page, view: View) -> None:
    page.goto(f"/{view.language}/")
"""

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]
Language = Literal["it", "en"]

PHONE = 390
DESKTOP = 1280
HEIGHTS = {PHONE: 844, DESKTOP: 900}
LOCALES = {"it": "it-IT", "en": "en-GB"}


@dataclass(frozen=True)
class View:
    """Width in CSS pixels, theme, and language of the address and of the browser."""

    width: int = PHONE
    theme: Theme = "light"
    language: Language = "it"

    def __str__(self) -> str:
        return f"{self.width}-{self.theme}-{self.language}"

    def of_the_browser(self) -> dict[str, object]:
        """The same for a browser's context; nothing moves, so that colours stand still."""
        return {
            "viewport": {"width": self.width, "height": HEIGHTS.get(self.width, 900)},
            "color_scheme": self.theme,
            "locale": LOCALES[self.language],
            "reduced_motion": "reduce",
        }


THEMES: tuple[Theme, ...] = ("light", "dark")
LANGUAGES: tuple[Language, ...] = ("it", "en")
EVERY_LANGUAGE = [View(language=language) for language in LANGUAGES]
