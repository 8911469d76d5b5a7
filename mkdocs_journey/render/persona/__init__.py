"""A persona as HTML."""
