"""Operation names: what operations are called if the document or the settings do not say.

Names of extensions win over those that a framework's operationIds mean, and `naming.rename` in the
settings over both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sdkwright.diagnostics import Diagnostics
from sdkwright.frontend.frameworks import AS_WRITTEN, CONVENTIONS, Meant, Written, detect
from sdkwright.frontend.path_items import Place
from sdkwright.model import naming


@dataclass(frozen=True, slots=True)
class Chosen:
    """The name of an operation: an id, a name for the method and a resource, or "" for each."""

    id: str = ""
    name: str = ""
    group: str = ""
    is_renamed: bool = False


_NOTHING = Chosen()


@dataclass(frozen=True, slots=True)
class OperationNames:
    """The names of all operations for which something was chosen, by `METHOD /path`."""

    names: Mapping[str, Chosen] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)
    """The new ids by operationId."""

    def of(self, place: Place) -> Chosen:
        """Return what was chosen for an operation."""
        return self.names.get(place.subject, _NOTHING)

    def id_of(self, operation_id: str) -> str:
        """Return the id of the operation with an operationId of the document."""
        return self.ids.get(operation_id, operation_id)


def read_names(
    places: Iterable[Place],
    convention: str,
    renamed: Mapping[str, str],
    diagnostics: Diagnostics,
) -> OperationNames:
    """Choose the names of operations.

    Args:
        places: The operations of the document.
        convention: `naming.operation_ids` of the settings; "" to detect it.
        renamed: `naming.rename` of the settings: names by operationId or `METHOD /path`.
        diagnostics: Gets a note that says which convention was detected.
    """
    known = {place.subject: _written(place) for place in places if not place.is_excluded}
    written = {place: item for place, item in known.items() if item is not None}
    chosen = convention or detect([*written.values()])
    names: dict[str, Chosen] = {}
    if chosen != AS_WRITTEN:
        described, reader = CONVENTIONS[chosen]
        meant = dict(zip(written, reader([*written.values()]), strict=True))
        names = _resolved({at: item for at, item in meant.items() if item is not None}, written)
        if names and not convention:
            _note(names, written, described, diagnostics)
    ids = {written[place].id: item.id for place, item in names.items()}
    _rename(names, known, renamed, diagnostics)
    return OperationNames(names, ids)


def _rename(
    names: dict[str, Chosen],
    known: Mapping[str, Written | None],
    renamed: Mapping[str, str],
    diagnostics: Diagnostics,
) -> None:
    """Replace names by those of the settings; report those of no operation."""
    unused = {*renamed}
    for place, item in known.items():
        keys = [key for key in (place, item.id if item else "") if key in renamed]
        unused -= {*keys}
        for key in keys[:1]:
            group, _, name = renamed[key].rpartition(".")
            before = names.get(place, _NOTHING)
            names[place] = Chosen(before.id, name, group or before.group, is_renamed=True)
    for key in sorted(unused):
        diagnostics.error(
            "unused-rename",
            "`naming.rename` of sdk.toml names this operation, which the document does not have",
            fix="correct it, or remove it from `naming.rename`",
            at="/paths",
            subject=key,
        )


def _written(place: Place) -> Written | None:
    raw: Any = place.raw
    if not isinstance(raw, dict) or not isinstance(raw.get("operationId"), str):
        return None
    if not raw["operationId"]:
        return None
    tags = raw.get("tags")
    texts = tuple(map(str, tags)) if isinstance(tags, list) else ()
    return Written(raw["operationId"], place.method, place.path, texts)


def _resolved(meant: Mapping[str, Meant], written: Mapping[str, Written]) -> dict[str, Chosen]:
    """Choose the shortest names that are unlike the others of their resource."""
    homes = {
        place: tuple(map(_folded, (item.group,) if item.group else written[place].tags)) or ("",)
        for place, item in meant.items()
    }
    wanted = Counter(
        (home, name)
        for place, item in meant.items()
        for home in set(homes[place])
        for name in dict.fromkeys(map(naming.snake_case, item.names))
    )
    ids = Counter(item.id for item in meant.values())
    others = {item.id for place, item in written.items() if place not in meant}
    found = {}
    for place, item in meant.items():
        name = next(
            (
                name
                for name in item.names
                if all(wanted[home, naming.snake_case(name)] == 1 for home in homes[place])
            ),
            item.names[-1],
        )
        is_free = ids[item.id] == 1 and item.id not in others
        found[place] = Chosen(item.id if is_free else written[place].id, name, item.group)
    return found


def _folded(group: str) -> str:
    return "".join(naming.split_words(group)).lower() or group


def _note(
    found: Mapping[str, Chosen],
    written: Mapping[str, Written],
    described: str,
    diagnostics: Diagnostics,
) -> None:
    place, first = next(iter(found.items()))
    example = naming.identifier(first.name, fallback="call")
    diagnostics.note(
        "operation-names",
        f"the operationIds are {described}; methods are named after what is left, such as "
        f"`{example}` for `{written[place].id}`",
        fix='to keep them, set `operation_ids = "as-written"` in the table `naming` of sdk.toml; '
        "`naming.rename` changes single names",
        at="/paths",
    )
