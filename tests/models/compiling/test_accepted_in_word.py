"""What somebody accepted in a compilation stays what others ask for: it was not changed without tracking."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from app.commands.running import run
from app.subjects.returned_file import ReturnedFile
from models.comparison.words.plain import word_diff
from models.compiling.come_back import Compilations, judged
from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.wishes import wished
from models.dossier import Dossier, Node
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.returning import Plan, keep_returned, planned
from models.proposals.laid.applying import applied
from models.proposals.proposal import State
from models.proposals.returned import read_returned
from models.proposals.untracked.untracked import key_of_nobody
from models.word.accepted_in_part import accepted_in_part
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.resolve import TRACKED, checked_choice, resolve_tree
from tests.models.compiling.test_law_of_rounds import up
from tests.models.word.word_xml import ins, p, parts, t, zipped
from widgets.returned.view import Answer

BASE = (
    "Decides to meet in May in Geneva with all parties;",
    "Urges all States to take effective measures to act at once;",
    "Requests the Secretary-General to report on it every year;",
    "Invites the Bank to contribute to the fund;",
    "Remains seized of the matter.",
)
FIJI = (
    BASE[0].replace("all", "all willing"),
    BASE[1].replace("at once", "now"),
    BASE[2],
    "Thanks the host;",
    *BASE[3:],
)
KENYA = (*BASE[:1], BASE[1].replace("effective", "strong"), BASE[2].replace("every year", "in 2030"), *BASE[4:])


def lines(texts: tuple[str, ...]) -> bytes:
    return zipped(parts("".join(p(text) for text in texts)))


def other_file(texts: tuple[str, ...]) -> bytes:
    """A file of the same lines with other bytes."""
    return zipped(parts("".join(p(text, properties="<w:keepLines/>") for text in texts)))


def texts(data: bytes, revisions: str = "accept") -> list[str]:
    return [one.text for one in read_word(data, revisions).draft.paragraphs]


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.create(tmp_path / "d.adref") as made:
        ask(made, FIJI, KENYA)
        yield made


def ask(dossier: Dossier, fiji: tuple[str, ...], kenya: tuple[str, ...], base: tuple[str, ...] = BASE) -> None:
    (node,) = import_files(dossier, [Incoming(read_word(lines(base)), "L.1.docx")])
    for name, own in (("Fiji", fiji), ("Kenya", kenya)):
        dossier.map_author(name, dossier.add_delegation(name).key)
        plan, also = planned(dossier, read_returned(lines(own)), f"{name}.docx", base=node.id).with_unasked(name)
        keep_returned(dossier, plan, also=also)


def compiled(dossier: Dossier) -> bytes:
    node = node_of(dossier)
    draft = dossier.draft(node.id)
    return write_compilation(draft, joined(draft, wished(dossier, node)[0])).data


def node_of(dossier: Dossier) -> Node:
    return dossier.nodes()[0]


def came_back(dossier: Dossier, data: bytes, name: str = "Chair.docx") -> Plan:
    plan = planned(dossier, read_returned(data), name, base=node_of(dossier).id)
    return judged(plan, Compilations(dossier))


def rejected(data: bytes, word: str) -> bytes:
    package = Package(data)
    root = package.edit("word/document.xml")
    those = {
        one for one in root.iter(*TRACKED) if word in "".join(t.text or "" for t in one.iter(w("t"), w("delText")))
    }
    resolve_tree(root, checked_choice("reject"), those.__contains__)
    return package.to_bytes()


def changed_by_hand(data: bytes, was: str, now: str) -> bytes:
    """The file with some words that stand in it changed, in its first run that has any of them."""
    package = Package(data)
    for paragraph in package.edit("word/document.xml").iter(w("p")):
        texts = [one for one in paragraph.iter(w("t")) if not any(True for _ in one.iterancestors(w("ins")))]
        if was in "".join(one.text or "" for one in texts):
            whole = next(one for one in texts if was in (one.text or ""))
            whole.text = (whole.text or "").replace(was, now)
            return package.to_bytes()
    return data


def tracked_by(author: str, data: bytes, first: str) -> bytes:
    """The file with its first paragraph made to say something else by tracked changes of an author."""
    package = Package(data)
    paragraph = next(package.edit("word/document.xml").iter(w("p")))
    was = "".join(one.text or "" for one in paragraph.iter(w("t")))
    for one in [*paragraph.iterchildren(w("r"))]:
        paragraph.remove(one)
    for op, text in word_diff(was, first):
        words = etree.SubElement(paragraph, w("r"))
        if op != "equal":
            by = {w("id"): str(9000 + len(paragraph)), w("author"): author, w("date"): "2026-03-02T10:00:00Z"}
            change = etree.SubElement(paragraph, w("ins" if op == "insert" else "del"), by)
            change.append(words)
        shown = etree.SubElement(words, w("delText" if op == "delete" else "t"))
        shown.text = text
        shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return package.to_bytes()


def typed_within(data: bytes, was: str, typed: str) -> bytes:
    """The file with words typed without tracking behind some that a tracked change puts in, and more behind these."""
    package = Package(data)
    root = package.edit("word/document.xml")
    change, text = next((one, t) for one in root.iter(w("ins")) for t in one.iter(w("t")) if was in (t.text or ""))
    before, words, behind = deepcopy(change), etree.Element(w("r")), (text.text or "").partition(was)
    etree.SubElement(words, w("t")).text = typed
    next(before.iter(w("t"))).text, text.text = behind[0] + behind[1], behind[2]
    for one in (before, words):
        change.addprevious(one)
    for one in (*before.iter(w("t")), *words.iter(w("t")), text):
        one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return package.to_bytes()


@pytest.mark.parametrize("who", ["Fiji", "Kenya", "all"])
def test_what_is_accepted_of_a_compilation_is_asked_for_by_those_who_did_and_once(dossier: Dossier, who: str) -> None:
    first, there = compiled(dossier), dossier.proposals()
    back = accepted_in_part(first, lambda mark: who in ("all", mark.author))
    assert planned(dossier, read_returned(back), "Chair.docx", base=node_of(dossier).id).untracked
    plan = came_back(dossier, back)
    assert (plan.untracked, plan.unasked, plan.not_placed) == ((), (), ())
    (told,) = plan.told_accepted
    assert (who if who != "all" else "Fiji and Kenya") in told
    plan, also = plan.with_unasked()
    recorded = keep_returned(dossier, plan, also=also).recorded
    assert (recorded.new, dossier.proposals()) == ((), there)
    assert texts(compiled(dossier)) == texts(first)


def test_once_all_is_known_no_other_compilation_is_made(dossier: Dossier) -> None:
    back = accepted_in_part(compiled(dossier), lambda mark: True)
    done, begun = list[float](), list[float]()
    plan = planned(dossier, read_returned(back), "Chair.docx", base=node_of(dossier).id, progress=begun.append)
    judged(plan, Compilations(dossier), done.append)
    assert done == sorted(done)  # another would begin anew
    assert begun == sorted(begun)
    assert {int(share * 10) for share in begun} >= {4, 7}  # whoever waits may stop between each two steps


def test_what_is_rejected_beside_it_is_not_asked_for_in_that_file(dossier: Dossier) -> None:
    back = rejected(accepted_in_part(compiled(dossier), lambda mark: mark.author == "Fiji"), "2030")
    plan = came_back(dossier, rejected(back, "every year"))
    assert plan.unasked == ()
    assert not any("2030" in edit.come_text for one in plan.proposals for edit in one.edits)


def test_words_that_were_changed_beside_it_without_tracking_are_told(dossier: Dossier) -> None:
    back = Package(accepted_in_part(compiled(dossier), lambda mark: mark.author == "Fiji"))
    for one in back.edit("word/document.xml").iter(w("t")):
        one.text = (one.text or "").replace("seized", "closely seized")
    plan = came_back(dossier, back.to_bytes())
    assert [one.sentence for one in plan.untracked] == ["One word in OP5 was changed without tracking."]
    assert [edit.come_text.strip() for one in plan.unasked for edit in one.edits] == ["closely"]


def test_so_it_is_where_no_paragraph_is_left_as_it_was(tmp_path: Path) -> None:
    words = ["peace", "water", "trade", "health", "youth"]
    base = tuple(f"Urges State {n} to act on {words[n % 5]} in year {n} with all others;" for n in range(40))
    fiji = tuple(one.replace("Urges", "Calls upon").replace("all", "its") for one in base)
    kenya = tuple(one.replace("to act", "not to wait").replace("others", "members") for one in base)
    with Dossier.create(tmp_path / "dense.adref") as dossier:
        ask(dossier, fiji, kenya, base)
        back = accepted_in_part(compiled(dossier), lambda mark: mark.author == "Fiji")
        plan = came_back(dossier, changed_by_hand(back, "in year 20", "in the year 20"))
        assert [edit.come_text.strip() for one in plan.unasked for edit in one.edits] == ["the"]
        assert {one.author for one in plan.accepted} == {"Fiji"}


def test_whoever_waits_may_stop_while_it_is_looked_for_what_was_accepted(dossier: Dossier) -> None:
    back = changed_by_hand(accepted_in_part(compiled(dossier), lambda mark: True), "meet in May", "gather in May")
    plan, told = planned(dossier, read_returned(back), "Chair.docx", base=node_of(dossier).id), list[float]()

    def stop(share: float) -> None:
        told.append(share)
        if told.count(0.5) == 10:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        judged(plan, Compilations(dossier), stop)


BY_HAND = [
    # In a paragraph in which something is accepted, or beside one, or in one that nobody asks to change.
    ("meet in May", "gather in May", "One word in OP1 was changed without tracking.", "gather"),
    ("Urges all", "Urges nearly all", "One word in OP2 was changed without tracking.", "nearly"),
    ("report on it", "report to us on it", "Two words in OP3 were changed without tracking.", "to us"),
    ("seized", "closely seized", "One word in OP5 was changed without tracking.", "closely"),
]


@pytest.mark.parametrize("who", ["Fiji", "Kenya", "all"])
@pytest.mark.parametrize(("was", "now", "told", "come"), BY_HAND)
def test_one_change_by_hand_among_those_accepted_is_the_only_one_told(
    dossier: Dossier, who: str, was: str, now: str, told: str, come: str
) -> None:
    first, there = compiled(dossier), dossier.proposals()
    accepted = accepted_in_part(first, lambda mark: who in ("all", mark.author))
    back = changed_by_hand(accepted, was, now)
    plan = came_back(dossier, back)
    assert [one.sentence for one in plan.untracked] == [told]
    assert [edit.come_text.strip() for one in plan.unasked for edit in one.edits] == [come]
    assert plan.accepted
    draft = dossier.draft(node_of(dossier).id)
    shown = ReturnedFile(Path("Chair.docx"), plan, draft, plan.returned.compared_to(draft))
    assert {key_of_nobody(one) for one in shown.made_of(0)} == {key_of_nobody(one) for one in plan.unasked}
    plan, also = plan.with_unasked("Chair")
    keep_returned(dossier, plan, also=also)
    assert [one for one in dossier.proposals() if one.proposal.author != "Chair"] == list(there)
    assert len(dossier.proposals()) == len(there) + 1


def test_so_it_is_in_chinese(tmp_path: Path) -> None:
    base = ("决定五月在日内瓦与各方举行会议；", "敦促所有国家立即采取有效措施；", "请秘书长每年就此提出报告；")
    fiji = (base[0], base[1].replace("有效", "有力"), base[2])
    with Dossier.create(tmp_path / "zh.adref") as dossier:
        ask(dossier, fiji, (*base[:2], base[2].replace("每年", "在2030年")), base)
        accepted = accepted_in_part(compiled(dossier), lambda mark: mark.author == "Fiji")
        plan = came_back(dossier, changed_by_hand(accepted, "国家", "会员国"))
        assert [edit.come_text for one in plan.accepted for edit in one.edits] == ["力"]
        assert {edit.gone + edit.come_text for one in plan.unasked for edit in one.edits} == {"会员", "家"}


def test_what_was_accepted_and_then_typed_over_is_told_alone_and_the_new_word_stands_in_its_place(
    dossier: Dossier,
) -> None:
    accepted = accepted_in_part(compiled(dossier), lambda mark: mark.author == "Fiji")
    plan = came_back(dossier, changed_by_hand(accepted, "willing", "eager"))
    assert [(edit.gone, edit.come_text.strip()) for one in plan.unasked for edit in one.edits] == [("", "eager")]
    accepted_words = {edit.come_text.strip() for one in plan.accepted for edit in one.edits}
    assert accepted_words == {"willing", "now", "Thanks the host;"}
    dossier.map_author("Chair", dossier.add_delegation("Chair").key)
    plan, also = plan.with_unasked()
    keep_returned(dossier, plan, also=also)
    assert texts(compiled(dossier))[0] == BASE[0].replace("all", "all eager")
    plan, also = came_back(dossier, changed_by_hand(accepted, "now", "today")).with_unasked()
    keep_returned(dossier, plan, also=also)
    plan, also = came_back(dossier, changed_by_hand(accepted, "now", "this very day")).with_unasked()
    keep_returned(dossier, plan, also=also)
    assert texts(compiled(dossier))[1].endswith(" to act this very day;")


@pytest.mark.parametrize(
    ("who", "now", "then"),
    [
        ("Fiji", "our host", "our kind host"),
        ("all", "the", "host the"),
        ("all", "the kind host", "the most kind host"),
    ],
)
def test_what_is_changed_by_hand_in_a_new_paragraph_that_was_accepted_amends_it_and_it_stands_once(
    dossier: Dossier, who: str, now: str, then: str
) -> None:
    first = compiled(dossier)
    accepted = accepted_in_part(first, lambda mark: who in ("all", mark.author))
    back = changed_by_hand(accepted, "the host", now)
    plan = came_back(dossier, back)
    assert [one.sentence for one in plan.untracked] == [
        "One word in a new paragraph before OP4 was changed without tracking."
    ]
    assert "Thanks the host;" in {edit.come_text.strip() for one in plan.accepted for edit in one.edits}
    draft = dossier.draft(node_of(dossier).id)
    shown = ReturnedFile(Path("Chair.docx"), plan, draft, plan.returned.compared_to(draft))
    plan, also = plan.with_unasked()
    assert [one.key for one in shown.answered(0, Answer.PROPOSAL).made()] == [one.key for one in also]
    dossier.map_author("Chair", dossier.add_delegation("Chair").key)
    count = len(keep_returned(dossier, plan, also=also).recorded.new)
    assert count == 2  # the paragraph in pieces, and what amends it: nothing that stands beside it
    assert texts(compiled(dossier)) == [text.replace("the host", now) for text in texts(first)]
    plan, also = came_back(dossier, changed_by_hand(back, f"Thanks {now}", f"Thanks {then}")).with_unasked()
    assert (len(plan.untracked), plan.told_no_longer) == (1, ())
    keep_returned(dossier, plan, also=also)
    assert texts(compiled(dossier)) == [text.replace("the host", then) for text in texts(first)]
    assert texts(compiled(dossier), "reject") == list(BASE)


@pytest.mark.parametrize(
    ("by_hand", "unasked"),
    [(("matter", "matter"), []), (("Geneva", "Rome"), ["Rome"]), (("seized", "fully seized"), ["fully "])],
)
def test_of_what_one_asks_for_in_a_paragraph_a_part_may_be_accepted_and_stays_his(
    tmp_path: Path, by_hand: tuple[str, str], unasked: list[str]
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        ask(dossier, (FIJI[0].replace("in May", "early in May"), *FIJI[1:]), KENYA)
        back = rejected(accepted_in_part(compiled(dossier), lambda mark: "willing" in mark.words), "early")
        plan = came_back(dossier, changed_by_hand(back, *by_hand))
        first = [one for one in plan.proposals if one.place.first == 0]
        assert [(one.author, [edit.come_text for edit in one.edits]) for one in first] == [("Fiji", ["willing "])]
        assert [edit.come_text for one in plan.unasked for edit in one.edits] == unasked
        assert {one.author for one in plan.accepted} == {"Fiji"}
        plan, also = plan.with_unasked()
        keep_returned(dossier, plan, also=also)
        again = came_back(dossier, changed_by_hand(back, *by_hand))
        assert again.unasked == plan.unasked
        assert {one.key for one in again.proposals} == {one.key for one in plan.proposals}


@pytest.mark.parametrize(
    ("beside", "come"),
    [
        # Alone, and with words of the draft that he changes beside it.
        (lambda text: text, {("Fiji", "very ")}),
        (lambda text: text.replace("in Geneva", "in Rome"), {("Fiji", "very "), (None, "Rome")}),
    ],
)
def test_what_somebody_tracks_within_what_is_accepted_amends_it(
    tmp_path: Path, beside: Callable[[str], str], come: set[tuple[str | None, str]]
) -> None:
    fiji = (BASE[0].replace("all", "all willing and able"), *FIJI[1:])
    with Dossier.create(tmp_path / "d.adref") as dossier:
        ask(dossier, fiji, KENYA)
        back = accepted_in_part(compiled(dossier), lambda mark: mark.author == "Fiji")
        with_more = beside(fiji[0].replace("willing and", "willing and very"))
        plan = came_back(dossier, tracked_by("Samoa", back, with_more))
        assert plan.not_placed == plan.unasked == plan.untracked == ()
        host = {one.key: one.author for one in plan.proposals}
        own = [one for one in plan.proposals if one.author == "Samoa"]
        found = {(host.get(one.against or ""), edit.come_text) for one in own for edit in one.edits}
        assert found == come
        draft = dossier.draft(node_of(dossier).id)
        assert applied(draft, plan.proposals).paragraphs[0].text == with_more
        assert {one.author for one in plan.accepted} == {"Fiji"}
        keep_returned(dossier, plan)
        assert {one.proposal.author for one in dossier.proposals()} == {"Fiji", "Kenya", "Samoa"}


def struck_again_by(author: str, data: bytes) -> bytes:
    """The file with all that is put in there struck again by somebody."""
    package = Package(data)
    by = {w("id"): "9000", w("author"): author, w("date"): "2026-03-02T10:00:00Z"}
    for change in [*package.edit("word/document.xml").iter(w("ins"))]:
        for words in [*change.iterchildren(w("r"))]:
            gone = etree.Element(w("del"), by)
            words.addprevious(gone)
            gone.append(words)
            for text in words.iter(w("t")):
                text.tag = w("delText")
    return package.to_bytes()


@pytest.mark.parametrize(
    ("word", "new"),
    [
        ("actively ", True),
        ("actively ", False),
        ("activement ", True),
        ("activamente ", True),
        ("активно ", True),
        ("بنشاط ", True),
        ("积极", True),
    ],
)
def test_what_somebody_strikes_of_another_beside_what_is_accepted_is_struck(
    tmp_path: Path, word: str, new: bool
) -> None:
    own = BASE[-1].replace("matter", "whole matter")
    fiji = (*BASE[:-1], "Thanks the host;", BASE[-1]) if new else (*BASE[:-1], own)
    with Dossier.create(tmp_path / "d.adref") as dossier:
        ask(dossier, fiji, (*BASE[:-1], BASE[-1].replace("seized", f"{word}seized")))
        first = compiled(dossier)
        back = accepted_in_part(first, lambda mark: mark.author == "Fiji")
        plan, also = came_back(dossier, struck_again_by("Samoa", back)).with_unasked()
        assert (also, plan.untracked, plan.not_placed) == ((), (), ())
        host = {one.key: one.author for one in plan.proposals}
        assert [host.get(one.against or "") for one in plan.proposals if one.author == "Samoa"] == ["Kenya"]
        dossier.map_author("Samoa", dossier.add_delegation("Samoa").key)
        keep_returned(dossier, plan)
        struck = Package(compiled(dossier)).root("word/document.xml").iter(w("del"))
        assert word in ["".join(one.itertext()) for one in struck if "Samoa" in one.get(w("author"), "")]


def test_what_is_typed_among_tracked_words_stands_there_where_something_that_was_accepted_is_amended(
    dossier: Dossier,
) -> None:
    accepted = accepted_in_part(compiled(dossier), lambda mark: mark.author == "Fiji")
    back = typed_within(changed_by_hand(accepted, "the host", "our host"), "in ", "early ")
    plan, also = came_back(dossier, back).with_unasked()
    assert {one.author for one in plan.accepted} == {"Fiji"}
    said = [one.text for one in applied(dossier.draft(node_of(dossier).id), (*plan.proposals, *also)).paragraphs]
    assert said == texts(back)


def test_what_one_changes_again_by_hand_in_his_own_new_paragraph_stands_there_once(dossier: Dossier) -> None:
    back = accepted_in_part(compiled(dossier), lambda mark: mark.author == "Fiji")
    for was, now in (("the", "our"), ("our", "their kind"), ("their kind", "the kindest")):
        back = changed_by_hand(back, f"Thanks {was} host", f"Thanks {now} host")
        plan, also = came_back(dossier, back).with_unasked("Fiji")
        keep_returned(dossier, plan, also=also)
    assert texts(compiled(dossier))[3] == "Thanks the kindest host;"


@pytest.mark.parametrize("now", ["the the host", "host host"])
def test_what_one_puts_in_is_none_of_the_same_words_that_he_has_beside_it(tmp_path: Path, now: str) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        ask(dossier, (BASE[0], "Thanks the host;", BASE[-1]), (BASE[0], "Remains well seized."), (BASE[0], BASE[-1]))
        back = accepted_in_part(compiled(dossier), lambda mark: True)
        plan, also = came_back(dossier, changed_by_hand(back, "the host", now)).with_unasked("Fiji")
        keep_returned(dossier, plan, also=also)
        assert texts(compiled(dossier))[1] == f"Thanks {now};"


def test_a_word_that_one_put_back_in_a_later_file_is_told_as_he_asks_for_the_other_still(dossier: Dossier) -> None:
    accepted = accepted_in_part(compiled(dossier), lambda mark: True)
    dossier.map_author("Chair", dossier.add_delegation("Chair").key)
    plan, also = came_back(dossier, changed_by_hand(accepted, "the host", "our host")).with_unasked()
    keep_returned(dossier, plan, also=also)
    assert plan.told_no_longer == ()
    plan = came_back(dossier, accepted)
    assert plan.unasked == ()
    assert plan.told_no_longer == ("1 proposal of Chair in an earlier file is not in this one: it stays open.",)


def test_whose_name_a_file_has_asks_for_what_others_do_and_in_the_chairs_it_is_accepted(tmp_path: Path) -> None:
    own = (FIJI[0], BASE[1].replace("effective", "strong"), *BASE[2:])  # without a paragraph that was accepted
    with Dossier.create(tmp_path / "d.adref") as dossier:
        ask(dossier, (FIJI[0], *BASE[1:3], "Thanks the host;", *BASE[3:]), (BASE[0], own[1], *BASE[2:]))
        dossier.add_delegation("G77")
        for name in ("Peru_2.docx", "G77 comments.docx"):
            assert came_back(dossier, lines(own), name).told_accepted == ()
        plan = came_back(dossier, lines(own), "Revised.docx")
        assert (plan.unasked, {one.author for one in plan.accepted}) == ((), {"Fiji", "Kenya"})


def test_the_only_word_that_one_asks_for_is_not_accepted_in_the_file_of_a_group(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        ask(dossier, FIJI[:1] + BASE[1:], BASE)
        for name, own in (("EU.docx", ["willing "]), ("Revised.docx", [])):
            plan = came_back(dossier, other_file(FIJI[:1] + BASE[1:]), name)
            assert [edit.come_text for one in plan.unasked for edit in one.edits] == own
            assert bool(plan.told_accepted) is not bool(own)


def test_a_file_of_another_name_that_asks_for_nothing_says_that_all_stays_open(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        ask(dossier, BASE, BASE)
        for name in ("Fiji", "Kenya"):
            keep_returned(dossier, came_back(dossier, tracked_by(name, lines(BASE), FIJI[0]), f"{name}.docx"))
        plan = came_back(dossier, other_file(BASE))
        assert plan.told_no_longer == (
            "This file asks for nothing: 2 proposals stay open on the draft it was made on.",
        )
        # Who types something anew may never have had what others ask for.
        assert came_back(dossier, lines((*BASE[:4], BASE[4].replace("seized", "fully seized")))).told_no_longer == ()


@pytest.mark.parametrize(("first", "others", "then"), [("our", "your", "their"), ("our", "our dear", "their dear")])
def test_what_one_changes_by_hand_again_where_another_did_in_between_has_letters_of_neither_before(
    tmp_path: Path, first: str, others: str, then: str
) -> None:
    base = (BASE[0], BASE[-1])
    with Dossier.create(tmp_path / "d.adref") as dossier:
        ask(dossier, (base[0], "Thanks the host;", base[1]), (base[0], base[1].replace("seized", "well seized")), base)
        dossier.map_author("Peru", dossier.add_delegation("Peru").key)
        accepted = accepted_in_part(compiled(dossier), lambda mark: True)
        for name, now in (("Fiji", first), ("Peru", others), ("Fiji", then)):
            back = changed_by_hand(accepted, "the host", f"{now} host")
            plan, also = came_back(dossier, back, f"{name}.docx").with_unasked()
            keep_returned(dossier, plan, also=also)
        assert texts(compiled(dossier))[1] == f"Thanks {then} host;"


@pytest.mark.parametrize(("was", "now"), [("the host", "our host"), ("meet in May", "gather in May")])
def test_a_file_that_comes_back_twice_says_nothing_more_the_second_time(dossier: Dossier, was: str, now: str) -> None:
    back = changed_by_hand(accepted_in_part(compiled(dossier), lambda mark: True), was, now)
    dossier.map_author("Chair", dossier.add_delegation("Chair").key)
    told = []
    for _ in range(2):
        plan, also = came_back(dossier, back).with_unasked()
        keep_returned(dossier, plan, also=also)
        told.append(([one.sentence for one in plan.untracked], dossier.proposals(), texts(compiled(dossier))))
    assert told[0] == told[1]


@pytest.mark.parametrize("who", ["Fiji", "all"])
def test_what_came_in_since_it_left_changes_nothing_of_what_is_accepted_in_a_file(dossier: Dossier, who: str) -> None:
    back = accepted_in_part(compiled(dossier), lambda mark: who in ("all", mark.author))
    dossier.map_author("Peru", dossier.add_delegation("Peru").key)
    plan, also = came_back(
        dossier, changed_by_hand(lines(BASE), "meet in", "meet again in"), "Peru.docx"
    ).with_unasked()
    keep_returned(dossier, plan, also=also)
    there = dossier.proposals()
    plan, also = came_back(dossier, back).with_unasked()
    keep_returned(dossier, plan, also=also)
    assert (plan.untracked, also, dossier.proposals()) == ((), (), there)
    dossier.set_state(there[0].key, State.REJECTED)
    plan = came_back(dossier, back)
    assert (plan.untracked, plan.unasked) == ((), ())
    end = "1 proposal of Fiji, rejected here, is accepted in this file, wholly or in part: it stays rejected."
    assert plan.told_accepted[-1] == end
    typed = (*FIJI[:2], KENYA[2], *FIJI[3:])
    assert came_back(dossier, lines(typed), "Mali.docx").told_accepted == ()


def test_who_has_two_that_differ_beside_all_others_may_have_typed_these(dossier: Dossier) -> None:
    own = (BASE[0].replace("all", "all eager"), compiled_op2(dossier), KENYA[2], "Thanks our host;", *BASE[3:])
    plan = came_back(dossier, lines(own), "Peru.docx")
    assert plan.unasked
    assert plan.told_accepted == ()


def compiled_op2(dossier: Dossier) -> str:
    return texts(compiled(dossier))[1]


def test_of_two_who_change_one_word_the_one_accepted_is_known(tmp_path: Path) -> None:
    fiji = (BASE[0].replace("in Geneva", "in Suva"), BASE[1].replace("measures", "steps"), *BASE[2:])
    kenya = (BASE[0].replace("Geneva ", ""), BASE[1].replace("measures ", ""), *KENYA[2:])
    with Dossier.create(tmp_path / "two.adref") as dossier:
        ask(dossier, fiji, kenya)
        back = accepted_in_part(compiled(dossier), lambda mark: "Fiji" in mark.author)
        plan = came_back(dossier, back)
        assert (plan.untracked, plan.unasked, plan.not_placed) == ((), (), ())
        assert any("Suva" in edit.come_text for one in plan.accepted for edit in one.edits)


def test_what_somebody_tracks_anew_beside_what_is_accepted_is_his(dossier: Dossier) -> None:
    accepted = Package(accepted_in_part(compiled(dossier), lambda mark: mark.author == "Fiji"))
    last = next(one for one in accepted.edit("word/document.xml").iter(w("t")) if "measures" in (one.text or ""))
    run = up(last)
    new = deepcopy(run)
    next(new.iter(w("t"))).text = " in Peru"
    change = etree.Element(w("ins"), {w("id"): "77", w("author"): "Peru"})
    change.append(new)
    run.addnext(change)
    plan = came_back(dossier, accepted.to_bytes())
    assert (plan.untracked, plan.unasked) == ((), ())
    assert "Fiji" in {one.author for one in plan.accepted}
    assert [edit.come_text for one in plan.proposals if one.author == "Peru" for edit in one.edits] == [" in Peru"]


def test_a_paragraph_that_became_a_heading_beside_it_is_told(dossier: Dossier) -> None:
    back = Package(accepted_in_part(compiled(dossier), lambda mark: mark.author == "Fiji"))
    styled = next(one for one in back.edit("word/document.xml").iter(w("pStyle")))
    styled.set(w("val"), "AdrefHeading")
    plan = came_back(dossier, back.to_bytes())
    assert any("became a heading" in one.sentence for one in plan.untracked)
    assert [edit.becomes is not None for one in plan.unasked for edit in one.edits] == [True]  # and no words


@pytest.mark.parametrize(
    "own", [FIJI, (*BASE[:1], FIJI[1], *BASE[2:]), (FIJI[0], KENYA[1].replace("at once", "now"), *BASE[2:])]
)
def test_who_typed_the_same_asks_for_it_too(dossier: Dossier, own: tuple[str, ...]) -> None:
    plan = came_back(dossier, lines(own), "Peru.docx")
    assert plan.unasked
    assert plan.told_accepted == ()


def test_so_it_is_told_of_the_file_before_it_is_kept(
    dossier: Dossier, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "Chair.docx"
    file.write_bytes(accepted_in_part(compiled(dossier), lambda mark: mark.author == "Fiji"))
    dossier.close()
    assert run(["read", str(file), "--dossier", str(tmp_path / "d.adref"), "--json"]) == 0
    base = json.loads(capsys.readouterr().out)["base"]
    assert (base["untracked"], base["not_placed"]) == ([], [])
    assert "of Fiji are accepted in this file" in base["accepted"][0]


@pytest.mark.parametrize(
    ("first", "then", "says"),
    [
        (("willing and able", "ready"), ("able", "capable"), "all willing and capable to act well and parties;"),
        (("able", "capable"), ("willing and able", "ready"), "all ready to act well and parties;"),
        (("able to act", "fit"), ("willing and able", "ready"), "all ready to act well and parties;"),
        (("able", "ready"), ("willing", "eager"), "all eager and ready to act well and parties;"),  # other words of it
    ],
)
def test_what_is_typed_over_words_again_goes_before_what_was_typed_over_more_or_fewer_of_them(
    tmp_path: Path, first: tuple[str, str], then: tuple[str, str], says: str
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        ask(dossier, (BASE[0].replace("all", "all willing and able to act well and"), *BASE[1:]), KENYA)
        dossier.map_author("Chair", dossier.add_delegation("Chair").key)
        accepted = accepted_in_part(compiled(dossier), lambda mark: mark.author == "Fiji")
        for was, now in (first, then):
            plan, also = came_back(dossier, changed_by_hand(accepted, was, now)).with_unasked()
            keep_returned(dossier, plan, also=also)
        assert texts(compiled(dossier))[0].endswith(says)


@pytest.mark.parametrize(
    ("before", "put_in", "more", "behind"),
    [
        ("Decides to meet", " again", " and again", " in May in Geneva;"),
        ("Décide de se réunir", " à nouveau", " et sans délai", " en mai à Genève;"),
        ("Decide reunirse", " otra vez", " sin demora", " en mayo en Ginebra;"),
        ("постановляет провести", " новое", " срочное", " совещание в мае;"),
        ("يقرر أن يجتمع", " مرة أخرى", " دون تأخير", " في أيار;"),
        ("决定", "再次", "尽快", "于五月在日内瓦开会；"),
    ],
)
def test_what_is_accepted_is_known_though_more_came_in_beside_it_since_it_left(
    tmp_path: Path, before: str, put_in: str, more: str, behind: str
) -> None:
    def marked(fiji: str, *words: tuple[str, str]) -> bytes:
        changes = "".join(
            ins(t(one), f'w:id="{n}" w:author="{who}"') if who else t(one) for n, (who, one) in enumerate(words, 1)
        )
        other = ins(t("2030"), f'w:id="9" w:author="{fiji}"') if fiji else ""
        return zipped(parts(p(t(before), changes, t(behind)) + p(t(f"{before}: "), other)))

    with Dossier.create(tmp_path / "d.adref") as dossier:
        import_files(dossier, [Incoming(read_word(marked("")), "L.1.docx")])
        for name, person in (("Fiji", "Anna"), ("Kenya", "Carla")):
            key = dossier.add_delegation(name).key
            dossier.map_author(name, key)
            dossier.map_author(person, key)
        for data in (marked("Anna", ("Anna", put_in)), marked("Fiji", ("Fiji", put_in), ("Anna", more))):
            keep_returned(dossier, came_back(dossier, data, "Anna.docx"))
        plan = came_back(dossier, marked("Fiji", ("", put_in)), "Carla.docx")
        assert (plan.untracked, len(plan.told_accepted)) == ((), 1)
