"""What a Word file shows and Adref's own layout of its text does not have: told, as nothing of it is in the draft."""

from __future__ import annotations

from models.draft import Draft, Kind
from models.forms.ledger_form import title
from models.reading.reading import LedgerEntry
from models.word.archive import says
from models.word.read import read_word
from models.word.reading.ledger import ledger

_SHOWN = frozenset((
    "merged-cell", "running-head", "section-break", "page-break", "column-break", "frame",
    "page-background", "picture", "chart", "diagram", "text-box", "shape", "ink", "formula", "content-control",
    "form-field", "number-field", "drawn-field", "automatic-text", "web-link", "link-inside", "embedded-object",
    "form-control", "linked-picture", "embedded-document", "sub-document", "ruby",
))  # fmt: skip
_OUR_HEADS = b'"AdrefRunningHead"'  # a file that Adref laid out has its heads
_OF_LETTERS = frozenset(("colour", "strike", "raised-or-lowered", "text-effects"))  # no count says anything of them


def not_in_own_layout(*files: bytes) -> str | None:
    """A line on what some Word files show that Adref's own layout of their text has not; None where it has everything.

    Tables and bullets are there, text boxes and formulas as their words; of several files the one counts that has most
    of a thing. Errors: CannotRead.
    """
    found: dict[str, LedgerEntry] = {}
    for data in dict.fromkeys(files):
        reading, ours = read_word(data), says(data, _OUR_HEADS)
        for entry in ledger(reading):
            if not (ours and _is_of_our_layout(entry, reading.draft)):
                found[entry.code] = max(entry, found.get(entry.code, entry), key=lambda one: one.count)
    told = [said for entry in found.values() if (said := _said(entry))]
    return f"What the Word file shows and Adref’s own layout has not: {', '.join(told)}" if told else None


def _is_of_our_layout(entry: LedgerEntry, draft: Draft) -> bool:
    """Whether what is in a file of ours is there by its own layout: its heads, and the wide cells of its masthead."""
    if entry.code == "merged-cell":
        return bool(entry.places) and all(draft.paragraphs[at].kind is Kind.MASTHEAD for at in entry.places)
    return entry.code == "running-head"


def _said(entry: LedgerEntry) -> str:
    if entry.code in _OF_LETTERS:
        return _small(title(entry))
    if entry.code not in _SHOWN:
        return ""
    said = _small(title(entry))
    return said if entry.count == 1 else f"{entry.count:,} {said}"


def _small(said: str) -> str:
    return said[:1].lower() + said[1:]
