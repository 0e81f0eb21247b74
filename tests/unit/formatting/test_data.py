"""Tables of data that are laid out without black must come out as black lays them out."""

from __future__ import annotations

import random

import black
import pytest
from black.mode import TargetVersion

from sdkwright.output.format.data import lay_out
from sdkwright.output.format.lines import LINE_LENGTH

MODE = black.Mode(target_versions={TargetVersion.PY311}, line_length=LINE_LENGTH)
LONG = "n" * 60


def of_black(text: str) -> str:
    return black.format_str(f"{text}\n", mode=MODE).rstrip("\n")


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ('X = {"a":1}', 'X = {"a": 1}'),
        ('X = {"a": 1,}', 'X = {\n    "a": 1,\n}'),
        (f'X = {{"{LONG}": "{LONG}"}}', f'X = {{\n    "{LONG}": "{LONG}"\n}}'),
        (
            f'X = C(a={{"{LONG}": 1}}, b=["{LONG}"])',
            f'X = C(\n    a={{"{LONG}": 1}},\n    b=["{LONG}"],\n)',
        ),
        (f'X = C(a={{"{LONG}": 1}}, b=[], c=D({LONG}=1))', None),
        (
            f'X = [{{"a": "{LONG}{LONG}"}}]',
            f'X = [\n    {{\n        "a": "{LONG}{LONG}"\n    }}\n]',
        ),
    ],
)
def test_data_is_laid_out_as_black_does(text: str, done: str | None) -> None:
    made = lay_out(text, 0)
    assert made == of_black(text)
    assert done is None or made == done


@pytest.mark.parametrize(
    "text",
    [
        "x = {}",
        "X = 1",
        "X = (1, 2)",
        "X = f(a)",
        "X = f(a=b)",
        "X = f(a=b[0])",
        "X = f(a=1).g(b=2)",
        "X = {**a}",
        "X = {'a': 1}",
        'X = {"a": f"{b}"}',
        'X = {"a": "\\""}',
        f'X = {{"{LONG}": "{"グ" * 30}", "b": []}}',
    ],
)
def test_the_rest_is_for_black(text: str) -> None:
    assert lay_out(text, 0) is None


@pytest.mark.parametrize("seed", range(20))
def test_any_data_is_laid_out_as_black_does(seed: int) -> None:
    pick = random.Random(seed)
    done = 0
    for _ in range(20):
        text = f"X = {_data(pick, 5)}"
        made = lay_out(text, 0)
        if made is not None:
            done += 1
            assert made == of_black(text), text
    assert done > 5


def _data(pick: random.Random, depth: int) -> str:
    if not depth or pick.random() < 0.1:
        text = "".join(pick.choices("ab {[(,:", k=pick.randrange(90)))
        atoms = [f'"{text}"', f"'{text}\"'", '"\\\\d\\n"', "-1", "2.5e-07", "1e+16", "None", "True"]
        return pick.choice(atoms)
    size = pick.choice((0, 1, 1, 2, 3))
    comma = pick.choice(("", "", ","))
    values = [_data(pick, depth - 1) for _ in range(size)]
    keys = ["k" * pick.choice((1, 10, 30, 60, 92, 120)) + str(number) for number in range(size)]
    kind = pick.choice("[{{(")
    if kind == "[":
        return f"[{', '.join(values)}{comma if values else ''}]"
    if kind == "{":
        items = ", ".join(f'"{key}": {value}' for key, value in zip(keys, values, strict=True))
        return f"{{{items}{comma if values else ''}}}"
    items = ", ".join(f"{key}={value}" for key, value in zip(keys, values, strict=True))
    return f"Call({items}{comma if values else ''})"
