"""What there is to look at in a text that is written, once all of it was looked over."""

from __future__ import annotations

from collections import deque

from models.editing.references.to_look_at import looked_over
from models.editing.working import WorkingText


def to_look_at(working: WorkingText) -> dict[int, str]:
    """By position, what there is to look at in a paragraph, a sentence or several."""
    last = deque(looked_over(working), maxlen=1)
    return last[0] if last else {}
