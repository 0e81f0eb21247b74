"""Overlays: changes to a document that its owner keeps in separate files.

They follow the Overlay Specification, version 1.0: each action has a JSONPath (RFC 9535) that
selects its targets, and either removes them or merges something into them. This module knows
nothing of what the document means.
"""

from __future__ import annotations

import stat
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final, cast

from jsonpath import JSONPathError, JSONPathMatch

from sdkwright.diagnostics import Diagnostics, Place
from sdkwright.model import limits
from sdkwright.model.json_pointer import child
from sdkwright.model.limits import Limits
from sdkwright.source import document, measure
from sdkwright.source.assembly.jsonpath import Paths, TooManyStepsError
from sdkwright.source.assembly.origins import Origin, Origins, Source, unshared
from sdkwright.workspace.bounded_regex import TooSlowError

_KNOWN: Final = frozenset({"target", "description", "update", "remove"})


def apply(
    root: dict[str, Any],
    overlays: Sequence[Path],
    origins: Origins,
    diagnostics: Diagnostics,
    bounds: Limits,
) -> None:
    """Apply overlays to a document, in the given order.

    Args:
        root: The document as plain data; it is changed, and no part of it may be shared.
        overlays: The overlay files.
        origins: Records where each part that an overlay adds was written.
        diagnostics: Gets an error for each action that cannot be carried out, and a warning for
            each that changes nothing.
        bounds: The limits on the size of each file.

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

    def apply(self, data: object, source: Source) -> None:
        """Carry out all actions of a file (Overlay 1.0, section 4.4)."""
        self._source = source
        version = data.get("overlay") if isinstance(data, dict) else None
        if not isinstance(data, dict) or version is None:
            raise self._diagnostics.fatal(
                "not-overlay",
                "the key `overlay` is missing, so this is not an overlay",
                fix="if it is one, begin it with `overlay: 1.0.0`",
                at=self._place(""),
            )
        if not str(version).startswith("1."):
            raise self._diagnostics.fatal(
                "overlay-version",
                f"Overlay {str(version)[:20]} is not supported; use 1.0",
                at=self._place("/overlay"),
            )
        actions = data.get("actions")
        if not isinstance(actions, list):
            raise self._diagnostics.fatal(
                "not-overlay", "`actions` must be a list", at=self._place("/actions")
            )
        for index, action in enumerate(actions):
            self._act(action, f"/actions/{index}")

    def _act(self, action: object, at: str) -> None:
        if not isinstance(action, dict) or not isinstance(action.get("target"), str):
            self._error("this action has no `target` (a JSONPath)", at)
            return
        unknown = [key for key in action if key not in _KNOWN and not key.startswith("x-")]
        if unknown:
            self._error(f"unknown key `{unknown[0][:40]}` in an action", child(at, unknown[0]))
            return
        if not isinstance(action.get("remove", False), bool):
            self._error("`remove` must be true or false", f"{at}/remove")
            return
        matches = self._matches(action["target"], f"{at}/target")
        if matches is None:
            return
        if not matches:
            self._warn("this target matches nothing in the document", f"{at}/target")
        elif action.get("remove"):
            self._remove(matches, f"{at}/target")
        elif "update" in action:
            self._grow(len(matches) * measure.size(action["update"]), f"{at}/update")
            origin = Origin(self._source, f"{at}/update")
            for match in matches:
                self._update(match, action["update"], origin)
        else:
            self._warn("this action has neither `update` nor `remove`, so it changes nothing", at)

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

    def _update(self, match: JSONPathMatch, update: object, origin: Origin) -> None:
        target = match.obj
        if isinstance(target, list):
            # A single entry is appended (section 4.4.3). Overlays in use have a list of entries.
            self._extend(target, update, origin)
        elif isinstance(target, dict) and isinstance(update, dict):
            self._merge(target, update, origin)
        else:
            what = "an object" if isinstance(target, dict) else "neither an object nor a list"
            self._error(
                f"the target is {what}, so this update does not apply to it", origin.pointer
            )

    def _merge(self, target: dict[str, Any], update: dict[str, Any], origin: Origin) -> None:
        for key, value in update.items():
            have = target.get(key)
            if isinstance(have, dict) and isinstance(value, dict):
                self._merge(have, value, origin.down(key))
            elif isinstance(have, list) and isinstance(value, list):
                self._extend(have, value, origin.down(key))
            else:
                target[key] = unshared(value)
                self._origins.note(target, key, origin.down(key))

    def _extend(self, target: list[Any], update: object, origin: Origin) -> None:
        if not isinstance(update, list):
            self._origins.note(target, str(len(target)), origin)
            target.append(unshared(update))
            return
        for index, item in enumerate(update):
            self._origins.note(target, str(len(target)), origin.down(str(index)))
            target.append(unshared(item))

    def _place(self, pointer: str) -> Place:
        return Origin(self._source, pointer).place

    def _error(self, message: str, pointer: str) -> None:
        self._diagnostics.error("bad-overlay", message, at=self._place(pointer))

    def _warn(self, message: str, pointer: str) -> None:
        self._diagnostics.warning(
            "unused-action",
            message,
            fix="correct or remove the action",
            at=self._place(pointer),
        )


def _depth(entry: tuple[JSONPathMatch, set[int]]) -> int:
    return len(entry[0].parts)


def _pointer(match: JSONPathMatch) -> str:
    return child("", *match.parts)
