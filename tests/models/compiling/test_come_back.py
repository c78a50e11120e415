"""What a compilation that came back has as it left is in the files it was made of, and nobody asks for it anew."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml.etree import fromstring

from models.comparison.compare import compare
from models.compiling.clashes import clashes
from models.compiling.come_back import Compilations, judged
from models.compiling.compilation import Compilation, write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.open_wishes import OnFile, as_typed
from models.compiling.wishes import InNoOrder, wished, without_place
from models.dossier import Dossier, Node
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.own_package import package_of
from models.dossier.incoming.returning import KeptReturn, keep_returned, planned
from models.proposals.proposal import State
from models.proposals.returned import read_returned
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.resolve import checked_choice, resolve_tree
from tests.models.compiling.read_alone import taken_alone
from tests.models.word.word_xml import NAMESPACES, ins, p, parts, t, zipped

BASE = (
    "Decides to meet in May in Geneva with all parties;",
    "Urges all States to take effective measures to act at once;",
    "Requests the Secretary-General to report on it every year;",
    "Invites the Bank to contribute to the fund;",
    "Remains seized of the matter.",
)
LATER = (*BASE[:1], *BASE[2:4], BASE[1], *BASE[4:])
"""The second paragraph behind the fourth."""


def amended(text: str) -> tuple[str, ...]:
    return (*BASE[:1], text, *BASE[2:])


def lines(texts: tuple[str, ...]) -> bytes:
    return zipped(parts("".join(p(f"{number}. {text}") for number, text in enumerate(texts, 1))))


@pytest.mark.parametrize("person", ["", "Person of "])
@pytest.mark.parametrize(
    ("files", "together"),
    [
        pytest.param(
            [LATER, amended("Urges all States to take effective measures to act now;")],
            "Urges all States to take effective measures to act now;",
            id="reworded",
        ),
        pytest.param(
            [LATER, amended("Urges States to take effective measures to act at once;")],
            "Urges States to take effective measures to act at once;",
            id="struck",
        ),
        pytest.param(
            [LATER, LATER, amended("Urges all other States to take effective measures to act at once;")],
            "Urges all other States to take effective measures to act at once;",
            id="moved by two",
        ),
        pytest.param(
            [
                LATER,
                amended("Urges all other States to take effective measures to act at once;"),
                amended("Urges States to take effective measures to act now;"),
            ],
            "Urges other States to take effective measures to act now;",
            id="amended by two",
        ),
        pytest.param(
            [LATER, amended("Urges all States to take effective measures to act now;"), (*BASE[:1], *BASE[2:])],
            "",
            id="taken out by a third",
        ),
    ],
)
def test_a_compilation_that_came_back_has_nothing_new_of_what_one_amends_where_another_moves_it(
    tmp_path: Path, files: list[tuple[str, ...]], together: str, person: str
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(lines(BASE)), "L.1.docx")])
        for name, one in zip(("Fiji", "Kenya", "Peru"), files, strict=False):
            dossier.map_author(f"{person}{name}", dossier.add_delegation(name).key)
            plan, also = planned(dossier, read_returned(lines(one)), "own.docx", base=node.id).with_unasked(
                f"{person}{name}"
            )
            keep_returned(dossier, plan, also=also)
        draft, made = dossier.draft(node.id), []
        told = set[str]()
        for _ in range(3):
            wishes = joined(draft, wished(dossier, node)[0])
            data = write_compilation(draft, wishes).data
            told.update(one.kind for one in clashes(draft, wishes))
            made.append([read_word(data).draft, *(taken_alone(data, name) for name in ("Fiji", "Kenya", "Peru"))])
            keep_returned(dossier, planned(dossier, read_returned(data), "all.docx", base=node.id))
        texts = [[[one.text for one in text.paragraphs] for text in each] for each in made]
        assert texts[0][0] == [*BASE[:1], *BASE[2:4], *filter(None, [together]), *BASE[4:]]
        assert texts[1] == texts[2] == texts[0]
        gone = {"gone", "moved"} if not together else {"gone"} if together == BASE[1].replace("all ", "") else set()
        assert told <= {"words", *gone}


def three_files(dossier: Dossier, files: list[tuple[str, ...]], person: str = "") -> Node:
    """A dossier with the files of Fiji, Kenya and Peru."""
    (node,) = import_files(dossier, [Incoming(read_word(lines(BASE)), "L.1.docx")])
    for name, one in zip(("Fiji", "Kenya", "Peru"), files, strict=True):
        dossier.map_author(f"{person}{name}", dossier.add_delegation(name).key)
        plan, also = planned(dossier, read_returned(lines(one)), "own.docx", base=node.id).with_unasked(
            f"{person}{name}"
        )
        keep_returned(dossier, plan, also=also)
    return node


def as_it_leaves(dossier: Dossier, node: Node) -> bytes:
    """All that is open, on the file of the draft, as it leaves."""
    own, draft = package_of(dossier, node.id), dossier.draft(node.id)
    assert own is not None
    wishes = joined(draft, wished(dossier, node)[0])
    return write_compilation(
        draft, wishes, base=own.data, origins=own.origins, as_typed=as_typed(OnFile.of(dossier))
    ).data


IN_NO_ORDER = [
    pytest.param(
        [
            LATER,
            amended("Urges all other States to take measures to act now;"),
            (*BASE[:1], "Urges all States to take;", "effective measures to act at once;", *BASE[2:]),
        ],
        id="divided there",
    ),
    pytest.param(
        [
            LATER,
            amended("Urges all States to take measures to act now;"),
            (*LATER[:3], BASE[1].replace("effective", "strong"), *LATER[4:]),
        ],
        id="moved by two",
    ),
]
"""What one moves another amends, and a third divides it there or moves it too."""


def given(dossier: Dossier, node: Node, data: bytes, name: str = "all.docx") -> KeptReturn:
    """A file that comes back, judged and kept."""
    plan = planned(dossier, read_returned(data), name, base=node.id)
    return keep_returned(dossier, judged(plan, Compilations(dossier)))


def named(data: bytes, comment: bytes) -> bytes:
    """The same Word file as another one."""
    with ZipFile(copy := BytesIO(data), "a") as file:
        file.comment = comment
    return copy.getvalue()


@pytest.mark.parametrize("files", IN_NO_ORDER)
def test_a_compilation_that_came_back_as_it_left_asks_for_nothing_new(
    tmp_path: Path, files: list[tuple[str, ...]]
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = three_files(dossier, files)
        first, there = as_it_leaves(dossier, node), dossier.proposals()
        for number in range(2):
            recorded = given(dossier, node, named(first, b"%d" % number)).recorded
            assert (recorded.new, len(recorded.known) > len(there)) == ((), True)
            assert dossier.proposals() == there
            assert as_it_leaves(dossier, node) == first
        # What comes later is laid in beside what was in the files before.
        plan, also = planned(
            dossier, read_returned(lines((*BASE[:4], BASE[4].replace("of", "of all of")))), "more.docx", base=node.id
        ).with_unasked("Peru")
        keep_returned(dossier, plan, also=also)
        more = as_it_leaves(dossier, node)
        assert taken_alone(more, "Kenya") == taken_alone(first, "Kenya")
        assert "of all of" in taken_alone(more, "Peru").paragraphs[-1].text
        # Whoever takes back what he asked for asks for it nowhere any more.
        for one in dossier.proposals():
            if one.proposal.author == "Kenya":
                dossier.set_state(one.key, State.WITHDRAWN)
        assert [one.text for one in taken_alone(as_it_leaves(dossier, node), "Kenya").paragraphs] == [*BASE]


def marked(data: bytes, author: str, behind: str) -> bytes:
    """The file, with a word that somebody puts in behind others."""
    package, by = Package(data), f'w:id="7" w:author="{author}"'
    run = next(
        run
        for run in package.edit("word/document.xml").iter(w("r"))
        if behind in (run.findtext(w("t")) or "") and run.getparent().tag == w("p")
    )
    before, _, after = (run.findtext(w("t")) or "").partition(behind)
    for made in fromstring(f"<w:p {NAMESPACES}>{t(before + behind)}{ins(t(' marked'), by)}{t(after)}</w:p>"):
        run.addprevious(made)
    run.getparent().remove(run)
    return package.to_bytes()


@pytest.mark.parametrize("person", ["", "Person of "])
@pytest.mark.parametrize("files", IN_NO_ORDER)
def test_of_a_compilation_that_somebody_marked_the_mark_alone_is_new(
    tmp_path: Path, files: list[tuple[str, ...]], person: str
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = three_files(dossier, files, person)
        first, there = as_it_leaves(dossier, node), dossier.proposals()
        for delegation, behind in (("Kenya", "Decides to"), ("Peru", "Invites the"), ("Fiji", "Remains")):
            data = marked(first, f"{person}{delegation}", behind)
            assert len(given(dossier, node, data).recorded.new) == 1
            alone = [one.text for one in taken_alone(as_it_leaves(dossier, node), delegation).paragraphs]
            assert [one.replace(" marked", "") for one in alone] == [
                one.text for one in taken_alone(first, delegation).paragraphs
            ]
            assert sum(f"{behind} marked" in one for one in alone) == 1
        assert dossier.proposals()[: len(there)] == there


def test_of_several_copies_that_came_back_as_they_left_the_compilation_is_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = list[bytes]()

    def counted(*given: Any, **said: Any) -> Compilation:
        found = write_compilation(*given, **said)
        made.append(found.data)
        return found

    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = three_files(dossier, [LATER, amended(BASE[1].replace("all", "all other")), BASE[:4]])
        first, there = as_it_leaves(dossier, node), len(dossier.proposals())
        monkeypatch.setattr("models.compiling.come_back.write_compilation", counted)
        for number in (0, 1, 1, 2):
            given(dossier, node, named(first, b"%d" % number))
        assert (len(dossier.proposals()), len(made)) == (there, 1)


def test_what_somebody_took_out_of_a_compilation_is_not_what_he_asks_for_now(tmp_path: Path) -> None:
    own = amended(BASE[1].replace("at once", "now"))
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = three_files(dossier, [(*BASE[:2], BASE[3], BASE[2], BASE[4]), own, BASE[:4]], "Person of ")
        package = Package(as_it_leaves(dossier, node))
        root = package.edit("word/document.xml")
        resolve_tree(root, checked_choice("reject"), lambda change: "Kenya" in change.get(w("author"), ""))
        given(dossier, node, marked(package.to_bytes(), "Person of Kenya", "Urges all"))
        alone = [one.text for one in taken_alone(as_it_leaves(dossier, node), "Kenya").paragraphs]
        assert alone == [*amended(BASE[1].replace("all", "all marked"))]


@pytest.mark.parametrize("files", IN_NO_ORDER)
def test_a_compilation_that_came_back_is_not_made_again_where_nobody_can_tell_the_order_of_words(
    tmp_path: Path, files: list[tuple[str, ...]]
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = three_files(dossier, files)
        before, own = as_it_leaves(dossier, node), {one.key for one in dossier.proposals()}
        draft = dossier.draft(node.id)
        data = write_compilation(draft, joined(draft, wished(dossier, node)[0])).data
        keep_returned(dossier, planned(dossier, read_returned(data), "all.docx", base=node.id))
        with pytest.raises(InNoOrder, match=r"“Kenya with Fiji”.*one delegation at a time"):
            wished(dossier, node)
        assert all(wished(dossier, node, name) for name in ("Fiji", "Kenya", "Peru"))
        for one in dossier.proposals():
            if one.key not in own:
                dossier.set_state(one.key, State.WITHDRAWN)
        assert as_it_leaves(dossier, node) == before


LONGER = (*BASE[:4], "Welcomes the offer of Kenya, and thanks the Bank for its help;", *BASE[4:])
LAST_BUT_ONE = (LONGER[0], *LONGER[2:5], LONGER[1], LONGER[5])


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            [
                LAST_BUT_ONE,
                (*LONGER[:1], BASE[1].replace("at once", "now"), BASE[2].replace("year", "month"), *LONGER[3:]),
                (*LONGER[:2], *LONGER[3:5], LONGER[2], LONGER[5]),
            ],
            id="two moved to one place",
        ),
        pytest.param(
            [
                (LONGER[2], LONGER[0], LONGER[3], LONGER[4], LONGER[1], LONGER[5]),
                (*LONGER[:1], BASE[1].replace("at once", "now"), *LONGER[2:]),
                (*LONGER[:2], "Requests the Secretary-General;", "to report on it every month;", *LONGER[3:]),
            ],
            id="one amended and another divided",
        ),
    ],
)
def test_a_compilation_is_made_again_of_two_paragraphs_that_are_moved_and_amended(
    tmp_path: Path, files: list[tuple[str, ...]]
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(lines(LONGER)), "L.1.docx")])
        for name, one in zip(("Fiji", "Kenya", "Peru"), files, strict=True):
            dossier.map_author(name, dossier.add_delegation(name).key)
            plan, also = planned(dossier, read_returned(lines(one)), "own.docx", base=node.id).with_unasked(name)
            keep_returned(dossier, plan, also=also)
        draft, made = dossier.draft(node.id), []
        for _ in range(2):
            data = write_compilation(draft, joined(draft, wished(dossier, node)[0])).data
            read = [read_word(data).draft, *(taken_alone(data, name) for name in ("Fiji", "Kenya", "Peru"))]
            made.append([[one.text for one in text.paragraphs] for text in read])
            keep_returned(dossier, planned(dossier, read_returned(data), "all.docx", base=node.id))
        assert made[0] == made[1]
        assert made[0][1:] == [[*one] for one in files]


def redlined(data: bytes, texts: tuple[str, ...], author: str, date: str | None = None) -> bytes:
    """A file that somebody wrote in with the changes of others left as they are."""
    read = read_word(data)
    changes = compare(read.draft, read_word(lines(texts)).draft)
    return write_redline(changes, base=data, origins=read.origins, author=author, date=date, base_changes="keep")


ASKED = {
    "Kenya": amended(BASE[1].replace("all States", "Member States")),
    "Fiji": (*BASE[:2], BASE[2].replace("every year", "each month"), *BASE[3:]),
}


@pytest.mark.parametrize("persons", [("Anna Bell", "Otto Cole"), ("Anna Bell", "Peru"), ("Peru", "Peru")])
def test_a_compilation_of_one_delegation_that_came_back_asks_for_nothing_new(
    tmp_path: Path, persons: tuple[str, str]
) -> None:
    wanted = (*BASE[:3], "Encourages all States to give;", BASE[3].replace("Invites", "Encourages"), BASE[4])
    files = ((*BASE[:3], wanted[3], *BASE[3:]), (*BASE[:3], *wanted[4:]))
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(lines(BASE)), "L.1.docx")])
        for person, one in zip(persons, files, strict=True):
            dossier.map_author(person, dossier.add_delegation("Peru").key)
            given(dossier, node, redlined(lines(BASE), one, person))
        first = as_it_leaves(dossier, node)
        assert [one.text for one in read_word(first).draft.paragraphs] == [*wanted]
        given(dossier, node, first)
        assert as_it_leaves(dossier, node) == first


@pytest.mark.parametrize("later", [False, True], ids=["at once", "another file came"])
@pytest.mark.parametrize("now", ["Nauru", "Kenya"])
@pytest.mark.parametrize("alone", [False, True], ids=["all", "its own"])
def test_what_a_compilation_has_of_who_writes_for_another_delegation_now_is_not_of_the_first(
    tmp_path: Path, alone: bool, now: str, later: bool
) -> None:
    """It left before that was said, and has it in the first one's name."""
    files = [
        amended("Urges all other States to take effective measures to act at once;"),
        (*BASE[:3], "Invites the Bank to give to the fund;", BASE[4]),
        (*BASE[:4], "Remains seized of it."),
    ]
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = three_files(dossier, files, "Person of ")
        wishes = joined(dossier.draft(node.id), wished(dossier, node, "Fiji" if alone else None)[0])
        own = package_of(dossier, node.id)
        assert own is not None
        data = write_compilation(dossier.draft(node.id), wishes, base=own.data, origins=own.origins).data
        dossier.map_author("Person of Fiji", dossier.add_delegation(now).key)
        if later:
            given(dossier, node, redlined(lines(BASE), (BASE[0].replace("all", "both"), *BASE[1:]), "Person of Peru"))
        before = as_it_leaves(dossier, node)
        assert given(dossier, node, data).recorded.new == ()
        assert as_it_leaves(dossier, node) == before
        assert "other States" in taken_alone(before, now).paragraphs[1].text
        assert [one.text for one in taken_alone(before, "Fiji").paragraphs] == [*BASE]


def redlines(dossier: Dossier, person: str) -> Node:
    """A dossier with a redline each of Kenya and Fiji, and Peru that has asked for nothing yet."""
    (node,) = import_files(dossier, [Incoming(read_word(lines(BASE)), "L.1.docx")])
    for name in ("Kenya", "Fiji", "Peru"):
        dossier.map_author(f"{person}{name}", dossier.add_delegation(name).key)
    for name, texts in ASKED.items():
        given(dossier, node, redlined(lines(BASE), texts, f"{person}{name}"), f"{name}.docx")
    return node


@pytest.mark.parametrize("person", ["", "Person of "])
@pytest.mark.parametrize("back", ["before", "late", "twice"])
def test_what_a_delegation_worded_anew_stays_so_when_a_compilation_comes_back(
    tmp_path: Path, person: str, back: str
) -> None:
    anew = amended(BASE[1].replace("all States", "all Governments"))
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = redlines(dossier, person)
        first = as_it_leaves(dossier, node)
        if back == "twice":
            given(dossier, node, first)
        given(dossier, node, redlined(lines(BASE), anew, f"{person}Kenya"), "more.docx")
        asked = as_it_leaves(dossier, node)
        assert given(dossier, node, named(asked if back == "before" else first, b"again")).recorded.new == ()
        assert as_it_leaves(dossier, node) == asked
        assert [one.text for one in taken_alone(asked, "Kenya").paragraphs] == [*anew]


@pytest.mark.parametrize("person", ["", "Person of "])
def test_what_was_withdrawn_since_a_compilation_left_stays_so_when_that_comes_back_marked(
    tmp_path: Path, person: str
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = redlines(dossier, person)
        first = as_it_leaves(dossier, node)
        for one in dossier.proposals():
            if one.proposal.author == f"{person}Kenya":
                dossier.set_state(one.key, State.WITHDRAWN)
        assert len(given(dossier, node, marked(first, f"{person}Peru", "Remains")).recorded.new) == 1
        texts = [one.text for one in read_word(as_it_leaves(dossier, node)).draft.paragraphs]
        assert texts == [*ASKED["Fiji"][:4], BASE[4].replace("Remains", "Remains marked")]


@pytest.mark.parametrize("asked", [ASKED["Fiji"], (*BASE[:4], "Thanks the Bank for its help;", BASE[4])])
@pytest.mark.parametrize("other", [(*BASE[:1], *BASE[2:]), (*BASE[:1], "Welcomes the text;", *BASE[1:]), ASKED["Fiji"]])
def test_what_was_withdrawn_stays_so_whatever_number_it_has_in_the_compilation(
    tmp_path: Path, asked: tuple[str, ...], other: tuple[str, ...]
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = redlines(dossier, "")
        for name, texts in (("Peru", asked), ("Fiji", other)):
            given(dossier, node, redlined(lines(BASE), texts, name), "more.docx")
        first = as_it_leaves(dossier, node)
        for one in dossier.proposals():
            if one.proposal.author == "Peru":
                dossier.set_state(one.key, State.WITHDRAWN)
        assert len(given(dossier, node, marked(first, "Kenya", "Decides")).recorded.new) == 1
        assert [one.text for one in taken_alone(as_it_leaves(dossier, node), "Peru").paragraphs] == [*BASE]


def test_what_somebody_asks_for_again_in_a_compilation_after_it_was_withdrawn_is_new(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = redlines(dossier, "Person of ")
        for one in dossier.proposals():
            if one.proposal.author == "Person of Kenya":
                dossier.set_state(one.key, State.WITHDRAWN)
        both = (*BASE[:1], ASKED["Kenya"][1], ASKED["Fiji"][2], *BASE[3:])
        data = redlined(as_it_leaves(dossier, node), both, "Kenya", "2026-11-20T00:00:00Z")
        assert len(given(dossier, node, data).recorded.new) == 1
        assert [one.text for one in read_word(as_it_leaves(dossier, node)).draft.paragraphs] == [*both]


@pytest.mark.parametrize("person", ["", "Person of "])
@pytest.mark.parametrize("copy", [True, False])
def test_a_compilation_proposes_what_it_alone_has_once_the_originals_were_taken_back(
    tmp_path: Path, person: str, copy: bool
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = redlines(dossier, person)
        first = as_it_leaves(dossier, node)
        given(dossier, node, first)
        for one in dossier.proposals():
            dossier.set_state(one.key, None)
        given(dossier, node, named(first, b"again") if copy else first)
        again = as_it_leaves(dossier, node)
        for name, texts in ASKED.items():
            assert [one.text for one in taken_alone(again, name).paragraphs] == [*texts]


@pytest.mark.parametrize("person", ["", "Person of "])
def test_what_was_withdrawn_stays_so_where_another_moves_the_paragraph_it_is_in(tmp_path: Path, person: str) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = redlines(dossier, person)
        amends = amended("Urges all new States to take rapid measures to act now;")
        for name, texts in (("Fiji", LATER), ("Peru", amends)):
            given(dossier, node, redlined(lines(BASE), texts, f"{person}{name}", "2026-11-01T00:00:00Z"), "more.docx")
        first = as_it_leaves(dossier, node)
        for one in dossier.proposals():
            if one.proposal.author == f"{person}Peru":
                dossier.set_state(one.key, State.WITHDRAWN)
        assert len(given(dossier, node, marked(first, f"{person}Kenya", "Decides")).recorded.new) == 1
        assert [one.text for one in taken_alone(as_it_leaves(dossier, node), "Peru").paragraphs] == [*BASE]


@pytest.mark.parametrize("person", ["", "Person of "])
def test_the_compilation_of_one_delegation_that_came_back_asks_for_nothing_new(tmp_path: Path, person: str) -> None:
    files = [LATER, amended(BASE[1].replace("all", "all other")), BASE[:4]]
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = three_files(dossier, files, person)
        package, draft = package_of(dossier, node.id), dossier.draft(node.id)
        assert package is not None
        before = as_it_leaves(dossier, node)
        for name in ("Fiji", "Kenya", "Peru"):
            wishes = joined(draft, wished(dossier, node, name)[0])
            data = write_compilation(draft, wishes, base=package.data, origins=package.origins).data
            assert given(dossier, node, data, f"{name}.docx").recorded.new == ()
            other = "Peru" if name != "Peru" else "Fiji"
            # Another's mark is in its file, and what one asks for in a file of its own is asked for.
            came = given(dossier, node, marked(data, f"{person}{other}", "Decides")).recorded
            (mark,) = (*came.new, *came.reopened)
            dossier.set_state(mark, None)
        again = as_it_leaves(dossier, node)
        for name in ("Fiji", "Kenya", "Peru"):
            alone = [[one.text for one in taken_alone(data, name).paragraphs] for data in (before, again)]
            assert alone[0] == alone[1]


def test_what_a_delegation_asks_for_again_in_a_redline_of_its_own_is_asked_for(tmp_path: Path) -> None:
    anew = amended(BASE[1].replace("all States", "all Governments"))
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = redlines(dossier, "")
        for number, texts in enumerate((anew, ASKED["Kenya"], anew)):
            given(dossier, node, named(redlined(lines(BASE), texts, "Kenya"), b"%d" % number), "own.docx")
            assert [one.text for one in taken_alone(as_it_leaves(dossier, node), "Kenya").paragraphs] == [*texts]


def test_who_asks_for_nothing_new_in_a_compilation_hears_of_what_has_no_place_in_it(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = redlines(dossier, "Person of ")
        plan = planned(dossier, read_returned(as_it_leaves(dossier, node)), "all.docx", base=node.id)
        plan = replace(judged(plan, Compilations(dossier)), not_placed=((plan.proposals[0], "its words are gone"),))
        assert keep_returned(dossier, plan).recorded.new == ()
        assert ["no place" in line for line in without_place(dossier, node, "Kenya")] == [True]
        assert without_place(dossier, node, "Peru") == ()


def test_what_two_ask_for_alike_is_in_their_compilation_and_what_somebody_took_out_is_not(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = redlines(dossier, "")
        both = (*ASKED["Fiji"][:3], BASE[3].replace("fund", "other fund"), BASE[4].replace("the", "this"))
        given(dossier, node, redlined(lines(BASE), both, "Peru", "2026-11-01T00:00:00Z"), "Peru.docx")
        package = Package(as_it_leaves(dossier, node))
        plans = [planned(dossier, read_returned(package.to_bytes()), "all.docx", base=node.id)]
        root = package.edit("word/document.xml")
        resolve_tree(root, checked_choice("reject"), lambda change: "other" in "".join(change.itertext()))
        plans.append(planned(dossier, read_returned(package.to_bytes()), "all.docx", base=node.id))
        told = [judged(plan, Compilations(dossier)).told_no_longer for plan in plans]
        assert told[0] == ()
        assert [line.partition(" in an")[0] for line in told[1]] == ["1 proposal of Peru"]


@pytest.mark.parametrize("person", ["", "Person of "])
def test_what_somebody_asks_for_again_is_new_though_another_compilation_came_back_with_it(
    tmp_path: Path, person: str
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        node = redlines(dossier, person)
        given(dossier, node, as_it_leaves(dossier, node))
        for one in dossier.proposals():
            if one.proposal.author == f"{person}Kenya":
                dossier.set_state(one.key, State.WITHDRAWN)
        both = (*BASE[:1], ASKED["Kenya"][1], ASKED["Fiji"][2], *BASE[3:])
        # The name the compilation had it in, or the other: the key of what was withdrawn is that of its author.
        author = "Kenya" if person else "Person of Kenya"
        dossier.map_author("Person of Kenya", dossier.add_delegation("Kenya").key)
        data = redlined(as_it_leaves(dossier, node), both, author, "2026-11-20T00:00:00Z")
        assert len(given(dossier, node, data).recorded.new) == 1
        assert [one.text for one in read_word(as_it_leaves(dossier, node)).draft.paragraphs] == [*both]


@pytest.mark.parametrize("person", ["", "Person of "])
def test_what_was_withdrawn_stays_so_when_the_compilation_of_one_delegation_comes_back_again(
    tmp_path: Path, person: str
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(lines(BASE)), "L.1.docx")])
        for name in ("Kenya", "Fiji", "Peru"):
            dossier.map_author(f"{person}{name}", dossier.add_delegation(name).key)
        given(dossier, node, redlined(lines(BASE), ASKED["Kenya"], f"{person}Kenya"), "Kenya.docx")
        first = as_it_leaves(dossier, node)
        given(dossier, node, first)
        for one in dossier.proposals():
            dossier.set_state(one.key, State.WITHDRAWN)
        for texts in (ASKED["Fiji"], amended(BASE[1].replace("act", "decide"))):
            given(dossier, node, redlined(lines(BASE), texts, f"{person}Fiji"), "Fiji.docx")
        assert len(given(dossier, node, marked(first, f"{person}Peru", "Remains")).recorded.new) == 1
        texts = [one.text for one in read_word(as_it_leaves(dossier, node)).draft.paragraphs]
        assert texts == [*ASKED["Fiji"][:1], BASE[1].replace("act", "decide"), *ASKED["Fiji"][2:4], texts[-1]]
        assert texts[-1] == BASE[4].replace("Remains", "Remains marked")
