"""The lines that mail programs put above a mail that is answered or handed on, in the official languages and others
that such programs speak: from whom it is, when it was sent, to whom and on what. They are no words of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from models.clipboard.blocks import BREAK, Block, Piece
from models.clipboard.quoted import says_who_wrote
from models.draft.known_table import table

_FROM, _SENT, _DATE, _TO, _SUBJECT = "from", "sent", "date", "to", "subject"
_COPY, _FILES, _OTHER = "copy", "files", "other"
_SORTS = {word: field for field, _, word in table("facts/mail_heads")}
_FIELD = re.compile(r"[\s*_\u200e\u200f\u202a-\u202e]*(?P<word>[^\W\d_][^:：\n<>]{0,24}?)[\s*_\u00a0\u202f]*[:：]")
_RULE = re.compile(r"[\s>*]*(?:_{5,}|-{5,40}[^-_\n]{0,60}-{5,40})[\s*]*")
"""What some set above these lines: "-----Original Message-----", or a mere line."""
_WROTE = re.compile(
    r"(?=.*(?<!\d)20\d\d(?!\d))(?=.*\d[:.h]\d\d)[^<>]{0,200}<[^<>\s]{1,80}@[^<>\s]{1,80}>[^<>:：]{0,60}(?:\d[:.h]\d\d)?"
    r"[^<>:：]{0,40}[:：][\s\u202a-\u202e]*"
)
"""Who wrote what stands below, and when, with his address: "On 3 Nov 2025 at 10:12 Anna <a@x.org> wrote:"."""
_OF_FILE = re.compile(r"\.[a-z]{3,4}(?![^\W_])", re.IGNORECASE)
"""What a field of attachments has; “附件：” alone is the heading of an annex, too."""
_OF_NAMES = re.compile(r"[@;<；]")
_LONGEST = 400
_MOST_LINES = 40
"""So many may the names of all to whom a mail went take."""
MAIL_HEADS = "The lines that say from whom a mail is were left out."
SEVERAL_MAILS = "Words of more than one mail were pasted."


def mail_heads(lines: Sequence[str]) -> set[int]:
    """The positions of the lines that are such heads, none of them alone being one: "From" comes first, when it was
    sent or on what next, and at least one more."""
    found: set[int] = set()
    for at in range(len(lines)):
        if at not in found and _sort(lines[at]) == _FROM:
            found.update(_head_from(lines, at))
        elif len(lines[at]) < _LONGEST and _WROTE.fullmatch(lines[at]):
            found.add(at)
    return found


def _sort(line: str) -> str:
    field = _FIELD.match(line)
    sort = _SORTS.get(" ".join(field["word"].casefold().split()), "") if field is not None else ""
    return "" if sort == _FILES and _OF_FILE.search(line) is None else sort


def _head_from(lines: Sequence[str], start: int) -> range:
    """The head that begins with a line that says from whom, with the rule above it; else none."""
    sorts, stop = [_FROM], start + 1
    for at in range(start + 1, min(len(lines), start + _MOST_LINES)):
        if not lines[at].strip():
            break
        sort = _sort(lines[at])
        if not sort and (sorts[-1] not in (_TO, _COPY) or not _are_names(lines, at)):
            break  # only names take several lines
        if sort in sorts and sort not in (_COPY, _FILES, _OTHER):
            break
        if sort:
            sorts.append(sort)
            stop = at + 1
    # A memorandum says to whom it goes first, or has a date of its own and no address.
    timed = _SENT in sorts or (_DATE in sorts and "@" in lines[start])
    if len(sorts) < 3 or not timed or sorts[1] not in (_SENT, _DATE, _SUBJECT) or not {_TO, _SUBJECT} & {*sorts}:
        return range(0)
    above = start - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    return range(above if above >= 0 and _RULE.fullmatch(lines[above]) else start, stop)


def _are_names(lines: Sequence[str], at: int) -> bool:
    """Whether a line goes on with those to whom a mail went; the last of them may stand there alone."""
    if _OF_NAMES.search(lines[at]) or lines[at - 1].rstrip().endswith((";", ",", "；", "،")):
        return True
    return at + 1 < len(lines) and _sort(lines[at + 1]) == _SUBJECT


def _told(kept: Sequence[bool]) -> tuple[str, ...]:
    """What is said of the lines left out, by which of the lines with words were `kept`: between two there are mails."""
    if all(kept):
        return ()
    between = not all(kept[kept.index(True) : len(kept) - kept[::-1].index(True)])
    return (MAIL_HEADS, SEVERAL_MAILS) if between else (MAIL_HEADS,)


def without_mail_heads(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without the heads of mails in it, and what is said of that; one that is nothing else stays."""
    lines = text.split("\n")
    gone = mail_heads(lines)
    left = "\n".join(line for at, line in enumerate(lines) if at not in gone)
    if not left.strip():
        return text, ()
    return left, _told([at not in gone for at, line in enumerate(lines) if line.strip() or at in gone])


def blocks_without_mail_heads(blocks: Sequence[Block]) -> tuple[Sequence[Block], tuple[str, ...]]:
    """The paragraphs of a page without such heads, which stand in one, line by line, or in several, and what is said of
    that; the same ones where there is no head, or nothing else."""
    lines = [(at, line) for at, block in enumerate(blocks) for line in block.lines()]
    words = ["" if blocks[at].cell else "".join(piece.text for piece in line) for at, line in lines]
    deep = [(at, blocks[place].quoted) for at, (place, _) in enumerate(lines) if words[at].strip()]
    leading = (at for (at, here), (_, below) in pairwise(deep) if here < below)
    gone = mail_heads(words) | {at for at in leading if says_who_wrote(words[at].strip())}
    if not gone:
        return blocks, (SEVERAL_MAILS,) if _are_several(blocks) else ()
    touched = {lines[at][0] for at in gone}
    kept: dict[int, list[Piece]] = {}
    for at, (place, line) in enumerate(lines):
        if place in touched and at not in gone and (place in kept or any(one.text.strip() for one in line)):
            kept[place] = [*kept[place], Piece(BREAK), *line] if place in kept else line
    left = [
        replace(block, pieces=kept[at]) if at in kept else block
        for at, block in enumerate(blocks)
        if at not in touched or at in kept
    ]
    if not any(piece.text.strip() for block in left for piece in block.pieces):
        return blocks, ()
    told = [
        at not in gone for at, (place, _) in enumerate(lines) if words[at].strip() or blocks[place].cell or at in gone
    ]
    said = _told(told)
    return left, (*said, SEVERAL_MAILS) if SEVERAL_MAILS not in said and _are_several(left) else said


def _are_several(blocks: Sequence[Block]) -> bool:
    """Whether a page has words of a mail that is answered and others."""
    return len({block.quoted for block in blocks if any(piece.text.strip() for piece in block.pieces)}) > 1
