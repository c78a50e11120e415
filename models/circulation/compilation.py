"""What delegations ask for, as tracked changes on one text, each in its delegation's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.circulation.as_asked import as_asked
from models.circulation.each_in_its_place import Settled, each_in_its_place
from models.circulation.lived_on import lived_on
from models.comparison.compare import compare
from models.draft import Draft, Run
from models.draft.numbering import counted_anew
from models.proposals.applying import applied
from models.proposals.proposal import END, Edit, Point, Proposal
from models.proposals.rendering import rendered
from models.reading.reading import Origin
from models.word.markup import legal
from models.word.read import read_word
from models.word.redline import write_redline


@dataclass(frozen=True)
class Compilation:
    """A Word file of proposals: rejected it is the draft, accepted the draft with all of them taken, `taken`.

    `passed` are the texts it went through, delegation by delegation: what one put in and another struck is words of one
    of them. `names` are those whose changes are in it.
    """

    data: bytes = field(repr=False)
    taken: Draft = field(repr=False)
    passed: tuple[Draft, ...] = field(default=(), repr=False)
    names: tuple[str, ...] = ()

    def asked_for(self, pieces: Iterable[str]) -> bool:
        """Whether struck words that are in neither text are all words of what a delegation asked for."""
        paragraphs = [one for draft in self.passed for one in draft.paragraphs]
        texts = [one.text for one in paragraphs]
        # Where numbers are typed they come and go as the paragraphs do, alone or in one piece with the words.
        texts += [f"{one.number}{sign}{one.text}" for one in paragraphs if one.number for sign in _AFTER_NUMBERS]
        texts += [note.text for draft in self.passed for note in draft.footnotes]
        known = legal("\n".join(texts))
        return all(piece.strip() in known for piece in pieces)


_AFTER_NUMBERS = (". ", ".\t", " ", "\t")


def write_compilation(
    draft: Draft,
    wishes: Mapping[str, Sequence[Proposal]],
    *,
    base: bytes | None = None,
    origins: Sequence[Origin] = (),
    date: str | None = None,
    draft_mark: bool = True,
) -> Compilation:
    """The proposals on a draft by delegation, in alphabetical order; keys of `wishes` are the names the changes carry.

    `base` is the Word file of the draft. The file grows delegation by delegation, what is in it already being kept: one
    that changes what another adds does so in its own name, and words that two take out are struck by the first. What a
    delegation changes in a paragraph stays in it (`each_in_its_place`).
    Where the numbers of the draft are those of its count, so are those of the text with the proposals. A proposal that
    amends another one counts once that other is there. Errors: those of `write_redline`.
    """
    counts = counted_anew(draft) == draft
    taken: list[Proposal] = []
    now, data, places, passed = draft, base, tuple(origins), [draft]
    wanted, names = draft, []
    settled = each_in_its_place(draft, wishes)
    for name, proposals in _in_rounds(settled):
        before = {proposal.key for proposal in taken}
        beside = _at_points(taken)
        taken += [_apart(proposal, beside) for proposal in proposals]
        wanted = applied(draft, taken)
        if counts:
            wanted = counted_anew(wanted)
        if wanted == now:
            continue
        rows = rendered(draft, taken)
        known = lived_on(now, wanted, rows, before)
        data = write_redline(
            as_asked(compare(now, wanted, known.pairs, apart=known.apart), rows, before, known),
            base=data,
            origins=places,
            author=name,
            date=date,
            readable_words=False,
            draft_mark=draft_mark,
            base_changes="keep" if now is not draft else "accept",
        )
        read = read_word(data)
        now, places = read.draft, read.origins
        passed.append(now)
        names.append(name)
    if data is None:
        from models.word.clean import write_clean

        data = write_clean(draft, draft_mark=draft_mark)
    return Compilation(data, wanted, tuple(passed), tuple(dict.fromkeys(names)))


def _in_rounds(settled: Settled) -> Iterator[tuple[str, list[Proposal]]]:
    """The wishes name by name; what amends another's comes in a later round, once that is there.

    So does what takes out a paragraph with the words that another puts in it, as one proposal of the same delegation
    strikes these.
    """
    left = {name: list(own) for name, own in settled.wishes.items()}
    there: set[str | None] = {None}
    waits = _waiting(settled.wishes)
    for key, others in settled.after.items():
        waits[key] = waits.get(key, set()) | others
    while any(left.values()):
        again = False
        for name in left:
            ready: list[Proposal] = []
            while more := [one for one in left[name] if {one.against, *waits.get(one.key, ())} <= there]:
                ready += more
                there.update(one.key for one in more)
                gone = {one.key for one in more}
                left[name] = [one for one in left[name] if one.key not in gone]
            if ready:
                again = True
                yield name, ready
        if not again and not waits:
            return  # what amends a proposal that is not among them
        waits = waits if again else {}


def _waiting(wishes: Mapping[str, Sequence[Proposal]]) -> dict[str, set[str]]:
    """For proposals that take out ends of paragraphs, those whose words within go with them by another proposal."""
    by_key = {one.key: one for own in wishes.values() for one in own}
    found: dict[str, set[str]] = {}
    for own in wishes.values():
        taking = [(one, edit) for one in own for edit in one.edits if edit.ends_gone]
        for strike in own if taking else ():
            host = by_key.get(strike.against or "")
            if host is None or strike.place.note is not None:
                continue
            places = {host.edits[n].start for n in strike.strikes}
            for one, edit in taking:
                # The end may go by itself, after the words before it.
                first = Point(edit.start.paragraph, 0)
                if one.key not in (host.key, host.against) and any(first <= at < edit.end for at in places):
                    found.setdefault(one.key, set()).add(host.key)
    return found


_Beside = Mapping[tuple[int | None, Point], Sequence[tuple[str, Edit]]]
"""By footnote and point, the edits that put words there or behind what they take out there, and whose they are."""


def _at_points(taken: Iterable[Proposal]) -> _Beside:
    found: dict[tuple[int | None, Point], list[tuple[str, Edit]]] = {}
    for one in taken:
        for edit in one.edits:
            for point in {edit.start, edit.end} if edit.come else ():
                found.setdefault((one.place.note, point), []).append((one.key, edit))
    return found


def _apart(proposal: Proposal, beside: _Beside) -> Proposal:
    """The proposal, a space between its words and those that another one puts beside them: they stay words.

    What stands in another's own words has its spaces already.
    """

    def at(*points: Point) -> list[Edit]:
        places = [beside.get((proposal.place.note, point), ()) for point in dict.fromkeys(points)]
        return [edit for here in places for key, edit in here if key != proposal.against]

    def moved(edit: Edit) -> Edit:
        if not edit.come or not edit.come_text:
            return edit
        first = edit.come[0]
        begins, ends = edit.come_text[0], edit.come_text[-1]
        left = [one for one in at(edit.start) if _order(one) <= _order(edit)]
        ends_at = (edit.start, edit.end)
        right = [one for one in at(*ends_at) if _order(one) > _order(edit) and one.start in ends_at]
        before = max(left, key=_order).come_text[-1:] if left else ""
        after = min(right, key=_order).come_text[:1] if right else ""
        come = edit.come
        if _run_together(before, begins):
            come = (replace(first, runs=(Run(" "), *first.runs)), *come[1:])
        if _run_together(ends, after):
            last = come[-1]
            come = (*come[:-1], replace(last, runs=(*last.runs, Run(" "))))
        return replace(edit, come=come)

    return replace(proposal, edits=tuple(moved(edit) for edit in proposal.edits))


def _order(edit: Edit) -> tuple[Point, int, int]:
    return edit.start, edit.notes_before, edit.rank


def _run_together(one: str, other: str) -> bool:
    """Whether two signs side by side would make one word, or a stop and a word, of two."""
    return bool(one and other) and not one.isspace() and one != END and other.isalnum()
