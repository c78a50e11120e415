"""Real preambular paragraphs typed key by key come out as they stand in the file: every comma the writer's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.editing.acts.letters import typed
from models.editing.edit import Selection
from models.editing.marks.leaving import leave
from models.editing.runs import cut, joined
from models.editing.structure import marks_at, new_paragraph
from models.editing.typed.before_mark import make_way
from models.editing.typed.typed_structure import recognise_typed
from models.editing.working import WorkingText
from tests.models.editing.tiny_drafts import selected
from tests.real_files import real_draft


def press_all(working: WorkingText, position: int, letters: str) -> None:
    """Keys from the end of a paragraph on, as the sheet takes them."""
    here = Selection.at(position, working.entries[position].length)
    for letter in letters:
        way = make_way(working, here, letter)
        place = way.start.place
        runs = working.entries[position].paragraph.runs
        run = Run(letter, **marks_at(working.entries, position, place, letter))
        runs = joined(cut(runs, 0, place), (run,), cut(runs, way.end.place))
        typed(working, position, runs, here, Selection.at(position, place + 1))
        recognise_typed(working, position, place + 1, place)
        here = selected(working)


def organ(words: str) -> Paragraph:
    return Paragraph(Kind.ENACTING, (Run(words),))


@pytest.mark.parametrize(
    ("above", "words", "mark"),
    [
        ("The General Assembly,", "Noting, in this regard, the report", ","),
        ("The General Assembly,", "Noting with concern, in this regard, the report", ","),
        ("The General Assembly,", "Recognizing also, with concern, the report", ","),
        ("The General Assembly,", "Having considered, in May, the report", ","),
        ("The General Assembly,", "Aware, however, of the report", ","),
        ("The General Assembly,", "Decides, in this regard, to meet", ";"),
        ("L’Assemblée générale,", "Notant, à cet égard, le rapport", ","),
        ("La Asamblea General,", "Observando, a este respecto, el informe", ","),
        ("Генеральная Ассамблея,", "подтверждая, что доклад важен", ","),
        ("大会，", "注意到，在这方面，报告", "，"),
        ("الجمعية العامة،", "وإذ تلاحظ، في هذا الصدد، التقرير", "،"),
    ],
)
@pytest.mark.parametrize("between", ["", "undo", "kept", "elsewhere in it", "left and back by undo"])
def test_a_comma_that_was_typed_is_gone_on_behind(above: str, words: str, mark: str, between: str) -> None:
    working = WorkingText(Draft((organ(above), Paragraph(Kind.PREAMBULAR))))
    for letter in words:
        press_all(working, 1, letter)
        if letter not in ",،，":
            continue
        if between == "undo":
            working.undo()
            working.redo()
        elif between == "kept":
            leave(working, 1, Selection.at(1, working.entries[1].length))
        elif between == "elsewhere in it":
            working.undo_list.came_to(1, working.entries)
        elif between:
            new_paragraph(working, Selection.at(1, working.entries[1].length))
            working.undo_list.came_to(2, working.entries)
            working.undo()
    new_paragraph(working, Selection.at(1, working.entries[1].length))
    assert working.entries[1].text == words + mark


def test_once_the_caret_was_elsewhere_the_mark_is_the_end_again() -> None:
    working = WorkingText(Draft((organ("The General Assembly,"), Paragraph(Kind.PREAMBULAR))))
    press_all(working, 1, "Noting, with the report,")
    working.undo_list.came_to(0, working.entries)
    press_all(working, 1, " of May")
    assert working.entries[1].text == "Noting, with the report of May,"


def test_preambles_of_real_resolutions(shared: Path) -> None:
    paths = sorted((shared / "corpus" / "resolutions").glob("*.txt"))[::18]
    same, otherwise = 0, []
    for path in paths:
        words = [one.text for one in real_draft(path).paragraphs if one.kind is Kind.PREAMBULAR]
        for text in words:
            working = WorkingText(Draft((organ("The General Assembly,"), Paragraph(Kind.PREAMBULAR))))
            press_all(working, 1, text)
            new_paragraph(working, selected(working))
            leave(working, 1, selected(working))
            written = working.entries[1].text
            if (working.entries[1].paragraph.kind, written) == (Kind.PREAMBULAR, text):
                same += 1
            else:
                otherwise.append((path.name, text, written))
    assert same > 100
    assert not otherwise, otherwise[:5]
