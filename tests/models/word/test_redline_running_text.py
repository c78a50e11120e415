"""New plain paragraphs look like the running text around them, in files whose headings are read as text, too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.word.markup import child_of, element, style_of
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.reading.appearance import styles_of
from models.word.redline import write_redline
from tests.models.word.lint import lint
from tests.models.word.word_xml import docx, p, paragraphs_of, t

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name} of a house"/>{said}</w:style>'
    for name, said in (
        ("Head", "<w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/></w:rPr>"),
        ("Single", '<w:pPr><w:ind w:left="1134"/></w:pPr>'),
        ("Small", '<w:pPr><w:ind w:left="1701"/></w:pPr>'),
        ("Contents", ""),
    )
)
HANGING = '<w:ind w:left="-540"/>'


def line(text: str, style: str, more: str = "") -> str:
    return p(t(text), properties=f'<w:pStyle w:val="{style}"/>{more}')


NUMBERED = tuple(line(f"{at}. The committee notes matter {at} of the report, and is concerned.", "Single")
                 for at in range(1, 7))  # fmt: skip
REPORT = (
    line("Aims of this comment", "Contents", "<w:keepNext/>"),
    line("I. Introduction", "Head"),
    *NUMBERED[:3],
    line("II. What is to be done", "Head"),
    *NUMBERED[3:5],
    line("The role of schools", "Single", HANGING),
    NUMBERED[5],
    line("III. The media", "Head"),
)
WORDS = "The committee says once more that each child has a right to water."


def shown(body: str, behind: int, new: Paragraph) -> etree._Element:
    """The properties of a new paragraph behind one of a file."""
    base = docx(body, styles=STYLES)
    old = read_word(base)
    paragraphs = list(old.draft.paragraphs)
    paragraphs.insert(behind + 1, new)
    written = write_redline(compare(old.draft, Draft(tuple(paragraphs))), base=base, origins=old.origins)
    assert lint(written) == ()
    node = next(one for one in paragraphs_of(written) if new.text in "".join(map(str, one.itertext())))
    look = child_of(node, w("pPr"))
    return element("pPr") if look is None else look


def plain(text: str, *, bold: bool = False) -> Paragraph:
    return Paragraph(Kind.TEXT, (Run(text, bold=bold),))


@pytest.mark.parametrize("behind", range(1, len(REPORT)))
def test_a_plain_paragraph_takes_no_look_of_a_heading(behind: int) -> None:
    look = shown("".join(REPORT), behind, plain(WORDS))
    assert style_of(look) == "Single"
    assert child_of(look, w("ind")) is None


@pytest.mark.parametrize(("bold", "style"), [(True, "Head"), (False, "Single")])
def test_words_without_an_end_are_a_heading_where_they_are_as_bold(bold: bool, style: str) -> None:
    assert style_of(shown("".join(REPORT), 4, plain("The right to water", bold=bold))) == style


def test_the_plain_paragraph_it_comes_behind_is_its_model_and_else_what_most_around_are() -> None:
    quoted = line("We were never asked whether there was any water.", "Small")
    body = (*NUMBERED[:2], quoted, *NUMBERED[2:4])
    assert style_of(shown("".join(body), 2, plain(WORDS))) == "Small"
    assert style_of(shown("".join(body), 4, plain(WORDS))) == "Single"


def test_a_numbered_paragraph_is_not_kept_with_the_next_as_few_are() -> None:
    kept = line("5. The committee asks of all of them:", "Single", "<w:keepNext/>")
    new = replace(plain(WORDS), number="5 bis")
    look = shown("".join((*NUMBERED[:4], kept, NUMBERED[5])), 4, new)
    assert child_of(look, w("keepNext")) is None


@pytest.mark.parametrize("name", ["CRC_C_GC_20_AR.docx", "WGIG_background_report.docx"])
def test_in_real_reports_it_takes_no_look_of_a_heading(name: str, shared: Path) -> None:
    base = (shared / "corpus" / "word" / name).read_bytes()
    old = read_word(base)
    paragraphs: list[Paragraph] = []
    full = [at for at, one in enumerate(old.draft.paragraphs) if one.number is not None and one.cell is None]
    for at, one in enumerate(old.draft.paragraphs):
        paragraphs.append(one)
        if at in full[5::12]:
            paragraphs.append(plain(f"{WORDS[:-1]} in place {at}."))
    new = Draft(tuple(paragraphs), old.draft.footnotes)
    package = Package(write_redline(compare(old.draft, new), base=base, origins=old.origins))
    styles = styles_of(package)
    come = [one for one in package.root(package.main).iter(w("p")) if WORDS[:-1] in "".join(map(str, one.itertext()))]
    looks = [child_of(one, w("pPr")) for one in come]
    assert len(looks) == len(full[5::12])
    for look in looks:
        assert look is not None
        assert not styles.is_kept(style_of(look), child_of(look, w("keepNext")))
        assert styles.heading(style_of(look)) is None
