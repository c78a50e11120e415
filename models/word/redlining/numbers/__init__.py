"""Numbers that the lists of a file would not print as the new draft has them."""
