"""The clipboard form of Adref itself: paragraphs and notes as JSON, so that nothing is lost on the way."""

from __future__ import annotations

import json
from collections.abc import Container, Sequence
from typing import Any

from models.clipboard.fragment import MOST_BYTES, CannotPaste, Fragment
from models.draft import Footnote, Kind, Paragraph, Run
from models.draft.canonical import dumps, footnote_value, paragraph_value
from models.editing.pasted.copied import Extent
from models.editing.references.brought import Lead, Leading, Leads

MIME = "application/x-adref-paragraphs"
_FORM = "adref-paragraphs-1"
_DEEPEST = 20
_MARKS = ("italic", "bold", "underline")


def to_own(
    paragraphs: Sequence[Paragraph],
    footnotes: Sequence[Footnote] = (),
    came_from: Sequence[Sequence[int]] = (),
    source_id: str = "",
    *,
    partial: bool = False,
    extent: Extent | None = None,
    leads: Leads | None = None,
) -> bytes:
    """The bytes for `MIME`; runs are tidied, all else is kept as it is."""
    reached = [extent.begun, extent.ended, list(extent.printed)] if extent is not None else None
    value = {
        "form": _FORM,
        "paragraphs": [paragraph_value(one, None) | {"number": one.number} for one in paragraphs],
        "footnotes": [footnote_value(note) for note in footnotes],
        "came_from": [list(origins) for origins in came_from],
        "source": source_id,
        "partial": partial,
        "extent": reached,
        "leads": None
        if leads is None
        else [_leading_value(one) for one in (leads.referring, leads.naming, leads.unfollowed)],
    }
    return dumps(value).encode("utf-8", "surrogatepass")


def from_own(data: bytes) -> Fragment:
    """The fragment of such bytes; raises CannotPaste where they are damaged or of another form."""
    try:
        if len(data) > MOST_BYTES:
            raise ValueError("too long")
        return _fragment(json.loads(data.decode("utf-8", "surrogatepass")))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        raise CannotPaste("What was copied is damaged; copy it again and paste it once more.") from None


def _fragment(value: Any) -> Fragment:
    _need(type(value) is dict and value["form"] == _FORM and type(value["partial"]) is bool)
    notes = tuple(
        Footnote(_whole(note["id"]), _text(note["mark"]), _runs(note["runs"], frozenset()))
        for note in _list(value["footnotes"])
    )
    known = frozenset(note.id for note in notes)
    _need(len(known) == len(notes))
    paragraphs = tuple(_paragraph(one, known) for one in _list(value["paragraphs"]))
    came_from = tuple(tuple(_whole(at) for at in _list(origins)) for origins in _list(value["came_from"]))
    _need(
        bool(paragraphs) and len(came_from) in (0, len(paragraphs)) and (len(paragraphs) == 1 or not value["partial"])
    )
    extent = _extent(value["extent"], len(paragraphs)) if value.get("extent") is not None else None
    # Of several the first and the last may be parts, and so may one with its end, which go back as they were cut.
    apart = len(paragraphs) == 1 and not value["partial"] and (extent is None or extent.begun)
    source = _text(value["source"])
    return Fragment(
        paragraphs,
        notes,
        value["partial"],
        (),
        came_from,
        source,
        apart=apart,
        extent=extent,
        leads=_leads(value.get("leads"), len(paragraphs), known),
    )


def _leading_value(leading: Leading) -> list[Any]:
    return [
        [key, lead.signs, [[number, list(keys)] for number, keys in lead.meant.items()]]
        for key, lead in leading.items()
    ]


def _leads(value: Any, paragraphs: int, notes: frozenset[int]) -> Leads:
    if value is None:
        return Leads()
    referring, naming, *unfollowed = _list(value)
    places = range(paragraphs)
    return Leads(
        _leading(referring, paragraphs, places),
        _leading(naming, paragraphs, notes),
        _leading(unfollowed[0] if unfollowed else [], paragraphs, places),
    )


def _leading(value: Any, paragraphs: int, known: Container[int]) -> dict[int, Lead]:
    found: dict[int, Lead] = {}
    for key, signs, meant in _list(value):
        _need(type(key) is int and key < paragraphs)
        _need(all(type(to) in (str, int, type(None)) for _, keys in _list(meant) for to in _list(keys)))
        _need(all(keys and all(to in known for to in keys if type(to) is int) for _, keys in meant))
        found[key] = Lead(_tuples(_list(signs)), {_whole(number): tuple(keys) for number, keys in meant})
    return found


def _tuples(value: list[Any]) -> tuple[Any, ...]:
    """Lists of JSON as what references are known by has them."""
    _need(all(type(one) in (list, str, int, type(None)) for one in value))
    return tuple(_tuples(one) if type(one) is list else one for one in value)


def _extent(value: Any, paragraphs: int) -> Extent:
    begun, ended, printed = value
    _need(type(begun) is type(ended) is bool and len(_list(printed)) == paragraphs)
    _need(all(type(one) is bool for one in printed))
    return Extent(begun, ended, tuple(printed))


def _paragraph(value: Any, notes: frozenset[int]) -> Paragraph:
    number, label, cell = value["number"], value.get("set_label"), value.get("cell")
    level = _whole(value["level"])
    _need(level <= _DEEPEST)
    if cell is not None:
        table, row, column = (_whole(at) for at in _list(cell))
        cell = (table, row, column)
    return Paragraph(
        Kind(_text(value["kind"])),
        _runs(value["runs"], notes),
        level,
        None if number is None else _text(number),
        None if label is None else _text(label),
        cell,
    )


def _runs(value: Any, notes: frozenset[int]) -> tuple[Run, ...]:
    return tuple(_run(run, notes) for run in _list(value))


def _run(value: Any, notes: frozenset[int]) -> Run:
    if "footnote" in value:
        _need(value["footnote"] in notes)
        return Run(footnote=_whole(value["footnote"]))
    marks = [value.get(mark, False) for mark in _MARKS]
    _need(all(type(mark) is bool for mark in marks))
    return Run(_text(value["text"]), *marks)


def _list(value: Any) -> list[Any]:
    _need(type(value) is list)
    return list(value)


def _text(value: Any) -> str:
    _need(type(value) is str)
    return str(value)


def _whole(value: Any) -> int:
    _need(type(value) is int and 0 <= value < 1 << 53)
    return int(value)


def _need(sound: bool) -> None:
    if not sound:
        raise ValueError("not in this form")
