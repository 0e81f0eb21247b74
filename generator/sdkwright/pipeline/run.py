"""Puts the stages together: a document and its settings become files, and a report about them.

A stage is imported when its turn comes, since the engine alone takes longer to import than a run
that finds everything up to date. What the stages do is their own business; this module knows their
order, the time they took, and when nothing may be written.
"""

from __future__ import annotations

import gc
import importlib.metadata
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sdkwright.config import Config, judge_dropped, read_changelog
from sdkwright.diagnostics import (
    Diagnostic,
    Diagnostics,
    Fatal,
    Place,
    UsageError,
    in_order,
    place_of,
)
from sdkwright.model import ir, limits
from sdkwright.model.json_pointer import steps
from sdkwright.workspace.cache import Cache, digest
from sdkwright.workspace.own_files import own_files

if TYPE_CHECKING:
    from sdkwright.source.document import Document  # YAML takes as long to import as a warm run

OK: Final = 0
FAILED: Final = 1
WRONG_USE: Final = 2

_DEPENDENCIES: Final = (
    "black",
    "jinja2",
    "markupsafe",
    "openapi-python-client",
    "pydantic",
    "python-jsonpath",
    "pyyaml",
)

_ABSENCES: Final = frozenset({"dropped-operation", "ignored-operation"})
"""The codes with which the front end says that an operation, its subject, is not in the SDK."""


@dataclass(slots=True)
class Report:
    """What a run did.

    Args:
        operations: How many path × method the document has.
        generated: How many of them the SDK has.
        skipped: The others, each as "METHOD /path".
        webhooks: How many webhook × method the document has, callbacks of operations among them.
        webhooks_generated: How many of them the SDK has.
        files: How many files the SDK has.
        diagnostics: What was found, sorted by place.
        seconds: How long each stage took.
        up_to_date: Whether there was nothing to write.
    """

    operations: int = 0
    generated: int = 0
    skipped: tuple[str, ...] = ()
    webhooks: int = 0
    webhooks_generated: int = 0
    files: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    up_to_date: bool = False

    def as_json(self) -> str:
        """Write the report as it stands in the file of `--report`."""
        seconds = {stage: round(taken, 4) for stage, taken in self.seconds.items()}
        return json.dumps(asdict(replace(self, seconds=seconds)), indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: `check` writes nothing and fails where something differs; `force` overwrites
    what was edited by hand; `progress` is told each stage that begins."""

    check: bool = False
    force: bool = False
    cache: Cache = field(default_factory=lambda: Cache(None))
    progress: Callable[[str], None] = lambda _stage: None


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages between the document and the texts."""

    lower: Callable[[dict[str, Any], Config, Diagnostics], ir.Api]
    passes: Callable[[ir.Api, Config, Diagnostics], ir.Api]
    emit: Callable[[ir.Api, Config], Mapping[str, str]]


def run(
    settings: Callable[[Diagnostics], Config], options: Options, stages: Stages | None = None
) -> tuple[int, Report]:
    """Make the SDK.

    Args:
        settings: Reads the settings; it may raise `Fatal`.
        options: How to run.
        stages: Others than the generator's own, for tests.

    Returns:
        What the process shall exit with, and the report. Where that is not `OK`, the output
        folder is as it was before.
    """
    this = _Run(options, stages)
    try:
        with without_collection():
            this.make(settings)
        code = FAILED if this.diagnostics.has_errors else OK
    except UsageError:
        code = WRONG_USE
    except Fatal:
        code = FAILED
    this.finish()
    return code, this.report


def surface(
    config: Config,
    diagnostics: Diagnostics,
    progress: Callable[[str], None] = lambda _stage: None,
) -> tuple[ir.Api, Document]:
    """Read a document as `run` does, as far as all that users see has its name; write nothing.

    Args:
        config: The settings.
        diagnostics: Gets what the stages find, each with its place.
        progress: Is told each stage that begins.

    Returns:
        The API after all passes, and the document that its pointers lead into.

    Raises:
        Fatal: The SDK could not be made; the diagnostics say why.
    """
    this = _Run(Options(progress=progress), None)
    this.diagnostics = diagnostics
    try:
        with without_collection():
            return this.understand(config)
    finally:
        this.finish()
        diagnostics.items[:] = this.report.diagnostics


@contextmanager
def without_collection() -> Iterator[None]:
    """Do not look for garbage: there is next to none, and the search is a fourth of the time, two
    thirds where a large document is read."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class _Run:
    """One run: what was found so far, and how long it took."""

    def __init__(self, options: Options, stages: Stages | None) -> None:
        self.options = options
        self.stages = stages
        self.diagnostics = Diagnostics()
        self.report = Report()
        self.document: Document | None = None

    def make(self, settings: Callable[[Diagnostics], Config]) -> None:
        with self._timed("settings"):
            config = settings(self.diagnostics)
            usable = self.stages is None and self.options.cache.keeps
            key = _stamp_key(config) if usable else None
        if key is not None and self._is_up_to_date(key, config):
            return
        texts = self._texts(config)
        self._stop_on_errors()
        from sdkwright import output  # noqa: PLC0415  see the module's docstring

        with self._timed("output", f"{len(texts)} files"):
            written = output.write(
                texts,
                config.output,
                self.diagnostics,
                self.options.cache,
                force=self.options.force,
                check=self.options.check,
            )
        self.report.files = len(texts)
        self.report.up_to_date = not written.differs
        self._stop_on_errors()
        if key is not None:
            self._keep_stamp(key, written.digest)

    def finish(self) -> None:
        """Put the findings into the report, sorted, each with its place."""
        locate = self.document.place if self.document is not None else None
        self.report.diagnostics[:] = [
            replace(item, place=place_of(item, locate))
            for item in in_order([*self.report.diagnostics, *self.diagnostics.items], locate)
        ]

    def _texts(self, config: Config) -> Mapping[str, str]:
        api, _ = self.understand(config)
        types = len(api.declarations)
        with self._timed("emit", f"{self.report.generated} operations, {types} types"):
            texts = (self.stages or _own_stages()).emit(api, config)
            changelog = read_changelog(config, self.diagnostics)
        return texts if changelog is None else {**texts, "CHANGELOG.md": changelog}

    def understand(self, config: Config) -> tuple[ir.Api, Document]:
        """Run the stages up to the one that writes."""
        from sdkwright.source import document, normalize  # noqa: PLC0415
        from sdkwright.source.assembly import assemble  # noqa: PLC0415

        with self._timed("load"):
            self.document = document.load(config.document, self.diagnostics, config.limits)
        self._check_size(self.document, config)
        with self._timed("assemble"):
            self.document = assemble(
                self.document,
                config.document,
                config.overlays,
                self.diagnostics,
                config.limits,
            )
        with self._timed("normalize"):
            self.document = normalize.normalize(self.document, self.diagnostics)
        wanted = self._check_size(self.document, config)
        called = webhooks_of(self.document.data)
        self.report.webhooks = len(called)
        with self._timed("lower", f"{self.report.operations} operations"):
            stages = self.stages or _own_stages()
            api = stages.lower(self.document.data, config, self.diagnostics)
        self._account(wanted, called, api)
        judge_dropped(config, self.diagnostics)
        self._stop_on_errors()
        with self._timed("passes"):
            api = stages.passes(api, config, self.diagnostics)
        self._stop_on_errors()
        return api, self.document

    def _check_size(self, document: Document, config: Config) -> list[str]:
        """Give the operations that the document has now, unless they are too many."""
        found = operations_of(document.data)
        self.report.operations = len(found)
        if len(found) > config.limits.operations:
            raise self.diagnostics.fatal(
                "too-large",
                f"the document has {len(found):,} operations, more than "
                f"{config.limits.operations:,}",
                fix=limits.raise_it("operations"),
                at="/paths",
            )
        return found

    def _account(self, wanted: list[str], called: list[str], api: ir.Api) -> None:
        """Make sure that every operation and webhook is in the SDK, or was said not to be."""
        made = {
            f"{operation.method.upper()} {operation.path}"
            for resource in api.resources
            for operation in resource.operations
        }
        self.report.generated = len(made)
        self.report.skipped = tuple(operation for operation in wanted if operation not in made)
        said = {item.subject for item in self.diagnostics.items if item.code in _ABSENCES}
        known = Counter(f"{item.method.upper()} {item.name.wire}" for item in api.webhooks)
        self.report.webhooks_generated = known.total()
        for operation in (*self.report.skipped, *(Counter(called) - known)):
            if operation not in said:
                self.diagnostics.error(
                    "internal-error",
                    "the operation was lost on the way, and no stage said why",
                    fix="report this, with the document, as a fault of the generator",
                    subject=operation,
                )

    def _stop_on_errors(self) -> None:
        if self.diagnostics.has_errors:
            raise Fatal("errors")

    @contextmanager
    def _timed(self, stage: str, what: str = "") -> Iterator[None]:
        self.options.progress(f"{stage}: {what}" if what else stage)
        began = time.perf_counter()
        try:
            yield
        finally:
            self.report.seconds[stage] = time.perf_counter() - began

    # The short cut of a run whose output is there already

    def _is_up_to_date(self, key: str, config: Config) -> bool:
        with self._timed("stamp"):
            kept = self.options.cache.get(key)
            if kept is None:
                return False
            from sdkwright.output import tree_digest  # noqa: PLC0415  see the module's docstring

            stamp = json.loads(kept)
            if tree_digest(config.output) != stamp["tree"]:
                return False
            if any(_digest_of(file) != known for file, known in stamp["files"].items()):
                return False
        found = [
            Diagnostic(**{**item, "place": Place(**item["place"]) if item["place"] else None})
            for item in stamp["report"].pop("diagnostics")
        ]
        seconds = self.report.seconds
        self.report = Report(
            **{**stamp["report"], "skipped": tuple(stamp["report"]["skipped"])}
            | {"diagnostics": found, "seconds": seconds, "up_to_date": True}
        )
        return True

    def _keep_stamp(self, key: str, tree: str) -> None:
        self.finish()
        further = self.document.files if self.document is not None else ()
        stamp = {
            "tree": tree,
            "report": asdict(replace(self.report, seconds={})),
            "files": {str(file): _digest_of(file) for file in further},
        }
        self.options.cache.put(key, json.dumps(stamp).encode())
        self.options.cache.prune()
        self.diagnostics.items.clear()  # they are in the report now


def operations_of(data: Mapping[str, Any]) -> list[str]:
    """List every path × method of a document.

    A path item that is a reference into the document counts with what it refers to.
    """
    found: list[str] = []
    for path, item in _entries(data, data.get("paths")):
        methods = [key for key in ir.HTTP_METHODS if key in item]
        methods += [key for key in item if ir.is_method_in_capitals(key)]
        more = item.get("additionalOperations")  # of OpenAPI 3.2
        methods += more if isinstance(more, dict) else ()
        found += dict.fromkeys(f"{method.upper()} {path}" for method in methods)
    return found


def webhooks_of(data: Mapping[str, Any]) -> list[str]:
    """List every request that a document says the server makes, as method and name.

    They are those of `webhooks` (`x-webhooks`, before OpenAPI 3.1), and the callbacks of operations
    that are not ignored; one that several operations refer to counts once.
    """
    named = [*_entries(data, data.get("webhooks") or data.get("x-webhooks"))]
    for _, item in _entries(data, data.get("paths")):
        for operation in (item.get(method) for method in ir.HTTP_METHODS):
            if isinstance(operation, dict) and operation.get("x-speakeasy-ignore") is not True:
                for name, callback in _entries(data, operation.get("callbacks")):
                    named += [(name, inner) for _, inner in _entries(data, callback)]
    found = {
        id(item[method]): f"{method.upper()} {name}"
        for name, item in named
        for method in ir.HTTP_METHODS
        if method in item
    }
    return list(found.values())


def _entries(data: Mapping[str, Any], holder: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, item in holder.items() if isinstance(holder, Mapping) else ():
        yield name, _followed(data, item)


def _followed(data: Mapping[str, Any], item: object) -> Mapping[str, Any]:
    merged: dict[str, Any] = {}
    for _ in range(20):  # longer chains are circles
        if not isinstance(item, dict):
            break
        merged = {**item, **merged}
        reference = item.get("$ref")
        if not isinstance(reference, str) or not reference.startswith("#/"):
            break
        item = data
        for key in steps(reference[1:]):
            item = item.get(key) if isinstance(item, dict) else None
    return merged


def _own_stages() -> Stages:
    from sdkwright import frontend, passes  # noqa: PLC0415  see the module's docstring

    def emit(api: ir.Api, config: Config) -> Mapping[str, str]:
        from sdkwright import emit  # noqa: PLC0415  who only compares needs no templates

        return emit.emit(api, config)

    return Stages(frontend.lower, passes.run, emit)


def _stamp_key(config: Config) -> str | None:
    """Digest all that the output depends on; None where that cannot be read."""
    parts = [sys.version.encode(), repr(config).encode()]
    parts += [importlib.metadata.version(name).encode() for name in _DEPENDENCIES]
    try:
        parts.append(config.document.read_bytes())
        if config.source is not None:  # diagnostics show its lines
            parts.append(config.source.read_bytes())
        if config.changelog is not None:
            parts.append(config.changelog.read_bytes())
        for file in own_files():
            parts += [file.name.encode(), file.read_bytes()]
    except OSError:
        return None  # reading the document says what is wrong with it
    return digest(parts)


def _digest_of(file: str | Path) -> str | None:
    try:
        return digest([Path(file).read_bytes()])
    except OSError:
        return None
