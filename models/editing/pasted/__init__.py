"""Paragraphs copied, cut and put in."""
