"""Dates, counts and names as the window says them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from models.draft.days import MONTHS, day_and_month, whole_day
from models.telling.figures import counted, figure

_LONGEST = 80
"""Characters of the name of a file."""


def long_date(iso: str | None) -> str:
    """ "11 December 2003" of "2003-12-11"; what is no date stays as it is."""
    try:
        day = date.fromisoformat(iso or "")
    except ValueError:
        return iso or ""
    return whole_day(day)


def short_day(iso: str | None) -> str:
    """ "14 Nov" of "2003-11-14"; what is no date stays as it is."""
    try:
        day = date.fromisoformat(iso or "")
    except ValueError:
        return iso or ""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def short_days(isos: Sequence[str | None], today: date | None = None) -> list[str]:
    """Short days that stand together, with their years unless all lie in this one: "14 Nov 2003", "9 Jan 2004"."""
    days = [short_day(iso) for iso in isos]
    years = [(iso or "")[:4] if day != (iso or "") else "" for iso, day in zip(isos, days, strict=True)]
    if {*years} <= {"", str((today or date.today()).year)}:
        return days
    return [f"{day} {year}" if year else day for day, year in zip(days, years, strict=True)]


def moment(seconds: float, now: float | None = None) -> str:
    """A time as a list says it: "Today, 12:41", "Yesterday", "14 November", "14 November 2025"."""
    then = datetime.fromtimestamp(seconds, UTC).astimezone()
    today = (datetime.fromtimestamp(now, UTC) if now is not None else datetime.now(UTC)).astimezone().date()
    day = then.date()
    if day == today:
        return f"Today, {then:%H:%M}"
    if day == today - timedelta(days=1):
        return "Yesterday"
    return day_and_month(day) if day.year == today.year else whole_day(day)


def brackets_words(brackets: int, bracketed: int, paragraphs: int, unmatched: int = 0) -> str:
    """ "7 brackets in 4 of 31 paragraphs"; where there are no pairs, "1 bracket without a partner"."""
    if not brackets:
        return f"{counted(unmatched, 'bracket')} without a partner" if unmatched else "No brackets"
    return f"{counted(brackets, 'bracket')} in {figure(bracketed)} of {counted(paragraphs, 'paragraph')}"


def of_those_left(count: int) -> str:
    """ "116 stand as they left": what a compilation that came back has as it went out."""
    return f"{figure(count)} {'stand as they' if count != 1 else 'stands as it'} left"


def file_stem(words: str) -> str:
    """A name of a file for a title: no signs a file system refuses, at most 80 characters, in whole words."""
    plain = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", words)
    plain = " ".join(plain.split()).strip(". ")
    kept, rest = plain[:_LONGEST], plain[_LONGEST:]
    if rest and not rest.startswith(" ") and " " in kept[_LONGEST // 2 :]:
        kept = kept[: kept.rindex(" ")]
    return kept.rstrip(". ") or "Dossier"
