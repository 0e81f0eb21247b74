"""Documents that would exhaust a machine, and what the generator says to each.

Each is a function that writes the document into a folder. `docs/security.md` shows the table.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

HEAD: Final = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n'
PATHS: Final = """\
paths:
  /x:
    get:
      operationId: getX
      responses:
        '200':
          description: Fine
          content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
"""
MADE: Final = "1 of 1 operation"
"""What a run begins with that made the package."""


@dataclass(frozen=True)
class Attack:
    """A document that costs more than it looks.

    Attributes:
        name: What is large, for people.
        write: Makes the document in a folder.
        said: What a line of the answer has in it, after the place; or how the last begins: `MADE`.
        options: What else is on the command line.
        at: The file that it is said of, if that is not the document.
    """

    name: str
    write: Callable[[Path], Path]
    said: str
    options: tuple[str, ...] = ()
    at: str = ""


def document(**schemas: Any) -> dict[str, Any]:
    """Make a document whose only operation answers with the schema `A`."""
    answer = {"schema": {"$ref": "#/components/schemas/A"}}
    response = {"description": "Fine", "content": {"application/json": answer}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/x": {"get": {"operationId": "getX", "responses": {"200": response}}}},
        "components": {"schemas": schemas},
    }


def _json(made: Any) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / "openapi.json"
        path.write_text(json.dumps(made() if callable(made) else made))
        return path

    return write


def _text(name: str, make: Callable[[], str]) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_text(make())
        return path

    return write


def _sparse(folder: Path) -> Path:
    path = folder / "openapi.yaml"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    return path


def _chain(count: int, link: Callable[[int], Any], last: Any) -> dict[str, Any]:
    schemas = {"A" if n == 0 else f"A{n}": link(n + 1) for n in range(count)}
    return document(**schemas, **{f"A{count}": last})


def _ref(name: object) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _diamonds() -> dict[str, Any]:
    made: dict[str, Any] = {}
    for n in range(30):
        parts = [{"type": "object", "properties": {f"{side}{n}": {}}} for side in "bc"]
        made["A" if n == 0 else f"A{n}"] = {"allOf": [_ref(f"B{n}"), _ref(f"C{n}")]}
        made[f"B{n}"] = {"allOf": [_ref(f"A{n + 1}"), parts[0]]}
        made[f"C{n}"] = {"allOf": [_ref(f"A{n + 1}"), parts[1]]}
    return document(**made, A30={"type": "object", "properties": {"x": {"type": "string"}}})


def _product() -> dict[str, Any]:
    choices = [
        {"oneOf": [{"type": "object", "properties": {f"{side}{n}": {}}} for side in "ab"]}
        for n in range(20)
    ]
    return document(A={"allOf": choices})


def _aliases() -> str:
    levels = "".join(f"x-{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    return f"{HEAD}x-0: &a0 [x, x, x, x, x, x, x, x, x]\n{levels}{PATHS}"


def _alias_types() -> str:
    levels = "".join(
        f"    L{n}: &a{n} {{type: object, properties: {{p: *a{n - 1}, q: *a{n - 1}}}}}\n"
        for n in range(1, 15)
    )
    leaf = "    L0: &a0 {type: object, properties: {a: {type: string}}}\n"
    return f"{HEAD}{PATHS}components:\n  schemas:\n{leaf}{levels}    A: *a14\n"


def _alias_text() -> str:
    word = "word " * 100_000
    text = f'openapi: 3.1.0\nx-a: &a "{word}"\ninfo: {{title: T, version: "1"}}\n'
    properties = "".join(f"        p{n}: {{description: *a}}\n" for n in range(1_000))
    return f"{text}{PATHS}components:\n  schemas:\n    A:\n      properties:\n{properties}"


def _referred_text() -> dict[str, Any]:
    made = document(A={"type": "string"})
    said = {"name": "p", "in": "query", "description": "word " * 100_000, "schema": {}}
    made["components"]["parameters"] = {"P": said}
    item = {**made["paths"]["/x"], "parameters": [{"$ref": "#/components/parameters/P"}]}
    made["paths"] = {f"/x{n}": item for n in range(1_000)}
    return made


def _operations() -> dict[str, Any]:
    made = document(A={"type": "string"})
    get = made["paths"]["/x"]["get"]
    made["paths"] = {f"/{n}": {"get": {**get, "operationId": f"get{n}"}} for n in range(50_000)}
    return made


def _alike() -> dict[str, Any]:
    names = (f"a{'_' * (n % 90)}{'-' * (n // 90)}" for n in range(3_000))
    return document(A={"type": "object", "properties": {name: {} for name in names}})


def _fields() -> dict[str, Any]:
    kinds = {f"A{n}": {"allOf": [_ref("Base"), {"properties": {f"own{n}": {}}}]} for n in range(25)}
    base = {"type": "object", "properties": {f"p{n}": {"type": "string"} for n in range(1_000)}}
    return document(A={"oneOf": [_ref(name) for name in kinds]}, Base=base, **kinds)


def _circles() -> dict[str, Any]:
    made = {
        f"{name}{n}": {
            "type": "object",
            "properties": {"next": _ref(f"{name}{(n + 1) % length}"), f"{name}{n}": {}},
        }
        for name, length in (("B", 97), ("C", 101))
        for n in range(length)
    }
    return document(A={"allOf": [_ref("B0"), _ref("C0")]}, **made)


def _called() -> dict[str, Any]:
    made = document(A={"type": "string"})
    made["paths"]["/x"]["get"]["operationId"] = f"{'a' * 60}!"
    names = [{"operationId": "^(a|aa)+$", "methodNameOverride": "get"}]
    return {**made, "x-speakeasy-name-override": names}


def _with(overlay: list[dict[str, Any]], **extra: Any) -> Callable[[Path], Path]:
    """Put an overlay beside a document, in the folder that the generator is run in."""

    def write(folder: Path) -> Path:
        content = {"overlay": "1.0.0", "info": {"title": "T", "version": "1"}, "actions": overlay}
        (folder / "overlay.json").write_text(json.dumps(content))
        return _json({**document(A={"type": "string"}), **extra})(folder)

    return write


def _parts(count: int, *, real: bool) -> Callable[[Path], Path]:
    """Refer to many places of another file, all of which hold all that is below them."""

    def write(folder: Path) -> Path:
        leaf: Any = {f"p{n}": {"type": "string"} for n in range(9_000)}
        for _ in range(90):
            leaf = {"a": leaf, "b": 1}
        (folder / "other.json").write_text(json.dumps(leaf))
        step = "/a" if real else "/none"
        refs = {f"A{n}": {"$ref": f"other.json#{step * (n % 90 + 1)}"} for n in range(count)}
        return _json(document(**refs, A={"type": "string"}))(folder)

    return write


def _described(text: str) -> dict[str, Any]:
    made = document(A={"type": "string"})
    made["paths"]["/x"]["get"]["description"] = text
    return made


EXHAUSTION: Final = (
    Attack("200 MB", _sparse, "too-large]: the file is larger than 32,000,000 bytes"),
    Attack(
        "YAML: 9¹² values by aliases",
        _text("openapi.yaml", _aliases),
        "alias-bomb]: YAML aliases expand to more than 1,000,000 values",
    ),
    Attack(
        "YAML: 2¹⁴ types by aliases",
        _text("openapi.yaml", _alias_types),
        "too-large]: the document exceeds the limit of 10,000 types here",
    ),
    Attack(
        "YAML: an alias within what it names",
        _text("openapi.yaml", lambda: f"{HEAD}x-a: &a [*a]\n{PATHS}"),
        "recursive-alias]: a YAML alias refers to a value that contains it",
    ),
    Attack(
        "YAML: 500 MB of text by aliases",
        _text("openapi.yaml", _alias_text),
        "too-large]: the document's texts, counted wherever they are used, exceed the limit of",
    ),
    Attack(
        "500 MB of text by references",
        _json(_referred_text),
        "too-large]: the document's texts, counted wherever they are used, exceed the limit of",
    ),
    Attack(
        "YAML: 1,500,000 values",
        _text("openapi.yaml", lambda: f"{HEAD}x-a: [{'1,' * 1_500_000}]\n{PATHS}"),
        "too-large]: the file has more than 1,000,000 values",
    ),
    Attack(
        "YAML: 10,000 levels",
        _text("openapi.yaml", lambda: f"{HEAD}x-a: {'[' * 10_000}{']' * 10_000}\n{PATHS}"),
        "too-deep]: the document is nested more than 200 levels deep",
    ),
    Attack(
        "JSON: 100,000 levels",
        _text("openapi.json", lambda: f'{{"openapi": {"[" * 100_000}{"]" * 100_000}}}'),
        "too-deep]: the document is nested more than 200 levels deep",
    ),
    Attack(
        "a number of a million digits",
        _text("openapi.json", lambda: f'{{"openapi": "3.1.0", "x-a": {"9" * 1_000_000}}}'),
        "invalid-json]: this number has too many digits",
    ),
    Attack("50,000 operations", _json(_operations), "too-large]: the document has 50,000 operat"),
    Attack(
        "100,000 values of an enum",
        _json(lambda: document(A={"enum": [f"v{n}" for n in range(100_000)]})),
        "too-large]: this list has 100,000 entries; the limit is 10,000",
    ),
    Attack(
        "20,000 properties",
        _json(lambda: document(A={"properties": {f"p{n}": {} for n in range(20_000)}})),
        "too-large]: this object has 20,000 entries; the limit is 10,000",
    ),
    Attack(
        "a description of 10 MB",
        _json(lambda: _described("word " * 2_000_000)),
        "too-large]: this text has more than 1,000,000 characters",
    ),
    Attack(
        "a description of quotes, backslashes and brackets",
        _json(lambda: _described('"' * 50_000 + "\\" * 50_000 + "[" * 50_000 + "](x" * 20_000)),
        MADE,
    ),
    Attack("one word of 500 kB", _json(lambda: _described("w" * 500_000)), MADE),
    Attack(
        "references in a circle",
        _json(lambda: document(A=_ref("B"), B=_ref("C"), C=_ref("A"))),
        MADE,
    ),
    Attack(
        "a chain of 10,000 references",
        _json(lambda: _chain(9_999, lambda n: _ref(f"A{n}"), {"type": "string"})),
        MADE,
    ),
    Attack(
        "a chain of 1,500 `allOf`",
        _json(
            lambda: _chain(
                1_500,
                lambda n: {"allOf": [_ref(f"A{n}"), {"properties": {f"p{n}": {}}}]},
                {"type": "object"},
            )
        ),
        MADE,
    ),
    Attack("2³⁰ ways through diamonds of `allOf`", _json(_diamonds), MADE),
    Attack("2²⁰ combinations of `oneOf`", _json(_product), MADE),
    Attack(
        "2⁴⁰ ways through diamonds of `oneOf`",
        _json(
            lambda: _chain(
                40,
                lambda n: {"oneOf": [_ref(f"A{n}"), {"type": "array", "items": _ref(f"A{n}")}]},
                {"type": "string"},
            )
        ),
        MADE,
    ),
    Attack("circles of 97 and of 101 schemas, merged", _json(_circles), MADE),
    Attack("3,000 names that become one", _json(_alike), MADE),
    Attack(
        "25,000 properties by `allOf`, where 20,000 are allowed",
        _json(_fields),
        "too-large]: the document exceeds the limit of 20,000 fields here",
        ("--limit", "fields=20000"),
    ),
    Attack("a pattern of operationIds that backtracks", _json(_called), MADE),
    Attack(
        "overlay: a path that is gone millions of ways",
        _with(
            [{"target": "$..*..*..*..*..*..*", "remove": True}],
            **{"x-a": [[[[[[0] * 10] * 9] * 9] * 9] * 9]},
        ),
        "too-large]: evaluating the JSONPaths of the overlays takes too many steps",
        ("--overlay", "overlay.json"),
        "overlay.json",
    ),
    Attack(
        "overlay: a pattern that backtracks",
        _with(
            [{"target": "$.paths[?search(@.x, '^(a|aa)+$')]", "remove": True}],
            paths={"/x": {"x": f"{'a' * 60}!"}},
        ),
        "bad-overlay]: the regular expressions in the JSONPaths of the overlays take too long",
        ("--overlay", "overlay.json"),
        "overlay.json",
    ),
    Attack(
        "overlay: what doubles 40 times",
        _with([{"target": "$..*", "update": {f"x-{n}": {"a": 1}}} for n in range(40)]),
        "too-large]: with this update, the document has more than 1,000,000 values",
        ("--overlay", "overlay.json"),
        "overlay.json",
    ),
    Attack(
        "10,000 references to places of another file, one within the other",
        _parts(9_900, real=True),
        "too-large]: with this reference resolved, the document has more than 1,000,000 values",
    ),
    Attack(
        "10,000 references to nowhere in another file",
        _parts(9_900, real=False),
        MADE,
    ),
    Attack(
        "a pattern that backtracks",
        _json(
            lambda: document(A={"type": "string", "pattern": "^(a+)+$", "example": f"{'a' * 40}!"})
        ),
        MADE,
    ),
)
