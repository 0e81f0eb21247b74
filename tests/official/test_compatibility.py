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
