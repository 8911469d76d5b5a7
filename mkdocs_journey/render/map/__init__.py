"""A map as HTML."""
