"""A day as the program says it, in English."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_and_month(day: date) -> str:
    """ "14 November"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def whole_day(day: date) -> str:
    """ "14 November 2025"."""
    return f"{day_and_month(day)} {day.year}"
