"""Types of single operations: their requests and responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .addjob import *
    from .patchjob import *
    from .range import *
    from .sendlines import *
    from .sendrelated import *
    from .setform import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".addjob": (
                "AddJobMultipartRange",
                "AddJobMultipartRequestBody",
                "AddJobRequestBody",
                "Extras",
                "Extras3",
                "Paper",
            ),
            ".patchjob": ("PatchJobRequestBody",),
            ".range": ("Range",),
            ".sendlines": ("SendLinesRequestBodyLine",),
            ".sendrelated": ("Meta", "SendRelatedRequestBody"),
            ".setform": ("SetFormRange", "SetFormRequestBody", "Size"),
        },
    )
