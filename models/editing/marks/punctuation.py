"""End punctuation that follows paragraphs as they come, go and move: always undoable, never far from the act."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from models.draft import Kind
from models.editing.edit import Entry, Selection
from models.editing.marks.duties import Duties, Duty
from models.editing.marks.language_marks import is_or, marks_for, same_sense
from models.editing.marks.language_memory import joins_in, language
from models.editing.marks.list_joins import (
    before_item_to_write,
    emptied_and_gone,
    gave_away,
    join_as_it_is,
    join_of,
    join_of_gone,
    linked_otherwise,
)
from models.editing.marks.paragraph_end import ended
from models.editing.references.before import Before
from models.editing.runs import cut, length, marked, replaced
from models.editing.step import Step
from models.editing.typed.openings import opening_places
from models.editing.working import WorkingText

_REACH = 3
_HAN = 0x2E80
"""From here on are signs that stand side by side, without spaces between words."""
_ENDS = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)
_PARTS = (Kind.SECTION, Kind.HEADING)
_UNMARKED = (Kind.HEADING, Kind.SECTION, Kind.ANNEX)


def follow(
    step: Step, positions: Iterable[int], but: int | Collection[int] | None = None, linked: frozenset[int] = frozenset()
) -> None:
    """Set the end punctuation of paragraphs that were written or whose place in their list changed in this step.

    `positions` are those the act is about, as they stand now; their neighbours are found. What stands at `but`, where
    the caret is, stays as it is. So does a paragraph whose duty is what it was before the step, its end untouched.
    What stands at `linked` keeps its "and" or "or", and its list has no other that says the same.
    """
    working = step.working
    if not working.punctuates:
        return
    kept = frozenset(() if but is None else (but,) if isinstance(but, int) else but)
    ends = _Ends(step, kept, linked)
    ends.linked |= before_item_to_write(working, ends.before)
    wanted = _around(ends.duties, _seeds(step, positions), len(working.entries))
    changes = {at: entry for at in sorted(wanted) if (entry := ends.changed(at)) is not None}
    head = step.selection.head
    if head.position in changes and step.selection == Selection.at(
        head.position, working.entries[head.position].length
    ):
        step.caret(head.position, changes[head.position].length)
    step.put_all(changes)


class _Ends:
    """How the paragraphs of a text should end, by their places in it now and before a step."""

    def __init__(self, step: Step, kept: frozenset[int], linked: frozenset[int]) -> None:
        self._step, self._working, self._entries = step, step.working, step.working.entries
        self._kept, self.linked = kept, linked
        self.before = before = Before(step)
        self.duties = Duties(self._entries, self._working.stretches)
        self._old_duties = Duties(before.entries, before.stretches)
        self._gone = emptied_and_gone(self._working, before)

    def changed(self, at: int) -> Entry | None:
        """A paragraph with the end it should have; None where it has that, or stays as it is."""
        if self.duties.ends_well(at):
            return None  # as nearly all do
        entry, duty = self._entries[at], self._duty(at)
        if duty is None:
            return None
        old = self.before.position(entry.key, at)
        join = self._join(at, duty, old)
        if at in self._kept:
            return self._beside_caret(entry, join, old)
        if join is None and old is None and duty.penultimate and self._is_new(at):
            join = entry.end.join  # it came with the word, and stands where the word belongs
        if (entry.end.mark, entry.end.join) == (duty.mark, join or "") or self._stays(at, duty, join or "", old):
            return None
        return with_end(self._working, entry, duty, join or "")

    def _duty(self, at: int) -> Duty | None:
        """What a paragraph should end with, None where its end is left alone."""
        entry = self._entries[at]
        if not may_end(entry):
            return None
        duty = self.duties.due(at)
        if duty is None and entry.end.join and entry.end.mark and self.duties.is_beside(at):
            duty = Duty(entry.end.mark, self.duties.is_penultimate(at), keeps=True)  # of the "and" one can be sure
        if duty is None or goes_on(self._working, self.duties, at, duty):
            return None
        return Duty(".") if duty.mark == ";" and self._full_stop_stood(at) else duty

    def _join(self, at: int, duty: Duty, old: int | None) -> str | None:
        """The "and" a paragraph should end in: that of its list, its own where that stays, or none."""
        entry, duties = self._entries[at], self.duties
        own = entry.end.join
        join = join_of(duties, at, duty, self._old_duties, self.before.position)
        if join is None and duty.penultimate:
            join = join_of_gone(duties, at, self._old_duties, self._gone)
            join = join or self._working.joins_pasted.get(entry.key)
        join = in_its_language(self._working, entry, join)
        if join is None and duty.keeps and own and self._keeps_own(at, duty, old):
            join = own
        was_linked = join and old is not None and linked_otherwise(self._old_duties, old)
        if was_linked or (join is None and linked_otherwise(duties, at)):
            join = own or join
        if self.linked and not self.linked.isdisjoint(duties.siblings(at)):
            said = any(is_or(self._entries[one].end.join) is is_or(own) for one in self.linked)
            join = own if at in self.linked or not said else None
        return join

    def _keeps_own(self, at: int, duty: Duty, old: int | None) -> bool:
        """Whether an "and" that a PP or OP ends in stays, though that of all of them is not due there: somebody typed
        it there, or it came with the words. Of two parts of a paragraph the first has it only where there are no
        others."""
        if old is None:
            return duty.penultimate
        if not self._old_duties.end(old).join:
            return duty.penultimate and len(self.duties.siblings(at)) == 2
        return not gave_away(self.duties, at, self._old_duties, old)

    def _beside_caret(self, entry: Entry, join: str | None, old: int | None) -> Entry | None:
        """The caret writes there; only the "and" of a list comes or goes that has it there now, or no longer; from what
        was put back none goes: it stood there in the base."""
        if old is None or not entry.end.mark or not _same_tail(self.before.entries[old], entry):
            return None
        was, own = join_as_it_is(self._old_duties, old), entry.end.join
        comes = join and not was and not own
        goes = was and was == own and not join and entry.key not in self._step.kept
        return with_end(self._working, entry, Duty(entry.end.mark), join or "") if comes or goes else None

    def _stays(self, at: int, duty: Duty, join: str, old: int | None) -> bool:
        """Whether an end that is not as it should be was so before the step, which gave no reason to set it right."""
        entry = self._entries[at]
        if old is None or not _same_tail(self.before.entries[old], entry):
            return False
        old_duty = self._old_duties.due(old)
        for_items = old_duty is not None and old_duty.mark == ":" and not self._introduces_yet(at, old)
        if entry.end.mark == ":" and not for_items:
            return True  # it came not for them, and goes not with what it introduces
        if old_duty is None or old_duty.mark != duty.mark:
            return False
        if entry.end.mark == "." and _ended(self.before.entries, old) and not _ended(self._entries, at):
            return False  # it ended a part
        return (duty.keeps and join == entry.end.join) or join == (join_as_it_is(self._old_duties, old) or "")

    def _full_stop_stood(self, at: int) -> bool:
        """Whether another paragraph ended the part before the heading behind this one, with the full stop of a part."""
        entries, before = self._entries, self.before
        heading = before.position(entries[at + 1].key, at + 1) if _ends_part(entries, at) else None
        if not heading:
            return False
        stood, old_duty = before.entries[heading - 1], self._old_duties.of(heading - 1)
        ended = stood.end.mark == "." and old_duty is not None and old_duty.mark == ";"
        return ended and stood.key != entries[at].key

    def _introduces_yet(self, at: int, old: int) -> bool:
        """Whether the paragraph behind one is yet to be written, and stood there before the step."""
        after, stood = self._entries[at + 1 : at + 2], self.before.entries[old + 1 : old + 2]
        return bool(after and stood) and not after[0].length and after[0].key == stood[0].key

    def _is_new(self, at: int) -> bool:
        """Whether the whole paragraph or item whose end this is came with the step, and with it the "and" of its
        list."""
        head = self.duties.head_of_close(at)
        return head is not None and self.before.position(self.duties.key(head), head) is None


def unmark(step: Step, positions: Iterable[int], kind: Kind) -> None:
    """Take the marks that their place gave paragraphs, before they become of a kind that ends without one.

    A quotation and a text may well end so, and lose none that the base had there.
    """
    working = step.working
    if not working.punctuates or kind in _ENDS:
        return
    duties = Duties(working.entries, working.stretches)
    changes: dict[int, Entry] = {}
    for position in positions:
        entry, duty = working.entries[position], duties.of(position)
        end, runs = entry.end, entry.paragraph.runs
        stood = kind not in _UNMARKED and any(working.original[old].end.mark == end.mark for old in entry.came_from)
        if duty is not None and end.mark == duty.mark and end.sound and not stood:
            changes[position] = entry.with_runs(replaced(runs, end.start, end.stop, cut(runs, *end.notes)))
    step.put_all(changes)


def in_its_language(working: WorkingText, entry: Entry, join: str | None) -> str | None:
    """The "and" of a list as a paragraph of it says that: the one it has, else that of its language."""
    own = entry.end.join
    if not join or join == own:
        return join
    return own if own and same_sense(own, join) else marks_for(entry.text, language(working)).joining(join)


def with_end(working: WorkingText, entry: Entry, duty: Duty, join: str) -> Entry:
    """A paragraph with the mark of its duty and an "and"; the same where nothing may be put there."""
    paragraph = entry.paragraph
    marks = marks_for(paragraph.text, language(working))
    runs = ended(paragraph.runs, duty.mark, join, marks, entry.end)
    if runs == paragraph.runs:
        return entry
    opening = opening_places(paragraph.runs)
    if opening is not None and opening[1] == entry.end.start:
        runs = marked(runs, opening[1], length(runs), italic=False)  # it is no part of the opening
    return entry.with_runs(runs)


def without_join(working: WorkingText, position: int) -> Entry:
    """A paragraph that gives its "and" to another."""
    entry = working.entries[position]
    return with_end(working, entry, Duty(entry.end.mark), "")


def may_end(entry: Entry, *, left: bool = False) -> bool:
    """Whether a mark may be set: never where a paragraph ends in anything but a mark, a word or a closing sign."""
    return entry.end.sound or (left and entry.end.quoted)


def goes_on(working: WorkingText, duties: Duties, position: int, duty: Duty) -> bool:
    """Whether a paragraph of an annex that is to end in a full stop has none and ends in an "and", which no list of
    sentences has there: its own is not finished."""
    entry = working.entries[position]
    if duty.mark != "." or entry.end.mark or entry.end.join or not duties.in_annex(position):
        return False
    before = entry.text.rstrip().lower()
    words = (word for word in joins_in(working, entry.text) if before.endswith(word))
    return any(ord(word[0]) >= _HAN or not before.removesuffix(word)[-1:].strip() for word in words)


def _ends_part(entries: Sequence[Entry], position: int) -> bool:
    """Whether a section or heading stands behind a paragraph, before which a full stop may stand too."""
    return position + 1 < len(entries) and entries[position + 1].paragraph.kind in _PARTS


def _ended(entries: Sequence[Entry], position: int) -> bool:
    """Whether a full stop may stand at the end of a paragraph for where it stands."""
    return _ends_part(entries, position) or _ends_text(entries, position)


def _ends_text(entries: Sequence[Entry], position: int) -> bool:
    """Whether only paragraphs without words stand behind one, before which a full stop may stand (`end_text`)."""
    return position + 1 < len(entries) and not any(entries[at].length for at in range(position + 1, len(entries)))


def _same_tail(old: Entry, new: Entry) -> bool:
    """Whether a paragraph ends as it did; one that had no words ended in no way."""
    begun = new.length > 0 and not old.length
    return not begun and (
        old.paragraph.runs == new.paragraph.runs or (old.end.mark, old.end.join) == (new.end.mark, new.end.join)
    )


def _seeds(step: Step, positions: Iterable[int]) -> set[int]:
    """Where the step changed something, as positions in the text as it is now."""
    seeds: set[int] = set()
    for splice in step.splices:
        grown = len(splice.new) - len(splice.old)
        end = splice.start + len(splice.old)
        if grown:
            seeds = {at + grown if at >= end else min(at, splice.start + len(splice.new)) for at in seeds}
        seeds.update(range(splice.start - 1, splice.start + len(splice.new) + 1))
    return seeds | set(positions)


def _around(duties: Duties, seeds: Collection[int], count: int) -> set[int]:
    """The paragraphs whose duty can depend on those where something changed."""
    near = {at + step for at in seeds for step in range(-_REACH, _REACH + 1) if 0 <= at + step < count}
    duties.go_through(min(near, default=0), max(near, default=0))
    lists: set[int] = set()
    above: set[int] = set()
    parents: set[int] = set()
    for at in near:
        if duties.kind(at) is Kind.PREAMBULAR:
            lists.update(duties.siblings(at))
        if duties.stands_among(at, near):
            lists.add(at)  # all in its list are in those of the ones around it
            continue
        lists.update(duties.group(at))
        parent = duties.parent(at) if duties.is_item(at) else None
        while parent is not None and parent not in parents:
            parents.add(parent)
            above.update(duties.group(parent))
            parent = duties.parent(parent) if duties.is_item(parent) else None
    return near | parents | lists | duties.leaves(lists | above)
