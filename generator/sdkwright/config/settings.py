"""The settings in sdk.toml: one row for each key.

Reading, docs/settings.md, `sdkwright schema` and `sdkwright init` are all made from this table.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sdkwright.config import values
from sdkwright.config.values import Kind
from sdkwright.model import limits


@dataclass(frozen=True, slots=True)
class Setting:
    """A key of sdk.toml.

    Args:
        key: The name of its table and its own, with a dot between them.
        field: The field of `Config` that it sets.
        kind: The values that it accepts.
        default: Its default, in Markdown; "" for a required setting.
        meaning: What it does, in Markdown without line breaks.
        example: A value as TOML; a table in a table is an inline one.
    """

    key: str
    field: str
    kind: Kind
    default: str
    meaning: str
    example: str

    @property
    def table(self) -> str:
        """The table that the key is in."""
        return self.key.partition(".")[0]

    @property
    def name(self) -> str:
        """The key without its table."""
        return self.key.partition(".")[2]


TABLES: Final = {
    "document": "The OpenAPI document.",
    "output": "Where the SDK is written to.",
    "package": "The Python package, as users install and import it.",
    "client": "The client class of the SDK.",
    "operations": "What the SDK contains.",
    "naming": "The names of methods and resources.",
    "templates": "The templates that the SDK is rendered with.",
    "diagnostics": "What is reported about the document.",
    "limits": "Upper limits on the size of a document, which protect against harmful ones.",
}
"""The tables and their subjects, in the order in which they are documented."""

_LIMITS: Final = {
    "bytes": "Size of one file in UTF-8, and characters of all texts together.",
    "values": "Objects, lists and scalars in the document.",
    "items": "Entries of one list or object, such as an `enum`.",
    "text": "Characters of one text, such as a description.",
    "operations": "Operations in the document (path × method).",
    "types": "Models, enums and unions in the package.",
    "fields": "Fields of all models of the package together.",
    "steps": "Steps from value to value, for all JSONPaths of all overlays.",
}

_ROWS: Final = (
    Setting(
        "document.path",
        "document",
        values.FILE,
        "`openapi.yaml`",
        "The OpenAPI document, YAML or JSON, relative to sdk.toml.",
        '"openapi.yaml"',
    ),
    Setting(
        "document.overlays",
        "overlays",
        values.FILES,
        "none",
        "Overlays (1.0 or 1.1) to apply to the document, in this order. They must be in the folder "
        "of sdk.toml or of the document, or below.",
        '["overlays/names.yaml"]',
    ),
    Setting(
        "output.directory",
        "output",
        values.FOLDER,
        "`../generated`",
        "The folder that the SDK is written to, relative to sdk.toml.",
        '"../generated"',
    ),
    Setting(
        "package.module",
        "module",
        values.MODULE,
        "",
        "The name that users import.",
        '"my_api"',
    ),
    Setting(
        "package.name",
        "distribution",
        values.DISTRIBUTION,
        "`package.module` with `-` instead of `_`",
        "The name that users install, on the package index.",
        '"my-api"',
    ),
    Setting(
        "package.version",
        "version",
        values.VERSION,
        "`0.1.0`",
        "The version of the SDK (PEP 440). `sdkwright release` sets it.",
        '"0.1.0"',
    ),
    Setting(
        "package.description",
        "description",
        values.LINE,
        "none",
        "One line for the package index.",
        '"A Python client for My API"',
    ),
    Setting(
        "package.license",
        "license",
        values.LICENCE,
        "`info.license` of the document: its `identifier`, or the one that its `name` means; "
        "without one, none",
        "The licence of the SDK, as an SPDX expression. With MIT, Apache-2.0, BSD-2-Clause, "
        "BSD-3-Clause, ISC and MPL-2.0, the file LICENSE has its text; the copyright is that of "
        "`package.authors`.",
        '"MIT"',
    ),
    Setting(
        "package.authors",
        "authors",
        values.AUTHORS,
        "none",
        "The authors, for the package index and the copyright.",
        '[{ name = "Example Ltd", email = "sdk@example.com" }]',
    ),
    Setting(
        "package.keywords",
        "keywords",
        values.WORDS,
        "none",
        "Keywords for the package index.",
        '["weather", "forecast"]',
    ),
    Setting(
        "package.classifiers",
        "classifiers",
        values.CLASSIFIERS,
        "none",
        "Classifiers for the package index, besides those for "
        "Python and types that every SDK has. The licence is not one of them.",
        '["Development Status :: 4 - Beta"]',
    ),
    Setting(
        "package.optional_dependencies",
        "extras",
        values.EXTRAS,
        "none",
        "Extras that users can install, with their requirements. Every SDK has the extras `fast` "
        "and `socks`.",
        '{ cli = ["rich>=14"] }',
    ),
    Setting(
        "package.urls",
        "urls",
        values.URLS,
        "none",
        "Labels and URLs for the package index. With `Repository`, the README on the index links "
        "to the pages there.",
        '{ Documentation = "https://example.com/docs" }',
    ),
    Setting(
        "package.changelog",
        "changelog",
        values.FILE,
        "none",
        "A file whose text becomes the SDK's CHANGELOG.md. It must be in the folder of sdk.toml or "
        "of the document, or below. `sdkwright release` adds a section to it.",
        '"CHANGELOG.md"',
    ),
    Setting(
        "package.install_notes",
        "install_notes",
        values.MARKDOWN,
        "none",
        "Markdown that the SDK's README shows below the command that installs it.",
        '"Needs an account."',
    ),
    Setting(
        "package.all_components",
        "all_components",
        values.FLAG,
        "`false`",
        "Whether schemas in `components` that no operation uses are generated, too.",
        "true",
    ),
    Setting(
        "client.class",
        "client_class",
        values.CLASS,
        "`package.module` in capitalized words, such as `MyApi`",
        "The name of the client class.",
        '"MyAPI"',
    ),
    Setting(
        "client.env_prefix",
        "env_prefix",
        values.PREFIX,
        "`package.module` in capitals",
        "The prefix of the names of the SDK's environment variables, such as `MY_API_TOKEN`.",
        '"MY_API"',
    ),
    Setting(
        "client.server_url",
        "server_url",
        values.URL,
        "none",
        "The URL of the API, if the document does not say it. Without `servers` in the document it "
        "is used as it is; the URLs of servers without a host are relative to it. Without either, "
        "`server_url` is a required argument of the client.",
        '"https://api.example.com/v1"',
    ),
    Setting(
        "operations.include",
        "include",
        values.SELECTORS,
        "all operations",
        "Operations that the SDK has: each entry names a `tag`, a `path` (or `METHOD /path`), an "
        "`operation` by its operationId, or several of them, which must all match. `*` stands for "
        "any text. Webhooks are not affected.",
        '[{ tag = "Pets" }, { path = "/v1/*" }]',
    ),
    Setting(
        "operations.exclude",
        "exclude",
        values.SELECTORS,
        "none",
        "Operations that the SDK does not have, also if `include` selects them; written in the "
        "same way.",
        '[{ operation = "internal*" }, { path = "DELETE *" }]',
    ),
    Setting(
        "operations.allow_dropped",
        "allow_dropped",
        values.OPERATIONS,
        "none",
        "Operations that may be missing from the SDK although the document has them, each as "
        "`METHOD /path` or by its operationId. Without it, an operation that cannot be generated "
        "is an error.",
        '["POST /uploads"]',
    ),
    Setting(
        "naming.operation_ids",
        "operation_ids",
        values.CONVENTION,
        "detected from all operationIds, and reported",
        "The framework that made the operationIds. Its part of them does not become part of names: "
        "`list_articles_articles_get` of FastAPI is called as `articles.list`. `as-written` keeps "
        "them. Names in extensions win.",
        '"as-written"',
    ),
    Setting(
        "naming.rename",
        "renamed",
        values.RENAMED,
        "none",
        "Names for single operations, each with its operationId or `METHOD /path`: the name of the "
        "method, or resource and method with a dot between them. They win over all other names.",
        '{ "GET /widgets/{id}" = "widgets.get" }',
    ),
    Setting(
        "templates.directory",
        "templates",
        values.FOLDER,
        "none",
        "A folder whose templates replace those of the generator with the same name, one by one. "
        "It must be in the folder of sdk.toml or of the document, or below. `sdkwright templates` "
        "lists and copies them. What they are given may change with each version of the generator.",
        '"templates"',
    ),
    Setting(
        "diagnostics.ignore",
        "ignored",
        values.IGNORED,
        "none",
        "Warnings and notes that are not reported: each with its `code`, and optionally with its "
        "`place`, which is `METHOD /path` of an operation, or a JSON pointer into the document "
        "that includes what is below. An entry that ignores nothing is reported.",
        '[{ code = "weak-type", place = "/components/schemas/Blob" }]',
    ),
    *(
        Setting(
            f"limits.{name}",
            f"limits.{name}",
            values.NUMBER,
            f"`{getattr(limits.DEFAULT, name)}`",
            _LIMITS[name],
            str(getattr(limits.DEFAULT, name) * 2),
        )
        for name in limits.NAMES
    ),
)

SETTINGS: Final = {row.key: row for row in _ROWS}
"""The settings by key, in the order in which they are documented."""


def names_in(table: str) -> list[str]:
    """Return the names of the keys of a table."""
    return [row.name for row in _ROWS if row.table == table]


def choices(wrong: str, known: Iterable[str]) -> str:
    """Return how to correct a misspelled name: by the closest one, or by one of all."""
    names = [*known]
    folded = wrong.lower().replace("-", "_")
    close = difflib.get_close_matches(folded, names, n=2, cutoff=0.7)
    listed = ", ".join(f"`{name}`" for name in close or names)
    return f"write {listed}" if len(close) == 1 else f"choose one of: {listed}"
