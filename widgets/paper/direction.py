"""Which way a text runs, and labels that keep their own way inside it."""

from __future__ import annotations

import re
import unicodedata

from models.draft import Draft
from models.editing.language_marks import keeps_script

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
_ENOUGH = 400
_ISOLATED = re.compile(f"{FIRST_STRONG_ISOLATE}[^{POP_ISOLATE}]*{POP_ISOLATE}?")
_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Where the scripts written from right to left lie; most texts hold none of them."""


def isolated(text: str) -> str:
    """A label or symbol that runs its own way inside a text of the other direction."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def around_isolated(text: str) -> str:
    """A text without what runs its own way in it; all of it where nothing else has letters."""
    around = _ISOLATED.sub("", text) if FIRST_STRONG_ISOLATE in text else text
    return around if any(character.isalpha() for character in around) else text


def is_right_to_left(text: str) -> bool:
    """Whether most letters of a text are written from right to left."""
    if text.isascii() or not _RIGHT.search(text, 0, _ENOUGH):
        return False
    right = left = 0
    for character in text[:_ENOUGH]:
        way = unicodedata.bidirectional(character)
        right += way in ("R", "AL")
        left += way == "L"
    return right > left


def holds_right_to_left(text: str) -> bool:
    """Whether there is any letter written from right to left."""
    return not text.isascii() and _RIGHT.search(text) is not None


def apart(text: str) -> str:
    """Words inside a sentence of the window: those that hold letters of the other way run by themselves."""
    return isolated(text) if holds_right_to_left(text) else text


def way_of(text: str, otherwise: bool) -> bool:
    """Whether a paragraph runs from right to left; one without letters runs as the text around it, `otherwise`, and so
    does one that is in its script with many foreign names."""
    if not otherwise or is_right_to_left(text):
        return is_right_to_left(text)
    if holds_right_to_left(text):
        return keeps_script(text[:_ENOUGH], _RIGHT)
    return not any(unicodedata.bidirectional(character) == "L" for character in text[:_ENOUGH])


def runs_right_to_left(*drafts: Draft) -> bool:
    """Whether the first letters of these drafts are mostly written from right to left."""
    return is_right_to_left("".join(_opening(draft, _ENOUGH // 2) for draft in drafts))


def _opening(draft: Draft, count: int) -> str:
    """The first characters of a draft, its paragraphs laid end to end."""
    taken = ""
    for paragraph in draft.paragraphs:
        taken += paragraph.text
        if len(taken) >= count:
            break
    return taken[:count]
