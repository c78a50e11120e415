"""Pairing paragraphs by hand: what is chosen and offered, keys, digits, numbers drawn across, and what is refused."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Collection
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.comparison.by_hand import Ends, SaidByHand
from models.comparison.candidates import Candidate, candidates
from models.comparison.change import Pair
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from tests.compared_at import at_label
from tests.models.taking.test_into_working import table
from tests.widgets.paper_texts import draft
from widgets.compare.changes.arrangement import Arrangement
from widgets.compare.changes.said_by_hand import hand_words
from widgets.compare.changes.sayings import spoken
from widgets.compare.page import ComparePage
from widgets.compare.pairing.lines import rows_of
from widgets.compare.pairing.page import PairingPane
from widgets.compare.pairing.pair_list import entries_of
from widgets.compare.pairing.rows import End, Held, Pairs, likeliest
from widgets.compare.pairing.words import act_words, ask_words, state_words
from widgets.paper.picture import Sign, Words
from widgets.theme import style

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

OLD = draft(
    ["Recalling its resolution 70/1 of 25 September 2015 on the agenda for sustainable development"],
    [
        "Decides to convene a meeting on storms in 2026 in Geneva for all States that want to attend it",
        "Requests the Secretary-General to report on the costs of dust to the Assembly at its next session",
        "Invites Governments to share what they learned of early warning systems with each other",
        "Decides to remain seized of the matter and to return to it in a year from now",
    ],
)
NEW = draft(
    ["Recalling its resolution 70/1 of 25 September 2015 on the agenda for sustainable development"],
    [
        "Thanks Switzerland warmly for having been host of the storms meeting",
        "Requests the Secretary-General to report on the costs of dust to the Assembly at its next session",
        "Encourages banks, cooperatives and insurers, likewise foundations",
        "Decides to remain seized of the matter and to return to it in a year from now",
    ],
)
FILLER = [f"Notes the {n}. of many reports on {' '.join([f'matter{n}'] * 30)}" for n in range(12)]
LONG_OLD = draft([], [*FILLER, "Decides to build a wall of trees", *FILLER[::-1]])
LONG_NEW = draft([], [*FILLER, "Encourages banks to lend money", *FILLER[::-1]])
NO_KEY, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
WHEN = "2025-11-17T09:30:00+00:00"


def said(ends: Ends, *, paired: bool = True, who: str = "A. Rapporteur") -> SaidByHand:
    return SaidByHand(paired, ends, who, WHEN)


def arranged(*sayings: SaidByHand, old: Draft = OLD, new: Draft = NEW) -> Arrangement:
    """The comparison that obeys what is said, as the dossier would have it."""
    binding = [Pair(*one.ends) for one in sayings if one.paired and None not in one.ends]  # type: ignore[arg-type]
    apart = [one.ends for one in sayings if not one.paired]
    return Arrangement(compare(old, new, binding, None, apart), sayings)


def pairs_of(*sayings: SaidByHand) -> Pairs:
    return Pairs(arranged(*sayings), "A/C.2/80/L.39", "A/C.2/80/L.50")


Show = Callable[..., PairingPane]


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Show:
    """A pane that answers for its candidates as the window does."""

    def make(arrangement: Arrangement, end: End | None = None, size: tuple[int, int] = (1280, 720)) -> PairingPane:
        style.apply(qapp, "light")
        qapp.setEffectEnabled(Qt.UIEffect.UI_General, False)
        pane = PairingPane()
        qtbot.addWidget(pane)
        comparison = arrangement.comparison
        pane.candidates_wanted.connect(
            lambda end: pane.show_candidates(end, candidates(comparison, end.position, old=end.old))
        )
        pane.resize(*size)
        pane.show()
        pane.show_texts(arrangement, (("A/C.2/80/L.39", ""), ("A/C.2/80/L.50", "")), end)
        pane.view.setFocus()
        qapp.processEvents()
        return pane

    return make


# Pairs and rows


def test_a_row_of_a_table_is_one_until_one_of_its_cells_is_chosen_or_offered() -> None:
    rows = (("Country", "Amount"), ("Iraq", "forty dollars"), ("Oman", "sixty dollars"))
    pairs = Pairs(arranged(old=table(*rows), new=table(*rows[:2])), "L.1", "L.2")
    everything = {End(old, at) for old, last in ((True, 6), (False, 4)) for at in range(last)}

    def shown(held: Held | None, offered: Collection[int] = ()) -> list[tuple[tuple[int, ...], bool]]:
        return [(one.olds, one.in_table) for one in rows_of(pairs, held, offered, everything) if not one.fold]

    assert shown(None) == [((0, 1), True), ((2, 3), True), ((4, 5), True)]
    assert shown(Held(True, (4,))) == [((0, 1), True), ((2, 3), True), ((4,), False), ((5,), False)]
    assert shown(Held(True, (4,)), {2}) == [((0, 1), True), *(((at,), False) for at in (2, 3, 4, 5))]


def test_the_cells_of_a_row_can_be_chosen_where_they_stand_beside_each_other(show: Show) -> None:
    rows = (("Country", "Amount"), ("Iraq", "forty dollars"), ("Oman", "sixty dollars " * 9))
    view = show(arranged(old=table(*rows), new=table(*rows))).view
    view.open_folds(True)
    frames = {end: view.frame_of(end) for old in (True, False) for at in range(6) for end in [End(old, at)]}
    for end, frame in frames.items():
        assert frame is not None
        assert view.end_at(frame.center()) == end
    one, two = frames[End(True, 2)], frames[End(True, 3)]
    assert one is not None
    assert two is not None
    assert one.top() == two.top()
    assert one.right() <= two.left() + 1
    seen = []
    view.choose(End(True, 0))
    for _ in range(5):
        view.open_folds(True)
        QTest.keyClick(view, Qt.Key.Key_Down)
        assert view.held is not None
        seen.append(view.held.here)
    assert seen == [(1,), (2,), (3,), (4,), (5,)]


def test_what_is_unpaired_is_told_by_side_and_what_a_hand_settled_is_not_left() -> None:
    pairs = pairs_of()
    assert pairs.unpaired == {True: (1, 3), False: (1, 3)}
    assert pairs.count == 3
    settled = pairs_of(said((3, None), paired=False), said((None, 3), paired=False))
    assert settled.unpaired == {True: (1,), False: (1,)}
    assert settled.alone == {True: (1, 3), False: (1, 3)}
    assert [end.position for end in pairs.walk()] == [1, 1, 3, 3]


@given(
    olds=st.lists(st.sampled_from(range(5)), min_size=1, max_size=3, unique=True),
    news=st.lists(st.sampled_from(range(5)), max_size=3, unique=True),
    old=st.booleans(),
    offered=st.sets(st.sampled_from(range(5))),
    opened=st.sets(st.builds(End, st.booleans(), st.sampled_from(range(5)))),
)
@settings(max_examples=60, deadline=None)
def test_whatever_is_chosen_every_paragraph_can_be_seen(
    olds: list[int], news: list[int], old: bool, offered: set[int], opened: set[End]
) -> None:
    pairs = pairs_of()
    held = Held(old, tuple(olds), tuple(news))
    rows = rows_of(pairs, held, offered, opened)
    assert sum(line.chosen for line in rows) == 1
    seen = {End(True, at) for line in rows for at in line.olds} | {End(False, at) for line in rows for at in line.news}
    for line in rows:
        if line.fold and not line.open:
            for change in pairs.comparison.changes[line.change : line.end]:
                seen |= {End(True, at) for at in change.old} | {End(False, at) for at in change.new}
    assert seen == {End(side, at) for side, at in product((True, False), range(5))}


def test_refusals_are_one_sentence() -> None:
    pairs = pairs_of(said((1, 1)))
    assert pairs.refusal(Held(True, (3,))) == "Choose a paragraph of L.50 first: it has no other end yet."
    many = pairs.refusal(Held(True, (1, 3), (1, 3)))
    assert many == "One paragraph may become several, or several one, but not several several; pair them one by one."
    taken = pairs.refusal(Held(True, (3,), (1,)))
    assert taken.startswith("OP1 of L.50 is paired by hand with OP1 already;")
    assert pairs.refusal(Held(True, (1,), (3,))).startswith("OP1 of L.39 is paired by hand with OP1 already;")
    assert pairs.refusal(Held(True, (1, 3), (1,))) == ""
    assert pairs.refusal(Held(True, (1,), (1, 3))) == ""
    assert pairs.refusal(Held(True, (1,), (1,))) == ""


def test_words_say_what_is_chosen_and_by_whom() -> None:
    pairs = pairs_of(said((1, 1)))
    held = pairs.held(End(True, 1))
    assert held == Held(True, (1,), (1,))
    assert ask_words(pairs, held)[0] == "OP1 of L.39 is paired with OP1."
    assert state_words(pairs, held) == "Paired by hand by A. Rapporteur on 17 November 2025."
    assert state_words(pairs, Held(True, (3,))) == "The comparison found no partner for it."
    assert ask_words(pairs, Held(False, (3,)))[0] == "Pair OP3 of L.50."
    gone = pairs_of(said((3, None), paired=False, who=""))
    assert state_words(gone, Held(True, (3,))) == "Said to be deleted by hand on 17 November 2025."
    assert hand_words(SaidByHand(True, (1, 1), "", "")) == "paired by hand"
    assert hand_words(SaidByHand(True, (1, 1), "Chair", "", True)) == "paired by hand on the way by Chair"
    assert act_words(pairs, "pair", ((1, 1), (1, 3))) == "OP1 paired with OP1 and OP3"
    assert act_words(pairs, "part", ((None, 3),)) == "OP3 said to be new"


def test_a_hand_made_pair_is_told_to_screen_readers_of_the_comparison() -> None:
    arrangement = arranged(said((1, 1)), said((3, None), paired=False))
    comparison = arrangement.comparison
    heard = [spoken(c, comparison, arrangement.by_hand(c)) for c in comparison.changes if c.weight is not None]
    assert any(words.endswith("paired by hand by A. Rapporteur on 17 November 2025") for words in heard)
    assert any(words.endswith("said to be deleted by hand by A. Rapporteur on 17 November 2025") for words in heard)


def test_the_panel_lists_groups_that_say_how_many() -> None:
    entries = entries_of(pairs_of(said((1, 1)), said((3, 3), paired=False)), "A note.")
    assert [entry.words for entry in entries if entry.kind == "head"] == [
        "Unpaired in L.39, 1",
        "Unpaired in L.50, 1",
        "Paired by hand, 1",
        "Kept apart by hand, 1",
    ]
    assert [(entry.words, entry.under) for entry in entries if entry.said] == [
        ("OP1 → OP1", "by A. Rapporteur on 17 November 2025"),
        ("OP3 → OP3", "by A. Rapporteur on 17 November 2025"),
    ]
    assert entries_of(pairs_of(), "A note.")[-1].words == "A note."


def test_what_is_offered_heeds_what_was_parted_settled_and_of_another_kind() -> None:
    def candidate(position: int, similarity: float, *, free: bool = True) -> Candidate:
        return Candidate(position, similarity, free)

    held = Held(True, (1,))
    free, taken = candidate(3, 0.2), candidate(2, 0.3, free=False)
    assert likeliest((taken, free), pairs_of(), held) == (3,)
    # What is one with its own partner is not offered; what stands in a poor pair is, where it is far likelier.
    assert likeliest((candidate(2, 0.9, free=False), free), pairs_of(), held) == (3,)
    poor = candidate(3, 0.9, free=False)
    assert likeliest((poor, candidate(1, 0.2)), pairs_of(said((1, 3))), Held(True, (3,))) == (3,)
    assert likeliest((free, taken), pairs_of(said((1, 3), paired=False)), held) == ()
    assert likeliest((free, taken), pairs_of(said((1, None), paired=False)), held) == ()
    assert likeliest((), pairs_of(), held) == ()
    head = Paragraph(Kind.MASTHEAD, (Run("Resolution adopted by the General Assembly"),))
    with_head = Pairs(arranged(old=OLD, new=Draft((head, *NEW.paragraphs))), "A", "B")
    assert likeliest((candidate(0, 0.5), candidate(2, 0.1)), with_head, held) == (2,)


def test_who_loses_a_partner_is_told_and_who_was_kept_apart() -> None:
    pairs = pairs_of()
    assert act_words(pairs, "pair", [(1, 2)]) == "OP1 paired with OP2; OP2 of L.39 without a partner now"
    assert act_words(pairs, "pair", [(1, 1)]) == "OP1 paired with OP1"
    assert act_words(pairs, "pair", [(2, 1), (2, 2)]) == "OP2 paired with OP1 and OP2"
    apart = pairs_of(said((2, 2), paired=False))
    assert state_words(apart, Held(True, (2,))) == "Kept apart from OP2 by hand."
    assert state_words(apart, Held(False, (2,))) == "Kept apart from OP2 by hand."


# Keys


def test_the_likeliest_is_offered_and_enter_pairs_it(show: Show, qtbot: QtBot) -> None:
    pane = show(arranged(), End(True, 1))
    assert pane.view.held == Held(True, (1,), (1,))
    assert pane.asked.text() == "Pair OP1 of L.39."
    with qtbot.waitSignal(pane.pair_wanted) as asked:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert asked.args == [((1, 1),)]


def test_digits_choose_and_with_control_add_an_end(show: Show, qtbot: QtBot) -> None:
    pane = show(arranged(), End(True, 1))
    there = [one.position for one in pane.view.candidates]
    assert len(there) > 1
    qtbot.keyClick(pane.view, Qt.Key.Key_2)
    assert pane.view.held == Held(True, (1,), (there[1],))
    qtbot.keyClick(pane.view, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert pane.view.held == Held(True, (1,), tuple(sorted(there[:2])))
    qtbot.keyClick(pane.view, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert pane.view.held == Held(True, (1,), (there[1],))


def test_control_digits_belong_to_the_page_and_other_keys_do_not(show: Show, qapp: QApplication) -> None:
    from PySide6.QtGui import QKeyEvent

    pane = show(arranged(), End(True, 1))
    control, none = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
    cases = ((Qt.Key.Key_1, control, True), (Qt.Key.Key_Delete, none, True), (Qt.Key.Key_N, control, False),
             (Qt.Key.Key_U, none, False), (Qt.Key.Key_Z, control, False))  # fmt: skip
    for key, held, own in cases:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
        event.ignore()
        qapp.sendEvent(pane.view, event)
        assert event.isAccepted() is own, key


def test_del_says_deleted_or_new_and_esc_ends(show: Show, qtbot: QtBot) -> None:
    pane = show(arranged(), End(True, 3))
    assert pane.gone.text() == "It was deleted"
    with qtbot.waitSignal(pane.part_wanted) as asked:
        qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    assert asked.args == [((3, None),)]
    pane.view.choose(End(False, 3))
    assert pane.gone.text() == "It is new"
    with qtbot.waitSignal(pane.part_wanted) as asked:
        pane.gone.click()
    assert asked.args == [((None, 3),)]
    with qtbot.waitSignal(pane.left):
        qtbot.keyClick(pane.view, Qt.Key.Key_Escape)


def test_n_and_p_go_through_what_is_unpaired_and_arrows_turn(show: Show, qtbot: QtBot) -> None:
    pane = show(arranged(), End(True, 1))
    gone = []
    for _ in range(4):
        assert pane.view.held is not None
        gone.append((pane.view.held.old, pane.view.held.here[0]))
        qtbot.keyClick(pane.view, Qt.Key.Key_N)
    assert gone == [(end.old, end.position) for end in pane.view.pairs.walk()]  # type: ignore[union-attr]
    qtbot.keyClick(pane.view, Qt.Key.Key_P)
    pane.view.choose(End(True, 1))
    qtbot.keyClick(pane.view, Qt.Key.Key_Right)
    assert pane.view.held is not None
    assert (pane.view.held.old, pane.view.held.here) == (False, (1,))


def test_u_parts_a_pair_and_pairs_what_is_none(show: Show, qtbot: QtBot) -> None:
    pane = show(arranged(), End(True, 2))
    with qtbot.waitSignal(pane.part_wanted) as asked:
        pane.pair_or_part()
    assert asked.args == [((2, 2),)]
    pane.view.choose(End(True, 1))
    with qtbot.waitSignal(pane.pair_wanted):
        pane.pair_or_part()


def test_what_cannot_be_is_refused_and_nothing_is_asked(show: Show, qtbot: QtBot) -> None:
    pane = show(arranged(said((1, 1))), End(True, 3))
    pane.view.choose_other(1)
    with qtbot.assertNotEmitted(pane.pair_wanted), qtbot.waitSignal(pane.refused) as told:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0].startswith("OP1 of L.50 is paired by hand with OP1 already;")


def test_compared_again_the_chosen_paragraph_stays_at_its_height(show: Show) -> None:
    pane = show(arranged(old=LONG_OLD, new=LONG_NEW), End(True, 12))
    view = pane.view
    view.open_folds(opened=True)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 40)
    row = view._chosen_row()
    assert row is not None
    before = view.heights.tops[row] - view.scrolled
    assert view.scrolled > 100
    again = arranged(said((12, 12)), old=LONG_OLD, new=LONG_NEW)
    pane.show_texts(again, (("A/C.2/80/L.39", ""), ("A/C.2/80/L.50", "")), None, again=True)
    assert view.held == Held(True, (12,), (12,))
    row = view._chosen_row()
    assert row is not None
    assert abs(view.heights.tops[row] - view.scrolled - before) < 2


# Mouse


def mouse(pane: PairingPane, kind: QEvent.Type, place: QPointF, keys: Qt.KeyboardModifier) -> None:
    viewport = pane.view.viewport()
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, place, viewport.mapToGlobal(place), button, Qt.MouseButton.LeftButton, keys)
    QApplication.sendEvent(viewport, event)


def spot(pane: PairingPane, end: End, *, number: bool) -> QPointF:
    view = pane.view
    row = view._row_of(end)
    assert row is not None
    found = next(one for one in view.made(row).spots if one.end == end)
    box = view.made(row).mirrored(found.number if number else found.words)
    return box.translated(0, view.heights.tops[row] - view.scrolled).center()


def drag(
    pane: PairingPane, end: End, onto: QPointF, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    start = spot(pane, end, number=True)
    mouse(pane, QEvent.Type.MouseButtonPress, start, keys)
    for step in range(1, 6):
        mouse(pane, QEvent.Type.MouseMove, start + (onto - start) * step / 5, keys)
    assert pane.view.grab().toImage() != QImage()
    mouse(pane, QEvent.Type.MouseButtonRelease, onto, keys)


@pytest.mark.parametrize("size", [(1280, 720), (820, 600)])
def test_a_number_drawn_across_pairs(show: Show, qtbot: QtBot, size: tuple[int, int]) -> None:
    pane = show(arranged(), End(True, 1), size)
    with qtbot.waitSignal(pane.pair_wanted) as asked:
        drag(pane, End(False, 3), spot(pane, End(True, 3), number=False))
    assert asked.args == [((3, 3),)]


def test_with_control_a_number_adds_an_end_and_dropped_beside_it_does_nothing(show: Show, qtbot: QtBot) -> None:
    pane = show(arranged(), End(True, 1))
    with qtbot.assertNotEmitted(pane.pair_wanted):
        drag(pane, End(True, 1), spot(pane, End(False, 3), number=False), Qt.KeyboardModifier.ControlModifier)
        assert pane.view.held == Held(True, (1,), (1, 3))
        drag(pane, End(True, 1), QPointF(4, 4))
        drag(pane, End(True, 1), spot(pane, End(True, 3), number=False))
        assert pane.view.held == Held(True, (1,), (1, 3))


def test_the_number_of_a_subparagraph_stands_before_its_box(show: Show) -> None:
    chapeau = Paragraph(Kind.OPERATIVE, (Run("Requests a report on:"),))
    old, new = (
        Draft((chapeau, Paragraph(Kind.SUBPARAGRAPH, (Run(f"The costs of the dialogue in {words};"),), 1, "(a)")))
        for words in ("all languages", "some languages")
    )
    pane = show(arranged(old=old, new=new), End(True, 1))
    row = pane.view._chosen_row()
    assert row is not None
    made = pane.view.made(row)
    numbers = [thing for thing in made.picture.things if isinstance(thing, Words) and thing.text == "(a)"]
    # Each ends before its box, and the line across the gutter before that of the new side begins.
    for side, number in zip((True, False), numbers, strict=True):
        assert number.end
        assert number.x < made.boxes[side].left() - 6
    assert made.reach is not None
    assert made.reach[1] < numbers[1].x - QFontMetricsF(numbers[1].font).horizontalAdvance("(a)")


def test_clicks_choose_ends_and_press_what_is_painted(show: Show, qtbot: QtBot) -> None:
    pane = show(arranged(), End(True, 1))
    view, none, control = pane.view, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier

    def click(place: QPointF, keys: Qt.KeyboardModifier = none) -> None:
        mouse(pane, QEvent.Type.MouseButtonPress, place, keys)
        mouse(pane, QEvent.Type.MouseButtonRelease, place, keys)

    click(spot(pane, End(False, 3), number=False))
    assert view.held == Held(True, (1,), (3,))
    click(spot(pane, End(True, 3), number=False), control)
    assert view.held == Held(True, (1, 3), (3,))
    click(spot(pane, End(True, 3), number=False), control)
    assert view.held == Held(True, (1,), (3,))
    row = view._chosen_row()
    assert row is not None
    press = next(one for one in view.made(row).presses if one.does == 0)
    box = view.made(row).mirrored(press.box).translated(0, view.heights.tops[row] - view.scrolled)
    with qtbot.waitSignal(pane.pair_wanted) as asked:
        click(box.center())
    assert asked.args == [((1, 3),)]


@pytest.mark.parametrize("width", [1100, 1280])
def test_sentences_and_buttons_grow_with_the_letters_and_stay_in_their_column(show: Show, width: int) -> None:
    pane = show(arranged(), End(True, 1), (width, 720))

    def seen() -> tuple[list[float], list[float]]:
        view = pane.view
        lay, rows = view.columns(), [view.made(row) for row in range(len(view.rows))]
        said = [one for row in rows for one in row.picture.things if isinstance(one, Words) and " " in one.text]
        for one in said:
            room = lay.old.width if one.x < lay.new.text else lay.new.width
            assert QFontMetricsF(one.font).horizontalAdvance(one.text) <= room
        assert not [one.text for one in said if one.text.endswith("…")]
        return [one.font.pointSizeF() for one in said], [one.box.height() for row in rows for one in row.presses]

    said, buttons = seen()
    pane.view.set_zoom(2.0)
    larger, high = seen()
    assert high == [2 * one for one in buttons]
    assert all(one < two for one, two in zip(said, larger, strict=True))
    assert max(larger) == pytest.approx(2 * max(said))


def test_a_fold_is_opened_and_a_paired_paragraph_in_it_chosen(show: Show) -> None:
    pane = show(arranged(old=LONG_OLD, new=LONG_NEW), End(True, 12))
    fold = next(number for number, line in enumerate(pane.view.rows) if line.fold)
    pane.view.toggle_fold(fold)
    assert pane.view.rows[fold].open
    pane.view.choose(End(True, 2))
    assert pane.asked.text() == "OP3 of L.39 is paired with OP3."
    assert sum(line.fold and line.open for line in pane.view.rows) == 1
    pane.view.open_folds(opened=False)
    assert not any(line.open for line in pane.view.rows)


def test_the_panel_unpairs_and_takes_back(show: Show, qtbot: QtBot) -> None:
    pane = show(arranged(said((1, 1)), said((3, 3), paired=False)), End(True, 3))
    rows = pane.panel.list
    at = next(n for n, entry in enumerate(rows.entries) if entry.said is not None and entry.said.paired)
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(at, 0))
    with qtbot.waitSignal(pane.part_wanted) as asked:
        pane.pair_or_part()
    assert asked.args == [((1, 1),)]
    box = rows.visualRect(rows.model().index(len(rows.entries) - 1, 0))
    place = box.topRight()
    place.setX(place.x() - 20)
    place.setY(place.y() + 12)
    with qtbot.waitSignal(pane.back_wanted) as asked:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [((3, 3),)]


# On the compare page


def test_the_page_keeps_its_place_going_in_and_out(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light")
    page = ComparePage()
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    page.show_comparison(arranged(old=LONG_OLD, new=LONG_NEW), "A/C.2/80/L.39", "", "A/C.2/80/L.50", "")
    page.view.toggle_fold(0)
    at_label(page, "OP13")
    here, place = page.view.current, page.view.row_place(page.view.current or 0)
    page.pair_by_hand()
    view = page.pairing.view
    row = view._chosen_row()
    assert row is not None
    assert place is not None
    assert page.pairs
    assert page.reading is view
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not page.pairs
    assert page.view.current == here
    assert page.reading is page.view


@pytest.mark.parametrize("theme", ["light", "dark", "high contrast"])
def test_it_is_painted_in_every_appearance_and_mirrored(show: Show, qapp: QApplication, theme: str) -> None:
    words = "تقرر أن تجتمع في عام 2006 لاستعراض التقدم المحرز في مكافحة التصحر"
    old = Draft((Paragraph(Kind.OPERATIVE, (Run(words + "؛"),), number="1"),))
    new = Draft((Paragraph(Kind.OPERATIVE, (Run(words.replace("2006", "2007") + "؛"),), number="1"),))
    pane = show(arranged(said((0, 0)), old=old, new=new), End(True, 0))
    style.apply(qapp, theme)
    qapp.processEvents()
    assert pane.pairs is not None
    assert pane.pairs.mirrored
    old_box, new_box = (pane.view.grip_of(End(side, 0)) for side in (True, False))
    assert old_box is not None
    assert new_box is not None
    assert old_box.x() > new_box.x()
    image = pane.grab().toImage()
    assert len({image.pixel(x, y) for x, y in product(range(0, 1280, 7), range(0, 720, 7))}) > 3


def test_near_the_edge_a_drag_scrolls_and_esc_gives_it_up(show: Show, qtbot: QtBot) -> None:
    pane = show(arranged(old=LONG_OLD, new=LONG_NEW), End(True, 12))
    view = pane.view
    view.open_folds(opened=True)
    view.verticalScrollBar().setValue(0)
    start = spot(pane, End(True, 0), number=True)
    mouse(pane, QEvent.Type.MouseButtonPress, start, NO_KEY)
    mouse(pane, QEvent.Type.MouseMove, start + QPointF(300, 60), NO_KEY)
    mouse(pane, QEvent.Type.MouseMove, QPointF(start.x() + 300, view.viewport().height() - 4), NO_KEY)
    qtbot.waitUntil(lambda: view.scrolled > 60)
    with qtbot.assertNotEmitted(pane.left), qtbot.assertNotEmitted(pane.pair_wanted):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        mouse(pane, QEvent.Type.MouseButtonRelease, spot(pane, End(False, 12), number=False), CONTROL)
    still = view.scrolled
    qtbot.wait(60)
    assert view.scrolled == still


@pytest.mark.parametrize("inline", [False, True])
def test_the_sign_in_the_gutter_opens_pairing_and_says_who(qtbot: QtBot, qapp: QApplication, inline: bool) -> None:
    style.apply(qapp, "light")
    page = ComparePage()
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    page.show_comparison(arranged(said((1, 1))), "A/C.2/80/L.39", "", "A/C.2/80/L.50", "")
    page.forms.part(int(inline)).click()
    at_label(page, "OP1")
    view = page.view
    row = view.row_of(view.current or 0)
    assert row is not None
    signs = [thing for thing in view.picture(row).things if isinstance(thing, Sign)]
    assert [sign.icon for sign in signs] == ["pencil-simple", "link-simple"]
    top = view.heights.tops[row] - view.scrolled
    place = QPointF(signs[1].x, top + signs[1].y)
    assert view.told_at(place) == "Paired by hand by A. Rapporteur on 17 November 2025\nPair by hand (U)"
    with qtbot.waitSignal(page.pairing_wanted):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert view.told_at(QPointF(4, 4)) == ""


@pytest.mark.parametrize("width", [1600, 1280, 853, 640])
def test_how_to_pair_is_told_in_whole_sentences(show: Show, qapp: QApplication, width: int) -> None:
    pane = show(arranged(said((1, 1))), size=(width, 720))
    qapp.processEvents()
    how = pane.how
    told = how.accessibleName()
    assert told.endswith(".")
    assert how.text() in ("", told, f"{told.partition('. ')[0].removesuffix('.')}.")
    assert how.isHidden() or how.fontMetrics().horizontalAdvance(how.text()) <= how.width()
