"""What stands beside and over the drafts: counts, the list of changes, the map, and what is said in words."""
