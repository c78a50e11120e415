"""Small drafts for the tests of pages: an operative paragraph is a verb and its words."""

from __future__ import annotations

from collections.abc import Sequence

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run


def preambular(text: str, *notes: int) -> Paragraph:
    verb, _, rest = text.partition(" ")
    marks = tuple(Run(footnote=note) for note in notes)
    return Paragraph(Kind.PREAMBULAR, (Run(verb, italic=True), Run(f" {rest}"), *marks, Run(",")))


def operative(number: int, text: str) -> Paragraph:
    verb, _, rest = text.partition(" ")
    return Paragraph(Kind.OPERATIVE, (Run(verb, italic=True), Run(f" {rest};")), number=str(number))


def draft(preamble: Sequence[str], operatives: Sequence[str], notes: Sequence[Footnote] = ()) -> Draft:
    paragraphs = [preambular(text) for text in preamble]
    paragraphs += [operative(number, text) for number, text in enumerate(operatives, 1)]
    return Draft(tuple(paragraphs), tuple(notes))


LONG = (
    "the need for cooperation at the global and regional levels with a view to managing the effects of storms, "
    "particularly in the most affected countries, through early warning systems and the sharing of information "
    "on climate and weather, and affirming that action to combat storms requires a better understanding of their "
    "impacts, including the loss of land and of livelihoods, and their effect on growth"
)

OLD = draft(
    [
        f"Stressing {LONG}",
        "Recalling its resolution 70/1 of 25 September 2015 on the agenda for sustainable development",
        "Recognizing that storms are a challenge for the transport of goods in several regions",
        "Noting the report on the pandemic and on the recovery that follows from it in each region",
    ],
    [
        "Invites Governments to consider the report of the group of experts at their next meeting and to send their "
        "views on each of its recommendations to the secretariat in good time",
        "Recognizes that dust is an issue of international concern whose costs are counted in money lost",
        "Decides to remain seized of the matter and to return to it in a year from now",
    ],
)
NEW = draft(
    [
        f"Stressing {LONG.replace('managing the effects', 'managing the negative effects')}",
        "Recalling its resolution 70/1 of 25 September 2015 on the agenda for sustainable development",
        "Noting that storms are a challenge for the transport of goods in several regions",
        "Recognizing that dust is an issue of international concern whose costs are counted in money lost",
    ],
    [
        "Invites Governments to consider the report of the group of experts at their next meeting and to send their "
        "views on each of its recommendations to the secretariat in good time",
        "Requests the Secretary-General to appoint a coordinator for the United Nations system",
        "Decides to remain seized of the matter and to return to it in a year from now",
    ],
)


def comparison() -> Comparison:
    """A verb changed, a word added, one paragraph gone, one new, one moved from the operative part to the preamble."""
    return compare(OLD, NEW)
