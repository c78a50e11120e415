"""Footnotes compared by what they say; their numbers only follow."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from models.comparison.aligning.alignment import align
from models.comparison.change import FootnoteChange, Pair
from models.comparison.references.sources import sources
from models.comparison.words.atoms import atoms
from models.comparison.words.features import Profile
from models.comparison.words.plain import similarity, word_diff
from models.draft import Draft, Footnote

ALIKE = 0.6
"""So many of their words must two notes share that stand in paragraphs which do not belong together."""
Group = tuple[tuple[int, ...], tuple[int, ...]]


def compare_notes(old: Draft, new: Draft, groups: Sequence[Group] = ()) -> tuple[FootnoteChange, ...]:
    """The changes of all footnotes of both drafts, in the order of the new one.

    Notes that cite the same source, "Ibid." resolved, belong together, first those cited at the same place (`groups`
    are the paragraphs that belong together), where words alike are the same note whatever "Ibid." leads to. Notes that
    say other things at the same place are reworded, also where another note of that paragraph went elsewhere.
    """
    cited, cites = sources(old), sources(new)
    profiles = (
        [Profile(cited[note.id]) for note in old.footnotes],
        [Profile(cites[note.id]) for note in new.footnotes],
    )
    places = list(_same_place(old, new, groups))
    equal = [Pair(i, j) for i, j in places if profiles[0][i].key == profiles[1][j].key]
    equal += [Pair(i, j) for i, j in places if old.footnotes[i].text == new.footnotes[j].text]
    matching = align(*profiles, _once(equal), whole=True)
    for i, j in places:
        if not matching.to_new[i] and not matching.to_old[j]:
            matching.pair_two(i, j)
    citing = _citing(old, [olds for olds, _ in groups]), _citing(new, [news for _, news in groups])
    partner = {
        at: partners[0]
        for at, partners in enumerate(matching.to_old)
        if partners
        and (
            not citing[0].get(partners[0], _NOWHERE).isdisjoint(citing[1].get(at, _NOWHERE))
            or one_source(cited[old.footnotes[partners[0]].id], cites[new.footnotes[at].id])
        )
    }
    _pair_left_over(old, new, groups, partner)
    return changes_of_notes(old, new, partner)


def changes_of_notes(old: Draft, new: Draft, partner: Mapping[int, int]) -> tuple[FootnoteChange, ...]:
    """The changes of all footnotes, in the order of the new draft; `partner` is the old note of each new one that has
    one, by positions."""
    kept = set(partner.values())
    changes: list[FootnoteChange] = []
    gone = [at for at in range(len(old.footnotes)) if at not in kept]
    for at, note in enumerate(new.footnotes):
        if at not in partner:
            changes.append(FootnoteChange("inserted", (), (note.id,), word_diff("", note.text)))
            continue
        before = old.footnotes[partner[at]]
        while gone and gone[0] < partner[at]:
            changes.append(_deleted(old.footnotes[gone.pop(0)]))
        words = word_diff(before.text, note.text)
        kind = "unchanged" if all(op == "equal" for op, _ in words) else "reworded"
        changes.append(FootnoteChange(kind, (before.id,), (note.id,), words))
    changes += [_deleted(old.footnotes[at]) for at in gone]
    return tuple(changes)


def _same_place(old: Draft, new: Draft, groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Positions of notes cited as the first, second... of paragraphs that belong together and cite as many."""
    at_old = {note.id: at for at, note in enumerate(old.footnotes)}
    at_new = {note.id: at for at, note in enumerate(new.footnotes)}
    for olds, news in groups:
        cited = [note for at in olds for note in old.paragraphs[at].footnotes]
        cites = [note for at in news for note in new.paragraphs[at].footnotes]
        if len(cited) == len(cites):
            for one, two in zip(cited, cites, strict=True):
                if one in at_old and two in at_new:
                    yield at_old[one], at_new[two]


def _citing(draft: Draft, sides: Sequence[Sequence[int]]) -> dict[int, set[int]]:
    """The groups whose paragraphs cite each note, by its position: of two in one group, these belong together.

    `sides` are the paragraphs that each group has of the draft.
    """
    at = {note.id: place for place, note in enumerate(draft.footnotes)}
    found: dict[int, set[int]] = {}
    for group, side in enumerate(sides):
        for note in (note for position in side for note in draft.paragraphs[position].footnotes if note in at):
            found.setdefault(at[note], set()).add(group)
    return found


_NOWHERE: frozenset[int] = frozenset()


def _pair_left_over(old: Draft, new: Draft, groups: Sequence[Group], partner: dict[int, int]) -> None:
    """Give notes that are left a partner, by positions, where paragraphs that belong together have as many at a place.

    `partner` is the old note of each new one.
    """
    at_old = {note.id: at for at, note in enumerate(old.footnotes)}
    at_new = {note.id: at for at, note in enumerate(new.footnotes)}
    heir = {i: j for j, i in partner.items()}
    for olds, news in groups:
        cited = dict.fromkeys(at_old[note] for at in olds for note in old.paragraphs[at].footnotes if note in at_old)
        cites = dict.fromkeys(at_new[note] for at in news for note in new.paragraphs[at].footnotes if note in at_new)
        stay = [at for at in cited if heir.get(at) in cites]
        if [heir[at] for at in stay] != [at for at in cites if partner.get(at) in cited]:
            continue
        # What stays parts them: a note that comes before it is no heir of one that went behind it.
        for ours, theirs in zip(_parted(cited, {*stay}), _parted(cites, {heir[at] for at in stay}), strict=True):
            left = [at for at in ours if at not in heir], [at for at in theirs if at not in partner]
            if len(left[0]) == len(left[1]):
                for i, j in zip(*left, strict=True):
                    heir[i], partner[j] = j, i


def _parted(notes: Iterable[int], at: Collection[int]) -> list[list[int]]:
    """The stretches of a row of notes between those at which it is parted."""
    found: list[list[int]] = [[]]
    for note in notes:
        if note in at:
            found.append([])
        else:
            found[-1].append(note)
    return found


def one_source(old: str, new: str) -> bool:
    """Whether two notes cited at places far apart may be one: mostly the same words, and one of their figures."""
    if old == new:
        return True
    figures = [{word for word in atoms(text).words if any(map(str.isdigit, word))} for text in (old, new)]
    if all(figures) and figures[0].isdisjoint(figures[1]):
        return False
    return similarity(word_diff(old, new)) >= ALIKE


def _once(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs without those that take a note a second time: a source may be cited again."""
    kept: list[Pair] = []
    olds: set[int] = set()
    news: set[int] = set()
    for pair in pairs:
        if pair.old not in olds and pair.new not in news:
            kept.append(pair)
            olds.add(pair.old)
            news.add(pair.new)
    return kept


def _deleted(note: Footnote) -> FootnoteChange:
    return FootnoteChange("deleted", (note.id,), (), word_diff(note.text, ""))
