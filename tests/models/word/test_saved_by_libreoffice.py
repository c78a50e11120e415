"""Redlines that LibreOffice saved anew: both texts and whose changes they are read back as they were written."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from models.comparison.compare import compare
from models.proposals.returned import read_returned
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.woven import read_woven
from tests.models.word.redline_cases import random_pair
from tests.models.word.word_xml import BY, BY_OTHER, d, dele, docx, ins, p, t

# Random drafts in which a paragraph is moved and reworded: words put in and struck at its beginning, within and at its
# end. An odd one is written without dates.
SEEDS = (34, 41, 42, 46, 72, 110, 115, 120, 127, 176, 190, 205, 286, 767, 784)
DATE = "2026-01-01T00:00:00Z"
MOVED = f"<w:moveTo {BY}/>"


def _lines(data: bytes, revisions: str) -> list[str]:
    return [text for one in read_word(data, revisions).draft.paragraphs if (text := one.text.strip())]


def _moves(data: bytes) -> list[int]:
    return [one.place.first for one in read_returned(data).proposals if one.kind == "move"]


def test_what_is_edited_where_it_moved_to_outlives_libreoffice(soffice: str, tmp_path: Path) -> None:
    written = {}
    for seed in SEEDS:
        comparison = compare(*random_pair(seed))
        assert any(change.moved and change.kind == "reworded" for change in comparison.changes)
        data = write_redline(comparison, base=None, author="Kenya", date=None if seed % 2 else DATE)
        written[tmp_path / f"{seed}.docx"] = data
    for path, data in written.items():
        path.write_bytes(data)
    profile, saved = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", tmp_path / "saved"
    command = [soffice, "--headless", profile, "--convert-to", "docx", "--outdir", str(saved), *map(str, written)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for path, data in written.items():
        again = (saved / path.name).read_bytes()
        for revisions in ("accept", "reject"):
            assert _lines(again, revisions) == _lines(data, revisions), (path.name, revisions)
        changes = read_word(again).revisions
        assert {"move-from", "move-to"} <= {one.kind for one in changes}
        assert {one.author for one in changes} == {"Kenya"}
        moves = [_moves(file) for file in (data, again)]
        assert moves[0] == moves[1], path.name


@pytest.mark.parametrize("ends", [True, False], ids=["its range ends before its end", "its range is lost"])
def test_what_moved_in_libreoffice_is_one_move(ends: bool) -> None:
    def move(side: str, content: str, ranged: bool) -> str:
        start = f'<w:move{side}RangeStart w:id="5" w:name="one" w:author="Kenya" w:date="{DATE}"/>' if ranged else ""
        end = f'<w:move{side}RangeEnd w:id="5"/>' if ranged else ""
        return p(start, content, end, mark=f"<w:move{side} {BY}/>")

    gone = move("From", f"<w:moveFrom {BY}>{t('Requests a report;')}</w:moveFrom>", True)
    come = move("To", f"<w:moveTo {BY}>{t('Requests a')}</w:moveTo>" + dele(d(" report;")), ends)
    other = move("To", f"<w:moveTo {BY}>{t('Urges all')}</w:moveTo>", False)
    moves = [
        change.move for change in read_woven(docx(come + p("Decides to meet;") + gone + other + p("Ends."))).changes
    ]
    assert moves == ["one"] * 3 + [None] + ["one"] * 2 + [None] * 2


@pytest.mark.parametrize(
    ("body", "rejected", "told"),
    [
        pytest.param(
            p(f"<w:moveTo {BY}>{t('a b')}</w:moveTo>", dele(d(" c"), BY_OTHER), mark=MOVED) + p("d"),
            ["d"],
            ["move-to", "move-to", "move-to", "delete"],
            id="struck at the end of what moved",
        ),
        pytest.param(
            p(f"<w:moveTo {BY}>{t('a b')}</w:moveTo>", ins(t("x"), BY_OTHER), mark=MOVED) + p("d"),
            ["d"],
            ["move-to", "move-to", "insert"],
            id="put in there",
        ),
        pytest.param(
            p("z ", f"<w:moveTo {BY}>{t('a b')}</w:moveTo>", dele(d(" c"), BY_OTHER), mark=MOVED) + p("d"),
            ["z  cd"],
            ["move-to", "move-to", "delete"],
            id="a paragraph that stood there before",
        ),
        pytest.param(
            p(f"<w:moveTo {BY}>{t('a b')}</w:moveTo>", dele(d(" c"), BY_OTHER)) + p("d"),
            [" c", "d"],
            ["move-to", "delete"],
            id="its mark did not move",
        ),
    ],
)
def test_struck_words_of_a_paragraph_that_moved_moved_with_it(body: str, rejected: list[str], told: list[str]) -> None:
    data = docx(body)
    assert [one.text for one in read_word(data, "reject").draft.paragraphs] == rejected
    assert [one.kind for one in read_word(data).revisions] == told
