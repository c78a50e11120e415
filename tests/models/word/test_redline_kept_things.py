"""What stands beside the words stays in a redline: ends of sections, pictures, breaks, comments, fields.

Rejected, all of it is there, always; accepted, unless its paragraph or its words went.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.draft import Draft, DraftError, Kind, Paragraph, Run
from models.reading.reading import Reading
from models.word.namespaces import w
from models.word.package import Package
from models.word.property_order import in_order
from models.word.read import read_word
from models.word.reading.ledger import ledger
from models.word.redline import write_redline
from models.word.redlining.check import SOFT, differences
from models.word.resolve import resolve
from tests.models.word.lint import lint
from tests.models.word.word_xml import cell, docx, p, row, t, table

_SECTION = '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>'
_BOOKMARK = '<w:bookmarkStart w:id="9" w:name="here"/><w:bookmarkEnd w:id="9"/>'
_LAST = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
_COMMENTS = '<w:comment w:id="3" w:author="A"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>'
Act = Callable[[list[Paragraph], int], None]


def _reworded(paragraphs: list[Paragraph], at: int) -> None:
    paragraphs[at] = replace(paragraphs[at], runs=(Run(paragraphs[at].text.replace("next", "each") + " soon"),))


def _written_anew(paragraphs: list[Paragraph], at: int) -> None:
    paragraphs[at] = replace(paragraphs[at], runs=(Run("Something wholly other is said"),))


def _emptied(paragraphs: list[Paragraph], at: int) -> None:
    paragraphs[at] = replace(paragraphs[at], runs=())


def _deleted(paragraphs: list[Paragraph], at: int) -> None:
    del paragraphs[at]


def _split(paragraphs: list[Paragraph], at: int) -> None:
    text, half = paragraphs[at].text, len(paragraphs[at].text) // 2
    paragraphs[at : at + 1] = [replace(paragraphs[at], runs=(Run(one),)) for one in (text[:half], text[half:]) if one]


def _merged(paragraphs: list[Paragraph], at: int) -> None:
    text = " ".join(one.text for one in paragraphs[at : at + 2])
    paragraphs[at : at + 2] = [replace(paragraphs[at], runs=(Run(text),))]


def _merged_before(paragraphs: list[Paragraph], at: int) -> None:
    if at:
        _merged(paragraphs, at - 1)


def _moved(paragraphs: list[Paragraph], at: int) -> None:
    paragraphs.append(paragraphs.pop(at))


def _with_more(paragraphs: list[Paragraph], at: int) -> None:
    """Words at its end, and a new paragraph after it: one stretch of what is new."""
    paragraphs[at] = replace(paragraphs[at], runs=(*paragraphs[at].runs, Run(" and thereafter")))
    paragraphs.insert(at + 1, replace(paragraphs[at], runs=(Run("Begins anew the year after"),)))


def _and_before(paragraphs: list[Paragraph], at: int) -> None:
    """It goes, and the one before it goes too."""
    del paragraphs[max(at - 1, 0) : at + 1]


def _and_after(paragraphs: list[Paragraph], at: int) -> None:
    del paragraphs[at : at + 2]


ACTS = (
    _reworded, _written_anew, _emptied, _deleted, _split, _merged, _merged_before, _moved, _with_more, _and_before,
    _and_after,
)  # fmt: skip
_ENDS = p("Decides to meet next year", properties=_SECTION)
_TEXTS = {
    "in the midst": (p("Recalling its rules") + _ENDS + p("Requests a report on it") + p("Stays seized of it"), 1),
    "at the head": (_ENDS + p("Requests a report on it") + p("Stays seized of it"), 0),
    "after a table": (table(row(cell(p("A cell")))) + _ENDS + p("Requests a report") + p("Stays seized of it"), 1),
    "after a section": (p("Recalling its rules", properties=_SECTION) + _ENDS + p("Requests") + p("Stays seized"), 1),
    "before the last": (p("Recalling its rules") + _ENDS + p("Requests a report on it"), 1),
    "empty": (p("Recalling its rules") + p(properties=_SECTION) + p("Requests a report on it") + p("Stays seized"), 1),
    "with a bookmark": (p("Recalling") + _ENDS.replace("</w:p>", _BOOKMARK + "</w:p>") + p("Requests a report"), 1),
}  # fmt: skip


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("where", _TEXTS)
def test_a_section_ends_where_it_did(where: str, act: Act) -> None:
    body, at = _TEXTS[where]
    reading = read_word(docx(body + _LAST))
    paragraphs = list(reading.draft.paragraphs)
    act(paragraphs, at)
    written = _written(reading, Draft(tuple(paragraphs)))
    assert [_breaks(written, "accept"), _breaks(written, "reject")] == [body.count("<w:sectPr>")] * 2
    assert lint(written) == ()


@pytest.mark.parametrize(
    "body",
    [
        table(row(cell(p()), cell(p("A cell")))),
        p() + p("Takes note"),
        p() + p() + table(row(cell(p()), cell(p("A cell")))),
    ],
)
def test_the_end_of_a_section_stays_before_empty_lines_and_cells(body: str) -> None:
    """It is an empty line that the new draft has not, beside those of its own."""
    base, wanted = docx(p("Recalling its rules") + p(properties=_SECTION) + _ENDS + _LAST), docx(body + _LAST)
    before, after = read_word(base), read_word(wanted)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=base, origins=before.origins, new_file=(wanted, after.origins))
    assert [one for one in differences(comparison, written, of_file=True) if one.what not in SOFT] == []
    assert [_breaks(written, "accept"), _breaks(written, "reject")] == [2, 2]


def test_the_line_of_a_section_is_found_without_one_more_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    body, at = _TEXTS["at the head"]
    reading = read_word(docx(body + _LAST))
    paragraphs = list(reading.draft.paragraphs)
    del paragraphs[at]
    monkeypatch.setattr("models.word.read.losses", pytest.fail)  # which is asked of a file that is read, not of texts
    assert _breaks(_written(reading, Draft(tuple(paragraphs))), "accept") == 1


@pytest.mark.parametrize(
    ("held", "tag"),
    [
        ("<w:r><w:drawing/></w:r>", "drawing"),
        ("<w:r><w:object/></w:r>", "object"),
        ('<w:r><w:br w:type="page"/></w:r>', "br"),
        ('<w:r><w:br w:type="column"/></w:r>', "br"),
        ('<w:commentRangeStart w:id="3"/><w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>',
         "commentReference"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", [(p("Recalling its rules"), p("Requests")), (p(" "), p("")), ("", ""), (p(), p())])
@pytest.mark.parametrize("blank", ["", "  "])
def test_words_come_to_stand_beside_what_was_alone(held: str, tag: str, around: tuple[str, str], blank: str) -> None:
    body = around[0] + p(held, *([t(blank)] if blank else [])) + around[1]
    reading = read_word(docx(p("Recalling") + body + p("Stays seized of it"), comments=_COMMENTS))
    at = 1 + (around[0] != "")
    paragraphs = list(reading.draft.paragraphs)
    paragraphs[at] = replace(paragraphs[at], runs=(*paragraphs[at].runs, Run("Decides to meet")))
    written = _written(reading, replace(reading.draft, paragraphs=tuple(paragraphs)))
    for choice in ("accept", "reject"):
        assert len(list(_root(written, choice).iter(w(tag)))) == 1, choice


@pytest.mark.parametrize(
    "held",
    [
        '<w:fldSimple w:instr=" SEQ Figure "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
        '<w:hyperlink w:anchor="there"><w:r><w:t>there</w:t></w:r></w:hyperlink>',
    ],
)
def test_a_field_and_a_link_that_moved_stand_in_one_place_only(held: str) -> None:
    body = p("Recalling its rules of old") + p("A figure of the year ", held, " is shown") + p("Requests a report")
    reading = read_word(docx(body + p("Stays seized of the matter")))
    paragraphs = list(reading.draft.paragraphs)
    paragraphs.append(paragraphs.pop(1))
    written = _written(reading, replace(reading.draft, paragraphs=tuple(paragraphs)))
    for choice in ("accept", "reject"):
        assert _counts(written, choice) == _counts(reading.package or b"", "accept"), choice


def test_the_fields_that_go_are_counted_in_their_order_so_that_the_same_bytes_come_each_time() -> None:
    signs = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    code = "<w:r><w:instrText>REF there</w:instrText></w:r>"
    held = [one for at in range(30) for one in (signs[0], code, signs[1], t(f"{at} "), signs[2], f"stays {at} ")]
    reading = read_word(docx(p("A head of it all") + p(*held)))
    words = Paragraph(Kind.TEXT, (Run("".join(f"stays {at} " for at in range(30))),))
    package = Package(_written(reading, replace(reading.draft, paragraphs=(reading.draft.paragraphs[0], words))))
    begins = package.root(package.main).iter(w("fldChar"))
    ids = [int(next(one.iterancestors(w("del"))).get(w("id")) or 0) for one in begins]
    assert len(ids) == 90
    assert ids == sorted(ids)


def test_the_looks_of_later_versions_of_word_move_along_and_the_names_of_the_paragraph_do_not() -> None:
    space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    colour = f'<w:sz w:val="28"/><w14:textFill {space}><w14:schemeClr w14:val="accent1"/></w14:textFill>'
    moved = p("A figure of the year", t(" is shown", colour)).replace("<w:p>", f'<w:p {space} w14:paraId="1A2B3C4D">')
    body = p("Recalling its rules of old") + moved + p("Requests a report") + p("Stays seized of the matter")
    reading = read_word(docx(body))
    paragraphs = list(reading.draft.paragraphs)
    paragraphs.append(paragraphs.pop(1))
    written = _written(reading, replace(reading.draft, paragraphs=tuple(paragraphs)))
    root = Package(written).root("word/document.xml")
    w14 = {"w14": "http://schemas.microsoft.com/office/word/2010/wordml"}
    assert root.xpath("count(//w:moveTo//w14:schemeClr)", namespaces=w14 | {"w": root.nsmap["w"]}) == 1
    assert root.xpath("//w14:schemeClr/@w14:val", namespaces=w14) == ["accent1", "accent1"]
    assert root.xpath("//@w14:paraId", namespaces=w14) == ["1A2B3C4D"]


def test_what_later_versions_of_word_added_to_a_run_stands_behind_all_else() -> None:
    space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    body = p(t("x", f"<w14:glow {space}/><w:b/><w:rPrChange/><w:u/>"))
    properties = next(Package(docx(body)).root("word/document.xml").iter(w("rPr")))
    found = [etree.QName(child).localname for child in in_order(properties)]
    assert found == ["b", "u", "glow", "rPrChange"]


def _written(reading: Reading, new: Draft) -> bytes:
    comparison = compare(reading.draft, new)
    written = write_redline(comparison, base=reading.package, origins=reading.origins)
    assert [one for one in differences(comparison, written) if one.what not in SOFT] == []
    return written


def _root(data: bytes, choice: str) -> etree._Element:
    package = Package(data)
    resolve(package, choice)
    return package.root(package.main)


def _breaks(data: bytes, choice: str) -> int:
    return len(_root(data, choice).findall(f".//{w('pPr')}/{w('sectPr')}"))


# Real files

_OF_LOOK = frozenset(("colour", "strike", "letters", "text-effects", "proofing", "paragraph-layout", "right-to-left"))
_STAYS = (
    "section",
    "section-break",
    "picture",
    "chart",
    "diagram",
    "shape",
    "embedded-object",
    "page-break",
    "comment",
)
_FILES = 25
_EDITS = 4


def _counts(data: bytes, choice: str) -> dict[str, int]:
    entries = ledger(read_word(data, choice))
    return {one.code: one.count for one in entries if one.code not in (*_OF_LOOK, "revision")}


def test_what_a_real_file_holds_is_there_after_random_edits(shared: Path) -> None:
    seen, refused = 0, 0
    for path in sorted((shared / "word_files").glob("*.docx"), key=lambda one: one.stat().st_size):
        try:
            reading = read_word(path.read_bytes())
        except DraftError:
            continue
        base = reading.package
        if base is None or not 4 < len(reading.draft.paragraphs) <= 150 or seen == _FILES:
            continue
        seen += 1
        before = _counts(base, "accept")
        chance = random.Random(path.name)
        for _ in range(_EDITS):
            new, words_went = _edited(reading, chance)
            try:
                written = write_redline(compare(reading.draft, new), base=base, origins=reading.origins)
            except DraftError:
                refused += 1
                continue
            assert _counts(written, "reject") == before, path.name
            after = _counts(written, "accept")
            for code in ("section", "section-break") if words_went else _STAYS:
                assert after.get(code, 0) == before.get(code, 0), (path.name, code)
    assert seen == _FILES
    assert refused <= 4  # drafts that end up without a paragraph, or in text boxes; refused, so nothing is lost


def _edited(reading: Reading, chance: random.Random) -> tuple[Draft, bool]:
    """The draft after one act on a paragraph, most often one that holds something; whether words of it went."""
    paragraphs = list(reading.draft.paragraphs)
    held = [at for one in ledger(reading) if one.code in _STAYS for at in one.places]
    at = chance.choice(held) if held and chance.random() < 0.7 else chance.randrange(len(paragraphs))
    acts = ACTS if paragraphs[at].cell is None else (_reworded,)
    act = chance.choice(acts)
    if act is _reworded:
        act = _added
    act(paragraphs, at)
    cited = {note for one in paragraphs for note in one.footnotes}
    notes = tuple(note for note in reading.draft.footnotes if note.id in cited)
    return Draft(tuple(paragraphs), notes), act not in (_added, _with_more, _split)


def _added(paragraphs: list[Paragraph], at: int) -> None:
    paragraphs[at] = replace(paragraphs[at], runs=(*paragraphs[at].runs, Run(" and thereafter")))


@pytest.mark.parametrize(
    "behind",
    [
        "",
        '<w:proofErr w:type="spellEnd"/>',
        _BOOKMARK,
        '<w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id="0"/></w:r>',
    ],
    ids=["", "proof", "bookmark", "comment"],
)
@pytest.mark.parametrize("kind", ["ins", "del"])
def test_a_change_at_the_end_runs_on_over_the_next_paragraph(kind: str, behind: str) -> None:
    """Where the mark before it were none of it, LibreOffice would join what is left with the paragraph behind both."""
    shorter = p("Recalls the three reports", behind) + p("Stays seized of it")
    longer = p("Recalls the three reports of the year", behind) + p("Thanks the host", behind) + p("Stays seized of it")
    old, new = (shorter, longer) if kind == "ins" else (longer, shorter)
    base = docx(old)
    read = read_word(base)
    written = write_redline(compare(read.draft, read_word(docx(new)).draft), base=base, origins=read.origins)
    marks = [
        one.find(f"{w('pPr')}/{w('rPr')}/{w(kind)}") for one in Package(written).root("word/document.xml").iter(w("p"))
    ]
    assert [one is not None for one in marks] == [True, False, False]
