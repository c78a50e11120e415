"""One file written an act at a time, and the drafts that are kept in it for good."""
