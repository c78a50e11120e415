"""What leaves is searched by other means than it is cleaned; no file that was tampered with gets a certificate."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from models.circulation.certificate import NotVerified
from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.reading.reading import CannotRead
from models.word.archive import parse_xml
from models.word.clean import write_clean
from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.looked_for.search import TRACKED
from models.word.leaving.parts.bare_xml import bare_elements
from models.word.leaving.parts.makers import names_in, secrets
from models.word.leaving.pictures.pictures import UnknownPicture, bare_picture
from models.word.leaving.scrub import CannotScrub, scrubbed
from models.word.leaving.verify import search_word, verify_word
from models.word.markup import element, run
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.resolve import resolve
from tests.models.word.full_of_names import PLACES, Place, changes, gif, jpeg, named_file, png, tells
from tests.models.word.sought import found_in
from tests.models.word.word_xml import cell, docx, p, put_picture, row, t, table
from tests.timed import soon

_RECALLING = (Run("Recalling", italic=True), Run(" its resolution 57/270"), Run(footnote=1), Run(","))
TEXT = Draft(
    (
        Paragraph(Kind.ENACTING, (Run("The General Assembly,"),)),
        Paragraph(Kind.PREAMBULAR, _RECALLING),
        Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(" to meet in Geneva;")), number="1"),
        Paragraph(Kind.OPERATIVE, (Run("Requests", italic=True), Run(" a report.")), number="2"),
    ),
    (Footnote(1, "1", (Run("Resolution 217 A (III)."),)),),
)  # fmt: skip
WORD_FILES = Path(__file__).resolve().parents[4] / "shared" / "word_files"


def settled(data: bytes) -> bytes:
    package = Package(data)
    resolve(package, "accept")
    return package.to_bytes()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_every_place_of_a_name_is_found_and_emptied(place: Place) -> None:
    allowed = Allowed(tracked=False)
    before = named_file(TEXT, [place])
    assert tells(before)
    assert {one.what for one in found_in(before, allowed)} > {"dates"}  # the archive of the test itself has dates
    base = settled(before)
    after = scrubbed(base)
    assert not tells(after)
    assert found_in(after, allowed) == ()
    assert read_word(after).draft == read_word(base).draft
    assert scrubbed(after) == after == scrubbed(base)


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (p("Peace,") + p("Water,"), p("Peace,"), ("1 paragraph, 0 notes", "2 paragraphs, 0 notes")),
        (
            p('<w:bookmarkStart w:id="1" w:name="peace"/>', t("Peace,"), '<w:bookmarkEnd w:id="1"/>'),
            p("Peace,") + table(row(cell(p("Trade")))) + p("Water,"),
            ("3 paragraphs, 0 notes", "1 paragraph and 1 empty line more, 0 notes"),
        ),
        (
            p("Peace,") + p("Water,", properties="<w:sectPr/>") + p("Trade,", properties="<w:sectPr/>") + p("Health,"),
            p("Peace,"),
            ("1 paragraph and 2 empty lines more, 0 notes", "4 paragraphs, 0 notes"),
        ),
    ],
    ids=["none", "after a table that comes", "sections that stay"],
)
def test_empty_lines_that_word_keeps_are_told_beside_the_paragraphs(
    old: str, new: str, wanted: tuple[str, str]
) -> None:
    base, other = read_word(docx(old)), read_word(docx(new))
    written = write_redline(compare(base.draft, other.draft), base=docx(old), origins=base.origins)
    lines = verify_word(written, other.draft, base.draft, None).lines
    assert tuple(line.detail for line in lines) == wanted


@pytest.mark.parametrize("date", [None, "2025-11-17T00:00:00Z"])
def test_what_moved_is_signed_as_any_change_in_its_ranges_too(date: str | None) -> None:
    first, recalling, *others = TEXT.paragraphs
    reworded = replace(recalling, runs=(Run("Recalling", italic=True), Run(" the resolution 57/270,")))
    moved = replace(TEXT, paragraphs=(first, *reversed(others), reworded))
    base = write_clean(TEXT)
    comparison = compare(TEXT, moved)
    assert any(change.moved and change.kind == "reworded" for change in comparison.changes)
    written = scrubbed(write_redline(comparison, base=base, origins=read_word(base).origins, author="Jane", date=date))
    marks = list(_body(Package(written)).iter(*TRACKED))
    assert {one.get(w("author")) for one in marks} == {"Jane"}
    ranges = [one for one in marks if str(one.tag).endswith("RangeStart")]
    assert ranges
    assert {one.get(w("date")) for one in ranges} == {date or "1980-01-01T00:00:00Z"}  # the schema wants a date there
    assert {one.get(w("date")) for one in marks if one not in ranges} == {date}
    dates = frozenset((date,)) if date is not None else frozenset[str]()
    allowed = Allowed(frozenset(("Jane",)), dates)
    assert verify_word(written, moved, TEXT, allowed).lines
    told = found_in(written, Allowed(frozenset(("Adref",)), dates))
    assert "author: Jane" in {one.detail for one in told}
    for key in ("author", "date") if date is not None else ("author",):
        package = Package(written)
        del next(package.edit(package.main).iter(w("moveTo"))).attrib[w(key)]
        with pytest.raises(NotVerified, match="does not carry the name and date of the others"):
            verify_word(package.to_bytes(), moved, TEXT, allowed)


def test_names_of_makers_are_known_and_may_stand_nowhere_else() -> None:
    names = names_in(named_file(TEXT))
    assert {"ZqxCore", "ZqxApplication", "ZqxComments", "ZqxChanges"} <= names
    clean = scrubbed(settled(named_file(TEXT)))
    package = Package(clean)
    style = next(package.edit("word/styles.xml").iter(w("style")))
    style.append(element("name", val="after ZqxCore"))
    told = found_in(package.to_bytes(), Allowed(tracked=False, secret=secrets(names)))
    assert [(one.what, one.part) for one in told] == [("names", "word/styles.xml")]


@pytest.mark.parametrize("picture", [png, jpeg, gif], ids=lambda made: made.__name__)
def test_a_picture_stays_a_picture(picture: Callable[[str], bytes]) -> None:
    made = bare_picture(picture("Zqx"))
    assert b"Zqx" in picture("Zqx")
    assert b"Zqx" not in made
    assert made == bare_picture(made) == bare_picture(picture("Other"))
    # The last sum of a PNG picture, four bytes, may be gone (test_bare_pictures.py).
    for cut in range(len(made) - (4 if picture is png else 1)):
        with pytest.raises(UnknownPicture):
            bare_picture(made[:cut])


def tiff(name: str, order: str = "<") -> bytes:
    """A white point with a name in its words, after its image, and in a table of its own."""
    said = f"{name}\0".encode().ljust(16, b"\0")
    image = 8 + 2 + 6 * 12 + 4
    tags = [(256, 4, 1, 1), (257, 4, 1, 1), (273, 4, 1, image), (279, 4, 1, 2), (315, 2, 16, image + 2),
            (330, 4, 1, image + 2)]  # fmt: skip
    table = struct.pack(f"{order}H", 6) + b"".join(struct.pack(f"{order}HHII", *tag) for tag in tags) + bytes(4)
    return (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8) + table + b"\xff\xfe" + said


@pytest.mark.parametrize("order", "<>")
def test_a_scan_keeps_its_points_alone(order: str) -> None:
    made = bare_picture(tiff("Zqx", order))
    assert b"Zqx" in tiff("Zqx", order)
    assert b"Zqx" not in made
    assert made == bare_picture(made) == bare_picture(tiff("Other", order))
    count, *entries = struct.unpack(f"{order}H{'HHII' * 4}", made[8:58])
    assert (count, entries[::4]) == (4, [256, 257, 273, 279])
    assert made[entries[11] :][:2] == b"\xff\xfe"
    for cut in range(entries[11] + 2):
        with pytest.raises(UnknownPicture):
            bare_picture(made[:cut])


@pytest.mark.parametrize("picture", [png, jpeg], ids=lambda made: made.__name__)
@pytest.mark.parametrize("colours", ["sRGB IEC61966-2.1 by Zqx", "Colours of Zqx"])
def test_colours_are_not_told(picture: Callable[[str], bytes], colours: str) -> None:
    plain = bare_picture(picture("Zqx"))
    if picture is png:
        inner = b"iCCP" + b"name\0\0" + zlib.compress(colours.encode())
        told = struct.pack(">I", len(inner) - 4) + inner + struct.pack(">I", zlib.crc32(inner))
        at = plain.index(b"IDAT") - 4
    else:
        inner = b"ICC_PROFILE\0\1\1" + colours.encode()
        told = b"\xff\xe2" + struct.pack(">H", len(inner) + 2) + inner
        at = plain.index(b"\xff\xda")
    assert bare_picture(plain[:at] + told + plain[at:]) == plain


def test_a_picture_that_cannot_be_looked_into_is_told() -> None:
    package = Package(named_file(TEXT, []))
    put_picture(package, "word/media/scan.tiff", b"II*\0 by Zqx", "image/tiff")
    with pytest.raises(CannotScrub, match=r"scan\.tiff"):
        scrubbed(package.to_bytes())


# No certificate for what was tampered with

WORDS = ("peace", "water", "trade", "health", "school", "forest", "energy", "climate")


def edited(draft: Draft, chance: random.Random) -> Draft:
    """A draft after a few edits; one word is always another."""
    paragraphs = list(draft.paragraphs)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(1, len(paragraphs))
        act = chance.choice(("word", "insert", "delete", "move"))
        if act == "word" and paragraphs[at].runs:
            first = replace(paragraphs[at].runs[0], text=f"{paragraphs[at].runs[0].text} {chance.choice(WORDS)}")
            paragraphs[at] = replace(paragraphs[at], runs=(first, *paragraphs[at].runs[1:]))
        elif act == "insert":
            words = " ".join(chance.choice(WORDS) for _ in range(5))
            paragraphs.insert(at, Paragraph(Kind.PREAMBULAR, (Run(f"Noting {words},"),)))
        elif act == "delete" and len(paragraphs) > 3:
            paragraphs.pop(at)
        elif act == "move" and len(paragraphs) > 3:
            paragraphs.insert(chance.randrange(1, len(paragraphs)), paragraphs.pop(at))
    paragraphs[0] = replace(paragraphs[0], runs=(Run(f"{chance.choice(WORDS)} again"), *paragraphs[0].runs))
    cited = {note for paragraph in paragraphs for note in paragraph.footnotes}
    return Draft(tuple(paragraphs), tuple(note for note in draft.footnotes if note.id in cited))


def circulated(seed: int) -> tuple[bytes, Comparison, Allowed]:
    chance = random.Random(seed)
    base = scrubbed(settled(named_file(TEXT, chance.sample(PLACES, 3)))) if seed % 2 else named_file(TEXT, [])
    old = read_word(base)
    comparison = compare(old.draft, edited(old.draft, chance))
    data = scrubbed(write_redline(comparison, base=base, origins=old.origins))
    return data, comparison, Allowed(authors=frozenset(("Adref",)))


def _body(package: Package) -> etree._Element:
    return package.edit(package.main)


def author_put_back(package: Package) -> None:
    next(_body(package).iter(w("ins"), w("del"))).set(w("author"), "Jane")


def date_put_back(package: Package) -> None:
    next(_body(package).iter(w("ins"), w("del"))).set(w("date"), "2025-11-17T10:00:00Z")


def deletion_hidden(package: Package) -> None:
    body = _body(package)
    change = next(body.iter(w("del")), None)
    if change is None or next(change.iter(w("delText")), None) is None:
        next(body.iter(w("p"))).append(_hidden("struck before"))
        return
    for text in list(change.iter(w("delText"))):
        text.tag = w("t")
    for one in list(change):
        if one.tag == w("r"):
            one.insert(0, element("rPr", element("vanish")))
        change.addprevious(one)


def _hidden(words: str) -> etree._Element:
    made = run(words)
    made.insert(0, element("rPr", element("vanish")))
    return made


def never_shown(package: Package) -> None:
    text = element("delText")
    text.text = "Jane objects"
    struck = element("del", element("r", text), id=7001, author="Adref")
    next(_body(package).iter(w("p"))).append(element("ins", struck, id=7002, author="Adref"))


def letter_added(package: Package) -> None:
    text = next(node for node in _body(package).iter(w("t")) if (node.text or "").strip())
    text.text = f"{text.text}x"


def change_taken_as_accepted(package: Package) -> None:
    # Within a move it would change nothing: what moved goes back as a whole.
    inserted = (one for one in _body(package).iter(w("ins")) if next(one.iterancestors(w("moveTo")), None) is None)
    change = next(one for one in inserted if any((text.text or "").strip() for text in one.iter(w("t"))))
    for child in list(change):
        change.addprevious(child)


def deletion_forgotten(package: Package) -> None:
    body = _body(package)
    found = [one for one in body.iter(w("del")) if any((text.text or "").strip() for text in one.iter(w("delText")))]
    if not found:
        letter_added(package)
        return
    parent = found[0].getparent()
    assert parent is not None
    parent.remove(found[0])


def note_without_place(package: Package) -> None:
    package.edit("word/footnotes.xml").append(element("footnote", element("p", run("Jane said so")), id=978))


def change_in_the_head(package: Package) -> None:
    head = package.edit(next(link.target for link in package.relationships() if link.kind == "header"))
    next(head.iter(w("p"))).append(element("ins", run("x"), id=7003, author="Adref"))


MUTATIONS: tuple[Callable[[Package], None], ...] = (
    author_put_back, date_put_back, deletion_hidden, never_shown, letter_added, change_taken_as_accepted,
    deletion_forgotten, note_without_place, change_in_the_head,
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), place=st.sampled_from(PLACES), data=st.data())
def test_no_certificate_for_a_file_that_leaks(seed: int, place: Place, data: st.DataObject) -> None:
    made, comparison, allowed = circulated(seed)
    assert verify_word(made, comparison.new, comparison.old, allowed).lines
    for mutation in data.draw(st.sets(st.sampled_from(MUTATIONS), min_size=2, max_size=3)):
        package = Package(made)
        mutation(package)
        with pytest.raises(NotVerified):
            verify_word(package.to_bytes(), comparison.new, comparison.old, allowed)
    package = Package(made)
    place(package, "ZqxLeak")
    with pytest.raises(NotVerified):
        verify_word(package.to_bytes(), comparison.new, comparison.old, allowed)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_each_way_of_tampering_is_seen(mutation: Callable[[Package], None]) -> None:
    made, comparison, allowed = circulated(4)
    package = Package(made)
    mutation(package)
    with pytest.raises(NotVerified, match=r"[Nn]othing was written"):
        verify_word(package.to_bytes(), comparison.new, comparison.old, allowed)


def test_bytes_beside_the_parts_are_seen() -> None:
    made, comparison, allowed = circulated(2)
    for data in (made + b"Jane", b"Jane" + made):
        with pytest.raises((NotVerified, CannotRead)):
            verify_word(data, comparison.new, comparison.old, allowed)


def test_a_file_that_is_looked_through_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def parse(data: bytes, name: str) -> etree._Element:
        parsed.append(name)
        return parse_xml(data, name)

    draft = Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to meet."),), number="1"),))
    data = scrubbed(write_clean(draft))
    monkeypatch.setattr("models.word.package.parse_xml", parse)
    search_word(data, Allowed(title="Draft"))
    assert not [name for name in parsed if name.startswith("word/") and not name.endswith(".rels")]


_DECLARED = b"?>", b"?><!DOCTYPE w:styles [<!ENTITY who 'Jane'>]>"
_PREFIXED = b" xmlns:w=", b' xmlns:Jane="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:w='


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml"])
@pytest.mark.parametrize(
    ("known", "told", "code"), [(*_DECLARED, "utf-8"), (*_PREFIXED, "utf-8"), (*_PREFIXED, "utf-16")]
)
def test_what_is_said_before_the_text_of_a_part_is_seen(part: str, known: bytes, told: bytes, code: str) -> None:
    """In any letters: what a document type declares no element says."""
    data = scrubbed(write_clean(Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to meet."),), number="1"),))))
    package = Package(data)
    said = package.data(part).replace(known, told, 1).decode()
    package.put(part, said.replace("UTF-8", code.upper(), 1).encode(code))
    with pytest.raises((NotVerified, CannotRead), match="document type|DOCTYPE" if known == b"?>" else "prefix"):
        search_word(package.to_bytes(), Allowed(title="Draft"))


def test_pictures_that_programs_fetch_do_not_leave() -> None:
    """The older form names them without a relationship: who opens the file is known to whoever keeps the picture."""
    shapes = "".join(f'<v:{one} src="http://example.org/seen.png" althref="x"/>' for one in ("imagedata", "fill"))
    data = docx(p("Decides", f"<w:r><w:pict><v:shape>{shapes}</v:shape></w:pict></w:r>"))
    assert [one.what for one in found_in(data, Allowed())].count("paths") == 4
    assert b"example.org" not in Package(scrubbed(data)).data("word/document.xml")


def test_changes_of_others_make_no_file_of_one_text() -> None:
    made = named_file(TEXT, [changes])
    with pytest.raises(NotVerified):
        verify_word(made, read_word(made).draft, None, Allowed(tracked=False))


@pytest.mark.skipif(not WORD_FILES.is_dir(), reason="the Word files of other programs are not here")
@pytest.mark.parametrize("path", sorted(WORD_FILES.glob("*.docx"))[::6], ids=lambda path: path.stem[-40:])
def test_files_of_other_programs_leave_bare(path: Path) -> None:
    try:
        old = read_word(path.read_bytes())
    except CannotRead as error:
        pytest.skip(f"no sound Word file: {error}")
    chance = random.Random(path.name)
    written = [at for at, one in enumerate(old.draft.paragraphs) if one.runs and one.runs[0].text.strip()]
    paragraphs = list(old.draft.paragraphs)
    for at in chance.sample(written, min(4, len(written))):
        first = replace(paragraphs[at].runs[0], text=f"{paragraphs[at].runs[0].text} anew")
        paragraphs[at] = replace(paragraphs[at], runs=(first, *paragraphs[at].runs[1:]))
    comparison = compare(old.draft, replace(old.draft, paragraphs=tuple(paragraphs)))
    secret = secrets(names_in(path.read_bytes()), ("Adref",))
    data = scrubbed(write_redline(comparison, base=path.read_bytes(), origins=old.origins), secret)
    verify_word(data, comparison.new, comparison.old, Allowed(frozenset(("Adref",)), secret=secret))


def test_a_typed_number_struck_where_a_paragraph_moved_to_is_no_hidden_word() -> None:
    texts = (
        "Urges all States to act without delay;",
        "Calls upon the Secretary-General to report;",
        "Decides to remain seized of the matter;",
        "Invites Members to contribute;",
        "Requests a report at its next session.",
    )
    old, new = (
        docx("".join(p(f"{number}. {texts[at]}") for number, at in enumerate(order, 1)))
        for order in ((0, 1, 2, 3, 4), (0, 3, 1, 2, 4))
    )
    base, other = read_word(old), read_word(new)
    written = write_redline(compare(base.draft, other.draft), base=old, origins=base.origins)
    package = Package(written)
    struck = next(text for moved in package.edit(package.main).iter(w("moveTo")) for text in moved.iter(w("delText")))
    assert struck.text == "4"
    assert len(verify_word(written, other.draft, base.draft, None).lines) == 2
    struck.text = "7"
    with pytest.raises(NotVerified, match="in neither text"):
        verify_word(package.to_bytes(), other.draft, base.draft, None)


def test_very_many_places_of_comments_are_taken_out_soon() -> None:
    def left() -> int:
        many = [element("commentRangeStart", id=str(at)) for at in range(15_000)]
        paragraph = element("p", *many, run("Decides to meet."))
        bare_elements(paragraph)
        return len(paragraph)

    assert soon(left, 0.6) == 1
