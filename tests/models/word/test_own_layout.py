"""What a Word file shows and Adref's own layout of its text has not is told, thing by thing; and links taken off."""

from __future__ import annotations

import pytest

from models.word.leaving.own_layout import not_in_own_layout
from models.word.leaving.scrub import scrub
from models.word.links import links_left_out, links_taken_off
from models.word.markup import element
from models.word.namespaces import RELATION, w
from models.word.package import Package
from tests.models.word.word_xml import docx, p

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_BREAK = '<w:p><w:r><w:t>before</w:t><w:br w:type="page"/><w:t>after</w:t></w:r></w:p>'
_BULLETS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
_ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (p("words"), None),
        (_BREAK, "a page break"),
        (_BREAK * 2, "2 page breaks"),
        (p("one", properties=_ITEM) + p("two", properties=_ITEM), "2 bullets"),
        (p("one", properties=_ITEM) + _BREAK, "1 bullet, a page break"),
        ('<w:p><w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>x</w:t></w:r></w:p>', "colour or highlighting"),
    ],
)
def test_what_the_own_layout_has_not_is_told(body: str, said: str | None) -> None:
    line = not_in_own_layout(docx(body, numbering=_BULLETS))
    assert (line.partition(": ")[2] if line is not None else None) == said


def linked(*targets: str) -> bytes:
    package = Package(docx(p("words")))
    for target in targets:
        package.relate(target, HYPERLINK, external=True)
    return package.to_bytes()


SITE, MAIL, OTHER = "https://example.org/treaty", "mailto:somebody@mission.example", "https://example.org/other"


@pytest.mark.parametrize(
    ("base", "new", "off", "left"),
    [
        ((SITE,), (SITE,), "", ""),
        ((SITE, MAIL), (SITE, MAIL), "1 link of the base", ""),
        ((SITE, MAIL), (SITE, MAIL, OTHER), "1 link of the base", "1 link of the new file"),
        ((MAIL, MAIL + ".org"), (SITE,), "2 links of the base", ""),
    ],
)
def test_links_taken_off_are_told_of_the_file_they_are_of(
    base: tuple[str, ...], new: tuple[str, ...], off: str, left: str
) -> None:
    package = Package(linked(SITE))
    body = package.edit(package.main)
    next(body.iter(w("p"))).append(link := element("hyperlink", element("r", element("t"))))
    link.set(f"{{{RELATION}}}id", next(one.id for one in package.relationships() if one.target == SITE))
    scrub(package)
    written = package.to_bytes()
    assert off in (links_taken_off(written, linked(*base)) or "")
    assert bool(off) == (links_taken_off(written, linked(*base)) is not None)
    assert left in (links_left_out(written, linked(*new), linked(*base)) or "")
    assert bool(left) == (links_left_out(written, linked(*new), linked(*base)) is not None)
