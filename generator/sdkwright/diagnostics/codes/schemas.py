"""Codes of schemas: what becomes of types, fields and checks."""

from __future__ import annotations

from typing import Final

from sdkwright.diagnostics.codes.page import Code, note, warning

CODES: Final[tuple[Code, ...]] = (
    warning(
        "ambiguous-discriminator",
        "Several variants of a union have the same value of the discriminator; the one whose other "
        "properties match best is chosen.",
        "Give each variant its own value.",
    ),
    warning(
        "dropped-component",
        "A schema that no operation uses, and that `package.all_components` asks for, cannot be "
        "generated.",
        "Correct the schema as the message says.",
    ),
    warning(
        "duplicate-value", "An enum lists a value more than once.", "Remove the repeated value."
    ),
    warning(
        "empty-enum",
        "`enum` is empty, so that no value would be valid; it is ignored.",
        "List the values, or remove `enum`.",
    ),
    note(
        "forbidden-property",
        "A property whose schema is `false` must not be sent, so it is not generated.",
        "Nothing.",
    ),
    Code(
        "ignored-keyword",
        ("warning", "note"),
        "A keyword does not affect the generated types, or cannot be sent as it asks. It is a "
        "warning if requests may differ from the document.",
        "See the message; `validate_requests=True` on the client checks keywords such as `not`.",
    ),
    note(
        "ignored-property",
        "`x-speakeasy-ignore` excludes a property from the SDK.",
        "Remove the extension to include it.",
    ),
    warning(
        "misspelled-property",
        "`required` names a property that does not exist, and one exists whose name differs only "
        "in spelling; that one is used.",
        "Correct the spelling in `required`.",
    ),
    warning(
        "mistyped-value",
        'A value has another type than its schema, such as the text `"1"` for an integer; it is '
        "read as it was probably meant, which the message shows.",
        "Correct the value.",
    ),
    note(
        "nullable-alternative",
        "An alternative of `anyOf` or `oneOf` has nothing but `nullable: true`; it is read as "
        "null.",
        'Write `nullable: true` beside the alternatives, or `type: "null"` in OpenAPI 3.1.',
    ),
    note(
        "nullable-keyword",
        "OpenAPI 3.1 has no `nullable`; it is read as in 3.0.",
        'Use `type: [..., "null"]`.',
    ),
    warning(
        "read-as-text",
        "A number or a boolean stands where text must stand; it is read as text.",
        "Put it in quotes.",
    ),
    note(
        "read-only-property",
        "A property is required here, but `readOnly` in a schema that this one extends; it is not "
        "sent.",
        "Nothing, or remove it from `required`.",
    ),
    note(
        "unchecked-pattern",
        "A pattern is not valid, or means something else in Python; requests are not checked "
        "against it.",
        "Use a regular expression that ECMAScript and Python read alike.",
    ),
    warning(
        "unresolved-mapping",
        "A value of a discriminator maps to a schema that does not exist; such objects stay plain "
        "data.",
        "Correct the reference, or add the schema.",
    ),
    note(
        "unused-components",
        "Schemas in `components` are not generated, since no operation uses them.",
        "Set `package.all_components = true` in sdk.toml to generate them.",
    ),
    warning(
        "weak-type",
        "A type is looser than in the document, because a part of the schema cannot be "
        "represented or is not valid. No data is lost at run time.",
        "Correct the schema as the message says.",
    ),
)
