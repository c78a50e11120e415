"""Back and forward."""

from __future__ import annotations

import pytest

from app.shell.history import History, Stop
from app.subjects.compared import Compared, InColumns
from app.subjects.sides import Side
from models.comparison.columns import in_columns
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run

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


def _side(paragraphs: int) -> Side:
    return Side("Draft", "", Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to meet"),)),) * paragraphs))


def _stops_after(*subjects: Side | Compared | InColumns) -> int:
    """How many stops there are once one went through these."""
    history = History()
    for subject in subjects:
        history.go(Stop("compare", subject))
    stops = 1
    while history.can_go_back:
        history.back()
        stops += 1
    return stops


def test_the_way_back_forgets_the_oldest_where_it_holds_too_much_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(History, "_MOST_PARAGRAPHS", 50)
    texts = [_side(number) for number in (10, 11, 12)]
    pairs = [Compared(old, new, compare(old.draft, new.draft)) for old in texts for new in texts]
    columns = InColumns(tuple(texts), in_columns([pair.comparison for pair in (pairs[1], pairs[5])]))
    assert _stops_after(*(_side(number) for number in range(5, 11))) == 7  # all 45, and the page at the start
    assert _stops_after(*(_side(number) for number in range(5, 12))) == 5  # 7, 8, 9, 10 and 11 of the 56
    assert _stops_after(*pairs) == 2
    assert _stops_after(columns, texts[0]) == 3
    assert _stops_after(columns, texts[0], texts[1]) == 2
    assert _stops_after(*[pairs[0], texts[0]] * 4) == 9  # what several stops show is held once
    assert _stops_after(_side(90), _side(80)) == 2  # and one step back there always is
