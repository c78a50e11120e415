"""Typed numbers of paragraphs that one joins to others stay where they are typed, whatever others do there."""

from __future__ import annotations

import pytest

from models.compiling.compilation import Compilation, write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.what_is_told import what_is_told
from models.proposals.returned import read_returned
from models.word.markup import letters_in
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.resolve import resolve
from tests.models.compiling.read_alone import taken_alone
from tests.models.word.word_xml import d, dele, docx, ins, p, t

HEAD = p("The General Assembly,")
LINES = ("1. Urges all to act;", "2. Calls upon donors;", "3. Requests a report;", "4. Decides to go on.")


def by(name: str) -> str:
    return f'w:id="1" w:author="{name}"'


def marked(name: str, **changed: str) -> bytes:
    """The file that one sends back: `line2` is what that one makes of the second line."""
    lines = (changed.get(f"line{at}", p(one)) for at, one in enumerate(LINES, 1))
    return docx(HEAD + "".join(lines))


def joins(at: int, name: str) -> str:
    return p(LINES[at - 1], mark=f"<w:del {by(name)}/>")


def strikes(at: int, name: str, *, end: bool = True) -> str:
    return p(dele(d(LINES[at - 1]), by(name)), mark=f"<w:del {by(name)}/>" if end else "")


def shown(data: bytes, how: str = "accept") -> list[str]:
    package = Package(data)
    resolve(package, how)
    return [letters_in(one) for one in package.root(package.main).iter(w("p"))][1:]


def compiled(files: dict[str, bytes]) -> tuple[Compilation, list[str]]:
    """What all ask for as one file, and whose changes alone are what they ask for."""
    base = docx(HEAD + "".join(map(p, LINES)))
    read = read_word(base)
    returned = {name: read_returned(data) for name, data in files.items()}
    left = [name for name, one in returned.items() if one.as_typed(read.draft)]
    wishes = {name: list(one.on(read.draft, "base").placed) for name, one in returned.items()}
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins, as_typed=left)
    told = what_is_told(read.draft, wishes, made, made.data, base=base, origins=read.origins, as_typed=left)
    return made, list(told.exact)


A_STRIKES = marked("A", line3=strikes(3, "A"))
JOINED = f"{LINES[1]}{LINES[2]}"


@pytest.mark.parametrize(
    ("files", "together"),
    [
        pytest.param(
            {"A": A_STRIKES, "B": marked("B", line2=joins(2, "B"))},
            [LINES[0], LINES[1], "3. Decides to go on."],
            id="what is joined on goes",
        ),
        pytest.param(
            {"A": marked("A", line3=strikes(3, "A", end=False)), "B": marked("B", line2=joins(2, "B"))},
            [LINES[0], LINES[1], "3. Decides to go on."],
            id="its words go",
        ),
        pytest.param(
            {"A": marked("A", line2=strikes(2, "A")), "B": marked("B", line2=joins(2, "B"))},
            [LINES[0], "2. Requests a report;", "3. Decides to go on."],
            id="what it is joined to goes",
        ),
        pytest.param(
            {"A": marked("A", line2=strikes(2, "A", end=False)), "B": marked("B", line2=joins(2, "B"))},
            [LINES[0], "2. Requests a report;", "3. Decides to go on."],
            id="the words of that go",
        ),
        pytest.param(
            {
                "A": marked("A", line2=joins(2, "A")),
                "B": marked("B", line2=joins(2, "B")),
                "C": marked("C", line4=p(t("4. Decides to go on"), ins(t(" at once"), by("C")), t("."))),
            },
            [LINES[0], JOINED, "3. Decides to go on at once."],
            id="two join it",
        ),
        pytest.param(
            {
                "A": marked("A", line1=joins(1, "A")),
                "B": marked("B", line2=strikes(2, "B")),
                "C": marked("C", line2=p("2. Calls ", mark=f"<w:ins {by('C')}/>") + p("upon donors;")),
            },
            [LINES[0], "2. Requests a report;", "3. Decides to go on."],
            id="one joins it, one strikes it and one divides it",
        ),
        pytest.param(
            {
                "A": marked(
                    "A", line2=joins(2, "A"), line3=p(t("3. "), dele(d("Requests a report;"), by("A")))
                ),
                "B": marked("B", line3=p(t("3. Requests a "), ins(t("full "), by("B")), t("report;"))),
            },
            [LINES[0], f"{LINES[1]}3. ", "3. Decides to go on."],
            id="who joins it strikes its words and not its number",
        ),
    ],
)  # fmt: skip
def test_a_number_stays_where_it_is_typed(files: dict[str, bytes], together: list[str]) -> None:
    made, exact = compiled(files)
    assert shown(made.data) == together
    assert shown(made.data, "reject") == list(LINES)
    assert exact == list(files)
    for name, data in files.items():
        assert [one.text for one in taken_alone(made.data, name).paragraphs] == [
            one.text for one in read_word(data).draft.paragraphs
        ]


def test_what_one_puts_in_beside_the_number_stays_beside_it() -> None:
    files = {
        "A": marked("A", line2=p(t(LINES[1]), ins(t(" and "), by("A")), mark=f"<w:del {by('A')}/>")),
        "B": marked("B", line1=p(t(LINES[0][:-1]), ins(t(" now"), by("B")), t(";"))),
    }
    made, exact = compiled(files)
    assert exact == ["A", "B"]
    assert shown(made.data)[1] == f"{LINES[1]} and {LINES[2]}"
    changes = {one.text for one in read_word(made.data).revisions if one.author == "A"}
    assert not any("3" in one for one in changes)


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        ("The General Assembly,", ("(1) Urges all;", "(2) Calls upon donors;", "(3) Requests a report.")),
        ("The General Assembly,", ("OP1. Urges all;", "OP2. Calls upon donors;", "OP3. Requests a report.")),
        ("大会，", ("1、敦促各国行动；", "2、吁请捐助者；", "3、请秘书长报告。")),
        ("大会，", ("一、敦促各国行动；", "二、吁请捐助者；", "三、请秘书长报告。")),
        ("إن الجمعية العامة،", ("1 - تحث الدول على العمل؛", "2 - تهيب بالمانحين؛", "3 - تطلب تقريرا.")),
        ("إن الجمعية العامة،", ("١- تحث الدول على العمل؛", "٢- تهيب بالمانحين؛", "٣- تطلب تقريرا.")),
    ],
)
def test_a_number_is_left_as_it_is_typed(head: str, lines: tuple[str, str, str]) -> None:
    first, second, third = map(p, lines)
    join = p(lines[1], mark=f"<w:del {by('A')}/>")
    gone = p(dele(d(lines[2]), by("B")))
    read = read_word(docx(p(head) + first + second + third))
    asked = {"A": docx(p(head) + first + join + third), "B": docx(p(head) + first + second + gone)}
    wishes = {name: list(read_returned(data).on(read.draft, "base").placed) for name, data in asked.items()}
    base = docx(p(head) + first + second + third)
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    assert shown(made.data) == list(lines[:2])
    assert [one.text for one in taken_alone(made.data, "A").paragraphs] == [
        one.text for one in read_word(asked["A"]).draft.paragraphs
    ]


def joins_without_number(name: str, at: int) -> dict[str, str]:
    """A line joined to the next one, the number of which is struck."""
    number, words = LINES[at].split(" ", 1)
    return {f"line{at}": joins(at, name), f"line{at + 1}": p(dele(d(f"{number} "), by(name)), t(words))}


def puts_behind(at: int, name: str) -> str:
    return p(t(LINES[at - 1])) + p(ins(t("5. Invites all;"), by(name)), mark=f"<w:ins {by(name)}/>")


@pytest.mark.parametrize(
    ("others", "together"),
    [
        ({"A": {"line2": strikes(2, "A")}}, ["2. Requests a report;", "3. Decides to go on."]),
        (
            {"A": {"line2": puts_behind(2, "A")}},
            ["2. Calls upon donors;", "3. Invites all;", "4. Requests a report;", "5. Decides to go on."],
        ),
        (
            {"A": {"line2": strikes(2, "A")}, "C": {"line2": puts_behind(2, "C")}},
            ["2. Invites all;", "3. Requests a report;", "4. Decides to go on."],
        ),
        (
            {"A": joins_without_number("A", 2)},
            ["2. Calls upon donors;Requests a report;", "3. Decides to go on."],
        ),
    ],
)  # fmt: skip
def test_a_number_goes_for_who_strikes_it_and_stands_where_its_line_begins(
    others: dict[str, dict[str, str]], together: list[str]
) -> None:
    files = {name: marked(name, **changed) for name, changed in others.items()}
    made, exact = compiled({**files, "B": marked("B", **joins_without_number("B", 2))})
    assert shown(made.data) == [LINES[0], *together]
    assert shown(made.data, "reject") == list(LINES)
    assert sorted(exact) == sorted([*others, "B"])
    alone = [one.text for one in taken_alone(made.data, "B").paragraphs]
    assert alone[2:] == ["Calls upon donors;Requests a report;", "Decides to go on."]


def renumbered(at: int, number: int, name: str) -> str:
    return p(dele(d(str(at)), by(name)), ins(t(str(number)), by(name)), t(LINES[at - 1][1:]))


def test_a_number_that_one_puts_in_is_not_set_anew_by_another_alone() -> None:
    half = p(dele(d("4"), by("A")), ins(t("3"), by("A")), t(". D"), mark=f"<w:ins {by('A')}/>")
    files = {
        "A": marked(
            "A",
            **joins_without_number("A", 1),
            line3=renumbered(3, 2, "A"),
            line4=half + p(ins(t("4. "), by("A")), t("ecides to go on.")),
        ),
        "B": marked(
            "B",
            line3=p(LINES[2]) + p(ins(t("4. Invites all;"), by("B")), mark=f"<w:ins {by('B')}/>"),
            line4=renumbered(4, 5, "B"),
        ),
    }
    made, _ = compiled(files)
    joined_lines = f"{LINES[0]}Calls upon donors;"
    assert shown(made.data) == [joined_lines, "2. Requests a report;", "3. Invites all;", "4. D", "5. ecides to go on."]
    alone = [one.text for one in taken_alone(made.data, "B").paragraphs]
    assert alone[-1] == "Decides to go on."


@pytest.mark.parametrize(
    ("head", "manner", "lines"),
    [
        (
            "The General Assembly,",
            "({}) ",
            ("Urges all;", "Calls upon donors;", "Requests a report;", "Decides to meet."),
        ),
        (
            "The General Assembly,",
            "{}) ",
            ("Urges all;", "Calls upon donors;", "Requests a report;", "Decides to meet."),
        ),
        ("大会，", "（{}）", ("敦促各国行动；", "吁请捐助者；", "请秘书长报告；", "决定开会。")),
    ],
)
def test_numbers_that_are_set_anew_keep_their_brackets(head: str, manner: str, lines: tuple[str, ...]) -> None:
    every = [p(f"{manner.format(at)}{one}") for at, one in enumerate(lines, 1)]
    base = docx(p(head) + "".join(every))
    read = read_word(base)
    asked = {}
    for name, gone in (("A", 0), ("B", 2)):
        struck = p(dele(d(f"{manner.format(gone + 1)}{lines[gone]}"), by(name)), mark=f"<w:del {by(name)}/>")
        asked[name] = docx(p(head) + "".join(struck if at == gone else one for at, one in enumerate(every)))
    wishes = {name: list(read_returned(data).on(read.draft, "base").placed) for name, data in asked.items()}
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    assert shown(made.data) == [f"{manner.format(1)}{lines[1]}", f"{manner.format(2)}{lines[3]}"]
    assert shown(made.data, "reject") == [f"{manner.format(at)}{one}" for at, one in enumerate(lines, 1)]
