"""What a delegation changes in a paragraph that it moves itself stands where the paragraph moves to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.comparison.compare import compare
from models.compiling.come_back import Compilations, judged
from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.what_is_told import what_is_told
from models.compiling.wishes import wished, without_place
from models.dossier import Dossier, Node
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.returning import keep_returned, planned
from models.draft import Draft
from models.proposals.laid.applying import applied
from models.proposals.returned import read_returned
from models.word.clean import write_clean
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.comparison.small_drafts import numbered as draft
from tests.models.compiling.read_alone import taken_alone

ONE = "Encourages all States to cooperate in the region;"
TWO = "Welcomes the efforts of Member States to combat desertification;"
THREE = "Requests the Secretary-General to report at its next session;"
LAST = "Decides to remain seized of the matter."
WORK = TWO.replace("efforts", "work")
EACH, WORLD = ONE.replace("all States", "each State"), ONE.replace("region", "world")
BASE = write_clean(draft(ONE, TWO, THREE, LAST))
ORIGINS = read_word(BASE).origins


def texts(one: Draft) -> list[str]:
    return [paragraph.text for paragraph in one.paragraphs]


def redline(on: bytes, author: str, *paragraphs: str) -> bytes:
    """A file with tracked changes of one on top of those it has."""
    read = read_word(on)
    change = compare(read.draft, draft(*paragraphs))
    return write_redline(change, base=on, origins=read.origins, author=author, base_changes="keep")


@pytest.fixture
def talks(tmp_path: Path) -> Iterator[tuple[Dossier, Node]]:
    with Dossier.create(tmp_path / "talks.adref") as dossier:
        for name, *people in (("Fiji", "Anna", "Boris"), ("Ghana", "Carla"), ("Kenya", "Dora")):
            key = dossier.add_delegation(name).key
            for person in (name, *people):
                dossier.map_author(person, key)
        yield dossier, import_files(dossier, [Incoming(read_word(BASE), "L.1.docx")])[0]


def keep(talks: tuple[Dossier, Node], data: bytes) -> None:
    dossier, node = talks
    plan = judged(planned(dossier, read_returned(data), "Text.docx", base=node.id), Compilations(dossier))
    plan, also = plan.with_unasked()
    keep_returned(dossier, plan, also=also)


def compiled(talks: tuple[Dossier, Node]) -> tuple[bytes, tuple[str, ...]]:
    dossier, node = talks
    wishes, _ = wished(dossier, node)
    base = dossier.draft(node.id)
    made = write_compilation(base, joined(base, wishes), base=BASE, origins=ORIGINS)
    assert texts(read_word(made.data, "reject").draft) == [ONE, TWO, THREE, LAST]
    told = what_is_told(base, wishes, made, made.data, base=BASE, origins=ORIGINS).cannot
    return made.data, (*told, *without_place(dossier, node))


MOVED = (TWO, THREE, ONE, LAST)


@pytest.mark.parametrize(
    ("moved", "amended", "both"),
    [
        pytest.param(MOVED, (EACH, TWO, THREE, LAST), (TWO, THREE, EACH, LAST), id="others for some"),
        pytest.param(
            MOVED, (f"Also {ONE}", TWO, THREE, LAST), (TWO, THREE, f"Also {ONE}", LAST), id="at its beginning"
        ),
        pytest.param(MOVED, (ONE[11:], TWO, THREE, LAST), (TWO, THREE, ONE[11:], LAST), id="some less"),
        pytest.param(
            MOVED, (ONE[:21], ONE[22:], TWO, THREE, LAST), (TWO, THREE, ONE[:21], ONE[22:], LAST), id="in two"
        ),
        pytest.param(
            (TWO, THREE, WORLD, LAST),
            (EACH, TWO, THREE, LAST),
            (TWO, THREE, WORLD.replace("all States", "each State"), LAST),
            id="in words that are reworded as they move",
        ),
        pytest.param((TWO, THREE, EACH, LAST), (EACH, TWO, THREE, LAST), (TWO, THREE, EACH, LAST), id="the same"),
        pytest.param(
            (THREE, LAST, ONE, TWO), (EACH, WORK, THREE, LAST), (THREE, LAST, EACH, WORK), id="in two that move"
        ),
    ],
)
def test_what_one_person_moves_has_the_words_of_another(
    talks: tuple[Dossier, Node], moved: tuple[str, ...], amended: tuple[str, ...], both: tuple[str, ...]
) -> None:
    keep(talks, redline(BASE, "Boris", *amended))
    keep(talks, redline(BASE, "Anna", *moved))
    data, told = compiled(talks)
    assert texts(taken_alone(data, "Fiji")) == [*both]
    assert told == ()


@pytest.mark.parametrize(
    ("one", "changed"),
    [
        pytest.param(ONE, EACH, id="en"),
        pytest.param("Encourage tous les États à coopérer;", "Encourage chaque État à coopérer;", id="fr"),
        pytest.param("Alienta a todos los Estados a cooperar;", "Alienta a cada Estado a cooperar;", id="es"),
        pytest.param("призывает все государства сотрудничать;", "призывает каждое государство сотрудничать;", id="ru"),
        pytest.param("يشجع جميع الدول على التعاون؛", "يشجع كل دولة على التعاون؛", id="ar"),
        pytest.param("鼓励所有国家在该区域合作；", "鼓励每个国家在该区域合作；", id="zh"),
    ],
)
def test_what_is_moved_without_tracking_has_the_words_that_are_tracked_in_it(
    tmp_path: Path, one: str, changed: str
) -> None:
    base = draft(one, TWO, THREE, LAST)
    with Dossier.create(tmp_path / "talks.adref") as dossier:
        dossier.map_author("Anna", dossier.add_delegation("Fiji").key)
        dossier.map_author("Fiji", dossier.delegations()[0].key)
        (node,) = import_files(dossier, [Incoming(read_word(write_clean(base)), "L.1.docx")])
        sent = redline(write_clean(draft(TWO, THREE, one, LAST)), "Anna", TWO, THREE, changed, LAST)
        plan, also = planned(dossier, read_returned(sent), "Text.docx", base=node.id).with_unasked("Fiji")
        keep_returned(dossier, plan, also=also)
        wishes, _ = wished(dossier, node)
    assert texts(applied(base, wishes["Fiji"])) == [TWO, THREE, changed, LAST]


def test_what_cannot_all_be_had_of_what_moves_is_told(talks: tuple[Dossier, Node]) -> None:
    keep(talks, redline(BASE, "Anna", TWO, THREE, ONE.replace("all States", "every State"), LAST))
    keep(talks, redline(BASE, "Boris", EACH, TWO, THREE, LAST))
    assert compiled(talks)[1] == ("Several persons of “Fiji” ask for what cannot all be had: OP1",)


@pytest.mark.parametrize("word", ["world", "region"])
def test_what_moves_is_once_in_a_compilation_in_which_others_mark_it(talks: tuple[Dossier, Node], word: str) -> None:
    keep(talks, redline(BASE, "Anna", *MOVED))
    keep(talks, redline(BASE, "Boris", EACH, TWO, THREE, LAST))
    keep(talks, redline(compiled(talks)[0], "Dora", TWO, THREE, EACH.replace("each", "every"), LAST))
    if word != "region":
        keep(talks, redline(BASE, "Fiji", ONE.replace("region", word), TWO, THREE, LAST))
    data, _ = compiled(talks)
    assert texts(taken_alone(data, "Fiji")) == [TWO, THREE, EACH.replace("region", word), LAST]
    assert texts(read_word(data).draft)[2] == f"Encourages every State to cooperate in the {word};"
