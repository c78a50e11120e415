"""Redlines that LibreOffice saved anew: both texts and whose changes they are read back as they were written."""

from __future__ import annotations

import io
import subprocess
import zipfile
from dataclasses import replace

import pytest

from models.comparison.compare import compare
from models.draft import Draft, Kind, Run
from models.proposals.kinds_in_base import with_kinds_of
from models.proposals.returned import read_returned
from models.proposals.untracked.untracked import untracked
from models.word.namespaces import w
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.resolve import TRACKED
from models.word.woven import read_woven
from tests.models.word.redline_cases import random_pair
from tests.models.word.word_xml import BY, BY_OTHER, cell, d, dele, docx, ins, p, row, t, table

# Random drafts in which a paragraph is moved and reworded: words put in and struck at its beginning, within and at its
# end. An odd one is written without dates.
SEEDS = (34, 41, 42, 46, 72, 110, 115, 120, 127, 176, 190, 207, 286, 767, 784)
# In the others paragraphs behind deleted ends, lists, and the end that holds the first note are of every kind there is.
OTHERS = (5003, 5010, 5012, 5014, 5016, 5020, 5022, 5033, 5035, 5062, 5071, 5086, 5087, 5101, 5114, 5143, 5170, 5183)
# The end that holds the first note was joined or came; what was put in or struck ends what moved; a line is parted.
ENDS = (5001, 5037, 5059, 5076, 5104, 5146, 5164, 5165, 5210, 5308, 5330, 5339, 5356, 5391)
DATE = "2026-01-01T00:00:00Z"
MOVED = f"<w:moveTo {BY}/>"


def _lines(data: bytes, revisions: str) -> list[str]:
    return [text for one in read_word(data, revisions).draft.paragraphs if (text := one.text.strip())]


def _moves(data: bytes) -> list[int]:
    return [one.place.first for one in read_returned(data).proposals if one.kind == "move"]


@pytest.fixture(scope="module")
def saved(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[bytes, bytes]]:
    """Redlines by their seeds, as Adref wrote them and as LibreOffice saved them."""
    folder = tmp_path_factory.mktemp("saved")
    for seed in (*SEEDS, *OTHERS, *ENDS):
        comparison = compare(*random_pair(seed))
        data = write_redline(comparison, base=None, author="Kenya", date=None if seed % 2 else DATE)
        (folder / f"{seed}.docx").write_bytes(data)
    profile, written = f"-env:UserInstallation={(folder / 'profile').as_uri()}", sorted(folder.glob("*.docx"))
    command = [soffice, "--headless", profile, "--convert-to", "docx", "--outdir", str(folder / "new")]
    subprocess.run([*command, *map(str, written)], check=True, capture_output=True, timeout=300)
    return {int(one.stem): (one.read_bytes(), (folder / "new" / one.name).read_bytes()) for one in written}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_edited_where_it_moved_to_outlives_libreoffice(
    seed: int, saved: dict[int, tuple[bytes, bytes]]
) -> None:
    assert any(change.moved and change.kind == "reworded" for change in compare(*random_pair(seed)).changes)
    data, again = saved[seed]
    for revisions in ("accept", "reject"):
        assert _lines(again, revisions) == _lines(data, revisions), revisions
    changes = read_word(again).revisions
    assert {"move-from", "move-to"} <= {one.kind for one in changes}
    assert {one.author for one in changes} == {"Kenya"}
    assert _moves(data) == _moves(again)


def _told(data: bytes, kept: Draft) -> list[str]:
    return [one.sentence for one in untracked(with_kinds_of(read_returned(data), kept).compared_to(kept))]


def _becoming(data: bytes) -> list[tuple[int, Kind, int]]:
    edits = [edit for one in read_returned(data).proposals for edit in one.edits]
    return [(one.start.paragraph, one.becomes.kind, one.becomes.level) for one in edits if one.becomes is not None]


@pytest.mark.parametrize("seed", [*OTHERS, *ENDS])
def test_what_libreoffice_makes_of_styles_and_lists_is_no_change(
    seed: int, saved: dict[int, tuple[bytes, bytes]]
) -> None:
    data, again = saved[seed]
    assert _told(again, random_pair(seed)[0]) == []
    assert _becoming(again) == _becoming(data)
    for revisions in ("accept", "reject"):
        assert _lines(again, revisions) == _lines(data, revisions), revisions


@pytest.mark.parametrize("seed", OTHERS)
def test_a_level_that_was_changed_without_tracking_is_told(seed: int, saved: dict[int, tuple[bytes, bytes]]) -> None:
    package = Package(saved[seed][1])
    root = package.edit(package.main)
    alone = [
        paragraph
        for paragraph in root.iter(w("p"))
        if paragraph.find(f"{w('pPr')}/{w('numPr')}") is not None and paragraph.find(w("r")) is not None
        and next(paragraph.iter(*TRACKED), None) is None
    ]  # fmt: skip
    level = alone[-1].find(f"{w('pPr')}/{w('numPr')}/{w('ilvl')}") if alone else None
    if level is None:
        pytest.skip("no paragraph of a list stays as it is")
    level.set(w("val"), str(int(level.get(w("val"), "0")) + 1))  # as a tabulator does, the style stays
    assert _told(package.to_bytes(), random_pair(seed)[0])


@pytest.mark.parametrize("ends", [True, False], ids=["its range ends before its end", "its range is lost"])
def test_what_moved_in_libreoffice_is_one_move(ends: bool) -> None:
    def move(side: str, content: str, ranged: bool) -> str:
        start = f'<w:move{side}RangeStart w:id="5" w:name="one" w:author="Kenya" w:date="{DATE}"/>' if ranged else ""
        end = f'<w:move{side}RangeEnd w:id="5"/>' if ranged else ""
        return p(start, content, end, mark=f"<w:move{side} {BY}/>")

    gone = move("From", f"<w:moveFrom {BY}>{t('Requests a report;')}</w:moveFrom>", True)
    come = move("To", f"<w:moveTo {BY}>{t('Requests a')}</w:moveTo>" + dele(d(" report;")), ends)
    other = move("To", f"<w:moveTo {BY}>{t('Urges all')}</w:moveTo>", False)
    moves = [
        change.move for change in read_woven(docx(come + p("Decides to meet;") + gone + other + p("Ends."))).changes
    ]
    assert moves == ["one"] * 3 + [None] + ["one"] * 2 + [None] * 2


@pytest.mark.parametrize(
    ("body", "rejected", "told"),
    [
        pytest.param(
            p(f"<w:moveTo {BY}>{t('a b')}</w:moveTo>", dele(d(" c"), BY_OTHER), mark=MOVED) + p("d"),
            ["d"],
            ["move-to", "move-to", "move-to", "delete"],
            id="struck at the end of what moved",
        ),
        pytest.param(
            p(f"<w:moveTo {BY}>{t('a b')}</w:moveTo>", ins(t("x"), BY_OTHER), mark=MOVED) + p("d"),
            ["d"],
            ["move-to", "move-to", "insert"],
            id="put in there",
        ),
        pytest.param(
            p("z ", f"<w:moveTo {BY}>{t('a b')}</w:moveTo>", dele(d(" c"), BY_OTHER), mark=MOVED) + p("d"),
            ["z  cd"],
            ["move-to", "move-to", "delete"],
            id="a paragraph that stood there before",
        ),
        pytest.param(
            p(f"<w:moveTo {BY}>{t('a b')}</w:moveTo>", dele(d(" c"), BY_OTHER)) + p("d"),
            [" c", "d"],
            ["move-to", "delete"],
            id="its mark did not move",
        ),
    ],
)
def test_struck_words_of_a_paragraph_that_moved_moved_with_it(body: str, rejected: list[str], told: list[str]) -> None:
    data = docx(body)
    assert [one.text for one in read_word(data, "reject").draft.paragraphs] == rejected
    assert [one.kind for one in read_word(data).revisions] == told


@pytest.mark.parametrize(
    ("within", "rejected"),
    [
        ((dele(d("x "), BY_OTHER), "{}"), ["x z", "a b", "end"]),
        (("{}", dele(d(" x"))), [" xz", "a b", "end"]),
        (("{}", dele(d(" c"), BY_OTHER), ins(t("y"), BY_OTHER)), [" cz", "a b", "end"]),
    ],
    ids=["before it", "behind it", "where words were put in too"],
)
def test_struck_words_of_a_paragraph_into_which_another_moved_whole_stay_there(
    within: tuple[str, ...], rejected: list[str]
) -> None:
    def move(side: str, number: int) -> str:
        start = f'<w:move{side}RangeStart w:id="{number}" w:name="one" w:author="Kenya"/>'
        return start + f'<w:move{side} {BY}>{t("a b")}</w:move{side}><w:move{side}RangeEnd w:id="{number}"/>'

    came = p(*[one.replace("{}", move("To", 5)) for one in within], mark=MOVED)
    data = docx(came + p("z") + p(move("From", 6), mark=f"<w:moveFrom {BY}/>") + p("end"))
    assert [one.text for one in read_word(data, "reject").draft.paragraphs] == rejected


STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "").replace("(", "").replace(")", "")}">'
    f'<w:name w:val="{name}"/></w:style>'
    for name in (
        "Draft title", "Enacting line", "Preambular paragraph", "Operative paragraph", "Masthead organ",
        "Subparagraph (a)", "Heading within the text",
    )
)  # fmt: skip
LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
LISTS = (
    f'<w:abstractNum w:abstractNumId="1">{LEVEL.format(0, "decimal", "%1.")}'
    f"{LEVEL.format(1, 'lowerLetter', '(%2)')}</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
OPERATIVE, ITEM, HEADING = "Operativeparagraph", "Subparagrapha", "Headingwithinthetext"
PREAMBULAR = "Preambularparagraph"
DELETED, LEFT = f"<w:del {BY}/>", f"<w:moveFrom {BY}/>"


def _styled(text: str, style: str, level: int | None = None, mark: str = "", more: str = "", gone: bool = False) -> str:
    """A paragraph with a style, and in a list; out of it where its level is below 0."""
    of_list = "" if level is None else f'<w:ilvl w:val="{max(level, 0)}"/><w:numId w:val="{int(level >= 0)}"/>'
    numbers = f"<w:numPr>{of_list}</w:numPr>" if of_list else ""
    properties = f'<w:pStyle w:val="{style}"/>{numbers}'
    rpr = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{rpr}{more}</w:pPr>{dele(d(text)) if gone else t(text)}</w:p>"


def _change(style: str, level: int | None = None) -> str:
    numbers = "" if level is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return f'<w:pPrChange {BY}><w:pPr><w:pStyle w:val="{style}"/>{numbers}</w:pPr></w:pPrChange>'


@pytest.mark.parametrize(
    ("body", "rejected", "accepted"),
    [
        pytest.param(
            _styled("Decides;", OPERATIVE, 0, DELETED, gone=True) + _styled("Peace;", OPERATIVE, 1),
            [("operative", 0, "1"), ("subparagraph", 1, "(a)")],
            [("subparagraph", 1, "(a)")],
            id="an item behind a deleted operative paragraph",
        ),
        pytest.param(
            _styled("Follow-up", HEADING, None, DELETED, gone=True)
            + _styled("Decides;", OPERATIVE, 0, DELETED, gone=True)
            + _styled("Requests;", HEADING, 0),
            [("heading", 0, None), ("operative", 0, "1"), ("operative", 0, "2")],
            [("operative", 0, "1")],
            id="behind several, with the style of the first",
        ),
        pytest.param(
            _styled("Decides;", OPERATIVE, 0, DELETED, gone=True)
            + _styled("Peace;", OPERATIVE, 1, more=_change(ITEM, 0)),
            [("operative", 0, "1"), ("subparagraph", 1, "(a)")],
            [("subparagraph", 1, "(a)")],
            id="a look it had is of the level of its style",
        ),
        pytest.param(
            _styled("The General Assembly,", "Enactingline")
            + _styled("Recalling,", PREAMBULAR, None, DELETED, gone=True)
            + _styled("Requests all States to come;", PREAMBULAR),
            [("enacting", 0, None), ("preambular", 0, None), ("preambular", 0, None)],
            [("enacting", 0, None), ("preambular", 0, None)],
            id="in no list it is no operative paragraph, whatever it says",
        ),
        pytest.param(
            _styled("Recalling,", PREAMBULAR, None, DELETED, gone=True) + _styled("The others;", PREAMBULAR, -1),
            [("preambular", 0, None), ("operative", 0, None)],
            [("operative", 0, None)],
            id="out of its list it has a style of one",
        ),
        pytest.param(
            _styled("Decides;", OPERATIVE, 0) + _styled("Peace;", OPERATIVE, 1),
            [("operative", 0, "1"), ("subparagraph", 1, "(a)")],
            [("operative", 0, "1"), ("subparagraph", 1, "(a)")],
            id="set a level lower in its list, with the style it had",
        ),
    ],
)
def test_the_list_tells_what_a_paragraph_is_where_its_style_does_not(
    body: str, rejected: list[object], accepted: list[object]
) -> None:
    data = docx(body + _styled("The end", HEADING), styles=STYLES, numbering=LISTS)
    for revisions, expected in (("reject", rejected), ("accept", accepted)):
        read = read_word(data, revisions).draft.paragraphs[:-1]
        assert [(one.kind.value, one.level, one.number) for one in read] == expected, revisions


@pytest.mark.parametrize(
    ("body", "rejected", "accepted"),
    [
        pytest.param(
            p(f"<w:moveFrom {BY}>{t('a b')}</w:moveFrom>") + p("c"), ["a b", "c"], ["c"], id="all of it moved away"
        ),
        pytest.param(p(f"<w:moveTo {BY}>{t('a b')}</w:moveTo>") + p("c"), ["c"], ["a b", "c"], id="all of it came"),
        pytest.param(
            p(f"<w:moveTo {BY}>{t('a b')}</w:moveTo>", dele(d("x"))) + p("c"), ["x", "c"], ["a b", "c"], id="not all"
        ),
        pytest.param(
            p("z", mark=f"<w:ins {BY}/>") + p(f"<w:moveTo {BY}>{t('a b')}</w:moveTo>") + p("c"),
            ["z", "c"],
            ["z", "a b", "c"],
            id="behind words whose end it is",
        ),
    ],
)
def test_the_end_of_what_moved_whole_moved_with_it(body: str, rejected: list[str], accepted: list[str]) -> None:
    data = docx(body, styles=STYLES)
    for revisions, expected in (("reject", rejected), ("accept", accepted)):
        assert [one.text for one in read_word(data, revisions).draft.paragraphs] == expected, revisions


NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NOTES = f'<w:footnote w:id="2">{p("See.")}</w:footnote>'


@pytest.mark.parametrize(
    ("body", "rejected", "accepted"),
    [
        pytest.param(p("a,", NOTE) + p(ins(t(" ")), "b"), ["a,", "b"], ["a, b"], id="joined with a space"),
        pytest.param(
            p("a,", NOTE) + p(dele(d("x")), mark=DELETED) + p(ins(t(" ")), "b"),
            ["a,", "x", "b"],
            ["a, b"],
            id="with what is behind a paragraph that went",
        ),
        pytest.param(p("a,", NOTE) + p(ins(t(" b")), "c"), ["a,", "c"], ["a,", " bc"], id="a word came there"),
        pytest.param(p("a,", NOTE) + p(dele(d("x"))) + p("c"), ["a,", "x", "c"], ["a,", "c"], id="the next went whole"),
        pytest.param(
            p("a,", NOTE) + p(ins(t("x"))) + p("c"), ["a,", "c"], ["a,", "x", "c"], id="what comes next all came"
        ),
        pytest.param(p("z") + p(ins(t(" ")), "b") + p("a", NOTE), ["z", "b", "a"], ["z", " b", "a"], id="no note"),
    ],
)
def test_the_end_that_holds_the_first_note_went_or_came(body: str, rejected: list[str], accepted: list[str]) -> None:
    data = docx(body, styles=STYLES, footnotes=NOTES)
    for revisions, expected in (("reject", rejected), ("accept", accepted)):
        assert [one.text for one in read_word(data, revisions).draft.paragraphs] == expected, revisions


CAME = f"<w:moveTo {BY}>{{}}</w:moveTo>".format


@pytest.mark.parametrize(
    ("come", "told", "rejected"),
    [
        (CAME(t("a b")) + dele(d(" c")), ["move-to", "move-to", "delete"], "y"),
        (CAME(t("a b c")) + CAME(t(" d")), ["move-to", "move-to", "insert"], "y"),
        (CAME(t("a b")) + dele(d(" d")), ["move-to", "delete"], " dy"),
    ],
    ids=["struck there", "put in there", "struck of what stood there"],
)
def test_the_words_that_moved_away_tell_what_was_done_to_them(come: str, told: list[str], rejected: str) -> None:
    start = '<w:move{}RangeStart w:id="{}" w:name="m" w:author="Delegation A" w:date="2003-11-14T10:00:00Z"/>'.format
    gone = p(start("From", 5), f"<w:moveFrom {BY}>{t('a b c')}</w:moveFrom>", mark=LEFT)
    data = docx(gone + p("z ") + p(start("To", 6), come, "y"))
    assert [one.kind for one in read_word(data).revisions][2:] == told
    assert [one.text for one in read_word(data, "reject").draft.paragraphs] == ["a b c", "z ", rejected]


DRAWING = "<w:r><w:drawing/></w:r>"
CAME_TOO, ROW, BESIDE = f"<w:ins {BY}/>", "\u200d", "\u200b"


def saved_by_libreoffice(body: str, **parts: str) -> bytes:
    package = Package(docx(body, **parts))
    said = b"<Properties><Application>LibreOffice/25.2.3.2</Application></Properties>"
    package.add_part("docProps/app.xml", said, "application/xml", "http://example.org/extended-properties", "")
    return _packed(package, (2026, 11, 28, 22, 4, 32))


def _packed(package: Package, when: tuple[int, int, int, int, int, int]) -> bytes:
    """A file whose parts tell when they were packed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in package.names:
            archive.writestr(zipfile.ZipInfo(name, when), package.data(name))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        pytest.param(
            table(row(cell(p("a"))), row(cell(p(ins(t(ROW)))), properties=CAME_TOO)),
            ["a", ""],
            ["a"],
            id="in an empty row that came",
        ),
        pytest.param(
            table(row(cell(p("a"))), row(cell(p(ins(t(ROW)))))), ["a", ROW], ["a", ""], id="in a row that stood"
        ),
        pytest.param(
            table(row(cell(p(ins(t(ROW)), "b")), properties=CAME_TOO)), [f"{ROW}b"], [], id="beside words of a row"
        ),
        pytest.param(p("a", dele(d(BESIDE)), DRAWING, dele(d(BESIDE))), ["a"], ["a"], id="beside a drawing that went"),
        pytest.param(
            p("a", ins(f"<w:r><w:t>b</w:t><w:tab/><w:t>{BESIDE}</w:t></w:r>"), ins(DRAWING), ins(t(f"{BESIDE} c"))),
            ["ab\t c"],
            ["a"],
            id="beside a drawing that came among words",
        ),
        pytest.param(p("a", DRAWING, t(BESIDE), ins(t("b"))), [f"a{BESIDE}b"], [f"a{BESIDE}"], id="that nobody put in"),
        pytest.param(p("a", dele(d(BESIDE)), "b"), ["ab"], [f"a{BESIDE}b"], id="among words"),
    ],
)
def test_letters_that_libreoffice_puts_for_what_has_none_are_no_words(
    body: str, accepted: list[str], rejected: list[str]
) -> None:
    data = saved_by_libreoffice(body + p("The end"))
    for revisions, expected in (("accept", accepted), ("reject", rejected)):
        assert [one.text for one in read_word(data, revisions).draft.paragraphs][:-1] == expected, revisions


def test_the_date_that_libreoffice_gives_a_row_without_one_is_none() -> None:
    came = '<w:ins w:id="1" w:author="Kenya" w:date="0-00-00T00:00:00Z"/>'
    body = table(row(cell(p("a"))), row(cell(p(ins(t("b")))), properties=came)) + p("The end")
    told = {one.kind: one.date for one in read_word(saved_by_libreoffice(body)).revisions}
    assert told == {"table": None, "insert": "2003-11-14T10:00:00Z"}


def test_that_libreoffice_tracks_no_equations_is_told() -> None:
    body = p(ins(t("a")), "<m:oMath><m:r><m:t>b</m:t></m:r></m:oMath>")
    told = [one.message for one in read_word(saved_by_libreoffice(body)).warnings if one.code == "equations-untracked"]
    assert told == ["LibreOffice, which saved this file, tracks no equations: the one in it may have come or gone."]
    codes = {one.code for data in (docx(body), saved_by_libreoffice(p("a"))) for one in read_word(data).warnings}
    assert "equations-untracked" not in codes


def test_of_equations_in_what_adref_wrote_on_a_file_of_libreoffices_nothing_is_told() -> None:
    base = saved_by_libreoffice(p("a", "<m:oMath><m:r><m:t>b</m:t></m:r></m:oMath>"))
    reading = read_word(base)
    first, *rest = reading.draft.paragraphs
    new = replace(reading.draft, paragraphs=(replace(first, runs=(Run("new "), *first.runs)), *rest))
    written = write_redline(compare(reading.draft, new), base=base, origins=reading.origins)
    codes = {one.code for one in read_word(written).warnings}
    assert "revisions-accepted" in codes
    assert "equations-untracked" not in codes


@pytest.mark.parametrize("between", [p(), p("<w:r><w:br/></w:r>")], ids=["empty", "a break of a line"])
def test_what_is_written_on_a_file_that_libreoffice_saved_is_read_as_it_is_said(between: str) -> None:
    """The end of the paragraph with the first note stays, though nothing but what has no words stands behind it."""
    first = p(t("Recalls"), '<w:r><w:footnoteReference w:id="2"/></w:r>', t(" its resolution;"))
    notes = f'<w:footnote w:id="2">{p("See there.")}</w:footnote>'
    base = saved_by_libreoffice(first + between + p("Decides to meet again."), footnotes=notes)
    old, new = read_word(base), read_word(docx(first + between, footnotes=notes))
    written = write_redline(compare(old.draft, new.draft), base=base, origins=old.origins)
    for choice, draft in (("accept", new.draft), ("reject", old.draft)):
        read = read_word(written, choice).draft
        assert [one.text for one in read.paragraphs] == [one.text for one in draft.paragraphs]
