"""The runs of a paragraph or a note as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from models.draft import Draft, Run
from models.draft.held_letters import LINE_END
from models.forms.html import escaped

_COUNTED = re.compile(r"^[ \t]|[ \t][ \t]|\t|[ \t]$", re.MULTILINE)


def spaced(text: str) -> str:
    """The attribute of a paragraph in whose words spaces count that a page would show as one, or not at all."""
    return ' style="white-space:pre-wrap"' if _COUNTED.search(text) else ""


def runs_html(runs: Iterable[Run], cited: Callable[[int], str] = str) -> str:
    """Runs with their looks; `cited` makes what stands at the place of a note."""
    text = ""
    for run in runs:
        if run.footnote is not None:
            text += cited(run.footnote)
            continue
        part = "<br>".join(map(escaped, LINE_END.split(run.text)))
        for tag, has in (("u", run.underline), ("b", run.bold), ("i", run.italic)):
            part = f"<{tag}>{part}</{tag}>" if has and part else part
        text += part
    return text


def note_mark(draft: Draft, note: int) -> str:
    """A note's mark as printed, its id where the draft has no such note."""
    return draft.note[note].mark if note in draft.note else str(note)
