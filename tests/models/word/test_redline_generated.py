"""Redlines of generated edits: many small changes at once, and edits of real Word files of other houses."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from models.comparison.compare import compare
from models.draft import Draft, DraftError, Footnote, Paragraph, Run
from models.reading.reading import CannotRead
from models.word.clean import write_clean
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import SOFT, differences
from tests.generated import HARD, NORMAL, Rates, case
from tests.models.word.lint import lint

WORDS = ["peace", "water", "trade", "health", "school", "forest", "energy", "climate"]


@pytest.mark.parametrize("rates", [NORMAL, HARD], ids=["normal", "hard"])
@pytest.mark.parametrize("seed", range(4))
def test_generated_edits(seed: int, rates: Rates) -> None:
    made = case(60, rates, seed)
    base = write_clean(made.old)
    old = read_word(base)
    comparison = compare(old.draft, made.new)
    written = write_redline(comparison, base=base, origins=old.origins)
    assert [one for one in differences(comparison, written) if one.what != "number"] == []
    assert lint(written) == ()


def _edited(draft: Draft, chance: random.Random) -> Draft:
    """A draft after a few edits of a delegate, cells and all."""
    paragraphs, notes = list(draft.paragraphs), list(draft.footnotes)
    free = max((note.id for note in notes), default=0) + 1
    for _ in range(chance.randint(2, 6)):
        at = chance.randrange(len(paragraphs))
        one, act = paragraphs[at], chance.choice(("word", "word", "mark", "delete", "insert", "move", "note"))
        if act == "word" and one.runs and one.runs[0].footnote is None:
            words = one.runs[0].text.split(" ")
            words[chance.randrange(len(words))] = chance.choice(WORDS)
            paragraphs[at] = replace(one, runs=(replace(one.runs[0], text=" ".join(words)), *one.runs[1:]))
        elif act == "mark" and one.runs and one.runs[0].footnote is None:
            paragraphs[at] = replace(one, runs=(replace(one.runs[0], italic=not one.runs[0].italic), *one.runs[1:]))
        elif act == "delete" and one.cell is None and len(paragraphs) > 2:
            paragraphs.pop(at)
        elif act == "insert":
            text = "Inserted " + " ".join(chance.choice(WORDS) for _ in range(6))
            paragraphs.insert(at, replace(one, runs=(Run(text),), number=None))
        elif act == "move" and one.cell is None and one.text and len(paragraphs) > 2:
            moved: Paragraph = paragraphs.pop(at)
            paragraphs.insert(chance.randrange(len(paragraphs)), moved)
        elif act == "note" and one.text:
            half = len(one.runs) // 2
            paragraphs[at] = replace(one, runs=(*one.runs[:half], Run(footnote=free), *one.runs[half:]))
            notes.append(Footnote(free, str(free), (Run("A new note."),)))
            free += 1
    cited = {note for one in paragraphs for note in one.footnotes}
    return Draft(tuple(paragraphs), tuple(note for note in notes if note.id in cited))


def test_edits_of_files_of_other_houses(shared: Path) -> None:
    """Exact, or refused in one sentence; refused only where a text box keeps the paragraph around it alive."""
    refused, done = [], 0
    for path in [*sorted((shared / "corpus" / "word").glob("*.docx")), *sorted((shared / "word_files").glob("*.docx"))]:
        base = path.read_bytes()
        try:
            old = read_word(base)
        except CannotRead:
            continue
        if not 1 < len(old.draft.paragraphs) <= 300:
            continue
        new = _edited(old.draft, random.Random(path.name))
        comparison = compare(old.draft, new)
        try:
            written = write_redline(comparison, base=base, origins=old.origins)
        except DraftError:
            refused.append(path.name)
            continue
        done += 1
        assert [one for one in differences(comparison, written) if one.what not in SOFT] == [], path.name
        assert {fault.code for fault in lint(written)} <= {fault.code for fault in lint(base)}, path.name
    assert done > 40
    assert len(refused) <= done // 20, refused
