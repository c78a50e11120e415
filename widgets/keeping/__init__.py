"""Keeping the working text as a draft."""
