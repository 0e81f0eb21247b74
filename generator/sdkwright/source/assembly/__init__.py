"""Assembly of one document from several files: applies overlays and resolves external references.

Runs between reading and normalizing. A document that needs neither passes through untouched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sdkwright.diagnostics import Diagnostics
from sdkwright.model import limits
from sdkwright.model.limits import Limits
from sdkwright.source.assembly import external_refs, resources
from sdkwright.source.assembly.origins import Origins, Source, unshared
from sdkwright.source.document import Document

__all__ = ["assemble"]


def assemble(
    document: Document,
    path: Path,
    overlays: Sequence[Path],
    diagnostics: Diagnostics,
    bounds: Limits = limits.DEFAULT,
) -> Document:
    """Apply the overlays, then include the parts of other files that the document refers to.

    Args:
        document: The document as read; it is not changed.
        path: The file of the document.
        overlays: The overlay files, in the order in which they are applied.
        diagnostics: Collects what cannot be applied or found.
        bounds: The limits on the size of each other file.

    Returns:
        A document without references to other files, which knows where each of its parts was
        written and which files were read for it.

    Raises:
        UsageError: An overlay is missing or not readable.
        Fatal: A file given as an overlay is not one.
    """
    has_resources = resources.has_any(document.data, document.data)
    if not overlays and not has_resources and not external_refs.is_needed(document.data):
        return document
    root = unshared(document.data)
    origins = Origins(root, Source(document.path, document.nodes))
    if overlays:
        from sdkwright.source.assembly.overlays import apply  # noqa: PLC0415  JSONPath takes 0.1 s

        apply(root, overlays, origins, diagnostics, bounds, document_path=path)
    if resources.has_any(root, root):
        resources.resolve(root, path, origins.place, diagnostics)
    included = external_refs.include(root, path, origins, diagnostics, bounds)
    return replace(
        document,
        data=root,
        locate=origins.locate,
        spelling=origins.spelling,
        placed=origins.place,
        files=(*overlays, *included),
    )
