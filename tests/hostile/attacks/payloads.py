"""Texts that would be something else than text, if anything forgot to escape them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CODE: Final = "__import__('os').system('touch /tmp/owned')"

PAYLOADS: Final[Mapping[str, str]] = {
    "double quotes around code": f'"; {CODE}; "',
    "single quotes around code": f"'; {CODE}; '",
    "triple double quotes": f'"""\n{CODE}\n"""',
    "triple single quotes": f"'''\n{CODE}\n'''",
    "quotes that come up to three": '""',
    "backslash at the end": "ends with \\",
    "backslashes and quotes": '\\" \\\\" \\\\\\" \\\'',
    "escapes": "\\N{BULLET} \\x41 \\u0041 \\0 \\",
    "line ends at the edges": f"\n\r\n{CODE}\n\r",
    "a line end and a keyword": f"a\nimport os\n{CODE}\n#",
    "a comment that ends": f"text # \n{CODE}",
    "C comments": "*/ alert(1) /* //",
    "Jinja expression": "{{ self.__init__.__globals__ }}",
    "Jinja statement": "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "Jinja comment": "{# open",
    "Jinja raw": "{% raw %} {% endraw %}",
    "f-string": f"{{{CODE}}} {{0}} {{x!r:>{{y}}}} %s %(x)s",
    "template string": "${HOME} $(id) `id` ; rm -rf ~ && id | id > x",
    "null": "a\x00b",
    "control characters": "a\x01\x07\x08\x0b\x0c\x1b[31mred\x7f\x9b",
    "bidirectional marks": "a\u202e\u2066b\u2069\u200f",
    "zero-width marks": "a\u200b\u2060\ufeff\u00adb",
    "line separators": f"a\u2028{CODE}\u2029b\x85c",
    "look-alikes": "\uff49\uff4d\uff50\uff4f\uff52\uff54 \uff4f\uff53 \u017felf \u00aa\u00ba",
    "surrogate": "a\ud800b",
    "beyond the first plane": "\U0001f600 \U000e0041 \U0010ffff",
    "HTML script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "HTML comment": "--> <!-- <b> ]]> <![CDATA[",
    "Markdown link": "[a](javascript:alert(1)) ](javascript:alert(1)) [b]: javascript:alert(1)",
    "Markdown image": "![a](https://tracker.example/x.png)",
    "autolink": "<javascript:alert(1)> <file:///etc/passwd>",
    "table": "a | b || c\n|---|---|\n| d |",
    "backticks": "` `` ``` ~~~ `a``",
    "a fence": "```\n# not code\n```python\n",
    "headings": "# one\n===\n---\n> quote\n1. item",
    "TOML": f"\"\n[project.scripts]\nx = \"{CODE}\"\n# '''",
    "JSON": '", "x": {"y": [], "$ref": "#/"} ',
    "dunder": "__class__",
    "keyword": "lambda",
    "a long word": "w" * 5000,
    "many words": "word " * 2000,
    "nothing but marks": "!@#$%^&*()",
    "blank": "   \t ",
}

RULED_PAYLOADS: Final = (
    "double quotes around code",
    "backslashes and quotes",
    "a line end and a keyword",
    "Jinja expression",
    "null",
    "line separators",
    "surrogate",
    "HTML script",
    "Markdown link",
    "TOML",
    "a long word",
    "blank",
)
"""Those that differ most, for the places that are attacked one by one."""
