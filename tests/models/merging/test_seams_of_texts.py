"""A paragraph of a real text that one side divides, or joins with the next, and the other changes words there."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from models.draft import Draft, Kind
from models.merging import merge
from tests.models.comparison.small_drafts import numbered
from tests.models.merging.test_accounts import texts
from tests.real_files import real_draft

_SEAM = re.compile(r", (and )?(?=[a-z])")
_NEW = (
    "in particular in Africa",
    "as appropriate",
    "lakes",
    "urgently",
    "and islands",
    "small fishers",
    "in this regard",
)
_EDGE = 30
"""So many letters at each end of a paragraph it is not divided in."""


def three(chance: Random, shared: Path) -> tuple[Draft, Draft, Draft, Draft]:
    """Base, the side that shaped it, the one that changed words, and what comes of both."""
    text, last = _paragraphs(chance, shared)
    seam = chance.choice([*_SEAM.finditer(text, _EDGE, len(text) - _EDGE)])
    parts = text[: seam.start()], text[seam.end() :]
    if chance.random() < 0.5:
        changed = _changed(chance, parts[0], at_end=True), parts[1]
    else:
        changed = parts[0], _changed(chance, parts[1], at_end=False)
    was, became = ([_whole(seam[0], *one, last), _parted(*one, last)] for one in (parts, changed))
    first = chance.random() < 0.4
    return was[first], was[not first], became[first], became[not first]


def _paragraphs(chance: Random, shared: Path) -> list[str]:
    while True:
        found = [
            one.text
            for one in real_draft(chance.choice(texts(shared / "corpus"))).paragraphs
            if one.kind is Kind.OPERATIVE and 120 < len(one.text) < 900
            # References to paragraphs follow, which is another law.
            if not one.footnotes and not re.search(r"\[|paragraph", one.text)
        ]
        can = [text for text in found if _SEAM.search(text, _EDGE, len(text) - _EDGE)]
        if can and len(found) > 1:
            text = chance.choice(can)
            return [text, chance.choice([one for one in found if one is not text])]


def _changed(chance: Random, text: str, at_end: bool) -> str:
    """A text with words put in, often where it meets the other part, or taken out."""
    words = text.split(" ")
    if chance.random() < 0.6:
        at = chance.choice((len(words) if at_end else 1, chance.randint(1, len(words) - 1)))
        if at == len(words):
            return f"{text}{chance.choice((' ', ', '))}{chance.choice(_NEW)}"
        return " ".join((*words[:at], chance.choice(_NEW), *words[at:]))
    at = chance.randrange(1 if at_end else 0, len(words))
    del words[at : at + chance.randint(1, 3)]
    return " ".join(words)


def _whole(seam: str, one: str, two: str, last: str) -> Draft:
    return numbered(f"{one}{seam}{two}", last)


def _parted(one: str, two: str, last: str) -> Draft:
    return numbered(f"{one};", f"{two[:1].upper()}{two[1:]}", last)


@pytest.mark.parametrize("seed", range(60))
def test_a_division_and_words_at_it_combine(seed: int, shared: Path) -> None:
    base, shaped, changed, wanted = three(Random(seed), shared)
    for found in (merge(base, shaped, changed), merge(base, changed, shaped)):
        assert not found.conflicts
        assert found.draft.paragraphs == wanted.paragraphs
