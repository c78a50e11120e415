"""The compare page: what starts a comparison, columns, and what is taken from it."""
