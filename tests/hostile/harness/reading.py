"""What a person reads of a text in a package: the text, as it is in the document.

Compared are the words: a page wraps lines, and what Markdown makes of a text that is Markdown, a
heading or an image, is as good as the text itself.
"""

from __future__ import annotations

import ast
import json
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tests.hostile.attacks.base import Document, base
from tests.hostile.attacks.places import FREE
from tests.hostile.harness import packages
from tests.hostile.harness.packages import Made

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Cn"})


class _Seen(dict[int, str]):
    """What is seen of a character, by its number."""

    def __missing__(self, number: int) -> str:
        character = chr(number)
        is_unseen = unicodedata.category(character) in _UNSEEN
        self[number] = " " if character.isspace() else "" if is_unseen else character
        return self[number]


_SEEN: Final = _Seen()
_MARK: Final = re.compile(r"mark\d+mark")


def marked(text: str) -> tuple[Document, Mapping[str, str]]:
    """Put a text into all free places, each with a mark before it; give the places by mark."""
    document = base()
    places = {}
    for number, (name, put) in enumerate(FREE.items()):
        mark = f"mark{number}mark"
        put(document, f"{mark} {text}")
        places[mark] = name
    return document, places


@dataclass(frozen=True)
class Reading:
    """A text as it is met: in which kind of file, at which place of the document, and its words."""

    where: str
    place: str
    words: tuple[str, ...]


def readings(made: Made, places: Mapping[str, str], size: int) -> Iterator[Reading]:
    """Find every mark in a package, with the words that follow it in some characters."""
    for where, text in _texts(made):
        for found in _MARK.finditer(text):
            yield Reading(where, places[found[0]], words(text[found.end() : found.end() + size]))


def spellings(text: str) -> set[tuple[str, ...]]:
    """Give the words of a text, as it stands, as code and JSON spell it, and as Markdown reads."""
    literal, quoted = repr(text)[1:-1], json.dumps(text)[1:-1]
    plain = json.dumps(text, ensure_ascii=False)[1:-1]
    first = text.partition(". ")[0]  # of a description, lists have the first sentence
    forms = (text, literal, quoted, plain, repr(literal)[1:-1], first)
    return {*map(words, forms), words(packages.readable(f"mark {text}"))[1:]}


def words(text: str) -> tuple[str, ...]:
    """Give the words of a text, as far as they can be seen."""
    return tuple(re.findall(r"[^\W_]+", text.translate(_SEEN)))


def _texts(made: Made) -> Iterator[tuple[str, str]]:
    """Give what is read of each file: of code, each string alone; of a page, what is shown."""
    for path, text in made.files.items():
        if packages.is_page(path):
            yield "pages", packages.readable(text)
        elif path == "pyproject.toml":
            yield "the index", tomllib.loads(text)["project"]["description"]
        elif path in packages.modules(made):
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield "code", node.value
