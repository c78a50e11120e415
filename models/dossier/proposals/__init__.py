"""Whose the changes of returned files are, and the proposals they became."""
