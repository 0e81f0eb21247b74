"""What is found in an `Api` by its references."""

from __future__ import annotations

from sdkwright.model import ir
from sdkwright.model.lookup import Lookup
from sdkwright.model.origin import key_of
from tests.unit.support.origins import named, origin
from tests.unit.support.views import PLACE, TEXT, api


def union(name: str, *variants: ir.Type, module: str = "") -> ir.Union:
    return ir.Union(
        origin(f"/components/{name}"),
        "components",
        (),
        ir.Doc(),
        PLACE,
        ir.Name(name, name),
        module or name.lower(),
        variants,
        discriminator=None,
    )


def chain(count: int, module: str = "") -> list[ir.Union]:
    """Return unions that contain a list of the next one each."""
    last = union(f"U{count - 1}", TEXT, ir.Primitive("integer"), module=module)
    return [
        *(
            union(f"U{n}", ir.ListOf(named(f"/components/U{n + 1}")), TEXT, module=module)
            for n in range(count - 1)
        ),
        last,
    ]


def late(*declarations: ir.Declaration) -> list[str]:
    return sorted(key_of(id_.node) for id_ in Lookup(api(declarations=declarations)).late)


def test_a_union_that_contains_itself_is_late() -> None:
    assert late(union("U", ir.ListOf(named("/components/U")), TEXT)) == ["U"]


def test_modules_that_import_each_other_as_deep_as_they_may() -> None:
    assert late(*chain(20)) == []


def test_modules_that_import_each_other_too_deep() -> None:
    assert late(*chain(21)) == ["U0"]
    assert late(*chain(41)) == ["U0", "U20"]


def test_unions_in_one_module_import_nothing() -> None:
    assert late(*chain(41, module="all")) == []
