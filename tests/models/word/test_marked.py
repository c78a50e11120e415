"""Comparisons without tracked changes: new words bold and underlined, old words struck out, nothing lost."""

from __future__ import annotations

from lxml import etree

from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.word.lint import lint
from models.word.marked import write_columns, write_marked
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.resolve import TRACKED


def operative(*texts: str) -> Draft:
    paragraphs = [Paragraph(Kind.OPERATIVE, (Run(text),), number=str(n)) for n, text in enumerate(texts, 1)]
    noted = Paragraph(Kind.PREAMBULAR, (Run("Recalling its resolution 57/270 B,"), Run(footnote=1)))
    return Draft((noted, *paragraphs), (Footnote(1, "1", (Run("Resolution 57/270 B."),)),))


OLD = operative(
    "Encourages all Governments to meet soon;",
    "Invites the regional commissions to organize meetings on water;",
    "Requests the Secretary-General to submit a report on the implementation of the resolution;",
)
NEW = operative(
    "Encourages the Governments to meet soon;",
    "Decides to convene a dialogue in 2006;",
    "Requests the Secretary-General to submit a report on the implementation of the resolution;",
)


def root_of(data: bytes) -> etree._Element:
    package = Package(data)
    return package.root(package.main)


def looking(root: etree._Element, look: str) -> list[str]:
    runs = (run for run in root.iter(w("r")) if run.find(f"{w('rPr')}/{w(look)}") is not None)
    return ["".join(text.text or "" for text in run.iter(w("t"))) for run in runs]


def test_marked_text_holds_both_texts_and_tracks_nothing() -> None:
    data = write_marked(compare(OLD, NEW), readable_words=False)
    root = root_of(data)
    assert next(root.iter(*TRACKED), None) is None
    struck, underlined = looking(root, "strike"), looking(root, "u")
    assert "all" in struck
    assert "the" in underlined
    assert any("Invites the regional commissions" in text for text in struck)
    assert any("Decides to convene a dialogue" in text for text in underlined)
    shown = [paragraph.text for paragraph in read_word(data).draft.paragraphs]
    assert NEW.paragraphs[3].text in shown


def test_columns_hold_each_text_on_its_own_side() -> None:
    root = root_of(write_columns(compare(OLD, NEW)))
    rows = [
        ["".join(t.text or "" for t in cell.iter(w("t"))) for cell in row.iter(w("tc"))] for row in root.iter(w("tr"))
    ]
    for side, draft in enumerate((OLD, NEW)):
        words = " ".join(row[side] for row in rows)
        at = [words.find(paragraph.text) for paragraph in draft.paragraphs]
        assert -1 not in at
        assert at == sorted(at)


def test_the_files_are_sound_and_the_same_each_time() -> None:
    for comparison in (compare(OLD, NEW), compare(Draft(), Draft())):
        for write in (write_marked, write_columns):
            assert lint(write(comparison)) == ()
            assert write(comparison) == write(comparison)
