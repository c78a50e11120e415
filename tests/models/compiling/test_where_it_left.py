"""What stands beside words that went without tracking in a compilation is where that had it, and is asked for once."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.compiling.come_back import Compilations, judged
from models.compiling.compilation import write_compilation
from models.compiling.joint_wishes import joined
from models.compiling.wishes import wished
from models.dossier import Dossier
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.returning import keep_returned, planned
from models.proposals.returned import read_returned
from models.word.read import read_word
from tests.models.compiling.read_alone import taken_alone
from tests.models.word.word_xml import ins, p, parts, t, zipped

PEOPLE = (("Fiji", "Anna"), ("Kenya", "Carla"), ("Ghana", "Boris"))


def by(author: str, words: str) -> str:
    return ins(t(words), f'w:id="{len(author + words)}" w:author="{author}"')


def file(*content: str) -> bytes:
    return zipped(parts(p(*content) + p(t("Remains seized of the matter."))))


def keep(dossier: Dossier, data: bytes, name: str) -> None:
    plan = planned(dossier, read_returned(data), f"{name}.docx", base=dossier.nodes()[0].id)
    plan, also = judged(plan, Compilations(dossier)).with_unasked(name)
    keep_returned(dossier, plan, also=also)


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize(
    ("before", "gone", "put_in", "behind"),
    [
        ("Decides to meet", " in May", " again", " in Geneva;"),
        ("Décide de se réunir", " en mai", " à nouveau", " à Genève;"),
        ("Decide reunirse", " en mayo", " otra vez", " en Ginebra;"),
        ("постановляет провести", " новое", " срочное", " совещание в мае;"),
        ("يقرر أن يجتمع", " في أيار", " مرة أخرى", " في جنيف؛"),
        ("决定", "五月", "再次", "在日内瓦开会；"),
    ],
)
def test_words_before_which_others_went_without_tracking_are_asked_for_once(
    tmp_path: Path, before: str, gone: str, put_in: str, behind: str, alone: bool
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        (node,) = import_files(dossier, [Incoming(read_word(file(t(before + gone + behind))), "L.1.docx")])
        for name, person in PEOPLE:
            key = dossier.add_delegation(name).key
            dossier.map_author(name, key)
            dossier.map_author(person, key)
        ghana = "" if alone else by("Ghana", "2030: ")
        keep(dossier, file(t(before + gone), by("Anna", f"{put_in} 2000"), t(behind)), "Fiji")
        if not alone:
            keep(dossier, file(by("Boris", "2030: "), t(before + gone + behind)), "Ghana")
        amended = by("Fiji", put_in) + by("Carla", " 1960") + by("Fiji", " 2000")
        keep(dossier, file(ghana, t(before), amended, t(behind)), "Kenya")
        draft = dossier.draft(node.id)
        made = write_compilation(draft, joined(draft, wished(dossier, node)[0]))
        text = read_word(made.data).draft.paragraphs[0].text
        of_fiji = taken_alone(made.data, "Fiji").paragraphs[0].text
        assert of_fiji == f"{before}{gone}{put_in} 2000{behind}"
        assert text == ("" if alone else "2030: ") + before + put_in + " 1960 2000" + behind
