"""The peers, the measures, and the goals; nothing here measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Figure = Literal["call", "rate", "conversion", "start", "import", "size"]


@dataclass(frozen=True, slots=True)
class Peer:
    """A client that calls the API.

    Attributes:
        id: Its module in `benchmarks.peers`, and its requirements file.
        title: Its name for people.
        note: A description, in one sentence.
        package: The package to import; None if there is none.
        imports: The statements of the two import measures.
    """

    id: str
    title: str
    note: str
    package: str | None
    imports: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is measured for each peer.

    Attributes:
        id: Its id in the worker and in the results file.
        title: Its name for people.
        unit: The unit of its figures.
        figure: How it is measured.
        repeat: Number of repetitions for one figure, in a whole run.
        at_once: Number of concurrent calls.
    """

    id: str
    title: str
    unit: str
    figure: Figure
    repeat: int = 1
    at_once: int = 1


@dataclass(frozen=True, slots=True)
class Goal:
    """Upper limit of one of our figures, as a fraction of another peer's."""

    measure: str
    peer: str
    ratio: float
    of: str = "ours"


OURS = "ours"
OFFICIAL = "official"
FLOOR = "floor"
FAST = "fast"
FAST_FLOOR = "fast_floor"

OPENROUTER_IMPORTS = ("import openrouter", "from openrouter import OpenRouter")

PEERS = (
    Peer(
        FLOOR,
        "floor",
        "A request built by hand for `httpx2.Client.send`, and a `msgspec` decoder: no SDK at all.",
        None,
        ("import httpx2", "import httpx2, msgspec"),
    ),
    Peer(OURS, "ours", "The SDK in `generated/`.", "openrouter", OPENROUTER_IMPORTS),
    Peer(
        FAST_FLOOR,
        "fast floor",
        "As the floor, but sent with urllib3, or aiohttp in async calls.",
        None,
        ("import urllib3", "import urllib3, msgspec"),
    ),
    Peer(
        FAST,
        "ours, fast",
        'The SDK in `generated/` with `transport="fast"`.',
        "openrouter",
        OPENROUTER_IMPORTS,
    ),
    Peer(
        "templates",
        "opc templates",
        "What openapi-python-client makes of the same document with its own templates, on httpx.",
        "open_router_api_client",
        (
            "import open_router_api_client",
            "from open_router_api_client.api.api_keys import list_",
        ),
    ),
    Peer(
        OFFICIAL,
        "official",
        "The official SDK, on httpx and pydantic. It covers the whole API, ours the API keys.",
        "openrouter",
        OPENROUTER_IMPORTS,
    ),
    Peer(
        "openai_python",
        "openai-python",
        "`client.get` of the package `openai`, on httpx and pydantic, with models written by hand.",
        "openai",
        ("import openai", "from openai import OpenAI"),
    ),
)

MEASURES = (
    Measure("sync_1", "sync call, 1 key", "µs", "call", 200),
    Measure("sync_100", "sync call, 100 keys", "µs", "call", 120),
    Measure("create", "sync call, create", "µs", "call", 120),
    Measure("async_1", "async call, 1 at a time", "µs", "call", 150),
    Measure("async_50", "async call, 50 at once", "µs", "call", 300, at_once=50),
    Measure("threads_64", "sync call, 64 threads", "µs", "call", 320, at_once=64),
    Measure("rate_1", "1 at once", "calls/s", "rate", 50),
    Measure("rate_10", "10 at once", "calls/s", "rate", 100, at_once=10),
    Measure("rate_50", "50 at once", "calls/s", "rate", 200, at_once=50),
    Measure("rate_500", "500 at once", "calls/s", "rate", 500, at_once=500),
    Measure("decode_100", "decode 100 keys, as in a call", "µs", "conversion", 60),
    Measure("validate_100", "decode 100 keys, by hand", "µs", "conversion", 60),
    Measure("encode_100", "encode 100 keys", "µs", "conversion", 60),
    Measure("cold_wall", "cold start, by the clock", "ms", "start"),
    Measure("cold_cpu", "cold start, CPU", "ms", "start"),
    Measure("cold_peak", "cold start, peak memory", "MB", "start"),
    Measure("import_package", "import of the package", "ms", "import"),
    Measure("import_client", "import of the client", "ms", "import"),
    Measure("size_alone", "installed, package alone", "kB", "size"),
    Measure("size_all", "installed, with dependencies", "kB", "size"),
    Measure("lines", "lines of Python, package alone", "", "size"),
)

COSTS = tuple(measure for measure in MEASURES if measure.figure != "rate")
"""The measures of which less is better."""

RATES = tuple(measure for measure in MEASURES if measure.figure == "rate")
"""The measures of which more is better."""

GOALS = (
    Goal("sync_1", OFFICIAL, 0.18),
    Goal("sync_1", FLOOR, 1.12),
    Goal("sync_100", OFFICIAL, 0.16),
    Goal("sync_100", FLOOR, 1.35),
    Goal("async_50", OFFICIAL, 0.15),
    Goal("async_50", FLOOR, 1.35),
    Goal("threads_64", OFFICIAL, 0.19),
    Goal("threads_64", FLOOR, 1.35),
    Goal("cold_wall", OFFICIAL, 0.52),
    Goal("cold_peak", OFFICIAL, 0.72),
    Goal("decode_100", OFFICIAL, 1 / 7),
    Goal("sync_1", OFFICIAL, 0.13, FAST),
    Goal("sync_1", FAST_FLOOR, 1.35, FAST),
    Goal("sync_100", OFFICIAL, 0.12, FAST),
    Goal("sync_100", FAST_FLOOR, 1.35, FAST),
    Goal("async_50", OFFICIAL, 0.055, FAST),
    Goal("async_50", FAST_FLOOR, 1.35, FAST),
    Goal("threads_64", OFFICIAL, 0.14, FAST),
    Goal("threads_64", FAST_FLOOR, 1.35, FAST),
    Goal("cold_wall", OFFICIAL, 0.5, FAST),
    Goal("cold_peak", OFFICIAL, 0.75, FAST),
)

LAZY = ("httpx2", "msgspec")
"""Libraries that `import openrouter` alone must not load."""
