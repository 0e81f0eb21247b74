"""Requests of the API's server: signatures that others have made, and what becomes of payloads.

The signatures were made by the command line of OpenSSL, or stand in the documentation of those who
send them.
"""

from __future__ import annotations

import logging
import pickle
import traceback
from collections.abc import Mapping
from typing import Any

import pytest

from sdkwright.runtime.json.models import Model
from sdkwright.runtime.operation import BYTES, TEXT
from sdkwright.runtime.webhooks import (
    HmacSignature,
    StandardWebhooks,
    Verifier,
    Webhook,
    WebhookPayloadError,
    WebhookSignatureError,
)

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
OLD_SECRET = "whsec_b2xkIHNlY3JldCBvZiB0aGUgc2VydmVy"
BODY = b'{"type":"parcel.sent","parcel":{"id":"p1"}}'
SIGNATURE = "v1,trg/cvSGJgi1GoNMVTeM+oCEvGwpBT3CUo2Dmkw0FkQ="
OLD_SIGNATURE = "v1,aPmPeLlAILjlnXgTszy7p+MfXr/k0PcSwRqyYj4ERZ8="
SENT = 1_700_000_000
HEADERS = {
    "webhook-id": "msg_1",
    "webhook-timestamp": str(SENT),
    "webhook-signature": SIGNATURE,
}


class Parcel(Model):
    id: str


class ParcelSent(Model):
    type: str
    parcel: Parcel


PARCEL_SENT: Webhook[ParcelSent] = Webhook("parcel.sent", lambda: ParcelSent)


def standard(*secrets: str | bytes, now: float = SENT, **more: Any) -> StandardWebhooks:
    return StandardWebhooks(*(secrets or (SECRET,)), now=lambda: now, **more)


def read(headers: Any = HEADERS, *, body: Any = BODY, verifier: Verifier | None) -> ParcelSent:
    return PARCEL_SENT.parse(body, headers, verifier=verifier)


# Standard Webhooks


def test_genuine_request_gives_its_payload() -> None:
    made = PARCEL_SENT.parse(BODY, HEADERS, verifier=standard())
    assert made == ParcelSent(type="parcel.sent", parcel=Parcel(id="p1"))


def test_body_may_be_text() -> None:
    assert PARCEL_SENT.parse(BODY.decode(), HEADERS, verifier=standard()).parcel.id == "p1"


@pytest.mark.parametrize(
    "changed",
    [
        {"webhook-id": "msg_2"},
        {"webhook-timestamp": str(SENT + 1)},
        {"webhook-signature": OLD_SIGNATURE},
        {"webhook-signature": SIGNATURE.replace("v1,", "v1a,")},
        {"webhook-signature": SIGNATURE.removeprefix("v1,")},
        {"webhook-signature": "v1,"},
        {"webhook-signature": "v1,trg"},
        {"webhook-signature": f"{SIGNATURE},{SIGNATURE}"},
        {"webhook-signature": "v1,é\udcff"},
        {"webhook-id": ""},
        {"webhook-signature": ""},
        {"webhook-timestamp": ""},
        {"webhook-timestamp": "now"},
        {"webhook-timestamp": "²"},
        {"webhook-timestamp": "1" * 5000},
        {"webhook-timestamp": f"-{SENT}"},
    ],
)
def test_request_with_another_header_is_refused(changed: dict[str, str]) -> None:
    with pytest.raises(WebhookSignatureError):
        PARCEL_SENT.parse(BODY, HEADERS | changed, verifier=standard())


@pytest.mark.parametrize("missing", HEADERS)
def test_request_without_a_header_is_refused_and_told_which(missing: str) -> None:
    headers = {name: value for name, value in HEADERS.items() if name != missing}
    with pytest.raises(WebhookSignatureError, match=f"The header {missing} is missing"):
        PARCEL_SENT.parse(BODY, headers, verifier=standard())


def test_request_with_another_body_is_refused() -> None:
    with pytest.raises(WebhookSignatureError):
        PARCEL_SENT.parse(BODY.replace(b"p1", b"p2"), HEADERS, verifier=standard())


def test_one_right_signature_among_several_is_enough() -> None:
    headers = HEADERS | {"webhook-signature": f"v1,AAAA v2,x {SIGNATURE} v1,BBBB"}
    assert read(headers, verifier=standard()).parcel.id == "p1"


@pytest.mark.parametrize("signature", [SIGNATURE, OLD_SIGNATURE])
def test_both_secrets_hold_while_one_replaces_the_other(signature: str) -> None:
    headers = HEADERS | {"webhook-signature": signature}
    assert read(headers, verifier=standard(SECRET, OLD_SECRET)).parcel.id == "p1"


@pytest.mark.parametrize("age", [300, -300])
def test_request_is_taken_within_five_minutes(age: int) -> None:
    assert read(verifier=standard(now=SENT + age)).parcel.id == "p1"


@pytest.mark.parametrize(("age", "why"), [(301, "too old"), (-301, "from the future")])
def test_request_of_another_time_is_refused(age: int, why: str) -> None:
    with pytest.raises(WebhookSignatureError, match=why):
        read(verifier=standard(now=SENT + age))


def test_tolerance_and_names_of_headers_can_be_others() -> None:
    headers = {name.replace("webhook", "Svix"): value for name, value in HEADERS.items()}
    verifier = standard(now=SENT + 3600, tolerance=3600, prefix="svix-")
    assert read(headers, verifier=verifier).parcel.id == "p1"


def test_secret_may_be_its_bytes() -> None:
    key = bytes.fromhex("31f290f6bf06298aab4f08d43c3f082cf648a362da2da4b0")
    assert read(verifier=standard(key)).parcel.id == "p1"


@pytest.mark.parametrize("secrets", [(), ("",), ("whsec_",), ("whsec_no base64!",), (b"",)])
def test_verifier_without_a_secret_is_refused(secrets: tuple[str | bytes, ...]) -> None:
    with pytest.raises(ValueError, match="secret"):
        StandardWebhooks(*secrets)


# A signature of the body


HELLO: Webhook[str] = Webhook("hello", TEXT)


@pytest.mark.parametrize(
    ("value", "more"),
    [
        (
            "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
            {"prefix": "sha256="},
        ),
        ("dXEH6g6yUJ/CESIczphLijdXC211hsIsRvQ3nIsEPhc=", {"encoding": "base64"}),
    ],
)
def test_signature_of_the_body_alone(value: str, more: dict[str, Any]) -> None:
    verifier = HmacSignature("It's a Secret to Everybody", header="X-Hub-Signature-256", **more)
    headers = {"X-Hub-Signature-256": value}
    assert HELLO.parse(b"Hello, World!", headers, verifier=verifier) == "Hello, World!"
    for body, wrong in (
        (b"Hello, World?", headers),
        (b"Hello, World!", {"X-Hub-Signature-256": value[:-1]}),
        (b"Hello, World!", {"X-Hub-Signature-256": value.removeprefix("sha256=")[1:]}),
        (b"Hello, World!", {}),
    ):
        with pytest.raises(WebhookSignatureError):
            HELLO.parse(body, wrong, verifier=verifier)


def test_prefix_must_be_there() -> None:
    verifier = HmacSignature("It's a Secret to Everybody", header="x", prefix="sha256=")
    signature = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
    with pytest.raises(WebhookSignatureError):
        HELLO.parse(b"Hello, World!", {"x": signature}, verifier=verifier)


@pytest.mark.parametrize("secrets", [(), ("",), ("a", b"")])
def test_signature_without_a_secret_is_refused(secrets: tuple[str | bytes, ...]) -> None:
    with pytest.raises(ValueError, match="secret"):
        HmacSignature(*secrets, header="x")


# Secrets


@pytest.mark.parametrize("verifier", [standard(), HmacSignature("hush", header="x")])
def test_verifier_shows_and_pickles_no_secret(verifier: object) -> None:
    for secret in ("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "hush", "1\\xf2\\x90"):
        assert secret not in repr(verifier) + repr(vars(verifier))
    with pytest.raises(TypeError, match="can't be pickled"):
        pickle.dumps(verifier)


def test_traceback_with_locals_has_no_secret_and_no_right_signature() -> None:
    with pytest.raises(WebhookSignatureError) as caught:
        read(HEADERS | {"webhook-signature": "v1,AAAA"}, verifier=standard())
    found = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    text = "".join(found.format())
    assert "webhook-signature" in text
    assert "trg/cvSGJgi1" not in text
    assert "1\\xf2\\x90" not in text


# Verifiers of one's own, and headers


class Kept:
    """Keeps what it is given."""

    def verify(self, body: bytes, headers: Mapping[str, str]) -> None:
        self.body, self.headers = body, dict(headers)


@pytest.mark.parametrize(
    "headers",
    [
        {"X-A": "1", "X-B": "2"},
        [("X-A", "1"), ("X-B", "2")],
        [(b"x-a", b"1"), (b"x-b", b"2")],
    ],
)
def test_headers_may_come_as_frameworks_have_them(headers: Any) -> None:
    verifier = Kept()
    read(headers, body=bytearray(BODY), verifier=verifier)
    assert verifier.headers == {"x-a": "1", "x-b": "2"}
    assert verifier.body == BODY


@pytest.mark.parametrize("headers", [{"X-A": None}, {"X-A": 1}, [(None, "1")]])
def test_headers_that_are_no_text_are_refused(headers: Any) -> None:
    with pytest.raises(TypeError, match=r"^Names and values of headers must be text, not "):
        read(headers, verifier=Kept())


def test_header_that_comes_twice_is_one() -> None:
    verifier = Kept()
    PARCEL_SENT.parse(BODY, [("A", "1"), ("a", "2")], verifier=verifier)
    assert verifier.headers == {"a": "1, 2"}


def test_request_is_verified_before_it_is_read() -> None:
    with pytest.raises(WebhookSignatureError):
        PARCEL_SENT.parse(b"no JSON", HEADERS, verifier=standard())


def test_body_that_was_parsed_is_refused() -> None:
    body: Any = {"type": "parcel.sent"}
    with pytest.raises(TypeError, match="must be bytes or text, as received, not dict"):
        PARCEL_SENT.parse(body, HEADERS, verifier=None)


def test_what_checks_a_request_must_be_said() -> None:
    parse: Any = PARCEL_SENT.parse
    with pytest.raises(TypeError, match="verifier"):
        parse(BODY, HEADERS)


# Payloads


def test_payload_that_is_not_as_documented_is_taken_and_warned_of(
    caplog: pytest.LogCaptureFixture,
) -> None:
    webhook: Webhook[ParcelSent] = Webhook("parcel.sent", lambda: ParcelSent)
    with caplog.at_level(logging.WARNING):
        made = webhook.parse(b'{"type": "parcel.sent", "parcel": {"id": 7}}', verifier=None)
        webhook.parse(b'{"type": "parcel.sent", "parcel": {"id": 8}}', verifier=None)
    assert made.model_dump() == {"type": "parcel.sent", "parcel": {"id": 7}}
    assert [record.getMessage() for record in caplog.records] == [
        (
            "webhook parcel.sent: the payload is not what this SDK was made for, at $.parcel.id: "
            "expected str, got int. It is kept as it came; a newer version of the SDK may know it."
        )
    ]


def test_strict_reading_names_the_place_and_no_value() -> None:
    with pytest.raises(WebhookPayloadError) as caught:
        PARCEL_SENT.parse(b'{"type": 7, "parcel": {}}', verifier=None, validation="strict")
    assert str(caught.value) == (
        "Invalid payload: $.type: expected str, got int; $.parcel.id: missing"
    )


def test_text_that_is_not_utf_8_is_warned_of(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert Webhook[str]("hello", TEXT).parse(b"a\xff", verifier=None) == "a\ufffd"
    assert [record.getMessage() for record in caplog.records] == [
        (
            "webhook hello: the payload is not what this SDK was made for, at $: not text in its "
            "encoding. It is kept as it came; a newer version of the SDK may know it."
        )
    ]


def test_strict_reading_takes_only_text_that_is_utf_8() -> None:
    assert HELLO.parse("Grüße", verifier=None, validation="strict") == "Grüße"
    with pytest.raises(
        WebhookPayloadError, match=r"^Invalid payload: \$: not text in its encoding$"
    ):
        HELLO.parse(b"a\xff", verifier=None, validation="strict")


def test_what_is_no_json_is_refused_in_any_case() -> None:
    with pytest.raises(WebhookPayloadError, match="it is not JSON"):
        PARCEL_SENT.parse(b"type=parcel.sent", verifier=None)


def test_empty_payload_is_an_object_without_its_fields() -> None:
    assert PARCEL_SENT.parse(b"", verifier=None).model_dump() == {}


def test_other_payloads_come_as_what_they_are() -> None:
    image: Webhook[bytes] = Webhook("image", BYTES)
    ping: Webhook[None] = Webhook("ping", None)
    assert image.parse(b"\xff\x00", verifier=None) == b"\xff\x00"
    assert HELLO.parse("hellö", verifier=None) == "hellö"
    assert ping.parse(b"anything", verifier=None) is None


def test_validation_of_another_kind_is_refused() -> None:
    validation: Any = "loose"
    with pytest.raises(ValueError, match='"lenient" or "strict"'):
        PARCEL_SENT.parse(BODY, verifier=None, validation=validation)
