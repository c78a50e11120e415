"""What of the old text stays in its place, goes, comes and moves, planned before a file is changed."""
