"""Where something stands on a map."""

from __future__ import annotations

Column = tuple[int, int | None]
"""Index of the phase, and of the step in it; no step for the phase as a whole."""
