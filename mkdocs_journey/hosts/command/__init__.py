"""The command line: each command a file, thin."""
