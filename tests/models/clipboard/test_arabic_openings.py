"""Arabic openings that a file has in bold letters come as those have that are typed; other bold letters stay."""

from __future__ import annotations

import pytest

from models.clipboard.paste import paste
from models.clipboard.read import from_clipboard
from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.editing.working import WorkingText

_OPENED = ("إذ تشير", " إلى قرارها 78/1،")
_ACTS = ("تقرر", " أن تجتمع.")


def _looks(*pieces: tuple[str, str], first: str = "إن الجمعية العامة،") -> list[list[tuple[str, bool, bool]]]:
    """Words, whether bold, whether italic, of what is pasted behind an organ's line; the first of each pair is bold."""
    working = WorkingText(Draft((Paragraph(Kind.ENACTING, (Run(first),)), Paragraph(Kind.PREAMBULAR, ()))))
    page = "".join(f"<p dir=rtl><b>{bold}</b>{rest}</p>" for bold, rest in pieces)
    paste(working, Selection.at(1, 0), from_clipboard({"text/html": page.encode()}))
    return [
        [(run.text, run.bold, run.italic) for run in entry.paragraph.runs]
        for entry in working.entries[1:]
        if entry.length
    ]


def test_a_bold_arabic_opening_has_the_look_of_a_typed_one() -> None:
    assert _looks(_OPENED, _ACTS) == [
        [("إذ تشير إلى", False, True), (" قرارها 78/1،", False, False)],
        [("تقرر", False, True), (" أن تجتمع.", False, False)],
    ]


def test_a_bold_arabic_organ_line_has_its_own_look() -> None:
    (line,) = _looks(("إن الجمعية العامة،", ""), _ACTS, first="")[:1]
    assert line == [("إن الجمعية العامة", False, True), ("،", False, False)]


@pytest.mark.parametrize("bold", [("إذ تشير إلى قرارها 78/1،", ""), ("Recalling", " its resolution 78/1 and more,")])
def test_what_is_bold_throughout_and_an_english_opening_stay_bold(bold: tuple[str, str]) -> None:
    (found,) = _looks(bold)
    assert found[0][1]
