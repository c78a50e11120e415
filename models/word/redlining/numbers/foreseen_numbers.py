"""Numbers that Word's lists would not count as the new draft has them, foreseen before a file is changed.

What a list would print otherwise begins a list of its own, and what no list prints is typed. A file that is read back
tells the same, one attempt later.
"""

from __future__ import annotations

from lxml import etree

from models.awaited import ask
from models.word.markup import child_of, element, style_of
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.appearance import styles_of
from models.word.reading.list_numbers import ListNumbers, lists_of
from models.word.redlining.letters.revision_marks import ends_section, same_look
from models.word.redlining.lists.list_joins import Joining, ListJoins, is_number_of
from models.word.redlining.lists.own_lists import OwnLists
from models.word.redlining.lists.their_lists import TheirLists
from models.word.redlining.looks.list_levels import as_item
from models.word.redlining.paragraphs.attempt import Attempt
from models.word.redlining.paragraphs.inserted_paragraph import InsertedParagraphs
from models.word.redlining.planned.plan import Plan


def type_what_lists_miscount(
    attempt: Attempt, plan: Plan, inserts: InsertedParagraphs, package: Package, theirs: TheirLists
) -> None:
    """Put the new paragraphs of an attempt into the lists that count as the new draft has them.

    They join the list of what stands beside them, or begin one, which is added to the package. Those that the file's
    lists would number otherwise all the same are added to the paragraphs whose number is typed.
    """
    part = package.related("numbering")
    if part is None:
        return
    known = styles_of(package)
    typed, before = attempt.coarser.typed, set(attempt.coarser.typed)  # one set, which others know
    foreseen = _Foreseen(attempt, plan, inserts)
    found: list[tuple[set[int], ListJoins]] = []
    for alone in (True, False):  # lists that are begun count alone, or on with those they are like
        typed.intersection_update(before)
        own = OwnLists(package, part, alone, theirs)
        while True:  # what is typed no longer counts in its list, and the numbers after it are others
            foreseen.dress()
            lists = lists_of(package, known)
            joins = ListJoins(
                foreseen.joining(),
                attempt.comparison.new,
                attempt.old,
                attempt.looks,
                lists,
                own,
                attempt.coarser.counted,
            )
            missed = foreseen.miscounted(lists, joins) - attempt.coarser.listed
            if foreseen.sends_astray(missed):
                continue
            if missed <= typed:
                break
            typed |= missed
        found.append((set(typed), joins))
        if not joins.begun or not any(new in joins.joining.standing for new in typed - before):
            break
    best, joins = min(found, key=lambda one: len(one[0]))
    typed.intersection_update(best)
    typed.update(best)
    attempt.looks.joined.update(joins.found)
    joins.own.write(joins.begun)


class _Foreseen:
    """The looks that the new paragraphs will have, and the numbers typed with them ("" for none)."""

    def __init__(self, attempt: Attempt, plan: Plan, inserts: InsertedParagraphs) -> None:
        self._attempt, self._inserts = attempt, inserts
        self._paragraphs = attempt.comparison.new.paragraphs
        # What is asked for the look of each that stands or moves; of others the old position they come to stand at.
        self._asked: dict[int, tuple[int, tuple[int, ...]]] = {
            new: (edit.mark_of(at), edit.old) for edit in plan.moved for at, new in enumerate(edit.new)
        }
        self._moved = set(self._asked)
        ends, self._boxed = set[int](), set(plan.boxed)
        for edit in plan.edits:
            self._asked.update((new, (edit.mark_of(at), edit.old)) for at, new in enumerate(edit.new))
            ends.add(edit.new[-1])
        for edit in plan.anew:
            self._asked.update((new, (edit.mark_of(at), edit.old)) for at, new in enumerate(edit.new))
        self._free: dict[int, int] = {}
        near = 0
        for new in range(len(self._paragraphs)):
            if new in self._boxed:
                continue
            if new not in self._asked:
                self._free[new] = near
            elif new in ends:
                near = self._asked[new][0]
        self._items = [as_item(one) for one in self._paragraphs]
        self._looks: list[tuple[etree._Element, str]] = [(element("pPr"), "")] * len(self._paragraphs)
        self._wished: dict[int, tuple[bool, tuple[etree._Element, str]]] = {}
        self._astray = set[int]()  # those that stand as they are, and that their list would number otherwise now

    def dress(self) -> None:
        """Look again at those that stand or move."""
        typed = self._attempt.coarser.typed
        for new, (own, group) in self._asked.items():
            known = self._wished.get(new)
            if known is None or known[0] != (new in typed):
                known = self._wished[new] = new in typed, self._attempt.wish(new, own, group)
            self._looks[new] = known[1]

    def _dress(self, new: int) -> int | None:
        before = self._looks[new - 1][0] if new else None
        look, typed, model = self._inserts.dress(new, self._free[new], before)
        self._looks[new] = look, typed
        return model

    def joining(self) -> Joining:
        """What lists are sought for, and where."""
        old, standing, changed = self._attempt.old, dict[int, int](), set(self._moved)
        for new, (own, _) in self._asked.items():
            look, number = self._looks[new]
            if new in self._moved:
                continue
            alike = look is old[own].look or same_look(look, old[own].look)
            if not alike or (number and number != old[own].typed):
                changed.add(new)
            else:
                standing[new] = own
        return Joining(self._free, changed, standing, self._items)

    def sends_astray(self, missed: set[int]) -> bool:
        """Let those that stand, and are missed for the first time, look for another list: what comes after may be right
        then. False where there are none.
        """
        fresh = (missed & self._asked.keys()) - self._astray
        self._astray |= fresh
        return bool(fresh)

    def miscounted(self, counted: ListNumbers, joins: ListJoins) -> set[int]:
        """The paragraphs whose number is not typed and that lists would number otherwise, once all joined theirs."""
        found = set()
        joining, typed = joins.joining, self._attempt.coarser.typed
        asked: dict[etree._Element, tuple[etree._Element | None, str | None]] = {}  # few looks, of many paragraphs
        for new, paragraph in enumerate(self._paragraphs):
            ask()
            if new in self._boxed:
                continue  # what it looks like comes with it
            model = self._dress(new) if new in self._free else self._asked[new][0]
            if new not in typed and (new in joining.inserted or new in joining.changed or new in self._astray):
                self._looks[new] = joins.join(new, *self._looks[new], model)
            look, number = self._looks[new]
            if look not in asked:
                asked[look] = child_of(look, w("numPr")), style_of(look)
            # The end of a section alone is no item of a list.
            own = None if paragraph.runs else joining.standing.get(new)
            ends = own is not None and ends_section(self._attempt.old[own].element)
            one = None if ends else counted.next(*asked[look])
            joins.counted(new, look, number, model)
            if one is None or number or one.number is None or one.number == paragraph.number:
                continue
            if self._attempt.coarser.counted:
                continue
            if not is_number_of(self._items[new], one.number):
                found.add(new)
        return found
