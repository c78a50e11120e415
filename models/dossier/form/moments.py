"""Moments as the dossier writes them: UTC, ISO 8601, to the microsecond."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def now() -> str:
    """This moment."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def after(at: str) -> str:
    """The next instant after any ISO 8601 time."""
    return (datetime.fromisoformat(at) + timedelta(microseconds=1)).isoformat(timespec="microseconds")
