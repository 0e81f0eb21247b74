"""Ways to call that the official SDK's README shows, run as a program in the environment of an SDK.

It prints, for each, what came of it: a name of an exception, or "". What was sent is for the server
to say. It imports nothing but the standard library and the SDK.
"""

from __future__ import annotations

import asyncio
import importlib
import io
import json
import sys
from typing import Any


def chat(sdk: Any, _: Any) -> None:
    sdk.chat.send(
        messages=[{"role": "user", "content": "Hello, how are you?"}],
        model="anthropic/claude-4.5-sonnet",
        provider={"zdr": True, "sort": "price"},
    )


def chat_with_a_stream(sdk: Any, _: Any) -> None:
    stream = sdk.chat.send(
        messages=[{"role": "user", "content": "Hello, how are you?"}],
        model="anthropic/claude-4.5-sonnet",
        stream=True,
    )
    for _event in stream:
        pass


def chat_with_models(sdk: Any, components: Any) -> None:
    sdk.chat.send(
        model="openai/gpt-4o",
        messages=[components.ChatUserMessage(role="user", content="What changed in AI today?")],
        tools=[
            components.OpenRouterWebSearchServerTool(
                type="openrouter:web_search",
                parameters=components.WebSearchConfig(max_results=5, search_context_size="medium"),
            )
        ],
        temperature=0.5,
    )


def responses(sdk: Any, components: Any) -> None:
    sdk.responses.send(
        model="openai/gpt-4o",
        input="What changed in AI today?",
        tools=[
            components.WebSearchServerToolOpenRouter(
                type="openrouter:web_search",
                parameters=components.WebSearchServerToolConfig(
                    max_results=5, search_context_size="medium"
                ),
            )
        ],
        stream=False,
    )


def responses_by_their_other_name(sdk: Any, _: Any) -> None:
    sdk.beta.responses.send(model="openai/gpt-4o", input="What changed?", stream=False)


def models(sdk: Any, _: Any) -> None:
    sdk.models.list()


def models_of_a_kind(sdk: Any, _: Any) -> None:
    sdk.models.list(category="programming", supported_parameters="tools", limit=5, offset=0)


def embeddings(sdk: Any, _: Any) -> None:
    sdk.embeddings.generate(input="The quick brown fox", model="openai/text-embedding-3-small")


def upload(sdk: Any, _: Any) -> None:
    content = io.BytesIO(b"one\ntwo\n")
    sdk.files.upload(file={"file_name": "example.file", "content": content})


def transcription(sdk: Any, _: Any) -> None:
    content = io.BytesIO(b"RIFF")
    sdk.stt.create_transcription_multipart(
        model="openai/whisper-large-v3",
        file={"file_name": "example.file", "content": content},
        language="en",
    )


def keys(sdk: Any, _: Any) -> None:
    sdk.api_keys.create(name="My New API Key", limit=50, limit_reset="monthly")


def key_without_a_limit(sdk: Any, _: Any) -> None:
    sdk.api_keys.update(hash="f01d52606ea70c2c", disabled=True, limit=None)


def keys_of_a_workspace(sdk: Any, _: Any) -> None:
    sdk.api_keys.list(
        offset=0,
        include_disabled=True,
        http_headers={"X-Trace": "1"},
        http_referer="https://other.example",
    )


def guardrail(sdk: Any, _: Any) -> None:
    sdk.guardrails.get(id="550e8400-e29b-41d4-a716-446655440000")


def activity(sdk: Any, _: Any) -> None:
    sdk.analytics.get_user_activity(request={"date_": "2026-08-24", "user_id": "u-1"})


def activity_by_its_class(sdk: Any, _: Any) -> None:
    operations = importlib.import_module("openrouter.operations")
    request = operations.GetUserActivityRequest(group_by="workspace")
    sdk.analytics.get_user_activity(request=request, timeout_ms=5_000)


async def credits_async(sdk: Any, _: Any) -> None:
    await sdk.credits.get_credits_async()


async def chat_async(sdk: Any, _: Any) -> None:
    stream = await sdk.chat.send_async(
        messages=[{"role": "user", "content": "Hello"}], model="m", stream=True
    )
    async for _event in stream:
        pass


FORMS = (
    chat,
    chat_with_a_stream,
    chat_with_models,
    responses,
    responses_by_their_other_name,
    models,
    models_of_a_kind,
    embeddings,
    upload,
    transcription,
    keys,
    key_without_a_limit,
    keys_of_a_workspace,
    guardrail,
    activity,
    activity_by_its_class,
    credits_async,
    chat_async,
)


def outcome(form: Any, url: str) -> str:
    """Run one, with a client as the README makes it."""
    package = importlib.import_module("openrouter")
    sdk = package.OpenRouter(
        api_key="sk-test",
        http_referer="https://example.com",
        x_open_router_title="A test",
        server_url=f"{url}/{form.__name__}",
        retry_config=None,
    )
    try:
        if asyncio.iscoroutinefunction(form):
            asyncio.run(form(sdk, package.components))
        else:
            form(sdk, package.components)
    except Exception as error:  # noqa: BLE001  whatever it is, it is told
        return f"{type(error).__name__}: {error}"[:300]
    return ""


if __name__ == "__main__":
    URL, *PATHS = sys.argv[1:]
    sys.path[:0] = PATHS
    json.dump({form.__name__: outcome(form, URL) for form in FORMS}, sys.stdout)
