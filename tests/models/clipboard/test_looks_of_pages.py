"""Italics, spaces, raised figures and levels, however the page that was copied from says them."""

from __future__ import annotations

import pytest

from models.clipboard.fragment import Fragment
from models.clipboard.read import read_html
from tests.timed import soon

_SHEET = (
    "<style><!-- /* Styles { */ span.Opening {mso-style-name:Opening; font-style:italic;}\n"
    "h4, p.Quote, li.Quote {font-style:italic; font-weight:bold} span.MsoFootnoteReference {vertical-align:super}\n"
    "span.s1 {font: italic 12.0px Times} .roman {FONT-STYLE: normal} span.strong {font-weight:bold}\n"
    "@page One {size:595pt;} div.One {page:One;} --></style>"
)


def shown(fragment: Fragment) -> list[str]:
    """The paragraphs, italics between asterisks, bold letters between underlines, notes as [1]."""
    marks = {True: "*", False: ""}
    return [
        "".join(
            f"[{run.footnote}]" if run.footnote else f"{marks[run.italic]}{run.text}{marks[run.italic]}"
            if not run.bold else f"_{run.text}_"
            for run in paragraph.runs
        )
        for paragraph in fragment.paragraphs
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<p><span class=Opening>Recalling</span> it,</p><p>x</p>", ["*Recalling* it,", "x"]),
        ("<p class=Quote>Be <span class=roman>not</span> <i>so</i></p><p>x</p>", ["*Be *not* so*", "x"]),
        ("<p><span class=s1>Recalling</span> it,</p><h4>Water</h4>", ["*Recalling* it,", "*Water*"]),
        ("<p>a <span class=strong>b</span> <b class=roman>c</b></p><p>x</p>", ["a _b_ _c_", "x"]),
        ("<p>x,<span class=MsoFootnoteReference>1</span> y</p><p><sup>1</sup> See A.</p>", ["x,[1] y"]),
        ("<div class=One><p class='other Opening'>a</p><span class=Opening style='font-style:normal'>b</span></div>",
         ["a", "b"]),
    ],
)  # fmt: skip
def test_styles_of_a_page_make_italics(body: str, texts: list[str]) -> None:
    assert shown(read_html(f"<html><head>{_SHEET}</head><body>{body}</body></html>")) == texts


_CHANGED = "<span class=msoChangeProp style='mso-prop-change:\"A B\" 20251103T1000'>"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (f"<p><i>{_CHANGED}<span style='font-style:normal !msorm'>Recalling</span></span></i> it,</p>",
         ["*Recalling* it,"]),
        (f"<p>{_CHANGED}<span style='font-style:italic !msorm'>Rappelant</span></span> it,</p>", ["Rappelant it,"]),
        (f"<p><b>{_CHANGED}<span style='font-weight:normal ! msorm'>Recordando</span></span></b> it</p>",
         ["_Recordando_ it"]),
        (f"<p>Ссылаясь {_CHANGED}<span style='display:none !msorm;mso-hide:all !msorm'>на</span></span> это</p>",
         ["Ссылаясь на это"]),
        (f"<p>إذ تشير {_CHANGED}<span style='vertical-align:super !msorm'>2</span></span> إلى</p>", ["إذ تشير 2 إلى"]),
        (f"<p>{_CHANGED}<span style='text-decoration:line-through !msorm'>回顾</span></span> it</p>", ["回顾 it"]),
        ("<style>.a {font-style:italic !msorm} .b {font-style:italic ! important}</style>"
         "<p><span class=a>a</span> <span class=b>b</span></p>", ["a *b*"]),
        ("<p><span style='FONT-STYLE: italic !IMPORTANT'>a</span> b</p>", ["*a* b"]),
    ],
)  # fmt: skip
def test_a_look_before_a_tracked_change_is_none(body: str, texts: list[str]) -> None:
    fragment = read_html(body)
    assert (shown(fragment), fragment.losses) == (texts, ())


@pytest.mark.parametrize("text", ["x", "/*", "{", "}", "a{", "font", "a,", "font:", ".a", "<!--", ";"])
def test_a_style_sheet_made_to_hurt_is_read_soon(text: str) -> None:
    sheet = f"<style>{text * 200_000}}} .Opening {{font-style:italic}}</style>"
    assert shown(soon(lambda: read_html(f"{sheet}<p>a</p><p>b</p>"), 5)) == ["a", "b"]


def test_the_styles_of_our_own_pages_are_no_looks_of_words() -> None:
    head = f'<html><head><meta name="generator" content="Adref">{_SHEET}</head>'
    assert shown(read_html(f"{head}<body><p class=Quote>a</p><p>b</p></body></html>")) == ["a", "b"]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        # A page that resets all its looks says so of each element.
        ("<p style='font-style:inherit'><em>Recalling <span style='font-style:inherit;font-weight:inherit'>also</span>"
         "</em> it,</p><p>x</p>", ["*Recalling also* it,", "x"]),
        # Browsers write a space so where letters of another look begin; one that does not break stays.
        ("<p><i>Recalling</i><span>&nbsp;</span>it of 3&nbsp;May</p><p>x</p>", ["*Recalling* it of 3\u00a0May", "x"]),
        ("<p><i>a</i><span class='Apple-converted-space'>&nbsp;</span>b</p><p>x</p>", ["*a* b", "x"]),
        ("<p>3<span lang=FR>&nbsp;</span>May</p><p>x</p>", ["3\u00a0May", "x"]),
    ],
)  # fmt: skip
def test_looks_and_spaces_of_a_browser(body: str, texts: list[str]) -> None:
    assert shown(read_html(body)) == texts


_NOTES = "<p><sup>1</sup> See A.</p><p><sup>2</sup> See B.</p>"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        # Raised by a look of its own, among spaces that count, and with the space behind it.
        ("x,<sup style='position:relative; vertical-align:baseline; top:-0.5em'>1</sup> y", "x,[1] y"),
        ("<span style='white-space:pre-wrap'>x,</span><span style='vertical-align:super;white-space:pre-wrap'>1</span>",
         "x,[1]"),
        ("x,<sup>1 </sup>y", "x,[1] y"),
        ("x,<sup>1 </sup> y", "x,[1] y"),
        # What is within a raised mark has its base line, in which a page sets all of its elements.
        ("x,<sup style='vertical-align:baseline'><b style='vertical-align:baseline'>1</b></sup> y", "x,[1] y"),
        ("<style>sup, span {font:inherit; vertical-align:baseline}</style>x,<sup><span>1</span></sup> y", "x,[1] y"),
        # Word's letters that stand some points higher, or lower.
        ("x,<span style='position:relative;top:-4.0pt;mso-text-raise:4.0pt'>1</span> y", "x,[1] y"),
        ("<style>span.Up {mso-text-raise:.5pt}</style>x,<span class=Up>1</span> y", "x,[1] y"),
        ("H<span style='position:relative;top:3.0pt;mso-text-raise:-3.0pt'>2</span>O", "H2O"),
        ("x <span style='mso-text-raise:0pt'>1</span> y", "x 1 y"),
        ("<style>span.s2 {font: 7.3px Times; vertical-align: 4.0px}</style>x,<span class=s2>1</span> y", "x,[1] y"),
        ("x,<span style='vertical-align:30%'>1</span> y", "x,[1] y"),
        ("H<span style='vertical-align:-2.0px'>2</span>O", "H2O"),
        ("x <span style='vertical-align:0.5pt'>1</span> y", "x 1 y"),
        ("x <span style='vertical-align:middle'>1</span> y", "x 1 y"),
        # Several at one place.
        ("x,<sup>1,2</sup> y", "x,[1][2] y"),
        ("x,<sup>1</sup><sup>,</sup><sup>2 </sup>y", "x,[1][2] y"),
        ("x,<sup>1,3</sup> y", "x,[1],³ y"),
        ("x<sup>,</sup> y", "x, y"),
        ("5 km<sup>2</sup> and 1<sup>st</sup>", "5 km² and 1st"),
        ("10<sup>-3</sup> m<sup>−2</sup> Ca<sup>2+</sup> A<sup>+</sup>", "10⁻³ m⁻² Ca²⁺ A⁺"),
        ("10<sup><span>–</span>12</sup> of 2 × 10<sup>6</sup>", "10⁻¹² of 2 × 10⁶"),
        ("all<sup>12-14</sup>, Fiji<sup>–</sup>Tonga", "all12-14, Fiji–Tonga"),
        ("<span style='vertical-align:baseline'>1</span>, y", "1, y"),
    ],
)  # fmt: skip
def test_raised_figures_are_marks_of_notes(body: str, texts: str) -> None:
    assert shown(read_html(f"<p>{body}</p>{_NOTES}"))[0] == texts


@pytest.mark.parametrize(
    ("mark", "words", "text"),
    [("*", "*Reissued.", "Reissued."), ("**", "** Reissued.", "Reissued."), ("*", " Reissued.", "Reissued."),
     ("1", " 1 May", "1 May"), ("1", "10 May", "10 May"), ("*", "**Reissued.", "**Reissued.")],
)  # fmt: skip
def test_the_mark_of_a_note_that_is_written_twice_is_none_of_its_words(mark: str, words: str, text: str) -> None:
    page = (
        f'<p>CRC/C/GC/20<a name="sdfootnote1anc" href="#sdfootnote1sym"><sup>{mark}</sup></a></p><div id="sdfootnote1">'
        f'<p><a name="sdfootnote1sym" href="#sdfootnote1anc">{mark}</a>{words}</p></div>'
    )
    assert [(note.mark, note.text) for note in read_html(page).footnotes] == [(mark, text)]


def test_an_item_has_the_level_that_it_says() -> None:
    """Word's page in a browser makes a list of its own of each item."""
    items = [("", 1), ("o", 2), ("§", 3), ("", 1)]
    page = "".join(f"<ul><li data-leveltext='{sign}' data-aria-level='{at}'><p>x;</p></li></ul>" for sign, at in items)
    assert [one.level for one in read_html(page).paragraphs] == [1, 2, 3, 1]
    assert [one.level for one in read_html(page.replace("aria-level='3'", "aria-level='x'")).paragraphs] == [1, 2, 1, 1]


def test_numbers_that_a_page_says_or_draws_otherwise() -> None:
    outlook = (
        "<ol start=3><li style='list-style-type: \"3. \"'><div>x:</div></li>"
        "<ol><li style='list-style-type: \"(A) \"'><div>y;</div></li></ol></ol><p>z</p>"
    )
    assert [(one.level, one.number) for one in read_html(outlook).paragraphs][:2] == [(0, "3"), (1, "(A)")]
    bullets = "<ul><li style='list-style-type: \"→ \"'>x;</li><li>y;</li></ul>"
    assert [one.number for one in read_html(bullets).paragraphs] == ["•", "•"]
    cocoa = "<style>ol.a {list-style-type: lower-alpha}</style><ol><li>x:<ol class=a><li>y;</li><li>z.</li></ol></ol>"
    assert [one.number for one in read_html(cocoa).paragraphs] == ["1", "(a)", "(b)"]


def test_lists_of_a_page_that_google_docs_saved() -> None:
    """Each level is a list beside the others, whose numbers the style sheet draws."""
    kinds = ("decimal", "lower-latin", "lower-roman")
    sheet = "".join(
        f'.lst-kix_a_1-{at}>li:before{{content:"(" counter(lst-ctn-kix_a_1-{at},{kind}) ") "}}'
        f"ol.lst-kix_a_1-{at}{{list-style-type:none}}"
        for at, kind in enumerate(kinds)
    )
    page = "".join(
        f'<ol class="c5 lst-kix_a_1-{at} start" start="{start}"><li class="c0">x;</li></ol>'
        for at, start in ((0, 4), (1, 1), (2, 1), (1, 2), (0, 5))
    )
    found = read_html(f"<style>{sheet}</style>{page}").paragraphs
    assert [(one.level, one.number) for one in found] == [(0, "4"), (1, "(a)"), (2, "(i)"), (1, "(b)"), (0, "5")]


@pytest.mark.parametrize(
    ("page", "numbers"),
    [
        ("<style>ol{list-style-type:lower-alpha !important}</style><ol><li>x;</li></ol>", ["(a)"]),
        ("<ol style='list-style-type:lower-alpha!important'><li>x;</li></ol>", ["(a)"]),
        ("<style>li{list-style-type:inherit}</style><ol type=a><li>x;</li></ol>", ["(a)"]),
    ],
)
def test_what_a_page_says_of_its_lists_with_weight_or_not_at_all(page: str, numbers: list[str]) -> None:
    assert [one.number for one in read_html(page).paragraphs] == numbers


@pytest.mark.parametrize(
    ("rule", "shown_as", "underlined"),
    [
        ("span.s1 {text-decoration: underline}", "span class=s1", True),
        ("span.s1 {text-decoration: underline line-through}", "span class=s1", True),
        (
            "span.Added {mso-style-name:Added; text-decoration:underline; text-underline:single}",
            "span class=Added",
            True,
        ),
        ("a:link, span.MsoHyperlink {color:blue; text-decoration:underline}", "span class=MsoHyperlink", False),
        ("span.MsoHyperlinkFollowed {text-decoration:underline}", "span class=MsoHyperlinkFollowed", False),
        ("span.msoIns {text-decoration:underline}", "span class=msoIns", False),
        ("a {text-decoration: underline} .link {text-decoration: underline}", "a class=link", False),
        ("span.s1 {text-decoration: underline !msorm}", "span class=s1", False),
    ],
)
def test_a_style_sheet_underlines_words_and_no_links(rule: str, shown_as: str, underlined: bool) -> None:
    name = shown_as.partition(" ")[0]
    fragment = read_html(f"<style>{rule}</style><p>All <{shown_as}>developing</{name}> States</p><p>B.</p>")
    assert [run.text for run in fragment.paragraphs[0].runs if run.underline] == ["developing"] * underlined


@pytest.mark.parametrize(
    "words", ["<a href=x><span class=s1>A/79/1</span></a>", "<span class=s1><a href=x>A/79/1</a></span>"]
)
def test_a_link_is_not_underlined_where_a_style_sheet_says_so_of_its_words(words: str) -> None:
    page = f"<style>span.s1 {{text-decoration: underline}}</style><p>See {words}.</p><p>B.</p>"
    assert not any(run.underline for run in read_html(page).paragraphs[0].runs)
