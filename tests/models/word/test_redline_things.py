"""Pictures, charts, diagrams and equations in redlines: what differs goes and comes whole, with its parts."""

from __future__ import annotations

import csv
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.draft import Run
from models.word.leaving.pictures.pictures import PicturesOfFiles
from models.word.leaving.scrub import scrubbed
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from models.word.redlining.letters.atoms import NewAtom, new_atoms
from models.word.redlining.letters.deleted_content import drawings
from models.word.redlining.paragraphs.page_beginnings import begins_page
from models.word.redlining.things.things import equations, fingerprint
from models.word.resolve import Choice, resolve
from tests.models.word.lint import lint
from tests.models.word.validators import kinds_of_faults, sdk_validator
from tests.models.word.word_xml import p, parts, t, zipped

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def png(shade: int, said: bytes = b"") -> bytes:
    """A picture of one grey point, with words beside the image if wanted."""
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(bytes((0, shade))))]
    chunks += [(b"tEXt", b"Author\0" + said)] if said else []
    made = b"\x89PNG\r\n\x1a\n"
    for kind, data in [*chunks, (b"IEND", b"")]:
        made += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return made


def _inline(graphic: str, number: int) -> str:
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}"><wp:extent cx="360000" cy="360000"/>'
        f'<wp:docPr id="{number}" name="Thing {number}"/>{graphic}</wp:inline></w:drawing></w:r>'
    )


def picture(link: str, number: int = 1) -> str:
    """A picture by its relationship."""
    return _inline(
        f'<a:graphic><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{link}"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic>",
        number,
    )


def chart(link: str, number: int = 1) -> str:
    """A chart by its relationship."""
    return _inline(
        f'<a:graphic><a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}" r:id="{link}"/></a:graphicData>'
        "</a:graphic>",
        number,
    )


def equation(*letters: str) -> str:
    """An equation of some letters."""
    inner = "".join(f"<m:r><m:t>{one}</m:t></m:r>" for one in letters)
    return f"<m:oMath>{inner}</m:oMath>"


def word(body: str, **media: bytes) -> bytes:
    """A Word file with pictures (png) and charts (xml), each under the relationship of its name."""
    files = parts(body)
    for link, data in media.items():
        kind, ending = ("image", "png") if data[:4] == b"\x89PNG" else ("chart", "xml")
        name = f"{kind}_{link}.{ending}"
        files[f"word/media/{name}"] = data
        entry = f'<Relationship Id="{link}" Type="{_OFFICE}/relationships/{kind}" Target="media/{name}"/>'
        rels = files["word/_rels/document.xml.rels"].decode()
        files["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", f"{entry}</Relationships>").encode()
        said = f'<Override PartName="/word/media/{name}" ContentType="'
        said += "image/png" if kind == "image" else "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        types = files["[Content_Types].xml"].decode().replace("</Types>", f'{said}"/></Types>')
        files["[Content_Types].xml"] = types.encode()
        if kind == "chart":
            files[f"word/media/_rels/{name}.rels"] = (
                f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId9" '
                f'Type="{_OFFICE}/relationships/package" Target="../embeddings/{link}.xlsx"/></Relationships>'
            ).encode()
            files[f"word/embeddings/{link}.xlsx"] = b"PK a table of " + link.encode()
            types = files["[Content_Types].xml"].decode()
            files["[Content_Types].xml"] = types.replace(
                "<Override", '<Default Extension="xlsx" ContentType="application/x-sheet"/><Override', 1
            ).encode()
    return zipped(files)


def things(data: bytes, revisions: str = "accept") -> list[list[str]]:
    """What each paragraph holds beside words, by fingerprints."""
    package = Package(data)
    resolve(package, revisions)
    every = package.root(package.main).iter(w("p"))
    return [
        [fingerprint(package, one, PicturesOfFiles()) for one in (*drawings(node), *equations(node))] for node in every
    ]


def redline(old: bytes, new: bytes) -> bytes:
    """The redline of two Word files, with all that must hold of the things in them."""
    before, after = read_word(old), read_word(new)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=old, origins=before.origins, new_file=(new, after.origins))
    assert differences(comparison, written) == ()
    assert {fault.code for fault in lint(written)} <= {fault.code for fault in lint(old)}
    assert _flat(things(written)) == _flat(things(new))
    assert _flat(things(written, "reject")) == _flat(things(old))
    assert said_before(written) == said_before(new)
    assert said_before(written, "reject") == said_before(old)
    return written


def said_before(data: bytes, revisions: str = "accept") -> list[str]:
    """What stands before each drawing and break in its paragraph."""
    package = Package(data)
    resolve(package, revisions)
    found = []
    for node in package.root(package.main).iter(w("p")):
        for one in drawings(node):
            every = list(node.iter())
            before = every[: every.index(one)]
            found.append("".join(each.text or "" for each in before if each.tag == w("t") and _is_own(each, node)))
    return found


def _is_own(text: etree._Element, paragraph: etree._Element) -> bool:
    return next(text.iterancestors(w("p"))) is paragraph


def _flat(found: list[list[str]]) -> list[str]:
    return [one for paragraph in found for one in paragraph]


def tracked(data: bytes) -> list[str]:
    """What is tracked around drawings and equations, in document order."""
    package = Package(data)
    found = []
    for node in package.root(package.main).iter(w("drawing"), "{*}oMath"):
        around = [etree.QName(one).localname for one in node.iterancestors()]
        found.append(next((name for name in around if name in ("ins", "del", "moveFrom", "moveTo")), "kept"))
    return found


HEAD, TAIL = p("Notes the figures of the report on water,"), p("Requests another report,")
DARK, LIGHT = png(10), png(250)
CASES: dict[str, tuple[bytes, bytes, list[str]]] = {
    "a picture comes": (
        word(HEAD + p("See the map of the basin.") + TAIL),
        word(HEAD + p(t("See the map "), picture("rId1"), t("of the basin.")) + TAIL, rId1=DARK),
        ["ins"],
    ),
    "a picture goes": (
        word(HEAD + p(t("See the map "), picture("rId1"), t("of the basin.")) + TAIL, rId1=DARK),
        word(HEAD + p("See the map of the basin.") + TAIL),
        ["del"],
    ),
    "another picture": (
        word(HEAD + p(picture("rId1")) + TAIL, rId1=DARK),
        word(HEAD + p(picture("rId1")) + TAIL, rId1=LIGHT),
        ["del", "ins"],
    ),
    "the same picture, words said beside its image": (
        word(HEAD + p(picture("rId1")) + TAIL, rId1=DARK),
        word(HEAD + p(picture("rId5", 7)) + TAIL, rId5=png(10, b"Jane Doe")),
        ["kept"],
    ),
    "words around a picture": (
        word(HEAD + p(t("See the map "), picture("rId1"), t("of the basin.")) + TAIL, rId1=DARK),
        word(HEAD + p(t("See the new map "), picture("rId1"), t("of the whole basin.")) + TAIL, rId1=DARK),
        ["kept"],
    ),
    "a picture moves within its paragraph": (
        word(HEAD + p(t("See the map "), picture("rId1"), t("of the basin.")) + TAIL, rId1=DARK),
        word(HEAD + p(t("See the map of the basin."), picture("rId1")) + TAIL, rId1=DARK),
        ["del", "ins"],
    ),
    "a picture moves within a paragraph that is reworded": (
        word(HEAD + p(picture("rId1"), t("See the map of the basin.")) + TAIL, rId1=DARK),
        word(HEAD + p(t("See the "), picture("rId1"), t("map of the whole basin.")) + TAIL, rId1=DARK),
        ["del", "ins"],
    ),
    "words before a picture at the end": (
        word(HEAD + p(t("See the map"), picture("rId1")) + TAIL, rId1=DARK),
        word(HEAD + p(t("See the map of the basin"), picture("rId1")) + TAIL, rId1=DARK),
        ["kept"],
    ),
    "words after a picture": (
        word(HEAD + p(t("See the map"), picture("rId1")) + TAIL, rId1=DARK),
        word(HEAD + p(t("See the map"), picture("rId1"), t(" of the basin")) + TAIL, rId1=DARK),
        ["kept"],
    ),
    "two pictures change places": (
        word(HEAD + p(picture("rId1"), picture("rId2", 2)) + TAIL, rId1=DARK, rId2=LIGHT),
        word(HEAD + p(picture("rId2"), picture("rId1", 2)) + TAIL, rId1=DARK, rId2=LIGHT),
        ["ins", "kept", "del"],
    ),
    "a paragraph with a picture comes": (
        word(HEAD + TAIL),
        word(HEAD + p(t("Welcomes the map shown here "), picture("rId1"), t(" with thanks,")) + TAIL, rId1=DARK),
        ["ins"],
    ),
    "a paragraph with a picture goes": (
        word(HEAD + p(t("Welcomes the map shown here "), picture("rId1"), t(" with thanks,")) + TAIL, rId1=DARK),
        word(HEAD + TAIL),
        ["del"],
    ),
    "a paragraph with a picture moves": (
        word(p(t("Welcomes the map shown here "), picture("rId1"), t(" with thanks,")) + HEAD + TAIL, rId1=DARK),
        word(HEAD + TAIL + p(t("Welcomes the map shown here "), picture("rId1"), t(" with thanks,")), rId1=DARK),
        ["moveFrom", "moveTo"],
    ),
    "another chart": (
        word(HEAD + p(chart("rId1")) + TAIL, rId1=b"<c:chartSpace/>"),
        word(HEAD + p(chart("rId2")) + TAIL, rId2=b"<c:chartSpace><c:chart/></c:chartSpace>"),
        ["del", "ins"],
    ),
    "another equation": (
        word(HEAD + p(t("Notes that "), equation("A", "=", "b"), t(" holds,")) + TAIL),
        word(HEAD + p(t("Notes that "), equation("A", "=", "2", "b"), t(" holds,")) + TAIL),
        ["del", "ins"],
    ),
    "words around an equation": (
        word(HEAD + p(t("Notes that "), equation("A", "=", "b"), t(" holds,")) + TAIL),
        word(HEAD + p(t("Notes with care that "), equation("A", "=", "b"), t(" holds,")) + TAIL),
        ["kept"],
    ),
    "an equation in place of letters": (
        word(HEAD + p("Notes that A=b holds,") + TAIL),
        word(HEAD + p(t("Notes that "), equation("A", "=", "b"), t(" holds,")) + TAIL),
        ["ins"],
    ),
    "a paragraph with an equation comes": (
        word(HEAD + TAIL),
        word(HEAD + p(t("Notes that "), equation("A", "=", "b"), t(" holds,")) + TAIL),
        ["ins"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_things_go_and_come_whole(name: str) -> None:
    old, new, shown = CASES[name]
    assert tracked(redline(old, new)) == shown


def test_a_chart_comes_with_its_parts() -> None:
    old, new, _ = CASES["another chart"]
    package, source = Package(redline(old, new)), Package(new)
    assert package.data("word/media/chart_rId1.xml") == b"<c:chartSpace/>"
    (carried,) = (link.target for link in package.relationships() if link.kind == "chart" and "rId1" not in link.target)
    assert package.data(carried) == source.data("word/media/chart_rId2.xml")
    assert package.content_type(carried) == source.content_type("word/media/chart_rId2.xml")
    (table,) = package.relationships(carried)
    assert table.id == "rId9"
    assert package.data(table.target) == b"PK a table of rId2"


@pytest.mark.parametrize("called", ["eine Karte", "图片", "a%20", "%2E%2E%2Fa"])
def test_a_picture_comes_under_a_name_that_a_part_may_have(called: str) -> None:
    old, _, _ = CASES["a picture comes"]
    new = word(HEAD + p(t("See the map "), picture("rId1"), t("of the basin.")) + TAIL, rId1=png(10))
    with zipfile.ZipFile(io.BytesIO(new)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files = {
        name.replace("image_rId1", called): data.replace(b"image_rId1", called.encode()) for name, data in files.items()
    }
    (carried,) = (link.target for link in Package(redline(old, zipped(files))).relationships() if link.kind == "image")
    assert re.fullmatch(r"(?:[!-$&-~]|%[0-9A-F]{2})+", carried)


def test_a_picture_comes_as_one_where_two_relationships_have_its_id() -> None:
    old, _, _ = CASES["a picture comes"]
    new = word(HEAD + p(t("See the map "), picture("rId1"), t("of the basin.")) + TAIL, rId1=png(10))
    with zipfile.ZipFile(io.BytesIO(new)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    rels = files["word/_rels/document.xml.rels"]
    other = f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/theme" Target="theme.xml"/>'.encode()
    at = rels.index(b"<Relationship ")
    files["word/_rels/document.xml.rels"] = rels[:at] + other + rels[at:]
    package = Package(redline(old, zipped(files)))
    assert {link.kind for link in package.relationships() if link.target.endswith(".png")} == {"image"}


def astray(kind: str, body: str, says: bytes) -> bytes:
    """A Word file whose part of some kind has the relationship that a picture should have."""
    with zipfile.ZipFile(io.BytesIO(word(body, rId1=png(10)))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    rels = files["word/_rels/document.xml.rels"].replace(b"relationships/image", f"relationships/{kind}".encode())
    files["word/_rels/document.xml.rels"] = rels.replace(b"media/image_rId1.png", b"odd.xml")
    files["word/odd.xml"] = b'<w:odd xmlns:w="%s"><!--%s--></w:odd>' % (w("").strip("{}").encode(), says)
    said = b'<Override PartName="/word/odd.xml" ContentType="application/x-odd+xml"/></Types>'
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(b"</Types>", said)
    return zipped(files)


@pytest.mark.parametrize("kind", ["webSettings", "fontTable", "theme", "people"])
def test_a_picture_that_leads_to_a_part_of_the_file_itself_brings_no_second_one(kind: str) -> None:
    head, tail = p(t("Recalling its resolution 60/1,")), p(t("Decides to act on it."))
    shown = p(t("See the map "), picture("rId1"), t("of the basin."))
    other = shown.replace("360000", "720000")
    for old, new in (
        (astray(kind, head + shown + tail, b"old"), astray(kind, head + other + tail, b"new")),
        (astray(kind, head + shown + tail, b"old"), astray(kind, head + shown + p(t("Moreover,")) + tail, b"new")),
        (word(head + tail), astray(kind, head + shown + tail, b"new")),
    ):
        package = Package(redline(old, new))
        assert [link.kind for link in package.relationships()].count(kind) == (b"odd.xml" in old)
        assert b"new" not in b"".join(package.data(one) for one in package.names if "odd" in one)


def test_only_words_with_an_equation_are_gone_through_letter_by_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each letter may stand in another equation; of a long text that took as long as all the rest."""
    found: list[tuple[str, bool]] = []

    def atoms(runs: Sequence[Run], first: set[int], letters: bool = False) -> list[NewAtom]:
        found.append(("".join(run.text for run in runs), letters))
        return new_atoms(runs, first, letters)

    monkeypatch.setattr("models.word.redlining.paragraphs.attempt.new_atoms", atoms)
    beside = p(t("Where ") + equation("a", "b"))
    redline(word(p(t("Takes note of it")) + beside), word(p(t("Takes note of all of it")) + beside + p(equation("c"))))
    assert {letters for words, letters in found if words.startswith("Takes")} == {False}
    assert {letters for words, letters in found if words == "c"} == {True}


def older(number: int, kind: str = "t75") -> str:
    """An older drawing with what kind of shape it is, as a program writes that counts from anywhere."""
    space = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    said = f'<v:shapetype id="_x0000_{kind}" path="m0,0l1,1e"/>'
    return (
        f'<w:r><w:object {space}>{said}<v:shape id="_x0000_i{number}" o:spid="_x0000_s{number}" type="#_x0000_{kind}">'
        f'<v:imagedata r:id="rId1"/></v:shape><o:OLEObject ShapeID="_x0000_i{number}"/></w:object></w:r>'
    )


def test_older_drawings_that_come_are_called_like_no_others() -> None:
    old = word(HEAD + p(t("See this "), older(1025)) + TAIL, rId1=DARK)
    new = word(
        HEAD + p(t("See this "), older(1031)) + p(older(1025), t(" and that ")) + p(older(1025)) + TAIL, rId1=DARK
    )
    base, read = read_word(old), read_word(new)
    change = compare(base.draft, read.draft)
    written = write_redline(change, base=old, origins=base.origins, new_file=(new, read.origins))
    root = Package(written).root("word/document.xml")
    vml = "{urn:schemas-microsoft-com:vml}"
    shapes = list(root.iter(f"{vml}shape"))
    assert len(shapes) == len({one.get("id") for one in shapes}) == 3
    assert shapes[0].get("id") == "_x0000_i1025"  # that of the base stays as it is, though the new file counts it anew
    kinds = [one.get("id") for one in root.iter(f"{vml}shapetype")]
    assert len(kinds) == len(set(kinds)) == 3
    assert [one.get("type") for one in shapes] == [f"#{kind}" for kind in kinds]
    named = [one.get("ShapeID") for one in root.iter("{urn:schemas-microsoft-com:office:office}OLEObject")]
    assert named == [one.get("id") for one in shapes]


def test_without_a_file_of_the_new_text_pictures_stay() -> None:
    old, _, _ = CASES["words around a picture"]
    before = read_word(old)
    new = read_word(word(HEAD + p("Wholly other words in this place.") + TAIL)).draft
    written = write_redline(compare(before.draft, new), base=old, origins=before.origins)
    assert _flat(things(written)) in ([], _flat(things(old)))
    assert _flat(things(written, "reject")) == _flat(things(old))


def test_a_carried_picture_leaves_without_what_is_said_beside_it() -> None:
    old, _, _ = CASES["a picture comes"]
    new = word(HEAD + p(t("See the map "), picture("rId1"), t("of the basin.")) + TAIL, rId1=png(10, b"Jane Doe"))
    package = Package(scrubbed(redline(old, new)))
    pictures = [package.data(name) for name in package.names if name.endswith(".png")]
    assert pictures == [png(10)]


def test_real_files(shared: Path, tmp_path: Path) -> None:
    folder = shared / "suites" / "compare_pairs"
    with (folder / "cases.tsv").open(encoding="utf-8", newline="") as lines:
        pairs = [(folder / one["left"], folder / one["right"]) for one in csv.DictReader(lines, delimiter="\t")]
    validator, found = sdk_validator(), 0
    for number, (left, right) in enumerate(pairs):
        old, new = left.read_bytes(), right.read_bytes()
        if _flat(things(old)) == _flat(things(new)) == []:
            continue
        found += 1
        written = tmp_path / f"{number}.docx"
        written.write_bytes(redline(old, new))
        if validator is not None:
            faults = kinds_of_faults([written], validator)
            assert not faults or faults <= kinds_of_faults([left, right], validator), left.name
    assert found >= 10


PAGE = '<w:r><w:br w:type="page"/></w:r>'
SAID = (p("Recalling its resolution 70/1,"), p("Requests a report on the matter;"), p("Decides to meet again."))


@pytest.mark.parametrize("turned", [False, True], ids=["comes", "goes"])
@pytest.mark.parametrize(
    "new",
    [
        (SAID[0], p(PAGE), *SAID[1:]),
        (SAID[0], p(PAGE, t("Noting with concern the storms,")), *SAID[1:]),
        (SAID[0], p(t("Requests a report"), PAGE, t(" on the matter;")), SAID[2]),
        (SAID[0], p(PAGE, t("Requests a full report on the matter;")), SAID[2]),
    ],
    ids=["a paragraph of its own", "before a new paragraph", "within one", "before one that is reworded"],
)
def test_a_break_of_a_page_comes_and_goes(new: tuple[str, ...], turned: bool) -> None:
    old, other = word("".join(SAID)), word("".join(new))
    written = redline(other, old) if turned else redline(old, other)
    assert any(map(len, things(written, "reject" if turned else "accept")))


@pytest.mark.parametrize("says", ["", '<w:pageBreakBefore w:val="0"/>', "<w:pageBreakBefore/>"])
def test_a_new_paragraph_begins_a_page_where_it_did(says: str) -> None:
    old, new = word("".join(SAID)), word("".join((*SAID[:2], p("Annex to the decision", properties=says), SAID[2])))
    package = Package(redline(old, new))
    begun = [one.getparent() for one in package.root(package.main).iter(w("pageBreakBefore"))]
    assert len(begun) == (says == "<w:pageBreakBefore/>")


BEGINS, ON, OFF = (f"<w:pageBreakBefore{one}/>" for one in ("", ' w:val="1"', ' w:val="0"'))
HEAD = "Annex to the decision"


def begun(data: bytes, choice: Choice) -> list[str]:
    """What the paragraphs say that begin a page, all changes accepted or rejected."""
    package = Package(data)
    resolve(package, choice)
    return ["".join(map(str, one.itertext())) for one in package.root(package.main).iter(w("p")) if begins_page(one)]


@pytest.mark.parametrize("turned", [False, True], ids=["there", "back"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((p(HEAD), p("Words of the annex")), (p(HEAD, properties=BEGINS), p("Words of the annex"))),
        ((p(HEAD, properties=ON), p("Words")), (p(HEAD, properties=OFF), p("Words"))),
        ((p(HEAD),), (p(HEAD + " of this year", properties=BEGINS),)),
        ((p(HEAD), p("Words of the annex")), (p(f"{HEAD} Words of the annex", properties=BEGINS),)),
        ((p(HEAD), p("Words of the annex")), (p("Words of the annex"), p(HEAD, properties=BEGINS), p("More"))),
    ],
    ids=["stays", "by a value", "reworded", "merged", "moved"],
)
def test_what_stays_begins_a_page_where_it_did(old: tuple[str, ...], new: tuple[str, ...], turned: bool) -> None:
    one, other = (word("".join((*SAID[:2], *lines, SAID[2]))) for lines in ((new, old) if turned else (old, new)))
    written = redline(one, other)
    assert begun(written, "accept") == begun(other, "accept")
    assert begun(written, "reject") == begun(one, "accept")
