"""Finding and replacing, in paragraphs and notes."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.draft.agreed import agreed_words
from models.editing.acts.words_at import words_at
from models.editing.edit import Caret, Selection
from models.editing.found.finding import Findings, NoteMatch, Query, Searched, SearchTooLong, find, finds, searched
from models.editing.found.patterns import UnusablePattern
from models.editing.found.replaced_looks import in_place_of
from models.editing.found.replacing import (
    NothingReplaced,
    TextHasChanged,
    how_many_open,
    note_labels,
    opened_again,
    preview,
    replace_all,
    replace_one,
)
from models.editing.runs import shown
from models.editing.working import WorkingText
from tests.timed import soon

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


def found_in(working: WorkingText, query: Query) -> Findings:
    return find(searched(working), query)


def in_text(found: Findings) -> list[tuple[int, int, int]]:
    return [
        (one.place.start.position, one.place.start.place, one.place.end.place)
        for one in found.hits
        if isinstance(one.place, Selection)
    ]


def texts(working: WorkingText) -> list[str]:
    return [shown(entry.paragraph.runs).replace("\ufffc", "^") for entry in working.entries]


KOREAN = unicodedata.normalize("NFD", "\ub300\ud55c\ubbfc\uad6d \uc815\ubd80\ub294")

FOUND = [
    (Query("states"), [(0, 14, 20), (1, 6, 12)]),
    (Query("state"), [(0, 14, 19), (1, 6, 11), (1, 14, 19), (1, 23, 28)]),
    (Query("state", words=True), [(1, 14, 19), (1, 23, 28)]),
    (Query("State", case=True), [(0, 14, 19), (1, 6, 11)]),
    (Query("the States' report"), [(0, 10, 28)]),
    (Query("10\u00a0days"), [(1, 33, 40)]),
    (Query("10   days"), [(1, 33, 40)]),
    # A note mark parts no words; beside a match it is no part of it.
    (Query("report,"), [(0, 22, 30)]),
    (Query("report"), [(0, 22, 28)]),
    (Query(r"report.*", regex=True), [(0, 22, 30)]),
    (Query(r",$", regex=True), [(0, 29, 30)]),
    (Query(r"\d+ \w+", regex=True), [(1, 33, 40)]),
    (Query(r"^urges", regex=True), [(1, 0, 5), (2, 0, 5)]),
    (Query(r"x*", regex=True), []),
    (Query("."), [(2, 27, 28)]),
    (Query(""), []),
    (Query("Urges States"), [(1, 0, 12)]),
]


@pytest.mark.parametrize(
    ("words", "query", "places"),
    [
        ("大会决定采取行动，决定", Query("决定", words=True), [(2, 4), (9, 11)]),
        ("第70/1号决议", Query("70/1", words=True), [(1, 5)]),
        ("第70/12号决议", Query("70/1", words=True), []),
        ("第70/12号决议", Query(r"\d+/\d", regex=True, words=True), []),
        ("大会决定采取行动", Query("决.", regex=True, words=True), [(2, 4)]),
        ("A组和AB组", Query("A", words=True), [(0, 1)]),
        ("права, правами", Query("права", words=True), [(0, 5)]),
        ("الدول والدول", Query("الدول", words=True), [(0, 5)]),
    ],
)
def test_a_whole_word_of_chinese_needs_no_space(words: str, query: Query, places: list[tuple[int, int]]) -> None:
    assert [hit.span for hit in find(Searched(0, ((Run(words),),)), query).hits] == places


@pytest.mark.parametrize("words", ['"la mer"', "“la mer”", "«la mer»", "«\u00a0la mer\u00a0»", "„la mer“"])
def test_straight_quotation_marks_find_those_that_are_printed(words: str) -> None:
    working = WorkingText(Draft((Paragraph(Kind.TEXT, (Run(f"sur {words} et"),)),)))
    assert in_text(found_in(working, Query('"la mer"'))) == [(0, 4, 4 + len(words))]


@pytest.mark.parametrize(("query", "places"), FOUND)
def test_matches(query: Query, places: list[tuple[int, int, int]]) -> None:
    assert in_text(found_in(WorkingText(BASE), query)) == places


@pytest.mark.parametrize(
    ("words", "sought", "places", "then"),
    [
        ("Our cafe\u0301s, a caf\u00e9", "caf\u00e9", [(4, 9), (14, 18)], "Our xs, a x"),
        ("Our cafe\u0301s, a caf\u00e9", "cafe\u0301", [(4, 9), (14, 18)], "Our xs, a x"),
        # A letter is another without its accent.
        ("Our cafe\u0301s, a cafe", "cafe", [(14, 18)], "Our cafe\u0301s, a x"),
        ("\u0438\u0306 \u0439 \u0438", "\u0439", [(0, 2), (3, 4)], "x x \u0438"),
        ("\u2126 \u03a9 \u0958", "\u03a9", [(0, 1), (2, 3)], "x x \u0958"),
        ("\u1100\u1161\u11a8 \uac01", "\uac01", [(0, 3), (4, 5)], "x x"),
        ("e\u0323\u0302 \u1ec7 \u1eb9\u0302", "\u1ec7", [(0, 3), (4, 5), (6, 8)], "x x x"),
        # A syllable of a Korean word, and all of them one after the other; old vowels compose with nothing.
        (KOREAN, "\ubbfc", [(5, 8)], f"{KOREAN[:5]}x{KOREAN[8:]}"),
        (KOREAN, unicodedata.normalize("NFD", "\ub300\ud55c"), [(0, 5)], f"x{KOREAN[5:]}"),
        ("\u1100\u1161\u1100\u1161\u11a8\uac00\u11a8", "\uac01", [(2, 5), (5, 7)], "\u1100\u1161xx"),
        ("\u1100\u119e\u1100\u1161", "\uac00", [(2, 4)], "\u1100\u119ex"),
        # Hindi letters with a dot, of one sign or two; Tamil vowels around a letter; Arabic, Vietnamese and Greek.
        ("\u0958\u093e \u0915\u093c\u093e", "\u0958\u093e", [(0, 2), (3, 6)], "x x"),
        ("\u0928\u093c \u0929", "\u0929", [(0, 2), (3, 4)], "x x"),
        ("\u0b95\u0bc6\u0bbe \u0b95\u0bca", "\u0b95\u0bca", [(0, 3), (4, 6)], "x x"),
        ("\u0627\u0654 \u0623 \u0627", "\u0623", [(0, 2), (3, 4)], "x x \u0627"),
        ("Vi\u0065\u0323\u0302t Vi\u1ec7t", "Vi\u1ec7t", [(0, 6), (7, 11)], "x x"),
        ("\u03b1\u0313\u0301 \u1f04 \u03b1", "\u1f04", [(0, 3), (4, 5)], "x x \u03b1"),
        # Signs before and behind stand where they stood.
        ("e\u0301\u20d7 States e\u0301", "States", [(4, 10)], "e\u0301\u20d7 x e\u0301"),
    ],
)
def test_a_letter_is_found_however_it_is_written(
    words: str, sought: str, places: list[tuple[int, int]], then: str
) -> None:
    for query in (Query(sought, accents=True), Query(sought, regex=True), Query(sought, case=True)):
        working = WorkingText(Draft((Paragraph(Kind.TEXT, (Run(words),)),)))
        found = found_in(working, query)
        assert in_text(found) == [(0, start, end) for start, end in places]
        replace_all(working, Selection(), found, "x")
        assert texts(working) == [then]


def test_a_word_with_a_soft_hyphen_is_replaced_with_the_others() -> None:
    working = WorkingText(Draft((Paragraph(Kind.TEXT, (Run("a co\u00adop, coop, Coop"),)),)))
    found = found_in(working, Query("coop", case=True, accents=True))
    assert in_text(found) == [(0, 2, 7), (0, 9, 13)]
    replace_all(working, Selection(), found, "x")
    assert texts(working) == ["a x, x, Coop"]


@pytest.mark.parametrize(
    ("words", "sought", "places"),
    [
        ("Côte, cote, cote\u0301", "cote", [(0, 4), (6, 10), (12, 17)]),
        ("Côte, cote", "CÔTE", [(0, 4), (6, 10)]),
        ("Łódź, Lodz", "lodz", [(0, 4), (6, 10)]),
        ("й \u0438\u0306 и", "й", [(0, 1), (2, 4)]),
        ("й \u0438\u0306 и", "и", [(5, 6)]),
        ("всё, все", "все", [(0, 3), (5, 8)]),
        ("Ελλάδα ελλαδα", "ελλάδα", [(0, 6), (7, 13)]),
        ("الأمين الامين", "الامين", [(0, 6), (7, 13)]),
        ("عِلْماً علما", "علما", [(0, 7), (8, 12)]),
        ("الدولـــة", "الدوله", [(0, 9)]),
        ("\u05e9\u05b8\u05c1\u05dc", "\u05e9\u05dc", [(0, 4)]),
        ("\u0928\u093c \u0929 \u0928", "\u0929", [(0, 2), (3, 4)]),
        ("“où” ou", "ou", [(1, 3), (5, 7)]),
        ("a \u0301 b", "\u0301", [(2, 3)]),
        # Where a line may end, and which way it runs, is no letter; letters drawn as one are the same.
        ("co\u00adoperation, cooperation", "cooperation", [(0, 12), (14, 25)]),
        ("cooperation", "co\u00adoperation", [(0, 11)]),
        ("a \u00adb", "\u00ad", [(2, 3)]),
        ("\ufb01nance finance e\ufb03cient", "fi", [(0, 1), (7, 9), (16, 17)]),
        ("\u00ad\ufb01x a\u00adb", "b", [(6, 7)]),
        ("\u00ad\ufb01x a\u00adb", "fix", [(1, 3)]),
        ("œuvres Œuvres oeuvres", "oeuvres", [(0, 6), (7, 13), (14, 21)]),
        ("l’œuvre oe", "œ", [(2, 3), (8, 10)]),
        ("æther Straße", "ss", [(10, 11)]),
        ("\ufefb \u0644\u0627", "\u0644\u0627", [(0, 1), (2, 4)]),
        ("\uff21\uff12 A2", "a2", [(0, 2), (3, 5)]),
    ],
)
def test_accents_count_for_nothing_where_nothing_tells_them_apart(
    words: str, sought: str, places: list[tuple[int, int]]
) -> None:
    found = found_in(WorkingText(Draft((Paragraph(Kind.TEXT, (Run(words),)),))), Query(sought))
    assert in_text(found) == [(0, start, end) for start, end in places]


@pytest.mark.parametrize("words", [KOREAN, "\u0958\u093e", "q\u0301\u0323e", "Vie\u0323\u0302t", "\u0b95\u0bc6\u0bbe"])
def test_no_sign_is_found_twice(words: str) -> None:
    found = in_text(found_in(WorkingText(Draft((Paragraph(Kind.TEXT, (Run(words),)),))), Query(".", regex=True)))
    assert [start for _, start, _ in found] == [0, *(end for _, _, end in found[:-1])]
    assert found[-1][2] == len(words)


@pytest.mark.parametrize("text", ["^", "$", r"\b", "^|$"])
def test_an_expression_of_places_alone_says_so(text: str) -> None:
    made = WorkingText(BASE)
    with pytest.raises(UnusablePattern, match="places between letters"):
        find(searched(made), Query(text, regex=True))
    assert find(searched(made), Query("^Urges", regex=True)).hits


def test_words_looked_for_are_selected() -> None:
    noted = BASE.paragraphs[0]
    assert words_at(noted, 4, "REPORT") == Selection(Caret(4, 22), Caret(4, 28))
    assert words_at(noted, 4, ",") == Selection(Caret(4, 29), Caret(4, 30))
    assert words_at(noted, 4, "nowhere") == words_at(noted, 4, "") == Selection.at(4)


def test_notes_come_after_the_text() -> None:
    found = found_in(WorkingText(BASE), Query("states"))
    assert [hit.place for hit in found.hits][2:] == [NoteMatch(1, 14, 20)]
    assert (found.at(NoteMatch(1, 14, 20)), found.at(NoteMatch(1, 14, 19)), found.at(Selection.at(1, 6))) == (
        2,
        None,
        None,
    )
    assert (found.after(NoteMatch(1, 14, 20)), found.before(NoteMatch(1, 14, 20))) == (0, 1)
    assert (found.after(Selection.at(2)), found.before(Selection.at(0)), found.around(Selection.at(1, 8))) == (2, 2, 1)


def test_all_are_replaced_in_one_step() -> None:
    working = WorkingText(BASE)
    found = found_in(working, Query("States"))
    rows = preview(working, found, "Members")
    assert [(row.label, row.left + row.new + row.right) for row in rows] == [
        ("PP1", "Recalling the Members’ report,"),
        ("OP1", "Urges Members, state by state, in 10 days;"),
        ("Note 1", "Report of the Members."),
    ]
    assert replace_all(working, Selection.at(1, 40), found, "Members") == 3
    assert texts(working)[:2] == ["Recalling the Members’ report^,", "Urges Members, state by state, in 10 days;"]
    assert working.entries[1].paragraph.runs[0] == Run("Urges", italic=True)
    assert working.notes[1].text == "Report of the Members."
    working.undo()
    assert working.draft() == BASE


def test_groups_and_marks() -> None:
    working = WorkingText(BASE)
    found = found_in(working, Query(r"(\w+) by (\w+)", regex=True))
    assert replace_all(working, Selection(), found, r"\2 with \1") == 1
    assert texts(working)[1] == "Urges States, state with state, in 10 days;"
    replace_all(working, Selection(), found_in(working, Query("Urges")), r"Calls \1 upon")
    assert working.entries[1].text.startswith(r"Calls \1 upon States")
    assert working.entries[1].paragraph.runs[0] == Run("Calls", italic=True)
    assert working.entries[2].text == r"Calls \1 upon the Secretary-General."


@pytest.mark.parametrize(
    ("looked_for", "text", "runs"),
    [
        (
            "Urges States",
            "Requests States",
            (Run("Requests", italic=True), Run(" States, state by state, in 10 days;")),
        ),
        ("Urges States", "Requests all", (Run("Requests", italic=True), Run(" all, state by state, in 10 days;"))),
        ("Urges States", "Takes note of", (Run("Takes note", italic=True), Run(" of, state by state, in 10 days;"))),
        ("Urges States", "Urges all", (Run("Urges", italic=True), Run(" all, state by state, in 10 days;"))),
        ("States, state", "all", (Run("Urges", italic=True), Run(" all by state, in 10 days;"))),
        ("Urges States, ", "", (Run("state by state, in 10 days;"),)),
        ("Urges", "Takes note of", (Run("Takes note", italic=True), Run(" of States, state by state, in 10 days;"))),
        ("Urges", "Urges all", (Run("Urges", italic=True), Run(" all States, state by state, in 10 days;"))),
        ("Urges", "Strongly urges", (Run("Strongly urges", italic=True), Run(" States, state by state, in 10 days;"))),
        ("Urge", "Take note of", (Run("Take note ofs", italic=True), Run(" States, state by state, in 10 days;"))),
    ],
)
def test_what_replaces_an_opening_and_more_is_in_italics_as_far_as_it_opens(
    looked_for: str, text: str, runs: tuple[Run, ...]
) -> None:
    working = WorkingText(BASE)
    replace_all(working, Selection(), found_in(working, Query(looked_for, case=True)), text)
    assert working.entries[1].paragraph.runs == runs


def test_what_a_group_holds_keeps_its_looks() -> None:
    title = Run("Statute", italic=True)
    words = (Run("["), Run("Urges", italic=True), Run(" the "), title, Run(" of Rome];"))
    working = WorkingText(Draft((Paragraph(Kind.OPERATIVE, words),)))
    replace_all(working, Selection(), found_in(working, Query(r"\[([^]]*)\]", regex=True)), "$1")
    assert working.entries[0].paragraph.runs == (*words[1:4], Run(" of Rome;"))


@pytest.mark.parametrize(
    ("opening", "rest", "new", "then"),
    [
        ("Takes note with appreciation", " of it", "Welcomes the book with appreciation of it", "Welcomes"),
        ("Takes note", " of it", "Takes note with appreciation of it", "Takes note with appreciation"),
        ("Recalling also", " its words", "Recalling its words", "Recalling"),
        ("Toma nota", " del informe", "Toma nota con aprecio del informe", "Toma nota con aprecio"),
        ("回顾", "其决议", "又回顾其决议", "又回顾"),
        ("Urges", " [the] it", "Urges the it", "Urges"),
    ],
)
def test_words_that_an_opening_has_in_common_do_not_widen_or_narrow_its_italics(
    opening: str, rest: str, new: str, then: str
) -> None:
    working = WorkingText(Draft((Paragraph(Kind.TEXT, (Run(opening, italic=True), Run(rest))),)))
    replace_all(working, Selection(), found_in(working, Query(opening + rest)), new)
    assert working.entries[0].paragraph.runs == (Run(then, italic=True), Run(new.removeprefix(then)))


@pytest.mark.parametrize(
    ("words", "sought", "new", "then"),
    [
        ("the Rome Statute^ of the Court", "Statute of the Court", "Treaty", "the Rome Treaty^"),
        ("the Rome Statute^ of the Court", "Statute of the", "Treaty of the", "the Rome Treaty^ of the Court"),
        ("the Rome Statute^ of the Court", "Statute of", "Statute for", "the Rome Statute^ for the Court"),
        ("the Rome Statute^ of the Court", "Rome Statute", "Treaty", "the Treaty^ of the Court"),
        ("the Rome Statute^ of the Court", " Statute of", "", "the Rome^ the Court"),
        ("the Rome Statute^", ".*", "Z", "Z^"),
        ("^ the Rome^^ Statute^", "the .*", "Z", "^ Z^^^"),
        ("the Rome^ Statute of^ it", "Rome Statute", "A B", "the A B^ of^ it"),
        ("the [Rome^ Statute] of", r"\[(.*)\]", "$1", "the Rome^ Statute of"),
        ("the Rome,^ and it", "Rome, and", "Bonn, or", "the Bonn,^ or it"),
        ("in Rome^ to meet^ now", "in Rome to meet now", "to meet in Rome now", "to meet^ in Rome^ now"),
    ],
)
def test_note_marks_within_what_is_replaced_stay(words: str, sought: str, new: str, then: str) -> None:
    runs = tuple(Run(footnote=1) if sign == "^" else Run(sign) for sign in words)
    working = WorkingText(Draft((Paragraph(Kind.TEXT, runs),), (Footnote(1, "1"),)))
    found = found_in(working, Query(sought, regex=True))
    assert replace_all(working, Selection(), found, new) == 1
    assert texts(working) == [then]
    working.undo()
    again = found_in(working, Query(sought, regex=True))
    behind = replace_one(working, Selection(), again, new, 0)
    assert texts(working) == [then]
    assert isinstance(behind, Selection)
    assert behind.head.place <= working.entries[0].length


def test_one_after_the_other() -> None:
    working = WorkingText(BASE)
    place: Selection | NoteMatch = Selection.at(0)
    for _ in range(3):
        found = found_in(working, Query("States"))
        place = replace_one(working, Selection.at(0), found, "Members", found.around(place))
    assert place == NoteMatch(1, 21, 21)
    assert texts(working)[:2] == ["Recalling the Members’ report^,", "Urges Members, state by state, in 10 days;"]
    assert working.notes[1].text == "Report of the Members."
    assert working.undo_list.steps == 3


def test_the_preview_names_paragraphs_of_a_report_by_their_numbers() -> None:
    lines = (("11", "The members:"), ("(a)", "All members;"), (None, "members without a number"))
    draft = Draft(tuple(Paragraph(Kind.TEXT, (Run(words),), number=number) for number, words in lines))
    working = WorkingText(draft)
    found = found_in(working, Query("members"))
    assert [row.label for row in preview(working, found, "States")] == ["11", "11 (a)", "Text"]


def test_what_is_left_out_of_the_preview_stays() -> None:
    working = WorkingText(BASE)
    assert replace_all(working, Selection(), found_in(working, Query("States")), "Members", {0, 2}) == 1
    assert texts(working)[0] == "Recalling the States’ report^,"
    assert working.notes[1].text == "Report of the States."


AGREED = [
    ("States", "Members", "OP1 OP2", [{0, 1}, {2}]),
    ("States", "Members", "OP2", [{2}]),
    ("States", "states", "OP1", [{0, 1}]),
    ("States", "States", "OP1 OP2", []),
    ("Urges", "[Urges]", "OP1", [{0}]),
    (r"\W\Z", "", "OP1 OP2 OP3", []),
    ("States", "Members", "OP3", []),
    ("in", "to", "OP4", []),
]
"""What by what in which agreed paragraphs, and the numbers of the hits that open each of them."""


@pytest.mark.parametrize(("old", "new", "agreed", "opens"), AGREED)
def test_which_agreed_paragraphs_are_open_again(old: str, new: str, agreed: str, opens: list[set[int]]) -> None:
    lines = ("Urges States and States;", "Thanks States;", "Decides to meet [again;", "Remains in place;", "Ends.]")
    working = WorkingText(Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(words),)) for words in lines)))
    known = {agreed_words(working.entries[int(label[2:]) - 1].paragraph) for label in agreed.split()}
    found = found_in(working, Query(old, regex="\\" in old, case=True))
    assert [set(one) for one in opened_again(working, found, new, known)] == opens
    assert how_many_open(opened_again(working, found, new, known), {0, 2}) == sum(one > {0} for one in opens)
    if len(opens) == 2:
        replace_all(working, Selection(), found, new, {0, 2}, known)
        told = "2 left as they are, as you chose; 1 paragraph that was agreed ad ref is open again"
        assert working.undo_list.last is not None
        assert working.undo_list.last.told == told


def test_a_note_that_now_reads_as_another_becomes_that_one() -> None:
    paragraphs = tuple(Paragraph(Kind.OPERATIVE, (Run("Decides"), Run(footnote=note))) for note in (1, 2, 3))
    notes = tuple(Footnote(at, str(at), (Run(words),)) for at, words in enumerate(("57/1.", "58/1.", "Ibid."), 1))
    working = WorkingText(Draft(paragraphs, notes))
    replace_all(working, Selection(), found_in(working, Query("58")), "57")
    assert [note.text for note in working.draft().footnotes] == ["57/1.", "Ibid."]
    assert [entry.paragraph.footnotes for entry in working.entries] == [(1,), (1,), (3,)]
    working.undo()
    assert working.draft() == Draft(paragraphs, notes)


def test_what_was_found_before_a_change_is_not_replaced() -> None:
    working = WorkingText(BASE)
    found = found_in(working, Query("Urges"))
    replace_all(working, Selection(), found, "Invites")
    with pytest.raises(TextHasChanged):
        replace_all(working, Selection(), found, "Invites")


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        "[a",
        "a{2,1}",
        "(?P<x",
        "*",
        "(?V1)a",
        "((a{90}){90}){90}",
        r"\d{9999999999}",
        "(?#[)(?:a{9999}){9999}(?#])",
        "(?x)a#[\n(?:a{9999}){9999}#]",
        r"\[(?:a{9999}){9999}]",
        "[[:foo:](?:a{9999}){9999}]",
        "a(?R)?b",
        "(a(?1)?b)",
        "((?-1)?b)",
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(pattern: str) -> None:
    with pytest.raises(UnusablePattern) as raised:
        found_in(WorkingText(BASE), Query(pattern, regex=True))
    assert str(raised.value).endswith(".")


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("migr[ation(", r"“[” has no “]”: close it, or write \[ for the sign itself."),
        ("a(b", r"“(” has no “)”: close it, or write \( for the sign itself."),
        ("a)b", r"“)” has no “(” before it: open it, or write \) for the sign itself."),
        (
            r"\1",
            r"The expression names a group that it does not have; a first group is “( )”, and \1 is what it found.",
        ),
        (r"\p{zz}", "This expression cannot be understood; correct it, or use plain words."),
    ],
)
def test_what_is_wrong_is_said_without_the_words_of_programmers(pattern: str, said: str) -> None:
    with pytest.raises(UnusablePattern) as raised:
        found_in(WorkingText(BASE), Query(pattern, regex=True))
    assert str(raised.value) == said


@pytest.mark.parametrize(
    "pattern",
    [
        "(?i:ab){40000}",
        ".{200}.{600}",
        "[{9999}](a{99}){99}",
        "(x{300}|y{900}){40}",
        "(?#a)b{9}",
        "(?P<of_ten_letters>a){9999}",
    ],
)
def test_numbers_that_stand_side_by_side_are_not_too_large(pattern: str) -> None:
    assert not found_in(WorkingText(BASE), Query(pattern, regex=True)).hits


@pytest.mark.parametrize("pattern", ["(){9999999}", "((){9999}){9999}"])
def test_nothing_that_is_to_come_very_often_takes_no_memory(pattern: str) -> None:
    with pytest.raises(UnusablePattern, match="too large"):
        found_in(WorkingText(BASE), Query(pattern, regex=True))


def test_letters_that_come_often_are_found() -> None:
    found = find(
        Searched(0, ((Run("a" * 60 + " 12345 {100000000}"),),)), Query(r"(a{20}){3} \d{5} \{10{8}\}", regex=True)
    )
    assert [hit.span for hit in found.hits] == [(0, 78)]


def test_a_replacement_of_no_group_is_said() -> None:
    working = WorkingText(BASE)
    with pytest.raises(UnusablePattern):
        replace_all(working, Selection(), found_in(working, Query("Urges", regex=True)), r"\1")
    assert working.draft() == BASE


@pytest.mark.parametrize(
    ("replacement", "after"),
    [
        (r"\0", "Urges all,"),
        (r"[\0]", "[Urges] all,"),
        (r"\0 and \0", "Urges and Urges all,"),
        (r"\g<0>", "Urges all,"),
        (r"\\0", r"\0 all,"),
        (r"\\\0", r"\Urges all,"),
        (r"a\nb", "a b all,"),
        ("$0", "Urges all,"),
        ("[$0] $", "[Urges] $ all,"),
        ("$$0 $$$0", "$0 $Urges all,"),
        (r"\$0", "$0 all,"),
        ("US$ a $b", "US$ a $b all,"),
    ],
)
def test_all_that_was_found_comes_back(replacement: str, after: str) -> None:
    working = WorkingText(Draft((Paragraph(Kind.PREAMBULAR, (Run("Urges all,"),)),)))
    found = found_in(working, Query("Urges", regex=True))
    (row,) = preview(working, found, replacement)
    assert row.new + row.right == after
    with suppress(NothingReplaced):
        replace_all(working, Selection(), found, replacement)
    assert working.entries[0].text == after


@pytest.mark.parametrize(
    ("replacement", "after"),
    [
        (r"\2 \1", "2030 May"),
        ("$2 $1", "2030 May"),
        ("$02/$01", "2030/May"),
        ("$10 $21", "May0 20301"),
        ("US$$$2", "US$2030"),
        ("${2}1 ${01} $${1}", "20301 May ${1}"),
    ],
)
def test_groups_are_written_as_in_other_programs(replacement: str, after: str) -> None:
    working = WorkingText(Draft((Paragraph(Kind.TEXT, (Run("May 2030"),)),)))
    found = found_in(working, Query(r"(\w+) (\d+)", regex=True))
    (row,) = preview(working, found, replacement)
    replace_all(working, Selection(), found, replacement)
    assert (row.new, working.entries[0].text) == (after, after)


def test_a_dollar_sign_before_a_figure_that_is_no_group_is_told() -> None:
    working = WorkingText(BASE)
    with pytest.raises(UnusablePattern, match=r"\$1 for the first and \$\$ for a dollar sign"):
        replace_all(working, Selection(), found_in(working, Query("Urges", regex=True)), "US$5 million")
    assert working.draft() == BASE
    replace_all(working, Selection(), found_in(working, Query("Urges")), "US$5")
    assert any("US$5 " in entry.text for entry in working.entries)


@pytest.mark.parametrize(
    ("replacement", "said"),
    [
        (r"a\07", r"U\+0007.*leave it out, or write \\0 for all that was found\.$"),
        (r"\01", r"U\+0001"),
        (r"\x1b", r"U\+001B"),
        (r"\a", r"U\+0007"),
    ],
)
def test_a_replacement_that_no_text_can_hold_is_refused(replacement: str, said: str) -> None:
    working = WorkingText(BASE)
    found = found_in(working, Query("Urges", regex=True))
    for act in (preview, lambda *of: replace_all(of[0], Selection(), *of[1:])):
        with pytest.raises(UnusablePattern, match=said):
            act(working, found, replacement)
    assert working.draft() == BASE


@pytest.mark.parametrize("pattern", [r"(a|aa)+$", r"(?:a|a)+\d"])
def test_an_expression_that_would_run_for_ever_is_given_up(pattern: str) -> None:
    words = (Run("ab" * 40 + " a b ba " + "a" * 200 + "!"),)
    text = searched(WorkingText(Draft((Paragraph(Kind.TEXT, words),))))

    def given_up() -> None:
        with pytest.raises(SearchTooLong):
            find(text, Query(pattern, regex=True), longest=0.05)

    soon(given_up, 5)


def test_a_search_nobody_wants_any_more_stops() -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        find(searched(WorkingText(BASE)), Query("a"), go_on=stop)


PIECES = st.sampled_from(
    ["a", "b", r"\w", ".", " ", "[ab]", "(a|ab)", "a?", r"\s", r"[^a]", r"\b", "^", "$", "A", r"\d", "'"]
)
PATTERNS = st.recursive(
    PIECES,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        *(inner.map(form.format) for form in ("({})+", "({})*?", "(?:{})?", "({}){{1,2}}", "(?={})", "(?<!a{})")),
    ),
    max_leaves=5,
)  # fmt: skip


@given(PATTERNS, st.text("abA '1\n", max_size=14), st.booleans())
def test_expressions_mean_what_they_mean_in_python(pattern: str, words: str, case: bool) -> None:
    try:
        known = re.compile(pattern, re.NOFLAG if case else re.IGNORECASE)
    except re.error:
        return
    working = WorkingText(Draft((Paragraph(Kind.TEXT, (Run(words),)),)))
    if re.fullmatch(r"(?:[\^$()|]|\\[bBAZ])+", pattern):
        return  # it says so, as above
    found = found_in(working, Query(pattern, regex=True, case=case))
    # What holds no letter is none of ours.
    assert [place[1:] for place in in_text(found)] == [one.span() for one in known.finditer(words) if one.group()]


@given(st.text("ab ’'^", max_size=20), st.text("ab '", min_size=1, max_size=3), st.text("ab", max_size=3))
def test_what_is_not_matched_stays(words: str, sought: str, new: str) -> None:
    runs = tuple(Run(footnote=1) if letter == "^" else Run(letter, italic=letter == "a") for letter in words)
    working = WorkingText(Draft((Paragraph(Kind.TEXT, runs),), (Footnote(1, "1"),)))
    before = shown(working.entries[0].paragraph.runs)
    found = found_in(working, Query(sought))
    with suppress(NothingReplaced):
        replace_all(working, Selection(), found, new)
    after = shown(working.entries[0].paragraph.runs)
    assert len(after) == len(before) + sum(len(new) - len(hit.match[0]) for hit in found.hits)
    assert after.count("\ufffc") == before.count("\ufffc")


_ONCE, _TWICE = "A/80/1.", "A/80/11."


@pytest.mark.parametrize(
    ("notes", "sought", "new", "then", "cites", "labels"),
    [
        # All are replaced before any is joined: none reads as another in the end.
        ([_ONCE, _TWICE], "A/80/1", "A/80/11", ["A/80/11.", "A/80/111."], [1, 2], ["Note 1", "Note 2"]),
        ([_TWICE, _ONCE], "A/80/1", "A/80/11", ["A/80/111.", "A/80/11."], [1, 2], ["Note 1", "Note 2"]),
        (["57/1.", "58/1."], "58", "57", ["57/1."], [1, 1], ["Note 2, then one with 1"]),
        (["57/1.", "58/1."], "57", "58", ["58/1."], [2, 2], ["Note 1, then one with 2"]),
        (
            ["56/1.", "57/1.", "58/1."], r"5[678]", "60", ["60/1."], [1, 1, 1],
            ["Note 1", "Note 2, then one with 1", "Note 3, then one with 1"],
        ),
        (["1.", "2.", "12."], r"^1(?=\.)", "2", ["2.", "12."], [2, 2, 3], ["Note 1, then one with 2"]),
    ],
)  # fmt: skip
def test_notes_are_joined_once_all_are_replaced_and_the_preview_says_so(
    notes: list[str], sought: str, new: str, then: list[str], cites: list[int], labels: list[str]
) -> None:
    paragraphs = tuple(Paragraph(Kind.OPERATIVE, (Run("Decides"), Run(footnote=at + 1))) for at in range(len(notes)))
    footnotes = tuple(Footnote(at, str(at), (Run(words),)) for at, words in enumerate(notes, 1))
    working = WorkingText(Draft(paragraphs, footnotes))
    found = found_in(working, Query(sought, regex=True))
    assert [row.label for row in preview(working, found, new)] == labels
    replace_all(working, Selection(), found, new)
    assert [note.text for note in working.draft().footnotes] == then
    assert [entry.paragraph.footnotes[0] for entry in working.entries] == cites
    working.undo()
    assert working.draft().footnotes == footnotes


@pytest.mark.parametrize(
    ("skipped", "labels"),
    [
        ((), ["Note 1", "Note 2, then one with 1", "Note 3, then one with 1"]),
        ({0}, ["Note 1", "Note 2", "Note 3, then one with 2"]),
        ({1}, ["Note 1", "Note 2", "Note 3, then one with 1"]),
        ({0, 1}, ["Note 1", "Note 2", "Note 3"]),
    ],
)
def test_labels_of_notes_say_what_becomes_of_those_that_are_ticked(skipped: set[int], labels: list[str]) -> None:
    paragraphs = tuple(Paragraph(Kind.OPERATIVE, (Run("Decides"), Run(footnote=at))) for at in (1, 2, 3))
    notes = tuple(Footnote(at, str(at), (Run(f"5{at}/1."),)) for at in (1, 2, 3))
    working = WorkingText(Draft(paragraphs, notes))
    found = found_in(working, Query(r"5\d", regex=True))
    assert list(note_labels(working, found, "60", skipped).values()) == labels
    replace_all(working, Selection(), found, "60", skipped)
    one_with = sum("one with" in label for label in labels)
    assert len(working.draft().footnotes) == 3 - one_with


def test_words_replaced_by_the_same_words_say_so() -> None:
    working = WorkingText(BASE)
    found = found_in(working, Query("States"))
    with pytest.raises(NothingReplaced, match="reads so already"):
        replace_all(working, Selection(), found, "States")
    assert working.undo_list.last is None
    assert replace_all(working, Selection(), found, "Parties") == len(found.hits)


def test_a_search_finds_words_that_stand_alone() -> None:
    assert finds(Query(r"(\d+) per cent", regex=True), "20 per cent")
    assert not finds(Query(r"(\d+) per cent", regex=True), "20 per cent,")
    assert not finds(Query("(", regex=True), "(")


def test_what_has_no_label_is_named_in_a_preview() -> None:
    cell = Paragraph(Kind.TEXT, (Run("2 per cent"),), cell=(0, 1, 2))
    working = WorkingText(Draft((Paragraph(Kind.MASTHEAD, (Run("One per cent"),)), cell)))
    rows = preview(working, found_in(working, Query("per cent")), "%")
    assert [row.label for row in rows] == ["Masthead line", "Row 2, column 3"]


@pytest.mark.parametrize(
    ("words", "sought", "new", "then"),
    [
        (
            "International cooperation and international aid",
            "international",
            "global",
            "Global cooperation and global aid",
        ),
        ("INTERNATIONAL COOPERATION", "international", "global", "GLOBAL COOPERATION"),
        ("International aid", "international", "the world’s", "The world’s aid"),
        ("Aid, and aid", "aid", "“assistance”", "“Assistance”, and “assistance”"),
        ("Международный фонд", "международный", "глобальный", "Глобальный фонд"),
        ("L’Assemblée, l’assemblée", "l’assemblée", "le Conseil", "Le Conseil, le Conseil"),
        ("国际合作", "国际", "全球", "全球合作"),
        ("A aid", "a ", "one ", "One aid"),
        # As typed where it is found as it was typed, or the new words are a name in the place of its letters.
        ("The EU and the eu", "EU", "European Union", "The European Union and the European Union"),
        ("The EU", "eu", "European Union", "The European Union"),
        ("All States, a State", "State", "state", "All states, a state"),
        ("in Kenya", "Kenya", "the Republic of Kenya", "in the Republic of Kenya"),
        ("all states", "STATES", "Parties", "all Parties"),
        ("A State, a state", "state", "state", "A state, a state"),
    ],
)
def test_capitals_of_what_is_replaced_stay(words: str, sought: str, new: str, then: str) -> None:
    made = WorkingText(Draft((Paragraph(Kind.OPERATIVE, (Run(words),)),)))
    found = found_in(made, Query(sought, accents=True))
    rows = preview(made, found, new)
    replace_all(made, Selection(), found, new)
    assert made.entries[0].text == then
    assert re.search(".*".join(re.escape(row.new) for row in rows), then), "the preview shows what will stand there"
    made.undo()
    for query, by in (
        (Query(sought, accents=True, case=True), new),
        (Query(re.escape(sought), regex=True, accents=True), new),
    ):
        found = found_in(made, query)
        assert {row.new for row in preview(made, found, by)} <= {by}


def test_words_of_very_many_looks_are_replaced_at_once() -> None:
    old = tuple(Run(f"w{at} ", italic=at % 2 == 0) for at in range(2_000))
    words = "".join(run.text for run in old)
    come = soon(lambda: in_place_of(old, words.replace(" ", " and ")), 1)
    assert [run.italic for run in come[:4]] == [True, False, True, False]
