"""New words beside letters that are struck, signs, or hard to see look like the other words of their paragraph."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.word.word_xml import docx, p, t

_SIGNS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
_WHITE = [f'<w:color w:val="{value}"/>' for value in ("FFFFFF", "ffffff", "FEFEFE")]
_SIZE = '<w:sz w:val="22"/>'


def looks_of_new_words(old: str, new: str) -> list[list[str]]:
    """What is said of the looks of inserted words, run by run, in a redline that holds both texts."""
    before, after = docx(p("First.") + old + p("Last.")), docx(p("First.") + new + p("Last."))
    base, wanted = read_word(before), read_word(after).draft
    written = write_redline(compare(base.draft, wanted), base=before, origins=base.origins)
    assert read_word(written).draft.paragraphs == wanted.paragraphs
    assert read_word(written, "reject").draft == base.draft
    root = Package(written).root("word/document.xml")
    runs = [run for change in root.iter(w("ins")) for run in change.iter(w("r"))]
    return [[child.tag for child in run.findall(f"{w('rPr')}/*")] for run in runs]


@pytest.mark.parametrize(
    "odd",
    ["<w:strike/>", "<w:dstrike/>", *_WHITE, '<w:sz w:val="2"/>', '<w:w w:val="1"/>', _SIGNS],
)
def test_new_words_take_no_look_that_no_word_has(odd: str) -> None:
    beside = p(t("Decides ", _SIZE), t("so", odd)), p(t("Decides ", _SIZE), t("so", odd), " again.")
    assert looks_of_new_words(*beside) == [[w("sz")]]
    before = p(t("so", odd), t(" decides.", _SIZE)), p("Now ", t("so", odd), t(" decides.", _SIZE))
    assert looks_of_new_words(*before) == [[w("sz")]]
    if odd not in _WHITE:  # on a dark ground all letters are white
        alone = p(t("so", odd)), p(t("so", odd), " again.")
        assert looks_of_new_words(*alone) == [[]]


def test_new_words_take_no_look_from_spaces_alone_and_that_of_white_letters_on_a_dark_ground() -> None:
    small = t(" ", '<w:sz w:val="14"/><w:color w:val="FF0000"/>')
    beside = p(t("Decides", _SIZE), small, "to go."), p(t("Decides", _SIZE), small, "today to go.")
    assert looks_of_new_words(*beside) == [[]]
    ground = '<w:shd w:val="clear" w:fill="000000"/>'
    (look,) = looks_of_new_words(
        p("Decides ", t("so", _WHITE[0]), properties=ground), p("Decides ", t("so too", _WHITE[0]), properties=ground)
    )
    assert look == [w("color")]


@pytest.mark.parametrize("odd", ["<w:strike/>", '<w:color w:val="FFFFFF"/>'])
def test_what_comes_in_place_of_white_words_is_white_and_struck_nowhere(odd: str) -> None:
    (look,) = looks_of_new_words(p("Decides ", t("so", odd), "."), p("Decides ", t("otherwise", odd), "."))
    assert look == ([w("color")] if "FFFFFF" in odd else [])


@pytest.mark.parametrize("plain", ['<w:strike w:val="0"/>', '<w:color w:val="FF0000"/>', '<w:rFonts w:ascii="Arial"/>'])
def test_they_take_the_look_of_words_as_they_did(plain: str) -> None:
    (look,) = looks_of_new_words(p("Decides ", t("so", plain)), p("Decides ", t("so", plain), " again."))
    assert len(look) == 1
