"""Words cut into pieces: sides, marks, notes and folds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from models.comparison.words.marked import Words
from models.comparison.words.plain import word_diff
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from tests.timed import cost
from widgets.export.page_ink import FACES
from widgets.paper.block import Block
from widgets.paper.copied import as_html
from widgets.paper.marked import marked
from widgets.paper.pieces import Mark, Piece, Pieces
from widgets.paper.type import COLUMNS, COMPARE, COMPARE_WIDE, INLINE, INLINE_WIDE, NOTE, TextType
from widgets.theme import style

NOTES = Draft((), (Footnote(1, "1"), Footnote(2, "2")))


def paragraph(*runs: Run) -> Paragraph:
    return Paragraph(Kind.OPERATIVE, runs)


def words_of(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces if not piece.note)


def shown(pieces: Pieces) -> str:
    """Pieces in letters: +new+, -gone-, ~quiet~, /italic/, ^note^, <fold>."""
    signs = {Mark.ADDED: "+", Mark.REMOVED: "-", Mark.QUIET: "~", Mark.NONE: ""}
    said = ""
    for piece in pieces:
        text = f"<{piece.words}>" if piece.fold is not None else piece.text
        text = f"^{text}^" if piece.note else text
        text = f"/{text}/" if piece.italic else text
        said += f"{signs[piece.mark]}{text}{signs[piece.mark]}"
    return said


def test_sides_keep_their_own_looks() -> None:
    old = paragraph(Run("Recognizing", italic=True), Run(" that storms"))
    new = paragraph(Run("Noting", italic=True), Run(" that storms"))
    made = marked(word_diff(old.text, new.text), [old], [new], (NOTES, NOTES))
    assert shown(made.old[0]) == "-/Recognizing/- that storms"
    assert shown(made.new[0]) == "+/Noting/+ that storms"
    assert shown(made.inline[0]) == "-/Recognizing/- +/Noting/+ that storms"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ((Run("a text"), Run(footnote=1)), (Run("a text"), Run(footnote=2)), "a text^2^"),
        ((Run("a text"),), (Run("a text"), Run(footnote=1)), "a text+^1^+"),
        ((Run("a text"), Run(footnote=1)), (Run("a text"),), "a text-^1^-"),
        ((Run(footnote=1), Run("a text")), (Run(footnote=1), Run("a text")), "^1^a text"),
        ((Run("one,"), Run(footnote=1), Run(" of all")), (Run("one,"), Run(footnote=1)), "one,^1^- of all-"),
    ],
)
def test_a_notes_number_is_no_difference_but_a_note_is(old: tuple[Run, ...], new: tuple[Run, ...], said: str) -> None:
    one, two = paragraph(*old), paragraph(*new)
    made = marked(word_diff(one.text, two.text), [one], [two], (NOTES, NOTES))
    assert shown(made.inline[0]) == said


def test_a_split_gives_two_paragraphs_and_a_merge_shows_the_end_that_is_gone() -> None:
    whole, first, second = (paragraph(Run(text)) for text in ("one two three", "one two", "three"))
    split = marked(
        (("equal", "one two"), ("delete", " "), ("insert", "\n"), ("equal", "three")),
        [whole],
        [first, second],
        (NOTES, NOTES),
    )
    assert [words_of(pieces) for pieces in split.new] == ["one two", "three"]
    assert [words_of(pieces) for pieces in split.old] == ["one two three"]
    assert len(split.inline) == 2
    merged = marked(
        (("equal", "one two"), ("delete", "\n"), ("insert", " "), ("equal", "three")),
        [first, second],
        [whole],
        (NOTES, NOTES),
    )
    assert [words_of(pieces) for pieces in merged.old] == ["one two", "three"]
    assert len(merged.inline) == 1
    assert "¶" in words_of(merged.inline[0])


def test_long_unchanged_stretches_fold_alike_on_both_sides() -> None:
    middle = " ".join(f"word{number}" for number in range(60))
    old, new = paragraph(Run(f"Decides {middle} then")), paragraph(Run(f"Requests {middle} then"))
    words: Words = (("delete", "Decides"), ("insert", "Requests"), ("equal", f" {middle} then"))
    made = marked(words, [old], [new], (NOTES, NOTES))
    assert made.folds == 1
    chips = [[piece for piece in side[0] if piece.fold is not None] for side in (made.old, made.new, made.inline)]
    assert [[chip.words for chip in side] for side in chips] == [[45], [45], [45]]
    opened = marked(words, [old], [new], (NOTES, NOTES), opened={0})
    assert all(piece.fold is None for piece in opened.inline[0])
    assert words_of(opened.new[0]) == new.text


def test_a_fold_ends_at_a_word_and_begins_after_a_phrase() -> None:
    text = (
        "Decides one two three four five six seven eight, nine " + " ".join("x" * 3 for _ in range(30)) + ", and so on;"
    )
    old = paragraph(Run(text))
    words: Words = (("equal", text),)
    pieces = marked(words, [old], [old], (NOTES, NOTES)).new[0]
    assert pieces[0].text.rstrip().endswith("eight,")
    assert not pieces[2].text.lstrip().startswith(",")


@pytest.mark.parametrize("came", [True, False])
def test_a_note_that_came_or_went_among_words_that_stayed_is_not_folded_away(came: bool) -> None:
    before, behind = " ".join(f"w{at}" for at in range(50)), " " + " ".join(f"v{at}" for at in range(50))
    without, noted = paragraph(Run(before + behind)), paragraph(Run(before), Run(footnote=1), Run(behind))
    old, new = (without, noted) if came else (noted, without)
    made = marked((("equal", without.text),), [old], [new], (NOTES, NOTES))
    assert made.folds == 2
    for side in (made.new if came else made.old, made.inline):
        assert f" w49{'+^1^+' if came else '-^1^-'} v0 " in shown(side[0])
    again = marked((("equal", without.text),), [noted], [noted], (NOTES, NOTES))
    assert again.folds == 1


def test_words_that_stayed_in_another_look_are_not_folded_away() -> None:
    before, behind = " ".join(f"w{at}" for at in range(50)), " ".join(f"v{at}" for at in range(50))
    old = paragraph(Run(before), Run(" Ethics of Intelligence ", italic=True), Run(behind))
    made = marked((("equal", old.text),), [old], [paragraph(Run(old.text))], (NOTES, NOTES))
    assert made.folds == 2
    assert " w49/ Ethics of Intelligence /v0 " in shown(made.old[0])
    assert " w49 Ethics of Intelligence v0 " in shown(made.new[0])


def test_new_words_are_never_folded() -> None:
    text = " ".join(f"word{number}" for number in range(200))
    new = paragraph(Run(text))
    assert marked((("insert", text),), [], [new], (NOTES, NOTES)).folds == 0
    gone = marked((("delete", text),), [new], [], (NOTES, NOTES))
    assert gone.folds == 1


def test_quiet_differences_get_the_quiet_mark() -> None:
    old, new = paragraph(Run("Commends", italic=True), Run(" it;")), paragraph(Run("Commends it."))
    made = marked(
        (("equal", "Commends it"), ("delete", ";"), ("insert", ".")), [old], [new], (NOTES, NOTES), quiet=True
    )
    assert shown(made.new[0]) == "~Commends~ it~.~"


def test_copying_marks_what_changed_in_a_way_that_ends_with_it() -> None:
    pieces = (Piece("Notes", italic=True, mark=Mark.REMOVED), Piece("Welcomes", mark=Mark.ADDED), Piece(" <it>"))
    assert as_html([pieces]) == (
        '<p><span data-adref="delete" style="color:#ae2a20;text-decoration:line-through"><i>Notes</i></span>'
        '<span data-adref="insert" style="color:#0b57a4;text-decoration:underline">Welcomes</span> &lt;it&gt;</p>'
    )


runs = st.lists(
    st.builds(
        Run,
        text=st.text(alphabet="ab ,;é𝄞أ[]", min_size=1, max_size=12),
        italic=st.booleans(),
        bold=st.booleans(),
    )
    | st.builds(lambda note: Run(footnote=note), st.integers(1, 2)),
    max_size=5,
).map(tuple)


@given(st.lists(runs, min_size=1, max_size=3), st.lists(runs, min_size=1, max_size=3))
def test_no_side_loses_a_word_or_a_note(old_runs: list[tuple[Run, ...]], new_runs: list[tuple[Run, ...]]) -> None:
    old, new = [paragraph(*runs) for runs in old_runs], [paragraph(*runs) for runs in new_runs]
    words = word_diff("\n".join(p.text for p in old), "\n".join(p.text for p in new))
    made = marked(words, old, new, (NOTES, NOTES), fold=False)
    for side, paragraphs in ((made.old, old), (made.new, new)):
        assert [words_of(pieces) for pieces in side] == [p.text for p in paragraphs]
        marks = [[m for piece in pieces if piece.note for m in piece.text.split(",")] for pieces in side]
        assert marks == [[str(note) for note in p.footnotes] for p in paragraphs]


@pytest.mark.usefixtures("dressed")
def test_a_break_of_a_line_is_painted_as_one() -> None:
    old = (paragraph(Run("to protect aquifers,\nrivers")), paragraph(Run("and lakes")))
    new = (paragraph(Run("to protect aquifers, rivers\nand lakes")),)
    texts = ["\n".join("".join(run.text for run in one.runs) for one in side) for side in (old, new)]
    sides = marked(word_diff(*texts), old, new, (NOTES, NOTES), fold=False)
    assert [shown(one) for one in sides.inline] == ["to protect aquifers,-↵ -+ +rivers\nand lakes"]
    assert [[Block(one, COMPARE, 400).lines for one in side] for side in (sides.old, sides.new)] == [[2, 1], [2]]


@pytest.mark.parametrize("kind", [NOTE, COLUMNS, COMPARE, COMPARE_WIDE, INLINE, INLINE_WIDE])
@pytest.mark.parametrize("zoom", [1.0, 1.3, 1.5, 2.0])
def test_marks_of_notes_are_as_large_and_as_high_at_every_size(qapp: QApplication, kind: TextType, zoom: float) -> None:
    style.apply(qapp, "light")
    letters = kind.zoomed(zoom)
    block = Block((Piece("HHHHH"), Piece("11", note=True)), letters, 400.0)
    image = QImage(400, 90, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    block.paint(painter, QPointF(0, 20))
    painter.end()
    mark = block.boxes(5, 7)[0]

    def ink(left: float, right: float) -> tuple[int, int]:
        found = [y for y in range(90) for x in range(int(left), int(right)) if image.pixelColor(x, y).lightness() < 140]
        return min(found), max(found)

    (capital, base), (top, bottom) = ink(0, mark.left() - 1), ink(mark.left() + 1, mark.right() + 1)
    assert 0.3 * letters.size < base - bottom < 0.42 * letters.size
    assert -1 <= capital - top <= 0.14 * letters.size + 1


@pytest.mark.usefixtures("qapp")
def test_a_paragraph_of_thousands_of_brackets_takes_no_longer_by_their_square() -> None:
    def took(count: int) -> float:
        return cost(lambda: Block([Piece("[word] ", place=at) for at in range(count)], COMPARE, 400.0))

    # Four times as many: a square of them would take sixteen times as long.
    assert took(4_000) < 9 * took(1_000)


@pytest.mark.parametrize("faces", [(), FACES], ids=["text", "page"])
@pytest.mark.parametrize("words", ["تحيط علما بالتقرير", "Takes note of the report"])
def test_bold_and_italic_words_look_so_in_every_script(qapp: QApplication, words: str, faces: tuple[str, ...]) -> None:
    style.apply(qapp, "light")

    def painted(*, bold: bool = False, italic: bool = False) -> QImage:
        picture = QImage(300, 40, QImage.Format.Format_Grayscale8)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        Block((Piece(words, italic=italic, bold=bold),), COMPARE, 290, faces=faces).paint(painter, QPointF(5, 5))
        painter.end()
        return picture

    def ink(picture: QImage) -> int:
        return sum(255 - value for value in bytes(picture.constBits()))

    plain = painted()
    assert ink(painted(bold=True)) > 1.15 * ink(plain)
    assert painted(italic=True) != plain
    assert ink(painted(italic=True)) < 1.15 * ink(plain)
