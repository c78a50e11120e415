"""Several drafts in columns."""
