"""From text to data that remembers where it stood."""
