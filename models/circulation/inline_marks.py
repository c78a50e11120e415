"""What is new and what is gone, in HTML for programs that know little of it: mail, word processors, a printer.

LibreOffice goes on striking after the end of a `del`, to the end of the page: spans with a style say it to all of them.
"""

from __future__ import annotations

from models.circulation.pieces import DELETE, INSERT

STYLES = {
    INSERT: "color:#0b57a4;text-decoration:underline",
    DELETE: "color:#ae2a20;text-decoration:line-through",
}
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
