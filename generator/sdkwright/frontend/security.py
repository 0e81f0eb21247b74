"""Security: which credentials an operation takes (OpenAPI 3.1, sections 4.8.27 and 4.8.30).

No operation is dropped here: an unsupported scheme gets a warning, and the caller's own HTTP client
has to authenticate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from sdkwright.frontend import engine, oauth, references
from sdkwright.frontend.context import Context
from sdkwright.frontend.engine import SecurityScheme, UntrustedString
from sdkwright.frontend.parameters import spelled
from sdkwright.model import ir
from sdkwright.model.json_pointer import child
from sdkwright.model.origin import Component, node_at

Requirements = list[dict[UntrustedString, list[UntrustedString]]]
Alternatives: TypeAlias = tuple[tuple[ir.Requirement, ...], ...]

NOTHING: Final[Alternatives] = ((),)
"""No credentials are needed: the one alternative is empty."""

_CONVERSATIONS: Final = frozenset(
    {"digest", "dpop", "hoba", "mutual", "negotiate", "ntlm", "scram-sha-1", "scram-sha-256"}
)
"""HTTP schemes that need more than a constant header (the registry of RFC 9110, 16.4.1)."""

_TOKEN: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")


@dataclass(slots=True)
class Security:
    """Lowers security requirements, and collects the schemes that they use."""

    context: Context
    _schemes: dict[str, ir.SecurityScheme | None] = field(default_factory=dict)

    @property
    def schemes(self) -> tuple[ir.SecurityScheme, ...]:
        """All schemes that were used, in the order of their first use."""
        return tuple(lowered for lowered in self._schemes.values() if lowered is not None)

    def lower(self, requirements: Requirements | None, at: str) -> Alternatives:
        """Lower a `security` list.

        Args:
            requirements: The alternatives.
            at: The JSON pointer of the list.

        Returns:
            The alternatives, without the schemes that the SDK does not support.
        """
        if not requirements:
            return NOTHING
        found = []
        for index, alternative in enumerate(requirements):
            together = []
            for key, scopes in alternative.items():
                name = self._name(engine.text(key))
                scheme = self._scheme(name, child(at, index, name))
                if scheme is not None:
                    fetches = isinstance(scheme, ir.ClientCredentialsScheme) or (
                        isinstance(scheme, ir.TokenScheme) and bool(scheme.logins)
                    )
                    requested = tuple(map(engine.text, scopes)) if fetches else ()
                    together.append(ir.Requirement(name, requested))
            found.append(tuple(together))
        return tuple(dict.fromkeys(found))

    def lower_unused(self) -> Alternatives:
        """Lower the schemes that are declared in a document in which nothing requires any.

        A client that has such credentials sends them, and none is needed.
        """
        components = self.context.data.get("components")
        declared = components.get("securitySchemes") if isinstance(components, dict) else None
        at = "/components/securitySchemes"
        names = [*declared] if isinstance(declared, dict) and not self._is_required() else []
        found = [name for name in names if self._scheme(name, at) is not None]
        if not found:
            return NOTHING
        self.context.diagnostics.note(
            "optional-credentials",
            "no operation requires credentials; those that the client is given are sent",
            fix="add `security` to what requires them",
            at=at,
        )
        return (*((ir.Requirement(name, ()),) for name in found), ())

    def _is_required(self) -> bool:
        if self.context.data.get("security") is not None:
            return True
        paths = self.context.data.get("paths")
        return any(
            isinstance(operation, dict) and "security" in operation
            for item in (paths.values() if isinstance(paths, dict) else ())
            for operation in (item.values() if isinstance(item, dict) else ())
        )

    def keys(self, alternatives: Alternatives) -> frozenset[tuple[str, str]]:
        """Return the places and names of the keys that every alternative has."""
        found = [
            {
                spelled(scheme.location, scheme.key)
                for scheme in (self._schemes.get(item.scheme) for item in together)
                if isinstance(scheme, ir.ApiKeyScheme)
            }
            for together in alternatives
        ]
        return frozenset(set.intersection(*found)) if found else frozenset()

    def sets_authorization(self, alternatives: Alternatives) -> bool:
        """Return whether credentials can be in the header `Authorization`."""
        schemes = [self._schemes.get(item.scheme) for together in alternatives for item in together]
        return any(
            scheme is not None
            and (
                not isinstance(scheme, ir.ApiKeyScheme)
                or (scheme.location == "header" and scheme.key.lower() == "authorization")
            )
            for scheme in schemes
        )

    def _name(self, key: str) -> str:
        """Return the name of a scheme, which a URI can refer to (OpenAPI 3.2, section 4.31)."""
        components = self.context.data.get("components")
        declared = components.get("securitySchemes") if isinstance(components, dict) else None
        if not key.startswith("#") or (isinstance(declared, dict) and key in declared):
            return key
        target = self.context.resolved(key)
        if isinstance(target, references.Unresolved):
            return key
        match node_at(target.pointer):
            case Component(name=name, section="securitySchemes"):
                return name
        return key

    def _scheme(self, name: str, at: str) -> ir.SecurityScheme | None:
        if name not in self._schemes:
            self._schemes[name] = self._lower_scheme(name, at)
        return self._schemes[name]

    def _lower_scheme(self, name: str, at: str) -> ir.SecurityScheme | None:
        components = self.context.data.get("components")
        declared = components.get("securitySchemes") if isinstance(components, dict) else None
        if not isinstance(declared, dict) or name not in declared:
            self.context.diagnostics.warning(
                "unknown-security-scheme",
                f"unknown security scheme `{name}`: no credentials are sent",
                fix="declare it in components.securitySchemes",
                at=at,
            )
            return None
        place = child("", "components", "securitySchemes", name)
        with self.context.attribute_to(self.context.origin(place)):
            scheme, place = self.context.follow(
                engine.Reference.model_validate({"$ref": f"#{place}"}), SecurityScheme, place
            )
        if scheme is None:
            self._warn_unsupported(name, "invalid definition", place)
            return None
        lowered = self._of_kind(name, scheme, place)
        if lowered is None:
            what = f"{engine.text(scheme.type)} {engine.text(scheme.scheme)}".strip()
            self._warn_unsupported(
                name, "invalid `in` or `name`" if what == "apiKey" else f"type {what}", place
            )
        return lowered

    def _of_kind(self, name: str, scheme: SecurityScheme, place: str) -> ir.SecurityScheme | None:
        is_deprecated = engine.extras(scheme).get("deprecated") is True
        doc = ir.Doc(
            description=engine.text(scheme.description), deprecated="" if is_deprecated else None
        )
        source = ir.SourcePointer(place)
        token = ir.Name("token")
        word = engine.text(scheme.scheme)
        match engine.text(scheme.type), word.lower():
            case "http", "basic":
                both = (ir.Name("username"), ir.Name("password"))
                return ir.BasicScheme(name, both, doc, source)
            case "http", "bearer":
                return ir.BearerScheme(name, (token,), doc, source)
            case "http", other if other not in _CONVERSATIONS and _TOKEN.fullmatch(other):
                return ir.BearerScheme(name, (token,), doc, source, prefix=word)
            case "openIdConnect", _:
                return ir.BearerScheme(name, (token,), doc, source)
            case "apiKey", _:
                return _api_key(name, scheme, doc, source)
            case "oauth2", _:
                flows = oauth.lower(self.context, name, scheme, place)
                logins, metadata, url = flows.logins, flows.metadata_url, flows.client_url
                if url is None:
                    return ir.BearerScheme(
                        name, (token,), doc, source, logins=logins, metadata_url=metadata
                    )
                return ir.ClientCredentialsScheme(
                    name,
                    (token, *map(ir.Name, ("client_id", "client_secret", "token_url"))),
                    doc,
                    source,
                    url,
                    logins=logins,
                    metadata_url=metadata,
                )
        return None

    def _warn_unsupported(self, name: str, reason: str, at: str) -> None:
        self.context.diagnostics.warning(
            "unsupported-security",
            f"scheme `{name}` is unsupported ({reason}): no credentials are sent",
            fix="pass an HTTP client that authenticates, or offer another scheme",
            at=at,
        )


def _api_key(
    name: str, scheme: SecurityScheme, doc: ir.Doc, source: ir.SourcePointer
) -> ir.ApiKeyScheme | None:
    key = engine.text(scheme.name)
    arguments = (ir.Name("key"),)
    match engine.text(scheme.security_scheme_in):
        case "header" if _TOKEN.fullmatch(key):
            return ir.ApiKeyScheme(name, arguments, doc, source, location="header", key=key)
        case "query" if key:
            return ir.ApiKeyScheme(name, arguments, doc, source, location="query", key=key)
        case "cookie" if _TOKEN.fullmatch(key):
            return ir.ApiKeyScheme(name, arguments, doc, source, location="cookie", key=key)
    return None
