"""How much a change weighs: substance, brackets only, or housekeeping that follows from other changes.

What housekeeping is stands in one list, and each rule has a name among the reasons: renumbered, label, italics, format,
also, end, cross-reference, note number, spacing, typography, masthead. What no rule explains is substance; its reasons
name what is no matter of words (moved, kind, level, notes) and the housekeeping beside it. brackets names brackets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from models.comparison.change import Words
from models.comparison.openings import Opening, demanded
from models.comparison.references import Follows, followers, same_reference
from models.comparison.text_parts import TextParts, beyond_rules, end_of
from models.comparison.tokens import is_word
from models.draft import Draft, Kind, Paragraph

Group = tuple[tuple[int, ...], tuple[int, ...]]

_BREAKS = frozenset({Kind.SECTION, Kind.ANNEX, Kind.HEADING, Kind.ENACTING})
_WITHOUT_NUMBER = frozenset({Kind.PREAMBULAR, Kind.MASTHEAD, Kind.ENACTING})
_TELLING_ROLES = frozenset({"title", "agenda_title", "sponsor_line"})


@dataclass(frozen=True)
class Weighing:
    """Weighs the changes of a comparison, each in the light of the others.

    `roles` are the roles of masthead lines by position, `names` the labels of all paragraphs, old and new.
    """

    old: Draft
    new: Draft
    groups: Sequence[Group]
    moved: frozenset[Group]
    roles: tuple[Mapping[int, str], Mapping[int, str]]
    names: tuple[Sequence[str | None], Sequence[str | None]]
    _parts: dict[tuple[bool, int], TextParts] = field(default_factory=dict)

    def renumbered(self, group: Group) -> bool:
        """Whether the printed number changed; preambular paragraphs have none."""
        if not group[0] or not group[1]:
            return False
        one, two = self.old.paragraphs[group[0][0]], self.new.paragraphs[group[1][0]]
        if one.kind is not two.kind or one.kind in _WITHOUT_NUMBER:
            return False
        return (one.number, one.set_label) != (two.number, two.set_label)

    def weigh(self, group: Group, kind: str, words: Words) -> tuple[str | None, tuple[str, ...]]:
        """The weight of a change of that kind with these words, and the reasons for it."""
        if kind in ("inserted", "deleted"):
            return self._alone(group)
        weight, reasons = self._pair(group, words) if kind in ("unchanged", "reworded") else self._several(group)
        if weight is not None and self._mere_masthead(group):
            return "housekeeping", ("masthead",)
        return weight, tuple(reasons)

    def _alone(self, group: Group) -> tuple[str, tuple[str, ...]]:
        draft, (position, *_) = (self.old, group[0]) if group[0] else (self.new, group[1])
        if not draft.paragraphs[position].text.strip():
            return "housekeeping", ("spacing",)
        if self._mere_masthead(group):
            return "housekeeping", ("masthead",)
        return "substance", ()

    def _mere_masthead(self, group: Group) -> bool:
        """Whether all paragraphs are masthead lines other than title, agenda title and sponsor line."""
        for draft, roles, positions in zip((self.old, self.new), self.roles, group, strict=True):
            for position in positions:
                mere = draft.paragraphs[position].kind is Kind.MASTHEAD
                if not mere or roles.get(position, "other") in _TELLING_ROLES:
                    return False
        return True

    def _several(self, group: Group) -> tuple[str, list[str]]:
        reasons = ["moved"] if group in self.moved else []
        if self.renumbered(group):
            reasons.append("renumbered")
        return "substance", reasons

    def _pair(self, group: Group, words: Words) -> tuple[str | None, list[str]]:
        i, j = group[0][0], group[1][0]
        one, two = self.old.paragraphs[i], self.new.paragraphs[j]
        substance = ["moved"] if group in self.moved else []
        if one.kind is not two.kind:
            substance.append("kind")
        elif one.level != two.level:
            substance.append("level")
        quiet = []
        if self.renumbered(group):
            quiet.append("renumbered")
        elif one.kind is two.kind and one.set_label != two.set_label:
            quiet.append("label")
        if one.runs == two.runs and not one.footnotes:
            return _weight(substance, quiet, [], reworded=False)
        notes = self._notes(i, j)
        (substance if notes == "notes" else quiet).extend([notes] if notes else [])
        if one.runs == two.runs:
            return _weight(substance, quiet, [], reworded=False)
        if beyond_rules(words):
            return "substance", [*substance, *quiet, *(["end"] if end_of(one.text) != end_of(two.text) else [])]
        brackets, rules, reworded = self._words(i, j)
        return _weight(substance, quiet + rules, brackets, reworded)

    def _notes(self, i: int, j: int) -> str | None:
        """`notes` where other sources are cited or elsewhere, `note number` where only their numbers differ."""
        if not self.old.paragraphs[i].footnotes and not self.new.paragraphs[j].footnotes:
            return None
        one, two = self._part(False, i).notes, self._part(True, j).notes
        said = [(self.old.note[note].text if note in self.old.note else "") for note, _ in one]
        says = [(self.new.note[note].text if note in self.new.note else "") for note, _ in two]
        if [_plain(text) for text in said] != [_plain(text) for text in says]:
            return "notes"
        if self._part(False, i).words == self._part(True, j).words and [at for _, at in one] != [at for _, at in two]:
            return "notes"
        marks = [self.old.note[note].mark for note, _ in one if note in self.old.note]
        return (
            "note number" if marks != [self.new.note[note].mark for note, _ in two if note in self.new.note] else None
        )

    def _words(self, i: int, j: int) -> tuple[list[str], list[str], bool]:
        """Brackets that differ, the rules that explain other differences, and whether something is left unexplained."""
        one, two = self._part(False, i), self._part(True, j)
        rules: list[str] = []
        if one.folded[one.end :] != two.folded[two.end :]:
            rules.append("end")
        places_one, places_two = list(range(one.end)), list(range(two.end))
        left, right = one.opening, two.opening
        if self._also_follows(i, j):
            rules.append("also")
            places_one = [at for at in places_one if not left.start <= at < left.end]
            places_two = [at for at in places_two if not right.start <= at < right.end]
        words_one, words_two = [one.folded[at] for at in places_one], [two.folded[at] for at in places_two]
        if "also" in rules:
            words_one, words_two = _small_opening(words_one), _small_opening(words_two)
        if words_one != words_two:
            if not same_reference(words_one, words_two, self._follows):
                return [], rules if "end" in rules and len(rules) == 1 else [], True
            rules.append("cross-reference")
        if any(_shape_differs(one, two, a, b) for a, b in zip(places_one, places_two, strict=True)):
            rules.append("typography")
        if _spacing_differs(one, two, places_one, places_two):
            rules.append("spacing")
        rules += _format(one, two, places_one, places_two)
        if one.folded[one.end :] == two.folded[two.end :] and one.spaces[one.end :] != two.spaces[two.end :]:
            rules = list(dict.fromkeys([*rules, "spacing"]))
        brackets = [] if _bracket_places(one, places_one) == _bracket_places(two, places_two) else ["brackets"]
        if not brackets and not rules and one.paragraph.text != two.paragraph.text:
            rules.append("spacing")
        return brackets, rules, False

    def _also_follows(self, i: int, j: int) -> bool:
        """Whether "also" or "further" came, went or changed because the paragraph before is another now."""
        left, right = self._part(False, i).opening, self._part(True, j).opening
        if left.additive == right.additive or left.verb != right.verb:
            return False
        if self.old.paragraphs[i].kind is not self.new.paragraphs[j].kind:
            return False
        before, after = self._before[0].get(i), self._before[1].get(j)
        was = self._opening(False, before)
        now = self._opening(True, after)
        partners = self._to_new.get(before, ()) if before is not None else ()
        same_neighbour = (before is None and after is None) or (after is not None and after in partners)
        if same_neighbour and (was is None or now is None or (was.verb, was.additive) == (now.verb, now.additive)):
            return False
        return right.additive in demanded(now, right.verb)

    def _opening(self, new: bool, position: int | None) -> Opening | None:
        return self._part(new, position).opening if position is not None else None

    def _part(self, new: bool, position: int) -> TextParts:
        found = self._parts.get((new, position))
        if found is None:
            paragraph = (self.new if new else self.old).paragraphs[position]
            found = self._parts[new, position] = TextParts(paragraph)
        return found

    @cached_property
    def _to_new(self) -> dict[int, tuple[int, ...]]:
        return {old: news for olds, news in self.groups for old in olds}

    @cached_property
    def _follows(self) -> Follows:
        return followers(
            (self.old, self.names[0]), (self.new, self.names[1]), lambda position: self._to_new.get(position, ())
        )

    @cached_property
    def _before(self) -> tuple[dict[int, int], dict[int, int]]:
        return _neighbours(self.old.paragraphs), _neighbours(self.new.paragraphs)


def _weight(
    substance: list[str], quiet: list[str], brackets: list[str], reworded: bool
) -> tuple[str | None, list[str]]:
    reasons = substance + brackets + quiet
    if substance or reworded:
        return "substance", reasons
    if brackets:
        return "bracket", reasons
    return ("housekeeping" if quiet else None), reasons


def _plain(text: str) -> str:
    return " ".join(text.split())


def _small_opening(words: list[str]) -> list[str]:
    for at, word in enumerate(words[:3]):
        if is_word(word):
            return [*words[:at], word[0].casefold() + word[1:], *words[at + 1 :]]
    return words


def _shape_differs(one: TextParts, two: TextParts, a: int, b: int) -> bool:
    return one.words[a] != two.words[b] and one.folded[a] == two.folded[b]


def _spacing_differs(one: TextParts, two: TextParts, places_one: Sequence[int], places_two: Sequence[int]) -> bool:
    """Whether spacing differs, spacing beside brackets and what the other rules took away apart."""
    texts = one.paragraph.text, two.paragraph.text
    if texts[0].strip() != texts[0] or texts[1].strip() != texts[1]:
        if texts[0][: len(texts[0]) - len(texts[0].lstrip())] != texts[1][: len(texts[1]) - len(texts[1].lstrip())]:
            return True
        if texts[0][len(texts[0].rstrip()) :] != texts[1][len(texts[1].rstrip()) :]:
            return True
    near = {at for part in (one, two) for at, _ in part.brackets}
    last_one = last_two = -1
    for a, b in zip(places_one, places_two, strict=True):
        # Where a word was taken out before this one, its space went with it.
        beside = a != last_one + 1 or b != last_two + 1 or a in near or b in near
        space_one, space_two = one.spaces[a], two.spaces[b]
        last_one, last_two = a, b
        if a and b and space_one != space_two and not (beside and bool(space_one) == bool(space_two)):
            return True
    return False


def _format(one: TextParts, two: TextParts, places_one: Sequence[int], places_two: Sequence[int]) -> list[str]:
    """`italics` where only those of the opening differ, `format` where other marks do; marks of punctuation never."""
    opening = max(one.opening_italics, two.opening_italics)
    found = set()
    for a, b in zip(places_one, places_two, strict=True):
        if one.marks[a] != two.marks[b] and is_word(one.words[a]):
            only_italics = one.marks[a][1:] == two.marks[b][1:]
            found.add("italics" if only_italics and a < opening else "format")
    return sorted(found, reverse=True)


def _bracket_places(part: TextParts, places: Sequence[int]) -> list[tuple[int, str]]:
    """Each bracket with how many of the words that count stand before it."""
    return [(sum(place < at for place in places), character) for at, character in part.brackets]


def _neighbours(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """For each preambular and operative paragraph the one of its kind before it in the same section."""
    before: dict[int, int] = {}
    last: dict[Kind, int] = {}
    for at, paragraph in enumerate(paragraphs):
        if paragraph.kind in _BREAKS:
            last = {}
        elif paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE):
            if paragraph.kind in last:
                before[at] = last[paragraph.kind]
            last[paragraph.kind] = at
    return before
