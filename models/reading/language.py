"""The language a text is written in: one rule for all who ask.

Of the official ones of the United Nations it is told by script, organs' lines, openings and small words. A text in
another is not taken for one of them: some are known by their small words, and of the rest none is known.
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
# Small words that one of the languages has and the others have not; none of those beside the six has a word of these,
# such as "nos", "mais", "dos", "il" and "met".
_TELLING = {
    word: language
    for language, words in {
        "pt": "das em não com um ao aos pelo pela pelos pelas nas os seu seus suas são também uma na é",
        "it": "di che della delle degli dei dal nel nei nella nelle alla alle sul quale suo suoi sono gli è più anche",
        "de": "der den dem und von für mit auf ist eine einer zur zum im sich nicht sowie durch über bei",
        "nl": "het een van voor op zijn aan bij ook deze wordt naar hun",
        "en": "the of and to its with for by that this all from as",
        "fr": "le les des du et dans pour par aux avec une qui sur au ses sa leurs que à",
        "es": "el los las del en una con su sus al lo",
    }.items()
    for word in words.split()
}
_FOREIGN, _PORTUGUESE = late_pattern("[^\\W\\d_a-zàâæçéèêëîïôœùûüÿáíóúñªº]"), late_pattern("[ãõ]")
"""Letters that none of English, French and Spanish is written in; one in a name counts little."""
_OF_OTHERS = {
    "ar": late_pattern("[\u067e\u0686\u0698\u06a9\u06af]"),
    "zh": late_pattern("[\u3040-\u30ff\uac00-\ud7af]"),
    "ru": late_pattern("[\u0402\u0404\u0406-\u040c\u040e\u040f\u0452\u0454\u0456-\u045c\u045e\u045f\u0490\u0491]"),
}
"""Letters in which the other languages of a script are written (Persian, Japanese, Korean, Ukrainian, Serbian)."""
_FEW_OF_OTHERS = 60  # letters of a text, of which one may be such: in a name
_MANY_WORDS, _FEWEST_TELLING = 60, 0.06  # of a text in Latin letters, and how many of them tell of its language
OFFICIAL = ("en", "fr", "es", "ru", "zh", "ar")
UNKNOWN = "und"
"""What a text is in that is in none of these, as ISO 639 and the pages of the web call it."""
_ENGLISH_TOO = {
    "attend", "attendant", "charge", "encourage", "engage", "insistent", "invite", "lance", "note", "observant",
    "observe", "propose", "relevant", "sensible",
}  # fmt: skip
"""Openings of French that are words of English as well, "Relevant stakeholders"; a small word of French must follow."""


def language(draft: Draft) -> str:
    """The code of the language most of a draft is in ("en", "fr", "ar", "pt"), UNKNOWN where it is none that is known;
    English where nothing tells."""
    return weighed(paragraph.text for paragraph in draft.paragraphs)[0]


def official(code: str) -> str:
    """One of the official languages that stands for a code: it, or English."""
    return code if code in OFFICIAL else "en"


def weighed(texts: Iterable[str]) -> tuple[str, bool]:
    """The code of the language most of some texts are in, and whether enough tells of it to take a word like "y" for an
    "and"; English where nothing tells."""
    found: dict[str, int] = defaultdict(int)
    letters: dict[str, str] = defaultdict(str)
    latin = 0  # words
    for text in islice(texts, _MOST):
        script = script_of(text)
        if script is None:
            latin += len(weigh(text, found))
        else:
            found[script] += _SURE
            letters[script] += text[:SAMPLE]
    for script, sample in letters.items():
        if len(_OF_OTHERS[script].findall(sample)) * _FEW_OF_OTHERS > len(sample):
            found[UNKNOWN] += found.pop(script)
    code = max(found, key=lambda key: found[key]) if found else "en"
    if latin > _MANY_WORDS and sum(found.values()) < latin * _FEWEST_TELLING:
        code = UNKNOWN
    return code, found[code] >= ENOUGH and code != UNKNOWN


def weigh(text: str, found: dict[str, int]) -> list[str]:
    """Count what tells of the language of a text in Latin letters; its words."""
    words = _WORD.findall(text.lower())
    small = [_TELLING[word] for word in words if word in _TELLING]
    if not text.isascii():
        small += ["pt" if _PORTUGUESE.search(word) else UNKNOWN for word in words if _FOREIGN.search(word)]
    organ = organ_language(text)
    if organ is not None:
        found[organ] += _SURE
    elif (
        (spoken := opening_language(text)) is not None
        and (spoken in small or words[0] not in _ENGLISH_TOO)
        # Languages that are akin begin alike: "Recordando", "Decide".
        and sum(one not in OFFICIAL for one in small) <= small.count(spoken)
    ):
        found[spoken] += ENOUGH
    for language in small:
        found[language] += 1
    return words


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
