"""Words written behind the end mark of a paragraph come before it; what the writer typed last is his own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.editing import structure as acts
from models.editing.edit import Selection
from models.editing.marks.leaving import leave
from models.editing.marks.text_end import end_text
from models.editing.typed.before_mark import make_way
from models.editing.working import WorkingText
from tests.models.editing.test_punctuation import lines, text
from tests.models.editing.tiny_drafts import selected

LIST = ("P Zero,", "O One:", "a In May;", "a In 2026;", "a Last;", "O Two.")
JOINED = ("O One:", "a x; and", "a y.")
SENTENCES = ("X Annex", "O We agree.", "O We act.", "O We go.", "O We stop.")
PREAMBLE = ("E The Assembly,", "P Recalling X,", "P Noting,", "O Two.")


def write(working: WorkingText, position: int, words: str, here: Selection | None = None) -> None:
    """Type as the window does, from the end of a paragraph on; ↵ is Enter, ← Backspace."""
    here = here or Selection.at(position, working.entries[position].length)
    for letter in words:
        if letter == "↵":
            acts.new_paragraph(working, here)
        elif letter == "←":
            acts.delete_back(working, here)
        else:
            before = working.version
            way = make_way(working, here, letter)
            acts.insert_text(working, way, letter)
            if working.version == before:
                here = Selection(way.end, way.end)  # the mark was typed that stood there
                continue
        here = selected(working)


@pytest.mark.parametrize(
    ("before", "position", "typed", "written", "left"),
    [
        # Words go before the mark, and it stays in sight.
        (LIST, 3, ", in New York", "a In 2026, in New York;", None),
        (LIST, 3, " and beyond", "a In 2026 and beyond;", None),
        (LIST, 3, " (b)", "a In 2026 (b);", None),
        (LIST, 3, " [x]", "a In 2026 [x];", None),
        (LIST, 3, "–27", "a In 2026–27;", None),
        (LIST, 3, "", "a In 2026;", None),
        (LIST, 5, ", in New York", "O Two, in New York.", None),
        (PREAMBLE, 1, ", and Y", "P Recalling X, and Y,", None),
        (JOINED, 1, ", in New York", "a x, in New York; and", None),
        (JOINED, 1, "; beyond", "a x; beyond; and", None),
        (JOINED, 0, ", namely", "O One, namely:", None),
        (("O Prie le Secrétaire de la question\u00a0;", "O Décide."), 0, ", et à New York",
         "O Prie le Secrétaire de la question, et à New York\u00a0;", None),
        (("O تطلب إلى الأمين العام؛", "O تقرر."), 0, "، في نيويورك", "O تطلب إلى الأمين العام، في نيويورك؛", None),
        (("O 请秘书长；", "O 决定继续处理此案。"), 0, "，在纽约", "O 请秘书长，在纽约；", None),
        # Spaces behind the mark are no words.
        (("O One; ", "O Two."), 0, ", now", "O One, now; ", "O One, now;"),
        (("O One; ", "O Two."), 0, ".", "O One. ", "O One;"),
        (("O One; ", "O Two."), 0, "now", "O One; now", "O One; now;"),
        (("P Noting x, ", "O Two."), 0, "of May", "P Noting x, of May", "P Noting x, of May,"),
        # Notes stay with the words they are of.
        (("O One;^", "O Two."), 0, " and beyond", "O One^ and beyond;", None),
        # Another mark takes its place, and the right one is there when the paragraph is left.
        (LIST, 3, ".", "a In 2026.", "a In 2026;"),
        (LIST, 3, " and beyond.", "a In 2026 and beyond.", "a In 2026 and beyond;"),
        (LIST, 3, ":", "a In 2026:", None),
        (LIST, 3, ",", "a In 2026,;", "a In 2026;"),
        (LIST, 3, " ", "a In 2026 ;", "a In 2026;"),
        (("O One;^", "O Two."), 0, ".", "O One.^", "O One;^"),
        (JOINED, 1, ".", "a x.; and", "a x; and"),
        (("O Prie le Secrétaire de la question\u00a0;", "O Décide."), 0, " ;", None,
         "O Prie le Secrétaire de la question\u00a0;"),
        # A mark that stands there already is the writer's own once he types it, and so is any he has just typed.
        (LIST, 3, ";", "a In 2026;", None),
        (LIST, 3, "; and", "a In 2026; and", None),
        (LIST, 3, "; to meet", "a In 2026; to meet", "a In 2026; to meet;"),
        (LIST, 3, ", in New York;", "a In 2026, in New York;", None),
        (LIST, 3, "; tod← eat", None, "a In 2026; to eat;"),
        (LIST, 3, "←; to meet", "a In 2026; to meet", "a In 2026; to meet;"),
        (LIST, 3, "←←←←←June, and not in July", "a In June, and not in July", "a In June, and not in July;"),
        # "and" stands behind the mark.
        (LIST, 3, " and", "a In 2026 and;", "a In 2026; and"),
        (LIST, 3, "  or  ", "a In 2026  or  ;", "a In 2026; or"),
        (LIST, 3, ", and", "a In 2026, and;", "a In 2026; and"),
        # What closes what was opened before the whole paragraph closes behind its mark.
        (("O [One;", "O Two."), 0, "]", "O [One;]", None),
        (("O One [two;", "O Two."), 0, "]", "O One [two];", None),
        (("O ［请秘书长；", "O 决定。"), 0, "］", "O ［请秘书长；］", None),
        (("O One (two;", "O Two."), 0, " or three)", "O One (two or three);", None),
        (LIST, 3, "]", "a In 2026;]", None),
        # Where paragraphs are made of sentences another one goes on behind the full stop.
        (("O We agree. We act;", "O We stop. We go."), 1, " We sit.", "O We stop. We go. We sit.", None),
        (SENTENCES, 2, " We sit", "O We act. We sit", "O We act. We sit."),
        (SENTENCES, 2, ", all", "O We act, all.", None),
        # Another mark than the right one is no end, and neither is an "and" that no list asks for.
        (("O To act, and", "O Two;", "O Three."), 0, " to pay", "O To act, and to pay", "O To act, and to pay;"),
        (("P Noting X, and", "P Two,", "O Three."), 0, " Y", "P Noting X, and Y", "P Noting X, and Y,"),
        (("O To act,", "O Two;", "O Three."), 0, " and pay", "O To act, and pay", "O To act, and pay;"),
        # Nobody knows how it ends: nothing moves.
        (("O One;", "T We agree."), 0, " two", "O One; two", None),
        (("T We agree;", "T Two"), 0, " two", "T We agree; two", None),
        (("O [One] [two;]", "O Two."), 0, " three", "O [One] [two;] three", "O [One] [two;] three;"),
    ],
)  # fmt: skip
def test_what_is_typed_behind_the_mark(
    before: tuple[str, ...], position: int, typed: str, written: str | None, left: str | None
) -> None:
    working = text(*before)
    write(working, position, typed)
    assert written is None or lines(working)[position] == written
    leave(working, position, Selection.at(len(before) - 1 if position < len(before) - 1 else 0))
    assert lines(working)[position] == (left or written)
    while working.undo():
        pass
    assert lines(working) == list(before)


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        (", in New York↵", ["a In 2026, in New York;", "a ", "a Last;"]),
        (" and beyond.↵", ["a In 2026 and beyond;", "a ", "a Last;"]),
        (" or↵In 2027", ["a In 2026; or", "a In 2027", "a Last;"]),
        ("; and↵In 2027", ["a In 2026; and", "a In 2027", "a Last;"]),
        (",↵", ["a In 2026;", "a ", "a Last;"]),
    ],
)
def test_enter_leaves_it_as_any_leaving_does(typed: str, after: list[str]) -> None:
    working = text(*LIST)
    write(working, 3, typed)
    assert lines(working)[3:6] == after


def test_switched_off_words_go_where_the_caret_is() -> None:
    working = text(*LIST)
    working.punctuates = False
    write(working, 3, ", in New York")
    assert lines(working)[3] == "a In 2026;, in New York"


@pytest.mark.parametrize(
    ("words", "after"),
    [(", in New York", "In 2026, in New York;"), (" and beyond;", "In 2026 and beyond;"), (";", "In 2026;")],
)
def test_words_that_are_pasted_go_where_typed_ones_go(words: str, after: str) -> None:
    working = text(*LIST)
    acts.insert_paragraphs(working, Selection.at(3, 8), [text(f"T {words}").entries[0].paragraph])
    assert working.entries[3].text == after


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        (("O One;^", "O Two."), " and three;^", "O One^ and three;^"),
        (("O One;^", "O Two."), " and three.^^", "O One^ and three;^^"),
        (("O One;^", "O Two."), " and so on…^", "O One^ and so on…^;"),
        (("O One;^", "O Two."), " at 3 p.m.^", "O One^ at 3 p.m.^;"),
        (("O Prie le Secrétaire de la question^\u00a0;", "O Décide."), " et du rapport^\u00a0;",
         "O Prie le Secrétaire de la question^ et du rapport^\u00a0;"),
        (("P إذ تشير إلى القرار،^", "O تقرر."), " والتقرير؛^", "P إذ تشير إلى القرار^ والتقرير،^"),
        (("O 请秘书长；^", "O 决定。"), "，在纽约；^", "O 请秘书长^，在纽约；^"),
    ],
)  # fmt: skip
def test_words_with_a_mark_and_a_note_that_are_pasted_behind_a_note_end_in_one_mark(
    before: tuple[str, ...], words: str, after: str
) -> None:
    working = text(*before)
    here = Selection.at(0, working.entries[0].length)
    acts.insert_paragraphs(working, here, text(f"T {words}").draft().paragraphs, working.base.footnotes)
    leave(working, 0, Selection.at(1))
    assert lines(working)[0] == after
    while working.undo():
        pass
    assert lines(working) == list(before)


@settings(max_examples=60, deadline=None)
@given(st.text("ab ,;.()é", min_size=1, max_size=12), st.sampled_from([0, 2, 3, 4, 5]))
def test_whatever_is_typed_the_paragraph_ends_in_its_mark_once(typed: str, position: int) -> None:
    working = text(*LIST)
    marks = [entry.end.mark for entry in working.entries]
    write(working, position, typed)
    leave(working, position, Selection.at(1))
    entry = working.entries[position]
    assert entry.end.mark in (marks[position], "") or not entry.end.sound
    if entry.end.sound and entry.end.mark:
        before = entry.text[: entry.end.start]
        assert not before.endswith((" ", ",", ";")) or not before.strip(" ,;.")


@pytest.mark.parametrize(
    ("before", "position", "typed", "kept", "more", "after", "left"),
    [
        (("O One:", "a Two", "O Three."), 1, ",", "a Two;", " of May", "a Two, of May", "a Two, of May;"),
        (("O One", "O Three."), 0, ", ", "O One;", "of May", "O One, of May", "O One, of May;"),
        (("O One", "O Three."), 0, ", ", "O One;", " of May", "O One, of May", "O One, of May;"),
        (("O One", "O Three."), 0, " ", "O One;", "of May", "O One of May;", None),
        (("O One", "O Three."), 0, " of", "O One of;", " May", "O One of May;", None),
        (("P One", "O Three."), 0, ",", "P One,", " of May", "P One, of May", "P One, of May,"),
        (("P One", "O Three."), 0, ", ", "P One,", "of May", "P One, of May", "P One, of May,"),
        (("O One;", "O Three"), 1, ",", "O Three.", " of May", "O Three, of May", "O Three, of May."),
        (("O One", "O Three."), 0, ",", "O One;", ";", "O One;", None),
        (("O One", "O Three."), 0, ",", "O One;", ".", "O One.", "O One;"),
        (("O One", "O Three."), 0, ",", "O One;", "←", "O One", "O One;"),
        (("O One", "O Three."), 0, ".", "O One;", " Two", "O One. Two", "O One. Two;"),
        (("O One", "O Three."), 0, ",", "O One;", "", "O One;", None),
        (("O Prie le Secrétaire", "O Décide de la question."), 0, ",", "O Prie le Secrétaire\u00a0;", " en mai",
         "O Prie le Secrétaire, en mai", "O Prie le Secrétaire, en mai\u00a0;"),
        (JOINED, 1, "←←←←←,", "a x; and", " of May", "a x, of May", "a x, of May; and"),
        # Where the mark stood behind what he typed.
        (LIST, 3, ", ", "a In 2026;", "in May", "a In 2026, in May;", None),
        (LIST, 3, ",", "a In 2026;", " in May", "a In 2026, in May;", None),
        (LIST, 3, " ", "a In 2026;", "in May", "a In 2026 in May;", None),
        (LIST, 3, ", and", "a In 2026; and", "", "a In 2026; and", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("on_what_was_kept", [False, True])
def test_what_gave_way_as_the_text_was_kept_is_back_where_one_goes_on(
    before: tuple[str, ...],
    position: int,
    typed: str,
    kept: str,
    more: str,
    after: str,
    left: str | None,
    on_what_was_kept: bool,
) -> None:
    working = text(*before)
    write(working, position, typed)
    leave(working, position, selected(working))
    here = selected(working)
    assert lines(working)[position] == kept
    if on_what_was_kept:
        written, working = working, WorkingText(working.draft())
        keys = zip(written.entries, working.entries, strict=True)
        working.undo_list.go_on(written.undo_list, {old.key: new.key for old, new in keys})
    write(working, position, more, here)
    assert lines(working)[position] == after
    leave(working, position, Selection.at(len(before) if position < len(before) - 1 else 0))
    assert lines(working)[position] == (left or after)
    while working.undo():
        pass
    assert working.draft() == working.base


def test_what_gave_way_is_not_back_once_something_was_done_or_the_caret_was_elsewhere() -> None:
    for act in ("done", "undone", "elsewhere"):
        working = text("O One", "O Three.")
        write(working, 0, ",")
        leave(working, 0, selected(working))
        here = selected(working)
        if act == "elsewhere":
            working.undo_list.came_to(1, working.entries)
        else:
            acts.insert_text(working, Selection.at(0), "x")
        if act == "undone":
            working.undo()
        write(working, 0, " of May")
        assert lines(working)[0] == ("O xOne of May;" if act == "done" else "O One of May;"), act
        assert here == Selection.at(0, 4)


@pytest.mark.parametrize(
    ("before", "position", "typed", "kept", "more", "after"),
    [
        (("O One;", "O Two."), 1, "↵", ["O One;", "O Two.", "O "], "Three", ["O One;", "O Two;", "O Three."]),
        (("O One:", "a Two."), 1, "↵", ["O One:", "a Two.", "a "], "Three", ["O One:", "a Two;", "a Three."]),
        (("O One;", "O Two."), 1, "↵", ["O One;", "O Two.", "O "], "Three↵", ["O One;", "O Two;", "O Three;", "O "]),
        (("O One;", "O Two."), 1, "←,↵", ["O One;", "O Two.", "O "], "", ["O One;", "O Two.", "O "]),
        (("O One;", "O Two."), 1, " x", ["O One;", "O Two x."], "", ["O One;", "O Two x."]),
        (("P One,", "P Two,"), 1, "↵", ["P One,", "P Two,", "P "], "Three", ["P One,", "P Two,", "P Three,"]),
    ],
)
def test_an_empty_paragraph_at_the_end_of_what_is_kept_counts_for_nothing(
    before: tuple[str, ...], position: int, typed: str, kept: list[str], more: str, after: list[str]
) -> None:
    working = text(*before)
    write(working, position, typed)
    end_text(working, selected(working))
    assert lines(working) == kept
    for text_now in (working, WorkingText(working.draft())):
        last = len(text_now.entries) - 1
        write(text_now, last, more)
        leave(text_now, last, Selection.at(0))
        assert lines(text_now) == after
        while text_now.undo():
            pass
        assert text_now.draft() == text_now.base


def test_what_is_pasted_behind_the_end_takes_the_full_stop() -> None:
    for put in (
        lambda made: acts.insert_text(made, Selection.at(2), "Three\nFour."),
        lambda made: acts.insert_paragraphs(made, Selection.at(2), text("O Three;", "O Four.").draft().paragraphs),
    ):
        working = text("O One;", "O Two.")
        acts.new_paragraph(working, Selection.at(1, 4))
        end_text(working, Selection.at(2))
        put(working)
        assert lines(working) == ["O One;", "O Two;", "O Three;", "O Four."]
