"""A file that goes on from one that came before: what that had and this one has accepted stays whose it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.compiling.come_back import Compilations, judged
from models.compiling.wishes import wished
from models.dossier import Dossier
from models.dossier.incoming.importing import Incoming, import_files
from models.dossier.incoming.returning import Plan, keep_returned, planned
from models.proposals.proposal import END
from models.proposals.returned import read_returned
from models.word.read import read_word
from tests.models.word.word_xml import d, dele, ins, p, parts, t, zipped

FIRST, MIDDLE, LAST = "Urges all States to act;", "Notes the report;", "Stays seized of it."


def by(author: str) -> str:
    return f'w:id="1" w:author="{author}" w:date="2026-01-02T00:00:00Z"'


def file(*paragraphs: str) -> bytes:
    return zipped(parts("".join(paragraphs)))


MARKED = p(t("Urges all "), ins(t("willing "), by("Fiji")), t("States to act;"))
LONGER = p(t("Stays "), ins(t("actively "), by("Kenya")), t("seized of it."))
TAKEN = FIRST.replace("all ", "all willing ")


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.create(tmp_path / "d.adref") as made:
        import_files(made, [Incoming(read_word(file(p(FIRST), p(MIDDLE), p(LAST))), "L.1.docx")])
        yield made


def came(dossier: Dossier, data: bytes, name: str) -> Plan:
    (node,) = dossier.nodes()
    return judged(planned(dossier, read_returned(data), name, base=node.id), Compilations(dossier))


def told(plan: Plan) -> tuple[set[str], list[str]]:
    """Whose words are accepted, and which were changed without tracking."""
    unasked = [edit.come_text.strip() for one in plan.unasked for edit in one.edits]
    return {one.author for one in plan.accepted}, unasked


@pytest.mark.parametrize(
    ("name", "middle", "accepted", "unasked"),
    [
        # Nobody types what another asks for and nothing else, in a file that has nobody's name.
        ("Revised.docx", MIDDLE, {"Fiji"}, []),
        ("Revised.docx", MIDDLE.replace("the", "this"), set(), ["willing", "this"]),
        ("Peru.docx", MIDDLE, set(), ["willing"]),
        # Of the same name it is the same file, whatever else was changed in it.
        ("comments.docx", MIDDLE, {"Fiji"}, []),
        ("Comments (2).docx", MIDDLE.replace("the", "this"), {"Fiji"}, ["this"]),
    ],
)
def test_one_word_that_was_accepted_is_told_as_that(
    dossier: Dossier, name: str, middle: str, accepted: set[str], unasked: list[str]
) -> None:
    keep_returned(dossier, came(dossier, file(MARKED, p(MIDDLE), p(LAST)), "comments.docx"))
    plan = came(dossier, file(p(TAKEN), p(middle), p(LAST)), name)
    assert told(plan) == (accepted, unasked)
    assert plan.told_no_longer == ()


@pytest.mark.parametrize(
    ("was", "comes"),
    [
        ("Urges all States to act;", "willing "),
        ("Demande à tous les États d’agir ;", "au plus vite "),
        ("Insta a todos los Estados a actuar;", "con urgencia "),
        ("Призывает все государства принять меры;", "срочные "),
        ("تحث جميع الدول على العمل؛", "معا "),
        ("敦促所有国家采取行动；", "立即"),
    ],
)
def test_so_it_is_in_all_languages(tmp_path: Path, was: str, comes: str) -> None:
    at = len(was) // 2 if " " not in was else was.rindex(" ") + 1
    marked = p(t(was[:at]), ins(t(comes), by("Fiji")), t(was[at:]))
    with Dossier.create(tmp_path / "d.adref") as dossier:
        import_files(dossier, [Incoming(read_word(file(p(was), p(was[::2]))), "L.1.docx")])
        keep_returned(dossier, came(dossier, file(marked, p(was[::2])), "comments.docx"))
        plan = came(dossier, file(p(was[:at] + comes + was[at:]), p(was[::2])), "Revised.docx")
        assert told(plan) == ({"Fiji"}, [])


@pytest.mark.parametrize(
    ("name", "first", "last", "no_longer"),
    [
        ("comments.docx", p(TAKEN), p(LAST), {"Kenya"}),
        ("comments.docx", p(FIRST), p(LAST), {"Fiji", "Kenya"}),
        ("comments.docx", p(FIRST), LONGER, set()),  # Kenya's own, of whatever name: nobody asks for others
        ("Revised.docx", p(FIRST), p(LAST), set()),  # may be anybody's
    ],
)
def test_what_was_rejected_in_the_same_file_is_told(
    dossier: Dossier, name: str, first: str, last: str, no_longer: set[str]
) -> None:
    keep_returned(dossier, came(dossier, file(MARKED, p(MIDDLE), LONGER), "comments.docx"))
    plan = came(dossier, file(first, p(MIDDLE), last), name)
    assert plan.unasked == ()
    assert {one for one in ("Fiji", "Kenya") if any(one in said for said in plan.told_no_longer)} == no_longer


def test_who_marks_more_in_a_file_asks_for_what_was_accepted_in_it(dossier: Dossier) -> None:
    keep_returned(dossier, came(dossier, file(MARKED, p(MIDDLE), p(LAST)), "comments.docx"))
    more = LONGER.replace("Kenya", "Fiji")
    assert told(came(dossier, file(p(TAKEN), p(MIDDLE), more), "Revised.docx")) == ({"Fiji"}, [])
    assert told(came(dossier, file(p(TAKEN), p(MIDDLE), LONGER), "Revised.docx")) == (set(), ["willing"])


def test_what_amends_a_new_paragraph_that_was_rejected_is_no_part_of_the_same_file(dossier: Dossier) -> None:
    mark = f"<w:ins {by('Fiji')}/>"
    struck = f"<w:ins {by('Fiji')}>{dele(d(' host;'), by('Kenya'))}</w:ins>"
    new = p(ins(t("Thanks the"), by("Fiji")), struck, ins(t(" chair;"), by("Kenya")), mark=mark)
    keep_returned(dossier, came(dossier, file(p(FIRST), new, p(MIDDLE), p(LAST)), "comments.docx"))
    plan = came(dossier, file(p(FIRST), p(f"chair;{MIDDLE}"), p(LAST)), "comments.docx")
    keys = {one.key for one in plan.proposals}
    assert all(one.against in {None, *keys} for one in plan.proposals)
    assert len(plan.unasked) == 1


NEW = "Thanks the host for all that was done;"


@pytest.mark.parametrize(
    ("then", "is_told"),
    [
        ("Thanks the host", True),
        ("Praises the host", True),
        ("Praises the other", False),
        ("Thanks the others", False),
        ("Thanks the kind host", True),
    ],
)
def test_a_word_put_back_beside_another_change_in_what_another_puts_in_is_told(
    dossier: Dossier, then: str, is_told: bool
) -> None:
    marked = p(ins(t(NEW), by("Fiji")), mark=f"<w:ins {by('Fiji')}/>")
    keep_returned(dossier, came(dossier, file(MARKED, marked, p(MIDDLE), LONGER), "comments.docx"))
    for words, told_now in (("Thanks the other", False), (then, is_told)):
        new = NEW.replace("Thanks the host", words)
        data = file(p(TAKEN), p(new), p(MIDDLE), p(LAST.replace("seized", "actively seized")))
        plan, also = came(dossier, data, "Chair.docx").with_unasked()
        assert any("Chair" in one for one in plan.told_no_longer) == told_now
        keep_returned(dossier, plan, also=also)


@pytest.mark.parametrize(
    ("base", "new", "was", "others"),
    [
        ((FIRST, MIDDLE, "Remains seized of it."), NEW, "host", ("other", "others")),
        (
            ("Demande à tous d’agir ;", "Prend note du rapport ;", "Décide de rester saisi."),
            "Remercie l’hôte de tout ce qui a été fait pour la réunion ;",
            "hôte",
            ("autre", "autres"),
        ),
        (
            ("Insta a todos a actuar;", "Toma nota del informe;", "Decide seguir ocupándose."),
            "Agradece al país todo lo que se ha hecho por la reunión;",
            "país",
            ("otro", "otros"),
        ),
        (
            ("Призывает всех действовать;", "Принимает к сведению доклад;", "Постановляет продолжать."),
            "Благодарит страну за всё, что было сделано ею для этой сессии;",
            "страну",
            ("друга", "друзей"),
        ),
        (
            ("تحث الجميع على العمل؛", "تحيط علما بالتقرير؛", "تقرر ذلك."),
            "تشكر البلد على كل ما تم القيام به من أجل هذا الاجتماع؛",
            "البلد",
            ("الغير", "الآخرين"),
        ),
        (("敦促所有国家；", "注意到报告；", "决定继续处理。"), "感谢东道国所做工作；", "东道", ("其他", "别处")),
    ],
    ids=["en", "fr", "es", "ru", "ar", "zh"],
)
@pytest.mark.parametrize("seen", [1, 2, 3])
def test_a_new_paragraph_in_which_another_changes_a_word_has_its_end_in_the_next_file(
    tmp_path: Path, base: tuple[str, str, str], new: str, was: str, others: tuple[str, str], seen: int
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        import_files(dossier, [Incoming(read_word(file(*map(p, base))), "L.1.docx")])
        marked = p(ins(t(new), by("Fiji")), mark=f"<w:ins {by('Fiji')}/>")
        keep_returned(dossier, came(dossier, file(p(base[0]), marked, *map(p, base[1:])), "comments.docx"))
        for word in (*others, others[0])[:seen]:
            then = file(p(base[0]), p(new.replace(was, word)), *map(p, base[1:]))
            plan, also = came(dossier, then, "Chair.docx").with_unasked()
            (own,) = (one for one in plan.proposals if one.author == "Fiji")
            assert "".join(edit.come_text for edit in own.edits) == f"{new}{END}"
            keep_returned(dossier, plan, also=also)


def test_what_is_in_a_file_in_the_name_of_its_delegation_is_in_it(dossier: Dossier) -> None:
    dossier.map_author("Chair", dossier.add_delegation("Presidency").key)
    for author in ("Fiji", "Kenya"):
        dossier.map_author(author, dossier.add_delegation(author).key)
    keep_returned(dossier, came(dossier, file(MARKED, p(MIDDLE), LONGER), "comments.docx"))
    accepted = [p(TAKEN), p(MIDDLE), p(LAST.replace("seized", "actively seized"))]
    for middle in (MIDDLE.replace("the", "this"), f"{MIDDLE[:-1]} in May;".replace("the", "this")):
        plan, also = came(dossier, file(accepted[0], p(middle), accepted[2]), "Chair.docx").with_unasked()
        assert plan.told_no_longer == ()
        keep_returned(dossier, plan, also=also)


BOTH = p(t("Urges all "), ins(t("willing "), by("Fiji")), t("States to act"), ins(t(" at once"), by("Fiji")), t(";"))
NOTES = p(t("Notes the "), ins(t("final "), by("Fiji")), t("report;"))
STAYS, ANEW = (
    f"1 proposal of Fiji in an earlier file is {end}"
    for end in ("not in this one: it stays open.", "worded anew in this one.")
)
REST = (p(MIDDLE), p(LAST))


@pytest.mark.parametrize(
    ("files", "said", "asked"),
    [
        ([(BOTH, *REST), (MARKED, *REST)], [ANEW], {"willing"}),
        ([(BOTH, NOTES, p(LAST)), (MARKED, *REST)], [STAYS, ANEW], {"willing", "final"}),
        ([(BOTH, *REST), (p(FIRST), NOTES, p(LAST))], [STAYS], {"willing", "at once", "final"}),
        ([(MARKED, *REST), (BOTH, *REST)], [], {"willing", "at once"}),
        ([(BOTH, *REST), (MARKED, *REST), (p(FIRST), NOTES, p(LAST))], [STAYS], {"willing", "final"}),
        ([(BOTH, *REST), (MARKED, *REST), (BOTH, *REST)], [], {"willing"}),
    ],
    ids=["one of two withdrawn", "and another elsewhere", "all of a paragraph", "more", "long ago", "the first again"],
)
def test_what_is_said_to_stay_open_is_in_the_next_compilation(
    dossier: Dossier, files: list[tuple[str, ...]], said: list[str], asked: set[str]
) -> None:
    """What one words anew in the same paragraph is asked for no more as it was: that is said, too."""
    plan = None
    for number, paragraphs in enumerate(files):
        plan = came(dossier, file(*paragraphs), f"Fiji {number}.docx")
        keep_returned(dossier, plan)
    assert plan is not None
    assert [*plan.told_no_longer] == said
    dossier.map_author("Fiji", dossier.add_delegation("Fiji").key)
    wishes, _ = wished(dossier, dossier.nodes()[0])
    assert {edit.come_text.strip() for own in wishes.values() for one in own for edit in one.edits} == asked
