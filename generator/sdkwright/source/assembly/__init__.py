"""Assembly: one document of several files. Overlays change it, and references reach out of it.

It comes between reading and normalising. A document that needs neither passes through untouched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sdkwright.diagnostics import Diagnostics
from sdkwright.model import limits
from sdkwright.model.limits import Limits
from sdkwright.source.assembly import external_refs
from sdkwright.source.assembly.origins import Origins, Source, unshared
from sdkwright.source.document import Document

__all__ = ["assemble"]


def assemble(
    document: Document,
    path: Path,
    overlays: Sequence[Path],
    diagnostics: Diagnostics,
    most: Limits = limits.DEFAULT,
) -> Document:
    """Apply the overlays, then take in what other files hold.

    Args:
        document: What was read; it is not changed.
        path: Its file.
        overlays: The files of overlays, in the order in which they are applied.
        diagnostics: Gets what cannot be applied or found.
        most: How large each other file may be.

    Returns:
        A document without references to other files, which knows where each of its parts was
        written, and which files were read for it.

    Raises:
        UsageError: An overlay is missing, or may not be read.
        Fatal: An overlay is not one.
    """
    if not overlays and not external_refs.is_needed(document.data):
        return document
    root = unshared(document.data)
    origins = Origins(root, Source(document.path, document.nodes))
    if overlays:
        from sdkwright.source.assembly.overlays import apply  # noqa: PLC0415  JSONPath takes 0.1 s

        apply(root, overlays, origins, diagnostics, most)
    included = external_refs.include(root, path, origins, diagnostics, most)
    return replace(
        document,
        data=root,
        locate=origins.locate,
        spelling=origins.spelling,
        placed=origins.place,
        files=(*overlays, *included),
    )
