"""Documents by chance, valid ones that were damaged: each is made, or refused with a place.

`python -m tests.hostile.fuzz --minutes 10` goes on until something is found; what it finds is put
into `found/`, which the tests read again for ever. The tests themselves try a few, the same ones
each time.
"""

from __future__ import annotations

import argparse
import copy
import functools
import json
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import hypothesis
import yaml
from hypothesis import strategies as st

from tests.hostile import packages
from tests.hostile.base import base
from tests.hostile.payloads import PAYLOADS

FOUND: Final = Path(__file__).with_name("found")
GOLDEN: Final = Path(__file__).parents[1] / "golden"
SECONDS: Final = 60
"""How long one document may take."""

JUNK: Final[st.SearchStrategy[Any]] = st.sampled_from(
    [
        None,
        True,
        False,
        0,
        -1,
        1.5,
        10**400,
        float("nan"),
        float("inf"),
        "",
        "x",
        "null",
        "object",
        "array",
        "string",
        "#/components/schemas/A",
        "#",
        "#/",
        "../x",
        "http://x.example/",
        "3.1.0",
        [],
        [[]],
        ["string", "null"],
        [None],
        {},
        {"": {}},
        {"$ref": "#"},
        {"$ref": "#/paths"},
        {"$ref": 1},
        {"type": "object"},
        {"type": []},
        {"allOf": []},
        {"oneOf": [{}, {}]},
        {"enum": []},
        {"const": None},
        {"items": False},
        *PAYLOADS.values(),
    ]
)


@functools.cache
def seeds() -> tuple[Any, ...]:
    """Give valid documents that have between them every feature that we know of."""
    files = sorted(GOLDEN.glob("*/openapi.yaml"))
    return (base(), *(yaml.load(file.read_bytes(), _Loader) for file in files))


class _Loader(yaml.CSafeLoader):
    """Leaves dates as text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in entries if not tag.endswith("timestamp")]
    for first, entries in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def _spots(value: Any) -> Iterator[tuple[Any, Any]]:
    """Give every container with each of its keys."""
    items = value.items() if isinstance(value, dict) else ()
    listed = enumerate(value) if isinstance(value, list) else ()
    for key, child in [*items, *listed]:
        yield value, key
        yield from _spots(child)


@st.composite
def documents(draw: st.DrawFn) -> Any:
    """Draw a document with a few things wrong with it."""
    document = copy.deepcopy(draw(st.sampled_from(seeds())))
    for _ in range(draw(st.integers(0, 3))):
        spots = [*_spots(document)]
        if not spots:
            break
        _damage(draw, spots)
    return document


def _damage(draw: st.DrawFn, spots: list[tuple[Any, Any]]) -> None:
    container, key = draw(st.sampled_from(spots))
    kind = draw(st.sampled_from(["replace", "remove", "move", "copy", "rename", "nest"]))
    match kind:
        case "replace":
            container[key] = copy.deepcopy(draw(JUNK))
        case "remove":
            del container[key]
        case "move" | "copy":
            other, place = draw(st.sampled_from(spots))
            if place in other if isinstance(other, dict) else place < len(other):
                container[key] = copy.deepcopy(other[place])
        case "rename" if isinstance(container, dict):
            container[draw(st.sampled_from([*PAYLOADS.values(), "type", "$ref"]))] = container.pop(
                key
            )
        case _:
            container[key] = {draw(st.sampled_from(["allOf", "items", "x"])): [container[key]]}


@st.composite
def texts(draw: st.DrawFn) -> bytes:
    """Draw the bytes of a document, some of which are others than they should be."""
    document = draw(st.sampled_from(seeds()))
    as_yaml = draw(st.booleans())
    text = yaml.safe_dump(document) if as_yaml else json.dumps(document, indent=1)
    data = bytearray(text.encode())
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        match draw(st.sampled_from(["flip", "remove", "insert", "repeat"])):
            case "flip" if data:
                data[at] ^= 1 << draw(st.integers(0, 7))
            case "remove":
                del data[at : at + draw(st.integers(1, 200))]
            case "insert":
                data[at:at] = draw(
                    st.sampled_from(
                        [b"\x00", b"\xff\xfe", b"&a ", b"*a", b"- ", b": ", b"\t", b"!!"]
                    )
                    | st.binary(max_size=5)
                )
            case _:
                data[at:at] = data[at : at + draw(st.integers(1, 200))]
    return bytes(data)


def judge(document: Any, folder: Path) -> str:
    """Try a document; say what came of it.

    Raises:
        Exception: If that is neither a package nor a refusal with a place.
    """
    made = packages.render_only(document, folder)
    assert packages.complaints(made) == [], packages.complaints(made)
    if not made.files:
        assert any(": error[" in line for line in made.said), made.said
        return "refused"
    assert packages.names(made)
    assert packages.active(made) == []
    return "made"


# For as long as one likes


def _stop(*_: object) -> None:
    raise TimeoutError(f"a document took more than {SECONDS} s")


def main() -> int:
    """Try documents until the time is over; give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="how long (default: 10)")
    parser.add_argument("--seed", type=int, help="to try the same documents again")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.randrange(2**32)
    sys.stderr.write(f"seed {seed}\n")
    sys.setrecursionlimit(20_000)
    signal.signal(signal.SIGALRM, _stop)
    chance = random.Random(seed)
    tried: Counter[str] = Counter()
    found: set[str] = set()
    ends = shown = time.monotonic()
    ends += options.minutes * 60

    def attempt(document: Any) -> None:
        nonlocal shown
        if time.monotonic() > ends:
            return
        with tempfile.TemporaryDirectory() as folder:
            signal.alarm(SECONDS)
            try:
                tried[judge(document, Path(folder) / "x")] += 1
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
                tried["wrong"] += 1
                where = traceback.extract_tb(error.__traceback__)[-1]
                kind = f"{type(error).__name__} in {Path(where.filename).name}:{where.lineno}"
                if kind not in found:
                    found.add(kind)
                    _keep(document, kind, str(error))
            finally:
                signal.alarm(0)
        if sys.stderr.isatty() and time.monotonic() - shown > 1:
            shown = time.monotonic()
            sys.stderr.write(f"\r{ends - shown:6.0f} s left: {_listed(tried)} ")

    while time.monotonic() < ends:
        for strategy, count in ((documents(), 200), (texts(), 100)):
            run = hypothesis.given(strategy)(attempt)
            run = hypothesis.settings(
                max_examples=count,
                deadline=None,
                database=None,
                suppress_health_check=[*hypothesis.HealthCheck],
                phases=[hypothesis.Phase.generate],
            )(run)
            hypothesis.seed(chance.randrange(2**64))(run)()
    sys.stderr.write(f"\n{sum(tried.values())} documents: {_listed(tried)}\n")
    return len(found)


def _listed(tried: Counter[str]) -> str:
    return ", ".join(f"{count} {what}" for what, count in sorted(tried.items()))


def _keep(document: Any, kind: str, message: str) -> None:
    FOUND.mkdir(exist_ok=True)
    name = kind.replace(" in ", "-").replace(":", "-").replace(".py", "")
    data = document if isinstance(document, bytes) else json.dumps(document, indent=1).encode()
    path = FOUND / f"{name}.{'bin' if isinstance(document, bytes) else 'json'}"
    path.write_bytes(data)
    sys.stderr.write(f"\n{kind}: {message[:300]}\n  kept in {path.relative_to(Path.cwd())}\n")


if __name__ == "__main__":
    sys.exit(min(main(), 1))
