"""Which documents are surveyed: those that are found, or a sample that can be drawn again."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import Final, NamedTuple

_SUFFIXES: Final = frozenset({".json", ".yaml", ".yml"})
_IS_DOCUMENT: Final = re.compile(
    r"""^\ufeff?openapi\s*:|["']openapi["']\s*:\s*["']""", re.MULTILINE
)


class Document(NamedTuple):
    """A file, and its name: its path as it was given, or below the folder that was."""

    name: str
    path: Path

    @property
    def source(self) -> str:
        """The first folder of its name; "" if it has none."""
        return PurePath(self.name).parts[0] if len(PurePath(self.name).parts) > 1 else ""

    @property
    def publisher(self) -> str:
        """The folder or file below the source: collections sort their documents by publisher."""
        *folders, file = PurePath(self.name).parts[:2]
        return "/".join((*folders, file if folders else PurePath(file).stem)).removesuffix(".json")


def documents(paths: Iterable[Path]) -> Iterator[Document]:
    """Yield documents: files, and all OpenAPI documents below folders."""
    for path in paths:
        if not path.is_dir():
            yield Document(str(path), path)
            continue
        for file in sorted(path.rglob("*")):
            if file.suffix in _SUFFIXES and file.is_file() and _is_document(file):
                yield Document(file.relative_to(path).as_posix(), file)


def _is_document(file: Path) -> bool:
    # The key may be the last one: some tools sort them.
    return _IS_DOCUMENT.search(file.read_text(encoding="utf-8", errors="replace")) is not None


def sample(
    found: Sequence[Document], seed: int, size: int | None, most: int | None
) -> list[Document]:
    """Return a sample of documents, in an order by chance: any first part of it is one, too.

    Args:
        found: The documents.
        seed: The same one draws the same sample of the same documents.
        size: How many to draw; None for all.
        most: How many of one publisher there may be; None for any number.
    """
    chance = random.Random(seed)  # noqa: S311  this is no secret
    shuffled = sorted(found)
    chance.shuffle(shuffled)
    taken: list[Document] = []
    held: dict[str, int] = {}
    for document in shuffled:
        number = held.get(document.publisher, 0)
        if most is None or number < most:
            held[document.publisher] = number + 1
            taken.append(document)
    return taken[:size]
