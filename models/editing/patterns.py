"""Patterns of a search: plain words matched loosely, and regular expressions that cannot run for ever."""

from __future__ import annotations

import re

from models.draft import DraftError
from models.editing.pattern_care import may_run_for_ever

_LOOSE = {
    **dict.fromkeys("'‘’ʼ‛", "['‘’ʼ‛]"),
    **dict.fromkeys('"“”„‟', '["“”„‟]'),
    **dict.fromkeys("-\u2010\u2011", "[-\u2010\u2011]"),
}
_SPACE = "[ \t\u00a0\u2007\u2009\u202f]+"


class UnusablePattern(DraftError):
    """The expression looked for, or what is to come in its place, cannot be understood or could run for ever."""


def compiled(text: str, *, regex: bool, case: bool, words: bool) -> re.Pattern[str] | None:
    """The pattern of a search; None where nothing is looked for. Raises UnusablePattern."""
    if not text:
        return None
    source = text if regex else _loose(text)
    flags = re.NOFLAG if case else re.IGNORECASE
    try:
        found = re.compile(source, flags)
    except (re.error, RecursionError, OverflowError) as error:
        raise UnusablePattern(f"This expression cannot be used ({error}); correct it or use plain words.") from None
    if regex and may_run_for_ever(source, flags):
        raise UnusablePattern(
            "This expression repeats what is repeated already and could run for ever; write it with fewer repetitions."
        )
    if words:
        # Groups stay as they are numbered: what is put around has none of its own.
        found = re.compile(rf"(?<!\w)(?:{source})(?!\w)", flags)
    return found


def _loose(text: str) -> str:
    """Plain words as a pattern: straight and curly quotes, hyphens, and all sorts of spaces are alike."""
    parts = re.split(r"(\s+)", text)
    return "".join(
        _SPACE if part.isspace() else "".join(_LOOSE.get(letter, re.escape(letter)) for letter in part)
        for part in parts
        if part
    )
