"""Descriptions: the document's text about a thing, and its example.

Text is taken unchanged. How to escape, shorten or lay it out is up to the templates.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pydantic import BaseModel

from sdkwright.frontend import engine, extensions, keywords, references
from sdkwright.frontend.assertions import phrases_of
from sdkwright.frontend.context import Context
from sdkwright.frontend.engine import (
    MediaType,
    Operation,
    Parameter,
    Reference,
    Response,
    Schema,
    SchemaOrReference,
)
from sdkwright.frontend.keywords import Part
from sdkwright.model import ir
from sdkwright.model.json_pointer import child


def with_further(text: str, holder: object) -> str:
    """Return a description with what `externalDocs` refer to as the last paragraph.

    Args:
        text: The description.
        holder: What may have `externalDocs` (OpenAPI 3.2, section 4.11), as plain data.
    """
    docs = holder.get("externalDocs") if isinstance(holder, Mapping) else None
    if not isinstance(docs, Mapping):
        return text
    url = engine.text(docs.get("url")).strip()
    if not url:
        return text
    label = engine.text(docs.get("description")).strip().rstrip(".:")
    return "\n\n".join(filter(None, (text.rstrip(), f"{label or 'See'}: {url}")))


def of_object(schema: Schema) -> ir.Doc:
    """Return the documentation of a schema itself."""
    return ir.Doc(
        description=with_further(engine.text(schema.description), _further_of(schema)),
        example=_example_of(schema),
        deprecated=_deprecated(schema, schema.deprecated),
        limits=phrases_of(schema),
        default=None if schema.default is None else engine.json_text(schema.default),
    )


def _further_of(schema: Schema) -> Mapping[str, object]:
    docs = schema.externalDocs
    if docs is None:
        return {}
    known = {"url": engine.text(docs.url), "description": engine.text(docs.description)}
    return {"externalDocs": known}


def of_schema(context: Context, item: SchemaOrReference, at: str) -> ir.Doc:
    """Return the documentation of a property: keywords beside its `$ref` override the target's.

    A single schema that is wrapped (`allOf: [x]`, `anyOf: [x, null]`) counts as a reference.
    """
    return context.count_text(_of_schema(context, item, at), at)


def _of_schema(context: Context, item: SchemaOrReference, at: str) -> ir.Doc:
    if isinstance(item, Reference):
        schema, place = context.follow(item, Schema, at)
        own = _beside(item)
        return own if schema is None else _merge(own, _of_schema(context, schema, place))
    own = of_object(item)
    whole = (*item.allOf, *item.oneOf, *item.anyOf)
    inside = [part for part in whole if isinstance(part, Reference)]
    plain = [part for part in whole if isinstance(part, Schema) and not keywords.is_null(part)]
    if len(plain) == 1 and not inside:
        return _merge(own, of_object(plain[0]))
    if len(inside) == 1 and (not own.description or own.example is None):
        return _merge(own, _of_target(context, inside[0], at))
    return own


def of_schemas(context: Context, parts: Sequence[Part]) -> ir.Doc:
    """Return the documentation of a property that several schemas describe: the last overrides."""
    *others, last = parts
    doc = of_schema(context, last.item, last.at)
    for part in reversed(others):
        found = _of_schema(context, part.item, part.at)
        doc = _merge(doc, found)
        if doc.deprecated is None and found.deprecated is not None:
            doc = replace(doc, deprecated=found.deprecated)
    return doc


def of_parameter(context: Context, parameter: Parameter, at: str) -> ir.Doc:
    """Return the documentation of a parameter, completed by that of its schema."""
    own = ir.Doc(
        description=engine.text(parameter.description),
        example=_example(context, parameter, at),
        deprecated=_deprecated(parameter, parameter.deprecated),
    )
    if parameter.param_schema is not None:
        schema = _of_schema(context, parameter.param_schema, child(at, "schema"))
        own = _merge(own, schema)
    return context.count_text(own, at)


def _deprecated(item: BaseModel, value: object) -> str | None:
    """Return what to use instead of a deprecated parameter, property or type, if known."""
    advice = extensions.deprecation(item, value is True)
    other = extensions.replacement(item)
    return advice if advice is None or not other else f"{advice} Use `{other}` instead.".lstrip()


def of_operation(operation: Operation, raw: object) -> ir.Doc:
    """Return the documentation of an operation, which `raw` is as plain data."""
    return ir.Doc(
        summary=engine.text(operation.summary),
        description=with_further(engine.text(operation.description), raw),
        deprecated=extensions.deprecation(operation, operation.deprecated),
    )


def of_response(response: Response) -> ir.Doc:
    """Return the documentation of a response; `summary` is of OpenAPI 3.2, section 4.17."""
    summary = engine.extras(response).get("summary")
    texts = (summary if isinstance(summary, str) else "", engine.text(response.description))
    return ir.Doc(description="\n\n".join(filter(None, texts)))


def example_of_media(
    context: Context, media: MediaType, at: str, schema_at: str, content: ir.Content
) -> ir.JsonText | None:
    """Return the example of a body: its own, the first of several, or its schema's.

    Args:
        context: Resolves references.
        media: The media type of the body.
        at: Its JSON pointer.
        schema_at: The JSON pointer of its schema.
        content: How the body is serialized.
    """
    own = _example(context, media, at, content)
    if own is not None or media.media_type_schema is None:
        return context.count_text(ir.Doc(example=own), at).example
    return of_schema(context, media.media_type_schema, schema_at).example


def _of_target(context: Context, item: Reference, at: str) -> ir.Doc:
    # Members were lowered already, and their mistakes were reported at the right place.
    target = context.resolved(item.ref.get_untrusted_value(), keywords.STRUCTURE)
    if isinstance(target, references.Unresolved):
        return ir.Doc()
    schema, _ = context.follow(item, Schema, at)
    return ir.Doc() if schema is None else of_object(schema)


def _merge(own: ir.Doc, other: ir.Doc) -> ir.Doc:
    return ir.Doc(
        summary=own.summary or other.summary,
        description=own.description or other.description,
        example=own.example if own.example is not None else other.example,
        deprecated=own.deprecated,
        limits=own.limits or other.limits,
        default=own.default if own.default is not None else other.default,
    )


def _beside(item: Reference) -> ir.Doc:
    extras = engine.extras(item)
    description = extras.get("description")
    return ir.Doc(
        description=description if isinstance(description, str) else "",
        example=engine.json_text(extras["example"]) if "example" in extras else None,
        deprecated=_deprecated(item, extras.get("deprecated")),
        default=engine.json_text(extras["default"]) if extras.get("default") is not None else None,
    )


def _example_of(schema: Schema) -> ir.JsonText | None:
    if "example" in schema.model_fields_set:
        return engine.json_text(schema.example)
    match engine.extras(schema).get("examples"):
        case [first, *_]:
            return engine.json_text(first)
    return None


def _example(
    context: Context, item: Parameter | MediaType, at: str, content: ir.Content | None = None
) -> ir.JsonText | None:
    """Return the first example; `content` is how it is serialized, None in a parameter."""
    if "example" in item.model_fields_set:
        return engine.json_text(item.example)
    for name, example in engine.keys(item.examples):
        found, place = example, child(at, "examples", name)
        if isinstance(found, Reference):
            target = context.target(found, place, loss="the example is ignored")
            value = target.value if target else None
        else:
            value = found.model_dump(exclude_unset=True)
        if not isinstance(value, Mapping):
            continue
        try:
            shown = _value_of(value, content)
        except (ValueError, RecursionError):
            context.diagnostics.note(
                "ignored-keyword",
                f"`serializedValue` of the example `{name}` is not JSON; the example is ignored",
                fix="correct it, or use `dataValue`",
                at=child(place, "serializedValue"),
            )
            continue
        if shown is not None:
            return shown
    return None


def _value_of(example: Mapping[str, object], content: ir.Content | None) -> ir.JsonText | None:
    """Return the value of an Example Object (OpenAPI 3.2, section 4.19).

    What is serialized is used if it is a body; a parameter can't be told from its serialization.

    Raises:
        ValueError: It is not JSON although the body is.
        RecursionError: It is nested too deeply.
    """
    for key in ("dataValue", "value"):
        if key in example:
            return engine.json_text(example[key])
    text = example.get("serializedValue")
    if content is None or not isinstance(text, str):
        return None
    return engine.json_text(json.loads(text) if content == "json" else text)
