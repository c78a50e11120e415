"""Plain text of the clipboard as paragraphs and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.clipboard.fragment import Fragment
from models.clipboard.line_numbers import without_line_numbers
from models.clipboard.mail_head import MAIL_HEADS, SEVERAL_MAILS, mail_heads, without_mail_heads
from models.clipboard.quoted import quoted_in
from models.clipboard.quoted_text import QUOTATION, without_quotation
from models.clipboard.structure import as_written, new_behind, only_named, structured, with_structure
from models.draft import Footnote, Kind, Paragraph, Run, tidy_runs
from models.draft.held_letters import held
from models.draft.masthead_lines import line_role
from models.draft.plain_letters import TO_RAISED
from models.reading.layout import is_wrapped
from models.reading.text import lines_of, read_lines
from models.spelling.facts import usual
from models.telling.sentences import listed

_STAR = re.compile(r"(?<![^\n])[ \t]*\*(?=[ \t]+[^\s*])")
_CALLED = re.compile(r"^[^*\n]*[^\s*]\*+(?:[ \t][^*\n]*)?$", re.MULTILINE)
_NUMBERS_OF_LINES = "The numbers of its lines were left out."


def read_plain(text: str) -> Fragment:
    """Plain text as paragraphs: wrapped lines joined, numbers as structure; one line without any is partial.

    A line that was copied with its end is a paragraph where it opens as one. A blank line parts two paragraphs, but in
    what was copied from a page, which may end within one.
    """
    pages = "\f" in text
    text, told = _without_mail(held(text.replace("\f", "\n\n")))
    if told:
        fragment = read_plain(text)
        return replace(fragment, apart=True, losses=(*told, *fragment.losses))
    text = _with_bullets(text)
    if not text.strip():
        return Fragment()
    if (bare := without_line_numbers(text)) is not None:
        fragment = read_plain(bare)
        return replace(fragment, apart=True, losses=(_NUMBERS_OF_LINES, *fragment.losses))
    lines = lines_of(text, pages=pages or is_wrapped(text), usual=usual("en"))
    bare_of_marks = without_quotation(lines.draft.paragraphs)
    quotation = (QUOTATION,) if bare_of_marks is not None else ()
    as_they_stand = bare_of_marks if bare_of_marks is not None else lines.draft.paragraphs
    called_new = replace(lines.draft, paragraphs=tuple(map(new_behind, as_they_stand)))
    reading = read_lines(lines._replace(draft=called_new), only_named(as_they_stand))
    ended = ends_line(text)
    paragraphs = with_structure(reading.draft.paragraphs, ended=ended)
    notes, uncited = _by_citing(paragraphs, reading.draft.footnotes)
    whole = len(paragraphs) + len(uncited) > 1 or "\n" in text.strip("\n")
    if not whole and not any(structured(paragraph) for paragraph in paragraphs):
        # Letters alone may be a part of a word; what was copied with the space or the end beside it is not.
        words = text.strip("\n")
        words_alone = (Paragraph(Kind.TEXT, (Run(words),)),)
        return Fragment(words_alone, partial=True, apart=text != words.strip(), ended=ended)
    found = (*paragraphs, *map(_as_paragraph, uncited))
    moved = len(paragraphs) > 1 and any(one.kind is Kind.SPONSOR_NOTE for one in paragraphs)  # to the foot
    written = () if moved else as_written(as_they_stand, paragraphs)
    return Fragment(found, notes, losses=(*quotation, *_told_of(uncited)), apart=True, ended=ended, written=written)


def _without_mail(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without what mail programs put before its lines and above them; what of that were words is told."""
    quoted = quoted_in(text)
    left, told = without_mail_heads(quoted.words)
    if quoted.leading:
        answered = quoted.beside - mail_heads(quoted.lines)
        told = (MAIL_HEADS, *((SEVERAL_MAILS,) if answered or SEVERAL_MAILS in told else ()))
    return left, told


def _with_bullets(text: str) -> str:
    """A text in which several lines begin with an asterisk, as mail programs write bullets; one is that of a note, and
    so are all where a line of a masthead calls them: "Fiji:* draft resolution"."""
    called = any(line_role(line[0]) is not None for line in _CALLED.finditer(text))
    return _STAR.sub("•", text) if not called and len(_STAR.findall(text)) > 1 else text


def ends_line(text: str) -> bool:
    """Whether plain text was copied with the end of its last line."""
    return text.rstrip(" \t").endswith(("\n", "\r"))


def _by_citing(
    paragraphs: Sequence[Paragraph], notes: Sequence[Footnote]
) -> tuple[tuple[Footnote, ...], list[Footnote]]:
    """The notes that are cited, and those that are not."""
    cited = {note for paragraph in paragraphs for note in paragraph.footnotes}
    return tuple(note for note in notes if note.id in cited), [note for note in notes if note.id not in cited]


def _as_paragraph(note: Footnote) -> Paragraph:
    """A note that no mark points to, as it was written: none of what is pasted gets lost."""
    return Paragraph(Kind.TEXT, tidy_runs((Run(f"{note.mark.translate(TO_RAISED)} "), *note.runs)))


def _told_of(uncited: Sequence[Footnote]) -> tuple[str, ...]:
    marks = [note.mark for note in uncited]
    if not marks:
        return ()
    if len(marks) == 1:
        return (f"No mark in the text points to note {marks[0]}; it was pasted as a paragraph.",)
    return (f"No mark in the text points to notes {listed(marks)}; they were pasted as paragraphs.",)
