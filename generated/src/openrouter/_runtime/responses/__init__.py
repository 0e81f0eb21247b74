"""Responses that are given out whole, in pieces, or as streams."""
