"""The lines of an outline follow splices as if all of the text were looked at anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.draft import Draft, Kind, Paragraph, Run
from widgets.paper.phrase import plain
from widgets.text.outline import OutlineModel
from widgets.text.outline_lines import Line, OutlineLines
from widgets.text.outline_rows import row_of
from widgets.text.shown import ShownDraft

_KINDS = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.HEADING, Kind.SECTION, Kind.ANNEX, Kind.MASTHEAD,
          Kind.TEXT)  # fmt: skip
_paragraphs = st.lists(
    st.builds(
        lambda kind, words, number: Paragraph(kind, (Run(words),) if words else (), number=number),
        st.sampled_from(_KINDS),
        st.sampled_from(("Words", "", " ")),
        st.sampled_from((None, "I", "II")),
    ),
    max_size=12,
)
_splices = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 6), _paragraphs), max_size=5)


def _shown(paragraphs: list[Paragraph]) -> ShownDraft:
    return ShownDraft(Draft(tuple(paragraphs)))


def _all(lines: OutlineLines) -> list[Line]:
    found = [lines[at] for at in range(len(lines))]
    assert [lines.is_head(at) for at in range(-1, len(lines) + 1)] == [False, *(bool(one.head) for one in found), False]
    return found


def _sought(paragraphs: list[Paragraph]) -> list[Line]:
    """The lines of a text, one paragraph after another."""
    found: list[Line] = []
    part = ""
    for position, one in enumerate(paragraphs):
        if one.kind is Kind.MASTHEAD or (one.kind is Kind.TEXT and one.number is None):
            continue
        if one.kind in (Kind.HEADING, Kind.ANNEX) and not one.text.strip():
            continue
        head = part
        if one.kind is Kind.ANNEX or part == "Annexes":
            head = "Annexes"
        elif one.kind is Kind.PREAMBULAR:
            head = "Preamble"
        elif one.kind is Kind.OPERATIVE or (part and one.kind in (Kind.SECTION, Kind.HEADING)):
            head = "Operative part"
        if head != part:
            part = head
            if head != "Annexes":
                found.append(Line(position, head))
        found.append(Line(position))
    return found


@given(_paragraphs, st.integers(1, 40), st.lists(_splices, max_size=4))
def test_lines_follow_splices(
    first: list[Paragraph], times: int, rounds: list[list[tuple[int, int, list[Paragraph]]]]
) -> None:
    paragraphs = first * times
    lines = OutlineLines(_shown(paragraphs))
    assert _all(lines) == _sought(paragraphs)
    for splices in rounds:
        before = [line._replace(position=id(paragraphs[line.position])) for line in _all(lines)]
        for start, gone, came in splices:
            start = min(start, len(paragraphs))
            gone = min(gone, len(paragraphs) - start)
            paragraphs[start : start + gone] = came
            lines.replaced(start, gone, len(came))
        told = lines.settle(_shown(paragraphs))
        after = _all(lines)
        assert after == _sought(paragraphs)
        assert len(before) - told.gone + told.came == len(after)
        # What was not told of is as it was.
        named = [line._replace(position=id(paragraphs[line.position])) for line in after]
        assert named[: told.first] == before[: told.first]
        assert named[told.first + told.came :] == before[told.first + told.gone :]


@given(_paragraphs, _paragraphs, _paragraphs)
def test_lines_are_those_of_the_text_where_an_edit_is_told_late(
    first: list[Paragraph], second: list[Paragraph], third: list[Paragraph]
) -> None:
    lines = OutlineLines(_shown(first))
    for paragraphs in (second, third):
        lines.settle(_shown(paragraphs))
        if len(paragraphs) != len(first):
            assert _all(lines) == _sought(paragraphs)
        lines.replaced(0, len(first), len(paragraphs))
        lines.settle(_shown(paragraphs))
        assert _all(lines) == _sought(paragraphs)
        first = paragraphs


def test_rows_run_as_the_text_does_now() -> None:
    model = OutlineModel()
    model.show_text(_shown([Paragraph(Kind.OPERATIVE, (Run("Asks"),)), Paragraph(Kind.OPERATIVE, (Run("1, 2"),))]))
    assert not model.row(2).right_to_left
    model.shown = _shown([Paragraph(Kind.OPERATIVE, (Run("تقرر"),)), Paragraph(Kind.OPERATIVE, (Run("1, 2"),))])
    assert model.forget_words(0) is None
    model.forget_words(1)
    assert model.row(2).right_to_left


def test_a_paragraph_leads_to_its_row() -> None:
    kinds = (Kind.MASTHEAD, Kind.PREAMBULAR, Kind.PREAMBULAR, Kind.OPERATIVE, Kind.ANNEX, Kind.OPERATIVE)
    paragraphs = [Paragraph(kind, (Run("Words"),)) for kind in kinds]
    lines = OutlineLines(_shown(paragraphs))
    assert [lines.row_of(position) for position in range(-1, 7)] == [None, None, 1, 2, 4, 5, 6, None]
    assert [lines.last_row_until(position) for position in range(-1, 7)] == [None, None, 1, 2, 4, 5, 6, 6]
    assert [line.head for line in _all(lines)] == ["Preamble", "", "", "Operative part", "", "", ""]


def test_the_numbered_paragraphs_of_a_report_are_listed() -> None:
    report = [
        Paragraph(Kind.TEXT, (Run("Summary"),)),
        Paragraph(Kind.HEADING, (Run("Introduction"),), number="I."),
        Paragraph(Kind.TEXT, (Run("The present report is submitted pursuant to resolution 60/1."),), number="1."),
        Paragraph(Kind.TEXT, (Run("7"),), number="7", cell=(0, 0, 0)),
    ]
    shown = _shown(report)
    rows = [row_of(line, shown) for line in _all(OutlineLines(shown))]
    assert [(row.label, row.position) for row in rows] == [("I.", 1), ("1.", 2)]


@pytest.mark.parametrize(
    ("annexes", "heads"),
    [
        (["Annex"], ["Annex"]),
        (["Annex I", "Annex II"], ["Annex I", "Annex II"]),
        (["Annex I\nTerms of reference", "Annex [II]"], ["Annex I Terms of reference", "Annex [II]"]),
        (["附件一", "Annexe II"], ["附件一", "Annexe II"]),
        (["Terms of reference"], ["Annex Terms of reference"]),
    ],
)
def test_each_annex_is_a_row_that_heads_what_stands_in_it(annexes: list[str], heads: list[str]) -> None:
    paragraphs = [Paragraph(Kind.OPERATIVE, (Run("Decides to meet."),))]
    for words in annexes:
        paragraphs += [Paragraph(Kind.ANNEX, (Run(words),)), Paragraph(Kind.OPERATIVE, (Run("It meets."),), number="1")]
    shown = _shown(paragraphs)
    lines = OutlineLines(shown)
    rows = [row_of(line, shown) for line in _all(lines)]
    assert [plain(row.phrase) for row in rows if row.head] == ["Operative part", *heads]
    assert all(row.label == "" for row in rows if row.head)
    assert [lines.row_of(at) for at, one in enumerate(paragraphs) if one.kind is Kind.ANNEX] == [
        at for at, row in enumerate(rows) if row.head and at
    ]
