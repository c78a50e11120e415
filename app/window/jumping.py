"""What the palette offers for the words typed: paragraphs of the text at hand, drafts, actions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject

from app.desk.desk import Desk
from app.shell.actions import BY_NAME, Act, plain_words
from app.shell.frame import Frame
from app.shell.going import Going
from models.draft import Draft
from widgets.dossier.drafts import DraftRow
from widgets.shell.palette import Entry, Palette
from widgets.text.shown import Shown, ShownDraft
from widgets.theme.key_hints import key_words

_LABEL = re.compile(r"^(?P<part>pp|op)\s*(?P<rest>\d.*)$", re.IGNORECASE)
_BARE = re.compile(r"^\d{1,3}(\s?(bis|ter|quater|alt))?(\s*\([a-z]{1,5}\))*$", re.IGNORECASE)
_LOOSE = re.compile(r"[\s()]+")
"""What nobody need type of a label: "op10b" is OP10 (b)."""
_PARAGRAPHS, _DRAFTS, _ACTIONS = 6, 5, 6


class Jumping(QObject):
    """The palette: it goes to a paragraph, a draft or an act by some words of it."""

    def __init__(self, frame: Frame, desk: Desk, going: Going) -> None:
        super().__init__(frame)
        self._frame, self._desk, self._going = frame, desk, going
        self._compared = ShownDraft(Draft())
        self.palette = Palette(frame.ground, self._entries)
        self.palette.closed.connect(going.focus_page)

    def open(self) -> None:
        """Open the palette."""
        self.palette.open()

    def _at_hand(self) -> Shown | None:
        """The text one is at: its labels are known already, or are found once."""
        compared = self._going.compared
        if self._going.place == "compare" and compared is not None:
            if self._compared.draft is not compared.new.draft:
                self._compared = ShownDraft(compared.new.draft)
            return self._compared
        return self._going.lies_open if self._going.place in ("text", "dossier") else None

    def _entries(self, words: str) -> list[Entry]:
        shown = self._at_hand() if words else None
        paragraphs = paragraph_entries(words, shown, self._going.go_to_paragraph) if shown else []
        drafts = draft_entries(words, self._desk.rows(), self._going.read_wanted.emit)
        acts = action_entries(words, self._frame.possible, lambda name: self._frame.acts[name].trigger())
        return [*paragraphs, *drafts, *acts]


def paragraph_entries(words: str, shown: Shown, go: Callable[[str, str], None]) -> list[Entry]:
    """Paragraphs that are called so ("op7", "PP3", "OP10 (a)", "10(a)"), or whose text holds the words."""
    wanted = wanted_label(words)
    if not wanted:
        return _said_in(words, shown, go)
    found = _called(wanted, shown, go)
    return found if found or not words[0].isdigit() else _said_in(words, shown, go)


def wanted_label(words: str) -> str:
    """The label meant by some words as labels are compared, "" where none is: a number alone is an operative one's."""
    words = words.strip()
    if _BARE.match(words):
        words = f"op{words}"
    return _compared(words) if _LABEL.match(words) else ""


def _compared(label: str) -> str:
    return _LOOSE.sub("", label.casefold())


def _called(wanted: str, shown: Shown, go: Callable[[str, str], None]) -> list[Entry]:
    """Paragraphs whose label is or begins so, that of the very label first."""
    exact: list[Entry] = []
    others: list[Entry] = []
    for position in range(shown.count()):
        label = shown.label(position)
        name = _compared(label or "")
        if label is not None and name.startswith(wanted):
            entry = _paragraph(label, shown.paragraph(position).text, "", go)
            (exact if name == wanted else others).append(entry)
    return [*exact, *others][:_PARAGRAPHS]


def _said_in(words: str, shown: Shown, go: Callable[[str, str], None]) -> list[Entry]:
    """Paragraphs whose text holds the words, or whose label begins with them."""
    found: list[Entry] = []
    sought = words.casefold()
    for position in range(shown.count() if len(words) > 1 else 0):
        label, paragraph = shown.label(position), shown.paragraph(position)
        if label is None:
            continue
        if sought in paragraph.text.casefold() or label.casefold().startswith(sought):
            found.append(_paragraph(label, paragraph.text, words, go))
        if len(found) == _PARAGRAPHS:
            break
    return found


def _paragraph(label: str, text: str, found: str, go: Callable[[str, str], None]) -> Entry:
    return Entry("Paragraphs", "text-align-left", label, text, found=found, act=lambda: go(label, found))


def draft_entries(words: str, rows: Iterable[DraftRow], read: Callable[[str], None]) -> list[Entry]:
    """Drafts whose name holds the words."""
    found = [row for row in rows if words.casefold() in f"{row.label} {row.line}".casefold()]
    return [
        Entry(
            "Drafts",
            "file-text",
            row.label,
            "",
            hint=row.line,
            serif=False,
            act=lambda name=row.id: read(name),  # type: ignore[misc]
        )
        for row in found[:_DRAFTS]
    ]


def action_entries(words: str, possible: Sequence[str], do: Callable[[str], None]) -> list[Entry]:
    """Actions that can be done now and whose words hold the words."""
    acts = [BY_NAME[name] for name in possible if name != "jump"]
    found = [act for act in acts if all(part in _searched(act) for part in words.casefold().split())]
    return [
        Entry(
            "Actions",
            act.icon or "caret-right",
            _said(act),
            "",
            key=key_words(act.keys) if act.keys else "",
            serif=False,
            act=lambda name=act.name: do(name),  # type: ignore[misc]
        )
        for act in found[:_ACTIONS]
    ]


def _said(act: Act) -> str:
    words = plain_words(act)
    return f"Go to {words.lower()}" if act.menu == "&Go" and act.icon in ("books", "text-align-left") else words


def _searched(act: Act) -> str:
    return f"{plain_words(act)} {act.menu}".replace("&", "").casefold()
