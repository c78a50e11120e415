"""Words that a text's own Word file has in letters nobody sees, and that a file which leaves shows like all others."""

from __future__ import annotations

from models.draft import Draft
from models.word.leaving.faint import faint_words

LAID_OPEN = "Words that are white or tiny in the new file, and plain to read in this one"
_TOLD, _QUOTED = 4, 60  # stretches, and characters of each, that are told


def told_laid_open(file: bytes, text: Draft, written: bytes) -> tuple[str, ...]:
    """The line on such words of a text; none where it has none, or `written` has them in such letters too."""
    words = faint_words(file)
    if not words:
        return ()
    still = set(faint_words(written))
    words = tuple(one for one in words if one not in still)
    said = [one.text for one in text.paragraphs] + [one.text for one in text.footnotes]
    everything = "\n".join(" ".join(one.split()) for one in said)
    found = [f"“{one if len(one) <= _QUOTED else one[:_QUOTED] + '…'}”" for one in words if one in everything]
    more = f" and {len(found) - _TOLD} more" if len(found) > _TOLD else ""
    return (f"{LAID_OPEN}: {', '.join(found[:_TOLD])}{more}",) if found else ()
