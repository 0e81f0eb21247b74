"""Plain values of a YAML 1.2 text, and their positions in the text.

Values follow the core schema of version 1.2, plus merge keys: `no`, `on`, `12:30` and `2024-01-01`
are text, `017` is seventeen, and every key is text as it is written. PyYAML's own loaders follow
version 1.1, where these are booleans, a base-60 number, a date, an octal number and an integer; and
they accept duplicate keys. So libyaml only composes the nodes here, and this module makes the
values from them, which is also faster.

This module knows YAML, and nothing of OpenAPI or of files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, NoReturn

import yaml
from yaml._yaml import CParser
from yaml.reader import ReaderError

from sdkwright.model.json_pointer import steps

MAX_DEPTH: Final = 200
"""Maximum nesting of collections. Real documents stay below 50; libyaml crashes at about 20,000."""

TOO_DEEP: Final = f"the document is nested more than {MAX_DEPTH} levels deep"

_TOO_DEEP_FOR_LIBYAML: Final = "exceeded maximum nesting depth"
"""libyaml's error, since 0.2.6, for more than 1,000 levels, which it may meet before we count."""

MAX_VALUES: Final = 1_000_000
"""Maximum number of values in a text, unless another limit is given."""

_TAG: Final = "tag:yaml.org,2002:"
_STR, _MERGE = f"{_TAG}str", f"{_TAG}merge"
_STRING_TAGS: Final = frozenset({_STR, f"{_TAG}timestamp", f"{_TAG}binary", "!"})

_NULL: Final = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL: Final = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT: Final = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_MAYBE_NOT_TEXT: Final = frozenset("-+.0123456789nNtTfF~<")


class BadText(Exception):  # noqa: N818  the text is wrong, not the program
    """The text is not valid; `line` and `column` are counted from 1, and 0 is unknown."""

    def __init__(self, code: str, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.code, self.message, self.line, self.column = code, message, line, column


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A key that its mapping already has."""

    key: str
    line: int
    column: int
    first_line: int


def build(nodes: Nodes) -> tuple[object, list[Duplicate]]:
    """Return the value of a text.

    Args:
        nodes: The text.

    Returns:
        The value (None if the text is empty), and the duplicate keys, of which the last counts. An
        alias yields the very object that its anchor does, so values can be shared.

    Raises:
        BadText: The text is not YAML, or it is YAML without an equivalent in JSON.
    """
    builder = _Builder(nodes.max_values)
    try:
        root = nodes.root
        value = None if root is None else builder.build(root)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        if error.problem == _TOO_DEEP_FOR_LIBYAML:
            raise BadText("too-deep", TOO_DEEP, line, column) from None
        problem = ", ".join(part for part in (error.context, error.problem) if part)
        raise BadText("invalid-yaml", f"invalid YAML: {problem}", line, column) from None
    except ReaderError as error:
        before = nodes.text.encode()[: error.position].decode("utf-8", "replace")
        raise BadText(
            "invalid-yaml", f"invalid YAML: {error.reason}", *line_column(before)
        ) from None
    return value, builder.duplicates


def too_many(max_values: int) -> str:
    """Return the message for a text with too many values."""
    return f"the file has more than {max_values:,} values"


def line_column(before: str) -> tuple[int, int]:
    """Return the line and column of the position that follows a text, counted from 1."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


class Nodes:
    """The nodes of a text, composed once and on demand, for its values or for positions.

    Args:
        text: The text.
        max_values: The maximum number of values in it, with aliases expanded.
    """

    def __init__(self, text: str, max_values: int = MAX_VALUES) -> None:
        self.text = text
        self.max_values = max_values

    @cached_property
    def root(self) -> yaml.Node | None:
        """The root node, or None if the text is empty."""
        parser = _Composer(self.text, self.max_values)
        try:
            return parser.get_single_node()
        finally:
            parser.dispose()

    def locate(self, pointer: str) -> tuple[int, int]:
        node, way = self.root, steps(pointer)
        if node is None:
            return 1, 1
        mark = node.start_mark
        for step in way:
            key, node = _step(node, step)
            if node is None:
                break
            mark = (key or node).start_mark
        return mark.line + 1, mark.column + 1

    def spelling(self, pointer: str) -> str | None:
        node = self.root
        for step in steps(pointer):
            node = None if node is None else _step(node, step)[1]
        return node.value if isinstance(node, yaml.ScalarNode) else None


def _step(node: yaml.Node, step: str) -> tuple[yaml.Node | None, yaml.Node | None]:
    """Return the key and the value of a child as nodes, each None if there is none."""
    if isinstance(node, yaml.SequenceNode):
        inside = step.isdecimal() and int(step) < len(node.value)
        return None, node.value[int(step)] if inside else None
    if not isinstance(node, yaml.MappingNode):
        return None, None
    for key, value in node.value:
        if key.value == step:
            return key, value
    for key, value in node.value:
        if key.tag == _MERGE:
            for merged in value.value if isinstance(value, yaml.SequenceNode) else [value]:
                found = _step(merged, step)
                if found[1] is not None:
                    return found
    return None, None


class _Composer(CParser):
    """libyaml's composer with the scalar types of YAML 1.2, section 10.3."""

    def __init__(self, text: str, max_values: int) -> None:
        # CParser accepts no tags or resolvers of ours: it calls the methods of `self`.
        CParser.__init__(self, text)
        self.depth = 0
        self.left = max_values
        self.max_values = max_values

    def resolve(self, kind: type, value: str, implicit: tuple[bool, bool]) -> str:
        """Return the tag of a node without an explicit one."""
        if kind is yaml.ScalarNode:
            if implicit[0] and (not value or value[0] in _MAYBE_NOT_TEXT):
                return _plain_tag(value)
            return _STR
        return ""

    def descend_resolver(self, parent: yaml.Node | None, _index: object) -> None:
        """Count the nesting, since libyaml's C code recurses without a limit."""
        self.depth += 1
        if self.depth > MAX_DEPTH and parent is not None:
            _fail("too-deep", TOO_DEEP, parent)
        self.left -= 1
        if self.left < 0 and parent is not None:
            _fail("too-large", too_many(self.max_values), parent)

    def ascend_resolver(self) -> None:
        """Leave the level that `descend_resolver` entered."""
        self.depth -= 1


def _plain_tag(value: str) -> str:
    if value in _NULL:
        return f"{_TAG}null"
    if value in _BOOL:
        return f"{_TAG}bool"
    if value == "<<":
        return _MERGE
    if _INT.fullmatch(value):
        return f"{_TAG}int"
    return f"{_TAG}float" if _FLOAT.fullmatch(value) else _STR


class _Builder:
    """Makes plain values from nodes; a node reached by several aliases is made once and shared."""

    def __init__(self, max_values: int) -> None:
        self._max_values = max_values
        self._made: dict[int, tuple[Any, int]] = {}
        self._open: set[int] = set()
        self.duplicates: list[Duplicate] = []

    def build(self, node: yaml.Node) -> Any:
        """Return the value of a node."""
        value, size = self._value(node)
        if size > self._max_values:
            _fail(
                "alias-bomb", f"YAML aliases expand to more than {self._max_values:,} values", node
            )
        return value

    def _value(self, node: yaml.Node) -> tuple[Any, int]:
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node), 1
        identity = id(node)
        if identity in self._made:
            return self._made[identity]
        if identity in self._open:
            _fail("recursive-alias", "a YAML alias refers to a value that contains it", node)
        if node.tag not in _COLLECTION_TAGS[type(node)]:
            _fail("unknown-tag", f"unsupported YAML tag `{node.tag}`", node)
        self._open.add(identity)
        made = self._mapping(node) if isinstance(node, yaml.MappingNode) else self._list(node)
        self._open.discard(identity)
        self._made[identity] = made
        return made

    def _list(self, node: yaml.Node) -> tuple[list[Any], int]:
        items, size = [], 1
        for child in node.value:
            if child.tag is _STR:
                items.append(child.value)
                size += 1
            else:
                item, item_size = self._value(child)
                items.append(item)
                size += item_size
        return items, size

    def _mapping(self, node: yaml.Node) -> tuple[dict[str, Any], int]:
        made: dict[str, Any] = {}
        merges: list[yaml.Node] = []
        size = 1
        for key, child in node.value:
            if key.tag == _MERGE:
                merges.append(child)
                continue
            if not isinstance(key, yaml.ScalarNode):
                _fail("bad-key", "a key must be a scalar, not a collection", key)
            if key.value in made:
                self.duplicates.append(_duplicate(key, node))
            if child.tag is _STR:
                made[key.value] = child.value
                size += 1
            else:
                made[key.value], child_size = self._value(child)
                size += child_size
        for merge in merges:
            size += self._merge(merge, made)
        return made, size

    def _merge(self, node: yaml.Node, into: dict[str, Any]) -> int:
        """Add the keys that `into` lacks (https://yaml.org/type/merge.html)."""
        sources = node.value if isinstance(node, yaml.SequenceNode) else [node]
        size = 0
        for source in sources:
            value, added = self._value(source)
            if not isinstance(value, dict):
                _fail("bad-merge", "`<<` must be a mapping or a list of mappings", source)
            for key, item in value.items():
                into.setdefault(key, item)
            size += added
        return size


def _duplicate(key: yaml.Node, parent: yaml.Node) -> Duplicate:
    first = next(other for other, _ in parent.value if other.value == key.value)
    mark = key.start_mark
    return Duplicate(key.value, mark.line + 1, mark.column + 1, first.start_mark.line + 1)


_COLLECTION_TAGS: Final[Mapping[type, frozenset[str]]] = {
    yaml.MappingNode: frozenset({"", "!", f"{_TAG}map"}),
    yaml.SequenceNode: frozenset({"", "!", f"{_TAG}seq"}),
}


def _scalar(node: yaml.ScalarNode) -> str | int | float | bool | None:
    value: str = node.value
    match node.tag.removeprefix(_TAG):
        case "null" if value in _NULL:
            return None
        case "bool" if value in _BOOL:
            return _BOOL[value]
        case "int" if _INT.fullmatch(value):
            return _integer(node)
        case "float" if _FLOAT.fullmatch(value):
            return float(value.lower().replace(".inf", "inf").replace(".nan", "nan"))
    if node.tag in _STRING_TAGS or node.tag == _MERGE:
        return value
    return _fail("unknown-tag", f"the YAML tag `{node.tag}` does not match this value", node)


def _integer(node: yaml.ScalarNode) -> int:
    # In YAML 1.2 a leading 0 does not make a number octal: 017 is seventeen.
    value: str = node.value
    try:
        return int(value, {"0o": 8, "0x": 16}.get(value[:2], 10))
    except ValueError:
        return _fail("invalid-yaml", "this number has too many digits", node)


def _fail(code: str, message: str, node: yaml.Node) -> NoReturn:
    raise BadText(code, message, node.start_mark.line + 1, node.start_mark.column + 1)
