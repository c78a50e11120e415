"""A place that does not answer is waited for a while and no longer, by nobody twice, and by no other work."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Event, active_count

import pytest

from app.desk.arrivals import arrival, looks_at
from app.dossier.recents import Recent, Recents
from app.running.answering import answer_of, answers_of, expect_answer
from app.subjects.listing import open_dossier
from app.subjects.sides import read
from models.draft import DraftError


def test_places_that_answer_do_so_and_what_the_system_cannot_look_at_is_no_answer(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    paths = [tmp_path / name for name in ("a", "b", "a")]
    assert answers_of(paths, Path.exists, otherwise=False) == [True, False, True]
    assert answer_of(paths[1], Path.stat, None) is None
    with pytest.raises(ZeroDivisionError):
        answer_of(paths[0], lambda _path: 1 / 0, 0.0)
    expect_answer(paths[1])


def test_a_name_that_no_system_takes_is_refused_in_a_sentence_and_holds_no_list(tmp_path: Path) -> None:
    long = tmp_path / ("a" * 300)
    with pytest.raises(DraftError):
        read(long.with_suffix(".docx"))
    with pytest.raises(DraftError):
        open_dossier(long.with_suffix(".adref"))
    named = [long.with_suffix(".docx"), tmp_path / "a\0.txt"]
    assert arrival(named[:1], None, looks_at(named)).act == "start"
    recents = Recents(tmp_path / "recent.json")
    recents.add(Recent(str(long), "A draft"))
    assert [one.path for one in recents.read()] == [str(long)]


def test_one_that_does_not_answer_is_asked_once_and_keeps_nobody(tmp_path: Path) -> None:
    comes_back = Event()

    def look(path: Path) -> str:
        if path.name == "gone":
            comes_back.wait(30)
        return path.name

    paths, before = [tmp_path / name for name in ("gone", "there")], active_count()
    begun = time.monotonic()
    for _ in range(5):
        assert answers_of(paths, look, "", 0.1) == ["", "there"]
    assert time.monotonic() - begun < 20
    assert active_count() == before + 1
    comes_back.set()
    end = time.monotonic() + 60
    while active_count() > before and time.monotonic() < end:
        time.sleep(0.01)
    assert answers_of(paths, look, "", 20) == ["gone", "there"]
