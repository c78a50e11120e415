"""Several drafts side by side on a landscape page, in time: paragraph beside paragraph, each marked in its own words.

What a draft has and the one before has not is bold and underlined; what the next one has not is struck out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lxml import etree

from models.circulation.certificate import NotVerified
from models.circulation.typesetting import USUAL, Typesetting
from models.comparison.change import Comparison
from models.comparison.columns import Columns
from models.comparison.words.marked import Words
from models.comparison.words.readable import readable
from models.draft import Draft, DraftError, Run
from models.draft.directions import runs_right_to_left, way_in
from models.draft.plain_letters import plain_letters
from models.reading.language import language
from models.reading.reading import CannotRead
from models.word.columns import SideBySide, changed_letters, line_of, mark_behind, plain_line
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
"""Of each paragraph, by position, or note, by id: whether each of its letters differs."""


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
                [_paragraph(draft, at, came[column][0], goes[column][0]) for at in cell.positions]
                for column, (draft, cell) in enumerate(zip(drafts, row.cells, strict=True))
            ),
            spoken=spoken,
        )
    if any(draft.footnotes for draft in drafts):
        table.row(*([plain_line("Notes")] for _ in drafts))
        table.row(
            *(
                [_line(note.mark, note.runs, draft, came[at][1].get(note.id), goes[at][1].get(note.id), raised=True)
                 for note in draft.footnotes]
                for at, draft in enumerate(drafts)
            ),
            spoken=spoken,
        )  # fmt: skip
    return table.file(drafts[-1], setting, draft_mark=draft_mark)


def differing(columns: Columns) -> tuple[list[tuple[Flags, Flags]], list[tuple[Flags, Flags]]]:
    """Of each draft the letters that the one before has not, and those that the next has not: of the text, of notes."""
    none: tuple[Flags, Flags] = ({}, {})
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


def _flags(comparison: Comparison, op: str) -> tuple[Flags, Flags]:
    """Which letters of the paragraphs and of the notes of one side of a comparison differ."""
    came = op == "insert"
    draft = comparison.new if came else comparison.old
    texts = {at: one.text for at, one in enumerate(draft.paragraphs)}
    noted = {one.id: one.text for one in draft.footnotes}
    return (
        _of(((one.new if came else one.old, one.words) for one in comparison.changes), texts, op),
        _of(((one.new if came else one.old, one.words) for one in comparison.footnotes), noted, op),
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


def _paragraph(draft: Draft, at: int, came: Flags, goes: Flags) -> etree._Element:
    one = draft.paragraphs[at]
    number = one.number if one.number is not None else one.set_label
    head = typed(number, right_to_left=way_in(draft, one.text)) if number is not None else ""
    return _line(head, one.runs, draft, came.get(at), goes.get(at))


def _line(
    head: str,
    runs: Sequence[Run],
    draft: Draft,
    came: list[bool] | None,
    goes: list[bool] | None,
    *,
    raised: bool = False,
) -> etree._Element:
    turned = way_in(draft, "".join(run.text for run in runs))
    line, at = line_of(turned), 0
    if head and raised:
        line.append(fixed_run("equal", _PLAIN, head, False, raised=True))
        line.append(fixed_run("equal", _PLAIN, " ", False))
    elif head:
        line.append(element("r", None, *text_elements(f"{head}\u2002")))
    for run, before in zip(runs, (None, *runs), strict=False):
        if run.footnote is not None:
            line.append(fixed_run("equal", _PLAIN, mark_behind(before, run, draft), turned, raised=True))
            continue
        line.extend(_spans(run, at, came or [], goes or [], turned))
        at += len(run.text)
    return line


_PLAIN = (False, False, False)


def _spans(run: Run, start: int, came: list[bool], goes: list[bool], turned: bool) -> Iterator[etree._Element]:
    """The runs of one look."""
    for text, new, gone in alike(run.text, start, came, goes):
        italic, bold, underline = run.marks
        yield fixed_run("delete" if gone else "equal", (italic, bold or new, underline or new), text, turned)


def alike(text: str, start: int, came: Sequence[bool], goes: Sequence[bool]) -> Iterator[tuple[str, bool, bool]]:
    """A run's text, from its first letter in the paragraph on, in pieces that came and go alike."""

    def look(at: int) -> tuple[bool, bool]:
        return at < len(came) and came[at], at < len(goes) and goes[at]

    for (new, gone), group in groupby(enumerate(text, start), key=lambda pair: look(pair[0])):
        yield "".join(letter for _, letter in group), new, gone


def _plain(runs: Sequence[Run], draft: Draft) -> str:
    """The words of a paragraph with the marks of its notes, as a cell has them."""
    both = zip((None, *runs), runs, strict=False)
    return "".join(run.text if run.footnote is None else mark_behind(before, run, draft) for before, run in both)
