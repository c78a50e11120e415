"""References with an ordinal that say no part of a resolution: "párrafo primero supra", "в пункте втором выше".

No figure follows them, for the words of other numbers stand elsewhere or in another form; what they mean is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.draft.late_pattern import late_pattern
from models.draft.mentions import Item, Mention, Sign
from models.draft.number_words import in_figures
from models.draft.ordinals import ARABIC_ORDINAL, ordinal_value
from models.draft.whose import quoted, reach_of, side_of

_FRENCH = "premier|deuxième|second|troisième|quatrième|cinquième|sixième|septième|huitième"
_SPANISH = "primero?|segundo|tercero?|cuarto|quinto|sexto|séptimo|octavo|noveno|décimo"
_STEMS = ("перв", "втор", "трет", "четв[её]рт", "пят", "шест", "седьм", "восьм", "девят", "десят")
_RUSSIAN = rf"(?:{'|'.join(_STEMS)})(?:ый|ой|ий|ого|ому|ым|ом|ьего|ьему|ьим|ьем)"
_EACH_STEM = tuple(re.compile(stem, re.IGNORECASE) for stem in _STEMS)
_RUSSIAN_WORD = "пункт(?:а|у|е|ом)?"
_PATTERN = late_pattern(
    rf"(?<!\w)(?:paragraphe\s(?P<fr>{_FRENCH})|párrafo\s(?P<es>{_SPANISH})|{_RUSSIAN_WORD}\s(?P<ru>{_RUSSIAN})"
    rf"|\w{{0,3}}فقرة\s(?P<ar>{ARABIC_ORDINAL})"
    rf"|(?P<before>(?P<first_fr>{_FRENCH})\sparagraphe|(?P<first_es>{_SPANISH})\spárrafo"
    rf"|(?P<first_ru>{_RUSSIAN})\s{_RUSSIAN_WORD}))(?!\w)",
    re.IGNORECASE,
)
_WORDS = ("fr", "es", "ru", "ar", "first_fr", "first_es", "first_ru")


def told_ordinals(text: str) -> Iterator[Mention]:
    """Those that say that they are to this text: above, below or "of the present resolution".

    An ordinal that stands before may count from where it stands, as in "the second paragraph above", and is left out.
    """
    for match in _PATTERN.finditer(text):
        start, end = match.span()
        reach = reach_of(text, start, end, start, label=False, of_part=True)
        if reach != "present" and (reach != "near" or match["before"]):
            continue
        if not any(first <= start < last for first, last in quoted(text)):
            word = next(match.span(name) for name in _WORDS if match[name])
            item = Item(Sign(*word, _figure(text[slice(*word)])), ())
            yield Mention("OP", (item,), reach, start, end, "", side_of(text, end))


def _figure(word: str) -> str:
    """The figure for an ordinal."""
    stem = next((number for number, stem in enumerate(_EACH_STEM, 1) if stem.match(word)), None)
    return str(stem or ordinal_value(word) or in_figures(word.lower().removesuffix("o")) or in_figures(word))
