"""Pieces of drawings and charts that no page shows are told: in groups that shrink them, faded, or white on white."""

from __future__ import annotations

import pytest

from models.word.leaving.looked_for.told import CROPPED, TOO_SMALL, UNDRAWN, UNSEEN, told_beside
from models.word.package import Package
from tests.models.word.test_hidden_things import group, grouped_picture
from tests.models.word.test_redline_things import chart, picture, png, word
from tests.models.word.test_told_unseen import charted
from tests.models.word.word_xml import p, t

_WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_FULL = (0, 0, 900000, 900000)


def form(place: tuple[int, int, int, int], inner: tuple[int, int, int, int] | None = None) -> str:
    """Where something stands and how large it is, and how it measures what it holds."""
    said = f'<a:off x="{place[0]}" y="{place[1]}"/><a:ext cx="{place[2]}" cy="{place[3]}"/>'
    if inner is not None:
        said += f'<a:chOff x="{inner[0]}" y="{inner[1]}"/><a:chExt cx="{inner[2]}" cy="{inner[3]}"/>'
    return f'<a:xfrm xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{said}</a:xfrm>'


def measured(look: str, *pieces: str) -> str:
    return f'<wpg:grpSpPr xmlns:wpg="{_WPG}">{look}</wpg:grpSpPr>{"".join(pieces)}'


def within(place: tuple[int, int, int, int], inner: tuple[int, int, int, int], *pieces: str) -> str:
    return f'<wpg:grpSp xmlns:wpg="{_WPG}">{measured(form(place, inner), *pieces)}</wpg:grpSp>'


def box(place: tuple[int, int, int, int]) -> str:
    """A text box, as a group holds it."""
    space = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    words = f"<w:txbxContent>{p(t('our last offer'))}</w:txbxContent>"
    return f'<wps:wsp xmlns:wps="{space}"><wps:spPr>{form(place)}</wps:spPr><wps:txbx>{words}</wps:txbx></wps:wsp>'


def drawn(place: tuple[int, int, int, int]) -> str:
    """A picture, as a group holds it."""
    made = grouped_picture("rId1")
    before, _, rest = made.partition("<a:xfrm>")
    return before + form(place) + rest.partition("</a:xfrm>")[2]


def told(body: str, *begins: str, rId1: bytes | None = None) -> list[str]:  # noqa: N803
    lines = told_beside(Package(word(p(t("See the map "), body), rId1=rId1 or png(10))))
    return [one for one in lines if one.startswith(begins)]


@pytest.mark.parametrize(
    ("inner", "outer", "seen"),
    [
        (_FULL, _FULL, True),
        ((0, 0, 900000, 1), _FULL, False),
        ((0, 0, 9, 9), (0, 0, 9, 9), True),  # its group measures in ninths
        (_FULL, (0, 0, 900000000, 900000), False),
        ((-90000000, 0, 900000, 900000), _FULL, False),
        ((0, 90000000, 900000, 900000), _FULL, False),
    ],
)
@pytest.mark.parametrize("deep", [False, True])
def test_pieces_of_groups_have_the_size_and_place_that_the_group_gives_them(
    inner: tuple[int, int, int, int], outer: tuple[int, int, int, int], seen: bool, deep: bool
) -> None:
    for piece, line in ((drawn(inner), f"{TOO_SMALL}: 1"), (box(inner), f"{UNSEEN}: “our last offer”")):
        if deep:
            body = group(measured(form(_FULL, _FULL), within(_FULL, outer, piece)))
        else:
            body = group(measured(form(_FULL, outer), piece))
        assert told(body, TOO_SMALL, UNSEEN) == ([] if seen else [line])


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ('<a:blip r:embed="rId1"/>', '<a:blip r:embed="rId1"><a:alphaModFix amt="0"/></a:blip>', TOO_SMALL),
        ('<a:blip r:embed="rId1"/>', '<a:blip r:embed="rId1"><a:alphaModFix amt="2%"/></a:blip>', TOO_SMALL),
        ('<a:blip r:embed="rId1"/>', '<a:blip r:embed="rId1"><a:alphaModFix amt="30000"/></a:blip>', ""),
        ("<a:fillRect/>", '<a:fillRect l="-500000" r="400000"/>', CROPPED),
        ("<a:fillRect/>", '<a:fillRect t="-12%"/>', CROPPED),
        ("<a:fillRect/>", '<a:fillRect l="60000" r="40000"/>', CROPPED),
        ("<a:fillRect/>", '<a:fillRect l="10000" t="-10"/>', ""),
    ],
)
def test_a_picture_without_ink_or_beyond_its_frame_is_told(before: str, after: str, line: str) -> None:
    body = picture("rId1")
    assert before in body
    assert told(body.replace(before, after), TOO_SMALL, CROPPED) == ([f"{line}: 1"] if line else [])


_C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'


def labelled(shown: str) -> bytes:
    """A chart whose labels come from cells, and whether they are shown."""
    labels = f"<c:dLbls><c:extLst><c:ext><c15:showDataLabelsRange {_C15}{shown}/></c:ext></c:extLst></c:dLbls>"
    cell = '<c:pt idx="0"><c:v>our last offer</c:v></c:pt>'
    cells = f"<c15:datalabelsRange {_C15}><c15:dlblRangeCache>{cell}</c15:dlblRangeCache></c15:datalabelsRange>"
    said = f"{labels}<c:extLst><c:ext>{cells}</c:ext></c:extLst></c:ser>"
    return charted("Adopted").replace(b"</c:ser>", said.encode(), 1)


@pytest.mark.parametrize(("shown", "seen"), [("", True), (' val="1"', True), (' val="0"', False)])
def test_labels_from_cells_that_a_chart_does_not_show_are_told(shown: str, seen: bool) -> None:
    assert told(chart("rId1"), UNDRAWN, rId1=labelled(shown)) == ([] if seen else [f"{UNDRAWN}: “our last offer”"])


_WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
_BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_STYLE = '<c:style val="{}"/>'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_CLEAR = '<a:solidFill><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr></a:solidFill>'
_PAPER = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'


@pytest.mark.parametrize(
    ("look", "ground", "seen"),
    [
        ("<a:rPr/>", "", True),
        (f"<a:rPr>{_BLACK}</a:rPr>", "", True),
        ("<a:rPr><a:noFill/></a:rPr>", "", False),
        (f"<a:rPr>{_WHITE}</a:rPr>", "", False),
        (f"<a:rPr>{_PAPER}</a:rPr>", "", False),
        (f"<a:rPr>{_WHITE}</a:rPr>", f"<c:spPr>{_BLACK}</c:spPr>", True),
        (f"<a:rPr>{_BLACK}</a:rPr>", f"<c:spPr>{_BLACK}</c:spPr>", False),
        (f"<a:rPr>{_WHITE}</a:rPr>", "<c:spPr><a:gradFill/></c:spPr>", True),
        (f"<a:rPr>{_WHITE}</a:rPr>", _STYLE.format(42), True),
        (f"<a:rPr>{_BLACK}</a:rPr>", _STYLE.format(42), False),
        (f"<a:rPr>{_WHITE}</a:rPr>", _STYLE.format(34), False),
        (f"<a:rPr>{_WHITE}</a:rPr>", _STYLE.format(42) + "<c:spPr><a:ln/></c:spPr>", True),
        (f"<a:rPr>{_WHITE}</a:rPr>", _STYLE.format(42) + "<c:spPr><a:noFill/></c:spPr>", False),
        (
            f"<a:rPr>{_WHITE}</a:rPr>",
            f"<mc:AlternateContent {_MC}><mc:Choice>{_STYLE.format(148)}</mc:Choice></mc:AlternateContent>",
            True,
        ),
        ('<a:rPr sz="100"/>', "", False),
        (f"<a:rPr>{_CLEAR}</a:rPr>", "", False),
    ],
)
def test_letters_of_a_title_that_nobody_sees_are_told(look: str, ground: str, seen: bool) -> None:
    data = charted("Adopted").replace(b"<a:r><a:t>Sectors", f"<a:r>{look}<a:t>Sectors".encode())
    data = data.replace(b"</c:chartSpace>", f"{ground}</c:chartSpace>".encode())
    assert told(chart("rId1"), UNDRAWN, rId1=data) == ([] if seen else [f"{UNDRAWN}: “Sectors”"])


@pytest.mark.parametrize(
    ("place", "kind", "own", "seen"),
    [
        ("", "bar", "", True),  # on a bar, or on a slice of a pie: those have the colours of the theme
        ("ctr", "bar", "", True),
        ("outEnd", "bar", "", False),
        ("", "line", "", False),
        ("ctr", "bar", _PAPER, False),
        ("outEnd", "bar", _BLACK, True),
    ],
)
def test_white_letters_of_a_label_may_stand_on_a_bar(place: str, kind: str, own: str, seen: bool) -> None:
    run = f"<a:p><a:r><a:rPr>{_WHITE}</a:rPr><a:t>Forty per cent</a:t></a:r></a:p>"
    label = f"<c:dLbl><c:tx><c:rich>{run}</c:rich></c:tx>" + (f"<c:spPr>{own}</c:spPr>" if own else "")
    label += (f'<c:dLblPos val="{place}"/>' if place else "") + "</c:dLbl></c:ser>"
    data = charted("Adopted").replace(b"</c:ser>", label.encode(), 1).replace(b"barChart", f"{kind}Chart".encode())
    assert told(chart("rId1"), UNDRAWN, rId1=data) == ([] if seen else [f"{UNDRAWN}: “Forty per cent”"])
