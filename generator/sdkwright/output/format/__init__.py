"""Brings every text of the output into its final form: black's style, one newline at the end.

This package knows neither folders nor what the texts are about. It imports black only if there is
something to format, since that import alone takes longer than all the rest of a warm run.
"""

from __future__ import annotations

import importlib.metadata
import re
import warnings
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from sdkwright.diagnostics import Diagnostics, Place
from sdkwright.model.formatted import Formatted
from sdkwright.output.format.data import lay_out
from sdkwright.output.format.lines import LINE_LENGTH
from sdkwright.output.format.settled import Piece, Statement, unsettled
from sdkwright.output.format.splitting import split
from sdkwright.workspace.cache import Cache, digest

_RULES: Final = "2"
"""Changes whenever this package formats differently, so that older cache entries are not used."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A Python text that is not in the cache; black gets `statements`, None is all of it."""

    key: str
    lines: list[str]
    statements: list[Statement] | None


def format_all(
    texts: Mapping[str, str], diagnostics: Diagnostics, cache: Cache
) -> dict[str, bytes]:
    """Format all texts.

    Args:
        texts: Path → text; a path that ends in `.py` or `.pyi` holds Python.
        diagnostics: Gets an error for invalid Python, which is a bug of the generator.
        cache: Where formatted Python is kept.

    Returns:
        Path → final content, in UTF-8 with LF; without the texts that could not be formatted.
    """
    black = importlib.metadata.version("black")
    settings = f"{_RULES} black {black} {LINE_LENGTH} py311".encode()
    formatted: dict[str, bytes] = {}
    drafts: dict[str, _Draft] = {}
    for path, text in sorted(texts.items()):
        tidy = _tidy(text)
        if isinstance(text, Formatted) or not path.endswith((".py", ".pyi")):
            formatted[path] = tidy.encode()
            continue
        key = digest((settings, path.rpartition(".")[2].encode(), tidy.encode()))
        kept = cache.get(key)
        if kept is not None:
            formatted[path] = kept
        elif _can_be_parsed(tidy, path, diagnostics):
            lines = tidy.split("\n")
            statements = unsettled(lines) if path.endswith(".py") else None
            drafts[path] = _Draft(key, lines, statements)
    for path, content in _finish(drafts, diagnostics).items():
        formatted[path] = content
        cache.put(drafts[path].key, content)
    return formatted


def _tidy(text: str) -> str:
    """Return the text with LF and exactly one newline at the end, or none if empty (`py.typed`)."""
    stripped = re.sub(r"\r\n?", "\n", text).rstrip("\n")
    return f"{stripped}\n" if stripped else ""


def _can_be_parsed(text: str, path: str, diagnostics: Diagnostics) -> bool:
    try:
        with warnings.catch_warnings():
            # Python only warns of "\d", but that is text that was not escaped.
            warnings.simplefilter("error", SyntaxWarning)
            warnings.simplefilter("error", DeprecationWarning)
            compile(text, path, "exec", dont_inherit=True)
    except SyntaxError as error:
        _refuse(error.msg, Place(path, error.lineno or 0, error.offset or 0), diagnostics)
    except ValueError as error:  # raised by compile() for a NUL
        _refuse(str(error), Place(path), diagnostics)
    else:
        return True
    return False


def _finish(drafts: Mapping[str, _Draft], diagnostics: Diagnostics) -> dict[str, bytes]:
    pieces = {s.piece for draft in drafts.values() for s in draft.statements or ()}
    formatted = _formatted(pieces)
    finished: dict[str, bytes] = {}
    for path, draft in drafts.items():
        if draft.statements is None:
            text = _blackened("\n".join(draft.lines), path, diagnostics)
            if text is not None:
                finished[path] = text.encode()
            continue
        lines = draft.lines
        for statement in reversed(draft.statements):
            lines[statement.start : statement.end] = [formatted[statement.piece]]
        finished[path] = "\n".join(lines).encode()
    return finished


def _formatted(pieces: AbstractSet[Piece]) -> Mapping[Piece, str]:
    """Format statements, with black only where the simple way is not enough."""
    simple = {piece: text for piece in pieces if (text := _simply(piece)) is not None}
    if len(simple) == len(pieces):
        return simple
    from sdkwright.output.format.blackened import (  # noqa: PLC0415  see the package's docstring
        format_pieces,
    )

    return {**simple, **format_pieces(pieces - simple.keys())}


def _simply(piece: Piece) -> str | None:
    if piece.is_docstring:
        return None
    return split(piece.text, piece.indent) or lay_out(piece.text, piece.indent)


def _blackened(text: str, path: str, diagnostics: Diagnostics) -> str | None:
    """Format a whole text with black; None if black can't parse it."""
    from sdkwright.output.format.blackened import (  # noqa: PLC0415  see the package's docstring
        format_text,
    )

    try:
        return format_text(text, is_pyi=path.endswith(".pyi"))
    except ValueError as error:  # black's InvalidInput
        _refuse(str(error), Place(path), diagnostics)
        return None


def _refuse(reason: str, at: Place, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        "internal-error",
        f"the generated Python cannot be parsed: {reason}",
        fix="please report this as a bug of the generator, with the document",
        at=at,
    )
