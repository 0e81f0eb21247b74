"""References and overlays that lead where they may not, and the code that each is reported with.

`test_reach` tries each beside a server that nobody may connect to, whose port `{port}` stands for.
"""

from __future__ import annotations

from typing import Final

OUTSIDE: Final = "outside-reference"
REMOTE: Final = "remote-reference"
NOTHING: Final = "unresolved-reference"

REFERENCES: Final = (
    ("a folder above", "../outside.yaml", OUTSIDE),
    ("a folder above, encoded", "%2e%2e%2foutside.yaml", OUTSIDE),
    ("a folder above, by way of one below", "below/../../outside.yaml", OUTSIDE),
    ("an absolute path", "/etc/passwd", OUTSIDE),
    ("a symlink that leads outside", "link.yaml", OUTSIDE),
    ("a folder that is a symlink", "linked/outside.yaml", OUTSIDE),
    ("a device", "/dev/zero", OUTSIDE),
    ("a process's files", "/proc/self/environ", OUTSIDE),
    ("a FIFO", "fifo", NOTHING),
    ("a folder", "below", NOTHING),
    ("a null in a path", "a%00b.yaml", NOTHING),
    ("a URL", "http://127.0.0.1:{port}/a.yaml", REMOTE),
    ("a URL in capitals", "HTTPS://127.0.0.1:{port}/a.yaml", REMOTE),
    ("a URL without a scheme", "//127.0.0.1:{port}/a.yaml", REMOTE),
    ("`file:`", "file:///etc/passwd", REMOTE),
    ("`data:`", "data:application/yaml,type: string", REMOTE),
    ("another scheme", "jar:http://127.0.0.1:{port}!/a", REMOTE),
    ("a share of Windows", "\\\\\\\\127.0.0.1\\\\share", REMOTE),
)
OVERLAYS: Final = (
    ("a folder above", "../outside.yaml", "outside-file"),
    ("an absolute path", "/etc/passwd", "outside-file"),
    ("a symlink that leads outside", "link.yaml", "outside-file"),
    ("a device", "/dev/zero", "outside-file"),
    ("a FIFO", "fifo", "unreadable-file"),
    ("a URL", "http://127.0.0.1:{port}/a.yaml", "missing-file"),
)
