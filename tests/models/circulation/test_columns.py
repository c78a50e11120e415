"""Word files in columns: both texts whole, changes marked on their own side."""

from __future__ import annotations

from lxml import etree

from models.circulation.columns import columns
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.word.lint import lint
from models.word.namespaces import w
from models.word.package import Package

OLD = Draft(
    (
        Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" its resolution 57/270 B,"), Run(footnote=1))),
        Paragraph(Kind.OPERATIVE, (Run("Encourages", italic=True), Run(" all Governments to meet soon;")), number="1"),
        Paragraph(Kind.OPERATIVE, (Run("Requests", italic=True), Run(" the Secretary-General to report.")), number="2"),
    ),
    (Footnote(1, "1", (Run("Resolution 57/270 B."),)),),
)
NEW = Draft(
    (
        Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" its resolution 57/270 B,"), Run(footnote=1))),
        Paragraph(Kind.OPERATIVE, (Run("Encourages", italic=True), Run(" the Governments to meet soon;")), number="1"),
        Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(" on a dialogue in 2006;")), number="2"),
        Paragraph(Kind.OPERATIVE, (Run("Requests", italic=True), Run(" the Secretary-General to report.")), number="3"),
    ),
    (Footnote(1, "1", (Run("Resolution 57/270 B."),)),),
)


def table(data: bytes) -> list[list[etree._Element]]:
    package = Package(data)
    rows = package.root(package.main).iter(w("tr"))
    return [list(row.iter(w("tc"))) for row in rows]


def text(cell: etree._Element, *looks: str) -> str:
    """The text of a cell, or of its runs with one of these looks."""
    runs = (
        run for run in cell.iter(w("r")) if not looks or any(run.find(f"{w('rPr')}/{w(x)}") is not None for x in looks)
    )
    return "".join("".join(t.text or "" for t in run.iter(w("t"))) for run in runs)


def test_both_texts_stand_whole_and_in_order() -> None:
    head, *rows = table(columns(compare(OLD, NEW), old_name="L.37", new_name="Rev.1"))
    assert [text(cell) for cell in head] == ["", "L.37", "Rev.1"]
    assert [text(row[1]) for row in rows] == [
        "Recalling its resolution 57/270 B,1",
        "1. Encourages all Governments to meet soon;",
        "",
        "2. Requests the Secretary-General to report.",
        "Resolution 57/270 B.",
    ]
    assert [text(row[2]) for row in rows] == [
        "Recalling its resolution 57/270 B,1",
        "1. Encourages the Governments to meet soon;",
        "2. Decides on a dialogue in 2006;",
        "3. Requests the Secretary-General to report.",
        "Resolution 57/270 B.",
    ]


def test_changes_are_marked_on_their_own_side() -> None:
    _, _, reworded, inserted, _, _ = table(columns(compare(OLD, NEW), plain_words=True))
    assert (text(reworded[1], "strike"), text(reworded[2], "u")) == ("all", "the")
    assert text(reworded[1], "i") == "Encourages"
    assert text(inserted[2], "u") == "Decides on a dialogue in 2006;"
    assert "OP2" in text(inserted[0])
    assert "new" in text(inserted[0])


def test_the_file_is_sound_and_the_same_each_time() -> None:
    comparison = compare(OLD, NEW)
    data = columns(comparison)
    assert lint(data) == ()
    assert columns(comparison) == data
    assert lint(columns(compare(Draft(), Draft()))) == ()
