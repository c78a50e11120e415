"""Small drafts written as a few lines: "PP Recalling", "3. Requests", "(a) The", "M masthead line"."""

from __future__ import annotations

import re

from models.comparison.change import Change, Comparison
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run

A = "Requests the Secretary-General to report to the General Assembly at its next session"
B = "Welcomes the progress made by Member States in the implementation of the programme"
C = "Encourages all organizations to provide resources for regional cooperation"
"""Paragraphs that nothing takes for each other."""

_LINE = re.compile(
    r"(?:(?P<pp>PP)|(?P<m>M)|(?P<s>§)|(?P<op>\d+(?: bis)?)\.|(?P<sub>\([a-z]\)))(?: |$)(?P<text>.*)", re.DOTALL
)


def draft(*lines: str, notes: dict[int, str] | None = None) -> Draft:
    """A draft of these lines; `*italics*` and `[^1]` stand for marks and places of notes."""
    return Draft(
        tuple(paragraph(line) for line in lines),
        tuple(Footnote(number, str(number), (Run(text),)) for number, text in (notes or {}).items()),
    )


def operative(*texts: str) -> Draft:
    """Operative paragraphs of these very words, without numbers."""
    return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(text),)) for text in texts))


def numbered(*texts: str) -> Draft:
    """The same with the numbers from 1 printed."""
    return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(text),), number=str(n)) for n, text in enumerate(texts, 1)))


def paragraph(line: str) -> Paragraph:
    """One paragraph of one line; a line without any sign is plain text."""
    match = _LINE.fullmatch(line)
    if match is None:
        return Paragraph(Kind.TEXT, runs(line))
    text = runs(match["text"])
    if match["pp"]:
        return Paragraph(Kind.PREAMBULAR, text)
    if match["m"]:
        return Paragraph(Kind.MASTHEAD, text)
    if match["s"]:
        return Paragraph(Kind.HEADING, text)
    if match["op"]:
        return Paragraph(Kind.OPERATIVE, text, number=match["op"])
    return Paragraph(Kind.SUBPARAGRAPH, text, level=1, number=match["sub"])


def runs(line: str) -> tuple[Run, ...]:
    """The runs of a line."""
    found: list[Run] = []
    italic = False
    for part in re.split(r"(\*|\[\^\d+\])", line):
        if part == "*":
            italic = not italic
        elif part.startswith("[^"):
            found.append(Run(footnote=int(part[2:-1])))
        elif part:
            found.append(Run(part, italic=italic))
    return tuple(found)


def told(comparison: Comparison) -> list[str]:
    """Each change in one line: reworded moved renumbered OP3 -> OP4 substance."""
    return [tell(change) for change in comparison.changes]


def tell(change: Change) -> str:
    """A change in one line."""
    flags = " moved" * change.moved + " renumbered" * change.renumbered
    ends = [
        "+".join(label or f"#{at}" for label, at in zip(labels, positions, strict=True)) or "-"
        for labels, positions in ((change.old_labels, change.old), (change.new_labels, change.new))
    ]
    return f"{change.kind}{flags} {ends[0]} > {ends[1]} {change.weight}"


def only(old: str, new: str, notes: tuple[dict[int, str], dict[int, str]] = ({}, {})) -> Change:
    """The one change between two drafts of one paragraph each."""
    comparison = compare(draft(old, notes=notes[0]), draft(new, notes=notes[1]))
    assert len(comparison.changes) == 1
    return comparison.changes[0]


def by_old(comparison: Comparison, position: int) -> tuple[str | None, tuple[str, ...]]:
    """The weight of the change an old paragraph stands in, and the reasons."""
    change = next(change for change in comparison.changes if position in change.old)
    return change.weight, change.reasons
