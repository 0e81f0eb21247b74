"""Survey: what a document has, for somebody who makes the first SDK of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sdkwright.config import from_options
from sdkwright.diagnostics import Diagnostic, Diagnostics, Fatal, Severity
from sdkwright.model import ir
from sdkwright.model.servers import needs_url
from sdkwright.pipeline.run import surface

_SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "note")
_MODULE: Final = "sdk"
"""Any module: what a survey tells does not depend on its name."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a document has.

    Args:
        api: The API, with the names that methods would have.
        dropped: Operations that cannot be generated, each as "METHOD /path".
        diagnostics: What generating would report.
    """

    api: ir.Api
    dropped: tuple[str, ...]
    diagnostics: Sequence[Diagnostic]

    @property
    def has_server(self) -> bool:
        """Whether the document says where its API is."""
        return not needs_url(self.api)

    @property
    def operations(self) -> list[ir.Operation]:
        """The operations that can be generated, each once."""
        found = {
            operation.id: operation
            for resource in self.api.resources
            for operation in resource.operations
        }
        return [*found.values()]


def survey(
    document: Path, diagnostics: Diagnostics, progress: Callable[[str], None] = lambda _: None
) -> Survey:
    """Read a document as `gen` does; write nothing.

    Args:
        document: The document.
        diagnostics: Gets the reasons why no SDK can be made, if there are any.
        progress: Called with each stage that begins.

    Raises:
        UsageError: The document is missing, or cannot be read.
        Fatal: It has errors other than operations that cannot be generated.
    """
    config = from_options(document, _MODULE, Path("generated"), diagnostics)
    found = Diagnostics()
    try:
        api, _ = surface(config, found, progress)
    except Fatal:
        errors = [item for item in found.items if item.severity == "error"]
        dropped = tuple(item.subject for item in errors if item.code == "dropped-operation")
        if len(dropped) < len(errors) or not dropped:
            diagnostics.items += found.items
            raise
        again = Diagnostics()
        try:
            api, _ = surface(replace(config, allow_dropped=dropped), again, progress)
        except Fatal:
            diagnostics.items += again.items
            raise
        return Survey(api, dropped, found.items)
    return Survey(api, (), found.items)


def told(found: Survey) -> Iterator[str]:
    """Yield lines that say what was found."""
    api = found.api
    operations, resources = len(found.operations), len(api.resources)
    webhooks = f", {_count(len(api.webhooks), 'webhook')}" if api.webhooks else ""
    yield (
        f"{api.title or 'The API'} {api.version}".rstrip()
        + f": {_count(operations, 'operation')} in {_count(resources, 'resource')}{webhooks}"
    )
    urls = ", ".join(server.url for server in api.servers) or "none"
    advice = "" if found.has_server else ": set `server_url`, or callers must pass it"
    yield f"  servers      {urls}{advice}"
    schemes = [f"`{item.id}` ({item.summary})" for item in api.security_schemes]
    yield f"  credentials  {', '.join(schemes) or 'none'}"
    counts = Counter(item.severity for item in found.diagnostics)
    listed = [_count(counts[severity], severity) for severity in _SEVERITIES if counts[severity]]
    yield f"  diagnostics  {', '.join(listed) or 'none'}"
    for operation in found.dropped:
        yield f"  cannot be generated: {operation}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"
