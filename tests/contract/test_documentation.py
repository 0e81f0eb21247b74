"""Every Python block of the generated documentation runs, against Prism."""

from __future__ import annotations

import logging
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import openrouter
from tests.contract.support.calls import ERRORS
from tests.contract.support.contract import contract
from tests.contract.support.prism import ROOT, Prism
from tests.contract.support.witness import Witness

GENERATED = ROOT / "generated"
FENCE = re.compile(r"^(?P<indent> *)```python\n(?P<code>.*?)^ *```$", re.MULTILINE | re.DOTALL)
CAUGHT = re.compile(r"^ *except .*\b(?P<error>\w+ResponseError)\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A Python block of a page; `line` is that of its first line of code."""

    page: Path
    line: int
    code: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(GENERATED).as_posix()}:{self.line}"

    def run(self) -> None:
        """Run it as a program; a traceback shows the page and its line."""
        code = compile("\n" * (self.line - 1) + self.code, str(self.page), "exec")
        exec(code, {"__name__": "__main__"})


def blocks() -> list[Block]:
    """Find all Python blocks, in a fixed order."""
    found = []
    for page in sorted(GENERATED.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        for match in FENCE.finditer(text):
            line = text.count("\n", 0, match.start("code")) + 1
            found.append(Block(page, line, textwrap.dedent(match["code"])))
    return found


BLOCKS = blocks()


@pytest.fixture
def witness() -> Iterator[Witness]:
    with Witness(contract()) as watching:
        yield watching


@pytest.fixture(autouse=True)
def redirected(monkeypatch: pytest.MonkeyPatch, prism: Prism, witness: Witness) -> None:
    """Let `OpenRouter(...)` talk to Prism, through connections that are watched."""

    make = openrouter.OpenRouter.__init__

    def redirect(self: openrouter.OpenRouter, *args: Any, **options: Any) -> None:
        options |= {"server": None, "server_url": prism.url}
        options.setdefault("client", witness.client)
        options.setdefault("async_client", witness.async_client)
        if witness.prefer:
            options["retry_config"] = None  # Prism's mind will not change
        make(self, *args, **options)

    monkeypatch.setattr(openrouter.OpenRouter, "__init__", redirect)
    monkeypatch.setenv("OPENROUTER_API_KEY", "sk-or-v1-test")


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """Undo what a block about logging sets up."""
    loggers = (logging.getLogger(), logging.getLogger("openrouter"))
    before = [(logger, logger.level, list(logger.handlers)) for logger in loggers]
    yield
    for logger, level, handlers in before:
        logger.setLevel(level)
        logger.handlers[:] = handlers


@pytest.mark.parametrize("block", BLOCKS, ids=str)
def test_a_block_runs(block: Block) -> None:
    block.run()


@pytest.mark.parametrize(
    ("block", "status"),
    [
        (block, status)
        for block in BLOCKS
        for status, error in ERRORS.items()
        if error in CAUGHT.findall(block.code)
    ],
    ids=str,
)
def test_a_block_that_catches_an_error_runs_when_it_is_raised(
    block: Block, status: int, witness: Witness
) -> None:
    witness.prefer = f"code={status}"
    block.run()
    assert [response.status_code for response in witness.responses][:1] == [status]


def test_no_block_is_overlooked() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in GENERATED.rglob("*.md"))
    assert len(BLOCKS) == len(re.findall("^ *(?:```|~~~) *py", text, re.MULTILINE | re.IGNORECASE))


def test_a_block_that_fails_says_where() -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        Block(GENERATED / "README.md", 7, "1 / 0").run()
    assert raised.traceback[-1].path == GENERATED / "README.md"
    assert raised.traceback[-1].lineno == 6  # counted from 0


def test_there_is_a_block_for_every_operation() -> None:
    page = GENERATED / "docs" / "sdks" / "apikeys" / "README.md"
    assert len([block for block in BLOCKS if block.page == page]) == len(contract().operations)


def test_readme_has_blocks() -> None:
    assert any(block.page == GENERATED / "README.md" for block in BLOCKS)
