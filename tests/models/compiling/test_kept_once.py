"""What a compilation that somebody marked has of a person's wish is that wish: it is kept once, and goes with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from models.compiling.come_back import Compilations, judged
from models.compiling.wishes import wished
from models.dossier import Dossier
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.returning import KeptReturn, keep_returned, planned
from models.proposals.proposal import Edit, State
from models.proposals.returned import read_returned
from models.word.read import read_word
from tests.models.word.word_xml import d, dele, ins, p, parts, t, zipped

PERSONS = {"Anna": "Fiji", "Otto": "Fiji", "Boris": "Ghana", "Carla": "Kenya"}
FIRST, LAST = "Welcomes the report", "Remains seized."

Side = Sequence[tuple[str, str]]
"""What comes side by side, each with its author, who has signed it where a compilation has it."""


def by(author: str, date: str = "") -> str:
    return f'w:id="7" w:author="{author}"' + (f' w:date="{date}"' if date else "")


def words(side: Side, struck: str = "", date: str = "") -> bytes:
    """Words put in at the end of a paragraph; those of `struck` are taken out by Boris."""

    def one(author: str, text: str) -> str:
        return ins(dele(d(f" {text}"), by("Boris")) if text == struck else t(f" {text}"), by(author, date))

    return zipped(parts(p(t(FIRST) + "".join(one(*each) for each in side)) + p(LAST)))


def paragraphs(side: Side) -> bytes:
    new = (p(ins(t(text), by(author)), mark=f"<w:ins {by(author)}/>") for author, text in side)
    return zipped(parts(p(FIRST) + "".join(new) + p(LAST)))


class Talks:
    def __init__(self, path: Path) -> None:
        self.dossier = Dossier.create(path / "d.adref")
        base = read_word(zipped(parts(p(FIRST) + p(LAST))))
        (self.node,) = import_files(self.dossier, [Incoming(base, "L.1.docx")])
        for author, name in PERSONS.items():
            self.dossier.map_author(author, self.dossier.add_delegation(name).key)
        self.count = 0

    def keep(self, data: bytes) -> KeptReturn:
        self.count += 1
        plan = planned(self.dossier, read_returned(data), f"{self.count}.docx", base=self.node.id)
        plan = judged(plan, Compilations(self.dossier))
        kept = keep_returned(self.dossier, plan)
        # What the page counts is what is kept.
        assert {one.key for one in plan.asked} == {*kept.recorded.new, *kept.recorded.known} - {
            one.key for one in plan.stand_as_they_left
        }
        return kept

    def kept(self) -> list[tuple[str, str]]:
        """Everything that is kept, in whose name."""
        return sorted((one.proposal.author, _said(one.proposal.edits)) for one in self.dossier.proposals())

    def asked(self) -> list[tuple[str, str]]:
        """What is asked for by whom."""
        wishes, _ = wished(self.dossier, self.node)
        return sorted((name, _said(one.edits)) for name, own in wishes.items() for one in own)


def _said(edits: Sequence[Edit]) -> str:
    return "".join(edit.come_text for edit in edits).strip()


@pytest.fixture
def talks(tmp_path: Path) -> Iterator[Talks]:
    made = Talks(tmp_path)
    with made.dossier:
        yield made


@pytest.mark.parametrize("made", [words, paragraphs])
@pytest.mark.parametrize("side", [("Fiji", "Boris"), ("Boris", "Fiji")])
@pytest.mark.parametrize("said", [("fund", "host"), ("基金", "东道国"), ("[3] ١٢", "الصندوق")])
def test_what_somebody_marks_beside_it_leaves_it_one(
    talks: Talks, made: Callable[[Side], bytes], side: Sequence[str], said: tuple[str, str]
) -> None:
    own = dict(zip(("Fiji", "Boris"), said, strict=True))
    first = talks.keep(made([("Anna", own["Fiji"])])).recorded
    talks.keep(made([(name, own[name]) for name in side]))
    assert [name for name, _ in talks.kept()] == ["Anna", "Boris"]
    assert [name for name, _ in talks.asked()] == ["Fiji", "Ghana"]
    talks.dossier.set_state(first.new[0], State.WITHDRAWN)
    assert [name for name, _ in talks.asked()] == ["Ghana"]
    talks.dossier.set_state(first.new[0], None)
    assert [name for name, _ in talks.asked()] == ["Ghana"]


def test_withdrawn_before_a_compilation_came_back_it_stays_so(talks: Talks) -> None:
    first = talks.keep(words([("Anna", "fund")])).recorded
    talks.keep(words([("Carla", "year")]))
    talks.dossier.set_state(first.new[0], State.WITHDRAWN)
    talks.keep(words([("Fiji", "fund"), ("Boris", "host"), ("Kenya", "year")]))
    assert talks.asked() == [("Ghana", "host"), ("Kenya", "year")]


def test_withdrawn_it_can_be_asked_for_again(talks: Talks) -> None:
    """What has a date left with no compilation."""
    first = talks.keep(words([("Anna", "fund")])).recorded
    talks.dossier.set_state(first.new[0], State.WITHDRAWN)
    talks.keep(words([("Fiji", "fund"), ("Boris", "host")], date="2026-01-02T00:00:00Z"))
    assert talks.asked() == [("Fiji", "fund"), ("Ghana", "host")]


def test_worded_anew_meanwhile_it_is_asked_for_as_now(talks: Talks) -> None:
    talks.keep(words([("Anna", "fund")]))
    talks.keep(words([("Anna", "bank")]))
    talks.keep(words([("Fiji", "fund"), ("Boris", "host")]))
    assert talks.asked() == [("Fiji", "bank"), ("Ghana", "host")]


def test_what_another_takes_out_of_it_hangs_on_it(talks: Talks) -> None:
    first = talks.keep(words([("Anna", "fund")])).recorded
    talks.keep(words([("Fiji", "fund"), ("Carla", "host")], struck="fund"))
    host = talks.dossier.proposals()[0]
    assert host.key == first.new[0]
    assert [one.proposal.against for one in talks.dossier.proposals() if one.proposal.strikes] == [host.key]


def test_what_came_in_the_name_of_the_delegation_before_stays_that(talks: Talks) -> None:
    compiled = [("Fiji", "fund"), ("Carla", "host")]
    talks.keep(words(compiled, struck="fund"))
    talks.keep(words([("Anna", "fund")]))
    before = talks.kept()
    talks.keep(words([*compiled, ("Kenya", "year")], struck="fund"))
    assert talks.kept() == sorted([*before, ("Kenya", "year")])
    talks.keep(words(compiled, struck="fund"))
    assert talks.asked() == [("Fiji", "fund"), ("Ghana", ""), ("Kenya", "host"), ("Kenya", "year")]


def test_of_two_persons_who_ask_alike_each_asks(talks: Talks) -> None:
    anna, otto = (talks.keep(words([(name, "fund")])).recorded for name in ("Anna", "Otto"))
    talks.keep(words([("Fiji", "fund"), ("Boris", "host")]))
    assert [name for name, _ in talks.kept()] == ["Anna", "Boris", "Otto"]
    talks.dossier.set_state(anna.new[0], State.WITHDRAWN)
    assert talks.asked() == [("Fiji", "fund"), ("Ghana", "host")]
    talks.dossier.set_state(otto.new[0], State.WITHDRAWN)
    assert talks.asked() == [("Ghana", "host")]


def test_of_two_who_ask_alike_the_one_that_is_open_is_meant(talks: Talks) -> None:
    anna, _ = (talks.keep(words([(name, "fund")])).recorded for name in ("Anna", "Otto"))
    talks.dossier.set_state(anna.new[0], State.WITHDRAWN)
    talks.keep(words([("Boris", "host"), ("Fiji", "fund")]))
    assert [name for name, _ in talks.kept()] == ["Anna", "Boris", "Otto"]
    assert talks.asked() == [("Fiji", "fund"), ("Ghana", "host")]
