"""References to paragraphs of the text itself: in the merged text they have other numbers than on either side.

"Paragraph 2 above" follows the paragraph it meant on the side that wrote it. Where that paragraph is gone, or has no
number that could be written there, it stays as it is and this is told. A number that has become another's does not stay
where what it meant is gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from models.draft.mention import written
from models.draft.mentions import Item, Mention
from models.draft.number_words import as_written
from models.editing.references.directions import Direction, direction
from models.merging.conflict import Conflict, Row
from models.merging.references.meanings import Meanings, Meant, Torn
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
    following = _Following(meanings)
    return [said for one in meanings.all if one.here.followed for said in following.follow(one, to_ask)]


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
    def __init__(self, meanings: Meanings) -> None:
        self._sheet, self._meanings = meanings.sheet, meanings

    def follow(self, one: Referring, to_ask: Collection[str]) -> Iterator[str]:
        """Edits one line or note."""
        text, mentions = one.here.words, one.here.followed
        known = [*one.edits]  # the figures of sections and annexes follow already
        read = _read_again(edited(text, known), mentions) if known else None
        now_read = read or mentions
        found = [*self._meanings.elsewhere(one, now_read)]
        turned = {number for number in range(len(mentions)) if self._is_turned(one, now_read, number, found)}
        for number in sorted(turned):
            words = text[mentions[number].start : mentions[number].end]
            yield f"{one.name} says {words}; what was meant stands in another order now."
        for number in dict.fromkeys(number for _, number, *_ in found if number not in turned):
            mention = mentions[number]
            edits: list[Edit] = []
            follows: dict[int, Meant] = {}
            for key, _, place, now, want in (each for each in found if each[1] == number):
                item = mention.items[place]
                meant = None if isinstance(want, Torn) else want
                if isinstance(want, Torn):
                    way = self._sheet.choices.get(key) if key in to_ask else None
                    meant = {"ours": want.ours, "theirs": want.theirs}.get(way.way) if way is not None else None
                    if key in to_ask and one.row is not None:
                        self._ask(one.row, key, mention, item, want)
                        if way is None:
                            ours, theirs = (self._said(mention, item, side) for side in (want.ours, want.theirs))
                            edits.append(Edit(mention.start, mention.start, f"[ours: {ours} | theirs: {theirs}] "))
                    else:
                        said = written(text, mention, item)
                        yield f"{one.name} says {said}, by which each side meant another paragraph."
                if meant is not None and not meant:
                    lost = self._meanings.gone(one, number, place)
                    yield from _gone(one, mention, item, now, lost, edits)
                elif meant is not None and now not in meant:
                    follows[place] = meant
            yield from self._items(one, number, known, follows, edits)
            one.edits += edits
        asked = {number for _, number, *_, want in found if isinstance(want, Torn)}
        for number, mention in enumerate(mentions):
            word = direction(text, mention) if number not in asked | turned else None
            if word is not None and self._is_on_other_side(one, number, word):
                one.edits.append(Edit(word.start, word.end, word.other))
                yield f"{one.name} says “{word.other}”, not “{word.word}”: the paragraph it means stands there now."

    def _is_on_other_side(self, one: Referring, number: int, word: Direction) -> bool:
        """Whether what a reference means stands on the other side of it than it says, and the sides say it rightly."""
        read = _read_again(edited(one.here.words, one.edits), one.here.followed)
        now = self._meanings.now.of(one.here.at, read[number]) if read is not None else ()
        if not now or None in now or not word.is_other(one.here.at, [at for at in now if at is not None]):
            return False
        there = [side[number] for side in one.on_sides(lambda text: text.followed)]
        own = [(same[0].at, self._meanings.points(side, *same)) for side, same in enumerate(there) if same is not None]
        points = [(at, [place for place in its if place is not None]) for at, its in own if None not in its]
        # Where a side moved a paragraph and let the word stand, that is its text: with the base nothing is set anew.
        return any(word.holds(*each) for each in points) and not any(word.is_other(*each) for each in points)

    def _is_turned(self, one: Referring, mentions: Sequence[Mention], number: int, found: Sequence[Elsewhere]) -> bool:
        """Whether a range would end before it begins if its figures followed."""
        mention = mentions[number]
        wanted = {place: want for _, its, place, _, want in found if its == number}
        if not any(item.ranges for item in mention.items) or any(isinstance(want, Torn) for want in wanted.values()):
            return False
        meant = {place: min(want) for place, want in wanted.items() if not isinstance(want, Torn) and want}
        points = [meant.get(place, now) for place, now in enumerate(self._meanings.now.of(one.here.at, mention))]
        return any(
            item.ranges and first is not None and last is not None and last <= first
            for item, first, last in zip(mention.items[1:], points, points[1:], strict=False)
        )

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

    def _items(
        self, one: Referring, number: int, known: Sequence[Edit], wanted: Mapping[int, Meant], edits: list[Edit]
    ) -> Iterator[str]:
        """Sets the figures of parts of a reference, together all that lead there so; what there is to say of each."""
        text, mentions = one.here.words, one.here.followed
        items = mentions[number].items
        every = ((place, self._figures(text, items[place], min(want))) for place, want in wanted.items())
        made = {place: own for place, own in every if own}
        wrong = [*made]
        while wrong:
            new = _read_again(edited(text, [*known, *chain(*made.values())]), mentions)
            points = self._meanings.now.of(one.here.at, new[number]) if new is not None else ()
            wrong = [place for place in made if new is None or points[place] not in wanted[place]]
            for place in wrong:
                del made[place]
        edits += chain(*made.values())
        after = edited(text, [*known, *chain(*made.values())])
        for place, want in wanted.items():
            said = written(text, mentions[number], items[place])
            if place in made and new is not None:
                says = written(after, new[number], new[number].items[place])
                yield f"{one.name} says {says}, not {said}: the paragraph it means has another number."
            else:
                now = self._meanings.names[min(want)] or "another paragraph"
                yield f"{one.name} says {said}; what was meant is {now} now."

    def _figures(self, text: str, item: Item, want: int) -> list[Edit]:
        """What lets a part of a reference name a paragraph; nothing where it cannot in its form."""
        path = self._meanings.now.path(want)
        names = path if item.number is not None else path[len(path) - len(item.letters) :]
        if self._meanings.now.in_its_words(want, item):
            names = (*path, *(sign.text for sign in item.letters))
        if len(names) != len(item.signs) or (item.number is None and len(path) <= len(names)):
            return []
        return [
            Edit(sign.start, sign.end, as_written(text[sign.start : sign.end], name) or name)
            for sign, name in zip(item.signs, names, strict=True)
            if sign.text != name
        ]


def _gone(one: Referring, mention: Mention, item: Item, now: int | None, lost: str, edits: list[Edit]) -> Iterator[str]:
    """Tells of what is gone; where another paragraph has its number now no figure is left that would mean that."""
    said, which = written(one.here.words, mention, item), f": {quoted(lost)}." if lost else "."
    if now is None:
        yield f"{one.name} refers to {said}, which is gone{which}"
        return
    edits.append(Edit(*_stretch(one.here.words, mention, item), "[…]"))
    yield f"{one.name} says […] where it refers to {said}, which is gone{which}"


def _read_again(text: str, mentions: Sequence[Mention]) -> Sequence[Mention] | None:
    """References as they read with other figures; None where they read as others."""
    found = Text(-1, text).followed
    sizes = [len(one.items) for one in found], [len(one.items) for one in mentions]
    return found if sizes[0] == sizes[1] else None


def _stretch(text: str, mention: Mention, item: Item) -> tuple[int, int]:
    """Where a part of a reference stands, with its brackets; the last letter alone where other parts stand amid it."""
    first, end = min(item.signs), item.end
    if any(first.start < sign.start < end for one in mention.items if one is not item for sign in one.signs):
        first, end = item.letters[-1], item.letters[-1].end + 1
    return first.start - (first != item.number and text[first.start - 1] == "("), end
