"""Notes that come with a change of one author and in which others write: of each author's words a proposal of its own.

The note is that of who put in its mark, with that author's words alone. What another does in it amends this: the note
comes in its stead, with the words of both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from models.draft import Draft, Footnote, Run, tidy_runs
from models.proposals.proposal import Edit, Place, Proposal
from models.proposals.tracked.note_changes import NoteIds, note_pieces
from models.proposals.woven.atoms import Atom, NotWoven
from models.word.woven import Woven


@dataclass(frozen=True, slots=True)
class _NewNote:
    """`host` put in its mark; `by_author` are the changes in its words, `others` those who write in it besides."""

    host: str
    by_author: dict[str, set[int]]
    others: tuple[str, ...]


class NewNotes:
    """The notes of a woven file that come with a change of the text, by their ids there."""

    def __init__(self, woven: Woven, atoms: Sequence[Atom], ids: NoteIds, sent: Draft) -> None:
        self.woven, self.ids, self.sent = woven, ids, sent
        self.notes = {
            atom.note: self._note(atom.note, self.woven.author(atom.adds[0]))
            for atom in atoms
            if atom.note in woven.notes and atom.note not in ids.base and atom.adds and not atom.takes
        }

    @property
    def changes(self) -> set[int]:
        """The changes in their words by those who put them in or write in them."""
        return {
            n for one in self.notes.values() for name in (one.host, *one.others) for n in one.by_author.get(name, ())
        }

    def written_by_several(self, note: int | None) -> bool:
        """Whether others than who put it in write in it."""
        return note is not None and note in self.notes and bool(self.notes[note].others)

    def with_own_words(self, proposal: Proposal) -> Proposal:
        """The proposal, the notes that come with it as its author wrote them."""
        own = [note.id for note in proposal.footnotes if self._is_of(proposal.author, note.id)]
        if not own:
            return proposal
        numbers = {n for note in own for n in self.notes[note].by_author.get(proposal.author, ())}
        footnotes = tuple(
            self._version(note.id, {proposal.author}) if note.id in own and self.notes[note.id].others else note
            for note in proposal.footnotes
        )
        return self._told(replace(proposal, footnotes=footnotes), numbers)

    def amending(self, host: Proposal) -> Iterator[Proposal]:
        """What others write in the notes of a proposal, author by author, each upon the one before."""
        for at, edit in enumerate(host.edits):
            for note in dict.fromkeys(note for paragraph in edit.come for note in paragraph.footnotes):
                if not self._is_of(host.author, note):
                    continue
                key, strikes, authors = host.key, (at,), [host.author]
                for author in self.notes[note].others:
                    authors.append(author)
                    one = Proposal(
                        "reword",
                        author,
                        self._place(host, edit, note, author),
                        (edit,),
                        footnotes=(self._version(note, authors),),
                        against=key,
                        strikes=strikes,
                        key=f"{host.key} note {note} {author}",
                    )
                    yield self._told(one, self.notes[note].by_author[author])
                    key, strikes = one.key, (0,)

    def _is_of(self, author: str, note: int) -> bool:
        return note in self.notes and self.notes[note].host == author

    def _note(self, note: int, host: str) -> _NewNote:
        by_author: dict[str, set[int]] = {}
        writing: dict[str, None] = {}
        for span in self.woven.notes[note].spans:
            author = self.woven.author(span.change)
            by_author.setdefault(author, set()).add(span.change)
            if author != host and self.woven.changes[span.change].adds is not None:
                writing[author] = None
        return _NewNote(host, by_author, tuple(writing))

    def _told(self, proposal: Proposal, numbers: Collection[int]) -> Proposal:
        dates = {date for n in numbers if (date := self.woven.changes[n].date) is not None}
        return replace(
            proposal,
            dates=tuple(sorted({*proposal.dates, *dates})),
            revisions=tuple(sorted({*proposal.revisions, *numbers})),
        )

    def _place(self, host: Proposal, edit: Edit, note: int, author: str) -> Place:
        own = [(words, adds, takes) for words, adds, takes, _ in note_pieces(self.woven, self.woven.notes[note])]
        come = "".join(words for words, adds, takes in own if self._writes(adds, author) and not takes)
        gone = "".join(words for words, _, takes in own if any(self.woven.author(n) == author for n in takes))
        words = come.strip() or gone.strip()
        if host.place.first == host.place.after:
            return replace(host.place, words=words)
        at = edit.start
        if host.kind == "move":
            return Place("", at.paragraph, at.paragraph, words=words)
        return Place("", at.paragraph, at.paragraph + 1, at.offset, at.offset, words)

    def _writes(self, adds: Sequence[int], author: str) -> bool:
        return bool(adds) and self.woven.author(adds[0]) == author

    def _version(self, note: int, authors: Collection[str]) -> Footnote:
        """The note with what some of its authors did in it."""
        there = self.sent.note.get(self.ids.in_sent.get(note, -1))
        whole = self._runs(note, {self.notes[note].host, *self.notes[note].others})
        runs = self._runs(note, authors)
        text = "".join(run.text for run in whole)
        if there is None or there.text not in (text, text.strip()):
            raise NotWoven
        return replace(there, id=note, runs=runs if there.text == text else _stripped(runs))

    def _runs(self, note: int, authors: Collection[str]) -> tuple[Run, ...]:
        kept: list[Run] = []
        for _, adds, takes, runs in note_pieces(self.woven, self.woven.notes[note]):
            if (not adds or self.woven.author(adds[0]) in authors) and not any(
                self.woven.author(n) in authors for n in takes
            ):
                kept += runs
        return tidy_runs(kept)


def _stripped(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs without blanks before and after all of them, as a note is read."""
    left = list(runs)
    while left and not left[0].text.strip():
        del left[0]
    while left and not left[-1].text.strip():
        del left[-1]
    if left:
        left[0] = replace(left[0], text=left[0].text.lstrip())
        left[-1] = replace(left[-1], text=left[-1].text.rstrip())
    return tuple(left)
