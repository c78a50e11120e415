"""The kept draft a returned file was made on, where that has some of the file's changes in it already.

Adref's own redline of a text comes back with that text's changes still tracked, and the facilitator's file with those
it was kept with. So a kept draft is what a file reads as with some of its changes accepted and the others rejected:
those of one author, of all but one, or those that the draft's own file has.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from models.dossier.incoming.between_drafts import with_all_changes
from models.dossier.incoming.far_grounds import FarGrounds
from models.dossier.incoming.found_base import find_base
from models.draft import Draft
from models.proposals.laid.applying import applied
from models.proposals.untracked.matching import ALL_CHANGES, NEAR, Likeness, Match, likeness, words_apart, words_of
from models.telling.sentences import listed

if TYPE_CHECKING:
    from models.dossier.dossier import Dossier
    from models.proposals.proposal import Proposal
    from models.proposals.returned import Returned
    from models.reading.reading import Reading, Revision
    from models.word.accepted_in_part import TrackedMark

MOST_AUTHORS = 8
"""Of files with more, the changes of those with the most are looked at, and all but those of those with the fewest."""
_FAR = 10
_SLACK = 4
"""How many paragraphs a text told by proposals may differ from the file read so: two on either side, where ends of
paragraphs that several struck or put in meet."""


@dataclass
class _Taken:
    """A file with some of its changes accepted: `who` names them, `accepts` chooses them, None where all are.

    `authors` are those whose changes they are, where they are all of some.
    """

    whole: Returned
    who: str
    accepts: Callable[[TrackedMark], bool] | None
    authors: frozenset[str] = frozenset()

    @property
    def proposals(self) -> tuple[Proposal, ...] | None:
        """What is accepted, where that is all of some authors and the file is told to the letter by its proposals."""
        if not self.authors or not self.whole.exact:
            return None
        return tuple(one for one in self.whole.proposals if one.author in self.authors)

    @property
    def likely(self) -> Draft | None:
        """Its text without the other changes, or nearly: told by the proposals, which takes no reading of the file."""
        return None if self.proposals is None else applied(self.whole.base.draft, self.proposals)

    @cached_property
    def data(self) -> bytes:
        from models.word.accepted_in_part import accepted_in_part

        return self.whole.data if self.accepts is None else accepted_in_part(self.whole.data, self.accepts)

    @cached_property
    def base(self) -> Reading:
        from models.word.read import read_word

        if self.accepts is None:
            return replace(self.whole.sent, revisions=())
        return read_word(self.data, "reject")

    @property
    def draft(self) -> Draft:
        return self.base.draft

    def returned(self, kept: Draft) -> Returned:
        """The file on the draft that it was made on."""
        from models.proposals.kinds_in_base import with_kinds_of
        from models.proposals.returned import Returned, read_returned

        if self.accepts is None:
            return Returned(self.whole.data, self.base, self.base, (), (), whole=self.whole)
        found = read_returned(self.data, readings={self.base.revisions_taken: lambda: self.base})
        at = _places(found.sent.revisions, self.whole.sent.revisions)
        proposals = tuple(replace(one, revisions=tuple(at[n] for n in one.revisions)) for one in found.proposals)
        found = replace(found, data=self.whole.data, proposals=proposals, settled=self.data, whole=self.whole)
        return with_kinds_of(found, kept)


def on_its_ground(
    dossier: Dossier,
    returned: Returned,
    match: Match,
    node: str | None = None,
    words: dict[str, list[str]] | None = None,
) -> tuple[Returned, Match]:
    """A file with those changes accepted that the draft it was made on has, and what was found; as it came where none.

    `match` is what its text without any change was matched to, `node` the draft that the user says, `words` those of
    the kept drafts that were asked for then. Of what is nearest to a kept draft the least accepted is taken, but one
    author's changes, or those of a draft's own file, rather than none where that gives another draft as nearly: the
    file was sent with them. A file with all changes accepted proposes nothing: it is taken for that only where nothing
    else is near, or no other draft than the one it is then; or where it goes from one kept draft to a later one,
    as a redline of both that comes back.
    """
    whole = returned.whole or returned
    if whole.by_hand or not whole.tracked:
        return whole, match
    if node is not None:
        return _on(dossier, whole, match, node)
    if not dossier.nodes():
        return whole, match
    if (with_all := with_all_changes(dossier, whole, match)) is not None:
        taken = _Taken(whole, ALL_CHANGES, None)
        return taken.returned(dossier.draft(with_all.node)), _found(with_all, taken, match)
    words = {} if words is None else words
    apart = _apart(match)
    before = {one.node for one in (match.base, *match.ties) if one is not None}
    far = _Far(dossier, whole, apart, before, words)
    likely = [(least, taken) for taken in _in_part(dossier, whole) if (least := far.least_apart(taken)) is not None]
    most = _changed_before(dossier, whole, match) if likely and apart is not None else None
    found: list[tuple[int, int, _Taken, Match]] = []
    for number, (least, taken) in _nearest_first(likely):
        if found and (least > 2 * found[0][0] or (not found[0][0] and len(_nodes(found)) > 1)):
            break  # what changed is one on either side
        other = find_base(dossier, taken.draft, blob=whole.blob, words=words)
        near = other.base
        if near is None or (not _near(near) if apart is None else near.apart > apart):
            continue
        kept = dossier.draft(near.node)
        changed = _changed(taken.draft, kept)
        if most is not None and changed > most:
            continue  # another's deletion of what was changed without tracking: less is apart, as much is changed
        if words_apart(taken.draft, kept) > words_apart(whole.base.draft, kept):
            continue
        if near.node in before and (
            near.apart == apart or not (near.same or changed < _changed(whole.base.draft, kept))
        ):
            continue
        nearest = min(changed, found[0][0] if found else changed)
        found = [one for one in (*found, (changed, number, taken, other)) if one[0] == nearest]
    nodes = _nodes(found)
    if apart != 0 and not (found and found[0][0] == 0):
        taken = _Taken(whole, ALL_CHANGES, None)
        other = find_base(dossier, taken.draft, words=words)
        near = other.base
        nothing_near = apart is None and not found
        if near is not None and ((near.same and nodes | before <= _same(other)) or (nothing_near and _near(near))):
            return taken.returned(dossier.draft(near.node)), _found(near, taken, other, match)
    if len(nodes) == 1:
        _, _, taken, other = min(found, key=lambda one: one[1])
        assert other.base is not None
        return taken.returned(dossier.draft(other.base.node)), _found(other.base, taken, other, match)
    return whole, match


def _on(dossier: Dossier, whole: Returned, match: Match, node: str) -> tuple[Returned, Match]:
    """The file on the draft that the user says, with those changes accepted that make it nearest to that."""
    label, kept = dossier.node(node).label, dossier.draft(node)
    as_it_came = likeness(whole.base.draft, node, label, kept)
    if as_it_came.same:
        return whole, match
    best: tuple[_Taken | None, Likeness] = None, as_it_came
    so_far = _changed(whole.base.draft, kept), True, -1
    apart, most = _apart(match) or 0, _changed_before(dossier, whole, match)
    for number, (least, taken) in _nearest_first(_likely_on(dossier, whole, as_it_came, kept, apart)):
        if least > 2 * so_far[0]:
            break
        near = likeness(taken.draft, node, label, kept)
        key = _changed(taken.draft, kept), not near.same, number
        is_nearer = key < so_far and words_apart(taken.draft, kept) <= words_apart(whole.base.draft, kept)
        if is_nearer and (_near(near) or key[0] <= most):
            best, so_far = (taken, near), key
    taken_best, near = best
    if taken_best is None:
        return whole, match
    return taken_best.returned(kept), _found(near, taken_best, match)


def _changed(text: Draft, kept: Draft) -> int:
    """How many paragraphs of two texts differ, one in the place of another being one.

    So one that was changed without tracking and struck then is as far from what it is in a draft as before.
    """
    own, there = ([words for _, words in words_of(one)] for one in (text, kept))
    return Levenshtein.distance(own, there)


def _changed_before(dossier: Dossier, whole: Returned, match: Match) -> int:
    """How many paragraphs of the file, as it came, differ from what is nearest; none may where nothing is near."""
    near = [dossier.draft(one.node) for one in (match.base, *match.ties) if one is not None]
    return min((_changed(whole.base.draft, kept) for kept in near), default=0)


def _apart(match: Match) -> int | None:
    """How far the file is, as it came, from what is nearest; None where nothing is near."""
    return min((one.apart for one in (match.base, *match.ties) if one is not None), default=None)


def _likely_on(
    dossier: Dossier, whole: Returned, as_it_came: Likeness, kept: Draft, apart: int
) -> Iterator[tuple[int, _Taken]]:
    """What may bring a file nearer to a draft, and how far it is from that then at least.

    `apart` is how far it is, as it came, from what is nearest then.
    """
    for taken in (*_in_part(dossier, whole), _Taken(whole, ALL_CHANGES, None)):
        likely = taken.likely
        near = None if likely is None else likeness(likely, as_it_came.node, as_it_came.label, kept)
        is_near = near is None or near.apart <= apart + _SLACK or _near(near, _SLACK)
        if near is None or (is_near and near.apart <= as_it_came.apart + _SLACK):
            yield 0 if near is None else max(0, near.apart - _SLACK), taken


def _nearest_first(likely: Iterable[tuple[int, _Taken]]) -> Iterator[tuple[int, tuple[int, _Taken]]]:
    """By how near each may be, with its number; none is held when it was given: a file read in part is long."""
    waiting = sorted(enumerate(likely), key=lambda one: (one[1][0], one[0]), reverse=True)
    while waiting:
        yield waiting.pop()


def _nodes(found: Iterable[tuple[int, int, _Taken, Match]]) -> set[str]:
    return {other.base.node for *_, other in found if other.base is not None}


def _same(match: Match) -> set[str]:
    return {one.node for one in (match.base, *match.others) if one is not None and one.same}


def _found(base: Likeness, taken: _Taken, *matches: Match) -> Match:
    """What a file with some changes accepted was matched to; all that it may be else stay to choose from."""
    every = (one for match in matches for one in (match.base, *match.ties, *match.others) if one is not None)
    others = {one.node: one for one in every if one.node != base.node}
    return Match(base, (), tuple(others.values()), accepted=taken.who)


class _Far:
    """Which of a file's changes, accepted, take it too far from every kept draft to be looked at any further."""

    def __init__(
        self, dossier: Dossier, whole: Returned, apart: int | None, before: set[str], words: dict[str, list[str]]
    ) -> None:
        """`apart` is how far it is as it came from those `before`, None where it is near none.

        `words` are filled for who compares it with each.
        """
        self._dossier, self._whole, self._words = dossier, whole, words
        self._apart, self._before = apart, before

    @cached_property
    def _grounds(self) -> FarGrounds:
        for node in self._dossier.nodes():
            if node.content not in self._words:
                self._words[node.content] = [words for _, words in words_of(self._dossier.draft(node.id))]
        return FarGrounds(self._whole.base.draft, self._words)

    @cached_property
    def _others(self) -> set[str]:
        return {node.content for node in self._dossier.nodes() if node.id not in self._before}

    def least_apart(self, taken: _Taken) -> int | None:
        """How far it is at least from the nearest kept draft; None where no other can be as near to it as those before
        are to the file as it came, or near at all where none is."""
        if taken.proposals is None:
            return 0
        least = self._grounds.least_apart(taken.proposals)
        if not any(self._may_be_near(content, apart) for content, apart in least.items()):
            return None
        likely = taken.likely
        assert likely is not None
        guess = find_base(self._dossier, likely, blob=self._whole.blob, words=self._words)
        every = (guess.base, *guess.ties, *(guess.others if self._apart is None else ()))
        near = min(filter(None, every), key=lambda one: one.apart, default=None)
        if near is None:
            return None
        if self._apart is None:
            is_far = not _near(near, _SLACK)
        else:
            is_far = near.apart > self._apart + _SLACK or (near.node in self._before and near.apart >= self._apart)
        return None if is_far else max(0, near.apart - _SLACK)

    def _may_be_near(self, content: str, apart: int) -> bool:
        if self._apart is None:
            # What is near to a draft has no more paragraphs than that and those by which it is apart: see `_near`.
            return apart <= max(2, 2 * len(self._words[content]) // (_FAR - 1)) + _SLACK
        return apart <= self._apart + _SLACK if content in self._others else apart < self._apart


def _near(one: Likeness, slack: int = 0) -> bool:
    """Whether a text is a draft to the letter, or hardly another; with some `slack`, whether it may be."""
    return one.apart <= max(2, (one.paragraphs + one.there + slack) // _FAR) + slack


def _in_part(dossier: Dossier, whole: Returned) -> Iterator[_Taken]:
    """The file with the changes of some accepted: those that a draft's own file has, each author's, all but each's,
    and those without a date, which is how Adref may send them."""
    for label, known in _own_files(dossier, whole):
        yield _Taken(whole, f"the changes that the file of {label} has", known)
    names = [one.name for one in sorted(whole.authors, key=lambda one: -one.changes)]
    everybody = frozenset(names)
    if len(names) > 1:
        yield from (_of(whole, frozenset({name}), everybody) for name in names[:MOST_AUTHORS])
    if len(names) > 2:
        yield from (_of(whole, everybody - {name}, everybody) for name in names[-MOST_AUTHORS:])
    undated, dated = ({one.author for one in whole.sent.revisions if bool(one.date) is has} for has in (False, True))
    if undated & dated or min(len(undated), len(dated)) > 1:
        yield _Taken(whole, "the undated changes", lambda mark: not mark.date)


def _of(whole: Returned, some: frozenset[str], everybody: frozenset[str]) -> _Taken:
    return _Taken(whole, f"the changes of {_named(some, everybody)}", lambda mark: mark.author in some, some)


def _named(some: frozenset[str], everybody: frozenset[str]) -> str:
    if len(some) > 3:
        (other,) = everybody - some
        return f"all but {other or 'nobody named'}"
    return listed([name or "nobody named" for name in sorted(some)])


def _own_files(dossier: Dossier, whole: Returned) -> Iterator[tuple[str, Callable[[TrackedMark], bool]]]:
    """Of the drafts that a file may be made on and that were kept with tracked changes accepted, which changes."""
    from models.word.accepted_in_part import tracked_marks
    from models.word.archive import says

    of_files = dossier.read_from()
    everything: list[TrackedMark] = []
    for node in reversed([node for node in dossier.nodes() if node.id in of_files]):
        original = dossier.original(node.id) or b""
        if original == whole.data or not says(original, b":ins ", b":del ", b":moveFrom ", b"Change "):
            continue
        near = likeness(whole.sent.draft, node.id, node.label, dossier.draft(node.id))
        if near.equal < NEAR * near.paragraphs:
            continue
        accepts = _Known(tracked_marks(original))
        everything = everything or list(tracked_marks(whole.data))
        has = [accepts(mark) for mark in everything]
        if any(has) and not all(has):
            yield node.label, accepts


class _Known:
    """Whether a change is one of a file's: a longer one may have been cut since by what another did within it."""

    def __init__(self, marks: Iterable[TrackedMark]) -> None:
        known: dict[tuple[str, str, str], dict[str, None]] = {}
        for mark in marks:
            known.setdefault(mark[:3], {})[mark.words] = None
        self._whole = known
        self._joined = {key: _APART.join(words) for key, words in known.items()}

    def __call__(self, mark: TrackedMark) -> bool:
        key = mark[:3]
        return key in self._whole and (mark.words in self._whole[key] or mark.words in self._joined[key])


_APART = "\0"
"""No letter of a Word file."""


def _places(some: Sequence[Revision], every: Sequence[Revision]) -> list[int]:
    """Where the changes that are left stand among all of a file: they are in the same order."""
    told: dict[tuple[str | None, ...], list[int]] = {}
    for n, one in enumerate(every):
        told.setdefault((*one[:3], one.text), []).append(n)
        told.setdefault(one[:3], []).append(n)
    found: list[int] = []
    at = 0
    for one in some:
        for key in ((*one[:3], one.text), one[:3]):
            places = told.get(key, [])
            if (n := bisect_left(places, at)) < len(places):
                at = places[n]
                break
        found.append(min(at, len(every) - 1))
        at += 1
    return found
