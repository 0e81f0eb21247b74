"""The real documents that the generator is tried on: where they are, and which go together.

Nobody here wrote them, so none of them is part of the project. They lie beside it, where somebody
put them; without them, the tests that need them say so and are skipped.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[3]
CORPUS: Final = ROOT.parent / "shared" / "corpus"

BATCHES: Final = {
    "openai": ("openai.yaml",),
    "openrouter": ("openrouter.yaml",),
    "twilio": ("twilio_api_v2010.yaml", "adyen_checkout_v71.json"),
    "spotify": (
        "spotify.yaml",
        "petstore.yaml",
        "oai30_callback-example.yaml",
        "oai30_petstore-expanded.yaml",
        "oai30_uspto.yaml",
        "oai31_non-oauth-scopes.yaml",
        "oai31_tictactoe.yaml",
        "oai31_webhook-example.yaml",
        "oai32_tags.yaml",
    ),
}
"""What is measured together, of about the same size, so that two processes share the work."""

WITH_RUNTIME: Final = "spotify"
"""Where the runtime is type-checked too. It is the same in all packages."""

REPEATED: Final = {"openrouter-in": ("openrouter-in.yaml",)}
"""What another document says again: `openrouter.yaml` is this one with its overlays, which the
tests of overlays apply. It is measured where the page is written, and not in every run."""

DOCUMENTS: Final = tuple(sorted(name for batch in (BATCHES | REPEATED).values() for name in batch))

GITHUB: Final = "api.github.com.json"
"""Too large for every run: `python -m tests.corpus` fetches and measures it."""

LISTED: Final = tuple(sorted((*DOCUMENTS, GITHUB)))
"""The rows of the page."""

without_corpus = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="there is no collection of documents in ../shared/corpus"
)


def module_of(document: str) -> str:
    """Name the package that is made of a document; not as our own SDK, which other tests import."""
    stem = document.rpartition(".")[0]
    name = "".join(char if char.isalnum() else "_" for char in stem).lower()
    return f"made_of_{name}"
