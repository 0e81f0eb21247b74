"""Searches exceptions for a secret, wherever a tool for error reports could see it."""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Iterable, Iterator
from types import FrameType


def shown_in(error: BaseException, secrets: Iterable[str]) -> list[str]:
    """Return the places in an exception that show a secret; frames of tests are left out.

    Exceptions that a traceback hides (`raise … from None`) are searched as well.
    """
    found: list[str] = []
    secrets = tuple(secrets)
    for each in _chain(error):
        kind = type(each).__name__
        for place, text in _texts(each):
            if any(secret in text for secret in secrets):
                found.append(f"{kind}: {place}")
    return found


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: dict[int, BaseException] = {}
    pending = [error]
    while pending:
        each = pending.pop()
        if id(each) not in seen:
            seen[id(each)] = each
            pending += filter(None, (each.__cause__, each.__context__))
    yield from seen.values()


def _texts(error: BaseException) -> Iterator[tuple[str, str]]:
    yield "str", str(error)
    yield "repr", repr(error)
    yield "args", repr(error.args)
    yield "__dict__", repr(vars(error))
    yield "object", repr(getattr(error, "object", ""))  # of a UnicodeError
    report = traceback.TracebackException.from_exception(error, capture_locals=True)
    for summary in report.stack:
        if "/tests/" not in summary.filename:
            yield f"report of {summary.name}", repr(summary.locals)
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if "/tests/" not in frame.f_code.co_filename:
            yield from _variables(frame)


def _variables(frame: FrameType) -> Iterator[tuple[str, str]]:
    for name, value in frame.f_locals.items():
        place = f"{frame.f_code.co_name}.{name}"
        with contextlib.suppress(AttributeError):  # of an object that is not complete
            yield place, repr(value)
        if not type(value).__module__.startswith("httpx"):  # a response has its body, as it came
            yield f"{place}.__dict__", repr(getattr(value, "__dict__", ""))
