"""How a journey moved from commit to commit, in several outputs: one file each."""
