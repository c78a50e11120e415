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
from tests.models.word.word_xml import docx, p

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
