"""Dates, counts and names as the window says them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.text.keeping import next_label
from app.wording import brackets_words, file_stem, long_date, moment, short_days
from models.telling.figures import counted

NOW = datetime(2026, 3, 2, 15, 0).astimezone().timestamp()
DAY = 86_400


@pytest.mark.parametrize(
    ("iso", "said"),
    [("2003-12-11", "11 December 2003"), (None, ""), ("spring 2003", "spring 2003")],
)
def test_dates(iso: str | None, said: str) -> None:
    assert long_date(iso) == said


def test_short_days_have_their_years_unless_all_lie_in_this_one() -> None:
    then = date(2003, 12, 31)
    assert short_days(["2003-12-11", "2003-12-19", None], then) == ["11 Dec", "19 Dec", ""]
    assert short_days(["2003-12-11", "spring"], date(2026, 11, 30)) == ["11 Dec 2003", "spring"]
    assert short_days(["2003-12-11", None, "spring", "2004-01-09"], then) == ["11 Dec 2003", "", "spring", "9 Jan 2004"]


@pytest.mark.parametrize(
    ("ago", "said"),
    [(2 * 3600, "Today, 13:00"), (DAY, "Yesterday"), (2 * DAY, "28 February"), (100 * DAY, "22 November 2025")],
)
def test_moments(ago: int, said: str) -> None:
    assert moment(NOW - ago, NOW) == said


def test_counts() -> None:
    assert counted(1, "draft") == "1 draft"
    assert counted(2, "draft") == "2 drafts"
    assert brackets_words(0, 0, 31) == "No brackets"
    assert brackets_words(0, 0, 31, 2) == "2 brackets without a partner"
    assert brackets_words(7, 4, 31) == "7 brackets in 4 of 31 paragraphs"
    assert brackets_words(1, 1, 1) == "1 bracket in 1 of 1 paragraph"


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("A/C.2/58/L.37", "A C.2 58 L.37"),
        ("What: “now”?\n", "What “now”"),
        ("...", "Dossier"),
        ("x" * 200, "x" * 80),
        ("word " * 15 + "whole more", "word " * 15 + "whole"),
        ("word " * 15 + "broken more", ("word " * 15).rstrip()),
        ("a " + "x" * 200, "a " + "x" * 78),
        ("可持续发展" * 40, "可持续发展" * 16),
    ],
)
def test_file_names(words: str, stem: str) -> None:
    assert file_stem(words) == stem


def test_a_text_on_no_draft_revises_none() -> None:
    day = date(2026, 11, 24)
    assert next_label(["L.37", "Rev.2 of 7 November"], day) == "Rev.3 of 24 November"
    assert next_label(["L.37"], day, revises=False) == next_label([], day) == "Draft of 24 November"
    taken = ["Draft of 24 November", "Rev.1 of 24 November"]
    assert next_label(taken, day, revises=False) == "Draft of 24 November (2)"
    assert next_label([*taken, "Draft of 24 November (2)"], day, revises=False) == "Draft of 24 November (3)"
