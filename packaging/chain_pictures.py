"""Redlines of real version chains beside the United Nations' own pages, as pictures: what no test sees is seen here.

`chain_pictures.py CORPUS INTO` makes a dossier of each chain that has a facilitator's text, exports its tabled and its
facilitator's text as a delegate would (`adref export --tracked`), has LibreOffice print both, and puts each page beside
the page of the issued document that says most of the same. `--chain EN047` takes only some. CORPUS has `chains.tsv`,
`resolutions/*.txt` and `originals/*.pdf`. Where Liberation Serif is installed, lines break as in Times New Roman.
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2  # noqa: E402
from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtGui import QImage, QPainter  # noqa: E402

from models.files.foreign import libreoffice  # noqa: E402

DOTS_PER_INCH = 70
COLUMNS = 5
"""Pages side by side on the sheet that shows a whole redline."""


@dataclass(frozen=True)
class Redline:
    """One text of a chain with its changes from the text before it, and the issued document of it."""

    name: str
    dossier: Path
    symbol: str
    issued: Path


def redlines(corpus: Path, chains: list[str] | None, into: Path) -> list[Redline]:
    """A dossier for every chain, and the two texts of it that are submitted."""
    found = []
    with (corpus / "chains.tsv").open(encoding="utf-8") as table:
        rows = csv.DictReader(table, delimiter="\t")
        for row in rows:
            members = [member.split("=") for member in row["members in order"].split(" ; ")]
            if "facilitator" not in [role for _, role in members] or (chains and row["chain"] not in chains):
                continue
            texts = [symbol for symbol, role in members if role != "adopted"]
            dossier = into / f"{row['chain']}.adref"
            dossier.unlink(missing_ok=True)
            adref("import", dossier, *(corpus / "resolutions" / f"{file_name(symbol)}.txt" for symbol in texts))
            for symbol, role in members:
                if role in ("tabled", "facilitator"):
                    issued = corpus / "originals" / f"{file_name(symbol)}.pdf"
                    found.append(Redline(f"{row['chain']}-{role}", dossier, symbol, issued))
    return found


def file_name(symbol: str) -> str:
    """How the corpus names the files of a document."""
    return symbol.replace("/", "_")


def adref(*words: object) -> None:
    """One command, as a user gives it."""
    subprocess.run([sys.executable, "-m", "app.main", *map(str, words)], cwd=ROOT, check=True)


def printed(program: str, files: list[Path], into: Path) -> None:
    """PDF files of Word files, all in one run of LibreOffice."""
    with tempfile.TemporaryDirectory() as profile:
        command = [program, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", str(into), *map(str, files)], check=True, stdout=subprocess.DEVNULL)


@dataclass(frozen=True)
class Page:
    """A page as a picture, and how often it says which three words in a row."""

    picture: QImage
    phrases: Counter[tuple[str, ...]]


def pages(file: Path) -> list[Page]:
    """The pages of a PDF file."""
    found = []
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            bitmap = page.render(scale=DOTS_PER_INCH / 72, rev_byteorder=True, prefer_bgrx=True)
            form = QImage.Format.Format_RGBX8888
            picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form).copy()
            words = page.get_textpage().get_text_bounded().split()
            found.append(Page(picture, Counter(zip(words, words[1:], words[2:], strict=False))))
    return found


def in_rows(pictures: list[QImage], columns: int) -> QImage:
    """Pictures in rows on grey, each at its own size."""
    wide, high = (max(size) + 8 for size in zip(*((one.width(), one.height()) for one in pictures), strict=True))
    sheet = QImage(wide * min(columns, len(pictures)), high * -(-len(pictures) // columns), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    for number, one in enumerate(pictures):
        painter.drawImage(number % columns * wide, number // columns * high, one)
    painter.end()
    return sheet


def take(redline: Redline, into: Path) -> None:
    """The pictures of one redline: each page beside the issued document's, and all of them on one sheet."""
    ours, theirs = pages(into / f"{redline.name}.pdf"), pages(redline.issued)
    for number, page in enumerate(ours, 1):
        beside = max(theirs, key=lambda other: (page.phrases & other.phrases).total())
        in_rows([page.picture, beside.picture], 2).save(str(into / f"{redline.name}-{number:02}.png"))
    in_rows([page.picture for page in ours], COLUMNS).save(str(into / f"{redline.name}-sheet.png"))
    print(f"{redline.name}: {redline.symbol}, {len(ours)} pages, issued on {len(theirs)}")


def main() -> None:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("into", type=Path)
    parser.add_argument("--chain", action="append")
    parser.add_argument("--paper", choices=("letter", "a4", "geneva"), default="letter")
    arguments = parser.parse_args()
    corpus, into = arguments.corpus.resolve(), arguments.into.resolve()
    program = libreoffice()
    if program is None:
        parser.error("LibreOffice is not installed: make test-tools")
    into.mkdir(parents=True, exist_ok=True)
    found = redlines(corpus, arguments.chain, into)
    files = [into / f"{redline.name}.docx" for redline in found]
    for redline, file in zip(found, files, strict=True):
        adref("export", redline.dossier, redline.symbol, "-o", file, "--tracked", "--paper", arguments.paper)
    printed(program, files, into)
    for redline in found:
        take(redline, into)


if __name__ == "__main__":
    main()
