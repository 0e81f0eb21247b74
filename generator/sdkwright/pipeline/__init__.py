"""Runs the stages, counts what was generated, knows what is up to date, compares two states."""
