"""Verbs further on in a paragraph in the place of others: "recalls the law, and urges all" that only invited all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple

from models.comparison.change import Change, VerbChange
from models.comparison.weighing.denied import BEGIN_DENIAL, chinese_denial, denial
from models.comparison.weighing.ladder import direction, ladder, one_spelling, rung, sizes
from models.comparison.weighing.manners import adverbs
from models.comparison.words.marked import Words, side
from models.comparison.words.openings import ADDITIVE_WORDS
from models.comparison.words.text_parts import fold

_LEAD = r" (?:(?:and|but|in (?:this|that) (?:regard|respect|context),?) )*\[?"
# Each begins with a letter of its own: so they are looked for ten times as fast.
_BORDERS = (
    *(mark + _LEAD for mark in ",;،؛"),
    *(rf"{word}(?<!\w{word}){_LEAD}" for word in ("and", "but", "et", "y", "e", "и")),
    *(f"{mark}[并又还]*" for mark in "，；并"),
    r"و(?<!\wو)(?=\w)",
)
_BORDER = re.compile(rf"(?:{'|'.join(_BORDERS)})(?=([^\s,;:.\[\]()،؛]+))")
"""Where another verb of a paragraph begins, and its first word; the Arabic "and" is written as one with it."""
_CLAUSE = re.compile(r"[^,;:.\[\]()،؛，；。：\n]{0,120}")
_REACH = 120
"""So many letters before what is not of both sides a verb may begin that is another for it."""
_ADDED = re.compile(r"^[\s,;\[]*(?:(?:and|et|y|e|и)\s+)?(?:(?:also|further)\s+)?")
"""What joins a verb to what stands before it."""
_JOINING = frozenset({"and", "et", "y", "e", "и", *ADDITIVE_WORDS})
_WORD = re.compile(r"[^\s,;:.\[\]()،؛]+")
_LINKS = re.compile(
    r"\s*(?:(?:of|that|at|about|for|over|to|the|its|de|du|des|que|les?|la|del|a|al|el|los|las|en)(?!\w)\s*)*"
)
"""What may stand between a verb and what it is about: "takes note of the report" and "welcomes the report"."""
_LONGEST, _CHINESE = 10, 8
"""A verb has so many words at most, denied and with how it is said; so many signs in Chinese."""


class _Verb(NamedTuple):
    """A verb in a text, in small letters; of which families of the ladder, and where it begins and ends."""

    said: str
    known: str
    start: int
    end: int


def inner_verbs(change: Change) -> Iterator[VerbChange]:
    """Each of the plain diff of one paragraph, in order; the verb that opens it is told apart.

    Of one that was split, or is merged, those where its parts meet.
    """
    if change.kind in ("split", "merged"):
        yield from _at_seams(change)
    if change.kind != "reworded":
        return
    told = _led_to(change)
    for before, now in _further_on(change.words, told):
        verb = VerbChange(before.said, now.said, direction(before.said, now.said))
        if not _among_the_first(verb, change.verb) and not _only_swapped(before, now, change):
            yield verb


def _among_the_first(verb: VerbChange, first: VerbChange | None) -> bool:
    """Whether a verb is one of several that a paragraph opens with, "supports and strongly encourages": those are told
    together."""
    pairs = () if first is None else ((verb.old, first.old), (verb.new, first.new))
    return bool(pairs) and all(own in both.casefold().replace(", ", " and ").split(" and ")[1:] for own, both in pairs)


def _only_swapped(before: _Verb, now: _Verb, change: Change) -> bool:
    """Whether a paragraph opens with the same verbs in another order, "requests and urges" and "urges and requests"."""
    if change.verb is not None:
        return False
    was = _opening(side(change.words, "delete")[: before.start])
    opens = _opening(side(change.words, "insert")[: now.start])
    return one_spelling(now.said) in was and one_spelling(before.said) in opens


def _opening(text: str) -> list[str]:
    """The verbs that a text consists of; none where other words are among them: what follows these is further on."""
    words = [word for word in (fold(word).casefold() for word in _WORD.findall(text)) if word not in _JOINING]
    found = []
    while words:
        count = rung(words)
        if not count:
            return []
        found.append(one_spelling(" ".join(words[:count])))
        words = words[count:]
    return found


def _further_on(words: Words, told: tuple[str, str] | None) -> Iterator[tuple[_Verb, _Verb]]:
    """The verbs that stand at one place of both texts, between words that are the same."""
    old = _Side(words, "delete")
    was = {place: verb for verb in old.verbs() if (place := old.place(verb)) is not None}
    if not was:
        return
    new = _Side(words, "insert")
    for verb in new.verbs():
        place = new.place(verb)
        before = was.get(place) if place is not None else None
        if before is None or one_spelling(before.said) == one_spelling(verb.said) or (before.said, verb.said) == told:
            continue
        if _languages(before.known) & _languages(verb.known):
            yield before, verb


class _Side:
    """The text of one side of a diff, and how much of it is on both up to each place."""

    def __init__(self, words: Words, op: str) -> None:
        self.text = side(words, op)
        self._starts: list[int] = []
        self._runs: list[tuple[int, bool]] = []
        self._near: list[tuple[int, int]] = []
        at = same = 0
        for kind, text in words:
            if kind != "equal":
                first, last = max(at - _REACH, 0), at + (len(text) if kind == op else 0) + 1  # the space before a verb
                first = self._near.pop()[0] if self._near and self._near[-1][1] >= first else first
                self._near.append((first, last))
            if kind in ("equal", op):
                self._starts.append(at)
                self._runs.append((same, kind == "equal"))
                at += len(text)
                same += _letters(text) if kind == "equal" else 0

    def verbs(self) -> Iterator[_Verb]:
        """The verbs that stand at the borders of clauses, near what is not of both sides."""
        for first, last in self._near:
            for border in _BORDER.finditer(self.text, first):
                at, word = border.end(), border[1]
                if at > last:
                    break
                if "\u4e00" <= word[0] <= "\u9fff":
                    verb = _chinese_verb(self.text, at)
                else:
                    verb = _verb(self.text, at) if _may_begin(fold(word).casefold()) else None
                if verb is not None:
                    yield verb

    def place(self, verb: _Verb) -> tuple[int, int] | None:
        """How many letters of both sides stand before a verb and up to its end; None where what follows is not of
        both."""
        rest = self.text[verb.end :]
        linked = _LINKS.match(rest)
        behind = len(rest) - len(rest.lstrip()), linked.end() if linked is not None else 0
        if not any(self._is_of_both(verb.end + at) for at in behind):
            return None
        return self._same_before(verb.start), self._same_before(verb.end)

    def _is_of_both(self, at: int) -> bool:
        return at < len(self.text) and self._runs[bisect_right(self._starts, at) - 1][1]

    def _same_before(self, at: int) -> int:
        run = bisect_right(self._starts, at) - 1
        same, is_equal = self._runs[run]
        return same + (_letters(self.text[self._starts[run] : at]) if is_equal else 0)


def _letters(text: str) -> int:
    return len(text) - sum(map(text.count, " \u00a0\n"))


@cache
def _begin_verbs() -> frozenset[str]:
    """The words that a verb begins with; nearly all others are told from them at once."""
    return frozenset({*sizes(), *adverbs(), *ADDITIVE_WORDS, *BEGIN_DENIAL})


def _may_begin(word: str) -> bool:
    return word in _begin_verbs() or word.startswith("n'")


def _verb(text: str, at: int) -> _Verb | None:
    found = _CLAUSE.match(text, at)
    pieces = [*islice(_WORD.finditer(found[0]), _LONGEST + 1)] if found is not None else []
    words = [fold(piece[0]).casefold() for piece in pieces]
    first = 0
    while words and words[0] in ADDITIVE_WORDS:
        first += 1
        del words[0]
    denied, size = denial(words)
    count = rung(words)
    if not count and words and not denied and words[0] in adverbs():  # "strongly" is on no rung with each verb
        first += 1
        del words[0]
        count = rung(words)
    known = " ".join(words[:count])
    if not count or (denied[:1] == ("no",) and denied[1:2] != ("longer",) and "es" not in _languages(known)):
        return None  # "no requests" is no verb
    last = pieces[first + count - 1 + (len(denied) - size)]
    return _Verb(" ".join((*denied, *words[size:count])), known, at + pieces[first].start(), at + last.end())


def _chinese_verb(text: str, at: int) -> _Verb | None:
    start = text[at : at + 2 * _CHINESE]
    no = chinese_denial(start)
    rest = start.removeprefix(no)
    size = next((size for size in range(_CHINESE, 0, -1) if rest[:size] in ladder()), 0)
    return _Verb(no + rest[:size], rest[:size], at, at + len(no) + size) if size else None


def _at_seams(change: Change) -> Iterator[VerbChange]:
    """Verbs in the place of others where one paragraph went on and another begins: "and requests", "Invites"."""
    for (op, gone), (next_op, come) in pairwise(change.words):
        if (op, next_op) == ("delete", "insert") and ("\n" in gone) != ("\n" in come):
            old, new = (_ADDED.sub("", text.rpartition("\n")[2].casefold()).strip() for text in (gone, come))
            if one_spelling(old) != one_spelling(new) and _languages(old) & _languages(new):
                yield VerbChange(old, new, direction(old, new))


def _led_to(change: Change) -> tuple[str, str] | None:
    """The verb of the paragraph where words stand before it ("In accordance with its mandate, urges"): that is told."""
    if change.verb is None:
        return None
    old, new = change.verb.old.casefold(), change.verb.new.casefold()
    return None if side(change.words, "delete").casefold().lstrip("[ ").startswith(old) else (old, new)


def _languages(verb: str) -> set[str]:
    """The languages of the ladder that have a verb; none for other words."""
    return {family.split()[0] for family in ladder().get(verb, ())}
