"""Numbers that would be read as words if they were typed, such as "1.1" before a heading, come by own lists."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from tests.models.word.lint import lint
from tests.models.word.word_xml import docx, p

FORMS = ("%1.", "%1.%2")
LEVELS = "".join(
    f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="H{at}"/>'
    f'<w:lvlText w:val="{form}"/></w:lvl>'
    for at, form in enumerate(FORMS)
)
LISTS = f'<w:abstractNum w:abstractNumId="1">{LEVELS}</w:abstractNum>'
LISTS += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'


def styles(numbered: bool) -> str:
    own = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>' if numbered else ""
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="H{at}"><w:name w:val="heading {at + 1}"/>{own.format(at)}</w:style>'
        for at in (0, 1)
    )


def head(text: str, level: int) -> str:
    return p(text, properties=f'<w:pStyle w:val="H{level}"/>')


LIST = (
    '<w:abstractNum w:abstractNumId="{0}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{1}"/>'
    '<w:lvlText w:val="{2}"/></w:lvl></w:abstractNum><w:num w:numId="{0}"><w:abstractNumId w:val="{0}"/></w:num>'
)
FIRST, LAST = p("Some words on planets."), p("The end of it.")
PLANETS = (
    head("Planets", 0) + p("Figure 1") + head("How big is Saturn", 1) + p("It is large.") + head("How far is it", 1)
)
NOWHERE = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
BASES = {
    "no styles": docx(FIRST + LAST),
    "styles without numbers": docx(FIRST + LAST, styles=styles(False)),
    "the words, without numbers": docx(FIRST + p("How big is Saturn") + LAST),
    "lists that are nowhere": docx(FIRST + p("An item", properties=NOWHERE) + LAST),
    "the same lists": docx(FIRST + LAST, styles=styles(True), numbering=LISTS),
}


@pytest.mark.parametrize("name", BASES)
def test_numbers_of_several_levels_come_to_a_file_without_them(name: str) -> None:
    base, wanted = BASES[name], docx(FIRST + PLANETS + LAST, styles=styles(True), numbering=LISTS)
    before, after = read_word(base), read_word(wanted)
    assert [one.number for one in after.draft.paragraphs if one.number] == ["1", "1.1", "1.2"]
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=base, origins=before.origins, new_file=(wanted, after.origins))
    assert lint(written) == () or name == "lists that are nowhere"
    assert differences(comparison, written, of_file=True) == ()


@pytest.mark.parametrize("form", ["%1)", "%1", "Item %1", "(%1)"])
@pytest.mark.parametrize("letters", ["decimal", "upperRoman", "lowerLetter", "upperLetter"])
def test_numbers_of_another_form_than_the_old_file_has(form: str, letters: str) -> None:
    ours = LIST.format(1, "decimal", "%1.")
    theirs = LIST.format(1, letters, form)
    line = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    kept = "".join(p(text, properties=line) for text in ("Water for all;", "Land for all;"))
    items = "".join(p(f"{text} of the list", properties=line) for text in ("First", "Second", "Third"))
    base, wanted = docx(FIRST + kept + LAST, numbering=ours), docx(FIRST + items + LAST, numbering=theirs)
    before, after = read_word(base), read_word(wanted)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=base, origins=before.origins, new_file=(wanted, after.origins))
    assert lint(written) == ()
    assert differences(comparison, written, of_file=True) == ()


@pytest.mark.parametrize("number", ["а)", "أ)", "①", "Section One", "0.0.0"])
def test_numbers_that_are_not_told_from_words_are_typed_all_the_same(number: str) -> None:
    """What is printed is what the new draft has; only how it is read, if that, is another."""
    base = docx(FIRST + LAST)
    before = read_word(base)
    first, last = before.draft.paragraphs
    item = Paragraph(Kind.TEXT, (Run("To submit a report;"),), 0, number)
    comparison = compare(before.draft, Draft((first, item, last)))
    written = write_redline(comparison, base=base, origins=before.origins)
    assert {(one.side, one.what, one.paragraph) for one in differences(comparison, written)} <= {("new", "typed", 1)}
    one = read_word(written).draft.paragraphs[1]
    assert f"{one.number or ''}{one.text}".split()[0].startswith(number.split()[0])


def test_of_numbers_that_are_read_as_words_none_is_typed_and_another_counted() -> None:
    """Some were typed, and what else belongs to the same list had the numbers of a list of the old file."""
    line = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    head = p("Provisional agenda", properties='<w:pStyle w:val="Title"/>')
    texts = "Requests a report;", "Decides to meet again;", "Invites all States to attend."
    one, two, three = (p(text, properties=line.format(1)) for text in texts)
    items = p("to do;", properties=line.format(2)) + p("to make;", properties=line.format(2))
    ours, theirs = LIST.format(1, "decimal", "%1."), LIST.format(2, "russianLower", "%1)")
    base = docx(head + one + two + three, numbering=ours)
    wanted = docx(head + one + items + two + three, numbering=ours + theirs)
    before, after = read_word(base), read_word(wanted)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=base, origins=before.origins, new_file=(wanted, after.origins))
    assert {one.what for one in differences(comparison, written, of_file=True)} == {"typed"}
    shown = [(one.number, one.text) for one in read_word(written).draft.paragraphs[2:5]]
    assert shown == [(None, "а)\tto do;"), (None, "б)\tto make;"), ("2", "Decides to meet again;")]
