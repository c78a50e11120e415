"""Labels and words that keep their own way inside a text of the other direction."""

from __future__ import annotations

import re

from models.draft.directions import holds_right_to_left, is_right_to_left

RIGHT_TO_LEFT_ISOLATE, FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2067", "\u2068", "\u2069"
_NUMBER = re.compile(r"\S+(?: -)?")
_ISOLATED = re.compile(f"{FIRST_STRONG_ISOLATE}[^{POP_ISOLATE}]*{POP_ISOLATE}?")


def isolated(text: str) -> str:
    """A label or symbol that runs its own way inside a text of the other direction."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def from_the_right(text: str) -> str:
    """A label as it stands in a paragraph that runs from right to left: the dash of "أ -" is left of its letter."""
    return f"{RIGHT_TO_LEFT_ISOLATE}{text}{POP_ISOLATE}"


def in_parts(label: str) -> str:
    """A label whose numbers are of both directions, "OP2 (ب) ’1‘ أ -": each of them runs its own way."""
    return " ".join(map(isolated, _NUMBER.findall(label))) if holds_right_to_left(label) else label


def unmarked(text: str) -> str:
    """The words without what keeps parts of them apart, as for who hears them."""
    return text.replace(FIRST_STRONG_ISOLATE, "").replace(POP_ISOLATE, "")


def around_isolated(text: str) -> str:
    """A text without what runs its own way in it; all of it where nothing else has letters."""
    around = _ISOLATED.sub("", text) if FIRST_STRONG_ISOLATE in text else text
    return around if any(character.isalpha() for character in around) else text


def in_quotes(text: str) -> str:
    """Words in the quotation marks of their script."""
    return isolated(f"«{text}»") if is_right_to_left(text) else f"“{text}”"


def apart(text: str) -> str:
    """Words inside a sentence of the window: those that hold letters of the other way run by themselves."""
    return isolated(text) if holds_right_to_left(text) else text
