"""Sections that go on with the numbers of those before: they do so while paragraphs and sections come, go and move.

Whether a section goes on is told by its first numbered paragraph, as in any draft: its number is printed, and one more
than the last before. So nothing but that number is kept: each step that changes how paragraphs count puts it right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from models.draft import Kind
from models.draft.numbering import form_of, value_of
from models.editing.edit import Entry
from models.editing.stretches import Stretches

if TYPE_CHECKING:
    from models.editing.step import Step

Going = Literal["on", "anew", "apart"]
"""With the numbers before it, from 1, or from a number of its own that does neither."""


@dataclass(slots=True)
class _Section:
    """A section of the text: which part of it (resolution, annex), its first OP that counts, and what is counted.

    What stands before the sections of a part is one as well, with one key of no paragraph for all parts: an annex that
    comes or goes makes nothing else of it.
    """

    key: int
    part: int
    first: Entry | None = None
    position: int = -1
    operatives: int = 0
    before: int = 0
    """The last number before it."""
    sets: int | None = None
    """The last number that is printed behind its first."""
    adds: int = 0
    """How many are counted from there on."""

    @property
    def number(self) -> int | None:
        """The number of its first; None where that has none."""
        if self.first is None or (self.first.printed and self.first.paragraph.number is None):
            return None
        return value_of(self.first.paragraph.number, 0) if self.first.paragraph.number else 1

    @property
    def going(self) -> Going | None:
        """How it goes; None where nothing tells: it has no numbers, or stands before all of them."""
        number = self.number
        if number is None or (number == 1 and not self.before):
            return None
        return "anew" if number == 1 else "on" if self.before and number == self.before + 1 else "apart"

    def last(self, number: int) -> int:
        """The last number in it, once its first has one."""
        return self.adds + (self.sets if self.sets is not None else number)


def follow_sections(step: Step, *, anew: bool = False) -> None:
    """Let sections that went on with the numbers before a step go on after it, as part of the step.

    A new one, or one that had no numbers, goes as the one before it in its part does, else as the one after it. A
    number that the step sets by hand stands, and so does one that is neither the next nor 1; `anew`: that goes on.
    """
    working = step.working
    texts = (step.stretches_before, working.stretches)
    if step.exact or not (texts[0].has(Kind.SECTION) or texts[1].has(Kind.SECTION)):
        return
    old = _sections(texts[0])
    formers = {one.first.key: one for one in (*old, *_came_back(step)) if one.first is not None and _in_order(one)}
    if formers:
        _release(step, formers)
    known = {one.key: "on" if anew and one.going == "apart" and one.before else one.going for one in old}
    _set_firsts(step, known, formers)


def numbered_by_place(text: Stretches) -> dict[int, Going | None]:
    """The first paragraphs of sections that have their number by where that stands, by key, and how it goes."""
    if not text.has(Kind.SECTION):
        return {}
    firsts = ((one, one.first) for one in _sections(text))
    return {first.key: one.going for one, first in firsts if first and (not first.printed or _in_order(one))}


def last_number_before(text: Stretches, position: int) -> int:
    """The last number that is counted before the section in which a paragraph stands; 0 where none is."""
    heading = text.before(position, (Kind.SECTION, Kind.ANNEX, Kind.ENACTING))
    key = text[heading].key if heading is not None else None
    return next((section.before for section in _sections(text) if section.key == key), 0)


def _in_order(section: _Section) -> bool:
    printed = section.first is not None and section.first.printed
    return printed and (section.going == "on" or section.number == 1)


def _came_back(step: Step) -> list[_Section]:
    """The sections of the base whose first came back with the step, and with it the number it had there."""
    original = step.working.original
    stood = {entry.key for splice in step.splices for entry in splice.old}
    came = {
        entry.key
        for splice in step.splices
        for entry in splice.new
        if entry.printed and entry.key not in stood and entry.key < len(original)
    }
    if not came:
        return []
    found = _sections(Stretches(original))
    return [one for one in found if one.first is not None and one.first.key in came]


def _release(step: Step, formers: dict[int, _Section]) -> None:
    """What was the first of a section and is no longer counts by its place."""
    working = step.working
    firsts = {one.first.key: one.key for one in _sections(working.stretches) if one.first is not None}
    put: dict[int, Entry] = {}
    for start, part in zip(working.stretches.starts, working.stretches.parts, strict=True):
        for offset in part.printed:
            entry = part.entries[offset]
            former = formers.get(entry.key)
            if former is None or former.first is None or firsts.get(entry.key) == former.key:
                continue
            if entry.paragraph.number == former.first.paragraph.number and entry.key not in step.numbered:
                put[start + offset] = _by_its_place(entry)
    step.put_all(put)


def _set_firsts(step: Step, known: dict[int, Going | None], formers: dict[int, _Section]) -> None:
    sections = _sections(step.working.stretches)
    goings = _goings(step, sections, known)
    put: dict[int, Entry] = {}
    last = 0
    for at, (section, going) in enumerate(zip(sections, goings, strict=True)):
        if at and sections[at - 1].part == section.part:
            section.before = last
        number, first = section.number, section.first
        if number is None or first is None:
            last = section.before
            continue
        follows = at + 1 < len(sections) and sections[at + 1].part == section.part and goings[at + 1] == "on"
        if going == "on":
            number = section.before + 1
        # The first of all counts by its place, and has no number where it is the only one, save others count with it.
        if number > 1 or (section.operatives == 1 and follows):
            if not first.printed or number != section.number:
                put[section.position] = _printed(first, number, formers.values())
        elif going == "on" and first.printed:
            put[section.position] = _by_its_place(first)
        last = section.last(number)
    step.put_all(put)


def _goings(step: Step, sections: Sequence[_Section], known: dict[int, Going | None]) -> list[Going | None]:
    """How each section goes after a step; None where it stands as it is."""
    told = [known.get(one.key) for one in sections]
    goings: list[Going | None] = []
    for at, section in enumerate(sections):
        going = told[at]
        if section.first is not None and section.first.key in step.numbered:
            going = section.going
        elif going is None and section.before:
            earlier = [goings[one] for one in range(at - 1, -1, -1) if sections[one].part == section.part]
            later = [told[one] for one in range(at + 1, len(sections)) if sections[one].part == section.part]
            going = next((one for one in (*earlier, *later) if one in ("on", "anew")), None)
        goings.append(going)
    return goings


def _by_its_place(entry: Entry) -> Entry:
    return replace(entry, paragraph=replace(entry.paragraph, number=None), printed=False)


def _printed(entry: Entry, value: int, formers: Iterable[_Section]) -> Entry:
    """A paragraph with a number of its own, in the figures that the text has."""
    forms = (form_of(one.first.paragraph.number, 0) for one in formers if one.first and one.first.paragraph.number)
    form = next((one for one in forms if one is not None), None)
    number = (form.write(0, value) if form is not None else None) or str(value)
    return replace(entry, paragraph=replace(entry.paragraph, number=number, set_label=None), printed=True)


def _sections(text: Stretches) -> list[_Section]:
    """The sections of a text in their order, with what counts in them, and what each part has before them."""
    part = last = 0
    now = _Section(-1, part)
    found = [now]

    def close() -> int:
        return last if now.first is None else now.last(now.number or 1)

    for start, stretch in zip(text.starts, text.parts, strict=True):
        for counted in stretch.counted:
            if counted.begins is not None:
                last = close()
                if counted.begins.paragraph.kind is Kind.SECTION:
                    now = _Section(counted.begins.key, part, before=last)
                else:
                    part, last = part + 1, 0
                    now = _Section(-1, part)
                found.append(now)
            now.operatives += counted.operatives
            if now.first is not None or counted.first is None:
                now.sets, now.adds = counted.behind(now.sets, now.adds)
            else:
                now.first, now.position = counted.first, start + counted.position
                now.sets, now.adds = counted.sets, counted.adds
    return found
