"""What is new and what is gone, in HTML for programs that know little of it: mail, word processors, a printer.

Where there are letters only, signs say it. LibreOffice goes on striking after the end of a `del`, to the end of the
page: spans with a style say it to all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from models.draft.plain_letters import TO_RAISED
from models.forms.pieces import DELETE, INSERT

REMARK = "remark"
"""The operation of what is said of a paragraph behind its words; it is no part of either text."""
STYLES = {
    INSERT: "color:#0b57a4;text-decoration:underline",
    DELETE: "color:#ae2a20;text-decoration:line-through",
    REMARK: "color:#596269;font-style:italic",
}
SIGNS = {INSERT: ("{+", "+}"), DELETE: ("[-", "-]")}
ATTRIBUTE = "data-adref"
"""What a page that comes back from the clipboard is told by from one that was underlined or struck by somebody."""


_OPENING = frozenset("([“‘«\"'$€£")


def clash(gone: str, came: str) -> bool:
    """Whether words that came stand right behind words that went, where no ground of their own sets them apart."""
    return not gone[-1:].isspace() and (came[:1].isalnum() or came[:1] in _OPENING)


def marked(op: str, html: str) -> str:
    """HTML as new or as gone, underlined or struck in colour; as it is where it is neither."""
    style = STYLES.get(op)
    return html if style is None else f'<span {ATTRIBUTE}="{op}" style="{style}">{html}</span>'


def moved_from(labels: Iterable[str | None]) -> str:
    """The remark on a paragraph that moved, with the labels it had in the old text."""
    return f" [moved from {', '.join(label or 'another place' for label in labels)}]"


def raised(mark: str) -> str:
    """A note's mark as it stands in letters alone; one that is a letter, in brackets: it would be one of a word."""
    return f"[{mark}]" if mark[:1].isalpha() else mark.translate(TO_RAISED)


def signed(words: Iterable[tuple[str, str]]) -> str:
    """(operation, text) in a row as plain text, what is new and gone between signs; a space alone needs none."""
    parts: list[str] = []
    for op, group in groupby(words, key=lambda pair: pair[0]):
        text = "".join(part for _, part in group)
        before, after = SIGNS.get(op, ("", ""))
        if text.strip():
            parts.append(f"{before}{text}{after}")
        elif op != DELETE:
            parts.append(text)
    return "".join(parts)
