"""Another name of loans, until they are settled."""

from __future__ import annotations

from .loans import Loans


class BetaLoans(Loans):
    """Another name of loans, until they are settled."""
