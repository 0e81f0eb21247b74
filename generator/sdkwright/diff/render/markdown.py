"""A comparison as a comment on a pull request, in the Markdown of GitHub.

Text of the document is hostile. Words that could be more than a word (HTML, a link, a mention, a
heading) are shown as code, which GitHub does not interpret.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sdkwright.diagnostics import Place, one_line
from sdkwright.diff.changes import Change, Level
from sdkwright.diff.redocly import IMPACTS, DocumentChange, DocumentDiff
from sdkwright.diff.render.compared import (
    HEADINGS,
    NOTHING,
    Compared,
    about_versions,
    by_level,
    counts,
    place_of,
    sentence,
    version_after,
)

MARKER: Final = "<!-- sdkwright diff -->"
"""The first line, by which a workflow finds its comment again."""

LIMIT: Final = 65_536
"""Maximum length of a comment on GitHub, in characters; counted here in bytes, to be safe."""

_LONGEST_TEXT: Final = 600
_ROOM_FOR_REST: Final = 100
"""Length of the line that says how many changes are left out."""

_CODE: Final = re.compile(r"(?<!`)(?P<run>`+)(?!`)(?P<inside>.*?[^`])(?P=run)(?!`)", re.DOTALL)
_PLAIN: Final = re.compile(r"""(?:[^\W_]|[.,:;()'"/+=%?!–—’-])*""")
_IN_MARKS: Final = re.compile(r"""[^("'].*?(?=[.,:;?!)"']*$)""", re.DOTALL)
"""A word without the quotes and the punctuation around it."""
_MEANING: Final = re.compile(
    r"""
      www\.  |  ://          # addresses
    | :[a-z+-][\w+-]*:      # :tada:
    | \b[0-9a-f]{7,40}\b     # commits
    | \bgh-\d                # issues
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Section:
    """A part of the comment; items that do not fit are only counted."""

    head: str
    items: tuple[str, ...]
    tail: str = ""


def as_markdown(compared: Compared) -> str:
    """Return a comparison as a comment: a summary line, what breaks, and the rest folded.

    Args:
        compared: The comparison.

    Returns:
        The comment, which begins with `MARKER` and is never longer than `LIMIT`. If not all changes
        fit, the most severe are kept, and a line says how many are left out.
    """
    lines = [MARKER, _summary(compared), "", _states(compared)]
    if compared.document is None:
        lines += ["", "The document itself was not compared (`--document-diff` does that)."]
    elif compared.document.failure:
        lines += ["", f"The document itself was not compared: {prose(compared.document.failure)}"]
    return _fitted("\n".join(lines) + "\n", [*_sections(compared)])


def prose(text: str) -> str:
    """Return text with code spans, with everything else made plain text on one line.

    It can contain no HTML, links, mentions or headings.
    """
    text = _clipped(text)
    pieces: list[str] = []
    end = 0
    for span in _CODE.finditer(text):
        pieces += [_words(text[end : span.start()]), code(span["inside"])]
        end = span.end()
    pieces.append(_words(text[end:]))
    # Two adjacent spans would be parsed as a single one of another length.
    return re.sub(r"`\0+(?=`)", "` ", "\0".join(filter(None, pieces))).replace("\0", "").strip()


def code(text: str) -> str:
    """Return text as a code span, on one line."""
    plain = one_line(" ".join(_clipped(text).split()))
    if not plain:
        return ""
    run = "`" * (1 + max((len(found) for found in re.findall("`+", plain)), default=0))
    space = " " if plain[0] == "`" or plain[-1] == "`" else ""
    return f"{run}{space}{plain}{space}{run}"


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\S+", lambda found: _word(found[0]), text))


def _word(word: str) -> str:
    is_plain = _PLAIN.fullmatch(word) and not _MEANING.search(word)
    return word if is_plain else _IN_MARKS.sub(lambda found: code(found[0]), word, count=1)


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT - 1]}…"


def _summary(compared: Compared) -> str:
    after = version_after(compared)
    if after is None:
        return f"**{NOTHING}**"
    listed = [
        (
            f"**{number} {HEADINGS[level].lower()}**"
            if level == "breaking" and number
            else f"{number} {HEADINGS[level].lower()}"
        )
        for level, number in counts(compared).items()
    ]
    return f"{', '.join(listed)}: next version **{after}** ({about_versions(compared)})"


def _states(compared: Compared) -> str:
    end = ":" if compared.changes else "."
    return f"The Python SDK, from {prose(compared.old_label)} to {prose(compared.new_label)}{end}"


def _sections(compared: Compared) -> Iterator[_Section]:
    for level, changes in by_level(compared):
        items = tuple(_item(compared, change) for change in changes)
        if level == "breaking":
            yield _Section(f"\n### {HEADINGS[level]}\n\n", items)
        else:
            yield _folded(_count(level, len(items)), items)
    document = compared.document
    if document is not None and not document.failure:
        items = tuple(_document_item(change) for change in document.changes)
        if document.caveat:
            items = (f"This list may be incomplete: {sentence(prose(document.caveat))}\n\n", *items)
        yield _folded(f"The document itself: {_impacts(document)}, according to Redocly", items)


def _count(level: Level, number: int) -> str:
    kind = HEADINGS[level].lower().replace(" ", "-")
    return f"{number} {kind} {'change' if number == 1 else 'changes'}"


def _impacts(document: DocumentDiff) -> str:
    found = [change.impact for change in document.changes]
    return ", ".join(f"{found.count(impact)} {impact}" for impact in IMPACTS)


def _folded(title: str, items: tuple[str, ...]) -> _Section:
    body = items or ("No change.\n",)
    return _Section(f"\n<details>\n<summary>{title}</summary>\n\n", body, "\n</details>\n")


def _item(compared: Compared, change: Change) -> str:
    parts = [f"{code(change.subject)}: {sentence(prose(change.message))}"]
    if change.rule.who:
        parts.append(f"**Breaks:** {sentence(prose(change.rule.who))}")
    if change.fix:
        parts.append(f"**To migrate:** {sentence(prose(change.fix))}")
    parts += _shown(place_of(compared, change))
    return f"- {'<br>'.join(parts)}\n"


def _document_item(change: DocumentChange) -> str:
    parts = [f"{change.impact}: {code(change.what)} {prose(change.kind)}."]
    if change.message:
        parts[0] += f" {sentence(prose(change.message))}"
    parts += _shown(change.new or change.old)
    return f"- {'<br>'.join(parts)}\n"


def _shown(place: Place | None) -> list[str]:
    return [] if place is None else [code(str(place))]


def _fitted(head: str, sections: Sequence[_Section]) -> str:
    """Return as many items as fit, in order: the most severe come first."""
    room = LIMIT - _size(head)
    room -= sum(_size(part.head) + _size(part.tail) + _ROOM_FOR_REST for part in sections)
    written = [head]
    for part in sections:
        kept: list[str] = []
        for item in part.items:
            room -= _size(item)
            if room < 0:
                break
            kept.append(item)
        left = len(part.items) - len(kept)
        rest = f"- … and {left} more, which do not fit here.\n" if left else ""
        written += [part.head, *kept, rest, part.tail]
    return "".join(written)


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
