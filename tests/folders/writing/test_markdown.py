"""Stories go out as Markdown and come back as the same HTML."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from colletta.folders.markdown import objections_to, to_html
from colletta.folders.writing.markdown import to_markdown

# What means something in CommonMark, beside letters of several scripts.
BITS = (
    "a|b c|é|😀|שלום|volontar*|*|**|_|__|`|``|- |+ |1. |2) |# |## |> "
    "|\n|\n\n|  |    |\n  |\n    |---"
    "|***|===|[x](https://e.example/a_b*c)|<|&amp;|&|!|\\|~~~|```|\t|#| |:|&nbsp;|  \n|x\\\n"
).split("|")


def there_and_back(text: str) -> str:
    return to_html(to_markdown(to_html(text)))


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(BITS), min_size=1, max_size=12).map("".join))
def test_every_story_comes_back_as_it_was(text: str) -> None:
    if not objections_to(text):
        assert there_and_back(text) == to_html(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_every_text_comes_back_as_it_was(text: str) -> None:
    if not objections_to(text):
        assert there_and_back(text) == to_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "# Titolo\n\nUn paragrafo.\n",
        "Due righe\\\nuna sotto l'altra.\n",
        "- uno\n- due\n  - dentro\n- tre\n",
        "- uno\n\n  ancora\n\n- due\n",
        "3. tre\n4. quattro\n",
        "> Citazione\n>\n> - con elenco\n",
        "```\n  codice *così*\n\n# qui\n```\n",
        "Un [indirizzo](<https://orto.example/a?b=1>) e *parole* **forti**.\n",
        "volontar* e bambin* sono benvenut*.\n",
        "***\n",
    ],
)
def test_what_people_write_is_written_as_they_would(text: str) -> None:
    assert to_markdown(to_html(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "- a\n- b\n\n+ c\n",
        "1. a\n\n1) b\n",
        "*a*_b_",
        "**a *b* c**",
        "*a **b** c*",
        "*a*b",
        "un**po**co",
        '*"tra virgolette"*di',
        "\\- trattino\n\\1. numero",
        "a\nb\n===",
        "`` ` ``",
        "-\n- b",
        "- ```\n  codice\n  ```\n- b",
        "&#32;spazio davanti",
    ],
)
def test_what_stands_close_together_stays_apart(text: str) -> None:
    assert there_and_back(text) == to_html(text)


def test_what_commonmark_cannot_say_keeps_every_word() -> None:
    html = "<p><em>a<em>b<em>c</em></em></em> <strong> d </strong></p>"
    words = to_html(to_markdown(html))
    assert all(word in words for word in "abcd")
    assert objections_to(to_markdown(html)) == []


def test_A32_a_long_story_is_written_in_time() -> None:
    story = to_html("parola * _ altra\n\n" * 1000)
    assert to_html(to_markdown(story)) == story
