"""Which numbered paragraphs of an annex name somebody or something and are no sentences: lists of members, headings."""

from __future__ import annotations

import re

from models.draft.late_pattern import late_pattern
from models.reading.language import LETTERS

_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARTICLE, _WORDS = 3, 8
"""A name may have small words of so many letters, "of the", and so many words."""
_SHORT, _LONGEST = {"ar": 3, "zh": 4}, {"ar": 8, "zh": 14}
"""In scripts without large letters a name is told by how short it is: so many words, in Chinese so many letters. One
that is longer has none of the words that make a sentence."""
_OF_SENTENCES = {
    "ar": late_pattern(r"(?<!\w)(?:[يت]\w{3,}(?<!ة)|أن|إن|لا|لم|لن|قد|سوف|التي|الذي|الذين|هذه?|ذلك|نحن)(?!\w)"),
    # 不丹, 不列颠, 土耳其, 马其顿, 以色列 are States; 大使, 应急 and 自由 are said of a post, a fund, trade.
    "zh": late_pattern(
        "[将须是已被请并在]|我们|应(?![急用对])|可(?!持续)|不(?![丹列])|(?<![耳马])其|以(?!色列)|(?<!大)使(?![用馆])|(?<!自)由"
        "|之日|采取|举行|召开"
    ),
}
_ARABIC_VERB = late_pattern(
    r"\s*(?:ي(?!(?:وم|ونيو|وليو|وسف|حيى|اسر|اسين|اسمين|عقوب|ونس|زيد|سرى)(?!\w))\w{2,}"
    # "تعزيز", "تقدم" and "ترتيب" are nouns as well, or alone; "تجتمع", "تستعرض" and "تتألف" are not.
    r"|ت(?:ت(?!ويج|ابع|مة|بع)\w{2,}|\wت(?!ي\w)\w{2,}"
    r"|(?:كون|قوم|عمل|ضع|بدأ|سري|نشأ|عقد|نظر|جري|ظل|صبح|ضم|خضع)(?!\w)))\s+ال\w"
)
"""How any sentence may begin in Arabic: what is done, and by whom; days, months and some names look like it."""


def is_name(text: str) -> bool:
    """Whether words alone are a name or heading, "Fiji", "Terms of Reference", as far as letters tell."""
    bare = _IN_BRACKETS.sub("", text)
    for language, shortest in _SHORT.items():
        if letters := LETTERS[language].findall(bare):
            many = len(letters) if language == "zh" else len(bare.split())
            tells = _OF_SENTENCES[language].search(bare) if many > shortest else _ARABIC_VERB.match(bare)
            return many <= _LONGEST[language] and tells is None
    words = _WORD.findall(bare)
    small = [word for word in words if not word[0].isupper()]
    return (
        0 < len(words) <= _WORDS
        and words[0] not in small
        and words[-1] not in small
        and all(len(word) <= _PARTICLE for word in small)
    )
