"""Raised figures that are powers or parts of formulas, m², mc², CO²: they cite no note, whatever notes there are."""

from __future__ import annotations

from models.draft.late_pattern import late_pattern

FARTHEST = 12
"""How many letters before a raised figure are looked at, at most."""

# The signs of quantities are letters without a vowel, which are no word: E = mc², a² = b². One letter behind a figure,
# “paragraph 12 b”, is none but where it is a unit, and “12th” is no unit; nor is “s” in “the State’s”. “in” and “с” are
# words but behind a figure or a stroke.
_ALONE = r"(?<![^\W\d_])(?<!['’])"
_UNIT = rf"{_ALONE}(?:[kcdmµμ]?m|[sgµμ]|ft|yd|[кдсм]?м)|(?:(?<=\d)|(?<=\d\s)|(?<=/))(?:in|mi|с)"
_QUANTITY = rf"(?<!\d)(?<!\d\s){_ALONE}[b-df-hj-np-tv-xzER]|{_ALONE}[α-ω]"
_QUANTITIES = rf"{_ALONE}(?!th|st|nd|rd|pp|vs|ff)[b-df-hj-np-tv-xzµμ]{{2,3}}"
_MOLECULE = rf"{_ALONE}[CNS]O"
_BEFORE = late_pattern(rf"(?:{_UNIT}|{_QUANTITY}|{_QUANTITIES}|{_MOLECULE})$")
_POWERS = ("2", "3", "4")


def is_power(before: str, figures: str) -> bool:
    """Whether raised figures, given as plain ones, belong to the letters of a text before them."""
    return figures in _POWERS and _BEFORE.search(before) is not None
