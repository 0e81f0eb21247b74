"""Source of retry policies."""

from __future__ import annotations

from sdkwright.emit.expr import Expr, constant, imported, spread, string, tuple_of
from sdkwright.model import ir


def policy_source(policy: ir.RetryPolicy) -> Expr:
    """Return the source of a retry policy."""
    never = not policy.status_codes and not policy.connection_errors
    strategy = spread(
        imported("._runtime.retries", "BackoffStrategy"),
        initial_interval=constant(policy.initial_interval),
        max_interval=constant(policy.max_interval),
        exponent=constant(policy.exponent),
        max_elapsed_time=constant(policy.max_elapsed_time),
    )
    config = spread(
        imported("._runtime.retries", "RetryConfig"),
        string("none" if never else "backoff"),
        strategy,
        retry_connection_errors=constant(policy.connection_errors),
    )
    statuses = tuple_of(map(string, policy.status_codes))
    return spread(imported("._runtime.retries", "Policy"), config, statuses)
