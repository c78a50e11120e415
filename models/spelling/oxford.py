"""Oxford spelling, as the United Nations have it: organize and recognize, but advise and analyse.

A British dictionary may have the form with s, that with z, or both. A form with z is right where the one with s is
known and is a verb in -ize; what keeps its s (advise, exercise) is data: resources/facts/spelling_with_s.tsv.
"""

from __future__ import annotations

from collections.abc import Callable

from models.draft.late_pattern import late_pattern
from models.spelling.facts import kept_with_s

Knows = Callable[[str], bool]

_ENDING = "(?P<end>e|es|ed|er|ers|ing|ings|ingly|edly|able|ably|ability|ation|ations|ational|ement|ements)"
_FORM = late_pattern(rf"(?P<stem>[^\W\d_][\w’']*i)(?P<sign>[sz]){_ENDING}")
_ANALYSE = late_pattern(r"(?P<stem>[\w’']{2,}y)z(?P<end>e|es|ed|er|ers|ing)")
_BEFORE = late_pattern(r"(?:un|re|de|dis|mis|non|over|under)(?=\w{5})")
"""What may stand before a verb that a dictionary has without it: unauthorized, revictimize."""


def oxford_form(word: str, knows: Knows) -> str | None:
    """How a word in small letters with -ise or -yze is written; None where it is right or another matter."""
    analysed = _ANALYSE.fullmatch(word)
    if analysed:
        other = f"{analysed['stem']}s{analysed['end']}"
        return other if knows(other) else None
    form = _FORM.fullmatch(word)
    if form is None or form["sign"] == "z" or not _is_verb_in_ize(form["stem"], knows):
        return None
    return f"{form['stem']}z{form['end']}"


def is_oxford_form(word: str, knows: Knows) -> bool:
    """Whether a word in small letters is made of a verb in -ize that is known in either form."""
    form = _FORM.fullmatch(word)
    return form is not None and form["sign"] == "z" and _is_verb_in_ize(form["stem"], knows)


def _is_verb_in_ize(stem: str, knows: Knows) -> bool:
    if f"{stem}se" in kept_with_s():
        return False
    if knows(f"{stem}se") or knows(f"{stem}ze"):
        return True
    before = _BEFORE.match(stem)
    return before is not None and _is_verb_in_ize(stem[before.end() :], knows)
