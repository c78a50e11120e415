"""A new paragraph joins the list it stands in, or begins one; what stands beside it stays as it is."""

from __future__ import annotations

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from tests.models.word.lint import lint
from tests.models.word.word_xml import docx, p, paragraphs_of

LEVELS = "".join(
    f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for at, (form, text) in enumerate((("decimal", "%1."), ("lowerLetter", "(%2)")))
)
ABSTRACT = '<w:abstractNum w:abstractNumId="{}"><w:multiLevelType w:val="multilevel"/>' + LEVELS + "</w:abstractNum>"
NUM = '<w:num w:numId="{}"><w:abstractNumId w:val="{}"/>{}</w:num>'
AGAIN = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
APART = ABSTRACT.format(1) + ABSTRACT.format(2) + NUM.format(1, 1, "") + NUM.format(2, 2, "")
RESTARTED = ABSTRACT.format(1) + NUM.format(1, 1, "") + NUM.format(2, 1, AGAIN)
THIRD = APART + NUM.format(3, 2, AGAIN)
Line = tuple[int, str]
MAIN: tuple[Line, ...] = ((1, "Urges all States to act;"), (1, "Calls upon Members to report;"))
HEAD: Line = (0, "Annex")
ANNEX: tuple[Line, ...] = ((2, "The purpose is to protect health;"), (2, "Donors should fund the plan;"))
LAST: Line = (1, "Decides to remain seized of the matter.")
END = p("Done at Vienna.")


def file(lines: tuple[Line, ...], numbering: str, head: str = "The General Assembly,") -> bytes:
    body = "".join(
        p(text, properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else "")
        for number, text in lines
    )
    return docx(p(head) + body + END, numbering=numbering)


def redlined(old: bytes, new: Draft) -> tuple[list[etree._Element], list[etree._Element], bytes]:
    base = read_word(old)
    comparison = compare(base.draft, new)
    written = write_redline(comparison, base=old, origins=base.origins)
    assert differences(comparison, written) == ()
    assert lint(written) == ()
    return paragraphs_of(old), paragraphs_of(written), written


def text(node: etree._Element) -> str:
    return "".join(one.text or "" for one in node.iter(w("t")))


def canonical(node: etree._Element) -> bytes:
    return bytes(etree.tostring(node, method="c14n", exclusive=True, with_tail=False))


def new_lists(before: list[etree._Element], after: list[etree._Element]) -> list[str | None]:
    """The lists of the new paragraphs, after what stayed was seen to be the same and nothing to be typed."""
    known = {text(one): canonical(one) for one in before}
    assert [canonical(one) for one in after if text(one) in known] == [canonical(one) for one in before]
    fresh = [one for one in after if text(one) not in known]
    assert not any(list(one.iter(w("tab"))) for one in fresh)
    numbers = [one.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}") for one in fresh]
    return [one.get(w("val")) if one is not None else None for one in numbers]


@pytest.mark.parametrize("numbering", [APART, RESTARTED], ids=["lists of their own", "one begun anew"])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_new_item_of_an_annex_joins_its_list(numbering: str, at: int) -> None:
    annex = (*ANNEX[:at], (2, "Regional bodies should coordinate monitoring;"), *ANNEX[at:])
    old, new = file((*MAIN, HEAD, *ANNEX), numbering), file((*MAIN, HEAD, *annex), numbering)
    before, after, _ = redlined(old, read_word(new).draft)
    assert new_lists(before, after) == ["2"]


def test_what_follows_the_annex_goes_on_with_the_first_list() -> None:
    annex = (*ANNEX, (2, "Regional bodies should coordinate monitoring;"))
    old, new = file((*MAIN, HEAD, *ANNEX, LAST), APART), file((*MAIN, HEAD, *annex, LAST), APART)
    before, after, _ = redlined(old, read_word(new).draft)
    assert new_lists(before, after) == ["2"]


def test_a_new_annex_begins_a_list() -> None:
    more = ((0, "Annex II"), (3, "A first measure of the second annex;"), (3, "Another measure of that annex;"))
    old, new = file((*MAIN, HEAD, *ANNEX), APART), file((*MAIN, HEAD, *ANNEX, *more), THIRD)
    before, after, written = redlined(old, read_word(new).draft)
    first, *rest = new_lists(before, after)
    assert first in (None, "0")
    assert rest == ["3", "3"]
    package = Package(written)
    part = package.related("numbering")
    assert part is not None
    assert [one.get(w("numId")) for one in package.root(part).iterchildren(w("num"))] == ["1", "2", "3"]


def test_a_new_first_point_of_an_annex_in_a_clean_file_changes_no_other() -> None:
    def op(number: str, words: str) -> Paragraph:
        return Paragraph(Kind.OPERATIVE, (Run(words),), 0, number)

    enacting = Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(",")))
    annex = Paragraph(Kind.ANNEX, (Run("Annex"),))
    head = (enacting, op("1", "Urges all States to act;"), op("2", "Requests a report."), annex)
    points = ("Members should cooperate in early warning;", "Donors should fund the plan.")
    old = Draft((*head, *(op(str(at), words) for at, words in enumerate(points, 1))))
    more = ("The purpose of this plan is to protect health;", *points)
    new = Draft((*head, *(op(str(at), words) for at, words in enumerate(more, 1))))
    before, after, _ = redlined(write_clean(old), new)
    assert len(new_lists(before, after)) == 1


FROM_5 = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
FIVES: tuple[Line, ...] = ((3, "A fifth measure of the plan;"), (3, "A sixth measure of the plan;"))
FIRST_FILE = ABSTRACT.format(1) + NUM.format(1, 1, "")


@pytest.mark.parametrize(
    ("old", "has", "new", "wants"),
    [
        ((*MAIN, HEAD), FIRST_FILE, (*MAIN, HEAD, *FIVES), FIRST_FILE + NUM.format(3, 1, FROM_5)),
        (
            (*MAIN, HEAD),
            FIRST_FILE,
            (*MAIN, HEAD, *FIVES),
            ABSTRACT.format(1) + ABSTRACT.format(2) + NUM.format(1, 1, "") + NUM.format(3, 2, FROM_5),
        ),
        ((*MAIN, HEAD, *ANNEX), RESTARTED, (*MAIN, HEAD, *((1, text) for _, text in ANNEX)), RESTARTED),
        ((*MAIN, HEAD, *((1, text) for _, text in ANNEX)), RESTARTED, (*MAIN, HEAD, *ANNEX), RESTARTED),
        (
            (*MAIN, HEAD, (0, "Plain words follow it.")),
            FIRST_FILE,
            (*MAIN, HEAD, (1, "Only one under the heading;"), (0, "Plain words follow it.")),
            FIRST_FILE,
        ),
        (
            (*MAIN, *((1, text) for _, text in ANNEX)),
            FIRST_FILE,
            (*MAIN, *((3, text) for _, text in FIVES), *((1, text) for _, text in ANNEX)),
            FIRST_FILE + NUM.format(3, 1, AGAIN),
        ),
        (
            (*MAIN, HEAD, *((0, text) for _, text in FIVES)),
            FIRST_FILE,
            (*MAIN, HEAD, *FIVES),
            FIRST_FILE + NUM.format(3, 1, FROM_5),
        ),
    ],
    ids=[
        "a list from 5",
        "one with a definition of its own",
        "a restart that went",
        "that came",
        "under a heading",
        "what counts on after a list that began in between",
        "lines that stand come to a list",
    ],
)
@pytest.mark.parametrize("head", ["The General Assembly,", "A report of a meeting"])
def test_what_a_list_of_the_new_file_counts_is_counted(
    old: tuple[Line, ...], has: str, new: tuple[Line, ...], wants: str, head: str
) -> None:
    base, other = file(old, has, head), file(new, wants, head)
    before, after = read_word(base), read_word(other)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=base, origins=before.origins, new_file=(other, after.origins))
    assert differences(comparison, written) == ()
    assert lint(written) == ()
    assert not any(list(one.iter(w("tab"))) for one in paragraphs_of(written))  # no number is typed
