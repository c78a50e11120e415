"""How often resolutions open with a phrase (resources/phrases/opening_counts.tsv)."""

from __future__ import annotations

from functools import cache

from models.draft import Kind
from models.draft.known_table import table
from models.reading.openings import WORD, plain, rows


@cache
def counted(tongue: str, part: Kind) -> dict[str, int]:
    """The openings of a language for PPs or OPs with their counts, the most frequent first; 0: known, not counted."""
    found: dict[str, int] = {}
    for spoken, of, words, count in table("phrases/opening_counts"):
        if (spoken, of) == (tongue, part.value):
            found[words] = int(count)
    for spoken, words in rows(part.value):
        if spoken == tongue and words[:1].isalpha():
            found.setdefault(words, 0)
    return dict(sorted(found.items(), key=lambda item: -item[1]))


@cache
def in_english() -> dict[str, int]:
    """The openings of English, in plain letters and without commas, with how often one stands in italics as a whole."""
    found: dict[str, int] = {}
    for part in (Kind.PREAMBULAR, Kind.OPERATIVE):
        for words, count in counted("en", part).items():
            bare = plain(" ".join(WORD.findall(words)))
            found[bare] = max(count, found.get(bare, 0))
    return found
