"""Patterns of a search: plain words matched loosely, and regular expressions, which can be stopped while they match."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from models.comparison.words.tokens import HAN
from models.draft import DraftError
from models.draft.held_letters import held, in_one_line

if TYPE_CHECKING:
    from regex import Pattern

_LOOSE = {
    **dict.fromkeys("'‘’ʼ‛", "['‘’ʼ‛]"),
    **dict.fromkeys("“”„‟", '["“”„‟]'),
    '"': '(?:["“”„‟]|«[\u00a0\u202f]?|[\u00a0\u202f]?»)',  # as it is typed in every language
    **dict.fromkeys("-\u2010\u2011", "[-\u2010\u2011]"),
}
_WRITTEN = re.compile(
    r"(?P<whole>\\0(?![0-7]))|[$\\](?P<dollar>\$)|\$(?P<group>[0-9]{1,2})|\$\{(?P<braced>[0-9]{1,2})\}|\\.", re.DOTALL
)
"""What may stand for something else in what comes: `\\0`, `$$`, `$1`, `$12` or `${1}`, a sign behind a backslash."""
_TOO_LARGE = "The number in “{ }” is too large; write a smaller one, or \\{ for the sign itself."
_WRONG = (
    ("unterminated character set", "“[” has no “]”: close it, or write \\[ for the sign itself."),
    ("missing )", "“(” has no “)”: close it, or write \\( for the sign itself."),
    ("unbalanced parenthesis", "“)” has no “(” before it: open it, or write \\) for the sign itself."),
    ("nothing to repeat", "Nothing stands before a “*”, “+” or “?” that repeats; write \\*, \\+ or \\? for the sign."),
    ("multiple repeat", "Two signs that repeat stand side by side; write one, or \\*, \\+ or \\? for the sign itself."),
    ("min repeat", "In “{ }” the smaller number stands first; put it so, or write \\{ for the sign itself."),
    ("repeat count", _TOO_LARGE),
    ("bad character range", "In “[ ]” a range runs from the earlier to the later letter, as in [a-z]; turn it round."),
    ("end of pattern", "Nothing stands after the last “\\”; write \\\\ for the sign itself."),
    ("bad escape", "A “\\” stands before a letter that means nothing there; write \\\\ for the sign itself."),
    ("incomplete escape", "The number after a “\\” is too short; complete it, or write \\\\ for the sign itself."),
    ("group", "The expression names a group that it does not have; a first group is “( )”, and \\1 is what it found."),
)
"""What the library says is wrong, by how its message begins or what is in it, as one sentence each."""
_PART = re.compile(
    r"(?P<again>\(\?(?:R|[+-]?\d+|&\w+|P>\w+)\))|(?P<open>\((?:\?(?:P?<\w+>|<?[=!]|[>|]|[\w-]*:))?)|(?P<close>\))"
    r"|\{(?P<times>\d+)(?:,\d*)?\}|(?P<sign>[*+?])|\\.|\[\^?\]?(?:\\.|[^\]\\]){0,999}\]|.",
    re.DOTALL,
)
"""What an expression is built of: groups with what they are called, how often they come, what stands for letters."""
_SPACED = re.compile(r"\(\?(?:#|[a-wyzA-Z0-9-]*x)")
"""Where remarks may stand, so that nobody knows what is one: all numbers are taken as those of one part."""
_NUMBERS = re.compile(r"\{(\d+)")
_LARGEST, _DIGITS = 100_000, 7
"""So often at most letters are written out that are to come several times; more digits of a number need no reading."""
_BESIDE = f"(?<=[{HAN}])|(?=[{HAN}])"
"""The edge of a letter of Chinese, which is a word of its own: none has a space beside it."""
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

    if regex:
        _check_size(text)
    source = text if regex else _loose(text)
    flags = expressions.VERSION0 if case else expressions.VERSION0 | expressions.IGNORECASE
    try:
        found = expressions.compile(source, flags)
        # Groups stay as they are numbered: what is put around has none of its own.
        return expressions.compile(rf"(?:(?<!\w)|{_BESIDE})(?:{source})(?:(?!\w)|{_BESIDE})", flags) if words else found
    except (expressions.error, RecursionError, OverflowError, ValueError, MemoryError) as error:
        raise UnusablePattern(_sentence(error)) from None


def _check_size(text: str) -> None:
    """Raises UnusablePattern for an expression that the library writes out in more memory than there is, before any
    time that it is given begins."""
    if _SPACED.search(text) is not None and math.prod(map(_times, _NUMBERS.findall(text))) > _LARGEST:
        raise UnusablePattern(_TOO_LARGE)
    sums, last = [0], 0  # so many letters each open group and the whole are written out as, and their last part
    for match in _PART.finditer(text):
        if match["again"]:
            raise UnusablePattern(f"“{match['again']}” looks for the expression within itself; write it out instead.")
        if match["open"]:
            sums.append(0)
        elif match["close"] and len(sums) > 1:
            last = max(sums.pop(), 1)  # one without words is written out as often
            sums[-1] += last
        elif match["times"]:
            times = _times(match["times"])
            sums[-1] += last * (times - 1)
            last *= times
        elif not match["sign"]:
            last = 1
            sums[-1] += last
        if sums[-1] > _LARGEST:
            raise UnusablePattern(_TOO_LARGE)


def _times(number: str) -> int:
    return max(int(number[:_DIGITS]), 1)


def as_template(text: str, groups: int) -> str:
    r"""The replacement of an expression with so many groups as the library reads it.

    `\0` and `$0` are all that was found, `$1` is the first group, as `\1` is, `$$` the sign of the dollar. As elsewhere
    `$12` is the first group and a 2 where there is no twelfth, and `${1}2` that wherever it is.
    """

    def read(found: re.Match[str]) -> str:
        if group := found["group"]:
            digits = group if int(group) <= groups else group[0]
            return rf"\g<{int(digits)}>{group[len(digits) :]}"
        if braced := found["braced"]:
            return rf"\g<{int(braced)}>"
        return r"\g<0>" if found["whole"] else found["dollar"] or found[0]

    return _WRITTEN.sub(read, text)


def check_replacement(pattern: Pattern[str], text: str) -> None:
    r"""Raises UnusablePattern where a replacement names a group the expression has not, or writes a sign that no text
    can hold (`\x07`); one that came into it itself falls away, as wherever words come from."""
    import regex as expressions

    try:
        template = as_template(held(text), pattern.groups)
        signs = expressions.compile(pattern.pattern + "|", pattern.flags).sub(template, "")
    except (expressions.error, IndexError, ValueError) as error:
        no_group = "names a group that the expression does not have; write $1 for the first and $$ for a dollar sign"
        no_sign = "has a “\\” that means nothing; write \\1 for the first group and \\\\ for a backslash"
        raise UnusablePattern(f"The replacement {no_group if 'group' in str(error) else no_sign}.") from None
    sign = next((sign for sign in in_one_line(signs) if not held(sign)), None)
    if sign is not None:
        raise UnusablePattern(
            f"The replacement writes a sign that no text can hold (U+{ord(sign):04X}); leave it out, or write \\0 for "
            "all that was found."
        )


def _sentence(error: Exception) -> str:
    """What is wrong with an expression; where in it is not told, since the library counts to where it noticed."""
    told = str(error)
    plainly = (sentence for part, sentence in _WRONG if part in told)
    return next(plainly, "This expression cannot be understood; correct it, or use plain words.")


def _loose(text: str) -> str:
    """Plain words as a pattern: straight and curly quotes, hyphens, and all sorts of spaces are alike."""
    parts = re.split(r"(\s+)", text)
    return "".join(
        _SPACE if part.isspace() else "".join(_LOOSE.get(letter, re.escape(letter)) for letter in part)
        for part in parts
        if part
    )
