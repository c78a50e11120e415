"""References to paragraphs of the text itself: in the merged text they have other numbers than on either side.

"Paragraph 2 above" follows the paragraph it meant on the side that wrote it. Where that paragraph is gone, or has no
number that could be written there, it stays as it is and this is told. A number that has become another's does not stay
where what it meant is gone.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from models.comparison.references.listed import listed
from models.draft.mention import renamed, written
from models.draft.mentioned_items import end_of
from models.draft.mentions import Item, Mention, Sign
from models.editing.references.directions import Direction, direction
from models.merging.conflict import Conflict, Row
from models.merging.references.living_on import Meant
from models.merging.references.meanings import Meanings, Torn
from models.merging.references.named_together import Together, called, together
from models.merging.references.referring import Referring, Text
from models.merging.told.edits import Edit, edited
from models.merging.words.called import quoted, words_of
from models.merging.words.traits_asked import SIDES

Elsewhere = tuple[str, int, int, int | None, Meant | Torn]
"""A part of a reference that does not mean what was meant: its key, the number of the reference and of the part, what
it means now, and what was meant."""


def follow(meanings: Meanings, to_ask: Collection[str] = ()) -> list[str]:
    """Edits the lines and the notes of a merged text so that references mean what they meant; what there is to say of
    that. `to_ask` are the keys of what is asked."""
    return [said for one in meanings.all if one.here.followed for said in _Following(meanings, one).follow(to_ask)]


def torn(meanings: Meanings) -> Iterator[str]:
    """The keys of the references by which each side meant another paragraph."""
    for one in meanings.lines:
        if mentions := one.here.followed:
            yield from (key for key, _, _, _, want in meanings.elsewhere(one, mentions) if isinstance(want, Torn))


def needed(meanings: Meanings) -> Iterator[tuple[int, int]]:
    """The paragraphs, as side and place, that a side refers to where the other does not, and that are gone."""
    for one in meanings.lines:
        if one.row is not None and one.row.kind != "same" and one.here.followed:
            yield from meanings.needed(one)


class _Following:
    """The references of one line or note, being set."""

    def __init__(self, meanings: Meanings, one: Referring) -> None:
        self._sheet, self._meanings, self._one = meanings.sheet, meanings, one
        self._text, self._mentions = one.here.words, one.here.followed
        self._known = [*one.edits]
        """The figures of sections and annexes, which follow already."""
        self._sizes = [len(mention.items) for mention in self._mentions]
        """How many parts each reference has."""
        self._listed: dict[int, int] = {}
        """How many those have that are set as lists."""
        self._stay: set[int] = set()
        """Those that stay as they are, or are asked about."""

    def follow(self, to_ask: Collection[str]) -> Iterator[str]:
        """Edits the line or the note; what there is to say of that."""
        one, mentions = self._one, self._mentions
        reads = (_read_again(edited(self._text, self._known), self._sizes) if self._known else None) or mentions
        found = [*self._meanings.elsewhere(one, reads)]
        for number, mention in enumerate(mentions):
            own = [each for each in found if each[1] == number]
            want = {place: want for _, _, place, _, want in own if not isinstance(want, Torn)}
            done = False
            if len(want) < len(own) or self._meanings.is_asked(one, mention):
                self._stay.add(number)
            elif len(mention.items) > 1:
                done = yield from self._together(number, reads[number], want)
            if not done:
                yield from self._apart(number, own, to_ask)
        for number, mention in enumerate(mentions):
            word = direction(self._text, mention) if number not in self._stay else None
            if word is not None:
                yield from self._side(number, word)

    # All parts of a reference

    def _together(self, number: int, reads: Mention, want: Mapping[int, Meant]) -> Generator[str, None, bool]:
        """Sets all parts of a reference at once, where they name others than each for itself; whether that is done.

        `reads` is how it reads, `want` what each part is to mean that means something else.
        """
        one, mention, words = self._one, self._mentions[number], self._words(number)
        named = together(self._meanings, one, number, reads, want)
        if named is None:
            if want and self._is_turned(reads, want):
                self._stay.add(number)
                yield f"{one.name} says {words}; what was meant stands in another order now."
            return number in self._stay
        for side, at in named.gone:
            lost = self._sheet.sides[side].draft.paragraphs[at].text
            yield f"{one.name} says {words}, of which {quoted(lost)} is gone."
        if named.is_each_for_itself:
            return False
        edits = self._all_figures(mention, named)
        after = edited(self._text, [*self._known, *edits])
        new = _read_again(after, [*self._sizes[:number], len(named.places), *self._sizes[number + 1 :]])
        if new is not None and [*self._meanings.now.of(one.here.at, new[number])] == named.places:
            self._listed[number] = len(named.places)
            one.edits += edits
            if edits:
                says = after[new[number].start : new[number].end].strip()
                yield f"{one.name} says {says}, not {words}: what it means has these numbers now."
            return True
        if named.has_form(mention):
            return False
        self._stay.add(number)
        yield f"{one.name} says {words}; what was meant is {called(self._meanings.names, named.units)} now."
        return True

    def _all_figures(self, mention: Mention, named: Together) -> list[Edit]:
        """What lets a reference name paragraphs, be it as a list; nothing where it cannot."""
        if named.has_form(mention):
            both = zip(mention.items, named.places, strict=True)
            return [*chain(*(self._figures(item, at) for item, at in both))]
        names = [tuple(map(self._meanings.now.path, unit)) for unit in named.units]
        new = listed(self._text, mention, names)
        return [Edit(*new)] if new is not None else []

    def _is_turned(self, reads: Mention, want: Mapping[int, Meant]) -> bool:
        """Whether a range would end before it begins if its figures followed."""
        now = self._meanings.now.of(self._one.here.at, reads)
        points = [min(want[place], default=at) if place in want else at for place, at in enumerate(now)]
        return any(
            item.ranges and first is not None and last is not None and last <= first
            for item, first, last in zip(reads.items[1:], points, points[1:], strict=False)
        )

    def _side(self, number: int, word: Direction) -> Iterator[str]:
        """Sets "above" or "below" where all that is meant stands on the other side now, and tells where some of it
        does; only if the sides say it rightly.

        Where a side moved a paragraph and let the word stand, that is its text: with the base nothing is set anew.
        """
        one = self._one
        sizes = [self._listed.get(at, size) for at, size in enumerate(self._sizes)]
        read = _read_again(edited(self._text, one.edits), sizes)
        points = self._meanings.now.of(one.here.at, read[number]) if read is not None else ()
        now = [at for at in points if at is not None]
        if not now or len(now) < len(points) or word.holds(one.here.at, now):
            return
        three = [side[number] for side in one.on_sides(lambda text: text.followed)]
        every = [(same[0].at, self._meanings.points(side, *same)) for side, same in enumerate(three) if same]
        own = [(at, [place for place in its if place is not None]) for at, its in every if None not in its]
        if not any(word.holds(*each) for each in own):
            return
        if not word.is_other(one.here.at, now):
            if all(word.holds(*each) or word.is_other(*each) for each in own):
                away = [at for at in now if not word.holds(one.here.at, [at])]
                names = " and ".join(self._meanings.names[at] or "another paragraph" for at in away)
                stand = "do" if len(away) > 1 else "does"
                yield f"{one.name} says “{word.word}” of {names}, which {stand} not stand there now."
        elif not any(word.is_other(*each) for each in own):
            one.edits.append(Edit(word.start, word.end, word.other))
            yield f"{one.name} says “{word.other}”, not “{word.word}”: the paragraph it means stands there now."

    # Each part of a reference

    def _apart(self, number: int, found: Sequence[Elsewhere], to_ask: Collection[str]) -> Iterator[str]:
        """Sets the parts of a reference each for itself, and asks where each side meant another paragraph."""
        one, mention = self._one, self._mentions[number]
        edits: list[Edit] = []
        follows: dict[int, Meant] = {}
        ways: set[str] = set()
        for key, _, place, now, want in found:
            item = mention.items[place]
            meant = None if isinstance(want, Torn) else want
            if isinstance(want, Torn):
                way = self._sheet.choices.get(key) if key in to_ask else None
                meant = {"ours": want.ours, "theirs": want.theirs}.get(way.way) if way is not None else None
                ways |= {way.way} if way is not None else set()
                if key in to_ask and one.row is not None:
                    self._ask(one.row, key, mention, item, want)
                    if way is None:
                        ours, theirs = (self._said(mention, item, side) for side in (want.ours, want.theirs))
                        edits.append(Edit(mention.start, mention.start, f"[ours: {ours} | theirs: {theirs}] "))
                else:
                    said = written(self._text, mention, item)
                    yield f"{one.name} says {said}, by which each side meant another paragraph."
            if meant is not None and not meant:
                lost = self._meanings.gone(one, number, place)
                yield from _gone(one, mention, item, now, lost, edits)
            elif meant is not None and now not in meant:
                follows[place] = meant
        yield from self._items(number, follows, edits)
        if len(ways) > 1:
            partly = "in part as one side meant it and in part as the other"
            yield f"{one.name} has “{self._text[mention.start : mention.end]}” {partly}; see what it says now."
        one.edits += edits

    def _ask(self, row: Row, key: str, mention: Mention, item: Item, want: Torn) -> None:
        """Asks which paragraph is meant."""
        sheet = self._sheet
        at = next(index for index, one in enumerate(sheet.rows) if one.key == row.key)
        ours, theirs = (self._said(mention, item, side) for side in (want.ours, want.theirs))
        asked = Conflict(key, "reference", "", "", ours, theirs, at, SIDES[:2], sheet.choices.get(key))
        sheet.conflicts.append(asked)
        sheet.rows[at] = replace(sheet.rows[at], kind="conflict", conflicts=(*sheet.rows[at].conflicts, key))

    def _said(self, mention: Mention, item: Item, meant: Meant) -> str:
        """ "paragraph 2, meaning “Requests the Secretary-General”": a reference as one side has it."""
        if not meant:
            return f"{mention.written(item)}, meaning what is gone"
        at = min(meant)
        row = next(one for one in self._sheet.rows if at in one.merged)
        text = words_of(self._sheet.sides, row, self._meanings.draft.paragraphs[at])
        return f"{mention.written(item)}, meaning {quoted(text)}"

    def _items(self, number: int, wanted: Mapping[int, Meant], edits: list[Edit]) -> Iterator[str]:
        """Sets the figures of parts of a reference, together all that lead there so; what there is to say of each."""
        one, items = self._one, self._mentions[number].items
        every = ((place, self._figures(items[place], min(want))) for place, want in wanted.items())
        made = {place: own for place, own in every if own}
        wrong = [*made]
        while wrong:
            new = _read_again(edited(self._text, [*self._known, *chain(*made.values())]), self._sizes)
            points = self._meanings.now.of(one.here.at, new[number]) if new is not None else ()
            wrong = [place for place in made if new is None or points[place] not in wanted[place]]
            for place in wrong:
                del made[place]
        edits += chain(*made.values())
        after = edited(self._text, [*self._known, *chain(*made.values())])
        for place, want in wanted.items():
            said = written(self._text, self._mentions[number], items[place])
            if place in made and new is not None:
                says = written(after, new[number], new[number].items[place])
                yield f"{one.name} says {says}, not {said}: the paragraph it means has another number."
            else:
                now = self._meanings.names[min(want)] or "another paragraph"
                yield f"{one.name} says {said}; what was meant is {now} now."

    def _figures(self, item: Item, want: int) -> list[Edit]:
        """What lets a part of a reference name a paragraph; nothing where it cannot in its form."""
        path = self._meanings.now.path(want)
        names = path if item.number is not None else path[len(path) - len(item.letters) :]
        if self._meanings.now.in_its_words(want, item):
            names = (*path, *(sign.text for sign in item.letters))
        if len(names) != len(item.signs) or (item.number is None and len(path) <= len(names)):
            return []
        return [Edit(*new) for sign, name in zip(item.signs, names, strict=True) for new in self._renamed(sign, name)]

    def _renamed(self, sign: Sign, name: str) -> list[Sign]:
        new = renamed(self._text, sign, name)
        return new if new is not None else [sign._replace(text=name)]

    def _words(self, number: int) -> str:
        mention = self._mentions[number]
        return self._text[mention.start : mention.end].strip()


def _gone(one: Referring, mention: Mention, item: Item, now: int | None, lost: str, edits: list[Edit]) -> Iterator[str]:
    """Tells of what is gone; where another paragraph has its number now no figure is left that would mean that."""
    said, which = written(one.here.words, mention, item), f": {quoted(lost)}." if lost else "."
    if now is None:
        yield f"{one.name} refers to {said}, which is gone{which}"
        return
    edits.append(Edit(*_stretch(one.here.words, mention, item), "[…]"))
    yield f"{one.name} says […] where it refers to {said}, which is gone{which}"


def _read_again(text: str, sizes: Sequence[int]) -> Sequence[Mention] | None:
    """References as they read with other figures; None where they are others, or have not so many parts."""
    found = Text(-1, text).followed
    return found if [len(one.items) for one in found] == sizes else None


def _stretch(text: str, mention: Mention, item: Item) -> tuple[int, int]:
    """Where a part of a reference stands, with its brackets; the last letter alone where other parts stand amid it."""
    first, end = min(item.signs), item.end
    if any(first.start < sign.start < end for one in mention.items if one is not item for sign in one.signs):
        first, end = item.letters[-1], end_of(item.letters[-1])
    return first.start - (first != item.number and text[first.start - 1] == "("), end
