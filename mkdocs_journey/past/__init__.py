"""Earlier versions of a site and of its maps, as folders and git keep them."""
