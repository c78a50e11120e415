"""How the new paragraphs, numbers and words of a redline look: their level, their italics, and what stays as typed."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree

from models.circulation.typesetting import Typesetting
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run, labels
from models.word.clean import write_clean
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import SOFT, differences
from models.word.redlining.letters.revision_marks import tracked_mark
from models.word.resolve import resolve
from tests.models.word.lint import lint
from tests.models.word.word_xml import cell, docx, p, paragraphs_of, row, t, table

ENACTING = Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(",")))


def op(number: str, text: str, opening: str = "") -> Paragraph:
    runs = (Run(opening, italic=True), Run(text)) if opening else (Run(text),)
    return Paragraph(Kind.OPERATIVE, runs, 0, number)


def item(number: str, text: str, level: int = 1) -> Paragraph:
    return Paragraph(Kind.SUBPARAGRAPH, (Run(text),), level, number)


def pp(*runs: Run) -> Paragraph:
    return Paragraph(Kind.PREAMBULAR, runs)


def redline(base: bytes, new: Draft) -> bytes:
    """The redline of a file, the words and notes of both texts seen to."""
    old = read_word(base)
    comparison = compare(old.draft, new)
    written = write_redline(comparison, base=base, origins=old.origins)
    assert [one for one in differences(comparison, written) if one.what not in SOFT] == []
    assert lint(written) == ()
    return written


def holding(data: bytes, text: str) -> etree._Element:
    return next(one for one in paragraphs_of(data) if text in "".join(node.text or "" for node in one.iter(w("t"))))


HEAD = (ENACTING, op("1", "Requests the Secretary-General to report on the matter:"))
LAST = item("(b)", "Decides to include the item in the agenda.")
FLAT = Draft((*HEAD, item("(a)", "Invites the community to provide assistance;"), LAST))
ONE_DEEPER = Draft(
    (*HEAD, item("(a)", "Invites the community to provide assistance:"), item("(i)", "Promoting trade;", 2), LAST)
)
TWO_DEEPER = Draft((*ONE_DEEPER.paragraphs[:4], item("(ii)", "Strengthening all capacity;", 2), LAST))


@pytest.mark.parametrize("literal", [False, True], ids=["lists", "typed"])
@pytest.mark.parametrize("new", [ONE_DEEPER, TWO_DEEPER], ids=["one", "two"])
def test_a_level_the_old_file_has_not(new: Draft, literal: bool) -> None:
    accepted = read_word(redline(write_clean(FLAT, Typesetting(literal_numbers=literal)), new)).draft
    assert [(one.kind, one.level) for one in accepted.paragraphs] == [(one.kind, one.level) for one in new.paragraphs]
    assert labels(accepted) == labels(new)
    assert labels(accepted)[3] == "OP1 (a) (i)"


LETTER = p("Dear colleague,") + p("We met last week, and agreed on nothing.") + p("With kind regards")
OTHER_LIST = (
    '<w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="singleLevel"/></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
)


@pytest.mark.parametrize("parts", [{}, {"numbering": OTHER_LIST}], ids=["no list", "a list nothing stands in"])
@pytest.mark.parametrize("numbers", ["1 2 (a) (b) 3", "1 2 (a) (b) 7", "3 4 (c) 5"], ids=["usual", "a gap", "later"])
def test_the_first_numbers_of_a_file_are_those_of_a_list(numbers: str, parts: dict[str, str]) -> None:
    base = docx(LETTER, **parts)
    old = read_word(base).draft.paragraphs
    made = [(item if one[0] == "(" else op)(one, f"Considers the matter {at} times;") for at, one in
            enumerate(numbers.split())]  # fmt: skip
    for new in (Draft((ENACTING, *made)), Draft((*old[:2], ENACTING, *made, old[2]))):
        written = redline(base, new)
        accepted = read_word(written).draft
        assert [one.number for one in accepted.paragraphs] == [one.number for one in new.paragraphs]
        package = Package(written)
        root = package.root("word/document.xml")
        assert len([one for one in root.iter(w("numPr")) if not list(one.iterancestors(w("pPrChange")))]) == len(made)
        assert "1." not in "".join(text.text or "" for text in root.iter(w("t")))


def test_a_level_the_old_file_has_not_is_indented_in_files_of_other_houses() -> None:
    body = p("The General Assembly,") + p("1. Requests the Secretary-General to report on the matter:")
    indent = '<w:ind w:left="1200"/>'
    body += p("(a) Invites the community to provide assistance;", properties=indent)
    body += p("(b) Decides to include the item in the agenda.", properties=indent)
    written = redline(docx(body), ONE_DEEPER)
    assert labels(read_word(written).draft) == labels(ONE_DEEPER)
    shown = holding(written, "Promoting trade").find(f"{w('pPr')}/{w('ind')}")
    assert shown is not None
    assert int(shown.get(w("left")) or 0) > 1200


def test_a_number_typed_after_a_line_break_stays_as_it_is() -> None:
    numbered = "".join(
        p("<w:r><w:br/></w:r>", t(f"{number}. "), t(f"The supporters of the idea note point {number} of the list."))
        for number in (12, 13, 14)
    )
    base = docx(p("The first words of the report.") + numbered)
    old = read_word(base).draft
    new = Draft((Paragraph(old.paragraphs[0].kind, (Run("The first two words of the report."),)), *old.paragraphs[1:]))
    written = redline(base, new)
    assert [one.text for one in read_word(written).revisions] == ["two "]
    before, after = paragraphs_of(base), paragraphs_of(written)
    assert [etree.tostring(one) for one in before[1:]] == [etree.tostring(one) for one in after[1:]]


ITALIC = Run("Recalling", italic=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (pp(Run("Recalling the matter at hand,")), pp(ITALIC, Run(" again the matter at hand,"))),
        (
            pp(ITALIC, Run(" the matter at hand,")),
            pp(Run("Recalling"), Run(" anew", italic=True), Run(" the matter,")),
        ),
        (pp(ITALIC, Run(" the matter at hand,")), pp(Run("Duly "), Run("Recalling"), Run(" the matter at hand,"))),
        (pp(Run("Recalling the matter,")), pp(Run("Duly recalling ", italic=True), Run("once the matter,"))),
    ],
    ids=["italics come", "italics pass on", "italics go", "all at once"],
)
def test_words_inserted_beside_changed_italics_have_their_own(old: Paragraph, new: Paragraph) -> None:
    written = redline(write_clean(Draft((ENACTING, old))), Draft((ENACTING, new)))
    for revisions, wanted in (("accept", new), ("reject", old)):
        shown = read_word(written, revisions).draft.paragraphs[1]
        assert _italics(shown) == _italics(wanted)


def _italics(paragraph: Paragraph) -> list[tuple[str, bool]]:
    return [(letter, run.italic) for run in paragraph.runs for letter in run.text if not letter.isspace()]


@pytest.mark.parametrize("literal", [False, True], ids=["lists", "typed"])
def test_a_typed_number_has_no_italics_of_the_opening(literal: bool) -> None:
    one, two = op("1", " the matter;", "Notes"), op("2", " the item on the agenda.", "Decides")
    between = op("1 bis", " the offer made by the host country;", "Welcomes")
    written = redline(
        write_clean(Draft((ENACTING, one, two)), Typesetting(literal_numbers=literal)),
        Draft((ENACTING, one, between, two)),
    )
    number = next(run for run in holding(written, "Welcomes").iter(w("r")))
    assert "".join(node.text or "" for node in number.iter(w("t"))) == "1 bis."
    italic = number.find(f"{w('rPr')}/{w('i')}")
    assert italic is None or italic.get(w("val")) == "0"


def test_the_first_note_of_a_file_goes_without_the_mark_of_its_own_paragraph() -> None:
    note = Run(footnote=1)
    first, kept, last = pp(Run("Aware of it,")), pp(Run("Recalling the resolution"), note, Run(",")), pp(Run("Noting,"))
    old = Draft((ENACTING, first, kept, last), (Footnote(1, "1", (Run("Resolution 1."),)),))
    gone = redline(write_clean(old), Draft((ENACTING, first, last)))
    assert [tracked_mark(one) for one in paragraphs_of(gone)] == [None, "del", None, None]
    come = redline(write_clean(Draft((ENACTING, first, last))), old)
    assert [tracked_mark(one) for one in paragraphs_of(come)] == [None, "ins", None, None]


def test_the_first_note_of_a_file_comes_with_its_own_mark_where_another_new_paragraph_follows() -> None:
    """Else LibreOffice, rejecting, joins the lines around the two."""
    noted, other = pp(Run("Recalling the resolution"), Run(footnote=1), Run(",")), pp(Run("Stressing more,"))
    first, last = pp(Run("Aware of it,")), pp(Run("Noting,"))
    new = Draft((ENACTING, first, noted, other, last), (Footnote(1, "1", (Run("Resolution 1."),)),))
    come = redline(write_clean(Draft((ENACTING, first, last))), new)
    assert [tracked_mark(one) for one in paragraphs_of(come)] == [None, None, "ins", "ins", None]
    gone = redline(write_clean(new), Draft((ENACTING, first, last)))
    assert [tracked_mark(one) for one in paragraphs_of(gone)] == [None, "del", None, "del", None]


def test_what_comes_before_another_kind_stands_before_what_goes() -> None:
    """Else LibreOffice, rejecting, lets the paragraph that stays look like the one that came."""
    old = Draft((*HEAD, item("(a)", "Something quite long that goes away;"), op("2", "Decides to remain seized.")))
    heading = Paragraph(Kind.HEADING, (Run("Follow-up"),))
    written = redline(write_clean(old), Draft((*HEAD, heading, old.paragraphs[3])))
    assert [tracked_mark(one) for one in paragraphs_of(written)] == [None, None, "ins", "del", None]


TEXTS = (
    "Requests the Secretary-General to report on the matter;",
    "Encourages Member States to continue their efforts;",
    "Invites the community to provide assistance;",
    "Calls upon donors to give more;",
    "Strengthening capacity in all regions;",
)


def _draft(chance: random.Random) -> Draft:
    """A draft of numbered paragraphs and items, some with one note."""
    paragraphs = [ENACTING]
    for _ in range(chance.randint(0, 3)):
        paragraphs.append(pp(ITALIC, Run(f" its resolution {chance.randint(1, 200)},")))
    for number in range(1, chance.randint(2, 8)):
        noted = (Run(footnote=1),) if chance.random() < 0.1 else ()
        paragraphs.append(Paragraph(Kind.OPERATIVE, (Run(chance.choice(TEXTS)), *noted), 0, str(number)))
        if chance.random() < 0.3:
            for letter in "abc"[: chance.randint(1, 3)]:
                paragraphs.append(item(f"({letter})", chance.choice(TEXTS)))
                if chance.random() < 0.3:
                    paragraphs.append(item("(i)", chance.choice(TEXTS), 2))
    noted_any = any(one.footnotes for one in paragraphs)
    return Draft(tuple(paragraphs), (Footnote(1, "1", (Run("Note."),)),) if noted_any else ())


@pytest.mark.parametrize("literal", [False, True], ids=["lists", "typed"])
def test_kinds_levels_and_labels_are_exact_on_files_of_our_own(literal: bool) -> None:
    chance = random.Random(7)
    for old, new in pairwise([_draft(chance) for _ in range(41)]):
        base = write_clean(old, Typesetting(literal_numbers=literal))
        wanted = read_word(write_clean(new)).draft
        reading = read_word(base)
        comparison = compare(reading.draft, wanted)
        written = write_redline(comparison, base=base, origins=reading.origins)
        assert differences(comparison, written) == ()
        for revisions, draft in (("accept", wanted), ("reject", reading.draft)):
            assert labels(read_word(written, revisions).draft) == labels(draft)


def test_a_new_masthead_line_looks_like_its_role_not_like_its_neighbour() -> None:
    lines = ("General Assembly", "Original: English", "Fifty-eighth session")
    old = Draft((*(Paragraph(Kind.MASTHEAD, (Run(line),)) for line in lines), ENACTING, op("1", "Decides to meet;")))
    date = Paragraph(Kind.MASTHEAD, (Run("11 December 2003"),))
    new = Draft((old.paragraphs[0], date, *old.paragraphs[1:]))
    package = Package(redline(write_clean(old), new))
    (line,) = (
        one
        for one in package.root(package.main).iter(w("p"))
        if "".join(map(str, one.itertext(w("t")))) == "11 December 2003"
    )
    style = line.find(f"{w('pPr')}/{w('pStyle')}")
    assert style is not None
    assert style.get(w("val")) == "AdrefDistribution"


def _masthead(*lines: str) -> Draft:
    return Draft((*(Paragraph(Kind.MASTHEAD, (Run(line),)) for line in lines), ENACTING, op("1", "Decides to meet;")))


LINES = ("United Nations", "A/C.2/80/L.39", "General Assembly", "Distr.: Limited", "21 October 2025")


def test_another_symbol_looks_like_the_one_it_replaces() -> None:
    base = write_clean(_masthead(*LINES, "Combating sand and dust storms"))
    old = read_word(base).draft
    symbol = next(at for at, one in enumerate(old.paragraphs) if "L.39" in one.text)
    text = old.paragraphs[symbol].text.replace("L.39", "L.50")
    paragraph = Paragraph(Kind.MASTHEAD, (Run(text),), cell=old.paragraphs[symbol].cell)
    written = redline(base, Draft((*old.paragraphs[:symbol], paragraph, *old.paragraphs[symbol + 1 :])))
    package = Package(written)
    sizes: dict[str, list[str]] = {"ins": [], "del": []}
    for run in package.root(package.main).iter(w("r")):
        around, size = run.getparent(), run.find(f"{w('rPr')}/{w('sz')}")
        kind = etree.QName(around).localname if around is not None else ""
        if kind in sizes:
            sizes[kind].append((size.get(w("val")) or "") if size is not None else "as its style")
    assert list(dict.fromkeys(sizes["ins"])) == list(dict.fromkeys(sizes["del"])) == ["40", "as its style"]


def test_a_new_sponsor_line_has_the_place_of_sponsor_lines() -> None:
    old = _masthead(*LINES, "Combating sand and dust storms")
    new = _masthead(*LINES, "Iraq: draft resolution", "Combating sand and dust storms")
    written = redline(write_clean(old), read_word(write_clean(new)).draft)
    look = holding(written, "Iraq").find(w("pPr"))
    assert look is not None
    style = look.find(w("pStyle"))
    assert style is not None
    assert style.get(w("val")) == "AdrefSponsorLine"
    assert look.find(w("ind")) is None


def test_a_paragraph_before_a_table_comes_with_the_mark_before_it() -> None:
    """Its own mark has no paragraph to join when it is rejected: LibreOffice would leave an empty one."""
    base = docx(p("Notes the figures,") + table(row(cell(p("One")))) + p("Requests a report,"))
    old = read_word(base).draft
    more = Paragraph(Kind.TEXT, (Run("Welcomes them all the same,"),))
    written = redline(base, Draft((old.paragraphs[0], more, *old.paragraphs[1:])))
    assert [tracked_mark(one) for one in paragraphs_of(written)] == ["ins", None, None, None]
    longer = docx(p("Notes the figures,") + p(more.text) + table(row(cell(p("One")))) + p("Requests a report,"))
    assert [tracked_mark(one) for one in paragraphs_of(redline(longer, old))] == ["del", None, None, None]


@pytest.mark.parametrize("place", ["a text", "a cell", "before a table"])
def test_the_mark_at_the_end_looks_as_it_did_where_paragraphs_come_behind_it(place: str) -> None:
    """When all is rejected they join the last mark, which is the old one then."""
    figures = table(row(cell(p("One"))))
    around = {
        "a text": lambda told: p("Notes") + told,
        "a cell": lambda told: table(row(cell(told))) + p("Decides"),
        "before a table": lambda told: told + figures + p("Decides"),
    }[place]
    last = p(t("Requests a report;"), mark='<w:vanish/><w:color w:val="FF0000"/>')
    old, new = docx(around(last)), docx(around(last + p("Invites comments;") + p("Thanks all of them.")))
    written = redline(old, read_word(new).draft)
    package = Package(written)
    resolve(package, "reject")
    before, after = (
        [_canonical(one) for one in file.root(file.main).iter(w("pPr"))] for file in (Package(old), package)
    )
    assert before == after


def _canonical(node: etree._Element) -> bytes:
    return etree.tostring(node, method="c14n", exclusive=True)


CLOSING = Paragraph(Kind.CLOSING, (Run("54th plenary meeting, 19 December 2024", italic=True),))
NOTE = Paragraph(Kind.SPONSOR_NOTE, (Run("On behalf of the States that are members of the Group of 77 and China."),))
ONLY = op("1", "Decides to remain seized of the matter.")


@pytest.mark.parametrize(
    ("old", "new", "order"),
    [
        (CLOSING, NOTE, ["ins", "break", "del"]),
        (NOTE, CLOSING, ["ins", "break", "del"]),
        (CLOSING, op("2", "Requests a report."), ["ins", "break", "del"]),
        (op("2", "Requests nothing more from anyone."), op("2", "Invites all of its friends."), ["del", "ins"]),
    ],
)
def test_what_comes_and_what_goes_at_the_end_do_not_run_together(
    old: Paragraph, new: Paragraph, order: list[str]
) -> None:
    written = redline(write_clean(Draft((ENACTING, ONLY, old))), Draft((ENACTING, ONLY, new)))
    last = paragraphs_of(written)[-1]
    found = []
    for change in last.iterchildren(w("ins"), w("del")):
        found.append(etree.QName(change).localname)
        found += ["break" for _ in change.iterfind(f"{w('del')}/{w('r')}/{w('br')}")]
    assert found == order


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.OPERATIVE])
def test_a_paragraph_of_another_kind_runs_as_it_did_in_a_text_of_two_scripts(kind: Kind) -> None:
    arabic, turned = "وإذ تشير إلى قرارها بشأن المياه،", '<w:bidi/><w:ind w:firstLine="567"/>'
    lines = ["The General Assembly,", "Recalling its resolution 78/206,", "Decides to meet each year;"]
    base = docx("".join(map(p, lines[:2])) + p(t(arabic), properties=turned) + p(lines[2]))
    read = read_word(base)
    texts = list(read.draft.paragraphs)
    texts[2] = replace(texts[2], kind=kind, number="1" if kind is Kind.OPERATIVE else None)
    comparison = compare(read.draft, Draft(tuple(texts)))
    package = Package(write_redline(comparison, base=base, origins=read.origins))
    for paragraph in (one for one in package.root(package.main).iter(w("p")) if "المياه" in "".join(one.itertext())):
        assert [one.get(w("val")) for one in paragraph.findall(f"{w('pPr')}/{w('bidi')}")] == [None]
