"""What people's hands do to a map, at every place where they can, and what becomes of it."""
