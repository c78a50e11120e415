"""New paragraphs, notes and words of a redline run as their letters do, whichever way the file around them runs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.reading.text import read_text
from models.word.clean import write_clean
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.word.word_xml import docx, p, t

ARABIC, ENGLISH = "وإذ تشير إلى قرارها بشأن المياه،", "Recalling its resolution on water,"
FILES = {
    "arabic": "إن الجمعية العامة،\n\nإذ تؤكد ما جاء هنا[^1]،\n\n1 - تقرر أن تجتمع.\n\n[^1]: انظر الوثيقة.",
    "english": "The General Assembly,\n\nNoting what is said here,[^1]\n\n1. Decides to meet.\n\n[^1]: See there.",
}


def written(base: bytes, change: Draft) -> Package:
    read = read_word(base)
    return Package(write_redline(compare(read.draft, change), base=base, origins=read.origins))


def base_of(name: str) -> bytes:
    return write_clean(read_text(FILES[name]).draft)


def switched(properties: etree._Element | None, name: str) -> bool:
    own = properties.find(w(name)) if properties is not None else None
    return own is not None and own.get(w("val")) not in ("0", "false")


def ways(root: etree._Element, words: str) -> tuple[bool, set[bool]]:
    """Whether the paragraph of some words runs from right to left, and whether its new runs do."""
    paragraph = next(one for one in root.iter(w("p")) if words in "".join(one.itertext(w("t"))))
    runs = [one for one in paragraph.iterfind(f".//{w('ins')}/{w('r')}") if one.find(w("t")) is not None]
    return switched(paragraph.find(w("pPr")), "bidi"), {switched(one.find(w("rPr")), "rtl") for one in runs}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
@pytest.mark.parametrize("kind", [Kind.PREAMBULAR, Kind.OPERATIVE, Kind.TEXT])
def test_a_new_paragraph_with_a_note_runs_as_its_letters_do(name: str, text: str, kind: Kind) -> None:
    base = base_of(name)
    draft = read_word(base).draft
    runs = (Run(text[:12], italic=True), Run(text[12:]), Run(footnote=99))
    new = Paragraph(kind, runs, number="2" if kind is Kind.OPERATIVE else None)
    note = Footnote(99, "2", (Run(text),))
    package = written(base, Draft((*draft.paragraphs, new), (*draft.footnotes, note)))
    turned = text == ARABIC
    assert ways(package.root(package.main), text[14:30]) == (turned, {turned})
    notes = package.related("footnotes")
    assert notes is not None
    way, runs_ways = ways(package.root(notes), text[14:30])
    assert way == turned
    assert turned in runs_ways


@pytest.mark.parametrize(("words", "turned"), [("المياه", True), ("UN-Water", False), ("2030", True)])
def test_new_words_in_an_arabic_paragraph(words: str, turned: bool) -> None:
    base = base_of("arabic")
    draft = read_word(base).draft
    first, *rest = draft.paragraphs
    changed = replace(first, runs=(Run(f"إن {words} الجمعية العامة،"),))
    package = written(base, replace(draft, paragraphs=(changed, *rest)))
    assert ways(package.root(package.main), words)[1] == {turned}


def test_bold_letters_that_run_otherwise_than_their_model_stay_bold() -> None:
    bold = "<w:r><w:rPr><w:bCs/><w:rtl/></w:rPr><w:t>إن الجمعية العامة تجتمع</w:t></w:r>"
    base = docx(p(bold, properties="<w:bidi/>") + p(t(ARABIC), properties="<w:bidi/>"))
    draft = read_word(base).draft
    assert draft.paragraphs[0].runs[0].bold
    changed = replace(draft.paragraphs[0], runs=(Run("إن الجمعية العامة UN تجتمع", bold=True),))
    package = written(base, replace(draft, paragraphs=(changed, draft.paragraphs[1])))
    (run,) = (one.getparent() for one in package.root(package.main).iter(w("t")) if "UN" in (one.text or ""))
    assert run is not None
    look = run.find(w("rPr"))
    assert switched(look, "b")
    assert not switched(look, "rtl")


def test_what_a_style_turns_is_turned_back() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:pPr><w:bidi/></w:pPr></w:style>"
    )
    run = f"<w:r><w:rPr><w:rtl/></w:rPr><w:t>{ARABIC}</w:t></w:r>"
    base = docx(p(run) * 3, styles=styles)
    draft = read_word(base).draft
    package = written(base, Draft((*draft.paragraphs, Paragraph(Kind.TEXT, (Run(ENGLISH),)))))
    look = next(one for one in package.root(package.main).iter(w("p")) if "water" in "".join(one.itertext())).find(
        w("pPr")
    )
    assert look is not None
    assert [one.get(w("val")) for one in look.findall(w("bidi"))] == ["0"]
