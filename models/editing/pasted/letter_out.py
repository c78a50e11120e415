"""The letter around a text that was pasted with it: which paragraphs are it, and how they are taken out again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.draft import Paragraph
from models.editing.acts.deleting import close_gaps
from models.editing.acts.settling import settle
from models.editing.edit import Selection
from models.editing.places import FIRST_KIND, fitting
from models.editing.working import WorkingText
from models.reading.letter_around import is_around, of_letter

Around = Mapping[int, str]
"""The words of paragraphs by their keys, in the order of the text."""
TAKEN_OUT = "Take out the letter around"


def letter_around(working: WorkingText, pasted: Sequence[Paragraph], holders: Sequence[int]) -> Around:
    """What of pasted paragraphs is the letter around a text, where one came with it; `holders` are the keys
    of the paragraphs in which they stand. Those that stand among other words are part of these."""
    around = of_letter(pasted)
    if not is_around(around, pasted):
        return {}
    words = {holders[at]: pasted[at].text.strip() for at in around}
    return {one.key: one.text for one in working.entries if words.get(one.key) == one.text.strip() != ""}


def take_letter_out(working: WorkingText, selection: Selection, around: Around) -> None:
    """Take out the paragraphs of a letter, one step; those whose words are others by now stay."""
    entries = working.entries
    gone = [at for at, one in enumerate(entries) if around.get(one.key) == one.text]
    if not gone:
        return
    caret = fitting(selection.head, entries)
    here = next((at for at in range(caret.position, -1, -1) if at not in gone), -1)
    with working.step(TAKEN_OUT, selection) as step:
        for at in reversed(gone):
            step.replace(at, at + 1, [])
            close_gaps(step, at)
        if not step.working.entries:
            step.replace(0, 0, [step.new(Paragraph(FIRST_KIND))])
        left = step.working.entries
        position = max(0, here - sum(at < here for at in gone))
        place = caret.place if here == caret.position else left[position].length if here >= 0 else 0
        step.caret(position, place)
        settle(step, writing=here == caret.position)
