"""Numbers that come to a file without any list: Word's lists count them, none is typed as letters."""

from __future__ import annotations

import io
import re
import zipfile
from functools import partial

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.draft import Kind
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from models.word.resolve import resolve
from tests.models.word.lint import lint
from tests.models.word.word_xml import docx, p, zipped
from tests.timed import timed

_MAIN = "word/document.xml"
_NEWER = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
FIRST, LAST = p("The plain letter begins with this line of text"), p("The letter ends with this line here")
LINES = (
    (0, "A first numbered new point"),
    (0, "A second one comes after it"),
    (1, "Something that stands below it"),
    (1, "Another thing below the same point"),
    (0, "A third point ends the list"),
)
FORMS: dict[str, tuple[tuple[str, str], ...]] = {
    "1. (a)": (("decimal", "%1."), ("lowerLetter", "(%2)")),
    "1) a)": (("decimal", "%1)"), ("lowerLetter", "%2)")),
    "I. 1.": (("upperRoman", "%1."), ("decimal", "%2.")),
    "1. 1.1": (("decimal", "%1."), ("decimal", "%1.%2")),
    "(a) (i)": (("lowerLetter", "(%1)"), ("lowerRoman", "(%2)")),
    "A. 1.": (("upperLetter", "%1."), ("decimal", "%2.")),
    "Article 1": (("decimal", "Article %1"), ("decimal", "%1.%2.")),
}


def letter(forms: tuple[tuple[str, str], ...]) -> bytes:
    """A letter with numbered points."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(forms)
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    points = (
        p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>') for level, text in LINES
    )
    return docx(FIRST + "".join(points) + LAST, numbering=numbering)


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of a file, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def of_newer_programs(data: bytes) -> bytes:
    """A file whose lists show numbers by a form that only newer programs know, and what older ones take instead."""
    files = {name: content.decode() for name, content in unzipped(data).items()}
    form = '<w:numFmt w:val="decimal"/>'
    newer = (
        f'<mc:AlternateContent xmlns:mc="{_NEWER}" xmlns:w14="{_W14}"><mc:Choice Requires="w14">'
        f'<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>{form}</mc:Fallback>'
        "</mc:AlternateContent>"
    )
    files["word/numbering.xml"] = files["word/numbering.xml"].replace(form, newer)
    return zipped({name: text.encode() for name, text in files.items()})


def letters(data: bytes) -> list[str]:
    """What is typed in each paragraph once all changes are accepted."""
    package = Package(data)
    resolve(package, "accept")
    return ["".join(map(str, one.itertext())) for one in package.root(package.main).iter(w("p"))]


@pytest.mark.parametrize("standing", [False, True], ids=["they come", "they stood there without numbers"])
@pytest.mark.parametrize("name", FORMS)
def test_the_lists_of_the_new_file_come_along(name: str, standing: bool) -> None:
    old, new = docx(FIRST + "".join(p(text) for _, text in LINES if standing) + LAST), letter(FORMS[name])
    before, after = read_word(old), read_word(new)
    assert [one.number for one in after.draft.paragraphs].count(None) == 2
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=old, origins=before.origins, new_file=(new, after.origins))
    assert differences(comparison, written, of_file=True) == ()
    assert lint(written) == ()
    assert letters(written) == [one.text for one in after.draft.paragraphs]


@pytest.mark.parametrize("refused", [False, True], ids=["a later file has the numbers", "its own are refused"])
@pytest.mark.parametrize("name", FORMS)
def test_numbers_of_a_list_that_the_old_file_has_take_no_other(name: str, refused: bool) -> None:
    new = letter(FORMS[name])
    files = unzipped(new)
    before = b'<w:pPrChange w:id="9" w:author="A"><w:pPr/></w:pPrChange></w:pPr>' if refused else b""
    plain = re.sub(rb"<w:pPr>(<w:numPr>.*?</w:numPr>)</w:pPr>", (rb"<w:pPr>\1" + before) * refused, files[_MAIN])
    old = zipped(files | {_MAIN: plain})
    was, now = read_word(old, "reject"), read_word(new)
    assert (plain.count(b"pPrChange>"), {one.number for one in was.draft.paragraphs}) == (5 * refused, {None})
    comparison = compare(was.draft, now.draft)
    written = write_redline(
        comparison, base=old, origins=was.origins, base_changes="reject", new_file=(new, now.origins)
    )
    assert differences(comparison, written, of_file=True) == ()
    assert unzipped(written)["word/numbering.xml"] == files["word/numbering.xml"]


def test_without_a_file_of_the_new_text_lists_are_made() -> None:
    old = docx(FIRST + LAST)
    before, after = read_word(old), read_word(letter(FORMS["1. (a)"]))
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=old, origins=before.origins)
    assert letters(written) == [one.text for one in after.draft.paragraphs]
    assert read_word(written).draft.paragraphs[3].number == "(a)"


def test_a_form_of_numbers_that_newer_programs_know_says_who_requires_it() -> None:
    old, new = docx(FIRST + LAST), of_newer_programs(letter(FORMS["1. (a)"]))
    before, after = read_word(old), read_word(new)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=old, origins=before.origins, new_file=(new, after.origins))
    numbering = etree.fromstring(unzipped(written)["word/numbering.xml"])
    (choice,) = numbering.iter(f"{{{_NEWER}}}Choice")
    assert choice.nsmap[choice.get("Requires")] == _W14


def test_a_numbered_paragraph_of_a_preamble_is_counted_as_well() -> None:
    levels = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    lists = (
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    head, noting = p("The General Assembly,"), "Noting the report of the Secretary-General,"
    numbered = p(noting, properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    old, new = docx(head + LAST, numbering=lists), docx(head + numbered + LAST, numbering=lists)
    before, after = read_word(old), read_word(new)
    assert (after.draft.paragraphs[1].kind, after.draft.paragraphs[1].number) == (Kind.PREAMBULAR, "1")
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=old, origins=before.origins, new_file=(new, after.origins))
    assert letters(written)[1] == noting
    assert differences(comparison, written, of_file=True) == ()
    assert lint(written) == ()


def test_lists_by_the_thousand_are_carried_in_a_time_that_grows_with_them() -> None:
    def took(many: int) -> float:
        listed = "".join(
            p(f"Point {at} of it", properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{at}"/></w:numPr>')
            for at in range(1, many + 1)
        )
        level = '<w:lvl w:ilvl="0"><w:start w:val="{0}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        lists = [
            f'<w:abstractNum w:abstractNumId="{at}">{level.format(at)}</w:abstractNum>' for at in range(1, many + 1)
        ]
        lists += [f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(1, many + 1)]
        old, new = docx(FIRST + LAST), docx(FIRST + listed + LAST, numbering="".join(lists))
        before, after = read_word(old), read_word(new)
        comparison = compare(before.draft, after.draft)
        write = partial(write_redline, comparison, base=old, origins=before.origins, new_file=(new, after.origins))
        written, seconds = timed(write)
        assert read_word(written).draft.paragraphs[many].number == f"{many}"
        return seconds

    few = min(took(200) for _ in range(3))
    assert took(3200) < 45 * few
