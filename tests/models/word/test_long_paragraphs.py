"""What grows takes time by its length, not by the square of it: paragraphs of very many runs, tables that are shuffled.

The limits are in seconds of the processor, several times what the work takes, and a fraction of what its square would.
"""

from __future__ import annotations

import random
from functools import partial

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.reading.reading import CannotRead
from models.word.namespaces import w
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.letters.atoms import Matched, NewAtom, OldAtom
from models.word.redlining.letters.edit_script import script
from models.word.redlining.letters.raw_letters import raw_atoms
from models.word.resolving.joining import drop
from tests.models.word.word_xml import docx, p, t
from tests.timed import soon

_WORDS = [f"{at} ".rjust(200, "w") for at in range(30_000)]


def test_a_paragraph_of_very_many_runs_is_read_as_one() -> None:
    data = docx(p(t("The General Assembly,")) + p("".join(map(t, _WORDS))))
    paragraph = soon(lambda: read_word(data), 2).draft.paragraphs[1]
    assert len(paragraph.runs) == 1
    assert paragraph.text == "".join(_WORDS)


def test_a_text_in_more_pieces_than_any_program_cuts_is_refused() -> None:
    """Each piece takes two kilobytes of a redline: 300,000 of them took 770 MB and six seconds."""
    pieces = "<w:r><w:t>a</w:t></w:r>"
    with pytest.raises(CannotRead, match=r"100\u00a0011 pieces.*copy its text into a new file\.$"):
        read_word(docx(p(pieces * 100_011)))
    assert len(read_word(docx(p(pieces * 100_010))).draft.paragraphs[0].text) == 100_010
    assert len(read_word(docx(p(pieces * 50_000) + p(pieces * 50_020))).draft.paragraphs) == 2


def test_a_field_of_very_many_runs_is_taken_apart_once() -> None:
    code = "<w:r><w:instrText> </w:instrText></w:r>" * 40_000
    ends = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    paragraph = etree.fromstring(
        f'<w:p xmlns:w="{w("p")[1:-2]}">{ends[0]}{code}{ends[1]}<w:r><w:t>4</w:t></w:r>{ends[2]}</w:p>'
    )
    raws = soon(lambda: raw_atoms(paragraph), 1)
    assert raws is not None
    span = raws[0].span
    assert span is not None
    assert list(span.frame) == [run for run in paragraph if run is not raws[0].run]


def test_what_is_taken_out_may_hold_very_much() -> None:
    long = f'<w:p xmlns:w="{w("p")[1:-2]}"><w:del>{"<w:r><w:delText/></w:r>" * 100_000}</w:del></w:p>'

    def left() -> int:
        root = etree.fromstring(long)
        drop(root[0])
        return len(root)

    assert soon(left, 2) == 0


def test_a_long_run_becomes_many_and_many_become_one() -> None:
    words, whole = _WORDS, "".join(_WORDS)
    for old, new in ((words, [whole]), ([whole], words)):
        matched, put_in = [Matched([*map(OldAtom, old)], [])], [[*map(NewAtom, new)]]
        steps = soon(partial(script, matched, put_in, [""], (("equal", whole),), _no), 2)
        assert [step.old.text for step in steps if step.old is not None] == words
        assert [step.new.text for step in steps if step.new is not None] == words


def _no(old: OldAtom, new: NewAtom) -> bool:
    return False


def test_a_long_table_that_is_shuffled_is_shown() -> None:
    rows = list(range(700))
    before = _table(rows)
    random.Random(5).shuffle(rows)
    old, new = read_word(before), read_word(after := _table(rows))
    comparison = compare(old.draft, new.draft)
    data = soon(lambda: write_redline(comparison, base=before, origins=old.origins, new_file=(after, new.origins)), 10)
    assert read_word(data, "accept").draft == new.draft
    assert read_word(data, "reject").draft == old.draft


def _table(rows: list[int]) -> bytes:
    cells = [
        "".join(f"<w:tc><w:tcPr/>{p(t(f'Row {row}, cell {at} of the States parties'))}</w:tc>" for at in range(5))
        for row in rows
    ]
    table = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    grid = "<w:gridCol/>" * 5
    text = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{table}</w:tbl>"
    return docx(p(t("The General Assembly,")) + text + p(t("1. Ends;")))
