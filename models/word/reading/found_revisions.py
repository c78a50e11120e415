"""Tracked changes listed with their places in the draft as it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from models.draft import Draft
from models.reading.reading import ReadingWarning, Revision
from models.word.namespaces import m, w
from models.word.package import Package
from models.word.reading.tracked import Tracked, list_tracked
from models.word.resolve import Choice, tracked_parts
from models.word.resolving.saved_by_libreoffice import is_libreoffices, tell_saved
from models.word.resolving.struck_in_moves import tell_struck_in_moves

_NOTE_PARTS = {"footnotes": "footnote", "endnotes": "endnote"}
_OTHER_PARTS = {"header": "a header", "footer": "a footer", "styles": "the styles", "numbering": "the lists"}
NoteKey = tuple[str, str]  # kind and id in the file
Mark = tuple[int | None, int | None, int]  # the paragraph or the note that a mark stands in, and the offset there


class Placed(NamedTuple):
    """A place in the draft: a paragraph or a note, with offsets in its text."""

    paragraph: int | None
    footnote: int | None = None
    start: int = 0
    end: int = 0


@dataclass
class FoundRevisions:
    """The changes of a package in the order main text, notes, other parts; made before they are resolved."""

    package: Package
    found: list[Tracked] = field(default_factory=list)
    in_note: dict[int, NoteKey] = field(default_factory=dict)
    in_other_part: dict[int, str] = field(default_factory=dict)  # with what holds it, "a header"
    by_hand: int = 0  # how many of them stand for marks made by hand
    _starts: dict[int, Mark] = field(default_factory=dict)
    _ends: dict[int, Mark] = field(default_factory=dict)
    _cited_in: dict[int, int] | None = None
    _lengths: dict[int, tuple[int, int, int]] = field(default_factory=dict)  # of a text: read, cut off, left

    def __post_init__(self) -> None:
        tell_saved(self.package)
        notes = {self.package.related(kind): element for kind, element in _NOTE_PARTS.items()}
        parts = {one.target: _OTHER_PARTS.get(one.kind, "") for one in self.package.relationships()}
        for name in tracked_parts(self.package):
            root = self.package.edit(name)
            if name in notes:
                for note in root.iterchildren(w(notes[name])):
                    key = (notes[name], note.get(w("id")) or "")
                    self.in_note.update(dict.fromkeys(self._list(note), key))
            elif name == self.package.main:
                self._list(root)
            elif name == self.package.related("comments"):
                for comment in root.iterchildren(w("comment")):
                    by = (comment.get(w("author")) or "").strip()
                    where = f"a comment by {by}" if by else "a comment"
                    self.in_other_part.update(dict.fromkeys(self._list(comment), where))
            else:
                self.in_other_part.update(dict.fromkeys(self._list(root), parts.get(name, "")))

    def _list(self, root: etree._Element) -> range:
        """List the changes under an element; gives their numbers."""
        first = len(self.found)
        tell_struck_in_moves(root)
        self.found += list_tracked(root, first)
        return range(first, len(self.found))

    def twin(self) -> FoundRevisions:
        """The same changes in a twin of the package, whose places are still to be found there."""
        twin = copy(self)
        twin.package = self.package.twin()
        twin._starts, twin._ends, twin._lengths, twin._cited_in = {}, {}, {}, None
        return twin

    def warning(self, choice: Choice) -> Iterator[ReadingWarning]:
        """What was accepted or rejected, if anything, and one warning where LibreOffice lost some of it."""
        count = len(self.found)
        if tracked := count - self.by_hand:
            changes, were = ("change", "it was") if tracked == 1 else ("changes", "they were")
            message = f"This file holds {tracked} tracked {changes}; {were} {choice}ed."
            yield ReadingWarning(None, f"revisions-{choice}ed", message)
        if self.by_hand:
            changes, were = ("change", "it was") if self.by_hand == 1 else ("changes", "they were")
            message = f"Marks made by hand were read as {self.by_hand} {changes}; {were} {choice}ed."
            yield ReadingWarning(None, f"hand-marks-{choice}ed", message)
        equations = sum(1 for _ in self.package.root(self.package.main).iter(m("oMath"))) if count else 0
        # Its name stays on what others wrote on a file of its, where the properties are kept.
        if equations and is_libreoffices(self.package) and self.package.tells_when:
            which = "the one in it" if equations == 1 else f"each of the {equations} in it"
            message = f"LibreOffice, which saved this file, tracks no equations: {which} may have come or gone."
            yield ReadingWarning(None, "equations-untracked", message)

    def place(self, where: Placed, marks: Iterable[tuple[int, bool, int]]) -> None:
        """Note where marks (number, whether start, offset) stand in a paragraph or note."""
        for number, start, offset in marks:
            (self._starts if start else self._ends).setdefault(number, (where.paragraph, where.footnote, offset))

    def revisions(
        self,
        marks: Sequence[tuple[int, bool, int, int]],
        read: Draft,
        recognised: Draft,
        note_ids: Mapping[NoteKey, int],
    ) -> tuple[Revision, ...]:
        """All revisions; `read` is the draft as the file has it, `recognised` the one without literal numbers."""
        last = len(read.paragraphs) - 1
        for number, start, paragraph, offset in marks:
            if paragraph > last:
                paragraph, offset = last, len(read.paragraphs[last].text) if read.paragraphs else 0
            places = self._starts if start else self._ends
            if paragraph >= 0 and number not in places:
                places[number] = (paragraph, None, offset)
        carriers = {key: number for number, tracked in enumerate(self.found) for key in tracked.notes}
        return tuple(self._revision(number, read, recognised, note_ids, carriers) for number in range(len(self.found)))

    def _revision(
        self,
        number: int,
        read: Draft,
        recognised: Draft,
        note_ids: Mapping[NoteKey, int],
        carriers: Mapping[NoteKey, int],
    ) -> Revision:
        tracked, key = self.found[number], self.in_note.get(number)
        if key is not None and key not in note_ids:
            # The note went with the change that held its place: the change is told of there.
            place = self._place(carriers[key], read, recognised) if key in carriers else Placed(None)
            place = Placed(place.paragraph, None, place.start, place.start)
        else:
            place = self._place(number, read, recognised)
        return Revision(
            tracked.kind,
            tracked.author,
            tracked.date,
            place.paragraph,
            place.start,
            place.end,
            self._said(number, place, read),
            place.footnote,
        )

    def _said(self, number: int, place: Placed, read: Draft) -> str:
        """The words of a change: where they are in the text, without what is none of it, as a number typed before."""
        said, start = self.found[number].text, self._starts.get(number)
        if place.paragraph is None or place.start == place.end or start is None:
            return said
        if place.footnote is not None:  # without the blank that stands before its words
            covered = read.note[place.footnote].text[place.start : place.end]
            return covered if said.strip() == covered.strip() else said
        length, cut, left = self._lengths[place.paragraph]
        if length == left:
            return said  # nothing of the paragraph was cut off, as of most
        paragraph, _, offset = self._ends.get(number, start)
        whole, last = read.paragraphs[place.paragraph].text, offset if paragraph == place.paragraph else length
        return said.removeprefix(whole[start[2] : cut]).removesuffix(whole[cut + left : last])

    def _citing(self, read: Draft) -> dict[int, int]:
        """The paragraph that cites each note first."""
        if self._cited_in is None:
            self._cited_in = {}
            for at, paragraph in enumerate(read.paragraphs):
                for note in paragraph.footnotes:
                    self._cited_in.setdefault(note, at)
        return self._cited_in

    def place_of(self, number: int, read: Draft, recognised: Draft) -> Placed:
        """Where a mark stood, in the recognised draft; once `revisions` has taken all marks in."""
        return self._place(number, read, recognised)

    def _place(self, number: int, read: Draft, recognised: Draft) -> Placed:
        start = self._starts.get(number)
        if start is None or number in self.in_other_part:
            return Placed(None)
        paragraph, note, begun = start
        ends_in, _, ended = self._ends.get(number, start)
        if note is not None:
            return Placed(self._citing(read).get(note), note, begun, max(begun, ended))
        assert paragraph is not None
        if paragraph not in self._lengths:
            before, after = read.paragraphs[paragraph].text, recognised.paragraphs[paragraph].text
            cut = max(before.find(after), 0) if after else len(before)
            self._lengths[paragraph] = (len(before), cut, len(after))
        length, cut, left = self._lengths[paragraph]
        first = min(max(begun - cut, 0), left)
        last = min(max((ended if ends_in == paragraph else length) - cut, 0), left)
        return Placed(paragraph, None, first, max(first, last))
