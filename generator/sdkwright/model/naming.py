"""Conversion of the document's names to Python identifiers.

Pure functions of text. The pass `name` decides which names are taken and which declaration gets
which name; this module knows neither the document nor the package that is generated from it.
"""

from __future__ import annotations

import hashlib
import keyword
import re
import unicodedata
from collections.abc import Container
from functools import lru_cache
from typing import Final

from sdkwright.model.reserved import WINDOWS_DEVICES

_WORD: Final = re.compile(
    r"""
      [A-Z]{2,}s(?![a-z])        # several of an acronym: URLs, IDs
    | [A-Z][0-9]+[A-Z](?=[A-Z][a-z]|[^A-Za-z]|\Z)  # M2M in getM2MToken
    | [A-Z]+(?=[A-Z][a-z])       # an acronym before a word: API in APIKeys
    | [A-Z]?[a-z]+[0-9]*         # a word: keys, Keys, base64
    | [A-Z]+[0-9]*               # an acronym: API, SHA256
    | [0-9]+[a-z]*               # a number: 404, 2fa
    """,
    re.VERBOSE,
)
_SNAKE: Final = re.compile(r"[a-z0-9_]+")
# fmt: off
_INITIALISMS: Final = frozenset({
    "ACL", "API", "ASCII", "CPU", "CSS", "DNS", "EOF", "GUID", "HTML", "HTTP", "HTTPS", "ID", "IP",
    "JSON", "LHS", "QPS", "RAM", "RHS", "RPC", "SLA", "SMTP", "SQL", "SSH", "TCP", "TLS", "TTL",
    "UDP", "UI", "UID", "URI", "URL", "UTF8", "UUID", "VM", "XML", "XMPP", "XSRF", "XSS",
})
# fmt: on
"""The initialisms of Go's style guide, which the official SDK's class names follow."""

_SPOKEN: Final = {
    "+": " plus ",
    "<": " less than ",
    ">": " greater than ",
    "=": " equal ",
    "%": " percent ",
    "&": " and ",
}
_MINUS: Final = re.compile(r"(?<![^\s([,])-(?=[0-9])")
_MAX_LENGTH: Final = 120
"""Maximum characters of a name; a longer one is cut and gets a digest of the whole.

Files are named after classes, and no common file system takes file names over 255 bytes.
"""

_DIGEST_LENGTH: Final = 8
"""Number of digits of the digest."""


@lru_cache(maxsize=1 << 14)
def split_words(text: str) -> tuple[str, ...]:
    """Split a name into its words, in ASCII.

    Args:
        text: A name in any style and script: `createKeys`, `HTTP-Referer`, `API Keys`, `größe`.

    Returns:
        The words in their original case. Accents are dropped, a letter of another script becomes
        `u` and its code point in decimal, and signs that distinguish names (`+1` and `-1`) are
        spelled out.
    """
    if _SNAKE.fullmatch(text):  # its author has split it: m2m_token, k8s_version
        return tuple(filter(None, text.split("_")))
    return tuple(_WORD.findall(_ascii(text)))


def snake_case(text: str) -> str:
    """Join the words of a name in lower case: `X-OpenRouter-Title` → `x_open_router_title`."""
    return "_".join(word.lower() for word in split_words(text))


def pascal_case(text: str) -> str:
    """Join the words of a name with capitals, and keep acronyms: `API Keys` → `APIKeys`.

    Well-known initialisms are capitalized however they are written: `imageUrl` → `ImageURL`.
    """
    return "".join(
        word.upper() if word.upper() in _INITIALISMS else word[0].upper() + word[1:]
        for word in split_words(text)
    )


def identifier(text: str, *, fallback: str = "value", reserved: Container[str] = ()) -> str:
    """Return the name of a method, parameter, field or module.

    Args:
        text: The name in the document.
        fallback: The name to use if nothing usable is left of the text; it is also the prefix of a
            name with a leading digit: `200` → `value_200`.
        reserved: Names with another meaning; like keywords, they get a trailing underscore.
    """
    return _usable(snake_case(text), fallback, "_", reserved)


def class_name(text: str, *, fallback: str = "Model", reserved: Container[str] = ()) -> str:
    """Return the name of a class; the arguments are those of `identifier`."""
    return _usable(pascal_case(text), fallback, "", reserved)


def singular(name: str) -> str:
    """Return the singular of a name: `Plugins` → `Plugin`; only plain plurals are changed."""
    word = name.lower()
    if word.endswith("ies") and len(word) > len("ties"):
        return f"{name[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return name[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "news")):
        return name[:-1]
    return name


def operation_prefix(operation_id: str) -> str:
    """Return the prefix of the classes of an operation's own types, which also names their module.

    Example:
        >>> operation_prefix("createKeys")
        'CreateKeys'
    """
    return class_name(operation_id, fallback="Operation")


def module_name(name: str, *, reserved: Container[str] = ()) -> str:
    """Return the name of the module that a class is defined in: `CreateKeys` → `createkeys`.

    Keywords and the device names reserved by Windows get a trailing underscore.
    """
    module = name.lower()
    return f"{module}_" if _is_taken(module, reserved) or module in WINDOWS_DEVICES else module


def group_module(name: str) -> str:
    """Return the name of the module of a group of operations: `API Keys` → `api_keys`.

    Only separators split words, not capitals: `OAuth` → `oauth`.
    """
    words = re.findall(r"[a-z0-9]+", _ascii(name).lower())
    return module_name(_usable("_".join(words), "resource", "_", ()))


def page_name(name: str) -> str:
    """Return the name of the page of a class, or of its folder: `APIKeys` → `apikeys`."""
    folder = name.lower()
    return f"{folder}_" if folder in WINDOWS_DEVICES else folder


def error_module_name(name: str) -> str:
    """Return the module name of an exception class: `BadRequestError` → `badrequest_error`."""
    return f"{name.removesuffix('Error')}_error".lower().lstrip("_")


def _ascii(text: str) -> str:
    spoken = _MINUS.sub(" minus ", text)
    return "".join(map(_fold, unicodedata.normalize("NFKD", spoken)))


def _fold(char: str) -> str:
    if char.isascii():
        return _SPOKEN.get(char, char)
    if unicodedata.combining(char):
        return ""
    if char == "ß":
        return "ss"
    return f" u{ord(char)} " if char.isalnum() else " "


def _usable(name: str, fallback: str, joint: str, reserved: Container[str]) -> str:
    if not name:
        name = fallback
    elif name[0].isdigit():
        name = f"{fallback}{joint}{name}"
    if len(name) > _MAX_LENGTH:
        number = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 10**_DIGEST_LENGTH
        kept = name[: _MAX_LENGTH - _DIGEST_LENGTH - len(joint)].rstrip("_")
        name = f"{kept}{joint}{number:0{_DIGEST_LENGTH}}"
    return f"{name}_" if _is_taken(name, reserved) else name


def _is_taken(name: str, reserved: Container[str]) -> bool:
    return keyword.iskeyword(name) or name in reserved
