"""Proposals of several delegations in one Word file: rejected it is the draft, accepted the draft with all taken."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

import pytest

from models.comparison.compare import compare
from models.compiling.clashes import clashes
from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.draft import Draft, DraftError, Kind, Paragraph, Run
from models.draft.numbering import counted_anew
from models.proposals.proposal import Proposal
from models.proposals.returned import read_returned
from models.proposals.untracked.compared import compared_proposals
from models.word.leaving.looked_for.both_ways import hidden_both_ways, tracked_roots
from models.word.leaving.verify import verify_word
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.comparison.small_drafts import numbered as draft
from tests.models.compiling.read_alone import taken_alone
from tests.models.merging.random_drafts import edited, random_draft
from tests.models.word.lint import lint
from tests.models.word.word_xml import d, dele, docx, ins, p, t

BASE = (
    "Calls upon all States to cooperate with the mechanism;",
    "Requests the Secretary-General to report at its next session;",
    "Decides to keep the matter under review.",
)


def texts(one: Draft) -> list[tuple[str | None, str]]:
    return [(paragraph.number, paragraph.text) for paragraph in one.paragraphs]


def wishes_of(base: Draft, **asked: tuple[str, ...]) -> dict[str, list[Proposal]]:
    return {name: list(compared_proposals(compare(base, draft(*new)), name)) for name, new in asked.items()}


def changes(data: bytes) -> list[tuple[str, str, str]]:
    return [(one.author or "", one.kind, one.text) for one in read_word(data).revisions]


def test_each_delegation_in_its_own_name() -> None:
    base = draft(*BASE)
    wishes = wishes_of(
        base,
        France=(BASE[0].replace("all States", "Member States"), *BASE[1:]),
        Kenya=(*BASE[:2], "Encourages voluntary contributions to the trust fund;", BASE[2]),
    )
    made = write_compilation(base, wishes)
    assert texts(read_word(made.data, "reject").draft) == texts(base)
    assert texts(read_word(made.data).draft) == [
        ("1", "Calls upon Member States to cooperate with the mechanism;"),
        ("2", BASE[1]),
        ("3", "Encourages voluntary contributions to the trust fund;"),
        ("4", BASE[2]),
    ]
    assert {author for author, _, _ in changes(made.data)} == {"France", "Kenya"}
    assert ("Kenya", "insert", "Encourages voluntary contributions to the trust fund;") in changes(made.data)


def test_two_that_change_the_same_words() -> None:
    base = draft(*BASE)
    wishes = wishes_of(
        base,
        France=(BASE[0], BASE[1].replace("at its next session", "in two years"), BASE[2]),
        Kenya=(BASE[0], BASE[1].replace("at its next session", "every year"), BASE[2]),
    )
    made = write_compilation(base, wishes)
    told = changes(made.data)
    assert told == [
        ("France, Kenya", "delete", "at its next session"),
        ("France", "insert", "in two years"),
        ("Kenya with France", "insert", " "),
        ("Kenya", "insert", "every year"),
    ]
    # What accepting all gives is no answer, but its words stay words; and it is told.
    assert made.taken.paragraphs[1].text == "Requests the Secretary-General to report in two years every year;"
    assert [str(one) for one in clashes(base, wishes)] == ["“France” and “Kenya” change the same words of OP2"]
    assert texts(read_word(made.data, "reject").draft) == texts(base)


ALL_STEPS = "Urges all States to take all necessary measures without delay to act together;"


@pytest.mark.parametrize(
    ("asked", "taken", "told"),
    [
        pytest.param(
            {
                "Fiji": ALL_STEPS.replace("necessary", "appropriate"),
                "Kenya": ALL_STEPS.replace(" all necessary measures without delay", ""),
            },
            ALL_STEPS.replace(" all necessary measures without delay", ""),
            ["“Kenya” takes out “all necessary measures without delay” of OP1, where “Fiji” puts in “appropriate”: "
             "all accepted, what “Fiji” puts in goes too"],
            id="one takes out what another rewords",
        ),
        pytest.param(
            {
                "Fiji": ALL_STEPS.replace("necessary", "appropriate").replace("without delay", "now"),
                "Kenya": ALL_STEPS.replace("all necessary measures without delay", "steps"),
                "Peru": ALL_STEPS.replace("all necessary measures without delay", "steps"),
            },
            ALL_STEPS.replace("all necessary measures without delay", "steps"),
            ["“Kenya” and “Peru” take out “all necessary measures without delay” of OP1, where “Fiji” puts in "
             "“appropriate” and “now”: all accepted, what “Fiji” puts in go too"],
            id="two replace what another rewords twice",
        ),
        pytest.param(
            {
                "Fiji": ALL_STEPS.replace("without delay", "and “means”"),
                "Kenya": ALL_STEPS.replace("measures without delay ", "").replace("all States", "the States"),
                "Peru": ALL_STEPS.replace("all States", "Member States"),
            },
            None,
            ["“Kenya” takes out “measures without delay” of OP1, where “Fiji” puts in “and ‘means’”: all accepted, "
             "what “Fiji” puts in goes too", "“Kenya” and “Peru” change the same words of OP1"],
            id="and the same words as a third",
        ),
        pytest.param(
            {"Fiji": ALL_STEPS.replace("necessary", "appropriate"), "Kenya": ALL_STEPS.replace("necessary ", "")},
            ALL_STEPS.replace("necessary ", ""),
            ["“Kenya” takes out “necessary” of OP1, where “Fiji” puts in “appropriate”: all accepted, what “Fiji” puts "
             "in goes too"],
            id="one word and the space behind it",
        ),
        pytest.param(
            {
                "Fiji": ALL_STEPS.replace("all necessary", "appropriate"),
                "Kenya": ALL_STEPS.replace("necessary measures ", ""),
            },
            ALL_STEPS.replace("all necessary measures", "appropriate"),
            ["“Fiji” and “Kenya” change the same words of OP1"],
            id="words that overlap, which take the space behind with them",
        ),
        pytest.param(
            {
                "Fiji": ALL_STEPS.replace("all necessary", "appropriate"),
                "Kenya": ALL_STEPS.replace("necessary measures", "steps"),
            },
            ALL_STEPS.replace("all necessary measures", "appropriate steps"),
            ["“Fiji” and “Kenya” change the same words of OP1"],
            id="words that overlap, each replaced",
        ),
        pytest.param(
            {"Fiji": ALL_STEPS.replace("necessary", "appropriate"), "Kenya": ALL_STEPS.replace(" without delay", "")},
            ALL_STEPS.replace("necessary", "appropriate").replace(" without delay", ""),
            [],
            id="words apart",
        ),
    ],
)  # fmt: skip
def test_words_that_go_with_those_another_takes_out(asked: dict[str, str], taken: str | None, told: list[str]) -> None:
    base = draft(ALL_STEPS, *BASE)
    wishes = joined(base, wishes_of(base, **{name: (text, *BASE) for name, text in asked.items()}))
    made = write_compilation(base, wishes)
    assert taken is None or read_word(made.data).draft.paragraphs[0].text == taken
    assert {name: taken_alone(made.data, name).paragraphs[0].text for name in asked} == asked
    assert [str(one) for one in clashes(base, wishes)] == told


@pytest.mark.parametrize(
    ("fiji", "kenya", "both"),
    [
        (("一切", "新"), ("切必要", ""), "采取新措施"),
        (("一切", "适当"), ("一切", "有关"), "采取适当有关必要措施"),
        (("必要", "，必要"), ("必要", "3项必要"), "采取一切，3项必要措施"),
    ],
)
def test_no_space_comes_between_words_written_without(fiji: tuple[str, str], kenya: tuple[str, str], both: str) -> None:
    text = "采取一切必要措施"
    asked = {name: text.replace(*one) for name, one in (("Fiji", fiji), ("Kenya", kenya))}
    base = draft(f"{text};", *BASE)
    made = write_compilation(
        base, joined(base, wishes_of(base, **{name: (f"{one};", *BASE) for name, one in asked.items()}))
    )
    assert made.taken.paragraphs[0].text == f"{both};"
    assert {name: taken_alone(made.data, name).paragraphs[0].text for name in asked} == {
        name: f"{one};" for name, one in asked.items()
    }


@pytest.mark.parametrize(("opening", "shutting"), [("[", "]"), ("“", "”"), ("–", "")])
def test_words_stand_close_to_what_another_opens_before_them(opening: str, shutting: str) -> None:
    asked = {
        "Fiji": ALL_STEPS.replace("necessary measures", f"{opening}necessary measures{shutting}"),
        "Kenya": ALL_STEPS.replace("necessary", "new necessary"),
    }
    base = draft(ALL_STEPS, *BASE)
    made = write_compilation(base, joined(base, wishes_of(base, **{name: (one, *BASE) for name, one in asked.items()})))
    both = ALL_STEPS.replace("necessary measures", f"{opening}new necessary measures{shutting}")
    assert made.taken.paragraphs[0].text == both
    assert {name: taken_alone(made.data, name).paragraphs[0].text for name in asked} == asked


def test_what_several_ask_for_alike_is_once_and_of_them_all() -> None:
    base = draft(*BASE)
    wishes = wishes_of(
        base,
        France=(BASE[0].replace("all States", "all Member States"), *BASE[1:]),
        Kenya=(BASE[0].replace("all States", "all Member States").replace("cooperate", "work"), *BASE[1:]),
    )
    made = write_compilation(base, joined(base, wishes))
    assert made.taken.paragraphs[0].text == "Calls upon all Member States to work with the mechanism;"
    assert changes(made.data) == [
        ("France, Kenya", "insert", "Member "),
        ("Kenya", "delete", "cooperate"),
        ("Kenya", "insert", "work"),
    ]
    assert made.names == ("France, Kenya", "Kenya")
    assert clashes(base, joined(base, wishes)) == ()


def test_what_one_changes_in_what_another_moves() -> None:
    base = draft(*BASE, "Invites all States to contribute.")
    moved = draft(BASE[0], "Invites all States to contribute.", *BASE[1:])
    first = write_redline(compare(base, moved), base=None, author="Italy")
    read = read_word(first)
    reworded = draft(BASE[0], "Invites all States urgently to contribute.", *BASE[1:])
    both = write_redline(
        compare(read.draft, reworded), base=first, origins=read.origins, author="Fiji", base_changes="keep"
    )
    wishes: dict[str, list[Proposal]] = {"Fiji": [], "Italy": []}
    for proposal in read_returned(both).proposals:
        wishes[proposal.author].append(proposal)
    made = write_compilation(base, wishes)
    assert [one.text for one in read_word(made.data).draft.paragraphs] == [one.text for one in reworded.paragraphs]
    assert [one for one in changes(made.data) if one[0] == "Fiji"] == [("Fiji", "insert", "urgently ")]


def test_typed_numbers_that_come_and_go_were_asked_for() -> None:
    lines = (*BASE, "Invites all States to contribute.")
    data = docx("".join(p(f"{number}. {text}") for number, text in enumerate(lines, 1)))
    read = read_word(data)
    assert texts(read.draft) == texts(draft(*lines))
    wishes = wishes_of(read.draft, Italy=(lines[3], *lines[:3]))
    made = write_compilation(read.draft, wishes, base=data, origins=read.origins)
    hidden = hidden_both_ways(tracked_roots(Package(made.data)))
    assert hidden
    assert made.asked_for(hidden)
    assert not made.asked_for((*hidden, "words of nobody"))
    assert texts(read_word(made.data, "reject").draft) == texts(read.draft)
    assert texts(read_word(made.data).draft) == texts(draft(lines[3], *lines[:3]))


def test_a_paragraph_goes_with_the_words_that_another_put_in_it() -> None:
    italy, fiji = 'w:id="1" w:author="Italy"', 'w:id="2" w:author="Fiji"'
    struck = ins(dele(d(" good"), italy), fiji)
    going = p(dele(d("Calls upon all"), italy) + struck + dele(d(" States;"), italy), mark=f"<w:del {italy}/>")
    returned = read_returned(docx(p("Decides to meet;") + going + p("Requests a report.")))
    wishes: dict[str, list[Proposal]] = {"Italy": [], "Fiji": []}
    for proposal in returned.proposals:
        wishes[proposal.author].append(proposal)
    made = write_compilation(returned.base.draft, wishes)
    assert [one.text for one in read_word(made.data, "reject").draft.paragraphs] == [
        "Decides to meet;",
        "Calls upon all States;",
        "Requests a report.",
    ]
    assert [one.text for one in read_word(made.data).draft.paragraphs] == ["Decides to meet;", "Requests a report."]
    assert [one for one in changes(made.data) if one[0] == "Fiji"] == [("Fiji", "insert", " good")]


def test_who_parts_what_another_adds_has_only_its_own_words() -> None:
    italy, fiji = 'w:id="1" w:author="Italy"', 'w:id="2" w:author="Fiji"'
    first = p(ins(t("Urges all "), italy) + ins(t("to meet;"), fiji), mark=f"<w:ins {fiji}/>")
    second = p(ins(t("Calls upon "), fiji) + ins(t("States;"), italy), mark=f"<w:ins {italy}/>")
    returned = read_returned(docx(p("Decides to meet;") + first + second + p("Requests a report.")))
    wishes: dict[str, list[Proposal]] = {"Italy": [], "Fiji": []}
    for proposal in returned.proposals:
        wishes[proposal.author].append(proposal)
    made = write_compilation(returned.base.draft, wishes)
    assert [one.text for one in read_word(made.data).draft.paragraphs][1:3] == [
        "Urges all to meet;",
        "Calls upon States;",
    ]
    words = [(author, text) for author, _, text in changes(made.data) if text]
    assert words == [("Italy", "Urges all "), ("Fiji", "to meet;"), ("Fiji", "Calls upon "), ("Italy", "States;")]


@pytest.mark.parametrize("end", [True, False])
def test_who_adds_words_where_another_joins_parts_nothing(end: bool) -> None:
    base, joined_up = draft(*BASE), f"{BASE[0]} {BASE[1]}"
    added = (f"{BASE[0]} also at sea;", *BASE[1:]) if end else (BASE[0], f"Also {BASE[1]}", BASE[2])
    wishes = wishes_of(base, France=(joined_up, BASE[2]), Kenya=added)
    made = write_compilation(base, wishes)
    both = f"{BASE[0]} also at sea; {BASE[1]}" if end else f"{BASE[0]} Also {BASE[1]}"
    assert [text.replace("  ", " ") for _, text in texts(read_word(made.data).draft)] == [both, BASE[2]]
    assert texts(taken_alone(made.data, "France")) == [("1", joined_up), ("2", BASE[2])]
    assert texts(taken_alone(made.data, "Kenya")) == texts(draft(*added))


def test_without_proposals_it_is_the_draft() -> None:
    base = draft(*BASE)
    made = write_compilation(base, {})
    assert made.names == ()
    assert made.taken == base
    assert changes(made.data) == []
    assert texts(read_word(made.data).draft) == texts(base)


def test_own_changes_of_the_base_are_in_none_of_its_compilations() -> None:
    italy = 'w:id="1" w:author="Italy"'
    data = docx(p(t("Decides to meet") + ins(t(" in May"), italy) + t(";")) + p(t("Requests a report.")))
    read = read_word(data)
    asked = Draft((replace(read.draft.paragraphs[0], runs=(Run("Decides to meet;"),)), *read.draft.paragraphs[1:]))
    other = Draft((replace(read.draft.paragraphs[0], runs=(Run("Decides to meet in June;"),)), *asked.paragraphs[1:]))
    both = {name: list(compared_proposals(compare(read.draft, new))) for name, new in (("F", asked), ("K", other))}
    for wishes in ({}, both):
        made = write_compilation(read.draft, joined(read.draft, wishes), base=data, origins=read.origins)
        assert "Italy" not in {author for author, _, _ in changes(made.data)}
        assert texts(read_word(made.data, "reject").draft) == texts(read.draft)


def test_numbers_are_counted_anew_save_those_set_by_hand() -> None:
    numbers = [one.number for one in counted_anew(draft("a", "b", "c")).paragraphs]
    assert numbers == ["1", "2", "3"]
    odd = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run("x"),), number=n) for n in ("1", "1 bis", "5", "5")))
    assert [one.number for one in counted_anew(odd).paragraphs] == ["1", "1 bis", "2", "3"]


@pytest.mark.parametrize("seed", range(12))
def test_any_wishes_of_three(seed: int) -> None:
    chance = Random(seed)
    base = random_draft(chance)
    if not base.paragraphs:
        return
    wishes = {name: list(compared_proposals(compare(base, edited(chance, base)), name)) for name in ("A", "B", "C")}
    try:
        made = write_compilation(base, joined(base, wishes))
        verify_word(made.data, made.taken, base, None, kept=True)
    except DraftError as error:
        pytest.fail(f"seed {seed}: {error}")
    back = read_word(made.data, "reject").draft
    assert [one.text for one in back.paragraphs] == [one.text for one in base.paragraphs]
    now = read_word(made.data).draft
    assert [one.text for one in now.paragraphs] == [one.text for one in made.taken.paragraphs]
    assert {name for author, _, _ in changes(made.data) for name in re.split(", | with ", author)} <= {"A", "B", "C"}


@pytest.mark.parametrize("simple", [False, True])
def test_a_field_goes_whole_with_the_words_that_several_change(*, simple: bool) -> None:
    character = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText xml:space="preserve"> REF _Ref1 \\h </w:instrText></w:r>'
    field = "".join([character.format("begin"), code, character.format("separate"), t("78/1"), character.format("end")])
    field = f'<w:fldSimple w:instr=" REF _Ref1 ">{t("78/1")}</w:fldSimple>' if simple else field
    base = docx(p("Urges all to act;") + p("Decides to go on;") + p(t("Recalls resolution ") + field + t(" on peace.")))
    read = read_word(base)
    urges, decides, recalls = read.draft.paragraphs
    asked = {
        "A": Draft((urges, decides)),
        "B": Draft((recalls, urges)),
        "C": Draft((urges, decides, replace(recalls, runs=(Run("Recalls lasting peace."),)))),
    }
    wishes = {name: list(compared_proposals(compare(read.draft, new), name)) for name, new in asked.items()}
    made = write_compilation(read.draft, joined(read.draft, wishes), base=base, origins=read.origins)
    assert lint(made.data) == ()
    for name, new in asked.items():
        assert [one.text for one in taken_alone(made.data, name).paragraphs] == [one.text for one in new.paragraphs]
    gone = list(Package(made.data).root("word/document.xml").iter(w("fldChar"), w("fldSimple")))
    assert gone
    assert all(any(above.tag == w("del") for above in sign.iterancestors()) for sign in gone)
