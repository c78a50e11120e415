"""A paragraph cut in two, or two joined, and nothing else: its mark comes or goes, no word of it is struck."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from models.comparison.compare import compare
from models.draft import Kind
from models.files.read import read_file
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from tests.models.word.libreoffice_oracle import has_uno, read_with_libreoffice
from tests.models.word.lint import lint
from tests.models.word.word_xml import docx, p, t

HEAD = "Recognizing that multilingualism, as a core value of the Organization, contributes to the goals of the Charter"

CASES = {
    "goes on in small letters": (HEAD, "and that it is to be promoted,"),
    "in a date": (
        "Recalling the creation of the commission in February",
        "2022 by the General Assembly at its session,",
    ),
    "in a longer date": ("Recalling the creation of the commission on 19 December 2022", "by the General Assembly,"),
    "the first half reads as a decision": ("Takes note of the report of the Secretary-General;", "and of its annexes,"),
    "the second half reads as a decision": (f"{HEAD} and", "Decides to act;"),
    "Chinese": ("赞赏地注意到秘书长的报告；", "并强调必须继续改进其各机关的工作方法，"),
    "Russian": (
        "признавая, что многоязычие способствует достижению целей Организации,",
        "изложенных в статье 1 Устава,",
    ),
}


def struck(one: Sequence[str], two: Sequence[str]) -> tuple[str, str]:
    """The letters that a redline between two plain files, without styles, strikes, and those it puts in."""
    old, new = (docx("".join([p(t(escape(line))) for line in lines])) for lines in (one, two))
    before, after = read_word(old), read_word(new)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=old, origins=before.origins, new_file=(new, after.origins))
    assert differences(comparison, written, of_file=True) == ()
    found = read_word(written).revisions
    went, came = ("".join([one.text for one in found if one.kind == kind]).strip() for kind in ("delete", "insert"))
    return went, came


@pytest.mark.parametrize("name", CASES)
def test_a_cut_is_shown_as_the_end_of_a_paragraph_alone(name: str) -> None:
    first, last = CASES[name]
    around = ("The General Assembly,", "Recalling the Charter,"), ("1. Decides to meet;", "2. Invites all to come.")
    space = "" if name == "Chinese" else " "
    whole, pieces = ([*around[0], *middle, *around[1]] for middle in ([f"{first}{space}{last}"], [first, last]))
    assert struck(whole, pieces) == ("", "")
    assert struck(pieces, whole) == ("", "")


def test_a_cut_at_any_word_of_a_real_text(shared: Path) -> None:
    chance = random.Random(5)
    files = sorted((shared / "corpus" / "library").glob("*.txt"))
    for _ in range(12):
        draft = read_file(chance.choice(files)).draft
        lines = [f"{one.number or ''} {one.text}".strip() for one in draft.paragraphs if one.kind is not Kind.MASTHEAD]
        lines = [" ".join(line.split()) for line in lines if line.strip()]
        at = chance.choice([at for at, line in enumerate(lines) if len(line) > 100])
        cut = chance.choice([found.start() for found in re.finditer(" ", lines[at]) if 20 < found.start() < 80])
        pieces = [*lines[:at], lines[at][:cut], lines[at][cut + 1 :], *lines[at + 1 :]]
        assert struck(lines, pieces) == ("", ""), lines[at]
        assert struck(pieces, lines) == ("", ""), lines[at]


WATER = "Requests the Secretary-General to convene a meeting of experts on water in Geneva"
REVIEW = "to review its outcome at the next session of the Assembly with all States"
OTHERS = (
    "Welcomes the progress made by Member States in the implementation of the programme;",
    "Encourages all organizations to provide resources for regional cooperation;",
    "Calls upon donors to provide predictable financing, bearing in mind the needs of islands;",
)
WHOLE = f"{WATER}; and decides {REVIEW};"
PIECES = {
    "as they were": (f"{WATER};", f"and decides {REVIEW};"),
    "worded anew": (f"{WATER} or Vienna;", f"Decides {REVIEW}, and their envoys;"),
    "in three": (f"{WATER.removesuffix(' on water in Geneva')};", "On water in Geneva;", f"Decides {REVIEW};"),
}


def moved(name: str, *, down: bool, joined: bool) -> list[list[str]]:
    """The lines of two texts: a paragraph moves past others and is split there, or several move and are joined."""
    one, two = ([WHOLE], [*PIECES[name]])[:: -1 if joined else 1]
    lines = ([*one, *OTHERS], [*OTHERS, *two]) if down else ([*OTHERS, *one], [*two, *OTHERS])
    texts = (["Decides to meet;", *some, "Decides to end."] for some in lines)
    return [[f"{n}. {line}" for n, line in enumerate(text, 1)] for text in texts]


@pytest.mark.parametrize("date", [None, "2025-11-17T00:00:00Z"], ids=["undated", "dated"])
@pytest.mark.parametrize("joined", [False, True], ids=["split", "joined"])
@pytest.mark.parametrize("down", [False, True], ids=["up", "down"])
@pytest.mark.parametrize("name", PIECES)
def test_what_moves_and_is_split_or_joined_is_one_move(name: str, down: bool, joined: bool, date: str | None) -> None:
    old, new = (docx("".join([p(t(line)) for line in one])) for one in moved(name, down=down, joined=joined))
    before, after = read_word(old), read_word(new)
    comparison = compare(before.draft, after.draft)
    moves = [change for change in comparison.changes if change.moved]
    written = write_redline(comparison, base=old, origins=before.origins, date=date)
    assert differences(comparison, written, of_file=True) == ()
    assert lint(written) == ()
    root = Package(written).root("word/document.xml")
    names = [one.get(w("name")) for kind in ("From", "To") for one in root.iter(w(f"move{kind}RangeStart"))]
    assert len(names) == 2 * len({*names}) == 2 * len(moves)
    assert [len(list(root.iter(w(f"move{kind}")))) > 1 for kind in ("From", "To")] == [True, True]
    came = [one for one in root.iter(w("p")) if one.find(f"{w('pPr')}/{w('rPr')}/{w('moveTo')}") is not None]
    went = [one for one in root.iter(w("p")) if one.find(w("moveFrom")) is not None]
    assert len(came) == sum(len(one.new) for one in moves)
    assert len(went) == sum(len(one.old) for one in moves)
    assert not any(one.findall(f".//{w('ins')}") and not one.findall(w("moveTo")) for one in came)


def test_libreoffice_takes_and_rejects_what_moves_and_is_split_or_joined(soffice: str, tmp_path: Path) -> None:
    if not has_uno():
        pytest.skip("LibreOffice's bridge to Python is not here (make test-tools installs it)")
    wanted: dict[tuple[str, str], list[str]] = {}
    for at, (name, down, joined, date) in enumerate(
        product(PIECES, (False, True), (False, True), (None, "2025-11-17T00:00:00Z"))
    ):
        lines = moved(name, down=down, joined=joined)
        old, new = (docx("".join([p(t(line)) for line in one])) for one in lines)
        before, after = read_word(old), read_word(new)
        written = write_redline(compare(before.draft, after.draft), base=old, origins=before.origins, date=date)
        (tmp_path / f"{at}.docx").write_bytes(written)
        wanted["reject", f"{at}.docx"], wanted["accept", f"{at}.docx"] = lines
    found = read_with_libreoffice(soffice, [(choice, tmp_path / name) for choice, name in wanted], tmp_path)
    assert {key: [text.strip() for text, _ in found[key]["paragraphs"]] for key in wanted} == wanted
