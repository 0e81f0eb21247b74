"""Parameters that are set once, on the client, and apply to every call that omits them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import msgspec
from msgspec import UNSET

from ..json.plain import plain
from .wire import header_value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..operation import Operation


class Global(NamedTuple):
    """A parameter of the client.

    Attributes:
        argument: Its argument, of the client and of the methods.
        place: Where requests carry it.
        name: Its name in the request.
        variable: The environment variable that it defaults to, if any.
        type: Returns the type of the variable's value; None for text.
    """

    argument: str
    place: Literal["path", "query", "header", "cookie"]
    name: str
    variable: str = ""
    type: Callable[[], Any] | None = None

    def value(self, given: Any) -> Any:
        """Return the value for all calls; None if there is none.

        Args:
            given: The argument of the client. Without one, the environment variable is read; an
                empty variable counts as unset.

        Raises:
            ValueError: The value can't be sent, or the variable has another type.
        """
        if given is None or given is UNSET:
            return self._outside()
        made = plain(given, self.argument)
        if self.place == "header" and isinstance(made, str):
            header_value(self.name, made)
        return given

    def _outside(self) -> Any:
        text = os.environ.get(self.variable) if self.variable else None
        if not text:
            return None
        if self.place == "header":
            header_value(self.name, text)
        if self.type is None:
            return text
        try:
            return msgspec.convert(text, self.type(), strict=False)
        except msgspec.ValidationError as error:
            raise ValueError(f"The environment variable {self.variable}: {error}.") from None


class Globals:
    """The parameters of one client, and their values.

    Args:
        declared: The parameters.
        given: The arguments of the client, by name.

    Raises:
        ValueError: A value can't be sent.
    """

    def __init__(self, declared: Sequence[Global], given: Mapping[str, Any]) -> None:
        self._values = [(item, item.value(given.get(item.argument))) for item in declared]

    def complete(
        self, operation: Operation[Any, Any], arguments: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """Return the arguments of a call with the client's values for those that it omits.

        Args:
            operation: The operation to call.
            arguments: The parameters, by their keys; None and `UNSET` are omitted.

        Raises:
            ValueError: Neither the call nor the client has a value that is required.
        """
        added: dict[str, Any] = {}
        for item, value in self._values:
            key = operation.key_of(item.place, item.name)
            if key is None or not ((own := arguments[key]) is None or own is UNSET):
                continue
            if value is not None:
                added[key] = value
            elif item.place == "path" or key in operation.required:
                either = f", or set the environment variable {item.variable}"
                raise ValueError(
                    f"{item.name} is required: pass {item.argument} to the method or to the client"
                    f"{either if item.variable else ''}."
                )
        return {**arguments, **added} if added else arguments
