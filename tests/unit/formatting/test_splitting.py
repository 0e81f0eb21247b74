"""Long statements that are split without black must come out as black splits them."""

from __future__ import annotations

import random

import black
import pytest
from black.mode import TargetVersion

from sdkwright.output.format.lines import LINE_LENGTH
from sdkwright.output.format.splitting import split

MODE = black.Mode(target_versions={TargetVersion.PY311}, line_length=LINE_LENGTH)
LONG = "n" * 60


def of_black(text: str, indent: int) -> str:
    """Format a statement, in as many blocks as its indentation needs."""
    blocks = "".join(f"{' ' * step}if True:\n" for step in range(0, indent, 4))
    formatted = black.format_str(f"{blocks}{' ' * indent}{text}\n", mode=MODE)
    return "\n".join(formatted.split("\n")[indent // 4 : -1])


@pytest.mark.parametrize(
    ("text", "done"),
    [
        (f"{LONG}: TypeAlias = {LONG}", f"{LONG}: TypeAlias = (\n    {LONG}\n)"),
        (f"self.{LONG} = raw(a.{LONG})", f"self.{LONG} = raw(\n    a.{LONG}\n)"),
        (
            f'{LONG}: TypeAlias = Literal["{LONG}", 1]',
            f'{LONG}: TypeAlias = Literal[\n    "{LONG}", 1\n]',
        ),
        (
            f'X: TypeAlias = Literal["{LONG}", "{LONG}"]',
            f'X: TypeAlias = Literal[\n    "{LONG}",\n    "{LONG}",\n]',
        ),
        (f"{LONG}: a.{LONG} | None = UNSET", f"{LONG}: (\n    a.{LONG} | None\n) = UNSET"),
        (f"a: {LONG} | {LONG[30:]} = UNSET", f"a: {LONG} | {LONG[30:]} = (\n    UNSET\n)"),
    ],
)
def test_a_long_assignment_is_split_as_black_does(text: str, done: str) -> None:
    assert split(text, 0) == done
    assert of_black(text, 0) == done


@pytest.mark.parametrize(
    "text",
    [
        "x = f(a)",
        f"x = f({LONG}({LONG}))",
        f"x = {LONG}.{LONG}",
        f"x = f('{LONG}', {LONG})",
        f'x = f("\\\\{LONG}", {LONG})',
        f"x = f(a={LONG}, b={LONG})",
        f"x: A | {LONG} | {LONG} = f()",
        f"return f({LONG}, {LONG})",
    ],
)
def test_the_rest_is_for_black(text: str) -> None:
    assert split(text, 0) is None


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_split_is_split_as_black_does(seed: int) -> None:
    pick = random.Random(seed)
    done = 0
    for _ in range(60):
        text, indent = _assignment(pick), pick.choice((0, 4, 8))
        made = split(text, indent)
        if made is not None:
            done += 1
            assert made == of_black(text, indent), text
    assert done > 5


def _assignment(pick: random.Random) -> str:
    def name(most: int = 70) -> str:
        return "".join(pick.choices("abcd", k=pick.randrange(1, most)))

    def dotted() -> str:
        return ".".join(name(50) for _ in range(pick.randrange(1, 3)))

    def item() -> str:
        return pick.choice((f'"{name()}"', dotted(), str(pick.randrange(10))))

    target = pick.choice((f"self.{name()}", name(), f"{name()}: TypeAlias"))
    inside = ", ".join(item() for _ in range(pick.randrange(1, 6)))
    union = " | ".join(dotted() for _ in range(pick.randrange(2, 4)))
    return pick.choice(
        (
            f"{target} = {dotted()}",
            f"{target} = {dotted()}({inside})",
            f"{target} = {dotted()}[{inside}]",
            f"{name()}: {union} = UNSET",
        )
    )
