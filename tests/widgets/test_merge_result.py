"""What a merge shows of its conflicts: the table, the result as it is kept, what is said, and the answers."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from models.draft import Draft, Kind, Paragraph, Run
from models.merging import Choice, Conflict, merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.sided_words import SidedWords
from tests.models.merging.test_never_silently import changed, generated, text
from tests.models.merging.test_tables import text as table_text
from tests.widgets.merge_drafts import BASE, OURS, clashing_texts, read, table_of
from widgets.merge.answers import Answers
from widgets.merge.item_list import sum_words
from widgets.merge.laid import unanswered
from widgets.merge.paragraphs import spoken
from widgets.merge.result import in_rows, result_pieces, side_pieces
from widgets.merge.sentences import answered, in_list, in_words, question
from widgets.merge.table import MergeTable, merge_table
from widgets.paper.pieces import Mark

# The table


def test_counts_add_up_and_conflicts_come_in_their_order() -> None:
    table = table_of()
    assert table.counts.all == len(table.rows)
    assert sum_words(table) == "1 + 0 + 1 + 2"
    assert [(item.label, [one.kind for one in item.conflicts]) for item in table.conflicts] == [
        ("OP1", ["words"]),
        ("OP2", ["deleted"]),
    ]
    assert [item.label for item in table.combined] == ["OP3"]


@pytest.mark.parametrize("way", ["ours", "theirs", "base", "both"])
def test_a_settled_result_reads_as_the_merged_draft(way: str) -> None:
    table = table_of()
    choices = {one.key: Choice(way) for item in table.conflicts for one in item.conflicts}
    merged = table.merged(choices)
    assert not merged.open
    rows = {row.key: row for row in merged.rows}
    for item in table.items:
        expected = [merged.draft.paragraphs[at].text for at in rows[item.key].merged]
        assert [line for line in read(table, item, choices) if line] == expected, (item.label, way)


def test_notes_that_changed_of_what_the_other_side_deleted_are_shown() -> None:
    cited = "1. Decides to meet[^1] in Geneva in the spring;"
    base, theirs = (draft(cited, "2. Stresses peace.", notes={1: note}) for note in ("A/80/1.", "A/80/1/Corr.1."))
    table = merge_table(merge(base, draft("1. Stresses peace."), theirs))
    (item,) = table.conflicts
    shown = ["".join(piece.text for piece in side_pieces(table, item, side)[-1]) for side in (0, 2)]
    assert shown == ["(note: A/80/1.)", "(note: A/80/1/Corr.1.)"]
    assert side_pieces(table, item, 1) == ()
    assert "its notes changed in theirs" in in_list(item.conflicts[0])
    assert "(note: A/80/1/Corr.1.)" in read(table, item, {})[-1]


def test_words_written_by_hand_stand_in_the_result() -> None:
    table = table_of()
    item = table.conflicts[0]
    choices = {item.conflicts[0].key: Choice("written", "by June 2026")}
    assert "by June 2026" in read(table, item, choices)[0]
    assert "by June 2026" in table.merged(choices).draft.paragraphs[0].text


@pytest.mark.parametrize("way", ["ours", "theirs", "base", "both"])
def test_a_settled_result_looks_as_the_merged_draft(way: str) -> None:
    """The line of the adoption is italic, and so is the verb, wherever it comes from."""

    def texts(verb: str, number: str) -> Draft:
        act = Paragraph(Kind.OPERATIVE, (Run(verb, italic=True), Run(" States to act now.")))
        return Draft((act, Paragraph(Kind.CLOSING, (Run(f"{number} plenary meeting", italic=True),))))

    table = merge_table(merge(texts("Urges", "49th"), texts("Calls upon", "54th"), texts("Requests", "64th")))
    choices = {one.key: Choice(way) for item in table.conflicts for one in item.conflicts}
    made = {row.key: row.merged for row in table.merged(choices).rows}
    assert len(table.conflicts) == 2
    for item in table.conflicts:
        pieces = result_pieces(table, item, choices, unanswered(table))[0]
        shown = [(letter, one.italic) for one in pieces if one.mark is not Mark.SIDE for letter in one.text]
        (at,) = made[item.key]
        runs = table.merged(choices).draft.paragraphs[at].runs
        assert shown == [(letter, run.italic) for run in runs for letter in run.text]


def test_what_a_side_put_in_has_its_name_and_an_open_place_shows_both() -> None:
    table = table_of()
    said = " ".join(spoken(pieces) for pieces in result_pieces(table, table.conflicts[0], {}, unanswered(table)))
    assert "ours: (added: Reiterates its invitation to)" in said
    assert "theirs: (added: the)" in said
    assert "not settled" in said
    assert "2026" in said
    assert "May 2027" in said


def test_a_whole_paragraph_leaves_the_other_side_out() -> None:
    table = table_of()
    item = table.combined[0]
    assert "every year" in read(table, item, {})[0]
    assert read(table, item, {item.key: Choice("ours")}) == [OURS[1]]


def test_the_columns_say_what_is_not_there() -> None:
    table = table_of()
    gone = table.conflicts[1]
    assert side_pieces(table, gone, 1) == ()
    assert "eighty-first" in spoken(side_pieces(table, gone, 2)[0])


# What is said


@pytest.mark.parametrize(
    ("label", "words"),
    [("OP6", "Operative paragraph 6"), ("PP12", "Preambular paragraph 12"), ("footnote 3", "Footnote 3"), ("", None)],
)
def test_labels_in_words(label: str, words: str | None) -> None:
    assert in_words(label) == (words or "Without a number")


@pytest.fixture(scope="module")
def each() -> MergeTable:
    """A merge with one conflict of each kind."""
    return merge_table(merge(*clashing_texts()))


SAID = [
    ("note", "“80/143” against “79/212”", "What does the footnote say?", "“80/143”", "“79/212”"),
    ("kind", "Preambular paragraph, or plain text", "Of which kind is the paragraph?", "preambular paragraph",
     "plain text"),
    ("twice", "Number 2 bis for two paragraphs",
     "Which paragraph has number 2 bis? The other gets the next one that is free.",
     "“Praises the boat builders for their…”", "“Deplores the loss of nets in the autumn…”"),
    ("3:words", "In two forms: “Requests the Secretary-General", "Whose form does the paragraph have?",
     "“Requesting the Secretary-General", "seaweed; ¶ Calls upon"),
    ("4:words", "“Calls upon” against “Requests”", "Which words stand here?", "“Calls upon”", "“Requests”"),
    ("5:words", "Moved, and changed: “and to share hydrological data by July”",
     "Which words hold, and where? One answer settles both places.", "“and to share hydrological data by July” in OP5",
     "“and to share all hydrological data by August” in OP6"),
    ("9:deleted", "Deleted in ours, reworded in theirs", "Does it stay, or is it deleted?", "delete it", "keep it"),
    ("26:words", "“generous” against “kind”", "Which words stand here?", "“generous”", "“kind”"),
    ("moved", "Moved to two places", "Where does the paragraph stand?",
     "after OP9, “Welcomes with appreciation the generous…”", "after OP11, “Asks all donors without delay"),
    ("parted", "Before OP15, or after OP4", "Where does the paragraph stand?",
     "before OP15, “Emphasizes the need", "after OP4, “Stresses the role of women"),
    ("reference", "Paragraph 8 means two paragraphs", "Which paragraph does “paragraph 8” mean?",
     "“Decides to convene", "Urges States to pay"),
    ("under", "Under “Finance”, or under “Review”", "Under which heading does it stand?", "under “Finance”",
     "under “Review”"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "line", "asked", "ours", "theirs"), SAID, ids=[row[0] for row in SAID])
def test_each_kind_of_conflict_is_said_as_a_delegate_would(
    each: MergeTable, key: str, line: str, asked: str, ours: str, theirs: str
) -> None:
    found: Conflict = next(one for item in each.conflicts for one in item.conflicts if key in one.key)
    assert in_list(found).startswith(line)
    assert question(found) == asked
    for side, way, words in ((1, "ours", ours), (2, "theirs", theirs)):
        assert words in answered(found, way, lambda label, side=side: each.begins(side, label))


def test_an_open_place_of_a_clause_says_what_each_side_has_there(each: MergeTable) -> None:
    ends = [item for item in each.conflicts if item.conflicts[0].kind == "clause"]
    shown = [" ".join(map(spoken, result_pieces(each, item, {}, unanswered(each)))) for item in ends]
    assert "basin (not settled: nothing) (not settled: │ and to share all hydrological data by August)" in shown[0]
    assert "roofs (not settled: and to share hydrological data by July) (not settled: │ nothing)" in shown[1]


def test_two_forms_stand_one_under_the_other(each: MergeTable) -> None:
    item = next(item for item in each.conflicts if item.conflicts[0].kind == "shape")
    assert [spoken(one)[:12] for one in result_pieces(each, item, {}, unanswered(each))] == [
        "ours: (not s", "theirs: (not", "(not settled",
    ]  # fmt: skip


def test_rows_of_a_table_that_are_asked_about_as_a_whole_are_shown() -> None:
    texts = (
        ("State 2026 2027", "Fiji 3 2", "Chile 4 8"),
        ("State 2026 2027", "Chile 18 15", "Togo 3 2"),
        ("State 2026 2027", "Togo 5 8", "Fiji 3 2", "Chile 4 8"),
    )
    table = merge_table(merge(*map(table_text, texts)))
    (item,) = table.conflicts
    asked = item.conflicts[0]
    assert asked.choices == ("ours", "theirs", "base")
    assert read(table, item, {}) == [*asked.ours.split("\n"), *asked.theirs.split("\n")]
    lines = [spoken(one) for one in in_rows(table, item, side_pieces(table, item, 0))]
    assert lines == ["Fiji | 3 | 2"]
    for way in ("ours", "theirs"):
        choices = {asked.key: Choice(way)}
        kept = table.merged(choices)
        rows = {row.key: [kept.draft.paragraphs[at].text for at in row.merged] for row in kept.rows}
        assert read(table, item, choices) == rows[item.key]


# Answers


def test_each_answer_is_one_step_back(qapp: QApplication) -> None:
    table, answers = table_of(), Answers()
    first, second = table.conflicts
    assert answers.settle(first, 0, Choice("ours"))
    assert answers.settle(second, 0, Choice("theirs"))
    assert table.open(answers.choices) == 0
    answers.stack.undo()
    assert (first.settled(answers.choices), second.settled(answers.choices)) == (True, False)
    answers.stack.redo()
    assert table.open(answers.choices) == 0
    assert answers.ask_again(first)
    assert not first.settled(answers.choices)
    answers.stack.undo()
    assert first.settled(answers.choices)


def test_what_stays_open_is_left_in_brackets_as_one_step(qapp: QApplication) -> None:
    table, answers = table_of(), Answers()
    assert answers.leave_open(table.conflicts) == 2
    assert table.open(answers.choices) == 0
    assert answers.stack.count() == 1
    answers.stack.undo()
    assert table.open(answers.choices) == 2


def test_an_answer_that_does_not_fit_is_refused(qapp: QApplication) -> None:
    base = (*BASE, *(line.replace("the", "each") for line in BASE))
    first, rest = base[0], base[1:]
    table = table_of(base, (*rest[:3], first, *rest[3:]), (*rest, first))
    kinds = {one.kind: (item, at) for item in table.conflicts for at, one in enumerate(item.conflicts)}
    answers = Answers()
    item, at = kinds["moved"]
    assert not answers.settle(item, at, Choice("both"))
    assert answers.settle(item, at, Choice("theirs"))


# What always holds

WORDS = st.sampled_from(
    ["decides", "invites", "States", "report", "session", "water", "urges", "peace", "review", "funds"]
)
LINES = st.lists(WORDS, min_size=3, max_size=9).map(lambda words: " ".join(words).capitalize() + ";")


@st.composite
def edited(draw: st.DrawFn, base: tuple[str, ...]) -> tuple[str, ...]:
    """A side: some paragraphs of the base gone, some with other words, a new one here or there."""
    lines: list[str] = []
    for line in base:
        act = draw(st.sampled_from(("keep", "keep", "word", "more", "gone", "before")))
        if act == "before":
            lines.append(draw(LINES))
        words = line.split()
        if act == "word":
            words[draw(st.integers(0, len(words) - 1))] = draw(WORDS)
        if act == "more":
            words.insert(draw(st.integers(0, len(words) - 1)), draw(WORDS))
        if act != "gone":
            lines.append(" ".join(words))
    return tuple(lines or base)


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_the_page_shows_is_what_is_kept(data: st.DataObject) -> None:
    base = tuple(data.draw(st.lists(LINES, min_size=1, max_size=4)))
    table = table_of(base, data.draw(edited(base)), data.draw(edited(base)))
    assert table.counts.all == len(table.rows)
    choices: dict[str, Choice] = {}
    for item in table.conflicts:
        for one in item.conflicts:
            choices[one.key] = Choice(data.draw(st.sampled_from([way for way in one.choices if way != "written"])))
    merged = table.merged(choices)
    assert not merged.open
    rows = {row.key: row for row in merged.rows if row.key}
    for item in table.items:
        expected = [merged.draft.paragraphs[at].text for at in rows[item.key].merged]
        shown = [line for line in read(table, item, choices) if line]
        assert [line.split() for line in shown] == [line.split() for line in expected]


@given(st.integers(0, 10**9).map(Random))
@settings(max_examples=35, deadline=None)
def test_so_it_is_of_every_kind_of_conflict(chance: Random) -> None:
    words = SidedWords(chance, 5)
    lines = generated(chance, words)
    base = text(lines)
    sides = text(changed(chance, lines, words.of("o"))), text(changed(chance, lines, words.of("t")))
    table = merge_table(merge(base, *sides))
    choices = {
        one.key: Choice(chance.choice([way for way in one.choices if way != "written"]))
        for item in table.conflicts
        for one in item.conflicts
    }
    kept = table.merged(choices)
    rows = {row.key: [kept.draft.paragraphs[at].text for at in row.merged] for row in kept.rows if row.key}
    for item in table.items:
        assert [line.strip() for line in read(table, item, choices) if line] == rows[item.key]
