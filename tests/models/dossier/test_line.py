"""The lineage of one paragraph, and of its phrases."""

from __future__ import annotations

import pytest

from models.comparison.candidates import candidates
from models.comparison.compare import compare
from models.comparison.words.marked import side
from models.dossier import Dossier
from models.dossier.histories.line import Line, ParagraphNotFound, called, line
from models.dossier.histories.phrases import phrase_history, phrases
from models.forms.json_form import comparison_value
from models.telling.summary import summary
from models.telling.what_happened import story
from tests.models.comparison.small_drafts import draft

MEET = "1. Decides to meet in Geneva in the spring;"
ACT = "2. Calls upon all Member States to act without delay;"
LONG = "1. Invites the Secretary-General to name a focal point and to report on its work every second year;"
REPORT = "3. Requests the Secretary-General to report on the matter at its next session."


def keep(dossier: Dossier, label: str, *lines: str, parents: tuple[str, ...] = ()) -> str:
    return dossier.keep(draft(*lines), label=label, parents=parents, author=f"author of {label}").id


def told(found: Line) -> list[tuple[str, str | None, str, str]]:
    return [(one.node.label, one.label, one.kind, one.by) for one in found.versions]


def test_a_paragraph_through_a_row_of_drafts(dossier: Dossier) -> None:
    one = keep(dossier, "one", MEET, ACT)
    two = keep(dossier, "two", MEET, "2. Notes the growing number of storms;", ACT.replace("2.", "3."), parents=(one,))
    three = keep(
        dossier, "three", ACT.replace("2.", "1.").replace("all", "all other"), MEET.replace("1.", "2."), parents=(two,)
    )
    four = keep(dossier, "four", MEET, parents=(three,))
    found = line(dossier, three, 0)
    assert told(found) == [
        ("one", "OP2", "first", ""), ("two", "OP3", "same", "engine"), ("three", "OP1", "reworded", "engine"),
    ]  # fmt: skip
    last = found.versions[-1]
    assert (side(last.words, "delete"), side(last.words, "insert")) == (found.versions[1].text, last.text)
    assert last.came_from == ((two, 2),)
    assert [node.id for node in found.absent] == [four]
    assert told(line(dossier, one, 1)) == told(found)
    assert [version.kind for version in line(dossier, one, 0).versions] == ["first", "same", "moved", "same"]


def test_what_moved_and_was_reworded_is_told_with_both(dossier: Dossier) -> None:
    one = keep(dossier, "one", MEET, ACT, REPORT, "4. Notes the growing number of storms;")
    moved = REPORT.replace("3.", "1.").replace("next", "eighty-first"), MEET.replace("1.", "2.")
    rest = ACT.replace("2.", "3."), "4. Notes the growing number of storms;"
    two = keep(dossier, "two", *moved, *rest, parents=(one,))
    versions = line(dossier, two, 0).versions
    assert [(version.kind, version.reworded, version.fates) for version in versions] == [
        ("first", False, ("first",)), ("moved", True, ("moved", "reworded")),
    ]  # fmt: skip
    assert [(version.kind, version.reworded) for version in line(dossier, two, 1).versions][-1] == ("same", False)


def test_an_item_under_another_chapeau_is_told_so(dossier: Dossier) -> None:
    items = "(a) To meet every year in Geneva;", "(b) To report on the state of rivers to the Assembly."
    one = keep(dossier, "one", "1. Requests the Committee:", *items)
    new = "2. Invites all States of the region:"
    two = keep(dossier, "two", "1. Requests the Committee:", items[0], new, "(a)" + items[1][3:], parents=(one,))
    keep(dossier, "three", "1. Requests the Committee:", items[0], new, "(a)" + items[1][3:], parents=(two,))
    assert [one.fates for one in line(dossier, one, 2).versions] == [("first",), ("same", "chapeau"), ("same",)]
    assert [one.fates for one in line(dossier, one, 1).versions] == [("first",), ("same",), ("same",)]


def test_what_comes_back_is_so_in_a_comparison_too(dossier: Dossier) -> None:
    at_first = MEET, ACT, REPORT
    one = keep(dossier, "A/C.2/58/L.39", *at_first)
    two = keep(dossier, "two", MEET, REPORT.replace("3.", "2."), parents=(one,))
    three = keep(dossier, "three", *at_first, "4. Notes the growing number of storms;", parents=(two,))
    four = keep(dossier, "four", *at_first[:2], REPORT.replace("its", "the"), parents=(three,))
    for old, new, told in (
        (two, three, "Two paragraphs changed: OP4 is new and OP2 is back from A/C.2/58/L.39."),
        (two, four, "Two paragraphs changed: OP3 is reworded and OP2 is back from A/C.2/58/L.39."),
        (one, three, "OP4 is new."),
        (three, two, ""),
    ):
        comparison = dossier.compared(old, new)
        back = [comparison.back_from(change) for change in comparison.changes if change.new_labels == ("OP2",)]
        assert back == (["A/C.2/58/L.39"] if old == two else [None])
        values = comparison_value(comparison, "", "")["changes"]
        assert [one.get("back_from") for one in values if one["new_labels"] == ["OP2"]] == back
        assert summary(comparison).startswith(told)
    (change,) = (one for one in dossier.compared(two, three).changes if one.new_labels == ("OP2",))
    assert story(dossier.compared(two, three), change) == ("new", "back from A/C.2/58/L.39")


def test_splits_branch_and_mergers_run_together(dossier: Dossier) -> None:
    one = keep(dossier, "one", LONG)
    two = keep(
        dossier, "two", "1. Invites the Secretary-General to name a focal point;",
        "2. and to report on its work every second year;", parents=(one,),
    )  # fmt: skip
    three = keep(dossier, "three", LONG, parents=(two,))
    assert [(v.node.id, v.position, v.kind) for v in line(dossier, one, 0).versions] == [
        (one, 0, "first"), (two, 0, "split"), (two, 1, "split"), (three, 0, "merged"),
    ]  # fmt: skip
    assert [(v.node.id, v.position) for v in line(dossier, two, 1).versions] == [(one, 0), (two, 1), (three, 0)]
    halves = line(dossier, one, 0).versions[1:3]
    assert [half.rest for half in halves] == [((1, "OP2"),), ((0, "OP1"),)]
    # The words of the other half are not gone.
    assert ["".join(text for op, text in half.words if op != "delete") for half in halves] == [h.text for h in halves]
    assert not any(len(text.split()) > 2 for half in halves for op, text in half.words if op == "delete")
    assert line(dossier, three, 0).versions[-1].came_from == ((two, 0), (two, 1))


def test_branches_and_two_parents(dossier: Dossier) -> None:
    base = keep(dossier, "base", MEET, ACT)
    ours = keep(dossier, "ours", MEET.replace("Geneva", "Vienna"), parents=(base,))
    theirs = keep(dossier, "theirs", MEET, ACT.replace("delay", "any delay"), parents=(base,))
    merged = keep(
        dossier, "merged", MEET.replace("Geneva", "Vienna"), ACT.replace("delay", "any delay"), parents=(ours, theirs)
    )
    assert told(line(dossier, ours, 0)) == [
        ("base", "OP1", "first", ""), ("ours", "OP1", "reworded", "engine"), ("theirs", "OP1", "same", "engine"),
        ("merged", "OP1", "same", "engine"),
    ]  # fmt: skip
    found = line(dossier, merged, 1)
    assert [(v.node.label, v.kind) for v in found.versions] == [
        ("base", "first"),
        ("theirs", "reworded"),
        ("merged", "same"),
    ]
    assert found.versions[-1].came_from == ((theirs, 1),)


def test_a_hand_is_believed_before_the_engine(dossier: Dossier) -> None:
    one = keep(dossier, "one", MEET, REPORT)
    two = keep(dossier, "two", MEET, "2. Takes note of the storms;", parents=(one,))
    three = keep(dossier, "three", MEET, "2. Takes note of the storms;", parents=(two,))
    assert told(line(dossier, three, 1))[0] == ("two", "OP2", "first", "")
    dossier.pair(one, two, [(1, 1)])
    assert told(line(dossier, three, 1))[:2] == [("one", "OP3", "first", ""), ("two", "OP2", "reworded", "hand")]
    dossier.unpair(two, three, [(1, 1)])
    assert told(line(dossier, three, 1)) == [("three", "OP2", "first", "")]
    dossier.pair(one, three, [(1, 1)])
    assert told(line(dossier, three, 1)) == [("one", "OP3", "first", ""), ("three", "OP2", "reworded", "hand")]


def test_a_hand_over_a_draft_between_is_named_though_the_engine_has_another_before_it(dossier: Dossier) -> None:
    one = keep(dossier, "one", MEET, ACT)
    two = keep(dossier, "two", LONG, parents=(one,))
    three = keep(dossier, "three", LONG, parents=(two,))
    dossier.pair(one, three, [(1, 0)])
    assert told(line(dossier, one, 1)) == [("one", "OP2", "first", ""), ("three", "OP1", "reworded", "hand")]
    assert ("two", "OP1", "first", "") in told(line(dossier, three, 0))


def test_what_a_hand_paired_is_moved_where_the_comparison_says_so(dossier: Dossier) -> None:
    one = keep(dossier, "one", "1. Notes the growing number of storms;", MEET, ACT)
    two = keep(dossier, "two", MEET, ACT, "3. Welcomes all rain;", parents=(one,))
    dossier.pair(one, two, [(0, 2)])
    (change,) = [change for change in dossier.compared(one, two).changes if 2 in change.new]
    assert change.moved
    found = line(dossier, two, 2).versions[-1]
    assert (found.kind, found.by, found.fates) == ("moved", "hand", ("moved", "reworded"))


def test_a_hand_joins_texts_that_nothing_else_joins(dossier: Dossier) -> None:
    adopted = keep(dossier, "adopted last year", MEET, ACT)
    one = keep(dossier, "one", "1. Notes the growing number of storms;")
    two = keep(dossier, "two", "1. Notes the growing number of storms;", REPORT, parents=(one,))
    assert told(line(dossier, two, 0)) == [("one", "OP1", "first", ""), ("two", "OP1", "same", "engine")]
    dossier.pair(adopted, two, [(1, 1)])
    assert told(line(dossier, two, 1)) == [
        ("adopted last year", "OP2", "first", ""), ("two", "OP3", "reworded", "hand"),
    ]  # fmt: skip


LABELS = [("OP2", 2), ("op 2", 2), ("OP2 (a)", 3), ("op2(a)", 3), (" PP1 ", 0)]


@pytest.mark.parametrize(("label", "position"), LABELS)
def test_what_a_paragraph_is_called(label: str, position: int) -> None:
    text = draft("PP Recalling,", MEET, "2. Decides:", "(a) To meet;")
    assert called(text, label, "Rev.1") == position


def test_what_nobody_is_called() -> None:
    with pytest.raises(ParagraphNotFound, match=r"No paragraph of “Rev\.1” is called “OP12”; near it are OP"):
        called(draft(MEET, ACT), "OP12", "Rev.1")
    with pytest.raises(ParagraphNotFound, match=r"2 paragraphs of “Rev\.1” are called OP1"):
        called(draft(MEET, "1. Decides otherwise;"), "OP1", "Rev.1")


def through_time(dossier: Dossier) -> tuple[Line, str]:
    """Words that stand, leave and come back."""
    storms = "1. Recognizes that storms and poor management of the land"
    rest = "pose a serious challenge to sustainable development;"
    one = keep(dossier, "one", f"{storms} {rest}")
    two = keep(dossier, "two", f"1. Recognizes that storms {rest}", parents=(one,))
    three = keep(dossier, "three", f"1. Recognizes that storms {rest}", parents=(two,))
    four = keep(dossier, "four", f"{storms} {rest[:-1]} of affected countries in many regions;", parents=(three,))
    return line(dossier, four, 0), four


def test_a_phrase_leaves_and_comes_back(dossier: Dossier) -> None:
    found, _ = through_time(dossier)

    def states(phrase: str) -> list[str]:
        return [one.state for one in phrase_history(found, phrase)]

    assert states("and poor [management]  of the Land") == ["first", "left", "absent", "returned"]
    assert states("pose a serious challenge") == ["first", "stands", "stands", "stands"]
    assert states("affected countries") == ["absent", "absent", "absent", "came"]
    assert states("nobody said this") == ["absent"] * 4
    assert states(";;") == []
    assert phrase_history(found, "affected countries")[-1].node.author == "author of four"


def test_words_at_a_place_are_not_the_same_words_elsewhere_in_the_paragraph(dossier: Dossier) -> None:
    one = keep(dossier, "one", "1. Notes the report and the annex, and requests the secretariat to publish the report;")
    text = "1. Notes the report and the annex and requests the secretariat to print and publish the report in full;"
    two = keep(dossier, "two", text, parents=(one,))
    found = line(dossier, two, 0)
    words = found.versions[-1].text

    def states(phrase: str, after: str = "") -> list[str]:
        start = words.index(phrase, words.index(after))
        (one,) = phrases(found, start, start + len(phrase))
        return [standing.state for standing in one.history]

    assert states("and") == ["first", "stands"]
    assert states("and", after="print") == ["absent", "came"]
    assert states("in full;") == ["absent", "came"]
    assert phrases(found, len(words) - 1, len(words)) == ()


def test_of_a_phrase_that_stands_twice_the_one_at_a_place_is_followed(dossier: Dossier) -> None:
    one = keep(dossier, "one", "1. Urges States to report on storms to the Assembly;")
    two = keep(dossier, "two", "1. Urges States to report to the Assembly on storms to the Assembly;", parents=(one,))
    found = line(dossier, two, 0)
    words = "to the Assembly"
    text = found.versions[-1].text
    states = [
        [each.state for each in phrase_history(found, words, at)]
        for at in (text.index(words), text.rindex(words), None)
    ]
    assert states == [["absent", "came"], ["first", "stands"], ["first", "stands"]]


def test_phrases_are_words_with_one_history(dossier: Dossier) -> None:
    found, node = through_time(dossier)
    cut = phrases(found)
    text = dossier.draft(node).paragraphs[0].text
    assert "".join(text[one.start : one.end] for one in cut) == text
    assert [(one.text, [state.state for state in one.history]) for one in cut] == [
        ("Recognizes that storms", ["first", "stands", "stands", "stands"]),
        ("and poor management of the land", ["first", "left", "absent", "returned"]),
        ("pose a serious challenge to sustainable development", ["first", "stands", "stands", "stands"]),
        ("of affected countries in many regions;", ["absent", "absent", "absent", "came"]),
    ]


def test_a_word_is_not_said_to_have_stood_where_it_did_not(dossier: Dossier) -> None:
    one = keep(dossier, "one", "1. Invites all States to strengthen the capacity of the Office;")
    two = keep(dossier, "two", "1. Urges all States to strengthen in the capacity of the Office;", parents=(one,))
    assert [(phrase.text, phrase.history[0].there) for phrase in phrases(line(dossier, two, 0))] == [
        ("Urges", False), ("all States to strengthen in the capacity of the Office;", True),
    ]  # fmt: skip


@pytest.mark.parametrize(("came", "said"), [("酌情", ["酌情"]), ("的", []), ("酌情和", ["酌情和"])])
def test_two_chinese_characters_are_a_phrase_and_one_is_none(came: str, said: list[str], dossier: Dossier) -> None:
    text = "1. 敦促所有会员国向大会报告进展;"
    one = keep(dossier, "one", text)
    two = keep(dossier, "two", text.replace("大会", f"大会{came}"), parents=(one,))
    found = phrases(line(dossier, two, 0))
    assert [phrase.text for phrase in found if phrase.history[0].state == "absent"] == said


def test_what_a_paragraph_could_be() -> None:
    found = compare(
        draft(MEET, ACT, REPORT),
        draft(MEET, "2. Requests a report on the matter;", "3. Notes the storms of the spring;"),
    )
    offered = candidates(found, 2)
    assert offered[0].position == 1
    assert offered == tuple(sorted(offered, key=lambda one: (one.position != 1, offered.index(one))))
    assert all(0 < one.similarity <= 1 for one in offered[:1])
    back = candidates(found, 0, old=False)
    assert (back[0].position, back[0].similarity, back[0].free) == (0, 1.0, False)
    assert candidates(compare(draft(""), draft(MEET)), 0) == ()


@pytest.mark.parametrize(("label", "back"), [("two", ACT), ("two", ACT.replace(";", ".")), ("four", ACT)])
def test_what_comes_back_goes_on(dossier: Dossier, label: str, back: str) -> None:
    one = keep(dossier, "one", MEET, ACT.replace("all", "some"))
    two = keep(dossier, "two", MEET, ACT, parents=(one,))
    three = keep(dossier, "three", MEET, parents=(two,))
    four = keep(dossier, "four", back.replace("2.", "1."), MEET.replace("1.", "2."), parents=(three,))
    five = keep(dossier, "five", back.replace("2.", "1."), parents=(four,))
    start = {"two": (two, 1), "four": (four, 0)}[label]
    found = line(dossier, *start)
    assert told(found) == [
        ("one", "OP2", "first", ""), ("two", "OP2", "reworded", "engine"), ("four", "OP1", "returned", "engine"),
        ("five", "OP1", "same", "engine"),
    ]  # fmt: skip
    assert [one.state for one in phrase_history(found, "all Member States")] == [
        "absent", "came", "left", "returned", "stands",
    ]  # fmt: skip
    assert found.versions[2].came_from == ((two, 1),)
    assert {version.node.id for version in found.versions} == {one, two, four, five}


def test_what_a_hand_calls_new_did_not_come_back(dossier: Dossier) -> None:
    one = keep(dossier, "one", MEET, ACT)
    two = keep(dossier, "two", MEET, parents=(one,))
    three = keep(dossier, "three", MEET, ACT, parents=(two,))
    assert [version.kind for version in line(dossier, three, 1).versions] == ["first", "returned"]
    dossier.unpair(two, three, [(None, 1)])
    assert [version.kind for version in line(dossier, three, 1).versions] == ["first"]
    assert [version.kind for version in line(dossier, one, 1).versions] == ["first"]


CALLED_FOR = (
    "Encourages the Secretary-General to continue to mobilize voluntary contributions from Governments and the private "
    "sector for the fund"
)


@pytest.mark.parametrize(
    ("again", "kinds"),
    [
        (f"2. [{CALLED_FOR};]", ["first", "returned"]),
        (f"2. Also {CALLED_FOR[0].lower()}{CALLED_FOR[1:]}.", ["first", "returned"]),
        (f"2. {CALLED_FOR} and its trustees;", ["first", "returned"]),
        (f"2. {CALLED_FOR.replace('Governments and the private sector', 'all who give')};", ["first", "returned"]),
        (f"2. {CALLED_FOR[:40]} look for gifts of States, of banks and of towns for its trustees;", ["first"]),
    ],
)
def test_what_comes_back_may_have_brackets_also_or_another_word(again: str, kinds: list[str], dossier: Dossier) -> None:
    one = keep(dossier, "one", MEET, f"2. {CALLED_FOR};")
    two = keep(dossier, "two", MEET, parents=(one,))
    keep(dossier, "three", MEET, again, parents=(two,))
    assert [version.kind for version in line(dossier, one, 1).versions] == kinds


def test_what_still_stands_did_not_come_back(dossier: Dossier) -> None:
    one = keep(dossier, "one", MEET, f"2. {CALLED_FOR};")
    two = keep(dossier, "two", MEET, f"2. {CALLED_FOR} of the sea, in the year to come;", parents=(one,))
    again = f"2. {CALLED_FOR} of the sea, in the year to come, as it did before;"
    three = keep(dossier, "three", MEET, again, f"3. {CALLED_FOR};", parents=(two,))
    assert [version.kind for version in line(dossier, three, 2).versions] == ["first"]


def test_short_words_do_not_come_back(dossier: Dossier) -> None:
    one = keep(dossier, "one", MEET, "2. Thanks all Members.")
    two = keep(dossier, "two", MEET, parents=(one,))
    three = keep(dossier, "three", MEET, "2. Thanks all Members.", parents=(two,))
    assert [version.kind for version in line(dossier, three, 1).versions] == ["first"]


CHAIR = "2. Notes the oral report of the Chair of the working group of the Second Committee;"
EXPERTS = (
    "{}. Requests the group to go on with its work on the report of the experts, taking into account the views of "
    "Member States, in the framework of a working group of the Second Committee;"
)


def left_out_and_put_back(dossier: Dossier) -> tuple[str, str, str]:
    """Three drafts: the report of the experts is left out of the second and then stands in another's place."""
    one = keep(dossier, "one", MEET, CHAIR, EXPERTS.format(3), ACT)
    two = keep(dossier, "two", MEET, CHAIR, ACT, parents=(one,))
    three = keep(dossier, "three", MEET, EXPERTS.format(2).replace("taking", "also taking"), ACT, parents=(two,))
    return one, two, three


def test_a_poor_pair_gives_way_to_what_came_back(dossier: Dossier) -> None:
    one, two, three = left_out_and_put_back(dossier)
    assert compare(dossier.draft(two), dossier.draft(three)).changes[1].kind == "reworded"
    found = line(dossier, three, 1)
    assert told(found) == [("one", "OP3", "first", ""), ("three", "OP2", "returned", "engine")]
    assert found.versions[-1].came_from == ((one, 2),)
    assert told(line(dossier, one, 2)) == told(found)
    assert told(line(dossier, two, 1)) == [("one", "OP2", "first", ""), ("two", "OP2", "same", "engine")]
    states = [standing.state for standing in phrase_history(found, "report of the experts")]
    assert states == ["first", "left", "returned"]


def test_a_poor_pair_by_hand_does_not_give_way(dossier: Dossier) -> None:
    _, two, three = left_out_and_put_back(dossier)
    dossier.pair(two, three, [(1, 1)])
    assert told(line(dossier, three, 1)) == [
        ("one", "OP2", "first", ""), ("two", "OP2", "same", "engine"), ("three", "OP2", "reworded", "hand"),
    ]  # fmt: skip


def test_a_poor_pair_stays_where_its_paragraph_never_left(dossier: Dossier) -> None:
    one = keep(dossier, "one", MEET, EXPERTS.format(2), ACT)
    two = keep(dossier, "two", MEET, CHAIR, ACT, parents=(one,))
    three = keep(dossier, "three", MEET, EXPERTS.format(2), ACT, parents=(two,))
    kinds = [version.kind for version in line(dossier, three, 1).versions]
    assert kinds == ["first", "reworded", "reworded"]
