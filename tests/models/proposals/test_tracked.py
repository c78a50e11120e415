"""Tracked changes as proposals of their authors: nothing is lost, and any choice of authors gives its text."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run
from models.proposals.laid.applying import applied
from models.proposals.laid.rendering import rendered
from models.proposals.proposal import END, Proposal
from models.proposals.returned import Returned, read_returned
from models.reading.reading import CannotRead
from models.word.package import Package
from models.word.read import read_word
from models.word.redline import write_redline
from models.word.resolve import TRACKED, text_parts
from tests.models.proposals.tracked_files import AUTHORS, Line, Stretch, Tracked, text_of, tracked_texts, written
from tests.models.word.word_xml import d, dele, docx, ins, p, t

FRANCE = 'w:id="1" w:author="France" w:date="2003-11-14T10:00:00Z"'
KENYA = 'w:id="2" w:author="Kenya" w:date="2003-11-15T10:00:00Z"'


def texts(draft: Draft) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs]


def told(returned: Returned) -> list[tuple[str, str, str, str]]:
    """Author, kind, paragraphs and words, and what goes and comes."""
    return [
        (
            one.author,
            one.kind,
            f"{one.place.first}-{one.place.after} {one.place.start}-{one.place.end} {one.place.words}",
            " ".join(
                f"[-{edit.gone}+{'¶'.join(c.text for c in edit.come)}]".replace("\u2029", "¶") for edit in one.edits
            ),
        )
        for one in returned.proposals
    ]


ONE = "Decides to meet;"
CASES = [
    (
        "words of one author in one paragraph are one proposal",
        p(t("Decides to ") + dele(d("meet"), FRANCE) + ins(t("part"), FRANCE) + t(" in ") + ins(t("late "), FRANCE)
          + t("May;")),
        [("France", "reword", "0-1 11-19 meet in ", "[-meet+part] [-+late ]")],
    ),
    (
        "two authors in one paragraph are two",
        p(t("Decides to ") + dele(d("meet"), FRANCE) + t(" in May") + ins(t(" or June"), KENYA) + t(";")),
        [("France", "reword", "0-1 11-15 meet", "[-meet+]"), ("Kenya", "reword", "0-1 22-22 ", "[-+ or June]")],
    ),
    (
        "new paragraphs side by side are one",
        p(ONE) + p(ins(t("One;"), FRANCE), mark=f"<w:ins {FRANCE}/>") + p(ins(t("Two;"), FRANCE),
                                                                        mark=f"<w:ins {FRANCE}/>"),
        [("France", "insert", "1-1 None-None ", "[-+One;¶] [-+Two;¶]")],
    ),
    (
        "a paragraph begun at the end of another is new, and what was changed there is apart",
        p(t("Decides to meet") + ins(t(" soon"), FRANCE) + t(";"), mark=f"<w:ins {FRANCE}/>")
        + p(ins(t("Urges all;"), FRANCE)),
        [("France", "reword", "0-1 15-15 ", "[-+ soon]"), ("France", "insert", "1-1 None-None ", "[-+Urges all;¶]")],
    ),
    (
        "deleted paragraphs are one each",
        p(dele(d("One;"), FRANCE), mark=f"<w:del {FRANCE}/>") + p(dele(d("Two;"), FRANCE), mark=f"<w:del {FRANCE}/>"),
        [
            ("France", "delete", "0-1 None-None One;", "[-One;¶+]"),
            ("France", "delete", "1-2 None-None Two;", "[-Two;¶+]"),
        ],
    ),
    (
        "a split",
        p(t("Decides to meet; ") + ins(t("and"), FRANCE), mark=f"<w:ins {FRANCE}/>") + p("urges all;"),
        [("France", "split", "0-1 None-None Decides to meet; urges all;", "[-+and¶]")],
    ),
    (
        "a merger",
        p(ONE, mark=f"<w:del {FRANCE}/>") + p(ins(t(" and "), FRANCE) + t("urges all;")),
        [("France", "merge", "0-2 None-None Decides to meet;\nurges all;", "[-¶+ and ]")],
    ),
    (
        "looks",
        p(t("Decides", f"<w:i/><w:rPrChange {FRANCE}><w:rPr/></w:rPrChange>") + t(" to meet;")),
        [("France", "format", "0-1 0-7 Decides", "[-Decides+]")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_grain(body: str, expected: list[tuple[str, str, str, str]]) -> None:
    returned = read_returned(docx(body + p("The end.")))
    assert returned.exact
    assert told(returned) == expected
    assert texts(applied(returned.base.draft, returned.proposals)) == texts(returned.sent.draft)


def test_a_move_is_one_proposal_with_what_was_changed_on_the_way() -> None:
    def ranged(side: str, content: str) -> str:
        start = f'<w:move{side}RangeStart w:id="9{len(side)}" {FRANCE[9:]} w:name="m1"/>'
        return f'{start}{content}<w:move{side}RangeEnd w:id="9{len(side)}"/>'

    gone = p(f"<w:moveFrom {FRANCE}>{t('Urges all States;')}</w:moveFrom>", mark=f"<w:moveFrom {FRANCE}/>")
    came = p(
        f"<w:moveTo {FRANCE}>{t('Urges ')}</w:moveTo>" + ins(t("nearly "), FRANCE)
        + f"<w:moveTo {FRANCE}>{t('all States;')}</w:moveTo>", mark=f"<w:moveTo {FRANCE}/>",
    )  # fmt: skip
    returned = read_returned(docx(ranged("From", gone) + p(ONE) + ranged("To", came) + p("The end.")))
    (move,) = returned.proposals
    assert (move.kind, move.place.first, move.place.after, move.to) == ("move", 0, 1, 2)
    assert texts(applied(returned.base.draft, [move])) == [ONE, "Urges nearly all States;", "The end."]


def test_an_insertion_struck_by_another_is_a_proposal_against_the_first() -> None:
    body = p(t("Decides to ") + ins(t("fully "), FRANCE) + ins(dele(d("and promptly "), KENYA), FRANCE) + t("meet;"))
    returned = read_returned(docx(body))
    france, kenya = returned.proposals
    assert (kenya.against, kenya.strikes, kenya.place.words) == (france.key, (1,), "and promptly ")
    base = returned.base.draft
    assert texts(applied(base, [france])) == ["Decides to fully and promptly meet;"]
    assert texts(applied(base, [france, kenya])) == ["Decides to fully meet;"]
    assert texts(applied(base, [kenya])) == ["Decides to meet;"]


def test_what_another_writes_into_a_new_paragraph_is_against_it() -> None:
    new = ins(t("Urges all "), FRANCE) + ins(t("Member "), KENYA) + ins(dele(d("good "), KENYA) + t("States;"), FRANCE)
    returned = read_returned(docx(p(ONE) + p(new, mark=f"<w:ins {FRANCE}/>") + p("The end.")))
    france, kenya = returned.proposals
    assert (france.kind, kenya.against) == ("insert", france.key)
    base = returned.base.draft
    assert texts(applied(base, [france])) == [ONE, "Urges all good States;", "The end."]
    assert texts(applied(base, [france, kenya])) == [ONE, "Urges all Member States;", "The end."]
    assert texts(applied(base, [kenya])) == [ONE, "The end."]


PERU = 'w:id="3" w:author="Peru" w:date="2003-11-16T10:00:00Z"'
FULLY = ins(t("fully, "), FRANCE), ins(t("gladly "), FRANCE)
SOON = ins(t("soon, "), PERU), ins(t("once "), PERU)


@pytest.mark.parametrize(
    ("content", "there"),
    [
        pytest.param((FULLY[0], ins(t("very "), KENYA), FULLY[1], ins(t("now "), KENYA)), 1, id="and behind"),
        pytest.param((ins(t("now "), KENYA), FULLY[0], ins(t("very "), KENYA), FULLY[1]), 1, id="and before"),
        pytest.param((dele(d("to "), KENYA), FULLY[0], ins(t("very "), KENYA), FULLY[1]), 1, id="takes out before"),
        pytest.param(
            (FULLY[0], ins(t("very "), KENYA), FULLY[1], SOON[0], ins(t("at "), KENYA), SOON[1]), 2, id="in two"
        ),
        pytest.param((FULLY[0], dele(d("to "), FRANCE), ins(t("very "), KENYA), FULLY[1]), 1, id="behind struck ones"),
        pytest.param(
            (FULLY[0], ins(dele(d("to "), FRANCE), FRANCE), ins(t("very "), KENYA), FULLY[1]), 1, id="behind none"
        ),
    ],
)
def test_what_stands_in_anothers_words_is_against_them_whatever_one_changes_beside_these(
    content: tuple[str, ...], there: int
) -> None:
    returned = read_returned(docx(p(t("Decides ") + "".join(content) + t("meet;"))))
    hosts = {one.key: one.author for one in returned.proposals if one.against is None}
    amending = [one for one in returned.proposals if one.against is not None]
    assert [one.author for one in amending] == ["Kenya"] * there
    assert [hosts[one.against or ""] for one in amending] == ["France", "Peru"][:there]
    assert texts(applied(returned.base.draft, returned.proposals)) == texts(returned.sent.draft)


def test_what_is_struck_of_words_in_those_of_two_others_is_struck_of_these_words() -> None:
    very = ins(dele(d("very "), PERU), KENYA)
    content = (FULLY[0], very, FULLY[1], SOON[0], ins(t("at "), KENYA), SOON[1])
    returned = read_returned(docx(p(t("Decides ") + "".join(content) + t("meet;"))))
    (strike,) = [one for one in returned.proposals if one.strikes]
    (host,) = [one for one in returned.proposals if one.key == strike.against]
    assert (strike.author, strike.place.words, host.author) == ("Peru", "very ", "Kenya")
    assert [edit.come_text for edit in host.edits] == ["very "]
    assert host.against is not None
    assert texts(applied(returned.base.draft, returned.proposals)) == texts(returned.sent.draft)


def test_who_amends_whom_is_told_once_of_words_that_stand_between_each_others() -> None:
    a, gladly = ins(t("a "), KENYA), ins(t("gladly "), FRANCE)
    returned = read_returned(docx(p(t("Decides ") + a + gladly + a + gladly + a + t("meet;"))))
    assert [(one.author, one.against is None) for one in returned.proposals] == [("Kenya", True), ("France", False)]
    assert texts(applied(returned.base.draft, returned.proposals)) == texts(returned.sent.draft)


def test_words_in_those_of_two_others_one_of_whom_begins_between_them_are_against_both() -> None:
    soon = (SOON[0], ins(t("at "), KENYA), SOON[1], ins(t("at "), KENYA), SOON[1])
    content = (FULLY[0], ins(t("very "), KENYA), FULLY[1], *soon)
    returned = read_returned(docx(p(t("Decides ") + "".join(content) + t("meet;"))))
    amended = {one.key: one.author for one in returned.proposals if one.against is None}
    assert [amended[one.against] for one in returned.proposals if one.against is not None] == ["France", "Peru"]
    assert texts(applied(returned.base.draft, returned.proposals)) == texts(returned.sent.draft)


def test_who_parts_a_new_paragraph_of_another_writes_in_it() -> None:
    first = p(ins(t("Urges all "), FRANCE) + ins(t("to meet;"), KENYA), mark=f"<w:ins {KENYA}/>")
    second = p(ins(t("Calls upon "), KENYA) + ins(t("States;"), FRANCE), mark=f"<w:ins {FRANCE}/>")
    returned = read_returned(docx(p(ONE) + first + second + p("The end.")))
    france, kenya = returned.proposals
    assert (france.author, france.kind, kenya.against, kenya.edits[0].come_text) == (
        "France",
        "insert",
        france.key,
        f"to meet;{END}Calls upon ",
    )
    base = returned.base.draft
    assert texts(applied(base, [france])) == [ONE, "Urges all States;", "The end."]
    assert texts(applied(base, [france, kenya])) == [ONE, "Urges all to meet;", "Calls upon States;", "The end."]
    assert texts(applied(base, [kenya])) == [ONE, "The end."]


def test_words_in_a_row_of_another_are_of_who_wrote_them() -> None:
    def row(first: str, second: str, properties: str = "") -> str:
        cells = "".join(f"<w:tc><w:tcPr/>{p(one)}</w:tc>" for one in (first, second))
        return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{cells}</w:tr>"

    new = row(ins(t("Asia"), FRANCE), ins(t("200"), FRANCE) + ins(t(" in all"), KENYA), f"<w:ins {FRANCE}/>")
    grid = "<w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    table = f"<w:tbl>{grid}{row(t('Africa'), t('100'))}{new}</w:tbl>"
    returned = read_returned(docx(p(ONE) + table + p("The end.")))
    assert returned.exact
    france, kenya = returned.proposals
    assert (france.author, kenya.author, kenya.against) == ("France", "Kenya", france.key)
    _check_coverage(returned)
    base = returned.base.draft
    assert texts(applied(base, [france])) == [ONE, "Africa", "100", "Asia", "200", "The end."]
    assert texts(applied(base, [france, kenya])) == [ONE, "Africa", "100", "Asia", "200 in all", "The end."]


REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def note(content: str) -> str:
    return f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{content}</w:p></w:footnote>'


def test_notes_come_go_and_are_reworded() -> None:
    came = read_returned(docx(p(t("Recalling it,") + ins(REFERENCE, FRANCE)), footnotes=note(ins(t("A/1."), FRANCE))))
    (one,) = came.proposals
    assert [own.text for own in one.footnotes] == ["A/1."]
    assert [own.text for own in applied(came.base.draft, [one]).footnotes] == ["A/1."]
    went = read_returned(docx(p(t("Recalling it,") + dele(REFERENCE, FRANCE)), footnotes=note(dele(d("A/1."), FRANCE))))
    (one,) = went.proposals
    assert (one.revisions, one.edits[0].gone_notes) == ((0, 1), (1,))
    assert applied(went.base.draft, [one]).footnotes == ()
    words = note(t("A/1") + dele(d("."), FRANCE) + ins(t(", para. 2."), KENYA))
    other = read_returned(docx(p(t("Recalling it,") + REFERENCE), footnotes=words))
    assert [(own.author, own.kind, own.place.note) for own in other.proposals] == [
        ("France", "note", 1),
        ("Kenya", "note", 1),
    ]
    assert [own.text for own in applied(other.base.draft, other.proposals).footnotes] == ["A/1, para. 2."]


def test_what_one_strikes_of_anothers_words_in_a_note_is_against_them() -> None:
    added = ins(t("of the Assembly "), KENYA) + ins(t("stupid "), KENYA)
    struck = ins(dele(d("old "), FRANCE), KENYA)
    words = note(t("See ") + added + struck + t("A/1.") + dele(d(" Peace."), FRANCE))
    came = read_returned(docx(p(t("Recalling it,") + REFERENCE), footnotes=words))
    kenya, own, against = came.proposals
    assert came.exact
    assert [edit.come_text for edit in kenya.edits] == ["of the Assembly stupid ", "old "]
    assert (own.author, own.edits[0].gone, own.against) == ("France", " Peace.", None)
    assert (against.author, against.against, against.strikes, against.place.words) == (
        "France",
        kenya.key,
        (1,),
        "old ",
    )
    for taken, text in (
        ([kenya], "See of the Assembly stupid old A/1. Peace."),
        ([kenya, against], "See of the Assembly stupid A/1. Peace."),
        ([own, against], "See A/1."),
    ):
        assert applied(came.base.draft, taken).footnotes[0].text == text


PARTED_NOTES = {
    "a new paragraph between": (("", "See it."), ("ins", "Then this."), ("", "Ever.")),
    "a paragraph that goes": (("", "See it."), ("del", "Then this."), ("", "Ever.")),
    "two are joined": (("", "See it."), ("join", "Then this."), ("", "Ever.")),
    "one is parted": (("", "See it."), ("part", "Then this."), ("", "Ever.")),
    "the last end": (("", "See it."), ("", "Then this."), ("part", "Ever.")),
}


@pytest.mark.parametrize("paragraphs", PARTED_NOTES.values(), ids=PARTED_NOTES)
def test_paragraphs_of_a_note_come_and_go_each_by_its_author(paragraphs: tuple[tuple[str, str], ...]) -> None:
    def end(kind: str) -> str:
        tag = {"ins": "ins", "part": "ins", "del": "del", "join": "del"}.get(kind)
        return f"<w:pPr><w:rPr>{ins('', FRANCE) if tag == 'ins' else dele('', FRANCE)}</w:rPr></w:pPr>" if tag else ""

    def words(kind: str, text: str) -> str:
        return ins(t(text), FRANCE) if kind == "ins" else dele(d(text), FRANCE) if kind == "del" else t(text)

    lines = "".join(f"<w:p>{end(kind)}{words(kind, text)}</w:p>" for kind, text in paragraphs)
    last = f"<w:p>{t('Last')}{ins(t(' words'), KENYA)}.</w:p>"
    came = read_returned(
        docx(p(t("Recalling it,") + REFERENCE), footnotes=f'<w:footnote w:id="2">{lines}{last}</w:footnote>')
    )
    assert came.exact
    assert {one.author for one in came.proposals} == {"France", "Kenya"}
    assert applied(came.base.draft, came.proposals).footnotes[0].text == came.sent.draft.footnotes[0].text
    (kenya,) = (one for one in came.proposals if one.author == "Kenya")
    before = came.base.draft.footnotes[0].text
    assert applied(came.base.draft, [kenya]).footnotes[0].text == before.replace("Last", "Last words")


def test_where_changes_outside_the_text_stand_is_told() -> None:
    by_ann = f'<w:comment w:id="0" w:author="Ann">{p(t("See ") + ins(t("this")) + dele(d("that")))}</w:comment>'
    nobody = f'<w:comment w:id="1">{p(ins(t("here")))}</w:comment>'
    returned = read_returned(docx(p("Decides."), comments=by_ann + nobody, header=p(ins(t("Rev.1")))))
    assert returned.notices == (
        "4 changes stand outside the text, in a comment by Ann (2), a comment, a header, and made no proposal.",
    )
    only = read_returned(docx(p("Decides."), comments=by_ann))
    assert only.notices == ("2 changes stand outside the text, in a comment by Ann, and made no proposal.",)


def test_authors_are_counted_and_dated() -> None:
    body = p(t("a") + ins(t("b"), FRANCE) + dele(d("c"), KENYA) + ins(t("d"), 'w:id="3"'))
    france, kenya, nobody = read_returned(docx(body)).authors
    assert (france.name, france.changes, france.proposals) == ("France", 1, 1)
    assert (france.first, france.last, dict(kenya.kinds)) == ("2003-11-14T10:00:00Z",) * 2 + ({"delete": 1},)
    assert (nobody.name, nobody.first) == ("", None)


def by_france(*lines: tuple[str, str, str]) -> Tracked:
    """Lines of their words, and what France does to these and to their end: "comes", "goes" or nothing."""

    def made(words: str, does: str) -> Stretch:
        return Stretch(words, "France" if does == "comes" else None, "France" if does == "goes" else None)

    its = (
        Line((made(words, does),) if words else (), made("", end)) for words, does, end in (*lines, ("End.", "", ""))
    )
    return tuple(its)


@settings(max_examples=90, deadline=None, suppress_health_check=list(HealthCheck))
@given(tracked_texts())
@example(
    by_france(("A", "goes", "comes"), ("B", "comes", "comes"), ("", "", "comes"), ("C", "comes", "comes"), ("", "", ""))
)
@example(by_france(("A", "", "comes"), ("B", "comes", "comes"), ("C", "goes", "")))
def test_any_choice_of_authors_gives_its_text(tracked: Tracked) -> None:
    returned = read_returned(written(tracked))
    assert returned.exact
    assert texts(returned.base.draft) == text_of(tracked, set())
    assert {n for one in returned.proposals for n in one.revisions} == set(range(len(returned.sent.revisions)))
    by_key = {one.key: one for one in returned.proposals}
    assert len(by_key) == len(returned.proposals)
    for count in range(len(AUTHORS) + 1):
        for chosen in combinations(AUTHORS, count):
            own = [one for one in returned.proposals if one.author in chosen]
            if not any(_hangs(one, by_key, chosen) for one in own):
                assert texts(applied(returned.base.draft, own)) == text_of(tracked, set(chosen)), chosen


def _hangs(one: Proposal, by_key: dict[str, Proposal], chosen: tuple[str, ...]) -> bool:
    """Whether it writes into what an author who is not chosen puts in: alone it means nothing."""
    return one.against is not None and bool(one.edits) and by_key[one.against].author not in chosen


def _named(data: bytes) -> set[tuple[str, str | None]]:
    package = Package(data)
    changes = (change for part in text_parts(package) for change in package.root(part).iter(*TRACKED))
    prefix = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return {
        (name, change.get(f"{prefix}date")) for change in changes if (name := change.get(f"{prefix}author")) is not None
    }


def test_the_suite_of_tracked_files(shared: Path) -> None:
    """34 files of others: told apart exactly, every change in a proposal of its author, every date kept."""
    folder = shared / "suites" / "tracked_import"
    with (folder / "cases.tsv").open() as table:
        cases = list(csv.DictReader(table, delimiter="\t"))
    for case in cases:
        data = (folder / case["tracked"]).read_bytes()
        returned = read_returned(data)
        assert returned.exact, case["id"]
        result = applied(returned.base.draft, returned.proposals)
        accepted = read_word((folder / case["accepted"]).read_bytes()).draft
        assert texts(result) == texts(accepted), case["id"]
        assert [own.text for own in result.footnotes] == [own.text for own in accepted.footnotes], case["id"]
        _check_coverage(returned)
        proposed = {(one.author, date) for one in returned.proposals for date in one.dates or (None,)}
        in_text = {
            (one.author or "", one.date) for n, one in enumerate(returned.sent.revisions) if n not in returned.elsewhere
        }
        assert proposed == in_text
        assert in_text <= _named(data) | {("", None)}
    assert len(cases) == 34


def _check_coverage(returned: Returned) -> None:
    covered = {n for one in returned.proposals for n in one.revisions}
    assert covered == set(range(len(returned.sent.revisions))) - set(returned.elsewhere)
    for one in returned.proposals:
        for number in one.revisions:
            assert one.author in (returned.sent.revisions[number].author or "")


NOT_EXACT = {"dotnet__Open-XML-SDK__Comment042.docx"}  # a text box in a paragraph that another was split from


def test_real_tracked_files(shared: Path) -> None:
    inexact = set()
    for path in sorted((shared / "word_files").glob("*.docx")):
        try:
            returned = read_returned(path.read_bytes())
        except CannotRead:
            continue
        if not returned.exact:
            inexact.add(path.name)
            continue
        _check_coverage(returned)
        assert texts(applied(returned.base.draft, returned.proposals)) == texts(returned.sent.draft), path.name
    assert inexact == NOT_EXACT


def test_a_file_that_cannot_be_told_apart_is_compared(shared: Path) -> None:
    returned = read_returned((shared / "word_files" / next(iter(NOT_EXACT))).read_bytes())
    assert not returned.exact
    assert "could not all be told apart" in returned.notices[0]
    assert texts(applied(returned.base.draft, returned.proposals)) == texts(returned.sent.draft)
    assert {one.author for one in returned.proposals} <= {one.author or "" for one in returned.sent.revisions}


WORDS = ("Decides to meet", "Urges all States", "Requests a report", "Calls upon them", "Notes with regret")
LINES = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(("in May", "soon", "[again]", "at last"))), max_size=6
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(LINES, LINES, LINES)
def test_the_files_of_two_reviewers_are_one_base_and_the_wishes_of_each(
    base: list[tuple[str, str]], first: list[tuple[str, str]], second: list[tuple[str, str]]
) -> None:
    """What Adref writes as tracked changes of somebody comes back as proposals of that author on the very base."""
    old, *news = (
        Draft(
            tuple(
                Paragraph(Kind.OPERATIVE, (Run(" ".join(line) + ";"),), number=str(n)) for n, line in enumerate(own, 1)
            )
        )
        for own in ([*base, ("Ends", "here")], [*first, ("Ends", "here")], [*second, ("Ends", "there")])
    )
    together: list[Proposal] = []
    for author, new in zip(("France", "Kenya"), news, strict=True):
        returned = read_returned(write_redline(compare(old, new), base=None, author=author))
        assert returned.exact
        assert texts(returned.base.draft) == texts(old)
        assert {one.author for one in returned.proposals} <= {author}
        carried = returned.on(old, "node")
        assert carried.not_placed == ()
        assert texts(applied(old, carried.placed)) == texts(new)
        together += carried.placed
    told = {
        id(one)
        for row in rendered(old, together)
        for piece in (*row.pieces, row.end)
        for one in (*piece.by, *piece.look)
    }
    assert told == {id(one) for one in together if one.edits}


def test_white_that_is_left_at_the_end_of_a_paragraph_keeps_no_changes_from_being_told_apart() -> None:
    line_end = "<w:r><w:br/></w:r>"  # LibreOffice drops that it was put in and taken out
    last = p(ins(t("1st plenary meeting")), line_end, dele(d("* On behalf of the States of the Group.")))
    returned = read_returned(docx(p("The General Assembly,") + p("1. Decides to meet.") + last))
    assert returned.exact
    assert [one.author for one in returned.proposals] == ["Delegation A"]
