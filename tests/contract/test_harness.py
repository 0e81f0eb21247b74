"""The harness can fail: a client that is made from a damaged copy of the document is caught.

Prism serves the true document; only the client comes from the damaged one.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.contract.support.calls import WORKSPACE
from tests.contract.support.checks import Subject, check_example
from tests.contract.support.contract import SPEC, Documented, Json, contract, load
from tests.contract.support.prism import ROOT, Prism
from tests.contract.support.witness import MOST_REQUESTS, ContractError, Witness
from tests.support.companions import CompanionError


@dataclass(frozen=True, slots=True)
class Damage:
    """Something wrong in a copy of the document.

    Args:
        name: What is wrong, as the end of a module's name.
        do: Does it.
        documented: The response that shows it.
        evidence: What the harness says, as a regular expression.
        arguments: What the call is given in place of its own arguments.
    """

    name: str
    do: Callable[[Json], object]
    documented: Documented
    evidence: str
    arguments: Mapping[str, object] | None = None


def _rename(mapping: dict[str, Json], old: str, new: str) -> None:
    """Rename a key in its place."""
    items = [(new if key == old else key, value) for key, value in mapping.items()]
    mapping.clear()
    mapping.update(items)


def _body(document: Json, path: str, method: str) -> Json:
    return document["paths"][path][method]["requestBody"]["content"]["application/json"]["schema"]


def _key(document: Json) -> Json:
    """The schema of the key that GET /keys/{hash} answers with."""
    response = document["paths"]["/keys/{hash}"]["get"]["responses"]["200"]
    return response["content"]["application/json"]["schema"]["properties"]["data"]


def _path(document: Json) -> None:
    _rename(document["paths"], "/key", "/current-key")


def _method(document: Json) -> None:
    _rename(document["paths"]["/keys/{hash}"], "patch", "put")


def _query(document: Json) -> None:
    document["paths"]["/keys"]["get"]["parameters"][2]["name"] = "workspace"


def _required_property(document: Json) -> None:
    schema = _body(document, "/keys", "post")
    _rename(schema["properties"], "name", "title")
    schema["required"] = ["title"]


def _optional_property(document: Json) -> None:
    _rename(_body(document, "/keys/{hash}", "patch")["properties"], "limit", "budget")


def _security(document: Json) -> None:
    document["paths"]["/key"]["get"]["security"] = []


def _type(document: Json) -> None:
    _key(document)["properties"]["usage"] = {"type": "string"}


def _required_field(document: Json) -> None:
    _key(document)["properties"]["colour"] = {"type": "string"}
    _key(document)["required"].append("colour")


def _forgotten_field(document: Json) -> None:
    del _key(document)["properties"]["label"]
    _key(document)["required"].remove("label")


def _not_nullable(document: Json) -> None:
    response = document["paths"]["/keys"]["get"]["responses"]["200"]
    item = response["content"]["application/json"]["schema"]["properties"]["data"]["items"]
    item["properties"]["limit"]["type"] = "number"


def _error(document: Json) -> None:
    schema = document["components"]["schemas"]["NotFoundResponseErrorData"]
    schema["properties"]["code"] = {"type": "string"}


GET, GET_KEY = Documented("GET /keys", 200), Documented("GET /keys/{hash}", 200)
PATCH = Documented("PATCH /keys/{hash}", 200)

DAMAGES = (
    Damage("path", _path, Documented("GET /key", 200), "Prism answers 404"),
    Damage("method", _method, PATCH, "Prism answers 405"),
    Damage(
        "query",
        _query,
        GET,
        "not in the document: query parameter workspace",
        {"workspace": WORKSPACE},
    ),
    Damage(
        "required_property",
        _required_property,
        Documented("POST /keys", 201),
        "sl-violations: .*required property 'name'",
        {"title": "My New API Key"},
    ),
    Damage(
        "optional_property",
        _optional_property,
        PATCH,
        "not in the document: body property budget",
        {"hash": "x", "budget": 75},
    ),
    Damage("security", _security, Documented("GET /key", 200), "sl-violations: .*security"),
    Damage("type", _type, GET_KEY, r"drift: .*\$\.data\.usage"),
    Damage("required_field", _required_field, GET_KEY, r"drift: .*\$\.data\.colour"),
    Damage("forgotten_field", _forgotten_field, GET_KEY, r"\$\.data\.label is lost"),
    Damage("not_nullable", _not_nullable, GET, r"drift: .*\$\.data\[\]\.limit"),
    Damage("error", _error, Documented("GET /keys/{hash}", 404), r"drift: .*\$\.error\.code"),
)


def _make_client(
    document: Json, name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, prism: Prism
) -> Subject:
    spec = folder / "openapi.yaml"
    spec.write_text(yaml.safe_dump(document, sort_keys=False), encoding="utf-8")
    module = f"damaged_{name}"
    output = folder / "sdk"
    command = ("gen", "--spec", str(spec), "--module", module, "--output", str(output))
    done = subprocess.run(
        [sys.executable, "-m", "sdkwright", *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    monkeypatch.syspath_prepend(output / "src")
    package = importlib.import_module(module)
    client_class = "".join(word.capitalize() for word in module.split("_"))
    return Subject(package, client_class, prism.url, contract())


def _copy() -> Json:
    """Copy the document; nothing in the copy is shared, as it is behind YAML's aliases."""
    return json.loads(json.dumps(load(SPEC)))


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(damage, id=damage.name, marks=[pytest.mark.extended] if number else [])
        for number, damage in enumerate(DAMAGES)
    ],
)
def test_a_client_of_a_damaged_document_is_caught(
    damage: Damage, prism: Prism, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = _copy()
    damage.do(document)
    subject = _make_client(document, damage.name, tmp_path, monkeypatch, prism)
    with pytest.raises(AssertionError, match=damage.evidence):
        check_example(subject, damage.documented, "sync", damage.arguments)


def test_a_client_of_an_undamaged_copy_is_not_caught(
    prism: Prism, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subject = _make_client(_copy(), "not_at_all", tmp_path, monkeypatch, prism)
    for documented in contract().responses():
        check_example(subject, documented, "sync")


def test_a_loop_of_requests_is_ended(sdk: Subject) -> None:
    with Witness(contract(), prefer="example=page") as witness, sdk.client(witness) as client:
        for _ in range(MOST_REQUESTS):
            client.api_keys.list()
        with pytest.raises(ContractError, match="more than 50 requests"):
            client.api_keys.list()


def test_prism_says_why_it_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(CompanionError, match="ENOENT"):
        Prism(tmp_path / "missing.yaml", tmp_path / "log").__enter__()


def test_two_prisms_do_not_disturb_each_other(prism: Prism, tmp_path: Path) -> None:
    with Prism(SPEC, tmp_path / "log") as other:
        assert [other.running, prism.running] == [True, True]
        assert other.url != prism.url
    assert [other.running, prism.running] == [False, True]
