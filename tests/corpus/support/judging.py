"""Whether a value is what a JSON schema of a document says."""

from __future__ import annotations

from typing import Any, Final

from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from openapi_schema_validator import (
    OAS30ReadValidator,
    OAS30WriteValidator,
    OAS31Validator,
    oas30_format_checker,
    oas31_format_checker,
)
from referencing import Registry
from referencing.jsonschema import DRAFT4, DRAFT202012

from tests.corpus.support.contract import WHOLE_PLACE, Contract, Json

_CHOICES: Final = ("anyOf", "oneOf")
MOST: Final = 3
"""How many faults of one value are told."""


class Judge:
    """Holds values against the schemas of one document.

    Args:
        contract: The document. 3.0 has a dialect of its own; 3.1 and later have JSON Schema's.
        access: Whether values go to the server ("write") or come from it ("read").
    """

    def __init__(self, contract: Contract, access: str) -> None:
        self.is_old = contract.version == "3.0"
        specification: Any = DRAFT4 if self.is_old else DRAFT202012
        whole: Any = specification.create_resource(contract.document)
        registry: Any = Registry().with_resource(WHOLE_PLACE, whole)
        kind: Any = OAS31Validator
        if self.is_old:
            kind = OAS30WriteValidator if access == "write" else OAS30ReadValidator
        # A discriminator says how to read a value, and not what one is. Real documents leave its
        # mapping out though the values are no names of schemas; `openai.yaml` does.
        plain = {name: Draft202012Validator.VALIDATORS[name] for name in _CHOICES}
        extended: Any = extend  # it has no types
        kind = extended(kind, plain, type_checker=kind.TYPE_CHECKER.redefine("string", _is_text))
        checker = oas30_format_checker if self.is_old else oas31_format_checker
        self._empty: Any = kind({}, registry=registry, format_checker=checker)

    def faults(self, schema: Json, value: Json) -> list[str]:
        """Say where a value is not what a schema says."""
        judged: Validator = self._empty.evolve(schema=schema)
        found = []
        for fault in judged.iter_errors(value):
            found.append(f"{fault.json_path}: {fault.validator} {_short(fault.message)}")
            if len(found) == MOST:
                break
        return found

    def accepts(self, schema: Json, value: Json) -> bool:
        """Say whether a value is what a schema says."""
        return next(iter(self._empty.evolve(schema=schema).iter_errors(value)), None) is None


def _is_text(_: object, value: object) -> bool:
    return isinstance(value, (str, bytes))


def _short(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:60]} … {text[-37:]}"
