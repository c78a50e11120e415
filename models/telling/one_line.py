"""Names out of files as lines have them: no sign of theirs may break a line or turn what is written behind them."""

from __future__ import annotations

_JOINING = "\u200c\u200d"  # how Arabic and Indic letters join


def on_one_line(name: str) -> str:
    """A name with a space for each sign that does not print: line feeds, controls, overrides of direction."""
    return "".join(sign if sign.isprintable() or sign in _JOINING else " " for sign in name)
