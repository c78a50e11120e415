"""Words that stand in no paragraph of a Word file: told when it is read, counted, and never in what leaves."""

from __future__ import annotations

import pytest

from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.scrub import scrubbed
from models.word.read import read_word
from models.word.reading.ledger import ledger
from tests.models.word.full_of_names import MARK
from tests.models.word.sought import found_in
from tests.models.word.word_xml import BY, cell, docx, ins, p, row, t, table

WORDS = f"{MARK} deletes paragraph 4"
LETTERS = f"<w:t>{WORDS}</w:t>"
ASTRAY = {
    "run in the body": t(WORDS),
    "run that was inserted": ins(t(WORDS)),
    "run in a cell": table(row(cell(t(WORDS), p("Cell")))),
    "run in a row": table(row(t(WORDS), cell(p("Cell")))),
    "run in a control": f"<w:sdt><w:sdtContent>{t(WORDS)}</w:sdtContent></w:sdt>",
    "run in the look of a paragraph": p("Two", properties=t(WORDS)),
    "letters in the body": LETTERS,
    "letters in a paragraph": p("Two", LETTERS),
    "letters in a link": p("Two", f"<w:hyperlink>{LETTERS}</w:hyperlink>"),
    "letters in a change": p("Two", f"<w:ins {BY}>{LETTERS}</w:ins>"),
    "letters in the look of a run": p(t("Two", LETTERS)),
    "formula in the body": f"<m:oMath><m:r><m:t>{WORDS}</m:t></m:r></m:oMath>",
}


@pytest.mark.parametrize("body", ASTRAY.values(), ids=ASTRAY)
def test_it_is_told_counted_and_leaves_with_no_file(body: str) -> None:
    data = docx(p("One") + body + p("End"))
    reading = read_word(data)
    assert all(WORDS not in paragraph.text for paragraph in reading.draft.paragraphs)
    told = [one.message for one in reading.warnings if one.code == "words-astray"]
    assert len(told) == 1
    assert f"“{WORDS}”" in told[0]
    counted = [(one.group, one.count) for one in ledger(reading) if one.code == "words-astray"]
    assert counted == [("not-followed", 1)]
    assert any(WORDS in found.detail for found in found_in(data, Allowed()))
    assert MARK not in str(found_in(scrubbed(data), Allowed()))
    kept = read_word(scrubbed(data)).draft.paragraphs
    assert [one.text for one in kept] == [one.text for one in reading.draft.paragraphs]


@pytest.mark.parametrize(
    "body",
    [
        p("One", ins(t("two"))),
        p("One", f"<w:hyperlink><w:ins {BY}>{t('two')}</w:ins></w:hyperlink>"),
        p("One", f"<w:novel>{t('two')}</w:novel>"),
        p("One", f"<w:r>{t('two')}</w:r>"),
        p(
            f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('two')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        ),
        p("One", "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"),
        p(
            "<w:r><w:ruby><w:rt><w:r><w:t>a</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>b</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        ),
        "<w:r><w:t> </w:t></w:r>" + p("One"),
        p("One", "<w:r><mc:AlternateContent><mc:Fallback><w:t>two</w:t></mc:Fallback></mc:AlternateContent></w:r>"),
    ],
    ids=["change", "link", "not known", "run in a run", "box", "formula", "reading aid", "a space", "alternatives"],
)
def test_what_a_paragraph_holds_somehow_is_not_astray(body: str) -> None:
    assert all(one.code != "words-astray" for one in read_word(docx(body + p("End"))).warnings)
