"""What the official SDK has and ours has not is what `docs/compatibility-official.md` says."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.official.support import comparing, environment, page

VERSION = "1.3.84"


def test_the_page_says_what_differs(official: str, ours: Path) -> None:
    theirs = environment.run(official, environment.INTROSPECTION)
    own = environment.run(environment.own_python(), environment.INTROSPECTION, ours)
    with environment.DOCUMENT.open(encoding="utf-8") as stream:
        document = comparing.Documented(yaml.load(stream, yaml.CSafeLoader))
    made = comparing.Comparison(theirs, own, document).compare()
    text = page.render(made, VERSION)
    if page.UPDATE:
        page.write(text)
    assert page.read() == text, "UPDATE_OFFICIAL=1 writes it again"
    for kind in ("resources", "methods", "exceptions"):
        assert made.tallies[kind].share == 1.0


def test_long_lists_are_folded_up_and_wrapped() -> None:
    short = page.listed("fields", ["b", "a"], 400)
    assert short == "Fields (2): `a`, `b`."
    long = page.listed("fields", [f"{number:02}" for number in range(30)], 20)
    assert long == (
        "<details>\n<summary>Fields (30)</summary>\n\n"
        "`00`, `01`, `02`, `03`, `04`, `05`, `06`, `07`, `08`, `09`, `10`, `11`, `12`, `13`, `14`, "
        "`15`,\n`16`, `17`, `18`, `19`, and 10 more.\n\n</details>"
    )
