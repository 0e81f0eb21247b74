"""A caller may derive from the client, in a module of their own."""

from __future__ import annotations

from openrouter import OpenRouter
from openrouter.api_keys import APIKeys


class Ours(OpenRouter):
    pass


def test_resources_of_a_subclass_elsewhere_are_found() -> None:
    with Ours("key") as client:
        assert type(client.api_keys) is APIKeys
