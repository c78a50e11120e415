"""What a paste tells of marked words and of what a draft cannot hold, in the text and in its notes alike."""

from __future__ import annotations

import pytest

from models.clipboard.read import read_html
from tests.models.clipboard.test_word_shapes import note, note_text

_GONE, _COME = "Words marked as deleted were left out.", "Words marked as inserted were pasted as words."
_STRUCK = "Words that were struck through were pasted as words."


def _noted(words: str, below: str) -> str:
    return f"<p>{words}</p><p>B.</p><div style='mso-element:footnote-list'>{below}</div>"


@pytest.mark.parametrize(
    ("words", "below", "told"),
    [
        (f"Recalling it,{note(1)}", "See <del>A</del>B.", _GONE),
        (f"Rappelant cela,{note(1)}", "Voir <ins>A</ins>.", _COME),
        (f"Recordando esto,{note(1)}", "Véase <s>A</s> B.", _STRUCK),
        (f"Ссылаясь на это,{note(1)}", "См. A <img src=x>", "Pictures were left out."),
        (f"إذ تشير إلى ذلك،{note(1)}", "انظر <span style='mso-hide:all'>A</span> B.", "Hidden words were left out."),
        (f"回顾该决议，<del>{note(1)}</del>", "见A。", _GONE),
        (f"Recalling it,<ins>{note(1)}</ins>", "See A.", _COME),
        (f"Recalling it,<ins>{note(1)}</ins><!--EndFragment--><ins>x{note(2)}</ins>", "See A.", _COME),
        (f"Recalling it,{note(1)}", "See A.", ""),
        (f"Recalling it,{note(1)}<!--EndFragment--><del>{note(2)}</del>", "See A.", ""),
    ],
)
def test_what_is_marked_in_a_note_is_told(words: str, below: str, told: str) -> None:
    assert " ".join(read_html(_noted(words, note_text(1, below) + note_text(2, "C."))).losses) == told


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ("span.s1 {font: 12.0px Helvetica; text-decoration: line-through}", _STRUCK),
        ("span.s1 {text-decoration-line: underline line-through}", _STRUCK),
        ("span.s1 {text-decoration: underline}", ""),
        ("span.s1 {text-decoration: line-through !msorm}", ""),
        ("span.s2 {text-decoration: line-through}", ""),
    ],
)
def test_words_that_a_style_sheet_strikes_are_told(sheet: str, told: str) -> None:
    fragment = read_html(f"<style>{sheet}</style><p>All <span class=s1>developing</span> States</p><p>B.</p>")
    assert fragment.paragraphs[0].text == "All developing States"
    assert " ".join(fragment.losses) == told


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<p>Of <math><mi>x</mi><mo>=</mo><mn>5</mn></math> km</p>", "Equations were left out."),
        ("<p>Of <math></math> km</p>", ""),
        ("<p>Of <span style='display:none'><math><mi>x</mi></math></span><img> km</p>",
         "Pictures were left out. Hidden words were left out."),
    ],
)  # fmt: skip
def test_equations_are_told(page: str, told: str) -> None:
    assert " ".join(read_html(page).losses) == told


_BOX = (
    "<!--[if gte vml 1]><v:shape><v:textbox><![if !mso]><table><tr><td><![endif]><p>Words<o:p></o:p></p></v:textbox>"
    "</v:shape><![endif]--><![if !vml]><img src=x alt='Text Box: Words' v:shapes=a><![endif]>"
)


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (f"<p>{_BOX}Around.</p>", "The words in text boxes were left out."),
        (f"<p>{_BOX}Around.</p><p><img src=y></p>", "The words in text boxes were left out. Pictures were left out."),
        ("<p><!--[if gte vml 1]><v:shape><v:imagedata/></v:shape><![endif]--><img src=x>A</p>",
         "Pictures were left out."),
        (f"<p>{_BOX}</p><!--StartFragment--><p>A</p><!--EndFragment--><p>{_BOX}<math>x</math></p>", ""),
    ],
)  # fmt: skip
def test_text_boxes_are_told(page: str, told: str) -> None:
    assert " ".join(read_html(page).losses) == told


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        ("<h3><button aria-expanded=false>Means</button></h3><p>All.</p>", ["Means", "All."]),
        ("<h3><span><button>\n Moyens <svg></svg></button> </span></h3><p>Tout.</p>", ["Moyens", "Tout."]),
        ("<h3>Средства<button>Копировать</button></h3><p>Все.</p>", ["Средства", "Все."]),
        ("<p><button>نسخ</button></p><p>الكل.</p><p>x</p>", ["الكل.", "x"]),
        ("<h3 hidden><button>手段</button></h3><p>全部。</p><p>x</p>", ["全部。", "x"]),
        ("<h3><button hidden>Medios</button></h3><p>Todos.</p><p>x</p>", ["Todos.", "x"]),
    ],
)  # fmt: skip
def test_a_heading_that_is_a_button_is_one(page: str, texts: list[str]) -> None:
    assert [one.text for one in read_html(page).paragraphs] == texts


@pytest.mark.parametrize(
    ("words", "text", "told"),
    [
        ("All <span class=msoDel>old </span>States", "All States", _GONE),
        ("Tous les <span class='x msoDel'><s>vieux</s></span>États", "Tous les États", _GONE),
        ("Все <span class=msoIns>новые</span> государства", "Все новые государства", _COME),
        ("All <span class=msoDelta>old</span> States", "All old States", ""),
    ],
)
def test_the_classes_of_changes_tell_of_them(words: str, text: str, told: str) -> None:
    fragment = read_html(f"<p>{words}</p><p>B.</p>")
    assert (fragment.paragraphs[0].text, " ".join(fragment.losses)) == (text, told)
