"""Three-way merge: what two sides made of one draft, put together; where they clash, both are shown and asked about."""

from models.merging.merge import Choice, Conflict, Merge, MergeError, Row, merge, merged, resolve, resolve_row

__all__ = ["Choice", "Conflict", "Merge", "MergeError", "Row", "merge", "merged", "resolve", "resolve_row"]
