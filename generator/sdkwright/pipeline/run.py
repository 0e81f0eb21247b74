"""Runs the stages: from a document and its settings to files and a report.

A stage is imported only when it runs, since the engine alone takes longer to import than a run that
finds everything up to date. What the stages do is their own business; this module knows their
order, their duration, and when nothing may be written.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from sdkwright.config import (
    Config,
    check_templates,
    is_dropped,
    judge_dropped,
    judge_ignored,
    read_changelog,
)
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
from sdkwright.pipeline import census, stamp
from sdkwright.pipeline.depth import deep
from sdkwright.pipeline.report import Report
from sdkwright.workspace.cache import Cache

if TYPE_CHECKING:
    from sdkwright.source.document import Document  # importing YAML takes as long as a warm run

OK: Final = 0
FAILED: Final = 1
WRONG_USE: Final = 2


@dataclass(frozen=True, slots=True)
class Options:
    """How to run.

    `check` writes nothing and fails if anything differs; it makes everything anew, whatever the
    cache holds, since what is published has passed it. `force` overwrites files that were edited by
    hand. `keep_going` writes the other operations if some are dropped, which remains an error;
    `content` is that of the document, if it was read before. `progress` is called with each stage
    that begins.
    """

    check: bool = False
    force: bool = False
    keep_going: bool = False
    content: bytes | None = None
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
    """Generate the SDK.

    Args:
        settings: Reads the settings; may raise `Fatal`.
        options: How to run.
        stages: Replacements of the generator's own stages, for tests.

    Returns:
        The exit code of the process, and the report. If the code is not `OK`, the output folder is
        unchanged, unless the report says that it was written.
    """
    this = _Run(options, stages)
    try:
        with without_collection(), deep():
            this.make(settings)
        code = FAILED if this.diagnostics.has_errors or this.dropped else OK
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
    """Read a document as `run` does, until all public names are final; write nothing.

    Args:
        config: The settings.
        diagnostics: Gets the diagnostics of the stages, each with its place.
        progress: Called with each stage that begins.

    Returns:
        The API after all passes, and the document that its pointers refer to.

    Raises:
        Fatal: The SDK could not be generated; the diagnostics say why.
    """
    this = _Run(Options(progress=progress), None)
    this.diagnostics = diagnostics
    try:
        with without_collection(), deep():
            return this.understand(config)
    finally:
        this.finish()
        diagnostics.items[:] = this.report.diagnostics


@contextmanager
def without_collection() -> Iterator[None]:
    """Disable the garbage collector: almost nothing becomes garbage.

    It takes a quarter of the time, and two thirds while a large document is read.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class _Run:
    """One run: its diagnostics so far, and how long it took."""

    def __init__(self, options: Options, stages: Stages | None) -> None:
        self.options = options
        self.cache = Cache(None) if options.check else options.cache
        self.stages = stages
        self.diagnostics = Diagnostics()
        self.dropped: list[Diagnostic] = []  # errors that withhold nothing: see `keep_going`
        self.report = Report()
        self.document: Document | None = None
        self.config: Config | None = None

    def make(self, settings: Callable[[Diagnostics], Config]) -> None:
        with self._timed("settings"):
            config = settings(self.diagnostics)
            self.config = config
            usable = self.stages is None and self.cache.keeps and self.options.content is None
            key = stamp.key_of(config) if usable else None
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
                self.cache,
                force=self.options.force,
                check=self.options.check,
            )
        self.report.files = len(texts)
        self.report.up_to_date = not written.differs
        self._stop_on_errors()
        self.report.written = not (self.options.check and written.differs)
        if key is not None and not self.dropped:
            self._keep_stamp(key, written.digest)

    def _suspect_templates(self) -> None:
        """What looks like a fault of ours may be one of the owner's templates."""
        fix = "correct the templates in `templates.directory`; if it fails without them, report it"
        self.diagnostics.items[:] = [
            replace(item, fix=fix) if item.code == "internal-error" else item
            for item in self.diagnostics.items
        ]

    def finish(self) -> None:
        """Collect the diagnostics in the report, sorted, each with its place."""
        self._judge()
        locate = self.document.place if self.document is not None else None
        found = [*self.report.diagnostics, *self.diagnostics.items, *self.dropped]
        self.report.diagnostics[:] = [
            replace(item, place=place_of(item, locate)) for item in in_order(found, locate)
        ]

    def _judge(self) -> None:
        """Apply `diagnostics.ignore` once; only a run without errors shows what is unused."""
        if self.config is not None and self.document is not None:
            judge_ignored(self.config, self.diagnostics)
            if self.config.templates is not None:
                self._suspect_templates()
        self.config = None

    def _texts(self, config: Config) -> Mapping[str, str]:
        api, _ = self.understand(config)
        types = len(api.declarations)
        with self._timed("emit", f"{self.report.generated} operations, {types} types"):
            texts = self._emitted(api, config)
            changelog = read_changelog(config, self.diagnostics)
        return texts if changelog is None else {**texts, "CHANGELOG.md": changelog}

    def _emitted(self, api: ir.Api, config: Config) -> Mapping[str, str]:
        """Render the templates; those of the owner of the API may have faults."""
        stages = self.stages or _own_stages()
        if config.templates is None:
            return stages.emit(api, config)
        from sdkwright.emit.faults import TemplateFault, reported  # noqa: PLC0415

        check_templates(config, self.diagnostics)
        try:
            with reported(config.templates):
                return stages.emit(api, config)
        except TemplateFault as fault:
            raise self.diagnostics.fatal(
                "bad-template",
                f"the template cannot be rendered: {fault.reason}",
                fix="compare it with ours: `sdkwright templates copy NAME`",
                at=Place(fault.file, fault.line),
            ) from None

    def understand(self, config: Config) -> tuple[ir.Api, Document]:
        """Run the stages before `emit`."""
        from sdkwright.source import document, normalize, selection  # noqa: PLC0415
        from sdkwright.source.assembly import assemble  # noqa: PLC0415
        from sdkwright.source.review import review  # noqa: PLC0415

        with self._timed("load"):
            self.document = document.load(
                config.document, self.diagnostics, config.limits, self.options.content
            )
        self._check_size(self.document, config)
        with self._timed("assemble"):
            self.document = assemble(
                self.document,
                config.document,
                config.overlays,
                self.diagnostics,
                config.limits,
            )
        review(self.document.data, self.diagnostics)
        with self._timed("normalize"):
            self.document = normalize.normalize(self.document, self.diagnostics)
            self.document = selection.select(self.document, config, self.diagnostics)
        wanted = self._check_size(self.document, config)
        called = census.webhooks_of(self.document.data)
        self.report.webhooks = len(called)
        with self._timed("lower", f"{self.report.operations} operations"):
            stages = self.stages or _own_stages()
            api = stages.lower(self.document.data, config, self.diagnostics)
        census.count(api, wanted, called, self.report, self.diagnostics)
        ids = census.operation_ids(self.document.data)
        self.report.dropped = judge_dropped(config, self.diagnostics, ids)
        if self.options.keep_going and self.report.generated:
            self._set_dropped_aside()
        self._stop_on_errors()
        with self._timed("passes"):
            api = stages.passes(api, config, self.diagnostics)
        self._stop_on_errors()
        return api, self.document

    def _check_size(self, document: Document, config: Config) -> list[str]:
        """Return the operations of the current document, or raise `Fatal` if they are too many."""
        found = census.operations_of(document.data)
        self.report.operations = len(found)
        if len(found) > config.limits.operations:
            raise self.diagnostics.fatal(
                "too-large",
                f"the document has {len(found):,} operations; the limit is "
                f"{config.limits.operations:,}",
                fix=limits.raise_it("operations"),
                at="/paths",
            )
        return found

    def _set_dropped_aside(self) -> None:
        items = self.diagnostics.items
        self.dropped = [item for item in items if is_dropped(item) and item.severity == "error"]
        items[:] = [item for item in items if item not in self.dropped]

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

    # The short cut for a run whose output exists already

    def _is_up_to_date(self, key: str, config: Config) -> bool:
        with self._timed("stamp"):
            known = stamp.find(key, config.output, self.cache)
        if known is None:
            return False
        self.report = replace(known, seconds=self.report.seconds)
        return True

    def _keep_stamp(self, key: str, tree: str) -> None:
        self.finish()
        further = self.document.files if self.document is not None else ()
        stamp.keep(key, self.report, tree, further, self.cache)
        self.diagnostics.items.clear()  # they are part of the report now


def _own_stages() -> Stages:
    from sdkwright import frontend, passes  # noqa: PLC0415  see the module's docstring

    def emit(api: ir.Api, config: Config) -> Mapping[str, str]:
        from sdkwright import emit  # noqa: PLC0415  comparing needs no templates

        return emit.emit(api, config)

    return Stages(frontend.lower, passes.run, emit)
