"""A draft laid out for a printer that knows little of HTML (`app.pdf`): masthead, text, and all notes at its end."""

from __future__ import annotations

from itertools import groupby

from models.draft import Draft, Kind, Paragraph
from models.draft.directions import way_in
from models.draft.masthead_lines import DRAFT_MARK, masthead_roles
from models.forms.html import escaped
from models.forms.runs_in_html import note_mark, runs_html
from models.telling.numbers import printed

_STYLE = """
body { font-family: "Source Serif 4", "Times New Roman", serif; }
p { margin: 0 0 8px 0; line-height: 108%; }
.masthead { color: #454d53; margin: 0; }
.apart { color: #454d53; margin: 8px 0 0 0; }
.title { font-size: large; font-weight: bold; margin: 18px 0 14px 0; }
.heading { font-weight: bold; margin: 16px 0 8px 0; }
.draft { color: #596269; font-size: small; margin: 0 0 12px 0; }
.note { font-size: small; margin: 0 0 4px 0; }
td { padding: 3px; }
sup { font-size: x-small; }
"""
_HEADINGS = (Kind.SECTION, Kind.HEADING, Kind.ANNEX)
_APART = ("agenda_title", "sponsor_line", "report")  # white tells these long lines of a masthead from those above
_LEVEL = 32  # pixels


def draft_print_page(draft: Draft, *, draft_mark: bool = False) -> str:
    """The HTML of a draft as it is printed; sizes are in pixels of the style."""
    roles = masthead_roles(draft)
    body = [f'<p class="draft">{DRAFT_MARK}</p>\n'] if draft_mark else []
    placed = enumerate(draft.paragraphs)
    for table, group in groupby(placed, key=lambda pair: pair[1].cell[0] if pair[1].cell is not None else None):
        if table is None:
            body += [_paragraph(draft, one, roles.get(at)) for at, one in group if one.runs or one.number]
        else:
            body.append(_table(draft, [one for _, one in group]))
    notes = [
        f'<p class="note"{way(draft, note.text)}><sup>{escaped(note.mark)}</sup> {runs_html(note.runs)}</p>\n'
        for note in draft.footnotes
    ]
    return (
        f"<html><head><meta charset='utf-8'><style>{_STYLE}</style></head><body>{''.join(body)}"
        f"{'<hr>' if notes else ''}{''.join(notes)}</body></html>"
    )


def _paragraph(draft: Draft, paragraph: Paragraph, role: str | None) -> str:
    look = "title" if role == "title" else "masthead" if paragraph.kind is Kind.MASTHEAD else ""
    look = "apart" if role in _APART else look
    look = "heading" if paragraph.kind in _HEADINGS else look
    turned = way(draft, paragraph.text)
    side = "right" if turned else "left"
    style = f" style='margin-{side}:{paragraph.level * _LEVEL}px'" if paragraph.level else ""
    head, runs = printed(paragraph)
    words = escaped(head) + runs_html(runs, lambda note: _mark(draft, note))
    return f'<p class="{look}"{turned}{style}>{words}</p>\n'


def way(draft: Draft, text: str) -> str:
    """The attribute of a text of a draft that runs from right to left; a printer does not find out by itself."""
    return ' dir="rtl"' if way_in(draft, text) else ""


def _mark(draft: Draft, note: int) -> str:
    return f"<sup>{escaped(note_mark(draft, note))}</sup>"


def _table(draft: Draft, paragraphs: list[Paragraph]) -> str:
    rows = ""
    for _, row in groupby(paragraphs, key=lambda one: one.cell[1] if one.cell is not None else 0):
        cells = groupby(row, key=lambda one: one.cell)
        rows += f"<tr>{''.join(f'<td>{_cell(draft, list(group))}</td>' for _, group in cells)}</tr>"
    return f"<table border='1' cellspacing='0' width='100%'>{rows}</table>\n"


def _cell(draft: Draft, paragraphs: list[Paragraph]) -> str:
    return "".join(_paragraph(draft, one, None) for one in paragraphs)
