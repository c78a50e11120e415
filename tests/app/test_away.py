"""What others kept in a dossier since the user last looked is told when it is opened again, and can be compared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.dossier.seen import Away, Seen, away_words, kept_since
from app.settings.settings import Places
from app.window.window import Window
from models.dossier import Dossier, Node
from models.draft import Draft, Kind, Paragraph, Run
from tests.app.at_the_keys import again, node
from widgets.dossier.away import AwayLine

WAIT = 20_000
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def draft(words: str) -> Draft:
    return Draft((Paragraph(Kind.OPERATIVE, (Run(f"Decides to {words}."),)),))


def nodes(tmp_path: Path, *told: tuple[str, tuple[str, ...], str]) -> tuple[Node, ...]:
    """Drafts by label, labels of parents and who kept them; newest first, as a listing has them."""
    with Dossier.create(tmp_path / "away.adref") as dossier:
        kept: dict[str, str] = {}
        for label, parents, who in told:
            kept[label] = dossier.keep(draft(label), label=label, parents=[kept[one] for one in parents], who=who).id
        return tuple(reversed(dossier.nodes()))


CHAIN = (("L.1", (), ""), ("Rev.1", ("L.1",), "B"), ("Side", (), "C"), ("Rev.2", ("Rev.1",), "B"))


@pytest.mark.parametrize(
    ("seen", "who", "new", "old"),
    [
        ({"L.1"}, "", ["Rev.2", "Side", "Rev.1"], "L.1"),
        ({"L.1", "Rev.1", "Side"}, "A", ["Rev.2"], "Rev.1"),
        ({"Side"}, "C", ["Rev.2", "Rev.1", "L.1"], "Side"),
        ({"L.1", "Side"}, "B", [], None),
        ({"L.1", "Rev.1", "Side", "Rev.2"}, "", [], None),
        (set(), "", ["Rev.2", "Side", "Rev.1", "L.1"], None),
    ],
)
def test_what_is_new_to_whom(tmp_path: Path, seen: set[str], who: str, new: list[str], old: str | None) -> None:
    listed = nodes(tmp_path, *CHAIN)
    away = kept_since(listed, {node.id for node in listed if node.label in seen}, who)
    assert ([node.label for node in away.new] if away else []) == new
    assert (away.old.label if away and away.old else None) == old


def test_it_is_said_in_one_sentence(tmp_path: Path) -> None:
    listed = nodes(tmp_path, *CHAIN, ("Rev.3", ("Rev.2",), ""), ("Rev.4", ("Rev.3",), "D"))
    told = [away_words(Away(listed[:count], None)) for count in (1, 2, 6)]
    assert told == [
        "Rev.4 was kept since you last looked, by D.",
        "Rev.3 and Rev.4 were kept since you last looked, by D.",
        "6 drafts were kept since you last looked, by B, C and D.",
    ]


def test_what_was_seen_is_remembered_by_dossier(tmp_path: Path) -> None:
    listed = nodes(tmp_path, *CHAIN)
    file = tmp_path / "seen.json"
    here, there = Path("/a.adref"), Path("/b.adref")

    def new(path: Path) -> list[str]:
        away = Seen(file).away(path, listed, "")
        return [node.label for node in away.new] if away else []

    assert Seen(file).away(here, listed[2:], "") is None
    assert new(there) == []
    # Until it is seen, and then no more, whatever another window has not seen yet.
    assert new(here) == new(here) == ["Rev.2", "Side"]
    Seen(file).see(here, listed, {listed[0].id})
    assert new(here) == ["Rev.2"]
    Seen(file).see(here, listed, ())
    Seen(file).see(here, listed, {listed[0].id})
    assert new(here) == []
    file.write_text('{"/a.adref": 3}', encoding="utf-8")
    assert new(here) == []
    file.write_text("[broken", encoding="utf-8")
    assert new(here) == []


Open = Callable[[int], AwayLine]


@pytest.fixture
def opened(qtbot: QtBot, window: Window, tmp_path: Path) -> Open:
    """Opens a dossier that others write, once it has so many drafts; before that it was open here with its first."""
    path = tmp_path / "shared.adref"
    with Dossier.create(path, title="Shared") as dossier:
        dossier.keep(draft("meet"), label="L.1")

    def open_it(count: int) -> AwayLine:
        window.desk.close()
        qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
        with Dossier.open(path) as dossier:
            while (number := len(dossier.nodes())) < count:
                keep(dossier, number)
        window.desk.open(path)
        qtbot.waitUntil(
            lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == count, timeout=WAIT
        )
        qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
        return window.pages.dossier.away

    open_it(1)
    return open_it


def keep(dossier: Dossier, number: int, who: str = "A. Rapporteur") -> None:
    parents = [node.id for node in dossier.nodes()[-1:]]
    dossier.keep(draft(f"meet {number} times"), label=f"Rev.{number}", parents=parents, who=who)


def test_a_line_leads_to_what_others_changed(qtbot: QtBot, window: Window, opened: Open) -> None:
    assert not window.pages.dossier.away.isVisible()
    line = opened(2)
    assert line.isVisible()
    assert line.words.text() == "Rev.1 was kept since you last looked, by A. Rapporteur."
    line.compare_button.click()
    qtbot.waitUntil(lambda: window.going.place == "compare", timeout=WAIT)
    assert window.going.compared is not None
    compared = window.going.compared
    assert (compared.old.node, compared.new.node) == (node(window, "L.1"), node(window, "Rev.1"))
    assert not opened(2).isVisible()


def test_the_line_is_there_until_it_was_seen(qtbot: QtBot, window: Window, opened: Open) -> None:
    assert opened(2).isVisible()
    line = opened(3)
    assert line.words.text() == "Rev.1 and Rev.2 were kept since you last looked, by A. Rapporteur."
    window.showing.read_draft(node(window, "Rev.2"))
    qtbot.waitUntil(lambda: window.going.place == "text", timeout=WAIT)
    assert line.words.text() == "Rev.1 was kept since you last looked, by A. Rapporteur."
    assert opened(3).isVisible()
    assert line.words.text() == "Rev.1 was kept since you last looked, by A. Rapporteur."
    line.close_button.setFocus()
    line.close_button.click()
    assert not line.isVisible()
    assert window.pages.dossier.list.hasFocus()
    assert not opened(3).isVisible()


def test_what_another_keeps_is_seen_in_each_dossier_by_itself(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    def kept_outside(path: Path) -> None:
        Dossier.create(path).close()
        window.desk.open(path)
        qtbot.waitUntil(lambda: window.desk.path == path and not window.background.tasks, timeout=WAIT)
        with Dossier.open(path) as dossier:
            keep(dossier, 1)
        qtbot.waitUntil(lambda: len(window.pages.dossier.drafts.rows) == 1, timeout=WAIT)

    kept_outside(tmp_path / "one.adref")
    kept_outside(tmp_path / "two.adref")


def test_what_another_keeps_meanwhile_is_to_be_seen_too(qtbot: QtBot, window: Window, opened: Open) -> None:
    window.drafting.writing.who = "B"
    line = opened(1)
    for who, told in (("", ""), ("B", ""), ("C", "Rev.3 was kept since you last looked, by C.")):
        assert window.desk.path is not None
        with Dossier.open(window.desk.path) as dossier:
            count = len(dossier.nodes())
            keep(dossier, count, who)
        window.watching.look()
        qtbot.waitUntil(lambda: len(window.pages.dossier.drafts.rows) == count + 1, timeout=WAIT)  # noqa: B023
        assert line.words.text() == told


def test_a_window_that_comes_back_elsewhere_tells_it_there(
    qtbot: QtBot, window: Window, places: Places, opened: Open
) -> None:
    window.drafting.writing.begin(node(window, "L.1"))
    qtbot.waitUntil(lambda: window.going.writes, timeout=WAIT)
    path = window.desk.path
    assert path is not None
    window.quit()
    with Dossier.open(path) as dossier:
        keep(dossier, 1)
    back = again(qtbot, places)
    qtbot.waitUntil(lambda: back.going.writes and bool(back.notices.shown), timeout=WAIT)
    (told,) = back.notices.shown
    assert told.notice.words == "Rev.1 was kept since you last looked, by A. Rapporteur."
    back.going.go_to("dossier")
    assert back.notices.shown == ()
    assert back.pages.dossier.away.isVisible()
    back.pages.dossier.away.compare_button.click()
    qtbot.waitUntil(lambda: back.going.place == "compare", timeout=WAIT)
    assert back.pages.dossier.away.isHidden()
    back.close()


def test_the_notice_of_a_window_that_comes_back_leads_to_what_changed(
    qtbot: QtBot, window: Window, opened: Open
) -> None:
    line = opened(2)
    window.drafting.writing.begin(node(window, "L.1"))
    qtbot.waitUntil(lambda: window.going.writes, timeout=WAIT)
    window.following.while_away.remind()
    (told,) = window.notices.shown
    told.buttons[0].click()
    qtbot.waitUntil(lambda: window.going.place == "compare", timeout=WAIT)
    assert window.notices.shown == ()
    assert line.isHidden()


def test_what_is_kept_after_a_window_came_back_is_told_on_the_dossier_page_alone(
    qtbot: QtBot, window: Window, opened: Open
) -> None:
    window.drafting.writing.who = "B"
    line = opened(1)
    window.drafting.writing.begin(node(window, "L.1"))
    qtbot.waitUntil(lambda: window.going.writes and not window.background.tasks, timeout=WAIT)
    window.following.while_away.remind()
    assert window.desk.path is not None
    with Dossier.open(window.desk.path) as dossier:
        keep(dossier, 1, "C")
    window.watching.look()
    qtbot.waitUntil(lambda: line.words.text() == "Rev.1 was kept since you last looked, by C.", timeout=WAIT)
    assert window.notices.shown == ()


def test_what_is_kept_here_in_an_empty_dossier_is_nobody_elses(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.desk.new(tmp_path / "new.adref")
    qtbot.waitUntil(lambda: window.going.place == "dossier" and not window.background.tasks, timeout=WAIT)
    window.desk.add_text({"text/plain": b"The General Assembly,\n\n1. Decides to meet."})
    qtbot.waitUntil(lambda: bool(window.desk.stories) and not window.background.tasks, timeout=WAIT)
    assert window.pages.dossier.away.isHidden()
