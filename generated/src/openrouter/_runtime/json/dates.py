"""Dates and times in the format of the API."""

from __future__ import annotations

from datetime import datetime


def parse_datetime(datetime_string: str) -> datetime:
    """Parse a date and time (RFC 3339, section 5.6).

    Args:
        datetime_string: The text, such as `"2027-12-31T23:59:59Z"`.

    Returns:
        The date and time, with a time zone if the text has one.

    Raises:
        ValueError: The text is not a date and time.

    Example:
        `parse_datetime("2027-12-31T23:59:59Z")`
    """
    return datetime.fromisoformat(datetime_string)
