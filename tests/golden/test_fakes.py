"""The fake client of every case answers each method from the document's examples."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from sdkwright.model import ir
from tests.golden.support.cases import Case, made_cases
from tests.golden.test_calls import example_arguments

each_case = pytest.mark.parametrize("case", made_cases(), ids=lambda case: case.name)


def fake_of(case: Case, **settings: Any) -> Any:
    module = importlib.import_module(f"{case.config.module}.testing")
    return getattr(module, f"Fake{case.config.client_class}")(**settings)


def at(holder: Any, path: str) -> Any:
    for name in path.split("."):
        holder = getattr(holder, name)
    return holder


def has_example(operation: ir.Operation) -> bool:
    first = operation.responses[0]
    media = first.media_types[:1]
    return not media or (
        media[0].content == "json" and media[0].xml is None and media[0].example is not None
    )


@pytest.fixture
def importing(sdks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(sdks)


@pytest.mark.usefixtures("importing")
@each_case
def test_every_method_has_a_stub_which_its_calls_reach(case: Case) -> None:
    for resource in case.index.resources():
        for operation in resource.operations:
            if operation.signature.answer != "value" or operation.signature.accept is not None:
                continue
            name = f"{resource.name.python}.{operation.name.python}"
            with fake_of(case, response_validation="strict") as fake:
                stub = at(fake, name)
                method = at(fake.client, name)
                arguments = example_arguments(operation)
                if has_example(operation):
                    method(**arguments)
                else:
                    with pytest.raises(ValueError, match="has no example of what"):
                        method(**arguments)
                assert len(stub.calls) == 1
