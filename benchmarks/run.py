"""One run: prepares the peers, starts the server, and takes figures in turns.

The figures of the peers are taken in turns, ABCD ABCD, so that a temporary disturbance of the
machine affects all of them.
"""

from __future__ import annotations

import contextlib
import datetime
import http.client
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

from . import environments, machine
from .catalog import FAST, LAZY, MEASURES, OURS, PEERS, Measure, Peer
from .environments import ROOT, BenchmarkError, Environment
from .results import Results
from .worker import Timing

LONGEST: Final = 120
"""Timeout in seconds for any figure, after which its process is considered stuck."""

PACKAGES: Final = ROOT / "generated" / "src"
SPEC: Final = ROOT / "spec" / "openapi.yaml"

IMPORT_PROBE: Final = """
import time, sys
started = time.process_time()
{statement}
print((time.process_time() - started) * 1000, *[n for n in {libraries} if n in sys.modules])
"""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured.

    Attributes:
        rounds: Number of figures of each measure and peer.
        share: The fraction of a measure's number of calls to make for one figure.
    """

    rounds: int
    share: float = 1.0

    def times(self, measure: Measure) -> int:
        """Return the number of repetitions for one figure."""
        return max(1, round(measure.repeat * self.share))


WHOLE: Final = Effort(rounds=9)
QUICK: Final = Effort(rounds=2, share=0.05)

Progress = Callable[[str], None]


@dataclass(slots=True)
class Server:
    """The running server."""

    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def count(self) -> int:
        """Return the number of calls that the server has answered."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", "/count")
        count = int(connection.getresponse().read())
        connection.close()
        return count


@contextlib.contextmanager
def serving(environment: Environment) -> Iterator[Server]:
    """Start the server in a separate process, and stop it."""
    with _process(environment, ["-m", "benchmarks.server"]) as process:
        yield Server(int(_line(process, "the server")))


class PeerWorker:
    """A process that measures one peer."""

    def __init__(self, peer: Peer, process: subprocess.Popen[str], server: Server) -> None:
        self._peer = peer
        self._process = process
        self._server = server
        _line(process, peer.title)

    def take(self, measure: Measure, times: int) -> Timing:
        """Take one figure.

        Raises:
            BenchmarkError: If the peer failed, returned a wrong result, or did not call.
        """
        before = self._server.count()
        command = {"measure": measure.id, "times": times, "at_once": measure.at_once}
        _stream(self._process.stdin).write(f"{json.dumps(command)}\n")
        _stream(self._process.stdin).flush()
        line = _line(self._process, f"{self._peer.title}, {measure.title}")
        timing = Timing(*json.loads(line))
        calls = self._server.count() - before
        if calls != (timing.times if measure.figure in {"call", "rate"} else 0):
            raise BenchmarkError(f"{self._peer.title} made {calls} calls, not {timing.times}.")
        return timing


@contextlib.contextmanager
def working(peer: Peer, environment: Environment, server: Server) -> Iterator[PeerWorker]:
    """Start the worker of a peer, and stop it."""
    command = ["-m", "benchmarks.worker", peer.id, server.url]
    with _process(environment, command) as process:
        yield PeerWorker(peer, process, server)


@contextlib.contextmanager
def _process(environment: Environment, command: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(  # noqa: S603 - our own commands
        [environment.python, *command],
        env=environment.variables(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        for stream in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):  # it may have ended before it read everything
                _stream(stream).close()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _line(process: subprocess.Popen[str], who: str) -> str:
    watch = threading.Timer(LONGEST, process.kill)  # a call may hang
    watch.start()
    line = _stream(process.stdout).readline()
    watch.cancel()
    if not line:
        raise BenchmarkError(f"{who} failed, or took more than {LONGEST} s.")
    return line.strip()


def _stream(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise TypeError("the process has no such stream")
    return stream


def start_cold(peer: Peer, environment: Environment, server: Server) -> dict[str, float]:
    """Make one call in a new process.

    Returns:
        By measure: milliseconds until the call returned, those of CPU time, and megabytes.
    """
    code = f"from benchmarks.cold import main; main({peer.id!r}, {server.url!r})"
    started = time.perf_counter()
    with _process(environment, ["-c", code]) as process:
        keys = _line(process, f"{peer.title}, cold start")
        wall = time.perf_counter() - started
        cpu, peak = _line(process, peer.title).split()
    if keys != "1":
        raise BenchmarkError(f"{peer.title} listed {keys} keys in a cold start, instead of 1.")
    return {
        "cold_wall": wall * 1e3,
        "cold_cpu": float(cpu) * 1e3,
        "cold_peak": int(peak) / 1e6,
    }


def time_import(statement: str, environment: Environment) -> tuple[float, list[str]]:
    """Run an import in a new process.

    Returns:
        Its CPU time in milliseconds, and the libraries of `LAZY` that it loaded.
    """
    probe = IMPORT_PROBE.format(statement=statement, libraries=LAZY)
    milliseconds, *loaded = environment.run(probe).split()
    return float(milliseconds), loaded


def sizes(peer: Peer, environment: Environment) -> dict[str, float]:
    """Return the sizes of what is installed for a peer; a peer without a package has fewer."""
    found: dict[str, float] = {"size_all": environments.size(environment) / 1e3}
    if peer.package is not None:
        package = environment.folders[0] / peer.package
        found["size_alone"] = environments.size_of(package) / 1e3
        found["lines"] = environments.lines_of(package)
    return found


def prepare(progress: Progress) -> dict[str, Environment]:
    """Create the environment of each peer, with its package in it.

    Raises:
        BenchmarkError: If something can't be installed or generated.
    """
    made: dict[str, Environment] = {}
    for peer in PEERS:
        progress(f"preparing {peer.title}")
        made[peer.id] = environments.prepare(peer.id)
    for peer_ in (OURS, FAST):
        environments.add_package(made[peer_], PACKAGES / "openrouter")
    with tempfile.TemporaryDirectory() as folder:
        progress("generating with openapi-python-client's own templates")
        package = Path(folder) / "open_router_api_client"
        generate_with_own_templates(package)
        environments.add_package(made["templates"], package)
    return made


def generate_with_own_templates(package: Path) -> None:
    """Generate openapi-python-client's own SDK of our document, with its own formatting."""
    tools = Path(sys.executable).parent
    environments.run(
        [
            *(str(tools / "openapi-python-client"), "generate", "--meta", "none"),
            *("--path", str(SPEC), "--output-path", str(package)),
        ],
        variables={"PATH": str(tools)},  # it calls ruff
    )


def measure_all(made: Mapping[str, Environment], effort: Effort, progress: Progress) -> Results:
    """Take all figures.

    Raises:
        BenchmarkError: If a peer fails, or returns wrong results.
    """
    cores = machine.choose_cores()
    description = machine.describe(cores)
    machine.bind(cores.server)
    with serving(Environment(sys.executable)) as server:
        machine.bind(cores.client)
        run = Run(made, server, effort, progress)
        run.measure_sizes()
        run.measure_calls()
        run.measure_starts()
    return Results(
        date=datetime.datetime.now(datetime.UTC).date().isoformat(),
        rounds=effort.rounds,
        machine=description,
        versions={peer.id: environments.packages(made[peer.id]) for peer in PEERS},
        loaded=run.loaded,
        samples=run.samples,
    )


@dataclass(slots=True)
class Run:
    """A run in progress.

    Attributes:
        samples: For each measure and peer, the figures so far.
        loaded: For each peer, which libraries of `LAZY` are loaded by importing its package.
    """

    made: Mapping[str, Environment]
    server: Server
    effort: Effort
    progress: Progress
    samples: dict[str, dict[str, list[float]]] = field(
        default_factory=lambda: {one.id: {peer.id: [] for peer in PEERS} for one in MEASURES}
    )
    loaded: dict[str, list[str]] = field(default_factory=dict)

    def measure_sizes(self) -> None:
        """Take the figures that do not vary."""
        for peer in PEERS:
            for measure, figure in sizes(peer, self.made[peer.id]).items():
                self._add(measure, peer, figure)

    def measure_calls(self) -> None:
        """Take the figures of processes that have warmed up."""
        measures = [one for one in MEASURES if one.figure in {"call", "rate", "conversion"}]
        with contextlib.ExitStack() as stack:
            workers = [
                stack.enter_context(working(peer, self.made[peer.id], self.server))
                for peer in PEERS
            ]
            for counts in self._rounds("calls"):
                for measure in measures:
                    for peer, worker in zip(PEERS, workers, strict=True):
                        timing = worker.take(measure, self.effort.times(measure))
                        if counts:
                            self._add(measure.id, peer, figure(measure, timing))

    def measure_starts(self) -> None:
        """Take the figures of new processes."""
        for counts in self._rounds("starts"):
            for peer in PEERS:
                figures = self._start(peer)
                if counts:
                    for measure, figure in figures.items():
                        self._add(measure, peer, figure)

    def _start(self, peer: Peer) -> dict[str, float]:
        environment = self.made[peer.id]
        package, client = peer.imports
        figures = start_cold(peer, environment, self.server)
        figures["import_package"], self.loaded[peer.id] = time_import(package, environment)
        figures["import_client"], _ = time_import(client, environment)
        return figures

    def _rounds(self, what: str) -> Iterator[bool]:
        """Yield False for the warm-up round, and then True for each round that counts."""
        self.progress(f"{what}, warming up")
        yield False
        for number in range(1, self.effort.rounds + 1):
            self.progress(f"{what}, round {number} of {self.effort.rounds}")
            yield True

    def _add(self, measure: str, peer: Peer, figure: float) -> None:
        self.samples[measure][peer.id].append(round(figure, 4))


def figure(measure: Measure, timing: Timing) -> float:
    """Return calls per second, or microseconds of CPU time per call."""
    if measure.figure == "rate":
        return timing.times / timing.wall
    return timing.cpu / timing.times * 1e6
