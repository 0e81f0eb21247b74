"""Conversion of the document's names to Python identifiers.

A name keeps its letters, of any script, as Python does: in the form NFKC, in which names are
compared (Python reference, section 2.3). Marks that belong to letters and digits are kept as well;
all other characters separate words, or are spelled out.

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

_KNOWN: Final = (
    *("OAuth", "OpenID", "OpenAPI", "GraphQL", "IPv4", "IPv6", "K8s", "WiFi", "DevOps"),
    *("MySQL", "PostgreSQL", "NoSQL", "SQLite", "MongoDB", "DynamoDB", "JavaScript", "TypeScript"),
    *("GitHub", "GitLab", "YouTube", "LinkedIn", "PayPal", "WhatsApp", "macOS", "iOS", "iPhone"),
)
"""Words with capitals inside, which are not split, also if a name begins with one: `oAuthURL`."""

_WORD: Final = re.compile(
    rf"""
      (?:{"|".join(form for word in _KNOWN for form in (word, word[0].lower() + word[1:]))})
          [0-9]*(?![a-z])
    | [A-Z]{{2,}}s(?![a-z])        # several of an acronym: URLs, IDs
    | [A-Z][0-9]+[A-Z](?=[A-Z][a-z]|[^A-Za-z]|\Z)  # M2M in getM2MToken
    | [A-Z]+(?=[A-Z][a-z])       # an acronym before a word: API in APIKeys
    | [A-Z]?[a-z]+[0-9]*         # a word: keys, Keys, base64
    | [A-Z]+[0-9]*               # an acronym: API, SHA256
    | [0-9]+[a-z]*               # a number: 404, 2fa
    | \u4e00+[0-9]*              # letters of a script without capitals
    """,
    re.VERBOSE,
)
_SNAKE: Final = re.compile(r"[a-z0-9_\u4e00]+")
_PLAIN: Final = re.compile(r"[A-Za-z0-9\u4e00]+")

_CASELESS: Final = "\u4e00"
"""Stands for any letter of a script without capitals where words are found; `A` and `a` stand for
capitals and small letters beyond ASCII, and `0` for digits."""

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
"""Maximum bytes of a name in UTF-8; a longer one is cut and gets a digest of the whole.

Files are named after classes, and no common file system takes file names over 255 bytes.
"""

_DIGEST_LENGTH: Final = 8
"""Number of digits of the digest."""


@lru_cache(maxsize=1 << 14)
def split_words(text: str) -> tuple[str, ...]:
    """Split a name into its words.

    Args:
        text: A name in any style and script: `createKeys`, `HTTP-Referer`, `API Keys`, `größe`.

    Returns:
        The words in their original case. Signs that distinguish names (`+1` and `-1`) are spelled
        out.
    """
    text = _spelled(text)
    shape = _shape(text)
    if _SNAKE.fullmatch(shape):  # its author has split it: m2m_token, k8s_version
        return tuple(filter(None, text.split("_")))
    return tuple(text[slice(*found.span())] for found in _WORD.finditer(shape))


def snake_case(text: str) -> str:
    """Join the words of a name in lower case: `X-OpenRouter-Title` → `x_open_router_title`."""
    return "_".join(word.lower() for word in split_words(text))


def pascal_case(text: str) -> str:
    """Join the words of a name with capitals, and keep acronyms: `API Keys` → `APIKeys`.

    Well-known initialisms are capitalized however they are written: `imageUrl` → `ImageURL`.
    """
    return "".join(
        word.upper() if word.upper() in _INITIALISMS else word[0].title() + word[1:]
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


def resource_name(label: str) -> str:
    """Return the name of the attribute for a resource: `API Keys` → `api_keys`.

    `OAuth` is two words here, since the official SDK has `client.o_auth`.
    """
    return identifier(label.replace("OAuth", "O Auth"), fallback="resource")


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

    Keywords and the device names reserved by Windows get a trailing underscore, and so does the
    name of a class in a script without capitals, which the package has as well.
    """
    module = _folded(name)
    is_class = module == name and not name.isascii()
    return f"{module}_" if is_class else _module(module, reserved)


def group_module(name: str) -> str:
    """Return the name of the module of a group of operations: `API Keys` → `api_keys`.

    Only separators split words, not capitals: `OAuth` → `oauth`.
    """
    text = _spelled(name)
    words = (text[slice(*found.span())] for found in _PLAIN.finditer(_shape(text)))
    return _module(_usable(_folded("_".join(words)), "resource", "_", ()), ())


def _module(name: str, reserved: Container[str]) -> str:
    return f"{name}_" if _is_taken(name, reserved) or name in WINDOWS_DEVICES else name


def page_name(name: str) -> str:
    """Return the name of the page of a class, or of its folder: `APIKeys` → `apikeys`."""
    folder = _folded(name)
    return f"{folder}_" if folder in WINDOWS_DEVICES else folder


def error_module_name(name: str) -> str:
    """Return the module name of an exception class: `BadRequestError` → `badrequest_error`."""
    return _folded(f"{name.removesuffix('Error')}_error").lstrip("_")


def _spelled(text: str) -> str:
    """Return a name with nothing in it that no identifier can contain, apart from ASCII."""
    normal = text if text.isascii() else _without_others(unicodedata.normalize("NFKC", text))
    return "".join(_SPOKEN.get(char, char) for char in _MINUS.sub(" minus ", normal))


def _without_others(text: str) -> str:
    """Replace what is neither ASCII, nor a letter, nor a digit, nor a mark on one, by spaces."""
    made: list[str] = []
    for char in text:
        kind = unicodedata.category(char)[0]
        is_part = kind in "LN" or (kind == "M" and _is_part("".join(made[-1:])))
        made.append(char if char.isascii() or (is_part and _is_part(char)) else " ")
    return "".join(made)


def _is_part(char: str) -> bool:
    """Return whether a character can be in an identifier, apart from the underscore."""
    return char not in {"", "_"} and f"a{char}".isidentifier()


def _shape(text: str) -> str:
    """Return a text of the same length, in which all letters of a kind are the same one."""
    if text.isascii():
        return text
    made: list[str] = []
    for char in text:
        made.append(char if char.isascii() else _kind(char, made[-1:]))
    return "".join(made)


def _kind(char: str, before: list[str]) -> str:
    match unicodedata.category(char):
        case "Lu" | "Lt":
            return "A"
        case "Ll":
            return "a"
        case "Nd" | "Nl":
            return "0"
        case "Mn" | "Mc" if before and before[0].isascii():
            return "a"  # a mark is a part of the letter before it
    return _CASELESS


def _folded(name: str) -> str:
    """Return a name without capitals, as file systems that ignore case compare it."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFKC", name.casefold())


def _usable(name: str, fallback: str, joint: str, reserved: Container[str]) -> str:
    name = unicodedata.normalize("NFKC", name)
    if not name:
        name = fallback
    elif not name[0].isidentifier():  # such as a digit
        name = f"{fallback}{joint}{name}"
    if _size(name) > _MAX_LENGTH:
        number = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 10**_DIGEST_LENGTH
        most = _MAX_LENGTH - _DIGEST_LENGTH - len(joint)
        kept = name[:most]
        while _size(kept) > most:
            kept = kept[:-1]
        name = f"{kept.rstrip('_')}{joint}{number:0{_DIGEST_LENGTH}}"
    return f"{name}_" if _is_taken(name, reserved) else name


def _size(name: str) -> int:
    return len(_folded(name).encode())


def _is_taken(name: str, reserved: Container[str]) -> bool:
    return keyword.iskeyword(name) or name in reserved
