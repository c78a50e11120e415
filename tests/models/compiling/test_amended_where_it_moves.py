"""A paragraph that one of several moves is amended where it moves to; what stands twice in the end is told."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.what_is_told import what_is_told
from models.draft import Draft
from models.proposals.returned import read_returned
from models.proposals.untracked.compared import compared_proposals
from models.word.clean import write_clean
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.comparison.small_drafts import numbered as draft
from tests.models.compiling.read_alone import taken_alone

ONE = "Encourages all States to cooperate in the region;"
TWO = "Welcomes the efforts of Member States to combat desertification;"
THREE = "Requests the Secretary-General to report at its next session."
WIDER = ONE.replace("region", "wider area")
NEW = "Calls for action."


def texts(one: Draft) -> list[str]:
    return [paragraph.text for paragraph in one.paragraphs]


def compiled(base: Draft, asked: dict[str, Draft], tracked: bool) -> tuple[list[str], tuple[str, ...]]:
    """All accepted, and what is told; what each asks for is there with its changes alone."""
    file = write_clean(base)
    origins = read_word(file).origins
    wishes = {}
    for name, new in asked.items():
        change = compare(base, new)
        data = write_redline(change, base=file, origins=origins, author=name)
        wishes[name] = list(
            read_returned(data).on(base, "base").placed if tracked else compared_proposals(change, name)
        )
    made = write_compilation(base, joined(base, wishes), base=file, origins=origins)
    assert texts(read_word(made.data, "reject").draft) == texts(base)
    for name, new in asked.items():
        assert texts(taken_alone(made.data, name)) == texts(new)
    told = what_is_told(base, wishes, made, made.data, base=file, origins=origins)
    return texts(read_word(made.data).draft), told.cannot


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(
    "moved",
    [
        pytest.param((TWO, THREE, ONE), id="to the end"),
        pytest.param((THREE, ONE, TWO), id="two of them to the end"),
        pytest.param((TWO, THREE, ONE, NEW), id="to the end, with a new one behind it"),
        pytest.param((TWO, THREE, NEW, ONE), id="to the end, with a new one before it"),
        pytest.param((TWO, WIDER, THREE), id="and replaces words of it"),
        pytest.param((TWO, THREE, WIDER), id="to the end and replaces words of it"),
        pytest.param((TWO, f"to cooperate in the region; {ONE[:21]}", THREE), id="and turns its halves round"),
    ],
)
def test_what_moves_has_the_words_of_others(moved: tuple[str, ...], tracked: bool) -> None:
    base = draft(ONE, TWO, THREE)
    amended = draft(ONE.replace("all States", "each State"), TWO, THREE)
    taken, told = compiled(base, {"A": draft(*moved), "B": amended}, tracked)
    assert taken == [one.replace("all States", "each State") for one in moved]
    assert told == ()


@pytest.mark.parametrize("tracked", [True, False])
def test_what_stands_twice_is_told(tracked: bool) -> None:
    base = draft(ONE, TWO, NEW, THREE)
    one = draft(f"{ONE} {NEW}", THREE)
    other = draft(f"{WIDER} {NEW}", THREE, TWO)
    taken, told = compiled(base, {"A": one, "B": other}, tracked)
    assert " ".join(taken).count(NEW) == 2
    assert (
        "“A” and “B” each put “Calls for action” of OP3 elsewhere: all accepted, these words are there several times"
        in told
    )


def test_one_word_that_stands_twice_is_told_where_the_draft_has_it_once() -> None:
    base = draft("Calls for the work of Governments upon implementation and pillars;", TWO, THREE)
    one = draft("Calls for the work of Governments", TWO, "upon implementation and pillars;", THREE)
    taken, told = compiled(base, {"A": one, "B": draft("implementation now", TWO, THREE)}, True)
    assert " ".join(taken).count("implementation") == 2
    assert (
        "“A” and “B” each put “implementation” of OP1 elsewhere: all accepted, this word is there several times" in told
    )


@pytest.mark.parametrize("tracked", [True, False])
def test_words_that_one_changes_as_he_moves_them_and_another_too_are_told(tracked: bool) -> None:
    base = draft(ONE, NEW, TWO, THREE)
    moved = draft(TWO.replace("Member", "those"), ONE, NEW, THREE)
    amended = draft(ONE, NEW, TWO.replace("efforts of Member", "work of all"), THREE)
    told = compiled(base, {"A": moved, "B": amended}, tracked)[1]
    assert told == ("“A” moves OP3 and changes the same words of it as “B”",)
    apart = draft(ONE, NEW, TWO.replace("Welcomes", "Notes"), THREE)
    assert compiled(base, {"A": moved, "B": apart}, tracked)[1] == ()


def test_a_word_that_goes_and_stands_elsewhere_too_is_not_put_there() -> None:
    base = draft("Encourages the States concerned to cooperate in all regions;", TWO, THREE)
    moved = draft(TWO, THREE, "Encourages States concerned to cooperate in the regions;")
    amended = draft(base.paragraphs[0].text.replace("the States", "those States"), TWO, THREE)
    taken, told = compiled(base, {"A": moved, "B": amended}, True)
    assert taken[2] == "Encourages those States concerned to cooperate in the regions;"
    assert told == ("“A” moves OP1 and changes the same words of it as “B”",)


def test_what_is_moved_and_divided_is_told_to_those_who_amend_it() -> None:
    base = draft(ONE, NEW, TWO, THREE)
    moved = ("Welcomes the efforts of Member States", "to combat desertification;", ONE, NEW, THREE)
    amended = draft(ONE, NEW, TWO.replace("Member", "all"), THREE)
    taken, told = compiled(base, {"A": draft(*moved), "B": amended}, True)
    assert taken == [*moved]
    assert told == ("“A” moves OP3 and divides it or joins it: all accepted, what “B” changes of it is gone",)


def test_words_that_one_puts_into_a_paragraph_that_another_takes_out_are_told() -> None:
    two = "Takes note;"  # words that the draft has once are known though they are few
    base, joined_to_next = draft(two, TWO, NEW, THREE), draft(TWO, f"{two} {NEW}", THREE)
    taken, told = compiled(base, {"A": joined_to_next, "B": draft(two, TWO, THREE)}, True)
    assert taken == [TWO, THREE]
    lost = "“A” puts “Takes note” of OP1 elsewhere, where others take out what is there"
    assert f"{lost}: all accepted, these words are gone" in told


def test_words_that_one_puts_elsewhere_and_others_take_out_are_told() -> None:
    base, last = draft(ONE, NEW, TWO, THREE, NEW), f"{NEW} {TWO.replace(' to combat', '')}"
    asked = {"A": draft(f"{ONE} {TWO}", NEW, THREE, NEW), "B": draft(ONE, NEW, THREE, last)}
    taken, told = compiled(base, {**asked, "C": draft(ONE, NEW, THREE, NEW)}, False)
    assert taken == [f"{ONE} {TWO}", NEW, THREE, last]
    pieces = "“Welcomes the efforts of Member States” and “desertification” of OP3 elsewhere"
    assert told == (
        f"“A” and “B” each put {pieces}: all accepted, these words are there several times",
        f"“A” puts “{TWO[:-1]}” of OP3 elsewhere, which “C” takes out: all accepted, these words stay there",
        "“B” puts “Welcomes the efforts of Member States” of OP3 elsewhere, which “C” takes out: all accepted, these "
        "words stay there",
    )
