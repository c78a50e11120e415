"""Words of one note that several change: the law of a compiled file holds in notes as in the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.comparison.compare import compare
from models.compiling.clashes import clashes
from models.compiling.compilation import write_compilation
from models.compiling.each_alone import each_alone
from models.compiling.joint_wishes import joined
from models.compiling.taken_alone import words_with_notes
from models.compiling.unasked import unasked
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.proposals.proposal import Edit, Place, Point, Proposal
from models.proposals.untracked.compared import compared_proposals
from models.word.read import read_word
from tests.models.compiling.read_alone import taken_alone
from tests.models.word.lint import lint

NOTE = "United Nations, Treaty Series, vol. 996, No. 14583."
SAME = ["“A” and “C” change the same words of note 1 of OP1"]


def draft(note: str | None) -> Draft:
    mark = (Run(footnote=1),) if note is not None else ()
    urges = Paragraph(Kind.OPERATIVE, (Run("Urges all Member States to protect wetlands"), *mark, Run(";")), number="1")
    decides = Paragraph(Kind.OPERATIVE, (Run("Decides to remain seized of the matter."),), number="2")
    return Draft((urges, decides), (Footnote(1, "1", (Run(note),)),) if note is not None else ())


def note_of(read: Draft) -> str | None:
    return read.footnotes[0].text if read.footnotes else None


@pytest.mark.parametrize(
    ("asked", "together", "told"),
    [
        ({"A": NOTE.replace("996", "997"), "C": NOTE.replace("996", "999")}, NOTE.replace("996", "997 999"), SAME),
        (
            {"A": NOTE.replace("vol. 996", "vol. 7"), "C": NOTE.replace("996, No. ", "9, no. ")},
            NOTE.replace("vol. 996, No. ", "vol. 9, no. "),
            ["“C” takes out “996, No” of note 1 of OP1, where “A” puts in “7”: all accepted, what “A” puts "
             "in goes too"],
        ),
        ({"A": NOTE.replace("996", "997"), "C": NOTE.replace("14583", "2")},
         NOTE.replace("996", "997").replace("14583", "2"), []),
        ({"A": NOTE + " See I.", "C": NOTE + " See II."}, NOTE + " See I. See II.", SAME),
        (
            {"A": NOTE.replace("vol. 996, ", ""), "C": NOTE.replace("996", "999")},
            None,
            ["“A” takes out “vol. 996,” of note 1 of OP1, where “C” puts in “999”: all accepted, what “C” puts "
             "in goes too"],
        ),
        (
            {"A": None, "C": NOTE.replace("996", "999")},
            None,
            ["“A” takes out note 1 of OP1, which “C” amends: all accepted, it is gone"],
        ),
    ],
    ids=["one word", "words that overlap", "two places", "both at the end", "words within others", "taken out"],
)  # fmt: skip
def test_one_note(asked: dict[str, str | None], together: str | None, told: list[str]) -> None:
    base = draft(NOTE)
    wishes = {name: compared_proposals(compare(base, draft(note)), name) for name, note in asked.items()}
    made = write_compilation(base, joined(base, wishes))
    assert lint(made.data) == ()
    assert note_of(read_word(made.data, "reject").draft) == NOTE
    assert {name: note_of(taken_alone(made.data, name)) for name in asked} == asked
    assert each_alone(made.data, base, wishes.items()) == (("A", "C"), ())
    assert [str(clash) for clash in clashes(base, joined(base, wishes))] == told
    if together is not None or None in asked.values():
        assert note_of(read_word(made.data).draft) == together


WELCOMES, SHORT, MORE = (
    "Welcomes the report of the Chair",
    ", and of all others who wrote,",
    "and of those who read it;",
)
URGES, REQUESTS = "Urges all Member States to act at once;", "Requests the Secretary-General to report on it."


def cited(*paragraphs: tuple[str | int, ...]) -> Draft:
    """A text of words and notes."""
    found = [
        Paragraph(
            Kind.OPERATIVE, tuple(Run(footnote=one) if isinstance(one, int) else Run(one) for one in own), 0, f"{at}"
        )
        for at, own in enumerate(paragraphs, 1)
    ]
    notes = dict.fromkeys(note for one in found for note in one.footnotes)
    return Draft(
        tuple(found), tuple(Footnote(note, f"{at}", (Run(f"See {note}."),)) for at, note in enumerate(notes, 1))
    )


CITING = ((WELCOMES, 1, SHORT), (URGES,), (REQUESTS,))


@pytest.mark.parametrize(
    "asked",
    [
        {"A": CITING[1:], "B": ((WELCOMES, 1, SHORT[:-1], ";"), (MORE,), *CITING[1:])},
        {"A": CITING[1:], "B": (CITING[1], CITING[2], CITING[0])},
        {"A": (CITING[1], (REQUESTS, " ", WELCOMES, 1, SHORT)), "B": CITING[1:]},
        {"A": (CITING[1], (REQUESTS, " ", WELCOMES, 1, SHORT)), "B": ((URGES, " ", WELCOMES, 1, SHORT), CITING[2])},
        {"A": (*CITING, (MORE, 2)), "B": (*CITING[:2], (REQUESTS, 2))},
    ],
    ids=["divided", "moved", "put at the end", "put elsewhere by each", "two put in the same"],
)
def test_a_note_that_comes_and_stays_or_comes_twice_is_two_notes(
    asked: dict[str, tuple[tuple[str | int, ...], ...]],
) -> None:
    """Were it one, the second would be a cross-reference, of which nobody can strike a letter."""
    base = cited(*CITING)
    wishes = {name: list(compared_proposals(compare(base, cited(*one)), name)) for name, one in asked.items()}
    made = write_compilation(base, joined(base, wishes))
    assert lint(made.data) == ()
    assert words_with_notes(read_word(made.data, "reject").draft) == words_with_notes(base)
    for name, one in asked.items():
        assert words_with_notes(taken_alone(made.data, name)) == words_with_notes(cited(*one))


def test_a_note_that_one_sets_elsewhere_is_amended_where_it_stood() -> None:
    before, cites = (URGES, 1), (WELCOMES, 2, SHORT)
    base = cited(before, cites)
    first, second = base.footnotes
    amended = replace(base, footnotes=(first, replace(second, runs=(Run("See 2 and others."),))))
    asked = {"A": cited(before, (WELCOMES, SHORT, 2)), "B": amended}
    wishes = {name: list(compared_proposals(compare(base, new), name)) for name, new in asked.items()}
    made = write_compilation(base, joined(base, wishes))
    assert lint(made.data) == ()
    for name, new in asked.items():
        assert words_with_notes(taken_alone(made.data, name)) == words_with_notes(new)


def test_a_note_that_one_cites_further_up_is_no_change_that_nobody_asks_for() -> None:
    calls = Paragraph(Kind.OPERATIVE, (Run("Calls upon donors to give more;"),), number="1")
    urges, decides = (replace(one, number=number) for one, number in zip(draft(NOTE).paragraphs, "23", strict=True))
    base = Draft((calls, urges, decides), draft(NOTE).footnotes)
    citing = replace(calls, runs=(Run("Calls upon donors to give more"), Run(footnote=1), Run(";")))
    asked = {
        "A": replace(base, paragraphs=(citing, urges, decides)),
        "B": replace(base, paragraphs=(calls, urges, replace(decides, runs=(Run("Decides to remain seized."),)))),
    }
    wishes = {name: compared_proposals(compare(base, text), name) for name, text in asked.items()}
    made = write_compilation(base, joined(base, wishes))
    assert [note_of(taken_alone(made.data, name)) for name in asked] == [NOTE, NOTE]
    assert not list(unasked(made.data, base, wishes))
    of_other = {"B": wishes["B"]}
    assert list(unasked(made.data, base, of_other)) == [f"the note “{NOTE[:40]}”"]


def test_a_note_that_goes_with_the_words_round_it_is_called_a_footnote() -> None:
    base = draft(None)
    urges = base.paragraphs[0]
    noted = Draft((replace(urges, runs=(Run(urges.text[:25]), Run(footnote=1), Run(urges.text[25:]))),
                   base.paragraphs[1]), (Footnote(1, "1", (Run(NOTE),)),))  # fmt: skip
    bare = Draft((replace(urges, runs=(Run("Urges wetlands;"),)), base.paragraphs[1]))
    wishes = {
        name: compared_proposals(compare(base, one), name) for name, one in {"Fiji": noted, "Kenya": bare}.items()
    }
    assert [str(clash) for clash in clashes(base, joined(base, wishes))] == [
        "“Kenya” takes out “all Member States to protect” of OP1, where “Fiji” puts in a footnote: all accepted, "
        "what “Fiji” puts in goes too"
    ]


def test_how_far_the_reading_back_of_each_is_gets_told() -> None:
    base, told = draft(NOTE), list[float]()
    wishes = {
        name: compared_proposals(compare(base, draft(NOTE.replace(word, "7"))), name)
        for name, word in {"A": "996", "C": "14583"}.items()
    }
    made = write_compilation(base, joined(base, wishes))
    each_alone(made.data, base, wishes.items(), progress=told.append)
    assert told == [0, 0.5]


IBID = {
    "en": ("Report of the Conference, Rio de Janeiro, 3–14 June 1992, resolution 1.", "Ibid., annex II."),
    "fr": ("Rapport de la Conférence, Rio de Janeiro, 3-14 juin 1992, résolution 1.", "Ibid., annexe II."),
    "es": ("Informe de la Conferencia, Río de Janeiro, 3 a 14 de junio de 1992, resolución 1.", "Ibíd., anexo II."),
    "ru": ("Доклад Конференции, Рио-де-Жанейро, 3–14 июня 1992 года, резолюция 1.", "Там же, приложение II."),
    "ar": ("تقرير المؤتمر، ريو دي جانيرو، 3-14 حزيران/يونيه 1992، القرار 1.", "المرجع نفسه، المرفق الثاني."),
    "zh": ("《会议报告》，1992年6月3日至14日，里约热内卢，决议1。", "同上，附件二。"),
}


@pytest.mark.parametrize("struck", [1, 2])
@pytest.mark.parametrize("language", IBID)
def test_a_note_that_leans_on_one_that_is_struck_stays_the_note_it_is(language: str, struck: int) -> None:
    """Nobody asks for a change of it, whatever it leads to then."""
    said = dict(enumerate(("A/79/77.", *IBID[language]), 1))

    def text(*numbers: int) -> Draft:
        found = cited((WELCOMES, *numbers, SHORT))
        return replace(found, footnotes=tuple(replace(one, runs=(Run(said[one.id]),)) for one in found.footnotes))

    base, at = text(1, 2, 3), Point(0, len(WELCOMES))
    wish = Proposal("reword", "A", Place("", 0, 1), (Edit(at, at, gone_notes=(struck,), notes_before=struck - 1),))
    made = write_compilation(base, {"A": [wish]})
    assert list(unasked(made.data, base, {"A": [wish]})) == []
    left = [number for number in said if number != struck]
    assert words_with_notes(read_word(made.data).draft) == words_with_notes(text(*left))
