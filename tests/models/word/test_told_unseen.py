"""What leaves with a Word file and no page shows is told: letters without width, cut-off pictures, words not drawn."""

from __future__ import annotations

import pytest
from lxml import etree

from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.looked_for.told import CROPPED, TOO_SMALL, UNDRAWN, UNSEEN, told_beside, told_in_words
from models.word.leaving.scrub import scrubbed
from models.word.leaving.unseen.no_width import without_width
from models.word.links import links_taken_off
from models.word.namespaces import RELATION, w
from models.word.package import Package
from tests.models.word.sought import found_in
from tests.models.word.test_redline_things import chart, picture, png, word
from tests.models.word.word_xml import docx, p, t
from tests.timed import soon

_TAGGED = "".join(chr(0xE0000 + ord(one)) for one in "our last offer")
_SCOTLAND = "\U0001f3f4" + "".join(chr(0xE0000 + ord(one)) for one in "gbsct") + "\U000e007f"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Recalls the report", ()),
        (f"Recalls{_TAGGED} the report", ("our last offer",)),
        ("Recalls al\u200b\u200c\u200dso it", ("Recalls al[3 signs without width]so it",)),
        ("Recalls a\ufe01lso", ("Recalls a[1 sign without width]lso",)),
        ("Recalls \U000e0141it", ("Recalls [1 sign without width]it",)),
        ("Recalls \u2764\ufe0f\ufe0f it", ("Recalls \u2764[2 signs without width] it",)),
        ("Recalls \u206ait", ("Recalls [1 sign without width]it",)),
        ("".join(f"{one}\u200b" for one in "solidarity"), ("s[1 sign without width]olidarity",)),
        ("Recalls a\u3164\u3164\uffa0lso", ("Recalls a[3 signs without width]lso",)),
        ("Recalls a\u3164lso", ("Recalls a[1 sign without width]lso",)),
        ("Recalls a\u115f\u1160lso", ("Recalls a[2 signs without width]lso",)),
        ("Recalls a\u034f\u034flso", ("Recalls a[2 signs without width]lso",)),
        ("Recalls a\u180blso", ("Recalls a[1 sign without width]lso",)),
        ("Recalls a\u2065lso", ("Recalls a[1 sign without width]lso",)),
        ("Notes \U0001f3f4\U000e006d\U000e0061\U000e0072\U000e0069\U000e0061\U000e007f", ("maria",)),
        ("Notes a\u200e\u200f\u200e\u200e\u200f\u200eb", ("Notes a[6 signs without width]b",)),
        ("".join(f"{one}\u200e" for one in "solidarity"), ("s[1 sign without width]olidarity",)),
        ("co\u00ad\u00ad\u00ad\u00ad\u00adoperate", ("co[5 signs without width]operate",)),
        # as they are written: emoji, flags, keys, joiners, line breaks of Thai, hyphens, turns, forms of ideographs
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f\u200d\U0001f525 1\ufe0f\u20e3", ()),
        (f"Notes {_SCOTLAND} and", ()),
        ("می\u200cخواهم نمی\u200c\u200cشود ", ()),
        ("क्\u200dष क्\u200cष", ()),
        ("".join(f"{one}\u200b" for one in ("ภาษา", "ไทย") * 8), ()),
        ("co\u00adoper\u00adation \u200eA\u200f \u202bב\u202c\u202c\u202c", ()),
        ("22\u2060–23 September 20\u200b26 \ufeffand", ()),
        ("葛\U000e0100城 0\ufe00", ()),
        ("\u1100\u1160 \u115f\u1161\u11a8 ᠠ\u180bᠨ a\u034f\u0308 " + "co\u00adop\u00ader\u00ada\u00adtion " * 4, ()),
        ("א\u200e" * 12 + "\u202c" * 12, ()),
        ("".join(f"{one}\ufe0f\u20e3" for one in "0123456789#*"), ()),
        ("Really\u203c\ufe0f" * 9, ()),
        ("".join(f"{one}\ufe0f" for one in "0123456789"), ("0[1 sign without width]123456789",)),
        ("From \u200e1/\u200e3/\u200e2026 to \u200e2/\u200e3/\u200e2026, \u200e9:\u200e30 to \u200e10:\u200e45", ()),
    ],
)
def test_letters_without_width_are_told_where_no_script_needs_them(text: str, told: tuple[str, ...]) -> None:
    assert tuple(without_width([text])) == told
    line = f"{UNSEEN}: {', '.join(f'“{one}”' for one in told)}"
    assert told_in_words([text]) == ((line,) if told else ())
    assert [one for one in told_beside(Package(docx(p(text)))) if one.startswith(UNSEEN)] == ([line] if told else [])


def test_signs_that_turn_a_direction_have_their_use_in_a_text_with_letters_from_the_right() -> None:
    turned = "\u200fA/80/L.1\u200e (\u200fRev.1\u200e) \u200fA/80/L.2\u200e (\u200fRev.2\u200e)"
    assert tuple(without_width([turned]))
    assert tuple(without_width([turned, "الجمعية العامة"])) == ()


def test_a_paragraph_of_very_many_signs_is_gone_through_once() -> None:
    text = "Recalls " + "a\u200e " * 60_000
    # To copy what is left of it for each sign took several seconds.
    assert soon(lambda: tuple(without_width([text])), 1) == ("Recalls a[1 sign without width] a a a a a a a",)


def cut(how: str, older: bool = False) -> str:
    if older:
        shape = f'<v:shape style="width:90pt;height:30pt"><v:imagedata r:id="rId1"{how}/></v:shape>'
        return f"<w:r><w:pict>{shape}</w:pict></w:r>"
    return picture("rId1").replace("<a:stretch>", f"<a:srcRect{how}/><a:stretch>")


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        (cut(""), []),
        (cut(' l="-52" t="61"'), []),
        (cut(' r="45000"'), [f"{CROPPED}: 1"]),
        (cut(' b="45%"'), [f"{CROPPED}: 1"]),
        (cut(' cropleft="13107f"', older=True), [f"{CROPPED}: 1"]),
        (cut(' croptop=".5"', older=True), [f"{CROPPED}: 1"]),
        (cut(' cropbottom="66f"', older=True), []),
        (
            picture("rId1").replace('<wp:extent cx="360000" cy="360000"', '<wp:extent cx="1" cy="360000"'),
            [f"{TOO_SMALL}: 1"],
        ),
        (cut("", older=True).replace("height:30pt", "height:0.1pt"), [f"{TOO_SMALL}: 1"]),
    ],
)
def test_what_a_page_does_not_show_of_a_picture_is_told(drawn: str, told: list[str]) -> None:
    lines = told_beside(Package(word(p(t("See the map "), drawn), rId1=png(10))))
    assert [one for one in lines if one.startswith((CROPPED, TOO_SMALL))] == told


_C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def said(words: str) -> str:
    return f'<c:strRef><c:f>Sheet1!A1</c:f><c:strCache><c:pt idx="0"><c:v>{words}</c:v></c:pt></c:strCache></c:strRef>'


def charted(
    *names: str, deleted: str = "0", more: str = "", legend: str = "", labels: str = "", kind: str = "barChart"
) -> bytes:
    """A chart of some series by name over the category "Fisheries"; its axis of categories has the title "Sectors"."""
    series = "".join(
        f'<c:ser><c:idx val="{at}"/><c:tx>{said(name)}</c:tx><c:cat>{said("Fisheries")}</c:cat></c:ser>'
        for at, name in enumerate(names)
    )
    axes = '<c:axId val="1"/><c:axId val="2"/>' if kind != "pieChart" else ""
    title = "<c:title><c:tx><c:rich><a:p><a:r><a:t>Sectors</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    axis = f'<c:catAx><c:axId val="1"/><c:delete val="{deleted}"/>{title}{more}</c:catAx>' if axes else ""
    return (
        f"<c:chartSpace {_C} {_A}><c:chart><c:plotArea><c:{kind}>{series}{labels}{axes}</c:{kind}>{axis}</c:plotArea>"
        f"{legend}</c:chart></c:chartSpace>"
    ).encode()


_LEGEND = "<c:legend/>"
_STRUCK = '<c:legend><c:legendEntry><c:idx val="1"/><c:delete val="1"/></c:legendEntry></c:legend>'
_NAMED = '<c:dLbls><c:showCatName val="0"/><c:showSerName val="1"/></c:dLbls>'


def lettered(ink: str = "FFFFFF", size: str = "1000") -> str:
    """The look of letters that a legend, an axis or labels show."""
    look = f'<a:defRPr sz="{size}"><a:solidFill><a:srgbClr val="{ink}"/></a:solidFill></a:defRPr>'
    return f"<c:txPr><a:bodyPr/><a:p><a:pPr>{look}</a:pPr></a:p></c:txPr>"


_PALE = f"<c:legend>{lettered()}</c:legend>"
_DARK = '<c:spPr><a:solidFill><a:srgbClr val="202020"/></a:solidFill></c:spPr>'
_PALE_ENTRY = f'<c:legend><c:legendEntry><c:idx val="1"/>{lettered()}</c:legendEntry></c:legend>'
_BESIDE = '<c:dLblPos val="outEnd"/>'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (charted("Adopted", "Rejected", legend=_PALE), ["Adopted", "Rejected"]),
        (charted("Adopted", "Rejected", legend=_PALE.replace("FFFFFF", "404040")), []),
        (charted("Adopted", "Rejected", legend=_PALE.replace("</c:legend>", f"{_DARK}</c:legend>")), []),
        (charted("Adopted", "Rejected", legend=_PALE_ENTRY), ["Rejected"]),
        (charted("Adopted", kind="pieChart", legend=_PALE), ["Fisheries"]),
        (charted("Adopted", more=lettered()), ["Fisheries"]),
        (charted("Adopted", more=lettered("000000", "100")), ["Fisheries"]),
        (charted("Adopted", more=lettered("000000")), []),
        (
            charted("Adopted", more=lettered()).replace(b"</c:plotArea>", f"{_DARK}</c:plotArea>".encode()),
            ["Fisheries"],
        ),
        (
            charted("Adopted", more=lettered())
            .replace(b"</c:plotArea>", f"{_DARK.replace('202020', 'FFFFFF')}</c:plotArea>".encode())
            .replace(b"</c:chartSpace>", f"{_DARK}</c:chartSpace>".encode()),
            [],
        ),
        (charted("Adopted", "Rejected", labels=_NAMED.replace("<c:dLbls>", f"<c:dLbls>{lettered()}")), []),
        (
            charted("Adopted", "Rejected", labels=_NAMED.replace("<c:dLbls>", f"<c:dLbls>{lettered()}{_BESIDE}")),
            ["Adopted", "Rejected"],
        ),
    ],
    ids=[
        "a legend", "one in ink", "one on dark ground", "an entry", "of a pie", "an axis", "a tiny one",
        "one in ink too", "one beside a dark plot", "one beside a white plot in a dark chart",
        "labels that may stand on bars", "labels beside them",
    ],
)  # fmt: skip
def test_words_that_a_chart_shows_in_white_are_told(data: bytes, told: list[str]) -> None:
    lines = told_beside(Package(word(p(t("See the figures "), chart("rId1")), rId1=data)))
    line = f"{UNDRAWN}: {', '.join(f'“{one}”' for one in told)}"
    assert [one for one in lines if one.startswith(UNDRAWN)] == ([line] if told else [])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (charted("Adopted"), []),  # the name of the one series is the title
        (charted("Adopted", "Rejected", legend=_LEGEND), []),
        (charted("Adopted", "Rejected"), ["Adopted", "Rejected"]),
        (charted("Adopted", "Rejected", labels=_NAMED), []),
        (charted("Adopted", "Rejected", legend=_STRUCK), ["Rejected"]),
        (charted("Adopted", deleted="1"), ["Fisheries", "Sectors"]),
        (charted("Adopted", more='<c:tickLblPos val="none"/>'), ["Fisheries"]),
        (charted("Adopted", kind="pieChart"), ["Fisheries"]),
        (charted("Adopted", kind="pieChart", legend=_LEGEND), []),
    ],
)
def test_words_that_a_chart_does_not_show_are_told(data: bytes, told: list[str]) -> None:
    lines = told_beside(Package(word(p(t("See the figures "), chart("rId1")), rId1=data)))
    line = f"{UNDRAWN}: {', '.join(f'“{one}”' for one in told)}"
    assert [one for one in lines if one.startswith(UNDRAWN)] == ([line] if told else [])


@pytest.mark.parametrize(("deleted", "found"), [("0", set()), ("1", {"names"})])
def test_a_name_that_a_chart_shows_is_text_of_the_page(deleted: str, found: set[str]) -> None:
    """As it is between the words of a paragraph: who draws the file up may well be spoken of in it."""
    data = scrubbed(word(p(t("See the figures "), chart("rId1")), rId1=charted("Adopted", deleted=deleted)))
    assert {one.what for one in found_in(data, Allowed(secret=frozenset(("Fisheries",))))} == found


_DGM, _DSP = (
    "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "http://schemas.microsoft.com/office/drawing/2008/diagram",
)


def diagram(*words: str, drawn: tuple[str, ...] | None) -> bytes:
    """A file with a diagram of some words, last drawn with some of them; None where it never was."""
    package = Package(docx(p("See the steps.")))
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagram"
    letters = [f"<a:p><a:r><a:t>{one[:3]}</a:t></a:r><a:r><a:t>{one[3:]}</a:t></a:r></a:p>" for one in words]
    points = "".join(
        f'<dgm:pt modelId="{at}"><dgm:t><a:bodyPr/>{one}</dgm:t></dgm:pt>' for at, one in enumerate(letters)
    )
    link = ""
    if drawn is not None:
        shapes = "".join(
            f"<dsp:sp><dsp:txBody><a:p><a:r><a:t>{one}</a:t></a:r></a:p></dsp:txBody></dsp:sp>" for one in drawn
        )
        part = f'<dsp:drawing xmlns:dsp="{_DSP}" {_A}><dsp:spTree>{shapes}</dsp:spTree></dsp:drawing>'
        kind = "application/vnd.ms-office.drawingml.diagramDrawing+xml"
        link = package.add_part("word/diagrams/drawing1.xml", part.encode(), kind, f"{relation}Drawing")
    told = f'<dgm:extLst><a:ext uri="x"><dsp:dataModelExt xmlns:dsp="{_DSP}" relId="{link}"/></a:ext></dgm:extLst>'
    part = (
        f'<dgm:dataModel xmlns:dgm="{_DGM}" {_A}><dgm:ptLst>{points}</dgm:ptLst>{told if link else ""}</dgm:dataModel>'
    )
    kind = "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
    package.add_part("word/diagrams/data1.xml", part.encode(), kind, f"{relation}Data")
    return package.to_bytes()


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        (("Tabled", "Adopted"), []),
        (("Tabled",), ["Adopted"]),
        (None, ["Tabled", "Adopted"]),
    ],
)
def test_words_that_a_diagram_is_drawn_without_are_told(drawn: tuple[str, ...] | None, told: list[str]) -> None:
    lines = told_beside(Package(diagram("Tabled", "Adopted", drawn=drawn)))
    line = f"{UNDRAWN}: {', '.join(f'“{one}”' for one in told)}"
    assert [one for one in lines if one.startswith(UNDRAWN)] == ([line] if told else [])


def linking(address: str, simple: bool) -> bytes:
    """A file with a link that is a field."""
    code = f'HYPERLINK "{address}"' if address[:1] != "=" else f"HYPERLINK {address[1:]} \\h"
    if simple:
        return docx(p(f'<w:fldSimple w:instr="{code.replace(chr(34), "&quot;")}">{t("the site")}</w:fldSimple>'))
    signs = [f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end")]
    return docx(p(f"{signs[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{signs[1]}{t('the site')}{signs[2]}"))


@pytest.mark.parametrize("simple", [True, False])
@pytest.mark.parametrize(
    ("address", "off"),
    [
        ("https://www.worldbank.org/", True),
        ("https://www.un.org/", False),
        ("mailto:maria@un.org", True),
        ("C:\\drafts\\own.docx", True),
        ("=mailto:maria@un.org", True),
        ("=file:///C:/drafts/own.docx", True),
    ],
)
def test_a_field_that_leads_to_the_makers_is_taken_off_and_told_as_a_link_is(
    address: str, off: bool, simple: bool
) -> None:
    secret = frozenset(("World Bank",))
    data = linking(address, simple)
    written = scrubbed(data, secret)
    package = Package(written)
    letters = b"".join(package.data(name) for name in package.names)
    assert (address.removeprefix("=").encode() not in letters) is off
    assert b"the site" in letters
    assert found_in(written, Allowed(secret=secret)) == ()
    assert (links_taken_off(written, data) is not None) is off


def test_a_link_in_words_that_are_struck_is_not_taken_off() -> None:
    data = linking("https://www.un.org/", simple=False)
    package = Package(data)
    line = next(package.edit(package.main).iter(w("p")))
    struck = etree.SubElement(line, w("del"), {w("id"): "1", w("author"): "A"})
    struck.extend(line.findall(w("r")))
    for letters in struck.iter(w("t")):
        letters.tag = w("delText")
    assert links_taken_off(docx(p("")), package.to_bytes()) is None
    assert links_taken_off(docx(p("")), data) is not None


_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


@pytest.mark.parametrize("in_field", [False, True])
@pytest.mark.parametrize("kind", ["header", "footnotes", "endnotes"])
def test_a_link_that_is_taken_off_beside_the_text_is_told(kind: str, in_field: bool) -> None:
    """Once in the text, once beside it."""
    one, address = kind.removesuffix("s"), "mailto:maria@un.org"
    if in_field:
        line = p(f'<w:fldSimple w:instr="HYPERLINK {address}">{t("the site")}</w:fldSimple>')
    else:
        line = p(f'<w:hyperlink r:id="rId7">{t("the site")}</w:hyperlink>')
    notes = kind.endswith("notes")
    place = f'<w:r><w:{one}Reference w:id="2"/></w:r>' if notes else ""
    section = "" if notes else f'<w:sectPr><w:{kind}Reference w:type="default" r:id="rId1"/></w:sectPr>'
    inner = f'<w:{one} w:id="2">{line}</w:{one}>' if notes else line
    package = Package(docx(p(t("See the note"), place) + section, **{kind: inner}))
    if not in_field:
        key = package.relate(address, _HYPERLINK, f"word/{kind}.xml", external=True)
        next(package.edit(f"word/{kind}.xml").iter(w("hyperlink"))).set(f"{{{RELATION}}}id", key)
    data = package.to_bytes()
    written = scrubbed(data)
    assert b"maria" not in b"".join(Package(written).data(name) for name in Package(written).names)
    assert links_taken_off(written, data) == links_taken_off(docx(p("")), linking(address, simple=True))
