"""What was changed in a returned file without tracking: told exactly, and made proposals of where these hold it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from models.comparison.compare import compare
from models.dossier import Dossier
from models.dossier.incoming.returning import planned
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.proposals.json_form import untracked_value
from models.proposals.laid.applying import applied
from models.proposals.laid.carrying import placed_on
from models.proposals.proposal import Proposal, keyed
from models.proposals.returned import read_returned
from models.proposals.untracked.amended_new import in_empty_lines
from models.proposals.untracked.amended_typed import told_of_new, with_amendments
from models.proposals.untracked.compared import compared_proposals
from models.proposals.untracked.untracked import called_alike, told_together, untracked
from models.word.read import read_word
from tests.models.word.word_xml import BY_OTHER, d, dele, docx, ins, p, t

LEVELS = {"(": (Kind.SUBPARAGRAPH, 1)}


def draft(*lines: str, notes: tuple[str, ...] = ()) -> Draft:
    """“2. Words” is operative, “(a) Words” a subparagraph; “^1” cites the first note."""
    paragraphs = []
    for line in lines:
        number, _, words = line.partition(" ")
        kind, level = LEVELS.get(number[0], (Kind.OPERATIVE, 0))
        runs: list[Run] = []
        for n, piece in enumerate(words.split("^")):
            cited = int(piece[0]) if n else None
            runs += [Run(footnote=cited), Run(piece[1:])] if cited else [Run(piece)]
        paragraphs.append(
            Paragraph(kind, tuple(run for run in runs if run.text or run.footnote), level, number.strip("."))
        )
    return Draft(tuple(paragraphs), tuple(Footnote(n, str(n), (Run(text),)) for n, text in enumerate(notes, 1)))


OLD = draft("1. Decides to meet^1;", "2. Urges all:", "(a) To come early;", "(b) To stay late;", notes=("A/80/123.",))


MEET, URGES, COME, STAY = "1. Decides to meet^1;", "2. Urges all:", "(a) To come early;", "(b) To stay late;"


@pytest.mark.parametrize(
    ("lines", "notes", "sentences"),
    [
        ((MEET, URGES, COME, STAY), ("A/80/123.",), []),
        (
            ("1. Decides to part^1;", URGES, COME, STAY),
            ("A/80/123.",),
            ["One word in OP1 was changed without tracking."],
        ),
        (  # one comes and another goes elsewhere
            (MEET, URGES, "(a) To all come;", STAY),
            ("A/80/123.",),
            ["Two words in OP2 (a) were changed without tracking."],
        ),
        (
            ("1. Decides to come and stay^1;", URGES, COME),
            ("A/80/123.",),
            ["Three words in OP1 were changed without tracking.", "OP2 (b) is gone and its deletion was not tracked."],
        ),
        (
            ("1. Decides to meet^1,", URGES, COME, STAY, "3. Calls upon them;"),
            ("A/80/123.",),
            ["Signs or spaces in OP1 were changed without tracking.", "OP3 is new and was not tracked."],
        ),
        (  # what is not agreed any more is no sign among others
            ("1. Decides to [meet]^1;", "2. Urges [all:", COME, "(b) To stay late."),
            ("A/[80/123].",),
            [
                "Brackets in OP1 were changed without tracking.",
                "Brackets in OP2 were changed without tracking.",
                "Signs or spaces in OP2 (b) were changed without tracking.",
                "Brackets in footnote 1 of OP1 were changed without tracking.",
            ],
        ),
        (
            (MEET, URGES, COME, STAY),
            ("A/80/999.",),
            ["One word in footnote 1 of OP1 was changed without tracking."],
        ),
        (
            ("1. Decides to meet;", URGES, COME, STAY),
            (),
            ["Footnote 1 of OP1 is gone and its deletion was not tracked."],
        ),
        (
            ("1. Decides to part;", URGES, COME, STAY),
            (),
            [
                "One word in OP1 was changed without tracking. "
                "Footnote 1 of OP1 is gone and its deletion was not tracked."
            ],
        ),
        (
            (MEET, "2. Urges all^2:", COME, STAY),
            ("A/80/123.", "A/80/124."),
            ["Footnote 2 of OP2 is new and was not tracked."],
        ),
        (
            ("1. Decides^1 to meet;", URGES, COME, STAY),
            ("A/80/123.",),
            ["The footnotes of OP1 were changed without tracking."],
        ),
        (
            (MEET, URGES, "3. To come early;", "(a) To stay late;"),
            ("A/80/123.",),
            ["OP2 (a) became OP3 without tracking.", "OP2 (b) became OP3 (a) without tracking."],
        ),
    ],
)
def test_what_was_changed_without_tracking(
    lines: tuple[str, ...], notes: tuple[str, ...], sentences: list[str]
) -> None:
    assert [one.sentence for one in untracked(compare(OLD, draft(*lines, notes=notes)))] == sentences


def test_what_no_proposal_holds_is_told_apart() -> None:
    new = draft("1. Decides to part^1;", "2. Urges all:", "3. To come early;", "(a) To stay;", notes=("A/80/9.",))
    words, level, both, note = untracked(compare(OLD, new))
    assert [one.held for one in (words, level, both, note)] == [True, True, True, True]
    assert (words.not_held, level.not_held) == ("", "")
    assert both.sentence.startswith("One word in OP2 (b) was changed without tracking. ")
    assert both.not_held == "OP2 (b) became OP3 (a) without tracking."
    assert untracked_value(note)["footnote"] == {"old": 1, "new": 1}
    assert untracked_value(both)["not_held"] == both.not_held
    assert set(untracked_value(words)) == set(untracked_value(level)) == {"old", "new", "label", "words", "sentence"}
    made = applied(OLD, compared_proposals(compare(OLD, new)))
    assert [(one.kind, one.level, one.text) for one in made.paragraphs] == [
        (one.kind, one.level, one.text) for one in new.paragraphs
    ]
    assert [one.text for one in made.footnotes] == ["A/80/9."]


KEPT = draft("1. Decides to meet;", "2. Requests a report.")
SENT = draft("1. Decides to meet;", "2. Urges all States;", "3. Calls upon them to come;", "4. Requests a report.")


@pytest.mark.parametrize(
    ("then", "placed"),
    [
        (("Urges warmly all States;", "Calls upon them to come;"), 1),
        (("Urges many States;", "Calls upon them all to come early;"), 2),
        (("Urges all States;",), 1),
        (("Urges all;", "Calls upon them to come;", "Invites them;"), 1),
    ],
)
def test_tracked_words_in_a_new_paragraph_that_was_not_tracked(then: tuple[str, ...], placed: int) -> None:
    lines = ("Decides to meet;", *then, "Requests a report.")
    sent = draft(*(f"{n}. {line}" for n, line in enumerate(lines, 1)))
    tracked = [replace(one, tracked=True) for one in compared_proposals(compare(SENT, sent), "Jane")]
    carried = placed_on(tracked, compare(SENT, KEPT), "kept")
    own = compared_proposals(compare(KEPT, SENT), "file", draft="kept")
    assert [reason for _, reason in told_of_new(own, carried.not_placed, SENT)] == [
        "It is in a new paragraph that was not tracked, and has a place once that is a proposal too."
    ] * placed
    made, lost = with_amendments(own, carried.not_placed, SENT)
    assert lost == ()
    proposals: list[Proposal] = [*keyed(made, "kept"), *carried.placed]
    assert [one.text for one in applied(KEPT, proposals).paragraphs] == list(lines)
    theirs = [one for one in proposals if one.author == "file"]
    assert [one.text for one in applied(KEPT, theirs).paragraphs] == [one.text for one in SENT.paragraphs]


def test_a_line_without_a_label_that_became_a_paragraph_is_called_by_its_place() -> None:
    closing = replace(OLD, paragraphs=(*OLD.paragraphs, Paragraph(Kind.CLOSING, (Run("1st meeting"),))))
    numbered = Paragraph(Kind.OPERATIVE, (Run("1st meeting"),), number="3")
    came = replace(OLD, paragraphs=(*OLD.paragraphs, numbered))
    told = "Paragraph 5, a closing line, became OP3 without tracking."
    assert [one.sentence for one in untracked(compare(closing, came))] == [told]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ((Kind.ENACTING, 0), (Kind.PREAMBULAR, 0), "Paragraph 1, an organ's line, became PP1 without tracking."),
        ((Kind.PREAMBULAR, 0), (Kind.TEXT, 0), "PP1 became a text without tracking."),
        ((Kind.TEXT, 0), (Kind.QUOTE, 0), "Paragraph 1, a text, became a quote without tracking."),
        ((Kind.QUOTE, 0), (Kind.QUOTE, 1), "Paragraph 1 was given another level without tracking."),
    ],
)
def test_another_kind_of_paragraph_is_named(old: tuple[Kind, int], new: tuple[Kind, int], told: str) -> None:
    one, other = (Draft((Paragraph(kind, (Run("Peace in our time"),), level),)) for kind, level in (old, new))
    assert [found.sentence for found in untracked(compare(one, other))] == [told]


def test_a_new_paragraph_is_not_called_what_another_is_called_in_the_draft() -> None:
    old = draft("1. Decides to meet;", "2. Urges all States;", "3. Requests a report.")
    new = draft("1. Decides to meet;", "2. Calls upon them;", "3. Urges them all now;", "4. Requests a report.")
    assert [one.sentence for one in untracked(compare(old, new))] == [
        "A paragraph before OP2 is new and was not tracked.",
        "Two words in OP2 were changed without tracking.",
    ]


def test_what_another_program_did_everywhere_is_one_sentence() -> None:
    signs = [f"Signs or spaces in II.OP{n} were changed without tracking." for n in range(1, 6)]
    word = "One word in OP9 was changed without tracking."
    both = f"{signs[0]} The footnotes of II.OP1 were changed without tracking."
    new = "A paragraph before PP5 is new and was not tracked."
    assert list(told_together([*signs[:3], word, both, new])) == [*signs[:3], word, both, new]
    assert list(told_together([*signs[:2], word, new, new, *signs[2:], both, new])) == [
        "Signs or spaces in 5 places were changed without tracking: II.OP1, II.OP2, II.OP3 and 2 more.",
        word,
        "Two paragraphs before PP5 are new and were not tracked.",
        both,
        new,
    ]


def test_the_level_of_a_line_without_words_is_not_told() -> None:
    def of(level: int, words: str) -> Draft:
        return Draft((Paragraph(Kind.TEXT, (Run("Decides;"),)), Paragraph(Kind.TEXT, (Run(words),), level)))

    assert [one.sentence for one in untracked(compare(of(0, "and"), of(1, "and")))] == [
        "Paragraph 2 was given another level without tracking."
    ]
    assert untracked(compare(of(0, ""), of(1, ""))) == ()


def test_another_look_of_a_new_line_without_words_is_not_told() -> None:
    look = (
        '<w:rPr><w:i/><w:rPrChange w:id="1" w:author="Eve" w:date="2025-11-17T00:00:00Z"><w:rPr/></w:rPrChange></w:rPr>'
    )
    returned = read_returned(docx(NEAR + p(mark=look[7:-8]) + p("Ends.")))
    base = read_word(docx(NEAR + p("Ends."))).draft
    lost = returned.on(base, "node").not_placed
    assert in_empty_lines((), lost) == ([], [], [])


NEAR = p("Recalls the Charter;") + p("Decides to meet;")


@pytest.mark.parametrize(
    ("body", "texts", "told"),
    [
        (NEAR + p(ins(t("Urges all States;"))) + p("Ends."), ["Urges all States;", "Ends."], []),
        (NEAR + p("Ends.") + p(ins(t("Urges all States;"))), ["Ends.", "Urges all States;"], []),
        (
            NEAR + p(ins(t("Urges ")), ins(t("all States;"), BY_OTHER)) + p("Ends."),
            ["Ends."],
            ["A paragraph before paragraph 3 is new and was not tracked."],
        ),
    ],
)
def test_words_in_a_new_line_that_was_not_tracked(tmp_path: Path, body: str, texts: list[str], told: list[str]) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = dossier.keep(read_word(docx(NEAR + p("Ends."))), label="L.1")
        plan = planned(dossier, read_returned(docx(body)), "back.docx")
        assert [one.sentence for one in plan.untracked] == told
        assert bool(plan.not_placed) == bool(told)
        taken = applied(dossier.draft(node.id), plan.proposals)
        assert [one.text for one in taken.paragraphs[2:]] == texts


@pytest.mark.parametrize(
    ("words", "taken", "all_taken"),
    [  # of two words in the place of each other one was accepted and the other was not
        (dele(d("Limited")) + t("General"), "", "General"),
        (t("General") + dele(d("Limited")), "", "General"),
        (dele(d("47th")) + t("55th"), "", "55th"),
    ],
)
def test_a_word_of_which_the_new_one_was_accepted_alone(tmp_path: Path, words: str, taken: str, all_taken: str) -> None:
    former = "47th" if "47th" in words else "Limited"
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = dossier.keep(read_word(docx(p(f"Decides on {former} work;") + p("Ends."))), label="L.1")
        returned = read_returned(docx(p(t("Decides on ") + words + t(" work;")) + p("Ends.")))
        plan = planned(dossier, returned, "back.docx")
        assert (plan.node, plan.not_placed) == (node.id, ())
        assert [one.sentence for one in plan.untracked] == ["One word in paragraph 1 was changed without tracking."]
        kept = dossier.draft(node.id)
        assert applied(kept, plan.proposals).paragraphs[0].text == f"Decides on {taken} work;"
        _, made = plan.with_unasked("Somebody")
        assert applied(kept, [*plan.proposals, *made]).paragraphs[0].text == f"Decides on {all_taken} work;"


def test_a_word_in_whose_place_the_same_was_accepted_is_no_change(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = dossier.keep(read_word(docx(p("Decides on Limited work;") + p("Ends."))), label="L.1")
        words = t("Decides on ") + dele(d("Limited")) + t("Limited") + t(" work;")
        plan = planned(dossier, read_returned(docx(p(words) + p("Ends."))), "back.docx")
        assert (plan.node, plan.proposals, plan.not_placed, plan.untracked) == (node.id, (), (), ())
        assert str(plan.match) == "With all its changes accepted this is L.1, the very same text: it proposes nothing."


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Fiji", "fiji", True),
        ("Fiji", "Fiji (2)", True),
        ("Fiji (2)", "Fiji (13)", True),
        ("Fiji_(1)", "Fiji[2] (1)", True),
        ("Cote d\u2019Ivoire, Côte", "Cote d\u2019Ivoire, Co\u0302te", True),
        ("After1", "After2", False),
        ("Fiji", "Fiji 2", False),
        ("Fiji (2025)", "Fiji (2026)", False),
        ("(1)", "(2)", False),
        ("", "(1)", False),
    ],
)
def test_a_copy_of_a_file_is_told_by_its_name(one: str, other: str, alike: bool) -> None:
    assert called_alike(one, other) == called_alike(other, one) == alike
