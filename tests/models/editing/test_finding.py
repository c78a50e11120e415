"""Finding and replacing, in paragraphs and notes."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.edit import Caret, Selection
from models.editing.finding import NoteMatch, Query, find, find_in_notes, preview, replace_all, replace_one
from models.editing.pattern_care import may_run_for_ever
from models.editing.patterns import UnusablePattern
from models.editing.runs import shown
from models.editing.working import WorkingText

BASE = Draft(
    (
        Paragraph(
            Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" the States’ report"), Run(footnote=1), Run(","))
        ),
        Paragraph(Kind.OPERATIVE, (Run("Urges", italic=True), Run(" States, state by state, in 10 days;"))),
        Paragraph(Kind.OPERATIVE, (Run("Urges the Secretary-General."),)),
    ),
    (Footnote(1, "1", (Run("Report of the States."),)),),
)  # fmt: skip


def texts(working: WorkingText) -> list[str]:
    return [shown(entry.paragraph.runs).replace("\ufffc", "^") for entry in working.entries]


FOUND = [
    (Query("states"), [(0, 14, 20), (1, 6, 12)]),
    (Query("state"), [(0, 14, 19), (1, 6, 11), (1, 14, 19), (1, 23, 28)]),
    (Query("state", words=True), [(1, 14, 19), (1, 23, 28)]),
    (Query("State", case=True), [(0, 14, 19), (1, 6, 11)]),
    (Query("the States' report"), [(0, 10, 28)]),
    (Query("10\u00a0days"), [(1, 33, 40)]),
    (Query("10   days"), [(1, 33, 40)]),
    (Query("report,"), []),
    (Query(r"\d+ \w+", regex=True), [(1, 33, 40)]),
    (Query(r"^urges", regex=True), [(1, 0, 5), (2, 0, 5)]),
    (Query(r"x*", regex=True), []),
    (Query("."), [(2, 27, 28)]),
    (Query(""), []),
    (Query("Urges States"), [(1, 0, 12)]),
]


@pytest.mark.parametrize(("query", "places"), FOUND)
def test_matches(query: Query, places: list[tuple[int, int, int]]) -> None:
    found = find(WorkingText(BASE), query)
    assert [(one.start.position, one.start.place, one.end.place) for one in found] == places


def test_notes_are_searched_too() -> None:
    assert find_in_notes(WorkingText(BASE), Query("states")) == (NoteMatch(1, 14, 20),)


def test_all_are_replaced_in_one_step() -> None:
    working = WorkingText(BASE)
    rows = preview(working, Query("States"), "Members")
    assert [(row.label, row.after) for row in rows] == [
        ("PP1", "Recalling the Members’ report,"),
        ("OP1", "Urges Members, state by state, in 10 days;"),
        ("1", "Report of the Members."),
    ]
    assert replace_all(working, Query("States"), "Members", Selection.at(1, 40)) == 3
    assert texts(working)[:2] == ["Recalling the Members’ report^,", "Urges Members, state by state, in 10 days;"]
    assert working.entries[1].paragraph.runs[0] == Run("Urges", italic=True)
    assert working.notes[1].text == "Report of the Members."
    working.undo()
    assert working.draft() == BASE


def test_groups_and_marks() -> None:
    working = WorkingText(BASE)
    assert replace_all(working, Query(r"(\w+) by (\w+)", regex=True), r"\2 with \1", Selection()) == 1
    assert texts(working)[1] == "Urges States, state with state, in 10 days;"
    replace_all(working, Query("Urges"), r"Calls \1 upon", Selection())
    assert working.entries[1].paragraph.runs[0] == Run(r"Calls \1 upon", italic=True)
    assert working.entries[2].text == r"Calls \1 upon the Secretary-General."


def test_a_match_with_a_note_mark_in_it_is_not_replaced() -> None:
    working = WorkingText(BASE)
    assert replace_all(working, Query("report.,", regex=True), "text", Selection()) == 0
    assert working.draft() == BASE


def test_one_after_the_other() -> None:
    working = WorkingText(BASE)
    query = Query("Urges")
    first = replace_one(working, query, "Invites", Selection.at(0))
    assert first == Selection(Caret(1, 0), Caret(1, 5))
    second = replace_one(working, query, "Invites", first)
    assert second == Selection(Caret(2, 0), Caret(2, 5))
    assert replace_one(working, query, "Invites", second) is None
    assert [text.split()[0] for text in texts(working)] == ["Recalling", "Invites", "Invites"]
    assert working.undo_list.steps == 2


@pytest.mark.parametrize("pattern", ["(", "[a", "a{2,1}", "(?P<x", "(a+)+$", r"(\w+\s*)+$", ".*.*.*.*x", "*"])
def test_what_cannot_be_used_is_said_in_a_sentence(pattern: str) -> None:
    with pytest.raises(UnusablePattern) as raised:
        find(WorkingText(BASE), Query(pattern, regex=True))
    assert str(raised.value).endswith(".")


def test_a_replacement_of_no_group_is_said() -> None:
    working = WorkingText(BASE)
    with pytest.raises(UnusablePattern):
        replace_all(working, Query("Urges", regex=True), r"\1", Selection())
    assert working.draft() == BASE


@pytest.mark.parametrize(
    ("pattern", "long"),
    [
        (r"(a+)+", True), (r"(a|aa)+$", True), (r"(\w+ \w+)+", True), (r"(a?b?)+c", True), (r"([a-z]+)*$", True),
        (r"(\w*a)*$", True), (r"x.*.*.*y", True), (r".*a.*b.*c\d", True), (r"(.+)\1+\1+!", True),
        (r"(\w+ )+", False), (r"(and|or)+", False), (r"(the|this)+", False), (r".*report.*", False),
        (r"(?:\w+, )*and", False), (r"\d+/\d+", False), (r"\w+\s+\w+\s+\w+\s+\w+", False),
        (r"Requests.*report.*session", False), (r"^\s*\w+\s*$", False), (r"(\w+)\s+\1", False), (r"“[^”]*”", False),
    ],
)  # fmt: skip
def test_expressions_that_could_run_for_ever_are_known(pattern: str, long: bool) -> None:
    assert may_run_for_ever(pattern) is long


PIECES = st.sampled_from(["a", "b", "\\w", ".", " ", "[ab]", "(a|ab)", "a?"])
PATTERNS = st.recursive(
    PIECES,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        *(inner.map(form.format) for form in ("({})+", "({})*", "(?:{})?")),
    ),
    max_leaves=5,
)  # fmt: skip


@settings(deadline=None)  # the test has a limit of its own
@example("((?:a?)?ab)+")
@given(PATTERNS)
def test_no_expression_that_is_taken_holds_up_the_search(pattern: str) -> None:
    paragraph = Paragraph(Kind.TEXT, (Run("ab" * 20 + " a b ba " + "a" * 60 + "!"),))
    working = WorkingText(Draft((paragraph,)))
    start = time.perf_counter()
    with contextlib.suppress(UnusablePattern):
        find(working, Query(pattern + "z", regex=True))
    assert time.perf_counter() - start < 1.0


@given(st.text("ab ’'^", max_size=20), st.text("ab '", min_size=1, max_size=3), st.text("ab", max_size=3))
def test_what_is_not_matched_stays(words: str, sought: str, new: str) -> None:
    runs = tuple(Run(footnote=1) if letter == "^" else Run(letter, italic=letter == "a") for letter in words)
    working = WorkingText(Draft((Paragraph(Kind.TEXT, runs),), (Footnote(1, "1"),)))
    before = shown(working.entries[0].paragraph.runs)
    found = find(working, Query(sought))
    replace_all(working, Query(sought), new, Selection())
    after = shown(working.entries[0].paragraph.runs)
    assert len(after) == len(before) + sum(len(new) - (one.end.place - one.start.place) for one in found)
    assert after.count("\ufffc") == before.count("\ufffc")
