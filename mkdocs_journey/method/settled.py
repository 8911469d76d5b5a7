"""What is settled: of it, nothing more is expected."""

SETTLED = frozenset({"resolved", "accepted"})
"""Statuses of pain points of which nothing more is expected."""
ENDED = frozenset({"done", "dropped"})
"""Statuses of opportunities of which nothing more is expected."""
