"""Requests: URLs, headers and bodies as they are sent."""
