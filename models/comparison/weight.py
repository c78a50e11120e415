"""How much a change weighs: substance, brackets only, or housekeeping that follows from other changes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.comparison.change import Words
from models.draft import Draft, Kind, Paragraph, bracket_characters

Group = tuple[tuple[int, ...], tuple[int, ...]]

_SHAPES = {ord(c): "'" for c in "’‘‚‛`´"} | {ord(c): '"' for c in "“”„‟«»"} | {ord(c): "-" for c in "‐‑‒–—―−"}
_UNSEEN = {ord(c): None for c in "\u00ad\u200b\u2060\ufeff"}
_END = re.compile(r"\s*[;,.:](?:\s*and)?\s*$")
_NUMBERED = {Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SECTION, Kind.ANNEX, Kind.TEXT, Kind.HEADING}


@dataclass(frozen=True)
class Weighing:
    """Weighs the changes of a comparison, each in the light of the others."""

    old: Draft
    new: Draft
    groups: Sequence[Group]
    moved: frozenset[Group]
    same_notes: Mapping[int, int]

    def renumbered(self, group: Group) -> bool:
        """Whether the printed number changed; preambular paragraphs have none."""
        if not group[0] or not group[1]:
            return False
        one, two = self.old.paragraphs[group[0][0]], self.new.paragraphs[group[1][0]]
        return one.kind is two.kind and one.kind in _NUMBERED and one.number != two.number

    def weigh(self, group: Group, kind: str, words: Words) -> tuple[str | None, tuple[str, ...]]:
        """The weight of a change and the reasons for it."""
        olds = [self.old.paragraphs[at] for at in group[0]]
        news = [self.new.paragraphs[at] for at in group[1]]
        housekeeping: list[str] = []
        substance: list[str] = []
        if self.renumbered(group):
            housekeeping.append("renumbered")
        if kind in ("inserted", "deleted"):
            if all(not p.text.strip() for p in (*olds, *news)):
                return "housekeeping", ("spacing",)
            if all(p.kind is Kind.MASTHEAD for p in (*olds, *news)):
                return "housekeeping", ("masthead",)
            return "substance", (kind,)
        if group in self.moved:
            substance.append("moved")
        if kind in ("split", "merged"):
            substance.append(kind)
        else:
            substance += self._structure(olds[0], news[0])
        brackets = False
        if kind != "unchanged":
            one, two = "\n".join(p.text for p in olds), "\n".join(p.text for p in news)
            brackets, reasons, rest = _texts(one, two)
            housekeeping += reasons
            if rest:
                substance.append("words")
        if olds[0].kind is news[0].kind is Kind.MASTHEAD and (substance or housekeeping or brackets):
            return "housekeeping", ("masthead",)
        if substance:
            return "substance", (*substance, *housekeeping)
        if brackets:
            return "bracket", ("brackets", *housekeeping)
        if housekeeping:
            return "housekeeping", tuple(housekeeping)
        return None, ()

    def _structure(self, one: Paragraph, two: Paragraph) -> list[str]:
        found = []
        if one.kind is not two.kind:
            found.append("kind")
        if one.level != two.level:
            found.append("level")
        if [self.same_notes.get(note, -1) for note in one.footnotes] != list(two.footnotes):
            found.append("notes")
        return found


def _texts(one: str, two: str) -> tuple[bool, list[str], bool]:
    """Whether brackets differ, which housekeeping rules apply, and whether something is left that they do not explain."""
    bare_one, bare_two = _without_brackets(one), _without_brackets(two)
    brackets = (bare_one != one or bare_two != two) and _bracket_places(one) != _bracket_places(two)
    reasons: list[str] = []
    steps = (
        ("spacing", lambda text: " ".join(text.translate(_UNSEEN).split())),
        ("typography", lambda text: text.translate(_SHAPES)),
        ("end", lambda text: _END.sub("", text)),
    )
    for reason, fold in steps:
        if bare_one == bare_two:
            break
        folded_one, folded_two = fold(bare_one), fold(bare_two)
        if folded_one != bare_one or folded_two != bare_two:
            before = bare_one, bare_two
            bare_one, bare_two = folded_one, folded_two
            if (
                reason != "spacing"
                or " ".join(before[0].split()) != before[0]
                or " ".join(before[1].split()) != before[1]
            ):
                reasons.append(reason)
    return brackets, reasons, bare_one != bare_two


def _without_brackets(text: str) -> str:
    offsets = {offset for offset, _ in bracket_characters(text)}
    if not offsets:
        return text
    bare = "".join(character for offset, character in enumerate(text) if offset not in offsets)
    return " ".join(bare.split())


def _bracket_places(text: str) -> list[tuple[int, str]]:
    """Each bracket with the number of other characters, spacing apart, before it."""
    places = []
    for offset, character in bracket_characters(text):
        places.append((len("".join(text[:offset].replace("[", "").replace("]", "").split())), character))
    return places
