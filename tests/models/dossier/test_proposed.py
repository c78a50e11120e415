"""Whose proposals the words of a paragraph were, as its history tells: on which draft, and only as far as they bear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from models.comparison.compare import compare
from models.dossier import Dossier
from models.dossier.histories.line import Steps, line
from models.dossier.histories.phrases import phrase_history, phrases
from models.dossier.histories.proposed import Proposals, told_proposed, told_who
from models.dossier.histories.provenance import provenance
from models.proposals.proposal import Edit, Place, Point, Proposal, State, keyed
from models.proposals.untracked.compared import compared_proposals
from tests.models.comparison.small_drafts import numbered as text

MEET = "Decides to meet in May;"
URGE = "Urges all States to report on their progress to the Assembly;"
SHARE = "Invites the regional commissions to share data on drought and on desertification with all States;"
LAST = "Requests a report on it."
AS = URGE.replace("report on", "report, as appropriate, on")
WITH = URGE.replace("progress", "progress with support of the United Nations system")


def ask(dossier: Dossier, node: str, who: str, *lines: str) -> tuple[str, ...]:
    """A delegation asks that a draft read otherwise; the keys of its proposals."""
    made = compared_proposals(compare(dossier.draft(node), text(*lines)))
    return dossier.keep_proposals(keyed([replace(one, author=who) for one in made], node), node=node).new


def drafts(dossier: Dossier, texts: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    ids: dict[str, str] = {}
    for label, lines in texts.items():
        ids[label] = dossier.keep(text(*lines), label=label, parents=[*ids.values()][-1:]).id
    return ids


def told(dossier: Dossier, node: str, at: int) -> dict[str, dict[str, str]]:
    """Of each phrase of a paragraph who is said to have proposed what became of it, by draft."""
    found = line(dossier, node, at, steps := Steps(dossier))
    proposals, said = Proposals(dossier, steps), dict[str, dict[str, str]]()
    for one in phrases(found):
        its = {each.node.label: told_proposed(each) for each in proposals.told(found, one.history)}
        if any(its.values()):
            said[one.text.strip(" ,;")] = {label: words for label, words in its.items() if words}
    return said


CASES = {
    "all of it": ((("Kenya", AS),), AS, {"as appropriate": "proposed by Kenya on Rev.1"}),
    "two alike": (
        (("Kenya", AS), ("Norway", AS.replace("Assembly", "Council"))), AS,
        {"as appropriate": "proposed by Kenya and Norway on Rev.1"},
    ),
    "one of two in one phrase": (
        (("Kenya", URGE.replace("progress", "progress and on good practices")),),
        URGE.replace("progress", "progress and on good practices in combating drought"),
        {"and on good practices in combating drought": "“and on good practices” proposed by Kenya on Rev.1"},
    ),
    "a part of what was asked": (
        (("Kenya", WITH),), URGE.replace("progress", "progress with support of the United Nations"),
        {"with support of the United Nations": "proposed by Kenya on Rev.1"},
    ),
    "a word that is not common": (
        (("Kenya", URGE.replace("progress", "annual progress")),), URGE.replace("progress", "annual progress"),
        {"annual": "proposed by Kenya on Rev.1"},
    ),
    "a common word": ((("Kenya", URGE.replace("to the", "and to the")),), URGE.replace("to the", "and to the"), {}),
    "a word of another paragraph": ((("Kenya", URGE, LAST.replace("report", "report, as appropriate,")),), AS, {}),
    "other words": ((("Kenya", URGE.replace("report on", "report, where possible, on")),), AS, {}),
    "two words of three": (
        (("Kenya", URGE.replace("progress", "progress by developing countries")),),
        URGE.replace("progress", "progress in the developing countries"), {},
    ),
    "few common words of many": (
        (("Kenya", URGE.replace("progress", "progress in all regions of the developing world")),),
        URGE.replace("progress", "progress in the developing countries"), {},
    ),
    "words that stood elsewhere in the paragraph": (
        (("Kenya", URGE.replace("report", "report, and to speak to the Assembly,")),),
        URGE.replace("progress", "progress made known to the Assembly before"), {},
    ),
    "a word that was asked for in another place": (
        (("Kenya", URGE.replace("States", "coastal States")),), URGE.replace("progress", "coastal progress"), {},
    ),
    "words that stood nowhere, in another place": (
        (("Kenya", AS),), URGE.replace("progress", "progress, as appropriate,"),
        {"as appropriate": "proposed by Kenya on Rev.1"},
    ),
    "a mark between words": (
        (("Kenya", URGE.replace("report on", "report, on")), ("Fiji", URGE.replace("to report", "to-report"))),
        URGE.replace("to report", "to-report"), {"to-report": "proposed by Fiji on Rev.1"},
    ),
    "what stands in it twice": (
        (("Kenya", URGE.replace("report on", "report to the Assembly on")),),
        URGE.replace("report on", "report to the Assembly on").replace("progress to", "steady progress to"),
        {"to the Assembly": "proposed by Kenya on Rev.1"},
    ),
    "what stands in it twice, the other time": (
        (("Kenya", URGE.replace("report on", "report to the Assembly on")),),
        URGE.replace("to the Assembly", "to the Assembly in time to the Assembly"), {},
    ),
    "a verb for another": (
        (("Kenya", URGE.replace("Urges", "Calls upon")),), URGE.replace("Urges", "Calls upon"),
        {"Calls upon": "proposed by Kenya on Rev.1"},
    ),
    "who has no name": ((("", AS),), AS, {"as appropriate": "proposed by an author without a name on Rev.1"}),
}  # fmt: skip


DATE = "Recalls the report that was submitted on 8 October 2025 by its Chair;"
DATES = [
    ("8 October 2025", "9 October 2025", "9 October 2025", {"9 October 2025": "proposed by Kenya on Rev.1"}),
    ("8 October 2025", "8 October, in Geneva, 2025", "9 October 2025", {}),
    ("8 October 2025", "8 October 2026", "9 October 2025", {}),
]


@pytest.mark.parametrize(("was", "wish", "taken", "said"), DATES)
def test_of_a_date_all_is_of_who_had_proposed_what_is_another_in_it(
    was: str, wish: str, taken: str, said: dict[str, str], dossier: Dossier
) -> None:
    ids = drafts(dossier, {"Rev.1": (MEET, DATE)})
    ask(dossier, ids["Rev.1"], "Kenya", MEET, DATE.replace(was, wish))
    two = dossier.keep(text(MEET, DATE.replace(was, taken)), label="Rev.2", parents=[ids["Rev.1"]]).id
    assert told(dossier, two, 1) == {words: {"Rev.2": who} for words, who in said.items()}


def test_of_a_date_of_which_two_asked_for_a_part_each_both_are_named(dossier: Dossier) -> None:
    ids = drafts(dossier, {"Rev.1": (MEET, DATE)})
    for who, part, other in (("Kenya", "8", "9"), ("Norway", "2025", "2026"), ("Fiji", "October", "May")):
        ask(dossier, ids["Rev.1"], who, MEET, DATE.replace(part, other))
    two = dossier.keep(
        text(MEET, DATE.replace("8", "9").replace("2025", "2026")), label="Rev.2", parents=[*ids.values()]
    )
    said = "“9” proposed by Kenya on Rev.1; “2026” proposed by Norway on Rev.1"
    assert told(dossier, two.id, 1) == {"9 October 2026": {"Rev.2": said}}


@pytest.mark.parametrize(("asked", "taken", "said"), CASES.values(), ids=CASES)
def test_words_that_come_in_are_of_who_had_proposed_them(
    asked: tuple[tuple[str, ...], ...], taken: str, said: dict[str, str], dossier: Dossier
) -> None:
    ids = drafts(dossier, {"Rev.1": (MEET, URGE, LAST)})
    for who, wish, *rest in asked:
        ask(dossier, ids["Rev.1"], who, MEET, wish, *(rest or [LAST]))
    two = dossier.keep(text(MEET, URGE, LAST), label="Rev.2", parents=[ids["Rev.1"]]).id
    # In another place, and after a draft in which nothing came of it.
    three = dossier.keep(text("Notes the storms;", MEET, taken, LAST), label="Rev.3", parents=[two]).id
    assert told(dossier, three, 2) == {words: {"Rev.3": who} for words, who in said.items()}


def test_words_that_go_and_come_back_are_each_time_of_who_had_asked_for_it_then(dossier: Dossier) -> None:
    ids = drafts(dossier, {"Rev.1": (URGE,)})
    ask(dossier, ids["Rev.1"], "Kenya", AS)
    ids["Rev.2"] = dossier.keep(text(AS), label="Rev.2", parents=[ids["Rev.1"]]).id
    ask(dossier, ids["Rev.2"], "Fiji", URGE)
    ids["Rev.3"] = dossier.keep(text(URGE), label="Rev.3", parents=[ids["Rev.2"]]).id
    ask(dossier, ids["Rev.3"], "Peru", AS)
    ids["Rev.4"] = dossier.keep(text(AS), label="Rev.4", parents=[ids["Rev.3"]]).id
    assert told(dossier, ids["Rev.4"], 0) == {
        "as appropriate": {
            "Rev.2": "proposed by Kenya on Rev.1",
            "Rev.3": "deletion proposed by Fiji on Rev.2",
            "Rev.4": "proposed by Peru on Rev.3",
        }
    }


def test_a_new_paragraph_is_of_who_had_proposed_it_and_only_one_that_is_like_it(dossier: Dossier) -> None:
    ids = drafts(dossier, {"Rev.1": (MEET, LAST)})
    ask(dossier, ids["Rev.1"], "Kenya", MEET, SHARE, LAST)
    ask(dossier, ids["Rev.1"], "Fiji", MEET, "Welcomes data on drought and on desertification;", LAST)
    other = SHARE.replace("share", "collect and share")
    ids["Rev.2"] = dossier.keep(text(SHARE, MEET, LAST), label="Rev.2", parents=[ids["Rev.1"]]).id
    ids["Room"] = dossier.keep(text(MEET, other, LAST), label="Room", parents=[ids["Rev.1"]]).id
    ids["Rev.3"] = dossier.keep(text(MEET, LAST), label="Rev.3", parents=[ids["Rev.2"]]).id
    assert told(dossier, ids["Rev.2"], 0) == {SHARE.strip(";"): {"Rev.2": "proposed by Kenya on Rev.1"}}
    ((phrase, said),) = told(dossier, ids["Room"], 1).items()
    assert phrase == other.strip(";")
    assert said == {"Room": "“share data on drought and on desertification with all States” proposed by Kenya on Rev.1"}
    more = other.replace("drought", "drought, floods")
    ids["Draft"] = dossier.keep(text(MEET, more, LAST), label="Draft", parents=[ids["Rev.1"]]).id
    assert told(dossier, ids["Draft"], 1) == {
        more.strip(";"): {"Draft": "“and on desertification with all States” proposed by Kenya on Rev.1"}
    }
    found = line(dossier, ids["Rev.2"], 0, steps := Steps(dossier))
    words = "drought and on desertification"
    (_, came, *_) = Proposals(dossier, steps).told(found, phrase_history(found, words))
    assert [one.who for one in came.proposed] == ["Kenya"]


def test_a_whole_paragraph_goes_as_somebody_had_asked(dossier: Dossier) -> None:
    ids = drafts(dossier, {"Rev.1": (MEET, SHARE, LAST)})
    ask(dossier, ids["Rev.1"], "Kenya", MEET, LAST)
    ask(dossier, ids["Rev.1"], "Fiji", MEET, SHARE.replace(" on drought and on desertification", ""), LAST)
    dossier.keep(text(MEET, LAST), label="Rev.2", parents=[ids["Rev.1"]])
    assert told(dossier, ids["Rev.1"], 1) == {SHARE.strip(";"): {"Rev.2": "deletion proposed by Kenya on Rev.1"}}


@pytest.mark.parametrize(("wish", "said"), [(AS, "proposed by Kenya on Rev.1"), (WITH, "")])
def test_of_a_sentence_written_anew_only_what_is_new_in_it_was_proposed(wish: str, said: str, dossier: Dossier) -> None:
    ids = drafts(dossier, {"Rev.1": (URGE, LAST)})
    anew = Edit(Point(0, 0), Point(0, len(URGE)), URGE, (text(wish).paragraphs[0],))
    made = Proposal("reword", "Kenya", Place("", 0, 1, 0, len(URGE), URGE), (anew,))
    dossier.keep_proposals(keyed([made], ids["Rev.1"]), node=ids["Rev.1"])
    ids["Rev.2"] = dossier.keep(text(LAST), label="Rev.2", parents=[ids["Rev.1"]]).id
    three = dossier.keep(text(AS, LAST), label="Rev.3", parents=[ids["Rev.2"]]).id
    found = line(dossier, three, 0, steps := Steps(dossier))

    def who(words: str) -> str:
        (*_, came) = Proposals(dossier, steps).told(found, phrase_history(found, words))
        return told_proposed(came)

    assert who("as appropriate") == said
    # It is back, and nobody had asked for these words: they stood in what was written anew.
    assert who("report on their progress") == who("to the Assembly") == ""


def test_letters_written_into_a_word_make_it_another_word(dossier: Dossier) -> None:
    ids = drafts(dossier, {"Rev.1": (URGE,)})
    at = Point(0, URGE.index(" on their"))
    made = Proposal(
        "reword", "Kenya", Place("", 0, 1, at.offset, at.offset), (Edit(at, at, "", text("ing").paragraphs),)
    )
    dossier.keep_proposals(keyed([made], ids["Rev.1"]), node=ids["Rev.1"])
    two = dossier.keep(text(URGE.replace("report", "reporting")), label="Rev.2", parents=[ids["Rev.1"]]).id
    assert told(dossier, two, 0) == {"reporting": {"Rev.2": "proposed by Kenya on Rev.1"}}


def test_what_of_a_phrase_somebody_had_asked_to_go_is_quoted(dossier: Dossier) -> None:
    ids = drafts(dossier, {"Rev.1": (MEET, SHARE, LAST)})
    ask(dossier, ids["Rev.1"], "Fiji", MEET, SHARE.replace(" on drought and on desertification", ""), LAST)
    two = SHARE.replace(" on drought and on desertification with all States", "")
    dossier.keep(text(MEET, two, LAST), label="Rev.2", parents=[ids["Rev.1"]])
    (said,) = told(dossier, ids["Rev.1"], 1).values()
    assert said == {"Rev.2": "deletion of “on drought and on desertification” proposed by Fiji on Rev.1"}


def test_the_earliest_draft_is_told_first_and_what_was_recorded_by_mistake_not(dossier: Dossier) -> None:
    ids = drafts(dossier, {"Rev.1": (MEET, URGE), "Rev.2": (URGE, MEET)})
    (key,) = ask(dossier, ids["Rev.2"], "Norway", AS, MEET)
    ask(dossier, ids["Rev.2"], "M. Jones", AS, MEET)
    ask(dossier, ids["Rev.1"], "M. Jones", MEET, AS)
    ask(dossier, ids["Rev.1"], "Fiji", MEET, AS)
    dossier.map_author("M. Jones", dossier.add_delegation("Kenya").key)
    three = dossier.keep(text(AS, MEET), label="Rev.3", parents=[ids["Rev.2"]]).id
    # What is asked on a draft that has the words already says nothing of where they come from.
    ask(dossier, three, "Peru", AS.replace("appropriate", "appropriate and possible"), MEET)

    def who() -> str:
        return told(dossier, three, 0)["as appropriate"]["Rev.3"]

    assert who() == "proposed by Kenya and Fiji on Rev.1, and by Norway on Rev.2"
    dossier.set_state(key, State.REJECTED)
    assert who() == "proposed by Kenya and Fiji on Rev.1, and by Norway on Rev.2"
    dossier.set_state(key, None)
    assert who() == "proposed by Kenya and Fiji on Rev.1"


def test_beside_the_way_to_a_draft_nobody_proposed_its_words(dossier: Dossier) -> None:
    ids = drafts(dossier, {"Rev.1": (URGE,)})
    room = dossier.keep(text(URGE, MEET), label="Room", parents=[ids["Rev.1"]]).id
    ask(dossier, room, "Kenya", AS, MEET)
    two = dossier.keep(text(AS), label="Rev.2", parents=[ids["Rev.1"]]).id
    assert told(dossier, two, 0) == {}
    assert told(dossier, room, 0) == {}
    both = dossier.keep(text(AS, MEET), label="Joint", parents=[ids["Rev.1"], room]).id
    assert told(dossier, both, 0)["as appropriate"] == {"Joint": "proposed by Kenya on Room"}


def test_a_move_is_of_who_had_proposed_that_one_and_not_one_elsewhere(dossier: Dossier) -> None:
    notes, welcome = "Notes the storms in the region;", "Welcomes the offer of Senegal to act as host;"
    ids = drafts(dossier, {"Rev.1": (MEET, URGE, SHARE, notes, welcome, LAST)})
    ask(dossier, ids["Rev.1"], "Norway", MEET, SHARE, notes, URGE, welcome, LAST)
    ask(dossier, ids["Rev.1"], "Peru", URGE, MEET, SHARE, notes, welcome, LAST)
    ask(dossier, ids["Rev.1"], "Fiji", MEET, SHARE, notes, AS, welcome, LAST)
    (key,) = ask(dossier, ids["Rev.1"], "Chad", MEET, SHARE, notes, URGE, welcome, LAST)
    two = dossier.keep(text(MEET, SHARE, notes, AS, welcome, LAST), label="Rev.2", parents=[ids["Rev.1"]]).id
    found = line(dossier, two, 3, steps := Steps(dossier))
    proposals = Proposals(dossier, steps)
    first, last = found.versions
    assert last.fates == ("moved", "reworded")
    assert proposals.moved(found, first) == ()
    assert told_who(proposals.moved(found, last)) == "proposed by Norway, Fiji and Chad on Rev.1"
    dossier.set_state(key, None)
    assert told_who(Proposals(dossier, steps).moved(found, last)) == "proposed by Norway and Fiji on Rev.1"
    assert told(dossier, two, 3) == {"as appropriate": {"Rev.2": "proposed by Fiji on Rev.1"}}


def test_words_in_whatever_paragraph_are_of_who_proposed_them_in_one(dossier: Dossier) -> None:
    ids = drafts(dossier, {"Rev.1": (MEET, URGE, LAST)})
    ask(dossier, ids["Rev.1"], "Kenya", MEET, AS, LAST)
    dossier.keep(text(MEET, AS, LAST), label="Rev.2", parents=[ids["Rev.1"]])
    found = provenance(dossier, "as appropriate")
    assert [told_proposed(one) for one in found.history] == ["", "proposed by Kenya on Rev.1"]
    assert [told_proposed(one) for one in found.paragraphs[0].history] == ["", "proposed by Kenya on Rev.1"]


@pytest.mark.parametrize(
    ("words", "after", "phrase"),
    [
        ("敦促所有国家向大会报告进展情况;", "国家", "酌情"),
        ("敦促所有国家向大会报告进展情况;", "报告", "的"),
        ("Призывает все государства представлять доклады;", "государства", " ежегодно"),
        ("تحث الدول على تقديم تقارير؛", "تقارير", " سنوية"),
        ("Prie les États de faire rapport;", "États", " de la région"),
        ("Prie les États de faire rapport;", "États", " de la"),
    ],
)
def test_words_of_other_scripts(words: str, after: str, phrase: str, dossier: Dossier) -> None:
    wish = words.replace(after, after + phrase)
    ids = drafts(dossier, {"Rev.1": (words,)})
    ask(dossier, ids["Rev.1"], "Kenya", wish)
    two = dossier.keep(text(wish), label="Rev.2", parents=[ids["Rev.1"]]).id
    found = line(dossier, two, 0, steps := Steps(dossier))
    (_, came) = Proposals(dossier, steps).told(found, phrase_history(found, phrase))
    assert (came.state, told_proposed(came)) == ("came", "proposed by Kenya on Rev.1")
