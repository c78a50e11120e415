"""That one delegation asks for the same twice is seen by what verifies its changes alone."""

from __future__ import annotations

from dataclasses import replace

from models.comparison.compare import compare
from models.compiling.asked_now import as_one
from models.compiling.compilation import write_compilation
from models.compiling.each_alone import each_alone
from models.draft import Draft, Kind, Paragraph, Run
from models.proposals.proposal import Proposal, keyed
from models.proposals.untracked.compared import compared_proposals


def test_a_wish_that_stands_twice_in_one_name_is_told_and_joined_it_is_exact() -> None:
    text = Draft((Paragraph(Kind.TEXT, (Run("Decides to keep the matter under review;"),)),))
    wish = Draft((Paragraph(Kind.TEXT, (Run("Decides to hold the matter under review;"),)),))

    def of(author: str) -> tuple[Proposal, ...]:
        return keyed(
            [replace(one, author=author) for one in compared_proposals(compare(text, wish), author, draft="n")], "n"
        )

    twice = {"Kenya": [*of("Otieno"), *of("Mwangi")]}
    exact, unlike = each_alone(write_compilation(text, twice).data, text, twice.items())
    assert not exact
    assert [str(one) for one in unlike] == ["“Kenya” asks twice for the same at paragraph 1: it may stand there twice"]
    once = {"Kenya": as_one(text, {"Otieno": of("Otieno"), "Mwangi": of("Mwangi")})}
    compiled = write_compilation(text, once)
    assert each_alone(compiled.data, text, once.items()) == (("Kenya",), ())
    assert [one.text for one in compiled.taken.paragraphs] == ["Decides to hold the matter under review;"]


def test_what_stands_in_what_another_of_the_same_delegation_puts_in_is_told() -> None:
    text = Draft((Paragraph(Kind.TEXT, (Run("Decides to keep the matter under review;"),)),))

    def of(author: str, come: str) -> tuple[Proposal, ...]:
        wish = Draft((Paragraph(Kind.TEXT, (Run(f"Decides to keep the matter{come} under review;"),)),))
        made = compared_proposals(compare(text, wish), author, draft="n")
        return keyed([replace(one, author=author) for one in made], "n")

    wishes = {"Kenya": [*of("Otieno", " in all its aspects"), *of("Mwangi", " fully and in all its aspects")]}
    _, unlike = each_alone(write_compilation(text, wishes).data, text, wishes.items())
    assert [str(one) for one in unlike] == ["“Kenya” asks twice for the same at paragraph 1: it may stand there twice"]
