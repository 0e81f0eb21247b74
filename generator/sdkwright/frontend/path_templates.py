"""Path templates: which parameters they name, and how their values are put in.

OpenAPI only has `{name}` (3.1, section 4.8.8.1). Documents that were made from other formats also
have expressions of RFC 6570 and its relatives. `{name+}` and `{+name}` stand for several segments
of a path: Amazon's API Gateway calls them greedy. `{?name}` is a query, which `parameters` describe
anyway. No other expression is read: it is an error with what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from sdkwright.frontend.context import Context

_EXPRESSION: Final = re.compile(r"\{([^{}]+)\}")
_PAIR: Final = re.compile(r"(?P<key>[^={}]+)=\{(?P<name>[^{}]+)\}")
_SPANNING: Final = re.compile(r"\+([\w.~%-]+)|([\w.~%-]+)\+")

_ADVICE: Final = {
    ";": "write `{{{name}}}`, and give the parameter `style: matrix`",
    ".": "write `{{{name}}}`, and give the parameter `style: label`",
    "/": "write `/{{{name}}}`",
    "#": "remove it: a fragment is never sent",
    "?": "remove it, and declare `{name}` with `in: query`",
    "&": "remove it, and declare `{name}` with `in: query`",
}
_RESERVED: Final = "=,!@|"
_MODIFIERS: Final = re.compile(r"[*:=,]")


@dataclass(frozen=True, slots=True)
class PathTemplate:
    """A path that only has expressions of the form `{name}`.

    `names` are the parameters, in order; `spanning` are those whose values can have several
    segments, and `renamed` the declared names of these that contain the operator.
    """

    path: str
    names: tuple[str, ...]
    spanning: frozenset[str] = frozenset()
    renamed: frozenset[str] = frozenset()


def read(
    context: Context, path: str, at: str, *, declared: Collection[str], queries: Collection[str]
) -> PathTemplate:
    """Read the template of a path.

    Args:
        context: Gets a problem for each expression that is not supported.
        path: The path, as a key of `paths`.
        at: The JSON pointer of its path item.
        declared: The names of the path parameters that the operation declares.
        queries: The names of its query parameters.
    """
    names: dict[str, None] = {}
    spanning: set[str] = set()
    renamed: set[str] = set()

    def plain(found: re.Match[str]) -> str:
        name = found[1]
        if span := _SPANNING.fullmatch(name):
            if name in declared:
                renamed.add(name)
            name = span[1] or span[2]
            spanning.add(name)
        elif name not in declared and (name[0] in "?&" or _is_operation(name)):
            if name[0] in "?&" and all(item.rstrip("*") in queries for item in name[1:].split(",")):
                context.diagnostics.note(
                    "query-template",
                    f"`{found[0]}` is removed from the path: `parameters` describe the query",
                    at=at,
                    subject=context.subject,
                )
                return ""
            _report(context, found[0], name, at)
        names[name] = None
        return f"{{{name}}}"

    kept = _without_declared(context, path, at, declared=declared, queries=queries)
    made = _EXPRESSION.sub(plain, kept)
    return PathTemplate(made, tuple(names), frozenset(spanning), frozenset(renamed))


def _without_declared(
    context: Context, path: str, at: str, *, declared: Collection[str], queries: Collection[str]
) -> str:
    """Remove from the query of a path what `parameters` describe, which would be sent twice.

    Medium's document has `/search/tags?query={query}`, and declares `query` with `in: query`.
    """
    start = _EXPRESSION.sub(lambda found: "-" * len(found[0]), path).find("?")
    if start < 0:
        return path
    kept = []
    for pair in path[start + 1 :].split("&"):
        found = _PAIR.fullmatch(pair)
        if found is None or found["key"] not in queries or found["name"] in declared:
            kept.append(pair)
            continue
        context.diagnostics.note(
            "query-template",
            f"`{pair}` is removed from the path: `parameters` describe the query",
            at=at,
            subject=context.subject,
        )
    return path[:start] + (f"?{'&'.join(kept)}" if kept else "")


def _is_operation(name: str) -> bool:
    return name[0] in _ADVICE or name[0] in _RESERVED or _MODIFIERS.search(name) is not None


def _report(context: Context, expression: str, name: str, at: str) -> None:
    bare = re.split(r"[*:=,]", name.lstrip("".join(_ADVICE) + _RESERVED))[0]
    advice = _ADVICE.get(name[0], "write `{{{name}}}`, and describe the values in its schema")
    context.add_problem(
        f"the expression `{expression}` in the path is not supported",
        fix=advice.format(name=bare),
        at=at,
    )
