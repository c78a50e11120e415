"""What delegations ask for on a text, on the same text without what its Word file hides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from models.comparison.change import Comparison, Pair
from models.comparison.compare import compare
from models.comparison.words.marked import Words
from models.draft import Draft, Paragraph, Run, labels
from models.proposals.laid.carrying import carried
from models.proposals.proposal import Proposal
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
    placed = carried(tuple(every.values()), comparison, "", keep_keys=True).placed
    notes = _notes_moved(comparison, every.values())
    found = {
        one.key: _citing_what_is_shown(_moving_what_is_shown(one, every[one.key], draft, shown, places), notes)
        for one in placed
    }
    known, lines = labels(draft), dict[str, None]()
    for name, own in wishes.items():
        for at in (one.place.first for one in own if one.key not in found):
            place = (known[at] if at < len(known) else "the end") or f"paragraph {at + 1}"
            lines[
                f"Not in the file: what “{name}” asks for at {place}, in or beside words that the Word file hides"
            ] = None
    left = {name: [found[one.key] for one in own if one.key in found] for name, own in wishes.items()}
    return {name: own for name, own in left.items() if own}, tuple(lines)


def _moving_what_is_shown(
    one: Proposal, before: Proposal, draft: Draft, shown: Draft, places: Mapping[int, int]
) -> Proposal:
    """A move, which puts in what it takes out, of what is shown; `before` is it on the draft, any other wish stays."""
    if one.kind != "move":
        return one
    moved = [at for at in range(before.place.first, before.place.after) if at in places]
    words = {draft.paragraphs[at].text: shown.paragraphs[places[at]].runs for at in moved}

    def as_shown(come: Paragraph) -> Paragraph:
        return replace(come, runs=words.get(come.text, come.runs))

    return replace(one, edits=tuple(replace(edit, come=tuple(map(as_shown, edit.come))) for edit in one.edits))


def _notes_moved(comparison: Comparison, wishes: Iterable[Proposal]) -> dict[tuple[str, str], tuple[Run, ...]]:
    """What is shown of the notes whose marks somebody takes out, by who that is and their words."""
    there = {old: one.new[0] for one in comparison.footnotes if one.new for old in one.old}
    return {
        (one.author, comparison.old.note[note].text): comparison.new.note[there[note]].runs
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
    """The paragraphs in which a Word file without tracked changes hides letters, as what stays and what goes."""
    package, reading, found = Package(data), read_word(data), dict[int, Words]()
    hiding, nodes = hiding_styles(package), list(package.root(package.main).iter(w("p")))
    for at, (paragraph, origin) in enumerate(zip(reading.draft.paragraphs, reading.origins, strict=True)):
        matched = atoms_in(paragraph, nodes[origin.element])
        letters = [
            ("delete" if any(is_hidden(raw.run, hiding) for raw in atom.raws) else "equal", atom.text)
            for atom in (matched.atoms if matched is not None else ())
        ]
        if any(op == "delete" for op, _ in letters):
            rows = groupby(letters, key=lambda one: one[0])
            found[at] = tuple((op, "".join(text for _, text in row)) for op, row in rows)
    return found
