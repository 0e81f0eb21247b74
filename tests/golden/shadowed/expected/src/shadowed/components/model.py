"""The type `Model`."""

from __future__ import annotations

from msgspec import field

from .. import components
from ..types import UNSET, BaseModel, SecretStr, UnsetType

__all__ = ["Model"]


class Model(BaseModel, kw_only=True):
    """A class named after what all models derive from."""

    kind: components.Literal | UnsetType = UNSET
    any: components.Any | UnsetType = UNSET
    secret_key: SecretStr | UnsetType = field(name="secret-key", default=UNSET)

    model: Model | UnsetType = UNSET
    """A class named after what all models derive from."""
