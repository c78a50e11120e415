"""What leaves with a file is counted, words of notes apart from those of the text, as everywhere."""

from __future__ import annotations

import pytest

from models.circulation.outgoing import outgoing, words_in_and_out
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run


def draft(words: str, note: str = "") -> Draft:
    runs = (Run("Recalling", italic=True), Run(f" {words},"), *([Run(footnote=1)] if note else []))
    notes = (Footnote(1, "1", (Run(note),)),) if note else ()
    return Draft((Paragraph(Kind.PREAMBULAR, runs),), notes)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (draft("its text"), draft("its text", "Resolution 57/270 B."), "0 words in, 0 out; in footnotes 3 in, 0 out"),
        (draft("its text", "See A/57/1."), draft("its text"), "0 words in, 0 out; in footnotes 0 in, 2 out"),
        (draft("its text", "Ibid."), draft("its text and annex", "Ibid."), "2 words in, 0 out"),
        (draft("its text"), draft("its text"), "0 words in, 0 out"),
    ],
)
def test_words_of_notes_are_counted_apart(old: Draft, new: Draft, told: str) -> None:
    assert words_in_and_out(compare(old, new)) == told


def test_insertions_and_deletions_are_those_a_reader_sees() -> None:
    lines = outgoing(
        draft("its resolution", "Ibid."), compare(draft("its decision"), draft("its resolution")), "France"
    )
    assert lines == ["Text, footnotes", "1 insertion, 1 deletion", "One author: “France”"]


def test_insertions_and_deletions_of_notes_count_and_all_authors_are_named() -> None:
    before, after = draft("its decision", "See A/57/1."), draft("its decision", "See A/57/2.")
    masthead = Draft((Paragraph(Kind.MASTHEAD, (Run("Second Committee"),)), *after.paragraphs), after.footnotes)
    assert outgoing(after, compare(before, after), "Adref", ("Anna Amato", "", "Adref")) == [
        "Text, footnotes",
        "1 insertion, 1 deletion",
        "3 authors: “Adref”, “Anna Amato”, nobody named",
    ]
    assert outgoing(masthead) == ["Text, footnotes, masthead"]


def test_moves_are_named_where_there_are_any() -> None:
    lines = ("Recalling its resolution 1/1,", "Noting the report on the water of the lake,", "Decides to meet again.")
    before, after = (
        Draft(tuple(Paragraph(Kind.TEXT, (Run(line),)) for line in order))
        for order in (lines, (lines[1], lines[0], lines[2]))
    )
    assert outgoing(after, compare(before, after)) == ["Text", "0 insertions, 0 deletions, 1 move"]
