"""The canonical JSON of a draft (form `adref-1`), its content hash, and the id of a kept draft.

Sorted keys, text as read, adjacent runs of equal marks joined, empty runs dropped, `number` only where it
differs from the computed one. Content alone: no label, date or author.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from models.draft.numbering import computed_numbers
from models.draft.paragraph import Draft, Footnote, Kind, Paragraph, Run, tidy_runs

FORM = "adref-1"
MOST_PARAGRAPHS, MOST_LETTERS = 200_000, 100_000_000
"""Paragraphs of a draft that is kept, and letters of their JSON: several times those of any file that is read. Rows of
a small dossier can say one paragraph a million times, and who reads it would wait for as long as somebody likes."""


def run_value(run: Run) -> dict[str, Any]:
    """A run as plain data; marks only where they are set."""
    if run.footnote is not None:
        return {"footnote": run.footnote}
    value: dict[str, Any] = {"text": run.text}
    for mark in ("italic", "bold", "underline"):
        if getattr(run, mark):
            value[mark] = True
    return value


def run_from(value: dict[str, Any]) -> Run:
    """The run that plain data tells of."""
    return Run(
        text=value.get("text", ""),
        italic=value.get("italic", False),
        bold=value.get("bold", False),
        underline=value.get("underline", False),
        footnote=value.get("footnote"),
    )


def runs_value(runs: Iterable[Run]) -> list[dict[str, Any]]:
    """Tidy runs as plain data."""
    return [run_value(run) for run in tidy_runs(runs)]


def paragraph_value(paragraph: Paragraph, computed: str | None) -> dict[str, Any]:
    """A paragraph as plain data, `number` only where it differs from the computed one."""
    value: dict[str, Any] = {
        "kind": str(paragraph.kind),
        "level": paragraph.level,
        "runs": runs_value(paragraph.runs),
    }
    if paragraph.number != computed:
        value["number"] = paragraph.number
    if paragraph.set_label is not None:
        value["set_label"] = paragraph.set_label
    if paragraph.cell is not None:
        value["cell"] = list(paragraph.cell)
    return value


def footnote_value(note: Footnote) -> dict[str, Any]:
    """A footnote as plain data."""
    return {"id": note.id, "mark": note.mark, "runs": runs_value(note.runs)}


def dumps(value: Any) -> str:
    """Canonical JSON: sorted keys, no spaces, characters as they are."""
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, sort_keys=True, separators=(",", ":"))


def canonical(draft: Draft) -> str:
    """The canonical JSON of a draft.

    It is put together of its paragraphs: the encoder lets no other thread run meanwhile, and one call for a long text
    would keep the window standing.
    """
    numbers = computed_numbers(draft)
    paragraphs = ",".join(dumps(paragraph_value(p, n)) for p, n in zip(draft.paragraphs, numbers, strict=True))
    notes = ",".join(dumps(footnote_value(note)) for note in draft.footnotes)
    return f'{{"footnotes":[{notes}],"form":{dumps(FORM)},"paragraphs":[{paragraphs}]}}'


def paragraph_from(value: dict[str, Any]) -> Paragraph:
    """The paragraph that plain data tells of; a number left out is None."""
    cell = value.get("cell")
    return Paragraph(
        kind=Kind(value["kind"]),
        runs=tuple(run_from(run) for run in value["runs"]),
        level=value["level"],
        number=value.get("number"),
        set_label=value.get("set_label"),
        cell=(cell[0], cell[1], cell[2]) if cell is not None else None,
    )


_COMPUTED = object()


def draft_from(paragraphs: Iterable[dict[str, Any]], footnotes: Iterable[dict[str, Any]]) -> Draft:
    """The draft that plain data tells of, with computed numbers filled in."""
    read: list[Paragraph] = []
    missing: list[int] = []
    for position, value in enumerate(paragraphs):
        if value.get("number", _COMPUTED) is _COMPUTED:
            missing.append(position)
        read.append(paragraph_from(value))
    notes = tuple(
        Footnote(note["id"], note["mark"], tuple(run_from(run) for run in note["runs"])) for note in footnotes
    )
    # A number left out stands for the computed one, and None counts on like it, so one pass fills all.
    numbers = computed_numbers(Draft(tuple(read)))
    for position in missing:
        read[position] = replace(read[position], number=numbers[position])
    return Draft(tuple(read), notes)


def content_hash(draft: Draft) -> str:
    """SHA-256 of the canonical JSON, in hexadecimal: covers content only."""
    return _sha256(canonical(draft))


def node_id(content: str, parents: Iterable[str]) -> str:
    """The id of a kept draft: SHA-256 over its content hash and its parents' ids, in whatever order they are named."""
    return _sha256("\n".join([content, *sorted(parents)]))


def _sha256(text: str) -> str:
    import hashlib  # takes a while to load, and texts that no dossier keeps have no need of it

    return hashlib.sha256(text.encode()).hexdigest()
