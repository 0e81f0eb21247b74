"""Request and response of `places.send_parts` (`POST /parts`)."""

from __future__ import annotations

from typing import TypeAlias

from .placesrequestbody import PlacesRequestBody

__all__ = ["SendPartsRequestBody"]

SendPartsRequestBody: TypeAlias = PlacesRequestBody
