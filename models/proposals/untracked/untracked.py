"""What differs between a kept draft and a returned file without its tracked changes: what was not tracked."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from models.comparison.change import Change, Comparison, FootnoteChange, out_of_order
from models.comparison.words.marked import Words
from models.draft import Draft, Paragraph, labels
from models.draft.brackets import may_hold_brackets
from models.draft.canonical import dumps
from models.draft.first_letter import with_capital
from models.draft.word_counts import count_touched
from models.proposals.becoming import named
from models.proposals.proposal import Proposal, wish_value


@dataclass(frozen=True, slots=True)
class Untracked:
    """One paragraph, or one footnote, that was changed without tracking; `old` and `new` are positions, or None.

    `sentence` says it: "Three words in OP4 were changed without tracking." Of a footnote whose words are others,
    `footnote` is the change, `words` are its words, and the positions are of a paragraph that cites it. `not_held` is
    the part of `sentence` that no proposal can hold: that a paragraph stands under another. `against` is the comparison
    it is of, where that is not the one with the whole file: of what was changed by hand among what was accepted there.
    `made` is what it comes to as proposals of nobody where that amends one of those.
    """

    old: int | None
    new: int | None
    label: str
    words: Words
    sentence: str
    footnote: FootnoteChange | None = None
    not_held: str = ""
    against: Comparison | None = field(default=None, repr=False, compare=False)
    made: tuple[Proposal, ...] = field(default=(), repr=False, compare=False)

    @property
    def held(self) -> bool:
        """Whether any of it can become a proposal."""
        return self.sentence != self.not_held

    @property
    def of_signs(self) -> bool:
        """Whether nothing but signs or spaces was changed, and no brackets: those say what is not agreed."""
        return _of_signs(self.sentence)


def in_rows(found: Sequence[Untracked]) -> tuple[tuple[int, ...], ...]:
    """The places by their numbers, as one goes through them; those of signs or spaces together, last, if they are many.

    Another program may set every quotation mark and each space before a figure anew: that is one decision.
    """
    signs = tuple(number for number, one in enumerate(found) if one.of_signs)
    if len(signs) <= _TOLD:
        return tuple((number,) for number in range(len(found)))
    return (*((number,) for number, one in enumerate(found) if not one.of_signs), signs)


def in_order(found: Iterable[Untracked]) -> tuple[Untracked, ...]:
    """The places of several comparisons with one draft in its order, new paragraphs behind those before them."""
    last: dict[int, int] = {}  # by the comparison, the old paragraph that came last in it

    def place(one: Untracked) -> int:
        last[id(one.against)] = at = last.get(id(one.against), -1) if one.old is None else one.old
        return at

    return tuple(one for _, _, one in sorted((place(one), n, one) for n, one in enumerate(found)))


def untracked(comparison: Comparison, filled: Collection[int] = ()) -> tuple[Untracked, ...]:
    """What differs between the draft a file was made on (the old side) and its text with all changes rejected.

    Numbers, looks, and spacing at the ends of paragraphs are no changes of a delegation, nor are lines without words
    but those of `filled`, by their positions on the new side: there are tracked words in them.
    """
    return tuple(_Untracked(comparison, filled).all())


def asks(comparison: Comparison, change: Change, filled: Collection[int]) -> bool:
    """Whether somebody may ask for a change: for words, be they tracked ones alone, in `filled`, a note or a cell.

    A program that parts its paragraphs by empty lines asks for none.
    """
    sides = (comparison.old, change.old), (comparison.new, change.new)
    return _says(change, filled) or any(_has_note_or_cell(draft, at) for draft, places in sides for at in places)


def _says(change: Change, filled: Collection[int]) -> bool:
    return any(text.strip() for _, text in change.words) or any(at in filled for at in change.new)


def _has_note_or_cell(draft: Draft, at: int) -> bool:
    """Whether a paragraph cites a note, or is the first of a cell, which a row needs though it be empty."""
    one = draft.paragraphs[at]
    before = draft.paragraphs[at - 1].cell if at else None
    return bool(one.footnotes) or (one.cell is not None and one.cell != before)


def signed(made: Iterable[Proposal], author: str, kept: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Proposals of what was not tracked, as an author's; what is `kept` of the same file already stays whose it was."""
    known = {key_of_nobody(one): one.author for one in kept if not one.tracked}
    return tuple(replace(one, author=known.get(key_of_nobody(one), author)) for one in made)


def called_alike(one: str, other: str) -> bool:
    """Whether two files are called the same, but for case and the number that a second copy gets: "Fiji", "Fiji (2)".

    Nobody signed what was not tracked: files called otherwise may be of two who ask for the same.
    """
    return _without_copy(one) == _without_copy(other)


def _without_copy(name: str) -> str:
    return _COPY.sub("", unicodedata.normalize("NFKC", name).casefold().strip())


_COPY = re.compile(r"(?<=\S)(?:[\s_]*(?:\(\d{1,2}\)|\[\d{1,2}\]))+$")


def key_of_nobody(one: Proposal) -> str:
    """What tells a proposal from all that ask for something else, whoever asks for it."""
    return hashlib.sha256(dumps(wish_value(replace(one, author="", again=0))).encode()).hexdigest()


class _Untracked:
    def __init__(self, comparison: Comparison, filled: Collection[int]) -> None:
        self.comparison, self.filled = comparison, filled
        self.old, self.new = comparison.old, comparison.new
        self.names = labels(comparison.old), labels(comparison.new)
        self.taken = {name or f"paragraph {at + 1}" for at, name in enumerate(self.names[0])}
        self.both = sorted((min(one.new), min(one.old)) for one in comparison.changes if one.old and one.new)
        self.moved = out_of_order(comparison.changes)
        self.reworded = {note.old[0] for note in comparison.footnotes if note.kind == "reworded" and note.old}
        self.gone = {note.old[0] for note in comparison.footnotes if note.old and not note.new}
        self.come = {note.new[0] for note in comparison.footnotes if note.new and not note.old}

    def all(self) -> Iterator[Untracked]:
        for change in self.comparison.changes:
            if (one := self.of_change(change)) is not None:
                yield one
        for note in self.comparison.footnotes:
            said = any(text.strip() for op, text in note.words if op != "equal")  # LibreOffice leaves out tabs
            if note.kind == "reworded" and note.old and note.new and said:
                yield self.of_note(note)

    def of_change(self, change: Change) -> Untracked | None:
        old, new = (change.old[0] if change.old else None), (change.new[0] if change.new else None)
        label = self.label(old, new)
        level = self.level(change, label) if _says(change, self.filled) else ""
        told = [*self.words(change, label), *self.notes(change, label), *([level] if level else [])]
        told = [with_capital(one) for one in told]  # "paragraph 3 is new"
        if not told:
            return None
        held = {"kind", "level"} & set(change.reasons) and len(change.old) == len(change.new) == 1
        return Untracked(old, new, label, change.words, " ".join(told), not_held="" if held else level)

    def label(self, old: int | None, new: int | None) -> str:
        if old is not None or new is None:
            return self.called(old or 0)
        name = self.names[1][new] or f"paragraph {new + 1}"
        return name if name not in self.taken else f"a paragraph {self.before(new)}"

    def called(self, old: int) -> str:
        return self.names[0][old] or f"paragraph {old + 1}"

    def before(self, new: int) -> str:
        """Where something new stands in the draft: what the text of the file calls it is the name of another there."""
        at = bisect(self.both, (new, len(self.old.paragraphs)))
        return "at the end" if at == len(self.both) else f"before {self.called(self.both[at][1])}"

    def words(self, change: Change, label: str) -> Iterator[str]:
        moved = id(change) in self.moved
        if (change.kind != "unchanged" or moved) and _says(change, self.filled):
            yield sentence(change.kind, moved, label, change.words)

    def notes(self, change: Change, label: str) -> Iterator[str]:
        """Footnotes that come to a paragraph that stays, or go from it, or change places."""
        if "notes" not in change.reasons or not change.old or not change.new:
            return
        olds = dict.fromkeys(note for at in change.old for note in self.old.paragraphs[at].footnotes)
        news = dict.fromkeys(note for at in change.new for note in self.new.paragraphs[at].footnotes)
        gone, come = [note for note in olds if note in self.gone], [note for note in news if note in self.come]
        for note in gone:
            yield f"Footnote {self.old.note[note].mark} of {label} is gone and its deletion was not tracked."
        for note in come:
            yield f"Footnote {self.new.note[note].mark} of {label} is new and was not tracked."
        if not gone and not come and not self.reworded & {*olds}:
            yield f"The footnotes of {label} were changed without tracking."

    def level(self, change: Change, label: str) -> str:
        """Another kind or level, or the same one under another paragraph."""
        under = change.moved and id(change) not in self.moved
        if not change.old or not change.new or not (under or {"kind", "level"} & set(change.reasons)):
            return ""
        old, new = change.old[0], change.new[0]
        now, before = self.names[1][new], self.names[0][old]
        if now is not None and before is not None and now != before:
            return f"{before} became {now} without tracking."
        was, becomes = named(self.old.paragraphs[old]), now or named(self.new.paragraphs[new])
        if "kind" in change.reasons and was != becomes:
            becomes = named(self.new.paragraphs[new]) if now == before else becomes
            # A label tells the kind itself, “PP1”, and so does no place, “paragraph 3”.
            called = before or f"{self.called(old)}, {was},"
            return f"{called} became {becomes} without tracking."
        if under:
            return f"{label} stands under another paragraph now, which was not tracked."
        return f"{label} was given another level without tracking."

    def of_note(self, note: FootnoteChange) -> Untracked:
        old, new = _citing(self.old.paragraphs, note.old[0]), _citing(self.new.paragraphs, note.new[0])
        label = self.label(old, new)
        name = f"footnote {self.old.note[note.old[0]].mark} of {label}"
        return Untracked(old, new, label, note.words, sentence("reworded", False, name, note.words), note)


def _citing(paragraphs: Sequence[Paragraph], note: int) -> int | None:
    return next((at for at, one in enumerate(paragraphs) if note in one.footnotes), None)


def sentence(kind: str, moved: bool, label: str, words: Words) -> str:
    """What was changed without tracking in what `label` names: "Three words in OP4 were changed without tracking."."""
    if kind == "inserted":
        return f"{label} is new and was not tracked."
    if kind == "deleted":
        return f"{label} is gone and its deletion was not tracked."
    if kind in ("split", "merged"):
        return f"{label} was {kind} without tracking."
    count = count_touched(words)
    if moved and not count:
        return f"{label} was moved without tracking."
    if not count:
        has_brackets = any(may_hold_brackets(text) for op, text in words if op != "equal")
        return f"{'Brackets in ' if has_brackets else _SIGNS}{label}{_CHANGED}"
    many = _COUNTS[count] if count < len(_COUNTS) else str(count)
    those = "word in {} was" if count == 1 else "words in {} were"
    return f"{many} {those.format(label)} changed without tracking."


def told_together(sentences: Iterable[str]) -> Iterator[str]:
    """Sentences for a reader: of signs or spaces in many places one, and one of several new paragraphs at one place.

    Another program may set the spaces of every note anew.
    """
    ordered = list(sentences)
    signs = [one for one in ordered if _of_signs(one)]
    if len(signs) > _TOLD:
        places = ", ".join(one[len(_SIGNS) : -len(_CHANGED)] for one in signs[:_TOLD])
        yield f"{_SIGNS}{len(signs)} places{_CHANGED[:-1]}: {places} and {len(signs) - _TOLD} more."
        told = set(signs)
        ordered = [one for one in ordered if one not in told]
    for one, same in groupby(ordered):
        count = len(list(same))
        if count > 1 and one.startswith(_NEW) and one.endswith(_IS_NEW):
            number = _COUNTS[count] if count < len(_COUNTS) else str(count)
            yield f"{number} paragraphs {one[len(_NEW) : -len(_IS_NEW)]} are new and were not tracked."
        else:
            yield from [one] * count


def _of_signs(sentence: str) -> bool:
    return sentence.startswith(_SIGNS) and sentence.find(_CHANGED) == len(sentence) - len(_CHANGED)


_SIGNS, _CHANGED = "Signs or spaces in ", " were changed without tracking."
_NEW, _IS_NEW = "A paragraph ", " is new and was not tracked."
_TOLD = 3
_COUNTS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
