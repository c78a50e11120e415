"""The plain word diff: the least that changed between two texts, by longest common subsequence of their tokens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from models.awaited import ask
from models.comparison.words.blocks import SMALL, block_list
from models.comparison.words.marked import Words
from models.comparison.words.subsequence import Block, measures, too_long
from models.comparison.words.tokens import Chunks, Tokens, tokens, word_count
from models.comparison.words.within_words import cut_alike
from models.draft import may_hold_brackets

CONTEXT = 80
"""Equal characters around what differs that are still looked at, to find the best place for a change."""


def word_diff(old: str, new: str) -> Words:
    """The plain word diff of two texts; equal and delete joined give the old exactly, equal and insert the new."""
    if old == new:
        return (("equal", old),) if old else ()
    if not old or not new:
        return (("delete", old),) if old else (("insert", new),)
    start, end = _shared(old, new)
    if start + end:
        middle = old[start : len(old) - end], new[start : len(new) - end]
        return _emit([["", "", old[:start]], *_parts(*middle), ["", "", old[len(old) - end :]]])
    return _emit(_parts(old, new))


def letters_kept(old: str, new: str) -> int:
    """How many letters and figures of a text the plain word diff finds equal in another; its words are not put
    together for it."""
    if not old or not new:
        return 0
    start, end = (0, 0) if old == new else _shared(old, new)
    middle = old[start : len(old) - end], new[start : len(new) - end]
    gone = 0
    if middle[0] != middle[1]:
        before, after = _taken_apart(*middle)
        gone = sum([count_letters("".join(before.words[i1:i2])) for i1, i2, _, _ in block_list(before, after)])
    return count_letters(old) - gone


def most_letters_kept(old: str, new: str) -> int:
    """At most so many letters and figures of a text can the plain word diff find equal in another: those of words that
    the other has at all. Found several times as fast as how many these are."""
    if may_hold_brackets(old) or may_hold_brackets(new):
        return count_letters(old)  # words are cut there
    words = set(tokens(new).words)
    return count_letters("".join([word for word in tokens(old).words if word in words]))


def count_letters(text: str) -> int:
    """How many letters and figures a text has."""
    if text.isascii():  # an act on words that were typed asks for many of them, and this takes a tenth of the time
        return len(text.encode().translate(None, _NO_LETTERS))
    return sum(map(str.isalnum, text))


_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())


def _parts(old: str, new: str) -> list[list[str]]:
    before, after = _taken_apart(old, new)
    return assemble_parts(before, after, block_list(before, after))


def _taken_apart(old: str, new: str) -> tuple[Tokens, Tokens]:
    ask()  # a text may be one paragraph of a million words
    before, after = tokens(old), tokens(new)
    return cut_alike(before, after, tokens) if may_hold_brackets(old) or may_hold_brackets(new) else (before, after)


def _shared(old: str, new: str) -> tuple[int, int]:
    """How many characters at the start and at the end need no comparison, some equal words left for context."""
    shorter, measured = min(len(old), len(new)), measures()
    start = max(old.rfind(" ", 0, max(0, measured.Prefix.similarity(old, new) - CONTEXT)), 0)
    end = min(measured.Postfix.similarity(old, new), shorter - start)
    cut = old.find(" ", len(old) - max(0, end - CONTEXT))
    end = len(old) - cut if cut >= 0 else 0
    return start, end if start + end <= shorter else 0


def assemble(old: Tokens, new: Tokens, found: Sequence[Block]) -> Words:
    """The words of two token lists that differ at the given places, spacing exact."""
    return _emit(assemble_parts(old, new, found))


def assemble_parts(old: Tokens, new: Tokens, found: Sequence[Block]) -> list[list[str]]:
    """The same as parts: what is deleted, what is inserted, what is equal after them."""
    parts: list[list[str]] = [["", "", ""]]
    last_old, last_new = 0, 0
    for i1, i2, j1, j2 in found:
        if i1 > last_old:
            _equal(parts, old, new, last_old, last_new, i1 - last_old)
        _differ(parts, old.text(i1, i2), new.text(j1, j2))
        last_old, last_new = i2, j2
    _equal(parts, old, new, last_old, last_new, len(old.words) - last_old)
    if old.spaces[-1] == new.spaces[-1]:
        _same(parts, old.spaces[-1])
    else:
        _differ(parts, old.spaces[-1], new.spaces[-1])
    return _tidy_spaces(parts)


def _same(parts: list[list[str]], text: str) -> None:
    parts[-1][2] += text


def _differ(parts: list[list[str]], deleted: str, inserted: str) -> None:
    if parts[-1][2]:
        parts.append([deleted, inserted, ""])
    else:
        parts[-1][0] += deleted
        parts[-1][1] += inserted


def _equal(parts: list[list[str]], old: Tokens, new: Tokens, at_old: int, at_new: int, length: int) -> None:
    pieces = old.pieces[2 * at_old : 2 * (at_old + length)]
    if pieces == new.pieces[2 * at_new : 2 * (at_new + length)]:
        parts[-1][2] += "".join(pieces)
        return
    for step in range(length):
        one, two = old.spaces[at_old + step], new.spaces[at_new + step]
        if one == two:
            _same(parts, one)
        else:
            _differ(parts, one, two)
        _same(parts, old.words[at_old + step])


def _tidy_spaces(parts: list[list[str]]) -> list[list[str]]:
    """Take spacing that both sides share out of the changes, and let a change carry the space after it, not before."""
    for number in range(len(parts)):
        deleted, inserted, after = parts[number]
        if not deleted and not inserted:
            continue
        if deleted and inserted:
            if number and deleted[0] == inserted[0] and (shared := _leading(deleted, inserted)):
                parts[number - 1][2] += deleted[:shared]
                deleted, inserted = deleted[shared:], inserted[shared:]
            if deleted[-1:] == inserted[-1:] and (shared := _leading(deleted[::-1], inserted[::-1])):
                after = deleted[len(deleted) - shared :] + after
                deleted, inserted = deleted[: len(deleted) - shared], inserted[: len(inserted) - shared]
        elif number:
            only = deleted or inserted
            shared = _leading(only, after) if only[0] == after[:1] else 0
            if 0 < shared < len(only):
                parts[number - 1][2] += only[:shared]
                only, after = only[shared:] + only[:shared], after[shared:]
                deleted, inserted = (only, "") if deleted else ("", only)
        parts[number] = [deleted, inserted, after]
    return parts


def _leading(one: str, two: str) -> int:
    """How many spaces two texts begin with in common."""
    length = 0
    for a, b in zip(one, two, strict=False):
        if a != b or not a.isspace() or a == "\n":
            break
        length += 1
    return length


def _emit(parts: list[list[str]]) -> Words:
    words: list[tuple[str, str]] = []
    for deleted, inserted, equal in parts:
        for op, text in (("delete", deleted), ("insert", inserted), ("equal", equal)):
            if not text:
                continue
            if words and words[-1][0] == op:
                words[-1] = (op, words[-1][1] + text)
            else:
                words.append((op, text))
    return tuple(words)


def similarity(words: Words) -> float:
    """2 x equal words over all words of both sides; brackets and punctuation are no words. 1 where there are none."""
    if not words or (len(words) == 1 and words[0][0] == "equal"):
        return 1.0
    same, other, gone, passed = [], [], "", 0
    for op, text in words:
        if op == "equal":
            same.append(text)
        else:
            other.append(text)
            if gone:  # of equals that cross, which is found so depends on which text is the old one
                passed += _passed_over(gone, text)
        gone = text if op == "delete" else ""
    # A space is no part of a word, so the parts can be counted together.
    equal, changed = word_count(" ".join(same)) + passed, word_count(" ".join(other)) - 2 * passed
    return 2 * equal / (2 * equal + changed) if equal or changed else 0.0


def _passed_over(gone: str, come: str) -> int:
    """How many small words of a change are equal but shown as changed, for the eye."""
    if not (one := [*_small.of(gone.split(" "))]) or not (two := [*_small.of(come.split(" "))]):
        return 0
    return 0 if too_long(one, two) else cast("int", measures().LCSseq.similarity(one, two))


_small = Chunks(lambda chunk: tuple([word for word in tokens(chunk).words if word in SMALL]))
