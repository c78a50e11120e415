"""Files of every kind read as drafts: what a file holds decides how it is read, not its name."""
