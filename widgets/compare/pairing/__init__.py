"""Paragraphs paired by hand: two texts, two ends, and what is said of them."""
