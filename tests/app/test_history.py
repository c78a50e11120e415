"""Back and forward."""

from __future__ import annotations

from app.shell.history import History, Stop

START, DOSSIER, TEXT, COMPARE = (Stop(place) for place in ("start", "dossier", "text", "compare"))


def test_back_and_forward() -> None:
    history = History()
    for stop in (DOSSIER, TEXT, TEXT, COMPARE):
        history.go(stop)
    assert [history.back(), history.back(), history.back()] == [TEXT, DOSSIER, START]
    assert not history.can_go_back
    assert history.back() == START
    assert [history.forward(), history.forward()] == [DOSSIER, TEXT]
    assert history.can_go_forward


def test_going_on_forgets_what_lay_ahead() -> None:
    history = History()
    history.go(DOSSIER)
    history.go(TEXT)
    history.back()
    history.go(COMPARE)
    assert not history.can_go_forward
    assert history.back() == DOSSIER


def test_the_way_back_is_not_endless() -> None:
    history = History()
    for number in range(200):
        history.go(TEXT if number % 2 else DOSSIER)
    steps = 0
    while history.can_go_back:
        history.back()
        steps += 1
    assert steps == 49
