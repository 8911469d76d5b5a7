"""The one reader of git: it is asked, and nothing of the repository changes."""
