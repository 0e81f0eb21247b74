"""Runs Sphinx, with the settings of a site. Imported only if Sphinx is installed."""

from __future__ import annotations

import os
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import Any, Final

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sdkwright.config import Config
from sdkwright.shipping.site import extension, pages

_MANY: Final = 300
"""From how many pages on Sphinx uses all processors: starting processes takes time, too."""


def run(site: pages.Site, sources: Path, folder: Path, config: Config) -> str:
    """Run Sphinx over the pages of a site.

    Args:
        site: The site.
        sources: The folder with its pages as Markdown.
        folder: Gets the pages as HTML, and what they load.
        config: The settings of the SDK.

    Returns:
        The warnings of Sphinx, one on each line.
    """
    warnings = StringIO()
    workers = (os.cpu_count() or 1) if len(site.pages) >= _MANY else 1
    with patch_docutils(), docutils_namespace(), redirect_stderr(StringIO()):
        app = Sphinx(
            srcdir=sources,
            confdir=None,
            outdir=folder,
            doctreedir=sources.parent / "doctrees",
            buildername="html",
            confoverrides=_settings(site, config),
            status=None,
            warning=warnings,
            freshenv=True,
            parallel=workers,
        )
        app.build()
    return warnings.getvalue()


def _settings(site: pages.Site, config: Config) -> dict[str, Any]:
    return {
        "extensions": ["myst_parser", extension.__name__],
        "sdkwright_site": site,
        "project": config.distribution,
        "version": config.version,
        "release": config.version,
        "html_title": f"{config.distribution} {config.version}",
        "root_doc": pages.ROOT,
        "language": "en",
        "highlight_language": "text",
        "smartquotes": False,
        # As GitHub reads it, and without the HTML that it would let through.
        "myst_gfm_only": True,
        "myst_disable_syntax": ["html_block", "html_inline"],
        "myst_heading_anchors": 6,
        "html_theme": "furo",
        "html_favicon": str(extension.STATIC / "icon.svg"),
        "html_static_path": [str(extension.STATIC)],
        "html_copy_source": False,
        "html_show_copyright": False,
        "html_show_sphinx": False,
        "html_use_index": False,
        "html_domain_indices": False,
        "html_permalinks_icon": "#",
        "suppress_warnings": [
            "toc.not_included",  # types are listed on pages of their own
            "misc.highlighting_failure",  # a description may name any language
            "myst.header",
            "myst.strikethrough",
        ],
    }
