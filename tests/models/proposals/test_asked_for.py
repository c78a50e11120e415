"""What a proposal asks for, in words: each word that goes or comes is told as such."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.proposals.asked_for import asked_for
from models.proposals.proposal import END, Edit, Place, Point, Proposal
from models.proposals.returned import read_returned
from models.reading.reading import CannotRead
from tests.models.proposals.tracked_files import Tracked, tracked_texts, written
from tests.models.word.word_xml import cell, dele, docx, ins, p, row, t, table
from tests.models.word.word_xml import d as gone

FRANCE, KENYA = (f'w:id="9" w:author="{name}" w:date="2025-11-17T00:00:00Z"' for name in ("France", "Kenya"))
_ITALIC = (
    '<w:r><w:rPr><w:i/><w:rPrChange w:id="8" w:author="Delegation A"><w:rPr/></w:rPrChange></w:rPr>'
    '<w:t xml:space="preserve"> </w:t></w:r>'
)
MANY = " ".join(f"word{at}" for at in range(40))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (p(t("Urges ") + dele(gone("Member States")) + ins(t("all States")) + t(" to act;")),
         ["Urges [-Member States-]{+all States+} to act;"]),
        (p(t("Urges") + ins(t(" all")) + t(" to act on what was said there;")),
         ["Urges {+all+} to act on …"]),
        (p(t("Urges")) + p(ins(t("Asks the Bank;")), mark="<w:ins w:id='9' w:author='Delegation A'/>") + p("End."),
         ["{+Asks the Bank;+}"]),
        (p(t("Urges")) + p(dele(gone("Asks.")), mark="<w:del w:id='9' w:author='Delegation A'/>") + p("End."),
         ["[-Asks.-]"]),
        (p(t("Asks") + ins(t(" ")) + t("them")), ["Asks{+␣+}them"]),
        (p(t("Asks") + _ITALIC + ins(t("all ")) + t("them")), ["Asks {+all+} them"]),
        (p(t("Asks") + _ITALIC + t("them")), ["italic:"]),
        (p(t("Asks the")) + p(ins(t(MANY))), None),
    ],
)  # fmt: skip
def test_words_of_tracked_changes(body: str, said: list[str] | None) -> None:
    returned = read_returned(docx(body))
    found = [asked_for(returned.base.draft, one, {}) for one in returned.proposals]
    if said is None:
        assert len(found[0]) < len(MANY)
        assert re.search(r"\{\+word0 .*… .* word39\+\}$", found[0])
    else:
        assert found == said


def moved_row(kind: str, change: str) -> str:
    def within(text: str) -> str:
        return cell(p(f"<w:{kind} {FRANCE}>{t(text)}</w:{kind}>", mark=f"<w:{kind} {FRANCE}/>"))

    tracked = f"<w:trPr><w:{change} {FRANCE}/></w:trPr>" if change else ""
    ends = (f'<w:{kind}Range{end} {FRANCE} w:name="one"/>' for end in ("Start", "End"))
    return row(tracked + within("Water for all") + within("12 per cent")).join(ends)


@pytest.mark.parametrize(("gone", "come"), [("del", "ins"), ("", "")])
def test_a_row_that_moves_is_told_cell_by_cell(gone: str, come: str) -> None:
    stays = row(cell(p("Sanitation for all")) + cell(p("24 per cent")))
    returned = read_returned(docx(table(moved_row("moveFrom", gone) + stays + moved_row("moveTo", come)) + p("End.")))
    (moved,) = returned.proposals
    assert moved.kind == "move"
    assert asked_for(returned.base.draft, moved, {}) == "Water for all | 12 per cent"


def test_a_new_row_is_told_cell_by_cell_and_a_cell_that_splits_as_before() -> None:
    cells = (cell(p(ins(t(one), FRANCE), mark=f"<w:ins {FRANCE}/>")) for one in ("Water", "12 per cent"))
    new = f"<w:trPr><w:ins {FRANCE}/></w:trPr>" + "".join(cells)
    split = cell(p("One, ", mark=f"<w:ins {FRANCE}/>") + p("two."))
    returned = read_returned(docx(table(row(cell(p("Sanitation")) + split) + row(new)) + p("End.")))
    found = [asked_for(returned.base.draft, one, {}) for one in returned.proposals]
    assert found == ["One, {+¶+}", "{+Water | 12 per cent+}"]


BASE = Draft(
    (
        Paragraph(Kind.OPERATIVE, (Run("Urges States"), Run(footnote=1), Run(" to act;")), number="1"),
        Paragraph(Kind.OPERATIVE, (Run("Asks the Bank;"),), number="2"),
    ),
    (Footnote(1, "1", (Run("Resolution 70/1."),)),),
)
CAME = (Paragraph(Kind.OPERATIVE, (Run(footnote=2),)),)


@pytest.mark.parametrize(
    ("proposal", "said"),
    [
        (Proposal("reword", "A", Place("", 1, 2, 4, 4), (Edit(Point(1, 4), Point(1, 4), come=CAME),),
                  footnotes=(Footnote(2, "2", (Run("See L.1."),)),)), "Asks {+note 2: See L.1.+} the Bank;"),
        (Proposal("reword", "A", Place("", 0, 1, 12, 12), (Edit(Point(0, 12), Point(0, 12), gone_notes=(1,)),)),
         "Urges States [-note 1: Resolution 70/1.-] to act;"),
        (Proposal("note", "A", Place("", 0, 1, 11, 15, "70/1", 1),
                  (Edit(Point(0, 11), Point(0, 15), "70/1", (Paragraph(Kind.TEXT, (Run("71/2"),)),)),)),
         "note 1: Resolution [-70/1-]{+71/2+}."),
        (Proposal("move", "A", Place("", 1, 2, words="Asks the Bank;"),
                  (Edit(Point(1, 0), Point(2, 0), f"Asks the Bank;{END}"),
                   Edit(Point(0, 0), Point(0, 0), "", (Paragraph(Kind.OPERATIVE, (Run("Asks the old Bank;"),)),
                                                       Paragraph(Kind.OPERATIVE, ())))), to=0),
         "Asks the {+old+} Bank;"),
        (Proposal("format", "A", Place("", 1, 2, 0, 4, "Asks"),
                  (Edit(Point(1, 0), Point(1, 4), "Asks", look=(True, False, False)),)), "italic: Asks"),
        (Proposal("format", "A", Place("", 1, 2, words="Asks the Bank;")), "Asks the Bank;"),
    ],
)  # fmt: skip
def test_what_is_no_plain_word(proposal: Proposal, said: str) -> None:
    assert asked_for(BASE, proposal, {}) == said


def test_words_in_what_another_puts_in_stand_among_those() -> None:
    new = p(
        ins(t("Calls upon all States to act ") + dele(gone("with urgency"), KENYA), FRANCE),
        ins(t("urgently"), KENYA),
        ins(t(" on it;"), FRANCE),
        mark=ins("", FRANCE),
    )
    returned = read_returned(docx(p(t("Urges States;")) + new + p("Ends.")))
    every = {one.key: one for one in returned.proposals}
    said = [asked_for(returned.base.draft, one, every) for one in returned.proposals if one.author == "Kenya"]
    assert said == ["… States to act [-with urgency-]{+urgently+} on it;"]


def letters(text: str) -> Counter[str]:
    return Counter(re.sub(rf"[\s¶␣{END}]", "", text))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tracked_texts())
def test_every_word_that_goes_or_comes_is_told(tracked: Tracked) -> None:
    try:
        returned = read_returned(written(tracked))
    except CannotRead:
        return
    every = {one.key: one for one in returned.proposals}
    for one in returned.proposals:
        said = asked_for(returned.base.draft, one, every)
        if "…" in said or one.kind == "move":
            continue
        struck = [every[one.against].edits[at].come_text for at in one.strikes] if one.against else []
        assert letters("".join(re.findall(r"\[-(.*?)-\]", said))) == letters(
            "".join([*struck, *(edit.gone for edit in one.edits)])
        )
        come = "".join(edit.come_text + (edit.number or "") for edit in one.edits)
        assert letters("".join(re.findall(r"\{\+(.*?)\+\}", said))) == letters(come)
