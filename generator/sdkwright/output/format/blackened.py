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

_MARK: Final = re.compile(r"^ *# statement (\d+)\n", re.MULTILINE)
_AT_ONCE: Final = 200


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
    waiting = sorted(set(pieces), key=lambda piece: (piece.indent, piece.text))
    for _, group in groupby(waiting, key=lambda piece: piece.indent):
        alike = [*group]
        for at in range(0, len(alike), _AT_ONCE):
            batch = alike[at : at + _AT_ONCE]
            done |= zip(batch, _format_batch(batch), strict=True)
    return done


def _format_batch(pieces: list[Piece]) -> list[str]:
    with _collection():
        formatted = black.format_str("".join(_joined(pieces)), mode=_mode(is_pyi=False))
    texts = [part.strip("\n") for part in _MARK.split(formatted)[2::2]]
    return [
        text.rpartition("\n")[0] if piece.is_header else text
        for piece, text in zip(pieces, texts, strict=True)
    ]


@contextmanager
def _collection() -> Iterator[None]:
    """Collect black's trees, which are cyclic garbage, without searching older objects."""
    gc.freeze()
    try:
        yield
        gc.collect()
    finally:
        gc.unfreeze()


def _joined(pieces: list[Piece]) -> Iterator[str]:
    """Yield each statement after a comment, in blocks nested as deeply as in its file."""
    indent = pieces[0].indent
    margin = " " * indent
    yield from (f"{' ' * step}if True:\n" for step in range(0, indent, 4))
    for number, (text, _, is_header) in enumerate(pieces):
        yield f"{margin}# statement {number}\n"
        yield from (f"{margin}{line}\n" if line else "\n" for line in text.split("\n"))
        if is_header:
            yield f"{margin}    pass\n"


def _mode(*, is_pyi: bool) -> black.Mode:
    return black.Mode(target_versions={TargetVersion.PY311}, line_length=LINE_LENGTH, is_pyi=is_pyi)
