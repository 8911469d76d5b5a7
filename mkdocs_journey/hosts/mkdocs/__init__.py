"""MkDocs: the plugin, and what it adds to a site."""
