"""Security: what is sent for a scheme, and which schemes an operation takes."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from sdkwright.model import ir
from tests.unit.support.lowering import AT, DONE, lower_data, lower_get

SCHEMES = yaml.safe_load("""
securitySchemes:
  key: {type: http, scheme: Bearer}
  other: {type: http, scheme: bearer}
  basic: {type: http, scheme: basic, description: A name and a password.}
  custom: {type: http, scheme: Token}
  digest: {type: http, scheme: digest}
  mutual: {type: mutualTLS}
  header: {type: apiKey, in: header, name: X-Key}
  query: {type: apiKey, in: query, name: key}
  cookie: {type: apiKey, in: cookie, name: sid}
  injected: {type: apiKey, in: header, name: "X-Key: a"}
  nowhere: {type: apiKey, in: body, name: x}
  oidc: {type: openIdConnect, openIdConnectUrl: https://e.example}
  fetched:
    type: oauth2
    flows: {clientCredentials: {tokenUrl: https://e.example/token, scopes: {read: Read.}}}
  asked:
    type: oauth2
    flows: {implicit: {authorizationUrl: https://e.example/auth, scopes: {read: Read.}}}
""")


def required(*alternatives: tuple[str, ...]) -> tuple[tuple[ir.Requirement, ...], ...]:
    return tuple(tuple(map(ir.Requirement, together)) for together in alternatives)


@pytest.mark.parametrize(
    ("security", "expected"),
    [
        ("[{key: []}]", required(("key",))),
        ("[{key: []}, {}]", required(("key",), ())),
        ("[]", required(())),
        ("[{basic: []}, {key: []}]", required(("basic",), ("key",))),
        ("[{key: [], header: []}]", required(("key", "header"))),
        ("[{fetched: [read]}]", ((ir.Requirement("fetched", ("read",)),),)),
        ("[{asked: [read]}]", required(("asked",))),
    ],
)
def test_security(security: str, expected: tuple[tuple[ir.Requirement, ...], ...]) -> None:
    lowered = lower_get(f"security: {security}", components=SCHEMES)
    assert lowered.operation.security == expected
    assert lowered.said == []


@pytest.mark.parametrize(
    ("scheme", "kind", "arguments", "more"),
    [
        ("key", ir.BearerScheme, ["token"], {"prefix": "Bearer"}),
        ("custom", ir.BearerScheme, ["token"], {"prefix": "Token"}),
        ("oidc", ir.BearerScheme, ["token"], {"prefix": "Bearer"}),
        ("asked", ir.BearerScheme, ["token"], {"prefix": "Bearer"}),
        ("basic", ir.BasicScheme, ["username", "password"], {}),
        ("header", ir.ApiKeyScheme, ["key"], {"location": "header", "key": "X-Key"}),
        ("query", ir.ApiKeyScheme, ["key"], {"location": "query", "key": "key"}),
        ("cookie", ir.ApiKeyScheme, ["key"], {"location": "cookie", "key": "sid"}),
        (
            "fetched",
            ir.ClientCredentialsScheme,
            ["token", "client_id", "client_secret", "token_url"],
            {"token_url": "https://e.example/token"},
        ),
    ],
)
def test_a_security_scheme_is_of_a_kind(
    scheme: str, kind: type[ir.Scheme], arguments: list[str], more: dict[str, str]
) -> None:
    lowered = lower_get(f"security: [{{{scheme}: []}}]", components=SCHEMES)
    (made,) = lowered.api.security_schemes
    assert type(made) is kind
    assert [name.wire for name in made.arguments] == arguments
    assert {key: getattr(made, key) for key in more} == more


def test_an_operation_without_security_has_that_of_the_document() -> None:
    lowered = lower_get("", components=SCHEMES, security=[{"key": []}])
    assert lowered.operation.security == lowered.api.security == required(("key",))


@pytest.mark.parametrize(
    ("scheme", "why"),
    [
        ("digest", "type http digest"),
        ("mutual", "type mutualTLS"),
        ("injected", "invalid `in` or `name`"),
        ("nowhere", "invalid `in` or `name`"),
    ],
)
def test_a_scheme_that_nothing_can_be_sent_for_is_left_to_the_caller(scheme: str, why: str) -> None:
    lowered = lower_get(f"security: [{{{scheme}: [], key: []}}]", components=SCHEMES)
    assert lowered.operation.security == required(("key",))
    assert lowered.said == [
        (
            "unsupported-security",
            f"scheme `{scheme}` is unsupported ({why}): no credentials are sent",
            f"/components/securitySchemes/{scheme}",
        )
    ]


def test_a_security_scheme_that_is_not_declared_is_left_out() -> None:
    lowered = lower_get("security: [{nobody: []}]")
    assert lowered.operation.security == ((),)
    assert lowered.said == [
        (
            "unknown-security-scheme",
            "unknown security scheme `nobody`: no credentials are sent",
            f"{AT}/security/0/nobody",
        )
    ]


def test_credentials_that_nothing_requires_are_optional() -> None:
    lowered = lower_get(
        "responses: {'204': {description: Done.}}",
        components={
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
                "token": {"type": "http", "scheme": "bearer"},
            }
        },
    )
    optional = ((ir.Requirement("key"),), (ir.Requirement("token"),), ())
    assert lowered.operation.security == lowered.api.security == optional
    assert [scheme.id for scheme in lowered.api.security_schemes] == ["key", "token"]
    assert [(code, at) for code, _, at in lowered.said] == [
        ("optional-credentials", "/components/securitySchemes")
    ]


@pytest.mark.parametrize(
    ("root", "operation"),
    [({"security": []}, ""), ({}, "security: []"), ({}, "security: [{}]")],
)
def test_a_document_that_says_what_requires_credentials_is_followed(
    root: dict[str, Any], operation: str
) -> None:
    schemes = {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}}
    lowered = lower_get(operation, components=schemes, **root)
    assert lowered.api.security_schemes == ()
    assert "optional-credentials" not in {code for code, _, _ in lowered.said}


@pytest.mark.parametrize(
    ("scheme", "severity"),
    [
        ("{type: http, scheme: bearer}", "note"),
        ("{type: http, scheme: basic}", "note"),
        ("{type: apiKey, in: header, name: authorization}", "note"),
        ("{type: apiKey, in: header, name: X-Key}", "warning"),
        ("{type: apiKey, in: query, name: Authorization}", "warning"),
    ],
)
def test_an_authorization_parameter_is_set_by_credentials_or_not_at_all(
    scheme: str, severity: str
) -> None:
    lowered = lower_get(
        "{parameters: [{name: Authorization, in: header}], security: [{it: []}]}",
        components={"securitySchemes": {"it": yaml.safe_load(scheme)}},
    )
    assert lowered.operation.parameters == ()
    ignored = [item for item in lowered.diagnostics.items if item.code == "ignored-parameter"]
    assert [item.severity for item in ignored] == [severity]


# OpenAPI 3.2


METADATA = "oauth2MetadataUrl: https://a.example/m"
CODE = "authorizationCode: {authorizationUrl: /a, tokenUrl: /t, refreshUrl: /r, scopes: {}}"
DEVICE = "deviceAuthorization: {deviceAuthorizationUrl: /d, tokenUrl: /t, scopes: {}}"
CLIENT = "clientCredentials: {tokenUrl: /c, scopes: {}}"


def lower_oauth(scheme: str) -> tuple[ir.SecurityScheme, list[tuple[str, str, str | None]]]:
    lowered = lower_get(
        "security: [{auth: []}]",
        components={"securitySchemes": {"auth": yaml.safe_load(f"{{type: oauth2, {scheme}}}")}},
        openapi="3.2.0",
    )
    (made,) = lowered.api.security_schemes
    return made, lowered.said


@pytest.mark.parametrize(
    ("scheme", "logins", "metadata_url", "token_url"),
    [
        (f"flows: {{{CODE}}}", (ir.Login("code", "/a", "/t", "/r"),), "", None),
        (f"flows: {{{DEVICE}}}", (ir.Login("device", "/d", "/t"),), "", None),
        (
            f"flows: {{{DEVICE}, {CLIENT}, {CODE}}}",
            (ir.Login("code", "/a", "/t", "/r"), ir.Login("device", "/d", "/t")),
            "",
            "/c",
        ),
        (f"{METADATA}, flows: {{{CODE}}}", (ir.Login("code", "/a", "/t", "/r"),), "", None),
        (f"{METADATA}, flows: {{{CLIENT}}}", (), "", "/c"),
        (
            f"{METADATA}, flows: {{clientCredentials: {{scopes: {{}}}}}}",
            (),
            "https://a.example/m",
            "",
        ),
        (
            f"{METADATA}, flows: {{deviceAuthorization: {{tokenUrl: /t, scopes: {{}}}}}}",
            (ir.Login("device", "", "/t"),),
            "https://a.example/m",
            None,
        ),
        (
            f"{METADATA}, flows: {{}}",
            (ir.Login("code", "", ""), ir.Login("device", "", "")),
            "https://a.example/m",
            "",
        ),
        (
            METADATA,
            (ir.Login("code", "", ""), ir.Login("device", "", "")),
            "https://a.example/m",
            "",
        ),
        ("flows: {implicit: {authorizationUrl: /a, scopes: {}}}", (), "", None),
        (f"{METADATA}, flows: {{password: {{tokenUrl: /t, scopes: {{}}}}}}", (), "", None),
    ],
)
def test_a_flow_of_oauth_is_a_way_to_fetch_a_token(
    scheme: str, logins: tuple[ir.Login, ...], metadata_url: str, token_url: str | None
) -> None:
    made, said = lower_oauth(scheme)
    assert isinstance(made, ir.TokenScheme)
    assert (made.logins, made.metadata_url) == (logins, metadata_url)
    assert getattr(made, "token_url", None) == token_url
    assert said == []


@pytest.mark.parametrize(
    ("key", "flow", "missing"),
    [
        ("authorizationCode", "{authorizationUrl: /a, scopes: {}}", "`tokenUrl`"),
        ("authorizationCode", "{scopes: {}}", "`authorizationUrl` and `tokenUrl`"),
        ("deviceAuthorization", "{tokenUrl: /t, scopes: {}}", "`deviceAuthorizationUrl`"),
        ("deviceAuthorization", "5", "`deviceAuthorizationUrl` and `tokenUrl`"),
        ("clientCredentials", "{tokenUrl: '', scopes: {}}", "`tokenUrl`"),
    ],
)
def test_a_flow_without_a_url_is_reported(key: str, flow: str, missing: str) -> None:
    made, said = lower_oauth(f"flows: {{{key}: {flow}}}")
    assert isinstance(made, ir.BearerScheme)
    assert made.logins == ()
    message = f"scheme `auth`: the flow `{key}` has no {missing}; callers pass a token"
    at = f"/components/securitySchemes/auth/flows/{key}"
    assert said == [("unsupported-security", message, at)]


def test_a_login_needs_the_scopes_of_the_operations() -> None:
    scheme = yaml.safe_load(f"{{type: oauth2, flows: {{{CODE}}}}}")
    lowered = lower_get(
        "security: [{auth: [read, write]}]", components={"securitySchemes": {"auth": scheme}}
    )
    assert lowered.operation.security == ((ir.Requirement("auth", ("read", "write")),),)


def test_a_requirement_may_be_a_reference() -> None:
    key = {"type": "apiKey", "in": "header", "name": "X-Key", "deprecated": True}
    lowered = lower_get(
        "security: [{'#/components/securitySchemes/key': []}, {'#named': []}]",
        components={"securitySchemes": {"key": key, "#named": key}},
    )
    assert lowered.operation.security == ((ir.Requirement("key"),), (ir.Requirement("#named"),))
    assert [scheme.doc.deprecated for scheme in lowered.api.security_schemes] == ["", ""]
    assert lowered.said == []


@pytest.mark.parametrize(
    ("parameter", "security", "names"),
    [
        ("{name: key, in: query}", "[{query: []}]", []),
        ("{name: x-KEY, in: header}", "[{header: []}]", []),
        ("{name: key, in: cookie}", "[{cookie: []}]", []),
        ("{name: key, in: query}", "[{query: [], header: []}]", []),
        ("{name: key, in: query}", "[{query: []}, {header: []}]", ["key"]),
        ("{name: key, in: query}", "[{query: []}, {}]", ["key"]),
        ("{name: key, in: header}", "[{query: []}]", ["key"]),
        ("{name: KEY, in: query}", "[{query: []}]", ["KEY"]),
        ("{name: key, in: query}", "[]", ["key"]),
    ],
)
def test_a_parameter_that_is_a_credential_of_every_request_is_sent_once(
    parameter: str, security: str, names: list[str]
) -> None:
    schemes = {
        "query": {"type": "apiKey", "in": "query", "name": "key"},
        "header": {"type": "apiKey", "in": "header", "name": "X-Key"},
        "cookie": {"type": "apiKey", "in": "cookie", "name": "key"},
    }
    given = {"required": True, "schema": {"type": "string"}, **yaml.safe_load(parameter)}
    lowered = lower_data(
        {
            "security": yaml.safe_load(security),
            "components": {"securitySchemes": schemes},
            "paths": {"/x": {"get": {"parameters": [given], "responses": DONE}}},
        }
    )
    assert [item.name.wire for item in lowered.operation.parameters] == names
    assert [item.code for item in lowered.diagnostics.items].count("ignored-parameter") == (
        0 if names else 1
    )
