"""Files for other programs, and what other handbooks tell in theirs."""
