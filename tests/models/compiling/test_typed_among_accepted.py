"""What somebody tracks in words that were typed beside accepted ones has its place: no word of his is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.compiling.come_back import Compilations, judged
from models.dossier import Dossier
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.returning import keep_returned, planned
from models.proposals.laid.applying import applied
from models.proposals.returned import read_returned
from models.word.read import read_word
from tests.models.proposals.test_among_typed import FIRST, LAST, SECOND, come, gone, new
from tests.models.word.word_xml import docx, p, t

ABLE = FIRST + p("Urges all ", come("willing and able "), "States to act at once;") + LAST
THANKS = FIRST + new(come("Thanks all;")) + SECOND + LAST
SALUE = p("Décide de se réunir ;") + p("Prie tous les ", come("bons "), "États d’agir ;") + LAST
EAGER = gone("ready ") + come("eager ")
CASES = [
    ("a word in a phrase", ABLE, FIRST + p("Urges all willing ", EAGER, "and able States to act at once;") + LAST),
    ("a word beside one", ABLE, FIRST + p("Urges all willing and able States to ", EAGER, "act at once;") + LAST),
    (
        "words of the text with one of them",
        ABLE,
        FIRST + p("Urges all willing and able States ", gone("to "), "go ", gone("now "), "act at once;") + LAST,
    ),
    (
        "in a paragraph behind a new one",
        THANKS,
        FIRST
        + p("Thanks truly all;")
        + p("Notes ", come("gladly "), "all, ", come("also "), "reports;")
        + SECOND
        + LAST,
    ),
    ("a word in a new one", THANKS, FIRST + p("Thanks ", gone("ready "), "all;") + SECOND + LAST),
    (
        "in French",
        SALUE,
        p("Décide de se réunir ;") + p("Prie tous les bons ", gone("grands "), "États d’agir ;") + LAST,
    ),
]


@pytest.mark.parametrize(("first", "then"), [pytest.param(*one, id=name) for name, *one in CASES])
def test_what_is_tracked_in_words_typed_beside_accepted_ones_has_its_place(
    tmp_path: Path, first: str, then: str
) -> None:
    base = read_word(docx(first), "reject")
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(base, "L.1.docx")])
        for name in ("Fiji", "Peru"):
            dossier.map_author(name, dossier.add_delegation(name).key)
        keep_returned(dossier, planned(dossier, read_returned(docx(first)), "Text.docx", base=node.id))
        came = read_returned(docx(then))
        plan = planned(dossier, came, "Text.docx", base=node.id)
        plan, also = judged(plan, Compilations(dossier)).with_unasked()
        assert plan.not_placed == ()
        has = applied(dossier.draft(node.id), [*plan.proposals, *also])
        assert [one.text for one in has.paragraphs] == [one.text for one in came.sent.draft.paragraphs]


NOTE = f'<w:footnote w:id="2">{p("See A/80/1.")}</w:footnote>'
MARK = '<w:r><w:footnoteReference w:id="2"/></w:r>'
IN = (t(" "), come("willing and able "))
ON = t("to act at once;")
ABLE_IN_ZH = ("敦促所有国家", come("、愿意和有能力的国家，"), MARK, t("立即采取行动；"))
CITING = [
    ("behind the mark", ("Urges all States", MARK, *IN, ON), ("Urges all States", MARK, t(" willing and ready "), ON)),
    ("before it", ("Urges all", *IN, t("States"), MARK, ON), ("Urges all willing and ready States", MARK, ON)),
    ("right before it", ("Urges all", come(", very able,"), MARK, ON), ("Urges all, very ready,", MARK, ON)),
    ("right behind it", ("Urges all", MARK, come(", able,"), ON), ("Urges all", MARK, t(", ready,"), ON)),
    ("beside what is tracked", ("Urges all", MARK, *IN, ON), ("Urges all", MARK, come("*"), t(" ready and able "), ON)),
    ("in French", ("Prie tous", MARK, *IN, ON), ("Prie tous", MARK, t(" willing et able "), ON)),
    ("in Chinese", ABLE_IN_ZH, ("敦促所有国家、愿意或有能力的国家，", MARK, t("立即采取行动；"))),
]  # fmt: skip


@pytest.mark.parametrize(("first", "then"), [pytest.param(*one, id=name) for name, *one in CITING])
def test_one_word_typed_over_in_what_was_accepted_is_told_alone_where_a_note_is_cited(
    tmp_path: Path, first: tuple[str, ...], then: tuple[str, ...]
) -> None:
    asked, data = (docx(FIRST + p(*one) + LAST, footnotes=NOTE) for one in (first, then))
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(asked, "reject"), "L.1.docx")])
        dossier.map_author("Fiji", dossier.add_delegation("Fiji").key)
        keep_returned(dossier, planned(dossier, read_returned(asked), "Text.docx", base=node.id))
        came = read_returned(data)
        plan, also = judged(planned(dossier, came, "Text.docx", base=node.id), Compilations(dossier)).with_unasked()
        assert [one.sentence for one in plan.untracked] == ["One word in OP2 was changed without tracking."]
        assert all(one.against for one in also)
        has = applied(dossier.draft(node.id), [*plan.proposals, *also])
        assert [one.runs for one in has.paragraphs] == [one.runs for one in came.sent.draft.paragraphs]
