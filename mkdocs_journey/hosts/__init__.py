"""The programs that show maps: thin, and the only ones that know MkDocs, Markdown and the command line."""
