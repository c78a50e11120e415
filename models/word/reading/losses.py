"""What a Word file holds that the draft does not: one warning for each kind, with a count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from models.draft.draft_mark import DRAFT_MARKS, RUNNING_MARKS
from models.reading.reading import ReadingWarning
from models.telling.sentences import first_of
from models.word.archive import shown_name
from models.word.fields import fields_in, instructions, name_of
from models.word.leaving.unseen.faint import faint_stretches
from models.word.leaving.unseen.filled_in import in_text
from models.word.markup import in_sorts, letters_in
from models.word.namespaces import DRAWING, VML, m, w
from models.word.package import Package
from models.word.reading.alternatives import ALTERNATIVES, chosen, is_read, unread_branches
from models.word.reading.appearance import switched_on
from models.word.reading.astray import words_astray
from models.word.reading.bound_controls import shown_otherwise
from models.word.reading.ledger_kinds import FIELDS
from models.word.reading.outside import named_by_field, related_outside
from models.word.relationships import HEADS_AND_FEET, NOTES
from models.word.seldom import each, seldom

_MOST_NAMED, _QUOTED = 5, 60
_OUTSIDE = {
    "linked-template": "a template", "linked-picture": "a picture", "linked-object": "an object",
    "linked-frame": "a page", "linked-document": "a document", "linked-data": "the data of a mail merge",
    "linked-field": "what a field shows", "linked-other": "something",
}  # fmt: skip
_BREAK, _PICTURES = w("br"), (f"{{{DRAWING}}}blip", f"{{{VML}}}imagedata")
_THINGS = ((_BREAK,), _PICTURES, (w("object"),), (w("altChunk"),), (m("oMath"),))
_HINT, _ON_A_PATH = seldom(w("showingPlcHdr"), f"{{{VML}}}textpath")
seldom(*(tag for tags in _THINGS for tag in tags))
_RUNNING = (w("p"), w("t"), w("tab"))
_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_DRAFT_MARKS = {"".join(mark.split()) for mark in DRAFT_MARKS | RUNNING_MARKS}
_CHARTS = ("chart", "chartEx", "diagramData")


def losses(package: Package) -> tuple[ReadingWarning, ...]:
    """The warnings for a package whose changes are resolved; the Word file itself keeps all of it."""
    found = [(code, n, one, many) for code, n, one, many in _counted(package) if n]
    told = [ReadingWarning(None, code, one if count == 1 else many.format(count)) for code, count, one, many in found]
    beside = _shown_otherwise, _faint, _of_makers, _hints, _drawn, _astray, _outside
    return (*told, *(one for of_kind in beside for one in of_kind(package)))


def _shown_otherwise(package: Package) -> Iterator[ReadingWarning]:
    """What Word will show in place of what was read."""
    for read, shown in shown_otherwise(package)[:_MOST_NAMED]:
        there = f"“{read[:_QUOTED]}” was read" if read else "Nothing was read"
        yield ReadingWarning(
            None,
            "shown-otherwise",
            f"{there} where Word shows “{shown[:_QUOTED]}”, out of data of the file; open and save it in Word first.",
        )


def _faint(package: Package) -> Iterator[ReadingWarning]:
    """What nobody sees on the page."""
    words = [f"“{one if len(one) <= _QUOTED else one[:_QUOTED] + '…'}”" for one in faint_stretches(package)]
    if words:
        said = first_of(words, _MOST_NAMED)
        yield ReadingWarning(
            None, "faint-text", f"Letters that nobody sees there (white, tiny) were read with the rest: {said}."
        )


def _of_makers(package: Package) -> Iterator[ReadingWarning]:
    """What Word itself put into the text of those who made the file, and will put in anew for whoever opens it."""
    found = list(dict.fromkeys((one.name, one.words) for one in in_text(package)))
    if found:
        said = first_of([f"“{showed}” ({shown_name(name)})" for name, showed in found], _MOST_NAMED)
        yield ReadingWarning(
            None, "words-of-makers", f"What Word fills in of those who made the file was read as words: {said}."
        )


def _hints(package: Package) -> Iterator[ReadingWarning]:
    """What controls that nobody has filled in say in place of words: Word shows and prints it."""
    controls = [
        control
        for sign in each(package.root(package.main), _HINT)
        if (control := next(sign.iterancestors(w("sdt")), None)) is not None and switched_on(sign)
    ]
    said = list(dict.fromkeys(words for control in controls if (words := letters_in(control).strip())))
    if said:
        named = _quoted(said)
        yield ReadingWarning(
            None,
            "hints-read",
            f"What a field of the form says until somebody fills it in was read as words: {named}.",
        )


def _drawn(package: Package) -> Iterator[ReadingWarning]:
    """Words that older programs draw as a shape (WordArt); newer ones have them in a text box."""
    drawn = [
        words
        for one in each(package.root(package.main), _ON_A_PATH)
        if (words := " ".join((one.get("string") or "").split())) and not _is_in_letters(one, words)
    ]
    said = list(dict.fromkeys(drawn))
    if said:
        named = _quoted(said)
        yield ReadingWarning(
            None, "words-drawn", f"Words drawn as WordArt are not part of the text; type them there: {named}."
        )


def _astray(package: Package) -> Iterator[ReadingWarning]:
    """What stands in no paragraph, so that Word and LibreOffice show nothing of it, or call the file damaged."""
    roots = (package.root(package.main), *map(package.root_of, NOTES))
    said = list(dict.fromkeys(words for root in roots if root is not None for words in words_astray(root)))
    if said:
        named = _quoted(said)
        yield ReadingWarning(
            None,
            "words-astray",
            f"Words that stand in no paragraph of the file, where no program shows them, were not read: {named}.",
        )


def _quoted(said: Sequence[str]) -> str:
    return first_of([f"“{one[:_QUOTED]}”" for one in said], _MOST_NAMED)


def _is_in_letters(path: etree._Element, words: str) -> bool:
    """Whether the words of a shape are letters of the branch that is read in its place."""
    branches = (chosen(one) for one in path.iterancestors(ALTERNATIVES))
    read = ("".join(letters_in(branch).split()) for branch in branches if branch is not None)
    return any("".join(words.split()) in letters for letters in read)


def _outside(package: Package) -> Iterator[ReadingWarning]:
    """What the file would have fetched: one sentence for all of it. Links that a reader may follow are none of that."""
    found: dict[str, int] = {}
    for one in related_outside(package):
        if one.code in _OUTSIDE:
            found[_told(one.code, one.host)] = found.get(_told(one.code, one.host), 0) + 1
    for named in map(named_by_field, instructions(package.root(package.main))):
        if named is not None and named[0] in _OUTSIDE:
            found[_told(*named)] = found.get(_told(*named), 0) + 1
    if found:
        things = [one if count == 1 else f"{one}, {count} times" for one, count in list(found.items())[:_MOST_NAMED]]
        more = f"; and {len(found) - len(things)} more" if len(found) > len(things) else ""
        yield ReadingWarning(
            None, "links-not-followed", f"This file would fetch {'; '.join(things)}{more}: nothing was fetched."
        )


def _told(code: str, host: str) -> str:
    return f"{_OUTSIDE[code]} from {host}" if host else _OUTSIDE[code]


def _counted(package: Package) -> Iterator[tuple[str, int, str, str]]:
    root = package.root(package.main)
    left_out = unread_branches(root)
    breaks, *things = in_sorts(root, *_THINGS)
    fields = Counter(FIELDS.get(name_of(said)) for said in instructions(root))
    pictures, objects, embedded, formulas = (sum(is_read(one, left_out) for one in found) for found in things)
    objects += sum(relation.kind in _CHARTS for relation in package.relationships())
    yield "pictures-left-out", pictures, "A picture is not part of the text.", "{} pictures are not part of the text."
    yield (
        "objects-left-out", objects, "An embedded object or chart is not part of the text.",
        "{} embedded objects or charts are not part of the text.",
    )  # fmt: skip
    yield (
        "embedded-documents-left-out", embedded,
        "An embedded document is not part of the text.", "{} embedded documents are not part of the text.",
    )  # fmt: skip
    yield (
        "comments-left-out", _comments(package), "A comment is not part of the text.",
        "{} comments are not part of the text.",
    )  # fmt: skip
    yield (
        "headers-left-out", _running_texts(package), "A header or footer is not part of the text.",
        "{} headers and footers are not part of the text.",
    )  # fmt: skip
    yield (
        "number-fields-left-out", fields["number-field"],
        "A number that Word makes with a field is not part of the text.",
        "{} numbers that Word makes with fields are not part of the text.",
    )  # fmt: skip
    yield (
        "drawn-fields-left-out", fields["drawn-field"],
        "What Word draws with a formula field (EQ) is not part of the text; type its words there.",
        "What Word draws with {} formula fields (EQ) is not part of the text; type their words there.",
    )  # fmt: skip
    yield (
        "formulas-flattened", formulas, "A formula was read as a line of characters.",
        "{} formulas were read as lines of characters.",
    )  # fmt: skip
    yield (
        "words-run-together", _run_together([one for one in breaks if is_read(one, left_out)]),
        "Words on both sides of a page break within a paragraph are read as one; put a space between them.",
        "At {} page breaks within paragraphs the words on both sides are read as one; put spaces between them.",
    )  # fmt: skip


def _run_together(breaks: Iterable[etree._Element]) -> int:
    """How many ends of pages or columns stand within a paragraph with no space on either side."""
    wanted = {one: None for one in breaks if one.get(w("type")) in ("page", "column")}
    paragraphs = dict.fromkeys(next(one.iterancestors(w("p")), None) for one in wanted)
    count = 0
    for paragraph in paragraphs:
        before, broken = "", False
        for node in () if paragraph is None else paragraph.iter(w("t"), w("tab"), _BREAK):
            said = (node.text or "") if node.tag == w("t") else "" if node in wanted else " "
            if node in wanted:
                broken = broken or bool(before.strip())
            elif said:
                count += broken and bool(said[:1].strip())
                before, broken = said[-1:], False
    return count


def _comments(package: Package) -> int:
    comments = package.root_of("comments")
    return 0 if comments is None else sum(1 for _ in comments.iter(w("comment")))


def _running_texts(package: Package) -> int:
    """How many heads and feet of pages say what neither the text says, nor the number of the page, nor that it is a
    draft, as in a file that Adref laid out."""
    names = {relation.target for relation in package.relationships() if relation.kind in HEADS_AND_FEET}
    heads = [{*_run_on(package.root(name))} - _DRAFT_MARKS for name in names if package.has(name)]
    said = "".join(letters_in(package.root(package.main)).split()) if any(heads) else ""
    return sum(any(words not in said for words in head) for head in heads)


def _run_on(root: etree._Element) -> Iterator[str]:
    """The words of a head or foot between tabs and the figures that Word works out for a page, without white space."""
    if next(root.iter(w("t")), None) is None:
        return
    counting = (one for one in fields_in(root, w("t")) if name_of(one.instruction) in _PAGE_FIELDS)
    figures = {text for one in counting for text in one.shown}
    words = ""
    for node in root.iter(*_RUNNING):
        if node.tag == w("t") and node not in figures:
            words += "".join((node.text or "").split())
        else:
            if words and any(map(str.isalnum, words)):
                yield words
            words = ""
    if any(map(str.isalnum, words)):
        yield words
