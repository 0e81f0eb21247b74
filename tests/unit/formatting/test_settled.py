"""What is left as it is must be what black would leave: every rule is held against black."""

from __future__ import annotations

import random
import warnings
from collections.abc import Callable
from pathlib import Path

import black
import pytest
from black.mode import TargetVersion
from black.parsing import InvalidInput

from sdkwright.diagnostics import Diagnostics
from sdkwright.model.formatted import Formatted
from sdkwright.output.format import format_all
from sdkwright.output.format.lines import LINE_LENGTH
from sdkwright.output.format.settled import unsettled
from sdkwright.workspace.cache import Cache

ROOT = Path(__file__).parents[3]
MODE = black.Mode(target_versions={TargetVersion.PY311}, line_length=LINE_LENGTH)
PACKAGE = ROOT / "generated/src/openrouter"
GENERATED = [
    path.read_text(encoding="utf-8")
    for path in sorted(PACKAGE.rglob("*.py"))
    if "_runtime" not in path.parts and path.stat().st_size < 8_000
]
LONG = "n" * 60
Change = Callable[[list[str], int, random.Random], None]


def formatted(text: str) -> str:
    return format_all({"a.py": text}, Diagnostics(), Cache(None))["a.py"].decode()


def of_black(text: str) -> str:
    return black.format_str(text, mode=MODE)


@pytest.mark.parametrize(
    "text",
    [
        "x = 1",
        'x: Literal["a", "b"] = "a"',
        'class A(B, kw_only=True):\n    """Text."""\n\n    a: int\n    b: int',
        "from a import b, c",
        "from .a import (\n    b,\n)",
        "def f(\n    self,\n    *,\n    a: int | None = None,\n    **b: C[D],\n) -> D[E, F]: ...",
        'x = f(\n    "a",\n    b={\n        1: lambda: c.d,\n    },\n    e=("g",),\n)',
        'x = {\n    "a": (\n        "' + "n" * 90 + '",\n    ),\n}',
        "if not TYPE_CHECKING:  # a comment\n    a, b = c()",
        '__all__ = ["a"]\n__all__ += ["b"]',
        "if TYPE_CHECKING:\n    from .a import *\n    from .b import *\nelse:\n    a = 1",
    ],
)
def test_these_are_left_to_themselves(text: str) -> None:
    assert unsettled(text.split("\n")) == []
    assert of_black(f"{text}\n") == f"{text}\n"


@pytest.mark.parametrize(
    "text",
    [
        "x=1",
        "x = 'a'",
        "x = (1)",
        "x: int=1",
        "x = f(a = 1)",
        "x = f(a , b)",
        "x = f( a)",
        "x = a [0]",
        "x = f(a, b,)",
        "x = f(\n    a,\n)",
        "x: A[\n    b,\n]",
        "x = f(\n    a\n)",
        "x = f(\n    a, b,\n)",
        "x = f(\n  a,\n  b,\n)",
        f"x = f({LONG}, {LONG})",
        "from a import (b)",
        "class A():\n    b: int",
        "if a: b = 1",
        "def f(): return 1",
        "x = 0XFF",
        "x = a|b",
        'x = R"a"',
        "return(x)",
        "x = a\n\n\n\ny = b",
        "import a\nx = b",
        "x = a\nclass A(B):\n    c: int",
        "class A(B):\n    c: int\nx = a",
        "class A(B):\n\n    c: int",
        "class A(B):\n        c: int",
        'class A(B):\n    """Text. """',
        'class A(B):\n    """Text.\n      More."""',
        'class A(B):\n    """Text."""\n    c: int',
        '"""Text."""\nimport a',
    ],
)
def test_these_are_for_black(text: str) -> None:
    assert unsettled(text.split("\n")) != []


@pytest.mark.parametrize(
    "text",
    [
        'def f():\n    """Text.\n\nMore.\n    """\n    return a',
        'class A(B):\n    """Text. """\n\n    c: int',
        'class A(B):\n    c: int\n\n    def f():\n        """Text.\n            \n        More."""',
        'def f():\n    """Text.\n# statement 0\n    # statement 1\n    More.  """\n    a = b',
        f'"""Text\n{LONG}{LONG}."""\n\nx = a',
        'def f():\n    """ """\n    return a',
        'def f():\n    """Text\\\n  more. """\n    return a',
    ],
)
def test_only_the_docstring_is_for_black(text: str) -> None:
    found = unsettled(text.split("\n")) or []
    assert [statement.piece.is_docstring for statement in found] == [True]
    assert formatted(text) == of_black(f"{text}\n")


def test_many_docstrings_are_formatted_at_once() -> None:
    text = "\n\n\n".join(f'def f{number}():\n    """Text {number}. """' for number in range(300))
    assert formatted(text) == text.replace('. """', '."""') + "\n"


@pytest.mark.parametrize("head", ["if a:", "for a in b:"])
def test_text_at_the_start_of_a_block_that_has_no_docstring_is_for_black(head: str) -> None:
    text = f'{head}\n    """Text. """\n    x = a'
    assert unsettled(text.split("\n")) is None
    assert formatted(text) == of_black(f"{text}\n")


def insert(lines: list[str], at: int, rng: random.Random) -> None:
    column = rng.randint(0, len(lines[at]))
    sign = rng.choice([*" ,()'\"=:|\t.#x*+1{}"])
    lines[at] = lines[at][:column] + sign + lines[at][column:]


def leave_out(lines: list[str], at: int, rng: random.Random) -> None:
    column = rng.randint(0, len(lines[at]))
    lines[at] = lines[at][:column] + lines[at][column + 1 :]


def wrap(lines: list[str], at: int, _: random.Random) -> None:
    lines[at] = lines[at].replace(", ", f",\n{' ' * 8}", 1)


def join(lines: list[str], at: int, _: random.Random) -> None:
    lines[at : at + 2] = [" ".join([lines[at], *(line.strip() for line in lines[at + 1 : at + 2])])]


def put_in_brackets(lines: list[str], at: int, _: random.Random) -> None:
    head, sign, value = lines[at].partition("= ")
    lines[at] = f"{head}{sign}({value})" if sign else lines[at]


def add_comma(lines: list[str], at: int, _: random.Random) -> None:
    lines[at] = lines[at].replace(")", ",)", 1).replace("]", ",]", 1)


CHANGES: list[Change] = [
    insert,
    insert,
    leave_out,
    wrap,
    join,
    put_in_brackets,
    add_comma,
    lambda lines, at, _: lines.insert(at, ""),
    lambda lines, at, _: lines.__delitem__(at),
    lambda lines, at, _: lines.__setitem__(at, f"    {lines[at]}"),
    lambda lines, at, rng: lines.insert(at, rng.choice(lines)),
    lambda lines, at, rng: lines.__setitem__(at, lines[at] + "x" * rng.randint(1, 60)),
]


@pytest.mark.parametrize("seed", range(4))
def test_texts_that_are_a_little_wrong_become_what_black_makes_of_them(seed: int) -> None:
    rng = random.Random(seed)
    compared = 0
    while compared < 20:
        lines = rng.choice(GENERATED).split("\n")
        for _ in range(rng.randint(1, 3)):
            rng.choice(CHANGES)(lines, rng.randrange(len(lines)), rng)
        text = "\n".join(lines)
        try:
            with warnings.catch_warnings(action="ignore"):
                compile(text, "a.py", "exec")
            expected = of_black(text)
        except (SyntaxError, InvalidInput):
            continue
        assert formatted(text) == expected
        compared += 1


def test_a_line_in_brackets_that_is_indented_less_is_kept() -> None:
    text = "def f():\n    return g(\n        a,\n  b)\n"
    assert formatted(text) == "def f():\n    return g(a, b)\n"


def test_what_is_generated_needs_black_for_little() -> None:
    lines = [text.split("\n") for text in GENERATED]
    left = [item for text in lines for item in unsettled(text) or []]
    assert all(unsettled(text) is not None for text in lines)
    assert sum(item.end - item.start for item in left) < sum(map(len, lines)) / 10


def test_more_statements_than_fit_a_batch_are_formatted() -> None:
    text = "".join(f"x{number}  =  {number}\n" for number in range(450))
    assert formatted(text) == text.replace("  =  ", " = ")


def test_a_settled_text_is_not_looked_at() -> None:
    assert formatted(Formatted("x  =  1")) == "x  =  1\n"
