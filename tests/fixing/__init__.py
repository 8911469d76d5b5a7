"""What ``--fix`` writes: mends that are certain, and nothing else."""
