"""What a step of letters leaves as it was: whoever follows it need not look at anything else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.draft import Kind, Paragraph, Run
from models.editing.edit import Entry, Splice
from models.editing.splice_effects import counts_otherwise

ENTRY = Entry(3, Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(" to meet;"), Run(footnote=1))), (3,))
LINE = ENTRY.paragraph


def said(words: str, paragraph: Paragraph = LINE) -> Entry:
    return Entry(3, replace(paragraph, runs=(Run("Decides", italic=True), Run(words), Run(footnote=1))), (3,))


@pytest.mark.parametrize(
    ("new", "alone"),
    [
        ((said(" to meet soon;"),), True),
        ((said(" to meet;"),), True),
        ((said(" to meet;", replace(LINE, kind=Kind.PREAMBULAR)),), False),
        ((said(" to meet;", replace(LINE, level=1)),), False),
        ((said(" to meet;", replace(LINE, set_label="OP3 bis")),), False),
        ((said(" to meet;", replace(LINE, cell=(0, 0, 0))),), False),
        ((replace(said(" to meet;"), printed=True),), False),
        ((replace(said(" to meet;"), came_from=()),), False),
        ((replace(said(" to meet;"), key=4),), False),
        ((ENTRY.with_runs((Run("Decides to meet"),)),), False),
        ((ENTRY.with_runs((Run(" "), Run(footnote=1))),), False),
        ((ENTRY, said(" to meet;")), False),
        ((), False),
    ],
)
def test_only_other_words_in_a_paragraph_that_has_some_are_words_alone(new: tuple[Entry, ...], alone: bool) -> None:
    splice = Splice(3, (ENTRY,), new)
    assert splice.words_alone is alone
    if alone:
        assert not splice.regroups
        assert not splice.cites_otherwise
        assert counts_otherwise(splice) == (False, False)


def test_an_annex_is_called_otherwise_with_other_words() -> None:
    one, two = (Entry(0, Paragraph(Kind.ANNEX, (Run(words),)), (0,)) for words in ("Annex I", "Annex II"))
    splice = Splice(0, (one,), (two,))
    assert splice.words_alone
    assert counts_otherwise(splice) == (True, False)
