"""A list item of another house's file on another level: its redline is written, whatever Word counts there."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from models.comparison.compare import compare
from models.word.read import read_word
from models.word.redline import write_redline

FILES = ("OfficeDev__Open-Xml-PowerTools__HC031-Complicated-Document.docx", "dotnet__Open-XML-SDK__comment.docx")


def one_level_down(data: bytes, which: int) -> bytes:
    """The same file with one of its items, counted from the first, on the level below."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "word/document.xml":
                place = list(re.finditer(rb'<w:ilvl w:val="0"\s*/>', content))[which]
                content = content[: place.start()] + b'<w:ilvl w:val="1"/>' + content[place.end() :]
            new.writestr(entry, content)
    return buffer.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_another_level_is_written(name: str, shared: Path) -> None:
    base = (shared / "word_files" / name).read_bytes()
    changed = one_level_down(base, 0)
    before, after = read_word(base), read_word(changed)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=base, origins=before.origins, new_file=(changed, after.origins))
    assert [one.text for one in read_word(written).draft.paragraphs] == [one.text for one in after.draft.paragraphs]
    assert read_word(written, "reject").draft == before.draft
