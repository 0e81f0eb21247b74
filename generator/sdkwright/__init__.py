"""Generator of Python SDKs from OpenAPI documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sdkwright.library import Diagnostic, GenerationError, Report, generate

__version__ = "0.1.0"

__all__ = ["Diagnostic", "GenerationError", "Report", "__version__", "generate"]


def __getattr__(name: str) -> Any:
    """Import what the library offers when it is first asked for: `--help` needs none of it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from sdkwright import library  # noqa: PLC0415  it imports the whole pipeline

    return getattr(library, name)


def __dir__() -> list[str]:
    return __all__
