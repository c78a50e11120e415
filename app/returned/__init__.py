"""Word files that came back: read, shown by author, and kept as proposals."""
