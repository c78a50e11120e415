"""PDF files in the window and on the command line: opened, dropped, kept with their bytes, compared, refused."""

from __future__ import annotations

import json
import re
from contextlib import closing
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from app.commands.running import run
from app.pdf import pdf_of_draft
from app.shell.asking import ANY, TEXTS
from app.window.window import Window
from models.dossier.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from models.files.read import read_bytes
from tests.models.reading.pdf_pages import ITALIC, At, lines, pdf

WAIT = 20_000


def draft(year: str) -> bytes:
    return pdf(
        [
            At(147, 740, "The General Assembly", ITALIC),
            At(229, 740, ","),
            *lines("Recalling its resolution 56/203 of 21 December", "2001,", y=716),
            *lines("1. Decides to meet in", f"{year}.", y=686),
        ]
    )


@pytest.fixture
def originals(tmp_path: Path) -> list[Path]:
    """Two drafts as PDF files."""
    found = [tmp_path / "first.pdf", tmp_path / "second.pdf"]
    for path, year in zip(found, ("2005", "2006"), strict=True):
        path.write_bytes(draft(year))
    return found


def drop(window: Window, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    act, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(300, 300).toPointF(), act, data, button, none))


def test_the_dialogs_offer_pdf_files() -> None:
    assert "*.pdf" in TEXTS[0]
    assert "*.pdf" in ANY[0]


def test_a_pdf_that_is_dropped_starts_a_dossier_and_keeps_its_bytes(
    qtbot: QtBot, window: Window, originals: list[Path]
) -> None:
    drop(window, originals[0])
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    file = window.places.documents / "first.adref"
    with Dossier.open(file) as dossier:
        (node,) = dossier.nodes()
        assert dossier.draft(node.id).paragraphs[-1].text == "Decides to meet in 2005."
        assert dossier.original(node.id, "text") == originals[0].read_bytes()


def test_two_pdfs_that_are_dropped_are_compared(qtbot: QtBot, window: Window, originals: list[Path]) -> None:
    drop(window, *originals)
    qtbot.waitUntil(lambda: window.going.compared is not None, timeout=WAIT)
    assert window.going.compared is not None
    changes = [change for change in window.going.compared.comparison.changes if change.weight is not None]
    assert len(changes) == 1


def test_a_pdf_that_cannot_be_read_is_told_in_one_sentence(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "pictures.pdf"
    path.write_bytes(pdf([], []))
    drop(window, path)
    qtbot.waitUntil(lambda: bool(window.notices.shown), timeout=WAIT)
    (notice,) = window.notices.shown
    assert notice.notice.kind == "error"
    assert "pictures.pdf" in notice.notice.words
    assert "no text" in notice.notice.words


def test_the_command_line_reads_and_compares_pdf_files(
    originals: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", str(originals[0]), "--json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert [paragraph["label"] for paragraph in value["paragraphs"]] == [None, "PP1", "OP1"]
    assert value["paragraphs"][0]["runs"][0] == {"text": "The General Assembly", "italic": True}
    assert value["warnings"] == []
    redline = originals[0].with_name("redline.docx")
    assert run(["compare", str(originals[0]), str(originals[1]), "-o", str(redline)]) == 1
    capsys.readouterr()
    for taken, year in (("reject", "2005"), ("accept", "2006")):
        assert run(["read", str(redline), "--json", "--revisions", taken]) == 0
        assert json.loads(capsys.readouterr().out)["paragraphs"][-1]["text"] == f"Decides to meet in {year}."


def test_every_letter_of_a_printed_pdf_can_be_copied(tmp_path: Path) -> None:
    text, out = tmp_path / "draft.txt", tmp_path / "draft.pdf"
    text.write_text("Draft resolution\n\n1. Finds the official shift after the fifth draft;\n", encoding="utf-8")
    other = tmp_path / "other.txt"
    other.write_text("Draft resolution\n\n1. Finds the official shift before the fifth draft;\n", encoding="utf-8")
    assert run(["compare", str(text), str(other), "-o", str(out)]) == 1
    read = "\n".join(paragraph.text for paragraph in read_bytes(out.read_bytes()).draft.paragraphs)
    assert "official shift" in read
    assert "fifth draft" in read


def test_a_quotation_mark_is_copied_as_one_and_not_as_the_letter_that_looks_so() -> None:
    french = "Prie les États de l’Afrique de dire ‘oui’"
    for words, there in ((french, french), ("Ta\u02bcizz", "Ta\u02bcizz")):
        made = pdf_of_draft(Draft((Paragraph(Kind.TEXT, (Run(words),)),)), "A text")
        with PdfDocument(made) as document, closing(document[0]) as page, closing(page.get_textpage()) as letters:
            assert there in letters.get_text_range()


@pytest.mark.parametrize("sign", ["\u03bc", "\u00b5", "\u2206", "\u0394"])
def test_a_letter_of_greek_is_copied_as_that_and_the_sign_that_looks_so_as_itself(sign: str) -> None:
    made = pdf_of_draft(Draft((Paragraph(Kind.TEXT, (Run(f"Notes 5 {sign} of it"),)),)), "A text")
    assert read_bytes(made).draft.paragraphs[0].text == f"Notes 5 {sign} of it"


@pytest.mark.parametrize(
    ("words", "bold"), [(Run("Decides [to meet] in [May] [June];"), 0), (Run("[May]", bold=True), 1)]
)
def test_brackets_on_a_page_are_as_plain_as_their_words(words: Run, bold: int) -> None:
    made = pdf_of_draft(Draft((Paragraph(Kind.TEXT, (words,)),)), "Text")
    fonts = set(re.findall(rb"/BaseFont\s*/([\w+-]+)", made))
    assert fonts
    assert sum(b"Bold" in font for font in fonts) == bold


@pytest.mark.parametrize(
    ("organ", "lines"),
    [
        ("大会，", ("联合国", "大会", "第八十届会议", "第二委员会", "议程项目18(i)", "可持续发展", "防治沙尘暴")),
        (
            "Генеральная Ассамблея,",
            ("Организация Объединенных Наций", "Генеральная Ассамблея", "Восьмидесятая сессия", "Второй комитет",
             "Пункт 18 i) повестки дня", "Устойчивое развитие", "Борьба с бурями"),
        ),
    ],
)  # fmt: skip
def test_an_organ_named_in_the_masthead_does_not_end_it(organ: str, lines: tuple[str, ...]) -> None:
    masthead = [Paragraph(Kind.MASTHEAD, (Run(line),)) for line in lines]
    made = pdf_of_draft(Draft((*masthead, Paragraph(Kind.ENACTING, (Run(organ),)))), "A text")
    assert [one.text for one in read_bytes(made).draft.paragraphs] == [*lines, organ]
