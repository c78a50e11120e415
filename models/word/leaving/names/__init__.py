"""Names that somebody gave to things in a file, found and made to say nothing."""
