"""An SDK that attacks disturb while it becomes that of another document."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from tests.hostile.attacks.loss import NEW, OLD
from tests.hostile.harness.running import DOCUMENTS, Tree, command, tree

MINE: Final = "mine.txt"


class Sdk:
    """A folder with an SDK of the first document, which is to become one of the second."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "generated"
        scratch = Path(os.environ["XDG_CACHE_HOME"]) / "trees"
        self.old, self.new = (
            self._tree(document, scratch / str(number)) for number, document in enumerate(DOCUMENTS)
        )
        self.reset()

    def _tree(self, document: Path, output: Path) -> Tree:
        command(*self.arguments(document, output), status=0)
        return tree(output)

    def arguments(self, document: Path, output: Path | None = None) -> list[object]:
        options = ["gen", "--spec", document, "--module", "library"]
        return [*options, "--output", output or self.output]

    def reset(self) -> None:
        """Have the SDK of the first document."""
        command(*self.arguments(DOCUMENTS[0]), status=0)
        (self.output / MINE).write_text("mine\n")

    def remake(self) -> int:
        return command(*self.arguments(DOCUMENTS[1]))[0]

    def attempt(self) -> str:
        """Make the SDK of the second document; say what is left."""
        status, said = command(*self.arguments(DOCUMENTS[1]))
        left = self.left()
        assert (status == 1) == ("error[cannot-write]" in said) == (left != NEW), (left, said)
        return left if status == 0 else f"{left}, and a diagnostic"

    def left(self) -> str:
        """Describe what is there; a run that was not killed leaves nothing else."""
        found = tree(self.output)
        assert found.pop(MINE, None) == b"mine\n", sorted(found)
        beside = [path.name for path in self.folder.iterdir() if path.name.startswith(".")]
        assert beside == [], beside
        if found in (self.old, self.new):
            return OLD if found == self.old else NEW
        differing = [path for path in found | self.old if found.get(path) != self.old.get(path)]
        return f"a mixture: {differing}"
