"""Renders the documentation of a document, and reads Markdown as a site would."""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from sdkwright import config, frontend, passes
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics
from sdkwright.emit import docs
from sdkwright.emit.environment import make_environment
from sdkwright.emit.index import Index
from sdkwright.source import document, normalize

ROOT = Path(__file__).parents[3]

PAGE = "docs/sdks/apikeys/README.md"
"""The page of the one resource of our document."""

LIBRARY = """
openapi: 3.1.0
info: {title: Library, version: '1'}
servers:
  - {url: 'https://a.example/v1', description: First}
  - {url: 'https://b.example/v1'}
tags:
  - {name: Books, description: "All **books**."}
paths:
  /books:
    get:
      operationId: listBooks
      tags: [Books]
      summary: List books
      x-speakeasy-retries:
        strategy: backoff
        statusCodes: ['429', '503']
        backoff: {maxElapsedTime: 1500}
      responses:
        '200':
          description: Books.
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Book'}}
        default:
          description: It went wrong.
          content:
            application/json:
              schema: {type: object, properties: {error: {type: string}}}
    post:
      operationId: overview
      tags: [Books]
      deprecated: true
      description: Adds a book.
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [title, when, day, kind, pages, author]
              properties:
                title: {type: string, example: 'A "quoted" `title` | <b>'}
                when: {type: string, format: date-time}
                day: {type: string, format: date}
                kind: {type: string, enum: [novel, poem]}
                pages: {type: integer, example: many}
                author: {$ref: '#/components/schemas/Author'}
                note: {type: [string, 'null'], description: "A | B"}
      responses:
        '204': {description: Added.}
components:
  schemas:
    Book:
      type: object
      required: [title]
      properties:
        title: {type: string}
        secret-code: {type: string, format: password, description: A code.}
        author: {$ref: '#/components/schemas/Author'}
        parts: {type: array, items: {$ref: '#/components/schemas/Book'}}
        old: {type: integer, deprecated: true, description: Not in use.}
    Author:
      type: object
      description: |-
        # A heading <script>alert(1)</script>

        See [this](javascript:alert(1)) and [that](/local).
      required: [name]
      properties: {name: {type: string, example: Ada}}
"""

_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]+`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.*)$", re.MULTILINE)


def render(path: Path, settings: Config) -> dict[str, str]:
    """Render all pages for a document."""
    diagnostics = Diagnostics()
    read = normalize.normalize(document.load(path, diagnostics), diagnostics)
    api = passes.run(frontend.lower(read.data, settings, diagnostics), settings, diagnostics)
    assert not diagnostics.has_errors, diagnostics.items
    return docs.render(Index(api), settings, make_environment())


@functools.cache
def openrouter_pages() -> dict[str, str]:
    """Give the pages of the checked-in document."""
    settings = config.read(ROOT / "spec" / "sdk.toml", Diagnostics())
    return render(settings.document, settings)


def render_text(text: str, folder: Path, **settings: Any) -> dict[str, str]:
    """Render all pages for a document that a test holds, with these settings among the usual."""
    path = folder / "openapi.yaml"
    path.write_text(text, encoding="utf-8")
    usual = config.from_options(path, "library", folder / "out", Diagnostics())
    return render(path, replace(usual, **settings))


def prose(text: str) -> str:
    """Leave out blocks of code."""
    return _FENCE.sub("", text)


def blocks(text: str) -> list[str]:
    """Give the blocks of Python."""
    found = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [str(block) for block in found]


def headings(text: str) -> list[str]:
    """Give the headings as they are written, marks included."""
    return re.findall(r"^#{1,6} .*$", prose(text), re.MULTILINE)


def anchors(text: str) -> set[str]:
    """Give the anchors that GitHub makes of the headings."""
    found: set[str] = set()
    counts: dict[str, int] = {}
    for heading in _HEADING.findall(prose(text)):
        plain = heading.replace("\\", "").lower()
        slug = re.sub(r"[^a-z0-9_\- ]", "", plain).replace(" ", "-")
        count = counts.get(slug, 0)
        counts[slug] = count + 1
        found.add(f"{slug}-{count}" if count else slug)
    return found


def broken_links(pages: dict[str, str]) -> Iterator[str]:
    """Name each relative link that leads nowhere."""
    for path, text in pages.items():
        for target in _LINK.findall(_CODE.sub("", prose(text))):
            if target.startswith(("https://", "http://", "mailto:")):
                continue
            file, _, anchor = target.partition("#")
            to = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            if to not in pages or (anchor and anchor not in anchors(pages[to])):
                yield f"{path}: {target}"


def tables(text: str) -> list[list[list[str]]]:
    """Give the tables as lists of rows of cells, without the rulers."""
    found = re.findall(r"(?:^\|.*\|\n?)+", prose(text), re.MULTILINE)
    return [
        [
            [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            for line in table.splitlines()
            if not re.fullmatch(r"[|\- ]+", line)
        ]
        for table in found
    ]
