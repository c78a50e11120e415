"""What styles and lists of a file say is read once for files that have the same, and again where one was edited."""

from __future__ import annotations

from models.word.markup import element
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.appearance import styles_of
from models.word.reading.list_numbers import lists_of
from tests.models.word.word_xml import p, parts, zipped

BOLD, PLAIN = "<w:rPr><w:b/></w:rPr>", ""


def file(look: str) -> bytes:
    """A file with one style of letters, that looks so."""
    style = f'<w:style w:type="character" w:styleId="A"><w:name w:val="A"/>{look}</w:style>'
    return zipped(parts(p("words"), styles=style))


def bold(package: Package) -> bool:
    run = element("rPr", element("rStyle", val="A"))
    return styles_of(package).look(None, run).bold


def test_each_file_has_the_looks_of_its_own_styles() -> None:
    told = [bold(Package(file(look))) for look in (BOLD, PLAIN, BOLD, PLAIN)]
    assert told == [True, False, True, False]


def test_what_was_edited_is_read_as_it_is_now() -> None:
    package = Package(file(BOLD))
    assert bold(package)
    (style,) = package.edit("word/styles.xml").iter(w("b"))
    style.set(w("val"), "0")
    assert not bold(package)
    assert bold(Package(file(BOLD)))
    assert not bold(Package(package.to_bytes()))


def numbered(text: str) -> bytes:
    """A file with one list, whose first level prints so."""
    level = f'<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return zipped(parts(p("words"), numbering=lists))


def first(package: Package) -> str | None:
    number = lists_of(package).next(element("numPr", element("ilvl", val="0"), element("numId", val="1")), None)
    return None if number is None else number.number


def test_each_file_has_the_numbers_of_its_own_lists() -> None:
    told = [first(Package(numbered(text))) for text in ("%1.", "(%1)", "%1.", "(%1)")]
    assert told == ["3", "(3)", "3", "(3)"]


def test_lists_that_one_reader_learns_are_unknown_to_the_next() -> None:
    package = Package(numbered("%1."))
    (known,) = package.root("word/numbering.xml").iterchildren(w("num"))
    other = element("num", *known, numId="1")
    other[0].set(w("val"), "7")
    lists = lists_of(Package(package.to_bytes()))
    lists.learn((other,))
    assert first(Package(package.to_bytes())) == "3"


def test_lists_that_were_edited_are_read_as_they_are_now() -> None:
    package = Package(numbered("%1."))
    assert first(package) == "3"
    (start,) = package.edit("word/numbering.xml").iter(w("start"))
    start.set(w("val"), "9")
    assert first(package) == "9"
    assert first(Package(numbered("%1."))) == "3"
