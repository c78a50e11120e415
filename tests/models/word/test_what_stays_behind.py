"""What a file that leaves has not of its own package is told and not promised; what it has goes back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.forms.ledger_form import remark
from models.word.leaving.parts import left_out, objects_left_out
from models.word.leaving.scrub import scrubbed
from models.word.leaving.told import told_beside
from models.word.leaving.unused_styles import unused_styles
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.reading.ledger import ledger
from tests.models.word.word_xml import docx, p

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_FILES = Path(__file__).resolve().parents[4] / "shared" / "word_files"


def holding(*kinds: str, chart: bool = False) -> bytes:
    """A file with parts of some kinds, one each, or with a chart that has them."""
    package = Package(docx(p("Recalling its resolution 70/1,")))
    source = None
    if chart:
        kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        xml = b'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
        source = "word/charts/chart1.xml"
        package.add_part(source, xml, kind, f"{RELATION}/chart")
    for at, kind in enumerate(kinds):
        package.add_part(f"word/embeddings/part{at}.bin", b"x", "application/x", f"{RELATION}/{kind}", source)
    return package.to_bytes()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (holding(), ()),
        (holding("package"), ("An embedded object, of which the picture alone stays",)),
        (holding("package", "oleObject"), ("2 embedded objects, of which the picture alone stays",)),
        (holding("control"), ("A control, of which the picture alone stays",)),
        (holding("video", "media"), ("2 parts of sound or film",)),
        (holding("package", chart=True), ("The workbook behind a chart",)),
    ],
)
def test_what_word_opens_and_does_not_leave_is_told(data: bytes, told: tuple[str, ...]) -> None:
    assert left_out(Package(data)) == told
    assert left_out(Package(scrubbed(data))) == ()


def test_a_linked_object_is_told_as_one() -> None:
    package = Package(docx(p("One.")))
    package.relate("file:///C:/book.xlsx", f"{RELATION}/oleObject", external=True)
    assert left_out(package) == ("A linked object, of which the picture alone stays",)


@pytest.mark.parametrize(
    ("new", "base", "told"),
    [
        (holding("package"), holding("package"), None),
        (holding("package"), holding(), "An embedded object of the new file, of which the picture alone is there"),
        (holding("package", chart=True), holding(), None),
        (holding(), holding("package"), None),
    ],
)
def test_an_object_of_the_new_file_alone_is_told(new: bytes, base: bytes, told: str | None) -> None:
    assert objects_left_out(Package(new), Package(base)) == told


@pytest.mark.skipif(not WORD_FILES.is_dir(), reason="the Word files of other programs are not here")
@pytest.mark.parametrize("path", sorted(WORD_FILES.glob("*.docx"))[::9], ids=lambda path: path.stem[-40:])
def test_the_ledger_promises_nothing_that_does_not_leave(path: Path) -> None:
    data = path.read_bytes()
    left = {one.code: one.count for one in ledger(read_word(scrubbed(data)))}
    for entry in ledger(read_word(data)):
        # Letters' looks are counted by paragraph; those of what goes with a field or as hidden go too.
        promised = entry.group in ("kept", "kept-while-unchanged") and entry.code not in ("letters", "proofing")
        if promised and left.get(entry.code, 0) < entry.count:
            assert "own copy only" in remark(entry), entry.code


OWN = '<w:style w:type="{kind}" w:customStyle="1" w:styleId="{id}"><w:name w:val="{id} of Jane"/>{more}</w:style>'


def with_styles(styles: tuple[tuple[str, str, str], ...], body: str, numbering: str = "") -> bytes:
    package = Package(docx(body))
    xml = "".join(OWN.format(id=name, kind=kind, more=more) for name, kind, more in styles)
    usual = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    for part, inner in (("styles", usual + xml), ("numbering", numbering)):
        made = f'<w:{part} xmlns:w="{w("p")[1:-2]}">{inner}</w:{part}>'.encode()
        package.add_part(f"word/{part}.xml", made, f"{kind}.{part}+xml", f"{RELATION}/{part}")
    return package.to_bytes()


PLAIN = ("Draft", "paragraph", "")
OTHER = '<w:pStyle w:val="Other"/>'
LINKED = '<w:{} w:val="Draft"/>'
NUMBERING = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:pStyle w:val="Draft"/></w:lvl></w:abstractNum>'


@pytest.mark.parametrize(
    ("styles", "body", "numbering", "kept"),
    [
        ((PLAIN,), p("One."), "", ()),
        ((PLAIN,), p("One.", properties='<w:pStyle w:val="Draft"/>'), "", ("Draft",)),
        ((PLAIN,), p("One."), NUMBERING, ("Draft",)),
        ((PLAIN, ("Other", "paragraph", LINKED.format("basedOn"))), p("One."), "", ()),
        ((PLAIN, ("Other", "paragraph", LINKED.format("basedOn"))), p("One.", properties=OTHER), "",
         ("Draft", "Other")),
        ((PLAIN, ("Other", "paragraph", LINKED.format("next"))), p("One.", properties=OTHER), "",
         ("Draft", "Other")),
        ((PLAIN, ("Other", "character", LINKED.format("link"))), p("One."), "", ()),
        ((PLAIN,), p('<w:fldSimple w:instr=\' STYLEREF "Draft of Jane" \'/>'), "", ("Draft",)),
    ],
)  # fmt: skip
def test_styles_of_ones_own_leave_where_something_uses_them(
    styles: tuple[tuple[str, str, str], ...], body: str, numbering: str, kept: tuple[str, ...]
) -> None:
    package = Package(scrubbed(with_styles(styles, body, numbering)))
    root = package.root("word/styles.xml")
    assert [one.get(w("styleId")) for one in root.iter(w("style"))] == ["Normal", *kept]
    assert unused_styles(root, [package.root(package.main), package.root("word/numbering.xml")]) == []
    told = "; ".join(told_beside(package))
    assert [f"{name} of Jane" in told for name in ("Draft", "Other")] == [name in kept for name in ("Draft", "Other")]


@pytest.mark.parametrize(
    ("inside", "goes_back"),
    [
        ('<w:p><w:r><w:t  xml:space="preserve" >Kept.</w:t></w:r></w:p>', True),
        ('<w:p w:rsidR="00AB12CD"><w:r><w:t>Kept.</w:t></w:r></w:p>', False),
        ("<w:p><w:r><w:t>Kept.</w:t></w:r></w:p><!-- Jane -->", False),
        ("<?jane doe?><w:p/>", False),
        ('<w:p xmlns:j="urn:jane"><w:r><w:t>Kept.</w:t></w:r></w:p>', False),
        ('<w:p><w:r><w:t>Kept.</w:t></w:r><w:proofErr w:type="spellStart"/></w:p>', False),
    ],
)
def test_a_part_with_nothing_to_take_out_goes_back_as_it_was(inside: str, goes_back: bool) -> None:
    package = Package(docx(p("One.")))
    head = f"<w:hdr xmlns:w='{w('p')[1:-2]}' xmlns:r=\"{RELATION}\"  >{inside}</w:hdr >".encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    package.add_part("word/header1.xml", head, kind, f"{RELATION}/header")
    left = Package(scrubbed(package.to_bytes())).data("word/header1.xml")
    assert (left == head) is goes_back
    assert not any(word in left for word in (b"ane", b"rsid"))
