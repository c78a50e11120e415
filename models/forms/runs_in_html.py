"""The runs of a paragraph or a note as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from models.draft import Run
from models.draft.held_letters import LINE_END
from models.forms.html import escaped

TOLD, HEAD = "data-", "head"
"""How attributes begin that say what a paragraph is; the class of what stands before its words: its number."""
SIGN = f"{TOLD}sign"
"""Says of a line end which other sign than a line feed it is, by its code point."""
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
        ends = map(_line_end, LINE_END.findall(run.text))
        part = "".join(words + next(ends, "") for words in map(escaped, LINE_END.split(run.text)))
        for tag, has in (("u", run.underline), ("b", run.bold), ("i", run.italic)):
            part = f"<{tag}>{part}</{tag}>" if has and part else part
        text += part
    return text


def _line_end(sign: str) -> str:
    return "<br>" if sign == "\n" or len(sign) > 1 else f'<br {SIGN}="{ord(sign):04x}">'
