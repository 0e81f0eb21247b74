"""Names: what a document's words become in Python."""

from __future__ import annotations

import keyword
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkwright.model import naming, reserved


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("API Keys", ["API", "Keys"]),
        ("createKeys", ["create", "Keys"]),
        ("limit_reset", ["limit", "reset"]),
        ("X-OpenRouter-Title", ["X", "Open", "Router", "Title"]),
        ("AABenchmarkEntry", ["AA", "Benchmark", "Entry"]),
        ("userIDs", ["user", "IDs"]),
        ("sha256sum", ["sha256sum"]),
        ("sha256Sum", ["sha256", "Sum"]),
        ("m2m_token__id", ["m2m", "token", "id"]),
        ("getM2MToken", ["get", "M2M", "Token"]),
        ("authB2B", ["auth", "B2B"]),
        ("V2API", ["V2", "API"]),
        ("createOAuthToken", ["create", "OAuth", "Token"]),
        ("OAuth2Client", ["OAuth2", "Client"]),
        ("OAuthors", ["O", "Authors"]),
        ("useIPv4Address", ["use", "IPv4", "Address"]),
        ("K8sVersion", ["K8s", "Version"]),
        ("graphQL-GraphQLQuery", ["graphQL", "GraphQL", "Query"]),
        ("oAuthURL", ["oAuth", "URL"]),
        ("videoAuthURL", ["video", "Auth", "URL"]),
        ("iOSVersion", ["iOS", "Version"]),
        ("MySQL.PostgreSQL", ["MySQL", "PostgreSQL"]),
        ("2fa", ["2fa"]),
        ("/keys/{hash}", ["keys", "hash"]),
        ("größe Straße", ["größe", "Straße"]),
        ("GrößeÄndern", ["Größe", "Ändern"]),
        ("ÄÖÜWert", ["ÄÖÜ", "Wert"]),
        ("цена_дня", ["цена", "дня"]),
        ("ЦенаДня", ["Цена", "Дня"]),
        ("名前", ["名前"]),
        ("city名称", ["city名称"]),
        ("CityName名称2ID", ["City", "Name", "名称2", "ID"]),
        ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
        ("مدينة-الاسم", ["مدينة", "الاسم"]),
        ("\uff43\uff4c\uff41\uff53\uff53 \ufb01le x\xb2", ["class", "file", "x2"]),
        ("e\u0301te\u0301", ["été"]),
        ("a\u200db\u202ec\ufeff☃", ["a", "b", "c"]),
        ("StartTime<", ["Start", "Time", "less", "than"]),
        ("-1", ["minus", "1"]),
        ("+1", ["plus", "1"]),
        ("X-1", ["X", "1"]),
        ("", []),
    ],
)
def test_a_name_is_split_into_its_words(text: str, words: list[str]) -> None:
    assert [*naming.split_words(text)] == words


@pytest.mark.parametrize(
    ("label", "name"), [("OAuth", "o_auth"), ("GraphQL", "graphql"), ("List OAuth", "list_o_auth")]
)
def test_a_resource_is_called_as_in_the_official_sdk(label: str, name: str) -> None:
    assert naming.resource_name(label) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HTTP-Referer", "http_referer"),
        ("X-OpenRouter-Title", "x_open_router_title"),
        ("getCurrentKeyMetadata", "get_current_key_metadata"),
        ("beta.responses", "beta_responses"),
        ("_id", "id"),
    ],
)
def test_snake_case(text: str, name: str) -> None:
    assert naming.snake_case(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("API Keys", "APIKeys"),
        ("createKeys", "CreateKeys"),
        ("limit_reset", "LimitReset"),
        ("get /keys/{hash}", "GetKeysHash"),
        ("imageUrl", "ImageURL"),
        ("json_schema_id", "JSONSchemaID"),
        ("UrlPdfSource", "URLPdfSource"),
    ],
)
def test_pascal_case_keeps_acronyms(text: str, name: str) -> None:
    assert naming.pascal_case(text) == name


@pytest.mark.parametrize("text", ["class", "Class", "return", "async"])
def test_a_keyword_gets_an_underscore(text: str) -> None:
    assert naming.identifier(text) == f"{text.lower()}_"


def test_builtins_are_fine_as_names() -> None:
    assert [naming.identifier(text) for text in ("list", "hash", "id")] == ["list", "hash", "id"]


def test_a_reserved_name_gets_an_underscore() -> None:
    assert naming.identifier("retries", reserved=reserved.CALL_OPTIONS) == "retries_"


def test_a_leading_digit_gets_the_fallback_before_it() -> None:
    assert naming.identifier("200") == "value_200"
    assert naming.class_name("3DModel") == "Model3DModel"


def test_a_name_without_letters_gets_the_fallback() -> None:
    assert naming.identifier("!?", fallback="field") == "field"
    assert naming.class_name("") == "Model"


def test_a_class_that_is_called_none_gets_an_underscore() -> None:
    assert naming.class_name("none") == "None_"


@pytest.mark.parametrize(
    ("name", "module"),
    [("CreateKeys", "createkeys"), ("Class", "class_"), ("Aux", "aux_"), ("COM1", "com1_")],
)
def test_the_module_of_a_class(name: str, module: str) -> None:
    assert naming.module_name(name) == module


@pytest.mark.parametrize(
    ("name", "module"),
    [("UnauthorizedResponseError", "unauthorizedresponse_error"), ("Error", "error")],
)
def test_the_module_of_an_exception(name: str, module: str) -> None:
    assert naming.error_module_name(name) == module


@given(st.text())
def test_any_text_becomes_an_identifier(text: str) -> None:
    for made in (
        naming.identifier(text),
        naming.class_name(text),
        naming.group_module(text),
        naming.module_name(naming.class_name(text)),
    ):
        assert made.isidentifier()
        assert made == unicodedata.normalize("NFKC", made)
        assert not keyword.iskeyword(made)
        assert not made.startswith("_")


@given(st.text(st.characters(codec="ascii")))
def test_a_name_in_ascii_stays_in_ascii(text: str) -> None:
    assert naming.identifier(text).isascii()
    assert naming.class_name(text).isascii()


@pytest.mark.parametrize(
    ("text", "identifier", "class_name", "module"),
    [
        ("größe", "größe", "Größe", "grösse"),
        ("名称", "名称", "名称", "名称_"),
        ("id名称", "id名称", "Id名称", "id名称"),
        ("ID名称", "id_名称", "ID名称", "id名称"),
        ("İstanbul", "i̇stanbul", "İstanbul", "i̇stanbul"),
        ("٣ days", "value_٣_days", "Model٣Days", "model٣days"),
        ("\uff43\uff4c\uff41\uff53\uff53", "class_", "Class", "class_"),
        ("\u0301", "value", "Model", "model"),
        ("a_\u0301b", "a_b", "AB", "ab"),
        ("☃", "value", "Model", "model"),
    ],
)
def test_letters_beyond_ascii_are_kept(
    text: str, identifier: str, class_name: str, module: str
) -> None:
    assert naming.identifier(text) == identifier
    assert naming.class_name(text) == class_name
    assert naming.module_name(naming.class_name(text)) == module


def test_a_group_keeps_its_letters_too() -> None:
    assert naming.group_module("Über uns") == "über_uns"
    assert naming.group_module("用户 管理") == "用户_管理"


def test_a_name_that_no_file_system_takes_is_cut_and_stays_unlike_others() -> None:
    made = {naming.class_name("Long" * 80 + end) for end in ("A", "B")}
    assert len(made) == 2
    assert all(len(name) <= 120 and naming.class_name(name) == name for name in made)
    assert len(naming.identifier("long_" * 80)) <= 120
    assert naming.identifier("x" * 120) == "x" * 120
    wide = naming.module_name(naming.class_name("名" * 120))
    assert len(wide.encode()) <= 120
    assert naming.class_name("名" * 120) != naming.class_name("名" * 121)


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ("Plugins", "Plugin"),
        ("Policies", "Policy"),
        ("Boxes", "Box"),
        ("Searches", "Search"),
        ("Addresses", "Address"),
        ("Data", "Data"),
        ("Status", "Status"),
        ("Analysis", "Analysis"),
        ("Access", "Access"),
        ("Ties", "Tie"),
        ("Statistics", "Statistics"),
    ],
)
def test_one_of_several_is_named_in_the_singular(several: str, one: str) -> None:
    assert naming.singular(several) == one
