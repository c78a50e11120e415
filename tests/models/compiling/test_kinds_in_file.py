"""Of what kind, and at what level, paragraphs are in a compiled file, whosever changes are taken from it alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.comparison.compare import compare
from models.compiling.compilation import write_compilation
from models.compiling.each_alone import each_alone
from models.compiling.joint_wishes import joined
from models.draft import Draft, Kind, Paragraph, Run
from models.draft.numbering import computed_numbers, counted_anew
from models.proposals.returned import read_returned
from models.proposals.untracked.compared import compared_proposals
from models.word.read import read_word
from tests.models.compiling.read_alone import taken_alone
from tests.models.word.lint import lint
from tests.models.word.word_xml import docx, ins, p, t

PP1, PP2 = "PP Recalling its resolution on the matter,", "PP Noting the report of the Secretary-General,"
OP1, OP2, OP3 = (
    "OP Encourages all States to cooperate;",
    "OP Welcomes the efforts of all;",
    "OP Decides to remain seized.",
)
NEW, MORE = "OP Invites Member States to contribute;", "PP Bearing in mind the needs of all,"
TEXT = "TX Done at Geneva."
_KINDS = {"TX": Kind.TEXT, "PP": Kind.PREAMBULAR, "OP": Kind.OPERATIVE}


def draft(*lines: str) -> Draft:
    return counted_anew(Draft(tuple(Paragraph(_KINDS[one[:2]], (Run(one[3:]),)) for one in lines)))


def lines(one: Draft) -> list[str]:
    named = {kind: name for name, kind in _KINDS.items()}
    return [f"{named[paragraph.kind]} {paragraph.text}" for paragraph in one.paragraphs]


def tied(first: str, second: str) -> str:
    return f"{first} {second[3:]}"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        pytest.param(
            {"A": (PP1, tied(PP2, OP1), OP2, OP3), "B": (PP1, PP2, OP1, NEW, OP2, OP3)}, [], id="joined over the border"
        ),
        pytest.param(
            {"A": (PP1, tied(PP2, OP1), OP2, OP3), "B": (PP1, PP2, OP1[:17], f"OP {OP1[18:]}", OP2, OP3)},
            [],
            id="joined over the border, and divided",
        ),
        pytest.param({"A": (PP2, OP1, OP2, OP3, PP1), "B": (PP1, PP2, OP1, OP2)}, [], id="behind the last, which goes"),
        pytest.param(
            {"A": (PP1, PP2, OP1, OP3, tied(MORE, OP2)), "B": (PP1, OP1, OP2, OP3, PP2), "C": (PP1, PP2, OP1, OP2)},
            [],
            id="several behind the last",
        ),
        pytest.param(
            {"A": (OP3, PP1, PP2, OP1, OP2), "B": (PP1, PP2, OP1, NEW, OP2, OP3)}, [], id="the last goes before all"
        ),
        pytest.param(
            {"A": (PP1, PP2, OP1, OP2, OP3, MORE), "B": (PP1, PP2, OP1, OP2, OP3, NEW)}, [], id="two behind the last"
        ),
    ],
)
def test_each_has_its_kinds(asked: dict[str, tuple[str, ...]], told: list[str]) -> None:
    base = draft(PP1, PP2, OP1, OP2, OP3)
    wishes = {name: list(compared_proposals(compare(base, draft(*one)), name)) for name, one in asked.items()}
    made = write_compilation(base, joined(base, wishes))
    assert {name: lines(taken_alone(made.data, name)) for name in asked} == {n: list(one) for n, one in asked.items()}
    assert lines(read_word(made.data, "reject").draft) == lines(base)
    assert lines(read_word(made.data).draft) == lines(made.taken)
    assert [str(one) for one in made.clashes] == told
    assert lint(made.data) == ()


def counted(*lines: str) -> Draft:
    """A text as it is printed: an operative paragraph alone has no number."""
    one = Draft(tuple(Paragraph(_KINDS[line[:2]], (Run(line[3:]),)) for line in lines))
    numbers = computed_numbers(one)
    return Draft(tuple(replace(line, number=number) for line, number in zip(one.paragraphs, numbers, strict=True)))


@pytest.mark.parametrize(
    "asked",
    [
        {"A": (PP1, PP2, OP1, NEW), "B": (PP1, PP2, OP1[:17], f"OP {OP1[18:]}")},
        {"A": (PP1, PP2, OP1, NEW), "B": (PP1, PP2, NEW, OP2)},
        {"A": (PP1, PP2, NEW, OP2), "B": (PP1, PP2, OP1[:17], f"OP {OP1[18:]}")},
    ],
    ids=["divided", "others instead", "divided, and others instead"],
)
def test_a_second_operative_paragraph_makes_numbers_for_each(asked: dict[str, tuple[str, ...]]) -> None:
    base = counted(PP1, PP2, OP1)
    wishes = {name: list(compared_proposals(compare(base, counted(*one)), name)) for name, one in asked.items()}
    made = write_compilation(base, joined(base, wishes))
    assert each_alone(made.data, base, wishes.items()) == (("A", "B"), ())


def test_two_kinds_of_the_last_paragraph_are_a_clash() -> None:
    base = draft(PP1, PP2, OP1)
    asked = {"A": draft(PP1, tied(PP2, OP1)), "B": draft(PP1, PP2, OP1, TEXT)}
    wishes = {name: list(compared_proposals(compare(base, new), name)) for name, new in asked.items()}
    made = write_compilation(base, joined(base, wishes))
    assert [str(one) for one in made.clashes] == [
        "“A” and “B” each ask for another kind, level or numbering of OP1, or of what comes behind it, "
        "and Word tracks one such change: in the file it is what “A” asks for"
    ]


def test_what_is_read_as_another_kind_for_the_sake_of_new_words_is_not_told() -> None:
    """With a paragraph that opens as an operative one, what stands before it in a letter reads as a masthead."""
    said = ("Dear colleagues", "The meeting begins at ten.", "Coffee is served at noon.")
    base, by = docx("".join(map(p, said))), 'w:id="1" w:author="A"'
    new = "".join(p(ins(t(one), by)) for one in (NEW[3:], "Notes with concern the water;"))
    new = new.replace("<w:p>", f"<w:p><w:pPr><w:rPr><w:ins {by}/></w:rPr></w:pPr>")
    asked = {
        "A": docx("".join(map(p, said)) + new),
        "B": docx(p(said[0], ins(t(" and friends"), by.replace("A", "B"))) + "".join(map(p, said[1:]))),
    }
    read = read_word(base)
    wishes = {name: read_returned(one).proposals for name, one in asked.items()}
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    exact, unlike = each_alone(made.data, read.draft, wishes.items(), base=base, origins=read.origins)
    assert (exact, unlike) == (("A", "B"), ())
