"""Compare two drafts: align their paragraphs and say of each what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import product

from models.comparison.aligned import Aligned, kind_of, reworded_of, text_at
from models.comparison.aligning.alignment import align
from models.comparison.aligning.cells import keep_cells
from models.comparison.aligning.interchangeable import in_order
from models.comparison.aligning.matching import BODY
from models.comparison.aligning.reading_order import Group, in_reading_order
from models.comparison.by_hand import Ends
from models.comparison.change import Change, Comparison, FootnoteChange, GoingOver, Pair, VerbChange
from models.comparison.references.notes import compare_notes
from models.comparison.weighing.verbs import verb_change
from models.comparison.weighing.weight import Weighing
from models.comparison.words.features import Numbered, Profile
from models.comparison.words.marked import Words, side
from models.comparison.words.plain import similarity, word_diff
from models.comparison.words.subsequence import coarse
from models.draft import Draft, Kind, labels
from models.draft.masthead_lines import masthead_roles
from models.draft.opening_numbers import opening_number
from models.draft.unsearched import unsearched
from models.second_process import beside

SURELY_LEAST = 10_000
"""Up to so many characters on both sides together the diff of two texts is the least one."""
VERB_OF_THE_SAME = 0.4
"""Where a smaller share of the words is the same a verb is called another one only if what stands behind it stays."""
_SOON, _LONG_RUN = 6, 8
"""So many words from the start of both texts, or fewer, a run of so many that are the same begins."""
_PACKED = 50  # bytes that a paragraph takes in a Word file, more or less
Roles = tuple[Mapping[int, str], Mapping[int, str]]
Names = tuple[Sequence[str | None], Sequence[str | None]]
"""The labels of both drafts."""


def compare(
    old: Draft,
    new: Draft,
    pairs: Sequence[Pair] = (),
    progress: Callable[[float], None] | None = None,
    apart: Collection[Ends] = (),
    known: dict[str, Profile] | None = None,
) -> Comparison:
    """What changed between two drafts.

    Binding pairs are obeyed, others are hints. Positions kept `apart` are never paired; (4, None) says that the old
    paragraph 4 was deleted, (None, 4) that the new one is new. `progress` is told a share of the work from 0 to 1; it
    may raise to cancel. `known` is what `known_of` gave of one of them, and is used up. The answer depends on the
    drafts alone, never on time.
    """
    with unsearched():
        return Comparing(old, new, pairs, progress, apart, known).whole()


class Comparing:
    """A comparison in its steps: first what became of each paragraph, then the words, by themselves or with all else.

    What it is made of is what `compare` takes.
    """

    def __init__(
        self,
        old: Draft,
        new: Draft,
        pairs: Sequence[Pair] = (),
        progress: Callable[[float], None] | None = None,
        apart: Collection[Ends] = (),
        known: dict[str, Profile] | None = None,
    ) -> None:
        """Find what became of each paragraph."""
        self._tell = progress or (lambda share: None)
        known = known if known is not None else {}
        self._old, self._new = old, new
        self._profiles = profiles = _profiles(old, known), _profiles(new, known)
        _as_text(profiles[0], old, profiles[1])
        _as_text(profiles[1], new, profiles[0])
        kinds = _kinds(old), _kinds(new)
        self._roles = roles = masthead_roles(old), masthead_roles(new)
        self._matching = matching = align(
            *profiles,
            pairs,
            lambda share: self._tell(0.5 * share),
            kinds,
            _sole_pairs(old, new, roles, pairs),
            apart=[(-1 if i is None else i, -1 if j is None else j) for i, j in apart],
            rooms=(_rooms(old, roles[0]), _rooms(new, roles[1])),
        )
        keep_cells(matching, old, new, {(pair.old, pair.new) for pair in pairs if pair.binding})
        self._order = in_order(matching, old, new, {(pair.old, pair.new) for pair in pairs if pair.moved})
        self._groups = in_reading_order(matching, old, new, self._order.paired, self._order.still)

    def aligned(self) -> Aligned:
        """What became of each paragraph, and of each footnote."""
        olds, news = [olds for olds, _ in self._groups], [news for _, news in self._groups]
        return Aligned(olds, news, [group in self._order.moved for group in self._groups], self._notes)

    def readable(self) -> list[Words]:
        """The readable words of each change that has any, in order."""
        return reworded_of(self._old, self._new, self._groups)

    def whole(self) -> Comparison:
        """All that is known of it; of a long text half of the words are found on another core, where there is one."""
        changed, size = self._changing(), len(self._groups)
        rest = beside(lambda: GoingOver(map(changed, range(size // 2, size))), size * _PACKED)
        changes = (*map(changed, range(size // 2)), *rest())
        self._tell(1.0)
        matching = self._matching
        return Comparison(self._old, self._new, changes, self._notes, self._bounded(changes), matching.bound)

    def rest(self) -> tuple[GoingOver, bool]:
        """All changes, and whether a limit on work was reached, worked out here."""
        changes = GoingOver(map(self._changing(), range(len(self._groups))))
        return changes, self._bounded(changes)

    @cached_property
    def _notes(self) -> tuple[FootnoteChange, ...]:
        noted = self._old.footnotes or self._new.footnotes
        return compare_notes(self._old, self._new, self._groups) if noted else ()

    def _changing(self) -> Callable[[int], Change]:
        """What tells of a change, by its number."""
        old, new, groups, profiles = self._old, self._new, self._groups, self._profiles
        names, order = (labels(old), labels(new)), self._order
        weighing = Weighing(old, new, groups, order.moved, self._roles, order.under_another)

        def changed(number: int) -> Change:
            olds, news = group = groups[number]
            if number % 64 == 0:
                self._tell(0.5 + 0.5 * number / len(groups))
            change = None
            if len(olds) == len(news) == 1 and profiles[0][olds[0]] is profiles[1][news[0]]:
                change = _as_it_was(old, new, group, weighing, names)
            return change or _change(old, new, group, weighing, names)

        return changed

    def _bounded(self, changes: Sequence[Change]) -> bool:
        return self._matching.bounded or any(
            coarse(side(c.words, "delete"), side(c.words, "insert"))
            for c in changes
            if len(c.words) > 1 and _long(c.words)
        )


def with_news(comparison: Comparison, news: Collection[int], apart: Collection[Ends] = ()) -> Comparison:
    """The comparison where these new paragraphs are none of the old ones; all else stays paired as it is.

    `apart` is what was kept apart when it was made. Cells are not bound: they stay in their rows by themselves.
    """
    old, new = comparison.old, comparison.new
    stay = [
        Pair(i, j)
        for change in comparison.changes
        for i, j in product(change.old, change.new)
        if j not in news and old.paragraphs[i].cell is new.paragraphs[j].cell is None
    ]
    made = compare(old, new, stay, apart=[*apart, *((None, at) for at in news)])
    return replace(made, bound=comparison.bound)


def known_of(draft: Draft) -> dict[str, Profile]:
    """What matching sees of a draft, by the texts of its paragraphs: for one comparison, before the other is there."""
    known: dict[str, Profile] = {}
    _profiles(draft, known)
    return known


def _profiles(draft: Draft, known: dict[str, Profile]) -> list[Profile]:
    """The profiles of all paragraphs of a draft, which come to those that are known; equal texts have the same one."""
    # Looked up in their class they take four times as long.
    heading, annex, mere = Kind.HEADING, Kind.ANNEX, Kind.TEXT
    side: list[Profile] = []
    for paragraph in draft.paragraphs:
        text, kind = paragraph.text, paragraph.kind
        if kind is heading or kind is annex or kind is mere:
            typed = opening_number(paragraph)
            # Where a line of mere text says its number alone, that is all it is known by.
            if typed is not None and (typed.rest or kind is not mere):
                counted = f"\0{typed.sort}\0{text}"  # beside those of texts, of which none begins so
                found = known.get(counted)
                if found is None:
                    found = known[counted] = Numbered(typed)
                side.append(found)
                continue
        found = known.get(text)
        if found is None:
            found = known[text] = Profile(text)
        side.append(found)
    return side


def _as_text(side: list[Profile], draft: Draft, others: Sequence[Profile]) -> None:
    """A heading that says its number alone is known by that where the other side has it as mere text: "Article 14" is
    no heading where it counts no more articles."""
    alone = [at for at, one in enumerate(side) if one.__class__ is Numbered and one.blank]
    texts = {one.text: one for one in others if one.__class__ is not Numbered} if alone else {}
    for at in alone:
        side[at] = texts.get(draft.paragraphs[at].text, side[at])


def _kinds(draft: Draft) -> list[str]:
    return [paragraph.kind + _LEVELS[paragraph.level] for paragraph in draft.paragraphs]


_DEEPEST = " 9"
_LEVELS = defaultdict(lambda: _DEEPEST, {level: f" {level}" for level in range(9)})


def _rooms(draft: Draft, roles: Mapping[int, str]) -> list[str]:
    """Where each paragraph is at home: a masthead line and the body have no more in common than a date or a name."""
    found = [BODY if paragraph.kind in _BODY else "" for paragraph in draft.paragraphs]
    for at, role in roles.items():
        found[at] = role
    return found


_BODY = {Kind.ENACTING, Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH}


def _sole_pairs(old: Draft, new: Draft, roles: Roles, pairs: Sequence[Pair]) -> list[Pair]:
    """Lines a text has one of belong together whatever they say: a symbol, a date, a sponsor line, the organ."""
    taken = {pair.old for pair in pairs if pair.binding}, {pair.new for pair in pairs if pair.binding}
    once: list[dict[str, int]] = []
    for draft, role_of, bound in zip((old, new), roles, taken, strict=True):
        enacting = [(at, _ENACTING) for at, one in enumerate(draft.paragraphs) if one.kind is _ENACTING]
        places: dict[str, int] = {}
        for position, role in (*role_of.items(), *enacting):
            places[role] = -1 if role in places or position in bound else position
        once.append({role: position for role, position in places.items() if position >= 0 and role != "other"})
    return [Pair(position, once[1][role]) for role, position in once[0].items() if role in once[1]]


_ENACTING = Kind.ENACTING


def _as_it_was(old: Draft, new: Draft, group: Group, weighing: Weighing, names: Names) -> Change | None:
    """The change of a paragraph of the same text, if only place and number can be others; else None.

    Most paragraphs of most drafts are such, so this is short.
    """
    olds, news = group
    paragraph = old.paragraphs[olds[0]]
    weighed = weighing.same_text(group, paragraph, new.paragraphs[news[0]])
    if weighed is None:
        return None
    weight, reasons = weighed
    return Change(
        "unchanged",
        "moved" in reasons,
        "renumbered" in reasons,
        weight,
        reasons,
        olds,
        news,
        (names[0][olds[0]],),
        (names[1][news[0]],),
        1.0,
        None,
        (("equal", paragraph.text),) if paragraph.text else (),
    )


def _change(old: Draft, new: Draft, group: Group, weighing: Weighing, names: Names) -> Change:
    olds, news = group
    words = word_diff(text_at(old, olds), text_at(new, news))
    kind = kind_of(*group, words)
    weight, reasons = weighing.weigh(group, kind, words)
    similarity = _alike(kind, words)
    return Change(
        kind=kind,
        moved=group in weighing.moved,
        renumbered=weighing.renumbered(group),
        weight=weight,
        reasons=reasons,
        old=olds,
        new=news,
        old_labels=tuple([names[0][at] for at in olds]),
        new_labels=tuple([names[1][at] for at in news]),
        similarity=similarity,
        verb=None if kind in _WITHOUT_VERB else _verb_change(old, new, group, similarity, words),
        words=words,
    )


_WITHOUT_VERB = frozenset({"unchanged", "inserted", "deleted"})


def _verb_change(old: Draft, new: Draft, group: Group, similarity: float, words: Words) -> VerbChange | None:
    """The change of the verb at the head; none where another piece of a split or merge keeps it.

    Nor where so little is the same that the verbs speak of different things, and what the one speaks of does not stand
    behind the other: then no verb came in the place of another.
    """
    pairs = [(old.paragraphs[i], new.paragraphs[j]) for i in group[0] for j in group[1]]
    found = verb_change(*pairs[0])
    if found and any(one.kind is two.kind is Kind.OPERATIVE and not verb_change(one, two) for one, two in pairs[1:]):
        return None
    if found and found.instead and similarity < VERB_OF_THE_SAME and _many_words(words) and not _go_on_alike(words):
        return None
    return found


def _many_words(words: Words) -> bool:
    """Whether both texts are so long that what they share tells whether they speak of the same."""
    return min(len(side(words, op).split()) for op in ("delete", "insert")) >= _LONG_RUN


def _go_on_alike(words: Words) -> bool:
    """Whether soon after the start of both texts a long run of words is the same."""
    before = {"delete": 0, "insert": 0}
    for op, text in words:
        size = len(text.split())
        if op == "equal" and size >= _LONG_RUN:
            return True
        for side_of in before:
            before[side_of] += size if op in ("equal", side_of) else 0
        if max(before.values()) > _SOON:
            return False
    return False


def _alike(kind: str, words: Words) -> float:
    if kind == "unchanged":
        return 1.0
    return 0.0 if kind in _WITHOUT_VERB else round(similarity(words), 4)


def _long(words: Words) -> bool:
    return sum([len(text) for _, text in words]) > SURELY_LEAST
