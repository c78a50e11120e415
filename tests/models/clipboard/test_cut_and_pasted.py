"""What is cut and put back is as it was; what is pasted elsewhere has its words, kinds, ends, notes and numbers."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from models.clipboard.paste import paste
from models.clipboard.read import from_clipboard
from models.clipboard.write import draft_to_clipboard, to_clipboard
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.acts.deleting import delete
from models.editing.acts.joining import with_space
from models.editing.acts.letters import insert_text, typed
from models.editing.acts.splitting import new_paragraph
from models.editing.edit import Caret, Selection
from models.editing.marks.leaving import leave
from models.editing.pasted.copied import Extent, copied
from models.editing.places import HEADS, block_end
from models.editing.runs import cut, length, replaced, shown
from models.editing.working import WorkingText
from tests.models.editing.random_acts import check, there_and_back
from tests.models.editing.tiny_drafts import lines, told
from tests.models.editing.tiny_drafts import working as tiny
from tests.real_files import real_draft

_TEXTS = (
    "corpus/word/CRC_C_GC_20_AR.docx",
    "corpus/bracketed/paris_agreement_9-dec-2015.md",
    "corpus/resolutions/A_80_L.13.txt",
    "corpus/resolutions/A_RES_78_230.txt",
    "corpus/resolutions/A_RES_80_16.txt",
)


def _some(working: WorkingText, chance: random.Random, reach: int = 6) -> Selection:
    """A selection of words, of lines or of whole paragraphs, forwards or backwards."""

    def caret(position: int) -> Caret:
        length = working.entries[position].length
        return Caret(position, chance.choice((0, 0, length, chance.randint(0, length))))

    first = chance.randrange(len(working.entries))
    last = min(first + chance.choice((0, 1, 1, 2, reach)), len(working.entries) - 1)
    ends = caret(first), caret(last)
    return Selection(*ends) if chance.random() < 0.7 else Selection(*reversed(ends))


@pytest.mark.parametrize("name", _TEXTS)
@pytest.mark.parametrize("meanwhile", [False, True])
def test_what_is_cut_and_put_back_is_as_it_was(shared: Path, name: str, meanwhile: bool) -> None:
    draft = real_draft(shared / name)
    working = WorkingText(draft)
    chance = random.Random(name)
    whole = Selection(Caret(0, 0), Caret(len(working.entries) - 1, working.entries[-1].length))
    for selection in (whole, *(_some(working, chance) for _ in range(30))):
        if selection.empty:
            continue
        entries, remembered = list(working.entries), working.remembered
        formats = to_clipboard(working, selection, source_id="base")
        delete(working, selection)
        at, deleted = working.undo_list.done[-1].after, working.undo_list.steps
        far = [at for at, one in enumerate(working.entries) if one.text.strip() and one in working.original]
        if meanwhile and far:
            position = chance.choice(far)
            there = working.entries[position]
            for place in (0, there.length):
                typed(working, position, replaced(there.paragraph.runs, place, place, [Run("x")]), at, at)
                typed(working, position, there.paragraph.runs, at, at)
        without, steps = working.draft(), working.undo_list.steps
        paste(working, at, from_clipboard(formats), "base")
        assert (working.entries, working.draft(), working.remembered) == (entries, draft, remembered), selection
        working.undo()
        assert (working.draft(), working.undo_list.steps) == (without, steps)
        for _ in range(steps - deleted + 1):
            working.undo()
        assert working.draft() == draft


@pytest.mark.parametrize("name", _TEXTS)
def test_what_is_pasted_over_itself_changes_nothing(shared: Path, name: str) -> None:
    working, chance, told_of = WorkingText(real_draft(shared / name)), random.Random(name), []
    working.listeners.append(told_of.append)
    for selection in (_some(working, chance) for _ in range(40)):
        if not selection.empty:
            paste(working, selection, from_clipboard(to_clipboard(working, selection)))
            assert (told_of[-1].splices, told_of[-1].after) == ((), Selection(selection.end, selection.end))
    assert not working.changed
    assert not working.undo_list.steps


def _lines(words: str, place: int, parts: list[str], extent: Extent) -> list[str]:
    """The words of a paragraph and of what was put into it, line by line."""
    head, tail, made = words[:place], words[place:], list(parts)
    if head and (tail or not extent.begun):
        whole = extent.begun and len(made) == 1  # a space parts it from words
        made[0] = (shown(with_space((Run(head),), [Run(made[0])])) if whole else head) + made[0]
    elif head:
        made.insert(0, head)
    if tail and extent.ended:
        made.append(tail)
    elif tail:
        made[-1] += tail
    return made


def _cited(paragraph: Paragraph, notes: Mapping[int, Footnote]) -> list[tuple[Run, ...]]:
    return [notes[note].runs for note in paragraph.footnotes]


@pytest.mark.parametrize("name", _TEXTS)
@pytest.mark.parametrize("other", _TEXTS[1:4])
def test_what_is_pasted_elsewhere_is_as_it_was_selected(shared: Path, name: str, other: str) -> None:
    source, working = WorkingText(real_draft(shared / name)), WorkingText(real_draft(shared / other))
    working.punctuates = False
    chance = random.Random(name + other)
    for _ in range(30):
        selection = _some(source, chance)
        slice_ = copied(source, selection)
        parts, extent = slice_.paragraphs, slice_.extent
        if selection.empty or (len(parts) == 1 and not extent.ended) or any(one.cell for one in parts):
            continue  # words, and tables, have laws of their own
        at = _some(working, chance, 0).head
        here = working.entries[at.position]
        behind, start = at.place == here.length > 0 and extent.begun, at.position
        expected = _lines(shown(here.paragraph.runs), at.place, [shown(one.runs) for one in parts], extent)
        if behind:
            start, expected = start + 1, expected[1:]
            if parts[0].kind in HEADS:
                start = block_end(working.entries, at.position)
        paste(working, Selection(at, at), from_clipboard(to_clipboard(source, selection, source_id="other")), "base")
        made = working.entries[start : start + len(expected)]
        assert [shown(entry.paragraph.runs) for entry in made] == expected
        assert len(working.entries) == len(working.original) + len(expected) - (not behind)
        joined = at.place > 0 and not behind
        for part, entry in list(zip(parts, made, strict=False))[joined:]:
            one = entry.paragraph
            assert one.kind is part.kind
            assert one.level <= part.level
            assert cut(one.runs, 0, length(part.runs)) == part.runs or part.footnotes
            notes = source.notes, working.notes
            assert _cited(one, notes[1])[: len(part.footnotes)] == _cited(part, notes[0])
            if part.kind not in (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SECTION):
                assert one.number == part.number
        check(working)
        there_and_back(working)
        working.undo()


@pytest.mark.parametrize("name", [*_TEXTS, "corpus/resolutions/A_RES_80_109.txt"])
def test_a_whole_text_pasted_into_a_new_one_is_the_same(shared: Path, name: str) -> None:
    draft = real_draft(shared / name)
    source, made = WorkingText(draft), WorkingText(Draft())
    whole = Selection(Caret(0, 0), Caret(len(source.entries) - 1, source.entries[-1].length))
    for formats in (to_clipboard(source, whole), draft_to_clipboard(draft, whole)):
        paste(made, Selection(), from_clipboard(formats))
        assert _read(made.draft()) == _read(draft)
        made.undo()
        assert made.draft() == made.base


def _read(draft: Draft) -> list[Paragraph | tuple[Run, ...]]:
    """The paragraphs, and the notes they cite, of which the ids are another's."""
    notes = draft.note
    in_order = list(dict.fromkeys(note for one in draft.paragraphs for note in one.footnotes))
    ids = {note: at for at, note in enumerate(in_order)}
    runs = (
        [run if run.footnote is None else Run(footnote=ids[run.footnote]) for run in one.runs]
        for one in draft.paragraphs
    )
    paragraphs = [replace(one, runs=tuple(made)) for one, made in zip(draft.paragraphs, runs, strict=True)]
    return [*paragraphs, *(notes[note].runs for note in in_order)]


@pytest.mark.parametrize(
    ("source", "target", "after", "said"),
    [
        ("T{3} |a\nT{4} b\nT |c", "T x\nT{7} |y", "T x\nT{3} a\nT{4} b\nT{7} y", ""),
        ("O |x;\nO{9} y;\nO |z.", "O a;\nO |b;", "O a;\nO x;\nO y;\nO b;", "1 number counts again"),
        ("O |x:\n1{1} y;\n1{2} z;\nO |w.", "O a;\nO |b;", "O a;\nO x:\n1{1} y;\n1{2} z;\nO b;", ""),
        ("O x:\n1{1} |y;\n1{2} z;\nO |w.", "O a:\nO |b;", "O a:\n1 y;\n1 z;\nO b;", "2 numbers count again"),
        ("O a;\nH |x\nO{1} y;\nO |z.", "O a;\nO |b;", "O a;\nH x\nO{1} y;\nO b;", ""),
        ("O |a;\nO{2 bis} b;\nO |c.", "T x|", "T x\nO a;\nO{2 bis} b;", ""),
        ("O ab|cd;\nP ef|gh,", "O x|y;", "O xcd;\nP efy;", ""),
        ("O ab|cd;\nP |efgh,", "O x|y;", "O xcd;\nO y;", ""),
        ("O ab|cd;\nP |efgh,", "O |y;", "O cd;\nO y;", ""),
        ("O ab|\nP |efgh,", "O x|y;", "O x\nO y;", ""),
        ("T |ab|", "O x|y;", "O x ab y;", ""),
        ("T |ab\nT |c", "O x|y;", "O x ab\nO y;", ""),
        ("T |ab\nT |c", "P |\nO z", "T ab\nO z", ""),
        ("M |ab\nT c|\nT d", "O xy;|", "O xy;\nM ab\nT c", ""),
    ],
)
def test_ends_kinds_and_numbers_of_what_is_pasted(source: str, target: str, after: str, said: str) -> None:
    made, at = tiny(target)
    paste(made, at, from_clipboard(to_clipboard(*tiny(source))))
    assert told(made) == lines(after)
    assert made.undo_list.last is not None
    assert made.undo_list.last.told == said
    there_and_back(made)


def test_two_notes_with_the_same_words_stay_two() -> None:
    source, selection = tiny("O |a;^1\nO b;^2\nO |c.")
    source.noted.by_id[2] = Footnote(2, "2", source.notes[1].runs)
    made, at = tiny("O |x.")
    paste(made, at, from_clipboard(to_clipboard(source, selection)))
    assert [made.mark(note) for entry in made.entries for note in entry.paragraph.footnotes] == ["1", "2"]


def test_a_mark_given_on_leaving_goes_where_the_words_come_back() -> None:
    made, selection = tiny("O a b|c;\nO |d.", punctuates=True)
    formats = to_clipboard(made, selection)
    delete(made, selection)
    at = made.undo_list.done[-1].after
    leave(made, 0, Selection.at(1, 0))
    paste(made, at, from_clipboard(formats))
    assert made.draft() == made.base


def test_what_was_typed_in_its_place_stays_when_it_is_put_back() -> None:
    made, selection = tiny("O a |bc| d;\nO e.")
    formats = to_clipboard(made, selection)
    insert_text(made, selection, "x")
    paste(made, Selection.at(0, 2), from_clipboard(formats))
    assert told(made) == lines("O a bcx d;\nO e.")
    delete(made, Selection(Caret(0, 2), Caret(0, 4)))
    new_paragraph(made, Selection.at(1, 2))
    paste(made, Selection.at(0, 2), from_clipboard(formats))
    assert told(made) == lines("O a bcx d;\nO e.\nO")
    there_and_back(made)


@pytest.mark.parametrize(
    ("written", "after", "said"),
    [
        (" in paragraph 2 above", "d in paragraph 3 above.", "1 reference follows: OP4"),
        (" in paragraphs 1 and 2 above", "d in paragraphs 2 and 3 above.", "1 reference follows: OP4"),
        (" in paragraph (b) of annex I", "d in paragraph (b) of annex I.", ""),
        (" in the preceding paragraph", "d in the preceding paragraph.", ""),
        (" in May", "d in May.", ""),
    ],
)
def test_what_was_referred_to_meanwhile_is_meant_after_a_paragraph_is_put_back(
    written: str, after: str, said: str
) -> None:
    made, selection = tiny("O |a;\nO |b;\nO c;\nO d.", punctuates=True)
    formats = to_clipboard(made, selection, source_id="base")
    delete(made, selection)
    insert_text(made, Selection.at(2, 1), written)
    paste(made, Selection.at(0), from_clipboard(formats), "base")
    assert told(made) == lines(f"O a;\nO b;\nO c;\nO {after}")
    assert made.undo_list.last is not None
    assert made.undo_list.last.told == said
    assert made.entries[0].came_from == (0,)
    there_and_back(made)


def test_words_are_put_back_whatever_was_referred_to_meanwhile() -> None:
    made, selection = tiny("O a |bc| d;^1\nO e.")
    formats = to_clipboard(made, selection)
    delete(made, selection)
    insert_text(made, Selection.at(1, 1), " in paragraph 1 above")
    paste(made, Selection.at(0, 2), from_clipboard(formats))
    assert told(made) == lines("O a bc d;^1\nO e in paragraph 1 above.")
    there_and_back(made)


def test_undoing_what_was_put_back_goes_to_where_it_was() -> None:
    made, selection = tiny("O a |bc| d;\nO e.")
    formats = to_clipboard(made, selection)
    delete(made, selection)
    insert_text(made, Selection.at(1), "Z ")
    paste(made, Selection.at(0, 2), from_clipboard(formats))
    undone = made.undo()
    assert undone is not None
    assert undone.after == Selection.at(0, 2)
    assert told(made) == lines("O a  d;\nO Z e.")
