"""What one asks for of which somebody took a part in Word, and left the rest tracked: it stays his, and whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.compiling.come_back import Compilations, judged
from models.dossier import Dossier
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.returning import Plan, keep_returned, planned
from models.proposals.laid.applying import applied
from models.proposals.returned import read_returned
from models.proposals.untracked.in_parts import in_parts, joined_parts
from models.word.read import read_word
from tests.models.proposals.test_among_typed import PERU, come, gone
from tests.models.word.word_xml import docx, p

BASE = ("Decides to meet in May in Geneva;", "Urges all States to act at once;", "Remains seized of the matter.")
ARABIC = ("تقرر عقد الاجتماع في جنيف هذا العام؛", "تحث جميع الدول على العمل؛", "تقرر إبقاء المسألة قيد النظر.")
CHINESE = ("决定今年在日内瓦举行会议；", "敦促所有国家采取措施；", "决定继续处理此案。")
PHRASE = "Urges all ", come("willing and able "), "States to act at once;"
HALVES = "Urges ", gone("all "), come("few "), "States to act at once;"
GONE = "Urges all ", gone("States to act "), "at once;"


def of(*content: str, base: tuple[str, ...] = BASE) -> bytes:
    return docx(p(base[0]) + p(*content) + p(base[2]))


def came_back(dossier: Dossier, *files: bytes, base: tuple[str, ...] = BASE) -> tuple[Plan, list[str]]:
    """The plan of the last of some files, and the text that all it tells gives."""
    (node,) = import_files(dossier, [Incoming(read_word(docx("".join(map(p, base)))), "L.1.docx")])
    for data, name in zip(files, ("Fiji.docx", "Text.docx"), strict=True):
        plan = judged(planned(dossier, read_returned(data), name, base=node.id), Compilations(dossier))
        whole, also = plan.with_unasked()
        keep_returned(dossier, whole, also=also)
    text = applied(dossier.draft(node.id), [*whole.proposals, *also])
    assert [one.text for one in text.paragraphs] == [one.text for one in plan.returned.sent.draft.paragraphs]
    return plan, [edit.come_text or edit.gone for one in also for edit in one.edits]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (HALVES, ("Urges ", gone("all "), "few States to act at once;")),
        (HALVES, ("Urges ", come("few "), "States to act at once;")),
        (PHRASE, ("Urges all willing ", come("and able "), "States to act at once;")),
        (PHRASE, ("Urges all ", come("willing "), "and able States to act at once;")),
        (GONE, ("Urges all ", gone("to act "), "at once;")),
        (GONE, ("Urges all ", gone("States "), "at once;")),
    ],
)
def test_it_is_asked_for_as_it_was_and_nothing_was_typed(
    first: tuple[str, ...], then: tuple[str, ...], tmp_path: Path
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        plan, by_hand = came_back(dossier, of(*first), of(*then))
        assert [one.key for one in plan.proposals] == [one.key for one in plan.accepted]
        assert (len(plan.accepted), plan.untracked, by_hand, plan.told_no_longer) == (1, (), [], ())
        assert plan.proposals[0].revisions == (0,)


@pytest.mark.parametrize(
    ("base", "first", "then"),
    [
        (ARABIC, ("تحث جميع ", come("أيضا بقوة "), "الدول على العمل؛"),
         ("تحث جميع أيضا ", come("بقوة "), "الدول على العمل؛")),
        (CHINESE, ("敦促所有", come("友好全面"), "国家采取措施；"), ("敦促所有友好", come("全面"), "国家采取措施；")),
        (CHINESE, ("敦促", gone("所有"), come("友好"), "国家采取措施；"), ("敦促", gone("所有"), "友好国家采取措施；")),
    ],
)  # fmt: skip
def test_so_it_is_in_arabic_and_chinese(
    base: tuple[str, ...], first: tuple[str, ...], then: tuple[str, ...], tmp_path: Path
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        plan, by_hand = came_back(dossier, of(*first, base=base), of(*then, base=base), base=base)
        assert (len(plan.accepted), plan.untracked, by_hand) == (1, (), [])


@pytest.mark.parametrize("then", [("Urges ", gone("all "), "few "), ("Urges ", come("few "))])
def test_what_is_typed_beside_a_half_that_was_taken_is_told_alone(then: tuple[str, ...], tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        plan, by_hand = came_back(dossier, of(*HALVES), of(*then, "States to act very at once;"))
        assert (len(plan.accepted), by_hand) == (1, ["very "])


def test_what_was_rejected_of_it_is_not_accepted(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        plan, by_hand = came_back(dossier, of(*HALVES), of("Urges ", gone("all "), "States to act at once;"))
        assert (plan.accepted, by_hand, len(plan.told_no_longer)) == ((), [], 1)


def test_what_one_tracks_further_in_the_paragraph_is_a_proposal_of_its_own(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        then = of("Urges all willing ", come("and able "), "States to act ", come("now "), "at once;")
        plan, by_hand = came_back(dossier, of(*PHRASE), then)
        words = sorted(edit.come_text for one in plan.proposals for edit in one.edits)
        assert (words, by_hand) == (["now ", "willing and able "], [])
        assert len(plan.accepted) == 1


@pytest.mark.parametrize(
    ("then", "typed"),
    [
        (("Urges all ", come("willing "), "strong and able States to act at once;"), ["strong "]),
        (("Urges all ", come("willing "), come("strong ", PERU), "and able States to act at once;"), []),
        (("Urges all ", come("willing "), "and very able States to act at once;"), ["very "]),
        (("Urges all ", gone("willing "), "and ", come("able "), "States to act at once;"), []),
    ],
)
def test_what_comes_between_its_parts_and_within_them_amends_it(
    then: tuple[str, ...], typed: list[str], tmp_path: Path
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        plan, by_hand = came_back(dossier, of(*PHRASE), of(*then))
        assert (by_hand, plan.not_placed, len(plan.accepted)) == (typed, (), 1)
        own = [edit.come_text for one in plan.proposals for edit in one.edits if one.against is None]
        assert sorted(word for text in own for word in text.split()) == ["able", "and", "willing"]


def test_what_was_accepted_and_struck_again_is_amended(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        then = of("Urges all ", gone("willing and able "), "States to act ", come("now "), "at once;")
        plan, by_hand = came_back(dossier, of(*PHRASE), then)
        assert (by_hand, plan.not_placed, len(plan.accepted)) == ([], (), 1)


def test_parts_joined_again_are_what_was_cut() -> None:
    halves = read_returned(of(*HALVES)).proposals
    cut = in_parts(halves, read_returned(of("Urges ", gone("all "), "States to act at once;")).proposals)
    assert [(edit.gone, edit.come_text) for edit in cut[0].edits] == [("all ", ""), ("", "few ")]
    assert joined_parts(cut[0].edits) == halves[0].edits


def test_no_word_is_cut_in_two() -> None:
    phrase, part = (
        read_returned(of("Urges all ", come(words), "States to act at once;")).proposals
        for words in ("willingly and able ", "will")
    )
    assert len(in_parts(phrase, part)[0].edits) == 1
