"""What holds for any two versions: what is equal has no changes, and what differs has some."""

from __future__ import annotations

import dataclasses
import itertools
import time
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import pytest

from sdkwright import config
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics
from sdkwright.diff import compare
from sdkwright.diff.coverage import COMPARED, IGNORED
from sdkwright.diff.surface import Surface
from sdkwright.model import ir
from sdkwright.passes.sign import sign
from tests.golden.support.cases import made_cases
from tests.unit.support.versions import CONFIG, ROOT, changes, original, read

SPEC = config.read(ROOT / "spec/sdk.toml", Diagnostics())
CASES = {case.name: case for case in made_cases()}


@cache
def version(name: str) -> tuple[ir.Api, Config]:
    if name == "spec":
        return read(SPEC.document, SPEC), SPEC
    if name == "shop":
        return original(), CONFIG
    return CASES[name].index.api, CASES[name].config


NAMES = ["spec", "shop", *CASES]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_changed_where_nothing_did(name: str) -> None:
    api, settings = version(name)
    assert compare(api, api, settings, settings) == ()


@pytest.mark.parametrize("name", NAMES)
def test_versions_that_have_little_in_common_are_compared(name: str) -> None:
    old, old_settings = version(name)
    for other in NAMES:
        new, new_settings = version(other)
        found = compare(old, new, old_settings, new_settings)
        assert bool(found) == (name != other), other


def test_removals_name_each_class_that_cannot_be_imported_any_more() -> None:
    for name, other in itertools.permutations(NAMES, 2):
        (old, old_settings), (new, new_settings) = version(name), version(other)
        new_settings = replace(new_settings, module=old_settings.module)
        found = {change.symbol for change in compare(old, new, old_settings, new_settings)}
        before, after = _paths(old, old_settings), _paths(new, new_settings)
        assert before - after - found == set(), (name, other)


def _paths(api: ir.Api, settings: Config) -> set[str]:
    surface = Surface(api, settings)
    classes = {surface.class_symbol(item) for item in (*api.declarations, *api.errors)}
    return classes | {surface.resource_symbol(item) for item in surface.resources}


# Every part of the IR


def _classes() -> list[type[Any]]:
    return [
        item
        for item in vars(ir).values()
        if isinstance(item, type) and dataclasses.is_dataclass(item)
    ]


def _parts() -> list[tuple[type[Any], str]]:
    return [(item, entry.name) for item in (*_classes(), Config) for entry in fields(item)]


@pytest.mark.parametrize(
    ("owner", "name"), _parts(), ids=lambda value: getattr(value, "__name__", value)
)
def test_every_part_of_the_ir_is_compared_or_left_out_for_a_reason(
    owner: type[Any], name: str
) -> None:
    compared = name in COMPARED.get(owner, frozenset())
    reason = IGNORED.get(owner, {}).get(name, "")
    assert compared != bool(reason), "say in diff/coverage.py which of the two it is"


_UNSEEN = {
    (ir.ErrorResponse, "error"): "an id: tests/unit/diff/test_responses.py changes the class",
    (ir.ErrorResponse, "media_type"): "what an error without a class has; changed in its parts",
    (ir.Alias, "target"): "an id: tests/unit/diff/test_places.py changes the class",
    (ir.Api, "event"): "an id: tests/unit/diff/test_webhooks.py takes it away",
    (ir.Constraints, "others"): "no golden case has one: see tests/unit/diff/test_limits.py",
    (ir.Named, "id"): "an id: the class that it names is changed",
    (ir.Requirement, "scheme"): "an id: tests/unit/diff/test_client.py changes the credentials",
}


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (owner, name)
        for owner, name in _parts()
        if name in COMPARED.get(owner, ()) and owner is not Config
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_no_change_of_a_compared_part_is_silent(owner: type[Any], name: str) -> None:
    """Change the part, wherever it is, until somewhere the comparison says something."""
    if (owner, name) in _UNSEEN:
        pytest.skip(_UNSEEN[owner, name])
    tried = 0
    for case in NAMES:
        api, settings = version(case)
        for changed in itertools.islice(_mutated(api, owner, name), 12):
            tried += 1
            if compare(api, sign(changed), settings, settings):
                return
    if owner in {ir.Union, ir.Discriminator} and not tried:
        pytest.skip("no document makes one yet: see test_unions.py")
    pytest.fail(f"{tried} changes, and none was told")


def _mutated(value: Any, owner: type[Any], name: str) -> Iterator[Any]:
    """Give copies of a value of the IR, each with one part changed."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            for changed in _mutated(item, owner, name):
                yield (*value[:index], changed, *value[index + 1 :])
    elif is_dataclass(value) and not isinstance(value, type):
        if type(value) is owner:
            for other in _others(getattr(value, name)):
                yield replace(value, **{name: other})
        for entry in fields(value):
            if entry.name == "signature":  # follows from the rest
                continue
            for changed in _mutated(getattr(value, entry.name), owner, name):
                yield replace(value, **{entry.name: changed})


def _others(value: Any) -> Iterator[Any]:  # noqa: C901 - a case for each kind of value
    match value:
        case bool():
            yield not value
        case int() | float():
            yield value + 1
        case str() if value in typing.get_args(ir.Kind):
            yield "boolean" if value != "boolean" else "integer"
        case str() if value[:1].isdecimal() or value[:1] in {'"', "[", "{"}:
            yield f"[{value}]"  # JSON stays JSON
        case str():
            yield f"{value}x"
        case tuple() if value:
            yield value[:-1]
        case ir.Name():
            yield replace(value, python=f"{value.python}x")
        case ir.Doc():
            yield replace(value, description=f"{value.description}x")
        case ir.PageInput():
            yield replace(value, name=f"{value.name}x")
        case ir.Nullable():
            yield value.inner
        case ir.Primitive() | ir.ListOf() | ir.MapOf() | ir.Literal() | ir.Named() | ir.Any():
            yield ir.Primitive("boolean" if value != ir.Primitive("boolean") else "integer")
        case (
            ir.Constraints()
            | ir.MediaType()
            | ir.Paged()
            | ir.RequestBody()
            | ir.RetryPolicy()
            | ir.Server()
        ):
            yield ir.FREE if isinstance(value, ir.Constraints) else None


# What is newer than the comparison


@dataclasses.dataclass(frozen=True, slots=True)
class StyledParameter(ir.Parameter):
    """A parameter of a time to come."""

    colour: str = "form"


@dataclasses.dataclass(frozen=True, slots=True)
class Tuple:
    """A kind of type of a time to come."""

    items: tuple[ir.Type, ...]


def _with_parameter(make: typing.Callable[[ir.Parameter], ir.Parameter]) -> ir.Api:
    api = original()
    resource, *others = api.resources
    operation, *rest = resource.operations
    first, *parameters = operation.parameters
    operation = replace(operation, parameters=(make(first), *parameters))
    resource = replace(resource, operations=(operation, *rest))
    return sign(replace(api, resources=(resource, *others)))


def _styled(parameter: ir.Parameter, style: str) -> ir.Parameter:
    known = {entry.name: getattr(parameter, entry.name) for entry in fields(parameter)}
    return StyledParameter(**known, colour=style)


def test_field_that_the_comparison_does_not_know_is_told() -> None:
    old = _with_parameter(lambda parameter: _styled(parameter, "form"))
    new = _with_parameter(lambda parameter: _styled(parameter, "pipe"))
    (change,) = compare(old, new, CONFIG, CONFIG)
    assert (change.level, change.rule.code) == ("breaking", "unknown-change")
    assert change.message == "`colour` of `offset` changed, which no rule covers"


def test_kind_of_type_that_the_comparison_does_not_know_is_told() -> None:
    old = _with_type(Tuple((ir.Primitive("string"), ir.Primitive("integer"))))
    new = _with_type(Tuple((ir.Primitive("string"),)))
    assert compare(old, old, CONFIG, CONFIG) == ()
    (change,) = compare(old, new, CONFIG, CONFIG)
    assert (change.level, change.rule.code) == ("breaking", "type-changed")


def _with_type(kind: Any) -> ir.Api:
    return _with_parameter(lambda parameter: replace(parameter, type=kind))


# Order


def test_changes_are_sorted_by_level_then_by_subject() -> None:
    (old, old_settings), (new, new_settings) = version("shop"), version("errors")
    found = compare(old, new, old_settings, new_settings)
    levels = [change.level for change in found]
    assert levels == sorted(levels, key=["breaking", "compatible", "docs"].index)
    for level in ("breaking", "compatible", "docs"):
        subjects = [change.subject for change in found if change.level == level]
        assert subjects == sorted(subjects)


def test_comparison_is_the_same_each_time() -> None:
    edits = {"components/schemas/Order/required": ["id"], "info/title": "The shop"}
    assert changes(edits) == changes(edits)


def test_large_documents_are_compared_in_little_time() -> None:
    """The work grows with the document: 40 times as many methods, less than 120 times as long."""
    small = _time(original())
    assert _time(_repeated(original(), 40)) < 120 * max(small, 0.001)


def _time(api: ir.Api) -> float:
    began = time.process_time()
    compare(api, replace(api, title="Another"), CONFIG, CONFIG)
    return time.process_time() - began


def _repeated(api: ir.Api, times: int) -> ir.Api:
    resources = []
    for number in range(times):
        for resource in api.resources:
            operations = tuple(
                replace(item, path=f"{item.path}/{number}", id=f"{item.id}{number}")
                for item in resource.operations
            )
            name = replace(resource.name, python=f"{resource.name.python}{number}")
            resources.append(replace(resource, name=name, operations=operations))
    return replace(api, resources=tuple(resources))
