"""How much a change weighs: substance, brackets only, or housekeeping that follows from other changes.

What housekeeping is stands in one list, and each rule has a name among the reasons: renumbered, label, italics (those
of the opening), also, end, cross-reference, note number, ibid (the same source, said in full or as "Ibid."), spacing,
typography, punctuation (a note mark on its other side, or its italics), masthead, and format in headings, which the
layout sets in bold or not. What no rule explains is substance; its reasons name what is no matter of words (moved,
kind, level, chapeau: it stayed and stands under another one, notes, format, reference: its figures stayed, but another
paragraph has that number now), the housekeeping beside it, and brackets, where these came, went, moved or were emptied
beside the words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from models.comparison.aligning.reading_order import parts_a_text
from models.comparison.references.figures import References
from models.comparison.references.parts_meant import is_divided
from models.comparison.weighing.also_due import AlsoDue
from models.comparison.weighing.beyond_rules import beyond_rules
from models.comparison.weighing.bracketed import other_brackets
from models.comparison.weighing.cited_notes import CitedNotes
from models.comparison.weighing.contents import Contents
from models.comparison.weighing.last_item import joins_last
from models.comparison.weighing.notes_turned import Said, notes_turned, said_in, with_letters
from models.comparison.weighing.number_styles import NumberStyles
from models.comparison.weighing.rules import explained
from models.comparison.weighing.typed_anew import TypedAnew
from models.comparison.words.marked import Words
from models.comparison.words.text_parts import HEADINGS, PartsOfTwo, TextParts, ends_alike
from models.draft import Draft, Kind, Paragraph, Run, tidy_runs
from models.draft.brackets import CLOSING, OPENING
from models.draft.late_pattern import late_pattern
from models.draft.masthead_lines import NUMBERED_TITLE
from models.draft.mentions import may_refer
from models.draft.named_parts import may_name_division, may_name_note

Group = tuple[tuple[int, ...], tuple[int, ...]]

_WITHOUT_NUMBER = frozenset({Kind.PREAMBULAR, Kind.MASTHEAD, Kind.ENACTING})
_MASTHEAD, _TEXT = Kind.MASTHEAD, Kind.TEXT  # looked up in their class they take four times as long
_ASTERISK = late_pattern(r"\s*\*+")
_NUMBERED = late_pattern(r"(?<![\w.])[A-Z]{2,8}\.\d{4}\.\w+")
"""The number of a document of the climate process, "ADP.2015.8.InformalNote": such a one has a masthead, too."""
_NOTHING = f"{OPENING}{CLOSING} \u00a0"
_TELLING_ROLES = frozenset({"title", "agenda_title", "sponsor_line"})
_ANYWHERE = frozenset({"other", "title", "date", "sponsor_line"})
"""Lines that may stand before any text; the others are those of a document of the United Nations."""


@dataclass(frozen=True)
class Weighing:
    """Weighs the changes of a comparison, each in the light of the others.

    `roles` are the roles of masthead lines by position, old and new; `under_another` is what kept its place and stands
    under another chapeau.
    """

    old: Draft
    new: Draft
    groups: Sequence[Group]
    moved: frozenset[Group]
    roles: tuple[Mapping[int, str], Mapping[int, str]]
    under_another: frozenset[Group]

    def renumbered(self, group: Group) -> bool:
        """Whether the printed number changed, that typed in a heading too; preambular paragraphs have none.

        Across kinds, an operative paragraph that becomes a subparagraph, where both have one printed.
        """
        if not group[0] or not group[1]:
            return False
        one, two = self.old.paragraphs[group[0][0]], self.new.paragraphs[group[1][0]]
        if one.kind in _WITHOUT_NUMBER or two.kind in _WITHOUT_NUMBER:
            return False
        if one.kind is not two.kind:
            return None not in (one.number, two.number) and one.number != two.number
        if one.text != two.text and self._typed.anew(group[0][0], group[1][0]):
            return True
        return (one.number, one.set_label) != (two.number, two.set_label)

    def same_text(self, group: Group, one: Paragraph, two: Paragraph) -> tuple[str | None, tuple[str, ...]] | None:
        """What `weigh` says of two paragraphs of the same text; None where more than number and place may differ."""
        kind = one.kind
        if kind is not two.kind or kind is _MASTHEAD or one.level != two.level or one.set_label != two.set_label:
            return None
        if not _same_marks(one.runs, two.runs) or (self._noted and one.footnotes) or may_refer(one.text):
            return None
        if (self._noted and may_name_note(one.text)) or (self._divided and may_name_division(one.text)):
            return None
        renumbered = one.number != two.number and kind not in _WITHOUT_NUMBER
        if renumbered and kind is _TEXT and self._styles.differ(group[0][0], group[1][0]):
            return None
        if group in self.moved or group in self.under_another:
            went = "moved" if group in self.moved else "chapeau"
            return "substance", (went, "renumbered") if renumbered else (went,)
        return ("housekeeping", ("renumbered",)) if renumbered else (None, ())

    def weigh(self, group: Group, kind: str, words: Words) -> tuple[str | None, tuple[str, ...]]:
        """The weight of a change of that kind with these words, and the reasons for it."""
        if kind in ("inserted", "deleted"):
            return self._alone(group)
        pair = kind in ("unchanged", "reworded")
        weight, reasons = self._pair(group, words) if pair else self._several(group, words)
        if weight is not None and (self._mere_masthead(group) or self._mere_asterisk(group)):
            return "housekeeping", ("masthead",)
        return weight, tuple(reasons)

    def _alone(self, group: Group) -> tuple[str, tuple[str, ...]]:
        draft, (position, *_) = (self.old, group[0]) if group[0] else (self.new, group[1])
        paragraph = draft.paragraphs[position]
        if not paragraph.text.strip() and not paragraph.footnotes and not parts_a_text(paragraph):
            return "housekeeping", ("spacing",)
        if not paragraph.text.strip(_NOTHING) and not paragraph.footnotes and not parts_a_text(paragraph):
            return "bracket", ("brackets",)
        if self._mere_masthead(group) or (paragraph.kind is Kind.SPONSOR_NOTE and said_in(paragraph) in self._turned):
            return "housekeeping", ("masthead",)
        return "substance", ("brackets",) if other_brackets(*self._sides(group), ()) else ()

    def _mere_masthead(self, group: Group) -> bool:
        """Whether all paragraphs are masthead lines other than title, agenda title and sponsor line."""
        for draft, roles, positions in zip((self.old, self.new), self.roles, group, strict=True):
            for position in positions:
                if draft.paragraphs[position].kind is not _MASTHEAD:
                    return False
                role = roles.get(position, "other")
                if role in _TELLING_ROLES or (role == "other" and not self._issued):
                    return False
        return True

    @cached_property
    def _issued(self) -> bool:
        """Whether a draft has a masthead as the United Nations issues it: a line before an agreement is of its text."""
        if any(role not in _ANYWHERE for roles in self.roles for role in roles.values()):
            return True
        heads = zip((self.old, self.new), self.roles, strict=True)
        return any(_NUMBERED.search(draft.paragraphs[at].text) for draft, roles in heads for at in roles)

    def _mere_asterisk(self, group: Group) -> bool:
        """Whether a masthead line differs by the asterisk alone that calls a note: what changed is told by the note."""
        if len(group[0]) != 1 or len(group[1]) != 1:
            return False
        one, two = self.old.paragraphs[group[0][0]], self.new.paragraphs[group[1][0]]
        if not one.kind is two.kind is _MASTHEAD or one.text == two.text:
            return False
        turned = self._turned if one.footnotes != two.footnotes else frozenset()
        (was, notes), (now, others) = with_letters(one, self.old, turned), with_letters(two, self.new, turned)
        return notes == others and _ASTERISK.sub("", was) == _ASTERISK.sub("", now)

    @cached_property
    def _turned(self) -> frozenset[Said]:
        return notes_turned(self.old, self.new) if self._noted else frozenset()

    def _same_title(self, i: int, j: int) -> bool:
        """Whether two titles differ by the number of the resolution before them alone: it is no part of the title."""
        if self.roles[0].get(i) != "title" or self.roles[1].get(j) != "title":
            return False
        return _bare_title(self.old.paragraphs[i].text) == _bare_title(self.new.paragraphs[j].text)

    def _sides(self, group: Group) -> tuple[list[Paragraph], list[Paragraph]]:
        return [self.old.paragraphs[at] for at in group[0]], [self.new.paragraphs[at] for at in group[1]]

    def _several(self, group: Group, words: Words) -> tuple[str, list[str]]:
        one, two = self._sides(group)
        substance = ["moved"] if group in self.moved else []
        if group in self.under_another:
            substance.append("chapeau")
        quiet = ["renumbered"] if self.renumbered(group) else []
        if self._noted and any(paragraph.footnotes for paragraph in (*one, *two)):
            notes = self._notes.differ(*group)
            (substance if notes == ["notes"] else quiet).extend(notes)
        if self._references.strayed(*group):
            substance.append("reference")
        weight, reasons = _weight(substance, quiet, brackets=other_brackets(one, two, words), reworded=True)
        assert weight is not None
        return weight, reasons

    def _pair(self, group: Group, words: Words) -> tuple[str | None, list[str]]:
        i, j = group[0][0], group[1][0]
        one, two = self.old.paragraphs[i], self.new.paragraphs[j]
        substance = ["moved"] if group in self.moved else []
        if one.kind is not two.kind:
            substance.append("kind")
        if one.level != two.level or (one.number != two.number and self._styles.differ(i, j)):
            substance.append("level")
        if group in self.under_another:
            substance.append("chapeau")
        quiet = []
        if self.renumbered(group):
            quiet.append("renumbered")
        elif one.kind is two.kind and one.set_label != two.set_label:
            quiet.append("label")
        if one.footnotes or two.footnotes:
            notes = self._notes.differ(*group)
            (substance if notes == ["notes"] else quiet).extend(notes)
        if self._references.strayed(*group):
            substance.append("reference")
        if one.text == two.text and (one.runs == two.runs or self._same_line_of_masthead(i, j)):
            return _weight(substance, quiet)
        if not substance and one.text != two.text and self._same_title(i, j):
            return _weight([], [*quiet, "renumbered"])
        if one.kind is two.kind is _TEXT and "\t" in one.text and self._contents.follow(i, j):
            return _weight(substance, [*quiet, "cross-reference"])
        numbers = self._typed.following(i, j) if "renumbered" in quiet else None
        if numbers is not None and self._typed.alone(i, j) and _laid_out(*self._parts_of(i, j)):
            return _weight(substance, quiet)
        parts = self._parted_by_notes(i, j)
        if parts is None and beyond_rules(words):
            ends = ends_alike(one.text, two.text) or not joins_last(self.old, self.new, i, j)
            quiet += [] if ends else ["end"]
            return _weight(substance, quiet, brackets=other_brackets([one], [two], words), reworded=True)
        left, right = parts or self._parts_of(i, j)
        also, joins = self._also.follows(i, j), joins_last(self.old, self.new, i, j)
        found = explained(left, right, also, joins, lambda: self._references.following(i, j), numbers)
        if found.notes and "notes" not in substance:
            substance.append("notes")
        if "format" in found.rules and not _laid_out(left, right):
            substance.append("format")
        quiet += [rule for rule in found.rules if rule not in (*substance, *quiet)]
        if not (substance or quiet or found.brackets or found.reworded) and _looks(one) != _looks(two):
            quiet.append("punctuation")
        brackets = other_brackets([one], [two], words) if found.reworded else found.brackets
        return _weight(substance, quiet, brackets=brackets, reworded=found.reworded)

    def _same_line_of_masthead(self, i: int, j: int) -> bool:
        """Whether two masthead lines of the same text have a look each: as a whole it is that of the line's style.

        Another word processor writes on the letters what Adref's own styles say and no draft holds.
        """
        one, two = self.old.paragraphs[i], self.new.paragraphs[j]
        masthead = one.kind is two.kind is _MASTHEAD and not (one.footnotes or two.footnotes)
        return masthead and _laid_out(*self._parts_of(i, j))

    def _parted_by_notes(self, i: int, j: int) -> tuple[TextParts, TextParts] | None:
        """The parts of two texts that differ, where a note mark alone parts two words of one; else None.

        A mark parts two words as a space does: one that is missing beside it, or came there, is spacing.
        """
        one, two = self.old.paragraphs[i], self.new.paragraphs[j]
        if not (one.footnotes and two.footnotes) or one.text == two.text:
            return None
        left, right = self._parts_of(i, j)
        if not (left.glued or right.glued):
            return None
        return replace(left, cut=left.glued), replace(right, cut=right.glued)

    def _parts_of(self, i: int, j: int) -> tuple[TextParts, TextParts]:
        return self._parts.of(False, i), self._parts.of(True, j)

    @cached_property
    def _parts(self) -> PartsOfTwo:
        return PartsOfTwo(self.old, self.new)

    @cached_property
    def _typed(self) -> TypedAnew:
        return TypedAnew(self.old, self.new, self._references.to_new)

    @cached_property
    def _contents(self) -> Contents:
        return Contents(self.old, self.new, self._references.to_new, self._typed.alone)

    @cached_property
    def _styles(self) -> NumberStyles:
        return NumberStyles(self.old, self.new)

    @cached_property
    def _noted(self) -> bool:
        return bool(self.old.footnotes or self.new.footnotes)

    @cached_property
    def _divided(self) -> bool:
        return is_divided(self.old)

    @cached_property
    def _also(self) -> AlsoDue:
        return AlsoDue(self.old, self.new, self._references.to_new, self._parts)

    @cached_property
    def _notes(self) -> CitedNotes:
        return CitedNotes(self.old, self.new, self._references)

    @cached_property
    def _references(self) -> References:
        return References(self.old, self.new, self.groups)


def _same_marks(one: Sequence[Run], two: Sequence[Run]) -> bool:
    """Whether two texts that are the same are so in their runs too."""
    if len(one) == len(two) == 1:
        first, other = one[0], two[0]
        # Most paragraphs are such; to ask whether the runs are equal takes three times as long.
        return (
            first.italic == other.italic
            and first.bold == other.bold
            and first.underline == other.underline
            and first.footnote == other.footnote
        )
    return one == two


def _looks(paragraph: Paragraph) -> list[object]:
    """The words of a paragraph with their marks, and where notes are cited, whichever they are."""
    return [(run.text, run.marks) if run.footnote is None else None for run in tidy_runs(paragraph.runs)]


def _laid_out(one: TextParts, two: TextParts) -> bool:
    """Whether bold and italics of two headings are the layout's: each has all of its words alike."""
    headings = one.paragraph.kind in HEADINGS and two.paragraph.kind in HEADINGS
    return headings and one.in_one_look and two.in_one_look


def _weight(
    substance: list[str], quiet: list[str], *, brackets: bool = False, reworded: bool = False
) -> tuple[str | None, list[str]]:
    reasons = [*substance, *(["brackets"] if brackets else []), *quiet]
    if substance or reworded:
        return "substance", reasons
    if brackets:
        return "bracket", reasons
    return ("housekeeping" if quiet else None), reasons


def _bare_title(text: str) -> str:
    """A title without the number an adopted resolution prints before it."""
    numbered = NUMBERED_TITLE.match(text.strip())
    return numbered["title"] if numbered else text.strip()
