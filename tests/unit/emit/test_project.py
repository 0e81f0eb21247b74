"""pyproject.toml and LICENSE: what the package index and lawyers read."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import Any

import pytest
import yaml

from sdkwright import passes
from sdkwright.config import Config
from sdkwright.config.settings import SETTINGS
from sdkwright.diagnostics import Diagnostics
from sdkwright.emit import emit
from sdkwright.model.licences import KNOWN
from sdkwright.workspace.own_files import templates
from tests.unit.support.lowering import CONFIG, lower_data

PLAIN = replace(CONFIG, license="")


def texts(info: str = "{}", settings: Config = PLAIN) -> dict[str, str]:
    given = yaml.safe_load(info)
    lowered = lower_data({"paths": {}, "info": {"title": "T", "version": "1", **given}})
    return dict(emit(passes.run(lowered.api, settings, Diagnostics()), settings))


def project(info: str = "{}", settings: Config = PLAIN) -> dict[str, Any]:
    content: dict[str, Any] = tomllib.loads(texts(info, settings)["pyproject.toml"])["project"]
    return content


@pytest.mark.parametrize("description", ["", " ", "\n"])
def test_nothing_without_a_description_has_an_empty_docstring(description: str) -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    content = {"application/json": {"schema": schema}}
    responses = {"400": {"description": description, "content": content}}
    operation = {
        "operationId": "a",
        "summary": description,
        "tags": ["t"],
        "responses": responses,
        "parameters": [{"name": "q", "in": "query", "description": description, "schema": {}}],
    }
    lowered = lower_data(
        {
            "tags": [{"name": "t", "description": description}],
            "paths": {"/x": {"get": operation}},
        }
    )
    made = emit(passes.run(lowered.api, PLAIN, Diagnostics()), PLAIN)
    (text,) = [text for text in made.values() if ", data=ABadRequestErrorData):" in text]
    assert [path for path, each in made.items() if '""""""' in each] == []
    assert ", data=ABadRequestErrorData):\n    data: ABadRequestErrorData\n" in text


def test_nobody_gets_a_licence_who_did_not_choose_one() -> None:
    made = texts()
    assert "LICENSE" not in made
    assert "License" not in made["README.md"]
    assert {"license", "license-files"}.isdisjoint(project())


@pytest.mark.parametrize(
    ("info", "expected"),
    [
        ("license: {name: Any, identifier: MIT}", "MIT"),
        ("license: {name: MIT}", "MIT"),
        ("license: {name: The MIT  License}", "MIT"),
        ("license: {name: Apache 2.0, url: 'https://www.apache.org'}", "Apache-2.0"),
        ("license: {name: 'Apache License, Version 2.0'}", "Apache-2.0"),
        ("license: {name: MPL 2.0}", "MPL-2.0"),
        ("license: {name: Any, identifier: EUPL-1.2}", "EUPL-1.2"),
        ("license: {name: BSD}", None),
        ("license: {name: Proprietary}", None),
        ("license: {identifier: 'MIT\"'}", None),
        ("license: {identifier: mit}", None),
        ("license: {identifier: '((('}", None),
        ("license: {identifier: ../../x}", None),
        ("license: {identifier: MIT OR ISC}", "MIT OR ISC"),
        ("license: {name: 3}", None),
        ("license: MIT", None),
        ("{}", None),
    ],
)
def test_the_document_says_the_licence(info: str, expected: str | None) -> None:
    assert project(info).get("license") == expected
    assert ("License: " in texts(info)["README.md"]) is (expected is not None)


@pytest.mark.parametrize(
    ("info", "license_", "codes"),
    [
        ("license: {name: Proprietary}", "", ["unknown-license"]),
        ("license: {name: Any, identifier: Nope}", "", ["unknown-license"]),
        ("license: {name: Proprietary}", "MIT", []),
        ("license: {name: MIT}", "", []),
        ("{}", "", []),
    ],
)
def test_a_licence_that_cannot_be_told_is_reported(
    info: str, license_: str, codes: list[str]
) -> None:
    data = {"paths": {}, "info": {"title": "T", "version": "1", **yaml.safe_load(info)}}
    assert [code for code, _, _ in lower_data(data, license=license_).said] == codes


def test_the_settings_win_over_the_document() -> None:
    settings = replace(PLAIN, license="ISC")
    assert project("license: {name: MIT}", settings)["license"] == "ISC"
    assert texts("license: {name: MIT}", settings)["LICENSE"].startswith("ISC License\n")


@pytest.mark.parametrize(
    ("license_", "first", "words"),
    [
        ("MIT", "MIT License", "Permission is hereby granted, free of charge"),
        ("BSD-2-Clause", "BSD 2-Clause License", "Redistribution and use in source"),
        ("BSD-3-Clause", "BSD 3-Clause License", "Neither the name of the copyright holder"),
        ("ISC", "ISC License", "Permission to use, copy, modify, and/or distribute"),
    ],
)
def test_a_short_licence_names_the_authors(license_: str, first: str, words: str) -> None:
    settings = replace(
        PLAIN, license=license_, authors=(("A <b>", "a@b.example"), ("C {{ d }}", ""))
    )
    text = texts(settings=settings)["LICENSE"]
    assert text.splitlines()[:3] == [first, "", "Copyright (c) A <b>, C {{ d }}"]
    assert words in text
    assert project(settings=settings)["license-files"] == ["LICENSE"]
    nameless = texts(settings=replace(PLAIN, license=license_))["LICENSE"]
    assert nameless.splitlines()[2] == "Copyright (c) the authors of openrouter"


@pytest.mark.parametrize(
    ("license_", "words"),
    [
        ("Apache-2.0", "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION"),
        ("MPL-2.0", "Mozilla Public License Version 2.0"),
    ],
)
def test_a_long_licence_is_as_it_is(license_: str, words: str) -> None:
    text = texts(settings=replace(PLAIN, license=license_))["LICENSE"]
    assert words in text
    assert "openrouter" not in text


@pytest.mark.parametrize("license_", ["EUPL-1.2", "MIT OR Apache-2.0", "LicenseRef-Acme"])
def test_a_licence_without_a_text_of_ours_has_no_file(license_: str) -> None:
    settings = replace(PLAIN, license=license_)
    assert "LICENSE" not in texts(settings=settings)
    assert project(settings=settings)["license"] == license_
    assert "license-files" not in project(settings=settings)


def test_the_settings_describe_the_project() -> None:
    settings = replace(
        PLAIN,
        authors=(("Ann", "ann@a.example"), ("Ben", ""), ("", "c@c.example")),
        keywords=("api", "weather forecast"),
        classifiers=("Topic :: Internet", "Development Status :: 4 - Beta"),
        extras=(("cli", ("rich>=14", "click")), ("x-y", ())),
    )
    made = project(settings=settings)
    assert made["authors"] == [
        {"name": "Ann", "email": "ann@a.example"},
        {"name": "Ben"},
        {"email": "c@c.example"},
    ]
    assert made["keywords"] == ["api", "weather forecast"]
    assert made["classifiers"][0] == "Development Status :: 4 - Beta"
    assert made["classifiers"][-2:] == ["Topic :: Internet", "Typing :: Typed"]
    extras = made["optional-dependencies"]
    assert [*extras] == ["fast", "socks", "cli", "x-y"]
    assert (extras["cli"], extras["x-y"]) == (["rich>=14", "click"], [])


def test_nothing_is_written_that_nobody_set() -> None:
    made = project()
    assert {"authors", "keywords"}.isdisjoint(made)
    assert [*made["optional-dependencies"]] == ["fast", "socks"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("authors", '["Ann"]'),
        ("authors", "[{}]"),
        ("authors", '[{ name = "a\\nb" }]'),
        ("authors", '[{ name = "A", email = "none" }]'),
        ("authors", '[{ name = "A", web = "x" }]'),
        ("keywords", '["a,b"]'),
        ("keywords", '"a"'),
        ("classifiers", '["Beta"]'),
        ("classifiers", '["License :: OSI Approved :: MIT License"]'),
        ("classifiers", '["Typing :: Typed"]'),
        ("optional_dependencies", '{ fast = ["x"] }'),
        ("optional_dependencies", '{ CLI = ["x"] }'),
        ("optional_dependencies", '{ cli = "x" }'),
        ("optional_dependencies", '{ cli = ["not a requirement"] }'),
        ("optional_dependencies", "{ cli = [1] }"),
    ],
)
def test_a_value_of_another_shape_is_refused(key: str, value: str) -> None:
    kind = SETTINGS[f"package.{key}"].kind
    assert not kind.accepts(tomllib.loads(f"value = {value}")["value"])


def test_each_licence_that_is_known_has_a_text() -> None:
    folder = templates() / "licenses"
    assert {path.stem for path in folder.glob("*.txt")} == KNOWN
