"""Words with their looks: nothing lost, nothing added, and every look from the right draft."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run, tidy_runs
from models.forms.pieces import Line, lines

words = st.sampled_from(["Decides", "to", "meet", "soon,", "[", "]", "\n", "a high-level dialogue", "État", ";"])
run = st.builds(
    lambda text, italic, bold: Run(" ".join(text), italic=italic, bold=bold),
    st.lists(words, min_size=1, max_size=4), st.booleans(), st.booleans(),
)  # fmt: skip
note = st.sampled_from([Run(footnote=1), Run(footnote=2)])
paragraph = st.builds(
    lambda runs, kind: Paragraph(kind, tuple(runs)),
    st.lists(st.one_of(run, run, note), max_size=5), st.sampled_from([Kind.OPERATIVE, Kind.PREAMBULAR, Kind.TEXT]),
)  # fmt: skip
NOTES = (Footnote(1, "1", (Run("A/58/98."),)), Footnote(2, "2", (Run("Resolution 55/2."),)))
draft = st.builds(lambda paragraphs: Draft(tuple(paragraphs), NOTES), st.lists(paragraph, max_size=6))


def printed(line: Line, gone: str) -> tuple[Run, ...]:
    """The runs that a line says its paragraph has; `gone` is the operation of the other side."""
    runs = [
        Run(footnote=piece.note)
        if piece.note is not None
        else Run(piece.text, italic=piece.marks[0], bold=piece.marks[1], underline=piece.marks[2])
        for piece in line.pieces
        if piece.op != gone
    ]
    return tidy_runs(runs)


@settings(max_examples=60, deadline=None)
@given(draft, draft, st.booleans())
def test_every_paragraph_is_printed_as_it_is(old: Draft, new: Draft, plain: bool) -> None:
    comparison = compare(old, new)
    seen: list[int] = []
    for change in comparison.changes:
        for line in lines(comparison, change, plain_words=plain):
            if line.old:
                assert printed(line, "insert") == tidy_runs(old.paragraphs[line.position].runs)
            else:
                seen.append(line.position)
                assert printed(line, "delete") == tidy_runs(new.paragraphs[line.position].runs)
    assert sorted(seen) == list(range(len(new.paragraphs)))


@settings(max_examples=60, deadline=None)
@given(draft, draft, st.booleans())
def test_what_is_not_new_is_the_old_text_with_its_marks_where_they_stood(old: Draft, new: Draft, plain: bool) -> None:
    comparison = compare(old, new)
    stays = {one: two for pair in comparison.footnotes for one in pair.old for two in pair.new}
    for change in comparison.changes:
        pieces = [piece for line in lines(comparison, change, plain_words=plain) for piece in line.pieces]
        found: list[str | int] = []
        for piece in pieces:
            if piece.note is not None and piece.op != "insert":
                found.append(piece.note if piece.op == "equal" else stays.get(piece.note, -piece.note))
            elif piece.op != "insert":
                found += piece.text.replace("\n", "")
        was: list[str | int] = []
        for run in (run for at in change.old for run in old.paragraphs[at].runs):
            if run.footnote is not None:
                was.append(stays.get(run.footnote, -run.footnote))
            else:
                was += run.text.replace("\n", "")
        assert found == was


@pytest.mark.parametrize(
    ("old", "new", "printed"),
    [
        ("rapport¹.", "rapport¹ ;", "rapport =¹ -. + ;"),
        ("rapport.¹", "rapport ;¹", "rapport -. + ; =¹"),
        ("rapport¹.", "rapport.¹", "rapport -¹ . +¹"),
        ("the reports¹ of May", "the books¹ of June", "the  -reports +books =¹  of  -May +June"),
        ("report¹ as such", "report as such", "report -¹  as such"),
        ("report as such", "report¹ as such", "report +¹  as such"),
        ("a¹ b² c", "a² b¹ c", "a -¹ +²  b -² +¹  c"),
        ("报告¹。", "报告¹；", "报告 =¹ -。 +；"),
        ("التقرير¹.", "التقرير¹؛", "التقرير =¹ -. +؛"),
    ],
)
def test_a_mark_that_stays_stands_where_it_stood_on_both_sides(old: str, new: str, printed: str) -> None:
    one, two = (Draft((Paragraph(Kind.OPERATIVE, _runs(text)),), NOTES) for text in (old, new))
    comparison = compare(one, two)
    (line,) = lines(comparison, comparison.changes[0], plain_words=True)
    signs = {"equal": "", "delete": "-", "insert": "+"}
    told = [
        f"{signs[piece.op] or '='}{'¹²'[piece.note - 1]}" if piece.note else f"{signs[piece.op]}{piece.text}"
        for piece in line.pieces
    ]
    assert " ".join(told) == printed


def _runs(text: str) -> tuple[Run, ...]:
    return tidy_runs([Run(footnote="¹²".index(one) + 1) if one in "¹²" else Run(one) for one in text])


def test_looks_come_from_the_side_the_words_are_on() -> None:
    old = Draft((Paragraph(Kind.OPERATIVE, (Run("Invites", italic=True), Run(" Member States to meet soon in May"))),))
    new = Draft((Paragraph(Kind.OPERATIVE, (Run("Urges Member States", bold=True), Run(" to meet soon in May"))),))
    comparison = compare(old, new)
    (line,) = lines(comparison, comparison.changes[0], plain_words=True)
    assert [(piece.op, piece.text, piece.marks) for piece in line.pieces] == [
        ("delete", "Invites", (True, False, False)),
        ("insert", "Urges", (False, True, False)),
        ("equal", " Member States", (False, True, False)),
        ("equal", " to meet soon in May", (False, False, False)),
    ]


def test_a_note_that_stays_is_equal_and_others_come_and_go() -> None:
    def text(*notes: int) -> Paragraph:
        return Paragraph(Kind.OPERATIVE, (Run("Takes note of the report"), *(Run(footnote=n) for n in notes), Run(";")))

    old = Draft((text(1, 2),), (Footnote(1, "1", (Run("A/58/98."),)), Footnote(2, "2", (Run("See resolution 55/2."),))))
    new = Draft(
        (text(1, 2),), (Footnote(1, "1", (Run("An entirely other source here"),)), Footnote(2, "2", (Run("A/58/98."),)))
    )
    comparison = compare(old, new)
    (line,) = lines(comparison, comparison.changes[0])
    marks = [(piece.op, piece.note) for piece in line.pieces if piece.note is not None]
    assert sorted(marks) == [("delete", 2), ("equal", 2), ("insert", 1)]
