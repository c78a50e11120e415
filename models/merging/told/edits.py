"""Words of a line of the merged text that follow from the places paragraphs have now: what stands instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from models.draft import Run


class Edit(NamedTuple):
    """Other words for those between two places of a line, `before` and `after` left out, in code points."""

    start: int
    end: int
    text: str


def touches(edit: Edit, start: int, end: int) -> bool:
    """Whether an edit changes the words between two places, or puts something in at or between them."""
    if edit.start == edit.end:
        return start <= edit.start <= end
    return start < edit.end and edit.start < end


def edited(text: str, edits: Sequence[Edit]) -> str:
    """A text with its edits."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def in_runs(runs: Sequence[Run], edit: Edit) -> list[Run]:
    """Runs with an edit, which looks like the words it stands for."""
    found, at, done = [], 0, False
    for run in runs:
        end = at + len(run.text)
        if run.footnote is None and touches(edit, at, end):
            head, tail = run.text[: max(edit.start - at, 0)], run.text[max(edit.end - at, 0) :]
            found.append(replace(run, text=head + ("" if done else edit.text) + tail))
            done = True
        else:
            found.append(run)
        at = end
    return found


def all_in_runs(runs: Sequence[Run], edits: Sequence[Edit]) -> Sequence[Run]:
    """Runs with all edits."""
    for edit in sorted(edits, reverse=True):
        runs = in_runs(runs, edit)
    return runs
