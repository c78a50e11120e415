"""Keeping and opening stay quick; the limits are several times what is measured on two slow cores."""

from __future__ import annotations

from pathlib import Path
from random import Random

from models.comparison.compare import compare
from models.dossier import Dossier, Edge
from models.dossier.histories.line import Steps, line
from models.dossier.histories.phrases import phrases
from models.dossier.histories.proposed import Proposals
from models.draft import Draft, Kind, Paragraph, Run
from models.proposals.proposal import keyed
from models.proposals.untracked.compared import compared_proposals
from tests.timed import soon


def long(paragraphs: int, word: str = "") -> Draft:
    def words(n: int) -> tuple[Run, ...]:
        rest = f" the Secretary-General to report on matter {n} {word * (n % 7 == 0)} to it at its sixtieth session;"
        return (Run("Requests", italic=True), Run(rest))

    return Draft(tuple(Paragraph(Kind.OPERATIVE, words(n), number=str(n + 1)) for n in range(paragraphs)))


def test_ten_thousand_paragraphs_are_kept_in_a_second(tmp_path: Path) -> None:
    draft = long(10_000)
    with Dossier.create(tmp_path / "a.adref") as dossier:
        soon(lambda: dossier.keep(draft, label="long"), 3, runs=1)  # 0.3 s where nothing else runs


def test_twenty_drafts_open_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.adref"
    with Dossier.create(path) as dossier:
        parents: list[str] = []
        for number in range(20):
            same = [Edge(n, n, "same") for n in range(100)]
            node = dossier.keep(
                long(100, f"as amended {number} times"), label=f"Rev.{number}", parents=parents,
                edges=dict.fromkeys(parents, same),
            )  # fmt: skip
            parents = [node.id]
        soon(lambda: dossier.draft(node.id), 0.02)  # 2 ms where nothing else runs

    def listed() -> None:
        with Dossier.open(path) as dossier:
            assert len(dossier.nodes()) == 20

    soon(listed, 0.1)


def test_who_proposed_the_words_of_a_paragraph_that_all_speak_of_is_told_at_once(tmp_path: Path) -> None:
    pick = Random(1)
    words = [f"word{number}" for number in range(60)]

    def reworded(text: str) -> str:
        said = text.split(" ")
        for _ in range(4):
            at = pick.randrange(1, len(said))
            said[at : at + pick.randrange(2)] = pick.choices(words, k=pick.randrange(1, 4))
        return " ".join(said)

    def draft(text: str) -> Draft:
        return Draft((Paragraph(Kind.OPERATIVE, (Run(text),), number="1"),))

    text = " ".join(["Urges", *pick.choices(words, k=150)])
    with Dossier.create(tmp_path / "a.adref") as dossier:
        parents: list[str] = []
        for number in range(8):
            parents = [dossier.keep(draft(text), label=f"Rev.{number}", parents=parents).id]
            for who in range(10):
                made = compared_proposals(compare(draft(text), draft(reworded(text))), f"Delegation {who}")
                dossier.keep_proposals(keyed(made, parents[0]), node=parents[0])
            text = reworded(text)
        last = dossier.keep(draft(text), label="last", parents=parents).id
        found = line(dossier, last, 0, steps := Steps(dossier))
        cut, proposals = phrases(found), Proposals(dossier, steps)

        def told() -> None:
            for one in cut:
                proposals.told(found, one.history)

        soon(told, 1)  # 0.06 s where nothing else runs, but the first time
