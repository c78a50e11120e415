"""Tab, Shift+Tab, Enter, Alt and an arrow in lists: what they are not about keeps its kind, its level and its words."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest

from models.draft import DraftError
from models.editing import structure as acts
from models.editing.edit import Caret, Entry, Selection
from models.editing.places import block_end, is_item, positions, with_blocks
from models.editing.working import WorkingText
from tests.models.editing.tiny_drafts import told, working

_TEXTS = (
    "E The Assembly,\nP Recalling:\n1 alpha;\n1 beta:\n2 gamma;\n2 delta;\n1 epsilon,\nP Noting zeta,\nO Decides:\n"
    "1 eta;\n1 theta; and\n1 iota;\nO Requests kappa:\n1 lambda:\n2 muon:\n3 nuon;\n3 pion;\n2 omicron;\n"
    "1 psi;\nO Ends rho.",
    "E The Assembly,\nO Adopts sigma.\nA Annex\nH Declaration\nT We, tau\nO We agree alpha:\n1 beta;\n1 gamma:\n"
    "2 delta;\n2 epsilon;\n1 zeta.\nO We decide eta.\nT Text theta.\nO We lambda:\n1 muon;\n1 nuon.",
    "E The Assembly,\nP Recalling alpha,\nS Money\nP Noting beta:\n1 gamma,\n1 delta,\nO Decides:\nT Plain epsilon\n"
    "1 zeta;\nQ “eta”\n1 theta;\nH Head\nO Urges iota:\n1 kappa;\n1 lambda.",
)


def _selected(made: WorkingText, chance: random.Random) -> Selection:
    at = chance.randrange(len(made.entries))
    if chance.random() < 0.25:
        last = min(len(made.entries) - 1, at + chance.randint(1, 4))
        return Selection(Caret(at, 0), Caret(last, made.entries[last].length))
    return Selection.at(at, chance.choice((0, made.entries[at].length)))


def _about(made: WorkingText, act: str, selection: Selection) -> set[int]:
    """The keys of the paragraphs an act is about: those selected and what belongs to them, only items going up."""
    entries, wanted = made.entries, positions(selection, made.entries)
    if act != "up":
        return {entries[at].key for at in with_blocks(entries, wanted)}
    items = [at for at in wanted if is_item(entries[at])]
    return {entries[below].key for at in items for below in range(at, block_end(entries, at))}


def _is(entry: Entry) -> tuple[object, ...]:
    words = "".join(sign for sign in entry.text if sign.isalnum() or sign == " ")
    return entry.paragraph.kind, entry.paragraph.level, words.strip().removesuffix(" and")


@pytest.mark.parametrize("seed", range(100))
def test_what_an_act_is_not_about_keeps_its_kind(seed: int) -> None:
    chance = random.Random(seed)
    made, _ = working(chance.choice(_TEXTS), punctuates=True)
    first = told(made)
    for _ in range(12):
        selection = _selected(made, chance)
        act = chance.choice(("tab", "up", "move up", "move down", *(("new",) if selection.empty else ())))
        about, before = _about(made, act, selection), {entry.key: _is(entry) for entry in made.entries}
        with suppress(DraftError):
            match act:
                case "tab":
                    acts.tab(made, selection)
                case "up":
                    acts.shallower(made, selection)
                case "new":
                    acts.new_paragraph(made, selection)
                case _:
                    acts.move(made, selection, -1 if act == "move up" else 1)
        after = {entry.key: _is(entry) for entry in made.entries}
        assert {key: was for key, was in before.items() if key not in about} == {
            key: after.get(key) for key in before if key not in about
        }, act
        assert [before[key][2] for key in before] == [after[key][2] for key in before if key in after]
    while made.undo_list.steps:
        made.undo()
    assert told(made) == first
