"""Drafts, lineage and working texts as rows of tables, and back."""
