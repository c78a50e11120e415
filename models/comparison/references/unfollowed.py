"""Which references of a text no figure follows: "the preceding paragraph", a list of which nobody can say how far it
goes, a "paragraph 4" or "operative paragraph 4" that may be of another text.

The desk and the comparison look up by these what they mean; where that is another paragraph than before, it is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.comparison.references.mentions_abroad import is_of_part_alone, unsure_in_chinese
from models.comparison.references.preceding import FromHere, from_here_in
from models.comparison.references.sources import is_ibid
from models.comparison.references.told_ordinals import told_ordinals
from models.draft.mentions import Item, Mention, beside_a_name, either_in, may_refer, unsure_in
from models.draft.named_parts import may_name_division, named_parts
from models.draft.whose import Reach, names_another, names_document, says_part

Says = Mention | FromHere


class Unfollowed(NamedTuple):
    """One such reference: its words, what it says, and whether it is to the same text for certain."""

    words: str
    says: Says
    sure: bool


def unfollowed_in(text: str, followed: Sequence[Mention]) -> tuple[Unfollowed, ...]:
    """Those of a text, in which the figures of others are `followed`."""
    if not may_refer(text):
        return ()
    taken = [(mention.start, mention.end) for mention in followed]
    found: list[tuple[Says, bool]] = [(one, True) for one in from_here_in(text)]
    found += [(one, True) for one in told_ordinals(text)]
    found += [(one, _is_sure(text, one)) for one in (*unsure_in(text), *unsure_in_chinese(text))]
    taken += [(one.start, one.end) for one, _ in found]
    either = [one for one in either_in(text) if not any(start < one.end and one.start < end for start, end in taken)]
    taken = taken[: len(followed)]
    found += [(one, one.reach != "bare") for one in either]
    return tuple(
        Unfollowed(text[one.start : one.end].strip(), one, sure)
        for one, sure in found
        if not any(start < one.end and one.start < end for start, end in taken)
    )


def of_divisions(text: str, followed: Sequence[Mention]) -> Iterator[Unfollowed]:
    """Those to a paragraph of a section or an annex that is named with it, "annex I, paragraph 2", by one figure each.

    The comparison follows these with sections and annexes (models.draft.named_parts).
    """
    for one in named_parts(text) if may_refer(text) and may_name_division(text) else ():
        number, start, end = one.paragraph, one.start, one.end
        if number is None or one.sort == "note" or any(own.start < end and start < own.end for own in followed):
            continue
        reach: Reach = "annex" if one.sort == "annex" else "section"
        says = Mention("OP", (Item(number, ()),), reach, start, end, one.sign.text.upper())
        yield Unfollowed(text[start:end], says, not names_another(f"{text[:start]} {text[end:]}"))


def _is_sure(text: str, one: Mention) -> bool:
    """Whether one that nobody should change unasked is to this text nevertheless: a label, beside which no name is."""
    said = one.reach != "bare" or text.startswith(("OP", "PP"), one.start)
    return said and not beside_a_name(text, one)


def unfollowed_in_note(text: str, followed: Sequence[Mention]) -> tuple[Unfollowed, ...]:
    """Those of a footnote: a bare "para. 4" in it is of what it cites, a label is not."""
    found = unfollowed_in(text, followed)
    return tuple(
        one
        for one in found
        if isinstance(one.says, Mention) and (one.sure or says_part(one.words) or one.words.startswith(("OP", "PP")))
    )


def may_be_of_another(note: str, one: Mention | Unfollowed, citing: str) -> bool:
    """Whether a reference in a footnote of which at most its part of a resolution says what it means may be to a
    document that the text citing the note names, or that was cited before: "Ibid., operative paragraph 4".

    A mere "See paragraph 4." is to whatever is named there, be it no document for certain.
    """
    if isinstance(one, Mention) and one.reach == "bare" and not note.startswith(("OP", "PP"), one.start):
        return is_ibid(note) or (names_document if is_of_part_alone(note, one) else names_another)(citing)
    unsaid = is_of_part_alone(note, one) if isinstance(one, Mention) else not one.sure
    return unsaid and (is_ibid(note) or names_document(citing))
