"""A comparison told in a few sentences, to be read out: "Twelve paragraphs changed: eleven are reworded, OP9 is new."

Every change of the text is counted in one place: the parts of a sentence add up to its number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.comparison.change import Change, Comparison
from models.comparison.units import Unit
from models.draft import Kind
from models.draft.first_letter import with_capital, with_small_letter
from models.draft.masthead_lines import masthead_roles
from models.telling.beside_the_text import role_of, told_around, told_notes
from models.telling.bracket_words import bracket_words
from models.telling.quiet_notes import anything_differs
from models.telling.sentences import joined, listed, number
from models.telling.sentences import many as many_of
from models.telling.sorts import KINDS, Sort, Weight, fate_of, sides, sort_of_unit, sorts_had, weight_of_unit
from models.telling.stray_references import strays
from models.telling.table_lines import told_tables
from models.telling.verb_words import told_verbs
from models.telling.what_happened import moved_words, name_of_text, role_name, stand_apart, stray_words

if TYPE_CHECKING:
    from models.comparison.references.figures import Stray

_NAMED = 2
"""So many paragraphs of one fate are named; more are counted."""
_QUOTED = 6
"""So many words of what brackets hold are said."""
_VERBS = 3
"""So many verbs are called out; more are counted."""
_FATES = {
    "reworded": ("is reworded", "are reworded"),
    "reshaped and reworded": ("changed in form and is reworded", "changed in form and are reworded"),
    "moved and reworded": ("moved and is reworded", "moved and are reworded"),
    "moved": ("moved", "moved"),
    "split": ("is split", "are split"),
    "split and reworded": ("is split and reworded", "are split and reworded"),
    "merged": ("is merged from several", "are merged from several"),
    "merged and reworded": ("is merged from several and reworded", "are merged from several and reworded"),
    "footnotes other": ("has other notes", "have other notes"),
    "footnotes new": ("has a note now", "have notes now"),
    "footnotes gone": ("has no note any more", "have no notes any more"),
    "footnotes place": ("has a note at another word", "have notes at other words"),
    "references": ("refers to something else by the same number", "refer to something else by the same numbers"),
    "italics": ("differs in italics or bold alone", "differ in italics or bold alone"),
    "reshaped": ("changed in form or chapeau", "changed in form or chapeau"),
    "new": ("is new", "are new"),
    "back": ("is back", "are back"),
    "deleted": ("is deleted", "are deleted"),
}
"""What is said of one paragraph and of several; a change has the first fate that fits it."""
_FORMER = "the former "
_LINES_OF = {Kind.ENACTING: "the opening line", Kind.SPONSOR_NOTE: "the asterisk note"}
_ONE_OF = {
    Kind.CLOSING: ("a closing line", "closing lines"),
    Kind.HEADING: ("a heading", "headings"),
    Kind.SECTION: ("a section", "sections"),
    Kind.ANNEX: ("an annex heading", "annex headings"),
    Kind.QUOTE: ("a quotation", "quotations"),
}
"""Lines that nobody calls by a label: what one is called, and several."""
_TITLES = ("title", "agenda_title")


def summary(comparison: Comparison) -> str:
    """What changed, in sentences; numbers up to twelve in words, verbs by name, long lists shortened.

    Paragraphs are called as they are in the new text; a label of the old one that another paragraph has now is "the
    former PP8".
    """
    if not anything_differs(comparison):
        return "Nothing differs."
    return _Telling(comparison).told()


def _counted(units: Sequence[Unit]) -> str:
    """ "Three paragraphs and one row"."""
    kinds = Counter(unit.what for unit in units)
    return listed([many_of(count, what) for what in KINDS if (count := kinds[what])])


class _Telling:
    """Tells of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._roles = masthead_roles(comparison.old), masthead_roles(comparison.new)
        self._text = [unit for unit in comparison.units if weight_of_unit(unit, comparison) is Weight.SUBSTANCE]
        self._holders: dict[str, set[int]] = {}
        """By label of the new text the changes that have it."""
        for at, change in enumerate(comparison.changes):
            for label in filter(None, change.new_labels):
                self._holders.setdefault(label, set()).add(at)
        self._place = {id(change): at for at, change in enumerate(comparison.changes)}

    def told(self) -> str:
        """All there is to say."""
        text = [change for unit in self._text for change in self._changes(unit) if change.weight != "housekeeping"]
        substance = [unit for unit in self._text if self._heaviest(unit) == "substance"]
        paragraphs = [change for unit in substance if not unit.in_table for change in self._changes(unit)]
        in_tables = [unit for unit in substance if unit.in_table]
        sentences = (
            self._substance(paragraphs, tables=bool(in_tables)),
            joined(told_tables(self._comparison, in_tables, number)),
            told_verbs(text, _VERBS),
            self._references([change for change in text if fate_of(change, self._comparison) != Sort.REFERENCES.value]),
            self._brackets(substance),
            self._quiet(),
            told_notes(self._comparison),
            told_around(self._comparison),
        )
        return " ".join(with_capital(sentence) + "." for sentence in sentences if sentence)

    def _weight(self, unit: Unit) -> Weight:
        return weight_of_unit(unit, self._comparison)

    def _changes(self, unit: Unit) -> list[Change]:
        return [self._comparison.changes[at] for at in unit.changes]

    def _heaviest(self, unit: Unit) -> str:
        return "substance" if any(change.weight == "substance" for change in self._changes(unit)) else "bracket"

    # What paragraphs are called

    def _called(self, change: Change) -> str | None:
        """What a change is called by: the label in the new text, of what is gone or split the old one."""
        if not change.new or change.kind == "split":
            label = change.old_labels[0]
            return self._formerly(change, [label]) if label else self._line(change)
        return change.new_labels[0] or self._line(change)

    def _formerly(self, change: Change, labels: Sequence[str | None]) -> str:
        """Labels of the old text; those that another paragraph has now are former ones."""
        here = self._place[id(change)]
        taken = [label is not None and bool(self._holders.get(label, set()) - {here}) for label in labels]
        named = [label or "another line" for label in labels]
        if all(taken):
            return f"{_FORMER}{listed(named)}"
        return listed([f"{_FORMER}{one}" if former else one for one, former in zip(named, taken, strict=True)])

    def _line(self, change: Change) -> str | None:
        """What a line without a label is called: "the title", "a closing line", "1.2"; None for text without one."""
        paragraphs = [*sides(self._comparison, change)]
        kind = paragraphs[0].kind
        if kind is Kind.TEXT and (said := name_of_text(paragraphs[-1])) is not None:
            return said if change.new else f"{_FORMER}{said}"
        if kind is Kind.MASTHEAD:
            role = role_of(change, self._roles)
            return None if role == "other" else f"the {role_name(role)}"
        return _LINES_OF.get(kind) or _ONE_OF.get(kind, (None,))[0]

    def _many(self, changes: Sequence[Change]) -> str:
        """ "three paragraphs", "two closing lines", "two lines"."""
        kinds = {paragraph.kind for change in changes for paragraph in sides(self._comparison, change)}
        lines = _ONE_OF.get(next(iter(kinds))) if len(kinds) == 1 and len(changes) > 1 else None
        return f"{number(len(changes))} {lines[1]}" if lines else many_of(len(changes), "paragraph")

    # What changed

    def _substance(self, changes: Sequence[Change], *, tables: bool) -> str:
        """What happened to paragraphs, then to lines around them; `tables` says whether there is more behind that."""
        lines = [change for change in changes if self._is_line(change)]
        text = [change for change in changes if not self._is_line(change)]
        around = joined(self._parts(lines, "line"))
        titles = any(role_of(change, self._roles) in _TITLES for change in lines)
        said = self._of_text(text) if text else "" if tables or titles else "no paragraph changed in substance"
        return "; ".join(filter(None, (said, around)))

    def _is_line(self, change: Change) -> bool:
        return self._comparison.unit_of[self._place[id(change)]].what == "line"

    def _of_text(self, changes: Sequence[Change]) -> str:
        told = self._parts(changes)
        if len(told) > 1:
            return f"{self._many(changes)} changed: {joined(told)}"
        counted = number(len(changes))
        alone = told[0].startswith(f"{counted} ")
        return told[0].replace(counted, self._many(changes), 1) if alone else told[0]

    def _parts(self, changes: Sequence[Change], what: str = "") -> list[str]:
        """Those of each fate; where they are counted, with the name of what they are."""
        fates: dict[str, list[Change]] = {}
        for change in changes:
            fates.setdefault(fate_of(change, self._comparison), []).append(change)
        return [part for fate in _FATES if (found := fates.get(fate)) for part in self._told(fate, found, what)]

    def _back(self, changes: Sequence[Change], what: str) -> list[str]:
        """Those that are back, by the draft that had them."""
        by_draft: dict[str, list[Change]] = {}
        for change in changes:
            by_draft.setdefault(self._comparison.back_from(change) or "", []).append(change)
        return [f"{self._of(its, 'back', what)[0]} from {draft}" for draft, its in by_draft.items()]

    def _told(self, fate: str, changes: Sequence[Change], what: str) -> list[str]:
        return self._back(changes, what) if fate == "back" else self._of(changes, fate, what)

    def _of(self, changes: Sequence[Change], fate: str, what: str) -> list[str]:
        """Those of one fate: named where they are few, else counted."""
        one, many = _FATES[fate]
        names = [self._called(change) for change in changes] if len(changes) <= _NAMED else []
        known = [name for name in names if name]
        if len({*known}) < len(changes):
            counted = many_of(len(changes), what) if what else number(len(changes))
            return [f"{counted} {one if len(changes) == 1 else many}"]
        if fate.startswith("moved"):
            also = one.removeprefix("moved")
            return [self._moved(change, name) + also for change, name in zip(changes, known, strict=True)]
        if len(changes) > 1:
            former = all(name.startswith(_FORMER) for name in known)
            together = _FORMER + listed([name.removeprefix(_FORMER) for name in known]) if former else listed(known)
            return [f"{together} {many}"]
        return [self._alone(fate, changes[0], known[0]) or f"{known[0]} {one}"]

    def _alone(self, fate: str, change: Change, name: str) -> str:
        """What can be said of one paragraph only."""
        also = " and reworded" * fate.endswith("reworded")
        if fate.startswith("split"):
            apart = change.moved and stand_apart(change.new)
            how = "moved and is split" if change.moved and not apart else "is split"
            return f"{name} {how} in {number(len(change.new))}{' that stand apart' * apart}{also}"
        if fate.startswith("merged"):
            together = "are brought together" if stand_apart(change.old) else "moved and are merged"
            how = together if change.moved else "are merged"
            return f"{self._formerly(change, change.old_labels)} {how} in {name}{also}"
        old, new = change.old_labels[:1], change.new_labels[:1]
        if fate.startswith("reshaped") and "kind" in change.reasons and old != new and all((*old, *new)):
            return f"{self._formerly(change, old)} became {name}{also and ' and is reworded'}"
        if fate == "references":
            stray = strays(self._comparison, change)[0]
            if stray.nowhere or stray.part or not stray.sure:
                return _in(name, stray)
            return f"{name} refers to “{stray.words}”, which is another {stray.what} now" if stray.words else ""
        return ""

    def _moved(self, change: Change, name: str) -> str:
        label = change.old_labels[0]
        if label is None or label == change.new_labels[0]:
            return f"{name} {moved_words(self._comparison, change)}"
        return f"{self._formerly(change, [label])} moved to {name}"

    def _references(self, changes: Sequence[Change]) -> str:
        """References that mean another paragraph in what is told of for another reason."""
        found = [
            (name, stray) for change in changes if (name := self._called(change))
            for stray in strays(self._comparison, change)
        ]  # fmt: skip
        told = [_in(name, stray) for name, stray in found[:_VERBS]]
        if len(found) > _VERBS:
            told.append(f"{number(len(found) - _VERBS)} more references mean something else now")
        return "; ".join(told)

    def _brackets(self, units: Sequence[Unit]) -> str:
        """Where brackets came, went or stand elsewhere beside what is told already: all that have a change of them."""
        had = self._comparison.once(sorts_had)
        found: dict[Sort, list[Unit]] = {Sort.NEW: [], Sort.DELETED: [], Sort.REWORDED: []}
        for unit in units:
            if Sort.BRACKETS in had[unit.changes[0]]:
                sort = sort_of_unit(unit, self._comparison)
                found[sort if sort in found else Sort.REWORDED].append(unit)
        with_them = [
            f"{went} with {self._named(units)}"
            for sort, went in ((Sort.NEW, "came"), (Sort.DELETED, "went"))
            if (units := found[sort])
        ]
        changed = f"in {self._named(found[Sort.REWORDED])} brackets changed as well" if found[Sort.REWORDED] else ""
        more = f"{'they' if changed else 'brackets'} {' and '.join(with_them)}" if with_them else ""
        return "; ".join(filter(None, (changed, more)))

    def _named(self, units: Sequence[Unit]) -> str:
        """What a few are called; of more, or where that does not tell them apart, how many."""
        known = [name for unit in units if not unit.in_table and (name := self._called(self._changes(unit)[0]))]
        return listed(known) if len({*known}) == len(units) <= _NAMED else _counted(units)

    def _quiet(self) -> str:
        """What is brackets only, and what is housekeeping."""
        brackets = [unit for unit in self._text if self._heaviest(unit) == "bracket"]
        units = [unit for unit in self._comparison.units if self._weight(unit) is Weight.HOUSEKEEPING]
        told = []
        if brackets:
            told.append(f"only brackets changed in {self._named(brackets)}{self._round(brackets)}")
        if units:
            reasons = {reason for unit in units for change in self._changes(unit) for reason in change.reasons}
            numbers = reasons <= {"renumbered", "label", "note number"}
            what = "only in numbers" if numbers else "only in housekeeping"
            told.append(f"{_counted(units)} {'differs' if len(units) == 1 else 'differ'} {what}")
        return "; ".join(told)

    def _round(self, units: Sequence[Unit]) -> str:
        """What the brackets of a single paragraph hold: ": brackets off “not”"."""
        change, old, new = self._changes(units[0])[0], self._comparison.old, self._comparison.new
        if len(units) > 1 or units[0].in_table or not self._called(change):
            return ""
        sides = [old.paragraphs[at] for at in change.old], [new.paragraphs[at] for at in change.new]
        words = bracket_words(*sides, most=_QUOTED) if all(sides) else None
        return f": {with_small_letter(words)}" if words else ""


def _in(name: str, stray: Stray) -> str:
    """ "In OP4 the reference to “paragraph 2” now means another paragraph", "in OP4, if ..."."""
    return f"in {name}{'' if stray.sure else ','} {stray_words(stray)}"
