"""How many drafts are compared beside each other; known to pages on which nothing is compared yet."""

from __future__ import annotations

MOST_COLUMNS = 12
"""More drafts beside each other than these nobody reads; of more, the last are shown."""
