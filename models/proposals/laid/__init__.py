"""Proposals set on a text: taken into it, carried to another, laid side by side."""
