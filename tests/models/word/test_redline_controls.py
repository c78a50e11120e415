"""Content controls and fields in redlines: what fills them lets go, what frames them stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.draft import Draft, Run
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from models.word.resolve import resolve
from tests.models.word.lint import lint
from tests.models.word.word_xml import cell, docx, p, row, t, table


@pytest.mark.parametrize("sign", ["w:dataBinding", "w15:dataBinding"])
def test_a_control_whose_words_change_is_filled_by_nothing_when_the_file_is_opened(sign: str) -> None:
    space = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    bound = f'<{sign} {space} w:xpath="/a/b" w:storeItemID="1"/>'
    control = f"<w:sdt><w:sdtPr>{bound}<w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>{{}}</w:sdtContent></w:sdt>"
    body = p("Held by ", control.format(t("the whole house")), ".") + control.format(p("Nobody may leave early."))
    base = docx(body + control.format(p("Everybody may stay for long.")) + p("Done."))
    read = read_word(base)
    paragraphs = list(read.draft.paragraphs)
    for at, (old, new) in enumerate((("whole", "other"), ("early", "late"))):
        paragraphs[at] = replace(paragraphs[at], runs=(Run(paragraphs[at].text.replace(old, new)),))
    written = write_redline(compare(read.draft, Draft(tuple(paragraphs))), base=base, origins=read.origins)
    package = Package(written)
    kept = [
        [etree.QName(one).localname for one in properties] for properties in package.root(package.main).iter(w("sdtPr"))
    ]
    assert kept == [["text"], ["text"], ["dataBinding", "showingPlcHdr", "text"]]
    assert read_word(written, "reject").draft == read.draft


def test_words_in_the_run_that_begins_a_table_of_contents_go_and_its_frame_stays() -> None:
    """The field ends lines below, so its beginning cannot go with the line it stands in."""
    begin = '<w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/>'
    end = '<w:r><w:t>Annex two</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    base = docx(p(f"<w:r>{begin}<w:t>Annex one</w:t></w:r>") + p(end) + p("Decides to meet."))
    read = read_word(base)
    new = Draft((replace(read.draft.paragraphs[0], runs=(Run("Wholly other words"),)), *read.draft.paragraphs[1:]))
    comparison = compare(read.draft, new)
    written = write_redline(comparison, base=base, origins=read.origins)
    assert differences(comparison, written) == ()
    assert lint(written) == ()
    assert len(list(Package(written).root(Package(written).main).iter(w("fldChar")))) == 3


def test_a_table_of_contents_goes_with_its_frame_though_its_lines_have_places_of_tabs() -> None:
    """As Word makes it: its lines lead to their pages over a tab, and its end stands alone in a last paragraph."""
    begin = '<w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/>'
    places = '<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9629"/></w:tabs></w:pPr>'
    lines = [p(f"<w:r>{mark}<w:t>Article {n}</w:t><w:tab/><w:t>{n}</w:t></w:r>") for n, mark in ((1, begin), (2, ""))]
    end = p('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    contents = "".join(lines).replace("<w:p>", f"<w:p>{places}") + end
    framed = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(t('Contents'))}{contents}</w:sdtContent></w:sdt>"
    base = docx(p("Resolution") + framed + p("Decides to meet."))
    read = read_word(base)
    kept = [one for one in read.draft.paragraphs if one.text in ("Resolution", "Decides to meet.")]
    comparison = compare(read.draft, Draft(tuple(kept)))
    written = write_redline(comparison, base=base, origins=read.origins)
    assert differences(comparison, written, hollow=0) == ()
    assert lint(written) == ()
    marks = list(Package(written).root(Package(written).main).iter(w("fldChar")))
    assert [next(mark.iterancestors(w("del")), None) is not None for mark in marks] == [True] * 3


@pytest.mark.parametrize("comes", [p("Something new."), table(row(cell(p("Oceans")), cell(p("Schools"))))])
@pytest.mark.parametrize("before", ["", p("Resolution")])
def test_what_comes_where_a_table_of_contents_goes_does_not_come_into_it(before: str, comes: str) -> None:
    begin = '<w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/>'
    end = p('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    base = docx(before + p(f"<w:r>{begin}<w:t>Article 1</w:t></w:r>") + p("Article 2") + end + p())
    new = docx(before + comes + p() * 2)
    old, wanted = read_word(base), read_word(new)
    comparison = compare(old.draft, wanted.draft)
    written = write_redline(comparison, base=base, origins=old.origins, new_file=(new, wanted.origins))
    assert differences(comparison, written, of_file=True, hollow=0) == ()
    package = Package(written)
    resolve(package, "accept")
    assert next(package.root(package.main).iter(w("fldChar")), None) is None


def test_a_new_paragraph_after_a_content_control_comes_in_it_only_where_its_own_file_says_so() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    one, two, last = p("Held by the house."), p("Something new."), p("Done.")
    base = docx(control.format(one) + last)
    old = read_word(base)
    for body, inside in ((control.format(one) + two + last, 1), (control.format(one + two) + last, 2)):
        new = docx(body)
        reading = read_word(new)
        comparison = compare(old.draft, reading.draft)
        file = (new, reading.origins)
        written = write_redline(comparison, base=base, origins=old.origins, new_file=file)
        assert differences(comparison, written) == ()
        package = Package(written)
        assert [len(list(held.iter(w("p")))) for held in package.root(package.main).iter(w("sdt"))] == [inside]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{control}{last}", "{control}{other}"),
        ("{control}{last}", "{control}{other}{more}"),
        ("{control}{last}", "{other}"),
        ("{control}{control}{last}", "{other}{more}"),
        ("{table}{last}", "{other}"),
        ("{table}{empty}", "{other}"),
        ("{control}", "{other}"),
    ],
)
def test_what_comes_for_the_last_paragraph_stands_in_its_place_behind_a_control_or_table(old: str, new: str) -> None:
    said = {
        "control": f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Held by the house.')}</w:sdtContent></w:sdt>",
        "table": table(row(cell(p("Water")))),
        "empty": p(),
        "last": p("The Assembly decides to meet."),
        "other": p("Something wholly unlike it about fisheries."),
        "more": p("Nobody expects yet another closing sentence, and here it stands."),
    }
    base, other = (docx(p("Resolution") + one.format(**said)) for one in (old, new))
    was, now = read_word(base), read_word(other)
    comparison = compare(was.draft, now.draft)
    written = write_redline(comparison, base=base, origins=was.origins, new_file=(other, now.origins))
    assert differences(comparison, written) == ()
    assert lint(written) == ()
    for side, file in (("accept", other), ("reject", base)):
        package, wanted = Package(written), Package(file)
        resolve(package, side)
        lines = [
            ["".join(one.itertext(w("t"))) for one in each.root(each.main).iter(w("p"))] for each in (package, wanted)
        ]
        assert lines[0] == lines[1], side
