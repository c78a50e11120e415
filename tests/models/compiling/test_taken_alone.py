"""The law of a compiled file: each delegation's changes alone give its text, none of them the base."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.comparison.compare import compare
from models.compiling.clashes import clashes
from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.taken_alone import words_with_notes
from models.draft import Draft, Footnote, Kind, Paragraph, Run, tidy_runs
from models.proposals.laid.applying import applied
from models.proposals.proposal import Proposal
from models.proposals.returned import read_returned
from models.proposals.untracked.compared import compared_proposals
from models.word.leaving.verify import verify_word
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.comparison.small_drafts import numbered as draft
from tests.models.compiling.read_alone import taken_alone
from tests.models.merging.random_drafts import numbered, paragraph, sentence, word
from tests.models.word.lint import lint
from tests.models.word.word_xml import cell, docx, p, row, table

ONE = "Encourages all States to cooperate in the region;"
TWO = "Welcomes the efforts of Member States to combat desertification;"
THREE = "Requests the Secretary-General to report at its next session;"
FOUR = "Decides to keep the matter under review."
NEW = "Invites all States to contribute to the trust fund;"
JOINED = f"{ONE[:-1]} and w{TWO[1:]}"
THEN = f"{TWO[:-1]} and r{THREE[1:]}"


def texts(one: Draft) -> list[str]:
    return [paragraph.text for paragraph in one.paragraphs]


@pytest.mark.parametrize(
    ("asked", "together", "told"),
    [
        pytest.param(
            {"A": (ONE.replace("all States ", ""), TWO, THREE), "B": (ONE.replace("States to ", ""), TWO, THREE)},
            ("Encourages cooperate in the region;", TWO, THREE),
            ["“A” and “B” change the same words of OP1"],
            id="words struck by both",
        ),
        pytest.param(
            {"A": (JOINED, THREE), "B": (ONE, THREE)},
            (f"{ONE[:-1]} and welcomes", THREE),
            ["“B” takes out OP2, which “A” amends: all accepted, it is gone"],
            id="one takes out what another joins to the one before",
        ),
        pytest.param({"A": (JOINED, THREE), "B": (ONE, THEN)}, (f"{ONE[:-1]} and w{THEN[1:]}",), [], id="both join"),
        pytest.param(
            {"A": (JOINED, THREE), "B": (ONE, NEW, TWO, THREE)},
            (f"{ONE[:-1]}", NEW, f" and w{TWO[1:]}", THREE),
            [
                "“A” joins OP1 to the next paragraph, and “B” puts another between: all accepted, they stay apart",
            ],
            id="one puts a new one between what another joins",
        ),
        pytest.param(
            {"A": (f"{ONE} {TWO}", THREE, FOUR), "B": (ONE, THREE, FOUR, TWO)},
            (f"{ONE} ", THREE, FOUR, TWO),
            ["“A” joins OP1 to the next paragraph, which “B” moves: all accepted, they stay apart"],
            id="one moves what another joins to the one before",
        ),
        pytest.param(
            {"A": (ONE, TWO, FOUR), "B": (ONE, TWO), "C": (ONE, TWO, THREE, NEW)},
            (ONE, TWO, NEW),
            [],
            id="the last ones go, and a new one comes behind them",
        ),
        pytest.param(
            {"A": (TWO, THREE, ONE), "B": (TWO, THREE, ONE)}, (TWO, THREE, ONE), [], id="both move it to one place"
        ),
        pytest.param(
            {"A": (TWO, ONE, THREE), "B": (TWO, THREE, ONE), "C": (ONE.replace("all", "Member"), TWO, THREE)},
            (TWO, ONE.replace("all", "Member"), THREE, ONE.replace("all", "Member")),
            [
                "“A” and “B” move OP1, each for itself: all accepted, it is there several times, and so is what “C” "
                "puts into it"
            ],
            id="two move what a third amends",
        ),
        pytest.param(
            {"A": (ONE, THREE, TWO, FOUR), "B": (TWO, ONE, THREE, FOUR)},
            (ONE, THREE, TWO, FOUR),
            [],
            id="moves to where another moves from",
        ),
        pytest.param(
            {"A": (ONE, TWO), "B": (ONE, THREE, FOUR, TWO)},
            (ONE, TWO),
            [],
            id="the last ones go, and one moves behind them",
        ),
        pytest.param(
            {"A": (TWO, ONE, THREE), "B": (ONE[:24], ONE[25:], TWO, THREE)},
            (TWO, ONE[:24], ONE[25:], THREE),
            [],
            id="one moves what another divides",
        ),
    ],
)
def test_each_alone_and_all_together(
    asked: dict[str, tuple[str, ...]], together: tuple[str, ...], told: list[str]
) -> None:
    base = draft(ONE, TWO, THREE, FOUR) if any(FOUR in one for one in asked.values()) else draft(ONE, TWO, THREE)
    wishes = {name: list(compared_proposals(compare(base, draft(*one)), name)) for name, one in asked.items()}
    made = write_compilation(base, joined(base, wishes))
    assert {name: texts(taken_alone(made.data, name)) for name in asked} == {n: list(one) for n, one in asked.items()}
    assert texts(read_word(made.data).draft) == list(together)
    assert texts(read_word(made.data, "reject").draft) == texts(base)
    assert [str(one) for one in clashes(base, joined(base, wishes))] == told
    assert lint(made.data) == ()


def test_a_note_of_what_moves_is_amended_where_it_stood() -> None:
    paragraphs = [Paragraph(Kind.OPERATIVE, (Run(text),)) for text in (ONE, TWO, THREE)]
    cited = replace(paragraphs[0], runs=(*paragraphs[0].runs, Run(footnote=1)))
    base = numbered([cited, *paragraphs[1:]], [Footnote(1, "1", (Run("See resolution 79/1."),))])
    moved = numbered([*paragraphs[1:], cited], [Footnote(1, "1", (Run("See resolution 79/1."),))])
    amended = numbered([cited, *paragraphs[1:]], [Footnote(1, "1", (Run("See resolution 80/1."),))])
    asked = {"A": moved, "B": amended}
    wishes = {name: list(compared_proposals(compare(base, new), name)) for name, new in asked.items()}
    made = write_compilation(base, joined(base, wishes))
    for name, new in asked.items():
        alone = taken_alone(made.data, name)
        assert (texts(alone), [note.text for note in alone.footnotes]) == (texts(new), [new.footnotes[0].text])
    assert [str(one) for one in clashes(base, joined(base, wishes))] == [
        "“A” moves OP1, a note of which “B” amends: it moves as it was"
    ]


def random_base(chance: Random) -> Draft:
    kinds = sorted(chance.choices((Kind.PREAMBULAR, Kind.OPERATIVE), k=chance.randint(3, 6)), reverse=True)
    paragraphs = [paragraph(chance, kind) for kind in kinds]
    note = Footnote(0, "0", (Run(sentence(chance, 3, 6)),))
    at = chance.randrange(len(paragraphs))
    paragraphs[at] = replace(paragraphs[at], runs=(*paragraphs[at].runs, Run(footnote=0)))
    return numbered(paragraphs, [note])


def random_wish(chance: Random, base: Draft) -> Draft:
    paragraphs, notes = list(base.paragraphs), list(base.footnotes)
    for _ in range(chance.randint(1, 2)):
        at = chance.randrange(len(paragraphs))
        act = chance.choice(("delete", "reword", "reword", "insert", "move", "split", "join", "note"))
        one = paragraphs[at]
        if act == "delete" and len(paragraphs) > 1:
            del paragraphs[at]
        elif act == "reword":
            paragraphs[at] = _cut(chance, one, [word(chance)])[0]
        elif act == "insert":
            paragraphs.insert(chance.choice((at, at + 1)), paragraph(chance, one.kind))
        elif act == "move":
            paragraphs.insert(chance.randint(0, len(paragraphs) - 1), paragraphs.pop(at))
        elif act == "split":
            paragraphs[at : at + 1] = _cut(chance, one, None)
        elif act == "join" and at + 1 < len(paragraphs):
            second = paragraphs.pop(at + 1)
            paragraphs[at] = replace(one, runs=tidy_runs([*one.runs, Run(" and "), *second.runs]))
        elif act == "note" and notes:
            notes[0] = replace(notes[0], runs=(Run(f"{notes[0].text} {word(chance)}"),))
    return numbered(paragraphs, notes)


def _cut(chance: Random, one: Paragraph, between: list[str] | None) -> list[Paragraph]:
    """A paragraph with other words in the place of some of its words, or cut in two there."""
    at = max(range(len(one.runs)), key=lambda n: len(one.runs[n].text))
    words = one.runs[at].text.split(" ")
    if len(words) < 4:
        return [one]
    cut = chance.randint(2, len(words) - 2)
    first, last = words[:cut], words[cut + (chance.randint(0, 2) if between else 0) :]
    if between:
        run = replace(one.runs[at], text=" ".join([*first, *between, *last]))
        return [replace(one, runs=(*one.runs[:at], run, *one.runs[at + 1 :]))]
    head, tail = (replace(one.runs[at], text=" ".join(part)) for part in (first, last))
    return [replace(one, runs=(*one.runs[:at], head)), replace(one, runs=(tail, *one.runs[at + 1 :]))]


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 1 << 32), st.integers(2, 4), st.booleans())
def test_the_law(seed: int, count: int, tracked: bool) -> None:
    chance = Random(seed)
    base = random_base(chance)
    asked = {name: random_wish(chance, base) for name in "ABCD"[:count]}
    wishes: dict[str, list[Proposal]] = {}
    for name, new in asked.items():
        if tracked:
            data = write_redline(compare(base, new), base=None, author=name)
            wishes[name] = list(read_returned(data).on(base, "base").placed)
        else:
            wishes[name] = list(compared_proposals(compare(base, new), name))
        if texts(applied(base, wishes[name])) != texts(new):
            return
    made = write_compilation(base, joined(base, wishes))
    verify_word(made.data, made.taken, base, None, kept=True)
    assert lint(made.data) == ()
    for name, own in wishes.items():
        alone, wanted = taken_alone(made.data, name), applied(base, own)
        assert words_with_notes(alone) == words_with_notes(wanted)
        if not made.clashes:
            assert [one.kind for one in alone.paragraphs] == [one.kind for one in wanted.paragraphs]
    assert all(one.text.strip() for one in made.taken.paragraphs)


@pytest.mark.parametrize(
    ("change", "alone"),
    [
        ('<w:cellIns w:id="9" w:author="A"/>', {"A": ["One,", "Two,", "Three"], "B": ["One,", "Three"]}),
        ('<w:cellDel w:id="9" w:author="A"/>', {"A": ["One,", "Three"], "B": ["One,", "Two,", "Three"]}),
    ],
)
def test_a_cell_comes_and_goes_with_who_puts_it_in_or_takes_it_out(change: str, alone: dict[str, list[str]]) -> None:
    data = docx(table(row(cell(p("One,")), cell(p("Two,"), properties=change))) + p("Three"))
    assert {name: texts(taken_alone(data, name)) for name in alone} == alone
