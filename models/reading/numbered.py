"""Paragraphs with a number or a label before them: which are operative, which are items of a list and how deep."""

from __future__ import annotations

from dataclasses import replace

from models.draft import Kind, Paragraph
from models.reading.extent import without_number
from models.reading.levels import Lists
from models.reading.literals import Literal, bare_digits, end_mark
from models.reading.opened import as_opened
from models.reading.opened_lines import begins_in_small_letters, plainly_opens
from models.reading.openings import Opening, opening
from models.reading.reader import Reader, of_kind
from models.reading.reading import ReadingWarning

_NUMBER_GUESSED = "The number of this paragraph is not printed cleanly; it was read as {}."


def as_label(reader: Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    """PP5, OP5 bis, OP10 (a) before a paragraph, as rolling texts print them."""
    found = reader.literals[position]
    if found is None or found.style != "label":
        return None
    if not paragraph.text[found.end :].strip(" []"):
        return of_kind(paragraph, Kind.HEADING)
    rest = without_number(paragraph, found)
    reader.fresh = False
    if found.sub:
        number, level = found.sub[-1], len(found.sub)
        reader.lists.enter(level, number)
        label = None if reader.head == found.kind + found.number else " ".join([found.kind + found.number, *found.sub])
        return replace(rest, kind=Kind.SUBPARAGRAPH, level=level, number=number, set_label=label)
    reader.lists = Lists()
    reader.head = found.kind + found.number
    if found.kind == "OP":
        reader.part = "annex" if reader.annex else "operative"
        if not found.suffix:
            reader.number = int(found.value)
        return of_kind(rest, Kind.OPERATIVE, 0, found.number)
    reader.preambular += not found.suffix
    expected = f"PP{reader.preambular}"
    label = f"PP{found.number}"
    return replace(rest, kind=Kind.PREAMBULAR, level=0, set_label=None if label == expected else label)


def as_numbered(reader: Reader, position: int, paragraph: Paragraph) -> Paragraph | None:
    """A paragraph of the top level, or an item of a list, by the number before it."""
    found = reader.literals[position]
    text = paragraph.text
    if found is None and paragraph.number is None:
        bare = bare_digits(text)
        if bare is not None and int(bare.value) == reader.number + 1:
            known = opening(text[bare.end :])
            found = bare if known is not None and known.operative else None
        if found is not None:
            reader.warnings.append(ReadingWarning(position, "number-guessed", _NUMBER_GUESSED.format(found.number)))
    if found is None:
        return None
    rest = without_number(paragraph, found)
    known = opening(rest.text)
    top = paragraph.level == 0 or (known is not None and known.operative)
    acts = reader.part == "preamble" and known is not None and known.operative and not _is_recital(rest.text, known)
    if found.style in ("digit", "digit-paren") and top and (acts or not reader.lists.nests(found)):
        return _top_level(reader, position, rest, found)
    if found.style == "paren" and found.value.isdigit():
        if not reader.lists.last and _recital(reader, rest):
            return replace(reader.as_preambular(rest), number=found.number)
        if _acts(reader, position, rest, int(found.value)):
            return _top_level(reader, position, rest, found._replace(number=f"{found.value} {found.suffix}".strip()))
    if found.style == "bullet" and found.end and _is_no_item(reader, position, rest.text):
        opened = as_opened(reader, position, rest)
        if opened is not None:
            return opened
    level = reader.lists.level(found, _following(reader, position), paragraph.level)
    reader.fresh = False
    number = f"{found.value}) {found.suffix}".strip() if found.style == "digit-paren" else found.number
    return of_kind(rest, Kind.SUBPARAGRAPH, level, number)


def _is_no_item(reader: Reader, position: int, words: str) -> bool:
    """Whether a point is a paragraph of its own: it opens as one where the paragraph above leads to no list, and, if
    it acts, others have no numbers."""
    above, known = reader.before(position), opening(words)
    if reader.lists.last or above is None or end_mark(above.text) not in (",", ";", "."):
        return False
    opens = plainly_opens(words) is not None or begins_in_small_letters("", words)
    return known is not None and opens and (_is_recital(words, known) or not reader.numbered)


def _recital(reader: Reader, paragraph: Paragraph) -> bool:
    """Whether a paragraph numbered "(1)" is one of the preamble, as some bodies number them."""
    known = opening(paragraph.text)
    return reader.part == "preamble" and known is not None and _is_recital(paragraph.text, known)


def _is_recital(words: str, known: Opening) -> bool:
    """Whether words that open as a PP are one by their end: Chinese has verbs that open either, and only a PP ends in
    a comma."""
    return known.preambular and end_mark(words) == ","


def _acts(reader: Reader, position: int, paragraph: Paragraph, value: int) -> bool:
    """Whether a paragraph numbered "(1)" is operative, as some bodies number them: the first is, or that before it."""
    known, before = opening(paragraph.text), reader.before(position)
    opens = known is not None and known.operative
    ends = end_mark(paragraph.text) in (";", ".", ":")
    after_preamble = reader.part == "preamble" and not reader.lists.last
    first = after_preamble and ends and (before is None or end_mark(before.text) != ":")
    return opens and value == reader.number + 1 and (first or reader.lists.style == "paren")


def _top_level(reader: Reader, position: int, paragraph: Paragraph, found: Literal) -> Paragraph:
    known = opening(paragraph.text)
    if not (known and known.operative) and _quoted_number(reader, position, found):
        return of_kind(paragraph, Kind.QUOTE, 0, found.number)
    reader.lists = Lists(style=found.style)
    reader.fresh = False
    if reader.part == "preamble" and known and _is_recital(paragraph.text, known):
        reader.preambular += 1
        return of_kind(paragraph, Kind.PREAMBULAR, 0, found.number)
    if reader.part != "annex":
        reader.part = "annex" if reader.annex else "operative"
    if not found.suffix:
        reader.number = int(found.value)
    reader.head = f"OP{found.number}"
    return of_kind(paragraph, Kind.OPERATIVE, 0, found.number)


def _quoted_number(reader: Reader, position: int, found: Literal) -> bool:
    """Whether a number belongs to a text quoted after a colon: out of sequence, and the sequence goes on after it."""
    if found.suffix or reader.fresh or int(found.value) in (1, reader.number + 1):
        return False
    before = reader.before(position)
    if before is None or end_mark(before.text) != ":":
        return False
    later = (after for after in reader.literals[position + 1 :] if after is not None and after.style == "digit")
    return any(int(after.value) == reader.number + 1 for after in later)


def _following(reader: Reader, position: int) -> Literal | None:
    """The next number of the same style, before the next paragraph of the top level."""
    own = reader.literals[position]
    for later in range(position + 1, len(reader.paragraphs)):
        found = reader.literals[later]
        if found is None:
            continue
        if found.style in ("digit", "label") and reader.paragraphs[later].level == 0:
            return None
        if own is not None and found.style == own.style:
            return found
    return None
