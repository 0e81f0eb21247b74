"""Codes of reading: files, YAML and JSON, references, overlays, limits."""

from __future__ import annotations

from typing import Final

from sdkwright.diagnostics.codes.page import Code, error, note, warning

CODES: Final[tuple[Code, ...]] = (
    error(
        "alias-bomb",
        "The YAML aliases of the document expand to more values than the limit allows.",
        "Use `$ref` for what is repeated, or raise `limits.values`.",
    ),
    Code(
        "ambiguous-reference",
        ("error", "note"),
        "Several schemas have the anchor that a reference names. It is a note if the reference is "
        "a `$dynamicRef` that is resolved all the same.",
        "Rename all anchors but one, or refer by JSON pointer.",
    ),
    error(
        "bad-key",
        "A key of a YAML mapping is a list or a mapping.",
        "Use a scalar; quote a key that contains `[`, `{` or `: `.",
    ),
    error(
        "bad-merge",
        "`<<` in YAML merges mappings, and its value is something else.",
        "Refer to a mapping, or quote `<<` if it is meant as a key.",
    ),
    error(
        "bad-overlay",
        "An action of an overlay is not valid, or its update does not fit its target.",
        "Correct the action; see the Overlay specification.",
    ),
    error(
        "duplicate-key",
        "An object has the same key twice; parsers differ in which value they take.",
        "Remove one of them.",
    ),
    note(
        "exclusive-keys",
        "An object has two keys that exclude each other, such as `example` and `examples`; the "
        "message says which is used.",
        "Remove one of them.",
    ),
    note(
        "ignored-key",
        "A key is valid but has no effect where it stands.",
        "Remove it.",
    ),
    note(
        "included-here",
        "Another diagnostic is about a file that this reference includes.",
        "Nothing: the other diagnostic says what to do.",
    ),
    error(
        "invalid-document",
        "The root of the document, or a part that everything depends on, is not valid.",
        "Correct it; see the OpenAPI specification.",
    ),
    error("invalid-json", "The document is not valid JSON.", "Correct the syntax at the place."),
    error(
        "invalid-yaml",
        "The document is not valid YAML, or has a number that is too long to be read.",
        "Correct the syntax at the place.",
    ),
    warning(
        "local-definition",
        "A reference names something that the document lacks, but the schema around it has; that "
        "one is used.",
        "Write the full JSON pointer.",
    ),
    warning(
        "method-in-capitals",
        "A path item has a method in capitals, such as `GET`; it is read as OpenAPI spells it.",
        "Write it in lower case.",
    ),
    warning(
        "missing-paths",
        "OpenAPI 3.0 requires `paths`; without it the SDK has no methods.",
        "Add `paths`.",
    ),
    warning(
        "missing-title",
        "`info.title` is missing; another title is used in the documentation.",
        "Add `title` to `info`.",
    ),
    warning(
        "missing-version",
        "`info.version` is missing; another version is shown in the documentation.",
        "Add `version` to `info`.",
    ),
    warning(
        "misspelled-key",
        "An object has a key that OpenAPI does not know, and that looks like one that it does.",
        "Correct the key, or begin it with `x-`.",
    ),
    error(
        "not-openapi",
        "The file is not an OpenAPI document: its root is no object with the key `openapi`.",
        "Name the root file of the document.",
    ),
    error(
        "not-overlay",
        "The file is not an overlay: it lacks the key `overlay`, or `actions` is not a list.",
        "Name an overlay, or complete it; see the Overlay specification.",
    ),
    Code(
        "openapi-version",
        ("error", "warning"),
        "The document has a version of OpenAPI that is not supported (error), or that is newer "
        "than 3.2 and read as that (warning).",
        "Use OpenAPI 3.0, 3.1 or 3.2.",
    ),
    error(
        "outside-reference",
        "A reference leads to a file outside the folder of the document.",
        "Move the file into the folder of the document, or bundle the document.",
    ),
    warning(
        "overlay-extends",
        "The overlay says that it is for another document; it is applied all the same.",
        "Correct `extends`, or remove the overlay from the settings.",
    ),
    Code(
        "overlay-version",
        ("error", "warning"),
        "The overlay has a version that is not supported (error), or is read as an earlier one "
        "(warning).",
        "Use Overlay 1.0 or 1.1.",
    ),
    error(
        "recursive-alias",
        "A YAML alias refers to a value that contains it, so the value has no end.",
        "Use `$ref`.",
    ),
    error(
        "remote-reference",
        "A reference leads to another machine; nothing is fetched.",
        "Save the file beside the document and refer to that, or bundle the document.",
    ),
    note(
        "renamed-component",
        "A component of another file has the name of one in the document, and gets another name.",
        "Rename one of the two, if the name matters to users.",
    ),
    error(
        "swagger-2",
        "Swagger 2.0 documents are not supported.",
        "Convert the document to OpenAPI 3, for example with `npx swagger2openapi`.",
    ),
    error(
        "too-deep",
        "The document is nested deeper than the limit.",
        "Move inner schemas to `components`, and refer to them.",
    ),
    error(
        "too-large",
        "The document exceeds one of the limits that protect against documents made to harm.",
        "If you trust the document, raise the limit: `limits` in sdk.toml, or `--limit NAME=N`.",
    ),
    error(
        "unknown-tag",
        "A YAML tag such as `!Ref` is unknown, or does not match the value.",
        "Remove the tag.",
    ),
    Code(
        "unresolved-reference",
        ("error", "warning"),
        "A reference leads nowhere. It is a warning if only documentation is lost.",
        "Correct the reference, or add what it refers to.",
    ),
    warning(
        "unused-action",
        "An action of an overlay has no effect: its target does not exist, or has the value "
        "already.",
        "Correct its target, or remove it.",
    ),
)
