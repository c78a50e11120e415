"""The tracked changes of a file, told apart by their authors, as proposals."""
