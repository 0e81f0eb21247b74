"""Renders a comparison: for people in a terminal, for a pull request, for programs.

Comparisons are passed in as `Compared`; nothing here knows how they are made, and nothing prints.
"""

from __future__ import annotations

from sdkwright.diff.render.compared import Compared
from sdkwright.diff.render.machine import as_json
from sdkwright.diff.render.markdown import MARKER, as_markdown
from sdkwright.diff.render.terminal import as_terminal, summary

__all__ = ["MARKER", "Compared", "as_json", "as_markdown", "as_terminal", "summary"]
