"""Dates as the API writes them."""

from __future__ import annotations

from datetime import datetime


def parse_datetime(datetime_string: str) -> datetime:
    """Read a date and time (RFC 3339, section 5.6).

    Args:
        datetime_string: Such as `"2027-12-31T23:59:59Z"`.

    Returns:
        The same moment; it has a time zone if the text has one.

    Raises:
        ValueError: If the text is something else.

    Example:
        `parse_datetime("2027-12-31T23:59:59Z")`
    """
    return datetime.fromisoformat(datetime_string)
