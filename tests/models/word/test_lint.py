"""The project's own check of Word files: one deliberate fault at a time, each found by its name."""

from __future__ import annotations

import pytest

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.word.clean import write_clean
from tests.models.word.lint import lint
from tests.models.word.word_xml import BY, BY_OTHER, cell, d, docx, p, row, t, table


def move(side: str, identity: int, name: str, end: bool = True) -> str:
    start = f'<w:move{side}RangeStart w:id="{identity}" w:author="A" w:name="{name}"/>'
    text = f'<w:move{side} w:id="{identity + 20}" w:author="A">{t("moved")}</w:move{side}>'
    return p(start, text, f'<w:move{side}RangeEnd w:id="{identity}"/>' if end else "")


FAULTS: dict[str, tuple[str, str]] = {
    "a range without an end": ("move-range-open", move("From", 1, "a", end=False) + move("To", 2, "a")),
    "names that differ": ("move-name", move("From", 1, "a") + move("To", 2, "b")),
    "a move without a range": ("move-without-range", p(f"<w:moveTo {BY}>{t('x')}</w:moveTo>")),
    "text in a deletion": ("text-in-deletion", p(f"<w:del {BY}>{t('x')}</w:del>")),
    "deleted text outside": ("deleted-text-outside", p(d("x"))),
    "no author": ("no-author", p(f'<w:ins w:id="1">{t("x")}</w:ins>')),
    "an id twice": ("duplicate-id", p(f"<w:ins {BY}>{t('x')}</w:ins>") + p(f"<w:del {BY}>{d('y')}</w:del>")),
    "an undefined list": ("list-undefined", p("x", properties='<w:numPr><w:numId w:val="7"/></w:numPr>')),
    "an undefined style": ("style-undefined", p("x", properties='<w:pStyle w:val="Nowhere"/>')),
    "a note that is not there": ("note-missing", p('<w:r><w:footnoteReference w:id="4"/></w:r>')),
    "a change of looks in the middle": (
        "change-not-last",
        p(f"<w:r><w:rPr><w:rPrChange {BY}><w:rPr/></w:rPrChange><w:b/></w:rPr><w:t>x</w:t></w:r>"),
    ),
    "a mark's change behind": ("mark-not-first", p("x", mark=f"<w:b/><w:ins {BY}/>") + p("y")),
    "a last mark tracked": ("last-mark", p("x") + p("y", mark=f"<w:del {BY}/>")),
    "a cell that ends with a table": ("cell-without-paragraph", table(row(cell(table(row(cell(p("x"))))))) + p("y")),
    "a bookmark that stays open": ("range-open", p('<w:bookmarkStart w:id="1" w:name="a"/>', "x")),
    "a control that moved, without the end of what says so": (
        "range-open",
        f"<w:customXmlMoveFromRangeStart {BY}/>" + p("x"),
    ),
    "an insertion in an insertion": (
        "change-in-itself",
        p(f"<w:ins {BY}><w:ins {BY_OTHER}>{t('x')}</w:ins></w:ins>"),
    ),
    "a change that holds nothing": ("empty-change", p(f"<w:ins {BY}/>", "x")),
}


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_found(name: str) -> None:
    code, body = FAULTS[name]
    assert {fault.code for fault in lint(docx(body))} == {code}


def test_the_wrong_way_to_turn_tracking_on_is_found() -> None:
    assert [fault.code for fault in lint(docx(p("x"), settings="<w:trackChanges/>"))] == ["settings"]
    assert lint(docx(p("x"), settings="<w:trackRevisions/>")) == ()


def test_the_paragraph_before_what_word_brings_in_is_not_the_last() -> None:
    """What an altChunk leads to stands there as paragraphs once Word has opened the file."""
    assert lint(docx(p("x") + p("y", mark=f"<w:del {BY}/>") + "<w:altChunk/>")) == ()


def test_what_adref_writes_has_none() -> None:
    note = Footnote(1, "1", (Run("Resolution 1."),))
    runs = (Run("Recalling", italic=True), Run(footnote=1), Run(" this,"))
    assert lint(write_clean(Draft((Paragraph(Kind.PREAMBULAR, runs), Paragraph(Kind.OPERATIVE, runs)), (note,)))) == ()
