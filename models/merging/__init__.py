"""Three-way merge: what two sides made of one draft, put together; where they clash, both are shown and asked about."""

from models.merging.conflict import Choice, Conflict, MergeError, Row, Stretch
from models.merging.merge import Merge, merge, merged, reopen, resolve, resolve_row

__all__ = [
    "Choice",
    "Conflict",
    "Merge",
    "MergeError",
    "Row",
    "Stretch",
    "merge",
    "merged",
    "reopen",
    "resolve",
    "resolve_row",
]
