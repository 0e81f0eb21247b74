"""Holds the official SDK's surface against ours, and sorts what differs by its reason.

A reason is a rule that can be checked: of a name alone, or of the document. What no rule explains
is told as that. Knows what `introspection` prints, and the document as plain data.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from sdkwright.model import methods, naming

NEWER: Final = "the document lacks it"
UNUSED: Final = "no operation needs it"
TWIN: Final = "the form of a class for dictionaries"
ARGUMENTS: Final = "arguments in one object"
CONSTANT: Final = "a constant"
UNKNOWN: Final = "a variant that is not known"
PAGE: Final = "a page"
EVENT: Final = "what an event is wrapped in"
INLINE: Final = "a type without a name in the document"
SAME: Final = "a type that is another"
CAPITALS: Final = "a constant in capitals"
FORM: Final = "another form"
DEFAULT: Final = "a default of the document"
OPTION: Final = "what every method takes"
INSIDES: Final = "what is for itself"
OTHER: Final = "no rule explains it"

REASONS: Final[Mapping[str, str]] = {
    NEWER: "The official release was made of a newer document: the one at hand has no such thing.",
    UNUSED: "It is only used by operations that the document asks to leave out, or by none.",
    TWIN: "`…TypedDict` is for type checkers; our methods send dictionaries as they are.",
    ARGUMENTS: "`…Request` and `…Globals` hold what a method takes; ours takes keywords alone.",
    CONSTANT: "A type of one value is written where it stands, as `Literal`, and has no name.",
    UNKNOWN: "`Unknown…` wraps what came with an unknown tag; ours gives what came, as it came.",
    PAGE: "Its `result` is what we return; `list_iter` walks the pages instead of its `next`.",
    EVENT: "We give what is in `data`, for each event.",
    INLINE: "Inline schemas are named after where they stand, which the two do in their own ways.",
    SAME: "A component that is nothing but another type, or a union that ours writes out.",
    CAPITALS: "Fields of one truth value are in capitals there; ours are spelled as all others.",
    FORM: "The same thing under another name, or in another form; see the list.",
    DEFAULT: "Its method sends the default of the document; ours leaves it to the server.",
    OPTION: "`retries` left out is `UNSET` there; here it is left out.",
    INSIDES: "The package imports these names for itself; its README uses none of them from there.",
    OTHER: "A gap of ours, or a name that the document has elsewhere in the same part.",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Something of the official SDK that ours has not, or not so."""

    kind: str
    name: str
    reason: str


@dataclass
class Tally:
    """What there is of one kind, in all and in ours; only what the document has is counted."""

    there: int = 0
    here: int = 0

    @property
    def share(self) -> float:
        return self.here / self.there if self.there else 1.0


@dataclass
class Comparison:
    """What both SDKs have, and what differs."""

    theirs: Mapping[str, Any]
    ours: Mapping[str, Any]
    document: Documented
    tallies: dict[str, Tally] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)

    def compare(self) -> Comparison:
        """Compare all of it."""
        self._compare_resources()
        self._compare_classes()
        for name in self.theirs["exports"]:
            reason = OTHER if name in _PUBLIC else INSIDES
            self._count("exports", name, found=name in self.ours["exports"], reason=reason)
        arguments = {item["name"] for item in self.ours["client"]}
        for item in self.theirs["client"]:
            reason = FORM if item["name"] == "url_params" else OTHER
            found = item["name"] in arguments
            self._count("arguments of the client", item["name"], found=found, reason=reason)
        return self

    def _count(self, kind: str, name: str, *, found: bool, reason: str) -> None:
        if found or reason != NEWER:
            tally = self.tallies.setdefault(kind, Tally())
            tally.there += 1
            tally.here += found
        if not found:
            self.differences.append(Difference(kind, name, reason))

    # Resources and methods

    def _compare_resources(self) -> None:
        for path, theirs in self.theirs["resources"].items():
            ours = self.ours["resources"].get(path)
            reason = OTHER if self.document.has_resource(path) else NEWER
            self._count("resources", path, found=ours is not None, reason=reason)
            own = ours["methods"] if ours else {}
            for name, method in theirs["methods"].items():
                known = self.document.operation(path, name.removesuffix("_async"))
                reason = OTHER if known is not None else NEWER
                self._count("methods", f"{path}.{name}", found=name in own, reason=reason)
                if name in own:
                    self._compare_method(f"{path}.{name}", method, own[name], known or {})

    def _compare_method(
        self, path: str, theirs: Mapping[str, Any], ours: Mapping[str, Any], known: Any
    ) -> None:
        found = {item["name"]: item for item in ours["parameters"]}
        names = self.document.names_in(known)
        for item in theirs["parameters"]:
            name = item["name"]
            wire = naming.snake_case(name)
            reason = NEWER if wire not in names and name not in _FORMS else FORM
            whole = f"{path}({name})"
            self._count("parameters", whole, found=name in found, reason=reason)
            if name in found:
                self._compare_parameter(whole, item, found[name])
        written = {*theirs["returns"]}
        same = written <= {*ours["returns"]}
        classes = self.theirs["classes"]
        is_page = any("next" in classes.get(f"operations.{n}", _NOTHING)["fields"] for n in written)
        self._count("return types", path, found=same, reason=PAGE if is_page else OTHER)

    def _compare_parameter(self, name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        for what in ("kind", "required", "default"):
            if old[what] != new[what]:
                option = name.endswith("(retries)")
                is_default = what == "default" and old[what] not in {"UNSET", "None"}
                reason = OPTION if option else DEFAULT if is_default else FORM
                text = f"{name}: {what} {old[what]}, here {new[what]}"
                self.differences.append(Difference("forms of parameters", text, reason))

    # Classes

    def _compare_classes(self) -> None:
        for name, theirs in self.theirs["classes"].items():
            ours = self.ours["classes"].get(name)
            reason = "" if ours else self._why_no_class(name, theirs)
            if theirs["kind"] == "typed_dict" or name.endswith("TypedDict"):
                self.differences.append(Difference("forms for type checkers", name, TWIN))
            else:
                kind = _KINDS[theirs["kind"]]
                self._count(kind, name, found=ours is not None, reason=reason)
            if ours and theirs["kind"] == "model":
                self._compare_fields(name, theirs, ours["fields"])

    def _why_no_class(self, name: str, item: Mapping[str, Any]) -> str:
        package, _, own = name.partition(".")
        if not self.document.has_module(item["module"]):
            return NEWER
        if package == "operations" and re.search("(Request|Globals|Security)$", own):
            return ARGUMENTS
        if package == "operations" and "next" in item["fields"]:
            return PAGE
        if item["values"] == 1:
            return CONSTANT
        if own.startswith("Unknown"):
            return UNKNOWN
        if not self.document.is_needed(item["module"]):
            return UNUSED
        if {*item["fields"]} == {"data"}:
            return EVENT
        is_component = own.lower() == item["module"].replace("_", "")
        return SAME if is_component and package == "components" else INLINE

    def _compare_fields(
        self, name: str, theirs: Mapping[str, Any], ours: Mapping[str, Any]
    ) -> None:
        known = self.document.names_of_module(theirs["module"])
        wires = {item["wire"] for item in ours.values()}
        for own, item in theirs["fields"].items():
            reason = FORM if item["wire"] in wires else OTHER
            reason = CAPITALS if own.isupper() and item["wire"] in wires else reason
            if item["wire"] not in wires and naming.snake_case(item["wire"]) not in known:
                reason = NEWER
            whole = f"{name}.{own}"
            self._count("fields", whole, found=own in ours, reason=reason)
            if own in ours and ours[own]["required"] != item["required"]:
                state = "required" if item["required"] else "optional"
                self.differences.append(Difference("forms of fields", f"{whole}: {state}", FORM))

    def by_reason(self) -> dict[str, dict[str, list[str]]]:
        """Give what differs by reason and kind, the commonest reason first."""
        often = Counter(item.reason for item in self.differences)
        found: dict[str, dict[str, list[str]]] = {reason: {} for reason, _ in often.most_common()}
        for item in self.differences:
            found[item.reason].setdefault(item.kind, []).append(item.name)
        return found


_PUBLIC: Final = frozenset({"OpenRouter", "components", "errors", "operations", "types", "utils"})
_KINDS: Final = {
    "model": "models",
    "enum": "enums and constants",
    "union": "unions",
    "exception": "exceptions",
    "class": "other classes",
}
_NOTHING: Final[Mapping[str, Any]] = {"fields": {}}
_FORMS: Final = frozenset({"request", "security", "type_"})


@dataclass
class Documented:
    """What the document has, by the names that an SDK gives it."""

    data: Mapping[str, Any]

    @cached_property
    def operations(self) -> Mapping[tuple[str, str], Any]:
        """The operations that are not to be left out, by resource and method."""
        return {
            (path, naming.identifier(name)): operation
            for operation in self._operations()
            for name in [operation.get("x-speakeasy-name-override") or operation["operationId"]]
            for tag in _groups(operation)
            for path in [".".join(naming.identifier(step) for step in tag.split("."))]
        }

    def _operations(self) -> Iterator[Any]:
        for item in self.data["paths"].values():
            for method in methods.HTTP_METHODS:
                if method in item and item[method].get("x-speakeasy-ignore") is not True:
                    yield item[method]

    def operation(self, path: str, method: str) -> Any:
        return self.operations.get((path, method))

    def has_resource(self, path: str) -> bool:
        return any(own == path or own.startswith(f"{path}.") for own, _ in self.operations)

    @cached_property
    def _modules(self) -> Mapping[str, Any]:
        """What is declared, by the name that the official SDK gives its module."""
        found = {_plain(name): item for name, item in self.data["components"]["schemas"].items()}
        return found | {_plain(item["operationId"]): item for item in self._operations()}

    def has_module(self, module: str) -> bool:
        return _plain(module) in self._modules

    @cached_property
    def _needed(self) -> frozenset[str]:
        reached = self._closure(list(self._operations()))
        return frozenset(_plain(reference.rpartition("/")[2]) for reference in reached) | {
            _plain(item["operationId"]) for item in self._operations()
        }

    def is_needed(self, module: str) -> bool:
        return _plain(module) in self._needed

    def names_in(self, item: Any) -> frozenset[str]:
        """Give the names of all parameters and properties in a part of the document."""
        parts = [item, *self._closure(item).values()]
        return frozenset(naming.snake_case(name) for part in parts for name in _names(part))

    def names_of_module(self, module: str) -> frozenset[str]:
        return self.names_in(self._modules.get(_plain(module)))

    def _closure(self, item: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        waiting = [*_references(item)]
        while waiting:
            reference = waiting.pop()
            if reference not in found:
                target: Any = self.data
                for step in reference[2:].split("/"):
                    target = target[step.replace("~1", "/").replace("~0", "~")]
                found[reference] = target
                waiting += _references(target)
        return found


def _groups(operation: Mapping[str, Any]) -> list[str]:
    group = operation.get("x-speakeasy-group")
    if group is not None:
        return group if isinstance(group, list) else [group]
    return operation.get("tags") or ["default"]


def _plain(name: str) -> str:
    return re.sub("[^a-z0-9]", "", name.lower())


def _references(item: Any) -> Iterator[str]:
    match item:
        case dict():
            for key, value in item.items():
                if key == "$ref" and isinstance(value, str):
                    yield value
                else:
                    yield from _references(value)
        case list():
            for value in item:
                yield from _references(value)


def _names(item: Any) -> Iterator[str]:
    match item:
        case dict():
            if isinstance(item.get("name"), str) and "in" in item:
                yield item["name"]
            if isinstance(item.get("properties"), dict):
                yield from item["properties"]
            for value in item.values():
                yield from _names(value)
        case list():
            for value in item:
                yield from _names(value)
