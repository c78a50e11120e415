"""Numbers that are typed in a compiled file: they come, go and stay with the paragraphs they are typed before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.circulation.typesetting import Typesetting
from models.comparison.compare import compare
from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.taken_alone import leave_alone, words_with_notes
from models.compiling.what_is_told import what_is_told
from models.draft import Draft, Kind, Paragraph, Run
from models.proposals.returned import read_returned
from models.proposals.untracked.compared import compared_proposals
from models.word.clean import write_clean
from models.word.markup import letters_in
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.redlining.letters.revision_marks import Stamp
from models.word.resolve import resolve
from tests.models.compiling.read_alone import taken_alone
from tests.models.compiling.test_compiled_lists import OPS
from tests.models.word.word_xml import d, dele, docx, ins, p, t

BEFORE = "Reaffirms the human right to water;"


def typed(*lines: str) -> bytes:
    numbered = "".join(p(f"{at}. {one}") for at, one in enumerate(lines, 1))
    return docx(p("The General Assembly,") + p("Recalling its resolution 78/1,") + numbered)


@pytest.mark.parametrize(
    ("asked", "together"),
    [
        ({"A": OPS[1:], "B": (BEFORE, *OPS)}, (BEFORE, *OPS[1:])),
        ({"A": OPS[1:], "B": (OPS[0], BEFORE, *OPS[1:]), "C": (BEFORE, *OPS)}, (BEFORE, BEFORE, *OPS[1:])),
        ({"A": (*OPS[:2], OPS[3]), "B": (*OPS[1:],)}, (OPS[1], OPS[3])),
    ],
    ids=["one goes and one comes", "three", "two go"],
)
def test_typed_numbers_are_never_run_together(asked: dict[str, tuple[str, ...]], together: tuple[str, ...]) -> None:
    base = typed(*OPS)
    read = read_word(base)
    wishes = {
        name: list(compared_proposals(compare(read.draft, read_word(typed(*lines)).draft), name))
        for name, lines in asked.items()
    }
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    accepted = [(one.number, one.text) for one in read_word(made.data).draft.paragraphs[2:]]
    assert accepted == [(f"{at}", one) for at, one in enumerate(together, 1)]
    for name, lines in asked.items():
        alone = taken_alone(made.data, name).paragraphs[2:]
        assert [one.text for one in alone] == list(lines)
        assert {one.number for one in alone} <= {f"{at}" for at in range(1, len(OPS) + 1)}


def test_a_typed_number_goes_with_who_joins_its_paragraph() -> None:
    base = typed(*OPS)
    read = read_word(base)
    tied = f"{OPS[1][:-1]} and w{OPS[2][1:]}"
    asked = {"A": (OPS[0], tied, OPS[3]), "B": (OPS[0], *OPS[2:])}
    wishes = {
        name: list(compared_proposals(compare(read.draft, read_word(typed(*one)).draft), name))
        for name, one in asked.items()
    }
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    for name, lines in asked.items():
        assert [one.text for one in taken_alone(made.data, name).paragraphs[2:]] == list(lines)


def test_a_typed_number_comes_to_stand_in_brackets_of_its_own_beside_what_others_bracket() -> None:
    base = typed(*OPS)
    read = read_word(base)
    lines = _lines(base)
    within = docx("".join(map(p, (*lines[:3], f"[2.] {OPS[1]}", *lines[4:]))))
    asked = {"A": typed(OPS[0], f"[{OPS[1]}]", *OPS[2:]), "B": within}
    wishes = {
        name: list(compared_proposals(compare(read.draft, read_word(data).draft), name)) for name, data in asked.items()
    }
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    for name, wanted in (("A", f"2. [{OPS[1]}]"), ("B", f"[2.] {OPS[1]}")):
        package = Package(made.data)
        leave_alone(package, name)
        resolve(package, "accept")
        assert _lines(package.to_bytes())[3] == wanted


def test_brackets_that_stand_elsewhere_at_a_typed_number_are_told() -> None:
    """Whose brackets hold the number in the file is that one's text; another's stand behind it, and it is said."""
    base = typed(*OPS)
    read, lines = read_word(base), _lines(base)
    asked = {
        name: docx("".join(map(p, (*lines[:3], one, *lines[4:]))))
        for name, one in (("A", f"[[2.] {OPS[1]}]"), ("B", f"[2.] {OPS[1]}"))
    }
    wishes = {
        name: list(compared_proposals(compare(read.draft, read_word(data).draft), name)) for name, data in asked.items()
    }
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    told = what_is_told(read.draft, wishes, made, made.data, base=base, origins=read.origins)
    for name, data in asked.items():
        package = Package(made.data)
        leave_alone(package, name)
        resolve(package, "accept")
        assert (_lines(package.to_bytes()) == _lines(data)) is (name in told.exact)
    assert told.exact == ("A",)
    assert told.cannot[-1] == (
        "The changes of “B”, taken alone, are not to the letter what it asks for: "
        "see the brackets at the number of OP2, where “A” asks for something too"
    )


def _lines(data: bytes) -> list[str]:
    package = Package(data)
    return [letters_in(one) for one in package.root(package.main).iter(w("p"))]


def test_typed_numbers_that_several_set_anew_are_told() -> None:
    """Taken alone, each has the numbers of the base: of a number that two type Word could show all, or none."""
    base = typed(*OPS)
    read = read_word(base)
    asked = {"A": OPS[1:], "B": ("Reaffirms the right to water;", *OPS), "C": (*OPS[:3], "Decides to go on at once.")}
    wishes = {
        name: list(compared_proposals(compare(read.draft, read_word(typed(*one)).draft), name))
        for name, one in asked.items()
    }
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    together = [one.number for one in read_word(made.data).draft.paragraphs if one.number is not None]
    assert together == [f"{at}" for at in range(1, len(together) + 1)]
    told = what_is_told(read.draft, wishes, made, made.data, base=base, origins=read.origins)
    assert told.exact == ("C",)
    assert told.cannot == tuple(
        f"Not in the file: numbers that “{name}” types anew; all accepted, they are counted anew" for name in "AB"
    )


NEW = "Urges all;"
WORDED = (*OPS[:3], "Decides to go on at once.")


@pytest.mark.parametrize(
    ("asked", "names", "exact"),
    [
        ({"A": (OPS[0], NEW, *OPS[1:]), "B": WORDED}, {"A", "B"}, "AB"),
        ({"A": (OPS[0], NEW, *OPS[1:]), "B": (OPS[0], NEW, *OPS[1:]), "C": WORDED}, {"A, B", "C"}, "ABC"),
        ({"A": OPS[1:], "B": (*OPS[:3], NEW, OPS[3]), "C": WORDED}, {"A", "B", "C", "A with B"}, "C"),
    ],
    ids=["one alone", "two alike", "of two, whom others do not concern"],
)
def test_a_typed_number_is_set_anew_by_those_who_change_it(
    asked: dict[str, tuple[str, ...]], names: set[str], exact: str
) -> None:
    base = typed(*OPS)
    read = read_word(base)
    wishes = {
        name: list(compared_proposals(compare(read.draft, read_word(typed(*one)).draft), name))
        for name, one in asked.items()
    }
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    assert {one.author for one in read_word(made.data).revisions} == names
    together = [one.number for one in read_word(made.data).draft.paragraphs if one.number is not None]
    assert together == [f"{at}" for at in range(1, len(together) + 1)]
    told = what_is_told(read.draft, wishes, made, made.data, base=base, origins=read.origins)
    assert told.exact == tuple(exact)


def test_numbers_that_all_leave_as_they_were_typed_are_exact_and_where_they_are_counted_anew_it_is_told() -> None:
    """In Word who deletes a paragraph leaves the numbers typed behind it: taken alone among others they stay so."""
    base = typed(*OPS)
    read = read_word(base)
    asked = {"A": OPS[1:], "B": (*OPS[:3], "Decides to go on at once.")}
    wishes = {
        name: list(compared_proposals(compare(read.draft, read_word(typed(*one)).draft), name))
        for name, one in asked.items()
    }
    told = []
    for own in (wishes, {"A": wishes["A"]}):
        made = write_compilation(read.draft, joined(read.draft, own), base=base, origins=read.origins, as_typed=own)
        told.append(what_is_told(read.draft, own, made, made.data, base=base, origins=read.origins, as_typed=own))
    assert (told[0].exact, told[0].cannot) == (("A", "B"), ())
    assert told[1].exact == ()
    assert told[1].cannot == ("Typed numbers are counted anew in what “A” asks for, taken alone: see OP2",)


def test_a_number_that_one_types_before_new_words_and_that_is_counted_anew_is_told() -> None:
    base = typed(*OPS)
    read = read_word(base)
    new = read_word(typed(OPS[0], "Urges all;", *OPS[1:])).draft
    told = {}
    for number in ("2", "7"):
        paragraphs = [replace(one, number=number) if one.text == "Urges all;" else one for one in new.paragraphs]
        wishes = {"A": list(compared_proposals(compare(read.draft, replace(new, paragraphs=tuple(paragraphs))), "A"))}
        made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
        told[number] = what_is_told(read.draft, wishes, made, made.data, base=base, origins=read.origins)
    assert (told["2"].exact, told["2"].cannot) == (("A",), ())
    assert told["7"].exact == ()
    assert told["7"].cannot == ("Not in the file: numbers that “A” types anew; all accepted, they are counted anew",)


def test_a_typed_number_goes_with_who_takes_out_its_paragraph_though_others_write_in_it() -> None:
    """What two others put in at its end, the letters of the number that one joins among them, keeps no number there."""
    base = typed(*OPS)
    read = read_word(base)
    by = {name: f'w:id="{at}" w:author="{name}"' for at, name in enumerate("ABC", 1)}
    first, second = f"1. {OPS[0]}", f"2. {OPS[1]}"
    changed = {
        "A": p(dele(d(first), by["A"]), mark=f"<w:del {by['A']}/>") + p(second),
        "B": p(first, mark=f"<w:del {by['B']}/>") + p(second),
        "C": p(t(first), ins(t(" as appropriate"), by["C"])) + p(second),
    }
    head, rest = p("The General Assembly,") + p("Recalling its resolution 78/1,"), p(f"3. {OPS[2]}") + p(f"4. {OPS[3]}")
    files = {name: read_returned(docx(head + own + rest)) for name, own in changed.items()}
    assert all(one.base.draft == read.draft for one in files.values())
    wishes = {name: one.proposals for name, one in files.items()}
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    for name, one in files.items():
        assert words_with_notes(taken_alone(made.data, name)) == words_with_notes(one.sent.draft)
    package = Package(made.data)
    authors = {one.get(w("author")) for one in package.root(package.main).iter(w("ins"), w("del"))}
    assert authors <= set(made.names)


@pytest.mark.parametrize(("kind", "sign"), [(Kind.SUBPARAGRAPH, "(a)"), (Kind.SPONSOR_NOTE, "* ")])
def test_a_number_is_typed_as_it_was_where_its_paragraph_is_joined_to_another(kind: Kind, sign: str) -> None:
    kinds = ((Kind.ENACTING, None), (Kind.OPERATIVE, "1"), (Kind.OPERATIVE, "2"), (kind, sign.strip()))
    said = ("The General Assembly,", "Urges all to act;", "Calls for steps:", "To meet in the region.")
    pairs = zip(kinds, said, strict=True)
    lines = [Paragraph(of, (Run(one),), int(number == "(a)"), number) for (of, number), one in pairs]
    base = write_clean(Draft(tuple(lines)), Typesetting(literal_numbers=True))
    read, package = read_word(base), Package(base)
    node = next(one for one in package.edit(package.main).iter(w("p")) if "Calls" in "".join(map(str, one.itertext())))
    Stamp("A", None, 1).mark(node, "del")
    reworded = replace(read.draft.paragraphs[1], runs=(Run("Urges States to act;"),))
    other = replace(read.draft, paragraphs=(read.draft.paragraphs[0], reworded, *read.draft.paragraphs[2:]))
    wishes = {
        "A": read_returned(package.to_bytes()).proposals,
        "B": list(compared_proposals(compare(read.draft, other), "B")),
    }
    for asked in (wishes, {"A": wishes["A"]}):
        made = Package(write_compilation(read.draft, asked, base=base, origins=read.origins).data)
        leave_alone(made, "A")
        resolve(made, "accept")
        shown = ["".join(map(str, one.itertext())) for one in made.root(made.main).iter(w("p"))]
        assert shown[2] == f"2.{said[2]}{sign}{said[3]}"


def test_what_several_put_behind_a_sole_paragraph_is_counted_on_from_the_number_that_it_gets() -> None:
    def text(*lines: str) -> bytes:
        return docx(p("The General Assembly,") + p("Recalling its resolution 78/1,") + "".join(map(p, lines)))

    base = text("Decides to meet.")
    read = read_word(base)
    wishes = {}
    for name, line in (("A", "Requests a report."), ("B", "Requests a full report.")):
        new = read_word(text("1. Decides to meet;", f"2. {line}")).draft
        asked = write_redline(compare(read.draft, new), base=base, origins=read.origins, author=name)
        wishes[name] = list(read_returned(asked).on(read.draft, "base").placed)
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    accepted = read_word(made.data).draft.paragraphs[2:]
    assert [(one.number, one.text) for one in accepted] == [
        ("1", "Decides to meet;"), ("2", "Requests a report."), ("3", "Requests a full report."),
    ]  # fmt: skip
    assert [one.number for one in taken_alone(made.data, "B").paragraphs[2:]] == ["1", "2"]
