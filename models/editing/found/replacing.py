"""Replacing what was found, one or all of it as one step, and how that would read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.awaited import ask
from models.draft import DraftError, Footnote
from models.draft.agreed import agreed_places, agreed_words, holds_brackets
from models.draft.held_letters import LINE_ENDS, held, in_one_line
from models.editing.edit import Entry, Selection
from models.editing.found.finding import Findings, Hit, NoteMatch, Place
from models.editing.found.kept_case import in_case_of
from models.editing.found.patterns import as_template, check_replacement
from models.editing.found.replaced_looks import in_place_of
from models.editing.found.unlabelled import name_of_unlabelled
from models.editing.notes.footnotes import join_all, joins
from models.editing.runs import Runs, cut, length, replaced
from models.editing.working import WorkingText
from models.telling.figures import counted, figure
from models.telling.opened_again import opened

if TYPE_CHECKING:
    from regex import Match

_CONTEXT = 40


class NothingReplaced(DraftError):
    """What is found reads already as what was to take its place."""


class TextHasChanged(DraftError):
    """What was found was found in another text than the one at hand."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One replacement as it would be: the paragraph's label, else what it is, or "Note 3"; what goes and what comes,
    the words around."""

    label: str
    left: str
    old: str
    new: str
    right: str


def replace_one(working: WorkingText, selection: Selection, found: Findings, text: str, number: int) -> Place:
    r"""Replace one hit; gives the place just behind what came. `$1` is a group, `$0` all that was found."""
    _check(working, found, text)
    hit = found.hits[number]
    place = hit.place
    with working.step("Replace", selection) as step:
        if isinstance(place, NoteMatch):
            new = _new_runs(found, working.notes[place.note].runs, hit, text)
            step.set_note(place.note, _note_with(working, place.note, [(hit, new)]))
            join_all(working, [place.note])
            end = place.start + length(new)
            return NoteMatch(place.note, end, end)
        position = place.start.position
        entry = working.entries[position]
        new = _new_runs(found, entry.paragraph.runs, hit, text)
        step.put(position, entry.with_runs(_replaced(entry.paragraph.runs, [(hit, new)])))
        step.caret(position, place.start.place + length(new))
        return step.selection


def replace_all(
    working: WorkingText,
    selection: Selection,
    found: Findings,
    text: str,
    skipped: Collection[int] = (),
    known: Collection[str] = (),
) -> int:
    """Replace every hit in paragraphs and notes as one step; gives how many. Note marks within them stay.

    `skipped` are numbers of hits that are left as they are; where the words `known` are agreed ad ref, the step tells
    how many paragraphs are so no longer. A note that then reads as another does
    becomes that one. Raises NothingReplaced.
    """
    _check(working, found, text)
    wanted = _wanted(found, skipped)
    put: dict[int, Entry] = {}
    in_text = _by(wanted, lambda place: place.start.position if isinstance(place, Selection) else None)
    for position, hits in in_text:
        entry = working.entries[position]
        new = [(hit, _new_runs(found, entry.paragraph.runs, hit, text)) for hit in hits]
        put[position] = entry.with_runs(_replaced(entry.paragraph.runs, new))
    left = len(found.hits) - len(wanted)
    again = opened(how_many_open(opened_again(working, found, text, known), skipped))
    with working.step(f"Replace {counted(len(wanted), 'place')}", selection) as step:
        stays = f"{figure(left)} left as {'it is' if left == 1 else 'they are'}, as you chose" if left else ""
        step.told = "; ".join(filter(None, (stays, again)))
        step.put_all(put)
        notes = _new_notes(working, found, wanted, text)
        for note, footnote in notes.items():
            step.set_note(note, footnote)
        if wanted and not step.splices and not step.notes:
            raise NothingReplaced("What was found reads so already; nothing was replaced.")
        # While some are not replaced yet, what reads as another is not what it will be.
        join_all(working, notes)
        caret = selection.start
        longest = working.entries[caret.position].length if caret.position < len(working.entries) else 0
        step.caret(caret.position, min(caret.place, longest))
    return len(wanted)


def preview(working: WorkingText, found: Findings, text: str) -> tuple[PreviewRow, ...]:
    """What `replace_all` would do, one row a replacement, each on the text as it is now.

    Of a note that would read as another, and become that one, the label says so.
    """
    _check(working, found, text)
    labels = note_labels(working, found, text)
    return tuple(_row(working, found, hit, text, labels.get(number)) for number, hit in enumerate(found.hits))


def opened_again(
    working: WorkingText, found: Findings, text: str, known: Collection[str]
) -> tuple[frozenset[int], ...]:
    """Of each paragraph that is agreed ad ref where the words `known` are, and open again with words in it replaced,
    the numbers of the hits of which each does that."""
    hits = _numbered_in_text(found) if known else {}
    agreed = agreed_places([entry.paragraph for entry in working.entries], known, hits) if hits else frozenset[int]()
    each = (
        frozenset(number for number, hit in hits[at] if _opens(working.entries[at], found, hit, text, known))
        for at in sorted(agreed)
    )
    return tuple(filter(None, each))


def how_many_open(opened: Iterable[frozenset[int]], skipped: Collection[int]) -> int:
    """How many of the paragraphs of `opened_again` are open while some hits are left as they are."""
    return sum(not numbers.issubset(skipped) for numbers in opened)


def _numbered_in_text(found: Findings) -> dict[int, list[tuple[int, Hit]]]:
    """The hits with their numbers, by the paragraph in which they are."""
    hits: dict[int, list[tuple[int, Hit]]] = {}
    for number, hit in enumerate(found.hits):
        if isinstance(hit.place, Selection):
            hits.setdefault(hit.place.start.position, []).append((number, hit))
    return hits


def _opens(entry: Entry, found: Findings, hit: Hit, text: str, known: Collection[str]) -> bool:
    """Whether a paragraph is no longer agreed once one hit in it is replaced."""
    runs = entry.paragraph.runs
    then = entry.with_runs(_replaced(runs, [(hit, _new_runs(found, runs, hit, text))])).paragraph
    return holds_brackets(then) or agreed_words(then) not in known


def note_labels(working: WorkingText, found: Findings, text: str, skipped: Collection[int] = ()) -> dict[int, str]:
    """The labels of the rows of `preview` that stand in notes, by their numbers, while some rows are left out."""
    in_notes = {number: hit.place.note for number, hit in enumerate(found.hits) if isinstance(hit.place, NoteMatch)}
    notes = _new_notes(working, found, _wanted(found, skipped), text)
    cited = (
        {one: notes.get(one, working.notes[one]) for one in working.cited() if one in working.notes} if notes else {}
    )
    becomes = joins(cited, notes)
    return {
        number: f"Note {working.mark(note)}"
        + (f", then one with {working.mark(becomes[note])}" if note in becomes and number not in skipped else "")
        for number, note in in_notes.items()
    }


def _check(working: WorkingText, found: Findings, text: str) -> None:
    if found.searched.version != working.version and found.hits:
        raise TextHasChanged("The text has changed since it was searched; search again.")
    if found.query.regex and found.pattern is not None:
        check_replacement(found.pattern, text)


def _wanted(found: Findings, skipped: Collection[int]) -> list[Hit]:
    return [hit for number, hit in enumerate(found.hits) if number not in skipped]


def _by(hits: Iterable[Hit], where: Callable[[Place], int | None]) -> list[tuple[int, list[Hit]]]:
    """Hits by the paragraph or the note they are in, those that are in none set aside."""
    found: dict[int, list[Hit]] = {}
    for hit in hits:
        at = where(hit.place)
        if at is not None:
            found.setdefault(at, []).append(hit)
    return list(found.items())


def _new_notes(working: WorkingText, found: Findings, hits: Iterable[Hit], text: str) -> dict[int, Footnote]:
    """The notes among some hits, as they read with all of these replaced."""
    return {
        note: _note_with(working, note, [(hit, _new_runs(found, working.notes[note].runs, hit, text)) for hit in here])
        for note, here in _by(hits, lambda place: place.note if isinstance(place, NoteMatch) else None)
    }


def _note_with(working: WorkingText, note: int, new: Sequence[tuple[Hit, Runs]]) -> Footnote:
    footnote = working.notes[note]
    return replace(footnote, runs=_replaced(footnote.runs, new))


def _replaced(runs: Runs, new: Sequence[tuple[Hit, Runs]]) -> Runs:
    """Runs with hits replaced, which stand in their order."""
    for hit, what in reversed(new):
        runs = replaced(runs, *hit.span, what)
    return runs


def _new_text(found: Findings, match: Match[str], text: str) -> str:
    """What comes in the place of a match; words that are found in any case keep that of what they replace.

    Of very many each asks whether somebody waits for it yet.
    """
    ask()
    query, text = found.query, text.strip(LINE_ENDS)  # what was copied with its end
    if query.regex:
        text = match.expand(as_template(text, match.re.groups))
    elif not query.case:
        text = in_case_of(match[0], query.text, text)
    return held(in_one_line(text))


def _new_runs(found: Findings, runs: Runs, hit: Hit, text: str) -> Runs:
    """The same as runs that look like what is replaced."""
    match = hit.match
    return in_place_of(cut(runs, *hit.span), _new_text(found, match, text), match.string[match.end() :])


def _row(working: WorkingText, found: Findings, hit: Hit, text: str, label: str | None) -> PreviewRow:
    match = hit.match
    if isinstance(hit.place, Selection):
        position = hit.place.start.position
        label = working.label(position) or name_of_unlabelled(
            position, lambda at: working.entries[at].paragraph, working.number
        )
    left, right = _from_a_word(match.string[: match.start()]), _to_a_word(match.string[match.end() :])
    return PreviewRow(label or "", left, match[0], _new_text(found, match, text), right)


def _from_a_word(before: str) -> str:
    """The last words before a match."""
    if len(before) <= _CONTEXT:
        return before
    space = before.find(" ", len(before) - _CONTEXT)
    return "… " + before[space + 1 if space >= 0 else len(before) - _CONTEXT :]


def _to_a_word(after: str) -> str:
    """The first words behind a match."""
    if len(after) <= _CONTEXT:
        return after
    space = after.rfind(" ", 0, _CONTEXT)
    return after[: space if space > 0 else _CONTEXT] + " …"
