"""What people and tools get to see of the SDK's objects; no secret may be in it."""

from __future__ import annotations

import io
import logging
import pickle
import traceback

from tests.faults.support.harness import CREATED, KEY


class Shown(logging.Handler):
    """Collects all that is logged, and what tests add."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self._text = io.StringIO()
        self.formatter = logging.Formatter()

    def emit(self, record: logging.LogRecord) -> None:
        self.add(self.format(record), repr(record.args))

    def add(self, *texts: str) -> None:
        """Add what was printed elsewhere, such as by another process."""
        for text in texts:
            self._text.write(f"{text}\n")

    def add_object(self, value: object) -> None:
        """Add all that can be seen of an object."""
        self.add(repr(value), str(value), repr(getattr(value, "__dict__", "")))

    def add_brief(self, error: BaseException) -> None:
        """Add what can be seen of an exception without its frames, which take longest."""
        self.add_object(error)
        self.add(repr(error.args), pickle.dumps(error).decode("latin-1"))

    def add_error(self, error: BaseException) -> None:
        """Add all that a tool for error reports sees of an exception, variables of frames too."""
        seen: BaseException | None = error
        self.add(*traceback.format_exception(error))
        while seen is not None:
            self.add(repr(seen), str(seen), repr(seen.args), repr(vars(seen)))
            frames = traceback.StackSummary.extract(
                traceback.walk_tb(seen.__traceback__), capture_locals=True
            )
            # The frames of a test have what the test gave.
            self.add(*(repr(f.locals) for f in frames if "/tests/" not in f.filename))
            seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
        self.add(pickle.dumps(error).decode("latin-1"))

    def text(self) -> str:
        """All of it."""
        return self._text.getvalue()

    def check(self) -> None:
        """Fail if a secret is in it."""
        text = self.text()
        for secret, name in ((KEY, "API key"), (CREATED, "created key")):
            before = text.partition(secret)[0]
            # A part of the secret would be one as well, so only what stood before it is told.
            assert before == text, f"the {name} was shown after {before[-300:]!r}"
