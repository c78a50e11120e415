"""The lineage page: a paragraph through the drafts."""
