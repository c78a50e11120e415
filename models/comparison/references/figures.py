"""Cross-references inside a draft: figures that changed because the paragraph they point to has another number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from models.comparison.references.listed import keeps_order
from models.comparison.references.mentions_abroad import followed_in
from models.comparison.references.parts_meant import PartsMeant, is_divided
from models.comparison.references.pointing import Pointing
from models.comparison.references.preceding import from_here_in, meant_from_here
from models.comparison.references.said import Said, form_of, paired
from models.draft import Draft
from models.draft.mentioned_items import end_of
from models.draft.mentions import Item, Mention, Sign, may_refer
from models.draft.named_parts import NamedPart, may_name_part, named_parts
from models.draft.typed_numbers import typed_number

Span = tuple[int, int]
Group = tuple[tuple[int, ...], tuple[int, ...]]


class Stray(NamedTuple):
    """A reference by the same figures that means another paragraph, footnote, section or annex now, or none.

    `words` are those of the reference, `what` says which of these it means, and `meant` what the one it meant is called
    now; None where that is gone. Not `sure` where it may be to another text: then it does if it means this one.
    `nowhere` if nothing is called so any more; `part` if what it meant was split, and it means a piece of that now.
    """

    words: str
    what: str
    meant: str | None
    sure: bool = True
    nowhere: bool = False
    part: bool = False


class References:
    """The references of both drafts and what they point to; each paragraph is read when it is first asked for."""

    def __init__(self, old: Draft, new: Draft, groups: Sequence[Group]) -> None:
        self._drafts = (old, new)
        self.to_new = {at: news for olds, news in groups for at in olds}
        """The new paragraphs an old one lives on in."""
        self._alone = {olds[0]: news for olds, news in groups if len(olds) == len(news) == 1}
        # No method of this: two drafts that hold each other up would go only when rings are searched for.
        to_new, self._both = self.to_new, cache(lambda: (Pointing(old), Pointing(new)))
        self._parts = PartsMeant(self._drafts, groups, lambda at: to_new.get(at, ()), self._both)

    def _lives_on(self, old: int) -> Sequence[int]:
        """The new paragraphs an old one lives on in."""
        return self.to_new.get(old, ())

    def _partners(self, old: int) -> Sequence[int]:
        """The new paragraph an old one lives on in; none where it was split, merged or deleted."""
        return self._alone.get(old, ())

    @property
    def _pointing(self) -> tuple[Pointing, Pointing]:
        return self._both()

    @cached_property
    def _nameable(self) -> bool:
        """Whether the old draft has parts that its text could name."""
        return bool(self._drafts[0].footnotes) or is_divided(self._drafts[0])

    def strayed(self, olds: Sequence[int], news: Sequence[int]) -> bool:
        """Whether a reference whose figures are the same points to another paragraph now, here or in a note cited here.

        One that may be of another text is told with an if, as on the desk. What it points to must be known in both.
        """
        if not (self._nameable or any(may_refer(self._drafts[0].paragraphs[at].text) for at in olds)):
            return False  # without notes there is nothing else to look at
        return next(self.strays(olds, news), None) is not None

    def strays(self, olds: Sequence[int], news: Sequence[int]) -> Iterator[Stray]:
        """Each such reference of paragraphs that became others, and of the notes they cite."""
        yield from self._strays(*map(Said.of, self._drafts, (olds, news)))
        if not (self._drafts[0].footnotes and self._drafts[1].footnotes):
            return
        notes = [
            [(note, at) for at in positions for note in draft.paragraphs[at].footnotes if note in draft.note]
            for draft, positions in zip(self._drafts, (olds, news), strict=True)
        ]
        if len(notes[0]) == len(notes[1]):
            for cited, cites in zip(*notes, strict=True):
                yield from self._strays(Said.of_note(self._drafts[0], *cited), Said.of_note(self._drafts[1], *cites))

    def _strays(self, old: Said, new: Said) -> Iterator[Stray]:
        """Those of two texts."""
        texts = old.text, new.text
        if self._nameable and may_name_part(old.text) and may_name_part(new.text):
            yield from self._other_parts(*texts)
        if not (may_refer(old.text) and may_refer(new.text)):
            return
        yield from self._others_beside(old, new)
        for sure, one, two in paired(old, new):
            points = self._pointing[0].of(old.at(one.start), one), self._pointing[1].of(new.at(two.start), two)
            spans = _spanned(self._drafts[0], one.items, points[0]), _spanned(self._drafts[1], two.items, points[1])
            if self._same_ones(*spans) and not keeps_order(new.text, two):
                continue
            words = new.text[two.start : two.end].strip()
            strayed = False
            before: int | None = None
            for item, other, was, now in zip(one.items, two.items, *points, strict=True):
                beside, before = before, now
                same = [sign.text for sign in item.signs] == [sign.text for sign in other.signs]
                if not same or was is None:
                    continue
                heirs = self._lives_on(was)
                if now is not None and now in heirs:
                    if len(heirs) > 1 and self._is_piece(now, heirs, spans[1]):
                        strayed = True
                        yield Stray(words, "paragraph", self._all_called(heirs), sure, part=True)
                    continue
                nowhere = now is None and self._pointing[1].leads_nowhere(two, other, beside)
                if nowhere or now is not None:
                    strayed = True
                    yield Stray(words, "paragraph", self._called(was), sure, nowhere)
            ranges = max(map(len, spans)) > len(one.items)
            if not strayed and ranges and _figures(one) == _figures(two):
                yield from self._other_between(words, *spans, sure=sure)

    def _other_between(
        self, words: str, before: Sequence[int | None], after: Sequence[int | None], *, sure: bool
    ) -> Iterator[Stray]:
        """A range that still begins and ends with the same, where what lies between is something else."""
        heirs = sorted({heir for at in before if at is not None for heir in self._lives_on(at)})
        if None not in (*before, *after) and set(heirs) != {*after}:
            yield Stray(words, "paragraph", self._all_called(heirs), sure)

    def _is_piece(self, one: int, pieces: Sequence[int], meant: Sequence[int | None]) -> bool:
        """Whether pieces of a paragraph that was split stand apart from one of them, and are not meant beside it.

        What stands under that one, as items under their chapeau, is a part of it, and so is what has no number.
        """
        paragraphs = self._drafts[1].paragraphs
        kind, level = paragraphs[one].kind, paragraphs[one].level
        others = [piece for piece in pieces if piece != one and piece not in meant]
        return any(
            piece < one or any(after.kind is kind and after.level <= level for after in paragraphs[one + 1 : piece + 1])
            for piece in others
        )

    def _all_called(self, places: Sequence[int]) -> str | None:
        """What several paragraphs of the new draft are called; None where they have no names."""
        called = [label for at in places if (label := self._pointing[1].label(at))]
        return " and ".join(filter(None, (", ".join(called[:-1]), *called[-1:]))) or None

    def _others_beside(self, old: Said, new: Said) -> Iterator[Stray]:
        """ "The preceding paragraph", where that is another one now.

        Of all that stand before or after, one may go and others come: it means another only where one went elsewhere.
        """
        found = list(from_here_in(old.text)), list(from_here_in(new.text))
        if [one[:3] for one in found[0]] != [one[:3] for one in found[1]]:
            return
        for one, two in zip(*found, strict=True):
            was = meant_from_here(self._drafts[0].paragraphs, old.at(one.start), one)
            now = meant_from_here(self._drafts[1].paragraphs, new.at(two.start), two)
            if was is None or now is None:
                continue
            lost = [at for at in was if not {*self._lives_on(at)}.intersection(now)]
            if not one.size and len(lost) < len(was):
                lost = [at for at in lost if self._lives_on(at)]
            if lost:
                yield Stray(new.text[two.start : two.end], "paragraph", self._called(lost[0]))

    def _called(self, old: int) -> str | None:
        """What a paragraph of the old draft is called now; None where it is gone."""
        news = self._lives_on(old)
        called = next((label for at in news if (label := self._pointing[1].label(at))), "another line")
        return called if news else None

    def _same_ones(self, before: Sequence[int | None], after: Sequence[int | None]) -> bool:
        """Whether all parts of a reference mean the same paragraphs together, in whatever order they stand now."""
        there = [self._lives_on(at) if at is not None else () for at in before]
        return all(len(news) == 1 for news in there) and {news[0] for news in there} == {*after}

    def _other_parts(self, *texts: str) -> Iterator[Stray]:
        """The notes, sections and annexes that two texts name by the same figure and that are others, or gone, now."""
        typed = typed_number(texts[0])
        for one, two in self._parts_named(*texts):
            if typed is not None and typed.start == one.sign.start:
                continue  # the number of a heading itself
            same = [sign.text for sign in one.signs] == [sign.text for sign in two.signs]
            nowhere = same and self._parts.leads_nowhere(one, two)
            if nowhere or (same and self._parts.same(one, two) is False):
                what = "paragraph" if one.paragraph else "footnote" if one.sort == "note" else one.sort
                yield Stray(texts[1][two.start : two.end], what, self._parts.heir(one), nowhere=nowhere)

    @staticmethod
    def _parts_named(*texts: str) -> list[tuple[NamedPart, NamedPart]]:
        """The footnotes, sections and annexes that two texts name, in pairs; none where they name other sorts."""
        found = named_parts(texts[0]), named_parts(texts[1])
        sorts = [[(part.sort, part.paragraph is None) for part in side] for side in found]
        return list(zip(*found, strict=True)) if sorts[0] == sorts[1] else []

    def following(self, old: int, new: int) -> tuple[list[Span], list[Span]]:
        """Where in two paragraphs the figures stand that differ and still point to the same paragraphs.

        Spans are code points of the texts, as many of the one as of the other.
        """
        return self._following(old, new, self._drafts[0].paragraphs[old].text, self._drafts[1].paragraphs[new].text)

    def followed(self, old: int, new: int, *texts: str) -> str:
        """Of the texts of two notes that two paragraphs cite, the old one with those figures as the new has them."""
        if not all(may_refer(text) or may_name_part(text) for text in texts):
            return texts[0]
        text = texts[0]
        for (start, end), (first, last) in zip(*map(reversed, self._following(old, new, *texts)), strict=True):
            text = text[:start] + texts[1][first:last] + text[end:]
        return text

    def _following(self, old: int, new: int, *texts: str) -> tuple[list[Span], list[Span]]:
        """The same of two texts that stand in two paragraphs."""
        pairs = sorted([*self._of_paragraphs(old, new, *texts), *self._of_parts(*texts)])
        return [(one.start, one.end) for one, _ in pairs], [(two.start, two.end) for _, two in pairs]

    def _of_parts(self, *texts: str) -> Iterator[tuple[Sign, Sign]]:
        """The figures of footnotes, sections and annexes that differ and mean the same."""
        for one, two in self._parts_named(*texts):
            differ = [
                (sign, figure) for sign, figure in zip(one.signs, two.signs, strict=True) if sign.text != figure.text
            ]
            if differ and self._parts.same(one, two):
                yield from differ

    def _of_paragraphs(self, old: int, new: int, *texts: str) -> Iterator[tuple[Sign, Sign]]:
        """The same of paragraphs."""
        mentions = followed_in(texts[0]), followed_in(texts[1])
        if [form_of(mention) for mention in mentions[0]] != [form_of(mention) for mention in mentions[1]]:
            return
        for one, two in zip(*mentions, strict=True):
            points = self._pointing[0].of(old, one), self._pointing[1].of(new, two)
            for at, (item, other) in enumerate(zip(one.items, two.items, strict=True)):
                in_words = self._pointing[1].in_its_words(points[1][at], other) and _letters(item) != _letters(other)
                if (
                    self._same(points[0][at], points[1][at])
                    and self._same_range(one.items, points, at)
                    and not in_words
                ):
                    for sign, figure in zip(item.signs, other.signs, strict=True):
                        if sign.text != figure.text:
                            yield _as_much(sign, figure)

    def _same(self, old: int | None, new: int | None) -> bool:
        """Whether two positions are one paragraph; one that was merged, or split in pieces that stand apart, is none
        for certain."""
        if old is None or new is None:
            return False
        heirs = self._lives_on(old)
        return tuple(self._partners(old)) == (new,) or (
            len(heirs) > 1 and new in heirs and not self._is_piece(new, heirs, ())
        )

    def _same_range(
        self, items: Sequence[Item], points: tuple[Sequence[int | None], Sequence[int | None]], at: int
    ) -> bool:
        """Whether a range ("paragraphs 4 to 6") still spans the same paragraphs, so that nothing came in between."""
        start = at - 1 if items[at].ranges else at
        if start < 0 or not (items[at].ranges or (at + 1 < len(items) and items[at + 1].ranges)):
            return True
        spans: list[Sequence[int]] = []
        for draft, (one, two) in zip(self._drafts, (side[start : start + 2] for side in points), strict=True):
            if one is None or two is None:
                return False
            spans.append(_between(draft, one, two))
        return [tuple(self._partners(place)) for place in spans[0]] == [(place,) for place in spans[1]]


def _between(draft: Draft, one: int, two: int) -> list[int]:
    """The paragraphs from one to another, those of the kind and level of the first."""
    first = draft.paragraphs[one]
    return [
        place
        for place, paragraph in enumerate(draft.paragraphs[one : two + 1], one)
        if (paragraph.kind, paragraph.level) == (first.kind, first.level)
    ]


def _spanned(draft: Draft, items: Sequence[Item], points: Sequence[int | None]) -> list[int | None]:
    """What all parts of a reference mean, what lies between the ends of its ranges among it."""
    found: list[int | None] = []
    for item, point in zip(items, points, strict=True):
        before = found[-1] if found else None
        if item.ranges and before is not None and point is not None:
            found += [at for at in _between(draft, before, point) if at not in (before, point)]
        found.append(point)
    return found


def _as_much(one: Sign, other: Sign) -> tuple[Sign, Sign]:
    """Two figures or letters of references, both with the closing bracket where one of them has a suffix behind it."""
    if one.text[:1].isdigit() or (" " in one.text) is (" " in other.text):
        return one, other
    return one._replace(end=end_of(one)), other._replace(end=end_of(other))


def _letters(item: Item) -> list[str]:
    return [sign.text for sign in item.letters]


def _figures(mention: Mention) -> list[str]:
    return [sign.text for item in mention.items for sign in item.signs]
