"""Openings offered while a paragraph is begun, the most frequent first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from models.draft import Kind, Run
from models.draft.first_letter import with_capital, with_small_letter
from models.editing.acts.settling import settle
from models.editing.edit import Selection
from models.editing.marks.language_marks import ARABIC, CHINESE, FRENCH, RUSSIAN, SPANISH, Marks
from models.editing.marks.language_memory import language
from models.editing.places import HEADS, Entries, fitting, part_kind, preamble_follows
from models.editing.references.before import had_words
from models.editing.runs import cut, joined, offset_of, place_of
from models.editing.typed.opening_counts import counted
from models.editing.typed.openings import italic_opening, opening_places
from models.editing.typed.typed_structure import kind_by, step_opening
from models.editing.undo import COMPLETING
from models.editing.working import WorkingText
from models.reading.openings import opening, plain, words_begin

MOST = 8
"""How many openings are offered at most."""

_AGAIN = re.compile(r"^(?:also|further) | (?:also|further)$", re.IGNORECASE)
_ALSO = re.compile("(?:Also|Further) ")
_NAMES = ((FRENCH, "fr"), (SPANISH, "es"), (RUSSIAN, "ru"), (ARABIC, "ar"), (CHINESE, "zh"))
_FAR = 200
_BEGUN = 16
"""So many letters of an OP are taken for the beginning of a PP at most: then it has become one."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An opening that may be meant: its words, how often resolutions open so (0: not counted), and how many places
    of it are typed already; 0 where it begins otherwise than what is typed, and takes its place."""

    words: str
    count: int = 0
    typed: int = 0


def offers(working: WorkingText, selection: Selection) -> tuple[Offer, ...]:
    """The openings that go on from what is typed at the start of a PP or OP, at most eight; those of OPs as well where
    the preamble may end."""
    begun = _begun(working, selection)
    if begun is None:
        return ()
    position, start, typed = begun
    entries = working.entries
    parts = [_part(working, position)]
    if parts[0] is Kind.PREAMBULAR and len(typed) < _BEGUN and _may_act(entries, position, start + len(typed)):
        parts.append(Kind.OPERATIVE)
    # The few words of a text just begun may tell the wrong language.
    for tongue in dict.fromkeys((_language(language(working)), "en")):
        found = [offer for part in parts for offer in _offers(entries, position, typed, tongue, part)]
        if found:
            return tuple(found[:MOST])
    return ()


def _part(working: WorkingText, position: int) -> Kind:
    """The kind of a paragraph; of a new one behind the last lines of a text, where Enter makes another of them, what it
    is once it opens."""
    entry = working.entries[position]
    begins = entry.paragraph.kind is Kind.CLOSING and not had_words(working, entry)
    return part_kind(working.entries, position) if begins else entry.paragraph.kind


def _may_act(entries: Entries, position: int, end: int) -> bool:
    """Whether a PP with nothing behind a place can become the first OP: no other PP stands below it."""
    return end == len(entries[position].text) and not preamble_follows(entries, position + 1)


def read_openings(working: WorkingText) -> None:
    """Have at hand what can be offered in a text: the first letters typed in it would wait for that."""
    for tongue in {_language(language(working)), "en"}:
        for part in (Kind.PREAMBULAR, Kind.OPERATIVE):
            _known(tongue, part)


def _offers(entries: Entries, position: int, typed: str, tongue: str, part: Kind) -> tuple[Offer, ...]:
    begun = plain(typed)

    def begins_so(words: str) -> bool:
        return len(words) > len(typed) and plain(words[: len(typed)]) == begun

    found: dict[str, Offer] = {}
    for words, count in (*_repeated(entries, position, part), *_known(tongue, part).get(begun[:1], ())):
        if len(found) == MOST:
            break
        begins = begins_so(words)
        # "Also requests" is meant by "Req", too, where "Requests" stood just before.
        taken_up = _ALSO.match(words) if not begins and tongue == "en" and len(typed) > 1 else None
        if begins or (taken_up and begins_so(words[taken_up.end() :].capitalize())):
            found.setdefault(words, Offer(words, count or _count(tongue, part, words), len(typed) if begins else 0))
    return tuple(found.values())


def complete(working: WorkingText, selection: Selection, offer: Offer) -> None:
    """Write an offered opening in the place of what is typed of it, in italics, and a space after it, as its language
    has one; the paragraph is what it would be if that had been typed."""
    begun = _begun(working, selection)
    if begun is None:
        return
    position, start, _ = begun
    with working.step(f"Complete {offer.words}", selection, joins=COMPLETING) as step:
        entry = working.entries[position]
        runs = entry.paragraph.runs
        place = fitting(selection.head, working.entries).place
        after = cut(runs, place)
        # The space or the comma that stands there already is not written twice.
        follows = next((run.text[:1] for run in after if run.footnote is None), "")
        unspaced = "\u4e00" <= offer.words[-1] <= "\u9fff" or (follows and follows in {" ", "\u00a0", ",", "،"})
        space = () if unspaced else (Run(" "),)
        first = place_of(runs, start) if start else 0
        step.put(position, entry.with_runs(joined(cut(runs, 0, first), (Run(offer.words, italic=True), *space), after)))
        place = first + len(offer.words) + (follows in {" ", "\u00a0"} or bool(space))
        step.caret(position, place)
        known = opening(offer.words)
        kind = kind_by(working, position, known, whole=not after) if known is not None else None
        if kind in HEADS and kind is not entry.paragraph.kind:
            step_opening(step, position, kind, (first, first + len(offer.words)))
            step.caret(position, place)
            settle(step)


def _begun(working: WorkingText, selection: Selection) -> tuple[int, int, str] | None:
    """The paragraph of the caret, the offset at which its words begin, and what is typed of them; None elsewhere."""
    if not selection.empty or not working.entries:
        return None
    caret = fitting(selection.head, working.entries)
    entry = working.entries[caret.position]
    if _part(working, caret.position) not in HEADS:
        return None
    text = entry.text
    end = offset_of(entry.paragraph.runs, caret.place)
    start = words_begin(text)
    typed = text[start:end]
    if not typed or not typed[0].isalpha() or len(typed) > 60 or text[end : end + 1].isalnum():
        return None
    return caret.position, start, typed


def _repeated(entries: Entries, position: int, part: Kind) -> Iterator[tuple[str, int]]:
    """For an opening that stood just before: "Recalling also", then "Recalling further"; "Also requests" in an OP."""
    before = _opening_before(entries, position, part)
    if before is None:
        return
    bare = _AGAIN.sub("", before)
    bare = with_capital(bare)
    small = with_small_letter(bare)
    again = [f"{bare} also", f"{bare} further"] if part is Kind.PREAMBULAR else [f"Also {small}", f"Further {small}"]
    used = {plain(before)}
    if plain(again[0]) in used:
        again = again[1:]
    elif plain(again[1]) in used:
        again = []
    for words in again:
        if _count("en", part, words) or _count("en", part, bare):
            yield words, 0


def _opening_before(entries: Entries, position: int, part: Kind) -> str | None:
    """The opening of the PP or OP just before, in the words it has there."""
    for before in range(position - 1, max(position - _FAR, -1), -1):
        paragraph = entries[before].paragraph
        if paragraph.kind is part:
            found = opening_places(paragraph.runs)
            return "".join(run.text for run in cut(paragraph.runs, *found)) if found else None
        if paragraph.kind is not Kind.SUBPARAGRAPH and paragraph.kind is not Kind.QUOTE:
            return None
    return None


def _language(marks: Marks) -> str:
    return next((name for own, name in _NAMES if own is marks), "en")


@cache
def _known(tongue: str, part: Kind) -> dict[str, tuple[tuple[str, int], ...]]:
    """What can be offered, the most frequent first: openings that stand in italics as a whole, by the sign they begin
    with as it is compared, and by the one after "Also" or "Further" in English."""
    found: dict[str, list[tuple[str, int]]] = {}
    for words, count in counted(tongue, part).items():
        if _whole(words):
            taken_up = _ALSO.match(words) if tongue == "en" else None
            starts = (words, words[taken_up.end() :]) if taken_up else (words,)
            for sign in {plain(start)[:1] for start in starts}:
                found.setdefault(sign, []).append((words, count))
    return {sign: tuple(openings) for sign, openings in found.items()}


def _whole(words: str) -> bool:
    known = italic_opening(words)
    return known is None or known.end == len(words)


def _count(tongue: str, part: Kind, words: str) -> int:
    return counted(tongue, part).get(words, 0)
