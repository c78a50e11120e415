"""Numbers set by hand: bis, ter, alt; any number; and all of them computed again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from models.draft import DraftError, Kind
from models.draft.numbering import (
    CAPITALS,
    RANKED,
    SUFFIX,
    SUFFIX_WORDS,
    Form,
    form_of,
    has_suffix,
    plain_suffix,
    printed_form,
    usual_form,
    value_of,
)
from models.editing.edit import Entry, Selection
from models.editing.places import Entries, depth, positions
from models.editing.section_numbers import follow_sections
from models.editing.step import Step
from models.editing.typed.before_in_list import NoSuffixLeft, before_in_list, free, in_its_letters, twice
from models.editing.typed.list_forms import follow_forms
from models.editing.working import WorkingText
from models.telling.sentences import listed

_NUMBERED = (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SECTION)
_NUMBER = re.compile(rf"[(（]?[^\W_]{{1,7}}ـ?[.)）]*(?:\s+(?:{SUFFIX_WORDS})(?:\s*\d+)?)*", re.IGNORECASE)


class NotANumber(DraftError):
    """What was given as a number of a paragraph is none."""

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}” is no number of a paragraph; write one like 5, 3 bis, (a) or II.")


class NoNumberThere(DraftError):
    """A paragraph of this kind has no number."""

    def __init__(self) -> None:
        super().__init__("Only PPs, OPs, subparagraphs and sections have numbers; put the cursor in one of them.")


class NothingBefore(DraftError):
    """The first paragraph of a list cannot be the bis of another; an alt of what comes after it it can."""

    def __init__(self, suffix: str) -> None:
        super().__init__(
            f"A {suffix} has the number before it, and this paragraph is the first of its list; "
            "move it behind the one it belongs to."
        )


class GivenTwice(DraftError):
    """A number set by hand, or one that counts on from it, is that of another paragraph of the list."""

    def __init__(self, number: str, beside: Sequence[str]) -> None:
        super().__init__(
            f"Another paragraph of this list would be {number} too; write {' or '.join(beside)} for one beside it."
        )


class NothingToRenumber(DraftError):
    """All numbers that may be counted again are counted already."""

    def __init__(self, kept: Sequence[str], astray: Sequence[str] = ()) -> None:
        by_hand = f"; {_some(kept)} {_were(kept)} set by hand: “Computed number” takes that away" if kept else ""
        stand = "stands" if len(astray) == 1 else "stand"
        wrong = f"All numbers follow but {_some(astray)}, set by hand, which {stand} behind another number"
        again = "“Number bis” calls a paragraph by the one it stands behind"
        super().__init__(f"{wrong}: {again}." if astray else f"All numbers follow already{by_hand}.")


def set_suffix(working: WorkingText, selection: Selection, suffix: str | None) -> None:
    """Let the selected paragraph be the bis, ter, alt... of the one before it, or, with None, count again.

    The next suffix (bis, ter, quater) is taken where another of the list has the wanted one, so several get one after
    the other; "alt" is the same for all of them, and one before all others is that of the first. Raises NothingBefore,
    NoSuffixLeft.
    """
    wanted = _alike(working.entries, positions(selection, working.entries))
    suffix = in_its_letters(working, suffix) if suffix else None
    words = f"Set {suffix}" if suffix else "Number counted again"
    with working.step(words, selection) as step:
        for position in wanted:
            step.put(position, _suffixed(working, position, suffix))
        follow_forms(step)


def _alike(entries: Entries, wanted: range) -> list[int]:
    """The selected paragraphs of the first one's level."""
    counted = [position for position in wanted if depth(entries[position]) is not None]
    return [position for position in counted if depth(entries[position]) == depth(entries[counted[0]])]


def _suffixed(working: WorkingText, position: int, suffix: str | None) -> Entry:
    entry = working.entries[position]
    if suffix is None:
        return _computed(entry) if _set_by_hand(entry) else entry
    number = free(working, position, _beside(working, position, suffix), suffix)
    if entry.paragraph.kind is Kind.PREAMBULAR:
        return replace(entry, paragraph=replace(entry.paragraph, set_label=number))
    return replace(entry, paragraph=replace(entry.paragraph, number=number, set_label=None), printed=True)


def _beside(working: WorkingText, position: int, suffix: str) -> str:
    """The number a suffix is put to: that before it; of one that has a suffix already the one it stands behind."""
    before, by_hand = before_in_list(working, position), _set_by_hand(working.entries[position])
    if before is not None and (not by_hand or behind_another(working, position)):
        return bare(working, before)
    if not by_hand and suffix in RANKED:
        raise NothingBefore(suffix)
    return bare(working, position)


def _set_by_hand(entry: Entry) -> bool:
    return has_suffix(entry.paragraph.number) or entry.paragraph.set_label is not None


def _computed(entry: Entry) -> Entry:
    return replace(entry, paragraph=replace(entry.paragraph, number=None, set_label=None), printed=False)


def bare(working: WorkingText, position: int) -> str:
    """The number of a paragraph without bis, ter, alt: "3", "(a)"; of a PP its label, "PP5"."""
    if working.entries[position].paragraph.kind is Kind.PREAMBULAR:
        shown = working.label(position) or "PP1"
    else:
        label = working.entries[position].paragraph.set_label
        shown = label.removeprefix("OP") if label else working.number(position) or "1"
    return SUFFIX.sub("", shown).strip()


def behind_another(working: WorkingText, position: int) -> bool:
    """Whether a bis, ter or alt does not stand behind the paragraph it is the bis of."""
    before = before_in_list(working, position)
    numbers = {None if at is None else bare(working, at).rstrip(". ").removeprefix("OP") for at in (before, position)}
    return len(numbers) > 1 and _has_suffix(working.entries[position])


def set_number(working: WorkingText, selection: Selection, text: str | None) -> None:
    """Let the paragraph of the caret have a number as given: "5", "3 bis", "(b)", "PP5 bis"; None: count again.

    Raises NotANumber, NoNumberThere, and GivenTwice where two of the list would have the same then.
    """
    wanted = positions(selection, working.entries)
    if not wanted:
        return
    position = wanted.start
    entry = working.entries[position]
    kind = entry.paragraph.kind
    if kind is not Kind.PREAMBULAR and kind not in _NUMBERED:
        raise NoNumberThere
    with working.step("Set the number" if text else "Number counted again", selection) as step:
        step.put(position, _computed(entry))
        if not text or not text.strip():
            follow_forms(step)
            return
        number = _read(text, entry)
        step.numbered.add(entry.key)
        if kind is Kind.PREAMBULAR:
            if number != working.label(position):
                paragraph = replace(step.working.entries[position].paragraph, set_label=number)
                step.put(position, replace(entry, paragraph=paragraph, printed=False))
        elif number != working.number(position):
            paragraph = replace(step.working.entries[position].paragraph, number=number)
            step.put(position, replace(entry, paragraph=paragraph, printed=True))
        if found := twice(working, position):
            now = step.working.entries[position]
            step.put(position, entry)
            already = twice(working, position)
            step.put(position, now)
            if more := [shown for one, shown in found.items() if one not in already]:
                raise GivenTwice(more[0], [*_free_beside(working, position, more[0])])
        follow_forms(step)


def _free_beside(working: WorkingText, position: int, number: str) -> Iterator[str]:
    """What a paragraph beside one of this number can be called: "2 ter", "2 alt"."""
    suffix = SUFFIX.search(number)
    bare_one = number[: suffix.start()].strip() if suffix else number
    with suppress(NoSuffixLeft):
        yield free(working, position, bare_one, "bis")
    yield f"{bare_one} alt"


def _read(text: str, entry: Entry) -> str:
    """A number as it is kept, from one as it is written."""
    kind, level = entry.paragraph.kind, entry.paragraph.level
    label = re.match(r"\s*(?:PP|OP)\s*", text, re.IGNORECASE)
    words = " ".join(text[label.end() if label else 0 :].split()).rstrip(".")
    if not _NUMBER.fullmatch(words):
        raise NotANumber(text.strip())
    suffix = SUFFIX.search(words)
    number = (words[: suffix.start()] if suffix else words).strip()
    after = f" {plain_suffix(suffix['suffix'])}" if suffix else ""
    value = value_of(number, level if kind is Kind.SUBPARAGRAPH else 0)
    if kind is Kind.SECTION:
        return number.upper() + after
    if value is None:
        raise NotANumber(text.strip())
    if kind is Kind.SUBPARAGRAPH:
        if number.isalnum() and not number.isdigit():
            form, own = form_of(f"({number})", level), _shape(entry)
            if own is not None and form is not None and own.alphabet == form.alphabet:
                number = f"{own.before}{number}{own.after}"  # "c" in a list "a)"
            elif form is not None and form.alphabet not in ("", CAPITALS):
                number = f"({number})"
            else:
                number = printed_form(level, value)
        return number + after
    return f"{'PP' if kind is Kind.PREAMBULAR else ''}{value}{after}"


def renumber(working: WorkingText, selection: Selection, suffixes: bool = False) -> None:
    """Count all numbers again, in what is selected or, where nothing is, in the whole text.

    Numbers with bis, ter, alt stay unless `suffixes`, and so do bullets; "a)" goes on as "a)". A section whose first
    number is not 1 goes on with the numbers before it. Raises NothingToRenumber.
    """
    every = range(len(working.entries))
    wanted = every if selection.empty else positions(selection, working.entries)
    before = list(working.entries)
    by_hand = [] if suffixes else [at for at in wanted if _has_suffix(before[at])]
    kept = [_name(working, at) for at in by_hand]
    with working.step("Renumber", selection) as step:
        shapes = {}
        for position in wanted:
            entry = working.entries[position]
            if _may_be_counted(entry, suffixes):
                shapes[position] = _shape(entry)
                step.put(position, _computed(entry))
        for position, shape in shapes.items():
            _reshape(step, position, shape)
        follow_sections(step, anew=True)
        changed = sum(working.entries[position] != before[position] for position in shapes)
        if not changed:
            raise NothingToRenumber(kept, [_name(working, at) for at in by_hand if behind_another(working, at)])
        counted = counted_again(changed)
        step.told = (
            f"{counted}; {_some(kept)}, set by hand, {'stay' if len(kept) > 1 else 'stays'}" if kept else counted
        )


def counted_again(count: int) -> str:
    """What is said where so many numbers that were printed are counted."""
    return "1 number counts again" if count == 1 else f"{count} numbers count again"


def _name(working: WorkingText, position: int) -> str:
    return working.label(position) or working.number(position) or ""


def _some(names: Sequence[str]) -> str:
    """Names in a sentence, the first three of many."""
    if len(names) > 4:
        return f"{', '.join(names[:3])} and {len(names) - 3} more"
    return listed(names)


def _were(names: Sequence[str]) -> str:
    return "was" if len(names) == 1 else "were"


def _has_suffix(entry: Entry) -> bool:
    return has_suffix(entry.paragraph.set_label) or has_suffix(entry.paragraph.number)


def _may_be_counted(entry: Entry, suffixes: bool) -> bool:
    paragraph = entry.paragraph
    if _has_suffix(entry) and not suffixes:
        return False
    if paragraph.kind is Kind.PREAMBULAR:
        return paragraph.set_label is not None
    if paragraph.kind not in _NUMBERED or not (entry.printed or paragraph.set_label is not None):
        return False
    if paragraph.number is None:
        return paragraph.kind is not Kind.SECTION or paragraph.set_label is not None
    return any(sign.isalnum() for sign in paragraph.number)


def _shape(entry: Entry) -> Form | None:
    """The form of a number where it is not the one that is computed: that of "a)" or "(أ)"."""
    paragraph = entry.paragraph
    if paragraph.number is None or paragraph.kind is not Kind.SUBPARAGRAPH:
        return None
    number = SUFFIX.sub("", paragraph.number).strip()
    form = form_of(number, paragraph.level) or Form(*_around(number))
    return form if form != usual_form(paragraph.level) else None


def _around(number: str) -> tuple[str, str]:
    inner = number.strip("().")
    before, _, after = number.partition(inner)
    return before, after


def _reshape(step: Step, position: int, shape: Form | None) -> None:
    if shape is None:
        return
    entry = step.working.entries[position]
    level = entry.paragraph.level
    value = value_of(step.working.number(position) or "", level)
    number = shape.write(level, value) if value is not None else None
    if number is not None:
        step.put(position, replace(entry, paragraph=replace(entry.paragraph, number=number), printed=True))
