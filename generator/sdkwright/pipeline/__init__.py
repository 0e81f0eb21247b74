"""Runs the stages, and compares two states of an SDK."""
