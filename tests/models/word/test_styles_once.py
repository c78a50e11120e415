"""What the styles of a file say is read once for files that have the same ones, and again where one was edited."""

from __future__ import annotations

from models.word.markup import element
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.appearance import styles_of
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
