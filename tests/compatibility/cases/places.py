"""Places in openapi.yaml, and schemas that are put there."""

from __future__ import annotations

from typing import Final

LIST_FILMS: Final = "paths /films get"
CREATE_FILM: Final = "paths /films post"
FILM: Final = "paths /films/{film_id}"
GET_FILM: Final = f"{FILM} get"
SCREENINGS: Final = "paths /films/{film_id}/screenings get"
CANCEL: Final = "paths /screenings/{id} post"
BOOK: Final = "paths /tickets post"
STATS: Final = "paths /tickets/stats get"
JSON: Final = "content application/json schema"
NEW_FILM: Final = f"{CREATE_FILM} requestBody {JSON}"
SCHEMAS: Final = "components schemas"

STRING: Final = {"type": "string"}
INTEGER: Final = {"type": "integer"}
