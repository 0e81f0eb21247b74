"""Brings every text of the output into its final form: black's style, one newline at the end.

This package knows neither folders nor what the texts are about. It imports black only if there is
something to format, since that import alone takes longer than all the rest of a warm run.
"""

from __future__ import annotations

import importlib.metadata
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sdkwright.diagnostics import Diagnostics, Place
from sdkwright.model.formatted import Formatted
from sdkwright.output.format.lines import LINE_LENGTH
from sdkwright.output.format.settled import Statement, unsettled
from sdkwright.workspace.cache import Cache, digest

_RULES: Final = "1"
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
    finished: dict[str, bytes] = {}
    if all(draft.statements == [] for draft in drafts.values()):
        return {path: "\n".join(draft.lines).encode() for path, draft in drafts.items()}
    from sdkwright.output.format.blackened import (  # noqa: PLC0415  see the package's docstring
        Piece,
        format_pieces,
        format_text,
    )

    def piece(statement: Statement) -> Piece:
        return Piece(statement.text, statement.indent, statement.is_header)

    pieces = (piece(s) for draft in drafts.values() for s in draft.statements or ())
    done = format_pieces(pieces)
    for path, draft in drafts.items():
        if draft.statements is None:
            text = "\n".join(draft.lines)
            try:
                finished[path] = format_text(text, is_pyi=path.endswith(".pyi")).encode()
            except ValueError as error:  # black's InvalidInput
                _refuse(str(error), Place(path), diagnostics)
            continue
        lines = draft.lines
        for statement in reversed(draft.statements):
            lines[statement.start : statement.end] = [done[piece(statement)]]
        finished[path] = "\n".join(lines).encode()
    return finished


def _refuse(reason: str, at: Place, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        "internal-error",
        f"the generator wrote Python that cannot be parsed: {reason}",
        fix="report this, with the document, as a fault of the generator",
        at=at,
    )
