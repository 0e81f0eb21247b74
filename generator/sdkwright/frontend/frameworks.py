"""Frameworks: how they make operationIds, and what a person would have called the operation.

A framework derives an operationId from what it knows: the function, the path and the method, or the
class. Each convention here reads one such form; ids of another form are no business of it. Knows
only ids, paths, methods and tags, and nothing of the names that others get.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sdkwright.model import naming


@dataclass(frozen=True, slots=True)
class Written:
    """An operation as the document has it: its operationId is not empty."""

    id: str
    method: str
    path: str
    tags: tuple[str, ...]

    @property
    def segments(self) -> list[str]:
        """The parts of the path that are no parameters."""
        return [part for part in self.path.split("/") if part and "{" not in part]


@dataclass(frozen=True, slots=True)
class Meant:
    """What an operationId means.

    Args:
        names: Names for the method, the shortest first; the last is unlike that of others.
        group: The resource that it belongs to, or "" for that of its tags.
        id: An id without what the framework has added.
    """

    names: tuple[str, ...]
    group: str
    id: str


Convention = Callable[[Sequence[Written]], Sequence[Meant | None]]
"""Reads the operationIds of a document; None stands for one of another form."""


def _fastapi(all_: Sequence[Written]) -> list[Meant | None]:
    """Read `list_articles_articles_get`: function, path and method (`generate_unique_id`)."""
    return [_of_function(item) for item in all_]


def _of_function(item: Written) -> Meant | None:
    added = re.sub(r"\W", "_", item.path) + f"_{item.method.lower()}"
    function = item.id.removesuffix(added)
    if not item.id.endswith(added) or not function:
        return None
    group = item.tags[0] if item.tags else ""
    return Meant((*_without_group(function, group), function, item.id), "", function)


_OF_MANY: Final = frozenset({"count", "list", "search"})
"""Verbs that need no plural behind them."""


def _without_group(function: str, group: str) -> tuple[str, ...]:
    """Return the verb of a function that repeats its resource: `list_articles` → `list`.

    `get_articles` stays as it is, whether or not there is a `get_article`: an operation that is
    added must not change the name of another.
    """
    one = naming.singular(naming.snake_case(group))
    for ending, is_plural in ((naming.snake_case(group), True), (f"{one}s", True), (one, False)):
        verb = function.removesuffix(f"_{ending}")
        is_word = verb not in {function, ""} and "_" not in verb
        if is_word and (verb in _OF_MANY or not is_plural or ending == one):
            return (verb,)
    return ()


_ACTIONS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "get": frozenset({"list", "retrieve"}),
        "post": frozenset({"create"}),
        "put": frozenset({"update"}),
        "patch": frozenset({"partial_update"}),
        "delete": frozenset({"destroy"}),
    }
)
"""What drf-spectacular calls the methods of HTTP."""


def _drf(all_: Sequence[Written]) -> list[Meant | None]:
    """Read `api_products_list`: the path and an action (`AutoSchema.get_operation_id`)."""
    common = _common([item.segments[:-1] for item in all_ if item.segments])
    return [_of_action(item, common) for item in all_]


def _common(paths: Sequence[Sequence[str]]) -> list[str]:
    """Return the segments with which all paths begin."""
    found: list[str] = []
    for parts in zip(*paths, strict=False):
        if len(set(parts)) > 1:
            break
        found.append(parts[0])
    return found


def _of_action(item: Written, common: Sequence[str]) -> Meant | None:
    tokens = [re.sub(r"\W", "_", part) for part in item.segments]
    for action in _ACTIONS.get(item.method.lower(), ()):
        for start in range(len(tokens)):  # the settings can take away a prefix of the path
            if item.id == "_".join([*tokens[start:], action]):
                return _in_resource(item, tokens, action, common)
    return None


def _in_resource(item: Written, tokens: Sequence[str], action: str, common: Sequence[str]) -> Meant:
    resource, *rest = tokens[len(common) :]
    # Without a setting for the prefix of paths, drf-spectacular takes the first part as the tag.
    says_nothing = not item.tags or (bool(common) and item.tags == (tokens[0],))
    name = "_".join([*rest, action])
    return Meant((name, item.id), resource if says_nothing else "", f"{resource}_{name}")


_NINJA: Final = re.compile(r"([A-Za-z0-9_]+?)_(?:api|views|routes|routers?|endpoints)_(\w+)")


def _ninja(all_: Sequence[Written]) -> list[Meant | None]:
    """Read `widgets_api_list`: the module and the function (django-ninja)."""
    return [_of_module(item) for item in all_]


def _of_module(item: Written) -> Meant | None:
    found = _NINJA.fullmatch(item.id)
    if found is None:
        return None
    module, function = found.groups()
    app = module.rpartition("_")[2] or module
    group = item.tags[0] if item.tags else app
    names = (*_without_group(function, group), function, item.id)
    return Meant(names, "" if item.tags else app, f"{app}_{function}")


_NEST: Final = re.compile(r"([A-Za-z0-9]+)Controller_(\w+)")


def _nestjs(all_: Sequence[Written]) -> list[Meant | None]:
    """Read `CatsController_findAll`: the class and its method (`@nestjs/swagger`)."""
    return [
        (
            Meant((found[2], item.id), "" if item.tags else found[1], f"{found[1]}_{found[2]}")
            if (found := _NEST.fullmatch(item.id))
            else None
        )
        for item in all_
    ]


_TYPESPEC: Final = re.compile(r"([A-Z][A-Za-z0-9]*)_([a-z][A-Za-z0-9]*)")


def _typespec(all_: Sequence[Written]) -> list[Meant | None]:
    """Read `Widgets_list`: the interface and its operation (`@typespec/openapi3`)."""
    return [
        (
            Meant((found[2], item.id), "" if item.tags else found[1], item.id)
            if (found := _TYPESPEC.fullmatch(item.id))
            else None
        )
        for item in all_
    ]


CONVENTIONS: Final[Mapping[str, tuple[str, Convention]]] = MappingProxyType(
    {
        "fastapi": ("FastAPI's: function, path and method", _fastapi),
        "drf": ("Django REST framework's: path and action", _drf),
        "nestjs": ("NestJS's: class and method", _nestjs),
        "typespec": ("TypeSpec's: interface and operation", _typespec),
        "ninja": ("Django Ninja's: module and function", _ninja),
    }
)
"""The conventions by their names in the settings, with a description; the most telling first."""

AS_WRITTEN: Final = "as-written"
"""The setting for names as they are in the document."""


def detect(all_: Sequence[Written]) -> str:
    """Return the convention that all operationIds of a document follow, or `as-written`.

    A few of another form are those that somebody has chosen by hand: FastAPI's ids contain the path
    and the method, which no person writes, so a majority will do. The other forms could be chance,
    and must be those of all operations, of which there are several.
    """
    for name, (_, read) in CONVENTIONS.items():
        found = sum(meant is not None for meant in read(all_))
        if name == "fastapi" and found * 2 > len(all_):
            return name
        if found == len(all_) > 1:
            return name
    return AS_WRITTEN
