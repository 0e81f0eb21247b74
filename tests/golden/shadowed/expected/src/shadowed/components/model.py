"""The type `Model`."""

from __future__ import annotations

from msgspec import field

from .. import components
from .._runtime.models import Model as _Model
from ..types import UNSET, SecretStr, UnsetType


class Model(_Model, kw_only=True):
    """A class named after what all models derive from."""

    kind: components.Literal | UnsetType = UNSET

    any: components.Any | UnsetType = UNSET

    secret_key: SecretStr | UnsetType = field(name="secret-key", default=UNSET)

    model: Model | UnsetType = UNSET
    """A class named after what all models derive from."""
