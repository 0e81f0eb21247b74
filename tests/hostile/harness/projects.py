"""A project: the files that somebody hands to the generator, all in one folder.

It knows how the generator is asked to make an SDK of them, and where they are kept; not what they
hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sdkwright import config
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics

SETTINGS: Final = "sdk.toml"
MODULE: Final = "library"


@dataclass(frozen=True)
class Project:
    """Files by their names.

    One of them is the document, `openapi.json` or `openapi.yaml`. With `sdk.toml` that says how to
    make the SDK; without it, each `overlay.json` or `overlay.yaml` is applied.
    """

    files: Mapping[str, bytes]

    @property
    def document(self) -> str:
        """The name of the document."""
        return next(name for name in self.files if name.startswith("openapi."))

    def with_file(self, name: str, content: bytes) -> Project:
        """Give a project in which one file holds something else."""
        return Project({**self.files, name: content})

    def write(self, folder: Path) -> None:
        """Put the files into a folder, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.files.items():
            (folder / name).write_bytes(content)

    def settings(self, folder: Path, found: Diagnostics) -> Config:
        """Read the settings of the project that stands in a folder.

        Args:
            folder: Where `write` put the files. The SDK is for the folder `out` below it, whatever
                the settings say: that they may name any folder is meant so.
            found: Gets what is wrong with the settings.

        Raises:
            Fatal: If there are none.
        """
        output = folder / "out"
        if SETTINGS in self.files:
            return replace(config.read(folder / SETTINGS, found), output=output)
        overlays = tuple(folder / name for name in self.files if name.startswith("overlay."))
        return config.from_options(folder / self.document, MODULE, output, found, overlays)

    def keep(self, path: Path) -> Path:
        """Keep the project for the tests: a document alone as a file, more of them as a folder.

        Args:
            path: Where to, without an ending.

        Returns:
            The file or the folder.
        """
        if len(self.files) == 1:
            ending = self.document.partition(".")[2]
            kept = path.with_name(f"{path.name}.{ending}")
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(self.files[self.document])
            return kept
        self.write(path)
        return path


def kept(path: Path) -> Project:
    """Read what `Project.keep` wrote."""
    if path.is_dir():
        return Project({file.name: file.read_bytes() for file in sorted(path.iterdir())})
    return Project({f"openapi{path.suffix}": path.read_bytes()})
