"""Views of the credentials that a client takes, and of how they are sent or fetched."""

from __future__ import annotations

from dataclasses import dataclass

from sdkwright.config import Config
from sdkwright.emit.expr import Expr, call, constant, dict_of, imported, string
from sdkwright.emit.index import Index
from sdkwright.emit.wording import appended, as_sentence
from sdkwright.model import ir
from sdkwright.model.reserved import LOGIN_CLASSES

_CREDENTIALS = "._runtime.auth.credentials"
_LOGINS = "._runtime.auth.logins"


@dataclass(frozen=True, slots=True)
class CredentialView:
    """A credential of the client; defaults to the environment variable `variable`.

    `description` is that of its security scheme, which is part of `text`; of several credentials
    of a scheme, the first has it. `logins` are the classes of what can be passed in place of it.
    """

    name: str
    variable: str
    text: str
    description: str = ""
    logins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SchemeView:
    """A security scheme, and the source that creates it in the runtime."""

    id: str
    credentials: tuple[CredentialView, ...]
    source: Expr


def credential_views(index: Index, config: Config) -> tuple[CredentialView, ...]:
    """Return the views of the credentials that the client takes."""
    return tuple(
        credential
        for scheme in index.api.security_schemes
        for credential in _credentials(scheme, config)
    )


def scheme_views(index: Index, config: Config) -> tuple[SchemeView, ...]:
    """Return the views of the security schemes."""
    views = []
    for scheme in index.api.security_schemes:
        credentials = _credentials(scheme, config)
        source = _source(index, scheme, credentials)
        views.append(SchemeView(scheme.id, credentials, source))
    return tuple(views)


def login_names(index: Index) -> tuple[tuple[str, str], ...]:
    """Return what `utils` exports for logins: the modules of the runtime, and the names."""
    kinds = {
        one.kind
        for scheme in index.api.security_schemes
        if isinstance(scheme, ir.TokenScheme)
        for one in scheme.logins
    }
    names: list[tuple[str, str]] = []
    if "code" in kinds:
        names.append(("auth.code_login", "CodeLogin"))
    if "device" in kinds:
        names += [("auth.device_login", "DeviceCode"), ("auth.device_login", "DeviceLogin")]
    if kinds:
        names += [("auth.logins", "Token"), ("auth.logins", "TokenStore")]
    return tuple(names)


def _credentials(scheme: ir.SecurityScheme, config: Config) -> tuple[CredentialView, ...]:
    return tuple(
        CredentialView(
            name.python,
            f"{config.env_prefix}_{name.python.upper()}",
            appended(
                _credential_text(scheme, name), "" if n else as_sentence(scheme.doc.description)
            ),
            "" if n else scheme.doc.description,
            _logins(scheme) if name.wire == "token" else (),
        )
        for n, name in enumerate(scheme.arguments)
    )


def _logins(scheme: ir.SecurityScheme) -> tuple[str, ...]:
    if not isinstance(scheme, ir.TokenScheme):
        return ()
    return tuple(sorted(LOGIN_CLASSES[one.kind] for one in scheme.logins))


def _source(
    index: Index, scheme: ir.SecurityScheme, credentials: tuple[CredentialView, ...]
) -> Expr:
    setting = imported(_CREDENTIALS, "Setting")
    arguments = [(string(item.name), string(item.variable)) for item in credentials]
    settings = [call(setting, *each) for each in arguments]
    match scheme:
        case ir.BearerScheme(prefix=prefix, logins=()):
            word = () if prefix.lower() == "bearer" else (string(prefix),)
            return call(imported(_CREDENTIALS, "Bearer"), *settings, *word)
        case ir.BasicScheme():
            return call(imported(_CREDENTIALS, "Basic"), *settings)
        case ir.ApiKeyScheme(location=location, key=key):
            return call(imported(_CREDENTIALS, "ApiKey"), *settings, string(location), string(key))
    more: dict[str, Expr] = {}
    if scheme.metadata_url:
        made = call(imported("._runtime.auth.metadata", "Metadata"), string(scheme.metadata_url))
        more["metadata"] = made
    fetched = None
    if isinstance(scheme, ir.ClientCredentialsScheme):
        found = {} if scheme.token_url else more
        class_ = imported("._runtime.auth.oauth", "ClientCredentials")
        fetched = call(class_, *settings, string(scheme.token_url), **found)
        if not scheme.logins:
            return fetched
        more["fetched"] = fetched
    endpoints = imported(_LOGINS, "Endpoints")
    flows = dict_of((one.kind, call(endpoints, *map(string, _urls(one)))) for one in scheme.logins)
    token = call(imported(_LOGINS, "LoginSetting"), *arguments[0])
    scopes = constant(_scopes(index, scheme))
    return call(imported(_LOGINS, "LoginTokens"), token, flows, scopes, **more)


def _urls(login: ir.Login) -> tuple[str, ...]:
    """Return the URLs of a login, without the last if there is none."""
    urls = login.authorization_url, login.token_url
    return (*urls, login.refresh_url) if login.refresh_url else urls


def _scopes(index: Index, scheme: ir.SecurityScheme) -> tuple[str, ...]:
    """Return the scopes that operations require, which a person grants all at once."""
    alternatives = [item.security for item in index.operations()]
    return tuple(
        sorted(
            {
                scope
                for together in (
                    *index.api.security,
                    *(one for each in alternatives for one in each),
                )
                for requirement in together
                if requirement.scheme == scheme.id
                for scope in requirement.scopes
            }
        )
    )


def _credential_text(scheme: ir.SecurityScheme, name: ir.Name) -> str:
    text = _credential(scheme, name)
    return text if scheme.doc.deprecated is None else f"{text} Deprecated."


def _credential(scheme: ir.SecurityScheme, name: ir.Name) -> str:
    called = "or a function that returns it for each call."
    classes = _logins(scheme)
    if name.wire == "token" and classes:
        listed = " or ".join(f"`{class_}`" for class_ in classes)
        return f"An access token, a function that returns it for each call, or a login: a {listed}."
    match scheme, name.wire:
        case ir.ClientCredentialsScheme(), "token":
            return f"An existing access token, {called}"
        case _, "token" if name.python != "api_key":
            return f"The token, {called}"
        case _, "token" | "key":
            return f"The API key, {called}"
        case _, "username":
            return "The user name, or a function that returns it."
        case _, "password":
            return f"The password, {called}"
        case _, "client_id":
            return "Client ID for the token endpoint."
        case _, "client_secret":
            return "Client secret for the token endpoint, or a function that returns it."
    return "URL of the token endpoint, if it is not the documented one."
