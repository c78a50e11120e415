"""Where things stand on the pages of the two houses, in points: one table each, and all else is made from these."""

from __future__ import annotations

from dataclasses import dataclass

from models.circulation.typesetting import GENEVA as GENEVA_PAPER
from models.circulation.typesetting import LETTER, Paper

BODY_SIZE, LEADING, BETWEEN = 10.0, 12.0, 6.0
BELOW_TABLE = BETWEEN + 2  # before a paragraph that stands under a table, at least
THIN, THICK = 0.5, 1.5  # of the rules above and under the organ


@dataclass(frozen=True, slots=True)
class Measures:
    """The page of a house; what is on the left of it stands on the right in a text that runs right to left."""

    page_width: float
    edge: float  # left and right edge of masthead and running head
    body_left: float
    body_right: float  # edges of the text
    organ_left: float  # left edge of "United Nations" and of the organ
    distribution: float  # left edge of the column with distribution, date and language
    first_line: float
    number_tab: float  # from the text's left edge to the text after a number
    first_top: float
    head_top: float  # top of the first page's body; top of the headers
    bottom: float
    foot: float
    symbol_height: float
    organ_height: float  # of the rows of the masthead, at least
    facts_drop: float
    facts_before: float  # of distribution, date and language: of their cell, and of the first line in it
    running_size: float
    note_size: float
    running_before: float
    running_after: float  # what moves the running head down from the top of the headers, and the text from it
    note_rule: float  # from the edge to the rule above the notes
    # Letters are set this much wider (per cent) and further apart (points), organ and "United Nations" so much closer.
    wider: int
    apart: float
    closer: int
    # Printed by Qt: letters come out so much wider, and closer.
    spread: float
    closed: float
    printed_head: float
    printed_rule: float
    printed_top: float  # of the running head, of the rule under it, and of the text under that
    printed_folio: float  # from the lowest line of the page's text
    of_all_pages: bool  # whether the folio tells how many pages there are: "2/8"
    whole_lead: bool  # whether all letters of a symbol before its first stroke are large, or the first alone

    @property
    def width(self) -> float:
        """How wide the page is between its edges."""
        return self.page_width - 2 * self.edge

    @property
    def body_width(self) -> float:
        """How wide the text is."""
        return self.body_right - self.body_left

    @property
    def indent_left(self) -> float:
        """From the left edge to the text."""
        return self.body_left - self.edge

    @property
    def indent_right(self) -> float:
        """From the text to the right edge."""
        return self.page_width - self.edge - self.body_right

    @property
    def left_column(self) -> float:
        """How wide the left column of the masthead is."""
        return self.distribution - self.edge

    def lead(self, symbol: str) -> int:
        """How many letters of a symbol are large."""
        return max(symbol.find("/"), 1) if self.whole_lead else 1


HEADQUARTERS = Measures(
    page_width=LETTER.width, edge=60.0, body_left=123.0, body_right=491.0,
    organ_left=63.0, distribution=397.0, first_line=24.0, number_tab=48.0,
    first_top=39.0, head_top=22.0, bottom=66.0, foot=35.0, symbol_height=0.0, organ_height=144.0,
    facts_drop=4.0, facts_before=0.0,
    running_size=8.5, note_size=8.5,  # 8.7 measured; Word's sizes go in half points
    running_before=29.0, running_after=9.0, note_rule=40.0,
    # So lines break where those of the original do.
    wider=103, apart=0.2, closer=97, spread=1.068, closed=0.955,
    printed_head=18.0,  # above the draft mark of the first page: so Adref knows its own heads again
    printed_rule=36.0, printed_top=54.0, printed_folio=16.0, of_all_pages=True, whole_lead=False,
)  # fmt: skip
"""As measured on A/C.2/80/L.50."""

GENEVA = Measures(
    page_width=GENEVA_PAPER.width, edge=56.7, body_left=113.4, body_right=481.9,
    organ_left=63.8, distribution=404.0, first_line=28.35, number_tab=56.7,
    first_top=42.55, head_top=14.2, bottom=113.4, foot=85.05, symbol_height=28.35, organ_height=141.75,
    facts_drop=0.0, facts_before=12.0,
    running_size=9.0, note_size=9.0, running_before=40.2, running_after=14.2, note_rule=34.0,
    wider=100, apart=0.0, closer=100, spread=1.0, closed=1.0,
    printed_head=54.0, printed_rule=70.9, printed_top=85.05, printed_folio=16.0, of_all_pages=False, whole_lead=True,
)  # fmt: skip
"""As the Word files of the Geneva Office have it; what of it rests on what is told in WHAT_LEAVES.md.

Its headings have lines of exactly so many points; here they have at least as many, lest letters of other scripts be
cut. What the Arabic styles have otherwise (larger letters, wider edges) is not there yet.
"""

_HOUSES = {GENEVA_PAPER.name: GENEVA}


def measures_of(paper: Paper) -> Measures:
    """The measures that go with a paper."""
    return _HOUSES.get(paper.name, HEADQUARTERS)
