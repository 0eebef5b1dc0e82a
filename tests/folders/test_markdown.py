"""CommonMark at the edge of a folder."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colletta.folders.markdown import objections_to, to_html
from colletta.folders.subset import TAGS, clean


class Seen(HTMLParser):
    """Collects the elements and attributes of a text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update((name, value or "") for name, value in attrs)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Due *parole* **forti**", "<p>Due <em>parole</em> <strong>forti</strong></p>"),
        ("anzian\\*", "<p>anzian*</p>"),
        ("volontar* e abitant* del rione", "<p>volontar* e abitant* del rione</p>"),
        ("# Uno\n\n## Due", "<h2>Uno</h2>\n<h3>Due</h3>"),
        ("### Tre\n\n###### Sei", "<h4>Tre</h4>\n<h4>Sei</h4>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. c\n4. d", '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>'),
        ("> detto", "<blockquote>\n<p>detto</p>\n</blockquote>"),
        ("una  \nriga", "<p>una<br>\nriga</p>"),
        ("---", "<hr>"),
        ("3 < 4 & 5 > 4", "<p>3 &lt; 4 &amp; 5 &gt; 4</p>"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
    ],
)
def test_markdown_becomes_the_closed_subset(text: str, html: str) -> None:
    assert objections_to(text) == []
    assert to_html(text) == html


def test_a_link_says_what_it_is_to_search_engines_and_other_sites() -> None:
    html = to_html("[qui](https://aurora.example/?a=1&b=2)")
    assert html == (
        '<p><a href="https://aurora.example/?a=1&amp;b=2" rel="nofollow ugc noopener">qui</a></p>'
    )


@pytest.mark.parametrize(
    "target",
    [
        "https://aurora.example",
        "http://aurora.example/a/b?c#d",
        "HTTPS://AURORA.EXAMPLE",
        "mailto:ciao@aurora.example",
    ],
)
def test_a_link_of_the_web_or_to_a_mailbox_is_kept(target: str) -> None:
    assert objections_to(f"[x]({target})") == []
    assert "href=" in to_html(f"[x]({target})")


@pytest.mark.parametrize(
    "target",
    [
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "data:text/html,x"),
        *("file:///etc/passwd", "ftp://x.example/", "tel:+39123", "//x.example/a", "/en/desk/"),
        *("#pay", "page.html", "https:", "https://", "http:/x", "mailto:", "mailto:x", ""),
        *("&#106;avascript:alert(1)", "java&#10;script:alert(1)", "&#x01;javascript:alert(1)"),
    ],
)
def test_A13_any_other_link_is_refused_with_its_line(target: str) -> None:
    for text in (f"Prima\n\n[x](<{target}>)", f"Prima\n\n[x][r]\n\n[r]: <{target}>"):
        assert [objection.line for objection in objections_to(text)] == [3]
        assert "javascript" not in to_html(text).lower()
        assert "href" not in to_html(text)


@pytest.mark.parametrize(
    "html",
    [
        *("<script>alert(1)</script>", "<b>grassetto</b>", "<!-- nota -->", "<br>", "</p>"),
        *("<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<?php ?>", "<![CDATA[x]]>"),
        *("<a href='https://x.example'>x</a>", "<iframe src='https://x.example'></iframe>"),
    ],
)
def test_A12_raw_html_is_refused_wherever_it_stands(html: str) -> None:
    for text, line in ((html, 1), (f"Una\nriga {html} dopo", 2), (f"- a\n- b\n\n  {html}", 4)):
        found = objections_to(text)
        assert found
        assert found[0].line == line
        assert "Raw HTML" in found[0].reason


def test_a_picture_in_a_story_is_sent_to_the_gallery() -> None:
    (objection,) = objections_to("Testo\n\n![x](https://x.example/a.png)")
    assert objection.line == 3
    assert "gallery/" in objection.reason
    assert "<img" not in to_html("![x](https://x.example/a.png)")


def test_an_address_in_angle_brackets_is_a_link_not_html() -> None:
    assert objections_to("<https://aurora.example> <ciao@aurora.example>") == []
    assert objections_to("<javascript:alert(1)>") != []


@given(
    st.text(
        alphabet=st.sampled_from("ab *_#>-+.1`[]()<>!/:\n\\&;\"'=\t@")
        | st.characters(exclude_categories=["Cs"])
    )
)
def test_A12_whatever_is_written_only_the_subset_comes_out(text: str) -> None:
    html = to_html(text)
    seen = Seen(html)
    assert seen.tags <= TAGS
    assert {name for name, _ in seen.attributes} <= {"href", "rel", "start"}
    assert "h1" not in seen.tags
    assert clean(html) == html
