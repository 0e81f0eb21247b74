"""Types of single operations: what they take and what they return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .addjob import AddJobMultipartRequestBody, AddJobRequestBody, Extras, Extras3, Paper
    from .patchjob import PatchJobRequestBody
    from .setform import SetFormRequestBody, Size

__all__ = ["AddJobMultipartRequestBody", "AddJobRequestBody", "Extras", "Extras3", "Paper"]
__all__ += ["PatchJobRequestBody", "SetFormRequestBody", "Size"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".addjob": (
                "AddJobMultipartRequestBody",
                "AddJobRequestBody",
                "Extras",
                "Extras3",
                "Paper",
            ),
            ".patchjob": ("PatchJobRequestBody",),
            ".setform": ("SetFormRequestBody", "Size"),
        },
    )
