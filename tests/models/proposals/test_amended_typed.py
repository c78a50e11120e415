"""Tracked changes of words that were typed without tracking amend what these become."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.subjects.returned_file import ReturnedFile
from models.dossier import Dossier
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.returning import planned
from models.proposals.laid.applying import applied
from models.proposals.proposal import Proposal
from models.proposals.returned import read_returned
from models.word.read import read_word
from tests.models.proposals.test_among_typed import FIJI, FIRST, LAST, PERU, SECOND, come, gone
from tests.models.word.word_xml import d, dele, docx, p, t
from widgets.returned.view import Answer

WORDS = "It changes words that were not tracked, and has a place once they are a proposal too."
CASES = [
    ("a word", ("Urges very ", gone("strongly "), "all States to act at once;")),
    ("all of them", ("Urges ", gone("very strongly "), "all States to act now at once;")),
    ("for others", ("Urges ", gone("very strongly "), come("openly "), "all States to act at once;")),
    ("and of the draft", ("Urges very ", gone("strongly all "), come("many "), "States to act at once;")),
    ("and of the draft before", ("Urges some", gone(" kind States"), " to act at once;")),
    ("and elsewhere", ("Urges very ", gone("strongly "), "all States ", come("now "), "to act ", gone("at once"), ";")),
    ("of two", ("Urges ", dele(d("very "), PERU), gone("strongly "), "all States to act now at once;")),
    ("of two places", ("Urges very ", gone("strongly "), "all States to act now ", come("and here"), " at once;")),
    ("in place of others", ("Urges very many ", gone("kind "), "States to act at once;")),
    ("in a letter", ("Urges many", gone("fold"), " States to act at once;")),
    ("behind others", ("Urges very ", come("soon "), "all States ", gone("now "), "to act at once;")),
    ("before others", ("Urges ", come("soon "), "very all States ", gone("now "), "to act at once;")),
    ("behind both", ("Urges very ", come("soon "), gone("all "), "kind States ", gone("now "), "to act at once;")),
    ("behind in Arabic", ("Urges جدا ", come("بقوة "), "all States ", gone("أيضا "), "to act at once;")),
    ("behind in Chinese", ("Urges 友好", come("公开"), " all States ", gone("全面"), "to act at once;")),
    ("in Arabic", ("Urges جدا ", gone("بقوة "), come("أيضا "), "all States to act at once;")),
    ("in Chinese", ("Urges 友好", gone("全面"), come("公开"), " all States to act at once;")),
]


def made(dossier: Dossier, data: bytes) -> tuple[list[Proposal], list[str], list[str]]:
    """All that a file asks for with what was typed in it, the text of both, and why something has no place."""
    (node,) = import_files(dossier, [Incoming(read_word(docx(FIRST + SECOND + LAST)), "L.1.docx")])
    came = read_returned(data)
    plan = planned(dossier, came, "Kenya.docx", base=node.id)
    whole, also = plan.with_unasked()
    assert whole.not_placed == ()
    draft = dossier.draft(node.id)
    shown = ReturnedFile(Path("Kenya.docx"), plan, draft, plan.returned.compared_to(draft))
    for number, _ in enumerate(plan.untracked):
        shown = shown.answered(number, Answer.PROPOSAL)
    assert ([one.key for one in shown.made()], shown.not_placed) == ([one.key for one in also], ())
    proposals = [*whole.proposals, *also]
    text = [one.text for one in applied(draft, proposals).paragraphs]
    assert text == [one.text for one in came.sent.draft.paragraphs]
    typed = applied(draft, [one for one in also if not one.tracked])
    assert [one.text for one in typed.paragraphs] == [one.text for one in came.base.draft.paragraphs]
    return proposals, text, [why for _, why in plan.not_placed]


MARK, NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>', f'<w:footnote w:id="2">{p("See A/80/1.")}</w:footnote>'
CITING = (t("Urges all States"), MARK, t(" to act at once;"))
WITH_NOTES = [
    ("before it", ("Urges very ", gone("strongly "), come("openly "), "all States", MARK, t(" to act at once;"))),
    ("behind it", ("Urges all States", MARK, t(" very "), gone("strongly "), t("to act at once;"))),
    ("right before it", ("Urges all States and ", gone("kind "), t("peoples"), MARK, t(" to act at once;"))),
    ("up to it", ("Urges all States and", gone(" kind"), MARK, t(" to act at once;"))),
    ("right behind it", ("Urges all States", MARK, t(" and"), gone(" kind"), t(" peoples to act at once;"))),
    ("from it on", ("Urges all States", MARK, gone(" kindly"), t(" and truly to act at once;"))),
    ("for others, and at the mark", ("Urges very ", gone("strongly all "), t("States"), come(" now"), MARK,
                                     come(", here"), t(" to act at once;"))),
    ("over what stood behind it", ("Urges all States", MARK, t(" and "), gone("so "), come("yes "), t("on at once;"))),
    ("over what stood before it", ("Urges all ", t("kind "), gone("good "), t("peoples"), MARK, t(" to act at once;"))),
    ("in Arabic", ("Urges جدا ", gone("بقوة "), come("أيضا "), "all States", MARK, t(" to act at once;"))),
    ("in Chinese", ("Urges 友好", gone("全面"), come("公开"), "all States", MARK, t(" to act at once;"))),
]  # fmt: skip


@pytest.mark.parametrize("content", [one for _, one in WITH_NOTES], ids=[name for name, _ in WITH_NOTES])
def test_so_it_has_in_a_paragraph_that_cites_a_note(content: tuple[str, ...], tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        body = FIRST + p(*content) + LAST
        text, mark = cited(dossier, docx(body, footnotes=NOTE), docx(FIRST + p(*CITING) + LAST, footnotes=NOTE))
        assert text == mark


def cited(dossier: Dossier, data: bytes, base: bytes) -> tuple[list[object], list[object]]:
    """The runs that a draft has with all that a file asks for, and those of the file with all its changes."""
    (node,) = import_files(dossier, [Incoming(read_word(base), "L.1.docx")])
    came = read_returned(data)
    plan, also = planned(dossier, came, "Kenya.docx", base=node.id).with_unasked()
    assert plan.not_placed == ()
    typed = applied(dossier.draft(node.id), [one for one in also if not one.tracked])
    assert [one.runs for one in typed.paragraphs] == [one.runs for one in came.base.draft.paragraphs]
    has = applied(dossier.draft(node.id), [*plan.proposals, *also])
    return [one.runs for one in has.paragraphs], [one.runs for one in came.sent.draft.paragraphs]


@pytest.mark.parametrize("content", [one for _, one in CASES], ids=[name for name, _ in CASES])
def test_it_has_its_place_among_these(content: tuple[str, ...], tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        proposals, _, why = made(dossier, docx(FIRST + p(*content) + LAST))
        assert {*why} == {WORDS}
        (typed,) = (one for one in proposals if not one.tracked)
        assert all(one.author == "Kenya" for one in (typed,))
        assert {one.author for one in proposals if one.against == typed.key} <= {"Fiji", "Peru"}


DIVIDED = [
    ("before the end", p("Urges very ", gone("strongly all "), "States") + p("to act at once;")),
    ("behind it", p("Urges all States") + p("to act ", gone("now "), come("soon "), "and here at once;")),
    ("on both sides", p("Urges very ", gone("truly "), "all States") + p("to act ", gone("now "), "here at once;")),
    ("and of the draft beside it", p("Urges very ", gone("truly all "), "States") + p(gone("to "), "act at once;")),
    ("twice", p("Urges very ", gone("truly "), "all") + p("States") + p("to act ", gone("now "), "here at once;")),
    ("in Russian", p("Urges очень ", gone("сильно "), come("громко "), "all States") + p("to act at once;")),
]
JOINED = [
    ("before the end", p("Decides to meet ", gone("soon "), "in May in Geneva; Urges all States to act at once;")),
    ("behind it", p("Decides to meet in May in Geneva; Urges all kind ", gone("good "), "States to act at once;")),
    ("on both sides", p("Decides to meet ", gone("soon "), come("now "), "in May in Geneva; Urges all kind ",
                        gone("good "), "States to act at once;")),
    ("and of the draft", p("Decides to meet soon ", gone("again in "), "May in Geneva; Urges all States to ",
                           gone("act "), "at once;")),
    ("in French", p("Decides to meet très ", gone("bientôt "), "in May in Geneva; Urges all States to act at once;")),
]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [*(FIRST + body + LAST for _, body in DIVIDED), *(body + LAST for _, body in JOINED)],
    ids=[f"{how} {name}" for how, every in (("divided", DIVIDED), ("joined", JOINED)) for name, _ in every],
)
def test_so_it_has_where_paragraphs_were_divided_or_joined(body: str, tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        made(dossier, docx(body))


ENDS = f"<w:del {FIJI}/>"
OUT = p(gone("Urges very"), dele(d(" strongly"), PERU), gone(" all States to act at once;"), mark=ENDS)
STRUCK = [
    ("a paragraph", FIRST + p(gone("Urges very strongly all States to act at once;"), mark=ENDS) + LAST),
    ("and one behind it", FIRST + p(gone("Urges all States to act at once; now."), mark=ENDS) + LAST),
    ("two", p(gone("Decides soon to meet in May in Geneva;"), mark=ENDS)
     + p(gone("Urges very strongly all States to act at once;"), mark=ENDS) + LAST),
    ("from within one into the next", p("Decides to meet", gone(" in May, in spring, in Geneva;"),
                                        mark=ENDS)
     + p(gone("Urges very strongly all "), "States to act at once;") + LAST),
    ("with what goes in the draft", FIRST + p(gone("Urges very States at once;"), mark=ENDS) + LAST),
    ("a paragraph that another amends", FIRST + OUT + LAST),
    ("in Chinese", FIRST + p(gone("Urges 非常 all States to act at once;"), mark=ENDS) + LAST),
]  # fmt: skip


@pytest.mark.parametrize("body", [body for _, body in STRUCK], ids=[name for name, _ in STRUCK])
def test_what_was_typed_in_a_paragraph_that_somebody_takes_out_goes_with_it(body: str, tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        made(dossier, docx(body))


BESIDE = [
    ("before what is struck", ("Urges all kind", gone(" States"), t(" to act at once;")), "kind", "States"),
    ("behind it", (t("Urges "), gone("all "), t("kind States to act at once;")), "kind", "all"),
    ("with other words for it", ("Urges all kind", gone(" States"), come(" peoples"), t(" to act at once;")), "kind",
     "States"),
    ("in Russian", ("Urges all очень добрые", gone(" States"), t(" to act at once;")), "очень добрые", "States"),
    ("in Arabic", ("Urges all جدا", gone(" States"), t(" to act at once;")), "جدا", "States"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "typed", "struck"), [one for _, *one in BESIDE], ids=[one[0] for one in BESIDE])
def test_what_was_typed_beside_what_somebody_strikes_is_none_of_it(
    content: tuple[str, ...], typed: str, struck: str, tmp_path: Path
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        proposals, _, why = made(dossier, docx(FIRST + p(*content) + LAST))
        assert why == []
        assert all(one.against is None for one in proposals)
        (own,) = ([edit for edit in one.edits if edit.come] for one in proposals if not one.tracked)
        assert "".join(edit.come_text for edit in own).strip() == typed
        assert [edit.gone.strip() for one in proposals for edit in one.edits if edit.gone] == [struck]


@pytest.mark.parametrize("before", ["Urges all States and peoples", "Urges all kind States"])
def test_a_note_stays_where_words_are_typed_before_it(before: str, tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        base, data = (docx(FIRST + p(*one) + LAST, footnotes=NOTE) for one in (CITING, (before, *CITING[1:])))
        (node,) = import_files(dossier, [Incoming(read_word(base), "L.1.docx")])
        (one,) = planned(dossier, read_returned(data), "Kenya.docx", base=node.id).unasked
        assert one.footnotes == ()
        assert not any(edit.gone_notes for edit in one.edits)


SPACES = [
    ("gone behind it", (t("Urges "), gone("all"), t("States to act at once;"))),
    ("gone before it", (t("Urges all"), gone("States"), t(" to act at once;"))),
    ("come within it", (t("Urges all "), gone("Sta"), t(" tes to act at once;"))),
]


@pytest.mark.parametrize("content", [one for _, one in SPACES], ids=[name for name, _ in SPACES])
def test_where_only_a_space_was_changed_beside_what_is_struck_no_word_is_told(
    content: tuple[str, ...], tmp_path: Path
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        data = docx(FIRST + p(*content) + LAST)
        proposals, _, why = made(dossier, data)
        assert why == []
        plan = planned(dossier, read_returned(data), "Kenya.docx", base=dossier.nodes()[0].id)
        assert [one.sentence for one in plan.untracked] == ["Signs or spaces in OP2 were changed without tracking."]
        assert all(not edit.gone.strip() for one in proposals if not one.tracked for edit in one.edits)


WHOLE = [
    ("in English", "very good", "old", "kind"),
    ("in French", "très bons", "vieux", "gentils"),
    ("in Spanish", "muy buenos", "viejos", "amables"),
    ("in Russian", "очень добрые", "старые", "новые"),
    ("in Arabic", "جيدة جدا", "قديمة", "جديدة"),
    ("in Chinese", "很好的", "旧的", "新的"),
]


@pytest.mark.parametrize(("went", "struck", "put_in"), [one for _, *one in WHOLE], ids=[one[0] for one in WHOLE])
def test_what_is_struck_behind_words_that_went_without_tracking_is_in_one_piece(
    went: str, struck: str, put_in: str, tmp_path: Path
) -> None:
    old = FIRST + p(f"Urges all {went} {struck} States to act at once;") + LAST
    sent = FIRST + p(t("Urges all"), gone(f" {struck}"), come(f" {put_in}"), t(" States to act at once;")) + LAST
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(docx(old)), "L.1.docx")])
        plan = planned(dossier, read_returned(docx(sent)), "Kenya.docx", base=node.id)
        (edit,) = (edit for one in plan.proposals for edit in one.edits)
        assert (edit.gone, edit.come_text) == (f" {struck}", f" {put_in}")
        assert [edit.gone for one in plan.unasked for edit in one.edits] == [f" {went}"]


@pytest.mark.parametrize(("typed", "_", "behind"), [one for _, *one in WHOLE], ids=[one[0] for one in WHOLE])
def test_words_typed_before_what_somebody_puts_in_stand_at_one_place_with_that(
    typed: str, _: str, behind: str, tmp_path: Path
) -> None:
    content = (t(f"Urges all {typed}"), come(f" {behind}"), t(" States to act at once;"))
    with Dossier.create(tmp_path / "d.adref") as dossier:
        proposals, _text, why = made(dossier, docx(FIRST + p(*content) + LAST))
        assert why == []
        assert {edit.start for one in proposals for edit in one.edits} == {(1, len("Urges all"))}


@pytest.mark.parametrize(("went", "_", "put_in"), [one for _, *one in WHOLE[:5]], ids=[one[0] for one in WHOLE[:5]])
def test_words_put_in_where_others_went_with_the_spaces_beside_them_stay_between_their_neighbours(
    went: str, _: str, put_in: str, tmp_path: Path
) -> None:
    old = FIRST + p(f"Urges all {went} States to act at once;") + LAST
    sent = FIRST + p(t("Urges all"), come(f" {put_in} "), t("States to act at once;")) + LAST
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(docx(old)), "L.1.docx")])
        whole, also = planned(dossier, read_returned(docx(sent)), "Kenya.docx", base=node.id).with_unasked()
        assert [edit.gone for one in also for edit in one.edits] == [f" {went} "]
        text = applied(dossier.draft(node.id), [*whole.proposals, *also]).paragraphs[1].text
        assert text == f"Urges all {put_in} States to act at once;"
        alone = applied(dossier.draft(node.id), whole.proposals).paragraphs[1].text
        assert alone.split() == f"Urges all {put_in} {went} States to act at once;".split()
