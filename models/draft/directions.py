"""Which way a text and each of its paragraphs run: one rule for the sheet, the projector and all that goes out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from models.draft.late_pattern import late_pattern
from models.draft.paragraph import Draft, Paragraph

FIRST = 40
"""So many paragraphs of a text that is written at the moment tell which way it runs."""
_ENOUGH = 400
_RIGHT = late_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Where the scripts written from right to left lie; most texts hold none of them."""
_AROUND_WORDS = ".,;:!?()[]“”‘’«»\"'"
_WORD = re.compile(r"[^\W\d_]+")


def is_right_to_left(text: str) -> bool:
    """Whether most letters of a text are written from right to left."""
    if text.isascii() or not _RIGHT.search(text, 0, _ENOUGH):
        return False
    return _are_mostly_right_to_left(text[:_ENOUGH])


@lru_cache(maxsize=8)  # those a draft begins with are asked about with each of its paragraphs
def _are_mostly_right_to_left(letters: str) -> bool:
    ways = Counter(map(unicodedata.bidirectional, letters))
    return ways["R"] + ways["AL"] > ways["L"]


def holds_right_to_left(text: str) -> bool:
    """Whether there is any letter written from right to left."""
    return not text.isascii() and _RIGHT.search(text) is not None


def way_of(text: str, otherwise: bool) -> bool:
    """Whether a paragraph runs from right to left; one without letters runs as the text around it, `otherwise`, and so
    does one that is in its script with many foreign names."""
    if not otherwise or is_right_to_left(text):
        return is_right_to_left(text)
    if holds_right_to_left(text):
        return keeps_script(text[:_ENOUGH], _RIGHT)
    return not any(unicodedata.bidirectional(character) == "L" for character in text[:_ENOUGH])


def note_way(text: str, otherwise: bool) -> bool:
    """Whether a footnote runs from right to left; a source without words, "A/80/250.", runs as the text above it."""
    return way_of(text, otherwise) or (otherwise and not any(map(_is_word, text.split())))


def _is_word(token: str) -> bool:
    bare = token.strip(_AROUND_WORDS)
    return len(bare) > 1 and bare.isalpha()


def way_alone(text: str) -> bool:
    """Whether a paragraph of which no more is known than its words runs from right to left."""
    return way_of(text, holds_right_to_left(text))


def runs_right_to_left(*drafts: Draft) -> bool:
    """Whether the first letters of these drafts are mostly written from right to left."""
    return is_right_to_left("".join(_opening(draft.paragraphs, _ENOUGH // 2) for draft in drafts))


def begins_right_to_left(paragraphs: Iterable[Paragraph]) -> bool:
    """Whether a text of these paragraphs runs from right to left; no more of them is asked for than tells it."""
    return is_right_to_left(_opening(islice(paragraphs, FIRST), _ENOUGH // 2))


def way_in(draft: Draft, text: str) -> bool:
    """Whether a paragraph or note of a draft runs from right to left."""
    return way_of(text, runs_right_to_left(draft))


def keeps_script(text: str, letters: re.Pattern[str]) -> bool:
    """Whether a paragraph with foreign names is in the script of its text, which has these letters, however many of
    its letters are foreign: it begins in the script, or has more words in it than foreign ones written small, which no
    name or abbreviation is."""
    if text.isascii() or letters.search(text) is None:
        return False
    words = _WORD.findall(text)
    own = [word for word in words if letters.search(word)]
    return own[:1] == words[:1] or len(own) > sum(word[0].islower() for word in words if not letters.search(word))


def _opening(paragraphs: Iterable[Paragraph], count: int) -> str:
    """The first characters of some paragraphs laid end to end."""
    taken = ""
    for paragraph in paragraphs:
        taken += paragraph.text
        if len(taken) >= count:
            break
    return taken[:count]
