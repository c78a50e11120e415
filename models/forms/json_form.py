"""Readings and comparisons as JSON, for programs: the contract of `adref read --json` and `adref compare --json`.

Keys and forms are stable; other people's programs rely on them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from json.encoder import encode_basestring_ascii
from typing import Any

from models.comparison.change import Change, Comparison, FootnoteChange, VerbChange
from models.comparison.units import Unit
from models.comparison.words.marked import Words
from models.draft import Draft, Footnote, Paragraph, labels
from models.draft.canonical import runs_value
from models.draft.masthead import masthead
from models.forms.indented import indented
from models.reading.reading import Comment, LedgerEntry, Reading, ReadingWarning, Revision
from models.telling.quiet_notes import QuietNotes
from models.telling.sorts import Weight, sort_of_unit, weight_of_unit
from models.telling.table_lines import unit_name

BothWarnings = tuple[Sequence[ReadingWarning], Sequence[ReadingWarning]]
"""What was not sure in the old file of a comparison, and in the new."""


def comparison_json(comparison: Comparison, old_file: str, new_file: str, warnings: BothWarnings | None = None) -> str:
    """A comparison as JSON text, with a line feed at the end; `warnings` as in `comparison_value`."""
    return json_text(comparison_value(comparison, old_file, new_file, warnings))


def reading_json(reading: Reading) -> str:
    """A reading as JSON text, with a line feed at the end."""
    return json_text(reading_value(reading))


def json_text(value: dict[str, Any]) -> str:
    """Plain data as JSON text, with a line feed at the end."""
    return json_of_parts(indented(value))


def json_of_parts(*parts: str) -> str:
    """The JSON text of dicts, each with keys of its own, as one, with a line feed at the end; `indented` wrote each."""
    within = ",".join(part[1:-2] for part in parts if part != "{}")
    text = f"{{{within}\n}}\n" if within else "{}\n"
    # Half a surrogate pair, which a broken file can hold, cannot be written in UTF-8: escaped it can.
    try:
        text.encode()
    except UnicodeEncodeError:
        return _NOT_ASCII.sub(lambda sign: encode_basestring_ascii(sign[0])[1:-1], text)
    return text


_NOT_ASCII = re.compile(r"[^\x00-\x7e]+")


def comparison_value(
    comparison: Comparison, old_file: str, new_file: str, warnings: BothWarnings | None = None
) -> dict[str, Any]:
    """A comparison as plain data; positions are those of `reading_value`.

    `warnings` are those of the readings of both files, told by `side` ("old", "new"); None where nobody read files.
    """
    quiet = QuietNotes(comparison)
    value = {
        "old": {"file": old_file, "paragraphs": len(comparison.old.paragraphs)},
        "new": {"file": new_file, "paragraphs": len(comparison.new.paragraphs)},
        "summary": asdict(comparison.summary),
        "changes": [_change(change, comparison.back_from(change)) for change in comparison.changes],
        "footnotes": [_note_change(change, quiet.reason(change)) for change in comparison.footnotes],
        "bounded": comparison.bounded,
    }
    if tables := [_of_table(comparison, unit) for unit in comparison.units if unit.in_table]:
        value["tables"] = tables
    if warnings is None:
        return value
    told = [{"side": side} | _warning(one) for side, own in zip(("old", "new"), warnings, strict=True) for one in own]
    return value | {"warnings": told}


def _change(change: Change, back: str | None) -> dict[str, Any]:
    """A change; `back_from` only where what is new stood in an earlier draft of the dossier, which it names."""
    value = {
        "kind": change.kind,
        "moved": change.moved,
        "renumbered": change.renumbered,
        "weight": change.weight,
        "reasons": list(change.reasons),
        "old": list(change.old),
        "new": list(change.new),
        "old_labels": list(change.old_labels),
        "new_labels": list(change.new_labels),
        "similarity": change.similarity,
        "verb": _verb(change.verb) if change.verb is not None else None,
        "words": _words(change.words),
    }
    return value if back is None else value | {"back_from": back}


def _of_table(comparison: Comparison, unit: Unit) -> dict[str, Any]:
    """A row, a column or a table: what happened to it, and which changes, by their numbers, it is made of."""
    happened = None
    if weight_of_unit(unit, comparison) is Weight.SUBSTANCE:
        happened = sort_of_unit(unit, comparison).value
    return {
        "what": unit.what,
        "name": unit_name(comparison, unit).removeprefix(unit.what).strip(" “”"),
        "happened": happened,
        "changes": list(unit.changes),
    }


def _verb(verb: VerbChange) -> dict[str, str]:
    return {"old": verb.old, "new": verb.new, "direction": verb.direction}


def _note_change(change: FootnoteChange, reason: str) -> dict[str, Any]:
    """A footnote's change; `reasons` only where it differs and cites the same."""
    value = {"kind": change.kind, "old": list(change.old), "new": list(change.new), "words": _words(change.words)}
    return value | ({"reasons": [reason]} if reason else {})


def _words(words: Words) -> list[list[str]]:
    return [[op, text] for op, text in words]


def reading_value(reading: Reading, ledger: Sequence[LedgerEntry] = ()) -> dict[str, Any]:
    """A reading as plain data, with what its Word file holds besides the text."""
    from models.forms.ledger_form import ledger_value

    draft = reading.draft
    return {
        "masthead": masthead_value(draft),
        "paragraphs": [paragraph_value(p, label) for p, label in zip(draft.paragraphs, labels(draft), strict=True)],
        "footnotes": [footnote_value(note) for note in draft.footnotes],
        "revisions": [_revision(revision) for revision in reading.revisions],
        "warnings": [_warning(warning) for warning in reading.warnings],
        "comments": [_comment(comment) for comment in reading.comments],
        "ledger": ledger_value(ledger),
    }


def _comment(comment: Comment) -> dict[str, Any]:
    """A comment; its replies have its place, and none themselves."""
    value = asdict(comment)
    for reply in value["replies"]:
        for name in ("paragraph", "start", "end", "replies", "footnote"):
            del reply[name]
    value["replies"] = list(value["replies"])
    return value


def masthead_value(draft: Draft) -> dict[str, Any]:
    """What a draft says of itself, every key there, null where it does not say."""
    value = asdict(masthead(draft))
    value["sponsors"] = list(value["sponsors"])
    return value


def paragraph_value(paragraph: Paragraph, label: str | None) -> dict[str, Any]:
    """A paragraph as plain data; `cell` only for cells of a table."""
    value: dict[str, Any] = {
        "kind": str(paragraph.kind),
        "level": paragraph.level,
        "label": label,
        "number": paragraph.number,
        "text": paragraph.text,
        "runs": runs_value(paragraph.runs),
        "footnotes": list(paragraph.footnotes),
    }
    if paragraph.cell is not None:
        value["cell"] = list(paragraph.cell)
    return value


def footnote_value(note: Footnote) -> dict[str, Any]:
    """A footnote as plain data."""
    return {"id": note.id, "mark": note.mark, "text": note.text, "runs": runs_value(note.runs)}


def _warning(warning: ReadingWarning) -> dict[str, Any]:
    return {"paragraph": warning.paragraph, "code": warning.code, "message": warning.message}


def _revision(revision: Revision) -> dict[str, Any]:
    """A tracked change; `footnote` only where it stands in a note."""
    value = revision._asdict()
    if revision.footnote is None:
        del value["footnote"]
    return value
