"""The ledger of a Word file: nothing in it is passed over, and what is said to come back comes back."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.draft import Draft, DraftError, Kind, Paragraph, Run
from models.forms.ledger_form import headline, ledger_text, ledger_value, remark, title
from models.reading.reading import CannotRead, LedgerEntry, Reading
from models.word.markup import element
from models.word.namespaces import VML, w
from models.word.package import Package
from models.word.read import read_word
from models.word.reading.ledger import ledger
from models.word.reading.ledger_kinds import COUNTED, GROUP, LAYOUT, LETTERS, PARTS, READ, SETTINGS, WITHIN
from models.word.redline import write_redline
from tests.models.word.test_hidden_things import CLOSED
from tests.models.word.word_xml import FILM, cell, docx, p, parts, row, t, table, zipped

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PICTURE = '<w:r><w:drawing><a:graphic><a:blip r:embed="rId9"/></a:graphic></w:drawing></w:r>'
_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:rPr>"
    "<w:color w:val='FF0000'/></w:rPr><w:t>in a box</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
_GROUP = (
    '<w:r><w:drawing><a:graphic><a:blip r:embed="rId9"/><wps:txbx><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r>'
    "</w:p></w:txbxContent></wps:txbx></a:graphic></w:drawing></w:r>"
)


RAISED = '<w:vertAlign w:val="superscript"/>'


def field(instruction: str, shown: str = "1") -> str:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return sign("begin") + code + sign("separate") + t(shown) + sign("end")


def lines(data: bytes, revisions: str = "accept") -> dict[str, tuple[int, tuple[int, ...]]]:
    """Count and places by code, paragraphs and notes left out."""
    entries = ledger(read_word(data, revisions))
    return {one.code: (one.count, one.places) for one in entries if one.group != "edited"}


@pytest.mark.parametrize(
    ("body", "code", "count", "places"),
    [
        (p("Decides", _PICTURE), "picture", 1, (0,)),
        (p("a") + p("b", _BOX), "text-box", 1, (1,)),
        (p("a", _GROUP), "text-box", 1, (0,)),
        (p("a", _GROUP), "picture", 1, (0,)),
        (p("a") + p("b", _BOX), "older-form", 1, (1,)),
        (p("a") + p("b", _BOX), "colour", 1, (2,)),
        (p(t("a", '<w:highlight w:val="yellow"/>'), t("b", '<w:color w:val="FF0000"/>')), "colour", 1, (0,)),
        (p(t("a", "<w:strike/>")), "strike", 1, (0,)),
        (p(t("10") + t("6", RAISED)), "raised-or-lowered", 1, (0,)),
        (p(t("a", '<w:sz w:val="30"/>')) + p(t("b", "<w:caps/>")), "letters", 2, (0, 1)),
        (p(t("a", "<w:vanish/>")), "hidden-text", 1, (0,)),
        (p("a", field(" DATE ")), "field", 1, (0,)),
        (p("a", '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'), "field", 1, (0,)),
        (p("a", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'), "field", 1, (0,)),
        (p("a", field(" FORMTEXT ")), "form-field", 1, (0,)),
        (p("a", field(" LISTNUM ")), "number-field", 1, (0,)),
        (p("a", field(r" EQ \o(\s\up 5(b),c) ")), "drawn-field", 1, (0,)),
        (p("a", field(' INCLUDEPICTURE "http://example.org/a.png" ')), "linked-field", 1, (0,)),
        (p("a", field(' HYPERLINK "http://example.org" ')), "web-link", 1, (0,)),
        (p("a", field(' HYPERLINK \\l "there" ')), "field", 1, (0,)),
        (p('<w:hyperlink w:anchor="there"><w:r><w:t>a</w:t></w:r></w:hyperlink>'), "link-inside", 1, (0,)),
        (p("a", "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"), "formula", 1, (0,)),
        (p("a", FILM), "sound-or-film", 1, (0,)),
        (p("a", '<w:bookmarkStart w:id="0" w:name="b"/><w:bookmarkEnd w:id="0"/>'), "bookmark", 1, (0,)),
        (p("a") + f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{p('b')}</w:sdtContent></w:sdt>",
         "content-control", 1, (1,)),
        (p("a", "<w:r><w:object/></w:r>"), "embedded-object", 1, (0,)),
        (p("a", "<w:r><w:object><w:control/></w:object></w:r>"), "form-control", 1, (0,)),
        (p("a", '<w:r><w:br w:type="page"/></w:r>'), "page-break", 1, (0,)),
        (p("a", '<w:r><w:br w:type="column"/></w:r>'), "column-break", 1, (0,)),
        (p("a", properties="<w:framePr/>"), "frame", 1, (0,)),
        (p("a", properties="<w:bidi/>"), "right-to-left", 1, (0,)),
        (p("a", properties='<w:jc w:val="center"/>'), "paragraph-layout", 1, (0,)),
        (p("a", properties=CLOSED) + p("b"), "closed-heading", 1, (0,)),
        (p("a", properties="<w:sectPr/>") + p("b"), "section-break", 1, (0,)),
        (p("a") + "<w:sectPr/>", "section", 1, ()),
        (p("a") + table(row(cell(p("b")))), "table", 1, (1,)),
        (table(row(cell(p("b"), properties='<w:gridSpan w:val="2"/>'))), "merged-cell", 1, (0,)),
        (table(row(*(cell(p("b"), properties=f'<w:gridSpan w:val="{over}"/>') for over in (2, 1)))),
         "merged-cell", 1, (0,)),
        (table(row(cell(table(row(cell(p("b")))), p("c")))), "nested-table", 1, (0,)),
        (p("a") + '<w:altChunk r:id="rId1"/>', "embedded-document", 1, ()),
        (p('<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>y</w:t></w:r>'
           "</w:rubyBase></w:ruby></w:r>"), "ruby", 1, (0,)),
        (p("a", f"<w:sdt><w:sdtPr><w:tag w:val='goog_rdk_0'/></w:sdtPr><w:sdtContent>{t('b')}</w:sdtContent></w:sdt>"),
         "custom-markup", 1, (0,)),
        (p("a", "<w:sdt><w:sdtPr><w:dropDownList/><w:tag w:val='goog_rdk_0'/></w:sdtPr><w:sdtContent/></w:sdt>"),
         "content-control", 1, (0,)),
        (p("a", "<w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag>"), "custom-markup", 1, (0,)),
        (p("a", "<w:r><w:pgNum/></w:r>"), "automatic-text", 1, (0,)),
        (p("a", "<w:novel><w:r><w:t>b</w:t></w:r></w:novel>"), "unknown-element", 1, (0,)),
        (p("a", '<x:novel xmlns:x="urn:x"/>'), "unknown-element", 1, (0,)),
        (p(t("a", "<w:novel/>")), "unknown-element", 1, (0,)),
        (p("a", properties="<w:novel/>"), "unknown-element", 1, (0,)),
        (p(t("a", '<w14:glow xmlns:w14="urn:w14"/>')), "text-effects", 1, (0,)),
    ],
)  # fmt: skip
def test_a_thing_is_counted_where_it_stands(body: str, code: str, count: int, places: tuple[int, ...]) -> None:
    assert lines(docx(body))[code] == (count, places)


def test_how_a_formula_in_a_line_of_its_own_stands_is_known() -> None:
    centred = '<m:oMathParaPr><m:jc m:val="center"/></m:oMathParaPr>'
    data = docx(p(f"<m:oMathPara>{centred}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>"))
    assert lines(data) == {"formula": (1, (0,))}


def test_bullets_are_counted_as_not_read() -> None:
    listed = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'.format
    bullet = '<w:lvl w:ilvl="{}"><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'.format
    levels = bullet(0, "bullet", "•") + bullet(1, "decimal", "%2.")
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = p("a", properties=listed(0)) + p("b", properties=listed(1)) + p("c", properties=listed(0))
    reading = read_word(docx(body + p(properties=listed(0)), numbering=numbering))
    assert counts(reading)["bullet"] == ("kept", 2, (0, 2))
    assert headline(ledger(reading)).startswith("All was read but for 2 of 2 things")


def test_plain_words_have_an_empty_ledger() -> None:
    reading = read_word(docx(p("Decides", t(" to meet", "<w:b/><w:i/>"))))
    assert ledger(reading) == (LedgerEntry("edited", "paragraph", 1),)
    assert headline(ledger(reading)) == "Everything was read, and can be edited."


def test_tracked_changes_are_told_with_their_authors_and_counted_away() -> None:
    data = docx(p("a", f'<w:ins w:id="1" w:author="A">{_PICTURE}</w:ins>'))
    accepted = {one.code: one for one in ledger(read_word(data))}
    assert (accepted["revision"].count, accepted["revision"].details) == (1, ("A",))
    assert "picture" in accepted
    assert "picture" not in lines(data, "reject")
    others = "".join(
        f'<w:ins w:id="{at}" w:author="{who}">{t(who)}</w:ins>' for at, who in ((2, "A"), (3, ""), (4, " "))
    )
    told = next(one for one in ledger(read_word(docx(p("a", others)))) if one.code == "revision")
    assert remark(told).startswith("of “A” and nobody named")


def linked(body: str, links: dict[str, tuple[str, str]], **others: str) -> bytes:
    """A file with external relationships, by id: kind and target."""
    files = parts(body, **others)
    name = "word/_rels/document.xml.rels"
    added = "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}" TargetMode="External"/>'
        for key, (kind, target) in links.items()
    )
    files[name] = files[name].replace(b"</Relationships>", added.encode() + b"</Relationships>")
    return zipped(files)


OUTSIDE = [
    ("attachedTemplate", "file:///\\\\server\\share\\Normal.dotm", "linked-template", "server"),
    ("attachedTemplate", "https://evil.example/t.dotm", "linked-template", "evil.example"),
    ("image", "http://user:word@evil.example:81/a.png?b", "linked-picture", "evil.example"),
    ("oleObject", "file:///C:/Desk/Somebody/a.xls", "linked-object", "a folder of somebody’s computer"),
    ("frame", "http://evil.example/frame.htm", "linked-frame", "evil.example"),
    ("aFChunk", "http://evil.example/chunk.htm", "linked-document", "evil.example"),
    ("subDocument", "chapter.docx", "linked-document", "chapter.docx"),
    ("mailMergeSource", "file://server/list.mdb", "linked-data", "server"),
    ("novel", "ftp://evil.example", "linked-other", "evil.example"),
]


@pytest.mark.parametrize(("kind", "target", "code", "host"), OUTSIDE)
def test_what_lies_outside_is_named_and_not_fetched(kind: str, target: str, code: str, host: str) -> None:
    reading = read_word(linked(p("a"), {"x": (kind, target)}))
    entry = next(one for one in ledger(reading) if one.code == code)
    assert (entry.group, entry.details) == ("not-followed", (host,))
    (warning,) = (one for one in reading.warnings if one.code == "links-not-followed")
    assert host in warning.message
    assert "Somebody" not in warning.message


def test_all_that_lies_outside_is_named() -> None:
    hosts = tuple(f"{at}.example" for at in range(40))
    reading = read_word(linked(p("a"), {f"x{host}": ("novel", f"http://{host}/a") for host in hosts}))
    entry = next(one for one in ledger(reading) if one.code == "linked-other")
    assert (entry.count, entry.details) == (40, hosts)
    assert all(host in ledger_text([entry], reading.draft) for host in hosts)


@pytest.mark.parametrize(
    ("instruction", "named"),
    [
        ('LINK Excel.Sheet.12 "http://evil.example/b.xlsx" "a" \\a', "evil.example"),
        ('DDE Excel "plan.xlsx" "R1C1"', "Excel, plan.xlsx"),
        ("DDEAUTO Excel plan.xlsx", "Excel, plan.xlsx"),
        ('DDEAUTO cmd "/k calc"', "cmd, k calc"),
        ("DDE Excel", "Excel"),
        ("DDE", ""),
    ],
)
def test_a_field_that_fetches_names_its_file(instruction: str, named: str) -> None:
    (entry,) = (one for one in ledger(read_word(docx(p("a", field(instruction))))) if one.code == "linked-field")
    assert entry.details == ((named,) if named else ())


def test_a_link_is_told_where_it_stands() -> None:
    body = p("a") + p('<w:hyperlink r:id="x"><w:r><w:t>b</w:t></w:r></w:hyperlink>')
    reading = read_word(linked(body, {"x": ("hyperlink", "https://www.un.org/a")}))
    assert LedgerEntry("not-followed", "web-link", 1, (1,), ("www.un.org",)) in ledger(reading)
    assert [one for one in reading.warnings if one.code == "links-not-followed"] == []


def test_parts_are_counted_and_those_that_nothing_leads_to() -> None:
    files = parts(p("a"), header=p("A/C.2/58/L.37"))
    files |= {"word/vbaProject.bin": b"x", "word/novel.xml": b"<a/>", "word/lost.xml": b"<a/>"}
    name = "word/_rels/document.xml.rels"
    files[name] = files[name].replace(
        b"</Relationships>",
        b'<Relationship Id="m" Type="http://x/vbaProject" Target="vbaProject.bin"/>'
        b'<Relationship Id="n" Type="http://x/novel" Target="novel.xml"/></Relationships>',
    )
    told = {one.code: (one.count, one.details) for one in ledger(read_word(zipped(files)))}
    assert told["running-head"] == (1, ())
    assert told["macros"] == (1, ())
    assert told["unknown-part"] == (1, ("novel",))
    assert told["unreached-part"] == (1, ("lost.xml",))


def test_parts_that_are_broken_are_told_of_and_the_text_is_read() -> None:
    files = parts(p("a")) | {"word/media/a.png": b"", "word/media/_rels/a.png.rels": b"<"}
    told = {one.code: one.details for one in ledger(read_word(zipped(files)))}
    assert told["broken-part"] == ("a.png",)


def test_every_table_of_kinds_is_whole() -> None:
    codes = {*COUNTED.values(), *LETTERS.values(), *LAYOUT.values(), *PARTS.values(), *SETTINGS.values()} - {""}
    assert codes <= GROUP.keys()
    assert not READ & COUNTED.keys()
    assert not WITHIN & (READ | COUNTED.keys())
    assert all(title(LedgerEntry(group, code, 2)) for code, group in GROUP.items())
    assert w("p") in READ


def test_the_words_of_a_ledger(golden_ledger: Draft) -> None:
    entries = (
        LedgerEntry("edited", "paragraph", 2),
        LedgerEntry("edited", "revision", 3, (0, 1), ("A", "B")),
        LedgerEntry("kept", "bookmark", 12, (0, 1)),
        LedgerEntry("kept-while-unchanged", "field", 1, (1,), ("DATE",)),
        LedgerEntry("not-followed", "linked-template", 1, (), ("server",)),
    )
    assert ledger_text(entries, golden_ledger) == (
        "Everything was read; 14 things are not edited here.\n\n"
        "Read and editable\n  2 paragraphs\n  3 tracked changes (of “A” and “B”)\n\n"
        "Comes back unchanged\n       12  Bookmarks (in PP1, OP1; left by Word, none seen; "
        "some kept in your own copy only)\n\n"
        "Comes back while its paragraph is not changed\n"
        "        1  A value that Word recalculates (in OP1; DATE; read as last shown; some "
        "kept in your own copy only)\n\n"
        "Not followed\n        1  A linked template (server; not opened)\n"
    )
    assert ledger_value(entries)[3] == {
        "group": "kept-while-unchanged", "code": "field", "count": 1, "places": [1], "details": ["DATE"],
        "text": "A value that Word recalculates; DATE; read as last shown; some kept in your own copy only",
    }  # fmt: skip
    assert remark(entries[0], golden_ledger) == ""


@pytest.fixture
def golden_ledger() -> Draft:
    texts = ((Kind.PREAMBULAR, "Recalling its resolutions,"), (Kind.OPERATIVE, "Decides to meet;"))
    return Draft(tuple(Paragraph(kind, (Run(text),)) for kind, text in texts))


# What is said to come back comes back

_OF_LOOK = frozenset(("colour", "strike", "letters", "text-effects", "proofing", "paragraph-layout", "right-to-left"))


def counts(reading: Reading, changed: int | None = None) -> dict[str, tuple[str, int, tuple[int, ...]]]:
    """What a reading holds; the looks of the changed paragraph are its own affair."""
    found = {}
    for one in ledger(reading):
        if one.code in _OF_LOOK:
            places = tuple(at for at in one.places if at != changed)
            found[one.code] = (one.group, len(places), places)
        elif one.code != "revision":
            found[one.code] = (one.group, one.count, one.places)
    return {code: one for code, one in found.items() if one[1]}


def plain_paragraphs(reading: Reading) -> list[int]:
    """Those that hold nothing but words and their looks."""
    held = {at for one in ledger(reading) if one.group != "edited" and one.code not in _OF_LOOK for at in one.places}
    return [at for at, one in enumerate(reading.draft.paragraphs) if at not in held and len(one.text) > 20]


def reworded(reading: Reading, at: int) -> bytes:
    """A redline in which one paragraph has two words more."""
    paragraphs = list(reading.draft.paragraphs)
    paragraphs[at] = replace(paragraphs[at], runs=(*paragraphs[at].runs, Run(" and thereafter")))
    new = replace(reading.draft, paragraphs=tuple(paragraphs))
    assert reading.package is not None
    return write_redline(compare(reading.draft, new), base=reading.package, origins=reading.origins)


def test_the_ledger_is_the_same_after_another_paragraph_is_changed(shared: Path) -> None:
    chance = random.Random(5)
    seen, refused = 0, []
    for path in sorted((shared / "word_files").glob("*.docx")):
        try:
            reading = read_word(path.read_bytes())
        except CannotRead:
            continue
        free = plain_paragraphs(reading) if len(reading.draft.paragraphs) < 1000 else []
        if not free:
            continue
        at = chance.choice(free)
        try:
            written = reworded(reading, at)
        except DraftError:
            refused.append(path.name)
            continue
        for revisions in ("accept", "reject"):
            assert counts(read_word(written, revisions), at) == counts(reading, at), (path.name, revisions)
        seen += 1
    assert refused == []
    assert seen >= 39


@pytest.mark.parametrize(
    "held",
    [
        '<w:bookmarkStart w:id="0" w:name="b"/><w:bookmarkEnd w:id="0"/>',
        '<w:bookmarkStart w:id="0" w:name="b"/>' + t(" to meet") + '<w:bookmarkEnd w:id="0"/>',
    ],
)
def test_what_is_said_to_come_back_comes_back_from_a_changed_paragraph(held: str) -> None:
    body = table(row(cell(p("Decides", held, t(" soon;")), properties='<w:gridSpan w:val="2"/>')))
    reading = read_word(docx(body + p("a") + "<w:sectPr/>", header=p("A/C.2/58/L.37")))
    kept = {code: one for code, one in counts(reading).items() if one[0] == "kept"}
    assert set(kept) == {"bookmark", "table", "merged-cell", "section", "running-head"}
    for revisions in ("accept", "reject"):
        after = counts(read_word(reworded(reading, 0), revisions))
        assert {code: after.get(code) for code in kept} == kept


def test_what_is_said_of_a_background_and_of_an_embedded_document_is_no_unknown_thing() -> None:
    package = Package(docx(p("a") + '<w:altChunk r:id="rId1"><w:altChunkPr><w:matchSrc/></w:altChunkPr></w:altChunk>'))
    ground = element("background", color="FFFFFF")
    etree.SubElement(etree.SubElement(ground, f"{{{VML}}}background"), f"{{{VML}}}fill", type="frame")
    package.edit(package.main).insert(0, ground)
    found = lines(package.to_bytes())
    assert (found["page-background"][0], found["embedded-document"][0]) == (1, 1)
    assert "unknown-element" not in found
