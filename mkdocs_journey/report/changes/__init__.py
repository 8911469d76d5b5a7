"""What changed between two versions of a site, in several outputs: one file each."""
