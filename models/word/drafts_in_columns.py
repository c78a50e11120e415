"""Several drafts side by side on a landscape page, in time: paragraph beside paragraph, each marked in its own words.

What a draft has and the one before has not is bold and underlined; what the next one has not is struck out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import NamedTuple

from lxml import etree

from models.circulation.certificate import NotVerified
from models.circulation.typesetting import USUAL, Typesetting
from models.comparison.change import Comparison
from models.comparison.columns import Columns
from models.comparison.words.marked import Words
from models.comparison.words.readable import readable
from models.draft import Draft, DraftError, Footnote, Run
from models.draft.directions import runs_right_to_left, way_in
from models.draft.plain_letters import plain_letters
from models.forms.pieces import marks_that_differ
from models.reading.language import language
from models.reading.reading import CannotRead
from models.word.columns import SideBySide, changed_letters, line_of, mark_behind, only_heads, plain_line
from models.word.markup import element, text_elements
from models.word.read import read_word
from models.word.writing import layout
from models.word.writing.fixed_marks import fixed_run
from models.word.writing.lists import typed

MOST = 4
"""More drafts than these leave no room for words across a page."""


class TooManyColumns(DraftError):
    """More drafts are to stand side by side than a page has room for."""


def refuse_too_many(count: int) -> None:
    """Refuse more drafts than a page has room for. Errors: TooManyColumns."""
    if count > MOST:
        raise TooManyColumns(
            f"A page has room for {MOST} drafts side by side, and these are {count}; take some out first."
        )


def told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """What drafts are called at the head of their columns: by these names, with the place of those that share one."""
    times = Counter(names)
    return tuple(name if times[name] == 1 else f"{name} (text {at})" for at, name in enumerate(names, 1))


_LONGEST = 500  # letters of a cell that stay on one page: columns are narrow

Flags = dict[int, list[bool]]
"""Of each paragraph, by position, or note, by id: whether each of its letters, or of its marks of notes, differs."""


class Differing(NamedTuple):
    """What of a draft another has not: letters of its paragraphs, letters of its notes, and marks of those."""

    text: Flags
    notes: Flags
    marks: Flags


def write_drafts(
    columns: Columns, names: Sequence[str], setting: Typesetting = USUAL, *, draft_mark: bool = True
) -> bytes:
    """The bytes of a Word file with a column for each draft; `names` stand at the head of every page.

    Rows stand in the order of the last draft. The notes of each draft follow in its column.
    """
    drafts = columns.drafts
    across = layout.across_landscape(setting.paper)
    spoken, turned = [language(draft) for draft in drafts], runs_right_to_left(*drafts)
    table = SideBySide([across / len(drafts)] * len(drafts), _LONGEST, turned=turned, language=spoken[-1])
    table.row(*([plain_line(name)] for name in names), head=True)
    came, goes = differing(columns)
    for row in columns.rows:
        table.row(
            *(
                [_paragraph(draft, at, came[column], goes[column]) for at in cell.positions]
                for column, (draft, cell) in enumerate(zip(drafts, row.cells, strict=True))
            ),
            spoken=spoken,
            keeps=only_heads(
                draft.paragraphs[at] for draft, cell in zip(drafts, row.cells, strict=True) for at in cell.positions
            ),
        )
    if any(draft.footnotes for draft in drafts):
        table.row(*([plain_line("Notes")] for _ in drafts), keeps=True)
        table.row(
            *(
                [_note(note, draft, came[at].notes, goes[at].notes) for note in draft.footnotes]
                for at, draft in enumerate(drafts)
            ),
            spoken=spoken,
        )
    return table.file(drafts[-1], setting, draft_mark=draft_mark)


def differing(columns: Columns) -> tuple[list[Differing], list[Differing]]:
    """What of each draft the one before has not, and what of it the next has not."""
    none = Differing({}, {}, {})
    steps = columns.comparisons
    return [none, *(_flags(one, "insert") for one in steps)], [*(_flags(one, "delete") for one in steps), none]


def verify_drafts(data: bytes, drafts: Sequence[Draft]) -> None:
    """Read the file back: each column says its draft and nothing else. Errors: NotVerified, TooManyColumns."""
    found: list[Counter[str]] = [Counter() for _ in drafts]
    try:
        read = read_word(data).draft
    except CannotRead:  # it has more paragraphs, or more of everything, than is read of any file
        raise TooManyColumns(
            "These drafts side by side are longer than a file that can be read back; nothing was written. "
            "Put fewer beside each other, or compare two."
        ) from None
    for one in read.paragraphs:
        if one.cell is not None and one.cell[1]:  # the first row names the drafts
            found[one.cell[2]][plain_letters(f"{one.number or ''}{one.text}")] += 1
    for column, (draft, there) in enumerate(zip(drafts, found, strict=True), 1):
        said = [f"{one.number or one.set_label or ''}{_plain(one.runs, draft)}" for one in draft.paragraphs]
        said += [f"{note.mark}{note.text}" for note in draft.footnotes]
        wanted = Counter(map(plain_letters, said))
        wanted["Notes"] += any(one.footnotes for one in drafts)
        del wanted[""], there[""]
        if +wanted != +there:
            raise NotVerified(f"Column {column} of the file that was made does not say its draft; nothing was written.")


def _flags(comparison: Comparison, op: str) -> Differing:
    """What of one side of a comparison the other has not."""
    came = op == "insert"
    draft = comparison.new if came else comparison.old
    texts = {at: one.text for at, one in enumerate(draft.paragraphs)}
    noted = {one.id: one.text for one in draft.footnotes}
    marks: Flags = {}
    for change in comparison.changes:
        differs = iter(marks_that_differ(comparison, change)[came])
        for at in change.new if came else change.old:
            marks[at] = [*islice(differs, len(draft.paragraphs[at].footnotes))]
    return Differing(
        _of(((one.new if came else one.old, one.words) for one in comparison.changes), texts, op),
        _of(((one.new if came else one.old, one.words) for one in comparison.footnotes), noted, op),
        marks,
    )


def _of(changes: Iterable[tuple[Sequence[int], Words]], texts: dict[int, str], op: str) -> Flags:
    found: Flags = {}
    for places, words in changes:
        letters, start = changed_letters(readable(words), op), 0
        for place in places:
            end = start + len(texts.get(place, ""))
            found[place] = letters[start:end]
            start = end + 1
    return found


def _paragraph(draft: Draft, at: int, came: Differing, goes: Differing) -> etree._Element:
    one = draft.paragraphs[at]
    turned = way_in(draft, one.text)
    line = line_of(turned)
    number = one.number if one.number is not None else one.set_label
    if number is not None:
        line.append(element("r", None, *text_elements(f"{typed(number, right_to_left=turned)}\u2002")))
    for text, run, new, gone in runs_alike(draft, at, came, goes):
        line.append(_run(text, run, turned, new=new, gone=gone))
    return line


def _note(note: Footnote, draft: Draft, came: Flags, goes: Flags) -> etree._Element:
    turned, at = way_in(draft, note.text), 0
    line = line_of(turned)
    if note.mark:
        line.append(fixed_run("equal", _PLAIN, note.mark, False, raised=True))
        line.append(fixed_run("equal", _PLAIN, " ", False))
    for run in note.runs:
        for text, new, gone in _alike(run.text, at, came.get(note.id, ()), goes.get(note.id, ())):
            line.append(_run(text, run, turned, new=new, gone=gone))
        at += len(run.text)
    return line


_PLAIN = (False, False, False)


def _run(text: str, run: Run, turned: bool, *, new: bool, gone: bool) -> etree._Element:
    """A piece of a run, or the mark of its note, marked where it came and struck where it goes."""
    italic, bold, underline = run.marks
    looks, op = (italic, bold or new, underline or new), "delete" if gone else "equal"
    return fixed_run(op, looks, text, turned, raised=run.footnote is not None)


def runs_alike(draft: Draft, at: int, came: Differing, goes: Differing) -> Iterator[tuple[str, Run, bool, bool]]:
    """The runs of a paragraph in pieces that came and go alike: the words, or the mark of a note, and whether so."""
    runs = draft.paragraphs[at].runs
    letters, notes = 0, 0
    for run, before in zip(runs, (None, *runs), strict=False):
        if run.footnote is not None:
            mark = mark_behind(before, run, draft)
            yield mark, run, _is(came.marks.get(at, ()), notes), _is(goes.marks.get(at, ()), notes)
            notes += 1
            continue
        for text, new, gone in _alike(run.text, letters, came.text.get(at, ()), goes.text.get(at, ())):
            yield text, run, new, gone
        letters += len(run.text)


def _is(flags: Sequence[bool], at: int) -> bool:
    return at < len(flags) and flags[at]


def _alike(text: str, start: int, came: Sequence[bool], goes: Sequence[bool]) -> Iterator[tuple[str, bool, bool]]:
    """A run's text, from its first letter in the paragraph on, in pieces that came and go alike."""
    look = [(_is(came, at), _is(goes, at)) for at in range(start, start + len(text))]
    for (new, gone), group in groupby(zip(look, text, strict=True), key=itemgetter(0)):
        yield "".join(letter for _, letter in group), new, gone


def _plain(runs: Sequence[Run], draft: Draft) -> str:
    """The words of a paragraph with the marks of its notes, as a cell has them."""
    both = zip((None, *runs), runs, strict=False)
    return "".join(run.text if run.footnote is None else mark_behind(before, run, draft) for before, run in both)
