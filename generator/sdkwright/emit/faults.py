"""Faults in templates that are not ours, as the place and the reason for a diagnostic."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

_FAULTS: Final = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""What a template can raise: Jinja's errors, and those of filters and of Python's operators."""


class TemplateFault(Exception):  # noqa: N818  a fault of the template's author, not of ours
    """A template cannot be read or rendered.

    Args:
        reason: Why, as one line.
        file: The template.
        line: The line, or 0 if it is not known.
    """

    def __init__(self, reason: str, file: str, line: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.file = file
        self.line = line


@contextmanager
def reported(own: Path | None) -> Iterator[None]:
    """Turn what a template in a folder raises into a `TemplateFault`; ours have none.

    Raises:
        TemplateFault: A template in the folder cannot be read or rendered.
    """
    try:
        yield
    except _FAULTS as error:
        place = None if own is None else _place(error, own)
        if place is None:
            raise
        reason = " ".join(str(error.message if isinstance(error, TemplateError) else error).split())
        if isinstance(error, TemplateNotFound):
            reason = f"there is no template `{error.name}`"
        raise TemplateFault(reason or type(error).__name__, *place) from error


def _place(error: Exception, own: Path) -> tuple[str, int] | None:
    """Return the file and line of the innermost template in a folder that an error came from."""
    if isinstance(error, TemplateSyntaxError) and error.filename is not None:
        return (error.filename, error.lineno) if _is_in(error.filename, own) else None
    found: tuple[str, int] | None = None
    step: TracebackType | None = error.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if _is_in(file, own):
            found = (file, step.tb_lineno)
        step = step.tb_next
    return found


def _is_in(file: str, folder: Path) -> bool:
    return Path(file).is_relative_to(folder)
