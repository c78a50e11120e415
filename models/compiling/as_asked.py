"""A comparison of two texts with proposals, told by what the proposals ask for and not by how the texts differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import groupby

from models.comparison.change import Change, Comparison, FootnoteChange, Words
from models.comparison.readable import readable
from models.compiling.lived_on import NOTHING_SAID, LivedOn
from models.compiling.states import state
from models.draft import Draft, Kind, Paragraph
from models.proposals.proposal import Proposal
from models.proposals.rendering import Row, rendered


def as_asked(
    comparison: Comparison, rows: Iterable[Row], before: Set[str], known: LivedOn = NOTHING_SAID
) -> Comparison:
    """The comparison with the words that the proposals change, not those by which two texts happen to differ.

    `before` are the keys of the proposals that are in the old text, `known` is what is said of its paragraphs. What two
    delegations put in one place stands side by side: a comparison of the texts could part it otherwise. And what nobody
    asks to move stays, be it that what stands above it is another chapeau now.
    """
    asked: dict[tuple[str, str], Words] = {}
    stays, touched = set[str](), set[str]()
    parted: list[Row] = []
    merging: list[Row] = []
    for own in _whole(rows, before):
        was, stay = state(own[-1].end, before)
        if merging and stay:
            words = _gone_first(_words([*merging, *own], before))
            asked[_side(words, "insert"), _side(words, "delete")] = words
        merging = [*merging, *own] if not stay else []
        if not any(row.changed for row in own):
            stays.add("".join(piece.text for row in own for piece in row.pieces))
            if not parted:
                continue
        pieces = [piece for row in own for piece in row.pieces]
        touched.update("".join(piece.text for piece in pieces if piece.op != op) for op in ("insert", "delete"))
        words = _words(own, before)
        asked[_side(words, "insert"), _side(words, "delete")] = words
        parted += own
        if was and stay and len(parted) > len(own):
            _split_too(parted, before, asked)
        if was or not stay:
            parted = []

    def told(change: Change) -> Change:
        change = change._replace(moved=known.moves(change))
        if change.kind == "unchanged":
            here = {comparison.old.paragraphs[at].text for at in change.old}
            return change._replace(moved=False) if change.moved and here <= stays - touched else change
        texts = _texts(comparison, change.old, change.new)
        return change._replace(words=asked.get(texts) or readable(change.words))

    changes = tuple(told(change) for change in _parted(comparison, asked))
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
    """The comparison with each note that stays as the note it is, though another with its words comes elsewhere."""
    olds, news = (
        [note for one in side.paragraphs for note in one.footnotes] for side in (comparison.old, comparison.new)
    )
    pairs: list[tuple[int, int]] = []
    old = new = 0
    for piece in (piece for row in rows for piece in row.pieces):
        was, stays = state(piece, before)
        for _ in (run for run in piece.runs if run.footnote is not None):
            if was and stays:
                pairs.append((old, new))
            old, new = old + was, new + stays
    if (old, new) != (len(olds), len(news)):
        return comparison
    now = {change.old[0]: change.new[0] for change in comparison.footnotes if len(change.old) == len(change.new) == 1}
    other: dict[int, int] = {}
    for one, same in ((olds[old], news[new]) for old, new in pairs):
        there = now.get(one, same)
        if there != same and comparison.new.note[there].text == comparison.new.note[same].text:
            other |= {there: same, same: there}
    if not other:
        return comparison
    told = (replace(one, new=tuple(other.get(note, note) for note in one.new)) for one in comparison.footnotes)
    return replace(comparison, footnotes=tuple(told))


def kinds_as_meant(read: Draft, meant: Draft) -> Draft:
    """A text as read from its file, each paragraph of the kind and level it is meant to have.

    A file tells kinds by words that stand elsewhere, such as the organ's line: who rewords that asks for no other kind
    of what stands under it.
    """
    if len(read.paragraphs) != len(meant.paragraphs):
        return read
    pairs = zip(read.paragraphs, meant.paragraphs, strict=True)
    kinds = (replace(one, kind=to.kind, level=to.level) if one.text == to.text else one for one, to in pairs)
    return replace(read, paragraphs=tuple(kinds))


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
    """Words that come for others across the end of a paragraph behind these; what only joins two stays before it."""
    found: list[tuple[str, str]] = []
    for equal, own in groupby(words, lambda one: one[0] == "equal"):
        here = list(own)
        gone = "".join(text for op, text in here if op == "delete")
        if equal or "\n" not in gone or not gone.strip("\n"):
            found += here
        else:
            come = "".join(text for op, text in here if op == "insert")
            found += [("delete", gone), *([("insert", come)] if come else [])]
    return tuple(found)


def _split_too(rows: Sequence[Row], before: Set[str], asked: dict[tuple[str, str], Words]) -> None:
    """Rows that a new end parts, as one paragraph that is split, where words stood on either side of it."""
    old = [any(piece.text and state(piece, before)[0] for piece in row.pieces) for row in rows]
    if old[-1] and sum(old) > 1:
        words = _words(rows[old.index(True) :], before)
        asked[_side(words, "insert"), _side(words, "delete")] = words


def _parted(comparison: Comparison, asked: Mapping[tuple[str, str], Words]) -> list[Change]:
    """The changes, a paragraph that proposals part as one change, be it that the texts alone do not tell it."""
    splits = {old: new.count("\n") + 1 for old, new in asked if "\n" in new and "\n" not in old}
    if not splits:
        return list(comparison.changes)
    of_new = {at: change for change in comparison.changes for at in change.new}
    of_old = {at: change for change in comparison.changes for at in change.old}
    instead: dict[int, Change | None] = {}
    for old, paragraph in enumerate(comparison.old.paragraphs):
        count = splits.get(paragraph.text, 0)
        change = of_old.get(old)
        if not count or change is None or len(change.old) != 1 or len(change.new) != 1:
            continue
        for first in range(max(0, change.new[0] - count + 1), change.new[0] + 1):
            news = tuple(range(first, first + count))
            if news[-1] >= len(comparison.new.paragraphs) or _texts(comparison, (old,), news) not in asked:
                continue
            parts = [of_new[at] for at in news]
            if all(one is change or (not one.old and len(one.new) == 1) for one in parts):
                labels = tuple(label for one in parts for label in one.new_labels)
                instead.update((id(one), None) for one in parts)
                instead[id(parts[0])] = change._replace(kind="split", new=news, new_labels=labels, moved=False)
                break
    told = (instead.get(id(change), change) for change in comparison.changes)
    return [change for change in told if change is not None]


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
