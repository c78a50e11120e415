"""The language a text is written in, among the official ones of the United Nations: one rule for all who ask.

It is told by script, organs' lines, openings and small words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from models.draft import Draft
from models.draft.late_pattern import late_pattern
from models.reading.openings import opening_language
from models.reading.organs import organ_language

_MOST, SAMPLE = 200, 200
"""How many paragraphs tell of a text's language, and how many signs of each."""
_SURE, ENOUGH = 20, 3
"""What the script of a text or an organ's line weighs in small words; how many of these tell of a language, as one
opening does."""

LETTERS = {
    "ar": late_pattern("[\u0620-\u064a\u066e-\u06d3]"),
    "zh": late_pattern("[\u3400-\u4dbf\u4e00-\u9fff]"),
    "ru": late_pattern("[\u0400-\u04ff]"),
}
_WORD = re.compile(r"[^\W\d_]+")
# Small words that one of the three languages has and the two others have not.
_TELLING = {
    word: language
    for language, words in {
        "en": "the of and to its with for by that this all from as",
        "fr": "le les des du et dans pour par aux avec une qui sur au ses sa leurs que à",
        "es": "el los las del en por una para con su sus al lo como",
    }.items()
    for word in words.split()
}
_ENGLISH_TOO = {
    "attend", "attendant", "charge", "encourage", "engage", "insistent", "invite", "lance", "note", "observant",
    "observe", "propose", "relevant", "sensible",
}  # fmt: skip
"""Openings of French that are words of English as well, "Relevant stakeholders"; a small word of French must follow."""


def language(draft: Draft) -> str:
    """The code of the language most of a draft is in ("en", "fr", "ar"); English where nothing tells."""
    return weighed(paragraph.text for paragraph in draft.paragraphs)[0]


def weighed(texts: Iterable[str]) -> tuple[str, bool]:
    """The code of the language most of some texts are in, and whether enough tells of it to take a word like "y" for an
    "and"; English where nothing tells."""
    found: dict[str, int] = defaultdict(int)
    for text in islice(texts, _MOST):
        script = script_of(text)
        if script is not None:
            found[script] += _SURE
        else:
            weigh(text, found)
    code = max(found, key=lambda key: found[key]) if found else "en"
    return code, found[code] >= ENOUGH


def weigh(text: str, found: dict[str, int]) -> None:
    """What tells of the language of a text in Latin letters."""
    words = _WORD.findall(text.lower())
    small = [_TELLING[word] for word in words if word in _TELLING]
    organ = organ_language(text)
    if organ is not None:
        found[organ] += _SURE
    elif (spoken := opening_language(text)) is not None and (spoken in small or words[0] not in _ENGLISH_TOO):
        found[spoken] += ENOUGH
    for language in small:
        found[language] += 1


def script_of(text: str) -> str | None:
    """The script of a text where it is Arabic, Chinese or Cyrillic; a foreign name in it does not count."""
    sample = text[:SAMPLE]
    if sample.isascii():
        return None  # as of most; letters need not be counted
    latin = len(re.findall(r"[A-Za-z]", sample))
    for name, letters in LETTERS.items():
        if len(letters.findall(sample)) * (3 if name == "zh" else 1) > latin:
            return name
    return None
