"""Operations: a path and a method, and everything that a call of it needs.

An operation is lowered completely, or dropped with a reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from sdkwright.frontend import (
    descriptions,
    engine,
    extensions,
    pagination,
    parameters,
    request_bodies,
    responses,
    servers,
    streams,
)
from sdkwright.frontend.accepting import accept_others
from sdkwright.frontend.context import Context, Problem, Scope
from sdkwright.frontend.engine import Operation
from sdkwright.frontend.groups import GROUP, Grouped, tags_of
from sdkwright.frontend.operation_names import OperationNames
from sdkwright.frontend.path_items import Place, note_excluded, readable
from sdkwright.frontend.schemas import Types
from sdkwright.frontend.security import NOTHING, Alternatives, Security
from sdkwright.model import graph, ir, naming
from sdkwright.model.json_pointer import child
from sdkwright.model.servers import has_host


@dataclass(slots=True)
class Operations:
    """Lowers the operations of one document."""

    context: Context
    types: Types
    security: Security
    default_security: Alternatives
    server_urls: tuple[object, ...]
    origins: frozenset[str]
    global_parameters: tuple[ir.Parameter, ...]
    method_names: extensions.MethodNames
    max_parameters: int | None = None
    names: OperationNames = field(default_factory=OperationNames)
    _ids: set[str] = field(default_factory=set)

    def lower(self, place: Place) -> list[Grouped]:
        """Lower an operation, with a form for each kind of body, or report why it is dropped."""
        context = self.context
        context.subject = place.subject
        if place.is_excluded:
            note_excluded(context, place)
            return []
        lowered: list[Grouped] = []
        with context.attribute_to(context.origin(place.at)):
            operation = context.read(Operation, readable(place.raw), place.at)
            if operation is not None:
                lowered = self._lower(operation, place)
        problems = self._problems(place, lowered)
        if problems:
            context.report_dropped(problems)
            return []
        return lowered

    def _lower(self, operation: Operation, place: Place) -> list[Grouped]:
        context = self.context
        id_ = self._id(operation, place)
        scope = Scope("operations", naming.operation_prefix(id_))
        extensions.note_unknown(context, operation, place.at)
        if not place.path.startswith("/"):
            context.add_problem(
                "the path does not start with `/`", fix="add the `/`", at=place.item_at
            )
        server = self._server(place)
        security = self._security(operation, place, server)
        inputs = self._parameters(operation, place, scope, security)
        requests = request_bodies.lower_requests(self.types, operation, place.at, id_)
        outcomes = responses.lower_responses(
            self.types, operation, place.at, scope.prefix, place.method
        )
        self.types.finish()  # pagination inspects the models of the response
        call = pagination.Call(
            inputs.parameters, tuple(request.body for request in requests), outcomes.responses
        )
        lowered = ir.Operation(
            id=id_,
            name=ir.Name(self._name(operation, place, id_)),
            method=place.method,
            path=place.path,
            doc=context.count_text(descriptions.of_operation(operation, place.raw), place.at),
            source=ir.SourcePointer(place.at),
            parameters=inputs.parameters,
            body=None,
            responses=outcomes.responses,
            errors=outcomes.errors,
            security=security,
            retries=extensions.retries(context, operation, place.at),
            pagination=pagination.lower_pagination(context, operation, place.at, call),
            template="" if inputs.path == place.path else inputs.path,
            server=server,
            replacement=self.names.id_of(
                extensions.replacement(operation) if operation.deprecated else ""
            ),
            headers=outcomes.headers.type,
            header_forms=outcomes.headers.forms,
        )
        listed = map(engine.text, operation.tags or [])
        tags = tags_of(context, operation, listed, place.at, self._group(operation, place))
        lowered = accept_others(context, self._in_one_object(lowered, operation, scope))
        return [Grouped(tags, self._with_body(lowered, request)) for request in requests]

    def _parameters(
        self, operation: Operation, place: Place, scope: Scope, security: Alternatives
    ) -> parameters.Lowered:
        of_path = place.item.get("parameters")
        path, fragment = _split(place.path)
        if fragment:
            # Amazon's documents tell operations apart by it; Mastercard's have the path there.
            is_path = "{" in fragment or "/" in fragment
            found = self.context.diagnostics
            report = found.warning if is_path else found.note
            report(
                "ignored-fragment",
                "the part of the path after `#` is never sent",
                fix="remove the `#`, if the rest is part of the path" if is_path else "",
                at=place.item_at,
                subject=self.context.subject,
            )
        lowered = parameters.lower_parameters(
            self.types,
            of_operation=parameters.listed(
                operation.parameters, place.raw.get("parameters"), child(place.at, "parameters")
            ),
            of_path=parameters.read_listed(self.context, of_path, place.holder_at("parameters")),
            global_parameters=self.global_parameters,
            has_authorization=self.security.sets_authorization(security),
            credentials=self.security.keys(security),
            path=path,
            path_at=place.item_at,
            at=place.at,
            scope=scope,
        )
        return replace(lowered, path=f"{lowered.path}{fragment}")

    def _in_one_object(
        self, lowered: ir.Operation, operation: Operation, scope: Scope
    ) -> ir.Operation:
        """Move the parameters into one object, if there are more than the document allows.

        An operation with a body always takes them separately, as in the official SDK.
        """
        at = lowered.source.pointer
        maximum = extensions.max_parameters(self.context, operation, at)
        if maximum is None:
            maximum = self.max_parameters
        fits = maximum is None or len(lowered.parameters) <= maximum
        if fits or operation.request_body is not None:
            return lowered
        id_ = self.context.origin(at, "request")
        self.context.declarations[id_] = ir.Model(
            id=id_,
            package="operations",
            hints=(f"{scope.prefix}Request",),
            doc=ir.Doc(description="The parameters of the request."),
            source=lowered.source,
            name=ir.Name("request"),
            module="",
            fields=tuple(map(_field, lowered.parameters)),
        )
        return replace(lowered, request=ir.Named(id_))

    def _with_body(self, lowered: ir.Operation, request: request_bodies.Request) -> ir.Operation:
        id_, name = lowered.id, lowered.name
        if request.suffix:
            id_ = self._claim(f"{id_}_{request.suffix}")
            name = ir.Name(f"{name.wire}_{request.suffix}")
        lowered = replace(lowered, id=id_, name=name, body=request.body)
        lowered = streams.select_stream(self.context, lowered)
        return pagination.without_mixed_pages(self.context, lowered)

    def _name(self, operation: Operation, place: Place, id_: str) -> str:
        chosen = self.names.of(place)
        if chosen.is_renamed:
            return chosen.name
        written = engine.text(operation.operationId) or id_
        requested = extensions.name_override(operation) or self.method_names.of(written)
        return requested or chosen.name or id_

    def _group(self, operation: Operation, place: Place) -> str:
        """Return the group that replaces that of the document, or ""."""
        chosen = self.names.of(place)
        is_free = chosen.is_renamed or GROUP not in engine.extras(operation)
        return chosen.group if is_free else ""

    def _id(self, operation: Operation, place: Place) -> str:
        id_ = self.names.of(place).id or engine.text(operation.operationId)
        if id_ in self._ids:
            self.context.diagnostics.warning(
                "duplicate-operation-id",
                f"duplicate operationId `{id_}`; this operation is named after its path",
                fix="use a unique operationId for each operation",
                at=child(place.at, "operationId"),
                subject=place.subject,
            )
            id_ = ""
        return self._claim(id_ or f"{place.method} {place.path}")

    def _claim(self, preferred: str) -> str:
        id_, number = preferred, 2
        while id_ in self._ids:
            id_, number = f"{preferred}_{number}", number + 1
        self._ids.add(id_)
        return id_

    def _security(
        self, operation: Operation, place: Place, server: ir.Server | None
    ) -> Alternatives:
        """Return the credentials that an operation takes.

        Those of the document are for its servers. The operation's own server may be of somebody
        else, so it gets credentials only if the operation itself says so.
        """
        if operation.security is not None:
            return self.security.lower(operation.security, child(place.at, "security"))
        if server is None or servers.origin(server) in self.origins:
            return self.default_security
        if any(self.default_security):
            self.context.diagnostics.warning(
                "withheld-credentials",
                "its own server has another origin, so no credentials are sent to it",
                fix="declare a `security` for the operation if the server needs credentials",
                at=place.at,
                subject=place.subject,
            )
        return NOTHING

    def _server(self, place: Place) -> ir.Server | None:
        """Return the server that an operation or its path item declares, if any."""
        for holder, at in ((place.raw, place.at), (place.item, place.holder_at("servers"))):
            found = holder.get("servers")
            if found:
                listed = found if isinstance(found, list) else [found]
                return self._first_server(listed, child(at, "servers"))
        return None

    def _first_server(self, listed: list[object], at: str) -> ir.Server | None:
        if servers.urls(listed) == self.server_urls:
            return None
        if len(listed) > 1:
            self.context.diagnostics.note(
                "first-server",
                "only the operation's first server is used",
                fix="pass another one to the method as `server_url`",
                at=at,
            )
        first = child(at, 0)
        server = servers.lower_server(listed[0], first, self.context.diagnostics)
        if server is not None and not has_host(server):
            self.context.add_problem(
                "the operation's server URL has no host", fix="use an absolute URL", at=first
            )
        return server

    def _problems(self, place: Place, lowered: list[Grouped]) -> list[Problem]:
        owners = [self.context.origin(place.at)]
        for item in lowered:
            owners += graph.closure(graph.of_operation(item.operation), self.context.declarations)
        found = [problem for owner in owners for problem in self.context.problems_of(owner)]
        return list(dict.fromkeys(found))


def _field(item: ir.Parameter) -> ir.Field:
    return ir.Field(
        name=item.name,
        type=item.type,
        required=item.required and not item.is_global,
        doc=item.doc,
        source=item.source,
    )


def _split(path: str) -> tuple[str, str]:
    """Return a path, and its fragment; a `#` in braces is part of an expression."""
    start = re.sub(r"\{[^{}]*\}", lambda found: "-" * len(found[0]), path).find("#")
    return (path, "") if start < 0 else (path[:start], path[start:])
