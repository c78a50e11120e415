"""Golden files: the XML of a small clean file and of a small redline, so that a change of what leaves is seen.

Write them anew with ADREF_WRITE_GOLDEN=1, and look at the difference before it is kept.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree

from models.circulation.typesetting import GENEVA, Typesetting
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.package import Package
from models.word.redline import write_redline

GOLDEN = Path(__file__).resolve().parents[2] / "golden"


def lines(*words: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(Kind.MASTHEAD, (Run(word),)) for word in words)


HEAD = lines(
    "United Nations A/C.2/58/L.37", "General Assembly Distr.: Limited", "31 October 2003", "Original: English",
    "Fifty-eighth session", "Second Committee", "Agenda item 93 (c)", "Draft resolution", "Migration and development",
)  # fmt: skip
ENACTING = Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(",")))


def pp(opener: str, rest: str, *more: Run) -> Paragraph:
    return Paragraph(Kind.PREAMBULAR, (Run(opener, italic=True), Run(rest), *more))


def op(number: str, opener: str, rest: str) -> Paragraph:
    return Paragraph(Kind.OPERATIVE, (Run(opener, italic=True), Run(rest)), 0, number)


OLD = Draft(
    (
        *HEAD,
        ENACTING,
        pp("Recalling", " its resolution 56/203", Run(footnote=1), Run(" on migration and development,")),
        pp("Noting", " the work of the institutions concerned with the movement of persons,"),
        op("1", "Requests", " the Secretary-General to report at the next session;"),
        op("2", "Decides", " to consider the matter at the next session."),
    ),
    (Footnote(1, "1", (Run("See "), Run("Official Records", italic=True), Run("."))),),
)
NEW = Draft(
    (
        *HEAD,
        ENACTING,
        pp("Noting", " the work of the institutions concerned with the movement of persons,"),
        pp("Recalling", " its resolution 56/203", Run(footnote=1), Run(" on international migration and development,")),
        op("1", "Requests", " the Secretary-General to report at the next session:"),
        Paragraph(Kind.SUBPARAGRAPH, (Run("On the views of Governments;"),), 1, "(a)"),
        op("2", "Decides", " to consider the matter at its sixtieth session."),
    ),
    (Footnote(1, "1", (Run("See "), Run("Official Records", italic=True), Run(", annex."))),),
)

FILES = {
    "clean": lambda: write_clean(OLD),
    "geneva": lambda: write_clean(OLD, Typesetting(GENEVA)),
    "redline": lambda: write_redline(compare(OLD, NEW), base=None, date="2003-12-11T00:00:00Z"),
}


@pytest.mark.parametrize("part", ["document", "footnotes"])
@pytest.mark.parametrize("name", FILES)
def test_golden(name: str, part: str) -> None:
    root = Package(FILES[name]()).root(f"word/{part}.xml")
    etree.indent(root)
    written = etree.tostring(root, encoding="unicode") + "\n"
    path = GOLDEN / f"word_{name}_{part}.xml"
    if os.environ.get("ADREF_WRITE_GOLDEN"):
        path.write_text(written, encoding="utf-8")
    assert written == path.read_text(encoding="utf-8")
