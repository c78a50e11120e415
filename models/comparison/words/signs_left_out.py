"""Signs on letters that many leave out where they type, and that tell of nothing there: the accent on the capital that
a word begins with, "Etats" for « États », and the hamza on the alif that an Arabic word begins with, “الامين” for
“الأمين”.

Elsewhere they make another word of it: « ou » and « où », "El" and "Él", “بدا” and “بدأ”, “كان” and “كأن”; and so does
one sign for another, “أعلام” and “إعلام”.
"""

from __future__ import annotations

import re
import unicodedata

_ACCENTED = re.compile(r"(?<![^\W\d_])[ÀÁÂÇÈÉÊÌÍÎÒÓÔÙÚÛ](?=[^\W\d_]{3})")
"""In a word of four letters or more; short ones are told apart by it: "A", « À », "Él"."""
_HAMZA = re.compile(r"(?<!\w)((?:[وف])?(?:[بك]?ال|لل|[بل])?)[أإآٱ](?=\w)")
"""Behind what is written in one with a word: “والأمم”, “للأمين”, “بأهمية”."""


def without_signs_left_out(text: str) -> str:
    """A text of composed letters with those bare; as long as it was."""
    if text.isascii():
        return text
    return _HAMZA.sub(r"\1ا", _ACCENTED.sub(lambda letter: unicodedata.normalize("NFD", letter[0])[0], text))


def have_other_signs(one: str, two: str) -> bool:
    """Whether two words of composed letters that are alike without such signs have each another on one letter."""
    bare = without_signs_left_out(one)
    return len(one) == len(two) and any(
        sign != other and letter not in (sign, other) for sign, other, letter in zip(one, two, bare, strict=True)
    )


def how_many_signs(text: str) -> tuple[int, int]:
    """How many letters of a text have such an accent, and how many such a hamza."""
    return len(_ACCENTED.findall(text)), len(_HAMZA.findall(text))
