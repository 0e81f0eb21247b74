"""Credentials, and where requests carry them."""
