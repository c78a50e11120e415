"""Numbers are written in one way, from 1,000 on with a space that no line breaks at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.wording import brackets_words
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.telling.figures import counted, figure
from widgets.compare.beside.same import status_words
from widgets.compare.changes.arrangement import Arrangement
from widgets.paper.block import words_phrase

ROOT = Path(__file__).resolve().parents[2]
BY_HAND = re.compile(
    r"\} [a-z]+\{'s?' if"  # "{count} word{'s' if count != 1 else ''}"
    r"|else f\"\{[a-z.]+\} (?!is\b)[a-z]+s\b"  # "1 word" if count == 1 else f"{count} words"
    r"|:,\}"  # f"{count:,} words"
)
_VERBS = re.compile(r"\} (?:differ|combine)\{'s' if")


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "0"), (999, "999"), (1000, "1\u00a0000"), (366_896, "366\u00a0896"), (-1234, "-1\u00a0234")],
)
def test_figures(number: int, written: str) -> None:
    assert figure(number) == written
    assert counted(number, "word") == f"{written} words"
    assert counted(1, "entry", "entries") == "1 entry"


def test_the_window_writes_them_so() -> None:
    text = Paragraph(Kind.TEXT, (Run("The Assembly meets."),))
    long = Paragraph(Kind.TEXT, (Run("peace " * 1500),))
    words, _ = status_words(Arrangement(compare(Draft((text,)), Draft((text, long)))), shown=True)
    assert words == "1\u00a0500 words in, 0 out"
    assert words_phrase(1813) == "1\u00a0813 words"
    assert brackets_words(1200, 1100, 9970) == "1\u00a0200 brackets in 1\u00a0100 of 9\u00a0970 paragraphs"


def test_no_page_of_the_window_writes_them_by_hand() -> None:
    files = [
        *(ROOT / "widgets").rglob("*.py"),
        *(path for path in (ROOT / "app").rglob("*.py") if "commands" not in path.parts),
    ]
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if BY_HAND.search(line) and not _VERBS.search(line)
    ]
    assert not found


def test_no_sentence_of_the_models_writes_them_with_commas() -> None:
    files = [*(ROOT / "models").rglob("*.py"), *(ROOT / "app" / "commands").rglob("*.py")]
    found = [path.name for path in files if ":,}" in path.read_text(encoding="utf-8")]
    assert found == ["figures.py"]
