"""What windows tell of themselves in files: what was open comes back once, and one of them offers what is left."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from app.settings.settings import read_json, write_json
from app.shell import windows
from app.shell.windows import Open, Windows
from models.dossier.form.holding import living
from models.in_turn import in_turn

WATER, FOOD = "/water.adref", "/food.adref"
_MEANWHILE = 0.3
"""Seconds in which another does what it may do meanwhile; where it has to wait, it is waited for no longer."""


def gone(folder: Path, *told: Open) -> None:
    """Windows that were killed, each after what it told last."""
    for one in told:
        window = Windows(folder)
        window.tell(one)
        window._hold.release()


def test_what_cannot_be_written_leaves_the_file_as_it_was_and_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    write_json(file, {"who": "Chair"})
    with pytest.raises(TypeError):
        write_json(file, {"who": object()})
    assert (read_json(file), list(tmp_path.iterdir())) == ({"who": "Chair"}, [file])


def test_of_windows_that_are_gone_the_one_used_last_is_taken_up_once(tmp_path: Path) -> None:
    gone(tmp_path, Open(WATER, "text", writes=True), Open(), Open(FOOD, "compare"))
    first, second, third = Windows(tmp_path), Windows(tmp_path), Windows(tmp_path)
    assert first.more
    assert (first.take_up().dossier, first.was.place) == (FOOD, "compare")
    assert (second.take_up().dossier, second.was.writes) == (WATER, True)
    assert not second.more
    assert third.take_up() == Open()


def test_of_two_that_begin_at_once_each_takes_up_another(tmp_path: Path) -> None:
    gone(tmp_path, *(Open(f"/{number}.adref") for number in range(20)))
    windows = [Windows(tmp_path) for _ in range(20)]
    threads = [threading.Thread(target=window.take_up) for window in windows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({window.was.dossier for window in windows} - {""}) == 20


@pytest.mark.parametrize(
    ("stays", "last", "comes"),
    [(False, False, []), (True, False, [WATER]), (False, True, [WATER]), (True, True, [WATER])],
)
def test_closed_by_hand_while_another_stays_it_does_not_come_back(
    tmp_path: Path, stays: bool, last: bool, comes: list[str]
) -> None:
    window, other = Windows(tmp_path), Windows(tmp_path)
    window.tell(Open(WATER))
    other.tell(Open(FOOD))
    if last:
        other.close(Open(), stays=False)
    window.close(Open(WATER), stays=stays)
    window.tell(Open(WATER))  # what was still on its way
    other.close(Open(), stays=False)
    assert [one.dossier for one in (Windows(tmp_path).take_up(),) if one.dossier] == comes


def test_what_was_left_before_a_session_without_it_is_forgotten(tmp_path: Path) -> None:
    gone(tmp_path, Open(WATER))
    time.sleep(0.01)
    window = Windows(tmp_path)
    window.tell(Open(FOOD))
    window.close(Open(FOOD), stays=True)
    again = Windows(tmp_path)
    assert again.take_up().dossier == FOOD
    assert not again.more


def test_a_window_that_ends_while_another_looks_at_it_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ending = Windows(tmp_path)
    ending.tell(Open(WATER))
    time.sleep(0.01)
    looking = Windows(tmp_path)
    looking.tell(Open(FOOD))

    other = threading.Thread(target=lambda: ending.close(Open(WATER), stays=True))

    def asked_late(name: str, host: str, seen: str) -> bool:
        monkeypatch.undo()
        other.start()
        other.join(_MEANWHILE)
        return living(name, host, seen)

    monkeypatch.setattr(windows, "living", asked_late)
    looking.close(Open(FOOD), stays=True)
    other.join()
    first, second = Windows(tmp_path), Windows(tmp_path)
    assert {first.take_up().dossier, second.take_up().dossier} == {WATER, FOOD}


def test_of_two_that_are_closed_by_hand_at_once_one_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the system closes all windows of the program together."""
    first, second = Windows(tmp_path), Windows(tmp_path)
    for window in (first, second):
        window.tell(Open(WATER))
    other = threading.Thread(target=lambda: second.close(Open(FOOD), stays=False))

    def closed_meanwhile(name: str, host: str, seen: str) -> bool:
        lives = living(name, host, seen)
        if name == second._hold.name and not other.is_alive():
            monkeypatch.undo()
            other.start()
            other.join(_MEANWHILE)
        return lives

    monkeypatch.setattr(windows, "living", closed_meanwhile)
    first.close(Open(WATER), stays=False)
    other.join()
    assert Windows(tmp_path).take_up().dossier == FOOD


def test_one_that_is_closed_does_not_wait_for_a_process_that_stands_still(tmp_path: Path) -> None:
    window = Windows(tmp_path)
    window.tell(Open(WATER))
    with in_turn(tmp_path):
        window.close(Open(FOOD), stays=True)
    assert Windows(tmp_path).take_up().dossier == FOOD


def test_windows_of_another_machine_are_let_be(tmp_path: Path) -> None:
    write_json(tmp_path / "there.json", {"dossier": WATER, "host": "another"})
    (tmp_path / "damaged.json").write_text("{", encoding="utf-8")
    window = Windows(tmp_path)
    assert not window.more
    assert window.take_up() == Open()
    assert window.offers(Path(WATER), here=False)


def test_all_others_are_asked_to_quit_and_each_hears_it_once(tmp_path: Path) -> None:
    windows = [Windows(tmp_path) for _ in range(3)]
    for window in windows:
        window.tell(Open())
    windows[0].quit_others()
    assert [window.asked_to_quit() for window in windows] == [False, True, True]
    assert [window.asked_to_quit() for window in windows] == [False, False, False]


def test_one_window_offers_what_is_left_of_a_dossier(tmp_path: Path) -> None:
    windows = [Windows(tmp_path) for _ in range(3)]
    for window, dossier in zip(windows, ("", WATER, WATER), strict=True):
        time.sleep(0.01)
        window.tell(Open(dossier))
    water, food = Path(WATER), Path(FOOD)
    assert [one.offers(water, here=here) for one, here in zip(windows, (False, True, True), strict=True)] == [
        False,
        True,
        False,
    ]
    assert [one.offers(food, here=False) for one in windows] == [True, False, False]
    windows[1].close(Open(), stays=False)
    assert windows[2].offers(water, here=True)


def test_a_text_that_a_window_goes_on_with_by_itself_need_not_be_offered(tmp_path: Path) -> None:
    gone(tmp_path, Open(WATER, writes=True, draft="a"), Open(WATER, writes=True, who="B", draft="a"), Open(WATER))
    begun = Windows(tmp_path)
    assert not begun.comes_back(Path(WATER), "a", "")  # it was begun without them
    begun.take_up()
    found = [begun.comes_back(Path(WATER), *text) for text in (("a", ""), ("a", "B"), ("a", "C"), (None, ""))]
    assert found == [True, True, False, False]
