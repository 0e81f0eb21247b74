"""Names that would make a path of their own, if a file were simply called by them."""

from __future__ import annotations

from typing import Final

NAMES: Final = {
    "up": "../../x",
    "up, encoded": "..%2f..%2fx",
    "up, by backslashes": "..\\..\\x",
    "a hook of git": ".git/hooks/pre-commit",
    "absolute": "/etc/cron.d/x",
    "a drive": "C:\\Windows\\x",
    "a share": "\\\\host\\share\\x",
    "home": "~/.bashrc",
    "a device of Windows": "CON",
    "another one": "com1.txt",
    "a stream of Windows": "x::$DATA",
    "dots": "..",
    "one dot": ".",
    "hidden": ".bashrc",
    "5,000 characters": "x" * 5000,
    "5,000 characters of three bytes": "\u540d" * 5000,
    "a null": "x\x00y",
    "a line end": "x\ny",
    "spaces and dots at the end": "x . .",
    "the package's own file": "__init__",
    "the runtime": "_runtime",
    "a module of the package": "client",
    "a module of Python": "typing",
    "a page": "README",
    "right to left": "\u202eyp.x",
    "nothing": "",
}
TWINS: Final = {
    "case": ("Things", "THINGS"),
    "case of other letters": ("Stra\u00dfe", "STRASSE"),
    "composed and not": ("caf\u00e9", "cafe\u0301"),
    "look-alikes": ("paypal", "p\u0430ypal"),
    "wide letters": ("things", "\uff54\uff48\uff49\uff4e\uff47\uff53"),
    "marks": ("a-b", "a_b"),
    "what cannot be seen": ("things", "thi\u200bngs"),
    "long, different at the end": ("x" * 300 + "a", "x" * 300 + "b"),
}
