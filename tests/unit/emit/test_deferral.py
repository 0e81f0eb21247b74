"""Chains and circles of types that are too long for msgspec to read at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkwright.emit import deferral as module
from sdkwright.emit.deferral import Deferral, deferral
from sdkwright.emit.index import Index
from sdkwright.model import ir
from sdkwright.model.origin import key_of
from sdkwright.model.reserved import OTHERS
from tests.unit.support.origins import named, origin
from tests.unit.support.views import PLACE, TEXT, api, declared, field, model

_Wrap: TypeAlias = ir.ListOf | ir.MapOf | ir.Nullable

EDGES = st.lists(st.lists(st.integers(0, 6), max_size=3), min_size=1, max_size=7)
"""A graph: where each node leads to."""


def holder(name: str, *types: ir.Type) -> ir.Model:
    return model(name, *(field(f"f{number}", type_) for number, type_ in enumerate(types)))


def union(name: str, *variants: ir.Type) -> ir.Union:
    at = origin(f"/components/{name}")
    name_ = ir.Name(name, name)
    return ir.Union(
        at, "components", (), ir.Doc(), PLACE, name_, name.lower(), variants, discriminator=None
    )


def to(number: int) -> ir.Named:
    return named(f"/components/M{number}")


def circle(count: int) -> list[ir.Model]:
    """Return models with a list of the next one each, which are 2 levels each."""
    return [holder(f"M{n}", ir.ListOf(to((n + 1) % count))) for n in range(count)]


def chain(count: int) -> list[ir.Model]:
    """Return the same without the last step."""
    return [*circle(count)[:-1], holder(f"M{count - 1}", TEXT)]


def apart(*declarations: ir.Declaration) -> list[str]:
    """Return what is decoded on its own: `M1.f0` is a field, `U1` a union."""
    found = deferral(Index(api(declarations=declarations)))
    fields = [f"{key_of(id_.node)}.{name}" for id_, name in found.fields]
    return sorted([*fields, *(key_of(id_.node) for id_ in found.unions)])


def test_a_circle_at_the_limit_is_read_at_once() -> None:
    assert deferral(Index(api(declarations=(*circle(100),)))) == Deferral()


def test_a_circle_beyond_the_limit_is_divided() -> None:
    assert apart(*circle(101)) == ["M100.f0", "M49.f0", "M99.f0"]


def test_a_chain_at_the_limit_is_read_at_once() -> None:
    assert apart(*chain(100)) == []


def test_the_end_of_a_chain_beyond_the_limit_stays_whole() -> None:
    assert apart(*chain(101)) == ["M49.f0"]


@pytest.mark.parametrize(
    ("wraps", "most"),
    [
        ((), 200),
        ((ir.Nullable,), 200),
        ((ir.MapOf,), 100),
        ((ir.ListOf, ir.ListOf), 66),
    ],
    ids=["plain", "nullable", "map", "list of lists"],
)
def test_each_list_and_map_is_a_level(wraps: tuple[type[_Wrap], ...], most: int) -> None:
    def wrapped(type_: ir.Type) -> ir.Type:
        for wrap in wraps:
            type_ = wrap(type_)
        return type_

    def of(count: int) -> list[ir.Model]:
        return [holder(f"M{n}", wrapped(to((n + 1) % count))) for n in range(count)]

    assert apart(*of(most)) == []
    assert apart(*of(most + 1)) != []


def test_other_properties_count_too() -> None:
    def of(count: int) -> list[ir.Model]:
        return [replace(model(f"M{n}"), additional=to((n + 1) % count)) for n in range(count)]

    assert apart(*of(100)) == []
    assert apart(*of(101)) == [f"M{n}.{OTHERS}" for n in (100, 49, 99)]


def test_a_union_that_msgspec_reads_is_left_to_the_runtime() -> None:
    def of(count: int) -> Iterator[ir.Declaration]:
        for number in range(count):
            yield holder(f"M{number}", named(f"/components/U{number}"))
            yield union(f"U{number}", ir.ListOf(to((number + 1) % count)), TEXT)

    assert apart(*of(100)) == []
    assert apart(*of(101)) == ["U100", "U49", "U99"]


def test_a_union_that_the_runtime_decodes_ends_a_chain() -> None:
    def of(count: int) -> Iterator[ir.Declaration]:
        for number in range(count):
            yield holder(f"M{number}", named(f"/components/U{number}"))
            yield union(f"U{number}", to((number + 1) % count), to((number + 2) % count))

    assert apart(*of(300)) == []


def test_a_deferred_field_is_a_union_of_one() -> None:
    shown = declared(*circle(101))
    fields = [module.declarations[0].fields[0].annotation for module in shown]
    assert fields[48:50] == ["list[components.M49]", "list[OneOf[components.M50, Never]]"]
    assert "from .._runtime.json.unions import OneOf" in shown[49].imports


def test_null_is_not_in_the_union() -> None:
    count = 201
    models = [holder(f"M{n}", ir.Nullable(to((n + 1) % count))) for n in range(count)]
    shown = declared(*models)[99]
    assert shown.declarations[0].fields[0].annotation == "OneOf[components.M100, Never] | None"


@given(EDGES)
def test_no_path_is_longer_than_the_limit(edges: list[list[int]]) -> None:
    nodes = range(len(edges))
    models = [
        holder(f"M{n}", *(ir.ListOf(to(other)) for other in edges[n] if other in nodes))
        for n in nodes
    ]
    index = Index(api(declarations=tuple(models)))
    with mock.patch.object(module, "MAX_LEVELS", 6):
        cut = deferral(index).fields
    kept = {
        item.id: [
            part.type.item.id
            for part in item.fields
            if isinstance(part.type, ir.ListOf)
            and isinstance(part.type.item, ir.Named)
            and (item.id, part.name.wire) not in cut
        ]
        for item in models
    }

    def longest(id_: object, path: frozenset[object]) -> int:
        further = [other for item, others in kept.items() if item == id_ for other in others]
        own = 1 + bool(next(item for item in models if item.id == id_).fields)
        return own + max((longest(o, path | {o}) for o in further if o not in path), default=0)

    assert max(longest(item.id, frozenset({item.id})) for item in models) <= 6
