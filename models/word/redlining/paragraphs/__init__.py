"""Paragraphs that stay, go and come, rows that come, and the marks at the ends."""
