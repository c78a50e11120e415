"""What the status bar says of the brackets of a text, read and written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.working import WorkingText
from widgets.shell.status_bar import Item
from widgets.text.agreed_here import AgreedHere
from widgets.text.bracketed import Bracketed
from widgets.text.page_facts import reading_facts, writing_facts
from widgets.text.ready import ready_draft
from widgets.text.shown import ShownWorking

PP, OP, TEXT = Kind.PREAMBULAR, Kind.OPERATIVE, Kind.TEXT
_Lines = list[tuple[Kind, str]]


def draft(lines: _Lines, notes: tuple[str, ...] = ()) -> Draft:
    """Paragraphs of a kind; the last cites every note."""
    runs = [(Run(words),) for _, words in lines]
    runs[-1] += tuple(Run(footnote=at) for at in range(1, len(notes) + 1))
    return Draft(
        tuple(Paragraph(kind, of) for (kind, _), of in zip(lines, runs, strict=True)),
        tuple(Footnote(at, str(at), (Run(words),)) for at, words in enumerate(notes, 1)),
    )


def read(text: Draft) -> list[Item]:
    return reading_facts(ready_draft(text), AgreedHere())


def written(text: Draft) -> list[Item]:
    working = WorkingText(text)
    found = Bracketed(entry.paragraph for entry in working.entries)
    return writing_facts(working, ShownWorking(working), found, AgreedHere(), 0, 0, "")


def of_brackets(items: list[Item]) -> list[Item]:
    return [item for item in items if item.role != "ink2"]


TWO = (OP, "Decides to meet [in 2005] [in 2006];")
ONE_ALONE = "1 bracket without a partner in"


@pytest.mark.parametrize(
    ("lines", "notes", "told"),
    [
        ([(OP, "Notes;"), TWO], (), ["[ ] 2 brackets in 1 paragraph"]),
        ([(OP, "[Notes;"), TWO], (), [f"{ONE_ALONE} OP1", "[ ] 2 brackets in 1 paragraph"]),
        ([(OP, "Notes];"), TWO], (), [f"{ONE_ALONE} OP1", "[ ] 2 brackets in 1 paragraph"]),
        (
            [(OP, "Notes];"), TWO, (OP, "[Requests;")],
            (),
            ["2 brackets without a partner in OP1 and OP3", "[ ] 2 brackets in 1 paragraph"],
        ),
        ([(OP, "Notes]];"), TWO], (), ["2 brackets without a partner in OP1", "[ ] 2 brackets in 1 paragraph"]),
        ([(PP, "]"), (OP, "]"), (OP, "[")], (), ["3 brackets without a partner in PP1 and 2 more"]),
        ([(TEXT, "Draft ["), (TEXT, "None")], (), [f"{ONE_ALONE} 1 paragraph"]),
        ([(TEXT, "Draft ]"), (OP, "Notes [")], (), ["2 brackets without a partner in OP1 and 1 more"]),
        ([(OP, "[Notes;"), (OP, "Decides;"), (OP, "Asks];")], (), ["[ ] 1 bracket in 3 paragraphs"]),
        (
            [(OP, "[Notes];")],
            ("See [A/1].", "See A/2]"),
            [f"{ONE_ALONE} footnote 2", "[ ] 2 brackets in 1 paragraph and 1 footnote"],
        ),
        ([(OP, "Notes];")], ("See [A/1.",), ["2 brackets without a partner in OP1 and footnote 1"]),
        ([(OP, "Notes;")], ("See [[A/1.",), ["2 brackets without a partner in footnote 1"]),
        ([(OP, "Notes;")], ("See A/1.",), []),
    ],
)
def test_brackets_are_counted_and_found_alike_read_and_written(
    lines: _Lines, notes: tuple[str, ...], told: list[str]
) -> None:
    text = draft(lines, notes)
    assert [item.words for item in of_brackets(read(text))] == told
    assert of_brackets(written(text)) == of_brackets(read(text))


def test_a_note_that_no_text_cites_counts_neither_read_nor_written() -> None:
    text = Draft((Paragraph(OP, (Run("Notes;"),)),), (Footnote(1, "1", (Run("[See"),)),))
    assert of_brackets(read(text)) == of_brackets(written(text)) == []


_WORDS = st.lists(st.text("[]a", max_size=4), min_size=1, max_size=5)


@given(_WORDS, st.data())
def test_paragraphs_of_pairs_are_counted_on_as_they_change(words: list[str], data: st.DataObject) -> None:
    """However paragraphs give way to others, as much is counted as of the text found anew."""
    paragraphs = [Paragraph(OP, (Run(one),)) for one in words]
    found = Bracketed(paragraphs)
    for _ in range(3):
        start = data.draw(st.integers(0, len(paragraphs)))
        gone = data.draw(st.integers(0, len(paragraphs) - start))
        new = [Paragraph(OP, (Run(one),)) for one in data.draw(_WORDS)]
        found.splice(start, gone, new)
        paragraphs[start : start + gone] = new
        fresh = Bracketed(paragraphs)
        counts = (found.pairs, found.paragraphs, found.unmatched, found.unmatched_positions)
        assert counts == (fresh.pairs, fresh.paragraphs, fresh.unmatched, fresh.unmatched_positions)
