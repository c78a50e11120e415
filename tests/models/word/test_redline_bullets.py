"""Bullets of the new file, which no draft holds: a redline shows each at its level, a certificate misses those lost."""

from __future__ import annotations

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.word.leaving.looked_for.lost_bullets import lost_bullets
from models.word.leaving.verify import verify_word
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.check import differences
from models.word.resolve import resolve
from tests.models.word.lint import lint
from tests.models.word.word_xml import docx, p

Line = tuple[str, int | None]
"""Words, and the level of the bullet before them."""
HEAD = '<w:style w:type="paragraph" w:styleId="Head"><w:name w:val="heading 2"/></w:style>'
TEXTS = ("Rings of small stones", "Moons beyond counting", "A storm that never ends", "Ice below the surface")
PLAIN: tuple[Line, ...] = tuple((text, None) for text in TEXTS)
LISTED: tuple[Line, ...] = tuple((text, 0) for text in TEXTS)
MORE = "Dust that nobody saw before"


def numbering(*signs: str) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/></w:lvl>'
        for at, sign in enumerate(signs)
    )
    return (
        f'<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )


DEEP, SHALLOW = numbering("•", "–", "▪"), numbering("•")


def file(lines: tuple[Line, ...], lists: str) -> bytes:
    body = p("About planets", properties='<w:pStyle w:val="Head"/>')
    for text, level in lines:
        place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>' if level is not None else ""
        body += p(text, properties=place)
    return docx(body, styles=HEAD, **({"numbering": lists} if lists else {}))


def bullets(data: bytes, how: str) -> list[tuple[str, str, str]]:
    """Words, level and sign of what has a bullet, once all changes are taken one way."""
    package = Package(data)
    resolve(package, "accept" if how == "accept" else "reject")
    part, found = package.related("numbering"), []
    root = package.root(part) if part is not None else etree.Element(w("numbering"))
    for node in package.root(package.main).iter(w("p")):
        place = node.find(f"{w('pPr')}/{w('numPr')}")
        number = place.find(w("numId")) if place is not None else None
        if place is None or number is None or number.get(w("val")) == "0":
            continue
        level = place.find(w("ilvl"))
        num = next(one for one in root.iter(w("num")) if one.get(w("numId")) == number.get(w("val")))
        link = num.find(w("abstractNumId"))
        assert link is not None
        assert level is not None
        lists = [one for one in root.iter(w("abstractNum")) if one.get(w("abstractNumId")) == link.get(w("val"))]
        own = next(one for one in lists[0].iter(w("lvl")) if one.get(w("ilvl")) == level.get(w("val")))
        sign = own.find(w("lvlText"))
        assert sign is not None
        found.append(("".join(map(str, node.itertext())), level.get(w("val")) or "", sign.get(w("val")) or ""))
    return found


@pytest.mark.parametrize(
    ("old", "has", "new", "wants"),
    [
        (LISTED, DEEP, (*LISTED[:2], (TEXTS[2], 1), LISTED[3]), DEEP),
        (LISTED, DEEP, ((TEXTS[0], 0), (TEXTS[1], 1), (TEXTS[2], 2), LISTED[3]), DEEP),
        (((TEXTS[0], 0), (TEXTS[1], 2), *LISTED[2:]), DEEP, LISTED, DEEP),
        (LISTED, DEEP, (*LISTED[:2], PLAIN[2], LISTED[3]), DEEP),
        (PLAIN, DEEP, (*PLAIN[:2], LISTED[2], PLAIN[3]), DEEP),
        (PLAIN, "", LISTED, SHALLOW),
        (PLAIN, "", (*PLAIN, (MORE, 0), ("And some more of it", 0)), SHALLOW),
        (LISTED, SHALLOW, (*LISTED[:2], (TEXTS[2], 1), LISTED[3]), DEEP),
        (LISTED, DEEP, (*LISTED[:2], (MORE, 1), *LISTED[2:]), DEEP),
        (LISTED, DEEP, (*LISTED[:2], (MORE, None), *LISTED[2:]), DEEP),
        (PLAIN, DEEP, (*PLAIN[:2], (MORE, 0), *PLAIN[2:]), DEEP),
    ],
    ids=[
        "deeper", "three levels", "higher", "none any more", "one more", "a base without lists", "new in such a base",
        "a level that the base lacks", "new and deeper", "new and without", "new among plain lines",
    ],
)  # fmt: skip
def test_bullets_are_as_in_the_new_file(old: tuple[Line, ...], has: str, new: tuple[Line, ...], wants: str) -> None:
    base, other = file(old, has), file(new, wants)
    before, after = read_word(base), read_word(other)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=base, origins=before.origins, new_file=(other, after.origins))
    assert differences(comparison, written) == ()
    assert lint(written) == ()
    assert bullets(written, "accept") == bullets(other, "accept")
    assert bullets(written, "reject") == bullets(base, "accept")
    assert lost_bullets(written, other) == 0


def test_a_level_that_changes_in_a_text_without_a_file_is_one_of_its_list() -> None:
    base, other = file(LISTED, DEEP), file((*LISTED[:2], (TEXTS[2], 1), LISTED[3]), DEEP)
    before = read_word(base)
    comparison = compare(before.draft, read_word(other).draft)
    written = write_redline(comparison, base=base, origins=before.origins)
    assert bullets(written, "accept") == bullets(other, "accept")


@pytest.mark.parametrize(("at", "bulleted"), [(0, False), (2, True), (4, True)], ids=["before", "within", "behind"])
def test_a_new_paragraph_without_a_file_of_its_own_goes_on_in_the_list_before_it(at: int, *, bulleted: bool) -> None:
    base = file(LISTED, DEEP)
    wanted = (*LISTED[:at], (MORE, 0 if bulleted else None), *LISTED[at:])
    before = read_word(base)
    comparison = compare(before.draft, read_word(file(wanted, DEEP)).draft)
    written = write_redline(comparison, base=base, origins=before.origins)
    assert differences(comparison, written) == ()
    assert bullets(written, "accept") == bullets(file(wanted, DEEP), "accept")
    assert bullets(written, "reject") == bullets(base, "accept")


def test_a_paragraph_that_comes_once_more_keeps_its_bullet() -> None:
    old: tuple[Line, ...] = (PLAIN[0], LISTED[1], *PLAIN[2:])
    base, other = file(old, DEEP), file((*old, LISTED[1]), DEEP)
    before = read_word(base)
    comparison = compare(before.draft, read_word(other).draft)
    written = write_redline(comparison, base=base, origins=before.origins)
    assert bullets(written, "accept") == bullets(other, "accept")


def test_what_stays_with_its_bullet_is_the_same_markup() -> None:
    base, other = file(LISTED, DEEP), file((*LISTED[:2], (MORE, 0), *LISTED[2:]), DEEP)
    before, after = read_word(base), read_word(other)
    comparison = compare(before.draft, after.draft)
    written = Package(write_redline(comparison, base=base, origins=before.origins, new_file=(other, after.origins)))
    kept = [etree.tostring(one) for one in Package(base).root("word/document.xml").iter(w("p"))]
    assert [one for one in map(etree.tostring, written.root(written.main).iter(w("p"))) if one in kept] == kept


@pytest.mark.parametrize(
    ("new", "lost"), [(LISTED, ""), ((*LISTED[:3], (TEXTS[3], 1)), "1 bullet of"), (PLAIN, "4 bu")]
)
def test_the_certificate_misses_bullets_that_are_lost(new: tuple[Line, ...], lost: str) -> None:
    data, wanted = file(LISTED, DEEP), file(new, DEEP)
    draft = read_word(data).draft  # what the file says, whatever was wanted
    detail = verify_word(data, draft, draft, None, new_file=wanted).lines[0].detail
    assert (lost in detail) if lost else "bullet" not in detail


def test_a_list_that_comes_along_says_nothing_only_newer_programs_know() -> None:
    newer = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" w15:restartNumberingAfterBreak="0"'
    base, other = file(PLAIN, ""), file(LISTED, SHALLOW.replace("<w:abstractNum ", f"<w:abstractNum {newer} "))
    before, after = read_word(base), read_word(other)
    comparison = compare(before.draft, after.draft)
    package = Package(write_redline(comparison, base=base, origins=before.origins, new_file=(other, after.origins)))
    part = package.related("numbering")
    assert part is not None
    assert package.content_type(part).endswith("numbering+xml")
    names = {str(name) for one in package.root(part).iter() for name in one.attrib}
    assert {name for name in names if "2012" in name} == set()
