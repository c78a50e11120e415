"""Files whose numbers are typed, letter by letter: tabs and spaces behind them and empty lines are those of both texts.

ADREF_TYPED_REDLINES says how many random ones (300 usually).
"""

from __future__ import annotations

import os
import random
from collections.abc import Collection, Sequence

import pytest

from models.circulation.typesetting import Typesetting
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.resolve import resolve
from tests.models.word.lint import lint
from tests.models.word.word_xml import cell, docx, p, row, t, table

MANY = int(os.environ.get("ADREF_TYPED_REDLINES", "300"))
CHUNK = 100


def redline(old: str, new: str, *, known: bool = True) -> bytes:
    """The redline of two bodies; `known`: the new text's own file is."""
    base, other = docx(old), docx(new)
    before, after = read_word(base), read_word(other)
    comparison = compare(before.draft, after.draft)
    new_file = (other, after.origins) if known else None
    written = write_redline(comparison, base=base, origins=before.origins, new_file=new_file)
    assert lint(written) == ()
    return written


def lines(data: bytes, revisions: str = "accept") -> list[str]:
    """The letters of each paragraph of a file, its numbers with them, all changes taken or rejected."""
    package = Package(data)
    resolve(package, revisions)
    return [
        "".join("\t" if node.tag == w("tab") else node.text or "" for node in one.iter(w("t"), w("tab")))
        for one in package.root(package.main).iter(w("p"))
    ]


def typed(*texts: str) -> str:
    """Paragraphs of these letters."""
    return "".join(p("".join(t(part) if part != "\t" else "<w:r><w:tab/></w:r>" for part in _parts(one)))
                   for one in texts)  # fmt: skip


def _parts(text: str) -> list[str]:
    head, tab, tail = text.partition("\t")
    return [part for part in (head, tab, tail) if part]


HEAD = ("The General Assembly,", "Recalling its resolution 70/1 of 25 September 2015,")


@pytest.mark.parametrize("known", [True, False], ids=["file", "text"])
@pytest.mark.parametrize("behind", [" ", "\t", "\u00a0"], ids=["space", "tab", "fixed"])
@pytest.mark.parametrize("number", ["(a)", "(i)", "A."], ids=["letter", "roman", "capital"])
def test_a_level_the_old_file_has_not_is_typed_as_its_others_are(number: str, behind: str, known: bool) -> None:
    old = (*HEAD, f"1.{behind}Requests a report on water and sanitation:", f"2.{behind}Decides to meet again.")
    new = (*old[:3], f"{number}{behind}From all Member States of the region;", old[3])
    assert lines(redline(typed(*old), typed(*new), known=known)) == list(new)


def test_where_the_old_file_has_no_typed_number_it_is_as_in_the_new_one() -> None:
    old = (*HEAD, "Requests a report on water and sanitation.")
    new = (*old, "2 bis. Decides to meet again in the same place next year.")
    assert lines(redline(typed(*old), typed(*new))) == list(new)


@pytest.mark.parametrize("behind", [" ", "\t"], ids=["space", "tab"])
def test_what_was_struck_behind_a_number_comes_back_with_other_words(behind: str) -> None:
    items = (f"(a){behind}Helping all countries of the region;", "(b)island countries use technology on agreed terms;")
    old = (*HEAD, f"1.{behind}Requests the following:", *items)
    new = (*old[:4], f"(b){behind}Easing the use of technology on agreed terms;")
    written = redline(typed(*old), typed(*new))
    assert lines(written) == list(new)
    assert lines(written, "reject") == list(old)


def test_a_number_without_anything_behind_it_stays_so_where_no_word_changes() -> None:
    old = (*HEAD, "1. Requests the following:", "(a)Helping all countries;", "2. Decides to meet again.")
    new = (*old[:3], "(a) Helping all countries;", "2. Decides to meet once again.")
    assert lines(redline(typed(*old), typed(*new))) == [*old[:4], new[4]]


OPENINGS = ("Requests", "Invites", "Urges", "Decides", "Welcomes", "Notes", "Stresses", "Reaffirms")
PROSE = "all Member States to report on water health trade finance and the forum in good time with due regard"
WORDS = PROSE.split(" ")
TABLE = table(row(cell(p("Country")), cell(p("Share"))), row(cell(p("Fiji")), cell(p("350,000"))))


def _sentence(chance: random.Random) -> str:
    return " ".join((chance.choice(OPENINGS), *chance.choices(WORDS, k=chance.randrange(4, 12))))


def _numbered(clauses: Sequence[tuple[str, str]], behind: str, lost: Collection[str]) -> list[str]:
    """Clauses with their numbers; behind those of items with `lost` texts nothing stands."""
    made, number, letter = [], 0, 0
    for kind, text in clauses:
        if kind == "op":
            number, letter = number + 1, 0
            made.append(f"{number}.{behind}{text};")
        elif kind == "item":
            letter += 1
            made.append(f"({chr(96 + letter)}){'' if text in lost else behind}{text};")
        else:
            made.append(text)
    return made


def _edited(clauses: Sequence[tuple[str, str]], chance: random.Random) -> list[tuple[str, str]]:
    made = list(clauses)
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(1, len(made))
        act = chance.choice(("goes", "comes", "words", "kind", "splits", "changes places"))
        if act == "goes" and len(made) > 3:
            made.pop(at)
        elif act == "comes":
            made.insert(at, (chance.choice(("op", "op", "item", "text")), _sentence(chance)))
        elif act == "words":
            words = made[at][1].split(" ")
            words[chance.randrange(len(words))] = chance.choice(WORDS)
            made[at] = made[at][0], " ".join(words)
        elif act == "changes places":
            other = chance.randrange(1, len(made))
            made[at], made[other] = made[other], made[at]
        elif act == "kind":
            made[at] = chance.choice(("op", "item", "text")), made[at][1]
        elif act == "splits":
            words = made[at][1].split(" ")
            half = len(words) // 2
            made[at : at + 1] = [(made[at][0], " ".join(words[:half])), ("item", " ".join(words[half:]))]
    return made


def _body(texts: Sequence[str], blank: bool, end: str) -> str:
    return typed(*([one for text in texts for one in (text, "")] if blank else texts)) + end


def _random_pair(seed: int) -> tuple[str, str]:
    chance = random.Random(seed)
    behind, blank = chance.choice((" ", "\t", "  ", "\u00a0")), chance.random() < 0.5
    clauses = [("text", one) for one in HEAD]
    for _ in range(chance.randrange(3, 7)):
        clauses.append(("op", _sentence(chance)))
        if chance.random() < 0.3:
            clauses += [("item", _sentence(chance)) for _ in range(2)]
    ends = [chance.choice(("", typed(""), TABLE + typed(""))) for _ in range(2)]
    edited = _edited(clauses, chance)
    lost = {text for _, text in clauses} - {text for _, text in edited} if chance.random() < 0.5 else ()
    return (
        _body(_numbered(clauses, behind, lost), blank, ends[0]),
        _body(_numbered(edited, behind, ()), blank, ends[1]),
    )


@pytest.mark.parametrize("first", range(0, MANY, CHUNK))
def test_random_typed_texts_are_exact_letter_by_letter(first: int) -> None:
    for seed in range(first, min(first + CHUNK, MANY)):
        old, new = _random_pair(seed)
        written = redline(old, new)
        for revisions, wanted, other in (("accept", new, old), ("reject", old, new)):
            found, right = lines(written, revisions), lines(docx(wanted))
            if TABLE in other and TABLE not in wanted and found == [*right, ""]:
                continue  # the line behind a last table stays
            assert found == right, (seed, revisions)


def test_all_numbers_are_typed_where_adref_lays_the_text_out_so() -> None:
    first, second = Run("Decides to meet"), Run("Decides to report.")
    one = Draft((Paragraph(Kind.OPERATIVE, (first, Run("."))),))
    two = Draft((Paragraph(Kind.OPERATIVE, (first, Run(";")), 0, "1"), Paragraph(Kind.OPERATIVE, (second,), 0, "2")))
    for old, new in ((one, two), (two, one)):
        written = write_redline(compare(old, new), base=None, setting=Typesetting(literal_numbers=True))
        for choice, wanted in (("accept", new), ("reject", old)):
            numbers = [f"{one.number}.\t" if one.number else "" for one in wanted.paragraphs]
            assert lines(written, choice) == [n + one.text for n, one in zip(numbers, wanted.paragraphs, strict=True)]
        package = Package(written)
        assert {one.get(w("val")) for one in package.root(package.main).iter(w("numId"))} <= {"0"}


@pytest.mark.parametrize("number", [1, 7])
def test_a_series_in_brackets_keeps_them_where_one_gets_another_number(number: int) -> None:
    # "(1)" that begins a series reads as the number 1 of a clause, "(7)" as that of a subparagraph.
    words = "Decides to trade in water;", "Invites States to take part;", "Notes that all is well."
    old, new = ([*HEAD, *(f"({n}) {one}" for n, one in zip((first, 2, 3), words, strict=True)), "2. Ends."]
                for first in (8 - number, number))  # fmt: skip
    written = redline(typed(*old), typed(*new))
    assert lines(written) == new
    assert lines(written, "reject") == old


@pytest.mark.parametrize(
    ("number", "space", "words", "other"),
    [
        ("1.", " ", "Requests all States to report;", "Requests some States to report;"),
        ("(a)", "\t", "To report;", "To report soon;"),
        ("1.", "\t", "Prie les États de faire rapport ;", "Prie tous les États de faire rapport ;"),
        ("1 -", " ", "تطلب إلى جميع الدول تقديم تقرير؛", "تطلب إلى الدول تقديم تقرير؛"),
        ("1.", " ", "请所有国家提交报告；", "请各国提交报告；"),
    ],
)
def test_a_note_between_a_typed_number_and_its_words_strikes_neither(
    number: str, space: str, words: str, other: str
) -> None:
    place = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{p("A source.")}</w:footnote>'
    behind = "<w:r><w:tab/></w:r>" if space == "\t" else ""

    def made(said: str, noted: str) -> bytes:
        line = p(t(number), noted, behind, t(said if behind else space + said))
        return docx(p("Recalling its resolution 70/1,") + line + p("Thanks."), footnotes=note)

    def tracked(new: bytes) -> bytes:
        before, after = read_word(old), read_word(new)
        comparison = compare(before.draft, after.draft)
        return write_redline(comparison, base=old, origins=before.origins, new_file=(new, after.origins))

    old = made(words, place)
    assert b"<w:ins " not in Package(tracked(old)).data("word/document.xml")
    for new in (made(other, place), made(words, "")):
        written = tracked(new)
        assert lint(written) == ()
        assert (lines(written), lines(written, "reject")) == (lines(new), lines(old))
        struck = Package(written).root("word/document.xml").iter(w("delText"))
        assert number not in "".join(one.text or "" for one in struck)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("2 - ", "تدعو الدول الأعضاء إلى المساهمة في الصندوق الاستئماني؛"),
        ("2.\u3000", "Decides that all must meet again next year;"),
        ("2.", "邀请会员国向信托基金捐款；"),
        ("2.\u00a0", "Décide de rester saisie de la question ;"),
    ],
    ids=["Arabic", "wide space", "Chinese", "French"],
)
@pytest.mark.parametrize("third", ["2", "3"])
def test_a_number_typed_otherwise_among_those_of_the_old_file_is_typed_as_in_its_own(
    number: str, words: str, third: str
) -> None:
    """Texts in two languages: each paragraph has its number in the manner of its own."""
    old = (*HEAD, "1. Requests a report on water;", f"{third}. Decides to remain seized of the matter.")
    new = (*old[:3], number + words, "3. Decides to remain seized of the matter.")
    assert lines(redline(typed(*old), typed(*new))) == list(new)


@pytest.mark.parametrize("behind", [" ", "\t"], ids=["space", "tab"])
@pytest.mark.parametrize("sign", [".", ")", " -"])
def test_a_new_file_in_another_manner_throughout_is_followed_in_none_of_its_numbers(behind: str, sign: str) -> None:
    old = ("1.\tRequests a report on water;", "2.\tDecides to remain seized of the matter.")
    new = [f"1{sign}{behind}Requests a report on water;", f"2{sign}{behind}Invites all States to take part;"]
    new.append(f"3{sign}{behind}Decides to remain seized of the matter.")
    assert lines(redline(typed(*HEAD, *old), typed(*HEAD, *new)))[3] == "2.\tInvites all States to take part;"


@pytest.mark.parametrize(
    ("number", "space", "words"),
    [("1.", " ", "Requests all States to report;"), ("1 -", "\t", "تطلب إلى جميع الدول تقديم تقرير؛")],
)
@pytest.mark.parametrize(
    ("had", "has", "new_words"),
    [
        ("#1_", "#12_", ""),
        ("#1_", "#2_", ""),
        ("#1_", "#213_", ""),
        ("#1_", "#12_", "Again "),
        ("#12_", "#132_", ""),
        ("#_", "#1_", ""),
        ("#_", "#12_", "Again "),
        ("#_", "#_1", ""),
        ("#_", "1#_", ""),
        ("#_", "#1_2", ""),
        ("1#_", "1#_", "Again "),
        ("1#_", "#_", ""),
        ("1#_", "#2_", "Again "),
        ("#1_", "#_", ""),
        ("#1_", "2#_", "Again "),
        ("#_1", "#2_", "Again "),
    ],
)
@pytest.mark.parametrize("other", ["", "(a)"], ids=["same number", "another number"])
def test_notes_stand_beside_a_typed_number_as_in_the_new_file(
    number: str, space: str, words: str, had: str, has: str, new_words: str, other: str
) -> None:
    old, new = noted(had, number, space, words), noted(has, other or number, space, new_words + words)
    before, after = read_word(old), read_word(new)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=old, origins=before.origins, new_file=(new, after.origins))
    assert lint(written) == ()
    assert (signs(written, "accept"), signs(written, "reject")) == (signs(new, "accept"), signs(old, "accept"))


@pytest.mark.parametrize("head", ["#1_", "#_1", "1#_", "#12_"])
def test_notes_stand_beside_the_typed_number_of_a_new_paragraph_as_in_its_file(head: str) -> None:
    old, new = noted("#_", "1.", " ", "Thanks all."), noted(head, "1.", " ", "Requests a report;", "2. Thanks all.")
    before, after = read_word(old), read_word(new)
    comparison = compare(before.draft, after.draft)
    written = write_redline(comparison, base=old, origins=before.origins, new_file=(new, after.origins))
    assert (signs(written, "accept")[:2], lint(written)) == (signs(new, "accept")[:2], ())


@pytest.mark.parametrize("has", ["#1_", "#_"])
def test_the_space_behind_a_number_and_its_note_comes_once_where_no_file_tells(has: str) -> None:
    old, new = noted("#1_", "1.", " ", "Requests a report;"), noted(has, "7.", " ", "Requests a report;")
    before, after = read_word(old), read_word(new)
    written = write_redline(compare(before.draft, after.draft), base=old, origins=before.origins)
    assert (signs(written, "accept"), signs(written, "reject")) == (signs(new, "accept"), signs(old, "accept"))


def noted(head: str, number: str, space: str, words: str, last: str = "Thanks.") -> bytes:
    """A file with a paragraph that begins with its number (#), notes (their ids) and what parts both from its words."""
    notes = "".join(f'<w:footnote w:id="{one}">{p(f"Source {one}.")}</w:footnote>' for one in (1, 2, 3))
    signs = {"#": t(number), "_": "<w:r><w:tab/></w:r>" if space == "\t" else t(space)}
    signs |= {one: f'<w:r><w:footnoteReference w:id="{one}"/></w:r>' for one in "123"}
    line = p(*(signs[one] for one in head), t(words))
    return docx(p("Recalling its resolution 70/1,") + line + p(last), footnotes=notes)


def signs(data: bytes, revisions: str) -> list[str]:
    """The letters of each paragraph of a file with its notes as stars, all changes taken or rejected."""
    package = Package(data)
    resolve(package, revisions)
    shown = {w("tab"): "\t", w("footnoteReference"): "*"}
    return [
        "".join(shown.get(node.tag, node.text or "") for node in one.iter(w("t"), *shown))
        for one in package.root(package.main).iter(w("p"))
    ]
