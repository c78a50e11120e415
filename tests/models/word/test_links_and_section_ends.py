"""What a redline cannot show is told: where new links lead, and ends of sections whose paragraph goes."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.word.leaving.told import told_beside
from models.word.links import told_of_links
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.word.word_xml import docx, p

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
SECTION = '<w:sectPr><w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/></w:sectPr>'
FIRST, LAST = "Recalling its resolution 70/1,", "Requests the Secretary-General to report."
WIDE = "A wide table is described here at some length."


def linking(*targets: str) -> bytes:
    package = Package(docx(p("See the site.")))
    for target in targets:
        package.relate(target, HYPERLINK, external=True)
    return package.to_bytes()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ((), (), ()),
        (("https://un.org/old",), ("https://un.org/old",), ()),
        (("https://un.org/old",), (), ()),
        (("https://un.org/old",), ("https://un.org/new",), ("https://un.org/new",)),
        ((), ("https://a.org/", "https://b.org/", "https://c.org/", "https://d.org/"), ("https://c.org/", "1 more")),
    ],
)
def test_links_of_the_new_file_alone_are_told(
    old: tuple[str, ...], new: tuple[str, ...], told: tuple[str, ...]
) -> None:
    sentence = told_of_links(linking(*old), linking(*new))
    assert (sentence is None) is (not told)
    assert all(one in (sentence or "") for one in told)
    assert told_of_links(None, linking(*new)) is None


@pytest.mark.parametrize(("lines", "count"), [((FIRST, LAST), 1), ((FIRST, "A wide table is shown here.", LAST), 0)])
def test_an_end_of_a_section_whose_paragraph_goes_is_told(lines: tuple[str, ...], count: int) -> None:
    data = docx(p(FIRST) + p(WIDE, properties=SECTION) + p(LAST))
    base, new = read_word(data), read_word(docx("".join(map(p, lines))))
    written = write_redline(compare(base.draft, new.draft), base=data, origins=base.origins)
    told = [line for line in told_beside(Package(written)) if line.startswith("The end of a section")]
    assert len(told) == count
