"""Makes packages of hostile documents, and says what is wrong with one.

What a package must be: Python that has the shape of what a harmless document makes, so that no text
of the document is code; Markdown without anything that acts; TOML and JSON with the same keys.
"""

from __future__ import annotations

import ast
import json
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

from generator import config, emit, pipeline
from generator.cache import Cache
from generator.diagnostics import Diagnostics, Fatal, render

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
    _, report = pipeline.run(
        lambda found: config.from_options(path, module, output, found),
        pipeline.Options(cache=Cache(cache)),
    )
    files = {
        str(file.relative_to(output)): file.read_text("utf-8")
        for file in sorted(output.rglob("*"))
        if file.is_file()
    }
    return Made(_said(report.diagnostics, path), files)


def render_only(document: Any, folder: Path) -> Made:
    """Run the stages over a document, but write nothing: what is written has the same meaning."""
    path = write(document, folder)
    found = Diagnostics()
    settings = config.from_options(path, "library", folder / "out", found)
    try:
        api, _ = pipeline.surface(settings, found)
        files = emit.emit(api, settings)
    except Fatal:
        files = {}
    return Made(_said(found.items, path), files)


def _said(items: list[Any], path: Path) -> tuple[str, ...]:
    return tuple(render(item).replace(str(path), path.name) for item in items)


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


def examples(made: Made) -> dict[str, str]:
    """Give the code of the pages, which a reader will copy."""
    return {
        f"{path}:{token.map[0]}": token.content
        for path, text in made.files.items()
        if path.endswith(".md")
        for token in tokens(text)
        if token.type == "fence" and token.info == "python" and "print" in token.content
    }


def trees(made: Made) -> dict[str, ast.Module]:
    """Parse the modules and the examples, with warnings as errors."""
    found = {}
    for path, text in {**modules(made), **examples(made)}.items():
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            found[path] = ast.parse(text, path)
            compile(found[path], path, "exec")
    return found


def shape(made: Made) -> Counter[str]:
    """Count the statements, without their names and texts, and without docstrings."""
    found: Counter[str] = Counter()
    for path, tree in trees(made).items():
        if path.endswith(".py"):
            body = _Anonymous().visit(tree).body
            found.update(ast.dump(statement) for statement in body)
    return found


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
    return {
        value
        for tree in trees(made).values()
        for node in ast.walk(tree)
        for field in ("id", "attr", "name", "arg", "module")
        for value in [getattr(node, field, None)]
        if isinstance(value, str)
    }


# Markdown


def active(made: Made) -> list[str]:
    """Give what would act in a page: HTML, images, and links to anything but the web or a page."""
    return [
        f"{path}: {token.type} {token.content[:80]}{token.attrs.get('href', '')}"
        for path, text in made.files.items()
        if path.endswith(".md")
        for token in tokens(text)
        if token.type == "image"
        or _is_html(token)
        or (token.type == "link_open" and not _is_quiet(str(token.attrs["href"])))
    ]


def readable(text: str) -> str:
    """Give what a person reads on a page."""
    kinds = {"text", "code_inline", "code_block", "fence"}
    return " ".join(token.content for token in tokens(text) if token.type in kinds)


def tokens(text: str) -> Iterator[Any]:
    """Give all that a reader of Markdown sees."""
    for token in _READER.parse(text):
        yield token
        yield from token.children or []


def _is_html(token: Any) -> bool:
    return bool(token.type.startswith("html") and token.content.strip() != "<br />")


def _is_quiet(href: str) -> bool:
    scheme, colon, _ = href.partition(":")
    if colon and "/" not in scheme and "#" not in scheme:
        return scheme in {"http", "https", "mailto"}
    return not href.startswith(("//", "/"))
