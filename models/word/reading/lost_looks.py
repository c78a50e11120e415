"""Letters that look as no draft can say: hidden, raised, lowered or struck. They are read, and it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from models.draft.late_pattern import late_pattern
from models.reading.reading import ReadingWarning
from models.word.reading.appearance import Look

_MOST_NAMED = 3
_LONGEST = 40  # letters of a stretch that are quoted
_BEFORE = 12  # letters before one, to tell what it is
# Raised letters that mean the same on the line: 1st, XXe, 2ème, 1.º, No., Mme.
_ORDINAL = late_pattern(r"(?:st|nd|rd|th|er|ers|re|res|e|es|ème|èmes|eme|nde|nd|o|a|os|as|º|ª)[.,;:)]*")
_TITLE = late_pattern(r"(?:me|mes|lle|lles|gr|r|ra)[.,;:)]*")
_BEFORE_ORDINAL = late_pattern(r"(?:\d|[IVXLCDM]|\b[Nn])[.\s\u00a0]?$")
_BEFORE_TITLE = late_pattern(r"\b[MDS]$")
OwnMarks = Literal["none", "head", "all"]
"""Which raised letters of a text are marks of notes, typed: none, those before its first word, or all its numbers."""
_SIGNS = frozenset("+-−±=′″")  # raised or lowered they say something, as letters and figures do; stops and stars do not


@dataclass(frozen=True, slots=True)
class LostLook:
    """Stretches of one paragraph or note that look so: `code` is that of the warning, `words` what is quoted of them.

    `read` is how each is read, with the letters beside it, where that tells more.
    """

    code: str
    words: tuple[str, ...] = ()
    read: tuple[str, ...] = ()


def lost_looks(pieces: Iterable[tuple[str, Look]], own_marks: OwnMarks = "none") -> Iterator[LostLook]:
    """What a paragraph holds of it, one for each code; `pieces` are its letters in order, those of note marks left out.

    Ordinal endings mean the same on the line, and marks of notes are none: they are not told.
    """
    every = list(pieces)
    if any(look.hidden for text, look in every):
        yield LostLook("hidden-text")
    heights = [
        ("".join(text for text, _ in own), height) for height, own in groupby(every, lambda one: _height(one[1]))
    ]
    told = [at for at, (text, height) in enumerate(heights) if height and _means(heights, at, own_marks)]
    if told:
        yield LostLook(
            "raised-or-lowered",
            tuple(_quoted(heights[at][0]) for at in told),
            tuple(_beside(heights, at) for at in told),
        )
    struck = [
        "".join(text for text, _ in own) for is_struck, own in groupby(every, lambda one: one[1].struck) if is_struck
    ]
    if any(text.strip() for text in struck):
        yield LostLook("struck-by-hand", tuple(_quoted(text) for text in struck if text.strip()))


def warning_of(found: LostLook, paragraph: int | None, note: str | None = None) -> ReadingWarning:
    """The sentence of it; `note` is the mark of the note it stands in, which `paragraph` cites."""
    place = "This paragraph" if note is None else f"Footnote {note}" if note else "A footnote"
    words = _listed(found.words)
    if found.code == "hidden-text":
        message = f"{place} holds hidden text, which was read with the rest."
    elif found.code == "struck-by-hand":
        message = f"{place} holds struck words ({words}), which were read with the rest: nothing was tracked."
    else:
        message = (
            f"{place} holds raised or lowered letters ({words}), which were read on the line: {_listed(found.read)}."
        )
    return ReadingWarning(paragraph, found.code, message)


def _height(look: Look) -> str:
    return "raised" if look.raised else "lowered" if look.lowered else ""


def _means(stretches: Sequence[tuple[str, str]], at: int, own_marks: OwnMarks) -> bool:
    """Whether a stretch says something else on the line than raised or lowered."""
    text, height = stretches[at][0].strip(), stretches[at][1]
    if not any(sign.isalnum() or sign in _SIGNS for sign in text):
        return False
    if height == "lowered":
        return True
    before = "".join(one for one, _ in stretches[max(0, at - 3) : at])[-_BEFORE:]
    if (own_marks == "all" and text.isdecimal()) or (own_marks == "head" and not before.strip()):
        return False
    ordinal = _ORDINAL.fullmatch(text) and _BEFORE_ORDINAL.search(before)
    return not (ordinal or (_TITLE.fullmatch(text) and _BEFORE_TITLE.search(before)))


def _beside(stretches: Sequence[tuple[str, str]], at: int) -> str:
    """A stretch with the letters of the words it touches."""
    before = "".join(one for one, _ in stretches[max(0, at - 3) : at])[-_LONGEST:]
    after = "".join(one for one, _ in stretches[at + 1 : at + 3])[:_LONGEST]
    text = stretches[at][0]
    head = "" if text[:1].isspace() or before[-1:].isspace() else (before.split() or [""])[-1]
    tail = "" if text[-1:].isspace() or after[:1].isspace() else (after.split() or [""])[0]
    return _quoted(f"{head}{text.strip()}{tail}")


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words if len(words) <= _LONGEST else words[: _LONGEST - 1] + '…'}”"


def _listed(words: Sequence[str]) -> str:
    each = list(dict.fromkeys(words))
    more = f" and {len(each) - _MOST_NAMED} more" if len(each) > _MOST_NAMED else ""
    return ", ".join(each[:_MOST_NAMED]) + more
