"""A client for tests, which sends nothing: `FakePayloads`.

What it returns are the examples of the API's document, or what a test says.

Example:
    ```python
    from payloads.testing import FakePayloads

    with FakePayloads() as fake:
        run(fake.client)  # the code under test
    ```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ._runtime.testing import Examples, Fake, RecordedCall, Stub, Stubs, fixture
from .client import Payloads

__all__ = [
    "FakePayloads",
    "RecordedCall",
    "Stub",
    "fake_payloads",
]

_EXAMPLES: Examples = {}


class JobsStubs:
    """What the methods of `Jobs` do in a test."""

    def __init__(self, stubs: Stubs) -> None:
        self.add_job: Stub[None] = stubs.of("addJob", "jobs.add_job")
        self.add_job_multipart: Stub[None] = stubs.of("addJob_multipart", "jobs.add_job_multipart")
        self.add_job_text: Stub[None] = stubs.of("addJob_text", "jobs.add_job_text")
        self.add_job_raw: Stub[None] = stubs.of("addJob_raw", "jobs.add_job_raw")
        self.set_form: Stub[None] = stubs.of("setForm", "jobs.set_form")
        self.patch_job: Stub[None] = stubs.of("patchJob", "jobs.patch_job")
        self.send_xml: Stub[None] = stubs.of("sendXml", "jobs.send_xml")
        self.send_image: Stub[None] = stubs.of("sendImage", "jobs.send_image")
        self.send_map: Stub[None] = stubs.of("sendMap", "jobs.send_map")
        self.send_lines: Stub[None] = stubs.of("sendLines", "jobs.send_lines")
        self.send_records: Stub[None] = stubs.of("sendRecords", "jobs.send_records")
        self.set_priority: Stub[None] = stubs.of("setPriority", "jobs.set_priority")
        self.send_parts: Stub[None] = stubs.of("sendParts", "jobs.send_parts")
        self.send_related: Stub[None] = stubs.of("sendRelated", "jobs.send_related")
        self.send_notes: Stub[None] = stubs.of("sendNotes", "jobs.send_notes")


class FakePayloads(Fake[Payloads]):
    """A client that sends nothing, as `client`, and what its methods do in a test.

    Args:
        **settings: The arguments of the client. Credentials need no values, and failures are not
            retried unless `max_retries` is given.
    """

    def __init__(self, **settings: Any) -> None:
        stubs = Stubs(_EXAMPLES)
        super().__init__(Payloads, stubs, (), settings)
        self.jobs = JobsStubs(stubs)


@fixture
def fake_payloads() -> Iterator[FakePayloads]:
    """Return a fake client: a fixture of pytest, for `pytest_plugins` in `conftest.py`."""
    with FakePayloads() as fake:
        yield fake
