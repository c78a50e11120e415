"""Some changes of a comparison taken, whole or word by word."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.comparison.compare import compare
from models.comparison.partly import partly, places
from models.comparison.words.readable import readable
from models.draft import Draft, Paragraph
from tests.models.comparison.small_drafts import draft

OLD = draft(
    "PP *Recalling* its resolution 60/1,[^1]",
    "PP *Noting* the report of the Secretary-General on migration,",
    "1. *Requests* the Secretary-General to report every year on the matter;",
    "2. *Urges* Member States to protect the rights of women and children;",
    "3. *Decides* to remain seized of the matter.",
    notes={1: "A/60/1."},
)
NEW = draft(
    "PP *Recalling* its resolution 60/1,[^1]",
    "PP *Welcoming* the report of the Secretary-General on migration,",
    "1. *Urges* Member States to protect the rights of women and children;",
    "2. *Encourages* donors to finance the reforestation of drylands;[^2]",
    "3. *Requests* the Secretary-General to report every other year on the question;",
    "4. *Decides* to remain seized of the matter.",
    notes={1: "A/60/1.", 2: "A/70/2."},
)


def texts(one: Draft) -> list[str]:
    return [f"{p.number or 'PP'} {p.text[:24]}" for p in one.paragraphs]


def test_one_new_paragraph_stands_behind_what_it_stands_behind_and_brings_its_note() -> None:
    comparison = compare(OLD, NEW)
    number = next(n for n, change in enumerate(comparison.changes) if change.kind == "inserted")
    found = partly(comparison, {number: None}).draft
    assert texts(found) == [
        "PP Recalling its resolution",
        "PP Noting the report of the",
        "1 Encourages donors to fin",
        "2 Requests the Secretary-G",
        "3 Urges Member States to p",
        "4 Decides to remain seized",
    ]
    assert [(note.mark, note.text) for note in found.footnotes] == [("1", "A/60/1."), ("2", "A/70/2.")]


def test_a_move_is_taken_without_the_words_of_its_neighbours() -> None:
    comparison = compare(OLD, NEW)
    number = next(n for n, change in enumerate(comparison.changes) if change.moved)
    found = partly(comparison, {number: None}).draft
    assert texts(found)[2:4] == ["1 Urges Member States to p", "2 Requests the Secretary-G"]
    assert found.paragraphs[3].text.endswith("every year on the matter;")


def test_one_place_of_words_is_taken_and_not_the_others() -> None:
    comparison = compare(OLD, NEW)
    number = next(n for n, change in enumerate(comparison.changes) if change.old_labels == ("OP1",))
    assert len(places(comparison.changes[number].words)) == 2
    found = partly(comparison, {number: [1]}).draft
    assert found.paragraphs[2].text == "Requests the Secretary-General to report every year on the question;"
    assert found.paragraphs[2].runs[0].italic


def test_words_are_not_taken_from_a_split() -> None:
    comparison = compare(
        draft("1. Urges States to act on the climate at once and requests the Secretary-General to report;"),
        draft("1. Urges States to act on the climate at once;", "2. Requests the Secretary-General to report;"),
    )
    assert comparison.changes[0].kind == "split"
    with pytest.raises(ValueError, match="one paragraph"):
        partly(comparison, {0: [0]})


def read(one: Draft) -> list[tuple[object, ...]]:
    """What a reader sees: notes by their words."""

    def runs(paragraph: Paragraph) -> list[tuple[object, ...]]:
        note = one.note
        return [
            (run.text, run.marks, note[run.footnote].text if run.footnote is not None else None)
            for run in paragraph.runs
        ]

    return [(p.kind, p.level, p.number, p.set_label, runs(p)) for p in one.paragraphs]


LINES = [
    "PP *Recalling* its resolution 60/1 of 2005,[^1]",
    "PP *Recalling* its resolution 60/1 of 2005 and the outcome document,[^2]",
    "PP *Noting* the report of the Secretary-General,[^1] and his note,[^2]",
    "1. *Requests* the Secretary-General to report every year on the matter;",
    "1. *Requests* the Secretary-General to report on the matter;",
    "2. *Urges* all Member States to protect the rights of women and of children,[^1]",
    "2. *Urges* Member States to protect the rights of children in armed conflict;",
    "2. *Urges* Member States to protect children; and calls upon them to report;",
    "(a) Calls upon them to report;",
    "M Agenda item 5",
    "M Second Committee",
    "",
]
NOTES = {1: "A/60/1.", 2: "Report of the Conference, Cairo."}
drafts = st.lists(st.sampled_from(LINES), max_size=9).map(lambda lines: draft(*lines, notes=NOTES))


@settings(max_examples=150, deadline=None)
@given(drafts, drafts, st.data())
def test_all_taken_is_the_new_draft_none_the_old_and_any_part_loses_no_paragraph(
    old: Draft, new: Draft, data: st.DataObject
) -> None:
    comparison = compare(old, new)
    numbers = range(len(comparison.changes))
    assert read(partly(comparison, {}).draft) == read(old)
    assert read(partly(comparison, dict.fromkeys(numbers)).draft) == read(new)
    chosen: dict[int, Collection[int] | None] = {}
    words = {number: readable(comparison.changes[number].words) for number in numbers}
    for number in data.draw(st.sets(st.sampled_from(numbers))) if numbers else ():
        change = comparison.changes[number]
        alone = len(change.old) == len(change.new) == 1
        chosen[number] = data.draw(st.sets(st.integers(0, 3))) if alone and data.draw(st.booleans()) else None
    found = partly(comparison, chosen, words)
    taken_whole = [change for n, change in enumerate(comparison.changes) if chosen.get(n, ()) is None]
    left = [change for n, change in enumerate(comparison.changes) if chosen.get(n, ()) is not None]
    stands = sorted(at for one, two in zip(found.old, found.new, strict=True) if not two for at in one)
    came = sorted(at for two in found.new for at in two)
    assert stands == sorted(at for change in left for at in change.old)
    assert came == sorted(at for change in taken_whole for at in change.new)


def test_all_places_taken_give_the_new_words() -> None:
    comparison = compare(OLD, NEW)
    for number, change in enumerate(comparison.changes):
        if len(change.old) == len(change.new) == 1:
            for words in (change.words, readable(change.words)):
                found = partly(comparison, {number: range(len(places(words)))}, {number: words})
                at = found.old.index(change.old)
                assert found.draft.paragraphs[at].text == NEW.paragraphs[change.new[0]].text
