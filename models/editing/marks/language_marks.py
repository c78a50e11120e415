"""End marks by language: how a text writes its comma, semicolon, colon and full stop, and its "and"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from models.draft.directions import keeps_script
from models.draft.end_marks import ARABIC_MARKS, CHINESE_MARKS, LATIN_MARKS
from models.reading import language
from models.reading.language import ENOUGH, LETTERS, SAMPLE, script_of, weigh


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a language by their English ones; `space` stands before a semicolon and a colon, `apart` before the
    "and" behind a mark.

    `quotes` open and end what is quoted; None where a text has them straight, as those of the United Nations in Arabic.
    `note_first`: the mark of a footnote stands before the punctuation (French, Spanish), not after it (English).
    `shortened`: words that are written short with a full stop of their own and may end a paragraph; words that are
    whole words as well ("art", "no", "mar") are not among them.
    """

    marks: dict[str, str]
    joins: tuple[str, ...]
    space: str = ""
    note_first: bool = False
    shortened: tuple[str, ...] = ()
    apart: str = " "
    quotes: tuple[str, str] | None = ("“", "”")

    def written(self, mark: str) -> str:
        """A mark as this language writes it, with the space before it."""
        return (self.space if mark in ";:" else "") + self.marks[mark]

    def joining(self, word: str) -> str:
        """An "and" or an "or" of any language as this one has it."""
        sense = next((words for words in _SENSES if word in words), ())
        return word if word in self.joins else next((own for own in self.joins if own in sense), word)


_SHORTENED = {
    "en": "etc Inc Ltd Corp Co Bros Jr Sr Esq Dept Ave Blvd approx al ibid cf viz Jan Feb Aug Sept Oct Nov Dec",
    "fr": "etc cf ibid env suiv apr chap",
    "es": "etc Sr Sra Sres Sras Dra Ud Uds Vd Vds núm núms párr párrs pág págs Cía Ltda Avda Dpto aprox Excmo",
    "ru": "др пр г гг в вв руб тыс",
}
ENGLISH = Marks(LATIN_MARKS, ("and", "or", "and/or"), shortened=tuple(_SHORTENED["en"].split()))
FRENCH = Marks(
    LATIN_MARKS,
    ("et", "ou", "et/ou"),
    "\u00a0",
    note_first=True,
    shortened=tuple(_SHORTENED["fr"].split()),
    quotes=("«\u00a0", "\u00a0»"),
)
SPANISH = Marks(
    LATIN_MARKS,
    ("y", "e", "o", "u", "y/o"),
    note_first=True,
    shortened=(*_SHORTENED["es"].split(), "EE. UU", "EE.UU"),
)
RUSSIAN = Marks(LATIN_MARKS, ("и", "или", "и/или"), shortened=tuple(_SHORTENED["ru"].split()), quotes=("«", "»"))
ARABIC = Marks(ARABIC_MARKS, ("و", "أو"), quotes=None)
CHINESE = Marks(CHINESE_MARKS, ("和", "以及", "及", "或"), apart="")

SHORTENED = tuple(sorted({word for spoken in (ENGLISH, FRENCH, SPANISH, RUSSIAN) for word in spoken.shortened}))
"""Every word written short with a full stop of its own, without that stop; no two languages quarrel about one."""

JOINS = tuple(
    sorted(
        {word for spoken in (ENGLISH, FRENCH, SPANISH, RUSSIAN, ARABIC, CHINESE) for word in spoken.joins},
        key=len,
        reverse=True,
    )
)

_SENSES = (
    ("and", "et", "y", "e", "и", "و", "和", "以及", "及"),
    ("or", "ou", "o", "u", "или", "أو", "或"),
    ("and/or", "et/ou", "y/o", "и/или"),
)


def same_sense(one: str, other: str) -> bool:
    """Whether both are an "and", or both an "or", of whatever languages."""
    return any(one in words and other in words for words in _SENSES)


def is_or(word: str) -> bool:
    """Whether a word is an "or" or an "and/or" of any language."""
    return same_sense(word, "or") or same_sense(word, "and/or")


_BY_NAME = {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}
_BY_SCRIPT = {"ar": ARABIC, "zh": CHINESE, "ru": RUSSIAN}


def language_of(texts: Iterable[str]) -> Marks:
    """The marks of the language most of some texts are in; English where none tells."""
    return weighed(texts)[0]


def weighed(texts: Iterable[str]) -> tuple[Marks, bool]:
    """The marks of the language most of some texts are in, and whether enough tells of it to take a word like "y" for
    an "and"."""
    code, sure = language.weighed(texts)
    return {**_BY_NAME, **_BY_SCRIPT}.get(code, ENGLISH), sure


def marks_for(text: str, of_all: Marks) -> Marks:
    """The marks of one paragraph: those of its script, and in Latin letters of its own language, where that is told
    twice as well as another, else of the language of the whole text. One without letters is in that, too."""
    script = script_of(text)
    if script is not None:
        return _BY_SCRIPT[script]
    told: dict[str, int] = defaultdict(int)
    weigh(text[:SAMPLE], told)
    *_, other, most = 0, 0, *sorted(told.values())
    if most >= ENOUGH and most >= 2 * other:
        name = next(name for name in told if told[name] == most)
        if name in _BY_NAME:
            return _BY_NAME[name]
    letters = LETTERS.get(next((name for name, marks in _BY_SCRIPT.items() if marks is of_all), ""))
    sample = text[:SAMPLE]
    if letters is None or not any(map(str.isalpha, sample)) or keeps_script(sample, letters):
        return of_all
    return ENGLISH
