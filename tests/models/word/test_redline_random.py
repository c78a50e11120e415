"""Redlines of random drafts and edits: exact both ways, each change signed and dated, nothing for the lint to find.

ADREF_REDLINES says how many (2,000 usually).
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from models.circulation.typesetting import Typesetting
from models.comparison.compare import compare
from models.word.clean import write_clean
from models.word.leaving.looked_for.search import TRACKED
from models.word.markup import field_runs
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.reading.move_names import RANGES
from models.word.redline import write_redline
from models.word.redlining.check import differences
from models.word.redlining.letters.raw_letters import Raw
from models.word.redlining.tree import RedlineTree
from models.word.resolve import text_parts
from tests.models.word.lint import lint
from tests.models.word.redline_cases import random_pair
from tests.models.word.word_xml import docx, p

MANY = int(os.environ.get("ADREF_REDLINES", "2000"))
CHUNK = 100
DATE = "2025-11-17T00:00:00Z"  # of the redlines of odd seeds; the others have none, but for the ranges of moves


@pytest.mark.parametrize("first", range(0, MANY, CHUNK))
def test_random_redlines_are_exact(first: int) -> None:
    for seed in range(first, min(first + CHUNK, MANY)):
        _is_exact(seed)


@pytest.mark.parametrize("seed", [7732, 20669])
def test_redlines_that_were_not_exact_once(seed: int) -> None:
    _is_exact(seed)


def _of_fields() -> None:
    """A redline on a text with fields, each with its letters."""
    shown = "".join(etree.tostring(one, encoding="unicode") for one in field_runs("REF one", "paragraph one"))
    read = read_word(base := docx(p("1. Recalls ", shown, " of it;") * 3))
    new = replace(read.draft, paragraphs=read.draft.paragraphs[1:])
    write_redline(compare(read.draft, new), base=base, origins=read.origins)


@pytest.mark.parametrize("attempt", [lambda: _is_exact(7732), _of_fields], ids=["letters", "fields"])
def test_an_attempt_goes_when_it_is_done(attempt: Callable[[], None]) -> None:
    """A command searches for no dead rings, and a compilation makes an attempt for each delegation."""
    gc.collect()
    gc.disable()
    try:
        attempt()
        assert not [one for one in gc.get_objects() if isinstance(one, (RedlineTree, Raw))]
    finally:
        gc.enable()


def _is_exact(seed: int) -> None:
    old, new = random_pair(seed)
    base = write_clean(old, Typesetting(literal_numbers=seed % 3 == 0))
    reading = read_word(base)
    comparison = compare(reading.draft, new)
    date = DATE if seed % 2 else None
    written = write_redline(comparison, base=base, origins=reading.origins, author="Kenya", date=date)
    assert differences(comparison, written) == (), seed
    assert lint(written) == (), seed
    package = Package(written)
    marks = [one for name in text_parts(package) for one in package.root(name).iter(*TRACKED)]
    signed = {(one.get(w("author")), one.get(w("date"))) for one in marks if date or one.tag not in RANGES}
    assert signed <= {("Kenya", date)}, seed
