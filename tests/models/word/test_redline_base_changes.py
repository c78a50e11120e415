"""Redlines on a file that has tracked changes already: taken, refused, or kept with their authors; and several authors.

Kept: accepting all gives the new text, rejecting all the base with its own changes rejected.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from models.comparison.change import Change, FootnoteChange
from models.comparison.compare import compare
from models.draft import Draft, DraftError, Footnote, Kind, Paragraph, Run
from models.word.clean import write_clean
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import SOFT, differences
from models.word.redlining.open_base import BaseChanges
from models.word.resolve import resolve_tree, tracked_parts
from tests.models.word.lint import lint
from tests.models.word.test_redline_generated import _edited
from tests.models.word.word_xml import BY, BY_OTHER, cell, d, dele, docx, ins, p, row, t, table

US = "Delegation C"
FIRST, LAST = p("The first of three lines,"), p("And the last one.")
COME = f"<w:ins {BY}/>"
GONE = f"<w:del {BY}/>"


def _moved(side: str, identity: int, name: str, text: str, around: str = "{}") -> str:
    """One side of a move of a paragraph, in a control where one is `around` it."""
    who = 'w:author="Delegation A" w:date="2003-11-14T10:00:00Z"'
    change = f'<w:move{side} w:id="{{}}" {who}'
    mark, words = change.format(identity + 1) + "/>", change.format(identity + 2) + f">{t(text)}</w:move{side}>"
    start = f'<w:move{side}RangeStart w:id="{identity}" w:name="{name}" {who}/>'
    return start + around.format(p(words, mark=mark)) + f'<w:move{side}RangeEnd w:id="{identity}"/>'


def _control(side: str, identity: int) -> str:
    """A content control that moved with what it holds, as Word says it."""
    first, last = identity, identity + 1
    start, end = (f"<w:customXmlMove{side}Range{one} w:id=" + '"{}"' for one in ("Start", "End"))
    by = ' w:author="Delegation A" w:date="2003-11-14T10:00:00Z"/>'
    inner = f"{end.format(first)}/>{{}}{start.format(last)}{by}"
    return f"{start.format(first)}{by}<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>{end.format(last)}/>"


_HELD = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
_TAGGED = '<w:smartTag w:uri="urn:x" w:element="y">{}</w:smartTag>'
# A body with changes of delegations A and B between FIRST and LAST.
BODIES = {
    "words in": p(t("Notes "), ins(t("the fine report of")), t(" the Secretary-General;")),
    "words out": p(t("Notes "), dele(d("with concern ")), t("the report of the Secretary-General;")),
    "a paragraph in": p(ins(t("Welcomes the offer of the host;")), mark=COME),
    "a paragraph out": p(dele(d("Welcomes the offer of the host;")), mark=GONE) + p("Notes the report;"),
    "two paragraphs out": p(dele(d("One that goes;")), mark=GONE) * 2 + p("Notes the report;"),
    "a split": p(t("Notes the report;"), mark=COME) + p("Requests another one;"),
    "a merge": p(t("Notes the report and "), mark=GONE) + p("requests another one;"),
    "struck within an insertion": p(
        t("Notes "), ins(t("the fine ") + dele(d("and long "), BY_OTHER) + t("report of")), t(" the host;")
    ),
    "a control in": p(t("Notes "), ins(_HELD.format(t("the fine report of"))), t(" the host;")),
    "controls in others in": p(t("Notes "), ins(t("that ") + _TAGGED.format(_HELD.format(t("the fine report of"))))),
    "italics": p(t("Notes the report;", f"<w:i/><w:rPrChange {BY}><w:rPr/></w:rPrChange>")),
    "moves across each other": (
        _moved("From", 10, "one", "Notes the report;") + _moved("To", 20, "two", "Thanks the host;")
        + p("What stays between them,")
        + _moved("To", 30, "one", "Notes the report;") + _moved("From", 40, "two", "Thanks the host;")
    ),
    "a control that moved": (
        _moved("From", 10, "one", "Notes the report;", _control("From", 14))
        + p("What stays between them,")
        + _moved("To", 30, "one", "Notes the report;", _control("To", 34))
    ),
    "a paragraph out before a table": p(dele(d("Of which:")), '<w:bookmarkStart w:id="7" w:name="a"/>', mark=GONE)
    + table(row(cell(p("One thing"))))
    + p('<w:bookmarkEnd w:id="7"/>', "Below the table,"),
    "a row in": table(
        row(cell(p("One thing"))), row(cell(p(ins(t("Two things")), mark=COME)), properties=f"<w:ins {BY}/>")
    )
    + p("Below the table,"),
    "a row out": table(
        row(cell(p("One thing"))), row(cell(p(dele(d("Two things")), mark=GONE)), properties=f"<w:del {BY}/>")
    )
    + p("Below the table,"),
    "a table out": table(row(cell(p(dele(d("Two things")), mark=GONE)), properties=f"<w:del {BY}/>")) + p("Below,"),
}  # fmt: skip


def _same(draft: Draft) -> Draft:
    return draft


def _reworded(draft: Draft) -> Draft:
    """A word taken out of every paragraph but the first, and another put in."""
    found = []
    for at, one in enumerate(draft.paragraphs):
        words = one.text.split(" ")
        changed = " ".join([*words[:1], "indeed", *words[2:]])
        found.append(replace(one, runs=(Run(changed),)) if at and len(words) > 1 else one)
    return Draft(tuple(found), draft.footnotes)


def _emptied(draft: Draft) -> Draft:
    """All paragraphs gone between the first and the last."""
    return Draft((draft.paragraphs[0], draft.paragraphs[-1]), draft.footnotes)


def _longer(draft: Draft) -> Draft:
    """A paragraph more after each."""
    more = Paragraph(Kind.TEXT, (Run("Something wholly new stands here,"),))
    found = [one for paragraph in draft.paragraphs for one in (paragraph, replace(more, cell=paragraph.cell))]
    return Draft(tuple(found), draft.footnotes)


EDITS = {"the same": _same, "reworded": _reworded, "emptied": _emptied, "longer": _longer}


def redline(base: bytes, new: Draft, choice: BaseChanges) -> bytes:
    old = read_word(base, "reject" if choice == "reject" else "accept")
    comparison = compare(old.draft, new)
    return write_redline(comparison, base=base, origins=old.origins, author=US, base_changes=choice)


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("body", BODIES)
def test_changes_of_the_base_are_kept(body: str, edit: str) -> None:
    base = docx(FIRST + BODIES[body] + LAST)
    old = read_word(base)
    new = EDITS[edit](old.draft)
    written = redline(base, new, "keep")
    found = differences(compare(old.draft, new), written, read_word(base, "reject").draft)
    assert [one for one in found if one.what not in SOFT] == []
    assert {fault.code for fault in lint(written)} <= {fault.code for fault in lint(base)}
    told = {(one.author, one.date) for one in read_word(written).revisions if one.author != US}
    assert told == {(one.author, one.date) for one in old.revisions}


@pytest.mark.parametrize("choice", ["accept", "reject"])
@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("body", BODIES)
def test_changes_of_the_base_are_settled(body: str, edit: str, choice: BaseChanges) -> None:
    base = docx(FIRST + BODIES[body] + LAST)
    old = read_word(base, choice)
    new = EDITS[edit](old.draft)
    written = redline(base, new, choice)
    assert [one for one in differences(compare(old.draft, new), written) if one.what not in SOFT] == []
    assert {one.author for one in read_word(written).revisions} <= {US}


@pytest.mark.parametrize("change", [COME, f"<w:numberingChange {BY} w:original='%1:1:0:.'/>"])
@pytest.mark.parametrize(
    ("new", "times"),
    [
        (["One", "of two", "End"], 2),
        (["One of two", "Three", "End"], 1),
        (["Zero", "One of two", "End"], 1),
        (["One of two", "Three"], 2),  # one mark stays at the end of a text, whatever comes there
    ],
)
def test_a_number_that_another_put_in_is_his_in_the_pieces_of_that_paragraph_alone(
    new: list[str], times: int, change: str
) -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{}</w:numPr>'
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
    lists += "</w:num>"
    lines = (["One of two", "End"] if "End" in new else ["One of two"]), new
    base, other = (
        docx(
            "".join(p(one, properties=listed.format(change if one == "One of two" else "")) for one in texts),
            numbering=lists,
        )
        for texts in lines
    )
    draft = read_word(other, "accept").draft
    written = redline(base, draft, "keep")
    assert lint(written) == ()
    package = Package(written)
    assert [len(one) for one in package.root(package.main).iter(w("numPr"))].count(3) == times


def test_what_another_inserted_is_struck_within_the_insertion() -> None:
    base = docx(FIRST + BODIES["words in"] + LAST)
    old = read_word(base).draft
    plain = replace(old.paragraphs[1], runs=(Run("Notes the report of the Secretary-General;"),))
    new = Draft((old.paragraphs[0], plain, old.paragraphs[2]))
    package = Package(redline(base, new, "keep"))
    (struck,) = package.root(package.main).iter(w("del"))
    around = struck.getparent()
    assert around is not None
    assert (around.tag, around.get(w("author")), struck.get(w("author"))) == (w("ins"), "Delegation A", US)
    assert "".join(str(text) for text in struck.itertext()) == "fine "
    assert "".join(str(text) for text in around.itertext()) == "the fine report of"


def test_a_cell_that_another_inserted_goes_altogether() -> None:
    more = cell(p(ins(t("Three")), mark=COME), properties=f"<w:cellIns {BY}/>")
    base = docx(FIRST + table(row(cell(p("One")), cell(p("Two")), more) + row(cell(p("Four")), cell(p("Five")))) + LAST)
    old, new = read_word(base), read_word(base, "reject").draft
    written = redline(base, new, "keep")
    assert [one for one in differences(compare(old.draft, new), written, new) if one.what not in SOFT] == []
    assert lint(written) == ()
    kept = Package(redline(base, old.draft, "keep"))
    assert len(list(kept.root(kept.main).iter(w("cellIns")))) == 1
    package = Package(written)
    assert not list(package.root(package.main).iter(w("cellIns"), w("cellDel")))
    assert len(list(package.root(package.main).iter(w("tc")))) == 4


def test_kept_changes_of_an_untouched_paragraph_are_the_very_same() -> None:
    for body in BODIES.values():
        base = docx(FIRST + body + LAST)
        old = read_word(base).draft
        last = replace(old.paragraphs[-1], runs=(Run("And the very last one."),))
        written = redline(base, Draft((*old.paragraphs[:-1], last)), "keep")
        before, after = _blocks(base), _blocks(written)
        assert after[:-1] == before[:-1]
        assert after[-1] != before[-1]


def _blocks(data: bytes) -> list[bytes]:
    package = Package(data)
    return [etree.tostring(one, method="c14n") for one in package.root(package.main).iterfind(f"{w('body')}/*")]


@pytest.mark.parametrize("last", ["", "And so on."])
def test_a_change_of_looks_stays_its_authors_where_the_last_line_of_a_cell_goes(last: str) -> None:
    centred = f'<w:jc w:val="center"/><w:pPrChange {BY}><w:pPr/></w:pPrChange>'
    lines = p("Schools", properties=centred), p("Roads", properties=centred.replace('w:id="1"', 'w:id="3"'))
    base = docx(FIRST + table(row(cell(*lines), cell(p("Health")))) + p(last))
    read = read_word(base)
    new = Draft(tuple(one for one in read.draft.paragraphs if one.text != "Roads"))
    written = write_redline(
        compare(read.draft, new), base=base, origins=read.origins, author=US, base_changes="keep"
    )  # fmt: skip
    root = Package(written).root("word/document.xml")
    assert {one.get(w("author")) for one in root.iter(w("pPrChange"))} == {"Delegation A"}
    assert {one.get(w("author")) for one in root.iter(w("del"))} == {US}


def test_what_was_joined_with_a_paragraph_keeps_its_order_where_another_comes_before_that() -> None:
    joined = p(t("Notes the report and "), mark=GONE) + p(dele(d("One that goes;")), mark=GONE) + p("another one;")
    base = docx(joined + LAST)
    old = read_word(base).draft
    new = Draft((Paragraph(Kind.TEXT, (Run("Something wholly new stands here,"),)), *old.paragraphs))
    written = redline(base, new, "keep")
    found = differences(compare(old, new), written, read_word(base, "reject").draft)
    assert [one for one in found if one.what not in SOFT] == []
    assert _blocks(written)[1:] == _blocks(base)


@pytest.mark.parametrize("more", [["Two", "Three"], ["Three"], ["Two", "Three", "Four"], ["Three", "Four"]])
@pytest.mark.parametrize("around", ["{}", table(row(cell("{}"))) + LAST, "{}" + table(row(cell(LAST))) + LAST])
def test_the_last_line_of_another_stands_apart_from_the_one_before_without_what_comes_behind(
    more: list[str], around: str
) -> None:
    base = docx(FIRST + around.format(p("One") + p(ins(t("Two")), mark=COME)))
    lines = read_word(docx(FIRST + around.format("".join(map(p, ["One", *more]))))).draft
    package = Package(redline(base, lines, "keep"))
    resolve_tree(package.edit(package.main), "reject", lambda change: change.get(w("author")) == US)
    assert _lines(package) == _lines(Package(base))


def _lines(package: Package) -> list[tuple[str, bool]]:
    """The lines of a text, and whether the marks of their ends are changed."""
    every = package.root(package.main).iter(w("p"))
    return [("".join(one.itertext(w("t"))), next(one.iter(w("rPr")), None) is not None) for one in every]


def test_an_equation_with_changes_that_nobody_touches_is_the_very_same() -> None:
    for change in (f"<w:ins {BY}><m:t>2</m:t></w:ins>", f"<w:del {BY}><m:t>2</m:t></w:del>"):
        runs = f"<m:r><m:t>A=</m:t></m:r><m:r>{change}</m:r><m:r><m:t>x</m:t></m:r>"
        base = docx(FIRST + p(f"<m:oMathPara><m:oMath>{runs}</m:oMath></m:oMathPara>") + LAST)
        old = read_word(base)
        same = compare(old.draft, old.draft)
        file = (base, old.origins)
        written = write_redline(same, base=base, origins=old.origins, author=US, base_changes="keep", new_file=file)
        assert _blocks(written) == _blocks(base)


def test_real_files_keep_their_changes(shared: Path) -> None:
    """Edited at random; and, against themselves, the very same XML."""
    done = 0
    folders = [shared / "word_files", shared / "suites" / "tracked_import"]
    for path in [path for folder in folders for path in sorted(folder.glob("*.docx"))]:
        base = path.read_bytes()
        try:
            if not tracked_parts(Package(base)):
                continue
            old = read_word(base)
        except DraftError:
            continue
        if not old.revisions or not 1 < len(old.draft.paragraphs) <= 170:
            continue
        assert _blocks(redline(base, old.draft, "keep")) == _blocks(base), path.name
        new = _edited(old.draft, random.Random(path.name))
        written = redline(base, new, "keep")
        found = differences(compare(old.draft, new), written, read_word(base, "reject").draft)
        assert [one for one in found if one.what not in SOFT] == [], path.name
        assert {fault.code for fault in lint(written)} <= {fault.code for fault in lint(base)}, path.name
        others = {one.author for one in read_word(written).revisions} - {US}
        assert others == {one.author for one in old.revisions}, path.name
        done += 1
    assert done > 50


# Authors


def op(number: int, text: str, *more: Run) -> Paragraph:
    return Paragraph(Kind.OPERATIVE, (Run(text), *more), 0, str(number))


def test_each_change_has_the_author_it_is_given() -> None:
    head = Paragraph(Kind.ENACTING, (Run("The General Assembly,"),))
    place = Run(footnote=1)
    old = Draft(
        (head, op(1, "Notes the report;", place), op(2, "Requests another one;"), op(3, "Decides to meet again.")),
        (Footnote(1, "1", (Run("A/80/1."),)),),
    )
    new = Draft(
        (head, op(1, "Notes the long report;", place), op(2, "Decides to meet again;"), op(3, "Thanks the host;"),
         op(4, "Calls it a day.")),
        (Footnote(1, "1", (Run("A/80/2."),)),),
    )  # fmt: skip
    texts = {"long": "Group A", "Requests": "Group B", "Thanks": "Group C", "Calls": "Group D", "meet": "Group E"}

    def author(change: Change | FootnoteChange) -> str:
        if isinstance(change, FootnoteChange):
            return "Group N"
        said = "".join(text for op, text in change.words if op != "equal")
        return next((name for word, name in texts.items() if word in said), "Chair")

    def date(change: Change | FootnoteChange) -> str | None:
        return "2025-11-17T00:00:00Z" if author(change) == "Group A" else None

    base = write_clean(old)
    reading = read_word(base)
    comparison = compare(reading.draft, new)
    written = write_redline(comparison, base=base, origins=reading.origins, author=author, date=date)
    assert differences(comparison, written) == ()
    assert lint(written) == ()
    found = Counter((one.author, one.date is not None, one.text.strip()) for one in read_word(written).revisions)
    for wanted in (
        ("Group A", True, "long"), ("Group B", False, "Requests another one;"), ("Group C", False, "Thanks the host;"),
        ("Group D", False, "Calls it a day."), ("Group N", False, "A/80/2"),
    ):  # fmt: skip
        assert found[wanted] == 1, wanted
    marks = [(one.kind, one.author) for one in read_word(written).revisions if one.kind.startswith("paragraph-")]
    # The last mark stays, so each new paragraph at the end comes with the mark before it, in its own author's name.
    assert marks == [("paragraph-delete", "Group B"), ("paragraph-insert", "Group C"), ("paragraph-insert", "Group D")]
