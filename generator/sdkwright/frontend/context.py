"""The state that all parts of the front end share while they lower one document.

It holds the results so far, and the two ways to report a mistake: a problem, which drops the
operations that depend on it, and a diagnostic, which drops nothing. It lowers nothing itself.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from sdkwright.diagnostics import Diagnostics, Fatal
from sdkwright.frontend import engine, keywords, references
from sdkwright.frontend.engine import Header, Schema
from sdkwright.frontend.repairs import Repair, repair
from sdkwright.model import ir, naming
from sdkwright.model.json_pointer import child
from sdkwright.model.limits import DEFAULT, Limits, raise_it
from sdkwright.model.origin import Document, Form, Origin, node_at, pointer_of
from sdkwright.model.versions import minor

Kind = TypeVar("Kind", bound=BaseModel)

_MAX_REPAIRS: Final = 10
"""Maximum rounds of repairs of one object: one mistake may hide the next."""

ANY: Final = "typed as `Any`"
"""What becomes of a schema that is not there."""

_WHOLE: Final = Origin(Document())
"""Owner of the problems of the document as a whole."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an operation cannot be generated, and what the document's author can do."""

    message: str
    fix: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Scope:
    """The position of an inline type, which determines its possible names.

    `prefix` is the class prefix of the operation or the component, `root` the part of it
    (`RequestBody`), and `path` the properties that lead to the type; `is_element` means that it is
    an element of a list.
    """

    package: ir.Package
    prefix: str
    root: str = ""
    path: tuple[str, ...] = ()
    is_element: bool = False

    def down(self, name: str) -> Scope:
        """Return the scope of a property or parameter."""
        return replace(self, path=(*self.path, naming.pascal_case(name)), is_element=False)

    def variant(self, name: str) -> Scope:
        """Return the scope of a variant of this type, or of its contents."""
        name = naming.pascal_case(name)
        if not self.path:
            return replace(self, root=f"{self.root}{name}")
        return replace(self, path=(*self.path[:-1], f"{self.path[-1]}{name}"))

    def element(self) -> Scope:
        """Return the scope of the elements of a list: an element of `plugins` is a `Plugin`."""
        if not self.path:
            return replace(self, is_element=True)
        return replace(self, path=(*self.path[:-1], naming.singular(self.path[-1])))

    @property
    def hints(self) -> tuple[str, ...]:
        """Candidates for the name of a type at this position, the shortest first."""
        whole = "".join(self.path)
        names = [f"{self.prefix}{self.root}{whole}"]
        if self.is_element and not names[0].endswith("Item"):
            names.append(f"{names[0]}Item")  # if the list needs the name itself
        if self.path:
            last = self.path[-1]
            names = [last, f"{self.prefix}{last}", f"{self.prefix}{whole}", *names]
        return tuple(dict.fromkeys(naming.class_name(name) for name in names if name))


@dataclass(frozen=True, slots=True)
class Content:
    """The schema of the JSON in a property that is text, its pointer, and names for its type.

    `media_type` is what the document calls the JSON.
    """

    item: engine.SchemaOrReference
    at: str
    scope: Scope
    media_type: str


class UntypedXmlError(Exception):
    """Why XML cannot be typed, and where the document says so."""

    def __init__(self, reason: str, fix: str, at: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.fix = fix
        self.at = at


@dataclass(slots=True)
class Context:
    """The state of one run over one document."""

    data: Mapping[str, Any]
    diagnostics: Diagnostics
    declarations: dict[Origin, ir.Declaration | None] = field(default_factory=dict)
    errors: dict[Origin, ir.ErrorType] = field(default_factory=dict)
    subject: str = ""
    limits: Limits = DEFAULT
    noted: set[str] = field(default_factory=set)
    contents: dict[tuple[Origin, str], Content] = field(default_factory=dict)
    xml_contents: dict[str, ir.XmlContent | UntypedXmlError] = field(default_factory=dict)
    constraints: dict[tuple[str, str, int], ir.Constraints] = field(default_factory=dict)
    _text: int = 0
    _owner: Origin = _WHOLE
    _fields: int = 0
    _unresolved: set[str] = field(default_factory=set)
    _resolved: dict[frozenset[str], dict[str, references.Target | references.Unresolved]] = field(
        default_factory=dict
    )
    _origins: dict[tuple[str, Form], Origin] = field(default_factory=dict)
    _problems: dict[Origin, list[Problem]] = field(default_factory=dict)
    _read: dict[tuple[str, type[BaseModel]], BaseModel | None] = field(default_factory=dict)

    def origin(self, at: str, form: Form = "plain") -> Origin:
        """Return the origin of the type that is made of a part of the document.

        Args:
            at: The JSON pointer of the part.
            form: Which of the types that are made of it.
        """
        found = self._origins.get((at, form))
        if found is None:
            found = self._origins[at, form] = Origin(node_at(at), form)
        return found

    @contextmanager
    def attribute_to(self, owner: Origin) -> Iterator[None]:
        """Attribute the problems found in this context to a declaration or operation."""
        before, self._owner = self._owner, owner
        try:
            yield
        finally:
            self._owner = before

    def check_size(self) -> None:
        """Check the number of types against the limit: aliases multiply inline types.

        Raises:
            Fatal: The limit is exceeded.
        """
        if len(self.declarations) > self.limits.types:
            last = next(itertools.islice(self.declarations, self.limits.types, None))
            raise self._too_many("types", self.limits.types, pointer_of(last.node))

    def count_fields(self, found: int, at: str) -> None:
        """Count the fields of a model towards the limit: `allOf` multiplies them.

        Args:
            found: The number of its fields.
            at: Its JSON pointer.

        Raises:
            Fatal: The limit is exceeded.
        """
        self._fields += found
        if self._fields > self.limits.fields:
            raise self._too_many("fields", self.limits.fields, at)

    def _too_many(self, name: str, maximum: int, at: str) -> Fatal:
        return self.diagnostics.fatal(
            "too-large",
            f"the document exceeds the limit of {maximum:,} {name} here",
            fix=raise_it(name),
            at=at,
        )

    def count_text(self, doc: ir.Doc, at: str) -> ir.Doc:
        """Count the text of a description towards the limit, and return the description.

        A text is written wherever it is used, so aliases and references multiply it.

        Raises:
            Fatal: All texts together exceed the limit on the size of a file.
        """
        self._text += len(doc.summary) + len(doc.description) + len(doc.example or "")
        if self._text > self.limits.bytes:
            raise self.diagnostics.fatal(
                "too-large",
                f"the document's texts, counted wherever they are used, exceed the limit of "
                f"{self.limits.bytes:,} characters here",
                fix=raise_it("bytes"),
                at=at,
            )
        return doc

    def add_problem(self, message: str, *, fix: str, at: str) -> None:
        """Record why the current declaration or operation cannot be lowered."""
        self._problems.setdefault(self._owner, []).append(Problem(message, fix, at))

    @property
    def has_problems(self) -> bool:
        """Whether the current declaration or operation has a problem."""
        return self._owner in self._problems

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Attribute problems of another declaration to the current one, or to the operation."""
        own = self._problems.setdefault(self._owner, [])
        own += [problem for problem in problems if problem not in own]
        if not own:
            del self._problems[self._owner]

    def problems_of(self, owner: Origin) -> list[Problem]:
        """Return the problems attributed to a declaration or operation."""
        return self._problems.get(owner, [])

    def report_dropped(self, problems: Sequence[Problem]) -> None:
        """Report that the current operation is dropped, with all reasons in one diagnostic."""
        self.diagnostics.error(
            "dropped-operation",
            "; ".join(dict.fromkeys(problem.message for problem in problems)),
            fix="; ".join(dict.fromkeys(problem.fix for problem in problems)),
            at=problems[0].pointer,
            subject=self.subject,
        )

    def warn_weak_type(self, message: str, *, fix: str, at: str) -> None:
        """Warn that a type is looser than in the document; no data is lost at run time."""
        self.diagnostics.warning("weak-type", message, fix=fix, at=at)

    def read(self, kind: type[Kind], value: object, at: str) -> Kind | None:
        """Read an object of the document, or report what is wrong with it.

        Args:
            kind: The class to read it as.
            value: The object as plain data.
            at: Its JSON pointer. An object is read once; its problems are attributed each time.
        """
        result = engine.read(kind, value, at)
        for _ in range(_MAX_REPAIRS):
            if not isinstance(result, list):
                return result
            repaired = repair(value, result, at)
            if repaired is None:
                break
            value, done = repaired
            for item in done:
                self._report(item)
            result = engine.read(kind, value, at)
        if not isinstance(result, list):
            return result
        for violation in result:
            self.add_problem(
                violation.message,
                fix=violation.fix or "correct it; see the OpenAPI specification",
                at=violation.pointer,
            )
        return None

    def read_schema(self, value: object, at: str) -> engine.SchemaOrReference | None:
        """Read a schema, or a reference to one, below a keyword that the engine does not know."""
        is_reference = isinstance(value, dict) and "$ref" in value
        item = self.read(engine.Reference if is_reference else Schema, value, at)
        return item if isinstance(item, engine.Reference | Schema) else None

    def _report(self, item: Repair) -> None:
        if not item.code:
            return
        if item.code == "weak-type":
            self.warn_weak_type(item.message, fix="correct it", at=item.pointer)
            return
        is_small = item.code == "missing-description"
        if is_small and minor(self.data) > 1:  # which does not require it
            return
        report = self.diagnostics.note if is_small else self.diagnostics.warning
        report(item.code, item.message, fix="correct it", at=item.pointer, subject=self.subject)

    def follow(
        self, item: Kind | engine.Reference | None, kind: type[Kind], at: str
    ) -> tuple[Kind | None, str]:
        """Resolve a thing that may be a reference; also return the pointer of its declaration."""
        if not isinstance(item, engine.Reference):
            return item, at
        beside = keywords.STRUCTURE if kind is Schema else frozenset[str]()
        target = self.target(item, at, beside, loss=_LOSSES.get(kind, ""))
        if target is None:
            return None, at
        key = (target.pointer, kind)
        if self._read.get(key) is None:
            self._read[key] = self.read(kind, _whole(target.value), target.pointer)
        found = self._read[key]
        return (found if isinstance(found, kind) else None), target.pointer

    def resolved(
        self, ref: str, beside: frozenset[str] = frozenset()
    ) -> references.Target | references.Unresolved:
        """Resolve the text of a `$ref`; see `references.resolve`."""
        known = self._resolved.setdefault(beside, {})
        return references.resolve(self.data, ref, beside, known)

    def target(
        self,
        item: engine.Reference,
        at: str,
        beside: frozenset[str] = frozenset(),
        *,
        loss: str = "",
    ) -> references.Target | None:
        """Resolve a reference, or report that it has no target.

        Args:
            item: The reference.
            at: Its JSON pointer.
            beside: The keys with which a further reference is the target itself.
            loss: What is lost without the target, if the rest can do without it.
        """
        ref = item.ref.get_untrusted_value()
        found = self.resolved(ref, beside)
        if isinstance(found, references.Target):
            return found
        at = child(at, "$ref")
        fix = "correct the reference, or add its target"
        is_new = at not in self._unresolved
        self._unresolved.add(at)
        if loss and ref.startswith("#"):  # that of another file is an error already
            if is_new:
                self.diagnostics.warning(
                    "unresolved-reference", f"{found.reason}; {loss}", fix=fix, at=at
                )
            return None
        if is_new:
            self.diagnostics.error("unresolved-reference", found.reason, fix=fix, at=at)
        self.add_problem(found.reason, fix=fix, at=at)
        return None

    def warn_unchecked(self, found: references.Unresolved, at: str) -> None:
        """Report that requests are not checked against what a reference has no target for.

        Args:
            found: Why it has none.
            at: The JSON pointer of the `$ref`.
        """
        if at not in self._unresolved:
            self._unresolved.add(at)
            self.diagnostics.warning(
                "unresolved-reference",
                f"{found.reason}; requests are not checked against it",
                fix="correct the reference, or add its target",
                at=at,
            )


_LOSSES: Final[Mapping[type[BaseModel], str]] = {
    Schema: ANY,
    Header: "the header is ignored",
}
"""What is lost of the things that others can do without."""


def _whole(value: Any) -> Any:
    """Treat keywords beside the `$ref` of a component as another member of an `allOf`."""
    match value:
        case {"$ref": str(ref), **beside} if not keywords.STRUCTURE.isdisjoint(beside):
            members = beside.get("allOf")
            rest = members if isinstance(members, list) else []
            return {**beside, "allOf": [{"$ref": ref}, *rest]}
    return value
