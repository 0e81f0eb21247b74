"""What each kind of value is, in each place of a request: one text, or one error before sending."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import json
import numbers
import pathlib
import types
import uuid
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import attrs
import msgspec
import pydantic
import pytest

from sdkwright.runtime.http.bodies import BODIES, Streamed
from sdkwright.runtime.http.requests import Extra, prepare
from sdkwright.runtime.http.wire import Styled
from sdkwright.runtime.json.decimals import DecimalText
from sdkwright.runtime.json.models import Model, OpenModel
from sdkwright.runtime.json.plain import plain
from sdkwright.runtime.operation import AllBut, Encoding, Operation
from sdkwright.runtime.values import UNSET, UnsetType
from tests.runtime.conftest import Caller
from tests.support.server import Server

UTC = datetime.UTC
WEST = datetime.timezone(datetime.timedelta(hours=-5))
ODD = datetime.timezone(datetime.timedelta(minutes=19, seconds=32))
"""The offset of Amsterdam until 1937."""

NO_JSON = "which can't be represented in JSON."
MULTIPART = "multipart/form-data"
FORM = "application/x-www-form-urlencoded"


# Places


def sent(operation: Operation[Any], arguments: Mapping[str, Any], body: Any = None) -> Any:
    return prepare(operation, arguments, body, base_url="", headers={}, extra=Extra())


def described(path: str = "/x", **said: Any) -> Operation[None]:
    return Operation("x", "POST", path, returns={204: None}, encoder=BODIES, **said)


def content(value: Any, /, **said: Any) -> str:
    made = sent(described(**said), {}, value).content
    return (b"".join(made) if isinstance(made, Streamed) else made).decode()


def part(value: Any, /, **said: Any) -> str:
    text = content(value, body="properties", content_type=MULTIPART, **said)
    boundary = text.partition("\r\n")[0]
    parts = text.removesuffix(f"{boundary}--\r\n").split(f"{boundary}\r\n")
    return "".join(parts).replace('Content-Disposition: form-data; name="v"', "").strip("\r\n")


def in_path(value: Any, **said: Any) -> str:
    return str(sent(described("/x/{v}", **said), {"v": value}).url)


def in_query(value: Any, **said: Any) -> str:
    return str(sent(described(query=("v",), **said), {"v": value}).url)


def in_header(value: Any, **said: Any) -> str:
    headers = sent(described(headers=("v",), **said), {"v": value}).headers
    return str(headers["v"].decode())


def in_cookie(value: Any, **said: Any) -> str:
    headers = sent(described(cookies=("v",), **said), {"v": value}).headers
    return bytes(headers["Cookie"]).decode()


class Anything(Model):
    v: Any


class Place(NamedTuple):
    """A place of a request.

    Attributes:
        send: Sends a value there, and returns what is sent.
        name: The name of the value in errors.
        wire: What is sent, of the value's JSON, text, and percent-encoded text.
    """

    send: Callable[[Any], str]
    name: str
    wire: Callable[[str, str, str], str]


PLACES = {
    "property": Place(
        lambda v: content({"v": v}, body="properties"), "v", lambda json, *_: f'{{"v":{json}}}'
    ),
    "whole body": Place(
        lambda v: content(v, body="value", nullable=("",)), "The body", lambda json, *_: json
    ),
    "list in JSON": Place(
        lambda v: content({"v": [1, v]}, body="properties"),
        "v[1]",
        lambda json, *_: f'{{"v":[1,{json}]}}',
    ),
    "object in JSON": Place(
        lambda v: content({"v": {"a": v}}, body="properties"),
        "v.a",
        lambda json, *_: f'{{"v":{{"a":{json}}}}}',
    ),
    "model in JSON": Place(
        lambda v: content({"m": Anything(v=v)}, body="properties"),
        "m.v",
        lambda json, *_: f'{{"m":{{"v":{json}}}}}',
    ),
    "path": Place(in_path, "v", lambda _json, _text, url: f"/x/{url}"),
    "query": Place(in_query, "v", lambda _json, _text, url: f"/x?v={url}"),
    "list in a query": Place(
        lambda v: in_query([v, "z"]), "v[0]", lambda _json, _text, url: f"/x?v={url}&v=z"
    ),
    "query with commas": Place(
        lambda v: str(sent(described(query=(Styled("v", "form"),)), {"v": [v, "z"]}).url),
        "v[0]",
        lambda _json, _text, url: f"/x?v={url},z",
    ),
    "deep object in a query": Place(
        lambda v: str(sent(described(query=(Styled("v", "deepObject"),)), {"v": {"a": v}}).url),
        "v.a",
        lambda _json, _text, url: f"/x?v%5Ba%5D={url}",
    ),
    "header": Place(in_header, "v", lambda _json, text, _url: text),
    "list in a header": Place(
        lambda v: sent(described(headers=(Styled("v", "simple"),)), {"v": [v, "z"]})
        .headers["v"]
        .decode(),
        "v[0]",
        lambda _json, text, _url: f"{text},z",
    ),
    "cookie": Place(in_cookie, "v", lambda _json, _text, url: f"v={url}"),
    "form": Place(
        lambda v: content({"v": v}, body="properties", content_type=FORM),
        "v",
        lambda _json, _text, url: f"v={url}",
    ),
    "list in a form": Place(
        lambda v: content({"v": [v, "z"]}, body="properties", content_type=FORM),
        "v[0]",
        lambda _json, _text, url: f"v={url}&v=z",
    ),
    "part": Place(lambda v: part({"v": v}), "v", lambda _json, text, _url: text),
    "list of parts": Place(
        lambda v: part({"v": [v, "z"]}), "v[0]", lambda _json, text, _url: f"{text}\r\n\r\n\r\nz"
    ),
    "part with JSON": Place(
        lambda v: part({"v": v}, encodings={"v": Encoding("application/json")}),
        "v",
        lambda json, *_: f"Content-Type: application/json\r\n\r\n{json}",
    ),
}

every_place = pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)


# Scalars


class Text(str):
    """As markupsafe.Markup and numpy.str_ are."""

    __slots__ = ()

    def __str__(self) -> str:
        return "not what it is"


class Whole(int):
    """An integer that prints itself otherwise."""

    def __repr__(self) -> str:
        return "not what it is"

    __str__ = __repr__


class Real(float):
    """As numpy.float64 is, which prints itself as `np.float64(1.5)`."""

    def __repr__(self) -> str:
        return f"np.float64({float(self)})"

    __str__ = __repr__


class Timestamp(datetime.datetime):
    """As pandas.Timestamp and pendulum.DateTime are."""

    nanosecond = 0

    def isoformat(self, *_: Any, **__: Any) -> str:
        return "not what it is"

    __str__ = isoformat


class Precise(Timestamp):
    nanosecond = 1


class NotATime(datetime.datetime):
    """As pandas.NaT is."""

    @property
    def year(self) -> Any:
        return float("nan")


class Day(datetime.date):
    """As pendulum.Date is."""

    def isoformat(self) -> str:
        return "not what it is"


class Colour(enum.Enum):
    RED = "red"


class Level(enum.IntEnum):
    HIGH = 3


class Unit(enum.StrEnum):
    METRE = "m"


class Mixed(str, enum.Enum):  # noqa: UP042  which prints itself as `Mixed.A`
    A = "a"


class Holding(enum.Enum):
    NOTHING = object()


class Exact(Decimal):
    def __str__(self) -> str:
        return "not what it is"


class Identity(uuid.UUID):
    def __str__(self) -> str:
        return "not what it is"


class Scalar:
    """What the scalars of numpy have in common."""

    dtype = types.SimpleNamespace(kind="")
    shape: tuple[int, ...] = ()

    def __init__(self, value: Any) -> None:
        self._value = value

    def __index__(self) -> int:
        return int(self._value)

    def __int__(self) -> int:
        return int(self._value)

    def __float__(self) -> float:
        return float(self._value)

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return bool(self._value == other)

    __hash__ = None  # type: ignore[assignment]


class int64(Scalar):  # noqa: N801  as numpy names it
    pass


class float32(Scalar):  # noqa: N801
    pass


class bool_(Scalar):  # noqa: N801
    dtype = types.SimpleNamespace(kind="b")


class datetime64(Scalar):  # noqa: N801
    dtype = types.SimpleNamespace(kind="M")


class timedelta64(Scalar):  # noqa: N801
    dtype = types.SimpleNamespace(kind="m")


class ndarray(Scalar):  # noqa: N801
    dtype = types.SimpleNamespace(kind="b")
    shape = (2,)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._value)

    def __len__(self) -> int:
        return len(self._value)


class longdouble(Scalar):  # noqa: N801
    """A number with more digits than a float has."""

    def __eq__(self, other: object) -> bool:
        return False

    __hash__ = None


numbers.Integral.register(int64)
numbers.Real.register(longdouble)
numbers.Integral.register(timedelta64)
numbers.Real.register(float32)

MOMENT = datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
ID = "123e4567-e89b-12d3-a456-426614174000"
SHOWN: dict[str, tuple[Any, str, str, str]] = {
    "str": ("a b", '"a b"', "a b", "a%20b"),
    "str beyond ASCII": ("ä", '"ä"', "ä", "%C3%A4"),
    "subclass of str": (Text("a/b"), '"a/b"', "a/b", "a%2Fb"),
    "int": (3, "3", "3", "3"),
    "int beyond 64 bits": (2**70, str(2**70), "1180591620717411303424", "1180591620717411303424"),
    "subclass of int": (Whole(3), "3", "3", "3"),
    "float": (1.5, "1.5", "1.5", "1.5"),
    "large float": (1e16, "1e16", "1e16", "1e16"),
    "whole float": (2.0, "2.0", "2.0", "2.0"),
    "subclass of float": (Real(1.5), "1.5", "1.5", "1.5"),
    "true": (True, "true", "true", "true"),
    "false": (False, "false", "false", "false"),
    "datetime in UTC": (
        MOMENT,
        '"2024-05-06T07:08:09Z"',
        "2024-05-06T07:08:09Z",
        "2024-05-06T07%3A08%3A09Z",
    ),
    "datetime with an offset": (
        datetime.datetime(2024, 5, 6, 7, 8, 9, 120000, tzinfo=WEST),
        '"2024-05-06T07:08:09.120000-05:00"',
        "2024-05-06T07:08:09.120000-05:00",
        "2024-05-06T07%3A08%3A09.120000-05%3A00",
    ),
    "datetime with seconds in its offset": (
        datetime.datetime(1930, 1, 1, 0, 19, 32, tzinfo=ODD),
        '"1930-01-01T00:00:00Z"',
        "1930-01-01T00:00:00Z",
        "1930-01-01T00%3A00%3A00Z",
    ),
    "naive datetime": (
        datetime.datetime(2024, 5, 6, 7, 8),  # noqa: DTZ001  there are such
        '"2024-05-06T07:08:00"',
        "2024-05-06T07:08:00",
        "2024-05-06T07%3A08%3A00",
    ),
    "subclass of datetime": (
        Timestamp(2024, 5, 6, tzinfo=UTC),
        '"2024-05-06T00:00:00Z"',
        "2024-05-06T00:00:00Z",
        "2024-05-06T00%3A00%3A00Z",
    ),
    "date": (datetime.date(2024, 5, 6), '"2024-05-06"', "2024-05-06", "2024-05-06"),
    "subclass of date": (Day(2024, 5, 6), '"2024-05-06"', "2024-05-06", "2024-05-06"),
    "time": (datetime.time(7, 8), '"07:08:00"', "07:08:00", "07%3A08%3A00"),
    "time in UTC": (datetime.time(7, 8, tzinfo=UTC), '"07:08:00Z"', "07:08:00Z", "07%3A08%3A00Z"),
    "timedelta": (
        datetime.timedelta(days=1, seconds=1.5),
        '"PT24H1.5S"',
        "PT24H1.5S",
        "PT24H1.5S",
    ),
    "timedelta of hours": (datetime.timedelta(hours=36), '"PT36H"', "PT36H", "PT36H"),
    "timedelta of days": (datetime.timedelta(days=7), '"P7D"', "P7D", "P7D"),
    "timedelta of minutes": (datetime.timedelta(seconds=90), '"PT1M30S"', "PT1M30S", "PT1M30S"),
    "timedelta of nothing": (datetime.timedelta(), '"PT0S"', "PT0S", "PT0S"),
    "negative timedelta": (datetime.timedelta(hours=-36), '"-PT36H"', "-PT36H", "-PT36H"),
    "negative days": (datetime.timedelta(days=-1), '"-P1D"', "-P1D", "-P1D"),
    "microsecond": (
        datetime.timedelta(microseconds=1),
        '"PT0.000001S"',
        "PT0.000001S",
        "PT0.000001S",
    ),
    "Enum": (Colour.RED, '"red"', "red", "red"),
    "IntEnum": (Level.HIGH, "3", "3", "3"),
    "StrEnum": (Unit.METRE, '"m"', "m", "m"),
    "Enum of str": (Mixed.A, '"a"', "a", "a"),
    "Decimal": (Decimal("19.90"), "19.90", "19.90", "19.90"),
    "subclass of Decimal": (Exact("19.90"), "19.90", "19.90", "19.90"),
    "UUID": (uuid.UUID(ID), f'"{ID}"', ID, ID),
    "subclass of UUID": (Identity(ID), f'"{ID}"', ID, ID),
    "numpy.int64": (int64(3), "3", "3", "3"),
    "numpy.float32": (float32(0.5), "0.5", "0.5", "0.5"),
    "numpy.bool": (bool_(True), "true", "true", "true"),
}
"""Each value, as JSON, as text, and as text that is percent-encoded."""


@every_place
@pytest.mark.parametrize(("value", "json", "text", "url"), SHOWN.values(), ids=SHOWN)
def test_a_scalar_has_one_text(place: Place, value: Any, json: str, text: str, url: str) -> None:
    assert place.send(value) == place.wire(json, text, url)


class Trip(Model):
    legs: Any


def test_durations_are_dumped_as_they_are_sent() -> None:
    legs = [datetime.timedelta(hours=36), {"back": datetime.timedelta(seconds=-1)}]
    trip = Trip(legs=legs)
    assert plain(legs) == ["PT36H", {"back": "-PT1S"}]
    assert trip.model_dump_json() == '{"legs":["PT36H",{"back":"-PT1S"}]}'
    assert trip.model_dump(mode="json") == {"legs": ["PT36H", {"back": "-PT1S"}]}
    assert trip.model_dump() == {"legs": legs}


OCTETS = {
    "bytes": b"\x00\xff",
    "bytearray": bytearray(b"\x00\xff"),
    "memoryview": memoryview(b"\x00\xff"),
}


@pytest.mark.parametrize(
    "place",
    [place for name, place in PLACES.items() if "part" not in name],
    ids=[name for name in PLACES if "part" not in name],
)
@pytest.mark.parametrize("value", OCTETS.values(), ids=OCTETS)
def test_bytes_are_base64_outside_of_parts(place: Place, value: Any) -> None:
    assert place.send(value) == place.wire('"AP8="', "AP8=", "AP8%3D")


FILE = '; filename="v"\r\nContent-Type: application/octet-stream\r\n\r\n'


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_are_files_in_parts(kind: Callable[[bytes], Any]) -> None:
    assert part({"v": kind(b"ab")}) == f"{FILE}ab"
    assert part({"v": [kind(b"ab")]}) == f"{FILE}ab"
    assert part({"v": kind(b"ab")}, encodings={"v": Encoding(base64=True)}) == "YWI="


# What is refused


class Plain:
    pass


def generator() -> Iterator[str]:
    yield "a"


def function() -> None:
    pass


UNKNOWN = {
    "object": (object(), f"is of type object, {NO_JSON}"),
    "instance": (Plain(), f"is of type Plain, {NO_JSON}"),
    "complex": (1j, f"is of type complex, {NO_JSON}"),
    "function": (function, f"is of type function, {NO_JSON}"),
    "class": (Plain, f"is of type type, {NO_JSON}"),
    "Fraction": (Fraction(1, 3), f"is of type Fraction, {NO_JSON}"),
    "NaN": (float("nan"), f"is nan, {NO_JSON}"),
    "infinity": (float("inf"), f"is inf, {NO_JSON}"),
    "negative infinity": (float("-inf"), f"is -inf, {NO_JSON}"),
    "subclass of float that is NaN": (Real("nan"), f"is nan, {NO_JSON}"),
    "numpy.float32 that is NaN": (float32("nan"), f"is nan, {NO_JSON}"),
    "Decimal NaN": (Decimal("NaN"), f"is NaN, {NO_JSON}"),
    "Decimal infinity": (Decimal("-Infinity"), f"is -Infinity, {NO_JSON}"),
    "Enum of an object": (Holding.NOTHING, f"is of type object, {NO_JSON}"),
    "pandas.NaT": (NotATime(2024, 1, 1), f"is of type NotATime, {NO_JSON}"),
    "nanoseconds": (Precise(2024, 1, 1), "is more precise than microseconds: round it."),
    "numpy.datetime64": (datetime64(1), f"is of type datetime64, {NO_JSON}"),
    "numpy.timedelta64": (timedelta64(1), f"is of type timedelta64, {NO_JSON}"),
    "numpy.longdouble": (longdouble(0.1), f"is of type longdouble, {NO_JSON}"),
    "numpy.ndarray": (ndarray([True, False]), f"is of type ndarray, {NO_JSON}"),
    "integer beyond Python's texts": (10**5000, "has too many digits."),
    "half of a surrogate pair": ("\ud800", "can't be encoded as UTF-8."),
    "set without an order": ({1, "a"}, "is a set whose elements can't be sorted: pass a list."),
    "keys that are equal as text": ({1: 1, "1": 2}, "has the key '1' twice."),
    "key that is None": ({None: 1}, "has a key of type NoneType, not str."),
    "key that is a tuple": ({(1, 2): 1}, "has a key of type tuple, not str."),
}


@every_place
@pytest.mark.parametrize(("value", "problem"), UNKNOWN.values(), ids=UNKNOWN)
def test_what_has_no_agreed_text_is_refused_by_name(place: Place, value: Any, problem: str) -> None:
    name = place.name
    if value == "\ud800":  # which is found where text is encoded
        names = {"header": "The value of the header v", "list in a query": "v"}
        name = next((names[key] for key in names if PLACES[key] is place), name)
    with pytest.raises(ValueError, match=r"^") as caught:
        place.send(value)
    assert str(caught.value) == f"{name} {problem}"


STREAMS: dict[str, tuple[Callable[[], Any], str]] = {
    "path": (lambda: pathlib.Path("a"), f"is of type {type(pathlib.Path()).__name__}, {NO_JSON}"),
    "generator": (generator, "is of type generator, which can be read only once: pass a list."),
    "iterator": (lambda: iter("a"), "is of type str_ascii_iterator, which can be read only once"),
    "map": (lambda: map(str, [1]), "is of type map, which can be read only once: pass a list."),
}


@pytest.mark.parametrize(
    "place",
    [place for name, place in PLACES.items() if "part" not in name],
    ids=[name for name in PLACES if "part" not in name],
)
@pytest.mark.parametrize(("make", "problem"), STREAMS.values(), ids=STREAMS)
def test_what_can_be_read_once_is_for_parts_only(
    place: Place, make: Callable[[], Any], problem: str
) -> None:
    with pytest.raises(ValueError, match=r"^") as caught:
        place.send(make())
    assert str(caught.value).startswith(f"{place.name} {problem}")


def test_a_value_is_refused_at_its_place() -> None:
    body = {"tags": [1, 2, Anything(v={"name": object()})]}
    with pytest.raises(ValueError, match=rf"^tags\[2\]\.v\.name is of type object, {NO_JSON}$"):
        content(body, body="properties")


@pytest.mark.parametrize("method", ["get", "list", "create"])
def test_nothing_is_sent_of_a_call_that_is_refused(
    call: Caller, server: Server, method: str
) -> None:
    given: dict[str, dict[str, Any]] = {
        "get": {"id": 1j},
        "list": {"tag": [1j]},
        "create": {"name": 1j},
    }
    with pytest.raises(ValueError, match=r"^(id|tag\[0\]|name) is of type complex, which"):
        call(method, **given[method])
    assert server.seen == []


# Lists


LISTS: dict[str, Callable[[], Any]] = {
    "list": lambda: ["a", "b"],
    "tuple": lambda: ("a", "b"),
    "deque": lambda: deque(["a", "b"]),
    "keys": {"a": 1, "b": 2}.keys,
    "values": {1: "a", 2: "b"}.values,
    "keys of an OrderedDict": OrderedDict(a=1, b=2).keys,
    "keys of a Mapping": lambda: Own({"a": 1, "b": 2}).keys(),
    "set": lambda: {"b", "a"},
    "frozenset": lambda: frozenset(["b", "a"]),
    "set of an Enum": lambda: {Mixed.A, Text("b")},
}


def styled(style: str, where: str, value: Any) -> str:
    if where == "path":
        said: dict[str, Any] = {"path_parameters": {"v": Styled("v", style)}}
        return in_path(value, **said)
    if where == "header":
        made = sent(described(headers=(Styled("v", style),)), {"v": value})
        return str(made.headers["v"].decode())
    return str(sent(described(query=(Styled("v", style),)), {"v": value}).url)


OF_LISTS: dict[str, tuple[Callable[[Any], str], str]] = {
    "property": (PLACES["property"].send, '{"v":["a","b"]}'),
    "whole body": (PLACES["whole body"].send, '["a","b"]'),
    "list in JSON": (PLACES["list in JSON"].send, '{"v":[1,["a","b"]]}'),
    "object in JSON": (PLACES["object in JSON"].send, '{"v":{"a":["a","b"]}}'),
    "model in JSON": (PLACES["model in JSON"].send, '{"m":{"v":["a","b"]}}'),
    "path": (lambda v: styled("simple", "path", v), "/x/a,b"),
    "query": (in_query, "/x?v=a&v=b"),
    "query with commas": (lambda v: styled("form", "query", v), "/x?v=a,b"),
    "query with JSON": (lambda v: styled("json", "query", v), "/x?v=%5B%22a%22%2C%22b%22%5D"),
    "header": (lambda v: styled("simple", "header", v), "a,b"),
    "cookie": (in_cookie, "v=a; v=b"),
    "form": (PLACES["form"].send, "v=a&v=b"),
    "parts": (PLACES["part"].send, "a\r\n\r\n\r\nb"),
    "part with JSON": (
        PLACES["part with JSON"].send,
        (
            'Content-Type: application/json\r\n\r\n"a"\r\n\r\n'
            'Content-Type: application/json\r\n\r\n"b"'
        ),
    ),
}


@pytest.mark.parametrize(("send", "expected"), OF_LISTS.values(), ids=OF_LISTS)
@pytest.mark.parametrize("make", LISTS.values(), ids=LISTS)
def test_a_list_has_many_classes(
    make: Callable[[], Any], send: Callable[[Any], str], expected: str
) -> None:
    assert send(make()) == expected


def test_items_of_a_dict_are_pairs() -> None:
    assert content({"v": {"a": 1}.items()}, body="properties") == '{"v":[["a",1]]}'


@pytest.mark.parametrize("send", [in_path, in_header])
@pytest.mark.parametrize(
    ("value", "what"), [(["a"], "a list"), ({"a": 1}, "an object"), ({"a"}, "a list")]
)
def test_a_place_for_one_value_takes_one(send: Callable[[Any], str], value: Any, what: str) -> None:
    with pytest.raises(ValueError, match=f"^v must be a single value, not {what}\\.$"):
        send(value)


# Objects


class Own(Mapping[Any, Any]):
    def __init__(self, values: dict[Any, Any]) -> None:
        self._values = values

    def __getitem__(self, key: Any) -> Any:
        return self._values[key]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


@dataclasses.dataclass
class Data:
    a: Any
    b: Any = UNSET


@attrs.define
class Attributes:
    a: Any


class Row(msgspec.Struct):
    a: Any


class Renamed(Model):
    first: Any = msgspec.field(name="a")
    second: int | UnsetType = UNSET


class Loose(OpenModel):
    additional_properties: dict[str, Any]


class Pydantic(pydantic.BaseModel):
    first: Any = pydantic.Field(serialization_alias="a")


OBJECTS: dict[str, Any] = {
    "dict": {"a": 1},
    "dict with a key that is no str": {Mixed.A: 1},
    "mapping proxy": types.MappingProxyType({"a": 1}),
    "Mapping": Own({"a": 1}),
    "dataclass": Data(1),
    "attrs": Attributes(1),
    "Struct": Row(1),
    "Model": Renamed(first=1),
    "additional properties": Loose(additional_properties={"a": 1}),
    "pydantic": Pydantic(first=1),
}

OF_OBJECTS: dict[str, tuple[Callable[[Any], str], str]] = {
    "property": (PLACES["property"].send, '{"v":{"a":1}}'),
    "whole body": (PLACES["whole body"].send, '{"a":1}'),
    "list in JSON": (PLACES["list in JSON"].send, '{"v":[1,{"a":1}]}'),
    "object in JSON": (PLACES["object in JSON"].send, '{"v":{"a":{"a":1}}}'),
    "model in JSON": (PLACES["model in JSON"].send, '{"m":{"v":{"a":1}}}'),
    "path": (lambda v: styled("simple", "path", v), "/x/a,1"),
    "query": (lambda v: styled("deepObject", "query", v), "/x?v%5Ba%5D=1"),
    "query with commas": (lambda v: styled("form", "query", v), "/x?v=a,1"),
    "query with JSON": (lambda v: styled("json", "query", v), "/x?v=%7B%22a%22%3A1%7D"),
    "header": (lambda v: styled("simple", "header", v), "a,1"),
    "cookie": (in_cookie, "a=1"),
    "form": (PLACES["form"].send, "v=%7B%22a%22%3A1%7D"),
    "part": (PLACES["part"].send, 'Content-Type: application/json\r\n\r\n{"a":1}'),
}


@pytest.mark.parametrize(("send", "expected"), OF_OBJECTS.values(), ids=OF_OBJECTS)
@pytest.mark.parametrize("value", OBJECTS.values(), ids=OBJECTS)
def test_an_object_has_many_classes(value: Any, send: Callable[[Any], str], expected: str) -> None:
    assert send(value) == expected


# Dates, as the document defines them


def list_of(type_: Any) -> Any:
    return types.GenericAlias(list, (type_,))


def tuple_of(*types_: Any) -> Any:
    return types.GenericAlias(tuple, types_)


def map_of(type_: Any) -> Any:
    return types.GenericAlias(dict, (str, type_))


DATE_PLACES: dict[str, tuple[Callable[[Any, Any], str], str]] = {
    "path": (lambda v, t: in_path(v, types={"v": lambda: t}), "v"),
    "query": (lambda v, t: in_query(v, types={"v": lambda: t}), "v"),
    "list in a query": (lambda v, t: in_query([v], types={"v": lambda: list_of(t)}), "v[0]"),
    "header": (lambda v, t: in_header(v, types={"v": lambda: t}), "v"),
    "cookie": (lambda v, t: in_cookie(v, types={"v": lambda: t}), "v"),
    "property": (
        lambda v, t: content({"v": v}, body="properties", body_types={"v": lambda: t}),
        "v",
    ),
    "nullable property": (
        lambda v, t: content({"v": v}, body="properties", body_types={"v": lambda: t | None}),
        "v",
    ),
    "list": (
        lambda v, t: content({"v": [v]}, body="properties", body_types={"v": lambda: list_of(t)}),
        "v[0]",
    ),
    "place of a tuple": (
        lambda v, t: content(
            {"v": (1, v)}, body="properties", body_types={"v": lambda: tuple_of(int, t)}
        ),
        "v[1]",
    ),
    "place of a tuple in a query": (
        lambda v, t: in_query((1, v), types={"v": lambda: tuple_of(int, t)}),
        "v[1]",
    ),
    "map": (
        lambda v, t: content(
            {"v": {"a": v}}, body="properties", body_types={"v": lambda: map_of(t)}
        ),
        "v.a",
    ),
    "whole body": (
        lambda v, t: content(v, body="value", body_types={"": lambda: t}),
        "The body",
    ),
    "property without a name": (
        lambda v, t: content({"v": v}, body="properties", body_types={"": lambda: t}),
        "v",
    ),
    "model": (lambda v, t: content({"m": TIMED[t](v=v)}, body="properties"), "m.v"),
    "dict of a model": (
        lambda v, t: content(
            {"m": {"v": v}}, body="properties", body_types={"m": lambda: TIMED[t] | None}
        ),
        "m.v",
    ),
    "form": (
        lambda v, t: content(
            {"v": v}, body="properties", content_type=FORM, body_types={"v": lambda: t}
        ),
        "v",
    ),
    "part": (lambda v, t: part({"v": v}, body_types={"v": lambda: t}), "v"),
    "list of parts": (lambda v, t: part({"v": [v]}, body_types={"v": lambda: list_of(t)}), "v[0]"),
    "tuple of parts": (
        lambda v, t: part({"v": (1, v)}, body_types={"v": lambda: tuple_of(int, t)}),
        "v[1]",
    ),
}


class WithDay(Model):
    v: datetime.date


class WithTime(Model):
    v: datetime.datetime


TIMED: dict[type[Any], Any] = {datetime.date: WithDay, datetime.datetime: WithTime}


@pytest.mark.parametrize(("send", "name"), DATE_PLACES.values(), ids=DATE_PLACES)
def test_a_datetime_is_no_date(send: Callable[[Any, Any], str], name: str) -> None:
    with pytest.raises(ValueError, match=r"^") as caught:
        send(Timestamp(2024, 5, 6, tzinfo=UTC), datetime.date)
    assert str(caught.value) == f"{name} must be a date, not a Timestamp: pass its date()."
    assert "2024-05-06" in send(datetime.date(2024, 5, 6), datetime.date)
    assert "tomorrow" in send("tomorrow", datetime.date)


@pytest.mark.parametrize(("send", "name"), DATE_PLACES.values(), ids=DATE_PLACES)
def test_a_date_is_no_datetime(send: Callable[[Any, Any], str], name: str) -> None:
    with pytest.raises(ValueError, match=r"^") as caught:
        send(datetime.date(2024, 5, 6), datetime.datetime)
    assert str(caught.value) == f"{name} must be a datetime, not a date."
    assert "2024-05-06T07" in send(MOMENT, datetime.datetime)


@pytest.mark.parametrize("type_", [datetime.date | datetime.datetime, datetime.date | str, Any])
def test_where_both_are_allowed_each_is_sent(type_: Any) -> None:
    said: dict[str, Any] = {"body": "properties", "body_types": {"v": lambda: type_}}
    assert content({"v": MOMENT}, **said) == '{"v":"2024-05-06T07:08:09Z"}'
    assert content({"v": datetime.date(2024, 5, 6)}, **said) == '{"v":"2024-05-06"}'


def test_a_decimal_number_is_text_in_a_dict_as_in_its_model() -> None:
    class Price(Model):
        amount: DecimalText

    said: dict[str, Any] = {"body": "properties", "body_types": {"v": lambda: Price}}
    for value in (Price(amount=Decimal("1.10")), {"amount": Decimal("1.10")}):
        assert content({"v": value}, **said) == '{"v":{"amount":"1.10"}}'


# None and UNSET


OMITTED: dict[str, tuple[Callable[[Any], Any], Any]] = {
    "query": (in_query, "/x"),
    "element of a list in a query": (lambda v: in_query(["a", v, "b"]), "/x?v=a&v=b"),
    "query with commas": (lambda v: styled("form", "query", ["a", v, "b"]), "/x?v=a,b"),
    "header": (lambda v: sent(described(headers=("v",)), {"v": v}).headers, {}),
    "cookie": (lambda v: sent(described(cookies=("v",)), {"v": v}).headers, {}),
    "property": (lambda v: content({"v": v, "w": 1}, body="properties"), '{"w":1}'),
    "form": (
        lambda v: content({"v": v, "w": 1}, body="properties", content_type=FORM),
        "w=1",
    ),
    "part": (lambda v: part({"v": v, "w": 1}), 'Content-Disposition: form-data; name="w"\r\n\r\n1'),
    "optional body": (
        lambda v: sent(described(body="value", body_required=False), {}, v).content,
        None,
    ),
}


@pytest.mark.parametrize(("send", "expected"), OMITTED.values(), ids=OMITTED)
def test_none_is_left_out_where_null_is_no_value(send: Callable[[Any], Any], expected: Any) -> None:
    assert send(None) == expected


NULL: dict[str, tuple[Callable[[Any], str], str]] = {
    "property": (
        lambda v: content({"v": v}, body="properties", nullable=("v",)),
        '{"v":null}',
    ),
    "property without a name": (
        lambda v: content({"v": v, "w": v}, body="properties", nullable=AllBut("w")),
        '{"v":null}',
    ),
    "whole body": (lambda v: content(v, body="value", nullable=("",)), "null"),
    "list": (lambda v: content({"v": [v]}, body="properties"), '{"v":[null]}'),
    "object": (lambda v: content({"v": {"a": v}}, body="properties"), '{"v":{"a":null}}'),
    "model": (PLACES["model in JSON"].send, '{"m":{"v":null}}'),
    "part with JSON": (
        lambda v: part({"v": v}, nullable=("v",), encodings={"v": Encoding("application/json")}),
        "Content-Type: application/json\r\n\r\nnull",
    ),
    "JSON in a form": (
        lambda v: content(
            {"v": v},
            body="properties",
            content_type=FORM,
            nullable=("v",),
            encodings={"v": Encoding("application/json")},
        ),
        "v=null",
    ),
}


@pytest.mark.parametrize(("send", "expected"), NULL.values(), ids=NULL)
def test_none_is_null_where_null_is_a_value(send: Callable[[Any], str], expected: str) -> None:
    assert send(None) == expected


REQUIRED: dict[str, tuple[Callable[[Any], Any], str]] = {
    "path": (in_path, "v is part of the path and required."),
    "query": (lambda v: in_query(v, required=("v",)), "v is required."),
    "header": (lambda v: in_header(v, required=("v",)), "v is required."),
    "cookie": (lambda v: in_cookie(v, required=("v",)), "v is required."),
    "property": (
        lambda v: content({"v": v}, body="properties", required_properties=("v",)),
        "v is required.",
    ),
    "form": (
        lambda v: content(
            {"v": v}, body="properties", content_type=FORM, required_properties=("v",)
        ),
        "v is required.",
    ),
    "part": (lambda v: part({"v": v}, required_properties=("v",)), "v is required."),
    "whole body": (lambda v: content(v, body="value"), "request_body is required."),
}


@pytest.mark.parametrize(("send", "problem"), REQUIRED.values(), ids=REQUIRED)
@pytest.mark.parametrize("value", [None, UNSET])
def test_what_is_required_is_refused_if_it_is_left_out(
    send: Callable[[Any], Any], problem: str, value: Any
) -> None:
    with pytest.raises(ValueError, match=r"^") as caught:
        send(value)
    assert str(caught.value) == problem


# Files


IS_FILE = {"v": Encoding(is_file=True)}
NAMED_FILE = '; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nab'


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (("a.txt", b"ab"), NAMED_FILE),
        (("a.txt", b"ab", "text/plain"), NAMED_FILE),
        ((None, b"ab", "text/plain"), '; filename="v"\r\nContent-Type: text/plain\r\n\r\nab'),
    ],
)
@pytest.mark.parametrize("is_file", [True, False])
def test_a_tuple_of_a_name_and_bytes_is_a_file(value: Any, expected: str, *, is_file: bool) -> None:
    assert part({"v": value}, encodings=IS_FILE if is_file else {}) == expected
    assert part({"v": [value]}, encodings=IS_FILE if is_file else {}) == expected


def test_a_tuple_of_files_is_a_list() -> None:
    assert part({"v": (b"a", b"b")}, encodings=IS_FILE).count("filename") == 2


@pytest.mark.parametrize(
    ("value", "place"),
    [("report.pdf", "v"), (["report.pdf"], r"v\[0\]"), (("a", "b"), r"v\[0\]")],
)
def test_text_is_no_file(value: Any, place: str) -> None:
    with pytest.raises(TypeError, match=f"^{place} must not be a str; pass bytes, or a pathlib"):
        part({"v": value}, encodings=IS_FILE)


@pytest.mark.parametrize("media_type", ["", "application/json"])
@pytest.mark.parametrize(
    ("value", "place", "kind"),
    [
        ({"a": 1}, "v", "dict"),
        ([b"a", {"a": 1}], r"v\[1\]", "dict"),
        ({"content": "a"}, "v", "dict"),
        (7, "v", "int"),
        (Row(1), "v", "Row"),
    ],
)
def test_what_has_no_bytes_is_no_file(value: Any, place: str, kind: str, media_type: str) -> None:
    encodings = {"v": Encoding(media_type, is_file=True)}
    with pytest.raises(TypeError, match=f"^{place} must not be of type {kind}; pass bytes, or a"):
        part({"v": value}, encodings=encodings)


def test_a_set_of_files_has_no_order() -> None:
    with pytest.raises(ValueError, match=r"^v is a set of files, which has no order: pass a list"):
        part({"v": {b"a", b"b"}})


class Visit(Model):
    """A model with both kinds of times, which can't be encoded without a look at them."""

    at: datetime.datetime
    day: datetime.date | UnsetType = UNSET
    rate: float = 0.5


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (MOMENT, "2024-05-06T07:08:09Z"),
        (MOMENT.astimezone(WEST), "2024-05-06T02:08:09-05:00"),
        (MOMENT.astimezone(ODD), "2024-05-06T07:08:09Z"),
        (Timestamp(2024, 5, 6, 7, 8, 9, tzinfo=UTC), "2024-05-06T07:08:09Z"),
    ],
)
def test_a_time_in_a_model_is_text(at: datetime.datetime, text: str) -> None:
    day = datetime.date(2024, 5, 6)
    for visit in (Visit(at=at), Visit(at=at, day=day)):
        assert json.loads(visit.model_dump_json())["at"] == text


def test_a_time_in_a_model_must_be_of_the_documented_kind() -> None:
    visit = Visit(at=MOMENT)
    visit.day = MOMENT
    with pytest.raises(ValueError, match=r"^day must be a date, not a datetime"):
        visit.model_dump_json()


def test_a_number_in_a_model_must_be_finite() -> None:
    visit = Visit(at=MOMENT)
    visit.rate = float("nan")
    with pytest.raises(ValueError, match=r"^rate is nan, which can't be represented in JSON"):
        visit.model_dump_json()
