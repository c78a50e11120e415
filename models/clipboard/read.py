"""Reads what lies on the clipboard. RTF is hardly ever needed: Word and LibreOffice offer HTML on every system."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest

import lxml.html
from lxml import etree

from models.clipboard.blocks import BREAK, Block, Page, Piece
from models.clipboard.deleted_rows import take_out_deleted_rows
from models.clipboard.fragment import MOST_BYTES, CannotPaste, Fragment
from models.clipboard.lists import deepen_bullets
from models.clipboard.looks import words_in
from models.clipboard.mail_head import blocks_without_mail_heads
from models.clipboard.missing_notes import told_of_marks
from models.clipboard.own import MIME, from_own
from models.clipboard.page import read_page
from models.clipboard.page_notes import PageNotes, find_notes
from models.clipboard.plain import ends_line, read_plain
from models.clipboard.quoted_text import QUOTATION, without_quotation
from models.clipboard.raised import is_figures, without_commas
from models.clipboard.rich import rich_alone
from models.clipboard.said_of_itself import HELD_SIGNS
from models.clipboard.structure import as_written, structured, with_structure
from models.clipboard.style_sheet import StyleSheet
from models.clipboard.suggested import NOT_TOLD_APART, Letter, mark_suggested, suggested
from models.clipboard.too_much import is_too_much
from models.clipboard.wrapping import letters
from models.draft import Footnote, Kind, Paragraph, Run, tidy_runs
from models.draft.draft_mark import DRAFT_MARKS
from models.draft.held_letters import held
from models.draft.plain_letters import TO_RAISED
from models.reading.broken_words import SOFT, BrokenWords
from models.reading.decoding import letters_of
from models.reading.extent import cut, number_of, with_told_headings
from models.reading.labels import counts_on, label_before
from models.reading.layout import between, runs_on
from models.reading.literals import end_mark
from models.spelling.facts import usual
from models.telling.numbers import number_before, without_head

_WORDS_OWN = re.compile(
    r"mso-|urn:schemas-microsoft-com:office|LibreOffice|class=\"?Mso|content=\"Adref\"", re.IGNORECASE
)
_ENDS = str.maketrans({BREAK: "\n", **HELD_SIGNS})
_CLOSING = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)  # the parser drops what stands after them
_LINE_ENDS = re.compile(r"\s*[\n\t]\s*")
_INLINE = " \t\xa0" + BREAK
_WRAPPED = 45
_NEAR = 500  # pieces, of which a line has a score
TOO_DEEP = "What was nested too deep in the page was left out."
_NOTES_IN_NOTE = "Footnotes were left out, since a footnote has none of its own."
_TABLES = "Tables came without their lines and widths: cell by cell, and as tables again in a Word file."
_MERGED = "Cells merged with those below came apart: the first of them has the words, the others are empty."
_TABLE_IN_NOTE = "The words of a table came one after the other, since a footnote has no cells."


def from_clipboard(formats: Mapping[str, bytes]) -> Fragment:
    """What a paste gives, from bytes by media type: Adref's own form before HTML before plain text.

    Raises CannotPaste where there is nothing to paste or too much of it.
    """
    if formats.get(MIME):
        return from_own(formats[MIME])
    fragment = _foreign(formats)
    italic = any(run.italic for paragraph in fragment.paragraphs for run in paragraph.runs)
    return replace(fragment, roman=not italic, losses=(*fragment.losses, *told_of_marks(fragment)))


def line_from_clipboard(formats: Mapping[str, bytes]) -> tuple[tuple[Run, ...], tuple[str, ...]]:
    """What a paste gives where no paragraphs are held, as in a footnote: words with their looks in one line; plain text
    as it stands. Gives what was left out, too, in sentences.

    Raises CannotPaste as `from_clipboard` does.
    """
    if rich_alone(formats):
        raise CannotPaste("What was copied came as RTF alone, which a footnote does not take; paste it into the text.")
    plain = formats.get("text/plain") or formats.get("text/plain;charset=utf-8") or b""
    if plain and not formats.get(MIME) and not formats.get("text/html"):
        return tidy_runs([Run(" ".join(held(letters_of(plain)[0]).split()))]), ()
    runs: list[Run] = []
    fragment = from_clipboard(formats)
    for paragraph, written in zip_longest(fragment.paragraphs, fragment.written):
        number = number_before(paragraph) if written is None else ""
        runs += [Run(" ")] if runs else []
        runs += [Run(number)] if number else []
        words = paragraph.runs if written is None else written
        runs += [replace(run, text=_LINE_ENDS.sub(" ", held(run.text))) for run in words if run.footnote is None]
    noted = any(paragraph.footnotes for paragraph in fragment.paragraphs)
    told = [_TABLE_IN_NOTE if loss == _TABLES else loss for loss in fragment.losses if loss != _MERGED]
    return tidy_runs(runs), (*told, *([_NOTES_IN_NOTE] if noted else ()))


def _foreign(formats: Mapping[str, bytes]) -> Fragment:
    plain = formats.get("text/plain") or formats.get("text/plain;charset=utf-8") or b""
    if formats.get("text/html"):
        # Many programs make a paragraph of some words of one; their plain text has its end where that was copied.
        ended, suggestions = ends_line(letters_of(plain)[0]), suggested(formats)
        fragment, whole = _html(formats["text/html"], usual("en"), ended=ended, suggestions=suggestions)
        if fragment.paragraphs and (whole or not plain.strip()):
            return fragment
    if plain:
        if len(plain) > MOST_BYTES:
            raise CannotPaste("There is too much on the clipboard to paste; copy it in parts, or open the file itself.")
        fragment = read_plain(letters_of(plain)[0])
        if fragment.paragraphs:
            return fragment
    raise CannotPaste("There is no text on the clipboard; copy the words again and paste them here.")


def read_html(html: bytes | str) -> Fragment:
    """HTML of Word, LibreOffice, mail programs and browsers as paragraphs and notes; the rest is cleaned away.

    Tracked changes are taken as accepted; `losses` says what was left out. What a hyphen at the end of a line is, its
    own words alone tell. Raises CannotPaste where it is too much.
    """
    return _html(html, ())[0]


def _html(
    html: bytes | str, known: Collection[str], *, ended: bool = False, suggestions: Sequence[Letter] = ()
) -> tuple[Fragment, bool]:
    """The fragment, and whether all of the page was read: the parser stops where elements are nested absurdly deep.

    `known` words are written in one, as those are that stand so in it. `suggestions` are what lies beside the page.
    """
    text = _CLOSING.sub("", letters(html))
    if not text.strip():
        return Fragment(), True
    if is_too_much(text):
        raise CannotPaste("There is too much on the clipboard to paste; copy it in parts, or open the file itself.")
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return Fragment(), True
    deep = any("depth" in error.message.lower() for error in parser.error_log)
    apart = not suggestions or mark_suggested(root, suggestions)
    rows_gone = take_out_deleted_rows(root)
    notes = find_notes(root)
    sheet = StyleSheet(root)
    page = read_page(root, notes, sheet)
    page.gone += rows_gone
    keeps = _WORDS_OWN.search(text[:20_000]) is not None
    of_text, told = blocks_without_mail_heads(page.blocks)
    lines = (line for block in of_text for line in _words(block.pieces).split(BREAK))
    broken = BrokenWords(lines, known)
    blocks = [part for block in of_text for part in _parted(block, broken, keeps=keeps)]
    words = [_words(block.pieces).strip() for block in blocks]
    if any(words[1:]) and words[0] in DRAFT_MARKS:
        del blocks[0]  # a page that Adref made says so above the text
    fragment = _fragment(blocks, notes, partial(_note_runs, root, notes, sheet, page), ended=ended)
    told += () if apart else (NOT_TOLD_APART,)
    return replace(fragment, losses=(*told, *fragment.losses, *_losses(page, notes, deep)), ended=ended), not deep


def _parted(block: Block, broken: BrokenWords, *, keeps: bool) -> list[Block]:
    """A block at its line ends: two part it, one is kept where a word processor wrote it, else what is around tells,
    and of a word over one its `broken` halves."""
    if block.kept:
        return [replace(block, pieces=[replace(one, text=one.text.translate(_ENDS)) for one in block.pieces])]
    lines = block.lines()
    parts: list[list[Piece]] = [lines[0]]
    fresh = 0
    for line in lines[1:]:
        if not _words(line).strip(_INLINE) and not any(piece.note for piece in line):
            fresh += 1
            continue
        before = _end_of(parts[-1])
        if not before.strip(_INLINE):
            parts[-1] = line
        elif (fresh and not keeps) or (not keeps and _begins(before, _words(line))):
            parts.append(line)
        else:
            _join(parts[-1], line, broken, fresh, keeps=keeps)
        fresh = 0
    return [
        replace(block, pieces=part, number=None if at else block.number, bare=block.bare and len(parts) == 1)
        for at, part in enumerate(parts)
    ]


def _join(above: list[Piece], below: list[Piece], broken: BrokenWords, fresh: int, *, keeps: bool) -> None:
    """Two lines of a paragraph in one, `fresh` empty ones between them: what ends where the page did runs on.

    Lines may be thousands: of those above only the end is looked at.
    """
    at = max(0, len(above) - _NEAR)
    above[at:], rest = _trimmed(above[at:], end=True), _trimmed(below, end=False)
    before, after = _end_of(above), _words(rest)
    halves = before.endswith(SOFT) or (before.endswith("-") and broken.breaks(before[:-1], after))
    if halves and not keeps and not above[-1].note:
        above[-1:] = [replace(above[-1], text=above[-1].text[:-1]), *rest]
        return
    wrapped = not keeps and _is_full(before)
    runs_on = wrapped and (not end_mark(before) or after[:1].islower())
    above += [Piece(between(before, after) if runs_on else "\n" * (fresh + 1)), *rest]


def _is_full(text: str) -> bool:
    """Whether the last line of a text may end where its column does."""
    return len(text.rsplit("\n", 1)[-1]) >= _WRAPPED


def _end_of(pieces: Sequence[Piece]) -> str:
    """The last words of a paragraph, in which all of its last line stands."""
    near = _words(pieces[-_NEAR:])
    return near if near.strip(_INLINE) else _words(pieces)


def _words(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces if not piece.note)


def _begins(before: str, line: str) -> bool:
    """Whether a line after another is a paragraph of its own: it has a number, or opens after the end of one."""
    number = number_of(Paragraph(Kind.TEXT, (Run(line),)))
    if number is not None:
        return not (_is_full(before) and runs_on(number, before))
    if (end_mark(before) or not _is_full(before)) and counts_on(label_before(before), label_before(line)):
        return True
    return bool(end_mark(before)) and line.lstrip(_INLINE + '[(“"')[:1].isupper()


def _trimmed(pieces: Sequence[Piece], *, end: bool) -> list[Piece]:
    kept = list(pieces)
    at = -1 if end else 0
    while kept and not kept[at].note:
        text = kept[at].text.rstrip(_INLINE) if end else kept[at].text.lstrip(_INLINE)
        if text:
            kept[at] = replace(kept[at], text=text)
            break
        del kept[at]
    return kept


def _fragment(
    blocks: list[Block], notes: PageNotes, note_runs: Callable[[str], tuple[Run, ...]], *, ended: bool
) -> Fragment:
    raised, blocks = _raised_notes(blocks)
    deepen_bullets(blocks)
    cited: dict[str, int] = {}
    for block in blocks:
        for piece in block.pieces:
            if piece.note and (piece.note in raised or not piece.note.startswith("^")):
                cited.setdefault(piece.note, len(cited) + 1)
    bare = len(blocks) == 1 and blocks[0].bare and blocks[0].number is None
    told = {at: (one.heading, "") for at, one in enumerate(blocks) if one.heading is not None and one.said is None}
    paragraphs = tuple(with_told_headings([_paragraph(block, cited, trim=not bare) for block in blocks], told))
    footnotes = tuple(
        Footnote(number, key[1:], raised[key])
        if key in raised
        else Footnote(number, notes.marks.get(key) or str(number), note_runs(key))
        for key, number in cited.items()
    )
    if not any(paragraph.runs for paragraph in paragraphs):
        return Fragment()
    if any(block.said is not None for block in blocks):
        return Fragment(paragraphs, footnotes, apart=True)
    bare_of_marks = without_quotation(paragraphs)
    quotation = (QUOTATION,) if bare_of_marks is not None else ()
    paragraphs = bare_of_marks if bare_of_marks is not None else paragraphs
    read = with_structure(paragraphs, ended=ended)
    if len(read) == 1 and read[0].number is None and (bare or not structured(read[0])):
        apart = not bare or paragraphs[0].text != paragraphs[0].text.strip()
        one = replace(paragraphs[0], kind=Kind.TEXT, level=0, cell=None)
        return Fragment((one,), footnotes, partial=True, apart=apart)
    return Fragment(
        tuple(one if one.kind in (Kind.SUBPARAGRAPH, Kind.HEADING) else replace(one, level=0) for one in read),
        footnotes,
        losses=quotation,
        apart=True,
        written=as_written(paragraphs, read),
    )


def _paragraph(block: Block, cited: Mapping[str, int], *, trim: bool) -> Paragraph:
    trim = trim and not block.kept
    pieces = _trimmed(_trimmed(block.pieces, end=True), end=False) if trim else block.pieces
    pieces = without_commas(pieces, cited)
    runs = [Run(footnote=cited[piece.note]) if piece.note in cited else _letters(piece) for piece in pieces]
    if (said := block.said) is not None:
        paragraph = Paragraph(said.kind, tidy_runs(runs), said.level, said.number, said.label, said.cell)
        return replace(paragraph, runs=without_head(paragraph))
    number = block.number.text if block.number else None
    level = block.number.level if block.number else 0
    return Paragraph(Kind.TEXT, tidy_runs(runs), level=level, number=number, cell=block.cell)


def _letters(piece: Piece) -> Run:
    """Letters as they are; raised figures that cite no note stay raised: "m²" is not "m2"."""
    run = piece.run()
    return replace(run, text=run.text.translate(TO_RAISED)) if piece.note.startswith("^") else run


def _raised_notes(blocks: list[Block]) -> tuple[dict[str, tuple[Run, ...]], list[Block]]:
    """Notes printed below the text, each behind its raised figure, where the same figure is raised in the text."""
    found: dict[str, tuple[Run, ...]] = {}
    in_text: set[str] = set()
    kept: list[Block] = []
    for block in blocks:
        first = next((piece for piece in block.pieces if piece.note or piece.text.strip()), None)
        if first is not None and first.note in in_text and is_figures(first.note) and first.note not in found:
            rest = block.pieces[block.pieces.index(first) + 1 :]
            found[first.note] = tidy_runs(piece.run() for piece in _trimmed(_trimmed(rest, end=True), end=False))
        else:
            in_text.update(piece.note for piece in block.pieces if piece.note)
            kept.append(block)
    return found, kept


def _note_runs(root: etree._Element, notes: PageNotes, sheet: StyleSheet, page: Page, key: str) -> tuple[Run, ...]:
    """The words of a note; what was met in it is told of the `page`, too."""
    runs: list[Run] = []
    note = read_page(root, notes, sheet, notes.held_in[key])
    page.count(note)
    for block in note.blocks:
        pieces = block.pieces
        if block.kept and pieces:  # a space stands before it
            pieces = [replace(pieces[0], text=pieces[0].text.removeprefix(" ")), *pieces[1:]]
        else:
            pieces = _trimmed(_trimmed(pieces, end=True), end=False)
        runs += [Run(" ")] if runs else []
        runs += [replace(piece.run(), text=piece.text.translate(_ENDS)) for piece in pieces]
    found = tidy_runs(runs)
    if key in notes.parted:
        return found
    sign = notes.marks.get(key) or "?"
    if sign[-1:].isalnum() and any(words_in(one).strip(" [](.)") == sign for one in notes.back_in(key)):
        return found  # “1 May” in note 1
    # Behind a sign no space is needed: LibreOffice writes it twice, and no word begins with one.
    behind = r"\s+" if sign[-1:].isalnum() else rf"(?!{re.escape(sign)})\s*"
    mark = re.match(rf"\s*\[?{re.escape(sign)}\]?[.)]?{behind}", "".join(run.text for run in found))
    return cut(found, 0, mark.end()) if mark and not runs[0].text.strip(" []").isalpha() else found


def _losses(page: Page, notes: PageNotes, deep: bool) -> list[str]:
    told = (
        (page.gone, "Words marked as deleted were left out."),
        (page.joined, "Paragraphs whose end was marked as deleted were joined with the next."),
        (page.inserted, "Words marked as inserted were pasted as words."),
        (page.struck, "Words that were struck through were pasted as words."),
        (any(block.cell for block in page.blocks), _TABLES),
        (page.merged, _MERGED),
        (page.boxes, "The words in text boxes were left out."),
        (page.pictures > page.boxes, "Pictures were left out."),
        (page.equations, "Equations were left out."),
        (page.comments, "Comments were left out."),
        (page.hidden, "Hidden words were left out."),
        (notes.dangling, "Note marks without their notes were left out."),
        (deep, TOO_DEEP),
    )
    return [sentence for count, sentence in told if count]
