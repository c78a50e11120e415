"""Which words of several files are one wish: all that comes at a place in some file, in one order, each sign once.

So it is where a wish came in its own file, and again in compilations that others marked: in each it is cut otherwise,
and what stood side by side in two wishes may stand there in one piece.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import groupby

from models.compiling.decided import Decided
from models.compiling.one_order import OneOrder
from models.compiling.same_pieces import same_pieces
from models.compiling.settled import Settled
from models.compiling.signs import At, Sign, Spot, is_words, signs_of
from models.draft import Draft, Paragraph
from models.proposals.proposal import END, Point, Proposal

Ranks = Mapping[str, Sequence[int]]
"""The ranks that the edits of each proposal of a file have in it."""

_Spell = tuple[int | None, int]
"""A paragraph with the new ones before it, or a note: what comes there stands in one order.

Each file keeps its own; of two, whole paragraphs stand before the words of what they come before."""


@dataclass(eq=False, slots=True)
class _Item:
    """A sign as a proposal has it, and which of all signs it is in each name; it comes at `spot`, and at `here` as its
    file is read now, there `new` or part of what is.
    """

    sign: Sign
    key: str
    spot: Spot
    here: Spot
    names: Set[str]
    new: bool = False
    known: dict[str, Sign] = field(default_factory=dict)

    @property
    def first(self) -> Sign:
        return next(iter(self.known.values()))


class OneWish:
    """The signs of wishes: `woven` all of them in their order, paragraph by paragraph, `signs` those of each edit.

    `own` are the keys of those in which one amends what he asks for himself: they are part of that. What is signed as a
    compilation has it was there before the file, in whatever pieces; of what a person signs a wish is the same as a
    whole or not at all. The files are read in their order, each paragraph of them woven into what is there of it.
    What is `decided` only tells where others stand, as what is in `before` does; and so does what a file has of it.
    """

    def __init__(
        self,
        was: Mapping[str, Proposal],
        names: Mapping[str, Set[str]],
        files: Sequence[Ranks],
        signed: Collection[str],
        draft: Draft,
        before: Set[str],
        decided: Decided,
    ) -> None:
        self.was, self.names, self.before, self._signed, self._draft = was, names, before, signed, draft
        self.decided, self._settled = decided.when.keys(), Settled(was, names, decided, before)
        self.signs: dict[At, list[Sign]] = {}
        self.own = {key for key in was if self._amends_own(key)}
        self._orders: dict[_Spell, OneOrder] = {}
        self._of: dict[At, list[_Item]] = {}
        self._files: dict[str, set[int]] = {}
        self._struck = set[Sign]()
        own = [{key: ranks for key, ranks in file.items() if key in was} for file in files]
        in_some = {key for file in own for key in file}
        own += [{key: ()} for key in was if key not in in_some]
        hosts = {one.against for one in was.values()}
        several = {key for key in was if key in hosts and len(names[key]) > 1}
        own.sort(key=lambda file: several.isdisjoint(file))  # what several ask for in one name has what each does
        for n, file in enumerate(own):
            for key in file:
                self._files.setdefault(key, set()).add(n)
        self.is_woven = self._is_woven()
        for n, file in enumerate(own) if self.is_woven else ():
            self._take(n, file)
        for key in decided.when:
            for sign in self.taken_out(key):
                self._settled.strikes.setdefault(sign, []).append(key)
        self._settled.unask((at, item.known) for at, its in self._of.items() for item in its if item.sign.comes)

    def woven(self) -> Iterator[list[Sign]]:
        """The signs of each paragraph, as these stand in the draft."""
        for _, order in sorted(
            self._orders.items(), key=lambda one: (-1 if one[0][0] is None else one[0][0], one[0][1])
        ):
            yield [*order]

    @property
    def joined(self) -> bool:
        """Whether something is asked for more than once, stands elsewhere than in its edit, or is part of another."""
        elsewhere = any(item.here != item.spot for its in self._of.values() for item in its)
        every = [(at, sign) for at, its in self.signs.items() for sign in its]
        part = any(sign.of != at or sign.within is not None or sign.gone for at, sign in every)
        return elsewhere or part or any(not sign.asked and at[0] not in self.before for at, sign in every)

    def takes_out(self, key: str) -> Iterator[Sign]:
        """What a proposal takes out of what another puts in, but for what is decided of that."""
        return (sign for sign in self.taken_out(key) if not self.decided_of(key, sign))

    def decided_of(self, key: str, sign: Sign) -> Sequence[str]:
        """The decided wishes that take out of another's words what a proposal does, as a compilation has it."""
        return self._settled.of(key, self._settled.strikes.get(sign, ()))

    def taken_out(self, key: str) -> Iterator[Sign]:
        """What a proposal takes out of what another puts in."""
        for n in self.was[key].strikes:
            yield from self.signs.get((self.was[key].against or "", n), ())

    def _is_woven(self) -> bool:
        """Whether there is a compilation, or several files in one name: else each file tells its own order."""
        files: dict[str, set[int]] = {}
        for key, own in self._files.items():
            for name in self.names[key]:
                files.setdefault(name, set()).update(own)
        return (
            bool(self.own)
            or any(key in self._signed for key in self.was)
            or any(len(own) > 1 for own in files.values())
        )

    def _amends_own(self, key: str) -> bool:
        one, host = self.was[key], self.was[key].against
        words = all(is_words(edit) and not edit.gone and edit.come for edit in one.edits)
        return host in self.was and self.names[key] >= self.names[host or ""] and words and not one.footnotes

    def _take(self, file: int, ranks_of: Ranks) -> None:
        new = [at for at in self._ats(ranks_of) if at not in self._of]
        for key, n in new:
            self._of[key, n] = [
                _Item(sign, key, sign.spot, sign.spot, sign.names)
                for sign in signs_of(self.was[key], n, self.names[key])
            ]
        spells = self._spells(ranks_of)
        there = {spell: [*self._orders.setdefault(spell, OneOrder())] for spell in spells}
        for spell, items in spells.items():
            self._find(file, items, [sign for sign in there[spell] if sign.root.behind is None])
        self._strike(ranks_of)
        for spell, items in spells.items():
            self._find(file, items, there[spell])
        for spell, items in spells.items():
            self._find(file, items, there[spell], amending=True)
        for key in {key for key, _ in new if key not in self._signed and _is_one(self.was[key])}:
            its = [item for n in range(len(self.was[key].edits)) for item in self._of[key, n]]
            # What goes is cut otherwise in a compilation, where others change it: what comes tells whether it is known.
            if any(item.names - item.known.keys() for item in its if item.sign.comes):
                for item in its:
                    item.known.clear()
        for spell, items in spells.items():
            self._weave(file, items, self._orders[spell])
            _in_known(items)
            self._amend(items)
        for key, n in new:
            self.signs[key, n] = [*dict.fromkeys(sign for item in self._of[key, n] for sign in item.known.values())]
        for key in (self.own & ranks_of.keys()) - {*self.before}:
            for n in self.was[key].strikes:
                for sign in self.signs.get((self.was[key].against or "", n), ()):
                    sign.gone |= sign.names <= self.names[key]

    def _ats(self, keys: Collection[str]) -> Iterator[At]:
        for key in keys:
            yield from ((key, n) for n in range(len(self.was[key].edits)))

    # A file

    def _spells(self, ranks_of: Ranks) -> dict[_Spell, list[_Item]]:
        """What a file asks for, in the order it has it, paragraph by paragraph."""
        every: list[tuple[int | None, Spot, int, _Item]] = []
        for key, n in self._ats(ranks_of):
            one, ranks = self.was[key], ranks_of[key]
            rank = ranks[n] if len(ranks) == len(one.edits) else one.edits[n].rank
            every += [(one.place.note, item.spot, rank, item) for item in self._of[key, n]]
        every.sort(key=lambda one: (-1 if one[0] is None else one[0], one[1], one[2]))
        found: dict[_Spell, list[_Item]] = {}
        for (note, point), here in groupby(every, key=lambda one: (one[0], one[1].point)):
            self._spell(found, note, point, [item for *_, item in here])
        return found

    def _spell(self, found: dict[_Spell, list[_Item]], note: int | None, point: Point, items: Sequence[_Item]) -> None:
        """What comes at the end of a paragraph, and what begins a new one behind it: that stands before the next."""
        own, after = found.setdefault((note, point.paragraph), []), Spot(Point(point.paragraph + 1, 0))
        texts = self._draft.paragraphs
        ends = note is None and point.paragraph < len(texts) and 0 < point.offset == len(texts[point.paragraph].text)
        for item in items:
            item.here = item.spot
        come = [item for item in items if item.sign.comes]
        ending = set[str]()
        for item in reversed(come):
            if item.sign.said == END and item.sign.start <= Point(point.paragraph, 0):
                ending |= item.names
            amends = self.was[item.key].against is not None
            item.new = bool(ending) if amends else not ending.isdisjoint(item.names)
        first = next((n for n, item in enumerate(come) if ends and isinstance(item.sign.what, Paragraph)), len(come))
        if first >= len(come) - 1:
            own += items
            return
        behind = dict.fromkeys([*come[first + 1 :], come[first]])
        own += [item for item in items if item not in behind]
        for item in behind:
            item.here, item.new = after, True
        if not come[first].known and after.point.paragraph < len(texts):
            come[first].sign.what = replace(texts[after.point.paragraph], runs=())
        found.setdefault((note, after.point.paragraph), []).extend(behind)

    # What is there already

    def _host(self, sign: Sign) -> Sign | None:
        """What stands before a sign of the words it amends; None where it amends none of these."""
        return sign.root.behind or sign.within if self._amends(sign.of[0]) else None

    def _amends(self, key: str) -> bool:
        return self.was[key].against is not None

    def _strike(self, keys: Collection[str]) -> None:
        """Note what those of a file take out of words that others have too."""
        for key in keys:
            for n in self.was[key].strikes:
                self._struck.update(self._known(self.was[key].against or "", n))

    def _known(self, key: str, n: int) -> Iterator[Sign]:
        yield from (sign for item in self._of.get((key, n), ()) for sign in item.known.values())

    def _find(self, file: int, items: Sequence[_Item], there: Sequence[Sign], *, amending: bool = False) -> None:
        """Find what a file has of what others had: what it has in the names of delegations first."""
        for name in sorted({name for item in items for name in item.names}):
            taken = {item.known.get(name) for item in items}
            here = [one for one in there if name in one.names and file not in one.files and one not in taken]
            groups: dict[object, list[_Item]] = {}
            for item in items:
                if name in item.names and name not in item.known and self._amends(item.key) is amending:
                    signed = item.key in self._signed
                    at = not signed and item.key, item.sign.comes and (item.here, item.new)
                    groups.setdefault(at, []).append(item)
            for own in sorted(groups.values(), key=lambda own: own[0].key not in self._signed):
                if amending:
                    hosts = {self.was[item.key].against for item in own}
                    stay = {sign for item in items if item.key in hosts for sign in item.known.values()}
                    self._find_in(name, own, here, self._behind(stay, items, there))
                else:
                    self._find_in(name, own, self._not_elsewhere(name, own, here, items, there), {})
                found = {item.known[name] for item in own if name in item.known}
                here = [sign for sign in here if sign not in found]

    def _not_elsewhere(
        self, name: str, own: Sequence[_Item], here: Sequence[Sign], items: Sequence[_Item], there: Sequence[Sign]
    ) -> list[Sign]:
        """What is `here`, without what amends words that the file has too, and stands elsewhere in these."""
        known = {sign for item in items for sign in item.known.values()}
        hosts = {sign: host.of[0] for sign in here if (host := self._host(sign)) is not None}
        elsewhere = set[Sign]()
        for key in {*hosts.values()}:
            if stay := {sign for sign in known if sign.of[0] == key}:
                behind = self._behind(stay, items, there)
                # Before all of them or behind all is beside them: what stands there amends them in one file or another.
                beside = {None, next((sign for sign in reversed(there) if sign in stay), None)}
                places = {None if (place := behind[item]) in beside else place for item in own}
                within = {sign for sign, of in hosts.items() if of == key and behind[sign] not in beside}
                elsewhere |= {sign for sign in within if behind[sign] not in places}
        return [sign for sign in here if sign not in elsewhere]

    def _behind(
        self, stay: Set[Sign], items: Sequence[_Item], there: Sequence[Sign]
    ) -> dict[_Item | Sign, Sign | None]:
        """Behind which of words that nobody strikes what a file has stands; and what is there."""
        # A compilation has behind what goes what came before it, too, and has it cut otherwise.
        stay = {sign for sign in stay if sign.comes} - self._struck
        found: dict[_Item | Sign, Sign | None] = {}
        last: Sign | None = None
        for item in items:
            found[item] = last
            last = next((sign for sign in item.known.values() if sign in stay), last)
        last = None
        for sign in there:
            found[sign] = last
            last = sign if sign in stay else last
        return found

    def _find_in(
        self, name: str, own: Sequence[_Item], there: Sequence[Sign], behind: Mapping[_Item | Sign, Sign | None]
    ) -> None:
        signed = own[0].key in self._signed
        author = self.was[own[0].key].author
        near = [sign for sign in there if signed or None in sign.authors or author in sign.authors]
        if not own[0].sign.comes:
            by_said = {sign.said: sign for sign in near if not sign.comes}
            for item in own:
                if item.sign.said in by_said:
                    item.known[name] = by_said[item.sign.said]
            return
        end = own[0].here.point
        start = min(item.sign.start for item in own) if own[0].here == own[0].spot else end
        near = [sign for sign in near if sign.comes and start <= sign.spot.point and sign.start <= end]
        if not behind:
            near = [sign for sign in near if self._may_be(own[0], sign)]
        for amending in (True, False) if behind else (None,):
            left = [item for item in own if name not in item.known]
            those = [sign for sign in near if amending is None or self._amends(sign.of[0]) is amending]
            place = behind if amending else {}
            here = {place.get(item) for item in left}
            those = [sign for sign in those if place.get(sign) in here]
            found = same_pieces(
                [((item.sign.said, place.get(item)), item.sign.of) for item in left],
                [((sign.said, place.get(sign)), (sign.of, sign.gone)) for sign in those],
            )
            # Of what one puts into another's words, either may have all that the other has.
            if signed or len(found) in (len(left), len(those) if amending else 0):
                for n, at in found:
                    if self._may_be(left[n], those[at]):
                        left[n].known[name] = those[at]

    def _may_be(self, item: _Item, sign: Sign) -> bool:
        """Whether it is not words alone and part of a new paragraph: “Stresses” is not what begins one so elsewhere.

        What amends another's words is part of these, whichever they are; of what one took out of his own words, nothing
        comes again in what he puts in for others, be they his own or of another who changed his: he puts it in anew.
        """
        amends = self.was[item.key].against is not None
        if sign.gone and amends:
            return False
        return item.new == sign.new or amends or self.was[sign.of[0]].against is not None

    # What is taken in

    def _weave(self, file: int, items: Sequence[_Item], order: OneOrder) -> None:
        """Set what is new behind what it stands behind in the file, and before what it stands before there."""
        last: Sign | None = None
        passed, ahead = set[Sign](), {sign for item in items for sign in item.known.values()}
        others = None if ahead else file
        for item in items:
            ahead.difference_update(item.known.values())
            if left := item.names - item.known.keys():
                new = item.sign if not item.known else replace(item.sign, authors=set(), files=set())
                new.names, new.spot, new.new = left, item.here, item.new
                new.start = new.start if item.here == item.spot else item.here.point
                order.put(new, last, passed, ahead, others)
                item.known |= dict.fromkeys(left, new)
                last = new
            else:
                last = next((sign for sign in reversed(item.known.values()) if sign in order), last)
            passed |= self._struck & {*item.known.values()}
            for sign in item.known.values():
                sign.files |= self._files[item.key]
                is_new = not sign.asked and item.key not in self.before
                if is_new and (names := self._settled.left(item.key, sign, item.known)):
                    sign.asked, sign.of, sign.like = True, item.sign.of, item.sign.like
                    sign.within = sign.behind = None
                    sign.names = names
                sign.authors.add(None if item.key in self._signed else self.was[item.key].author)

    def _amend(self, items: Sequence[_Item]) -> None:
        """Let what amends a wish hang on the sign it stands behind, and be part of it where that is one's own."""
        first: dict[str, Sign] = {}
        for item in items:
            first.setdefault(item.key, item.first)
        last: dict[str, Sign] = {}
        before: Sign | None = None
        for key, run in groupby(items, key=lambda item: item.key):
            host = self.was[key].against or ""
            behind = (
                last.get(host) or first.get(host) or before or next((first[one] for one in first if one != key), None)
            )
            for item in run:
                before = last[key] = item.first
                for sign in {*item.known.values()} if host in self.was and item.sign.comes else ():
                    if behind and sign.of == item.sign.of and sign.behind is None and sign.within is None:
                        sign.spot, sign.start = behind.spot, behind.start
                        own = key in self.own and behind.names <= sign.names
                        sign.within, sign.behind = (behind, None) if own else (None, behind)


def _in_known(items: Sequence[_Item]) -> None:
    """Let what is new in a new paragraph that is there already be part of that: alone it would begin none."""
    end: _Item | None = None
    for item in reversed(items):
        if not item.new or not item.sign.comes:
            continue
        if item.sign.said == END:
            end = item
        elif end is not None and end.key == item.key and end.first.of[0] != item.key:
            host = end.first
            for sign in item.known.values():
                if sign.of[0] == item.key and host.names <= sign.names:
                    sign.spot, sign.start, sign.within = host.spot, host.start, host


def _is_one(one: Proposal) -> bool:
    """Whether it is one with another as a whole or not at all: a move, or rows."""
    return one.kind == "move" or any(edit.ends_come and edit.come[0].cell is not None for edit in one.edits)
