"""What pasted paragraphs are: kinds, levels and numbers, read as a part of a resolution where they are one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.clipboard.labels_in_a_row import with_labels_in_a_row
from models.draft import Draft, Kind, Paragraph, Run
from models.draft.masthead_lines import names_meeting
from models.editing.runs import replaced
from models.reading.extent import number_of
from models.reading.literals import Literal, end_mark, literal
from models.reading.named_only import behind_aside, tells_of_it
from models.reading.opened_lines import plainly_opens
from models.reading.openings import opening, opening_language
from models.reading.organs import is_enacting
from models.reading.structure import recognise

_ITEM_OF = re.compile(r"\d{1,3} ?\((?:[a-z]|[ivx]{1,4})\) (?!(?:above|below|and|or|of|to|in)\b)(?=[^\W\d_])")
_NEW = re.compile(r"[\s\[]*(?P<new>new|nouv(?:eau|el)|nuevo|новый|新|جديد)[ \u00a0]*(?=[OPОП])", re.IGNORECASE)
_SMALL = re.compile(r"[a-zß-ÿ]")
_OF_PARAGRAPHS = frozenset(",;:")
_SIGNS_OF_LISTS = frozenset("•·▪●○‣◦\uf0b7")
"""A dash is none: it may part the words of a sentence."""
_ORGAN = (Paragraph(Kind.TEXT, (Run("The General Assembly,"),)),)
_AMONG = (*_ORGAN, Paragraph(Kind.TEXT, (Run("Decides", italic=True), Run(" to act;")), number="1"))


def structured(paragraph: Paragraph) -> bool:
    """Whether a paragraph has structure of its own: a number, or a kind that no plain words have."""
    plain = paragraph.kind in (Kind.TEXT, Kind.HEADING, Kind.MASTHEAD, Kind.QUOTE)
    return not plain or paragraph.number is not None


def with_structure(paragraphs: tuple[Paragraph, ...], *, ended: bool) -> tuple[Paragraph, ...]:
    """Kinds, levels and numbers; a part of a resolution is read as what stands within one, behind its organ's line or
    among what acts.

    Among what is no resolution a whole paragraph that opens as there is one, as where it is typed; `ended`: so is the
    last, which else may be some words.
    """
    paragraphs = with_labels_in_a_row([_labelled(_by_its_label(new_behind(one))) for one in paragraphs])
    before: tuple[Paragraph, ...] = ()
    lines = ended or len(paragraphs) > 1
    named = only_named(paragraphs)
    evident = any(_evidence(one, lines=lines, named=at in named) for at, one in enumerate(paragraphs))
    if evident and not any(is_enacting(paragraph.text) for paragraph in paragraphs):
        before = _ORGAN if _opens_preamble(paragraphs) else _AMONG
    draft, _ = recognise(Draft((*before, *paragraphs)), [len(before) + at for at in named])
    found = list(zip(paragraphs, draft.paragraphs[len(before) :], strict=True))
    # Notes are known already, by an asterisk that has left their words; and what names a paragraph heads none.
    stay = {at for at, one in enumerate(paragraphs) if one.kind is Kind.SPONSOR_NOTE} | named
    # Nor is the label of a PP among its words any more: "(Fiji) Recalling" of "PP3 (Fiji) Recalling".
    stay |= {at for at, (was, one) in enumerate(found) if (was.kind, one.kind) == (Kind.PREAMBULAR, Kind.TEXT)}
    read = _out_of_bullets(tuple(was if at in stay else one for at, (was, one) in enumerate(found)))
    whole = 0 if any(map(structured, read)) else len(read) if ended else len(read) - 1
    return (*map(_opened, read[:whole]), *read[whole:])


def _out_of_bullets(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """PPs and OPs that were set as points of a list, without what they could be items of, are no items."""
    points = [one for one in paragraphs if one.kind is Kind.SUBPARAGRAPH]
    heads = any(one.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) for one in paragraphs)
    counted = any(map(str.isalnum, "".join(one.number or "1" for one in points)))
    if heads or counted or not all(plainly_opens(one.text) for one in points):
        return paragraphs
    return tuple(
        _opened(replace(one, kind=Kind.TEXT, number=None, level=0)) if one.kind is Kind.SUBPARAGRAPH else one
        for one in paragraphs
    )


def _opened(paragraph: Paragraph) -> Paragraph:
    known = plainly_opens(paragraph.text) if paragraph.cell is None else None
    if known is None:
        return paragraph
    # Chinese has verbs that open either; only a PP ends in a comma.
    acts = known.operative and not (known.preambular and end_mark(paragraph.text) == ",")
    return replace(paragraph, kind=Kind.OPERATIVE if acts else Kind.PREAMBULAR)


def _opens_preamble(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the first of some paragraphs opens as one of the preamble does."""
    first = next((one.text for one in paragraphs if one.text.strip()), "")
    found = literal(first)
    known = opening(first[found.end :] if found is not None else first)
    return known is not None and not known.operative


def _labelled(paragraph: Paragraph) -> Paragraph:
    """An item named by the paragraph it is of, "3 (a) To act", with the label it has in a text: "OP3 (a)"."""
    if paragraph.number is not None or not _ITEM_OF.match(paragraph.text):
        return paragraph
    labelled = replace(paragraph, runs=(Run("OP"), *paragraph.runs))
    return labelled if literal(labelled.text) is not None and not _only_names(labelled, amid=False) else paragraph


def new_behind(paragraph: Paragraph) -> Paragraph:
    """A paragraph that is called new before its label, "New OP5: Asks", with that behind it: "OP5: (new) Asks"."""
    text = paragraph.text
    called = _NEW.match(text) if paragraph.number is None and paragraph.cell is None else None
    found = literal(text[called.end() :]) if called is not None else None
    if called is None or found is None or found.style != "label":
        return paragraph
    behind = called.end() + found.end
    words = text[behind:]
    # Without a sign between they go on with a sentence in small letters, but in Russian: "New OP5 requests too much".
    sentence = _SMALL.match(words) is not None and text[:behind].rstrip()[-1].isalnum()
    if sentence or opening(behind_aside(words)) is None:
        return paragraph
    gap = "" if text[behind - 1].isspace() else " "
    runs = replaced(paragraph.runs, behind, behind, (Run(f"{gap}({called['new'].lower()}) "),))
    return replace(paragraph, runs=replaced(runs, called.start("new"), called.end(), ()))


def _by_its_label(paragraph: Paragraph) -> Paragraph:
    """A paragraph that a page lists as a point though it has a label, "• OP1: Decides", without the number there."""
    found = literal(paragraph.text) if paragraph.number is not None else None
    if found is None or found.style != "label" or opening(behind_aside(paragraph.text[found.end :])) is None:
        return paragraph
    return replace(paragraph, number=None, level=0)


def only_named(paragraphs: Sequence[Paragraph]) -> set[int]:
    """The positions of pasted paragraphs that begin with what may only name one; the next label, "OP3" below the
    paragraph OP2, does not."""
    begun = len(paragraphs) > 1 and _go_on(number_of(paragraphs[0]), number_of(paragraphs[1]))
    found = {at for at, one in enumerate(paragraphs) if _only_names(one, amid=at == 0 and not begun)}
    for at in sorted(found - {0}):
        if at - 1 not in found and _is_next(number_of(paragraphs[at - 1]), number_of(paragraphs[at])):
            found.remove(at)
    return found


def _is_next(one: Literal | None, two: Literal | None) -> bool:
    """Whether the second of two labels is the next of its part, and no item of a list."""
    if one is None or two is None or one.style != "label" or one.kind != two.kind or one.sub or two.sub:
        return False
    return one.value.isdecimal() and two.value.isdecimal() and int(two.value) == int(one.value) + 1


def _go_on(one: Literal | None, two: Literal | None) -> bool:
    """Whether two numbers are of one list."""
    return one is not None and two is not None and one.style == two.style


def as_written(pasted: Sequence[Paragraph], read: Sequence[Paragraph]) -> tuple[tuple[Run, ...] | None, ...]:
    """The words of each pasted paragraph with the number that was read before them; None where none was, or it was none
    of its words, or a mere sign of a list."""
    return tuple(
        was.runs if was.text != one.text and was.text.lstrip(" [")[:1] not in _SIGNS_OF_LISTS else None
        for was, one in zip(pasted, read, strict=False)
    )


def _only_names(paragraph: Paragraph, *, amid: bool) -> bool:
    """Whether what a pasted paragraph begins with as with a number may name one instead: what is pasted is counted
    here, and the words would be lost.

    So may a label before what opens as no paragraph and has no mark, "OP2 Fiji asks for time"; and what has no words
    behind it, or such as go on from it, "(a)", "(c) and others", where it may be copied from `amid` a paragraph.
    """
    found = literal(paragraph.text) if paragraph.number is None else None
    if found is None or found.style == "bullet":
        return False
    words = paragraph.text[found.end :]
    marked = end_mark(words) in _OF_PARAGRAPHS or paragraph.text[: found.end].rstrip().endswith(".")
    if found.style == "label" and not marked:
        return words.lstrip(" [")[:1].islower() if found.sub else opening(behind_aside(words)) is None
    return amid and (not words.strip(" []") or (not end_mark(words) and tells_of_it(words)))


def _evidence(paragraph: Paragraph, *, lines: bool, named: bool) -> bool:
    if not named and number_of(paragraph) is not None:
        return True
    text = paragraph.text
    if lines and names_meeting(text):
        return True
    if opening(text) is None or not end_mark(text):
        return False
    # Russian paragraphs begin with a small letter; of some words copied from within one that tells nothing.
    return text.strip()[:1].isupper() or (lines and opening_language(text) == "ru")
