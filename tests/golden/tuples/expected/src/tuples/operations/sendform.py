"""Request and response of `places.send_form` (`POST /forms`)."""

from __future__ import annotations

from typing import TypeAlias

from .placesrequestbody import PlacesRequestBody

__all__ = ["SendFormRequestBody"]

SendFormRequestBody: TypeAlias = PlacesRequestBody
