"""Projects by chance: valid ones, and those in which a few things are wrong.

Strategies for hypothesis. They start from documents that `tests.golden.support.grammar` draws, or
from those of the golden cases, and damage them, the files beside them, or their bytes. What becomes
of a project is nothing that this module knows.
"""

from __future__ import annotations

import copy
import functools
import json
from collections.abc import Iterator
from contextlib import suppress
from random import Random
from typing import Any, Final

import tomlkit
import yaml
from hypothesis import strategies as st

from tests.golden.support import grammar
from tests.golden.support.cases import GOLDEN
from tests.hostile.attacks.base import base
from tests.hostile.attacks.payloads import PAYLOADS
from tests.hostile.harness.projects import SETTINGS, Project

Json = Any

JUNK: Final[tuple[Json, ...]] = (
    *(None, True, False, 0, -1, 1.5, 10**400, float("nan"), float("inf"), "", "x", "null"),
    *(2**63, 2**64, -(2**63) - 1, float("-inf"), 1e22, 5e-324, "super", "self", "options"),
    *("object", "array", "string", "#/components/schemas/A", "#", "#/", "../x", "3.1.0"),
    *("http://x.example/", "parts.json", "parts.yaml#/0", "openapi.json", "openapi.yaml#"),
    *([], [[]], ["string", "null"], [None], {}, {"": {}}, {"$ref": "#"}, {"$ref": "#/paths"}),
    *({"$ref": 1}, {"type": "object"}, {"type": []}, {"allOf": []}, {"oneOf": [{}, {}]}),
    *({"enum": []}, {"const": None}, {"items": False}),
    *PAYLOADS.values(),
)


class _Loader(yaml.CSafeLoader):
    """Leaves dates as text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in entries if not tag.endswith("timestamp")]
    for first, entries in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@functools.cache
def seeds() -> tuple[Json, ...]:
    """Give valid documents that have between them every feature that we know of."""
    files = sorted(GOLDEN.glob("*/openapi.yaml"))
    return (base(), *(yaml.load(file.read_bytes(), _Loader) for file in files))


@functools.cache
def _vocabulary() -> dict[str, tuple[Json, ...]]:
    """Give every key of the valid documents, with what stands there."""
    made: dict[str, list[Json]] = {}
    for container, key in _spots(seeds()):
        if isinstance(container, dict):
            made.setdefault(str(key), []).append(container[key])
    return {key: tuple(values) for key, values in sorted(made.items())}


def _spots(value: Json) -> Iterator[tuple[Json, Json]]:
    """Give every container with each of its keys."""
    items = value.items() if isinstance(value, dict) else ()
    listed = enumerate(value) if isinstance(value, list | tuple) else ()
    for key, child in [*items, *listed]:
        yield value, key
        yield from _spots(child)


def _whole() -> st.SearchStrategy[Json]:
    """Draw a document that is valid, or nearly so, and that may be changed: what a strategy gives
    may be given again."""
    return (grammar.documents() | st.sampled_from(range(len(seeds())))).map(
        lambda drawn: copy.deepcopy(seeds()[drawn] if isinstance(drawn, int) else drawn)
    )


_chances: Final = st.randoms(use_true_random=True)
"""Generators that depend on a number alone. Hypothesis itself likes the first of many best, and of
the parts of a document that is its version."""


def _damaged(chance: Random, document: Json, least: int, most: int) -> None:
    for _ in range(chance.randint(least, most)):
        spots = [*_spots(document)]
        if spots:
            _damage(chance, spots)


def _damage(chance: Random, spots: list[tuple[Json, Json]]) -> None:
    container, key = chance.choice(spots)
    kinds = ("replace", "remove", "move", "rename", "nest", "graft", "add")
    match chance.choice(kinds):
        case "replace":
            container[key] = _junk(chance)
        case "remove":
            del container[key]
        case "move":
            other, place = chance.choice(spots)
            container[key] = copy.deepcopy(other[place])
        case "rename" if isinstance(container, dict):
            name = chance.choice([*PAYLOADS.values(), *_vocabulary()])
            container[name] = container.pop(key)
        case "graft" if key in _vocabulary():
            container[key] = copy.deepcopy(chance.choice(_vocabulary()[key]))
        case "add" if isinstance(container, dict):
            name = chance.choice([*_vocabulary()])
            container[name] = chance.choice([_known(chance, name), _junk(chance)])
        case _:
            container[key] = {chance.choice(["allOf", "items", "x"]): [container[key]]}


def _known(chance: Random, name: str) -> Json:
    """Choose what stands at a key in some valid document."""
    return copy.deepcopy(chance.choice(_vocabulary()[name]))


def _junk(chance: Random) -> Json:
    return copy.deepcopy(chance.choice(JUNK))


# Files


def _text(document: Json, ending: str) -> bytes:
    if ending == "yaml":
        with suppress(UnicodeEncodeError):  # half a character, which the library does not write
            return yaml.dump(document, Dumper=yaml.CSafeDumper, sort_keys=False).encode()
    return json.dumps(document, indent=1).encode()


def _project(chance: Random, **documents: Json) -> Project:
    """Write documents into files, as JSON or YAML."""
    files = {}
    for name, document in documents.items():
        ending = chance.choice(["json", "json", "yaml"])
        files[f"{name}.{ending}"] = _text(document, ending)
    return Project(files)


@st.composite
def valid(draw: st.DrawFn) -> Project:
    """Draw a document as the grammar has it."""
    return _project(draw(_chances), openapi=draw(grammar.documents()))


@st.composite
def damaged(draw: st.DrawFn) -> Project:
    """Draw a document with a few things wrong with it."""
    document, chance = draw(_whole()), draw(_chances)
    _damaged(chance, document, 1, 3)
    return _project(chance, openapi=document)


@st.composite
def split(draw: st.DrawFn) -> Project:
    """Draw a document of which some parts stand in another file, either of them damaged."""
    document, chance = draw(_whole()), draw(_chances)
    parts: dict[str, Json] = {}
    main, other = (f"{name}.{chance.choice(['json', 'yaml'])}" for name in ("openapi", "parts"))
    for number in range(chance.randint(1, 3)):
        spots = [spot for spot in _spots(document) if isinstance(spot[0][spot[1]], dict)]
        container, key = chance.choice(spots)
        parts[f"part{number}"] = _rebased(container[key], main)
        container[key] = {"$ref": f"{other}#/part{number}"}
    _damaged(chance, document, 0, 1)
    _damaged(chance, parts, 0, 2)
    return Project(
        {name: _text(content, name[-4:]) for name, content in ((main, document), (other, parts))}
    )


def _rebased(value: Json, main: str) -> Json:
    """Make the references in a part lead to where they led before."""
    if isinstance(value, list):
        return [_rebased(item, main) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: f"{main}{item}" if _is_reference(key, item) else _rebased(item, main)
        for key, item in value.items()
    }


def _is_reference(key: str, item: Json) -> bool:
    return key == "$ref" and isinstance(item, str) and item.startswith("#")


_TARGETS: Final = (
    *("$", "$.paths.*.*", "$..description", "$..properties", "$.paths[?@.get].get", "$..enum[0]"),
    *("$.components.schemas[*]", "$..parameters[-1]", "$..[?@.type=='string']", "$.info", "$.x"),
    *("", "$[", "$..", "$.paths[?(@.get", "paths", "$[?match(@.a, '(a+)+$')]", "$[99999999999]"),
)
"""JSONPaths, and what is none."""


@st.composite
def overlaid(draw: st.DrawFn) -> Project:
    """Draw a valid document, and changes to it, damaged."""
    document, chance = draw(_whole()), draw(_chances)
    actions = []
    for _ in range(chance.randint(1, 3)):
        target, value = chance.choice([*_pointed(document, "$")])
        if chance.random() < 0.25:
            target = chance.choice(_TARGETS)
        action: dict[str, Json] = {"target": target}
        if not isinstance(value, dict | list):
            action["remove"] = True
        elif chance.random() < 0.3:
            action["update"] = _junk(chance)
        else:
            name = chance.choice([*_vocabulary()])
            known = _known(chance, name)
            action["update"] = {name: known} if isinstance(value, dict) else known
        actions.append(action)
    overlay = {"overlay": "1.0.0", "info": {"title": "T", "version": "1"}, "actions": actions}
    if chance.choice([True, False]):
        _damaged(chance, overlay, 0, 1)
    return _project(chance, openapi=document, overlay=overlay)


def _pointed(value: Json, path: str) -> Iterator[tuple[str, Json]]:
    """Give the JSONPath of every part, and the part."""
    for key in [*value] if isinstance(value, dict) else range(len(value)):
        step = f"{path}[{json.dumps(key)}]"
        yield step, value[key]
        if isinstance(value[key], dict | list):
            yield from _pointed(value[key], step)


_SETTINGS: Final[dict[str, tuple[Json, ...]]] = {
    "package.module": (
        *("library", "a_b", "_a", "l", "self", "none", "openapi", "library_", "src", "tests"),
        *("_", "msgspec", "json", "class", "nul", "a" * 200),
    ),
    "package.name": ("library", "a.b-c_d", "A", "httpx2", "-"),
    "package.version": ("1.2.0", "0", "2.0.0rc1+a.1", "v1", "1.2.0\n"),
    "package.description": ("Things.", "", '"quotes" \\', "x" * 2000),
    "package.license": ("MIT", "Apache-2.0", "MIT OR (Apache-2.0)", "../x", "("),
    "package.authors": ([], [{"name": "A"}], [{"email": "a@b.example"}], [{}], ["A"]),
    "package.keywords": ([], ["a"], [""]),
    "package.classifiers": (["Topic :: Internet"], ["x"]),
    "package.optional_dependencies": ({}, {"cli": ["rich>=14"]}, {"fast": []}, {"a": ["!"]}),
    "client.server_url": ("https://e.example/v1", "/v1", "https://u:p@e.example"),
    "naming.operation_ids": ("fastapi", "drf", "ninja", "nestjs", "typespec", "as-written", "x"),
    "operations.include": ([], [{"path": "*"}], [{"path": "GET *"}], [{}]),
    "operations.exclude": ([], [{"tag": "x"}], [{"path": "*"}]),
    "diagnostics.ignore": ([], [{"code": "weak-type"}], [{"place": "/paths"}]),
    "package.install_notes": ("See *this*.\n", "", "# A\n\n- <b>\n```\n", "\x00"),
    "package.all_components": (True, False, "true", 1),
    "package.urls": ({}, {"Source": "https://x.example/"}, {'a"b': "javascript:x"}, {"": ""}),
    "client.class": (
        "Library",
        "_",
        "None",
        "list",
        "str",
        "Any",
        "Client",
        "Model",
        "Field",
        "A" * 99,
        "A" * 200,
    ),
    "client.env_prefix": ("LIBRARY", "A_", "a", "PATH"),
    "operations.allow_dropped": ([], ["GET /x"], ["GET"], [1]),
    "limits.types": (10_000, 1, 0),
    "limits.values": (1_000_000, 10, True),
    "limits.operations": (10_000, 1, 1.5),
}


@st.composite
def configured(draw: st.DrawFn) -> Project:
    """Draw a valid document, and settings that are valid or not."""
    document, chance = draw(_whole()), draw(_chances)
    project = _project(chance, openapi=document)
    tables: dict[str, Json] = {
        "document": {"path": project.document},
        "output": {"directory": "out"},
        "package": {"module": "library"},
    }
    for setting in chance.sample([*_SETTINGS], chance.randint(0, 3)):
        table, _, key = setting.partition(".")
        valued = chance.random() < 0.9
        value = chance.choice(_SETTINGS[setting]) if valued else _junk(chance)
        tables.setdefault(table, {})[key] = value
    if chance.randint(0, 4) == 0:
        _damaged(chance, tables, 1, 2)
    text = _toml(tables)
    if chance.randint(0, 4) == 0:
        text = _damaged_bytes(chance, text)
    return Project({**project.files, SETTINGS: text})


def _toml(tables: Json) -> bytes:
    try:
        return tomlkit.dumps(tables).encode("utf-8", "surrogatepass")
    except (ValueError, TypeError, AttributeError):  # null: TOML has no such thing
        return repr(tables).encode("utf-8", "surrogatepass")


@st.composite
def raw(draw: st.DrawFn) -> Project:
    """Draw a document, some of whose bytes are others than they should be."""
    document, chance = draw(_whole()), draw(_chances)
    name = f"openapi.{chance.choice(['json', 'yaml', 'yaml'])}"
    return Project({name: _damaged_bytes(chance, _text(document, name[-4:]))})


_BYTES: Final = (
    *(b"\x00", b"\xff\xfe", b"&a ", b"*a", b"- ", b": ", b"\t", b"!!", b"<<: *a", b"? ", b"|\n"),
    *(b"{", b"[", b'"', b"\xef\xbb\xbf", b"\xed\xa0\x80", b"---\n", b"...\n", b"%YAML 1.1\n", b"#"),
    *(b"0x1F", b"1e999", b".inf", b"~", b"2020-01-01", b"!!binary ", b"!!python/name:os.system "),
)


def _damaged_bytes(chance: Random, content: bytes) -> bytes:
    data = bytearray(content)
    for _ in range(chance.randint(1, 5)):
        at = chance.randint(0, max(len(data) - 1, 0))
        match chance.choice(["flip", "letter", "letter", "line", "remove", "insert", "repeat"]):
            case "flip" if data:
                data[at] ^= 1 << chance.randint(0, 7)
            case "letter":  # what is still a document, most of the time
                letters = [n for n, byte in enumerate(data) if chr(byte).isalnum()]
                if letters:
                    data[chance.choice(letters)] = chance.choice(b"aeinrstAT0159_-.")
            case "line":
                lines = data.splitlines(keepends=True)
                first = chance.randint(0, len(lines))
                del lines[first : first + chance.randint(1, 3)]
                data = bytearray(b"".join(lines))
            case "remove":
                del data[at : at + chance.randint(1, 200)]
            case "insert":
                data[at:at] = chance.choice([*_BYTES, chance.randbytes(3)])
            case _:
                data[at:at] = data[at : at + chance.randint(1, 200)]
    return bytes(data)


KINDS: Final = {
    "valid": valid(),
    "damaged": damaged(),
    "split": split(),
    "overlaid": overlaid(),
    "configured": configured(),
    "raw": raw(),
}
