"""Builds the site with Sphinx, in a folder of its own, and then puts it in place of the last one.

The site is made from exactly the files that the generator wrote. The same files make the same
bytes: no date, no path and no name of this machine is in them.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from typing import Final

from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics, Fatal, Place
from sdkwright.shipping import building, tools
from sdkwright.shipping.site import pages
from sdkwright.shipping.tools import Say

NEEDED: Final = ("sphinx", "furo", "myst-parser")
EXTRA: Final = "docs"

MARKER: Final = ".sdkwright-site"
"""The file that tells a site from a folder of somebody else's files."""

_LEFT_OUT: Final = (".buildinfo", "objects.inv", "genindex.html", ".doctrees", "_sources")
"""What Sphinx makes for its own next run, or for other documentation made with it."""

_MENDED: Final = {
    '<p class="caption" role="heading">': '<p class="caption" role="heading" aria-level="2">',
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="Pages">',
    '<aside class="toc-drawer': '<aside aria-label="On this page" class="toc-drawer',
    '<div id="search-results">': '<h1>Search</h1>\n<div id="search-results">',
}
"""Labels and levels that screen readers need; tests with a browser see whether they are there."""

_WARNING: Final = re.compile(r"(?P<at>.*?)\b(?:WARNING|ERROR|CRITICAL): (?P<text>.*)")
_AT: Final = re.compile(r"(?P<file>.+)\.md(?::(?P<line>\d+))?: ")


def default_folder(config: Config) -> Path:
    """Return the folder for the site: `site`, beside the generated folder."""
    return config.output.parent / "site"


def build(
    config: Config, folder: Path, diagnostics: Diagnostics, say: Say, *, strict: bool = False
) -> int:
    """Build the site.

    Args:
        config: The settings that the SDK was generated with.
        folder: Where the site goes. An earlier site there is replaced.
        diagnostics: Collects what is wrong, broken links among them.
        say: Called with one line for each step.
        strict: Whether broken links are errors.

    Returns:
        The number of pages.

    Raises:
        Fatal: Sphinx is missing, the generated files are not up to date with the document, the
            folder has other files, or there are broken links and `strict` is set. The folder is
            unchanged.
    """
    tools.require(NEEDED, diagnostics, extra=EXTRA)
    check_folder(folder, diagnostics)
    building.check_current(config, diagnostics, say)
    texts = {
        path: (config.output / path).read_text(encoding="utf-8")
        for path in building.written(config)
        if pages.is_read(path)
    }
    site = pages.plan(texts, config.urls)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".sdkwright-site-", dir=folder.parent) as temporary:
            made = render(site, Path(temporary), config, diagnostics, strict=strict)
            _put(made, folder, Path(temporary, "old"))
    except OSError as error:
        raise diagnostics.fatal(
            "cannot-write",
            f"cannot write the site: {error.strerror or error}",
            at=Place(str(error.filename or folder)),
        ) from None
    return len(site.pages)


def check_folder(folder: Path, diagnostics: Diagnostics) -> None:
    """Stop if a folder has files that are not of an earlier site.

    Raises:
        Fatal: It has.
    """
    if folder.is_dir() and ((folder / MARKER).is_file() or not any(folder.iterdir())):
        return
    if folder.exists() or folder.is_symlink():
        raise diagnostics.fatal(
            "file-in-way",
            f"{folder} was not made by `sdkwright docs`, and the site would replace it",
            fix="remove it, or choose another folder with --output",
        )


def render(
    site: pages.Site, folder: Path, config: Config, diagnostics: Diagnostics, *, strict: bool
) -> Path:
    """Render a site into a new folder `html` of a folder.

    Raises:
        Fatal: There are broken links, and `strict` is set.
    """
    sources, made = folder / "pages", folder / "html"
    for page in site.pages.values():
        path = sources / f"{page.name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, encoding="utf-8", newline="\n")
    from sdkwright.shipping.site import rendering  # noqa: PLC0415  Sphinx is an extra

    said = rendering.run(site, sources, made, config)
    before = len(diagnostics.items)
    _report(said, site, sources, config, diagnostics, strict=strict)
    if strict and len(diagnostics.items) > before:
        raise Fatal("broken-link")
    for name in _LEFT_OUT:
        path = made / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    for path in made.rglob("*.html"):
        path.write_text(_mended(path.read_text("utf-8")), encoding="utf-8", newline="\n")
    for name, text in site.files.items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    for name in (MARKER, ".nojekyll"):  # GitHub Pages leaves out folders such as `_static` else
        (made / name).touch()
    return made


def _mended(page: str) -> str:
    """Return a page with what the theme leaves out, and those who can't see it need."""
    for found, mended in _MENDED.items():
        page = page.replace(found, mended)
    return page


def _report(
    said: str,
    site: pages.Site,
    sources: Path,
    config: Config,
    diagnostics: Diagnostics,
    *,
    strict: bool,
) -> None:
    """Turn the warnings of Sphinx into diagnostics at the lines of the generated pages."""
    for line in said.splitlines():
        found = _WARNING.fullmatch(re.sub(r"\x1b\[[\d;]*m", "", line))
        if found is None:  # the rest of what a warning quotes
            continue
        place, at = None, _AT.fullmatch(found["at"])
        if at is not None:
            name = Path(at["file"]).relative_to(sources).as_posix()
            place = Place(str(config.output / site.pages[name].source), int(at["line"] or 0))
        if strict:
            diagnostics.error("broken-link", found["text"], at=place)
        else:
            diagnostics.warning("broken-link", found["text"], at=place)


def _put(made: Path, folder: Path, old: Path) -> None:
    """Put a new site in place of the old one."""
    if folder.exists():
        folder.replace(old)
    made.replace(folder)
