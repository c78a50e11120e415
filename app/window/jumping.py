"""What the palette offers for the words typed: paragraphs and notes of the text at hand, drafts, actions, the help."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from operator import itemgetter

from PySide6.QtCore import QObject, Signal

from app.desk.desk import Desk
from app.shell.frame import Frame
from app.shell.going import Going
from app.window.helping import Helping
from app.window.words_ready import WordsReady
from models.draft import Draft, Kind, Paragraph
from models.draft.alike import folded
from models.editing.acts.words_at import words_at
from models.editing.edit import Selection
from models.editing.found.called import compared, is_label, wanted_label, wanted_note
from models.editing.found.sought_words import SoughtWords
from models.editing.found.unlabelled import name_of_unlabelled
from models.reading.literals import ends_open
from widgets.dossier.drafts import DraftRow
from widgets.shell.palette import Entry, Palette
from widgets.text.shown import Shown, ShownDraft

_PARAGRAPHS, _DRAFTS, _HEADINGS = 6, 5, 4
_LINE = 100  # characters
_OF_ONE = ("text", "dossier")
_Go = Callable[[Selection], None]


class Jumping(QObject):
    """The palette: it goes to a paragraph, a note, a draft, an act or a page of the help by some words of it.

    `search_wanted(words)` where they are to be looked for in every draft.
    """

    search_wanted = Signal(str)

    def __init__(self, frame: Frame, desk: Desk, going: Going, helping: Helping) -> None:
        super().__init__(frame)
        self._frame, self._desk, self._going, self._helping = frame, desk, going, helping
        self._compared: dict[int, ShownDraft] = {}
        self.palette = Palette(frame.ground, self._entries, lambda: not self._ready.under_way)
        self._ready = WordsReady(self.palette.field, self.palette.look_again)
        self.palette.left.connect(going.come_back)
        self.palette.closed.connect(going.focus_page)

    def open(self) -> None:
        """Open the palette; the words of the text at hand are made ready to be looked for meanwhile."""
        self.palette.open()
        self._ready.go_through([shown for shown, _ in self._at_hand()])

    def _at_hand(self) -> list[tuple[Shown, _Go]]:
        """The texts one is at, each with the way to a place of it: of drafts in columns the last first."""
        going = self._going
        if going.place == "compare" and going.columned is not None:
            drafts = reversed([*enumerate(going.columned.columns.drafts)])
            ways: list[tuple[Draft, _Go]] = [(one, partial(going.go_to_place, column=at)) for at, one in drafts]
        elif going.place == "compare" and going.compared is not None:
            ways = [(going.compared.new.draft, going.go_to_place)]
        else:
            return [(going.lies_open, going.go_to_place)] if going.lies_open and going.place in _OF_ONE else []
        # The labels of a draft are found once.
        known = self._compared
        self._compared = {
            id(draft): shown if (shown := known.get(id(draft))) and shown.draft is draft else ShownDraft(draft)
            for draft, _ in ways
        }
        return [(self._compared[id(draft)], way) for draft, way in ways]

    def _entries(self, words: str) -> list[Entry]:
        from app.window.found_acts import action_entries, found_by, help_entries  # no part of the start

        texts = self._at_hand() if words and not self._ready.under_way else []
        paragraphs = paragraph_entries(words, *texts[0]) if texts else []
        in_text = self._going.place != "compare"
        notes = [one for shown, way in texts if in_text for one in note_entries(words, shown, way)]
        headings = _of_each(heading_entries(words, shown, way) for shown, way in texts)
        drafts = draft_entries(words, self._desk.rows(), self._going.read_wanted.emit)
        pages = self._helping.pages if words else ()
        do, tell = lambda name: self._frame.acts[name].trigger(), self._frame.status_bar.say
        acts = action_entries(words, self._frame.possible, do, tell, found_by(pages))
        found = [*notes, *headings, *paragraphs, *drafts, *acts, *help_entries(words, pages, self._helping.show)]
        return found or self._elsewhere(words)

    def _elsewhere(self, words: str) -> list[Entry]:
        """Where nothing at hand has the words: to look for them in every draft."""
        if not words or not self._desk.rows() or self._ready.under_way:
            return []
        look = partial(self.search_wanted.emit, words)
        return [Entry("Find", "magnifying-glass", f"Find “{words}” in all drafts", "", serif=False, act=look)]


def _of_each(found: Iterable[list[Entry]]) -> list[Entry]:
    """The headings found in several drafts, the latest first; of an earlier one those that none behind it has."""
    entries: list[Entry] = []
    for of_one in found:
        known = {one.text for one in entries}
        entries += [one for one in of_one if one.text not in known]
    return entries[:_HEADINGS]


def paragraph_entries(words: str, shown: Shown, go: _Go) -> list[Entry]:
    """Paragraphs that are called so ("op7", "PP3", "OP10 (a)", "10(a)"), or whose text holds the words."""
    wanted = wanted_label(words)
    found = _called(wanted, shown, go) if wanted else []
    return found if found or is_label(words) else _said_in(words, shown, go)


def note_entries(words: str, shown: Shown, go: Callable[[Selection], None]) -> list[Entry]:
    """The footnote with a mark ("footnote 3", "note *"), at the first place that cites it."""
    asked = wanted_note(words)
    for position in range(shown.count() if asked and shown.has_notes() else 0):
        paragraph = shown.paragraph(position)
        for note in paragraph.footnotes:
            found = shown.note(note)
            if found is not None and shown.mark(note) == asked:
                go_there = partial(go, Selection.at(position, _behind_mark(paragraph, note)))
                return [Entry("Footnotes", "asterisk", f"note {asked}", found.text, act=go_there)]
    return []


def heading_entries(words: str, shown: Shown, go: Callable[[Selection], None]) -> list[Entry]:
    """Headings that nobody calls by a label ("Article 4", "Means of implementation"), those that begin so first."""
    words = words.strip()
    sought = SoughtWords(words)
    found: list[tuple[int, Entry]] = []
    for position, paragraph in enumerate(shown.paragraphs() if len(words) > 1 else ()):
        if not _is_heading(paragraph) or not sought.held(paragraph) or shown.label(position) is not None:
            continue
        said = sought.written(paragraph)
        text, go_there = paragraph.text.strip(), partial(go, Selection.at(position, 0))
        entry = Entry("Headings", "text-align-left", "Heading", paragraph.text, found=said, act=go_there)
        begins = text.startswith(said) and not text[len(said) :][:1].isalnum()
        found.append((0 if said == text else 1 if begins else 2, entry))
    return [entry for _, entry in sorted(found, key=itemgetter(0))][:_HEADINGS]


def _is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph stands over others; in a text that is no resolution lines of mere text do."""
    if paragraph.kind is not Kind.TEXT or paragraph.cell is not None:
        return paragraph.kind is Kind.HEADING
    return len(paragraph.text) <= _LINE and ends_open(paragraph.text)


def _behind_mark(paragraph: Paragraph, note: int) -> int:
    """Where in a paragraph the mark of a note ends, each mark counted as one."""
    place = 0
    for run in paragraph.runs:
        place += len(run.text) if run.footnote is None else 1
        if run.footnote == note:
            break
    return place


def _called(wanted: str, shown: Shown, go: _Go) -> list[Entry]:
    """Paragraphs whose label is or begins so, that of the very label first, then those of each section that are called
    so there; of a report its numbers."""
    exact: list[Entry] = []
    in_sections: list[Entry] = []
    others: list[Entry] = []
    for position in range(shown.count()):
        number, label = shown.number_and_label(position)
        called = label or (name_of_unlabelled(position, shown.paragraph, shown.number) if number else "")
        name = compared(label or f"op{called}")
        in_section = name.rpartition(".")[2]
        if name.startswith(wanted) or in_section.startswith(wanted):
            entry = _paragraph(position, "", shown, go)
            (exact if name == wanted else in_sections if in_section == wanted else others).append(entry)
    return [*exact, *in_sections, *others][:_PARAGRAPHS]


def _said_in(words: str, shown: Shown, go: _Go) -> list[Entry]:
    """Paragraphs whose text holds the words, whichever apostrophes and spaces are in them, or whose label begins with
    them; those without a label last, and behind them those that hold the words but for accents."""
    begins, sought = words.casefold(), SoughtWords(words)
    called: list[int] = []
    others: list[int] = []
    alike: list[int] = []
    for position, paragraph in enumerate(shown.paragraphs() if len(words) > 1 else ()):
        label = shown.label(position)
        if label is None and (len(others) == _PARAGRAPHS or _is_heading(paragraph)):
            continue  # a heading is found as that
        if sought.held_exactly(paragraph) or (label is not None and label.casefold().startswith(begins)):
            (others if label is None else called).append(position)
        elif len(alike) < _PARAGRAPHS and sought.held(paragraph):
            alike.append(position)
        if len(called) == _PARAGRAPHS:
            break
    found = [*called, *others, *alike][:_PARAGRAPHS]
    return [_paragraph(one, sought.written(shown.paragraph(one)) or words, shown, go) for one in found]


def _paragraph(position: int, found: str, shown: Shown, go: _Go) -> Entry:
    """To the very paragraph: others may be called so too."""
    paragraph = shown.paragraph(position)
    name = shown.label(position) or name_of_unlabelled(position, shown.paragraph, shown.number)
    there = words_at(paragraph, position, found)
    return Entry("Paragraphs", "text-align-left", name, paragraph.text, found=found, act=partial(go, there))


def draft_entries(words: str, rows: Iterable[DraftRow], read: Callable[[str], None]) -> list[Entry]:
    """Drafts whose name holds the words."""
    wanted = folded(words.casefold())
    found = [row for row in rows if wanted in folded(f"{row.label} {row.line}".casefold())]
    return [
        Entry(
            "Drafts",
            "file-text",
            row.label,
            "",
            hint=row.line,
            serif=False,
            act=partial(read, row.id),
        )
        for row in found[:_DRAFTS]
    ]
