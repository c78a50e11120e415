"""The notes of what is put into a text: a note that is there already is cited under the id it has there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from models.comparison.change import Comparison
from models.comparison.partly import Partial, marked
from models.comparison.references.sources import sources
from models.draft import Draft, Footnote, Paragraph, tidy_runs
from models.taking.standing import CannotPutIn, Standing


class NotesPutIn:
    """Knows under which id the text has each note of what is wanted; `after` and `before` hold what the notes say.

    A note that the comparison changed says the new thing where a paragraph that cites it is put in; where one that
    stays cites it too, that keeps it as it is, and what is put in has a note of its own.
    """

    def __init__(
        self,
        text: Draft,
        comparison: Comparison,
        wanted: Partial,
        stands: Standing,
        targets: Iterable[int],
        stay: Iterable[Paragraph],
    ) -> None:
        self._text, self._old, self._wanted, self._stands = text, comparison.old.note, wanted.draft.note, stands
        self._kept = {note for paragraph in stay for note in paragraph.footnotes}
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
        if own is None or there is None or (own in self._kept and _same(there, old) and not _same(there, said)):
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
