"""What a redline cannot show is told: where new links lead, and ends of sections whose paragraph goes."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.word.leaving.looked_for.told import told_beside
from models.word.links import links_left_out, warnings_of_links
from models.word.markup import element, text_elements
from models.word.namespaces import RELATION, w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from models.word.resolve import Choice, resolve
from tests.models.word.lint import lint
from tests.models.word.word_xml import docx, p

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
SECTION = '<w:sectPr><w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/></w:sectPr>'
FIRST, LAST = "Recalling its resolution 70/1,", "Requests the Secretary-General to report."
WIDE = "A wide table is described here at some length."


def linking(*targets: str) -> bytes:
    package = Package(docx(p("See the site.")))
    paragraph = next(package.edit(package.main).iter(w("p")))
    for target in targets:
        link = element("hyperlink", element("r", *text_elements("site")))
        link.set(f"{{{RELATION}}}id", package.relate(target, HYPERLINK, external=True))
        paragraph.append(link)
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
    sentences = [one.message for one in warnings_of_links(linking(*old), linking(*new))]
    assert len(sentences) == bool(told)
    assert all(one in sentences[0] for one in told)
    assert warnings_of_links(None, linking(*new)) == ()


SITE, OTHER, HOME = "https://www.un.org/ga", "https://www.un.org/sc", "file:///C:/drafts/own.docx"


def leading(*pieces: tuple[str, str]) -> bytes:
    """A file of one paragraph, of words that lead somewhere and of plain ones, between two others."""
    package = Package(docx(p(FIRST) + p("-") + p(LAST)))
    root = package.edit(package.main)
    node = list(root.iter(w("p")))[1]
    node.remove(node[0])
    for said, target in pieces:
        run = element("r", *text_elements(said))
        if target:
            link = element("hyperlink", run)
            link.set(f"{{{RELATION}}}id", package.relate(target, HYPERLINK, external=True))
            node.append(link)
        else:
            node.append(run)
    return package.to_bytes()


def links(data: bytes, how: Choice = "accept") -> list[tuple[str, str]]:
    """The words that lead somewhere, and where."""
    package = Package(data)
    resolve(package, how)
    targets = {link.id: link.target for link in package.relationships()}
    found = []
    for link in package.root(package.main).iter(w("hyperlink")):
        said = "".join(one.text or "" for one in link.iter(w("t")))
        if said:
            found.append((said, targets[link.get(f"{{{RELATION}}}id") or ""]))
    return found


PLAIN = ("See the work of all bodies.", "")


@pytest.mark.parametrize(
    ("old", "new", "brought"),
    [
        ((PLAIN,), (PLAIN, (" More is on its site", SITE), (", as you know.", "")), True),
        ((PLAIN,), (("See the work ", ""), ("told here", SITE), (" of all bodies.", "")), True),
        ((("-", ""),), (("The Assembly", SITE), (" and ", ""), ("the Council", OTHER), (" met.", "")), True),
        ((("Read the site", SITE),), (("Read the site", SITE), (" and another", OTHER)), True),
        ((PLAIN,), ((PLAIN[0], SITE),), False),
        ((PLAIN,), (PLAIN, (" More is at home", HOME)), False),
    ],
    ids=[
        "at the end",
        "within",
        "a new paragraph",
        "beside one that stays",
        "around old words",
        "to a place of one's own",
    ],
)
def test_new_words_lead_where_they_led(
    old: tuple[tuple[str, str], ...], new: tuple[tuple[str, str], ...], brought: bool
) -> None:
    data, other = leading(*old), leading(*new)
    base, after = read_word(data), read_word(other)
    comparison = compare(base.draft, after.draft)
    written = write_redline(comparison, base=data, origins=base.origins, new_file=(other, after.origins))
    assert differences(comparison, written) == ()
    assert lint(written) == ()
    assert links(written) == (links(other) if brought else links(data))
    assert links(written, "reject") == links(data)
    assert (links_left_out(written, other) is None) is brought


@pytest.mark.parametrize(("lines", "count"), [((FIRST, LAST), 1), ((FIRST, "A wide table is shown here.", LAST), 0)])
def test_an_end_of_a_section_whose_paragraph_goes_is_told(lines: tuple[str, ...], count: int) -> None:
    data = docx(p(FIRST) + p(WIDE, properties=SECTION) + p(LAST))
    base, new = read_word(data), read_word(docx("".join(map(p, lines))))
    written = write_redline(compare(base.draft, new.draft), base=data, origins=base.origins)
    told = [line for line in told_beside(Package(written)) if line.startswith("The end of a section")]
    assert len(told) == count
