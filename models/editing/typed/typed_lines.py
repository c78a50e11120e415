"""Lines that are typed round a resolution: the organ's above its preamble, and those below it that say when and at
which meeting it was adopted."""

from __future__ import annotations

from models.draft import Kind
from models.draft.dates import is_date
from models.draft.masthead_lines import line_role, names_meeting
from models.editing.acts.kinds import step_kind
from models.editing.acts.settling import settle
from models.editing.edit import Selection
from models.editing.marks.language_marks import marks_for
from models.editing.marks.language_memory import language
from models.editing.marks.paragraph_end import ended
from models.editing.marks.punctuation import unmark
from models.editing.places import HEADS, Entries, border_after, border_before, depth, is_item
from models.editing.references.before import had_words
from models.editing.runs import marked, offset_of
from models.editing.step import Step
from models.editing.table_cells import in_cell
from models.editing.typed.behind_lists import item_typed
from models.editing.typed.openings import ORGAN_ENDS
from models.editing.typed.typed_numbers import number_typed_before
from models.editing.working import WorkingText
from models.reading.openings import words_begin
from models.reading.organs import is_enacting, organ_language

_ORGANS_WERE = (Kind.MASTHEAD, Kind.TEXT, Kind.CLOSING, Kind.HEADING, *HEADS)
_MEETINGS_WERE = (Kind.TEXT, Kind.HEADING, Kind.SUBPARAGRAPH, *HEADS)
_NO_ARTICLE = ("ru", "zh")
_QUOTES = tuple('"“«„')
_NO_RESOLUTION = (None, Kind.MASTHEAD)
_BEHIND_RESOLUTION = (*_NO_RESOLUTION, Kind.ANNEX, Kind.ENACTING)


def organ_typed(working: WorkingText, position: int, place: int, typed: str) -> bool:
    """Whether what was typed before a place, a comma or colon last, is an organ's line, which the paragraph then is."""
    entry = working.entries[position]
    if place != entry.length or typed[-1] not in ORGAN_ENDS or not _may_be_organs(working.entries, position):
        return False
    # Who typed a number writes of an organ: "2. The Council, at its next session, decides".
    if not is_enacting(typed) or number_typed_before(working, position, typed) is not None:
        return False
    if _goes_on(working.entries, position):
        return False
    with working.step("Organ's line", Selection.at(position, place)) as step:
        if _is_quoted(working.entries, position):
            step_kind(step, position, Kind.QUOTE)
        else:
            step_organ(step, position)
        step.caret(position, place)
    return True


def _is_quoted(entries: Entries, position: int) -> bool:
    """Whether a line begins the text of a resolution that the paragraph above quotes behind its colon."""
    above = entries[position - 1] if position else None
    introduced = above is not None and depth(above) is not None and above.end.mark == ":"
    return introduced and entries[position].text.lstrip(" [").startswith(_QUOTES)


def _may_be_organs(entries: Entries, position: int) -> bool:
    """Whether a line may be an organ's by its kind; what goes on in an item may be a clause, "The Council, to act"."""
    kind = entries[position].paragraph.kind
    return kind in _ORGANS_WERE or (kind is Kind.SUBPARAGRAPH and _is_quoted(entries, position))


def _goes_on(entries: Entries, position: int) -> bool:
    """Whether a text goes on with a paragraph: what names an organ there may be how a sentence begins."""
    above = entries[position - 1] if position else None
    runs_on = above is not None and (depth(above) is not None or above.paragraph.kind is Kind.TEXT)
    return above is not None and runs_on and above.end.mark != ":"


def step_organ_left(step: Step, position: int) -> None:
    """A new line that names an organ and nothing else is its line once it is left; without its comma only where nothing
    of a resolution stands above."""
    entries = step.working.entries
    entry = entries[position]
    kind = entry.paragraph.kind
    if kind not in (Kind.TEXT, *HEADS) or not is_enacting(entry.text):
        return
    begins = kind in HEADS and border_before(entries, position) in _NO_RESOLUTION
    if (begins or entry.text[-1:] in ORGAN_ENDS) and _is_typed_words(step.working, position):
        step_organ(step, position)


def recommended_organ(working: WorkingText, position: int) -> int | None:
    """Where the one item that a list has above an opening of a preamble names an organ: behind the colon of what
    recommends a resolution it is its line, while a list of organs goes on with others, or with a number that is typed.
    """
    entries, above = working.entries, position - 1
    if above < 1 or not is_item(entries[above]) or entries[above - 1].end.mark != ":":
        return None
    words = entries[position].text[words_begin(entries[position].text) :]
    if (words[:1].islower() and words[:1] <= "ÿ") or item_typed(working, position):
        return None
    end = entries[above].end
    # Once it is left an item ends as its list has it.
    name = f"{entries[above].text[: offset_of(entries[above].paragraph.runs, end.start)].rstrip()},"
    return above if is_enacting(name) and _is_typed_words(working, above) else None


def _is_typed_words(working: WorkingText, position: int) -> bool:
    """Whether a paragraph is new, in no table, and no number was typed before it."""
    entry = working.entries[position]
    new = not had_words(working, entry) and not in_cell(entry)
    return new and number_typed_before(working, position, "") is None


def step_organ(step: Step, position: int) -> None:
    """A paragraph as an organ's line, as part of a step: it gets its italics, and the comma where it has none."""
    working = step.working
    step_kind(step, position, Kind.ENACTING)
    entry = working.entries[position]
    runs, ends = entry.paragraph.runs, entry.text[-1:] in ORGAN_ENDS
    if working.punctuates and not ends:
        runs = ended(runs, ",", "", marks_for(entry.text, language(working)))
    step.put(position, entry.with_runs(marked(runs, 0, entry.end.start, italic=True)))


def organ_above(entries: Entries, position: int) -> int | None:
    """Where an organ's name stands alone on the last line of the masthead above a place, empty lines set aside."""
    above = next((at for at in range(position - 1, -1, -1) if entries[at].length), None)
    if above is None or entries[above].paragraph.kind is not Kind.MASTHEAD:
        return None
    name = entries[above].text
    return above if is_enacting(name) or _is_yet_to_end(entries, above) else None


def _is_yet_to_end(entries: Entries, position: int) -> bool:
    """Whether a line is an organ's but for its comma; "Второй комитет" is one of the masthead, and the first of it that
    tells nothing else is the title where names have no article: "Международная конференция по народонаселению"."""
    name = entries[position].text
    language = organ_language(f"{name.rstrip()},") if line_role(name) is None else None
    over = next((one.text for one in reversed(entries[:position]) if one.length), None)
    return language is not None and (language not in _NO_ARTICLE or over is None or line_role(over) is None)


def step_organ_above(step: Step, position: int) -> None:
    """A line with nothing but an organ's name is its line once a paragraph opens below it."""
    organ = organ_above(step.working.entries, position)
    if organ is not None:
        step_organ(step, organ)


def meeting_left(working: WorkingText, position: int, selection: Selection) -> bool:
    """Whether a new line that is left, with the end of a resolution above, names the meeting at which it was adopted.

    It is a closing line then, and so is a new one above it with the date, which Chinese has first.
    """
    entries = working.entries
    entry = entries[position]
    if entry.paragraph.kind not in _MEETINGS_WERE or not names_meeting(entry.text):
        return False
    if not _is_typed_words(working, position):
        return False
    if not is_end_of_resolution(entries, position, position + 1):
        return False
    above = position - 1
    dated = is_date(entries[above].text.rstrip(" ,;.،؛，；。")) and _is_typed_words(working, above)
    with working.undo_list.keeping_undone(), working.step("Closing line", selection) as step:
        lines = (above, position) if dated else (position,)
        unmark(step, lines, Kind.CLOSING)
        for at in lines:
            step_kind(step, at, Kind.CLOSING)
        settle(step)
    return True


def is_end_of_resolution(entries: Entries, position: int, behind: int) -> bool:
    """Whether what is put at a position, before what stands `behind`, comes below the last of a resolution."""
    item = behind < len(entries) and is_item(entries[behind])
    ends = not item and border_after(entries, behind) in _BEHIND_RESOLUTION
    return ends and border_before(entries, position) is Kind.OPERATIVE
