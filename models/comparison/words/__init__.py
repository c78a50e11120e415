"""Texts as words, what of them says what, and where two of them differ."""
