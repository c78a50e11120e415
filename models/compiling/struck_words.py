"""What is struck of a text, each stretch once and in the names of all who strike it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from models.compiling.joint_wishes import in_names_of, names_in
from models.compiling.standing import Standing
from models.draft import Draft, Kind
from models.proposals.proposal import END, Edit, Place, Point, Proposal


@dataclass
class _Here:
    """What is struck of a paragraph, or of a note: words, marks of notes, its end."""

    words: list[tuple[int, int, str]] = field(default_factory=list)
    notes: dict[int, set[str]] = field(default_factory=dict)
    end: set[str] = field(default_factory=set)
    emptied: dict[Edit, set[str]] = field(default_factory=dict)


class StruckWords:
    """Takes in what each strikes, and tells who strikes what."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._here: dict[tuple[int | None, int], _Here] = {}

    def add(self, name: str, note: int | None, edit: Edit) -> None:
        """One strikes what an edit takes out, of the text or of a note."""
        for at in range(edit.start.paragraph, edit.end.paragraph + 1):
            text = self._text(note, at)
            if text is None:
                continue
            first = edit.start.offset if at == edit.start.paragraph else 0
            last = edit.end.offset if at == edit.end.paragraph else len(text)
            here = self._here.setdefault((note, at), _Here())
            if first < last:
                here.words.append((first, last, name))
            if at < edit.end.paragraph:
                here.end.add(name)
            for gone in edit.gone_notes:
                if note is None and gone in self._draft.paragraphs[at].footnotes:
                    here.notes.setdefault(gone, set()).add(name)

    def empties(self, name: str, becomes: Edit) -> bool:
        """Whether those who let a numbered paragraph be a line without a number strike all its words."""
        at, becoming = becomes.start.paragraph, becomes.becomes
        before, here = self._draft.paragraphs[at], self._here.get((None, at))
        plain = becoming is not None and becoming.kind is Kind.TEXT and becoming.number is None
        each = [
            sum(last - first for first, last, own in here.words if one in names_in(own)) if here is not None else 0
            for one in names_in(name)
        ]
        return plain and before.number is not None and all(gone and gone == len(before.text) for gone in each)

    def add_emptied(self, name: str, edit: Edit) -> None:
        """One strikes all words of a paragraph, and its typed number with them: what it becomes without any."""
        here = self._here.setdefault((None, edit.start.paragraph), _Here())
        here.emptied.setdefault(replace(edit, rank=0), set()).add(name)

    def wishes(self) -> Iterator[Standing]:
        """The stretches as wishes, those of one name together; what most strike comes first."""
        found: dict[tuple[int | None, bool, str], list[Edit]] = {}
        for (note, at), here in sorted(self._here.items(), key=lambda one: (one[0][0] or -1, one[0][1])):
            for names, edit in self._edits(note, at, here):
                own = found.setdefault((note, self._draft.paragraphs[at].cell is not None, in_names_of(names)), [])
                if own and edit.start == own[-1].end and edit.gone and own[-1].gone:
                    last = own.pop()
                    edit = Edit(
                        last.start, edit.end, last.gone + edit.gone, gone_notes=last.gone_notes + edit.gone_notes
                    )
                own.append(edit)
        for (note, in_table, name), edits in found.items():
            first = edits[0].start.paragraph if note is None else self._citing(note)
            place = Place("", first, first + 1, note=note)
            yield Standing(
                name, Proposal("reword", "", place, tuple(edits), key=f"{name} strikes in {note}, {in_table}")
            )

    def _edits(self, note: int | None, at: int, here: _Here) -> Iterator[tuple[Iterable[str], Edit]]:
        text = self._text(note, at) or ""
        places = {0, *(place for first, last, _ in here.words for place in (first, last))}
        marks = self._marks(at) if note is None else {}
        for first, last in pairwise([*sorted(places), len(text)]):
            names = {name for start, end, name in here.words if start <= first and last <= end and first < last}
            if names:
                yield names, Edit(Point(at, first), Point(at, last), text[first:last])
        for gone, names in here.notes.items():
            place = Point(at, marks.get(gone, 0))
            yield names, Edit(place, place, gone_notes=(gone,))
        for edit, names in here.emptied.items():
            yield names, edit
        if here.end:
            yield here.end, Edit(Point(at, len(text)), Point(at + 1, 0), END)

    def _text(self, note: int | None, at: int) -> str | None:
        if note is not None:
            return self._draft.note[note].text if at == 0 and note in self._draft.note else None
        return self._draft.paragraphs[at].text if at < len(self._draft.paragraphs) else None

    def _marks(self, at: int) -> dict[int, int]:
        found: dict[int, int] = {}
        offset = 0
        for run in self._draft.paragraphs[at].runs:
            if run.footnote is not None:
                found.setdefault(run.footnote, offset)
            offset += len(run.text)
        return found

    def _citing(self, note: int) -> int:
        return next((at for at, one in enumerate(self._draft.paragraphs) if note in one.footnotes), 0)
