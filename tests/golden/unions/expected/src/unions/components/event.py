"""The type `Event` and the types that it contains."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import components
from .._runtime.json.models import tag
from .._runtime.json.unions import By, OneOf, Tagged
from ..types import BaseModel

__all__ = [
    "Content",
    "ContentImage",
    "ContentText",
    "Event",
    "EventContentImageType",
    "EventContentTextType",
    "EventMessage",
]

EventContentTextType: TypeAlias = Literal["text"]
EventContentImageType: TypeAlias = Literal["image"]


class EventMessage(BaseModel, kw_only=True):
    type: Literal["message"]
    content: Content


class ContentText(BaseModel, kw_only=True):
    type: EventContentTextType = tag(default="text", required=True)
    text: str


class ContentImage(BaseModel, kw_only=True):
    type: EventContentImageType = tag(default="image", required=True)
    url: str


Event: TypeAlias = OneOf[EventMessage, components.Failure]
Content: TypeAlias = Tagged[ContentText | ContentImage, By("type")]
