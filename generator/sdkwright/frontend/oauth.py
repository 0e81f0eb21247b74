"""The flows of OAuth 2: how tokens are fetched (OpenAPI 3.2, sections 4.28 and 4.29)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sdkwright.frontend import engine
from sdkwright.frontend.context import Context
from sdkwright.frontend.engine import SecurityScheme, UntrustedString
from sdkwright.model import ir
from sdkwright.model.json_pointer import child

_LOGINS: Final[Mapping[str, tuple[str, Any]]] = {
    "authorizationCode": ("authorizationUrl", "code"),
    "deviceAuthorization": ("deviceAuthorizationUrl", "device"),
}
"""The flows in which a person logs in: where the first URL of each is, and its kind."""


@dataclass(frozen=True, slots=True)
class Flows:
    """What a scheme offers.

    `client_url` is where tokens for client credentials are fetched, None if they are not accepted;
    a URL that only the metadata has is "".
    """

    client_url: str | None
    logins: tuple[ir.Login, ...]
    metadata_url: str


def lower(context: Context, name: str, scheme: SecurityScheme, at: str) -> Flows:
    """Lower the flows of a scheme.

    Args:
        context: The document.
        name: The name of the scheme.
        scheme: The scheme.
        at: Its JSON pointer.
    """
    metadata = engine.extras(scheme).get("oauth2MetadataUrl")
    metadata_url = metadata if isinstance(metadata, str) else ""
    given = {} if scheme.flows is None else scheme.flows.model_dump(exclude_none=True)
    flows = {key: flow for key, flow in given.items() if not key.startswith("x-")}
    if not flows and metadata_url:  # the metadata say how tokens are fetched
        logins = tuple(ir.Login(kind, "", "") for _, kind in _LOGINS.values())
        return Flows("", logins, metadata_url)
    reader = _Reader(context, name, flows, child(at, "flows"), bool(metadata_url))
    made = Flows(reader.client_url(), reader.logins(), "")
    urls = [made.client_url, *(url for one in made.logins for url in _needed(one))]
    return Flows(made.client_url, made.logins, metadata_url if "" in urls else "")


def _needed(login: ir.Login) -> tuple[str, str]:
    return login.authorization_url, login.token_url


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads flows, and reports those that lack a URL."""

    context: Context
    name: str
    flows: Mapping[str, object]
    at: str
    has_metadata: bool

    def client_url(self) -> str | None:
        """Return where tokens for client credentials are fetched; None if nowhere."""
        found = self._urls("clientCredentials", "tokenUrl")
        return None if found is None else found[0]

    def logins(self) -> tuple[ir.Login, ...]:
        """Return the ways in which a person can log in."""
        found = []
        for key, (first, kind) in _LOGINS.items():
            urls = self._urls(key, first, "tokenUrl")
            if urls is not None:
                refresh = _url(self.flows[key], "refreshUrl")
                found.append(ir.Login(kind, urls[0], urls[1], refresh))
        return tuple(found)

    def _urls(self, key: str, *names: str) -> list[str] | None:
        """Return the URLs of a flow; None if there is no such flow, or if it can't be used."""
        if key not in self.flows:
            return None
        urls = [_url(self.flows[key], name) for name in names]
        missing = [name for name, url in zip(names, urls, strict=True) if not url]
        if missing and not self.has_metadata:
            listed = " and ".join(f"`{name}`" for name in missing)
            self.context.diagnostics.warning(
                "unsupported-security",
                f"scheme `{self.name}`: the flow `{key}` has no {listed}; callers pass a token",
                fix="add it, or `oauth2MetadataUrl` to the scheme",
                at=child(self.at, key),
            )
            return None
        return urls


def _url(flow: object, name: str) -> str:
    url = flow.get(name) if isinstance(flow, dict) else None
    return engine.text(url) if isinstance(url, str | UntrustedString) else ""
