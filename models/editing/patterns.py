"""Patterns of a search: plain words matched loosely, and regular expressions, which can be stopped while they match."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.draft import DraftError
from models.draft.held_letters import held, in_one_line

if TYPE_CHECKING:
    from regex import Pattern

_LOOSE = {
    **dict.fromkeys("'‘’ʼ‛", "['‘’ʼ‛]"),
    **dict.fromkeys('"“”„‟', '["“”„‟]'),
    **dict.fromkeys("-\u2010\u2011", "[-\u2010\u2011]"),
}
_WHOLE = re.compile(r"(?<!\\)((?:\\\\)*)\\0(?![0-7])")
_SPACE = "[ \t\u00a0\u2007\u2009\u202f]+"


class UnusablePattern(DraftError):
    """The expression looked for, or what is to come in its place, cannot be understood."""


def compiled(text: str, *, regex: bool, case: bool, words: bool) -> Pattern[str] | None:
    """The pattern of a search; None where nothing is looked for. Raises UnusablePattern.

    Expressions are those of Python's `re`, matched by the library `regex`, since only that can be given a time.
    """
    if not text:
        return None
    import regex as expressions  # seven milliseconds that no start of the program has to wait for

    source = text if regex else _loose(text)
    flags = expressions.VERSION0 if case else expressions.VERSION0 | expressions.IGNORECASE
    try:
        found = expressions.compile(source, flags)
        # Groups stay as they are numbered: what is put around has none of its own.
        return expressions.compile(rf"(?<!\w)(?:{source})(?!\w)", flags) if words else found
    except (expressions.error, RecursionError, OverflowError, ValueError, MemoryError) as error:
        raise UnusablePattern(f"This expression cannot be used ({error}); correct it or use plain words.") from None


def with_whole(text: str) -> str:
    r"""The replacement of an expression with `\g<0>`, all that was found, where it is written `\0`."""
    return _WHOLE.sub(r"\1\\g<0>", text)


def check_replacement(pattern: Pattern[str], text: str) -> None:
    r"""Raises UnusablePattern where a replacement names a group the expression has not, or writes a sign that no text
    can hold (`\x07`); one that came into it itself falls away, as wherever words come from."""
    import regex as expressions

    try:
        signs = expressions.compile(pattern.pattern + "|", pattern.flags).sub(with_whole(held(text)), "")
    except (expressions.error, IndexError, ValueError) as error:
        raise UnusablePattern(
            f"The replacement cannot be used ({error}); write \\1 for the first group and \\\\ for a backslash."
        ) from None
    sign = next((sign for sign in in_one_line(signs) if not held(sign)), None)
    if sign is not None:
        raise UnusablePattern(
            f"The replacement writes a sign that no text can hold (U+{ord(sign):04X}); leave it out, or write \\0 for "
            "all that was found."
        )


def _loose(text: str) -> str:
    """Plain words as a pattern: straight and curly quotes, hyphens, and all sorts of spaces are alike."""
    parts = re.split(r"(\s+)", text)
    return "".join(
        _SPACE if part.isspace() else "".join(_LOOSE.get(letter, re.escape(letter)) for letter in part)
        for part in parts
        if part
    )
