"""Findings in several outputs: one file each."""
