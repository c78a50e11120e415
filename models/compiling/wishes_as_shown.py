"""What delegations ask for on a text, on the same text without what its Word file hides or Word filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from models.comparison.change import Comparison, Pair
from models.comparison.compare import compare
from models.comparison.words.marked import Words
from models.compiling.clashes import place_at
from models.draft import Draft, Paragraph, Run, labels
from models.proposals.laid.carrying import carried
from models.proposals.proposal import END, Edit, Proposal
from models.word.leaving.unseen.filled_in import in_text
from models.word.leaving.unseen.hidden import hiding_styles, is_hidden
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redlining.letters.atoms import atoms_in


def wishes_as_shown(
    draft: Draft, shown: Draft, places: Mapping[int, int], wishes: Mapping[str, Sequence[Proposal]], data: bytes
) -> tuple[dict[str, list[Proposal]], tuple[str, ...]]:
    """The wishes on a draft set on what is `shown` of it, and a line for each that has no place there.

    `places` says where paragraphs of the draft stand in what is shown, `data` is the Word file that hides the rest.
    """
    comparison = compare(draft, shown, [Pair(*pair) for pair in sorted(places.items())])
    comparison = _to_the_letter(comparison, _hidden_letters(data))
    every = {one.key: one for own in wishes.values() for one in own}
    there = {old: one.new[0] for one in comparison.footnotes if one.new for old in one.old}
    moves = _Moves(draft, shown, places, there)
    placed = carried([moves.as_shown(one) for one in every.values()], comparison, "", keep_keys=True).placed
    notes = _notes_moved(draft, shown, there, every.values())
    found = {one.key: _citing_what_is_shown(moves.put(one, every[one.key]), notes) for one in placed}
    known, lines = labels(draft), dict[str, None]()
    for name, own in wishes.items():
        for at in (one.place.first for one in own if one.key not in found):
            place = place_at(known, at)
            asked = f"what “{name}” asks for at {place}"
            lines[f"Not in the file: {asked}, in or beside words that the Word file hides or fills in"] = None
    left = {name: [found[one.key] for one in own if one.key in found] for name, own in wishes.items()}
    return {name: own for name, own in left.items() if own}, tuple(lines)


class _Moves:
    """Moves, which put in what they take out, of what is shown of it: `there` is where notes of the draft stand."""

    def __init__(self, draft: Draft, shown: Draft, places: Mapping[int, int], there: Mapping[int, int]) -> None:
        self.draft, self.shown, self.places, self.there = draft, shown, places, there

    def as_shown(self, one: Proposal) -> Proposal:
        """A move on the draft without the paragraphs, words and notes that are hidden; any other wish stays."""
        moved = self._moved(one)
        if not moved:
            return one
        away = {self.draft.paragraphs[at].text for at in range(one.place.first, one.place.after) if at not in moved}
        comes = {self.draft.paragraphs[at].text: at for at in moved}
        edits = []
        for edit in one.edits:
            come = (said for said in edit.come if not said.runs or said.text not in away)
            left = tuple(self._come(said, comes.get(said.text)) for said in come)
            gone, notes = self._gone(edit), tuple(note for note in edit.gone_notes if note in self.there)
            if (gone or not edit.gone) and (len(left) > 1 or len(left) == len(edit.come)):
                edits.append(replace(edit, come=left, gone=gone, gone_notes=notes))
        cited = {note for edit in edits for said in edit.come for note in _cited(said)}
        footnotes = tuple(note for note in one.footnotes if note.id in cited)
        place = replace(one.place, first=moved[0], after=moved[0] + 1)
        return replace(one, edits=tuple(edits), footnotes=footnotes, place=place)

    def put(self, one: Proposal, before: Proposal) -> Proposal:
        """A move that has its place there with all the paragraphs that it is of; `before` is it on the whole draft."""
        moved = [self.places[at] for at in self._moved(before)]
        if not moved:
            return one
        first, after = moved[0], moved[-1] + 1
        words = "\n".join(one.text for one in self.shown.paragraphs[first:after])
        return replace(one, place=replace(one.place, first=first, after=after, words=words))

    def _moved(self, one: Proposal) -> list[int]:
        if one.kind != "move" or not one.place.whole:
            return []
        return [at for at in range(one.place.first, one.place.after) if at in self.places]

    def _gone(self, edit: Edit) -> str:
        """The words that an edit takes out, without paragraphs that are hidden, where it takes out whole ones."""
        every = range(edit.start.paragraph, edit.end.paragraph)
        if edit.start.offset or edit.end.offset or edit.ends_gone != len(every):
            return edit.gone
        return "".join(self.draft.paragraphs[at].text + END for at in every if at in self.places)

    def _come(self, said: Paragraph, at: int | None) -> Paragraph:
        """What comes, which is the paragraph `at` of the draft, as that is shown, with its own ids of notes."""
        notes = _cited(self.draft.paragraphs[at]) if at is not None else []
        if at is None or len(notes) != len(_cited(said)):
            return said
        own = {self.there[one]: its for one, its in zip(notes, _cited(said), strict=True) if one in self.there}
        runs = self.shown.paragraphs[self.places[at]].runs
        return replace(said, runs=tuple(replace(run, footnote=own.get(run.footnote or 0)) for run in runs))


def _cited(paragraph: Paragraph) -> list[int]:
    return [run.footnote for run in paragraph.runs if run.footnote is not None]


def _notes_moved(
    draft: Draft, shown: Draft, there: Mapping[int, int], wishes: Iterable[Proposal]
) -> dict[tuple[str, str], tuple[Run, ...]]:
    """What is shown of the notes whose marks somebody takes out, by who that is and their words."""
    return {
        (one.author, draft.note[note].text): shown.note[there[note]].runs
        for one in wishes
        for edit in one.edits
        for note in edit.gone_notes
        if note in there
    }


def _citing_what_is_shown(one: Proposal, notes: Mapping[tuple[str, str], tuple[Run, ...]]) -> Proposal:
    """A wish that puts in notes which its author takes out elsewhere, with what is shown of them."""
    cited = (replace(note, runs=notes.get((one.author, note.text), note.runs)) for note in one.footnotes)
    return replace(one, footnotes=tuple(cited))


def _to_the_letter(comparison: Comparison, known: Mapping[int, Words]) -> Comparison:
    """The comparison of a draft and what is shown of it, with just those letters gone that are `known` to be hidden.

    It cannot tell which of two spaces beside hidden words is one of them, and what stands there would have no place.
    """
    changes = []
    for one in comparison.changes:
        words = known.get(one.old[0]) if len(one.old) == len(one.new) == 1 else None
        if words is not None:
            old, new = comparison.old.paragraphs[one.old[0]].text, comparison.new.paragraphs[one.new[0]].text
            left = "".join(text for op, text in words if op == "equal")
            if ("".join(text for _, text in words), left) == (old, new):
                one = one._replace(words=words)
        changes.append(one)
    return replace(comparison, changes=tuple(changes))


def _hidden_letters(data: bytes) -> dict[int, Words]:
    """The paragraphs in which a Word file without tracked changes hides letters, or Word filled some in, as what stays
    and what goes."""
    package, reading, found = Package(data), read_word(data), dict[int, Words]()
    hiding, nodes = hiding_styles(package), list(package.root(package.main).iter(w("p")))
    gone = {piece for one in in_text(package) for node in one.nodes for piece in node.iter()}
    for at, (paragraph, origin) in enumerate(zip(reading.draft.paragraphs, reading.origins, strict=True)):
        matched = atoms_in(paragraph, nodes[origin.element])
        letters = [
            (
                "delete" if any(raw.child in gone or is_hidden(raw.run, hiding) for raw in atom.raws) else "equal",
                atom.text,
            )
            for atom in (matched.atoms if matched is not None else ())
        ]
        if any(op == "delete" for op, _ in letters):
            rows = groupby(letters, key=lambda one: one[0])
            found[at] = tuple((op, "".join(text for _, text in row)) for op, row in rows)
    return found
