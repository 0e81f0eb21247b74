"""What griffe says of two SDKs: the breakages that it sees in their Python.

griffe reads source, and does not know two idioms of ours: that a class of a model is called with
its fields (PEP 681), and that `**options: Unpack[CallOptions]` takes these options and no others
(PEP 692). An extension tells it.

It names things by the file that they are defined in, and names each of them: both forms of a
method, and the class of a body whose properties are the keywords of the method. `Breakage.things`
has what our comparison calls the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import griffe

from sdkwright.model import ir
from tests.compatibility.support.packages import Package

Thing: TypeAlias = tuple[str, str]
"""The public path of a class, method or module, and the name of a parameter or field, or ""."""

_FILE = re.compile(r"\.(components|operations|errors)\.[a-z0-9_]+(?=\.)")
_FORM = re.compile(r"With(?:Raw|Streaming)Response(?=\.)|_async$")


@dataclass(frozen=True)
class Breakage:
    """One breakage.

    Args:
        kind: What griffe calls it.
        path: Where griffe finds it; a parameter stands behind the function, in parentheses.
        things: What our comparison may call the same thing.
    """

    kind: str
    path: str
    things: tuple[Thing, ...]


class _Idioms(griffe.Extension):
    def on_class(self, *, cls: griffe.Class, **_: Any) -> None:
        if any(str(base) == "BaseModel" for base in cls.bases):
            made = griffe.Parameters(
                griffe.Parameter("self", kind=griffe.ParameterKind.positional_or_keyword),
                *map(_argument, cls.attributes.values()),
            )
            cls.set_member("__init__", griffe.Function("__init__", parameters=made))

    def on_function(self, *, func: griffe.Function, **_: Any) -> None:
        for parameter in list(func.parameters):
            if str(parameter.annotation).startswith("Unpack["):
                del func.parameters[parameter.name]


def _argument(field: griffe.Attribute) -> griffe.Parameter:
    return griffe.Parameter(
        field.name,
        annotation=field.annotation,
        kind=griffe.ParameterKind.keyword_only,
        default="UNSET" if "UNSET" in str(field.value) else None,
    )


def load(package: Package) -> griffe.Module:
    """Read an SDK as griffe sees it."""
    module = griffe.load(
        package.config.module,
        search_paths=[package.folder],
        extensions=griffe.load_extensions(_Idioms()),
    )
    assert isinstance(module, griffe.Module)
    # Fakes mirror the resources, and the types of pages go with the last method that has pages:
    # what changes there is told of these.
    module.members.pop("testing", None)
    for name in ("AsyncPages", "IterablePage", "Page", "Pages"):
        module["types"].members.pop(name, None)
    return module


class Griffe:
    """Compares SDKs with an old one.

    Args:
        old: The old one.
    """

    def __init__(self, old: Package) -> None:
        self._old = load(old)
        self._same = dict(_same(old))
        self._files: dict[str, list[str]] = {}
        for package in ("components", "operations", "errors"):
            for item in self._old[package].members.values():
                if isinstance(item, griffe.Alias):
                    self._files.setdefault(item.target_path.rpartition(".")[0], []).append(
                        item.path
                    )

    def breakages(self, new: Package) -> list[Breakage]:
        """Find what breaks code that was written for the old SDK."""
        found = []
        for item in griffe.find_breaking_changes(self._old, load(new)):
            parameter = item.old_value or item.new_value
            member = parameter.name if isinstance(parameter, griffe.Parameter) else ""
            path = item.obj.path
            shown = f"{path}({member})" if member else path
            things = tuple(dict.fromkeys(self._things(path, member)))
            found.append(Breakage(item.kind.name, shown, things))
        return sorted(found, key=lambda item: (item.path, item.kind))

    def _things(self, path: str, member: str) -> Iterator[Thing]:
        for file_class in self._files.get(path, ()):
            yield file_class, ""
        file = path.rpartition(".")[0]
        if file in self._files:
            yield file, ""
        item = self._old.modules_collection.get_member(path)
        if isinstance(item, griffe.Attribute) and isinstance(item.value, griffe.ExprName):
            yield _FILE.sub(r".\1", item.value.canonical_path), ""  # a second name for a class
        public = path if path in self._files else _FILE.sub(r".\1", path)
        public = _FORM.sub("", public.replace(".client.", ".").removesuffix(".__init__"))
        yield public, member
        yield public.removesuffix("_iter"), member
        if public in self._same:
            yield self._same[public], member
        if not member:
            owner, _, member = public.rpartition(".")
            yield owner, member
            if owner in self._same:
                yield self._same[owner], member


def _same(package: Package) -> Iterator[tuple[str, str]]:
    """Give what our comparison tells of another thing: that the client lacks an attribute, of the
    class of the resource; and what is with the class of a body, of the method that takes it."""
    declarations = {item.id: item for item in package.api.declarations}
    module = package.config.module
    for resource in package.api.resources:
        methods = f"{module}.{resource.module}.{resource.class_name}"
        yield f"{module}.{package.config.client_class}.{resource.name.python}", methods
        for operation in resource.operations:
            kind = operation.body.media_types[0].type if operation.body else None
            if isinstance(kind, ir.Named):
                item = declarations[kind.id]
                method = f"{methods}.{operation.name.python}"
                yield f"{module}.{item.package}.{item.name.python}", method
