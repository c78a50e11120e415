"""Verbs further on in a paragraph in the place of others: "recalls the law, and urges all" that only invited all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from models.comparison.change import Change, VerbChange
from models.comparison.weighing.ladder import direction, ladder, rung
from models.comparison.words.marked import side

_BORDER = re.compile(
    r"(?:[,;،؛]|\b(?:and|but|et|y|e|и)) (?:(?:also|further|strongly|in (?:this|that) (?:regard|respect|context),?) )*$"
    r"|(?:[，；]|并)[并又还]?$"
)
"""Where another verb of a paragraph begins."""
_ARABIC_AND = "و"
"""It is written as one with the verb behind it."""
_SPANISH_AND = re.compile(r"^(?:y (?!h?i)|e (?=h?i))")
"""It changes with the verb behind it: "y alienta", "e insta"."""
_ADDED = re.compile(r"^[\s,;\[]*(?:(?:and|et|y|e|и)\s+)?(?:(?:also|further)\s+)?")
"""What joins a verb to what stands before it."""
_LONGEST, _REACH = 6, 120
"""A verb has so many words at most; so many letters before a change are looked at."""


def inner_verbs(change: Change) -> Iterator[VerbChange]:
    """Each of the plain diff of one paragraph, in order; the verb that opens it is told apart.

    Of one that was split, or is merged, those where its parts meet.
    """
    if change.kind in ("split", "merged"):
        yield from _at_seams(change)
    if change.kind != "reworded":
        return
    told = _led_to(change)
    for verb in _further_on(change, told):
        if not _among_the_first(verb, change.verb):
            yield verb


def _among_the_first(verb: VerbChange, first: VerbChange | None) -> bool:
    """Whether a verb is one of several that a paragraph opens with, "supports and strongly encourages": those are told
    together."""
    pairs = () if first is None else ((verb.old, first.old), (verb.new, first.new))
    return bool(pairs) and all(own in both.casefold().replace(", ", " and ").split(" and ")[1:] for own, both in pairs)


def _further_on(change: Change, told: tuple[str, str] | None) -> Iterator[VerbChange]:
    before = after = ""
    for (op, text), (next_op, instead) in pairwise((*change.words, ("", ""))):
        if op != "equal" and next_op in ("equal", "") and after != "delete":
            yield from _said_otherwise(before[-_REACH:], text, instead, came=op == "insert")
        if (op, next_op) == ("delete", "insert"):
            old, new = _verbs(before, text.strip().casefold(), instead.strip().casefold())
            if (old, new) != told and _languages(old) & _languages(new):
                yield VerbChange(old, new, direction(old, new))
        before, after = text if op == "equal" else before, op


def _verbs(before: str, old: str, new: str) -> tuple[str, str]:
    """The words that came in the place of others, without the "and" that is part of them; "" where no verb begins."""
    if _SPANISH_AND.match(old) and _SPANISH_AND.match(new):
        return _SPANISH_AND.sub("", old), _SPANISH_AND.sub("", new)
    if not _BORDER.search(before):
        return "", ""
    arabic = old[:1] == new[:1] == _ARABIC_AND and not (_languages(old) or _languages(new))
    return (old[1:], new[1:]) if arabic else (old, new)


def _at_seams(change: Change) -> Iterator[VerbChange]:
    """Verbs in the place of others where one paragraph went on and another begins: "and requests", "Invites"."""
    for (op, gone), (next_op, come) in pairwise(change.words):
        if (op, next_op) == ("delete", "insert") and ("\n" in gone) != ("\n" in come):
            old, new = (_ADDED.sub("", text.rpartition("\n")[2].casefold()).strip() for text in (gone, come))
            if old != new and _languages(old) & _languages(new):
                yield VerbChange(old, new, direction(old, new))


def _said_otherwise(before: str, how: str, behind: str, *, came: bool) -> Iterator[VerbChange]:
    """A verb between words that stayed, beside which came or went how it is said: "and strongly urges"."""
    said = how.casefold().split()
    follows = behind[:_REACH].casefold().split()
    verb = follows[: rung(follows)] if _BORDER.search(before) else []
    both = (*said, *verb)
    if not verb:
        words = before.split()
        for size in range(min(_LONGEST, len(words)), 0, -1):
            last = [word.casefold() for word in words[-size:]]
            if rung(last) == size and _BORDER.search(f"{' '.join(words[:-size])} "):
                verb, both = last, (*last, *said)
                break
    plain, more = " ".join(verb), " ".join(both)
    if _languages(plain) & _languages(more):
        old, new = (plain, more) if came else (more, plain)
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
