"""Visits a site with Chromium; knows no site in particular."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pytest

from sdkwright.diagnostics import Diagnostics
from sdkwright.shipping.site import serving
from tests.contract.support.prism import ROOT

VISIT: Final = Path(__file__).with_name("visit.cjs")
NAMES: Final = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def chromium() -> str:
    """Return the path of Chromium or Chrome, or skip the test."""
    given = os.environ.get("CHROMIUM")
    found = given or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip(
            "needs Chromium or Chrome, and neither is installed (Debian: `apt-get install "
            "chromium`; CHROMIUM=PATH names another one)"
        )
    return found


def visit(folder: Path, pages: Sequence[str], *, only_pages: bool = False) -> Any:
    """Serve a site on loopback, visit it, and return what the browser saw.

    Args:
        folder: The site.
        pages: The paths of the pages to look at.
        only_pages: Whether to leave out what a reader does on the site of the API-keys SDK.
    """
    browser = chromium()
    with serving.server(folder, 0, Diagnostics()) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            address = f"http://127.0.0.1:{server.server_port}/"
            order = {"browser": browser, "address": address, "pages": list(pages)}
            done = subprocess.run(
                ["node", VISIT],
                cwd=ROOT,
                input=json.dumps({**order, "only": "pages" if only_pages else ""}),
                check=False,
                capture_output=True,
                encoding="utf-8",
            )
        finally:
            server.shutdown()
            thread.join()
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.replace(address, "/"))
