"""Numbers that Word counts are left to Word in a compiled file: changes taken alone give those of their own text."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.comparison.compare import compare
from models.compiling.compilation import write_compilation
from models.compiling.each_alone import each_alone
from models.compiling.joint_wishes import joined
from models.compiling.taken_alone import leave_alone, shown_alone, words_with_notes
from models.draft import Draft, Run
from models.proposals.laid.applying import applied
from models.proposals.proposal import Proposal
from models.proposals.returned import read_returned
from models.proposals.untracked.compared import compared_proposals
from models.word.leaving.looked_for.lost_bullets import bullets
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.resolve import resolve
from tests.models.compiling.read_alone import taken_alone
from tests.models.word.lint import lint
from tests.models.word.word_xml import d, dele, docx, ins, p, t

NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
ONE = "The board meets twice a year in Geneva."
TWO = "Its members serve for three years."
THREE = "They may be elected again once."
FOUR = "The chair is elected by the members."
FIVE = "Costs are borne by the members."
NEW = "Its seat is in Geneva by agreement with the host."
OTHER = "Observers may attend its meetings."
LOT = "The chair is elected by lot."
OPS = (
    "Urges all States to protect wetlands;",
    "Calls upon donors to help;",
    "Welcomes the offer;",
    "Decides to go on.",
)
BASE = (ONE, TWO, THREE, FOUR, FIVE)


def file(lines: tuple[str, ...], head: str) -> bytes:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return docx(p(head) + "".join(p(one, properties=listed) for one in lines) + p("Done."), numbering=NUMBERING)


def shown(draft: Draft) -> list[tuple[str | None, str]]:
    return [(one.number, one.text) for one in draft.paragraphs[1:-1]]


@pytest.mark.parametrize("head", ["Terms of reference of the board", "The General Assembly,"])
@pytest.mark.parametrize(
    "asked",
    [
        {"A": BASE[1:], "B": (ONE, TWO, THREE, NEW, FOUR, FIVE), "C": (ONE, TWO, THREE, LOT, FIVE)},
        {"A": (NEW, *BASE), "B": (ONE, TWO, FOUR, FIVE)},
        {"A": (ONE, NEW, *BASE[1:]), "B": (ONE, OTHER, *BASE[1:]), "C": (*BASE, NEW)},
        {"A": (ONE, FOUR, TWO, THREE, FIVE), "B": BASE[:-1], "C": (ONE, NEW, THREE, FOUR, FIVE)},
    ],
    ids=["one goes and one comes", "before the first", "several at one place, and at the end", "one moves"],
)
def test_word_counts_on(asked: dict[str, tuple[str, ...]], head: str) -> None:
    base = file(BASE, head)
    read = read_word(base)
    wishes: dict[str, list[Proposal]] = {
        name: list(compared_proposals(compare(read.draft, read_word(file(lines, head)).draft), name))
        for name, lines in asked.items()
    }
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    assert lint(made.data) == ()
    package = Package(made.data)
    assert not list(package.root(package.main).iter(w("pPrChange")))
    together = [one.number for one in read_word(made.data).draft.paragraphs[1:-1]]
    assert together == [f"{at}" for at in range(1, len(together) + 1)]
    for name, lines in asked.items():
        assert shown(taken_alone(made.data, name)) == [(f"{at}", one) for at, one in enumerate(lines, 1)]
    exact = each_alone(made.data, read.draft, wishes.items(), base=base, origins=read.origins)
    assert exact == (tuple(asked), ())


RESOLUTION = (
    ("Water for sustainable development", ""),
    ("The General Assembly,", ""),
    ("Recalling its resolution 78/1 of 5 September 2023,", ""),
    ("Noting the report of the Secretary-General,", ""),
    ("Urges all States to protect wetlands and rivers;", "0"),
    ("Requests the Secretary-General, in this regard:", "0"),
    ("To report on the matter at its next session;", "1"),
    ("To hold a meeting of experts in Geneva;", "1"),
    ("Decides to keep the matter under review.", "0"),
)
_LEVELS = {level: f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' for level in "01"}
_ITEMS = '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
_LISTS = NUMBERING.replace("</w:abstractNum>", f"{_ITEMS}</w:abstractNum>")


def reworded(chance: Random, words: str, by: str) -> str:
    """A line, some words of it taken out, or others put in for them, or beside them."""
    pieces = words.split(" ")
    start = chance.randrange(len(pieces))
    end = chance.randint(start + 1, len(pieces))
    act = chance.choice(("gone", "instead", "beside"))
    gone, come = " ".join(pieces[start:end]), "" if act == "gone" else " of the young "
    return "".join((
        t(" ".join([*pieces[:start], ""])), t(gone) if act == "beside" else dele(d(gone), by),
        ins(t(come), by) if come else "", t(" ".join(["", *pieces[end:]])),
    ))  # fmt: skip


def rewords(seed: int, author: str, often: float) -> bytes:
    """The resolution, in which one author tracks changes of words and of nothing else."""
    chance, lines = Random(f"{seed}{author}"), []
    for number, (words, level) in enumerate(RESOLUTION):
        by = f'w:id="{number}" w:author="{author}"'
        content = reworded(chance, words, by) if chance.random() < often else words
        lines.append(p(content, properties=_LEVELS.get(level, "")))
    return docx("".join(lines), numbering=_LISTS)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.integers(0, 1 << 32), st.integers(2, 3), st.sampled_from((0.3, 0.6)))
def test_who_rewords_asks_for_no_number(seed: int, count: int, often: float) -> None:
    """Be it the title or the organ's line, by which a reader knows of what kind the text under it is."""
    base = rewords(seed, "", 0)
    read = read_word(base)
    returned = {name: rewords(seed, name, often) for name in "ABC"[:count]}
    wishes = {name: list(read_returned(data).on(read.draft, "base").placed) for name, data in returned.items()}
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    package = Package(made.data)
    main = package.root(package.main)
    assert not list(main.iter(w("pPrChange"), w("tab")))
    assert [one.get(w("val")) for one in main.iter(w("numId"))] == ["1"] * 5
    for name, own in wishes.items():
        alone, data = words_with_notes(taken_alone(made.data, name)), returned[name]
        assert alone == words_with_notes(applied(read.draft, own)) == words_with_notes(read_word(data).draft)
    assert read_word(made.data, "reject").draft == read.draft


@pytest.mark.parametrize("names", ["A", "AB"])
def test_of_a_number_whose_note_alone_stays_the_list_stays(names: str) -> None:
    """Without words it is read as text, which a typed number would not mend."""
    noted, wishes = 6, {}
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>See 78/1.</w:t></w:r></w:p></w:footnote>'
    for name in ("", *names):
        by = f'w:id="9" w:author="{name}"'
        lines = []
        for number, (words, level) in enumerate(RESOLUTION):
            content = [dele(d(words), by) if name and number == noted else t(words)]
            content += ['<w:r><w:footnoteReference w:id="2"/></w:r>'] if number == noted else []
            lines.append(p(*content, properties=_LEVELS.get(level, "")))
        data = docx("".join(lines), numbering=_LISTS, footnotes=note)
        if not name:
            base, read = data, read_word(data)
        else:
            wishes[name] = list(read_returned(data).on(read.draft, "base").placed)
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    package = Package(made.data)
    assert not list(package.root(package.main).iter(w("pPrChange"), w("ins")))
    assert [one.number for one in read_word(made.data).draft.paragraphs] == [
        one.number for one in read.draft.paragraphs
    ]
    assert not read_word(made.data).draft.paragraphs[noted].text


def test_behind_a_paragraph_that_goes_each_looks_as_it_did() -> None:
    """Be it read as another kind, under other words and an organ's line that is gone."""
    lines = ("Water for all", "The General Assembly,", "Recalling its resolution 78/1,", *OPS)
    wishes: dict[str, list[Proposal]] = {}
    for name in ("", "A", "B"):
        by, made_of = f'w:id="9" w:author="{name}"', []
        for number, words in enumerate(lines):
            goes = name == "A" and number == 4
            cut = words if goes else "The General Assembly" if number == 1 else words.split(" ")[0]
            cut = cut if name == "A" or (name and not number) else ""
            look = f'{_LEVELS["0"]}<w:jc w:val="{"both" if number % 2 else "left"}"/>' if number > 2 else ""
            content = [dele(d(cut), by)] if cut else []
            made_of.append(p(*content, words[len(cut) :], properties=look, mark=f"<w:del {by}/>" if goes else ""))
        data = docx("".join(made_of), numbering=NUMBERING)
        if not name:
            base, read = data, read_word(data)
        else:
            wishes[name] = list(read_returned(data).on(read.draft, "base").placed)
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    package = Package(made.data)
    assert not list(package.root(package.main).iter(w("pPrChange"), w("ins")))
    assert read_word(made.data, "reject").draft == read.draft


@pytest.mark.parametrize(
    ("first", "second"),
    [("0123645", "0125364"), ("0234561", "0125346"), ("0123645", "0612345"), ("0136245", "0126345")],
)
def test_each_has_its_bullet_wherever_two_move_it(first: str, second: str) -> None:
    bullet = NUMBERING.replace("decimal", "bullet").replace("%1.", "•")
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    lines = p("Terms") + "".join(p(one, properties=listed) for one in BASE) + p("Done in one copy.")
    base = docx(lines, numbering=bullet)
    read = read_word(base)
    wishes: dict[str, list[Proposal]] = {}
    for name, order in (("A", first), ("B", second)):
        asked = Draft(tuple(read.draft.paragraphs[int(at)] for at in order))
        wishes[name] = list(compared_proposals(compare(read.draft, asked), name))
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    for name, order in (("A", first), ("B", second)):
        package = Package(made.data)
        leave_alone(package, name)
        assert bullets(package.to_bytes()) == [(0, "•") if at in "12345" else None for at in order]


def test_a_number_that_is_another_is_not_what_is_asked_for() -> None:
    base = file(BASE, "Terms")
    read = read_word(base)
    wishes = {"A": list(compared_proposals(compare(read.draft, read_word(file(BASE[1:], "Terms")).draft), "A"))}
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    package = Package(made.data)
    list(package.edit(package.main).iter(w("numId")))[3].set(w("val"), "0")
    exact, unlike = each_alone(package.to_bytes(), read.draft, wishes.items(), base=base, origins=read.origins)
    assert (exact, [str(one) for one in unlike]) == (
        (),
        ["The changes of “A”, taken alone, are not to the letter what it asks for: see the number of paragraph 5"],
    )


def test_bullets_of_another_sign_are_told_and_go_with_what_moves() -> None:
    """A paragraph that moves has its own bullet; what stands before new words no proposal says, and it is told."""
    bullets_of = NUMBERING.replace("decimal", "bullet")
    definition, listing = bullets_of.replace("%1.", "•").split("</w:abstractNum>")
    other, use = bullets_of.replace("%1.", "–").replace('umId="1"', 'umId="5"').split("</w:abstractNum>")
    other, use = other.replace('NumId w:val="1"', 'NumId w:val="5"'), use.replace('NumId w:val="1"', 'NumId w:val="5"')
    end = "</w:abstractNum>"
    look = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    items = [p(one, properties=look.format(5 if one == TWO else 1)) for one in (ONE, TWO, THREE, FOUR)]
    base = docx(p("Terms") + "".join(items) + p("Done."), numbering=definition + end + other + end + listing + use)
    read = read_word(base)
    terms, one, two, three, four, done = read.draft.paragraphs
    asked = {
        "A": (terms, one, three, four, two, done),
        "B": (terms, one, two, replace(three, runs=(Run(NEW),)), three, four, done),
    }
    wishes = {n: list(compared_proposals(compare(read.draft, Draft(ps)), n)) for n, ps in asked.items()}
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    signs = [one and one[1] for one in shown_alone(made.data, "A").bullets]
    assert signs == [None, "•", "•", "•", "–", None]
    exact, unlike = each_alone(made.data, read.draft, wishes.items(), base=base, origins=read.origins)
    assert exact == ("A",)
    assert list(map(str, unlike)) == [
        "No proposal says which bullet is to stand before what “B” puts in or changes at paragraph 3"
    ]


def test_a_typed_number_gets_no_other_one_from_a_list() -> None:
    def item(words: str, level: int, mark: str = "") -> str:
        return p(words, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>', mark=mark)

    letters = '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    numbering = NUMBERING.replace("</w:abstractNum>", f"{letters}</w:abstractNum>")
    come = '<w:ins w:id="9" w:author="France"/>'
    data = docx(item(TWO, 1) + item(THREE, 0) + item(FOUR, 1, come) + p(FIVE), numbering=numbering)
    package = Package(data)
    resolve(package, "reject")
    file = package.to_bytes()
    base, wishes = read_word(file), {"France": list(read_returned(data).proposals)}
    made = write_compilation(base.draft, wishes, base=file, origins=base.origins)
    texts = [[one.text for one in read_word(one).draft.paragraphs] for one in (made.data, data)]
    assert texts[0] == texts[1]
