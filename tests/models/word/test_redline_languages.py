"""The language that new words of a redline say they are in, where the new text is in another than the old one."""

from __future__ import annotations

import pytest
from lxml import etree

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.word.namespaces import m, w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.word.word_xml import docx, p, t

ENGLISH = "Recalling its resolution 60/1 of 2005 and the report of the working group on the matter,"
FRENCH = "Rappelant sa résolution 60/1 de 2005 et le rapport du groupe de travail sur les travaux,"
ARABIC = "وإذ تشير إلى قرارها 60/1 وإلى تقرير الفريق العامل عن المسألة،"
CHINESE = "回顾其2005年第60/1号决议以及工作组关于该问题的报告，"
LATER = "Decides to remain seized of the matter and of all that follows from this."


def said(old: list[str], new: list[str]) -> dict[str, str | None]:
    """The language that each inserted run says, by its words."""
    before, after = (Draft(tuple(Paragraph(Kind.TEXT, (Run(text),)) for text in texts)) for texts in (old, new))
    package = Package(write_redline(compare(before, after), base=None))
    runs = [run for change in package.root(package.main).iter(w("ins")) for run in change.iter(w("r"))]
    return {"".join(one.text or "" for one in run.iter(w("t"))): _tag(run) for run in runs}


def _tag(run: etree._Element) -> str | None:
    lang = run.find(f"{w('rPr')}/{w('lang')}")
    return None if lang is None else " ".join(map(str, lang.attrib.values()))


@pytest.mark.parametrize(
    ("old", "new", "tag"),
    [(ENGLISH, FRENCH, "fr-FR"), (FRENCH, ENGLISH, "en-GB"), (ENGLISH, CHINESE, "zh-CN"), (FRENCH, ARABIC, "en-GB")],
)
def test_words_in_another_language_say_so(old: str, new: str, tag: str) -> None:
    assert tag in said([old], [new]).values()


def test_words_of_a_paragraph_in_the_language_of_the_old_text_do_not() -> None:
    assert said([ENGLISH], [FRENCH, FRENCH.replace("60/1", "60/2"), LATER])[LATER] is None


def test_in_one_language_nothing_is_said() -> None:
    assert set(said([ENGLISH], [ENGLISH.replace("2005", "2006"), LATER]).values()) == {None}


@pytest.mark.parametrize(("one", "tag"), [(FRENCH, "fr-FR"), (CHINESE, "zh-CN"), (ARABIC, None)])
def test_one_new_paragraph_in_another_language_says_so(one: str, tag: str | None) -> None:
    """Of Arabic nothing need be said: Word takes it by the letters."""
    found = said([ENGLISH, LATER], [ENGLISH.replace("2005", "2006"), one, LATER])
    assert {text: lang for text, lang in found.items() if lang is not None} == ({one: tag} if tag else {})


def test_foreign_words_in_a_paragraph_of_the_language_of_the_text_say_nothing() -> None:
    foreign = "le rapport du groupe de travail sur les travaux et des autres"
    assert set(said([ENGLISH, LATER], [ENGLISH, LATER.replace("the matter", f"“{foreign}”")]).values()) == {None}


@pytest.mark.parametrize(("marks", "tag"), [("“{}”", None), ("« {} »", None), ("{}", "fr-FR")])
def test_a_new_paragraph_that_quotes_more_than_it_says_is_in_its_own_language(marks: str, tag: str | None) -> None:
    """What is longer than the words that lead to it is French, and only without its marks the paragraph is, too."""
    one = f"Recalling that the report of the group says: {marks.format(FRENCH + ' ' + FRENCH)},"
    assert said([ENGLISH, LATER], [ENGLISH, one, LATER])[one] == tag


def test_a_formula_in_a_new_paragraph_in_another_language_stays_as_it_is() -> None:
    formula = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    base, other = docx(p(ENGLISH)), docx(p(ENGLISH) + p(t(FRENCH), formula, t("et la suite des travaux,")))
    was, now = read_word(base), read_word(other)
    new_file = (other, now.origins)
    package = Package(write_redline(compare(was.draft, now.draft), base=base, origins=was.origins, new_file=new_file))
    (kept,) = package.root(package.main).iter(m("oMath"))
    assert [child.tag for child in kept] == [m("r")]
    assert {"fr-FR"} <= {_tag(run) for run in package.root(package.main).iter(w("r"))}
