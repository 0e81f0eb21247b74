"""The small parts: lazy imports, dates, settings as people see them."""

from __future__ import annotations

import asyncio
import math
import subprocess
import sys
import textwrap
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum, IntEnum
from pathlib import Path
from uuid import UUID

import pytest

from sdkwright.runtime.coroutines import run
from sdkwright.runtime.http.wire import text_of
from sdkwright.runtime.json.dates import parse_datetime
from sdkwright.runtime.lazy import lazy_exports
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.retries import BackoffStrategy, RetryConfig
from tests.runtime.support.sdk import PetStore

ROOT = Path(__file__).parents[2]


def test_names_are_imported_when_they_are_asked_for(tmp_path: Path) -> None:
    package = tmp_path / "shop"
    package.mkdir()
    (package / "__init__.py").write_text(
        "from sdkwright.runtime.lazy import lazy_exports\n"
        "__getattr__, __dir__, __all__ = lazy_exports(\n"
        "    __name__, {'.': ('errors',), '.pet': ('Pet', 'Tag', 'Legs')}\n"
        ")\n"
    )
    (package / "pet.py").write_text("print('pet')\nclass Pet: pass\nTag = str\nLegs = int\n")
    (package / "errors.py").write_text("print('errors')\n")
    program = f"""
        import sys
        sys.path[:0] = [{str(tmp_path)!r}, {str(ROOT / 'generator')!r}]
        import shop
        print(shop.__all__)
        print([name for name in dir(shop) if not name.startswith("_")])
        print(shop.Pet is shop.Pet, vars(shop)["Pet"].__name__)
        print(shop.Tag, shop.Legs)
        print(shop.errors.__name__)
        try:
            shop.Cat
        except AttributeError as error:
            print(error)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [
        "['Legs', 'Pet', 'Tag', 'errors']",
        "['Legs', 'Pet', 'Tag', 'errors']",
        "pet",
        "True Pet",
        "<class 'str'> <class 'int'>",
        "errors",
        "shop.errors",
        "module 'shop' has no attribute 'Cat'",
    ]


def test_a_missing_name_of_a_package_is_an_attribute_error() -> None:
    getattr_, _, _ = lazy_exports("sys", {})
    with pytest.raises(AttributeError, match="module 'sys' has no attribute 'Pet'"):
        getattr_("Pet")


def test_the_http_library_is_not_imported_before_the_first_call() -> None:
    program = """
        import sys
        from tests.runtime.support.sdk import PetStore
        PetStore("k")
        sys.exit(bool({"httpx2", "httpcore2", "ssl", "asyncio"} & set(sys.modules)))
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(program)], cwd=ROOT, check=True)


def test_a_client_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError, match="'PetStore' object has no attribute 'shops'"):
        PetStore("k").shops  # type: ignore[attr-defined]


def test_a_client_lists_its_resources() -> None:
    assert "pets" in dir(PetStore("k"))
    assert PetStore("k").pets is not PetStore("k").pets


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2027-12-31T23:59:59Z", datetime(2027, 12, 31, 23, 59, 59, tzinfo=UTC)),
        (
            "2027-12-31T23:59:59.25+01:30",
            datetime(
                2027, 12, 31, 23, 59, 59, 250000, tzinfo=timezone(timedelta(hours=1, minutes=30))
            ),
        ),
    ],
)
def test_reads_dates(text: str, moment: datetime) -> None:
    assert parse_datetime(text) == moment


def test_refuses_what_is_no_date() -> None:
    with pytest.raises(ValueError, match="tomorrow"):
        parse_datetime("tomorrow")


def test_writes_dates_as_the_api_reads_them() -> None:
    assert text_of(datetime(2027, 12, 31, 23, 59, 59, tzinfo=UTC), "n") == "2027-12-31T23:59:59Z"


def test_settings_are_readable() -> None:
    assert repr(RetryConfig("backoff", BackoffStrategy(500, 8000, 1.5, 30000), True)) == (
        "RetryConfig('backoff', BackoffStrategy(initial_interval=500, max_interval=8000, "
        "exponent=1.5, max_elapsed_time=30000, jitter_ms=None), True, None, retry_unsafe=False)"
    )


@pytest.mark.parametrize(
    ("status", "name"), [(404, "Exact"), (422, "Range"), (500, "Default"), (302, "Default")]
)
def test_the_most_exact_status_says_which_exception(status: int, name: str) -> None:
    classes = {name: type(name, (Exception,), {}) for name in ("Exact", "Range", "Default")}
    operation: Operation[None] = Operation(
        "x",
        "GET",
        "/x",
        returns={},
        errors={
            "default": lambda: classes["Default"],
            "4XX": lambda: classes["Range"],
            404: lambda: classes["Exact"],
        },
    )
    found = operation.error(status)
    assert found is not None
    assert found().__name__ == name


class Colour(Enum):
    RED = "red"


class Size(IntEnum):
    LARGE = 3


class Loud(int):
    def __str__(self) -> str:
        return "!"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Colour.RED, "red"),
        (Size.LARGE, "3"),
        (Loud(3), "3"),
        (1.5, "1.5"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
    ],
)
def test_scalars_as_text(value: object, text: str) -> None:
    assert text_of(value, "n") == text


@pytest.mark.parametrize("value", [object(), None, {"a": 1}, ["a"], 1j, math.nan])
def test_what_is_no_scalar_is_no_text(value: object) -> None:
    with pytest.raises(ValueError, match=r"^n (is .*can't be represented|must be a single value)"):
        text_of(value, "n")


def test_a_coroutine_that_waits_for_a_loop_is_refused_in_a_sync_call() -> None:
    async def nap() -> None:
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="A sync call can't wait for an event loop"):
        run(nap())


def test_a_coroutine_that_never_waits_is_run_to_its_end() -> None:
    async def inner() -> int:
        return 2

    async def outer() -> int:
        return 1 + await inner()

    assert run(outer()) == 3
