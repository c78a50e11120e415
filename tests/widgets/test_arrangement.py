"""The rows of a comparison: counts that add up, both ends of a move, folds."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.comparison.change import Change, Comparison
from models.comparison.compare import compare
from models.comparison.references import figures
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.draft.directions import is_right_to_left
from models.files.read import read_file
from models.reading.text import read_text
from models.telling.sorts import Sort, Weight, sort_of
from tests.models.comparison.small_drafts import draft
from tests.widgets.paper_texts import NEW, OLD, comparison
from widgets.compare.beside.same import identical_words, status_words
from widgets.compare.changes.arrangement import Arrangement, Shown
from widgets.compare.changes.chosen import all_like, one_of
from widgets.compare.changes.folds import fold_words, look_through_folds
from widgets.compare.changes.names import labels_line, line_name, short_name
from widgets.compare.changes.sayings import plain, saying, spoken
from widgets.paper.direction import around_isolated
from widgets.paper.row_heights import RowHeights

ALL = Shown(frozenset(Weight))
SUBSTANCE = Shown()


@pytest.fixture
def made() -> Arrangement:
    return Arrangement(comparison())


def real(shared: Path) -> Arrangement:
    folder = shared / "corpus" / "resolutions"
    old, new = (read_file(folder / f"A_C.2_80_{name}.txt").draft for name in ("L.39", "L.50"))
    return Arrangement(compare(old, new))


def test_counts_add_up(made: Arrangement) -> None:
    weights = made.weights
    assert made.total == weights[Weight.SUBSTANCE] + weights[Weight.HOUSEKEEPING] + weights[Weight.UNCHANGED]
    assert sum(made.sorts().values()) == weights[Weight.SUBSTANCE] == len(made.changes_of_substance)
    assert made.sorts() == {Sort.REWORDED: 2, Sort.NEW: 1, Sort.DELETED: 1, Sort.MOVED: 1}


def test_counts_add_up_on_real_texts(shared: Path) -> None:
    made = real(shared)
    assert sum(made.weights.values()) == len(made.comparison.changes)
    assert sum(made.sorts().values()) == made.weights[Weight.SUBSTANCE]
    assert made.total + made.weights[Weight.MASTHEAD] == len(made.comparison.changes)


def test_every_entry_is_in_one_row_whatever_is_shown(made: Arrangement) -> None:
    for shown in (Shown(frozenset()), SUBSTANCE, ALL, Shown(sorts=frozenset({Sort.MOVED})), Shown(operative=True)):
        for opened in (frozenset[int](), frozenset(range(len(made.entries)))):
            rows = made.rows(shown, opened)
            covered = [n for row in rows if not (row.fold and row.open) for n in range(row.first, row.end)]
            assert covered == list(range(len(made.entries)))


def test_what_is_hidden_lies_in_folds_and_an_open_fold_shows_it(made: Arrangement) -> None:
    closed = made.rows(SUBSTANCE, ())
    folds = [row for row in closed if row.fold]
    assert folds
    for fold in folds:
        assert all(made.entries[n].weight is not Weight.SUBSTANCE for n in range(fold.first, fold.end))
    opened = made.rows(SUBSTANCE, {folds[0].first})
    assert len(opened) == len(closed) + folds[0].end - folds[0].first
    assert not any(row.fold for row in made.rows(ALL, ()))


def test_a_moved_paragraph_has_two_ends_where_it_was_and_where_it_is(made: Arrangement) -> None:
    moved = next(n for n in made.changes_of_substance if sort_of(made.change(n)) is Sort.MOVED)
    other = made.other_end(moved)
    assert other is not None
    assert made.other_end(other) == moved
    assert made.entries[other].other_end
    assert other not in made.changes_of_substance
    before = made.change(other - 1)
    assert before.old_labels == ("OP1",)
    assert labels_line(made.change(moved)) == "OP2 → PP4"


def test_many_moves_in_a_row_keep_their_order() -> None:
    texts = tuple(paragraph for paragraph in OLD.paragraphs)
    count = 3000
    old = Draft(texts[:1] * (count + 1))
    changes = [_change(number + 1, number, moved=True) for number in range(count)] + [_change(0, count, moved=False)]
    made = Arrangement(Comparison(old, old, tuple(changes)))
    assert len(made.entries) == 2 * count + 1
    ends = [made.change(n).old[0] for n, entry in enumerate(made.entries) if entry.other_end]
    assert ends == sorted(ends)


def _change(old: int, new: int, *, moved: bool) -> Change:
    weight = "substance" if moved else None
    return Change("unchanged", moved, False, weight, (), (old,), (new,), (None,), (None,), 1.0, None, ())


def test_sayings_name_what_changed(made: Arrangement) -> None:
    said = {plain(saying(made.change(n), made.comparison)) for n in made.changes_of_substance}
    assert "Recognizing becomes Noting" in said
    assert "Adds “negative”" in said
    assert any(words.startswith("To the preamble") for words in said)
    assert any(words.startswith("Requests the Secretary-General") for words in said)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Decides* to begin", "Also decides* to begin early", "Adds “early”"),
        ("Invites also* the Board to sit", "Invites* the Board to meet", "“sit” becomes “meet”"),
        ("Further* decides to act in 2024", "Also* decides to act in 2025", "“2024” becomes “2025”"),
        ("Decides* to begin", "Also decides* to begin", "Decides becomes Also decides"),
        ("Decides* to begin", "Also decides* to begin,", "Decides becomes Also decides"),
        ("Recalls also* to begin", "Welcomes* to begin early", "Recalls becomes Welcomes"),
    ],
)
def test_an_also_is_said_only_where_no_other_words_differ(old: str, new: str, said: str) -> None:
    tail = " with the participation of Member States, funds and programmes at its eighty-first session"
    made = compare(draft(f"1. *{old}{tail}"), draft(f"1. *{new}{tail}"))
    assert plain(saying(made.changes[0], made)) == said


def test_spoken_words_hold_label_and_kind(made: Arrangement) -> None:
    new = next(n for n in made.changes_of_substance if sort_of(made.change(n)) is Sort.NEW)
    assert spoken(made.change(new), made.comparison).startswith("OP2, new, Requests")


def test_folds_say_what_they_hide(made: Arrangement) -> None:
    fold = next(row for row in made.rows(SUBSTANCE, ()) if row.fold)
    assert fold_words(made, range(fold.first, fold.end)) == ("PP2", "unchanged")


def test_a_single_line_of_the_masthead_is_called_by_its_name() -> None:
    opening = Paragraph(Kind.ENACTING, (Run("The General Assembly,"),))
    old, new = (Draft((Paragraph(Kind.MASTHEAD, (Run(title),)), opening)) for title in ("Oceans", "80/1. Oceans"))
    for texts, said in (((old, new), "differs"), ((old, old), "unchanged")):
        made = Arrangement(compare(*texts))
        assert fold_words(made, [0]) == ("Title", said)


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("A/C.2/80/L.50", "L.50"),
        ("A/C.2/80/L.50/Rev.1", "L.50/Rev.1"),
        ("A/RES/80/143", "80/143"),
        ("Rev.1 of 14 November", "Rev.1 of 14 November"),
        ("A very long name that nobody would repeat", "the new draft"),
    ],
)
def test_short_names(title: str, short: str) -> None:
    assert short_name(title, "the new draft") == short


def test_two_equal_drafts_are_said_to_be_the_same() -> None:
    made = Arrangement(compare(NEW, NEW))
    assert made.changes_of_substance == ()
    assert identical_words(made) == "7 paragraphs are identical."
    assert identical_words(Arrangement(compare(Draft(), Draft()))) == "Neither of them holds a paragraph."


def test_a_line_of_the_masthead_at_another_place_is_told_and_counted_once() -> None:
    lines = [Paragraph(Kind.MASTHEAD, (Run(text),)) for text in ("A/C.2/80/L.1", "Distr.: Limited", "1 November 2025")]
    text = (Paragraph(Kind.MASTHEAD, (Run("Water for life"),)), Paragraph(Kind.ENACTING, (Run("The Assembly,"),)))
    made = Arrangement(compare(Draft((*lines, *text)), Draft((lines[0], *lines[:0:-1], *text))))
    assert identical_words(made) == "1 paragraph is identical.\n1 line of the masthead differs."
    (head,) = (row for row in made.rows(Shown(), ()) if made.folds_as(row.first) is Weight.MASTHEAD)
    assert fold_words(made, range(head.first, head.end)) == ("Masthead", "3 lines, 1 differs")


def test_notes_in_another_form_are_said_where_all_else_is_the_same() -> None:
    sides = [
        Draft(
            (Paragraph(Kind.OPERATIVE, (Run("Decides to meet"), Run(footnote=1), Run(".")), number="1"),),
            (Footnote(1, "1", (Run("See ", italic=italic), Run("A/58/1."))),),
        )
        for italic in (False, True)
    ]
    assert identical_words(Arrangement(compare(*sides))) == (
        "1 paragraph is identical.\n1 footnote in another form: italics or bold."
    )


def test_status_tells_words_in_and_out(made: Arrangement) -> None:
    words, quiet = status_words(made, shown=False)
    summary = made.comparison.summary
    assert words == f"{summary.words_inserted} words in, {summary.words_deleted} out"
    assert quiet.startswith(("Housekeeping hidden: ", "No housekeeping"))


def test_heights_know_where_rows_begin() -> None:
    heights = RowHeights([10.0, 20.0, 30.0])
    assert (heights.tops, heights.at(0), heights.at(9.9), heights.at(10), heights.at(1000)) == (
        [0, 10, 30, 60],
        0,
        0,
        1,
        2,
    )
    assert heights.learn(1, 25.0) == 5.0
    assert heights.tops == [0, 10, 35, 65]
    assert heights.known(1)
    assert not heights.known(0)


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        (Paragraph(Kind.TEXT, (Run("900"),), cell=(0, 3, 1)), "Table 1, row 4, column 2"),
        (Paragraph(Kind.TEXT, (Run("The Committee offers guidance."),), 0, "4"), "Paragraph 4"),
        (Paragraph(Kind.TEXT, (Run("The Committee offers guidance."),)), "Text"),
        (Paragraph(Kind.ENACTING, (Run("The General Assembly,"),)), "Opening line"),
    ],
)
def test_what_has_no_label_is_called_by_what_it_is(paragraph: Paragraph, name: str) -> None:
    assert line_name(Draft((paragraph,)), 0) == name


def test_paragraphs_of_a_numbered_text_are_folded_by_their_numbers() -> None:
    old = Draft(tuple(Paragraph(Kind.TEXT, (Run(f"Text of {number}"),), 0, str(number)) for number in range(1, 6)))
    made = Arrangement(compare(old, old))
    said = [fold_words(made, range(count))[0] for count in (1, 2, 5)]
    assert said == ["Paragraph 1", "Paragraphs 1 and 2", "Paragraphs 1 to 5"]


def test_paragraphs_of_both_parts_are_folded_by_their_labels() -> None:
    kinds = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.OPERATIVE)
    old = Draft(tuple(Paragraph(kind, (Run(f"Text of {at}"),)) for at, kind in enumerate(kinds)))
    made = Arrangement(compare(old, old))
    assert [fold_words(made, range(count))[0] for count in (1, 2, 3)] == ["PP1", "PP1 and OP1", "PP1 to OP2"]


def test_a_fold_is_called_by_the_line_it_counts() -> None:
    old, new = (
        read_text(f"{who}: draft resolution\n\nRivers and lakes\n\nThe General Assembly,\n\n"
                  "Recalling its study of rivers,\n\n1. Decides to meet again.").draft
        for who in ("Iraq", "Iraq and Chad")
    )  # fmt: skip
    made = Arrangement(compare(old, new))
    fold = next(row for row in made.rows(Shown(frozenset()), ()) if made.folds_as(row.first) is not Weight.MASTHEAD)
    assert fold_words(made, range(fold.first, fold.end)) == ("Sponsor line to OP1", "1 changed")


@pytest.mark.parametrize("words", ["في هذا", "حقوق الطفل في جميع أنحاء العالم"])
def test_a_saying_of_foreign_words_runs_as_it_is_said_however_many_they_are(words: str) -> None:
    old, new = (
        Draft((Paragraph(Kind.TEXT, (Run(f"تؤكد اللجنة {text}من جديد أهمية التعاون الدولي في هذا المجال"),)),))
        for text in (f"{words} ", "")
    )
    made = Arrangement(compare(old, new))
    said = plain(saying(made.change(0), made.comparison))
    assert said.startswith("Drops ")
    assert is_right_to_left(words)
    assert not is_right_to_left(around_isolated(said))
    assert around_isolated(words) == words


def test_a_row_of_a_table_is_one_stop_seen_whole_and_taken_whole() -> None:
    rows = (("State", "2024", "2025"), ("Norway", "1", "2"), ("Peru", "3", "4"), ("Chad", "5", "6"))
    changed = (*rows[:2], ("Peru", "7", "8"), ("Mali", "9", "10"))
    old, new = (
        Draft(
            tuple(
                Paragraph(Kind.TEXT, (Run(text),), cell=(0, row, column))
                for row, cells in enumerate(table)
                for column, text in enumerate(cells)
            )
        )
        for table in (rows, changed)
    )
    made = Arrangement(compare(old, new))
    taken = [one_of(made.comparison, made.entries[entry].change) for entry in made.changes_of_substance]
    assert [(one.name, len(one.changes)) for one in taken if one] == [
        ("the row “Peru”", 2), ("the row “Chad”", 3), ("the row “Mali”", 3),
    ]  # fmt: skip
    assert made.sorts() == {Sort.REWORDED: 1, Sort.NEW: 1, Sort.DELETED: 1}
    first, *_ = made.rows(SUBSTANCE, ())
    assert first.fold
    assert fold_words(made, range(first.first, first.end)) == ("Row “State” and 1 more", "unchanged")
    seen = [row for row in made.rows(SUBSTANCE, ()) if not row.fold]
    assert [row.end - row.first for row in seen] == [3, 3, 3]
    cells = [[made.texts(at) for at in range(row.first, row.end)] for row in seen]
    assert [[*(new or old for old, new in row)] for row in cells] == [
        [("Peru",), ("7",), ("8",)], [("Chad",), ("5",), ("6",)], [("Mali",), ("9",), ("10",)],
    ]  # fmt: skip
    alike = all_like(made.comparison, made.entries[made.changes_of_substance[0]].change, range(len(made.entries)))
    assert alike is not None
    assert alike.name == "the row “Peru”"


def test_its_counts_are_known_before_a_page_asks_for_them(made: Arrangement, monkeypatch: pytest.MonkeyPatch) -> None:
    counts, had = made.sorts(), made.sorts_had()
    ready = Arrangement(made.comparison).made_ready()
    monkeypatch.setattr(ready, "changes", None)
    assert (ready.sorts(), ready.sorts_had()) == (counts, had)


def test_what_references_point_to_is_known_before_a_page_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    acts = "{}. Urges all to act on rivers;\n\n{}. Decides to meet again;\n\n{}. Notes paragraph 2 above."
    old = read_text(f"The General Assembly,\n\n{acts.format(1, 2, 3)}").draft
    new = read_text(f"The General Assembly,\n\n1. Welcomes the budget of lakes;\n\n{acts.format(2, 3, 4)}").draft
    made = Arrangement(compare(old, new)).made_ready()
    monkeypatch.setattr(figures, "Pointing", None)
    strayed = [change for change in made.comparison.changes if "reference" in change.reasons]
    assert strayed
    assert all("paragraph 2" in plain(saying(change, made.comparison)) for change in strayed)
    with pytest.raises(TypeError):
        saying(strayed[0], compare(old, new))


def test_what_a_long_fold_says_is_known_before_it_is_painted() -> None:
    long = [
        Paragraph(Kind.OPERATIVE, (Run(f"Decides on matter {number};"),), number=str(number))
        for number in range(1, 301)
    ]
    texts = [
        Draft((*long, Paragraph(Kind.OPERATIVE, (Run(end),), number="301"))) for end in ("To go.", "To stay here.")
    ]
    made = Arrangement(compare(*texts)).made_ready()
    look_through_folds(made, Shown())
    (fold,) = [row for row in made.rows(Shown(), ()) if row.fold]
    asked = range(fold.first, fold.end)
    assert made.told_of_folds[asked] == fold_words(made, list(asked)) == ("OP1 to OP300", "unchanged")
