"""A draft as a page of HTML, plain enough for Qt's printing too."""

from __future__ import annotations

from collections.abc import Iterable

from models.circulation.draft_markdown import before
from models.circulation.html import escaped
from models.draft import Draft, Footnote, Kind, Paragraph, Run

_STYLE = """
body { font-family: "Source Serif 4", "Times New Roman", serif; max-width: 42em; margin: 2em auto; padding: 0 1em; }
p { margin: 0 0 0.7em 0; line-height: 140%; }
.masthead { color: #454d53; margin: 0 0 0.2em 0; }
.heading { font-weight: bold; margin-top: 1.2em; }
.level1 { margin-left: 2.5em; } .level2 { margin-left: 5em; } .level3 { margin-left: 7.5em; }
.note { font-size: small; }
sup { font-size: x-small; }
"""
_HEADINGS = (Kind.SECTION, Kind.HEADING, Kind.ANNEX)


def draft_html(draft: Draft, title: str) -> str:
    """The draft as it reads: masthead lines, paragraphs with their numbers, notes at the end."""
    body = [_paragraph(draft, paragraph) for paragraph in draft.paragraphs if paragraph.runs or paragraph.number]
    notes = [_note(note) for note in draft.footnotes]
    return "".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f"<title>{escaped(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n",
            *body,
            "<hr>\n" if notes else "",
            *notes,
            "</body>\n</html>\n",
        )
    )


def _paragraph(draft: Draft, paragraph: Paragraph) -> str:
    if paragraph.kind is Kind.MASTHEAD:
        look = "masthead"
    elif paragraph.kind in _HEADINGS:
        look = "heading"
    else:
        look = f"level{min(paragraph.level, 3)}"
    return f'<p class="{look}" dir="auto">{escaped(before(paragraph))}{_runs(paragraph.runs, draft)}</p>\n'


def _note(note: Footnote) -> str:
    return f'<p class="note" dir="auto"><sup>{escaped(note.mark)}</sup> {_runs(note.runs)}</p>\n'


def _runs(runs: Iterable[Run], draft: Draft | None = None) -> str:
    text = ""
    for run in runs:
        if run.footnote is not None:
            text += f"<sup>{escaped(_mark(draft, run.footnote))}</sup>"
            continue
        part = escaped(run.text).replace("\n", "<br>")
        for tag, has in (("u", run.underline), ("b", run.bold), ("i", run.italic)):
            part = f"<{tag}>{part}</{tag}>" if has else part
        text += part
    return text


def _mark(draft: Draft | None, note: int) -> str:
    return draft.note[note].mark if draft is not None and note in draft.note else str(note)
