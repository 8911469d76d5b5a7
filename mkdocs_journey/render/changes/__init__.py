"""What changed between two versions, in words and in HTML."""
