"""Three-way merge: what clashes is asked about, what combined is shown, and the result with the side of each change."""
