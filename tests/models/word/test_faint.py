"""Words that nobody sees on the page: white, tiny, hidden beside notes, within the code of a field."""

from __future__ import annotations

import pytest

from models.word.leaving.faint import faint_words
from models.word.leaving.laid_open import LAID_OPEN, told_laid_open
from models.word.leaving.scrub import scrubbed
from models.word.leaving.told import told_beside
from models.word.package import Package
from models.word.read import read_word
from tests.models.word.word_xml import cell, docx, p, row, t, table

SAID = "We could live without this."
WHITE, TINY = '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>'
STYLES = (
    f'<w:style w:type="character" w:styleId="Pale"><w:rPr>{WHITE}</w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Paler"><w:basedOn w:val="Pale"/></w:style>'
    f'<w:style w:type="paragraph" w:styleId="Small"><w:rPr>{TINY}</w:rPr></w:style>'
)


def shaded(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


@pytest.mark.parametrize(
    ("body", "faint"),
    [
        (p("Requests a report. ", t(SAID, WHITE)), True),
        (p("Requests a report. ", t(SAID, TINY)), True),
        (p(t(SAID, '<w:color w:val="auto" w:themeColor="background1"/>')), True),
        (p(t("We could live ", WHITE), t("without this.", WHITE)), True),
        (p(t(SAID, '<w:rStyle w:val="Paler"/>')), True),
        (p(SAID, properties='<w:pStyle w:val="Small"/>'), True),
        (p(t(SAID, '<w:color w:val="000000"/>'), properties='<w:pStyle w:val="Pale"/>'), False),
        (p(t(SAID, '<w:rStyle w:val="Pale"/><w:color w:val="000000"/>')), False),
        (p(t(SAID, '<w:sz w:val="24"/><w:color w:val="auto"/>')), False),
        (p(t(SAID, f'<w:sz w:val="{"1" * 5000}"/>{WHITE}')), True),
        (p(t(SAID, '<w:sz w:val="²"/>')), False),
        (p(t(SAID, f"{WHITE}{shaded('000000')}")), False),
        (p(t(SAID, WHITE), properties=shaded("1F3864")), False),
        (table(row(cell(p(t(SAID, WHITE)), properties=shaded("1F3864")))), False),
        (table(row(cell(p(t(SAID, WHITE)), properties=shaded("auto")))), True),
        (table(row(cell(p(t(SAID, TINY)), properties=shaded("1F3864")))), True),
    ],
)
def test_letters_that_nobody_sees_are_told(body: str, faint: bool) -> None:
    data = docx(body, styles=STYLES)
    assert faint_words(data) == ((SAID,) if faint else ())
    reading = read_word(data)
    told = [one.message for one in reading.warnings if one.code == "faint-text"]
    assert told == ([f"White or tiny letters, which nobody sees there, were read with the rest: “{SAID}”."] * faint)
    plain = docx(p(SAID))
    assert told_laid_open(data, reading.draft, plain) == ((f"{LAID_OPEN}: “{SAID}”",) if faint else ())
    assert told_laid_open(data, reading.draft, data) == ()  # what stays so is told by another line


def test_nothing_hidden_leaves_with_the_lines_between_text_and_notes() -> None:
    def notes(line: str) -> str:
        own = f'<w:footnote w:type="separator" w:id="0">{p("<w:r><w:separator/></w:r>", line)}</w:footnote>'
        return f'{own}<w:footnote w:id="1">{p("A source.")}</w:footnote>'

    body = p("One", '<w:r><w:footnoteReference w:id="1"/></w:r>')
    bare = scrubbed(docx(body, footnotes=notes(t(SAID, "<w:vanish/>"))))
    assert SAID.encode() not in Package(bare).data("word/footnotes.xml")
    assert told_beside(Package(bare)) == ()
    seen = scrubbed(docx(body, footnotes=notes(t(SAID))))
    assert told_beside(Package(seen)) == (f"Words of the lines between text and notes: “{SAID}”",)


def test_hidden_words_that_count_are_told() -> None:
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:lvlText w:val="{SAID}"/>'
    lists = f'<w:abstractNum w:abstractNumId="1">{level}<w:rPr><w:vanish/></w:rPr></w:lvl></w:abstractNum>'
    assert told_beside(Package(docx(p("One."), numbering=lists))) == (f"Hidden words that count in lists: “{SAID}”",)


def test_letters_before_what_a_field_shows_go() -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"{sign('begin')}<w:r><w:instrText> REF a </w:instrText></w:r>{t(SAID)}{sign('separate')}"
    data = docx(p("See ", code, t("shown"), sign("end")))
    bare = scrubbed(data)
    assert SAID.encode() not in Package(bare).data("word/document.xml")
    assert b"REF a" in Package(bare).data("word/document.xml")
    assert read_word(bare).draft == read_word(data).draft
