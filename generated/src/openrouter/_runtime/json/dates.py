"""Dates and times in the format of the API."""

from __future__ import annotations

from datetime import datetime, timedelta


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


def duration_text(value: timedelta) -> str:
    """Return a duration of ISO 8601: whole days, or else hours, minutes and seconds.

    Half a day is hours, which not every parser adds to days.
    """
    sign, whole = ("-", -value) if value < timedelta() else ("", value)
    if whole.days and not whole.seconds and not whole.microseconds:
        return f"{sign}P{whole.days}D"
    minutes, seconds = divmod(whole.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    exact = f"{seconds}.{whole.microseconds:06}".rstrip("0").rstrip(".")
    parts = (f"{whole.days * 24 + hours}", "H"), (f"{minutes}", "M"), (exact, "S")
    text = "".join(number + unit for number, unit in parts if number != "0")
    return f"{sign}PT{text or '0S'}"
