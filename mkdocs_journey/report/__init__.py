"""Findings, changes and histories as people and programs want to read them, a room each; here is what they share."""
