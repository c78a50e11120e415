"""What programs change in a file of themselves, and no person: results of fields, and what LibreOffice loses.

Said as what it is, with the words it was and is, and put back as the draft has it that the file was made on: nobody is
said to have changed it without tracking.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from models.comparison.change import Change, Comparison
from models.draft import Draft, Footnote, Kind, Run, labels, tidy_runs
from models.reading.reading import CannotRead, Reading
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.resolve import resolve
from models.word.resolving.saved_by_libreoffice import is_libreoffices
from models.word.showing import SIMPLE, fields_in

_RECALCULATED = re.compile(
    r"\s*(?:=|(?:DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|EDITTIME|PAGE|PAGEREF|NUMPAGES|SECTION|SECTIONPAGES|NUMWORDS|"
    r"NUMCHARS|REF|NOTEREF|STYLEREF|SEQ|TOC|TOA|INDEX|FILENAME|FILESIZE|AUTHOR|LASTSAVEDBY|TITLE|SUBJECT|KEYWORDS|"
    r"COMMENTS|DOCPROPERTY|INFO|USERNAME|USERINITIALS|USERADDRESS|TEMPLATE|REVNUM)\b)",
    re.IGNORECASE,
)
"""Fields that programs fill anew by themselves; what others show somebody typed, or chose."""
_SIGN = "\uf8f5"  # of private use; stands for each letter that such a field shows
_MOST = 3  # fields that count, each told by itself
_OF_LISTS = (Kind.OPERATIVE, Kind.SUBPARAGRAPH)
_LOOKS = ("paragraph-format", "numbering")


@dataclass(frozen=True)
class ByPrograms:
    """The text of a file with what programs changed put back as a kept draft has it, and what they did, told."""

    draft: Draft
    told: tuple[str, ...] = ()


def by_programs(data: bytes, base: Reading, comparison: Comparison) -> ByPrograms:
    """What programs changed of a kept draft in a Word file; `base` is it with all changes rejected.

    `comparison` is of the kept draft (the old side) and `base.draft`.
    """
    if not base.origins or comparison.old == comparison.new:
        return ByPrograms(base.draft)
    return _ByPrograms(data, base, comparison).found()


class _ByPrograms:
    def __init__(self, data: bytes, base: Reading, comparison: Comparison) -> None:
        self.package, self.base, self.kept, self.comparison = Package(data), base, comparison.old, comparison
        self.paragraphs, self.notes = list(base.draft.paragraphs), list(base.draft.footnotes)
        self.names = [name or f"paragraph {at + 1}" for at, name in enumerate(labels(self.kept))]

    def found(self) -> ByPrograms:
        told: list[str] = []
        if any(change.kind != "unchanged" for change in self.comparison.changes):
            told += _told(self._fields())
        if is_libreoffices(self.package):
            told += self._repeated_notes()
            self._empty_lines()
            self._levels()
        draft = replace(self.base.draft, paragraphs=tuple(self.paragraphs), footnotes=tuple(self.notes))
        return ByPrograms(draft, tuple(told))

    def _fields(self) -> Iterator[tuple[str, str, str]]:
        """Where a field shows other words than stood there, what stands around it being the same; which, and which."""
        shown = self._shown_by_fields()
        for old, new in _pairs(self.comparison.changes) if shown else ():
            one, spans = self.base.draft.paragraphs[new], shown.get(new, ())
            was = _filled(self.kept.paragraphs[old].text, one.text, spans) if spans else None
            if was is None:
                continue
            self.paragraphs[new] = replace(one, runs=_with_words(one.runs, spans, was))
            for (start, end), words in zip(spans, was, strict=True):
                if words != (now := one.text[start:end]):
                    yield self.names[old], words, now

    def _shown_by_fields(self) -> Mapping[int, Sequence[tuple[int, int]]]:
        """By paragraph, from where to where what fields show stands that programs fill anew."""
        if next(self.package.root(self.package.main).iter(w("fldChar"), SIMPLE), None) is None:
            return {}
        resolve(self.package, "reject")
        root = self.package.edit(self.package.main)
        letters = [
            one
            for field in fields_in(root)
            if _RECALCULATED.match(field.instruction)
            for one in field.shown
            if one.tag == w("t") and one.text
        ]
        for one in letters:
            one.text = _SIGN * len(one.text or "")
        try:
            signed = read_word(self.package.to_bytes()).draft if letters else None
        except CannotRead:
            return {}
        if signed is None or [len(one.text) for one in signed.paragraphs] != [len(one.text) for one in self.paragraphs]:
            return {}
        return {at: spans for at, one in enumerate(signed.paragraphs) if (spans := list(_signed(one.text)))}

    def _repeated_notes(self) -> Iterator[str]:
        """Notes that show the words of another one: LibreOffice writes those of the first endnote for each."""
        kept, own = self.kept.note, self.base.draft.note
        pairs = [(one.old[0], one.new[0]) for one in self.comparison.footnotes if len(one.old) == len(one.new) == 1]
        pairs += _left_notes(self.comparison)
        of = {new: old for old, new in pairs}
        for old, new in pairs:
            words = own[new].text
            other = next((one for one in of if one != new and own[one].text == words and words), None)
            if other is None or kept[old].text == words or kept[of[other]].text != words:
                continue
            at = next((at for at, one in enumerate(self.kept.paragraphs) if old in one.footnotes), 0)
            self.notes[self.base.draft.footnotes.index(own[new])] = Footnote(new, own[new].mark, kept[old].runs)
            yield (
                f"LibreOffice wrote the words of footnote {kept[of[other]].mark} for those of footnote "
                f"{kept[old].mark} of {self.names[at]}: “{kept[old].text}”."
            )

    def _empty_lines(self) -> None:
        """Lines of signs that nobody sees, which LibreOffice writes where a line is empty."""
        for at, one in enumerate(self.paragraphs):
            if one.text and all(unicodedata.category(letter) == "Cf" for letter in one.text):
                self.paragraphs[at] = replace(one, runs=tuple(run for run in one.runs if run.footnote is not None))

    def _levels(self) -> None:
        """Level and number of a paragraph before a tracked change: LibreOffice writes the first level for each."""
        changed = {one.paragraph for one in self.base.revisions if one.kind in _LOOKS}
        for change in self.comparison.changes:
            if len(change.old) != 1 or len(change.new) != 1 or change.new[0] not in changed:
                continue
            old, new = self.kept.paragraphs[change.old[0]], self.paragraphs[change.new[0]]
            if old.kind is new.kind or (old.kind in _OF_LISTS and new.kind in _OF_LISTS):
                self.paragraphs[change.new[0]] = replace(new, kind=old.kind, level=old.level, number=old.number)


def _told(fields: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """A sentence for each field; one for those that count, as on pages of contents, where there are many."""
    found = list(fields)
    counting = [where for where, *words in found if not any(map(str.isalpha, "".join(words)))]
    if len(counting) > _MOST:
        places = ", ".join(counting[:_MOST])
        yield f"Numbers of fields were counted anew by a program: {places} and {len(counting) - _MOST} more."
    for where, was, now in found:
        if len(counting) <= _MOST or any(map(str.isalpha, was + now)):
            yield f"A field in {where} was filled anew by a program: “{was}” is “{now}” now."


def _pairs(changes: Iterable[Change]) -> Iterator[tuple[int, int]]:
    """A paragraph of either side for each other one; where none has words in common, as many as stand there alone."""
    for alone, own in groupby(changes, lambda change: change.kind in ("inserted", "deleted")):
        here = list(own)
        if alone:
            olds, news = ([at for change in here for at in side(change)] for side in (_old, _new))
            yield from zip(olds, news, strict=True) if len(olds) == len(news) else ()
        else:
            yield from (
                (one.old[0], one.new[0]) for one in here if one.kind == "reworded" and len(one.old) == len(one.new) == 1
            )


def _old(change: Change) -> Sequence[int]:
    return change.old


def _new(change: Change) -> Sequence[int]:
    return change.new


def _left_notes(comparison: Comparison) -> list[tuple[int, int]]:
    """Notes that have no other one, paired as they stand in paragraphs that do."""
    gone = {note for one in comparison.footnotes if not one.new for note in one.old}
    come = {note for one in comparison.footnotes if not one.old for note in one.new}
    found: list[tuple[int, int]] = []
    for change in comparison.changes if gone and come else ():
        olds = [note for at in change.old for note in comparison.old.paragraphs[at].footnotes if note in gone]
        news = [note for at in change.new for note in comparison.new.paragraphs[at].footnotes if note in come]
        found += zip(olds, news, strict=True) if len(olds) == len(news) else ()
    return found


def _signed(text: str) -> Iterator[tuple[int, int]]:
    yield from ((found.start(), found.end()) for found in re.finditer(f"{_SIGN}+", text))


def _filled(old: str, new: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...] | None:
    """What stood in an old text where fields show something in the new one; None where more than that differs."""
    bounds = [0, *(place for span in spans for place in span), len(new)]
    around = [new[start:end] for start, end in list(pairwise(bounds))[::2]]
    found = re.fullmatch("(.*?)".join(map(re.escape, around)), old, re.DOTALL)
    return None if found is None else found.groups()


def _with_words(runs: Sequence[Run], spans: Sequence[tuple[int, int]], words: Sequence[str]) -> tuple[Run, ...]:
    """Runs with other words where the spans are, looking as the first that stood there."""
    found: list[Run] = []
    left = list(zip(spans, words, strict=True))
    at = 0
    for run in runs:
        end, text = at + len(run.text), ""
        for place in range(at, end):
            while left and left[0][0][1] <= place:
                left.pop(0)
            (start, _), come = left[0] if left else ((end, end), "")
            text += run.text[place - at] if place < start else come if place == start else ""
        found.append(run if run.footnote is not None else replace(run, text=text))
        at = end
    return tidy_runs(found)
