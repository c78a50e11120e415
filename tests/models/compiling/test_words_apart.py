"""What two persons of one delegation put in at one place stays words, and is told where it cannot all be had."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from models.compiling.each_alone import each_alone
from models.compiling.wishes import wished, without_place
from models.dossier import Dossier
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.returning import keep_returned, planned
from models.proposals.returned import read_returned
from models.word.read import read_word
from tests.models.compiling.read_alone import taken_alone
from tests.models.compiling.test_come_back import BASE, as_it_leaves, given, lines, redlined

FIRST = BASE[3]


def two_persons(path: Path, *asked: tuple[str, tuple[str, ...]]) -> tuple[list[str], list[str], tuple[str, ...]]:
    """What Peru has in the file, alone and among all, and what is told, where Anna and Otto write for it."""
    of = {"Anna": "Peru", "Otto": "Peru", "Eva": "Peru", "Peru": "Peru", "Carla": "Fiji"}
    with Dossier.create(path) as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(lines(BASE)), "L.1.docx")])
        for person, texts in asked:
            dossier.map_author(person, dossier.add_delegation(of[person]).key)
            given(dossier, node, redlined(lines(BASE), texts, person))
        data = as_it_leaves(dossier, node)
        texts = [[one.text for one in draft.paragraphs] for draft in (read_word(data).draft, taken_alone(data, "Peru"))]
        return texts[1], texts[0], without_place(dossier, node)


def last_but_one(old: str, new: str) -> tuple[str, ...]:
    return (*BASE[:3], FIRST.replace(old, new), BASE[4])


SAME = ("Several persons of “Peru” ask for what cannot all be had: OP4",)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("files", "there", "told"),
    [
        ([("Invites", "Welcomes"), ("Invites", "Stresses")], "Welcomes Stresses the Bank to contribute to the", SAME),
        ([("contribute", "give"), ("contribute", "pay")], "Invites the Bank to give pay to the", SAME),
        ([("the fund", "this fund"), ("to the", "to that")], "Invites the Bank to contribute to this that", SAME),
        ([("contribute", "give"), ("Invites", "Stresses")], "Stresses the Bank to give to the", ()),
        ([("contribute", "give"), ("contribute", "give")], "Invites the Bank to give to the", ()),
    ],
)
def test_words_of_two_persons_of_a_delegation_stay_words_and_are_told(
    tmp_path: Path, files: list[tuple[str, str]], there: str, told: tuple[str, ...], turned: bool
) -> None:
    asked = [(person, last_but_one(*words)) for person, words in zip(("Anna", "Otto"), files, strict=True)]
    alone, together, lines_told = two_persons(tmp_path / "d.adref", *(asked[::-1] if turned else asked))
    assert sorted(alone[3].split()) == sorted(f"{there} fund;".split())
    assert (together, lines_told) == (alone, told)


@pytest.mark.parametrize("words", [*permutations(("Welcomes", "Stresses", "Affirms"))])
def test_what_persons_of_a_delegation_put_in_at_one_place_stands_in_the_order_of_their_files(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    new = [f"{word} the new fund of the Bank for {n} years;" for n, word in enumerate(words, 1)]
    asked = [(BASE[:3], text, FIRST.replace("Invites", word), BASE[4]) for text, word in zip(new, words, strict=True)]
    files = [(who, (*head, *rest)) for who, (head, *rest) in zip(("Otto", "Anna", "Eva"), asked, strict=True)]
    alone, _, _ = two_persons(tmp_path / "d.adref", *files)
    assert alone[3:] == [*new, FIRST.replace("Invites", " ".join(words)), BASE[4]]


def test_words_of_two_persons_stay_words_beside_those_of_another_delegation(tmp_path: Path) -> None:
    """What others change there too is laid in behind the words it stands for."""
    files = [("Anna", "Welcomes"), ("Otto", "Stresses"), ("Carla", "Stresses")]
    asked = [(person, last_but_one("Invites", word)) for person, word in files]
    alone, together, _ = two_persons(tmp_path / "d.adref", *asked)
    assert {*alone[3].split()} == {"Welcomes", "Stresses", *FIRST.split()[1:]}
    assert sorted(together[3].split()) == sorted(["Welcomes", "Stresses", *FIRST.split()[1:]])


@pytest.mark.parametrize("order", [*permutations(range(3))])
@pytest.mark.parametrize(
    ("words", "new", "last"),
    [
        ("Stresses", "Welcomes the new fund;", "Stresses the new fund;"),
        ("Welcomes", "Stresses the new fund;", "Welcomes the new fund;"),
    ],
)
def test_a_new_paragraph_is_not_the_words_of_one_and_the_rest_of_anothers(
    tmp_path: Path, words: str, new: str, last: str, order: tuple[int, ...]
) -> None:
    """What a delegation signs itself is known in pieces; a verb that two begin with is none."""
    files = [("Otto", last_but_one("Invites", words))]
    files += [(person, (*BASE[:3], text, *BASE[3:])) for person, text in (("Anna", new), ("Peru", last))]
    alone, _, _ = two_persons(tmp_path / "d.adref", *(files[n] for n in order))
    assert sorted(alone[3:5]) == sorted([new, last])
    assert alone[5:] == [FIRST.replace("Invites", words), BASE[4]]


def test_what_is_asked_for_twice_at_the_end_is_told(tmp_path: Path) -> None:
    more = "Decides to remain seized of all these matters."
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(lines(BASE)), "L.1.docx")])
        for person, texts in (("Anna", (*BASE, more)), ("Otto", (*BASE, f"Also {more}"))):
            dossier.map_author(person, dossier.add_delegation("Peru").key)
            given(dossier, node, redlined(lines(BASE), texts, person))
        wishes, _ = wished(dossier, node)
        _, unlike = each_alone(as_it_leaves(dossier, node), dossier.draft(node.id), wishes.items())
        assert [str(one) for one in unlike] == ["“Peru” asks twice for the same at the end: it may stand there twice"]


def test_a_new_paragraph_is_known_in_a_compilation_that_has_it_for_words_of_two_paragraphs(tmp_path: Path) -> None:
    """What goes before it is cut where another delegation changes it."""
    new, verb = "Welcomes the new fund of the Bank;", FIRST.replace("Invites", "Stresses")
    asked = {
        "Anna": (*BASE[:3], new, verb, BASE[4]),
        "Otto": (*BASE[:2], *BASE[3:]),
        "Carla": (*BASE[:2], BASE[2].replace("every", "each"), *BASE[3:]),
    }
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(lines(BASE)), "L.1.docx")])
        for person, texts in asked.items():
            dossier.map_author(person, dossier.add_delegation("Fiji" if person == "Carla" else "Peru").key)
            given(dossier, node, redlined(lines(BASE), texts, person), f"{person}.docx")
        keep_returned(dossier, planned(dossier, read_returned(as_it_leaves(dossier, node)), "all.docx", base=node.id))
        alone = [one.text for one in taken_alone(as_it_leaves(dossier, node), "Peru").paragraphs]
    assert alone == [*BASE[:2], new, verb, BASE[4]]
