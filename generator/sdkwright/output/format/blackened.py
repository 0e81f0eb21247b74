"""Formats statements with black, in batches: a call of it costs more than most statements.

How black formats a statement depends only on the statement and its indentation.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from typing import Final

import black
from black.mode import TargetVersion

from sdkwright.output.format.lines import LINE_LENGTH
from sdkwright.output.format.settled import Piece

_AT_ONCE: Final = 200
_STEP: Final = 4


def format_text(text: str, *, is_pyi: bool = False) -> str:
    """Format a whole text.

    Raises:
        ValueError: Black can't parse it.
    """
    with _collection():
        return black.format_str(text, mode=_mode(is_pyi=is_pyi))


def format_pieces(pieces: Iterable[Piece]) -> Mapping[Piece, str]:
    """Format statements.

    Args:
        pieces: Statements that can be parsed.

    Returns:
        Each statement as black formats it, indented, without a newline at the end.
    """
    done: dict[Piece, str] = {}
    waiting = sorted(set(pieces), key=lambda piece: (piece.is_docstring, piece.indent, piece.text))
    for (of_documented, indent), group in groupby(
        waiting, key=lambda p: (p.is_docstring, p.indent)
    ):
        alike = [*group]
        if of_documented and not indent:  # only the first statement of a module is its docstring
            done |= {piece: format_text(piece.text).strip("\n") for piece in alike}
            continue
        for at in range(0, len(alike), _AT_ONCE):
            batch = alike[at : at + _AT_ONCE]
            done |= zip(batch, _format_batch(batch), strict=True)
    return done


def _format_batch(pieces: list[Piece]) -> list[str]:
    mark = _unused_mark(pieces)
    join = _joined_docstrings if pieces[0].is_docstring else _joined
    with _collection():
        formatted = black.format_str("".join(join(pieces, mark)), mode=_mode(is_pyi=False))
    parts = re.split(rf"^ *{mark}\d+\n", formatted, flags=re.MULTILINE)[1:]
    return [
        _without_frame(piece, part.strip("\n")) for piece, part in zip(pieces, parts, strict=True)
    ]


def _unused_mark(pieces: list[Piece]) -> str:
    """Return a comment that no docstring contains."""
    mark = "# statement "
    while any(mark in piece.text for piece in pieces):
        mark += "_"
    return mark


def _without_frame(piece: Piece, text: str) -> str:
    """Return a formatted piece without the line that made it a whole statement."""
    if piece.is_docstring:
        return text.partition("\n")[2]
    return text.rpartition("\n")[0] if piece.is_header else text


@contextmanager
def _collection() -> Iterator[None]:
    """Collect black's trees, which are cyclic garbage, without searching older objects."""
    gc.freeze()
    try:
        yield
        gc.collect()
    finally:
        gc.unfreeze()


def _joined(pieces: list[Piece], mark: str) -> Iterator[str]:
    """Yield each statement after a comment, in blocks nested as deeply as in its file."""
    yield from _blocks(pieces[0].indent)
    margin = " " * pieces[0].indent
    for number, piece in enumerate(pieces):
        yield f"{margin}{mark}{number}\n"
        yield from (f"{margin}{line}\n" if line else "\n" for line in piece.text.split("\n"))
        if piece.is_header:
            yield f"{margin}    pass\n"


def _joined_docstrings(pieces: list[Piece], mark: str) -> Iterator[str]:
    """Yield a function for each docstring, after a comment."""
    outside = pieces[0].indent - _STEP
    yield from _blocks(outside)
    for number, piece in enumerate(pieces):
        yield f"{' ' * outside}{mark}{number}\n{' ' * outside}def f():\n{piece.text}\n"


def _blocks(indent: int) -> Iterator[str]:
    yield from (f"{' ' * step}if True:\n" for step in range(0, indent, _STEP))


def _mode(*, is_pyi: bool) -> black.Mode:
    return black.Mode(target_versions={TargetVersion.PY311}, line_length=LINE_LENGTH, is_pyi=is_pyi)
