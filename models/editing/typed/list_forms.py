"""Lists written in a form of their own, as "a)", "(أ)" or "（一）": what is new goes on in it, and the count follows.

The numbers of such a list are kept as printed. Those that stood in sequence before a step stand in sequence after it;
a number that did not was meant so and stays. What comes into another list is numbered as that is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from models.draft.alphabets import CYRILLIC
from models.draft.numbering import SUFFIX, Form, form_of, has_suffix, place_of, usual_form
from models.editing.edit import Entry
from models.editing.marks.language_marks import ARABIC, FRENCH, RUSSIAN, SPANISH
from models.editing.marks.language_memory import language_at
from models.editing.places import Entries, depth, head_of, is_item, is_quote
from models.editing.step import Step
from models.editing.typed.written_number import print_number

_ARABIC_LETTERS = Form("(", ")", "arabic")
_LETTERS = ((ARABIC, _ARABIC_LETTERS), *((marks, Form("", ")")) for marks in (FRENCH, SPANISH, RUSSIAN)))
"""As texts of the United Nations write the first level where it is not (a)."""
_ARABIC_FIGURES = Form("’", "‘", "figures")
"""And the second, where others have (i)."""
_ARABIC_DASHED = Form("", " -", "arabic")
"""And the third, where others have a."""
_QUOTES = ("’", "‘", "'", "`")


def follow_forms(step: Step) -> None:
    """Number what a step put into lists as these are written, and count on behind it."""
    touched = (entry for splice in step.splices for entry in (*splice.old, *splice.new))
    if step.exact or all(depth(entry) is None for entry in touched):  # where a PP or OP goes, lists become one
        return
    entries = step.working.entries
    around = _lists(entries, min(splice.start for splice in step.splices), _last(step))
    before, now = _as_they_stood(step, around), list(entries[around.start : around.stop])
    ordered = _in_order(before)
    suffixed, otherwise = _numbered_by_hand(before, now, ordered)
    ordered = {key: stood for key, stood in ordered.items() if key not in otherwise}
    by_hand = {*step.numbered, *suffixed}
    # One with a suffix takes no place in its list, and tells nothing of how that counts.
    counted = (entry for entry in before if is_item(entry) and not has_suffix(entry.paragraph.number))
    known = {entry.key: (depth(entry), entry.printed) for entry in counted}
    came = _come_from_elsewhere(before, now) - by_hand - set(step.kept)
    came = {key for key in came if key in ordered or not known.get(key, (0, True))[1]}
    counting = _Counting(step, ordered, known, came, by_hand)
    for position in around:
        counting.goes_on_with(position)


def _as_they_stood(step: Step, around: range) -> list[Entry]:
    """The entries at some positions as they were before a step."""
    before = list(step.working.entries[around.start : around.stop])
    for splice in reversed(step.splices):
        at = splice.start - around.start
        before[at : at + len(splice.new)] = splice.old
    return before


def _numbered_by_hand(
    before: Sequence[Entry], now: Sequence[Entry], ordered: Mapping[int, tuple[int, Form]]
) -> tuple[set[int], set[int]]:
    """Which of those in order (by key) were given a number with a suffix, "a) bis" where "b)" was, and which one of
    another form, "a)" typed where "i)" was computed."""
    numbers = {entry.key: entry.paragraph.number for entry in before}
    stand = _in_order(now) if ordered else {}
    suffixed, otherwise = set[int](), set[int]()
    for entry in now:
        number = entry.paragraph.number
        if entry.key not in ordered or number is None or number == numbers[entry.key]:
            continue
        level, form = ordered[entry.key]
        if has_suffix(number):
            suffixed.add(entry.key)
        elif (stand[entry.key][1] if entry.key in stand else form_of(number, level)) != form:
            otherwise.add(entry.key)
    return suffixed, otherwise


class _Counting:
    """The lists of a text counted one item after another.

    `ordered`: by key, level and form of what stood in sequence before the step; `known`, at which level items stood and
    whether their numbers were printed; `came`, which are of another list; `by_hand`, which were numbered so.
    """

    def __init__(
        self,
        step: Step,
        ordered: Mapping[int, tuple[int, Form]],
        known: Mapping[int, tuple[int | None, bool]],
        came: Set[int],
        by_hand: Set[int],
    ) -> None:
        self.step, self.ordered, self.known, self.came, self.by_hand = step, ordered, known, came, by_hand
        self.standing: dict[int, tuple[int, Form | None]] = {}
        self.last: dict[int, Form | None] = {}
        """The form of the item before, whether it stands in sequence or not."""

    def goes_on_with(self, position: int) -> None:
        """Count the entry at a position, and number it where its number follows."""
        entries = self.step.working.entries
        entry = entries[position]
        level = depth(entry)
        if not level:
            self.standing = {}
            return
        self.standing = {at: stand for at, stand in self.standing.items() if at <= level}
        self.last = {at: form for at, form in self.last.items() if at <= level}
        new = self._is_new(entry, level)
        if level in self.standing:
            count, form = self.standing[level]
        else:
            count, form = 0, _form_of_list(self.step, position, self.ordered, self.known, self.came, new=new)
            if entry.key in self.came:
                self.last.pop(level, None)  # that was of another list
        goes_on = (self.last.get(level) or form) if new else form
        follows = self.ordered.get(entry.key) == (level, form) and entry.key not in self.by_hand
        if goes_on is not None and (new or follows):
            count += 1
            _print(self.step, position, goes_on.write(level, count))
        elif entry.key in self.came and entry.printed:
            count += 1
            print_number(self.step, position, None)
        elif not has_suffix(entry.paragraph.number):
            value, _ = _read(entry, level, count + 1)
            count = value if value is not None else count + 1
        self.standing[level] = count, form
        self.last[level] = _own_form(entries[position], level, count)

    def _is_new(self, entry: Entry, level: int) -> bool:
        """Whether an item is new in its list."""
        if entry.key in self.came:
            return True
        return not entry.printed and entry.key not in self.step.kept and self.known.get(entry.key) != (level, False)


def _come_from_elsewhere(before: Sequence[Entry], now: Sequence[Entry]) -> set[int]:
    """The keys of items that stand in the list of another paragraph than before, at the same level, among others of
    that; where no number is printed they are counted there as they are.

    A list that hangs whole below another paragraph now, as where its chapeau is split, has come nowhere; one that
    begins with what is new at its level has.
    """
    if True not in [entry.printed for entry in now]:
        return set()
    hung = _hangs_below(before)
    lists: dict[tuple[int, int | None], list[int]] = {}
    for key, hangs in _hangs_below(now).items():
        lists.setdefault(hangs, []).append(key)
    came = set[int]()
    for (level, head), keys in lists.items():
        of = {key: hung[key][1] for key in keys if key in hung and hung[key][0] == level}
        own = of[keys[0]] if keys[0] in of and head not in of.values() else head
        came.update(key for key, one in of.items() if one != own)
    return came


def _hangs_below(entries: Sequence[Entry]) -> dict[int, tuple[int, int | None]]:
    """By key of each item its level and the key of what it hangs below."""
    found: dict[int, tuple[int, int | None]] = {}
    above: dict[int, int] = {}
    for entry in entries:
        level = depth(entry)
        if level:
            found[entry.key] = level, next((above[at] for at in range(level - 1, -1, -1) if at in above), None)
            above = {at: key for at, key in above.items() if at < level} | {level: entry.key}
        elif not is_quote(entry):
            above = {0: entry.key}
    return found


def _last(step: Step) -> int:
    """Where what a step changed ends."""
    end = 0
    for splice in step.splices:
        shift = len(splice.new) - len(splice.old)
        end = max(splice.start + len(splice.new), end + shift if splice.start < end else end)
    return end


def _lists(entries: Entries, first: int, last: int) -> range:
    """The positions of the lists that stand between two positions, whole, and what they belong to."""
    first = min(first, len(entries))
    head = head_of(entries, first - 1) if first else None
    while head is None and first and is_item(entries[first - 1]):
        first -= 1  # a list under a heading or a text belongs to no paragraph that counts
    while last < len(entries) and (is_item(entries[last]) or is_quote(entries[last])):
        last += 1
    return range(first if head is None else head, min(last, len(entries)))


def _in_order(entries: Sequence[Entry]) -> dict[int, tuple[int, Form]]:
    """By key, level and form of each printed number that is the first or the next of its list."""
    found: dict[int, tuple[int, Form]] = {}
    if True not in [entry.printed for entry in entries]:
        return found  # as nearly always
    standing: dict[int, tuple[int, Form | None]] = {}
    for entry in entries:
        level = depth(entry)
        standing = {at: stand for at, stand in standing.items() if level and at <= level}
        if not level or has_suffix(entry.paragraph.number):
            continue
        count, form = standing.get(level, (0, None))
        value, own = _read(entry, level, count + 1) if entry.printed and entry.paragraph.number else (count + 1, None)
        if own is not None and own != usual_form(level) and value == count + 1 and (form == own or not count):
            found[entry.key] = level, own
        standing[level] = value or count, own
    return found


def _form_of_list(
    step: Step,
    position: int,
    ordered: Mapping[int, tuple[int, Form]],
    stood: Mapping[int, tuple[int | None, bool]],
    came: Set[int],
    *,
    new: bool,
) -> Form | None:
    """The form of the list that begins at a position: its own, or for a new one that it came with, or that of the lists
    before it; `stood`: by key, at which level items stood before the step and whether their numbers were printed, and
    `came`, which of them stood in another list."""
    entries = step.working.entries
    level = depth(entries[position]) or 1
    for at in range(position, len(entries)):
        there = depth(entries[at])
        if (there is None and not is_quote(entries[at])) or (there or level) < level or (there == 0 and not new):
            break
        if there == level and entries[at].key not in came:
            known = ordered.get(entries[at].key)
            if known is not None and known[0] == level:
                return known[1]
            if at > position and stood.get(entries[at].key, (0, False))[0] == level:
                return _own_form(entries[at], level) if new else None
    if entries[position].key in came:
        return ordered.get(entries[position].key, (level, None))[1]
    if not new:
        return None
    return step.forms.get(entries[position].key) or _form_before(step, position, level)


def _form_before(step: Step, position: int, level: int) -> Form | None:
    """The form of the last list of a level, else that of the list it hangs in: "i)" under "a)", else the language's."""
    entries = step.working.entries
    above: Form | None = None
    for at in range(position - 1, -1, -1):
        there = depth(entries[at])
        number = entries[at].paragraph.number if entries[at].printed else None
        if there == level and not has_suffix(number):
            return _own_form(entries[at], level)
        if there == level - 1 and above is None and number:
            above = form_of(number, there)
    if level == 2 and above is not None and above.alphabet == _ARABIC_LETTERS.alphabet:
        return _ARABIC_FIGURES
    if level == 3 and above is not None and above.alphabet == "figures" and above.before in _QUOTES:
        return _ARABIC_DASHED
    if level > 1:
        if above is not None and above.alphabet in CYRILLIC:
            above = above._replace(alphabet="")  # "i)" under "а)", as under "a)"
        return above if above is not None and not above.alphabet and above != usual_form(level) else None
    marks = language_at(step.working, position - 1) if position else None
    usage = next((form for language, form in _LETTERS if language is marks), None)
    behind = _list_behind(entries, position) if usage is not None else None
    return usage if behind is None else _own_form(behind, level)


def _own_form(entry: Entry, level: int, due: int = 0) -> Form | None:
    """The form in which the number of an item is printed, one with a suffix too; None where that is the usual one, or
    it has none."""
    _, form = _read(entry, level, due)
    return form if form != usual_form(level) else None


def _read(entry: Entry, level: int, due: int) -> tuple[int | None, Form | None]:
    """The place and the form of the number that an item has printed; "(ii)" is roman if it is due as the second."""
    number = SUFFIX.sub("", entry.paragraph.number or "") if entry.printed else ""
    return place_of(number, level, due), form_of(number, level, due)


def _list_behind(entries: Entries, position: int) -> Entry | None:
    """The first item of the list of the first level that comes after the one that begins at a position."""
    at = position
    while at < len(entries) and (is_item(entries[at]) or is_quote(entries[at])):
        at += 1
    return next((entry for entry in entries[at:] if depth(entry) == 1), None)


def _print(step: Step, position: int, number: str | None) -> None:
    entry = step.working.entries[position]
    if number is not None and entry.paragraph.number != number:
        step.put(position, replace(entry, paragraph=replace(entry.paragraph, number=number), printed=True))
