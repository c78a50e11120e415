"""Files in which changes are marked by hand: words struck, underlined, coloured."""
