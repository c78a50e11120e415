"""The layout of Geneva: its measures beside those of a real document, the body that meets, and redlines on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from models.circulation.typesetting import GENEVA, Typesetting
from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.files.read import read_bytes
from models.word.clean import write_clean
from models.word.marked import write_marked
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from tests.real_files import real_draft, real_files

SET = Typesetting(GENEVA)
HEAD = (
    "United Nations A/HRC/58/L.4", "General Assembly", "Distr.: Limited", "20 March 2025", "Original: English",
    "Human Rights Council", "Fifty-eighth session", "24 February–4 April 2025", "Agenda item 3",
    "Promotion and protection of all human rights", "Albania and Austria: draft resolution",
    "58/… Human rights defenders", "The Human Rights Council,", "Recalling its resolution 49/18,",
    "1. Decides to meet;", "2. Requests a report.",
)  # fmt: skip


def text(*lines: str) -> Draft:
    return read_bytes("\n\n".join(lines).encode()).draft


def styles(data: bytes) -> dict[str, etree._Element]:
    return {one.get(w("styleId")) or "": one for one in Package(data).root("/word/styles.xml").iter(w("style"))}


def said(style: etree._Element, *path: str) -> dict[str, str]:
    """The attributes of an element of a style by their local names."""
    found = style.find("/".join(w(name) for name in path))
    return {} if found is None else {etree.QName(str(key)).localname: str(value) for key, value in found.items()}


def told(draft: Draft) -> list[tuple[Kind, int, str | None, str]]:
    return [(one.kind, one.level, one.number, one.text) for one in draft.paragraphs]


def style_ids(data: bytes) -> list[str]:
    return [str(one.get(w("val"))) for one in Package(data).root("/word/document.xml").iter(w("pStyle"))]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("SingleTxtG", "AdrefPreambular"), ("HChG", "AdrefAnnex"), ("HChG", "AdrefSection"), ("HChG", "AdrefAdoption"),
     ("H1G", "AdrefTitle"), ("H1G", "AdrefSponsorLine"), ("H23G", "AdrefHeading")],
)  # fmt: skip
def test_text_and_headings_stand_as_in_a_document_of_geneva(theirs: str, ours: str, shared: Path) -> None:
    real = styles((shared / "corpus" / "word" / "CRC_C_GC_20_AR.docx").read_bytes())[theirs]
    made = styles(write_clean(text(*HEAD), SET))[ours]
    edges = [{side: said(one, "pPr", "ind").get(side) for side in ("left", "right")} for one in (real, made)]
    assert edges[0] == edges[1]
    size = said(real, "rPr", "sz").get("val", "20")  # its Normal
    assert said(made, "rPr", "sz")["val"] == size
    assert (made.find(f"{w('rPr')}/{w('b')}") is None) == (real.find(f"{w('rPr')}/{w('b')}") is None)
    spaces, own = said(real, "pPr", "spacing"), said(made, "pPr", "spacing")
    assert own["line"] == spaces.get("line", "240")
    if ours not in ("AdrefSponsorLine", "AdrefAdoption", "AdrefHeading"):  # others follow those, or less room is left
        assert (own["before"], own["after"]) == (spaces.get("before", "0"), spaces["after"])


def test_the_running_head_is_as_large_and_ruled_as_there(shared: Path) -> None:
    real = styles((shared / "corpus" / "word" / "CRC_C_GC_20_AR.docx").read_bytes())["Header"]
    made = styles(write_clean(text(*HEAD), SET))["AdrefRunningHead"]
    assert said(made, "rPr", "sz") == said(real, "rPr", "sz") == {"val": "18"}
    assert said(made, "pPr", "pBdr", "bottom") == said(real, "pPr", "pBdr", "bottom")


@pytest.mark.parametrize("head", [HEAD, (HEAD[0], f"{HEAD[1]} {HEAD[2]}", *HEAD[3:])], ids=["lines", "one line"])
@pytest.mark.parametrize("setting", [Typesetting(), SET], ids=["headquarters", "geneva"])
def test_the_body_that_meets_stands_under_the_assembly(setting: Typesetting, head: tuple[str, ...]) -> None:
    draft = text(*head)
    root = Package(write_clean(draft, setting)).root("/word/document.xml")
    table = "".join(one.text or "" for one in next(root.iter(w("tbl"))).iter(w("t")))
    assert "General Assembly" in table
    assert "Original: English" in table
    assert "Human Rights Council" not in table
    assert [len(list(row.iter(w("tc")))) for row in root.iter(w("tr"))] == [1, 2 if head is HEAD else 1]
    assert told(read_word(write_clean(draft, setting)).draft) == told(draft)


def test_bodies_before_the_session_stand_as_committees_do() -> None:
    lines = ("United Nations ECE/TRANS/2025/4", "Economic and Social Council", "Distr.: General", "3 February 2025",
             "Economic Commission for Europe", "Inland Transport Committee", "Eighty-seventh session", "Road safety",
             *HEAD[-4:])  # fmt: skip
    assert style_ids(write_clean(text(*lines), SET))[4:7] == ["AdrefCommittee", "AdrefCommittee", "AdrefSession"]


def test_a_masthead_that_stands_behind_other_text_is_written() -> None:
    intro = Paragraph(Kind.TEXT, (Run("This is the draft of 4 December."),))
    draft = Draft((intro, *text(*HEAD).paragraphs))
    for written in (write_clean(draft), write_clean(draft, SET), write_marked(compare(draft, draft))):
        assert [one.text for one in read_word(written).draft.paragraphs] == [one.text for one in draft.paragraphs]


@pytest.mark.parametrize(
    ("organ", "language", "original", "body", "session"),
    [("Assemblée générale", "Français", "Original : anglais", "Conseil des droits de l’homme",
      "Cinquante-huitième session"),
     ("Asamblea General", "Español", "Original: inglés", "Consejo de Derechos Humanos",
      "58º período de sesiones")],
)  # fmt: skip
def test_a_language_stands_among_the_facts_and_that_of_the_original_right_under_it(
    organ: str, language: str, original: str, body: str, session: str
) -> None:
    draft = text("A/HRC/58/L.4", organ, "Distr. limitada", language, original, body, session, *HEAD[-6:])
    data = write_clean(draft, SET)
    assert style_ids(data)[2:6] == ["AdrefDistribution"] * 3 + ["AdrefCommittee"]
    cells = list(Package(data).root("/word/document.xml").iter(w("tc")))
    assert len(list(cells[-1].iter(w("p")))) == 3


def test_what_stands_between_symbol_and_distribution_is_set_as_the_organ() -> None:
    draft = text(
        "United Nations", "CRC/C/GC/20", "Convention on the Rights of the Child", "Distr.: General", *HEAD[3:5],
        *HEAD[-6:],
    )  # fmt: skip
    assert style_ids(write_clean(draft, SET))[2:4] == ["AdrefOrgan", "AdrefDistribution"]


def test_a_body_that_comes_in_a_redline_is_set_as_one() -> None:
    old, new = text(*HEAD[:5], *HEAD[6:]), text(*HEAD)
    written = write_redline(compare(old, new), base=None, setting=SET)
    root = Package(written).root("/word/document.xml")
    came = next(
        one for one in root.iter(w("p")) if "Human Rights Council" in "".join(t.text or "" for t in one.iter(w("t")))
    )
    assert next(came.iterancestors(w("tbl")), None) is None
    assert said(came, "pPr", "pStyle") == {"val": "AdrefCommittee"}
    assert told(read_word(written, "reject").draft) == told(old)


def test_all_letters_of_the_first_part_of_a_symbol_are_large() -> None:
    def large(symbol: str) -> str:
        root = Package(write_clean(text(f"United Nations {symbol}", *HEAD[1:]), SET)).root("/word/document.xml")
        runs = (one for one in root.iter(w("r")) if said(one, "rPr", "sz").get("val") == "40")
        return "".join(t.text or "" for one in runs for t in one.iter(w("t")))

    assert large("A/HRC/58/L.4").startswith("A")
    assert large("ECE/TRANS/2025/4").startswith("ECE")
    assert not large("ECE/TRANS/2025/4").startswith("ECE/")


def test_a_section_s_number_hangs_in_the_margin_and_a_heading_without_one_does_not() -> None:
    numbered = Paragraph(Kind.SECTION, (Run("General"),), 0, "I")
    bare = Paragraph(Kind.SECTION, (Run("Annexed"),))
    draft = Draft((numbered, Paragraph(Kind.OPERATIVE, (Run("Decides to meet."),), 0, "1"), bare))
    data = write_clean(draft, SET)
    assert said(styles(data)["AdrefSection"], "pPr", "ind") == {"left": "1134", "right": "1134", "hanging": "851"}
    looks = [one.find(w("pPr")) for one in Package(data).root("/word/document.xml").iter(w("p"))]
    assert said(looks[-1], "ind") == {"left": "1134", "right": "1134", "firstLine": "0"}
    assert told(read_word(data).draft) == told(draft)


def test_a_redline_on_such_a_file_keeps_to_its_measures() -> None:
    old = text(*HEAD)
    new = text(*HEAD[:-2], "Decides to meet;", "3. Requests a report.", "4. Requests another.")
    written = write_redline(compare(old, new), base=None, setting=SET)
    lefts = {
        one.get(w("left"))
        for one in Package(written).root("/word/document.xml").iter(w("ind"))
        if one.getparent().find(w("pStyle")).get(w("val")) == "AdrefOperative"  # type: ignore[union-attr]
    }
    assert lefts <= {"1134"}
    symbol = write_redline(compare(old, text("United Nations A/HRC/58/L.5", *HEAD[1:])), base=None, setting=SET)
    document = Package(symbol).root("/word/document.xml")
    assert not list(document.iter(w("w")))  # no letters are set wider, as Headquarters has them
    assert told(read_word(written, "accept").draft) == told(new)
    assert told(read_word(written, "reject").draft) == told(old)


def test_marked_by_hand_it_has_the_same_places() -> None:
    old, new = text(*HEAD), text(*HEAD[:-1], "2. Requests a second report.")
    marked = write_marked(compare(old, new), SET)
    assert said(styles(marked)["AdrefOperative"], "pPr", "ind")["left"] == "1134"
    assert style_ids(marked) == style_ids(write_clean(new, SET))


def test_texts_of_the_corpus_come_back_as_they_went(shared: Path) -> None:
    folder = shared / "corpus"
    for path in (*real_files(folder / "resolutions", "*.txt")[::9], folder / "word" / "CRC_C_GC_20_AR.docx"):
        draft = real_draft(path)
        usual, geneva = (read_word(write_clean(draft, setting)).draft for setting in (Typesetting(), SET))
        assert geneva == usual
