"""The preview of an export is the first page of the very file."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from app.export.as_chosen import write_export
from app.export.first_page import first_page
from app.subjects.compared import Compared, compare_sides
from app.subjects.sides import Side
from models.circulation.typesetting import A4, Typesetting
from models.sample import sample_reading
from widgets.export.choices import FORMS, Choices

pytestmark = pytest.mark.usefixtures("qapp")
NEW = Side("Vice-Chairman’s text", "", sample_reading("vice_chairmans_text").draft)
OLD = Side("Earlier draft", "", sample_reading("earlier_draft_illustration").draft)
GRID = QSize(60, 80)


def choices(key: str) -> Choices:
    form = next(form for form in FORMS if form.key == key)
    against = "x" if form.compares else None
    return Choices(form, against, draft_mark=True, author=None, file_name="x", setting=Typesetting(A4))


def compared() -> Compared:
    return compare_sides(OLD, NEW, None, lambda *_: None)


def painted(path: Path, page: int, size: QSize) -> QImage:
    """A page of a PDF as PDFium paints it."""
    document = pypdfium2.PdfDocument(path)
    bitmap = document[page].render(scale=size.width() / document[page].get_width())
    data = bytes(bitmap.buffer)
    return QImage(data, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888).copy()


def grey(picture: QImage) -> list[int]:
    """How light each field of a coarse grid is: letters are smoothed in as many ways as there are programs."""
    smooth = Qt.TransformationMode.SmoothTransformation
    small = picture.convertToFormat(QImage.Format.Format_Grayscale8).scaled(
        GRID, Qt.AspectRatioMode.IgnoreAspectRatio, smooth
    )
    return [small.pixelColor(x, y).lightness() for y in range(GRID.height()) for x in range(GRID.width())]


def far(one: QImage, other: QImage) -> float:
    pairs = list(zip(grey(one), grey(other), strict=True))
    return sum(abs(a - b) for a, b in pairs) / len(pairs)


@pytest.mark.parametrize("key", ["pdf", "printed"])
def test_the_picture_is_the_first_page_of_the_file(key: str, tmp_path: Path) -> None:
    size = QSize(595, 842)
    shown = first_page(NEW, compared(), choices(key), None, size)
    assert shown is not None
    written = write_export(tmp_path / "out.pdf", NEW, compared(), choices(key), None).path
    first, second = painted(written, 0, size), painted(written, 1, size)
    assert far(shown, first) < 4 < far(shown, second) / 2


def test_what_is_not_compared_yet_has_no_page() -> None:
    assert first_page(NEW, None, choices("pdf"), None, QSize(100, 140)) is None
    assert first_page(NEW, None, choices("printed"), None, QSize(100, 140)) is not None


def test_of_markdown_the_letters_of_the_file_are_shown() -> None:
    pages = [first_page(NEW, compared(), choices(key), None, QSize(300, 424)) for key in ("markdown", "html")]
    assert all(page is not None and min(grey(page)) < 200 for page in pages)
    assert pages[0] is not None
    assert pages[1] is not None
    assert far(pages[0], pages[1]) > 4
