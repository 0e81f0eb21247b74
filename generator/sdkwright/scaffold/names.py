"""Names: what to call an SDK, from the title of its document."""

from __future__ import annotations

import re
from typing import Final

from sdkwright.config.values import is_module
from sdkwright.model import naming

_GENERIC: Final = re.compile(r"api|apis|openapi|rest|service|spec|specification|v?[0-9]+")
"""Words at the end of a title that tell nothing: `Petstore API v1`."""


def module_for(title: str) -> str:
    """Return a name for the module of an SDK, or "" if the title has no usable word.

    Names of modules are ASCII; a title in other letters would lose some.
    """
    words = [word.lower() for word in naming.split_words(title)] if title.isascii() else []
    while len(words) > 1 and _GENERIC.fullmatch(words[-1]):
        words.pop()
    plain = re.sub(r"[^a-z0-9_]", "", "_".join(words)).lstrip("_0123456789")[:60].rstrip("_")
    names = (plain, f"{plain}_client") if plain else ()
    return next((name for name in names if is_module(name)), "")
