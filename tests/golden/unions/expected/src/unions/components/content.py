"""The type `Content`."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.unions import By, Tagged

Content: TypeAlias = Tagged[components.ContentText | components.ContentImage, By("type")]
