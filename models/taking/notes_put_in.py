"""The notes of what is put into a text: a note that is there already is cited under the id it has there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from models.comparison.change import Comparison
from models.comparison.partly import Partial, marked
from models.comparison.references.sources import sources
from models.draft import Draft, Footnote, Paragraph, tidy_runs
from models.taking.standing import CannotPutIn, Standing


class NotesPutIn:
    """Knows under which id the text has each note of what is wanted; `after` and `before` hold what the notes say.

    A note that the comparison changed says the new thing as soon as a paragraph that cites it is put in.
    """

    def __init__(
        self, text: Draft, comparison: Comparison, wanted: Partial, stands: Standing, targets: Iterable[int]
    ) -> None:
        self._text, self._old, self._wanted, self._stands = text, comparison.old.note, wanted.draft.note, stands
        self._comparison = comparison
        self.after: dict[int, Footnote] = dict(text.note)
        self.before: dict[int, Footnote] = dict(text.note)
        self._ids: dict[int, int] = {}
        self._in_new: dict[int, int] = {}
        for at in targets:
            if wanted.new[at]:
                there = comparison.new.paragraphs[wanted.new[at][0]].footnotes
                self._in_new.update(zip(wanted.draft.paragraphs[at].footnotes, there, strict=True))

    def cited(self, paragraph: Paragraph) -> Paragraph:
        """A paragraph of what is wanted as it stands in the text."""
        if not paragraph.footnotes:
            return paragraph
        runs = tuple(
            run if run.footnote is None else replace(run, footnote=self._id(run.footnote)) for run in paragraph.runs
        )
        return replace(paragraph, runs=runs)

    def _id(self, note: int) -> int:
        if note not in self._ids:
            self._ids[note] = self._found(note)
        return self._ids[note]

    def _found(self, note: int) -> int:
        old, new = self._old.get(note), self._wanted.get(note)
        said = new or old
        own = self._stands.notes[0].get(note) if old is not None else None
        other = self._stands.notes[1].get(self._in_new[note]) if note in self._in_new else None
        if other is not None and said is not None and _same(self._text.note.get(other), said):
            own = other
        there = self._text.note.get(own) if own is not None else None
        if own is None or there is None:
            own = max([0, *self.after]) + 1
            for notes, says in ((self.after, said), (self.before, old or said)):
                if says is not None:
                    notes[own] = replace(says, id=own)
        elif said is not None and not _same(there, said):
            if _same(there, old):
                self.after[own] = replace(said, id=own)
            elif not _same(said, old):
                raise CannotPutIn(f"Footnote {there.mark} says something else than in both drafts; change it by hand.")
        return own

    def settled(self, cited: Mapping[int, Collection[int | None]]) -> Mapping[int, Footnote]:
        """What the notes say, by their id in the text; `cited` gives for each of which drafts those are that cite it.

        A note that the drafts have otherwise says what the new one says as soon as a paragraph of that cites it; on the
        way back it is the old draft's when none does.
        """
        notes = dict(self.after)
        for change in self._comparison.footnotes:
            for one, other in zip(change.old, change.new, strict=False):
                old, new = self._comparison.old.note.get(one), self._comparison.new.note.get(other)
                own = self._ids.get(one, self._stands.notes[0].get(one, self._stands.notes[1].get(other)))
                sides = cited.get(own, ()) if own is not None else ()
                if own is None or old is None or new is None or _same(old, new) or not sides or None in sides:
                    continue
                if _same(notes.get(own), old) or _same(notes.get(own), new):
                    its = (new if 0 not in sides else old) if self._stands.union.back else (new if 1 in sides else old)
                    notes[own] = replace(its, id=own)
        return notes

    def refuse_lost(self, paragraphs: Sequence[Paragraph]) -> None:
        """Raise CannotPutIn where a note that says something else than both drafts would be cited no more.

        "Ibid." says what it stands for: to keep its source it may be written out in the text.
        """
        stay = {note for paragraph in paragraphs for note in paragraph.footnotes}
        gone = {note for paragraph in self._text.paragraphs for note in paragraph.footnotes} - stay
        drafts, text = self._stands.union.drafts, self._text
        known = [(side, one, own) for side in (0, 1) for one, own in self._stands.notes[side].items() if own in gone]
        changed = {own for *_, own in known}
        changed -= {own for side, one, own in known if _same(text.note.get(own), drafts[side].note.get(one))}
        if changed:
            cited, cites = [sources(draft) for draft in drafts], sources(text)
            changed -= {own for side, one, own in known if cited[side].get(one) == cites.get(own)}
        for own in sorted(changed):
            mark = self._text.note[own].mark
            raise CannotPutIn(f"Footnote {mark} says something else than in both drafts; take it out by hand.")

    def in_order(self, paragraphs: Sequence[Paragraph], notes: Mapping[int, Footnote]) -> tuple[Footnote, ...]:
        """The notes that paragraphs cite, in that order, and those that nobody cited in the text."""
        cited = [note for paragraph in paragraphs for note in paragraph.footnotes]
        before = {note for paragraph in self._text.paragraphs for note in paragraph.footnotes}
        uncited = [note.id for note in self._text.footnotes if note.id not in before]
        return marked([notes[note] for note in dict.fromkeys([*cited, *uncited]) if note in notes])


def _same(one: Footnote | None, two: Footnote | None) -> bool:
    return one is not None and two is not None and tidy_runs(one.runs) == tidy_runs(two.runs)
