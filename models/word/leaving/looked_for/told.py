"""What leaves with a Word file beside its text and cannot be taken out without harm: told in short lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from urllib.parse import urlsplit

from models.circulation.names_sought import any_of
from models.word.fields import instructions
from models.word.leaving.looked_for.lost_places import lost_places
from models.word.leaving.looked_for.search import TRACKED
from models.word.leaving.names.named_fonts import own_fonts
from models.word.leaving.parts.addresses import addresses_in, is_inside, is_public, told_of
from models.word.leaving.parts.parts import pictures
from models.word.leaving.pictures.effort import Effort
from models.word.leaving.pictures.pictures import BEGINNING, unwrapped
from models.word.leaving.pictures.svg_pictures import drawn_words
from models.word.leaving.unseen.cropped import cropped, too_small
from models.word.leaving.unseen.faint import faint_stretches
from models.word.leaving.unseen.hidden import hidden_in_heads, hidden_words
from models.word.leaving.unseen.no_width import may_have, without_width
from models.word.leaving.unseen.running_heads import running_heads
from models.word.leaving.unseen.undrawn import undrawn_words
from models.word.leaving.unseen.unseen import unused_levels
from models.word.markup import letters_in
from models.word.namespaces import DELETED, w
from models.word.package import Package
from models.word.reading.appearance import ON, switched_on
from models.word.relationships import BESIDE_TEXT, NOTES
from models.word.seldom import each, seldom
from models.word.signs import TEXT

UNSEEN = "Letters that nobody sees"
HIDDEN = "Words that leave hidden"
UNDRAWN = "Words of charts and diagrams that the page may not show"
CROPPED, TOO_SMALL = (
    "Pictures that leave with what is cut off from them",
    "Pictures too small or too faint to be seen, or off the page",
)
ON_NO_PAGE = (UNSEEN, HIDDEN, UNDRAWN, CROPPED, TOO_SMALL)
"""How the lines begin on what leaves and no page shows."""
_ADDRESSES = "Addresses in the text that are not public, or may say who shared them"
_PATHS = "File paths in the text"
OWN_FONTS = "Names of fonts"
_TOLD, _QUOTED = 4, 60  # pieces of a line, and characters of a piece, that are told
_ALL_TOLD = 100  # pieces of a line whose last one may say most
_QUOTED_WORDS = re.compile(r'"([^"]*[A-Za-z]{3}[^"]*)"')
_WORKBOOK = re.compile(r"\[([^\]]+\.\w+)\]")
_EQ = re.compile(r"^\s*EQ\b|\\[a-z]+\s*\d*", re.IGNORECASE)  # its own words: what is left stands on the page
_WORDS = re.compile(r"[^\W\d_]{3,}(?:\s+[^\W\d_]+)*")
_SIGN = re.compile(r":[\\/]|\\\\|/(?:home|Users|Volumes|mnt|tmp)/")
# A path with reversed strokes is one wherever it stands: the field that shows it may be glued to the word before.
_PATH = re.compile(
    r"[A-Za-z]:\\|\\\\[\w.-]+\\|(?<![^\s\"'(=])(?:[A-Za-z]:/|file:/|/(?:home|Users|Volumes|mnt|tmp)/)",
)
_LOST = "once the changes are accepted, Word shows an error in place of what it showed when it updates its fields"
(_SECTION,) = seldom(w("sectPr"))
_PROTECTION, _LOCKED = w("documentProtection"), (b'="contentLocked"', b'="sdtContentLocked"', b"<w:group/>")


def tells_more(told: Iterable[str]) -> bool:
    """Whether some line tells of what a reader of the text would not expect in its file."""
    return any(not line.startswith(OWN_FONTS) for line in told)


def told_beside(package: Package, secret: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The lines; `secret` are the names of the makers, which heads and feet may hold as their text."""
    heads, pattern = running_heads(package), any_of(secret)
    named = dict.fromkeys(hit[0] for line in heads if pattern is not None for hit in pattern.finditer(line))
    linked, telling = list(dict.fromkeys(_addresses(package))), list(_with_signs(package))
    lines = [
        _line("Names of the makers in heads and feet", named),
        _line("Links to places that are not public", filter(is_inside, linked)),
        _line("Links that may say who shared them, or whom they name", map(_shared, linked)),
        _line(_ADDRESSES, _shown_addresses(telling)),
        _line("Places in files that links lead to", _values(package, w("hyperlink"), w("docLocation"))),
        _line("Names of workbooks behind charts", _workbooks(package)),
        _line(OWN_FONTS, own_fonts(package, package.parts_of(BESIDE_TEXT)), _ALL_TOLD),
        _line(UNSEEN, (*faint_stretches(package, BESIDE_TEXT), *_without_width(package))),
        _line(UNDRAWN, undrawn_words(package), _ALL_TOLD),
        *_pictures(package),
        _line("Hidden words that count in lists", _hidden_numbers(package)),
        _line("Words of levels of lists at which nothing stands", _unused_levels(package)),
        _line("Words of the lines between text and notes", _separators(package)),
        _line(_PATHS, _paths(telling)),
        _line("Words in drawings", _drawn(package), _ALL_TOLD),
    ]
    if (count := _lost_ends(package)) == 1:
        lines.append("The end of a section whose last paragraph goes: it stays, with the layout of its pages")
    elif count:
        lines.append(
            f"The ends of {count} sections whose last paragraphs go: they stay, with the layout of their pages"
        )
    if (count := lost_places(package)) == 1:
        lines.append(f"A cross-reference to words that go or move: {_LOST}")
    elif count:
        lines.append(f"{count} cross-references to words that go or move: {_LOST}")
    if is_protected(package):
        lines.append("The protection of the document: changes can be accepted or rejected once it is taken off")
    return tuple(line for line in lines if line)


def told_in_words(texts: Sequence[str]) -> tuple[str, ...]:
    """The lines on what the words of a text themselves tell, given by its paragraphs and notes: of any file."""
    lines = (
        _line(_ADDRESSES, _shown_addresses(texts)),
        _line(UNSEEN, without_width(texts)),
        _line(_PATHS, _paths(texts)),
    )
    return tuple(filter(None, lines))


def told_makers(package: Package, names: Iterable[str]) -> tuple[str, ...]:
    """What a file tells of its makers that keeps it all: its comments, its list of people, `names` it holds."""
    comments = [link.target for link in package.relationships() if link.kind == "comments" and package.has(link.target)]
    count = sum(1 for part in comments for _ in package.root(part).iter(w("comment")))
    lines = [f"{count} comment{'s' if count != 1 else ''}"] if count else []
    if any(link.kind in ("people", "person") for link in package.relationships()):
        lines.append("The list of the people who worked on the file")
    every = _line("Names the file holds, in properties, changes and comments", sorted(names))
    return (*lines, *([every] if every else ()))


def told_hidden(data: bytes, package: Package) -> tuple[str, ...]:
    """The line on the hidden words of a file that keeps all it has: in every other they are refused or taken out."""
    line = _line(HIDDEN, (*hidden_words(data).words, *hidden_in_heads(package)))
    return (line,) if line else ()


def authors_of(package: Package) -> tuple[str, ...]:
    """The authors of the tracked changes of a file, in the order of its text."""
    found: dict[str, None] = {}
    for name in package.parts_of(BESIDE_TEXT):
        for node in package.root(name).iter(*TRACKED):
            if (author := node.get(w("author"))) is not None:
                found[author] = None
    return tuple(found)


def is_protected(package: Package) -> bool:
    """Whether the file's protection is enforced, or a control keeps its text from being changed."""
    if any(sign in package.data(package.main) for sign in _LOCKED):
        return True
    settings = package.root_of("settings")
    found = settings.iter(_PROTECTION) if settings is not None else ()
    return any(one.get(w("enforcement")) in ON for one in found)


def _lost_ends(package: Package) -> int:
    """How many paragraphs that end a section have nothing left once all changes are accepted, and had something."""
    count = 0
    for section in each(package.root(package.main), _SECTION):
        above = section.getparent()
        paragraph = above.getparent() if above is not None and above.tag == w("pPr") else None
        if paragraph is not None:
            runs = [run for run in paragraph.iter(w("r")) if len(run)]
            count += bool(runs) and all(next(run.iterancestors(*DELETED), None) is not None for run in runs)
    return count


def _line(what: str, pieces: Iterable[str], told: int = _TOLD) -> str:
    every = list(dict.fromkeys(" ".join(one.split()) for one in pieces))
    quoted = [f"“{one if len(one) <= _QUOTED else one[:_QUOTED] + '…'}”" for one in every if one]
    more = f" and {len(quoted) - told} more" if len(quoted) > told else ""
    return f"{what}: {', '.join(quoted[:told])}{more}" if quoted else ""


def _addresses(package: Package) -> Iterator[str]:
    """Where links lead, those of relationships and those of fields."""
    for source in ("", *package.names):
        yield from (link.target for link in package.relationships(source) if link.external)
    for name in package.parts_of(BESIDE_TEXT):
        for instruction in instructions(package.root(name)):
            yield from addresses_in(instruction)


def _shared(address: str) -> str:
    return f"{said} ({urlsplit(address).hostname})" if (said := told_of(address)) else ""


def _shown_addresses(texts: Iterable[str]) -> Iterator[str]:
    """What the pages show and is no address that all may open: the words of a text stay as they are."""
    for text in texts:
        for address in addresses_in(text) if "://" in text else ():
            if not is_public(address) or is_inside(address) or told_of(address):
                yield address


def _values(package: Package, tag: str, key: str) -> Iterator[str]:
    for name in package.parts_of(BESIDE_TEXT):
        yield from (node.get(key) or "" for node in package.root(name).iter(tag))


def _workbooks(package: Package) -> Iterator[str]:
    for name in package.names:
        if "chart" in package.content_type(name) and name.endswith(".xml"):
            for formula in package.root(name).iter("{*}f"):
                yield from _WORKBOOK.findall(formula.text or "")


def _separators(package: Package) -> Iterator[str]:
    """What stands in the lines that part notes from the text, and in the notices that they go on: none has words."""
    for kind in NOTES:
        part = package.root_of(kind)
        for note in part if part is not None else ():
            if note.get(w("type"), "normal") != "normal":
                yield letters_in(note)


def _unused_levels(package: Package) -> Iterator[str]:
    return (level.get(w("val")) or "" for level in unused_levels(package))


def _hidden_numbers(package: Package) -> Iterator[str]:
    """The words before the items of lists whose numbers are hidden letters."""
    part = package.root_of("numbering")
    for level in part.iter(w("lvl")) if part is not None else ():
        sign, shown = level.find(f"{w('rPr')}/{w('vanish')}"), level.find(w("lvlText"))
        if sign is not None and shown is not None and switched_on(sign):
            said = shown.get(w("val")) or ""
            yield said if any(map(str.isalpha, said)) else ""


def _paths(texts: Iterable[str]) -> Iterator[str]:
    """What the pages show and is a place in somebody's files: the words of a text stay as they are."""
    for text in texts:
        if _SIGN.search(text):
            yield from (text[hit.start() :] for hit in _PATH.finditer(text))


def _without_width(package: Package) -> Iterator[str]:
    for name in package.parts_of(BESIDE_TEXT):
        root = package.root(name)
        if may_have("".join(one.text or "" for one in root.iter(*TEXT))):
            yield from without_width("".join(one.text or "" for one in line.iter(*TEXT)) for line in root.iter(w("p")))


def _pictures(package: Package) -> Iterator[str]:
    roots = [package.root(name) for name in package.parts_of(BESIDE_TEXT)]
    for what, found in ((CROPPED, cropped), (TOO_SMALL, too_small)):
        count = sum(1 for root in roots for _ in found(root))
        yield f"{what}: {count}" if count else ""


def _with_signs(package: Package) -> Iterator[str]:
    """The letters of the paragraphs of those parts that have a sign of an address or a path."""
    for name in package.parts_of(BESIDE_TEXT):
        root = package.root(name)
        if _SIGN.search(letters_in(root)):
            yield from map(letters_in, root.iter(w("p")))


def _drawn(package: Package) -> Iterator[str]:
    """The words of pictures in XML, where nobody looks, those along a line or in a field, and those over others."""
    for name in package.parts_of(BESIDE_TEXT):
        root = package.root(name)
        yield from (node.get("string") or "" for node in root.iter("{*}textpath") if root.tag == w("document"))
        yield from ("".join(one.text or "" for one in rt.iter(w("t"), w("delText"))) for rt in root.iter(w("rt")))
        yield from (
            words for said in instructions(root) if _EQ.match(said) for words in _WORDS.findall(_EQ.sub("", said))
        )
    for name in package.names:
        if package.content_type(name).endswith("chart+xml"):
            nodes = package.root(name).iter("{*}formatCode", "{*}numFmt")
            codes = (node.get("formatCode") or node.text or "" for node in nodes)
            yield from (words for code in codes for words in _QUOTED_WORDS.findall(code))
    effort = Effort()
    for name in sorted(pictures(package)):
        with suppress(ValueError):
            data = unwrapped(package.data(name), effort)
            if b"<svg" in data[:BEGINNING]:
                yield from drawn_words(data, effort)
