"""The version that follows from the changes: semantic versioning, in the spelling of PEP 440.

Before 1.0.0 a minor version may break code, and everything else is a patch. From 1.0.0 on, only a
major version breaks code, a minor one adds to the SDK, and a patch changes what people read.

This module knows neither the SDK nor git: it derives versions from versions and levels of change.
"""

from __future__ import annotations

from typing import Final

from packaging.version import InvalidVersion, Version

from sdkwright.diff.changes import Level

_PARTS: Final = 3
"""Major, minor, patch. A version may have more parts or fewer; only these count."""

_STABLE_PLACES: Final[dict[Level, int]] = {"breaking": 0, "compatible": 1, "docs": 2}
_EARLY_PLACES: Final[dict[Level, int]] = {"breaking": 1, "compatible": 2, "docs": 2}


def parse(text: str) -> Version | None:
    """Parse a version by the rules of PEP 440; None if it is not one."""
    try:
        return Version(text)
    except InvalidVersion:
        return None


def next_version(current: str, level: Level) -> str:
    """Return the smallest final version that may contain a change.

    A pre-release counts as the version that it leads to: `0.2.0rc1` may still become `0.2.0`
    whatever changes, but `0.2.1rc1`, whose number promises a patch, becomes `0.3.0` if something
    breaks.

    Args:
        current: The version that was released last, such as `0.1.0`.
        level: The most severe of the changes since then.

    Returns:
        The version, with three parts and the same epoch: `0.2.0`.

    Raises:
        packaging.version.InvalidVersion: `current` is not a version.
    """
    version = Version(current)
    major, minor, patch = _release(version)
    place = (_STABLE_PLACES if major else _EARLY_PLACES)[level]
    parts = [major, minor, patch]
    if any(parts[place + 1 :]) or not version.is_prerelease:
        parts[place] += 1
        parts[place + 1 :] = [0] * (_PARTS - place - 1)
    epoch = f"{version.epoch}!" if version.epoch else ""
    return epoch + ".".join(str(part) for part in parts)


def is_enough(current: str, proposed: str, level: Level | None) -> bool:
    """Return whether a version is above another, and far enough for the changes in between.

    A pre-release counts as the version that it leads to: `0.2.0rc1` may break code for `0.1.0`.

    Args:
        current: The version that was released last.
        proposed: The version to release now.
        level: The most severe of the changes; None if nothing changed.

    Raises:
        packaging.version.InvalidVersion: One of the two is not a version.
    """
    version = Version(proposed)
    if version <= Version(current):
        return False
    if level is None:
        return True
    needed = Version(next_version(current, level))
    return (version.epoch, _release(version)) >= (needed.epoch, _release(needed))


def _release(version: Version) -> tuple[int, int, int]:
    return version.major, version.minor, version.micro
