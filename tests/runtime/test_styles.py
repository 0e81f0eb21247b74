"""The table of OpenAPI 3.1, section 4.8.12.3, and RFC 6570 where that says more."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

import pytest

from sdkwright.runtime.http.serialize import add_headers, path, query, simple
from sdkwright.runtime.http.wire import Styled
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.json.plain import plain
from sdkwright.runtime.operation import Operation

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}


class Colour(Model):
    red: int
    green: int


PATHS: list[tuple[str, bool, Any, str]] = [
    ("matrix", False, "", ";color"),
    ("matrix", True, "", ";color"),
    ("matrix", False, "blue", ";color=blue"),
    ("matrix", True, "blue", ";color=blue"),
    ("matrix", False, ARRAY, ";color=blue,black,brown"),
    ("matrix", True, ARRAY, ";color=blue;color=black;color=brown"),
    ("matrix", False, OBJECT, ";color=R,100,G,200,B,150"),
    ("matrix", True, OBJECT, ";R=100;G=200;B=150"),
    ("label", False, "", "."),
    ("label", True, "", "."),
    ("label", False, "blue", ".blue"),
    ("label", True, "blue", ".blue"),
    ("label", False, ARRAY, ".blue,black,brown"),
    ("label", True, ARRAY, ".blue.black.brown"),
    ("label", False, OBJECT, ".R,100,G,200,B,150"),
    ("label", True, OBJECT, ".R=100.G=200.B=150"),
    ("simple", False, "", ""),
    ("simple", False, "blue", "blue"),
    ("simple", True, "blue", "blue"),
    ("simple", False, ARRAY, "blue,black,brown"),
    ("simple", True, ARRAY, "blue,black,brown"),
    ("simple", False, OBJECT, "R,100,G,200,B,150"),
    ("simple", True, OBJECT, "R=100,G=200,B=150"),
]


@pytest.mark.parametrize(("style", "explode", "value", "expected"), PATHS)
def test_a_path_parameter_is_written_as_the_table_says(
    style: str, explode: bool, value: Any, expected: str  # noqa: FBT001 - one of a table
) -> None:
    assert path(Styled("color", style, explode), value) == expected


QUERIES: list[tuple[str, bool, Any, str]] = [
    ("form", False, "", "color="),
    ("form", True, "", "color="),
    ("form", False, "blue", "color=blue"),
    ("form", True, "blue", "color=blue"),
    ("form", False, ARRAY, "color=blue,black,brown"),
    ("form", True, ARRAY, "color=blue&color=black&color=brown"),
    ("form", False, OBJECT, "color=R,100,G,200,B,150"),
    ("form", True, OBJECT, "R=100&G=200&B=150"),
    ("spaceDelimited", False, ARRAY, "color=blue%20black%20brown"),
    ("spaceDelimited", False, OBJECT, "color=R%20100%20G%20200%20B%20150"),
    ("spaceDelimited", True, ARRAY, "color=blue&color=black&color=brown"),
    ("pipeDelimited", False, ARRAY, "color=blue%7Cblack%7Cbrown"),
    ("pipeDelimited", False, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
    ("pipeDelimited", True, ARRAY, "color=blue&color=black&color=brown"),
    ("deepObject", True, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ("json", False, OBJECT, "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D"),
    ("form", True, [], ""),
    ("form", False, [], ""),
    ("form", True, {}, ""),
    ("deepObject", True, {}, ""),
    ("form", True, None, ""),
]


@pytest.mark.parametrize(("style", "explode", "value", "expected"), QUERIES)
def test_a_query_parameter_is_written_as_the_table_says(
    style: str, explode: bool, value: Any, expected: str  # noqa: FBT001 - one of a table
) -> None:
    assert "&".join(query(Styled("color", style, explode), value)) == expected


HEADERS: list[tuple[bool, Any, str]] = [
    (False, "", ""),
    (False, "blue", "blue"),
    (False, ARRAY, "blue,black,brown"),
    (True, ARRAY, "blue,black,brown"),
    (False, OBJECT, "R,100,G,200,B,150"),
    (True, OBJECT, "R=100,G=200,B=150"),
]


@pytest.mark.parametrize(("explode", "value", "expected"), HEADERS)
def test_a_header_is_written_as_the_table_says(
    explode: bool, value: Any, expected: str  # noqa: FBT001 - one of a table
) -> None:
    assert simple(value, Styled("color", "simple", explode)) == expected


def test_what_is_absent_in_an_object_is_left_out() -> None:
    assert query(Styled("c", "form", explode=True), {"a": None, "b": 1}) == ["b=1"]


def test_a_model_is_written_by_the_names_of_the_api() -> None:
    assert query(Styled("c", "deepObject"), plain(Colour(red=1, green=2))) == [
        "c%5Bred%5D=1",
        "c%5Bgreen%5D=2",
    ]


def test_a_deep_object_can_be_deeper_and_repeats_the_name_of_a_list() -> None:
    value = {"a": {"b": [1, 2]}, "c": True}
    assert query(Styled("f", "deepObject"), value) == [
        "f%5Ba%5D%5Bb%5D=1",
        "f%5Ba%5D%5Bb%5D=2",
        "f%5Bc%5D=true",
    ]


def test_an_object_in_a_list_is_json_as_no_style_can_say_it() -> None:
    assert query(Styled("f", "form", explode=True), [{"a": 1}]) == ["f=%7B%22a%22%3A1%7D"]


def test_reserved_characters_stay_where_they_are_allowed() -> None:
    styled = Styled("url", "form", reserved=True)
    assert query(styled, "https://a/b?c=d;e,f") == ["url=https://a/b?c=d;e,f"]


def test_what_would_begin_another_parameter_or_end_the_query_is_encoded_all_the_same() -> None:
    styled = Styled("url", "form", reserved=True)
    assert query(styled, "a&admin=1#x+y") == ["url=a%26admin=1%23x%2By"]
    assert query(styled, "%2F 100%") == ["url=%2F%20100%25"]


HOSTILE = ["../admin", "a/../../b", "x?y=z", "a#b", "a;b", "..", "a\r\nb", "a,b", "%2e%2e"]


@pytest.mark.parametrize("style", ["simple", "label", "matrix", "json"])
@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_can_not_leave_its_segment(style: str, value: str) -> None:
    operation: Operation[None] = Operation(
        "x",
        "GET",
        "/a/{p}/z",
        path_parameters={"p": Styled("p", style)},
        returns={204: None},
    )
    for given in (value, [value], {"k": value}, {value: "v"}):
        try:
            made = operation.target({"p": given})
        except ValueError:
            continue
        before, segment, after = made.removeprefix("/").split("/")
        assert (before, after) == ("a", "z")
        assert segment not in {".", ".."}
        assert not set(segment) & set("?#\r\n \\")


SEVERAL: Operation[None] = Operation(
    "x",
    "GET",
    "/a/{p}/z",
    path_parameters={"p": Styled("p", "segments")},
    returns={204: None},
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("b", "/a/b/z"),
        ("b/c d/e", "/a/b/c%20d/e/z"),
        ("/b//c/", "/a//b//c//z"),
        ("x?y=z#f", "/a/x%3Fy%3Dz%23f/z"),
        ("b%2Fc", "/a/b%252Fc/z"),
        ("...", "/a/.../z"),
        (7, "/a/7/z"),
        (["b/c", "d"], "/a/b%2Fc,d/z"),
    ],
)
def test_slashes_of_several_segments_are_kept(value: Any, expected: str) -> None:
    assert SEVERAL.target({"p": value}) == expected


@pytest.mark.parametrize("value", ["", ".", "..", "../b", "a/..", "a/./b", "a/../../b"])
def test_several_segments_can_not_leave_their_place(value: str) -> None:
    with pytest.raises(ValueError, match="would change the path"):
        SEVERAL.target({"p": value})


@pytest.mark.parametrize("style", ["form", "spaceDelimited", "pipeDelimited", "deepObject", "json"])
@pytest.mark.parametrize("explode", [True, False])
def test_a_value_can_not_add_a_parameter(
    style: str, explode: bool  # noqa: FBT001 - one of a table
) -> None:
    for given in ("a&b=c", ["a&b=c"], {"k": "a&b=c"}, {"k&b=c": "v"}):
        made = "&".join(query(Styled("p", style, explode), given))
        assert "b" not in dict(parse_qsl(made, keep_blank_values=True))


def test_a_name_of_two_places_is_given_twice() -> None:
    operation: Operation[None] = Operation(
        "x",
        "GET",
        "/a/{id}",
        query=(Styled("id", "form", explode=True, key="query:id"),),
        returns={204: None},
    )
    assert operation.target({"id": 1, "query:id": 2}) == "/a/1?id=2"


def test_an_empty_text_is_sent_and_an_empty_list_is_not() -> None:
    operation: Operation[None] = Operation("x", "GET", "/x", query=("a", "b"), returns={204: None})
    assert operation.target({"a": "", "b": []}) == "/x?a="


# OpenAPI 3.2


def at(path_: str = "/x", **more: Any) -> Operation[None]:
    return Operation("o", "GET", path_, returns={204: None}, **more)


FORM = "a=1&b=x%20y&b=z&d=%7B%22e%22%3A1%7D"


@pytest.mark.parametrize(
    ("style", "value", "expected"),
    [
        ("wholeForm", {"a": 1, "b": ["x y", "z"], "c": None, "d": {"e": 1}}, FORM),
        ("wholeForm", {}, ""),
        ("wholeJson", {"a": [1]}, "%7B%22a%22%3A%5B1%5D%7D"),
        ("wholeText", "$.a b&c=d#", "%24.a%20b%26c%3Dd%23"),
        ("wholeText", 7, "7"),
    ],
)
def test_a_parameter_can_be_the_whole_query_string(style: str, value: Any, expected: str) -> None:
    target = at(query=[Styled("q", style)]).target({"q": value})
    assert target == (f"/x?{expected}" if expected else "/x")
    assert at(query=[Styled("q", style)]).target({"q": None}) == "/x"


def test_a_form_that_is_the_query_string_is_an_object() -> None:
    with pytest.raises(ValueError, match=r"^q must be an object\.$"):
        at(query=[Styled("q", "wholeForm")]).target({"q": [1]})


def cookie(styled: Styled, value: Any) -> str:
    headers: dict[str, bytes] = {}
    add_headers(at(cookies=[styled]), {styled.name: value}, headers)
    return headers.get("Cookie", b"").decode()


@pytest.mark.parametrize(
    ("explode", "value", "expected"),
    [
        (True, "", "color="),
        (True, "blue", "color=blue"),
        (False, "blue", "color=blue"),
        (True, ARRAY, "color=blue; color=black; color=brown"),
        (False, ARRAY, "color=blue,black,brown"),
        (True, OBJECT, "R=100; G=200; B=150"),
        (False, OBJECT, "color=R,100,G,200,B,150"),
        (True, "a/b%20 é", "color=a/b%20 é"),
        (True, [], ""),
        (True, None, ""),
    ],
)
def test_a_cookie_is_written_as_the_table_says(
    explode: bool, value: Any, expected: str  # noqa: FBT001 - one of a table
) -> None:
    assert cookie(Styled("color", "cookie", explode), value) == expected


@pytest.mark.parametrize("value", ["a; b=c", "a\r\nX: y", "\0", ["a", "b;"], {"a=b": "c"}])
def test_a_value_can_not_end_its_cookie(value: Any) -> None:
    with pytest.raises(ValueError, match=r"^color contains a character that would end the cookie"):
        cookie(Styled("color", "cookie", explode=True), value)


def test_reserved_characters_do_not_end_a_cookie_of_form_style() -> None:
    assert cookie(Styled("c", "form", explode=True, reserved=True), "a/b;c=d%20 e&") == (
        "c=a/b%3Bc=d%20%20e%26"
    )


@pytest.mark.parametrize(
    ("style", "value", "expected"),
    [
        ("simple", "a:b@c;d=e", "a:b@c;d=e"),
        ("simple", "a/b?c#d", "a%2Fb%3Fc%23d"),
        ("simple", "a%2Fb %zz", "a%2Fb%20%25zz"),
        ("label", ["a@b", "c"], ".a@b,c"),
        ("matrix", "a:b", ";color=a:b"),
    ],
)
def test_reserved_characters_of_a_segment_stay(style: str, value: Any, expected: str) -> None:
    styled = Styled("color", style, reserved=True)
    given = at("/x/{color}/y", path_parameters={"color": styled})
    assert given.target({"color": value}) == f"/x/{expected}/y"


@pytest.mark.parametrize("value", ["..", "%2e%2E", "a%2F..%2Fb", "%2e"])
def test_reserved_characters_can_not_lead_elsewhere(value: str) -> None:
    styled = Styled("color", "simple", reserved=True)
    given = at("/x/{color}/y", path_parameters={"color": styled})
    with pytest.raises(ValueError, match="which would change the path"):
        given.target({"color": value})
