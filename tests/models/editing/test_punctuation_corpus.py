"""Real resolutions end their paragraphs as the rules say."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.draft import Draft, Kind
from models.editing.edit import Selection
from models.editing.marks.duties import Duties
from models.editing.marks.punctuation import follow
from models.editing.working import WorkingText
from tests.real_files import real_draft

CLAUSES = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)


@pytest.fixture(scope="module")
def drafts(shared: Path) -> list[Draft]:
    return [real_draft(path) for path in sorted((shared / "corpus/resolutions").glob("*.txt"))]


def test_the_rules_agree_with_real_texts(drafts: list[Draft]) -> None:
    agreed = misses = unsure = 0
    for draft in drafts:
        working = WorkingText(draft)
        duties = Duties(working.entries, working.stretches)
        for position, paragraph in enumerate(draft.paragraphs):
            if paragraph.kind in CLAUSES:
                duty = duties.of(position)
                unsure += duty is None
                agreed += duty is not None and duty.mark == duties.end(position).mark
                misses += duty is not None and duty.mark != duties.end(position).mark
    assert agreed > 8_000
    assert misses / (agreed + misses) < 0.005
    assert unsure / agreed < 0.01


def test_a_paragraph_taken_out_and_put_in_again_leaves_the_text_as_it_was(drafts: list[Draft]) -> None:
    done = off = 0
    for draft in drafts[::6]:
        working = WorkingText(draft)
        for position, entry in enumerate(tuple(working.entries)):
            if entry.paragraph.kind not in CLAUSES:
                continue
            with working.step("Delete", Selection.at(position)) as step:
                step.replace(position, position + 1, [])
                follow(step, [])
            with working.step("Insert", Selection.at(position)) as step:
                again = step.new(entry.paragraph, printed=entry.printed)
                step.replace(position, position, [again])
                follow(step, [position])
            done += 1
            off += [one.text for one in working.entries] != [one.text for one in draft.paragraphs]
            working.undo()
            working.undo()
            assert [one.text for one in working.entries] == [one.text for one in draft.paragraphs]
    assert done > 800
    assert off / done < 0.01


def test_untouched_paragraphs_stay_as_they_are(drafts: list[Draft]) -> None:
    for draft in drafts:
        working = WorkingText(draft)
        with working.step("Nothing", Selection()) as step:
            follow(step, range(len(working.entries)))
        assert not working.changed
