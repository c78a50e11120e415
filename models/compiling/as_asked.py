"""A comparison of two texts with proposals, told by what the proposals ask for and not by how the texts differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import groupby

from models.comparison.change import Change, Comparison, FootnoteChange
from models.comparison.references.notes import changes_of_notes
from models.comparison.words.marked import Words
from models.comparison.words.readable import readable
from models.compiling.lived_on import NOTHING_SAID, LivedOn
from models.compiling.states import state
from models.draft import Draft, Kind, Paragraph
from models.proposals.laid.rendering import Row, rendered
from models.proposals.proposal import Proposal

_FIGURES_IN_BRACKETS = re.compile(r"^[(（](\d+)[)）]")


def as_asked(
    comparison: Comparison, rows: Iterable[Row], before: Set[str], known: LivedOn = NOTHING_SAID
) -> Comparison:
    """The comparison with the words that the proposals change, not those by which two texts happen to differ.

    `before` are the keys of the proposals that are in the old text, `known` is what is said of its paragraphs. What two
    delegations put in one place stands side by side: a comparison of the texts could part it otherwise. And what nobody
    asks to move stays, be it that what stands above it is another chapeau now.
    """
    rows = list(rows)
    asked: dict[tuple[str, str], Words] = {}
    stays, touched = set[str](), set[str]()
    for own in _whole(rows, before):
        pieces = [piece for row in own for piece in row.pieces]
        if not any(row.changed for row in own):
            stays.add("".join(piece.text for piece in pieces))
            continue
        touched.update("".join(piece.text for piece in pieces if piece.op != op) for op in ("insert", "delete"))
        words = _words(own, before)
        asked[_side(words, "insert"), _side(words, "delete")] = words
    shared = dict(_shared(comparison, rows, before, known))

    def told(change: Change) -> Change:
        change = change._replace(moved=known.moves(change))
        if change.kind == "unchanged":
            here = {comparison.old.paragraphs[at].text for at in change.old}
            return change._replace(moved=False) if change.moved and here <= stays - touched else change
        texts = _texts(comparison, change.old, change.new)
        words = shared.get((change.old, change.new)) or asked.get(texts)
        return change._replace(words=words or readable(change.words))

    changes = tuple(told(change) for change in _joined(comparison, shared))
    return replace(comparison, changes=changes)


def notes_as_asked(comparison: Comparison, draft: Draft, proposals: Sequence[Proposal], before: Set[str]) -> Comparison:
    """The comparison with the words of notes that the proposals on a draft change, as `as_asked` has those of the text.

    `before` are the keys of the proposals that are in the old text already.
    """
    inside: dict[int, list[Proposal]] = {}
    for one in proposals:
        if one.place.note in draft.note and one.place.note is not None:
            inside.setdefault(one.place.note, []).append(replace(one, place=replace(one.place, note=None)))
    asked: dict[tuple[str, str], Words] = {}
    for note, own in inside.items():
        words = _words(rendered(Draft((Paragraph(Kind.TEXT, draft.note[note].runs),)), own), before)
        asked[_side(words, "insert"), _side(words, "delete")] = words

    def told(change: FootnoteChange) -> FootnoteChange:
        old = "".join(comparison.old.note[at].text for at in change.old)
        new = "".join(comparison.new.note[at].text for at in change.new)
        return replace(change, words=asked[old, new]) if (old, new) in asked else change

    return replace(comparison, footnotes=tuple(map(told, comparison.footnotes))) if asked else comparison


def notes_that_stay(comparison: Comparison, rows: Iterable[Row], before: Set[str]) -> Comparison:
    """The comparison with each note that stays as the note it is, though another with its words comes elsewhere, or the
    one that its “Ibid.” leans on goes."""
    olds, news = (
        [note for one in side.paragraphs for note in one.footnotes] for side in (comparison.old, comparison.new)
    )
    stay: dict[int, int] = {}
    old = new = 0
    for piece in (piece for row in rows for piece in row.pieces):
        was, stays = state(piece, before)
        for _ in (run for run in piece.runs if run.footnote is not None):
            if was and stays and old < len(olds) and new < len(news):
                stay.setdefault(news[new], olds[old])
            old, new = old + was, new + stays
    if (old, new) != (len(olds), len(news)):
        return comparison
    told = {change.new[0]: change.old[0] for change in comparison.footnotes if len(change.old) == len(change.new) == 1}
    heirs = Counter(stay.values())
    stay = {one: other for one, other in stay.items() if heirs[other] == 1}
    if all(told.get(one) == other for one, other in stay.items()):
        return comparison
    told = {one: other for one, other in told.items() if other not in heirs} | stay
    at_old, at_new = (
        {note.id: at for at, note in enumerate(side.footnotes)} for side in (comparison.old, comparison.new)
    )
    partner = {at_new[one]: at_old[other] for one, other in told.items() if one in at_new and other in at_old}
    return replace(comparison, footnotes=changes_of_notes(comparison.old, comparison.new, partner))


def kinds_as_meant(read: Draft, meant: Draft) -> Draft:
    """A text as read from its file, each paragraph of the kind and level it is meant to have.

    A file tells kinds by words that stand elsewhere, such as the organ's line: who rewords that asks for no other kind
    of what stands under it. So with “(2)” where no “(1)” is left: its brackets are no part of its number.
    """
    if len(read.paragraphs) != len(meant.paragraphs):
        return read
    pairs = zip(read.paragraphs, meant.paragraphs, strict=True)
    return replace(read, paragraphs=tuple(_as_meant(one, to) if one.text == to.text else one for one, to in pairs))


def _as_meant(read: Paragraph, meant: Paragraph) -> Paragraph:
    number = read.number
    if number is not None and meant.kind is Kind.OPERATIVE and read.kind is not Kind.OPERATIVE:
        number = _FIGURES_IN_BRACKETS.sub(r"\1", number)
    return replace(read, kind=meant.kind, level=meant.level, number=number)


def _whole(rows: Iterable[Row], before: Set[str]) -> Iterator[list[Row]]:
    """The rows, those together whose ends are in neither text."""
    own: list[Row] = []
    for row in rows:
        own.append(row)
        if any(state(row.end, before)):
            yield own
            own = []
    if own:
        yield own


def _gone_first(words: Words) -> Words:
    """Words that come for others across the end of a paragraph behind these; what only joins two stays behind them."""
    found: list[tuple[str, str]] = []
    for equal, own in groupby(words, lambda one: one[0] == "equal"):
        here = list(own)
        gone = "".join(text for op, text in here if op == "delete")
        apart = gone.rstrip("\n")
        if equal or "\n" not in apart:
            found += here
        else:
            come = "".join(text for op, text in here if op == "insert")
            parts = ("delete", apart), ("insert", come), ("delete", gone[len(apart) :])
            found += [one for one in parts if one[1]]
    return tuple(found)


Stretches = tuple[tuple[int, ...], tuple[int, ...]]
"""Neighbours of the old text and of the new one."""


def _shared(
    comparison: Comparison, rows: Sequence[Row], before: Set[str], known: LivedOn
) -> Iterator[tuple[Stretches, Words]]:
    """The words of paragraphs that live on as one another, where the texts have them as the rows do."""
    stretches = iter(known.shared)
    olds = news = range(0)
    own: list[tuple[str, str]] = []
    old = new = 0
    changed = False

    def told() -> Iterator[tuple[Stretches, Words]]:
        words = tuple((op, "".join(text for _, text in same)) for op, same in groupby(own, lambda one: one[0]))
        words = _gone_first(words) if len(news) == 1 < len(olds) else words
        if changed and own and (_side(words, "insert"), _side(words, "delete")) == _texts(comparison, olds, news):
            yield (tuple(olds), tuple(news)), words

    for row in rows:
        if old >= olds.stop and new >= news.stop:
            yield from told()
            olds, news = next(stretches, (range(len(rows), len(rows) + 1), range(0)))
            own, changed = [], False
        changed = changed or row.changed
        for piece, text in (*((piece, piece.text) for piece in row.pieces), (row.end, "\n")):
            was, stays = state(piece, before)
            end = piece is row.end
            here, there = was and old in olds[: -1 if end else None], stays and new in news[: -1 if end else None]
            if text and (here or there):
                own.append(("equal" if here and there else "delete" if here else "insert", text))
            old, new = old + (was and end), new + (stays and end)
    yield from told()


def _joined(comparison: Comparison, shared: Iterable[Stretches]) -> Iterator[Change]:
    """The changes, paragraphs that proposals join or part as one, whatever else the texts alone would tell of them."""
    several = [one for one in shared if len(one[0]) > 1 or len(one[1]) > 1]
    of_old, of_new = ({at: one for one in several for at in one[side]} for side in (0, 1))
    old_labels = {at: name for one in comparison.changes for at, name in zip(one.old, one.old_labels, strict=True)}
    new_labels = {at: name for one in comparison.changes for at, name in zip(one.new, one.new_labels, strict=True)}

    def change(like: Change, kind: str, olds: tuple[int, ...], news: tuple[int, ...], words: Words) -> Change:
        return like._replace(
            kind=kind,
            moved=False,
            old=olds,
            new=news,
            old_labels=tuple(map(old_labels.__getitem__, olds)),
            new_labels=tuple(map(new_labels.__getitem__, news)),
            words=words,
        )

    done = set[Stretches]()
    for one in comparison.changes:
        here = [*(of_old[at] for at in one.old if at in of_old), *(of_new[at] for at in one.new if at in of_new)]
        if not here:
            yield one
            continue
        for olds, news in dict.fromkeys(here):
            if (olds, news) not in done:
                yield change(one, "merged" if len(news) < len(olds) else "split", olds, news, one.words)
        done.update(here)
        for at in one.old:
            if at not in of_old:
                yield change(one, "deleted", (at,), (), (("delete", comparison.old.paragraphs[at].text),))
        for at in one.new:
            if at not in of_new:
                yield change(one, "inserted", (), (at,), (("insert", comparison.new.paragraphs[at].text),))


def _texts(comparison: Comparison, old: Sequence[int], new: Sequence[int]) -> tuple[str, str]:
    olds = "\n".join(comparison.old.paragraphs[at].text for at in old)
    return olds, "\n".join(comparison.new.paragraphs[at].text for at in new)


def _side(words: Words, other: str) -> str:
    return "".join(text for op, text in words if op != other)


def _words(rows: Sequence[Row], before: Set[str]) -> Words:
    """The words of rows from the text with the proposals `before` to the one with all; an end within is a line feed."""
    found: list[tuple[str, str]] = []
    for number, row in enumerate(rows):
        pieces = [(piece, piece.text) for piece in row.pieces]
        for piece, text in [*pieces, *([(row.end, "\n")] if number < len(rows) - 1 else [])]:
            was, stays = state(piece, before)
            if text and (was or stays):
                found.append(("equal" if was and stays else "delete" if was else "insert", text))
    return tuple((op, "".join(text for _, text in same)) for op, same in groupby(found, lambda one: one[0]))
