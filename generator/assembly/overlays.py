"""Overlays: changes to a document that its owner keeps in files of their own.

They follow the Overlay Specification, version 1.0: each action has a JSONPath (RFC 9535) that
names what it changes, and either removes that or merges something into it. This module knows
nothing of what the document means.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from generator import document, limits
from generator.assembly.origins import Origin, Origins, Source, escaped, unshared
from generator.assembly.targets import JSONPathError, JSONPathMatch, Paths, TooCostly, size
from generator.diagnostics import Diagnostics, Place
from generator.limits import Limits

_KNOWN: Final = frozenset({"target", "description", "update", "remove"})


def apply(
    root: dict[str, Any],
    overlays: Sequence[Path],
    origins: Origins,
    diagnostics: Diagnostics,
    most: Limits,
) -> None:
    """Apply overlays to a document, in their order.

    Args:
        root: The document as plain data; it is changed, and no part of it stands in two places.
        overlays: The files.
        origins: Learns where each part is written that an overlay adds.
        diagnostics: Gets an error for each action that cannot be carried out, and a warning for
            each that changes nothing.
        most: How large each file may be.

    Raises:
        UsageError: There is no such file, or it may not be read.
        Fatal: A file is not YAML or JSON, or not an overlay, or what it adds is too much.
    """
    total = size(root)
    for path in overlays:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise diagnostics.usage("unreadable-file", "this is not a file", at=Place(str(path)))
        values = document.read_values(path, diagnostics, most)
        source = Source(values.path, values.nodes)
        overlay = _Overlay(root, origins, source, diagnostics, total=total, most=most.values)
        overlay.apply(values.data)
        total = overlay.total


class _Overlay:
    """One file of actions, and the document that they change. `total` is how many values that has,
    if nothing was removed: updates of updates multiply."""

    def __init__(
        self,
        root: dict[str, Any],
        origins: Origins,
        source: Source,
        diagnostics: Diagnostics,
        *,
        total: int,
        most: int,
    ) -> None:
        self._root = root
        self.total = total
        self._most = most
        self._paths = Paths(most)
        self._origins = origins
        self._source = source
        self._diagnostics = diagnostics

    def apply(self, data: object) -> None:
        """Carry out all actions (Overlay 1.0, section 4.4)."""
        version = data.get("overlay") if isinstance(data, dict) else None
        if not isinstance(data, dict) or version is None:
            raise self._diagnostics.fatal(
                "not-overlay",
                "the key `overlay` is missing, so this is not an overlay",
                fix="begin the file with `overlay: 1.0.0`, if it is one",
                at=self._place(""),
            )
        if not str(version).startswith("1."):
            raise self._diagnostics.fatal(
                "overlay-version",
                f"overlays of version {str(version)[:20]} are not supported; 1.0 is",
                at=self._place("/overlay"),
            )
        actions = data.get("actions")
        if not isinstance(actions, list):
            raise self._diagnostics.fatal(
                "not-overlay", "`actions` is not a list", at=self._place("/actions")
            )
        for index, action in enumerate(actions):
            self._act(action, f"/actions/{index}")

    def _act(self, action: object, at: str) -> None:
        if not isinstance(action, dict) or not isinstance(action.get("target"), str):
            self._error("an action needs a `target`, which is a JSONPath", at)
            return
        unknown = [key for key in action if key not in _KNOWN and not key.startswith("x-")]
        if unknown:
            self._error(f"an action has no key `{unknown[0][:40]}`", f"{at}/{escaped(unknown[0])}")
            return
        if not isinstance(action.get("remove", False), bool):
            self._error("`remove` is true or false", f"{at}/remove")
            return
        matches = self._matches(action["target"], f"{at}/target")
        if matches is None:
            return
        if not matches:
            self._warn("nothing in the document is named by this target", f"{at}/target")
        elif action.get("remove"):
            for match in _last_first(matches):
                self._remove(match, f"{at}/target")
        elif "update" in action:
            origin = Origin(self._source, f"{at}/update")
            self._count(len(matches) * size(action["update"]), origin)
            for match in matches:
                self._update(match, action["update"], origin)
        else:
            self._warn("an action without `update` and `remove` changes nothing", at)

    def _count(self, added: int, origin: Origin) -> None:
        """Refuse an update before it is made that makes the document too large."""
        self.total += added
        if self.total > self._most:
            raise self._diagnostics.fatal(
                "too-large",
                f"with this update, the document has more than {self._most:,} values",
                fix=limits.raise_it("values"),
                at=origin.place,
            )

    def _matches(self, target: str, at: str) -> list[JSONPathMatch] | None:
        try:
            return self._paths.named(target, self._root)
        except JSONPathError as error:
            # Its `str` shows the position over several lines, and fails for an empty text.
            reason = f"this is not a JSONPath: {error.message}"
        except RecursionError:
            reason = "the JSONPath, or what it looks at, nests too deeply"
        except TooCostly:
            reason = "the JSONPath takes too long: it looks at too much"
        self._error(reason, at)
        return None

    def _remove(self, match: JSONPathMatch, at: str) -> None:
        if match.parent is None:
            self._error("the whole document cannot be removed", at)
            return
        parent, key = match.parent.obj, match.parts[-1]
        if isinstance(parent, list) and isinstance(key, int):
            self._origins.removed(parent, key, _pointer(match.parent))
        elif isinstance(parent, dict) and str(key) in parent:
            self._origins.forget(parent, str(key))

    def _update(self, match: JSONPathMatch, update: object, origin: Origin) -> None:
        target = match.obj
        if isinstance(target, list):
            # An entry is appended (section 4.4.3). Overlays in use give a list of entries.
            self._extend(target, update, origin)
        elif isinstance(target, dict) and isinstance(update, dict):
            self._merge(target, update, origin)
        else:
            what = "an object" if isinstance(target, dict) else "a value that is no object or list"
            self._error(f"the target is {what}, and the update is not for one", origin.pointer)

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
            fix="remove the action, or correct it",
            at=self._place(pointer),
        )


def _last_first(matches: list[JSONPathMatch]) -> list[JSONPathMatch]:
    """Order matches so that removing one moves none of those that follow."""
    unique = {_pointer(match): match for match in matches}
    return sorted(
        unique.values(),
        key=lambda match: [(isinstance(part, int), part) for part in match.parts],
        reverse=True,
    )


def _pointer(match: JSONPathMatch) -> str:
    return "".join(f"/{escaped(str(part))}" for part in match.parts)
