"""Where what several delegations ask for cannot all be had, and who they are: accepting all is no answer there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product

from models.comparison.words.plain import word_diff
from models.compiling.gone_with import GoneWith, gone_with
from models.compiling.in_moved import each_moved
from models.compiling.joint_wishes import in_order, names_in
from models.compiling.standing import WITH, Standing, before, is_whole, with_both
from models.compiling.taken_out import Taking
from models.compiling.written_alike import ends_first, new_ones_apart
from models.draft import Draft, labels
from models.proposals.proposal import END, Edit, Point, Proposal
from models.proposals.tracked.within_new import alone, turned, turned_with
from models.telling.sentences import listed

_Spot = tuple[int | None, int]


_SAID = {
    "words": "{names} change the same words of {label}",
    "struck": "{names} take{s} out {out} of {label}, where {others} put{their_s} in {put}: all accepted, what {others} "
    "put{their_s} in {goes} too",
    "gone": "{names} take{s} out {label}, which {others} amend{their_s}: all accepted, it is gone",
    "moved": "{names} take{s} out {label}, which {others} move{their_s}: all accepted, it is gone",
    "twice": "{names} move {label}, each for itself: all accepted, it is there several times",
    "again": "{names} move {label}, each for itself: all accepted, it is there several times, and so is what {others} "
    "put{their_s} into it",
    "both": "{names} move{s} {label} and change{s} the same words of it as {others}",
    "divided": "{names} move{s} {label} and divide{s} it or join{s} it: all accepted, what {others} change{their_s} "
    "of it is gone",
    "left": "{names} move{s} {label}; what {others} change{their_s} of it beyond its words is where it stood",
    "noted": "{names} move{s} {label}, a note of which {others} amend{their_s}: it moves as it was",
    "joined": "{names} move{s} {label}, which {others} join{their_s} to the next paragraph",
    "between": "{names} join{s} {label} to the next paragraph, and {others} put{their_s} another between: all "
    "accepted, they stay apart",
    "parted": "{names} join{s} {label} to the next paragraph, which {others} move{their_s}: all accepted, they "
    "stay apart",
    "alone": "{names} join{s} {label} to the next paragraph, which {others} take{their_s} out: all accepted, nothing "
    "is joined to it",
    "kind": "{names} and {others} each ask for another kind, level or numbering of {label}, and Word tracks one such "
    "change: in the file it is what {names} ask{s} for",
}
"""The kinds of clashes, and what is said of each: what the first do, what the others do, and what comes of it.

“s” and “their_s” are the letter of a verb whose subject is one delegation.
"""


@dataclass(frozen=True)
class Clash:
    """Two or more who ask for what cannot all be had of a paragraph, or a note, that is called `label`.

    `names` and `others` are those of the wishes, in alphabetical order: the first and the others of the sentence that
    `kind` has in `_SAID`. Of words that are struck, `out` are those, and `put` what stands between, as `put_in` says
    it.
    """

    kind: str
    label: str
    names: tuple[str, ...]
    others: tuple[str, ...] = ()
    out: str = ""
    put: tuple[str, ...] = ()

    def __str__(self) -> str:
        return _SAID[self.kind].format(
            names=in_quotes(self.names),
            s=_ending(self.names),
            others=in_quotes(self.others),
            their_s=_ending(self.others or ("",)),
            label=self.label,
            out=in_quotes([self.out]),
            put=listed(self.put),
            goes="goes" if len(self.put) == 1 else "go",
        )


def _ending(names: Sequence[str]) -> str:
    """The letter that a verb ends in where one does it."""
    return "s" if len(names) == len(names_in(names[0])) == 1 else ""


def in_quotes(names: Sequence[str]) -> str:
    """Names as a sentence has them."""
    return listed([f"“{name}”" for name in names])


def place_at(places: Sequence[str | None], at: int) -> str:
    """What a paragraph is called, `places` being the labels of its draft; behind the last is the end."""
    return (places[at] if at < len(places) else "the end") or f"paragraph {at + 1}"


def clashes(draft: Draft, wishes: Mapping[str, Sequence[Proposal]]) -> tuple[Clash, ...]:
    """The clashes of wishes on a draft, in the order of its text; what amends another's proposal is none."""
    there: dict[str, set[str]] = {}
    for name, theirs in wishes.items():
        if WITH in name:  # in a compilation that came back, at the new place of what another moves
            there[name] = {edit.come_text for amending in theirs for edit in amending.edits}
    everyone = [
        _Wish(draft, name, ends_first(draft, one, own), there, own)
        for name, own in in_order(wishes).items()
        for one in own
        if one.place.note is None and one.against is None
    ]
    here: dict[int, list[_Wish]] = {}
    putting: dict[int, list[_Wish]] = {}
    for wish in everyone:
        for edit in wish.proposal.edits:
            if is_whole(edit):
                putting.setdefault(edit.start.paragraph, []).append(wish)
        for at in wish.touched():
            here.setdefault(at, []).append(wish)
    noting = [
        _Wish(draft, name, one, there) for name, own in wishes.items() for one in own if one.place.note is not None
    ]
    struck: dict[_Spot, list[GoneWith]] = {}
    for one in gone_with(one.standing for one in (*everyone, *noting) if one.proposal.kind != "move"):
        struck.setdefault((one.host.proposal.place.note, one.edit.start.paragraph), []).append(one)
    names = labels(draft)
    label = [name or f"paragraph {at + 1}" for at, name in enumerate(names)]
    found: list[Clash] = []
    seen: set[int] = set()
    for at, paragraph in enumerate(draft.paragraphs):
        if at in here:
            found += _at(at, label[at], here, putting, noting, struck.get((None, at), ()))
        for note in paragraph.footnotes:
            if note not in seen and note in draft.note:
                seen.add(note)
                called = f"note {draft.note[note].mark} of {label[at]}"
                own = [one for one in noting if one.proposal.place.note == note]
                found += _in_note(note, called, own, everyone, struck.get((note, 0), ()))
    return tuple(found)


def _in_note(
    note: int, label: str, amending: Sequence[_Wish], everyone: Sequence[_Wish], struck: Sequence[GoneWith]
) -> Iterator[Clash]:
    taking = [one for one in everyone if one.takes_note(note)] if amending else []
    pairs = [(one, two) for one in taking for two in amending if _apart(one, two)]
    if pairs:
        yield Clash("gone", label, _names(one for one, _ in pairs), _names(two for _, two in pairs))
    if amending:
        yield from _words(0, label, amending[0].draft.note[note].text, amending, struck)


def _words(at: int, label: str, text: str, amending: Sequence[_Wish], struck: Iterable[GoneWith]) -> Iterator[Clash]:
    """Whose words, in a paragraph or a note, go with those that others take out, and who else changes the same."""
    told: dict[tuple[Point, Point, str], tuple[dict[str, None], list[str]]] = {}
    apart = set[tuple[str, str, int]]()
    there = amending[0].there if amending else {}
    for gone in struck:
        apart.add(gone.known)
        if gone.edit.come_text in there.get(with_both(gone.host.name, gone.name), ()):
            continue
        names, put = told.setdefault((gone.start, gone.end, gone.host.name), ({}, []))
        names[gone.name] = None
        put += [] if (said := put_in(gone.edit)) in put else [said]
    for (start, end, other), (names, put) in told.items():
        out = text[start.offset if start.paragraph == at else 0 : end.offset if end.paragraph == at else None]
        yield Clash("struck", label, _sorted(names), (other,), short(out), tuple(put))
    touching = [
        (one, two) for one, two in combinations(amending, 2) if _apart(one, two) and one.touches(two, at, apart)
    ]
    if touching:
        yield Clash("words", label, _names(one for pair in touching for one in pair))


_QUOTED = 12


def short(text: str) -> str:
    """Words as a sentence quotes them."""
    words = text.translate(str.maketrans("“”", "‘’")).replace(END, " ").split()
    return f"{' '.join(words[:_QUOTED])} …" if len(words) > _QUOTED else " ".join(words)


def put_in(edit: Edit) -> str:
    """What an edit puts in, as a sentence names it: its words, or what it is that has none."""
    if words := short(edit.come_text):
        return in_quotes([words])
    if notes := sum(len(paragraph.footnotes) for paragraph in edit.come):
        return "a footnote" if notes == 1 else f"{notes} footnotes"
    return "an end of a paragraph" if edit.ends_come else "a space"


def _at(
    at: int,
    label: str,
    here: Mapping[int, Sequence[_Wish]],
    putting: Mapping[int, Sequence[_Wish]],
    noting: Sequence[_Wish],
    struck: Sequence[GoneWith],
) -> Iterator[Clash]:
    own = here[at]
    taking = [one for one in own if at in one.taking.emptied]
    moving = [one for one in taking if one.proposal.kind == "move"]
    gone = [one for one in taking if one.proposal.kind != "move"]
    amending = [one for one in own if one not in taking]
    joining = [one for one in amending if at in one.taking.ended]
    left = [one for one in amending if one not in joining and not alone(one.proposal)]
    kept = [one for one in amending if one not in joining and alone(one.proposal)]
    there = [(one, two) for one, two in product(moving, kept) if not two.stands_with(one)]
    notes = own[0].draft.paragraphs[at].footnotes
    noted = [one for one in noting if one.proposal.place.note in notes]
    tying = [one for one in joining if not any(at + 1 in one.taking.emptied for one in gone)]
    for kind, pairs in (
        ("gone", [(one, two) for one, two in product(gone, amending) if not two.stands_with(one)]),
        ("moved", product(gone, moving)),
        ("joined", product(moving, joining)),
        ("left", product(moving, left)),
        ("divided", [(one, two) for one, two in there if at not in one.moved_to]),
        ("both", [(one, two) for one, two in there if one.changes_there(two, at)]),
        ("noted", product(moving, noted)),
        *_of_next(at, tying, here, putting),
    ):
        apart = [pair for pair in pairs if _apart(*pair)]
        if apart:
            yield Clash(kind, label, _names(one for one, _ in apart), _names(two for _, two in apart))
    twice = [pair for pair in combinations(moving, 2) if _apart(*pair)]
    if twice:
        into = [pair for pair in there if at in pair[0].moved_to and _apart(*pair)]
        too = _names(two for two in kept if two.puts_in and sum(two is other for _, other in into) > 1)
        yield Clash("again" if too else "twice", label, _names(one for pair in twice for one in pair), too)
    whole = {name for one in taking for name in names_in(one.name)}  # whose words go with those is told above
    struck = [one for one in struck if one.name not in whole]
    yield from _words(at, label, own[0].draft.paragraphs[at].text, amending, struck)


def _of_next(
    at: int, joining: Sequence[_Wish], here: Mapping[int, Sequence[_Wish]], putting: Mapping[int, Sequence[_Wish]]
) -> list[tuple[str, list[tuple[_Wish, _Wish]]]]:
    """What others do to, or before, the paragraph that one is joined to: the next that who joins it leaves there."""
    found: dict[str, list[tuple[_Wish, _Wish]]] = {"between": [], "parted": [], "alone": []}
    for one in joining:
        to = at + 1
        while any(two.name == one.name and to in two.taking.emptied for two in here.get(to, ())):
            to += 1
        found["between"] += ((one, two) for spot in range(at + 1, to + 1) for two in putting.get(spot, ()))
        gone = [two for two in here.get(to, ()) if to in two.taking.emptied]
        found["parted"] += ((one, two) for two in gone if two.proposal.kind == "move")
        if not any(two.name == one.name for two in here.get(to, ())):  # else it is told that what one amends is gone
            found["alone"] += ((one, two) for two in gone if two.proposal.kind != "move")
    return list(found.items())


@dataclass(frozen=True, eq=False)
class _Wish:
    draft: Draft
    name: str
    proposal: Proposal
    there: Mapping[str, Set[str]]  # what stands with the changes of two alone, by the name of both
    own: Sequence[Proposal] = ()  # all of its author

    def stands_with(self, other: _Wish) -> bool:
        """Whether all that it puts in stands where another moves it, too."""
        come = {edit.come_text for edit in self.proposal.edits if edit.come}
        return bool(come) and come <= self.there.get(with_both(self.name, other.name), set())

    @property
    def puts_in(self) -> bool:
        return any(edit.come for edit in self.proposal.edits)

    @property
    def standing(self) -> Standing:
        return Standing(self.name, self.proposal)

    @cached_property
    def taking(self) -> Taking:
        return Taking(self.draft, self.proposal)

    @cached_property
    def moved_to(self) -> Mapping[int, Edit]:
        """The paragraphs that it moves one by one, and what comes of each where it moves to."""
        return each_moved(self.draft, new_ones_apart(self.draft, self.proposal, self.own))[1]

    def changes_there(self, other: _Wish, at: int) -> bool:
        """Whether it changes words of a paragraph as it moves it that another changes, too."""
        if at not in self.moved_to:
            return False
        place, own = 0, list[tuple[int, int]]()
        words = word_diff(self.draft.paragraphs[at].text, self.moved_to[at].come[0].text)
        stretches = list(turned(words))
        for op, text in words:
            behind = place + (0 if op == "insert" else len(text))
            own += [] if op == "equal" else [(place, behind)]
            place = behind
        theirs = [(first, last) for _, first, last in other.spans(at) if turned_with(stretches, first, last) is None]
        return any(start <= last and first <= end for start, end in own for first, last in theirs)

    def touched(self) -> set[int]:
        """The paragraphs whose words it changes, or which it takes out or joins."""
        found = set[int]()
        for edit in self.proposal.edits:
            if not before(self.proposal, edit):
                last = edit.end.paragraph if edit.end.offset else edit.end.paragraph - 1
                found.update(range(edit.start.paragraph, max(edit.start.paragraph, last) + 1))
        return found

    def takes_note(self, note: int) -> bool:
        """Whether it takes out a note, and does not put it in again elsewhere."""
        gone = any(note in edit.gone_notes for edit in self.proposal.edits) and self.proposal.kind != "move"
        return gone and self.draft.note[note].text not in [one.text for one in self.proposal.footnotes]

    def touches(self, other: _Wish, at: int, apart: Set[tuple[str, str, int]]) -> bool:
        """Whether both change the same words of a paragraph; `apart` are edits, with the name of who strikes each."""
        return any(
            start <= last and first <= end
            for n, start, end in self.spans(at)
            for m, first, last in other.spans(at)
            if not any((name, other.proposal.key, m) in apart for name in names_in(self.name))
            and not any((name, self.proposal.key, n) in apart for name in names_in(other.name))
        )

    def spans(self, at: int) -> Iterator[tuple[int, int, int]]:
        """Which edits change the words of a paragraph, from where to where."""
        for n, edit in enumerate(self.proposal.edits):
            if edit.becomes is not None:
                continue
            if edit.start.paragraph <= at <= edit.end.paragraph and not before(self.proposal, edit):
                start = edit.start.offset if at == edit.start.paragraph else 0
                end = edit.end.offset if at == edit.end.paragraph else len(self.draft.paragraphs[at].text)
                yield n, start, end


def _apart(one: _Wish, other: _Wish) -> bool:
    """Whether two wishes are of different delegations: of what several ask for alike each is one."""
    first, second = set(names_in(one.name)), set(names_in(other.name))
    return not (first <= second or second <= first)


def _names(wishes: Iterator[_Wish]) -> tuple[str, ...]:
    return _sorted({one.name for one in wishes})


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (name.casefold(), name)))
