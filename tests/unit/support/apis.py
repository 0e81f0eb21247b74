"""Small APIs for the tests of the passes."""

from __future__ import annotations

from pathlib import Path

from sdkwright import config
from sdkwright.diagnostics import Diagnostics
from sdkwright.model import ir
from sdkwright.model.origin import Form
from tests.unit.support.origins import named, origin

CONFIG = config.from_options(Path("api.yaml"), "open_router", Path("out"), Diagnostics())
STRING = ir.Primitive("string")
NOWHERE = ir.SourcePointer("")


def field(name: str, type_: ir.Type = STRING, *, doc: str = "", wish: str = "") -> ir.Field:
    return ir.Field(ir.Name(name, wish), type_, True, ir.Doc(description=doc), NOWHERE)


def model(
    at: str,
    *fields: ir.Field,
    hints: tuple[str, ...] = ("M",),
    package: ir.Package = "operations",
    doc: str = "",
    form: Form = "plain",
    is_sent: bool = False,
) -> ir.Model:
    return ir.Model(
        id=origin(at, form, is_sent=is_sent),
        package=package,
        hints=hints,
        doc=ir.Doc(description=doc),
        source=ir.SourcePointer(at),
        name=ir.Name(at),
        module="",
        fields=fields,
    )


def enum(at: str, *values: str, hints: tuple[str, ...] = ("E",)) -> ir.Enum:
    return ir.Enum(
        id=origin(at),
        package="operations",
        hints=hints,
        doc=ir.Doc(),
        source=ir.SourcePointer(at),
        name=ir.Name(at),
        module="",
        values=values,
        open=False,
    )


def error(at: str, *hints: str) -> ir.ErrorType:
    """Make an exception class, for the body that `model` makes of the form "error"."""
    id_, source = origin(at, "raised"), ir.SourcePointer(at)
    return ir.ErrorType(id_, hints, named(at, "error"), ir.Doc(), source, ir.Name(at), "")


def parameter(
    name: str, *, location: ir.Location = "query", wish: str = "", is_global: bool = False
) -> ir.Parameter:
    wire = ir.Name(name, wish)
    source = ir.SourcePointer(f"/{name}")
    return ir.Parameter(wire, location, STRING, False, ir.Doc(), source, is_global)


def media(type_: ir.Type) -> ir.MediaType:
    return ir.MediaType("application/json", type_, None)


def operation(
    id_: str,
    *,
    at: str = "/paths/~1x/get",
    name: str = "",
    parameters: tuple[ir.Parameter, ...] = (),
    body: ir.Type | None = None,
    returns: tuple[ir.Type, ...] = (),
    errors: tuple[ir.ErrorType, ...] = (),
    security: tuple[tuple[ir.Requirement, ...], ...] = ((),),
    pages: bool = False,
) -> ir.Operation:
    doc = ir.Doc()
    return ir.Operation(
        id=id_,
        name=ir.Name(name or id_),
        method="get",
        path="/x",
        doc=doc,
        source=ir.SourcePointer(at),
        parameters=parameters,
        body=(None if body is None else ir.RequestBody((media(body),), True, doc, NOWHERE)),
        responses=tuple(ir.Response("200", (media(type_),), doc, NOWHERE) for type_ in returns),
        errors=tuple(
            ir.ErrorResponse("404", media(item.body), item.id, doc, NOWHERE) for item in errors
        ),
        security=security,
        retries=None,
        pagination=(
            ir.OffsetPages(("data",), (STRING,), ir.PageInput("offset")) if pages else None
        ),
    )


def api(
    *operations: ir.Operation,
    tag: str = "Things",
    declarations: tuple[ir.Declaration, ...] = (),
    errors: tuple[ir.ErrorType, ...] = (),
    global_parameters: tuple[ir.Parameter, ...] = (),
    schemes: tuple[str, ...] = (),
) -> ir.Api:
    return ir.Api(
        title="T",
        version="1",
        doc=ir.Doc(),
        servers=(),
        security_schemes=tuple(
            ir.BearerScheme(scheme, (ir.Name("token"),), ir.Doc(), NOWHERE) for scheme in schemes
        ),
        globals=global_parameters,
        resources=(ir.Resource(ir.Name(tag), ir.Doc(), ir.SourcePointer("/tags/0"), operations),),
        declarations=declarations,
        errors=errors,
        retries=None,
    )
