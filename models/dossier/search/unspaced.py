"""Scripts whose words stand together without spaces, as the Chinese: each of their letters is a word of its own to who
looks for words, and several beside one another are words that stand together."""

from __future__ import annotations

import re

from models.comparison.words.tokens import HAN
from models.draft.alike import folded
from models.draft.late_pattern import late_pattern

_OTHERS = "\u0e01-\u0edf\u1000-\u109f\u1780-\u17dd"
"""Thai, Lao, Burmese and Khmer."""
UNSPACED = f"{HAN}{_OTHERS}"
"""Their letters, to stand in a class of a pattern."""
_LETTER = late_pattern(f"(?<=.)(?=[{UNSPACED}])|(?<=[{UNSPACED}])(?=.)", re.DOTALL)


def in_words(text: str) -> str:
    """A text as who looks for words has it, its letters folded and those of such scripts apart."""
    return text if text.isascii() else _LETTER.sub(" ", folded(text))
