"""What happened to brackets, as a delegate would say it."""

from __future__ import annotations

import pytest

from models.comparison.change import Change, Comparison
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.telling.bracket_words import without_loose_brackets
from models.telling.sorts import Sort, sort_of
from widgets.compare.changes.arrangement import Arrangement, Shown
from widgets.compare.changes.folds import fold_words
from widgets.compare.changes.names import count_words
from widgets.compare.changes.sayings import saying
from widgets.paper.phrase import plain


def _changed(old: str, new: str) -> tuple[Change, Comparison]:
    before, after = (Draft((Paragraph(Kind.OPERATIVE, (Run(text),), number="1"),)) for text in (old, new))
    made = compare(before, after)
    (change,) = made.changes
    return change, made


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Urges [financial and] support;", "Urges financial and support;", "Brackets off “financial and”"),
        ("Urges financial and support;", "Urges [financial and] support;", "Brackets round “financial and”"),
        ("Urges [all] States to act;", "Urges all [States] to act;", "Brackets moved to “States”"),
        ("Urges [all] States [to act] now;", "Urges all States to act now;", "Brackets off “all” and “to act”"),
        ("[Urges] [all] States [to act] now;", "Urges all States to act now;", "Brackets off “Urges” and 2 more"),
        ("Urges all [States to act now;", "Urges all States to act now;", "Bracket off “States to act now”"),
        ("Urges all States to act now;", "Urges all [States to act now;", "Bracket at “States to act now”"),
        ("Urges all States to act now;", "[Urges all States to act now;]", "Brackets round all of it"),
        ("Urges [all [States]] to act;", "Urges [all States] to act;", "Brackets off “States”"),
    ],
)  # fmt: skip
def test_brackets_are_said_with_their_words(old: str, new: str, said: str) -> None:
    change, comparison = _changed(old, new)
    assert sort_of(change) is Sort.BRACKETS
    assert plain(saying(change, comparison)) == said


def test_a_bracket_is_no_word_of_a_rewording() -> None:
    old = "Recalls the Convention [on the Rights of Migrants] of 1990;"
    new = "Recalls the Convention on the Rights of Migrants, which entered into force in July 2003, of 1990;"
    change, comparison = _changed(old, new)
    assert "[" not in plain(saying(change, comparison))
    assert "which entered into force in July 2003" in plain(saying(change, comparison))


@pytest.mark.parametrize(
    ("text", "left"),
    [("]", ""), ("[and", "and"), ("[should] [may]", "[should] [may]"), ("a] [segment]", "a [segment]")],
)
def test_loose_brackets_go(text: str, left: str) -> None:
    assert without_loose_brackets(text) == left


def test_one_bracket_and_four_brackets() -> None:
    assert count_words(Sort.BRACKETS, 1) == "bracket"
    assert count_words(Sort.BRACKETS, 4) == "brackets"
    assert count_words(Sort.REWORDED, 1) == "reworded"


def test_a_title_that_stayed_folds_with_the_text_under_it() -> None:
    lines = ["General Assembly", "Agenda item 18", "Combating sand and dust storms"]
    head = [Paragraph(Kind.MASTHEAD, (Run(line),)) for line in lines]
    text = [Paragraph(Kind.ENACTING, (Run("The General Assembly,"),))]
    text += [Paragraph(Kind.PREAMBULAR, (Run(f"Recalling its resolution {at} of last year,"),)) for at in (1, 2)]
    ends = [Paragraph(Kind.OPERATIVE, (Run(words),), number="1") for words in ("Decides to go;", "Decides to stay;")]
    old, new = (Draft((*head, *text, end)) for end in ends)
    arrangement = Arrangement(compare(old, new))
    rows = arrangement.rows(Shown(), ())
    said = [fold_words(arrangement, range(row.first, row.end)) for row in rows if row.fold]
    assert said == [("Masthead", "2 lines, unchanged"), ("Title to PP2", "unchanged")]


def test_spacing_and_footnotes_are_said_in_words() -> None:
    one, two = (Run("Decides to meet"), Run(footnote=1), Run(" soon ;")), (Run("Decides to meet soon;"),)
    notes = (Footnote(1, "1", (Run("Resolution 217 A (III)."),)),)
    old = Draft((Paragraph(Kind.OPERATIVE, one, number="1"),), notes)
    new = Draft((Paragraph(Kind.OPERATIVE, two, number="1"),))
    made = compare(old, new)
    assert plain(saying(made.changes[0], made)) == "Drops a footnote"
    back = compare(new, old)
    assert plain(saying(back.changes[0], back)) == "Adds a footnote"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Urges the Framework adopted in Cali;", "Urges the Framework, adopted in Cali;", "Adds a comma"),
        ("Urges the Framework: adopted in Cali;", "Urges the Framework adopted in Cali;", "Drops a colon"),
        (
            "Notes the COVID-19 crisis;",
            "Notes the coronavirus disease (COVID-19) crisis;",
            "Adds “coronavirus disease”",
        ),
        ("Notes “work” in Cali;", "Notes “work”, as begun in Cali;", "Adds “as begun”"),
        ("Notes the plan in Cali;", "Notes (the plan in Cali;", "Adds “(”"),
        ("Urges the Framework, adopted in Cali;", "Urges the Framework; adopted in Cali;", "“,” becomes “;”"),
    ],
)
def test_a_mark_alone_is_said_by_its_name(old: str, new: str, said: str) -> None:
    assert plain(saying(*_changed(old, new))) == said
