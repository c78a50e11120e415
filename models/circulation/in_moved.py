"""What some change in a paragraph that another moves, as changes of it where it moves to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from models.circulation.taken_out import Taking
from models.comparison.words import word_diff
from models.draft import Draft, Paragraph, Run, tidy_runs
from models.proposals.proposal import Edit, Proposal

_ROOM = 1 << 20
"""Between two ranks: so many places are within the words that come with one edit."""

Wishes = dict[str, list[Proposal]]


@dataclass
class _Moved:
    """A paragraph of the draft as `edit` of a proposal puts it elsewhere, and what others do in it."""

    mover: Proposal
    edit: Edit
    base: Paragraph
    amending: list[Proposal] = field(default_factory=list)
    taking: list[Proposal] = field(default_factory=list)
    pieces: list[Edit] = field(default_factory=list)

    def spans(self, one: Proposal) -> list[tuple[int, int]]:
        """Where the words that a proposal changes stand in the paragraph as it is moved."""
        words = word_diff(self.base.text, self.edit.come[0].text)
        return [(_there(words, edit.start.offset), _there(words, edit.end.offset)) for edit in one.edits]

    def cut(self) -> None:
        """Cut what comes where others change it."""
        text, come = self.edit.come[0].text, self.edit.come
        notes_left = {0: False, len(text): True}
        for one in self.amending:
            for edit, (start, end) in zip(one.edits, self.spans(one), strict=True):
                notes_left[start] = notes_left.get(start, False) or edit.notes_before > 0
                notes_left.setdefault(end, False)
        places = sorted(notes_left)
        for first, last in pairwise(places):
            runs = _slice(come[0].runs, (first, notes_left[first]), (last, notes_left[last]))
            if runs:
                piece = replace(come[0], runs=runs)
                self.pieces.append(replace(self.edit, come=(piece,), rank=self.edit.rank + 2 * first + 1))
        if self.amending:
            last_words = (replace(come[0], runs=()), *come[1:])
            self.pieces.append(replace(self.edit, come=last_words, rank=self.edit.rank + 2 * len(text) + 1))
        else:
            self.pieces = [self.edit]

    def within(self, start: int, end: int) -> Iterator[Edit]:
        """The pieces between two places of the words."""
        for piece in self.pieces:
            at = (piece.rank - self.edit.rank) // 2
            if start <= at < end and not piece.ends_come:
                yield piece


def in_moved(draft: Draft, wishes: Mapping[str, Sequence[Proposal]]) -> tuple[Wishes, dict[str, set[str]]]:
    """The wishes, and for keys of some those that come before them; what is moved several times by its first mover."""
    everyone = [(name, one) for name, own in wishes.items() for one in own]
    movers = [one for _, one in everyone if one.kind == "move" and one.against is None and one.place.note is None]
    if not movers:
        return {name: list(own) for name, own in wishes.items()}, {}
    by_key: dict[str, Proposal] = {one.key: _roomy(one) for _, one in everyone}
    moved: dict[int, _Moved] = {}
    for mover in movers:
        by_key[mover.key], places = _one_by_one(draft, by_key[mover.key])
        for at, edit in places.items():
            moved.setdefault(at, _Moved(by_key[mover.key], edit, draft.paragraphs[at]))
    for one in list(by_key.values()):
        if one.against is not None or one.place.note is not None:
            continue
        for at in _within(one, draft):
            here = moved.get(at)
            if here is not None and here.mover.key != one.key:
                (here.taking if at in Taking(draft, one).emptied and one.kind != "move" else here.amending).append(one)
    for here in moved.values():
        here.amending = [one for one in here.amending if _alone(one)]
    extra, after = _set_there(moved, by_key)
    found = {name: [by_key[one.key] for one in own] for name, own in wishes.items()}
    for name, own in wishes.items():
        found[name] += [strike for one in own for strike in extra.get(one.key, ())]
    return found, after


def _roomy(one: Proposal) -> Proposal:
    return replace(one, edits=tuple(replace(edit, rank=edit.rank * _ROOM) for edit in one.edits))


def _one_by_one(draft: Draft, mover: Proposal) -> tuple[Proposal, dict[int, Edit]]:
    """The proposal with an edit for each paragraph that it puts elsewhere, and which of the draft each is."""
    gone = sorted(Taking(draft, mover).emptied)
    if sum(_comes_whole(edit) and len(edit.come) - 1 for edit in mover.edits) != len(gone):
        return mover, {}
    edits: list[Edit] = []
    come: list[Edit] = []
    for edit in mover.edits:
        single = list(_single(edit)) if _comes_whole(edit) and len(gone) > 1 else [edit]
        come += [one for one in single if _comes_whole(one)]
        edits += single
    if len(edits) != len(mover.edits) and any(edit.come and not _comes_whole(edit) for edit in edits):
        return mover, {}
    come.sort(key=lambda edit: (edit.start, edit.rank))
    return replace(mover, edits=tuple(edits)), dict(zip(gone, come, strict=True))


def _comes_whole(edit: Edit) -> bool:
    return (
        edit.start == edit.end
        and edit.ends_come > 0
        and all(one.runs for one in edit.come[:-1])
        and not edit.come[-1].runs
    )


def _single(edit: Edit) -> Iterator[Edit]:
    rank = edit.rank
    for one, following in pairwise(edit.come):
        yield replace(edit, come=(one, replace(following, runs=())), rank=rank)
        rank += 2 * len(one.text) + 4


def _within(one: Proposal, draft: Draft) -> set[int]:
    """The paragraphs of the draft in which a proposal changes words, or which it takes out."""
    return {edit.start.paragraph for edit in one.edits if not _comes_whole(edit)} | Taking(draft, one).emptied


def _alone(one: Proposal) -> bool:
    """Whether a proposal is about words of one paragraph, and no more."""
    here = {place.paragraph for edit in one.edits for place in (edit.start, edit.end)}
    return len(here) == 1 and not any(
        edit.look is not None or edit.gone_notes or _comes_whole(edit) for edit in one.edits
    )


def _set_there(
    moved: Mapping[int, _Moved], by_key: dict[str, Proposal]
) -> tuple[dict[str, list[Proposal]], dict[str, set[str]]]:
    """Sets what others do where the paragraph moves to; gives what takes out what comes there, by whose it is."""
    extra: dict[str, list[Proposal]] = {}
    after: dict[str, set[str]] = {}
    for mover in {here.mover.key for here in moved.values() if here.amending or here.taking}:
        theirs = [here for here in moved.values() if here.mover.key == mover]
        for here in theirs:
            here.cut()
        pieces = {id(here.edit): here.pieces for here in theirs}
        edits: list[Edit] = []
        now: list[tuple[int, int]] = []
        for edit in by_key[mover].edits:
            first = len(edits)
            edits += pieces.get(id(edit), [edit])
            now.append((first, len(edits)))
        _strikes_anew(by_key, mover, now)
        by_key[mover] = replace(by_key[mover], edits=tuple(edits))
        number = {id(edit): n for n, edit in enumerate(edits)}
        for here in theirs:
            for one in here.amending:
                by_key[one.key] = _there_amending(here, one, number)
                _follow(by_key, one, by_key[one.key])
            for one in here.taking:
                all_of_it = tuple(number[id(piece)] for piece in here.pieces)
                strikes = [_strike(one, by_key[mover], all_of_it)]
                strikes += [_strike(one, by_key[other.key], tuple(range(len(other.edits)))) for other in here.amending]
                extra.setdefault(one.key, []).extend(strikes)
                keys = {strike.against or "" for strike in strikes}
                for key in (one.key, *(strike.key for strike in strikes)):
                    after.setdefault(key, set()).update(keys)
    return extra, after


def _strikes_anew(by_key: dict[str, Proposal], mover: str, now: Sequence[tuple[int, int]]) -> None:
    for key, one in by_key.items():
        if one.against == mover and one.strikes:
            by_key[key] = replace(one, strikes=tuple(n for old in one.strikes for n in range(*now[old])))


def _there_amending(here: _Moved, one: Proposal, number: Mapping[int, int]) -> Proposal:
    at = here.edit.start
    spans = here.spans(one)
    edits = tuple(
        replace(edit, start=at, end=at, gone="", rank=here.edit.rank + 2 * end, notes_before=here.edit.notes_before)
        for edit, (_, end) in zip(one.edits, spans, strict=True)
    )
    strikes = {number[id(piece)] for start, end in spans for piece in here.within(start, end)}
    return replace(one, edits=edits, against=here.mover.key, strikes=tuple(sorted(strikes)))


def _follow(by_key: dict[str, Proposal], host: Proposal, there: Proposal) -> None:
    """What amends a proposal goes where that went."""
    at = {edit.start: (new.start, new.rank) for edit, new in zip(host.edits, there.edits, strict=True)}
    for key, one in by_key.items():
        if one.against == host.key and all(edit.start in at for edit in one.edits):
            edits = tuple(
                replace(edit, start=at[edit.start][0], end=at[edit.start][0], rank=at[edit.start][1])
                for edit in one.edits
            )
            by_key[key] = replace(one, edits=edits)


def _strike(one: Proposal, other: Proposal, numbers: tuple[int, ...]) -> Proposal:
    key = f"{one.key} takes {other.key}"
    place = replace(one.place, words="")
    return Proposal("reword", one.author, place, against=other.key, strikes=numbers, key=key)


def _there(words: Sequence[tuple[str, str]], place: int) -> int:
    """The place of the new text that one of the old text is."""
    old = new = 0
    for op, text in words:
        if op != "insert" and old + len(text) >= place:
            return new + (place - old if op == "equal" else 0)
        old += len(text) if op != "insert" else 0
        new += len(text) if op != "delete" else 0
    return new


def _slice(runs: Sequence[Run], first: tuple[int, bool], last: tuple[int, bool]) -> tuple[Run, ...]:
    """The runs between two places, each of which says whether marks of notes there are before it."""
    kept: list[Run] = []
    at = 0
    for run in runs:
        if run.footnote is not None:
            after_first = at > first[0] or (at == first[0] and not first[1])
            if after_first and (at < last[0] or (at == last[0] and last[1])):
                kept.append(run)
            continue
        piece = run.text[max(0, first[0] - at) : max(0, last[0] - at)]
        kept.append(replace(run, text=piece))
        at += len(run.text)
    return tidy_runs(kept)
