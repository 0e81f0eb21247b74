"""The settings of an SDK, from `sdk.toml` or from the options of the command line.

This module knows the settings and their values, and nothing of the contents of a document.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sdkwright.config.ignoring import Ignored, divide
from sdkwright.config.selection import Selector
from sdkwright.config.settings import SETTINGS, TABLES, choices, names_in
from sdkwright.config.values import is_class, is_module
from sdkwright.diagnostics import Diagnostic, Diagnostics, Place
from sdkwright.model import limits
from sdkwright.model.limits import Limits
from sdkwright.workspace.own_files import files_in, template_names


@dataclass(frozen=True, slots=True)
class Config:
    """The settings for generating an SDK from a document.

    Args:
        document: The OpenAPI document.
        output: The folder that the SDK is written to.
        module: The name that users import.
        distribution: The name that users install, on the package index. It may differ from
            `module`, and the README says so then.
        version: The version of the SDK, by the rules of PyPI.
        description: One line for the package index, or "".
        license: An SPDX licence expression, or "" for that of the document, if it has one.
        urls: Labels and URLs for the package index.
        client_class: The name of the client class.
        env_prefix: The prefix of the names of the SDK's environment variables.
        templates: A folder with templates that replace those of the same name, or None.
        authors: Names and email addresses, each "" if unknown.
        keywords: Keywords for the package index.
        classifiers: Classifiers for the package index, besides those of every SDK.
        extras: Names of extras, and the requirements of each.
        include: Operations that the SDK has; all, if there are none.
        exclude: Operations that it does not have all the same.
        ignored: Diagnostics that are not reported.
        operation_ids: How the operationIds are made, or "" to detect it.
        renamed: Operations, each as an operationId or "METHOD /path", and what they are called:
            "method" or "resource.method".
        server_url: The URL of the API, if the document does not say it; or "".
        allow_dropped: Operations, each as "METHOD /path" or by its operationId, that may be
            missing from the SDK.
        changelog: The file whose text becomes the SDK's CHANGELOG.md, or None.
        install_notes: Markdown that the README shows below the command that installs the SDK, or
            "". Headings, HTML, images and links other than to the web become text.
        all_components: Whether schemas in `components` that no operation uses are generated, too.
        overlays: Files of changes to the document, in the order in which they are applied.
        source: The file that these settings were read from, or None.
        limits: How large the document may be.
    """

    document: Path
    output: Path
    module: str
    distribution: str
    version: str
    description: str
    license: str
    urls: tuple[tuple[str, str], ...]
    client_class: str
    env_prefix: str
    allow_dropped: tuple[str, ...]
    changelog: Path | None = None
    install_notes: str = ""
    all_components: bool = False
    server_url: str = ""
    templates: Path | None = None
    authors: tuple[tuple[str, str], ...] = ()
    keywords: tuple[str, ...] = ()
    classifiers: tuple[str, ...] = ()
    extras: tuple[tuple[str, tuple[str, ...]], ...] = ()
    include: tuple[Selector, ...] = ()
    exclude: tuple[Selector, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    operation_ids: str = ""
    renamed: tuple[tuple[str, str], ...] = ()
    overlays: tuple[Path, ...] = ()
    source: Path | None = None
    limits: Limits = limits.DEFAULT


def read(path: Path, diagnostics: Diagnostics) -> Config:
    """Read `sdk.toml`.

    Args:
        path: The file. The paths in it are relative to its folder.
        diagnostics: Gets everything that is wrong with it, each with its line.

    Returns:
        The settings. Omitted ones have their defaults: `openapi.yaml` beside the file, the folder
        `generated` above it, and names derived from `package.module`.

    Raises:
        UsageError: The file does not exist or is not readable.
        Fatal: It is not TOML, or a setting in it is unknown, missing or has a wrong value.
    """
    fix = "pass its path with --config, or use --spec, --module and --output"
    text = _read_text(path, fix, diagnostics)
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, place = _explain(error, path, text)
        raise diagnostics.fatal("invalid-toml", reason, at=place) from None
    found = Diagnostics()
    chosen: dict[str, Any] = {
        SETTINGS[key].field: value
        for key, value in _settings(content)
        if _is_right(key, value, Place(str(path), _line_of_key(text, key)), found)
    }
    if not found.has_errors and "module" not in chosen:
        found.error(
            "bad-config",
            "`module` is missing from the table `package`",
            fix='add `module = "my_api"`, the name that users import',
            at=Place(str(path)),
        )
    document = chosen.get("document", "openapi.yaml")
    for overlay in chosen.get("overlays", ()):
        _check_inside(path, document, overlay, _line_of_key(text, "document.overlays"), found)
    if "changelog" in chosen:
        line = _line_of_key(text, "package.changelog")
        _check_inside(path, document, chosen["changelog"], line, found)
    if "templates" in chosen:
        line = _line_of_key(text, "templates.directory")
        _check_inside(path, document, chosen["templates"], line, found)
    last = found.items.pop() if found.items else None
    diagnostics.items.extend(found.items)
    if last is not None:
        raise diagnostics.fatal(last.code, last.message, fix=last.fix, at=last.place)
    raised = {name: chosen.pop(f"limits.{name}", None) for name in limits.NAMES}
    made = replace(_defaults(chosen["module"]), source=path, **_without_paths(chosen))
    return replace(
        made,
        document=_beside(path, chosen.get("document", "openapi.yaml")),
        output=_beside(path, chosen.get("output", "../generated")),
        changelog=_beside(path, chosen["changelog"]) if "changelog" in chosen else None,
        templates=_beside(path, chosen["templates"]) if "templates" in chosen else None,
        overlays=tuple(_beside(path, overlay) for overlay in chosen.get("overlays", ())),
        limits=limits.changed(made.limits, {key: n for key, n in raised.items() if n is not None}),
    )


def from_options(
    document: Path,
    module: str,
    output: Path,
    diagnostics: Diagnostics,
    overlays: tuple[Path, ...] = (),
) -> Config:
    """Return the settings for a document without `sdk.toml`.

    Args:
        document: The OpenAPI document.
        module: The name that users import; the other names are derived from it.
        output: The folder to write to.
        diagnostics: Gets what is wrong with `module`.
        overlays: Files of changes to the document.

    Raises:
        UsageError: `module` is not a valid name for the module.
    """
    if not is_module(module):
        takes = SETTINGS["package.module"].kind.takes
        raise diagnostics.usage("usage", f"the module must be {takes}, not `{module}`")
    return replace(_defaults(module), document=document, output=output, overlays=overlays)


def read_changelog(config: Config, diagnostics: Diagnostics) -> str | None:
    """Return the text of the SDK's changelog; None if the settings have none.

    Raises:
        UsageError: The file does not exist or is not readable.
        Fatal: It is not UTF-8.
    """
    if config.changelog is None:
        return None
    fix = "create it; it may be empty before the first release"
    return _read_text(config.changelog, fix, diagnostics)


def check_templates(config: Config, diagnostics: Diagnostics) -> None:
    """Report a folder of templates that does not exist, and files in it that replace none.

    Raises:
        UsageError: There is no such folder.
    """
    if config.templates is None:
        return
    if not config.templates.is_dir():
        raise diagnostics.usage(
            "missing-file",
            "folder not found",
            fix="create it, for example with `sdkwright templates copy NAME`, or correct "
            "`templates.directory`",
            at=Place(str(config.templates)),
        )
    ours = {*template_names()}
    for file in files_in(config.templates):
        if file.relative_to(config.templates).as_posix() not in ours:
            diagnostics.warning(
                "unknown-template",
                "there is no template of this name, so the file replaces none",
                fix="correct its name; `sdkwright templates list` lists them",
                at=Place(str(file)),
            )


def is_dropped(item: Diagnostic) -> bool:
    """Return whether a diagnostic says that an operation is not generated, because of a fault."""
    return item.code == "dropped-operation"


def judge_dropped(
    config: Config, diagnostics: Diagnostics, ids: Mapping[str, str]
) -> tuple[str, ...]:
    """Turn the error of each dropped operation that the settings allow into a note.

    Args:
        config: Its `allow_dropped` names the operations that may be missing from the SDK.
        diagnostics: Those with the code `dropped-operation` are changed. An unresolved reference
            that is the reason for one is reported once, with the operation. An allowance that no
            operation needs becomes an error, so that the list never outlives its reasons.
        ids: The operationIds of the document, by operation ("METHOD /path").

    Returns:
        The dropped operations, allowed or not, each as "METHOD /path".
    """
    dropped = [item for item in diagnostics.items if is_dropped(item)]
    names = {item.subject: {item.subject, ids.get(item.subject, "")} for item in dropped}
    diagnostics.items[:] = [
        (
            replace(item, severity="note", fix="")
            if is_dropped(item) and not names[item.subject].isdisjoint(config.allow_dropped)
            else item
        )
        for item in diagnostics.items
        if item.code != "unresolved-reference" or not _is_reason(item, dropped)
    ]
    for operation in config.allow_dropped:
        if not any(operation in known for known in names.values()):
            diagnostics.error(
                "unused-allowance",
                "listed in `allow_dropped`, but not dropped",
                fix="remove it from `allow_dropped`",
                at=_place_of_text(config.source, operation),
                subject=operation,
            )
    return tuple(names)


def judge_ignored(config: Config, diagnostics: Diagnostics) -> None:
    """Remove the diagnostics that the settings ignore, and warn of entries that ignore none.

    A run with errors has not reported everything, so none of its entries counts as unused.
    """
    diagnostics.items[:], unused = divide(diagnostics.items, config.ignored)
    for entry in () if diagnostics.has_errors else unused:
        at = f" at `{entry.place}`" if entry.place else ""
        diagnostics.warning(
            "unused-ignore",
            f"`diagnostics.ignore` lists `{entry.code}`{at}, of which there is none",
            fix="remove the entry from `diagnostics.ignore`",
            at=_place_of_text(config.source, entry.place or entry.code),
        )


def _is_reason(item: Diagnostic, dropped: list[Diagnostic]) -> bool:
    return any(item.message in other.message for other in dropped)


def default_names(module: str) -> Config:
    """Return the settings of which only the module is known; its other names are as by default."""
    return _defaults(module)


def _defaults(module: str) -> Config:
    class_ = "".join(word.capitalize() for word in module.split("_"))
    return Config(
        document=Path("openapi.yaml"),
        output=Path("generated"),
        module=module,
        distribution=module.strip("_").replace("_", "-"),
        version="0.1.0",
        description="",
        license="",
        urls=(),
        client_class=class_ if is_class(class_) else f"{class_}Client",  # None, Client, Response
        env_prefix=module.strip("_").upper(),
        allow_dropped=(),
    )


def _without_paths(chosen: dict[str, Any]) -> dict[str, Any]:
    paths = {"document", "output", "changelog", "overlays", "templates"}
    settings = {key: value for key, value in chosen.items() if key not in paths}
    if "urls" in settings:
        settings["urls"] = tuple(settings["urls"].items())
    for name in {"keywords", "classifiers"} & settings.keys():
        settings[name] = tuple(settings[name])
    if "authors" in settings:
        settings["authors"] = tuple(
            (author.get("name", ""), author.get("email", "")) for author in settings["authors"]
        )
    if "extras" in settings:
        settings["extras"] = tuple((key, tuple(each)) for key, each in settings["extras"].items())
    for name in {"include", "exclude"} & settings.keys():
        settings[name] = tuple(Selector(**entry) for entry in settings[name])
    if "ignored" in settings:
        settings["ignored"] = tuple(Ignored(**entry) for entry in settings["ignored"])
    if "renamed" in settings:
        settings["renamed"] = tuple(settings["renamed"].items())
    if "allow_dropped" in settings:
        settings["allow_dropped"] = tuple(settings["allow_dropped"])
    return settings


def _beside(path: Path, other: str) -> Path:
    """Make a path that is relative to the folder of `path` relative to the current folder."""
    joined = path.parent / other
    plain = Path(os.path.normpath(joined))
    # `a/../b` is `b` unless `a` is a symlink: then only the long form is right.
    return plain if plain.resolve() == joined.resolve() else joined


def _check_inside(path: Path, document: str, other: str, line: int, found: Diagnostics) -> None:
    """Reject a file that is not in the folder of the settings or of the document, or below.

    Settings may come with a pull request, and what is read may be shown; the user who runs the
    command can name any file.
    """
    folders = [path.parent.resolve(), (path.parent / document).resolve().parent]
    whole = (path.parent / other).resolve()
    if not any(whole.is_relative_to(folder) for folder in folders):
        found.error(
            "outside-file",
            f"`{other}` is outside the folders of the settings and of the document",
            fix="copy it into one of them",
            at=Place(str(path), line),
        )


def _settings(content: dict[str, Any]) -> Iterator[tuple[str, object]]:
    for table, keys in content.items():
        if table not in TABLES or not isinstance(keys, dict):
            yield table, keys
            continue
        for key, value in keys.items():
            yield f"{table}.{key}", value


def _is_right(key: str, value: object, place: Place, found: Diagnostics) -> bool:
    table, _, name = key.partition(".")
    setting = SETTINGS.get(key)
    if setting is None:
        if name:
            message = f"unknown key `{name}` in the table `{table}`"
            fix = choices(name, names_in(table))
        elif table in TABLES:
            message, fix = f"`{table}` must be a table", f"write `[{table}]`, and its keys below it"
        else:
            message = f"unknown table `{table}`"
            fix = choices(table, sorted(TABLES))
        found.error("unknown-setting", message, fix=fix, at=place)
        return False
    if not setting.kind.accepts(value):
        found.error("bad-config", f"`{key}` must be {setting.kind.takes}", at=place)
        return False
    return True


def _read_text(path: Path, fix: str, diagnostics: Diagnostics) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise diagnostics.usage(
            "missing-file", "file not found", fix=fix, at=Place(str(path))
        ) from None
    except UnicodeDecodeError:
        raise diagnostics.fatal(
            "not-utf-8", "the file is not valid UTF-8", at=Place(str(path))
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise diagnostics.usage(
            "unreadable-file", f"cannot read the file: {reason}", at=Place(str(path))
        ) from None


def _explain(error: tomllib.TOMLDecodeError, path: Path, text: str) -> tuple[str, Place]:
    """Return tomllib's message without the position, and the position if the message has one."""
    found = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", str(error))
    if found is None:
        return f"invalid TOML: {error}", Place(str(path))
    reason, line, column = found.groups()
    place = Place(str(path), int(line or text.count("\n") + 1), int(column or 1))
    return f"invalid TOML: {reason[0].lower()}{reason[1:]}", place


def _line_of_key(text: str, key: str) -> int:
    """Return the number of the line that sets `table.key`, or 0 if it is not found.

    tomllib does not report lines, and dotted keys are hard to find.
    """
    table, _, name = key.partition(".")
    current = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]+\s*(?:#|$)", line):
            current = header[1]
            if current in {key, table} and (not name or current == key):
                return number
        elif current == (table if name else "") and re.match(
            rf"\s*[\"']?{re.escape(name or table)}[\"']?\s*[=.]", line
        ):
            return number
    return 0


def _place_of_text(path: Path | None, text: str) -> Place | None:
    if path is None:
        return None
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return Place(str(path))
    return Place(str(path), next((n for n, line in enumerate(lines, 1) if text in line), 0))
