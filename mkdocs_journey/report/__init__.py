"""Findings as people and programs want to read them: one file an output."""
