"""A paragraph cut in two, or two joined, and nothing else: its mark comes or goes, no word of it is struck."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from models.comparison.compare import compare
from models.draft import Kind
from models.files.read import read_file
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
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
