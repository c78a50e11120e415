"""The lines of a text for a terminal: those of `textwrap`, whatever spaces stand in it."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from app.commands.plain_text import _MARGIN, hung, reading_text
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.reading.reading import Reading

WIDTHS = st.integers(_MARGIN + 1, _MARGIN + 20)
PLAIN = st.lists(st.text("abc-’.", min_size=1, max_size=24), min_size=1, max_size=12).map(" ".join)
SPACED = st.text("ab  \u00a0\u2003-", max_size=60)


@given(PLAIN | SPACED, WIDTHS)
def test_lines_are_those_of_textwrap(text: str, width: int) -> None:
    blank = " " * _MARGIN
    lines = textwrap.wrap(text, width - _MARGIN, break_long_words=False, break_on_hyphens=False) or [""]
    assert hung("", text, width) == (blank + f"\n{blank}".join(lines)).rstrip()


def test_labels_hang_in_the_margin_numbers_stand_as_printed_and_empty_lines_are_left_out() -> None:
    texts = (
        Paragraph(Kind.ENACTING, (Run("The General Assembly,"),)),
        Paragraph(Kind.TEXT, ()),
        Paragraph(Kind.TEXT, (Run(footnote=1),)),
        Paragraph(Kind.OPERATIVE, (Run("Decides."),), number="3", set_label="OP3 bis"),
        Paragraph(Kind.OPERATIVE, (), number="4"),
        Paragraph(Kind.ANNEX, (Run("Annex"),)),
        Paragraph(Kind.PREAMBULAR, (Run("Noting it,"),), set_label="PP1 bis"),
    )
    lines = reading_text(Reading(Draft(texts, (Footnote(1, "*", (Run("See it."),)),)))).splitlines()
    blank = " " * _MARGIN
    assert [line for line in lines if line] == [
        f"{blank}The General Assembly,",
        f"{blank}[*]",
        "OP3 bis     3. Decides.",
        "OP4         4.",
        f"{blank}Annex",
        "PP1 bis     Noting it,",
        "Footnotes",
        "[*]         See it.",
    ]
