"""What a footnote cites: its words, and where they say "Ibid.", those of the note before it.

"Ibid." refers to the note immediately before (United Nations Editorial Manual, footnotes), so it means another source
as soon as another note stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.comparison.text_parts import fold
from models.comparison.tokens import tokens
from models.draft import Draft, Footnote

_IBID = re.compile(
    r"(?:ibid(?:em)?(?:\.|(?!\w))|idem(?!\w)\.?|там же(?!\w)|المرجع نفسه|同上)\s*[,;:，、]?\s*(?P<place>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SEE = re.compile(r"(?:see|voir|véase|см\.|انظر|见)\s+(?:also\s+|aussi\s+|también\s+|также\s+|أيضا\s+)?", re.IGNORECASE)
_PARTS = re.compile(r"\s*[,，،]\s*")
_WORD = re.compile(r"[^\W\d_]+")


def sources(draft: Draft) -> dict[int, str]:
    """What each footnote of a draft cites, by its id, spacing made one; "Ibid." gives way to what it stands for.

    An "Ibid." after nothing stays as it is.
    """
    found: dict[int, str] = {}
    before = ""
    for note in in_order(draft):
        before = found[note.id] = resolved(note.text, before)
    return found


def resolved(text: str, before: str) -> str:
    """What a note cites that stands after a note which cites `before`."""
    text = " ".join(text.split())
    match = _IBID.match(text)
    if match is None or not before:
        return text
    place = match["place"].strip()
    source = before[see.end() :] if (see := _SEE.match(before)) else before
    if not place.strip("."):
        return source
    parts = _PARTS.split(source.rstrip("."))
    named = _PARTS.split(place)[0]
    kept = next((at for at, part in enumerate(parts) if at and _same_sort(part, named)), len(parts))
    return ", ".join([*parts[:kept], place])


def is_ibid(text: str) -> bool:
    """Whether a note refers to the one before it."""
    return _IBID.match(text.strip()) is not None


def shape(source: str) -> tuple[str, ...]:
    """A source without the shape of its quotes and dashes, and without its spacing."""
    return tuple(fold(token) for token in tokens(source).words)


def _same_sort(part: str, named: str) -> bool:
    """Whether two parts of a citation say the same kind of thing: two volumes, two annexes, two sessions."""
    one, two = _WORD.findall(part.casefold()), _WORD.findall(named.casefold())
    return bool(one and two) and (one[0] == two[0] or one[-1] == two[-1])


def in_order(draft: Draft) -> Iterator[Footnote]:
    """The footnotes in the order in which they are first cited, those never cited after them."""
    cited = dict.fromkeys(note for paragraph in draft.paragraphs for note in paragraph.footnotes)
    yield from (draft.note[note] for note in cited if note in draft.note)
    yield from (note for note in draft.footnotes if note.id not in cited)
