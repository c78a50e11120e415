"""Raised figures that are powers or parts of formulas, m², mc², CO²: they cite no note, whatever notes there are."""

from __future__ import annotations

from models.draft.late_pattern import late_pattern

FARTHEST = 12
"""How many letters before a raised figure are looked at, at most."""

# The signs of quantities are letters without a vowel, which are no word: E = mc², a² = b². One letter behind a figure,
# “paragraph 12 b”, is none but where it is a unit, and “12th” is no unit.
_UNIT = r"(?<![^\W\d_])(?:[kcdmµμ]?m|[sgµμ]|ft|mi|in|yd|[кдсм]?м|с)"
_QUANTITY = r"(?<!\d)(?<!\d\s)(?<![^\W\d_])[b-df-hj-np-tv-xzER]|[α-ω]"
_QUANTITIES = r"(?<![^\W\d_])(?!th|st|nd|rd|pp|vs|ff)[b-df-hj-np-tv-xzµμ]{2,3}"
_MOLECULE = r"(?<![^\W\d_])[CNS]O"
_BEFORE = late_pattern(rf"(?:{_UNIT}|{_QUANTITY}|{_QUANTITIES}|{_MOLECULE})$")
_POWERS = ("2", "3", "4")


def is_power(before: str, figures: str) -> bool:
    """Whether raised figures, given as plain ones, belong to the letters of a text before them."""
    return figures in _POWERS and _BEFORE.search(before) is not None
