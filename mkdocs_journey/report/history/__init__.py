"""How a journey moved over time, in several outputs: one file each."""
