"""Overlays: changes to a document that its owner keeps in separate files.

They follow the Overlay Specification, versions 1.0 and 1.1: each action has a JSONPath (RFC 9535)
that selects its targets, and either removes them or merges something into them, which is written in
the action or copied from elsewhere in the document. This module knows nothing of what the document
means.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final, cast
from urllib.parse import unquote, urlsplit

from jsonpath import JSONPathError, JSONPathMatch

from sdkwright.diagnostics import Diagnostics, Place
from sdkwright.model import limits
from sdkwright.model.json_pointer import child
from sdkwright.model.limits import Limits
from sdkwright.source import document, measure
from sdkwright.source.assembly.jsonpath import Paths, TooManyStepsError
from sdkwright.source.assembly.origins import Origin, Origins, Source
from sdkwright.workspace.bounded_regex import TooSlowError

_KNOWN: Final = frozenset({"target", "description", "update", "remove"})
_NEW: Final = frozenset({"copy"})
"""What an action may have since version 1.1."""
_VERSION: Final = re.compile(r"1\.(\d{1,3})(\.\d{1,3})?")
_NEWEST: Final = 1
"""The minor version of the newest specification that is followed."""
_NEWER: Final = "begin the overlay with `overlay: 1.1.0`"


def apply(
    root: dict[str, Any],
    overlays: Sequence[Path],
    origins: Origins,
    diagnostics: Diagnostics,
    bounds: Limits,
    *,
    document_path: Path,
) -> None:
    """Apply overlays to a document, in the given order.

    Args:
        root: The document as plain data; it is changed, and no part of it may be shared.
        overlays: The overlay files.
        origins: Records where each part that an overlay adds was written.
        diagnostics: Gets an error for each action that cannot be carried out, and a warning for
            each that changes nothing.
        bounds: The limits on the size of each file.
        document_path: The file of the document.

    Raises:
        UsageError: A file does not exist or is not readable.
        Fatal: A file is neither YAML nor JSON, or is not an overlay; or its paths take too many
            steps, or its actions add too much.
    """
    with closing(Paths(bounds)) as paths:
        application = _Application(root, origins, diagnostics, paths, bounds)
        for path in overlays:
            if _is_special(path):
                at = Place(str(path))
                raise diagnostics.usage("unreadable-file", "this is not a regular file", at=at)
            values = document.read_values(path, diagnostics, bounds)
            application.apply(values.data, Source(values.path, values.nodes))
            application.check_extends(values.data, path, document_path)


def _is_special(path: Path) -> bool:
    """Return whether a path is a device, a FIFO or the like, which might never end."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False  # reading it reports what is wrong
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


class _Application:
    """A document and the overlays that change it, applied one file after the other."""

    def __init__(
        self,
        root: dict[str, Any],
        origins: Origins,
        diagnostics: Diagnostics,
        paths: Paths,
        bounds: Limits,
    ) -> None:
        self._root = root
        self._origins = origins
        self._diagnostics = diagnostics
        self._paths = paths
        self._bounds = bounds
        self._values = measure.size(root)
        self._source = origins.source
        self._minor = 0

    def apply(self, data: object, source: Source) -> None:
        """Carry out all actions of a file (Overlay 1.1, section 4.4)."""
        self._source = source
        version = data.get("overlay") if isinstance(data, dict) else None
        if not isinstance(data, dict) or version is None:
            raise self._diagnostics.fatal(
                "not-overlay",
                "the key `overlay` is missing, so this is not an overlay",
                fix="if it is one, begin it with `overlay: 1.0.0`",
                at=self._place(""),
            )
        self._minor = self._minor_of(str(version))
        actions = data.get("actions")
        if not isinstance(actions, list):
            raise self._diagnostics.fatal(
                "not-overlay", "`actions` must be a list", at=self._place("/actions")
            )
        for index, action in enumerate(actions):
            self._act(action, f"/actions/{index}")

    def _minor_of(self, version: str) -> int:
        found = _VERSION.fullmatch(version)
        at = self._place("/overlay")
        if found is None:
            raise self._diagnostics.fatal(
                "overlay-version",
                f"Overlay {version[:20]} is not supported; use 1.0 or 1.1",
                at=at,
            )
        minor = int(found[1])
        if minor > _NEWEST:
            self._diagnostics.warning(
                "overlay-version", f"Overlay {version[:20]} is read as 1.{_NEWEST}", at=at
            )
        return minor

    def check_extends(self, data: object, path: Path, document_path: Path) -> None:
        """Warn if an overlay says that it is for another file.

        Args:
            data: The overlay.
            path: Its file.
            document_path: The file of the document.
        """
        extends = data.get("extends") if isinstance(data, dict) else None
        if extends is None:
            return
        if not isinstance(extends, str):
            self._error("`extends` must be a URI", "/extends")
            return
        try:
            parts = urlsplit(extends)
        except ValueError:
            self._error("`extends` must be a URI", "/extends")
            return
        if parts.scheme or parts.netloc or not parts.path:
            return  # where the file came from is not known
        # `Path.resolve` would look at the files.
        named = os.path.abspath(path.parent / unquote(parts.path))  # noqa: PTH100
        if named != os.path.abspath(document_path):  # noqa: PTH100
            self._diagnostics.warning(
                "overlay-extends",
                "this overlay is for another document",
                fix="apply it to that one, or correct `extends`",
                at=self._place("/extends"),
            )

    def _act(self, action: object, at: str) -> None:
        if not isinstance(action, dict) or not isinstance(action.get("target"), str):
            self._error("this action has no `target` (a JSONPath)", at)
            return
        unknown = [key for key in action if key not in _KNOWN | _NEW and not key.startswith("x-")]
        if unknown:
            self._error(f"unknown key `{unknown[0][:40]}` in an action", child(at, unknown[0]))
            return
        if not isinstance(action.get("remove", False), bool):
            self._error("`remove` must be true or false", f"{at}/remove")
            return
        is_copied = "copy" in action and not action.get("remove")  # nothing else has an effect then
        if is_copied and not self._can_copy(action, f"{at}/copy"):
            return
        matches = self._matches(action["target"], f"{at}/target")
        if matches is None:
            return
        if not matches:
            self._warn("this target matches nothing in the document", f"{at}/target")
        elif action.get("remove"):
            self._remove(matches, f"{at}/target")
        elif "update" in action:
            self._put(
                matches, action["update"], Origin(self._source, f"{at}/update"), f"{at}/update"
            )
        elif "copy" in action:
            self._copy(matches, action["copy"], f"{at}/copy")
        else:
            self._warn(
                "this action has neither `update` nor `copy` nor `remove`, so it changes nothing",
                at,
            )

    def _can_copy(self, action: dict[str, Any], at: str) -> bool:
        if self._minor < 1:
            self._error("`copy` is new in Overlay 1.1", at, fix=_NEWER)
        elif not isinstance(action["copy"], str):
            self._error("`copy` must be a JSONPath", at)
        elif "update" in action:
            self._error("an action has either `update` or `copy`", at)
        else:
            return True
        return False

    def _copy(self, matches: list[JSONPathMatch], source: str, at: str) -> None:
        found = self._matches(source, at)
        if found is None:
            return
        if len(found) != 1:
            count = f"{len(found)} values" if found else "nothing"
            self._error(f"`copy` must select one value, and selects {count}", at)
            return
        # A copy, since a target may be inside of it.
        value = self._origins.copied(found[0].obj)
        self._put(matches, value, self._origins.origin(_pointer(found[0])), at)

    def _put(self, matches: list[JSONPathMatch], value: object, origin: Origin, at: str) -> None:
        self._grow(len(matches) * measure.size(value), at)
        for match in matches:
            self._update(match, value, origin, at)

    def _matches(self, target: str, at: str) -> list[JSONPathMatch] | None:
        try:
            return self._paths.find(target, self._root)
        except TooManyStepsError:
            raise self._diagnostics.fatal(
                "too-large",
                "evaluating the JSONPaths of the overlays takes too many steps",
                fix=limits.raise_it("steps"),
                at=self._place(at),
            ) from None
        except TooSlowError:
            reason = "the regular expressions in the JSONPaths of the overlays take too long"
        except JSONPathError as error:
            # Its `str` shows the position over several lines, and raises an exception for an empty
            # text.
            reason = f"invalid JSONPath: {error.message}"
        except RecursionError:
            reason = "the JSONPath or the value that it searches is nested too deeply"
        self._error(reason, at)
        return None

    def _grow(self, values: int, at: str) -> None:
        self._values += values
        if self._values > self._bounds.values:
            raise self._diagnostics.fatal(
                "too-large",
                f"with this update, the document has more than {self._bounds.values:,} values",
                fix=limits.raise_it("values"),
                at=self._place(at),
            )

    def _remove(self, matches: list[JSONPathMatch], at: str) -> None:
        items: dict[int, tuple[JSONPathMatch, set[int]]] = {}
        for match in matches:
            if match.parent is None:
                self._error("the whole document cannot be removed", at)
                continue
            parent, key = match.parent.obj, match.parts[-1]
            if isinstance(parent, list) and isinstance(key, int):
                items.setdefault(id(parent), (match.parent, set()))[1].add(key)
            elif isinstance(parent, dict) and str(key) in parent:
                self._origins.forget(parent, str(key))
        # Nested lists come first: the pointers that lead to them must still be valid.
        for list_, indices in sorted(items.values(), key=_depth, reverse=True):
            self._origins.removed(cast("list[Any]", list_.obj), indices, _pointer(list_))

    def _update(self, match: JSONPathMatch, update: object, origin: Origin, at: str) -> None:
        target = match.obj
        if isinstance(target, list):
            # A single entry is appended (section 4.4.3), and a list is joined.
            self._extend(target, update, origin)
        elif isinstance(target, dict) and isinstance(update, dict):
            self._merge(target, update, origin, at)
        elif _is_primitive(target) and _is_primitive(update):
            self._replace(match, update, origin, at)
        else:
            self._error(
                f"the target is {_kind(target)}, and {_kind(update)} does not merge with it", at
            )

    def _replace(self, match: JSONPathMatch, update: object, origin: Origin, at: str) -> None:
        if self._minor < 1:
            self._error(f"Overlay 1.0 does not change {_kind(match.obj)}", at, fix=_NEWER)
        elif match.parent is not None:
            container, key = cast("Any", match.parent.obj), match.parts[-1]
            container[key] = update
            self._origins.note(container, str(key), origin)

    def _merge(
        self, target: dict[str, Any], update: dict[str, Any], origin: Origin, at: str
    ) -> None:
        for key, value in update.items():
            have, place = target.get(key), self._origins.below(update, key, origin)
            if isinstance(have, dict) and isinstance(value, dict):
                self._merge(have, value, place, at)
            elif isinstance(have, list) and isinstance(value, list):
                self._extend(have, value, place)
            elif key not in target or (_is_primitive(have) and _is_primitive(value)):
                target[key] = self._origins.copied(value)
                self._origins.note(target, key, place)
            elif value is None:
                self._diagnostics.warning(
                    "unused-action",
                    f"`{key[:40]}` is {_kind(have)}, which null does not change",
                    fix="remove it with an action of its own, or leave it out here",
                    at=place.place,
                )
            else:
                self._diagnostics.error(
                    "bad-overlay",
                    f"`{key[:40]}` is {_kind(have)}, and {_kind(value)} does not merge with it",
                    fix="remove it with an action before this one",
                    at=place.place,
                )

    def _extend(self, target: list[Any], update: object, origin: Origin) -> None:
        if not isinstance(update, list):
            self._origins.note(target, str(len(target)), origin)
            target.append(self._origins.copied(update))
            return
        for index, item in enumerate(list(update)):
            place = self._origins.below(update, str(index), origin)
            self._origins.note(target, str(len(target)), place)
            target.append(self._origins.copied(item))

    def _place(self, pointer: str) -> Place:
        return Origin(self._source, pointer).place

    def _error(self, message: str, pointer: str, *, fix: str = "") -> None:
        self._diagnostics.error("bad-overlay", message, fix=fix, at=self._place(pointer))

    def _warn(self, message: str, pointer: str) -> None:
        self._diagnostics.warning(
            "unused-action",
            message,
            fix="correct or remove the action",
            at=self._place(pointer),
        )


def _is_primitive(value: object) -> bool:
    return not isinstance(value, dict | list)


def _kind(value: object) -> str:
    """Return what a value is, in the words of JSON."""
    match value:
        case dict():
            return "an object"
        case list():
            return "a list"
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case _:
            return "a string"


def _depth(entry: tuple[JSONPathMatch, set[int]]) -> int:
    return len(entry[0].parts)


def _pointer(match: JSONPathMatch) -> str:
    return child("", *match.parts)
