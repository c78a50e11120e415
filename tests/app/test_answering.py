"""A place that does not answer is waited for a while and no longer, by nobody twice, and by no other work."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Event, active_count

import pytest

from app.running.answering import answer_of, answers_of, expect_answer


def test_places_that_answer_do_so_and_meet_their_errors(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    paths = [tmp_path / name for name in ("a", "b", "a")]
    assert answers_of(paths, Path.exists, otherwise=False) == [True, False, True]
    with pytest.raises(FileNotFoundError):
        answer_of(paths[1], Path.stat, None)
    with pytest.raises(TimeoutError, match="by itself"):
        answer_of(paths[0], _late, None)
    expect_answer(paths[1])


def _late(_path: Path) -> None:
    raise TimeoutError("by itself")


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
    assert time.monotonic() - begun < 5
    assert active_count() == before + 1
    comes_back.set()
    end = time.monotonic() + 20
    while active_count() > before and time.monotonic() < end:
        time.sleep(0.01)
    assert answers_of(paths, look, "", 20) == ["gone", "there"]
