"""After a restart the page that was in front is in front, and what lay behind it can be gone back to."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest
from docx import Document
from pytestqt.qtbot import QtBot

from app.running.background import Task
from app.settings.settings import Places
from app.window.window import Window
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from tests.app.at_the_keys import CTRL, SHIFT, WAIT, Hands, Key, again, ask_nobody, node
from tests.app.test_returned_journey import come_back, opened, returned
from tests.app.test_taking_journey import act, compare, kept, rest, write_on

pytestmark = pytest.mark.qt_log_ignore("does not support")
__all__ = ["kept", "opened", "returned"]

Goes = Callable[[QtBot, Window], object]


def merged(qtbot: QtBot, window: Window) -> None:
    window.merging.merge("working", node(window, 1), node(window, 0))
    qtbot.waitUntil(lambda: window.going.place == "merge", timeout=WAIT)


def followed(qtbot: QtBot, window: Window) -> None:
    window.drafting.kept.go_to(node(window, 1), 2)
    qtbot.waitUntil(lambda: window.pages.text.sheet.working is None, timeout=WAIT)
    rest(qtbot, window)
    act(qtbot, window, "lineage")
    assert window.going.line is not None
    assert window.going.line.view.position == 2


def in_columns(qtbot: QtBot, window: Window) -> None:
    window.columning.of([node(window, place) for place in range(3)])
    qtbot.waitUntil(lambda: window.going.columned is not None, timeout=WAIT)


def with_the_working_text(qtbot: QtBot, window: Window) -> None:
    window.comparing.with_working(node(window, 1))
    qtbot.waitUntil(lambda: window.going.place == "compare", timeout=WAIT)
    rest(qtbot, window)


def with_a_file(qtbot: QtBot, window: Window) -> None:
    path = window.places.config / "other.txt"
    path.write_text("The General Assembly,\n\n1. Decides to meet.\n", encoding="utf-8")
    assert window.going.compared is not None
    window.comparing.instead(window.going.compared, "old", path)
    qtbot.waitUntil(lambda: window.going.compared is not None and window.going.compared.old.path == path, timeout=WAIT)


def named(name: str) -> Goes:
    return lambda qtbot, window: act(qtbot, window, name)


def read(qtbot: QtBot, window: Window) -> None:
    window.showing.read_draft(node(window, 2))
    qtbot.waitUntil(lambda: getattr(window.going.shown, "node", "") == node(window, 2), timeout=WAIT)


PAGES: dict[str, Goes] = {
    "compare": lambda qtbot, window: None,
    "columns": in_columns,
    "compared with the working text": with_the_working_text,
    "compared with a file": with_a_file,
    "text": named("go_text"),
    "another draft read": read,
    "dossier": named("go_dossier"),
    "start": named("home"),
    "merge": merged,
    "lineage": followed,
}


def begun(qtbot: QtBot, window: Window, goes: Goes) -> None:
    """A text that is written, with the caret in it, and a comparison; then another page."""
    write_on(qtbot, window, 0)
    hands = Hands(qtbot, window)
    hands.rest()
    hands.press(Key.Key_Home, CTRL)
    hands.press(Key.Key_End)
    hands.type(" anew")
    hands.press(Key.Key_Left, times=2)
    hands.journaled()
    compare(qtbot, window, 1, 2)
    goes(qtbot, window)
    rest(qtbot, window)


def begun_again(qtbot: QtBot, window: Window) -> Window:
    window.close()
    after = again(qtbot, window.places)
    rest(qtbot, after)
    return after


def seen(window: Window) -> tuple[object, ...]:
    """What is in front."""
    going, subject = window.going, window.going.history.now.subject
    sides = getattr(subject, "sides", None) or tuple(getattr(subject, one, None) for one in ("old", "new", "ours"))
    view = getattr(subject, "view", None)
    titles = tuple(getattr(side, "title", "") for side in sides)
    return (
        going.place,
        type(subject).__name__,
        titles,
        getattr(subject, "title", ""),
        view and (view.node, view.position),
    )


@pytest.mark.parametrize("page", PAGES)
def test_the_page_in_front_is_in_front_and_what_lay_behind_is_there(qtbot: QtBot, kept: Window, page: str) -> None:
    begun(qtbot, kept, PAGES[page])
    text, both = kept.going.working, kept.going.compared
    assert text is not None
    assert both is not None
    was, caret = seen(kept), text.selection
    after = begun_again(qtbot, kept)
    assert seen(after) == was
    assert after.going.compared is not None
    assert [after.going.compared.old.title, after.going.compared.new.title] == [both.old.title, both.new.title]
    assert after.going.working is not None
    assert after.going.working.text.entries[0].text == text.text.entries[0].text
    # Back leads to the text, or from that to the comparison.
    places = {after.going.place}
    while after.going.history.can_go_back:
        after.going.go_back()
        rest(qtbot, after)
        places.add(after.going.place)
    assert places >= {"text", "compare", "dossier"}
    act(qtbot, after, "go_text")
    assert after.going.writes
    assert after.pages.text.sheet.selection() == caret
    Hands(qtbot, after).type("X")
    assert "anXew" in after.going.working.text.entries[0].text
    act(qtbot, after, "go_compare")
    assert after.going.place == "compare"
    after.close()


def test_the_form_of_the_masthead_and_the_text_alone_come_back(qtbot: QtBot, kept: Window) -> None:
    begun(qtbot, kept, named("go_text"))
    act(qtbot, kept, "masthead")
    qtbot.waitUntil(lambda: kept.masthead_form.in_front, timeout=WAIT)
    after = begun_again(qtbot, kept)
    qtbot.waitUntil(lambda: after.masthead_form.in_front, timeout=WAIT)
    Hands(qtbot, after).press(Key.Key_Escape)
    assert after.going.writes
    assert not after.masthead_form.in_front
    act(qtbot, after, "focus")
    last = begun_again(qtbot, after)
    assert (last.going.writes, last.focusing.on) == (True, True)
    assert last.going.compared is not None
    last.close()


@pytest.mark.parametrize("page", ["compare", "merge", "lineage", "another draft read"])
def test_where_a_draft_is_gone_the_text_is_in_front(qtbot: QtBot, kept: Window, tmp_path: Path, page: str) -> None:
    begun(qtbot, kept, PAGES[page])
    path = kept.desk.path
    assert path is not None
    kept.close()
    path.unlink()
    with Dossier.create(path) as dossier:
        dossier.keep(Draft((Paragraph(Kind.OPERATIVE, (Run("Decides."),)),)), label="Another")
    after = again(qtbot, kept.places)
    rest(qtbot, after)
    assert (after.desk.path, after.going.place, after.going.working) == (path, "dossier", None)
    after.close()
    path.unlink()
    last = again(qtbot, kept.places)
    assert (last.desk.path, last.going.place) == (None, "start")
    last.close()


def test_a_file_that_came_back_and_what_a_file_holds_are_in_front_again(
    qtbot: QtBot, opened: Window, returned: Path
) -> None:
    came = come_back(qtbot, opened, returned)
    came.rows.go_to(1)
    after = begun_again(qtbot, opened)
    assert after.going.place == "returned"
    assert after.pages.returned.status() == came.status()
    assert after.pages.returned.rows.row_at_keys() == 1
    after.returning.keep()
    rest(qtbot, after)
    after.returning.show_kept()
    rest(qtbot, after)
    kept_now = after.pages.returned.status()
    returned.unlink()
    last = begun_again(qtbot, after)
    assert last.going.place == "returned"
    assert last.pages.returned.status() == kept_now
    last.close()


def test_the_ledger_is_in_front_again(qtbot: QtBot, window: Window, returned: Path) -> None:
    package = Document()
    package.add_paragraph("The General Assembly,")
    package.add_table(2, 2)
    package.core_properties.author = "A delegate"
    package.save(str(returned))
    window.resize(window.minimumSize())
    window.take_files([returned])
    qtbot.waitUntil(lambda: len(window.desk.stories) == 1, timeout=WAIT)
    rest(qtbot, window)
    act(qtbot, window, "ledger")
    assert window.going.place == "ledger"
    after = begun_again(qtbot, window)
    assert after.going.place == "ledger"
    assert after.going.ledger is not None
    assert after.pages.ledger.row_at_top == -1
    after.pages.ledger.look_at_row(len(after.pages.ledger.rows) - 1)
    was = after.pages.ledger.row_at_top
    last = begun_again(qtbot, after)
    assert last.pages.ledger.row_at_top == was >= 0
    last.close()


@pytest.mark.parametrize("under_way", [False, True])
def test_whoever_goes_elsewhere_meanwhile_is_not_led_away(
    qtbot: QtBot, kept: Window, places: Places, under_way: bool
) -> None:
    begun(qtbot, kept, PAGES["compare"])
    kept.close()
    after = Window(places, kept.choosing.now)
    qtbot.addWidget(after, before_close_func=ask_nobody)
    after.resuming.begin(again=True)
    after.show()
    if under_way:
        after.background.began.connect(lambda task: after.go_home() if "Comparing" in task.words else None)
    after.resuming.resume()
    qtbot.waitUntil(lambda: after.desk.listing is not None, timeout=WAIT)
    if not under_way:
        after.go_home()
    rest(qtbot, after)
    assert after.going.place == "start"
    assert after.going.working is not None
    assert after.going.compared is not None or not under_way
    after.close()


def test_what_was_selected_is_selected_where_the_text_is_in_front(qtbot: QtBot, kept: Window) -> None:
    begun(qtbot, kept, named("go_text"))
    hands, sheet = Hands(qtbot, kept), kept.pages.text.sheet
    hands.press(Key.Key_Left, SHIFT, times=3)
    selection, words = sheet.selection(), sheet.textCursor().selectedText()
    assert len(words) == 3
    after = begun_again(qtbot, kept)
    assert after.pages.text.sheet.selection() == selection
    assert after.pages.text.sheet.textCursor().selectedText() == words
    act(qtbot, after, "go_compare")
    last = begun_again(qtbot, after)
    act(qtbot, last, "go_text")
    assert last.pages.text.sheet.selection() == selection.collapsed, "nothing gives way to the first letter there"
    last.close()


def test_what_was_selected_in_a_footnote_is_selected(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hands = Hands(qtbot, window)
    hands.new_dossier(tmp_path / "notes.adref")
    hands.new_text()
    hands.type("Recalling X")
    hands.press(Key.Key_N, CTRL | SHIFT)
    hands.type("A/80/55, in part")
    hands.press(Key.Key_Left, SHIFT, times=4)
    hands.rest()
    note = window.pages.text.sheet.note_place
    assert note == (1, 12, 16)
    after = begun_again(qtbot, window)
    assert after.pages.text.sheet.note_place == note
    after.close()


@pytest.fixture
def two_files(places: Places) -> list[Path]:
    files = [places.config / f"{name}.txt" for name in ("old", "new")]
    for number, path in enumerate(files):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The General Assembly,\n\n1. Decides to meet {number}.\n", encoding="utf-8")
    return files


def compared_alone(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    window.show()
    window.comparing.files(*files)
    qtbot.waitUntil(lambda: window.going.place == "compare", timeout=WAIT)
    rest(qtbot, window)


def paths(window: Window) -> list[Path | None]:
    both = window.going.compared
    return [both.old.path, both.new.path] if both is not None else []


def test_two_files_compared_without_a_dossier_come_back(qtbot: QtBot, window: Window, two_files: list[Path]) -> None:
    compared_alone(qtbot, window, two_files)
    after = begun_again(qtbot, window)
    assert (after.going.place, paths(after), after.desk.listing) == ("compare", two_files, None)
    after.go_home()
    last = begun_again(qtbot, after)
    assert last.going.place == "start"
    assert last.going.compared is not None
    last.going.go_back()
    rest(qtbot, last)
    assert (last.going.place, paths(last)) == ("compare", two_files)
    last.close()


def test_of_files_that_are_gone_it_is_said(qtbot: QtBot, window: Window, two_files: list[Path]) -> None:
    compared_alone(qtbot, window, two_files)
    two_files[0].unlink()
    after = begun_again(qtbot, window)
    assert (after.going.place, after.going.compared) == ("start", None)
    told = [one.notice.words for one in after.notices.shown]
    assert told == ["“old.txt” is no longer where it lay, and so is not open again."]
    last = begun_again(qtbot, after)
    assert not last.notices.shown
    last.close()


def test_of_a_dossier_that_is_gone_it_is_said(qtbot: QtBot, kept: Window) -> None:
    assert kept.desk.listing is not None
    path = kept.desk.listing.dossier.path
    kept.close()
    path.rename(path.with_name("elsewhere.adref"))
    after = again(qtbot, kept.places)
    rest(qtbot, after)
    told = [line.head.text() for line in after.notices.shown]
    assert told == [f"“{path.name}” is no longer where it lay, and so is not open again."]
    assert not after.resuming.now().dossier
    after.close()


def test_several_files_that_came_back_keep_their_order(qtbot: QtBot, opened: Window, returned: Path) -> None:
    files = [returned, *(returned.with_name(f"{name}.docx") for name in ("second", "third"))]
    for other in files[1:]:
        copy(returned, other)
    opened.returning.show_files(list(map(str, files)))
    qtbot.waitUntil(lambda: opened.going.place == "returned", timeout=WAIT)

    def order(window: Window) -> tuple[int, list[Path]]:
        rest(qtbot, window)
        assert window.going.came is not None
        return window.going.came.at, [one.path for one in window.going.came.files]

    opened.pages.returned.other_wanted.emit(1)
    assert order(opened) == (1, files)
    after = begun_again(qtbot, opened)
    assert order(after) == (1, files)
    files.pop(0).unlink()
    last = begun_again(qtbot, after)
    assert order(last) == (0, files)
    assert len(last.notices.shown) > 0
    last.close()


@pytest.mark.parametrize("page", ["text", "compare", "merge"])
def test_a_window_that_ends_while_it_opens_comes_back_whole(qtbot: QtBot, kept: Window, page: str) -> None:
    begun(qtbot, kept, PAGES[page])
    was = seen(kept)
    kept.close()
    hasty = Window(kept.places, kept.choosing.now)
    qtbot.addWidget(hasty, before_close_func=ask_nobody)
    hasty.resuming.begin(again=True)
    hasty.show()
    hasty.resuming.resume()
    qtbot.waitUntil(lambda: hasty.desk.listing is not None, timeout=WAIT)
    hasty.close()
    after = again(qtbot, kept.places)
    rest(qtbot, after)
    assert seen(after) == was
    assert after.going.working is not None
    assert after.going.compared is not None
    after.close()


def busy(window: Window) -> None:
    """Other work has all threads that compare, until it is cancelled."""

    def work(task: Task[None]) -> None:
        while True:
            task.progress()
            time.sleep(0.001)

    for _ in range(8):
        window.background.run(work)


def test_texts_that_were_shown_as_one_come_back_so_though_a_window_ends_while_they_are_compared(
    qtbot: QtBot, kept: Window
) -> None:
    kept.resize(1280, 420)
    begun(qtbot, kept, inline)
    act(qtbot, kept, "go_dossier")
    kept.close()
    hasty = Window(kept.places, kept.choosing.now)
    qtbot.addWidget(hasty, before_close_func=ask_nobody)
    hasty.background.began.connect(lambda task: busy(hasty) if task.lane == "behind" else None)
    hasty.resuming.begin(again=True)
    hasty.show()
    hasty.resuming.resume()
    qtbot.waitUntil(lambda: any(task.lane == "behind" for task in hasty.background.tasks), timeout=WAIT)
    hasty.go_home()
    assert hasty.going.compared is None
    hasty.close()
    after = again(qtbot, kept.places)
    rest(qtbot, after)
    assert after.going.compared is not None
    assert after.pages.compare.inline
    after.close()


def test_a_dossier_that_is_closed_while_it_opens_comes_back_in_no_other(
    qtbot: QtBot, kept: Window, tmp_path: Path
) -> None:
    begun(qtbot, kept, PAGES["text"])
    assert kept.desk.listing is not None
    path = kept.desk.listing.dossier.path
    kept.close()
    other = Path(copy(path, tmp_path / "other.adref"))
    hasty = Window(kept.places, kept.choosing.now)
    qtbot.addWidget(hasty, before_close_func=ask_nobody)
    hasty.resuming.begin(again=True)
    hasty.show()
    hasty.resuming.resume()
    qtbot.waitUntil(lambda: hasty.desk.listing is not None, timeout=WAIT)
    hasty.desk.open(other)
    rest(qtbot, hasty)
    now = hasty.resuming.now()
    assert (now.dossier, now.place, now.compared) == (str(other), "dossier", [])
    hasty.desk.close()
    rest(qtbot, hasty)
    assert not hasty.resuming.now().anything
    hasty.close()


def test_where_a_page_cannot_be_opened_the_next_one_is_the_users_own(qtbot: QtBot, kept: Window) -> None:
    begun(qtbot, kept, PAGES["compared with a file"])
    path = kept.going.compared.old.path
    assert path is not None
    kept.close()
    path.write_bytes(b"PK\x03\x04 nothing that can be read")
    after = again(qtbot, kept.places)
    rest(qtbot, after)
    assert after.going.place == "dossier"
    with qtbot.assertNotEmitted(after.resuming.resumed):
        act(qtbot, after, "go_text")
    assert after.going.writes
    after.close()


def test_a_window_that_takes_up_nothing_tells_what_is_opened_in_it(
    qtbot: QtBot, window: Window, two_files: list[Path]
) -> None:
    window.resuming.begin(again=False)
    compared_alone(qtbot, window, two_files)
    assert window.resuming.now().compared == list(map(str, two_files))


def at_a_change(qtbot: QtBot, window: Window) -> None:
    window.pages.compare.next_change()
    window.pages.compare.next_change()
    rest(qtbot, window)


def inline(qtbot: QtBot, window: Window) -> None:
    window.pages.compare.forms.part(1).click()
    at_a_change(qtbot, window)


def scrolled_on(qtbot: QtBot, window: Window) -> None:
    bar = window.pages.compare.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    rest(qtbot, window)


def at_a_paragraph(qtbot: QtBot, window: Window) -> None:
    read(qtbot, window)
    rest(qtbot, window)
    window.pages.text.jump_to_position(2)


def at_a_phrase(qtbot: QtBot, window: Window) -> None:
    followed(qtbot, window)
    window.pages.lineage.look_at_phrase(1)
    assert window.pages.lineage.phrase_at is not None


def reader_on(window: Window) -> tuple[object, ...]:
    """Where the reader is on the page in front and in the comparison."""
    compare, sheet = window.pages.compare, window.pages.text.sheet
    reader = compare.reader_at()
    place = sheet.reader_at() if window.going.place == "text" and not window.going.writes else None
    merged = window.pages.merge.walk.item if window.going.place == "merge" else None
    phrase = window.pages.lineage.phrase_at if window.going.place == "lineage" else None
    return place, reader and (reader.places, reader.chosen), merged and merged.key, phrase, compare.inline


@pytest.mark.parametrize(
    "page",
    [
        (at_a_change,),
        (inline,),
        (inline, in_columns),
        (scrolled_on,),
        (at_a_change, named("go_text")),
        (at_a_change, at_a_paragraph),
        (in_columns, at_a_change),
        (in_columns, at_a_change, named("go_dossier")),
        (merged,),
        (at_a_phrase,),
    ],
)
def test_the_reader_is_where_he_was(qtbot: QtBot, kept: Window, page: tuple[Goes, ...]) -> None:
    kept.resize(1280, 420)
    begun(qtbot, kept, lambda qtbot, window: [go(qtbot, window) for go in page])
    was = reader_on(kept)
    assert any(was)
    after = begun_again(qtbot, kept)
    assert reader_on(after) == was
    after.close()


@pytest.mark.parametrize("front", ["go_text", "go_compare", "go_dossier"])
def test_letters_are_as_large_as_they_were(qtbot: QtBot, kept: Window, front: str) -> None:
    pages = kept.pages

    def larger(qtbot: QtBot, window: Window) -> None:
        for makes_larger in (lambda: pages.text.zoom_by(1), lambda: pages.compare.set_zoom(1.3)):
            with qtbot.waitSignal(window.reader.moved, timeout=WAIT):
                makes_larger()
        act(qtbot, window, front)

    begun(qtbot, kept, larger)
    now = kept.resuming.now()
    assert (now.zoom, now.compared_zoom) == (1.15, 1.3), "a window that is killed comes back with these"
    after = begun_again(qtbot, kept)
    act(qtbot, after, "go_compare")
    assert after.pages.text.sheet.zoom == 1.15
    assert after.pages.compare.view.zoom == 1.3
    after.close()


@pytest.mark.parametrize("front", ["go_dossier", "go_compare"])
@pytest.mark.parametrize("writes", [False, True])
def test_a_draft_that_was_read_lies_behind_the_page_in_front(
    qtbot: QtBot, kept: Window, front: str, writes: bool
) -> None:
    kept.resize(1280, 420)
    if writes:
        write_on(qtbot, kept, 0)
    compare(qtbot, kept, 1, 2)
    at_a_paragraph(qtbot, kept)
    act(qtbot, kept, front)
    rest(qtbot, kept)
    after = begun_again(qtbot, kept)
    assert after.going.place == kept.going.place
    assert (after.going.working is not None, after.going.compared is not None) == (writes, True)
    while after.going.place != "text":
        after.going.go_back()
    rest(qtbot, after)
    assert getattr(after.going.shown, "node", "") == node(after, 2)
    assert after.pages.text.sheet.reader_at() == 2
    last = begun_again(qtbot, after)
    assert (last.going.place, last.pages.text.sheet.reader_at()) == ("text", 2)
    last.close()


def test_whoever_looked_elsewhere_in_the_text_sees_it_again_and_the_caret_is_where_it_was(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    words = "Decides to consider at length at its next session what was said on all of these matters, number {};"
    long = tuple(Paragraph(Kind.OPERATIVE, (Run(words.format(at)),)) for at in range(90))
    with Dossier.create(tmp_path / "long.adref") as dossier:
        dossier.keep(Draft(long), label="L.1")
    window.desk.open(tmp_path / "long.adref")
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    rest(qtbot, window)
    write_on(qtbot, window, 0)
    hands, sheet = Hands(qtbot, window), window.pages.text.sheet
    hands.press(Key.Key_Down, times=3)
    caret = sheet.selection()
    for seen in (-1, 60):
        if seen > 0:
            sheet.look_at(seen)
        after = begun_again(qtbot, window)
        assert after.pages.text.sheet.selection() == caret
        assert after.resuming.now().seen_at == seen
        window, sheet = after, after.pages.text.sheet
    hands = Hands(qtbot, window)
    hands.type("X")
    assert window.resuming.now().seen_at == -1, "the text follows the caret again"
    window.close()


def test_the_outline_and_the_inspector_stay_hidden(qtbot: QtBot, kept: Window) -> None:
    kept.resize(1400, 800)
    write_on(qtbot, kept, 0)
    shown = [True, True]
    for at, button in enumerate(("outline", "inspector")):
        panels = kept.pages.text.panels
        qtbot.waitUntil(lambda panels=panels: not any(one.folded for one in panels.panels), timeout=WAIT)  # type: ignore[misc]
        getattr(kept.pages.text.bar, button).toggle()
        shown[at] = False
        kept = begun_again(qtbot, kept)
        kept.resize(1400, 800)
        assert [one.panel.isVisible() for one in kept.pages.text.panels.panels] == shown
    act(qtbot, kept, "inspector")
    assert kept.pages.text.panels.panels[1].panel.isVisible()
    kept.close()
