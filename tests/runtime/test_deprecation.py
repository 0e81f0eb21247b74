"""Methods that the API's document deprecates."""

from __future__ import annotations

import asyncio
import inspect
import typing
import warnings
from collections.abc import Callable
from typing import Any
from unittest.mock import create_autospec

import pytest

from sdkwright.runtime.deprecation import deprecated

WARNING = "lend is deprecated. Use `borrow` instead."


def library() -> Any:
    """Return an object with a deprecated method, which nobody has called yet."""

    class Books:
        @deprecated(WARNING)
        def lend(self, *, days: int = 7) -> str:
            """Lend a book."""
            return f"for {days} days"

        @deprecated(WARNING)
        async def lend_async(self, *, days: int = 7) -> str:
            """Lend a book."""
            return f"for {days} days"

    return Books()


def lend(books: Any) -> str:
    return str(books.lend(days=1))


def lend_async(books: Any) -> str:
    async def main() -> str:
        return str(await books.lend_async(days=1))

    return asyncio.run(main())


both = pytest.mark.parametrize("lent", [lend, lend_async])


@both
def test_the_first_call_warns_where_it_is_made(lent: Callable[[Any], str]) -> None:
    books = library()
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        assert [lent(books), lent(books)] == ["for 1 days", "for 1 days"]
    (warning,) = seen
    assert (warning.category, str(warning.message)) == (DeprecationWarning, WARNING)
    assert warning.filename == __file__


@pytest.mark.parametrize("name", ["lend", "lend_async"])
def test_a_deprecated_method_looks_like_any_other(name: str) -> None:
    method = getattr(library(), name)
    assert str(inspect.signature(method, eval_str=True)) == "(*, days: int = 7) -> str"
    assert typing.get_type_hints(method) == {"days": int, "return": str}
    assert method.__doc__ == "Lend a book."
    assert method.__deprecated__ == WARNING
    assert inspect.iscoroutinefunction(method) is (name == "lend_async")


def test_a_mock_of_a_deprecated_method_checks_its_arguments() -> None:
    mock = create_autospec(library(), instance=True)
    mock.lend(days=1)
    with pytest.raises(TypeError, match="dyas"):
        mock.lend(dyas=1)
