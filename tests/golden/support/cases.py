"""The golden cases: small documents, and what the generator is known to make of each.

A case is a folder: `openapi.yaml`; `sdk.toml`, where the settings matter; `expected/`, which is
missing where nothing may be written; `diagnostics.txt`, the lines that the user sees and the exit
status; `requests.txt`, what the methods send when they are called with the document's examples.

Of the output, `expected/` holds what the document decides: the code without `_runtime`, whose
modules are the same in every SDK and have tests of their own, the project file, and the pages of
resources and webhooks. The other pages, the README and the licence are left out, to keep the
folders readable.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import dataclass, replace
from difflib import unified_diff
from functools import cached_property
from pathlib import Path

from sdkwright import config, frontend, passes
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics, render
from sdkwright.emit import emit
from sdkwright.emit.index import Index
from sdkwright.model import ir
from sdkwright.pipeline.run import Options, run
from sdkwright.source import document, normalize
from sdkwright.workspace.cache import Cache

GOLDEN = Path(__file__).parents[1]
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


@dataclass(frozen=True)
class Outcome:
    """What a run of the generator left: the files that are compared, and what was said."""

    files: dict[str, str]
    said: str


@dataclass(frozen=True)
class Case:
    """One folder of golden files."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def expected(self) -> Path:
        return self.folder / "expected"

    @cached_property
    def config(self) -> Config:
        """The settings, with paths that are relative to the folder."""
        with chdir(self.folder):
            return self._config(Diagnostics())

    @cached_property
    def index(self) -> Index:
        """The API as the templates get it."""
        found = Diagnostics()
        with chdir(self.folder):
            read = normalize.normalize(document.load(self.config.document, found), found)
            api = frontend.lower(read.data, self.config, found)
            return Index(passes.run(api, self.config, found))

    @cached_property
    def runtime(self) -> list[str]:
        """The paths in the runtime of the modules that the package carries."""
        prefix = f"src/{self.config.module}/_runtime/"
        return [
            path.removeprefix(prefix)
            for path in emit(self.index.api, self.config)
            if path.startswith(prefix)
        ]

    @property
    def operations(self) -> list[tuple[ir.Resource, ir.Operation]]:
        return [(tag, operation) for tag in self.index.resources() for operation in tag.operations]

    def generate(self, output: Path, cache: Path) -> Outcome:
        """Run the whole pipeline, as the command line does."""
        with chdir(self.folder):
            code, report = run(
                lambda found: replace(self._config(found), output=output),
                Options(cache=Cache(cache)),
            )
        lines = [render(item) for item in report.diagnostics]
        files = read_tree(output)
        return Outcome(
            {path: text for path, text in files.items() if self._is_compared(path)},
            "".join(f"{line}\n" for line in (*lines, f"exit {code}")),
        )

    def accept(self, outcome: Outcome) -> None:
        """Expect this from now on."""
        shutil.rmtree(self.expected, ignore_errors=True)
        for path, text in outcome.files.items():
            file = self.expected / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        (self.folder / "diagnostics.txt").write_text(outcome.said, encoding="utf-8", newline="\n")

    def _config(self, found: Diagnostics) -> Config:
        if Path("sdk.toml").exists():
            return config.read(Path("sdk.toml"), found)
        module = self.name.replace("-", "_")
        return config.from_options(Path("openapi.yaml"), module, Path("generated"), found)

    def _is_compared(self, path: str) -> bool:
        if path.startswith(f"src/{self.config.module}/"):
            return not path.startswith(f"src/{self.config.module}/_runtime/")
        if path in {"pyproject.toml", "docs/webhooks.md"}:
            return True
        return path.startswith("docs/sdks/")


def all_cases() -> list[Case]:
    """Return a case for each folder with a document of its own, or settings for another one."""
    return [
        Case(path)
        for path in sorted(GOLDEN.iterdir())
        if any((path / name).is_file() for name in ("openapi.yaml", "sdk.toml"))
    ]


def made_cases() -> list[Case]:
    """Give the cases in which an SDK is made."""
    return [case for case in all_cases() if case.expected.is_dir()]


def read_tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def differences(expected: Mapping[str, str], actual: Mapping[str, str]) -> str:
    """Show what a run changes, missing and surplus files included, as one unified diff."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ no newline at the end\n"
        for path in sorted({*expected, *actual})
        for line in unified_diff(
            expected.get(path, "").splitlines(keepends=True),
            actual.get(path, "").splitlines(keepends=True),
            f"expected/{path}" if path in expected else "missing from expected/",
            f"generated/{path}" if path in actual else f"{path} is not generated",
        )
    ) + "".join(
        f"{path}: an empty file, on one side only\n"
        for path in sorted({*expected} ^ {*actual})
        if not (expected.get(path) or actual.get(path))
    )
