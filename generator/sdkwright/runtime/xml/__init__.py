"""Reads and writes bodies that are XML."""
