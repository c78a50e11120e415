"""Raised figures that are powers or parts of formulas, m², mc², CO²: they cite no note, whatever notes there are."""

from __future__ import annotations

import re

from models.draft.late_pattern import late_pattern

FARTHEST = 24
"""How many letters before a raised figure are looked at, at most."""

# The signs of quantities are letters without a vowel, which are no word: E = mc², a² = b². One letter behind a figure,
# “paragraph 12 b”, is none but where it is a unit, and “12th” is no unit; nor is “s” in “the State’s”. “in” and “с” are
# words but behind a figure or a stroke.
_ALONE = r"(?<![^\W\d_])(?<!['’])"
_UNIT = rf"{_ALONE}(?:[kcdmµμ]?m|[sgµμ]|ft|yd|[кдсм]?м)|(?:(?<=\d)|(?<=\d\s)|(?<=/))(?:in|mi|с)"
_QUANTITY = rf"(?<!\d)(?<!\d\s){_ALONE}[b-df-hj-np-tv-xzER]|{_ALONE}[α-ω]"
_QUANTITIES = rf"{_ALONE}(?!th|st|nd|rd|pp|vs|ff)[b-df-hj-np-tv-xzµμ]{{2,3}}"
_MOLECULE = rf"{_ALONE}[CNS]O"
# A letter that names a part or a group is in no formula: “Group E”, “annex R”, “paragraph b”.
_NAMED = late_pattern(
    r"(?<![^\W\d_])(?:"
    r"(?:sub)?paragraphs?|paras?|groups?|categor(?:y|ies)|class(?:es)?|ann?ex(?:es)?|append(?:ix|ices)|sections?|parts?"
    r"|chapters?|articles?|items?|points?|options?|alternatives?|variants?|lists?|schedules?|tables?|figures?|columns?"
    r"|rows?|box|panels?|phases?|stages?|tiers?|types?|zones?|rooms?|clusters?|scenarios?|proposals?|hepatitis"
    r"|(?:sous-|sub)?(?:paragraphe|alinéa|groupe|catégorie|classe|annexe|chapitre|article|partie|liste|tableau|point)s?"
    r"|(?:sub)?(?:párrafo|apartado|inciso|grupo|categoría|clase|anexo|capítulo|artículo|parte|lista|cuadro|punto)s?"
    r"|(?:под)?пункт\w{0,2}|групп\w{0,2}|категори\w{1,2}|приложени\w{1,2}|раздел\w{0,2}|част\w{1,2}"
    r")\s+[^\W\d_]$",
    re.IGNORECASE,
)
_BEFORE = late_pattern(rf"(?:{_UNIT}|{_QUANTITY}|{_QUANTITIES}|{_MOLECULE})$")
_POWERS = ("2", "3", "4")


_SIGNED = late_pattern(r"(?:[⁺⁻]|[×·]\s?10)$")
"""Behind a raised sign any figures are raised for what they say, and so are those of “2 × 10⁶”."""


def is_power(before: str, figures: str) -> bool:
    """Whether raised figures, given as plain ones, belong to the letters of a text before them."""
    if _SIGNED.search(before) is not None:
        return True
    return figures in _POWERS and _BEFORE.search(before) is not None and _NAMED.search(before) is None
