"""Operations: a path and a method, and everything that a call of it needs.

An operation is lowered completely or dropped with the reason; there is nothing in between.
"""

from __future__ import annotations

from collections.abc import Iterable
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
)
from sdkwright.frontend.context import Context, Problem, Scope
from sdkwright.frontend.engine import Operation
from sdkwright.frontend.groups import Grouped, tags_of
from sdkwright.frontend.path_items import Place, readable
from sdkwright.frontend.schemas import Types
from sdkwright.frontend.security import Alternatives, Security
from sdkwright.model import graph, ir, naming
from sdkwright.model.json_pointer import child


@dataclass(slots=True)
class Operations:
    """Lowers the operations of one document."""

    context: Context
    types: Types
    security: Security
    default_security: Alternatives
    server_urls: tuple[object, ...]
    global_parameters: tuple[ir.Parameter, ...]
    method_names: extensions.MethodNames
    most_parameters: int | None = None
    _ids: set[str] = field(default_factory=set)

    def lower(self, place: Place) -> list[Grouped]:
        """Lower an operation, with a form for each kind of body, or report why it is dropped."""
        context = self.context
        context.subject = place.subject
        made: list[Grouped] = []
        with context.owned_by(context.origin(place.at)):
            raw = place.item[place.method]
            if isinstance(raw, dict) and raw.get("x-speakeasy-ignore") is True:
                context.diagnostics.note(
                    "ignored-operation",
                    "excluded by `x-speakeasy-ignore`",
                    at=place.at,
                    subject=place.subject,
                )
                return []
            operation = context.read(Operation, readable(raw), place.at)
            if operation is not None:
                made = self._lower(operation, place)
        problems = self._problems(place, made)
        if not problems:
            return made
        context.diagnostics.error(
            "dropped-operation",
            "; ".join(dict.fromkeys(problem.message for problem in problems)),
            fix="; ".join(dict.fromkeys(problem.fix for problem in problems)),
            at=problems[0].pointer,
            subject=place.subject,
        )
        return []

    def _lower(self, operation: Operation, place: Place) -> list[Grouped]:
        context = self.context
        id_ = self._id(operation, place)
        prefix = naming.operation_prefix(id_)
        scope = Scope("operations", prefix)
        extensions.note_unknown(context, operation, place.at)
        if not place.path.startswith("/"):
            context.problem("the path does not start with `/`", fix="add the `/`", at=place.item_at)
        server = self._server(place)
        given = parameters.lower_parameters(
            self.types,
            of_operation=parameters.listed(operation.parameters, child(place.at, "parameters")),
            of_path=parameters.read_listed(context, place.item.get("parameters"), place.item_at),
            global_parameters=self.global_parameters,
            path=place.path,
            at=place.at,
            scope=scope,
        )
        requests = request_bodies.lower_requests(self.types, operation, place.at, id_)
        outcomes = responses.lower_responses(self.types, operation, place.at, prefix)
        self.types.finish()  # pagination inspects the models of the response
        walked = pagination.Call(
            given, tuple(request.body for request in requests), outcomes.responses
        )
        made = ir.Operation(
            id=id_,
            name=ir.Name(self._name(operation, id_)),
            method=place.method,
            path=place.path,
            doc=self.context.told(descriptions.of_operation(operation), place.at),
            source=ir.SourcePointer(place.at),
            parameters=given,
            body=None,
            responses=outcomes.responses,
            errors=outcomes.errors,
            security=self._security(operation, place),
            retries=extensions.retries(context, operation, place.at),
            pagination=pagination.lower_pagination(context, operation, place.at, walked),
            server=server,
            replacement=extensions.replacement(operation) if operation.deprecated else "",
            headers=outcomes.headers,
        )
        tags = tags_of(context, operation, map(engine.text, operation.tags or []), place.at)
        made = self._in_one_object(made, operation, scope)
        return [Grouped(tags, self._with_body(made, request)) for request in requests]

    def _in_one_object(
        self, made: ir.Operation, operation: Operation, scope: Scope
    ) -> ir.Operation:
        """Move the parameters into one object, if there are more than the document allows.

        An operation with a body always takes them separately, as in the official SDK.
        """
        at = made.source.pointer
        most = extensions.most_parameters(self.context, operation, at)
        most = self.most_parameters if most is None else most
        if most is None or operation.request_body is not None or len(made.parameters) <= most:
            return made
        id_ = self.context.origin(at, "request")
        self.context.declarations[id_] = ir.Model(
            id=id_,
            package="operations",
            hints=(f"{scope.prefix}Request",),
            doc=ir.Doc(description="What to ask for."),
            source=made.source,
            name=ir.Name("request"),
            module="",
            fields=tuple(map(_field, made.parameters)),
        )
        return replace(made, request=ir.Named(id_))

    def _with_body(self, made: ir.Operation, request: request_bodies.Request) -> ir.Operation:
        id_, name = made.id, made.name
        if request.suffix:
            id_ = self._claim(f"{id_}_{request.suffix}")
            name = ir.Name(f"{name.wire}_{request.suffix}")
        made = replace(made, id=id_, name=name, body=request.body)
        return _walkable(self.context, _streaming(self.context, made))

    def _name(self, operation: Operation, id_: str) -> str:
        return extensions.name_override(operation) or self.method_names.of(id_) or id_

    def _id(self, operation: Operation, place: Place) -> str:
        id_ = engine.text(operation.operationId)
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

    def _claim(self, wanted: str) -> str:
        id_, number = wanted, 2
        while id_ in self._ids:
            id_, number = f"{wanted}_{number}", number + 1
        self._ids.add(id_)
        return id_

    def _security(self, operation: Operation, place: Place) -> Alternatives:
        if operation.security is None:
            return self.default_security
        return self.security.lower(operation.security, child(place.at, "security"))

    def _server(self, place: Place) -> ir.Server | None:
        """Return the server that an operation or its path item declares, if any."""
        for holder, at in ((place.item[place.method], place.at), (place.item, place.item_at)):
            found = holder.get("servers")
            if found:
                given = found if isinstance(found, list) else [found]
                return self._first_server(given, child(at, "servers"))
        return None

    def _first_server(self, given: list[object], at: str) -> ir.Server | None:
        if servers.urls(given) == self.server_urls:
            return None
        if len(given) > 1:
            self.context.diagnostics.note(
                "first-server",
                "only the operation's first server is used",
                fix="pass another one to the method as `server_url`",
                at=at,
            )
        first = child(at, 0)
        server = servers.lower_server(given[0], first, self.context.diagnostics)
        if server is not None and not servers.has_host(server):
            self.context.problem(
                "the operation's server URL has no host", fix="use an absolute URL", at=first
            )
        return server

    def _problems(self, place: Place, made: list[Grouped]) -> list[Problem]:
        owners = [self.context.origin(place.at)]
        for item in made:
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


def _successes(responses: Iterable[ir.Response]) -> Iterable[ir.MediaType]:
    return (kind for response in responses for kind in response.media_types)


def _streaming(context: Context, made: ir.Operation) -> ir.Operation:
    """Set the body property that requests events; without one, only JSON is kept."""
    kinds = {media.content for media in _successes(made.responses)}
    parts = kinds & {"events", "lines"}
    if not parts or "json" not in kinds:
        return made
    media = made.body.media_types[0] if made.body else None
    named = media.type if media and isinstance(media.type, ir.Named) else None
    model = context.declarations.get(named.id) if named else None
    for item in model.fields if isinstance(model, ir.Model) else ():
        kind = item.type.inner if isinstance(item.type, ir.Nullable) else item.type
        asks = item.name.wire == "stream" and kind == ir.Primitive("boolean")
        if asks and parts == {"events"}:
            return replace(made, stream=item.name.wire)
    responses = tuple(
        replace(
            item,
            media_types=tuple(media for media in item.media_types if media.content not in parts),
        )
        for item in made.responses
    )
    context.diagnostics.note(
        "ignored-media-type",
        "the request has no field that selects a stream; only the JSON response is used",
        fix="add a boolean property `stream` to the request body",
        at=made.source,
        subject=context.subject,
    )
    return replace(made, responses=responses)


def _walkable(context: Context, made: ir.Operation) -> ir.Operation:
    """Remove the pagination of an operation that may respond with something other than a page."""
    others = {media.content for media in _successes(made.responses)} - {"json"}
    if made.pagination is None or made.stream or not others:
        return made
    context.diagnostics.warning(
        "unsupported-pagination",
        "pagination skipped: some responses are not JSON",
        fix="correct the extension; until then, the method returns single pages",
        at=made.source,
        subject=context.subject,
    )
    return replace(made, pagination=None)
