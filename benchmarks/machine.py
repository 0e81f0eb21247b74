"""The machine that figures come from: its description, and which cores to use."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Machine:
    """What the figures depend on; it contains no host name and no path.

    Attributes:
        cpu: The model of the processor.
        cores: Number of cores that this process may use.
        system: Operating system and architecture.
        python: Implementation and version.
        placing: What each core is used for.
        load: The load average of the last minute, or None if there is none.
    """

    cpu: str
    cores: int
    system: str
    python: str
    placing: str
    load: float | None


class Cores(NamedTuple):
    """What each core is used for; None if processes can't be bound to one."""

    server: int | None
    client: int | None

    @property
    def placing(self) -> str:
        """The same in words."""
        if self.server is None:
            return "not bound to cores, so the server may disturb the clients"
        return "the server bound to one core, clients to another"


def describe(cores: Cores) -> Machine:
    """Return a description of the machine that this runs on."""
    return Machine(
        cpu=_cpu(),
        cores=len(_usable()) or os.cpu_count() or 1,
        system=f"{platform.system()} {platform.machine()}",
        python=f"{platform.python_implementation()} {platform.python_version()}",
        placing=cores.placing,
        load=round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
    )


def choose_cores() -> Cores:
    """Choose one core for the server and another for the clients."""
    usable = _usable()
    if len(usable) < 2:
        return Cores(None, None)
    # Two threads of one physical core slow each other down; with only two cores there is no choice.
    others = [core for core in usable[1:] if core not in _siblings(usable[0])]
    return Cores(usable[0], (others or usable[1:])[-1])


def bind(core: int | None) -> None:
    """Bind this process, and the processes that it starts later, to a core."""
    if core is not None and sys.platform == "linux":
        os.sched_setaffinity(0, {core})


def _usable() -> list[int]:
    return sorted(os.sched_getaffinity(0)) if sys.platform == "linux" else []


def _siblings(core: int) -> set[int]:
    path = Path(f"/sys/devices/system/cpu/cpu{core}/topology/thread_siblings_list")
    found: set[int] = set()
    if path.is_file():
        for part in path.read_text().strip().split(","):
            first, _, last = part.partition("-")
            found.update(range(int(first), int(last or first) + 1))
    return found


def _cpu() -> str:
    information = Path("/proc/cpuinfo")
    if information.is_file():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
