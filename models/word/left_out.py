"""What the new draft's own Word file does beside its words and a redline does not: counted, for the certificate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree

from models.word.accepted import accepted
from models.word.archive import says
from models.word.fields import fields_in, name_of
from models.word.leaving.unseen.running_heads import typed_in_heads
from models.word.markup import child_of, letters_in
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.alternatives import is_read, unread_branches
from models.word.reading.appearance import switched_on
from models.word.redlining.paragraphs.page_beginnings import begins_page
from models.word.relationships import NOTES
from models.word.seldom import each, seldom
from models.word.signs import NOTED, has_own_mark
from models.word.unlike_layout import merges_cells, pages_unlike, rows_unlike, says_the_same
from models.word.unlike_things import ENDNOTES, notes_of_other_kind

_SIGNS = (b"pageBreakBefore", b"REF ", b"txbxContent", b"customMarkFollows", b"rubyBase", ENDNOTES, b"commentReference")
_FIELDS = ("REF", "PAGEREF", "NOTEREF")
_P, _R, _RPR, _VAL, _HEIGHT = map(w, ("p", "r", "rPr", "val", "vertAlign"))
_STRUCK = "struck"
_LOOKS = seldom(w("strike"), w("dstrike"), _HEIGHT)
_HEIGHTS = {"superscript": "raised", "subscript": "lowered"}
_NAMED, _QUOTED = 4, 60  # stretches of letters that are named, and letters of each


def layout_left_out(written: bytes, new: bytes, base: bytes | None = None) -> tuple[str, ...]:
    """Lines on what a redline has not of the new file: heads, pages, breaks, merged cells, references, boxes, looks.

    `new` is the new draft's own file, `base` the old one's, whose comments may be left out of what leaves, too; all are
    looked at with their changes accepted.
    """
    whole = accepted(new)
    theirs, tables = whole.root(whole.main), _tables_in_notes(whole)
    looks, heads = _looks(theirs), _heads(whole, base)
    merged = merges_cells(new) or merges_cells(written)
    # Without a base pages are laid out as was asked for.
    paged = base is not None and not says_the_same(*(Package(one, of_text=False) for one in (new, written)))
    if not (
        paged
        or _section_ends(theirs)
        or tables
        or looks
        or heads
        or merged
        or says(new, *_SIGNS)
        or says(written, _SIGNS[0], ENDNOTES)
    ):
        return ()
    made = accepted(written)
    ours = made.root(made.main)
    lines: list[str] = []
    if heads - typed_in_heads(made):
        line = "What heads and feet of the pages say in the new file"
        lines.append(f"{line}: here they are those of the base" if base is not None else line)
    if paged and (pages := pages_unlike(theirs, ours)) is not None:
        lines.append(pages)
    if merged and (rows := rows_unlike(whole, made)):
        line = "How cells of a row are merged" if rows == 1 else f"How cells of {rows} rows are merged"
        lines.append(f"{line} in the new file")
    lines += _counted(made, whole, tables)
    if comments := _comments(whole) - _comments(made):
        shared = comments & _comments(accepted(base)) if base is not None and says(base, *_SIGNS[-1:]) else Counter()
        for count, whose in ((shared.total(), "both files"), ((comments - shared).total(), "the new file")):
            if count:
                lines.append(f"A comment of {whose}" if count == 1 else f"{count} comments of {whose}")
    lines += _looks_told(looks - _looks(ours))
    return tuple(lines)


def _counted(made: Package, whole: Package, tables: int) -> list[str]:
    """A line on each sort of thing of which what was made has fewer than the whole new file, with how many."""
    ours, theirs = made.root(made.main), whole.root(whole.main)
    to_end, to_foot = notes_of_other_kind(made, whole)
    counted = (
        (
            _section_ends(theirs) - _section_ends(ours),
            "A section break of the new file",
            "{} section breaks of the new file",
        ),
        (
            _unlike(_beginnings(theirs), _beginnings(ours)),
            "Whether 1 paragraph begins a page as in the new file",
            "Whether {} paragraphs begin pages as in the new file",
        ),
        (
            (_references(theirs) - _references(ours)).total(),
            "A cross-reference of the new file as field: the words are there",
            "{} cross-references of the new file as fields: the words are there",
        ),
        (
            _boxes(theirs) - _boxes(ours),
            "A text box of the new file: the words are in the text",
            "{} text boxes of the new file: the words are in the text",
        ),
        (
            _own_marks(theirs) - _own_marks(ours),
            "The mark typed for a note of the new file: here Word counts them",
            "The marks typed for {} notes of the new file: here Word counts them",
        ),
        (to_end, "An endnote of the new file: here a footnote", "{} endnotes of the new file: here footnotes"),
        (to_foot, "A footnote of the new file: here an endnote", "{} footnotes of the new file: here endnotes"),
        (
            tables - _tables_in_notes(made),
            "A table in the notes of the new file: the words are there",
            "{} tables in the notes of the new file: the words are there",
        ),
        (
            (_reading_aids(theirs) - _reading_aids(ours)).total(),
            "A reading aid above characters of the new file: the characters are there",
            "{} reading aids above characters of the new file: the characters are there",
        ),
    )
    return [one if count == 1 else several.format(count) for count, one, several in counted if count > 0]


def _heads(new: Package, base: bytes | None) -> frozenset[str]:
    """What the heads and feet of the new file's pages say that those of the base do not."""
    lines = typed_in_heads(new, shown=True)
    return lines - typed_in_heads(Package(base, of_text=False)) if lines and base is not None else lines


def _looks_told(looks: Counter[tuple[str, str]]) -> Iterator[str]:
    for what in sorted({what for what, _ in looks}):
        words = [said for how, said in looks if how == what]
        named = ", ".join(f"“{one[:_QUOTED]}{'…' if len(one) > _QUOTED else ''}”" for one in words[:_NAMED])
        more = f" and {len(words) - _NAMED} more" if len(words) > _NAMED else ""
        are = "is" if len(words) == 1 else "are"
        yield f"That {named}{more} of the new file {are} {what}: the letters are there"


def _looks(root: etree._Element) -> Counter[tuple[str, str]]:
    """The words that somebody struck by hand, and the figures set above or below the line: what they are, they say."""
    found = Counter[tuple[str, str]]()
    for paragraph in dict.fromkeys(next(look.iterancestors(_P), None) for look in each(root, *_LOOKS)):
        every = paragraph.iter(_R) if paragraph is not None else ()
        own = (run for run in every if run.getparent() is paragraph or next(run.iterancestors(_P)) is paragraph)
        for what, stretch in groupby(own, _look_of):
            runs = list(stretch)  # Word parts words of one look into any number of runs
            words = "".join(map(letters_in, runs)).strip() if what else ""
            if words and (what == _STRUCK or (words.isdecimal() and not _marks_note(runs))):
                found[what, words] += 1
    return found


def _marks_note(runs: Sequence[etree._Element]) -> bool:
    """Whether what stands in some runs is the mark typed for a note, beside its place or in the run behind that."""
    before = runs[0].getprevious()
    return any(_own_marks(run) for run in (before, *runs) if run is not None)


def _look_of(run: etree._Element) -> str:
    """Whether a run is struck, raised or lowered by hand; nothing where it is none of these."""
    look = child_of(run, _RPR)
    said = [one for one in look if one.tag in _LOOKS] if look is not None else []
    if any(one.tag != _HEIGHT and switched_on(one) for one in said):
        return _STRUCK
    return next((_HEIGHTS.get(one.get(_VAL) or "", "") for one in said if one.tag == _HEIGHT), "")


def _own_marks(root: etree._Element) -> int:
    """How many notes have a mark of their own, typed beside their place."""
    return sum(map(has_own_mark, root.iter(*NOTED)))


def _reading_aids(root: etree._Element) -> Counter[str]:
    """What is written small above characters."""
    return Counter("".join(text.text or "" for text in one.iter(w("t"))) for one in root.iter(w("rt")))


def _comments(package: Package) -> Counter[str]:
    """The comments that hang at a place of the text, by what they say."""
    root = package.root_of("comments")
    there = {one.get(w("id")) for one in package.root(package.main).iter(w("commentReference"))}
    every = root.iterchildren(w("comment")) if root is not None else ()
    return Counter(letters_in(one) for one in every if one.get(w("id")) in there)


def _tables_in_notes(package: Package) -> int:
    roots = map(package.root_of, NOTES)
    return sum(1 for root in roots if root is not None for _ in root.iter(w("tbl")))


def _boxes(root: etree._Element) -> int:
    unread = unread_branches(root)
    return sum(is_read(box, unread) for box in root.iter(w("txbxContent")))


def _section_ends(root: etree._Element) -> int:
    """How many sections end with a paragraph: the last one of a text ends with that."""
    above = (section.getparent() for section in root.iter(w("sectPr")))
    return sum(one is not None and one.tag == w("pPr") for one in above)


def _beginnings(root: etree._Element) -> list[tuple[str, bool]]:
    """The paragraphs with words, and whether each begins a page by itself."""
    found = []
    for node in root.iter(w("p")):
        said = "".join(one.text or "" for one in node.iter(w("t"))).strip()
        if said:
            found.append((said, begins_page(node)))
    return found


def _unlike(one: list[tuple[str, bool]], other: list[tuple[str, bool]]) -> int:
    """How many paragraphs that both have begin a page in one alone; those that say the same go in order."""
    if len(one) == len(other):
        return sum(a[1] != b[1] for a, b in zip(one, other, strict=True))
    return abs(sum(begins for _, begins in one) - sum(begins for _, begins in other))


def _references(root: etree._Element) -> Counter[str]:
    """How many fields that point to a place of the text there are, by their kind."""
    names = (name_of(one.instruction) for one in fields_in(root))
    return Counter(name for name in names if name in _FIELDS)
