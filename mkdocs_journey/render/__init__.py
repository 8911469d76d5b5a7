"""From the atlas to HTML."""
