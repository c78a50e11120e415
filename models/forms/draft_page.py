"""A draft as one page of HTML: nothing to load, light and dark, on paper, and for screen readers.

Headings are headings, a note's mark leads to its note and back, and each paragraph runs in its own direction. What kind
of paragraph each is, of what level and number, it says beside its words: so the page reads back as the draft.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from itertools import groupby

from models.draft import Draft, Footnote, Kind, Paragraph
from models.draft.draft_mark import draft_mark as draft_mark_in
from models.draft.masthead_lines import masthead_roles
from models.draft.table_rows import table_rows
from models.forms.html import direction, escaped, own_way, parted_notes
from models.forms.runs_in_html import HEAD, TOLD, runs_html, spaced
from models.reading.language import language, official
from models.telling.numbers import printed

_OVER = (Kind.SECTION, Kind.ANNEX)
"""What stands over the headings that follow it."""
_DEEPEST = 4


def draft_html(draft: Draft, title: str, *, draft_mark: bool = False) -> str:
    """The draft as it reads: masthead lines, paragraphs with their numbers, notes at the end."""
    style = (resources.files("resources") / "templates" / "draft.css").read_text(encoding="utf-8")
    page, spoken = _Page(draft), language(draft)
    head = next((at for at, one in enumerate(draft.paragraphs) if one.kind is not Kind.MASTHEAD), len(draft.paragraphs))
    masthead, body = page.blocks(0, head), page.blocks(head, len(draft.paragraphs))
    top = "" if page.titled else f'<h1 class="unseen">{escaped(title)}</h1>\n'
    return "".join(
        (
            f'<!DOCTYPE html>\n<html lang="{spoken}"{direction(draft)}>\n<head>\n<meta charset="utf-8">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="color-scheme" content="light dark">\n<meta name="generator" content="Adref">\n',
            f"<title>{escaped(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n",
            '<a class="skip" href="#text" lang="en" dir="ltr">Skip to the text</a>\n',
            "<header>\n",
            f'<p class="mark" lang="{official(spoken)}" dir="auto">{draft_mark_in(spoken)}</p>\n' if draft_mark else "",
            masthead,
            f'{top}</header>\n<main id="text" tabindex="-1">\n',
            body,
            "".join(page.notes()),
            "</main>\n</body>\n</html>\n",
        )
    )


class _Page:
    """Writes paragraphs; a note is led back to where it was cited first. `titled`: the page has its heading."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._roles = masthead_roles(draft)
        self._cited: set[int] = set()
        self._under = False
        self.titled = False

    def blocks(self, start: int, end: int) -> str:
        """The paragraphs from one place to another; those of a table in a table."""
        placed = list(enumerate(self._draft.paragraphs))[start:end]
        text = ""
        for table, group in groupby(placed, key=lambda pair: pair[1].cell[0] if pair[1].cell is not None else None):
            if table is None:
                text += "".join(self._block(at, one) for at, one in group)
            else:
                text += self._table([one for _, one in group])
        return text

    def _block(self, at: int, paragraph: Paragraph) -> str:
        self._under = self._under or paragraph.kind in _OVER
        heading = None
        if paragraph.kind in (*_OVER, Kind.HEADING):
            heading = "h3" if paragraph.kind is Kind.HEADING and self._under else "h2"
        if self._roles.get(at) == "title" and paragraph.kind is Kind.MASTHEAD and not self.titled:
            self.titled, heading = True, "h1"
        if heading is None:
            return self._plain(paragraph, self._roles.get(at) or "")
        return f"<{heading}{self._attributes(paragraph)}>{self._words(paragraph)}</{heading}>\n"

    def _plain(self, paragraph: Paragraph, role: str = "") -> str:
        """A paragraph of the text, or a line of the masthead with its part in it."""
        look = str(paragraph.kind) + (f" level{min(paragraph.level, _DEEPEST)}" if paragraph.level else "")
        look += f" {role.replace('_', '-')}" if role and paragraph.kind is Kind.MASTHEAD else ""
        return f'<p class="{look}"{self._attributes(paragraph)}>{self._words(paragraph)}</p>\n'

    def _attributes(self, paragraph: Paragraph) -> str:
        told = {"kind": str(paragraph.kind), "level": str(paragraph.level) if paragraph.level else None}
        told |= {"number": paragraph.number, "label": paragraph.set_label}
        told |= {"cell": " ".join(map(str, paragraph.cell)) if paragraph.cell is not None else None}
        said = "".join(f' {TOLD}{key}="{escaped(value)}"' for key, value in told.items() if value is not None)
        return f"{self._way(paragraph.text)}{spaced(paragraph.text)}{said}"

    def _way(self, text: str) -> str:
        return f' dir="{own_way(self._draft, text, text)}"'

    def _words(self, paragraph: Paragraph) -> str:
        head, runs = printed(paragraph)
        number = f'<span class="{HEAD}">{escaped(head)}</span>' if head else ""
        return number + parted_notes(runs_html(runs, self._place))

    def _place(self, note: int) -> str:
        mark = escaped(self._draft.mark(note))
        if note not in self._draft.note:
            return f"<sup>{mark}</sup>"
        first = f' id="cited{note}"' if note not in self._cited else ""
        self._cited.add(note)
        return f'<sup><a{first} href="#note{note}"><span class="unseen" lang="en">note </span>{mark}</a></sup>'

    def _table(self, paragraphs: list[Paragraph]) -> str:
        rows = ""
        for row in table_rows(paragraphs):
            cells = (f"<td{f' colspan={span}' if span > 1 else ''}>{self._cell(cell)}</td>" for cell, span in row)
            rows += f"<tr>{''.join(cells)}</tr>\n"
        wide = '<div class="wide" role="group" aria-label="Table" tabindex="0">'  # what scrolls is reached by the keys
        return f"{wide}<table>\n<tbody>\n{rows}</tbody>\n</table></div>\n"

    def _cell(self, paragraphs: list[Paragraph]) -> str:
        return "".join(self._plain(one) for one in paragraphs).strip()

    def notes(self) -> Iterator[str]:
        """The footnotes under a heading of their own."""
        if not self._draft.footnotes:
            return
        yield '<section aria-labelledby="notes">\n<h2 id="notes" lang="en" dir="ltr">Notes</h2>\n'
        yield from (self._note(note) for note in self._draft.footnotes)
        yield "</section>\n"

    def _note(self, note: Footnote) -> str:
        mark = f"<sup>{escaped(note.mark)}</sup>"
        words = runs_html(note.runs)
        back = ""
        if note.id in self._cited:
            said = f"Back to the text of note {escaped(note.mark)}"
            back = f'<a class="back" lang="en" href="#cited{note.id}" aria-label="{said}"> ↩</a>'
        return f'<p class="note"{self._way(note.text)} id="note{note.id}"{spaced(note.text)}>{mark} {words}{back}</p>\n'
