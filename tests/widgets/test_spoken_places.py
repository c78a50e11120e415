"""A place that was found, said with its paragraph and the words around it."""

from __future__ import annotations

import pytest

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from widgets.text.shown import ShownDraft
from widgets.writing.spoken import spoken_found, spoken_in_note

LONG = (
    "Recalling also all of its earlier resolutions on international migration and development, "
    "and others of very old times"
)


def shown(*runs: Run, kind: Kind = Kind.PREAMBULAR, note: str = "") -> ShownDraft:
    notes = (Footnote(1, "1", (Run(note),)),) if note else ()
    return ShownDraft(Draft(paragraphs=(Paragraph(kind, runs),), footnotes=notes))


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("Noting trade,", "trade", "PP1, Noting trade,"),
        ("Notant le commerce,", "commerce", "PP1, Notant le commerce,"),
        ("Observando el comercio,", "comercio", "PP1, Observando el comercio,"),
        ("Отмечая торговлю,", "торговлю", "PP1, Отмечая торговлю,"),
        ("إذ تلاحظ التجارة،", "التجارة", "PP1, إذ تلاحظ التجارة،"),
        ("注意到贸易，", "贸易", "PP1, 注意到贸易，"),
        (
            LONG,
            "migration",
            "PP1, …earlier resolutions on international migration and development, and others of very…",
        ),
        (LONG, "Recalling", "PP1, Recalling also all of its earlier resolutions on…"),
        (LONG, "old", "PP1, …and development, and others of very old times"),
    ],
)
def test_a_place_is_said_with_the_words_around_it(text: str, words: str, said: str) -> None:
    start = text.index(words)
    assert spoken_found(shown(Run(text)), 0, start, start + len(words)) == said


def test_marks_of_notes_are_no_words_and_where_there_is_no_label_none_is_said() -> None:
    runs = (Run("Noting trade,"), Run(footnote=1), Run(" and aid"))
    assert spoken_found(shown(*runs, kind=Kind.TEXT, note="See."), 0, 15, 18) == "Noting trade, and aid"


def test_a_place_in_a_footnote_is_said_with_its_number() -> None:
    one = shown(Run("Noting trade,"), Run(footnote=1), note="Report on trade, and its annex.")
    assert spoken_in_note(one, 1, 10, 15) == "footnote 1, Report on trade, and its annex."
    assert spoken_in_note(one, 7, 10, 15) == ""
