"""Gives every text of the output its final form: black's for Python, one newline at the end.

This module knows neither folders nor what the texts are about. It imports black only where a text
is not in the cache, since that import alone takes longer than all the rest of a warm run.
"""

from __future__ import annotations

import importlib.metadata
import re
import warnings
from collections.abc import Mapping
from typing import Final

from generator.cache import Cache, digest
from generator.diagnostics import Diagnostics, Place

LINE_LENGTH: Final = 100


def format_all(
    texts: Mapping[str, str], diagnostics: Diagnostics, cache: Cache
) -> dict[str, bytes]:
    """Format all texts.

    Args:
        texts: Path → text; a path that ends in `.py` or `.pyi` holds Python.
        diagnostics: Gets an error for Python that is none, which is a fault of the generator's.
        cache: Where formatted Python is kept.

    Returns:
        Path → final content, in UTF-8 with LF; without the texts that could not be formatted.
    """
    settings = f"black {importlib.metadata.version('black')} {LINE_LENGTH} py311".encode()
    formatted: dict[str, bytes] = {}
    missing: dict[str, str] = {}
    for path, text in sorted(texts.items()):
        tidy = _tidy(text)
        if not path.endswith((".py", ".pyi")):
            formatted[path] = tidy.encode()
            continue
        key = digest((settings, path.rpartition(".")[2].encode(), tidy.encode()))
        kept = cache.get(key)
        if kept is None:
            missing[path] = key
        else:
            formatted[path] = kept
    for path, key in missing.items():
        made = _format(_tidy(texts[path]), path, diagnostics)
        if made is not None:
            formatted[path] = made.encode()
            cache.put(key, formatted[path])
    return formatted


def _tidy(text: str) -> str:
    """LF, no empty lines at the end, and one newline unless nothing is there (`py.typed`)."""
    stripped = re.sub(r"\r\n?", "\n", text).rstrip("\n")
    return f"{stripped}\n" if stripped else ""


def _format(text: str, path: str, diagnostics: Diagnostics) -> str | None:
    import black  # noqa: PLC0415  see the module's docstring
    from black.mode import TargetVersion  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            # Python only warns of "\d", but it is a text that somebody forgot to escape.
            warnings.simplefilter("error", SyntaxWarning)
            warnings.simplefilter("error", DeprecationWarning)
            compile(text, path, "exec", dont_inherit=True)
        mode = black.Mode(
            target_versions={TargetVersion.PY311},
            line_length=LINE_LENGTH,
            is_pyi=path.endswith(".pyi"),
        )
        return black.format_str(text, mode=mode)
    except SyntaxError as error:
        reason, place = error.msg, Place(path, error.lineno or 0, error.offset or 0)
    except ValueError as error:  # black's InvalidInput, and what compile() says of a NUL
        reason, place = str(error), Place(path)
    diagnostics.error(
        "internal-error",
        f"the generator wrote Python that cannot be parsed: {reason}",
        fix="report this, with the document, as a fault of the generator",
        at=place,
    )
    return None
