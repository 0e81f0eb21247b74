"""The table of docs/compatibility.md: each kind of change, and its level.

The level is decided only here. The code that finds a change refers to its rule by `code`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sdkwright.diff.changes import Rule


def _breaking(code: str, what: str, who: str, why: str, *, unseen: bool = False) -> Rule:
    """Create a rule for a breaking change; `unseen` means that no type checker reports it."""
    return Rule(code, "breaking", what, why, who, in_types=not unseen)


def _compatible(code: str, what: str, why: str) -> Rule:
    return Rule(code, "compatible", what, why)


def _docs(code: str, what: str, why: str) -> Rule:
    return Rule(code, "docs", what, why)


SECTIONS: Final[Mapping[str, tuple[Rule, ...]]] = {
    "Methods": (
        _compatible("resource-added", "a resource is new", "Nobody uses it yet."),
        _breaking(
            "resource-removed",
            "a resource is gone, with all its methods",
            "who uses the attribute of the client",
            "The attribute does not exist any more.",
        ),
        _breaking(
            "resource-renamed",
            "a resource has another name",
            "who uses the attribute of the client, or imports the class",
            "The old name does not exist any more.",
        ),
        _compatible("method-added", "a method is new", "Nobody calls it yet."),
        _breaking(
            "method-removed", "a method is gone", "who calls it", "There is nothing to call."
        ),
        _breaking(
            "method-renamed",
            "a method has another name",
            "who calls it",
            "The old name does not exist any more.",
        ),
        _breaking(
            "method-moved",
            "a method is part of another resource",
            "who calls it",
            "It is not found where it was.",
        ),
        _compatible(
            "request-line-changed",
            "another HTTP method or path",
            "The method writes it, not its caller. Tests that expect the old address, and retries, "
            "which depend on the HTTP method, notice it.",
        ),
        _compatible(
            "operation-id-changed",
            "another operationId, under the same name of the method",
            "Only hooks and logs show it.",
        ),
        _compatible(
            "deprecated",
            "a method, class, field or parameter is deprecated",
            "It works as before, and its documentation says what to use instead.",
        ),
        _compatible("not-deprecated", "it is deprecated no longer", "It works as before."),
    ),
    "Parameters of methods, properties of the body among them": (
        _compatible("parameter-added", "an optional parameter is new", "It can be left out."),
        _breaking(
            "parameter-added-required",
            "a required parameter is new",
            "every caller",
            "A call without it is a `TypeError`.",
        ),
        _breaking(
            "parameter-removed",
            "a parameter is gone",
            "who passes it",
            "An unknown keyword is a `TypeError`.",
        ),
        _breaking(
            "parameter-renamed",
            "a parameter has another name",
            "who passes it",
            "Parameters are keywords, so their names are what callers type.",
        ),
        _breaking(
            "parameter-required",
            "an optional parameter is required",
            "who leaves it out",
            "A call without it is a `TypeError`.",
        ),
        _compatible("parameter-optional", "a required parameter is optional", "It can be passed."),
        _breaking(
            "parameter-none-is-null",
            "an optional parameter may be null",
            "who passes `None` to leave it out",
            "`None` left the parameter out, and now it is sent as null, which can delete "
            "something. What leaves it out is `UNSET`.",
            unseen=True,
        ),
        _breaking(
            "parameter-none-is-absent",
            "an optional parameter may not be null any more",
            "who passes `None` to send null, or `UNSET`",
            "`None` was sent as null, and now it leaves the parameter out. Type checkers see where "
            "`UNSET` is passed, and not where `None` is.",
        ),
        _compatible(
            "parameter-null-accepted", "a required parameter may be null", "It need not be."
        ),
        _breaking(
            "parameter-null-refused",
            "a required parameter may not be null any more",
            "who passes `None`",
            "The server refuses it.",
        ),
        _breaking(
            "parameter-default-changed",
            "another default",
            "who leaves the parameter out",
            "The same call asks for something else.",
            unseen=True,
        ),
        _breaking(
            "limits-changed",
            "a parameter, or a field of what is sent, has another limit, or one more",
            "who sends values beyond it",
            "The server refuses them. Whether a limit is narrower cannot always be told, so each "
            "that was not there before counts.",
            unseen=True,
        ),
        _compatible(
            "limits-lifted",
            "a parameter, or a field of what is sent, has a limit less",
            "What was accepted still is.",
        ),
        _compatible(
            "parameter-sent-elsewhere",
            "a parameter is sent in another place, or under another name",
            "The method writes it there, not its caller.",
        ),
        _breaking(
            "body-form-changed",
            "a body was given as keywords and is now one value, or the other way round",
            "every caller who sends a body",
            "The keywords are others.",
        ),
        _compatible(
            "body-always-sent",
            "a body whose properties are all optional is required, or is no longer",
            "The same calls are valid; whether an empty body is sent differs.",
        ),
    ),
    "What callers send: parameters, and the objects in them": (
        _compatible("request-type-widened", "more types are accepted", "The old ones still are."),
        _breaking(
            "request-type-narrowed",
            "fewer types are accepted",
            "who passes one of the others",
            "The server refuses them.",
        ),
        _compatible("request-field-added", "an optional field is new", "It can be left out."),
        _breaking(
            "request-field-added-required",
            "a required field is new",
            "who makes such an object",
            "An object without it can't be made.",
        ),
        _breaking(
            "request-field-required",
            "an optional field is required",
            "who leaves it out",
            "An object without it can't be made.",
        ),
        _compatible("request-field-optional", "a required field is optional", "It can be given."),
        _compatible("request-field-nullable", "a field may be null", "It need not be."),
        _breaking(
            "request-field-not-nullable",
            "a field may not be null any more",
            "who sets it to `None`",
            "The server refuses null.",
        ),
        _compatible(
            "request-enum-value-added", "an enum has another value", "Nobody must send it."
        ),
        _breaking(
            "request-enum-value-removed",
            "a closed enum lacks a value",
            "who sends it",
            "The server refuses it.",
        ),
        _breaking(
            "request-open-enum-value-removed",
            "an open enum lacks a value",
            "who sends it",
            "The server may refuse it. A type checker accepts any value of an open enum.",
            unseen=True,
        ),
        _compatible("request-enum-opened", "a closed enum is open", "All its values remain."),
        _breaking(
            "request-enum-closed",
            "an open enum is closed",
            "who sends a value that is not listed",
            "The server refuses it.",
        ),
        _compatible("request-variant-added", "a union has another variant", "Nobody must send it."),
        _breaking(
            "request-variant-removed",
            "a union lacks a variant",
            "who sends it",
            "The server refuses it.",
        ),
    ),
    "What callers get: results, and the objects in them": (
        _compatible(
            "response-body-added",
            "a method that returned nothing returns something",
            "Nobody read it.",
        ),
        _breaking(
            "response-type-widened",
            "values can be of more types",
            "who reads them",
            "Code that knows the old types only meets the others.",
        ),
        _breaking(
            "response-type-untyped",
            "values can be of any type",
            "who reads them",
            "Code that knows the old types only meets others. A type checker allows everything "
            "with `Any`, so it does not tell.",
            unseen=True,
        ),
        _compatible(
            "response-type-narrowed",
            "values are of fewer types",
            "Code that knows the old types knows these.",
        ),
        _compatible(
            "response-field-added",
            "a field is new, required or not",
            "Nobody reads it yet. Code that makes such objects itself, as tests do, must give a "
            "required one.",
        ),
        _breaking(
            "response-field-optional",
            "a required field is optional",
            "who reads it",
            "It can be `UNSET`.",
        ),
        _compatible(
            "response-field-required", "an optional field is required", "It is always there."
        ),
        _breaking(
            "response-field-nullable", "a field may be null", "who reads it", "It can be `None`."
        ),
        _compatible(
            "response-field-not-nullable",
            "a field is never null",
            "A check for `None` does no harm.",
        ),
        _compatible(
            "response-open-enum-value-added",
            "an open enum has another value",
            "An open enum is `Literal[...] | str`, so code had to reckon with other values, and "
            "the SDK accepted them before.",
        ),
        _breaking(
            "response-enum-value-added",
            "a closed enum has another value",
            "who handles each value, as `match` with `assert_never` does",
            "The SDK accepts the value, but the type promised that there is no other. "
            "`x-speakeasy-unknown-values: allow` makes an enum open.",
        ),
        _compatible("response-enum-value-removed", "an enum lacks a value", "It never comes."),
        _breaking(
            "response-enum-opened",
            "a closed enum is open",
            "who handles each value, as `match` with `assert_never` does",
            "Any other value can come.",
        ),
        _compatible("response-enum-closed", "an open enum is closed", "Fewer values can come."),
        _breaking(
            "response-variant-added",
            "a union has another variant",
            "who reads it",
            "Code that knows the old variants only meets another.",
        ),
        _compatible("response-variant-removed", "a union lacks a variant", "It never comes."),
        _compatible(
            "success-status-changed",
            "a successful status is documented, or is no longer",
            "What the method returns has not changed by that; only raw responses show the status.",
        ),
    ),
    "Webhooks": (
        _compatible("webhook-added", "a webhook is new", "Nobody takes it yet."),
        _breaking(
            "webhook-removed",
            "a webhook is gone",
            "who takes it",
            "The name does not exist any more, and no such request comes.",
        ),
        _breaking(
            "webhook-renamed",
            "a webhook has another name",
            "who takes it",
            "The old name does not exist any more.",
        ),
        _compatible(
            "unwrap-added", "payloads tell which webhook they are of", "`unwrap` takes any of them."
        ),
        _breaking(
            "unwrap-removed",
            "payloads do not tell any more which webhook they are of",
            "who calls `unwrap`",
            "There is no such function any more.",
        ),
    ),
    "In both": (
        _breaking(
            "type-changed",
            "a value has another type",
            "who passes or reads it",
            "Neither of the two types takes in the other. That is so for lists and maps of "
            "different values too, even if one kind of value takes in the other.",
        ),
        _compatible(
            "type-respelled",
            "a type is written in another way",
            "It takes in the same values, for people and for type checkers.",
        ),
        _docs(
            "format-changed",
            "another `format` that Python has no type for",
            "The type in Python is the same.",
        ),
        _compatible(
            "media-type-changed",
            "a body is sent or received as another media type",
            "The method writes and reads it, not its caller.",
        ),
        _breaking(
            "field-removed",
            "a field is gone",
            "who reads or sets it",
            "There is no such attribute.",
        ),
        _breaking(
            "field-renamed",
            "a field has another name",
            "who reads or sets it",
            "The old attribute does not exist any more.",
        ),
        _breaking(
            "field-key-changed",
            "a field has the same name in Python and another one in JSON",
            "who uses `model_dump` or `model_validate`",
            "Their dicts have another key.",
            unseen=True,
        ),
        _breaking(
            "field-default-changed",
            "a field has another default",
            "who leaves it out",
            "The same object means something else.",
            unseen=True,
        ),
        _compatible(
            "field-secret",
            "the value of a field is a secret",
            "It is the same text. It is masked where the object is printed, and not pickled.",
        ),
        _breaking(
            "field-not-secret",
            "the value of a field is a secret no longer",
            "who prints or logs the object",
            "The value can be read there.",
            unseen=True,
        ),
        _breaking(
            "discriminator-changed",
            "another property or value tells the variants of a union apart",
            "who sends or reads the union",
            "The same JSON is an object of another class, or none.",
            unseen=True,
        ),
        _compatible(
            "discriminator-value-added",
            "another value tells a variant of a union",
            "The other values mean what they did.",
        ),
    ),
    "Classes and where they are imported from": (
        _breaking(
            "class-removed",
            "a class, enum or exception is gone",
            "who imports it",
            "The name does not exist any more.",
        ),
        _breaking(
            "class-renamed",
            "a class, enum or exception has another name or package",
            "who imports it",
            "The old name does not exist any more.",
        ),
        _breaking(
            "class-moved",
            "classes are defined in another file, and imported as before from their package",
            "who imports from the file itself, or keeps pickled objects",
            "The file does not exist any more, or lacks the class.",
        ),
        _breaking(
            "class-kind-changed",
            "a name stands for another kind of thing, such as a class that is now an enum",
            "who uses it",
            "It can't be used as before.",
        ),
        _breaking(
            "class-split",
            "two names that stood for one class stand for two",
            "who passes an object of one where the other is expected",
            "Equal inline objects are one class, and these are equal no longer. A component of the "
            "document keeps a class together.",
        ),
        _compatible(
            "class-joined", "names of two classes stand for one", "Both names work as before."
        ),
    ),
    "Errors": (
        _compatible(
            "error-added",
            "a status that was not documented has an exception of its own",
            "It derives from the SDK's base error. What is not documented may be raised as "
            "anything derived from it.",
        ),
        _breaking(
            "error-class-changed",
            "another exception is raised for a documented status",
            "who catches the old one",
            "It is not raised any more, so it is not caught.",
            unseen=True,
        ),
        _breaking(
            "error-removed",
            "a status is documented no longer",
            "who catches its exception",
            "The status, should it come, is raised as the default error.",
            unseen=True,
        ),
    ),
    "Pages, retries and credentials": (
        _compatible("pagination-added", "a method can walk all pages", "Nobody calls it yet."),
        _breaking(
            "pagination-removed",
            "a method walks all pages no longer",
            "who calls the `_iter` forms",
            "They are gone.",
        ),
        _compatible(
            "pagination-changed", "pages are walked in another way", "The iterators do it."
        ),
        _compatible(
            "retries-changed",
            "failures are tried again at other times",
            "A call that succeeds does so as before. How long one fails can differ.",
        ),
        _breaking(
            "security-added",
            "a method needs credentials that it did not need",
            "who calls it without them",
            "The server refuses the call.",
            unseen=True,
        ),
        _compatible(
            "security-relaxed",
            "a method accepts other credentials too, or none",
            "Those that were accepted still are.",
        ),
        _breaking(
            "security-removed",
            "a method does not accept some credentials any more",
            "who uses them",
            "The server refuses the call.",
            unseen=True,
        ),
        _breaking(
            "scope-added",
            "a method asks for another scope of a token that the client fetches",
            "whose credentials it was not granted to",
            "Without it, no token is given, or the server refuses the call.",
            unseen=True,
        ),
        _compatible(
            "scope-removed",
            "a method asks for fewer scopes",
            "A token that was given still is.",
        ),
        _compatible(
            "stream-added",
            "a keyword makes a method answer bit by bit",
            "Without it, the whole result is returned, as before.",
        ),
        _breaking(
            "stream-removed",
            "a keyword makes a method answer bit by bit no longer",
            "who reads its events",
            "The whole result is returned.",
        ),
        _compatible(
            "security-scheme-moved",
            "credentials are sent in another place, or fetched from another",
            "The client does it.",
        ),
        _breaking(
            "security-scheme-changed",
            "credentials of a name are sent in another way",
            "who uses them",
            "The client may need to be given something else.",
            unseen=True,
        ),
    ),
    "The client and the package": (
        _compatible(
            "client-argument-added", "the client takes another argument", "It is optional."
        ),
        _breaking(
            "client-argument-removed",
            "the client lacks an argument",
            "who passes it",
            "An unknown keyword is a `TypeError`.",
        ),
        _breaking(
            "client-argument-renamed",
            "an argument of the client has another name",
            "who passes it",
            "The old keyword is a `TypeError`.",
        ),
        _breaking(
            "client-argument-moved",
            "arguments of the client stand in another place",
            "who passes them by position",
            "The same value is taken for another argument. Keywords work as before.",
            unseen=True,
        ),
        _compatible(
            "server-variable-value-added",
            "a part of a server's URL may have another value",
            "Nobody passes it yet.",
        ),
        _breaking(
            "server-variable-value-removed",
            "a part of a server's URL may not have a value any more",
            "who passes it",
            "It is a `ValueError`.",
        ),
        _breaking(
            "environment-variable-changed",
            "a setting is read from another environment variable, or from none",
            "who sets the variable",
            "It is not read any more.",
            unseen=True,
        ),
        _compatible("server-added", "there is another server", "Nobody has chosen it yet."),
        _breaking(
            "server-removed",
            "a server is gone",
            "who chooses it by name",
            "There is no such name.",
        ),
        _breaking(
            "server-renamed",
            "a server has another name",
            "who chooses it by name",
            "The old name does not exist any more.",
        ),
        _breaking(
            "default-server-changed",
            "another server is called by default",
            "who chooses none",
            "All calls go somewhere else.",
            unseen=True,
        ),
        _breaking(
            "server-address-changed",
            "a server has another address",
            "who lets known addresses through only, or has recorded responses",
            "Calls, and the credentials in them, go to another address.",
            unseen=True,
        ),
        _breaking(
            "client-renamed",
            "the client, or an exception that is named after it, has another name",
            "everybody",
            "The old name does not exist any more.",
        ),
        _breaking(
            "module-renamed",
            "the package is imported by another name",
            "everybody",
            "The old name does not exist any more.",
        ),
        _breaking(
            "distribution-renamed",
            "the package is installed by another name",
            "everybody who updates",
            "The old name gets no new versions.",
            unseen=True,
        ),
    ),
    "Documentation": (
        _docs("documentation-changed", "descriptions or examples", "Code does not read them."),
        _docs(
            "metadata-changed",
            "what the package index shows: description, licence, links, notes on installing",
            "Code does not read it. Read a new licence all the same.",
        ),
    ),
    "Anything else": (
        _breaking(
            "unknown-change",
            "a difference that none of these rules is about",
            "perhaps somebody",
            "What is not known to be harmless is not called so.",
            unseen=True,
        ),
    ),
}
"""The rules by subject, in reading order."""

RULES: Final[tuple[Rule, ...]] = tuple(rule for rules in SECTIONS.values() for rule in rules)
"""All rules: the rows of the table."""

BY_CODE: Final[Mapping[str, Rule]] = {rule.code: rule for rule in RULES}
