"""What is told of words that the merged text says twice or no longer: which they are, and where they stand or stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from models.comparison.words.tokens import HAN
from models.editing.marks.language_marks import JOINS
from models.merging.sheet import Sides
from models.merging.sides import BASE
from models.merging.told.counted import RUN, is_note, key_of, runs
from models.merging.words.bracket_pairs import partners
from models.merging.words.called import quoted
from models.merging.words.pieces import ALL
from models.merging.words.telling import is_telling, told_at
from models.telling.sentences import listed

_SIGN = rf"[{HAN}]|[^\W{HAN}]+|[^\w\s]"
_JOINED = rf"[^\W{HAN}]+(?:[-‐‑/’'.][^\W{HAN}]+)+"
"""Words and figures with signs in them are one."""
_ARTICLES = frozenset(["the", "a", "an", "le", "la", "les", "un", "une", "des", "el", "los", "las", "uno", "una"])
_JOINS = frozenset(JOINS)
_INNER = str.maketrans("“”", "‘’")
_QUOTED = 12
"""A phrase of so many words is quoted in full; of a longer one how it begins and how it ends."""
_ENDS = 4
_FEW = 6
"""So many runs of items are named each."""


class Said(NamedTuple):
    """Phrases and what people call the paragraphs they stand in, or stood."""

    phrases: Sequence[str]
    places: Sequence[str]


def sentence(how: str, which: Said) -> str:
    """What is told of words that went from one place to another."""
    said, places = listed([f"“{one}”" for one in which.phrases]), listed(which.places)
    stand = "stands" if len(which.phrases) == 1 else "stand"
    if how == "twice":
        return f"{said} {stand} in {places} now: look whether that is meant twice."
    if how == "lost":
        return f"{said} {stand} no longer in {places}: look where that belongs."
    return f"{said} {stand} in {places} now, as one text has it; the other has it no more: look if it is meant."


def sentence_of_all(how: str, which: Sequence[Said]) -> str:
    """What is told of single words, those that may be the same by chance, in one sentence for all."""
    if len(which) == 1:
        return sentence(how, which[0])
    said = "; ".join(f"{listed([f'“{word}”' for word in one.phrases])} in {listed(one.places)}" for one in which)
    if how == "twice":
        return f"Some words stand twice now: {said}. Look whether that is meant."
    if how == "lost":
        return f"Some words stand no longer: {said}. Look where they belong."
    return f"Some words stand as one text has them, and the other has them no more: {said}. Look if that is meant."


def sentence_of_the_masthead(said: Sequence[str]) -> str:
    """What is told of the words of a masthead, in one sentence for all."""
    words, stand = listed([f"“{one}”" for one in said]), "stands" if len(said) == 1 else "stand"
    return f"In the masthead, or the note on sponsors, {words} {stand} otherwise than in one of the texts: look at it."


def phrases(
    sides: Sides, places: Sequence[Sequence[int]], words: Sequence[str], notes: Mapping[str, str]
) -> Iterator[str]:
    """What was counted as the first that says it has it: the base, then a side, whichever is whose.

    Words side by side are one phrase, in order. `notes` are those of the merged text of which nothing is open, by key.
    """
    texts = [[sides[side].draft.paragraphs[at].text for at in places[side]] for side in ALL]
    base, left = _said(texts[BASE], {*words})
    first, second = sorted(texts[1:], key=lambda own: _said(own, left)[0])
    then, left = _said(first, left)
    shown = dict[str, str]()
    for phrase in (*base, *then, *_said(second, left)[0]):
        shown.setdefault(phrase.casefold(), phrase)
    yield from shown.values()
    for key in map(key_of, filter(is_note, words)):
        yield _plain(f"note: {quoted(_of_sides(sides, key, notes.get(key)))[1:-1]}")


def _of_sides(sides: Sides, key: str, settled: str | None) -> str:
    """A note as it was settled, where that is a side's form of it and not both; else as one side alone reworded it,
    else as the base has it; one that is new as a side has it."""
    base, *own = (side.notes[key].text if key in side.notes else "" for side in sides)
    if settled in own:
        return settled
    new = {*own} - {base, ""}
    return base if base and len(new) > 1 else min(new, default=base)


def _said(texts: Sequence[str], words: set[str]) -> tuple[list[str], set[str]]:
    """The phrases that some texts make of words, and which of these they do not say."""
    marked = [(text, *_marked(text, words)) for text in texts if words]
    return [_short(text, run) for text, at, _ in marked for run in _runs(text, at)], words.difference(
        *(said for *_, said in marked)
    )


def _marked(text: str, words: set[str]) -> tuple[set[int], set[str]]:
    """Where in a text, by letter, each sign begins that belongs to some words or to a run of them; which it says."""
    told = [*told_at(text)]
    rows = enumerate(runs([word for word, _, _ in told]))
    places = [*told, *((row, told[first][1], told[first + RUN - 1][2]) for first, row in rows)]
    found = [place for place in places if place[0] in words]
    signs = [*re.finditer(_SIGN, text)]
    alone = {one.start(): one[0].casefold() for one in signs if one[0].casefold() in words}
    within = [one.start() for one in signs if is_telling(one[0])] if found else ()
    marked = {at for at in within if any(start <= at < end for _, start, end in found)}
    return marked | alone.keys(), {*alone.values(), *(word for word, _, _ in found)}


def _runs(text: str, marked: set[int]) -> Iterator[list[re.Match[str]]]:
    """The marked signs of a text, those with nothing but small words and spaces between them together."""
    run: list[re.Match[str]] = []
    for one in re.finditer(_SIGN, text):
        if one.start() in marked:
            run.append(one)
        elif run and (is_telling(one[0]) or not one[0].isalnum()):
            yield run
            run = []
    if run:
        yield run


def _short(text: str, run: Sequence[re.Match[str]]) -> str:
    if len(run) <= _QUOTED:
        return _plain(_whole(text, run[0], run[-1]))
    return f"{_plain(_whole(text, run[0], run[_ENDS - 1]))} … {_plain(_whole(text, run[-_ENDS], run[-1]))}"


def _whole(text: str, first: re.Match[str], last: re.Match[str]) -> str:
    """The text from one sign to another, with all of the words they are parts of: "Co-Chairs", "80/143"."""
    start, end = first.start(), last.end()
    around = [one for one in re.finditer(_JOINED, text) if one.start() < end and start < one.end()]
    return text[min([start, *(one.start() for one in around)]) : max([end, *(one.end() for one in around)])]


def _plain(phrase: str) -> str:
    """A phrase for quotation marks: its own are single ones, and a sign without its partner in it is left out."""
    pairs = partners(phrase)
    kept = "".join(sign for at, sign in enumerate(phrase) if pairs.get(at, at) is not None)
    return " ".join(kept.translate(_INNER).split())


def in_short(text: str) -> str:
    """A phrase in full; of a long one how it begins and how it ends."""
    return _short(text, [*re.finditer(_SIGN, text)]) if text else ""


def instead_of(new: str, old: str) -> str:
    """ "“shall” instead of “should”"; "" where only articles, capitals or an "and" alone came or went."""
    came, went = ({*re.findall(r"\w+", one.casefold())} - _ARTICLES for one in (new, old))
    # An "and" that came or went belongs to what stands beside it; one that became an "or" does not.
    if new.casefold() == old.casefold() or not (came | went if came and went else (came | went) - _JOINS):
        return ""
    new, old = in_short(new), in_short(old)
    return f"no longer “{old}”" if not new else f"“{new}” instead of “{old}”" if old else f"“{new}”"


def standing(first: str, last: str, many: int) -> tuple[str, str, str]:
    """So many paragraphs as the subject of a sentence with how they stand, and what it calls them further on."""
    if many == 1 or first == last:
        return f"{first} stands", "it", "it belongs"
    return f"{first} {'and' if many == 2 else 'to'} {last} stand", "them", "they belong"


def items_named(names: Sequence[str | None], items: Sequence[int]) -> str:
    """Items in order as they are called, those that follow one another as from the first to the last of them."""
    runs: list[list[int]] = []
    for at in items:
        if runs and runs[-1][-1] == at - 1 and names[at] is not None:
            runs[-1].append(at)
        else:
            runs.append([at])
    if len(runs) > _FEW:
        return f"some of {items_named(names, range(items[0], items[-1] + 1))}"
    said = []
    for run in runs:
        ends = dict.fromkeys((names[run[0]] or "an item", names[run[-1]] or "another"))
        said += [*ends] if len(run) == 2 else [" to ".join(ends)] if len(run) > 1 else [*ends][:1]
    return listed(said)
