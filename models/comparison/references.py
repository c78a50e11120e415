"""Cross-references inside a draft: figures that changed because the paragraph they point to has another number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from models.comparison.parts_meant import PartsMeant, is_divided
from models.comparison.pointing import Pointing
from models.draft import Draft
from models.draft.mentions import Item, Mention, Sign, may_refer, mentions_in
from models.draft.named_parts import NamedPart, may_name_part, named_parts
from models.draft.whose import Reach

Span = tuple[int, int]
Group = tuple[tuple[int, ...], tuple[int, ...]]

_NUMBER = r"(\d{1,3})(?![\d/]|[.,]\d)"
_PUNKT = rf"(?<!\w)пункт\w{{0,3}}\s{_NUMBER}\s"
_HERE: tuple[tuple[re.Pattern[str], Reach], ...] = (
    (re.compile(rf"{_PUNKT}(?:выше|ниже)(?!\w)"), "near"),
    (re.compile(rf"{_PUNKT}постановляющей\sчасти(?!\s(?:\w+\s)?(?:резолюц|решени))"), "near"),
    (re.compile(rf"{_PUNKT}(?:постановляющей\sчасти\s)?настоящ\w+\s(?:резолюци\w+|решени\w+)"), "present"),
    (re.compile(rf"[上下]文第\s?{_NUMBER}\s?段"), "near"),
    (re.compile(rf"(?<![议定其该])(?<![议定]的)执行部分第\s?{_NUMBER}\s?段"), "near"),
    (re.compile(rf"本(?:决议|决定)(?:草案)?(?:执行部分)?第\s?{_NUMBER}\s?段"), "present"),
    (re.compile(rf"(?<!\w)\w{{0,2}}الفقرة\s{_NUMBER}\s(?:أعلاه|أدناه)"), "near"),
    (re.compile(rf"(?<!\w)\w{{0,2}}الفقرة\s{_NUMBER}\sمن\s(?:منطوق\s)?هذا\s(?:القرار|المقرر)"), "present"),
)
"""Each says that the paragraph is one of the same text; its group is the figure."""
_EACH = re.compile(r"respective|in that order|соответственно|分别|على التوالي", re.IGNORECASE)
"""Where the order of the paragraphs named matters, "paragraphs 1 and 2 above, respectively"."""
_MARKERS = ("пункт", "段", "الفقرة")


class Stray(NamedTuple):
    """A reference by the same figures that means another paragraph, footnote, section or annex now.

    `words` are those of the reference, `what` says which of these it means, and `meant` what the one it meant is called
    now; None where that is gone.
    """

    words: str
    what: str
    meant: str | None


class References:
    """The references of both drafts and what they point to; each paragraph is read when it is first asked for."""

    def __init__(self, old: Draft, new: Draft, groups: Sequence[Group]) -> None:
        self._drafts = (old, new)
        self._to_new = {at: news for olds, news in groups for at in olds}
        self._alone = {olds[0]: news for olds, news in groups if len(olds) == len(news) == 1}
        # No method of this: two drafts that hold each other up would go only when rings are searched for.
        to_new, self._both = self._to_new, cache(lambda: (Pointing(old), Pointing(new)))
        self._parts = PartsMeant(self._drafts, groups, lambda at: to_new.get(at, ()), self._both)

    def _lives_on(self, old: int) -> Sequence[int]:
        """The new paragraphs an old one lives on in."""
        return self._to_new.get(old, ())

    def _partners(self, old: int) -> Sequence[int]:
        """The new paragraph an old one lives on in; none where it was split, merged or deleted."""
        return self._alone.get(old, ())

    @property
    def _pointing(self) -> tuple[Pointing, Pointing]:
        return self._both()

    @cached_property
    def _nameable(self) -> bool:
        """Whether both drafts have parts that their texts could name."""
        return all(draft.footnotes or is_divided(draft) for draft in self._drafts)

    def strayed(self, old: int, new: int) -> bool:
        """Whether a reference whose figures are the same points to another paragraph now, here or in a note cited here.

        Only one that says above or below, of the present resolution or its annex, or OP: a bare "paragraph 4" may be of
        another document. What it points to must be known on both sides.
        """
        if not (self._nameable or may_point(self._drafts[0].paragraphs[old].text)):
            return False  # without notes on both sides there is nothing else to look at
        return next(self.strays(old, new), None) is not None

    def strays(self, old: int, new: int) -> Iterator[Stray]:
        """Each such reference of two paragraphs, and of the notes they cite."""
        one, two = self._drafts[0].paragraphs[old], self._drafts[1].paragraphs[new]
        yield from self._strays(old, new, one.text, two.text)
        if not (self._drafts[0].footnotes and self._drafts[1].footnotes) or len(one.footnotes) != len(two.footnotes):
            return
        for was, now in zip(one.footnotes, two.footnotes, strict=True):
            if was in self._drafts[0].note and now in self._drafts[1].note:
                yield from self._strays(old, new, self._drafts[0].note[was].text, self._drafts[1].note[now].text)

    def _strays(self, old: int, new: int, *texts: str) -> Iterator[Stray]:
        """Those of two texts that stand in two paragraphs."""
        if self._nameable and may_name_part(texts[0]) and may_name_part(texts[1]):
            yield from self._other_parts(*texts)
        if not (may_point(texts[0]) and may_point(texts[1])):
            return
        mentions = _mentions(texts[0]), _mentions(texts[1])
        if [_form(mention) for mention in mentions[0]] != [_form(mention) for mention in mentions[1]]:
            return
        for one, two in zip(*mentions, strict=True):
            if one.reach == "bare" and not texts[0].startswith(("OP", "PP"), one.start):
                continue
            points = self._pointing[0].of(old, one), self._pointing[1].of(new, two)
            if self._same_ones(*points) and not _EACH.search(texts[1]):
                continue
            for item, other, was, now in zip(one.items, two.items, *points, strict=True):
                same = [sign.text for sign in item.signs] == [sign.text for sign in other.signs]
                if same and was is not None and now is not None and now not in self._lives_on(was):
                    yield Stray(texts[1][two.start : two.end], "paragraph", self._called(was))

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
        """The footnotes, sections and annexes that two texts name by the same figure and that are others now."""
        for one, two in self._parts_named(*texts):
            same = [sign.text for sign in one.signs] == [sign.text for sign in two.signs]
            if same and self._parts.same(one, two) is False:
                what = "paragraph" if one.paragraph else "footnote" if one.sort == "note" else one.sort
                yield Stray(texts[1][two.start : two.end], what, self._parts.heir(one))

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
        if not all(may_point(text) or may_name_part(text) for text in texts):
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
        mentions = _mentions(texts[0]), _mentions(texts[1])
        if [_form(mention) for mention in mentions[0]] != [_form(mention) for mention in mentions[1]]:
            return
        for one, two in zip(*mentions, strict=True):
            points = self._pointing[0].of(old, one), self._pointing[1].of(new, two)
            for at, (item, other) in enumerate(zip(one.items, two.items, strict=True)):
                if self._same(points[0][at], points[1][at]) and self._same_range(one.items, points, at):
                    for sign, figure in zip(item.signs, other.signs, strict=True):
                        if sign.text != figure.text:
                            yield sign, figure

    def _same(self, old: int | None, new: int | None) -> bool:
        """Whether two positions are one paragraph; one that was split or merged is none for certain."""
        return old is not None and new is not None and tuple(self._partners(old)) == (new,)

    def _same_range(
        self, items: Sequence[Item], points: tuple[Sequence[int | None], Sequence[int | None]], at: int
    ) -> bool:
        """Whether a range ("paragraphs 4 to 6") still spans the same paragraphs, so that nothing came in between."""
        start = at - 1 if items[at].ranges else at
        if start < 0 or not (items[at].ranges or (at + 1 < len(items) and items[at + 1].ranges)):
            return True
        spans: list[list[int]] = []
        for draft, (one, two) in zip(self._drafts, (side[start : start + 2] for side in points), strict=True):
            if one is None or two is None:
                return False
            first = draft.paragraphs[one]
            spans.append(
                [
                    place
                    for place, paragraph in enumerate(draft.paragraphs[one : two + 1], one)
                    if (paragraph.kind, paragraph.level) == (first.kind, first.level)
                ]
            )
        return [tuple(self._partners(place)) for place in spans[0]] == [(place,) for place in spans[1]]


def may_point(text: str) -> bool:
    """Whether a text may hold a reference to a paragraph; quick, for every paragraph is asked."""
    return may_refer(text) or (not text.isascii() and any(marker in text for marker in _MARKERS))


def _mentions(text: str) -> list[Mention]:
    """The references of a text to its own paragraphs, in their order."""
    return sorted([*mentions_in(text), *_of_other_languages(text)], key=lambda mention: mention.start)


def _of_other_languages(text: str) -> Iterator[Mention]:
    """References in Russian, Chinese and Arabic to one paragraph, where they say that it is of the same text."""
    if text.isascii():
        return
    for pattern, reach in _HERE:
        for match in pattern.finditer(text):
            number = "".join(str(unicodedata.decimal(digit)) for digit in match[1])
            sign = Sign(match.start(1), match.end(1), number)
            yield Mention("OP", (Item(sign, ()),), reach, match.start(), match.end())


def _form(mention: Mention) -> object:
    """What stays the same of a reference whose figures change."""
    return mention.part, mention.reach, [(i.number is None, len(i.letters), i.ranges) for i in mention.items]
