"""Which paragraph of a draft a reference points to, found by the labels of its paragraphs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from models.draft import Draft, Kind, labels
from models.draft.mentioned_items import in_round_brackets
from models.draft.mentions import Item, Mention, Sign
from models.draft.named_parts import NamedPart
from models.draft.numbering import apart
from models.draft.typed_numbers import typed_number, typed_numbers
from models.draft.whose import Side, names_another

Name = tuple[str, ...]
"""What a paragraph is called within its section: ("OP4", "a", "i")."""

_KIND = defaultdict(lambda: Kind.HEADING, section=Kind.SECTION, annex=Kind.ANNEX)
_SIGNS = re.compile("[()（）.]")
_ANNEX = re.compile(r"Annex(?: [^. ]+)?")
_BEFORE_ITEM = re.compile(r"\s+(?=[(（]|[^\W\d_]+\)|[a-z]+\.(?:\s|$))")


class Pointing:
    """The paragraphs of a draft by what they are called.

    A name is looked for in the section of the reference, then in all of the resolution or annex it stands in. One that
    stands there twice is nobody's.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._labels = labels(draft)
        self._names: list[tuple[str, Name] | None] = [_named(label) for label in self._labels]
        self._at: dict[tuple[str, Name], int] = {}
        for at, named in enumerate(self._names):
            if named is not None:
                self._at[named] = -1 if named in self._at else at

    def of(self, position: int, mention: Mention) -> tuple[int | None, ...]:
        """The position each part of a reference in a paragraph points to; None where that is not one paragraph."""
        place, own = self._names[position] or ("", ())
        if mention.reach == "bare" and self._head_names_another(position, own):
            return (None,) * len(mention.items)
        if mention.reach == "present" or (_annex(place) and self._of_whole(_annex(place), mention)):
            place = ""
        elif mention.reach == "whole":
            return (None,) * len(mention.items)
        elif mention.reach in ("annex", "section"):
            division = self._division(place, mention)
            if division is None:
                return (None,) * len(mention.items)
            place = division
        found: list[int | None] = []
        for item in mention.items:
            follows = bool(found) and item.number is None
            found.append(self._beside(found[-1], item) if follows else self._item(position, place, mention, item))
        return tuple(found)

    def leads_nowhere(self, mention: Mention, item: Item, before: int | None = None) -> bool:
        """Whether no paragraph is called as a part of a reference has it, where others have numbers; `before` is what
        the part before it points to."""
        if mention.reach not in ("near", "present", "bare"):
            return False
        letters = tuple(sign.text for sign in item.letters)
        if item.number is None:
            items = {named[1][1:] for named in self._names if named}
            return before is not None or (bool(mention.side) and letters not in items)
        heads = {(_head(mention, item.number, place), *letters) for place in ("", "Annex")}
        part = "PP" if mention.part == "PP" else "OP"
        names = {named[1] for named in self._names if named}
        return names.isdisjoint(heads) and any(name[0].startswith(part) for name in names)

    def _division(self, place: str, mention: Mention) -> str | None:
        """The annex or section that a reference at a place names; None where that is not one."""
        places = {named[0] for named in self._names if named} - {""}
        if mention.reach == "section":
            # Sections whose numbers go on have none of their own.
            inner = ".".join(filter(None, (_annex(place), mention.division)))
            return inner if inner in places else _annex(place)
        annexes = {_annex(one) for one in places} - {""}
        if mention.division == "this" and _annex(place):
            return _annex(place)
        if mention.division not in ("", "this"):
            annexes &= {f"Annex {mention.division}"}
        return next(iter(annexes)) if len(annexes) == 1 else None

    def path(self, position: int) -> Name:
        """The number of a paragraph and the letters down to it, as a reference has them: ("3 bis", "a")."""
        _, name = self._names[position] or ("", ())
        return (name[0].removeprefix("OP").removeprefix("PP").lower(), *name[1:]) if name else ()

    def place(self, position: int) -> str:
        """The section or annex a paragraph is named by, "II" or "Annex I"; "" for none."""
        place, _ = self._names[position] or ("", ())
        return place

    def label(self, position: int) -> str | None:
        """What a paragraph is called."""
        return self._labels[position]

    def part(self, named: NamedPart) -> int | None:
        """The position of the heading of a section, an annex or an article that a text names, or of its paragraph."""
        at = self._part(named)
        is_head = named.paragraph is None
        if at is None or at < 0 or (is_head and self._draft.paragraphs[at].kind is not _KIND[named.sort]):
            return None
        return at

    def has_part(self, named: NamedPart) -> bool:
        """Whether anything is called as a text names it, be it several, or no heading of its sort has a number here."""
        if named.sort not in ("section", "annex") and not any(
            sort.startswith(named.sort) for sort, _ in self._headings
        ):
            return True
        return self._part(named) is not None

    def _part(self, named: NamedPart) -> int | None:
        """The position of what is called so, -1 where several are."""
        sign = named.sign.text.upper()
        if named.sort not in ("section", "annex"):
            return self._headings.get((f"{named.sort} {'1' if sign.isdigit() else 'A'}", sign))
        if named.paragraph is None:
            return self._at.get(("", (sign if named.sort == "section" else f"ANNEX {sign}",)))
        number = named.paragraph.text
        place, name = (sign, f"OP{number}") if named.sort == "section" else (f"Annex {named.sign.text}", number)
        return self._at.get((place, (name,)))

    @cached_property
    def _headings(self) -> dict[tuple[str, str], int]:
        """The headings with a typed number, -1 for a number that stands twice."""
        found: dict[tuple[str, str], int] = {}
        for at, one in typed_numbers(self._draft):
            found[one.sort, one.figure] = -1 if (one.sort, one.figure) in found else at
        return found

    def heading(self, position: int) -> str | None:
        """What a heading with a typed number is called, "Article 4"."""
        text = self._draft.paragraphs[position].text
        typed = typed_number(text)
        return text[: typed.end].strip() if typed is not None else None

    def in_its_words(self, at: int | None, item: Item) -> bool:
        """Whether the letters of "paragraph 4 (a)" can only stand in the words of a paragraph, which has no items."""
        named = self._names[at] if at is not None else None
        if at is None or named is None or len(named[1]) > 1 or not item.letters or named in self._with_items:
            return False
        words = self._draft.paragraphs[at].text.casefold()
        return all(in_round_brackets(letter.text)[1:] in words for letter in item.letters)

    @cached_property
    def _with_items(self) -> frozenset[tuple[str, Name]]:
        return frozenset((place, name[:1]) for place, name in self._at if len(name) > 1)

    def _item(self, position: int, place: str, mention: Mention, item: Item) -> int | None:
        letters = tuple(sign.text for sign in item.letters)
        if item.number is not None:
            name = _head(mention, item.number, place)
            at, head = self._find(place, (name, *letters)), self._find(place, (name,))
            return head if at is None and self.in_its_words(head, item) else at
        # "Subparagraph (b)": of the list it stands in or of the one around it, if only one has it.
        _, own = self._names[position] or ("", ())
        found = {self._at.get((place, (*own[:size], *letters)), -1) for size in range(1, len(own) + 1)} - {-1}
        return self._nearest(position, letters, mention.side) if not found else found.pop() if len(found) == 1 else None

    def _nearest(self, position: int, letters: Name, side: Side) -> int | None:
        """The nearest item above or below a position that is called so; None where nothing says on which side."""
        place, _ = self._names[position] or ("", ())
        behind = range(position + 1, len(self._names))
        for at in range(position - 1, -1, -1) if side == "above" else behind if side == "below" else ():
            other, name = self._names[at] or ("", ())
            if name[1:] == letters and _annex(other) == _annex(place):
                return at
        return None

    def _beside(self, before: int | None, item: Item) -> int | None:
        """From 4 (a) to the (b) after it, beside what stands before it or beside what that is an item of."""
        place, name = (self._names[before] if before is not None else None) or ("", ())
        letters = tuple(sign.text for sign in item.letters)
        for size in range(len(name) - 1, 0, -1):
            at = self._at.get((place, (*name[:size], *letters)))
            if at is not None:
                return at if at >= 0 else None
        return None

    def _of_whole(self, annex: str, mention: Mention) -> bool:
        """Whether a reference in an annex is to the resolution it belongs to, as "paragraphs 1 and 3 above" where the
        annex has not both."""
        numbers = [item.number for item in mention.items if item.number]
        if mention.reach != "near" or not numbers:
            return mention.reach == "whole"
        own = {name[0] for place, name in self._at if _annex(place) == annex}
        return any(_head(mention, number, annex) not in own for number in numbers)

    def _find(self, place: str, name: Name) -> int | None:
        at = self._at.get((place, name))
        if at is None:
            whole = _annex(place)
            others = [at for (other, one), at in self._at.items() if one == name and _annex(other) == whole]
            at = others[0] if len(others) == 1 else -1
        return at if at >= 0 else None

    def _head_names_another(self, position: int, own: Name) -> bool:
        """Whether the paragraph whose item this is names another document."""
        if len(own) < 2:
            return False
        heads = (Kind.OPERATIVE, Kind.PREAMBULAR)
        head = next((one for one in reversed(self._draft.paragraphs[:position]) if one.kind in heads), None)
        return head is not None and names_another(head.text)


def _head(mention: Mention, number: Sign, place: str) -> str:
    part = "PP" if mention.part == "PP" else "" if _annex(place) else "OP"
    return f"{part}{number.text}".upper()


def _annex(place: str) -> str:
    """The annex a place lies in, "" for the resolution itself."""
    found = _ANNEX.match(place)
    return found[0] if found else ""


def _named(label: str | None) -> tuple[str, Name] | None:
    """A label as section and name: "II.OP3 bis (a)" is ("II", ("OP3 BIS", "a"))."""
    if label is None:
        return None
    head, *items = _BEFORE_ITEM.split(label)
    place, _, name = head.rpartition(".")
    letters: Sequence[str] = [" ".join(_SIGNS.sub(" ", item).lower().split()) for item in items]
    return place, (apart(name).upper(), *letters)
