"""Formulas are read as the line they show: with their sums, strokes, brackets, roots and accents."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.proposals.laid.applying import applied
from models.proposals.returned import read_returned
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.word.word_xml import d, dele, docx, ins, p, t


def letters(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def fraction(above: str, below: str, properties: str = "") -> str:
    return f"<m:f><m:fPr>{properties}</m:fPr><m:num>{letters(above)}</m:num><m:den>{letters(below)}</m:den></m:f>"


def brackets(*within: str, properties: str = "") -> str:
    return f"<m:d><m:dPr>{properties}</m:dPr>{''.join(f'<m:e>{letters(one)}</m:e>' for one in within)}</m:d>"


def total(properties: str) -> str:
    limits = f"<m:sub>{letters('0')}</m:sub><m:sup>{letters('n')}</m:sup>"
    return f"<m:nary><m:naryPr>{properties}</m:naryPr>{limits}<m:e>{letters('x')}</m:e></m:nary>"


def root(degree: str, properties: str = "") -> str:
    return f"<m:rad>{properties}<m:deg>{letters(degree)}</m:deg><m:e>{letters('8')}</m:e></m:rad>"


FORMULAS = {
    "a half": (fraction("1", "2"), "1/2"),
    "a sum above": (fraction("a+b", "2c"), "(a+b)/2c"),
    "nothing below": (fraction("1", ""), "1"),
    "a choice": (brackets("n|k").replace(letters("n|k"), fraction("n", "k", '<m:type m:val="noBar"/>')), "(nk)"),
    "brackets": (brackets("a", "b"), "(a|b)"),
    "other brackets": (
        brackets("x", properties='<m:begChr m:val="["/><m:endChr m:val=""/>'),
        "[x",
    ),
    "a total": (total('<m:chr m:val="∑"/>'), "∑0nx"),
    "an integral": (total(""), "∫0nx"),
    "a root": (f"<m:rad><m:radPr/><m:deg/><m:e>{letters('x+1')}</m:e></m:rad>", "√(x+1)"),
    **{
        f"a root of degree {degree}": (root(degree), line)
        for degree, line in (("2", "√8"), ("3", "∛8"), ("4", "∜8"), ("5", "5√8"), ("n", "n√8"))
    },
    "a root with nothing under it": (root("3").replace(letters("8"), ""), "3"),
    "a root whose degree is hidden": (root("3", "<m:radPr><m:degHide/></m:radPr>"), "√8"),
    "a root whose degree is not hidden": (root("3", '<m:radPr><m:degHide m:val="0"/></m:radPr>'), "∛8"),
    "an accent": (f"<m:acc><m:accPr/><m:e>{letters('x')}</m:e></m:acc>", "x\u0302"),
}


def file(formula: str, rate: str = "At", last: str = "in all") -> bytes:
    return docx(p("One.") + p(t(f"{rate} "), f"<m:oMath>{formula}</m:oMath>", t(f" {last}")) + p("Two."))


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_is_read_with_its_signs(name: str) -> None:
    formula, line = FORMULAS[name]
    assert read_word(file(formula)).draft.paragraphs[1].text == f"At {line} in all"


@pytest.mark.parametrize("name", FORMULAS)
@pytest.mark.parametrize("other", [None, "a half", "a total"])
def test_a_redline_of_it_is_exact(name: str, other: str | None) -> None:
    base, new = file(FORMULAS[name][0]), file(FORMULAS[other or name][0], "Above", "of it")
    old, now = read_word(base), read_word(new)
    made = write_redline(
        compare(old.draft, now.draft), base=base, origins=old.origins, new_file=(new, now.origins), author="Adref"
    )
    assert read_word(made).draft == now.draft
    assert read_word(made, "reject").draft == old.draft


def test_a_formula_that_is_struck_goes_with_its_signs() -> None:
    struck = f"<m:oMath>{FORMULAS['a sum above'][0]}</m:oMath>"
    data = docx(p(t("At "), dele(struck), dele(d("all ")), t("times")))
    assert read_word(data).draft.paragraphs[0].text == "At times"
    assert read_word(data, "reject").draft.paragraphs[0].text == "At (a+b)/2call times"


def test_the_degree_of_a_root_that_changes_is_read_either_way() -> None:
    changed = root("2").replace(letters("2"), dele(letters("2")) + ins(letters("3")))
    data = docx(p(t("At "), f"<m:oMath>{changed}</m:oMath>", t(" in all")))
    returned = read_returned(data)
    assert returned.base.draft.paragraphs[0].text == "At √8 in all"
    assert returned.sent.draft.paragraphs[0].text == "At ∛8 in all"
    assert [one.paragraph for one in returned.sent.revisions] == [0, 0]
    assert applied(returned.base.draft, returned.proposals) == returned.sent.draft
