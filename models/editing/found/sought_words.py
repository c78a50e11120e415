"""Plain words looked for in very many paragraphs at each key: by what is kept of each without accents and capitals."""

from __future__ import annotations

import re

from models.draft import Paragraph
from models.draft.alike import folded, turned
from models.editing.found.patterns import compiled

_LETTERS = re.compile(r"[^\Wʼ]+")
"""What stands in a text as it is typed; other signs may be others there."""


class SoughtWords:
    """Words of at least one sign."""

    def __init__(self, words: str) -> None:
        plain = folded(words)
        self._typed = compiled(words, regex=False, case=False, words=False)
        self._plain = compiled(plain, regex=False, case=False, words=False)
        self._letters = max(_LETTERS.findall(plain.casefold()), key=len, default="")

    def held(self, one: Paragraph) -> bool:
        """Whether a paragraph holds them, whichever apostrophes, spaces and accents are in them."""
        return self._may_be_in(one) and self._plain is not None and self._plain.search(one.folded) is not None

    def held_exactly(self, one: Paragraph) -> bool:
        """Whether it holds them with the accents they were typed with."""
        return self._may_be_in(one) and self._typed is not None and self._typed.search(one.text) is not None

    def written(self, one: Paragraph) -> str:
        """What of the paragraph they are, those with the very accents first; "" where they are not in it."""
        if self._typed is not None and (match := self._typed.search(one.text)):
            return match[0]
        reads = turned(one.text, folded)
        found = self._plain.search(reads.words) if self._plain is not None else None
        return one.text[slice(*reads.as_given(*found.span()))] if found is not None else ""

    def _may_be_in(self, one: Paragraph) -> bool:
        """Told in a hundredth of the time that a pattern takes."""
        return self._letters in one.folded
