"""A document that has something at every place where text can stand."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

Document: TypeAlias = dict[str, Any]


def base() -> Document:
    """Make the document anew."""
    return dict(copy.deepcopy(_BASE))


_BASE: Final[Mapping[str, Any]] = {
    "openapi": "3.1.0",
    "info": {
        "title": "Things",
        "version": "1",
        "summary": "Things",
        "description": "All of them.",
        "termsOfService": "https://things.example/terms",
        "contact": {"name": "Us", "url": "https://things.example", "email": "us@things.example"},
        "license": {"name": "Free", "identifier": "MIT"},
    },
    "externalDocs": {"url": "https://things.example/more", "description": "More"},
    "x-speakeasy-globals": {
        "parameters": [
            {"name": "X-Who", "in": "header", "description": "Who", "schema": {"type": "string"}}
        ]
    },
    "webhooks": {
        "made": {
            "post": {
                "operationId": "thingMade",
                "summary": "It was made",
                "description": "A thing was made.",
                "requestBody": {
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}
                    }
                },
                "responses": {"200": {"description": "Fine"}},
            }
        }
    },
    "servers": [
        {"url": "https://things.example", "description": "Here", "x-speakeasy-server-id": "here"},
        {
            "url": "https://{region}.things.example",
            "variables": {
                "region": {"default": "eu", "description": "Where", "enum": ["eu", "us"]}
            },
        },
    ],
    "tags": [
        {
            "name": "Things",
            "description": "About them.",
            "x-displayName": "Our things",
            "externalDocs": {"url": "https://things.example/t", "description": "More of them"},
        }
    ],
    "security": [{"bearer": []}, {"key": []}],
    "paths": {
        "/things/{id}": {
            "summary": "One thing",
            "description": "What there is to do with it.",
            "get": {
                "operationId": "getThing",
                "tags": ["Things"],
                "summary": "Get it",
                "description": "Get a thing.",
                "deprecated": True,
                "x-speakeasy-deprecation-message": "Use another.",
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                    {
                        "name": "q",
                        "in": "query",
                        "description": "What for",
                        "example": "x",
                        "schema": {"type": "string", "default": "x"},
                    },
                    {"name": "named", "in": "query", "schema": {"type": "string"}},
                    {
                        "name": "kind",
                        "in": "query",
                        "deprecated": True,
                        "x-speakeasy-deprecation-message": "Ask otherwise.",
                        "schema": {"type": "string", "enum": ["one", "two"]},
                        "examples": {
                            "first": {"summary": "One", "description": "The one", "value": "one"}
                        },
                    },
                    {"name": "X-Head", "in": "header", "schema": {"type": "string"}},
                    {"name": "crumb", "in": "cookie", "schema": {"type": "string"}},
                ],
                "responses": {
                    "200": {
                        "description": "A thing",
                        "headers": {
                            "X-Left": {"description": "How many", "schema": {"type": "string"}}
                        },
                        "links": {
                            "others": {"operationId": "getOthers", "description": "The others"}
                        },
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}
                        },
                    },
                    "404": {
                        "description": "None",
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "object",
                                    "properties": {"message": {"type": "string"}},
                                }
                            }
                        },
                    },
                },
            },
            "post": {
                "operationId": "setThing",
                "tags": ["Things"],
                "x-speakeasy-name-override": "set",
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
                ],
                "requestBody": {
                    "description": "The thing",
                    "content": {
                        "application/json": {
                            "schema": {"$ref": "#/components/schemas/Thing"},
                            "example": {"text": "x", "more": {"a": "b"}},
                        }
                    },
                },
                "callbacks": {
                    "done": {
                        "{$request.body#/text}": {
                            "post": {
                                "description": "It is done.",
                                "requestBody": {
                                    "content": {
                                        "application/json": {
                                            "schema": {
                                                "type": "object",
                                                "properties": {"how": {"type": "string"}},
                                            }
                                        }
                                    }
                                },
                                "responses": {"200": {"description": "Fine"}},
                            }
                        }
                    }
                },
                "responses": {"204": {"description": "Done"}},
            },
            "put": {
                "operationId": "sendThing",
                "tags": ["Things"],
                "x-speakeasy-group": "senders",
                "requestBody": {
                    "content": {
                        "multipart/form-data": {
                            "schema": {
                                "type": "object",
                                "properties": {
                                    "file": {"type": "string", "format": "binary"},
                                    "note": {"type": "string", "title": "A note"},
                                },
                            },
                            "encoding": {"file": {"contentType": "image/png"}},
                        }
                    }
                },
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
                ],
                "responses": {
                    "200": {
                        "description": "A stream",
                        "content": {
                            "text/event-stream": {
                                "schema": {
                                    "type": "object",
                                    "properties": {"step": {"type": "string"}},
                                },
                                "x-speakeasy-sse-sentinel": "[DONE]",
                            }
                        },
                    }
                },
            },
        },
        "/pages": {
            "get": {
                "operationId": "getPages",
                "tags": ["Others"],
                "x-speakeasy-pagination": {
                    "type": "cursor",
                    "inputs": [{"name": "after", "in": "parameters", "type": "cursor"}],
                    "outputs": {"results": "$.list", "nextCursor": "$.next"},
                },
                "parameters": [{"name": "after", "in": "query", "schema": {"type": "string"}}],
                "responses": {
                    "200": {
                        "description": "A page",
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "object",
                                    "properties": {
                                        "list": {"type": "array", "items": {"type": "string"}},
                                        "next": {"type": "string"},
                                    },
                                }
                            }
                        },
                    }
                },
            }
        },
        "/others": {
            "get": {
                "operationId": "getOthers",
                "tags": ["Others"],
                "security": [{"oauth": ["read"]}],
                "responses": {"200": {"$ref": "#/components/responses/Others"}},
            }
        },
    },
    "components": {
        "responses": {
            "Others": {
                "description": "Others",
                "content": {
                    "application/json": {
                        "schema": {
                            "type": "array",
                            "items": {
                                "type": "object",
                                "properties": {
                                    "pet": {"$ref": "#/components/schemas/Pet"},
                                    "tree": {"$ref": "#/components/schemas/Tree"},
                                    "node": {"$ref": "#/components/schemas/Node"},
                                },
                            },
                        }
                    }
                },
            }
        },
        "schemas": {
            "Thing": {
                "type": "object",
                "title": "A thing",
                "description": "What it is.",
                "x-anything": "anything",
                "$comment": "a comment",
                "externalDocs": {"url": "https://things.example/m", "description": "More of it"},
                "required": ["text"],
                "properties": {
                    "text": {
                        "type": "string",
                        "description": "Words",
                        "example": "x",
                        "default": "x",
                        "pattern": "x",
                    },
                    "named": {"type": "string"},
                    "constant": {"const": "x"},
                    "formatted": {"type": "string", "format": "x"},
                    "listed": {"type": "object", "default": {"a": "b"}, "example": {"a": "b"}},
                    "kind": {
                        "type": "string",
                        "enum": ["one", "two"],
                        "x-enum-varnames": ["ONE", "TWO"],
                        "x-enum-descriptions": ["The first", "The second"],
                    },
                },
            },
            "Other": {"type": "object", "properties": {"a": {"type": "string"}}},
            "Encoded": {"type": "string", "contentEncoding": "base64", "contentMediaType": "x/y"},
            "Cat": {
                "type": "object",
                "required": ["type"],
                "properties": {"type": {"type": "string"}, "purrs": {"type": "boolean"}},
            },
            "Dog": {
                "type": "object",
                "required": ["type"],
                "properties": {"type": {"type": "string"}, "barks": {"type": "boolean"}},
            },
            "Tree": {
                "oneOf": [
                    {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
                    {"const": "x"},
                    {"$ref": "#/components/schemas/Node"},
                ]
            },
            "Leaf": {
                "type": "object",
                "required": ["is"],
                "properties": {"is": {"type": "string"}, "tree": {"type": "integer"}},
            },
            "Branch": {
                "type": "object",
                "required": ["is"],
                "properties": {
                    "is": {"type": "string"},
                    "inside": {"$ref": "#/components/schemas/Tree"},
                },
            },
            "Node": {
                "oneOf": [
                    {"$ref": "#/components/schemas/Leaf"},
                    {"$ref": "#/components/schemas/Branch"},
                    {"type": "array", "items": {"$ref": "#/components/schemas/Node"}},
                ],
                "discriminator": {
                    "propertyName": "is",
                    "mapping": {
                        "leaf": "#/components/schemas/Leaf",
                        "branch": "#/components/schemas/Branch",
                    },
                },
            },
            "Pet": {
                "oneOf": [
                    {"$ref": "#/components/schemas/Cat"},
                    {"$ref": "#/components/schemas/Dog"},
                ],
                "discriminator": {
                    "propertyName": "type",
                    "mapping": {
                        "c": "#/components/schemas/Cat",
                        "dog": "#/components/schemas/Dog",
                    },
                },
            },
        },
        "securitySchemes": {
            "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
            "key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": "A key"},
            "spare": {"type": "http", "scheme": "basic"},
            "oauth": {
                "type": "oauth2",
                "oauth2MetadataUrl": "https://things.example/metadata",
                "flows": {
                    "clientCredentials": {
                        "tokenUrl": "https://things.example/token",
                        "scopes": {"read": "Reading"},
                    },
                    "authorizationCode": {
                        "authorizationUrl": "https://things.example/login",
                        "tokenUrl": "https://things.example/token",
                        "refreshUrl": "https://things.example/refresh",
                        "scopes": {"read": "Reading"},
                    },
                    "deviceAuthorization": {
                        "deviceAuthorizationUrl": "https://things.example/device",
                        "scopes": {"read": "Reading"},
                    },
                },
            },
        },
    },
}
