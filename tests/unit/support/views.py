"""Builders of a small API, the zoo, and of what the templates of its code get."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from sdkwright import config
from sdkwright.diagnostics import Diagnostics
from sdkwright.emit.index import Index
from sdkwright.emit.methods import MethodView
from sdkwright.emit.models import DeclarationView, ModuleView, module_views
from sdkwright.emit.resources import ResourceView, resource_view
from sdkwright.model import ir
from sdkwright.passes.sign import sign
from tests.unit.support.origins import origin

PLACE = ir.SourcePointer("")
TEXT = ir.Primitive("string")
CONFIG = config.from_options(Path("api.yaml"), "zoo", Path("out"), Diagnostics())
KEY = ir.BearerScheme("key", (ir.Name("token", "api_key"),), ir.Doc(), PLACE)


def field(wire: str, type_: ir.Type = TEXT, *, required: bool = True, python: str = "") -> ir.Field:
    return ir.Field(ir.Name(wire, python or wire), type_, required, ir.Doc(), PLACE)


def model(
    name: str, *fields: ir.Field, module: str = "", package: ir.Package = "components"
) -> ir.Model:
    return ir.Model(
        origin(f"/{package}/{name}"),
        package,
        (name,),
        ir.Doc(),
        PLACE,
        ir.Name(name, name),
        module or name.lower(),
        fields,
    )


def enum(name: str, *values: str | int, is_open: bool = False) -> ir.Enum:
    return ir.Enum(
        origin(f"/components/{name}"),
        "components",
        (name,),
        ir.Doc(),
        PLACE,
        ir.Name(name, name),
        name.lower(),
        values,
        is_open,
    )


def parameter(wire: str, location: ir.Location = "query", **changes: Any) -> ir.Parameter:
    made = ir.Parameter(
        ir.Name(wire, wire), location, TEXT, required=False, doc=ir.Doc(), source=PLACE
    )
    return replace(made, **changes)


def operation(**changes: Any) -> ir.Operation:
    made = ir.Operation(
        id="feed",
        name=ir.Name("feed", "feed"),
        method="post",
        path="/feed",
        doc=ir.Doc(summary="Feed all animals."),
        source=PLACE,
        parameters=(),
        body=None,
        responses=(ir.Response("204", (), ir.Doc(description="Fed."), PLACE),),
        errors=(),
        security=((),),
        retries=None,
        pagination=None,
    )
    return replace(made, **changes)


def api(*operations: ir.Operation, **changes: Any) -> ir.Api:
    zoo = ir.Resource(ir.Name("Zoo", "zoo"), ir.Doc(), PLACE, operations, "Zoo", "zoo", "zoo")
    made = ir.Api("Zoo API", "1", ir.Doc(), (), (), (), (zoo,), (), (), None)
    return replace(made, **changes)


def body(type_: ir.Type, *, required: bool = True) -> ir.RequestBody:
    media = ir.MediaType("application/json", type_, None)
    return ir.RequestBody((media,), required, ir.Doc(), PLACE)


def resource(made: ir.Operation, *declarations: ir.Declaration, **changes: Any) -> ResourceView:
    index = Index(sign(api(made, declarations=declarations, **changes)))
    return resource_view(index, next(index.resources()), "Zoo")


def method(made: ir.Operation, *declarations: ir.Declaration, **changes: Any) -> MethodView:
    (found,) = resource(made, *declarations, **changes).methods
    return found


def descriptor(made: ir.Operation, *declarations: ir.Declaration, **changes: Any) -> dict[str, str]:
    (found,) = resource(made, *declarations, **changes).descriptors
    return {keyword.name: keyword.source for keyword in found.keywords}


def declared(
    *declarations: ir.Declaration, errors: tuple[ir.ErrorType, ...] = ()
) -> list[ModuleView]:
    index = Index(api(declarations=declarations, errors=errors))
    return [shown for _, _, shown in module_views(index, "ZooError")]


def only(shown: list[ModuleView]) -> DeclarationView:
    ((declaration,),) = (module.declarations for module in shown)
    return declaration


def failure(status: str, error: str | None, text: str = "") -> ir.ErrorResponse:
    raised = None if error is None else origin(f"/{error}", "raised")
    return ir.ErrorResponse(status, None, raised, ir.Doc(description=text), PLACE)


def error_type(id_: str, name: str) -> ir.ErrorType:
    return ir.ErrorType(
        origin(f"/{id_}", "raised"),
        (name,),
        TEXT,
        ir.Doc(),
        PLACE,
        ir.Name(name, name),
        f"{id_}_error",
    )


def module(*operations: ir.Operation, **changes: Any) -> ResourceView:
    index = Index(sign(api(*operations, **changes)))
    return resource_view(index, next(index.resources()), "Zoo")


def keywords(made: ResourceView, name: str) -> list[str]:
    found = ({each.name: each.source for each in view.keywords} for view in made.descriptors)
    return [" ".join(each.get(name, "").split()) for each in found]
