"""Makes packages of hostile documents, and says what is wrong with one.

What a package must be: Python that has the shape of what a harmless document makes, so that no text
of the document is code; Markdown without anything that acts; TOML and JSON with the same keys.
"""

from __future__ import annotations

import ast
import json
import warnings
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

from sdkwright import config, emit
from sdkwright.diagnostics import Diagnostics, Fatal, render
from sdkwright.pipeline.run import Options, run, surface
from sdkwright.workspace.cache import Cache

_READER = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True)
class Made:
    """What came of a document: the lines that the user sees, and the files; none if refused."""

    said: tuple[str, ...]
    files: Mapping[str, str]


def write(document: Any, folder: Path) -> Path:
    """Put a document into a file of a folder of its own."""
    folder.mkdir(parents=True)
    path = folder / "openapi.json"
    path.write_bytes(document if isinstance(document, bytes) else json.dumps(document).encode())
    return path


def make(document: Any, folder: Path, module: str, cache: Path) -> Made:
    """Run the generator over a document, as the command line does, into `folder/out`."""
    path = write(document, folder)
    output = folder / "out"
    _, report = run(
        lambda found: config.from_options(path, module, output, found),
        Options(cache=Cache(cache)),
    )
    files = {
        str(file.relative_to(output)): file.read_text("utf-8")
        for file in sorted(output.rglob("*"))
        if file.is_file()
    }
    return Made(said(report.diagnostics, path), files)


def render_only(document: Any, folder: Path, overlays: tuple[Path, ...] = ()) -> Made:
    """Run the stages over a document, but write nothing: what is written has the same meaning."""
    path = write(document, folder)
    found = Diagnostics()
    settings = config.from_options(path, "library", folder / "out", found, overlays)
    try:
        files = rendered(settings, found)
    except Fatal:
        files = {}
    return Made(said(found.items, path), files)


def rendered(settings: config.Config, found: Diagnostics | None = None) -> dict[str, str]:
    """Render the files of an SDK.

    Raises:
        Fatal: There is none.
    """
    api, _ = surface(settings, found or Diagnostics())
    return emit.emit(api, settings)


def said(items: list[Any], path: Path) -> tuple[str, ...]:
    """Write diagnostics as the user sees them, in the folder of the document."""
    return tuple(render(item).replace(f"{path.parent}/", "") for item in items)


def complaints(made: Made) -> list[str]:
    """Give the lines that no user may see: faults of ours, and errors without a place."""
    errors = [line for line in made.said if ": error[" in line or line.startswith("error[")]
    found = [line for line in errors if not line.startswith("openapi.json:")]
    return found + [line for line in made.said if "internal-error" in line]


# Python


def modules(made: Made) -> dict[str, str]:
    """Give the generated modules: those of the runtime are the same in every package."""
    return {
        path: text
        for path, text in made.files.items()
        if path.endswith(".py") and "/_runtime/" not in path
    }


def is_page(path: str) -> bool:
    """Whether a file is Markdown, for people or for machines that read like people."""
    return path.endswith(".md") or path.startswith("docs/llms")


def examples(made: Made) -> list[str]:
    """Give the code of the pages, which a reader will copy."""
    found = pages(made)
    return [code for path in found if path.endswith(".md") for code in _examples(found[path])]


def pages(made: Made) -> dict[str, str]:
    """Give the pages."""
    return {path: text for path, text in made.files.items() if is_page(path)}


@cache
def _examples(page: str) -> tuple[str, ...]:
    return tuple(
        token.content
        for token in tokens(page)
        if token.type == "fence" and token.info == "python" and "print" in token.content
    )


@cache
def tree(code: str) -> ast.Module:
    """Parse code, with warnings as errors. Most modules are the same in many packages."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        made = ast.parse(code)
        compile(made, "code", "exec")
    return made


def shape(made: Made) -> Counter[str]:
    """Count the statements, without their names and texts, and without docstrings."""
    found: Counter[str] = Counter()
    for text in modules(made).values():
        found.update(_statements(text))
    return found


@cache
def _statements(code: str) -> tuple[str, ...]:
    body = _Anonymous().visit(ast.parse(code)).body
    return tuple(map(ast.dump, body))


class _Anonymous(ast.NodeTransformer):
    """Takes names and texts out of a tree; whatever else there is stays."""

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return ast.Constant("text") if isinstance(node.value, str) else node

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        is_text = isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        return None if is_text else self.generic_visit(node)

    def generic_visit(self, node: ast.AST) -> ast.AST:
        for field in ("id", "attr", "name", "arg", "module", "asname"):
            if isinstance(getattr(node, field, None), str):
                setattr(node, field, "name")
        return super().generic_visit(node)


def names(made: Made) -> set[str]:
    """Give all names that the code uses, and the modules that it imports."""
    return {name for code in (*modules(made).values(), *examples(made)) for name in _names(code)}


@cache
def _names(code: str) -> frozenset[str]:
    return frozenset(
        value
        for node in ast.walk(tree(code))
        for field in ("id", "attr", "name", "arg", "module")
        for value in [getattr(node, field, None)]
        if isinstance(value, str)
    )


# Markdown


def active(made: Made, *, in_all: bool = False) -> list[str]:
    """Give what would act in a page: HTML, images, and links to anything but the web or a page.

    Args:
        made: The package.
        in_all: Look into the page as well that holds all others.
    """
    return [
        f"{path}: {found}"
        for path, text in pages(made).items()
        if in_all or path != "docs/llms-full.txt"
        for found in _acting(text)
    ]


@cache
def _acting(page: str) -> tuple[str, ...]:
    return tuple(
        f"{token.type} {token.content[:80]}{token.attrs.get('href', '')}"
        for token in tokens(page)
        if token.type == "image"
        or _is_html(token)
        or (token.type == "link_open" and not _is_quiet(str(token.attrs["href"])))
    )


@cache
def readable(text: str) -> str:
    """Give what a person reads on a page."""
    kinds = {"text", "code_inline", "code_block", "fence"}
    return " ".join(token.content for token in tokens(text) if token.type in kinds)


@cache
def tokens(text: str) -> tuple[Any, ...]:
    """Give all that a reader of Markdown sees."""
    return tuple(each for token in _READER.parse(text) for each in (token, *(token.children or ())))


def _is_html(token: Any) -> bool:
    return bool(token.type.startswith("html") and token.content.strip() != "<br />")


def _is_quiet(href: str) -> bool:
    scheme, colon, _ = href.partition(":")
    if colon and "/" not in scheme and "#" not in scheme:
        return scheme in {"http", "https", "mailto"}
    return not href.startswith(("//", "/"))
