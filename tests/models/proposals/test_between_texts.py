"""Proposals of a comparison, carried to another text, laid side by side; and the draft a text was made on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run, content_hash
from models.proposals.laid.applying import applied
from models.proposals.laid.carrying import carried, placed_on
from models.proposals.laid.rendering import Row, rendered
from models.proposals.proposal import Proposal, keyed, proposal_from, proposal_value
from models.proposals.returned import read_returned
from models.proposals.untracked.compared import compared_proposals
from models.proposals.untracked.matching import Match, matched
from tests.models.word.word_xml import BY, BY_OTHER, d, dele, docx, ins, p, t
from tests.real_files import real_draft


def draft(*lines: str, notes: tuple[str, ...] = ()) -> Draft:
    """Operative paragraphs; ^1 is the mark of a note."""
    return Draft(tuple(map(_paragraph, lines)), tuple(Footnote(n, str(n), (Run(x),)) for n, x in enumerate(notes, 1)))


def _paragraph(line: str) -> Paragraph:
    words, *rest = line.split("^")
    runs = [Run(words)] if words else []
    for part in rest:
        runs += [Run(footnote=int(part[0])), *([Run(part[1:])] if part[1:] else [])]
    return Paragraph(Kind.OPERATIVE, tuple(runs))


def texts(one: Draft) -> list[str]:
    return [paragraph.text for paragraph in one.paragraphs]


def cited(one: Draft) -> list[list[str]]:
    return [[one.note[note].text for note in paragraph.footnotes] for paragraph in one.paragraphs]


PAIRS = [
    (("Decides to meet;", "Urges all;"), ("Decides to part;", "Urges all;"), ["reword"]),
    (("Decides to meet;",), ("Decides to meet;", "Urges all;", "Calls upon States;"), ["insert"]),
    (("Decides to meet;", "Urges all;"), ("Urges all;",), ["delete"]),
    (("Decides to meet;", "Urges all;", "End."), ("End.",), ["delete", "delete"]),
    (("Decides to meet;",), ("Requests something quite different here;",), ["insert", "delete"]),
    (
        ("Decides to meet in May; further decides to report;", "Urges all;"),
        ("Decides to meet in May;", "Further decides to report;", "Urges all;"),
        ["split"],
    ),
    (
        ("Decides to meet in May;", "Further decides to report to it at length;", "Urges all;"),
        ("Decides to meet in May; and further decides to report to it at length;", "Urges all;"),
        ["merge"],
    ),
    (
        ("Decides to meet in the month of May;", "Urges all States to come;", "Calls upon them to stay;"),
        ("Urges all States to come;", "Calls upon them to stay;", "Decides to meet in the month of May;"),
        ["move"],
    ),
]


@pytest.mark.parametrize(("old", "new", "kinds"), PAIRS)
def test_a_comparison_as_proposals(old: tuple[str, ...], new: tuple[str, ...], kinds: list[str]) -> None:
    made = compared_proposals(compare(draft(*old), draft(*new)), "Jones")
    assert sorted(one.kind for one in made) == sorted(kinds)
    assert {one.author for one in made} == {"Jones"}
    assert texts(applied(draft(*old), made)) == list(new)


def test_new_paragraphs_side_by_side_are_each_of_who_brought_it() -> None:
    old = draft("Decides to meet;", "End.")
    new = draft("Decides to meet;", "Urges all;", "Calls upon States;", "Requests a report on it;", "End.")
    names = {1: "Jones", 2: "Smith", 3: "Smith"}
    made = compared_proposals(compare(old, new), "all", authors=lambda change: names.get(change.new[0], ""))
    assert [(one.author, [p.text for e in one.edits for p in e.come]) for one in made] == [
        ("Jones", ["Urges all;", ""]),
        ("Smith", ["Calls upon States;", "Requests a report on it;", ""]),
    ]
    assert texts(applied(old, made)) == texts(new)


def test_notes_of_a_comparison() -> None:
    old = draft("Recalls it^1 and that^2;", "Decides;", notes=("A/1.", "A/2."))
    new = draft("Recalls it^1 and this^2;", "Decides^3;", notes=("A/1, para. 4.", "A/2.", "A/3."))
    made = compared_proposals(compare(old, new), "Jones")
    result = applied(old, made)
    assert (texts(result), cited(result)) == (texts(new), cited(new))


def test_only_some_of_a_comparison() -> None:
    old, new = draft("Decides to meet;", "Urges all;"), draft("Decides to part;", "Urges none;")
    made = compared_proposals(compare(old, new), "Jones", only=lambda change: change.old == (1,))
    assert texts(applied(old, made)) == ["Decides to meet;", "Urges none;"]


def _chains(shared: Path) -> Iterator[tuple[Path, Path]]:
    folder = shared / "corpus" / "resolutions"
    for row in (shared / "corpus" / "chains.tsv").read_text().splitlines()[1:]:
        names = [part.split("=")[0].strip().replace("/", "_") for part in row.split("\t")[3].split(";")]
        files = [path for name in names if (path := folder / f"{name}.txt").exists()]
        yield from pairwise(files)


def test_real_chains_as_proposals(shared: Path) -> None:
    """Each draft from the one before it: all proposals together give its words and its notes."""
    pairs = list(_chains(shared))[::5]
    for before, after in pairs:
        old, new = real_draft(before), real_draft(after)
        made = compared_proposals(compare(old, new), "Secretariat")
        result = applied(old, made)
        assert texts(result) == texts(new), (before.name, after.name)
        assert cited(result) == cited(new), (before.name, after.name)
    assert len(pairs) > 5


REVIEWERS = {
    "RC001-Before.docx": ("RC001-After1.docx", "RC001-After2.docx"),
    "RC003-Multi-Paras.docx": ("RC003-Multi-Paras-After.docx",),
    "RC004-Before.docx": ("RC004-After1.docx", "RC004-After2.docx"),
}


def test_every_change_of_every_reviewer_is_listed_with_its_author(shared: Path) -> None:
    """Their files track nothing: what differs from the base becomes proposals of whom the user says."""
    folder = shared / "suites" / "reviewers"
    for base_name, files in REVIEWERS.items():
        base = real_draft(folder / base_name)
        together: list[Proposal] = []
        for name in files:
            new = real_draft(folder / name)
            comparison = compare(base, new)
            own = compared_proposals(comparison, name)
            assert texts(applied(base, own)) == texts(new), name
            changed = {at for change in comparison.changes if change.weight == "substance" for at in change.old}
            told = {at for one in own for at in range(one.place.first, one.place.after)}
            assert changed <= told, name
            assert all(one.author == name for one in own)
            together += own
        rows = rendered(base, together)
        assert {one for row in rows for piece in row.pieces for one in piece.by} == {
            one for one in together if any(edit.come or edit.gone.strip("\u2029") for edit in one.edits)
        }


# Carrying


def proposals_on(old: Draft, *new: str) -> tuple[Proposal, ...]:
    return compared_proposals(compare(old, draft(*new)), "Jones", draft="old")


def test_proposals_find_their_places_in_a_text_that_moved_on() -> None:
    old = draft("Decides to meet in May;", "Urges all States;", "Requests a report on it;")
    now = draft(
        "Notes a new paragraph;", "Decides, again, to meet in May;", "Urges all States;", "Requests a report on it;"
    )
    wishes = proposals_on(old, "Decides to meet in June;", "Urges all States;", "Calls upon all;", "Requests a report;")
    found = carried(wishes, compare(old, now), "now")
    assert found.not_placed == ()
    assert {one.place.draft for one in found.placed} == {"now"}
    assert texts(applied(now, found.placed)) == [
        "Notes a new paragraph;",
        "Decides, again, to meet in June;",
        "Urges all States;",
        "Calls upon all;",
        "Requests a report;",
    ]
    assert found.placed[0].place.words == "May"


def test_a_paragraph_before_which_another_is_set_stays_of_its_kind() -> None:
    old, now = (
        Draft((*draft("Decides to meet;").paragraphs, *blank, Paragraph(Kind.TEXT, (Run("Region"),), cell=(0, 0, 0))))
        for blank in ((Paragraph(Kind.TEXT, number="3"),), ())
    )
    new = Draft((old.paragraphs[0], *draft("Urges all;").paragraphs, *old.paragraphs[1:]))
    found = carried(compared_proposals(compare(old, new), "Jones", draft="old"), compare(old, now), "now")
    result = applied(now, found.placed).paragraphs
    assert [(one.number, one.text, one.cell) for one in result] == [
        (None, "Decides to meet;", None),
        (None, "Urges all;", None),
        (None, "Region", (0, 0, 0)),
    ]


def test_what_has_no_place_is_said() -> None:
    old = draft("Decides to meet in May;", "Urges all States;", "End.")
    wishes = proposals_on(old, "Decides to meet in June;", "Urges all States;", "End.")
    lost = carried(wishes, compare(old, draft("Decides to meet in July;", "Urges all States;", "End.")), "now")
    assert [(one.key, reason) for one, reason in lost.not_placed] == [
        (wishes[0].key, "The words it changes are not there.")
    ]
    gone = carried(wishes, compare(old, draft("Urges all States;", "End.")), "now")
    assert [reason for _, reason in gone.not_placed] == ["The paragraph is not there."]


def test_a_deletion_of_a_paragraph_holds_whatever_its_words_are_now() -> None:
    old = draft("Decides to meet in May;", "Urges all States;", "End.")
    now = draft("Decides to meet in May;", "Strongly urges all States;", "End.")
    found = carried(proposals_on(old, "Decides to meet in May;", "End."), compare(old, now), "now")
    assert texts(applied(now, found.placed)) == ["Decides to meet in May;", "End."]


def test_what_amends_a_proposal_without_a_place_has_none() -> None:
    body = p(t("Decides to ") + ins(t("fully "), BY) + ins(dele(d("now "), BY_OTHER), BY) + t("meet;")) + p("End.")
    returned = read_returned(docx(body))
    lost = returned.on(draft("Something else altogether;", "End."), "node")
    assert len(lost.not_placed) == 2
    assert lost.placed == ()
    kept = returned.on(draft("Decides to meet;", "End."), "node")
    assert kept.placed[1].against == kept.placed[0].key
    assert texts(applied(draft("Decides to meet;", "End."), kept.placed)) == ["Decides to fully meet;", "End."]


def test_what_one_strikes_of_anothers_words_has_the_place_of_those_words() -> None:
    body = p(t("Decides to ") + ins(t("fully "), BY) + ins(dele(d("now "), BY_OTHER), BY) + t("meet;")) + p("End.")
    now = draft("Decides again to meet;", "End.")
    (host, strike) = read_returned(docx(body)).on(now, "node").placed
    place = strike.place
    assert (place.first, place.start, place.end, place.words, strike.edits) == (0, 17, 17, "now ", ())
    assert texts(applied(now, [host, strike])) == ["Decides again to fully meet;", "End."]


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        (("Decides again to meet;", "Urges all;", "End."), ["Decides again to meet;", "End.", "Urges none;"]),
        (("Decides to meet;", "Urges all;", "The End."), ["Decides to meet;", "The End.", "Urges none;"]),
    ],
)
def test_what_goes_into_a_paragraph_that_moves_to_the_end_goes_there(now: tuple[str, ...], wanted: list[str]) -> None:
    def ranged(side: str, content: str) -> str:
        start = f'<w:move{side}RangeStart w:id="9{len(side)}" w:author="Jones" w:name="m1"/>'
        return f'{start}{content}<w:move{side}RangeEnd w:id="9{len(side)}"/>'

    gone = p(f"<w:moveFrom {BY}>{t('Urges all;')}</w:moveFrom>", mark=f"<w:moveFrom {BY}/>")
    came = p(
        f"<w:moveTo {BY}>{t('Urges ')}</w:moveTo>" + ins(t("none"), BY_OTHER)
        + f"<w:moveTo {BY}>{dele(d('all'), BY_OTHER)}{t(';')}</w:moveTo>", mark=f"<w:moveTo {BY}/>",
    )  # fmt: skip
    returned = read_returned(docx(p("Decides to meet;") + ranged("From", gone) + p("End.") + ranged("To", came)))
    found = returned.on(draft(*now), "node")
    assert found.not_placed == ()
    assert len({one.author for one in found.placed}) == 2
    assert texts(applied(draft(*now), found.placed)) == wanted


def test_equal_texts_take_proposals_as_they_are() -> None:
    old = draft("Decides to meet;", "End.")
    wishes = proposals_on(old, "Decides to part;", "End.")
    found = placed_on(wishes, compare(old, old), "node")
    assert [one.edits for one in found.placed] == [one.edits for one in wishes]


WORDS = st.lists(
    st.sampled_from(("all", "States", "and", "peace", "water", "meet", "[", "]", "soon")), min_size=1, max_size=8
)
LINES = st.lists(WORDS.map(" ".join), min_size=1, max_size=7)


@settings(max_examples=90, deadline=None, suppress_health_check=list(HealthCheck))
@given(LINES, LINES, LINES)
def test_random_texts(old: list[str], new: list[str], other: list[str]) -> None:
    """All proposals give the new text; each is read back from plain data; those carried set in without trouble."""
    base = draft(*old)
    made = compared_proposals(compare(base, draft(*new)), "Jones", draft="old")
    assert texts(applied(base, made)) == new
    for one in made:
        again = proposal_from(proposal_value(one), one.key)
        assert (again, again.key) == (replace(one, dates=(), revisions=()), one.key)
    assert texts(applied(base, [proposal_from(proposal_value(one), one.key) for one in made])) == new
    found = carried(made, compare(base, draft(*other)), "other")
    assert len(found.placed) + len(found.not_placed) == len(made)
    for one in found.placed:
        assert applied(draft(*other), [one]).paragraphs is not None
    same = carried(made, compare(base, base), "old")
    assert [one.key for one in same.placed] == [one.key for one in made]


def test_keys_are_those_of_the_wish() -> None:
    old = draft("Decides to meet;", "End.")
    (one,) = proposals_on(old, "Decides to part;", "End.")
    (same,) = keyed([replace(one, dates=("2025-11-17",), revisions=(3,))], "old")
    (elsewhere,) = keyed([one], "another")
    (another,) = keyed([replace(one, author="Smith")], "old")
    assert one.key == same.key
    assert len({one.key, elsewhere.key, another.key}) == 3


# Laid side by side


def shown(rows: tuple[Row, ...]) -> list[str]:
    signs = {"equal": "", "insert": "+", "delete": "-"}
    lines = []
    for row in rows:
        pieces = "".join(
            piece.text if piece.op == "equal" else f"[{signs[piece.op]}{piece.text}{'~' if piece.struck_by else ''}]"
            for piece in row.pieces
        )
        lines.append(f"{'' if row.base is None else row.base}|{pieces}|{signs[row.end.op]}")
    return lines


def test_two_delegations_side_by_side() -> None:
    base = draft("Decides to meet in May;", "Urges all;")
    first = compared_proposals(compare(base, draft("Decides to part in May;", "Urges all;", "Calls upon A;")), "A")
    second = compared_proposals(compare(base, draft("Decides to meet in June;")), "B")
    rows = rendered(base, [*first, *second])
    assert shown(rows) == ["0|Decides to [-meet][+part] in [-May][+June];|", "1|[-Urges all;]|-", "|[+Calls upon A;]|+"]
    assert [piece.by[0].author for piece in rows[0].pieces if piece.by] == ["A", "A", "B", "B"]


def test_what_is_struck_again_is_shown_struck() -> None:
    body = p(t("Decides to ") + ins(t("fully "), BY) + ins(dele(d("now "), BY_OTHER), BY) + t("meet;")) + p("End.")
    returned = read_returned(docx(body))
    assert shown(rendered(returned.base.draft, returned.proposals))[0] == "0|Decides to [+fully ][+now ~]meet;|"


# Matching


def found_base(text: Draft, **kept: Draft) -> Match:
    rows = [(name, name, content_hash(one)) for name, one in kept.items()]
    return matched(text, rows, lambda node: kept[node])


FIVE = ("Recalls it;", "Notes it;", "Decides to meet;", "Urges all;", "Requests a report.")


def test_the_very_same_text_is_its_base() -> None:
    match = found_base(draft(*FIVE), first=draft(*FIVE), second=draft(*FIVE[:4]))
    assert match.base is not None
    assert (match.base.node, match.base.same, str(match)) == (
        "first", True, "Without its changes this is first, the very same text.",
    )  # fmt: skip


def test_of_the_same_text_kept_twice_the_latest_is_taken() -> None:
    match = found_base(draft(*FIVE), first=draft(*FIVE), second=draft(*FIVE))
    assert match.base is not None
    assert (match.base.node, [one.node for one in match.others]) == ("second", ["first"])


def test_the_nearest_draft_is_its_base() -> None:
    text = draft("Recalls this;", *FIVE[1:])
    match = found_base(text, far=draft("Something else;"), near=draft(*FIVE), older=draft(*FIVE[3:], "And more;"))
    assert match.base is not None
    assert (match.base.node, match.base.equal, match.base.paragraphs) == ("near", 4, 5)
    assert str(match) == "Without its changes this is near, 4 of 5 paragraphs word for word."


def test_drafts_as_near_as_each_other_are_not_chosen_between() -> None:
    text = draft("Recalls this;", *FIVE[1:])
    match = found_base(text, one=draft(*FIVE), two=draft("Recalls that;", *FIVE[1:]))
    assert match.base is None
    assert [one.node for one in match.ties] == ["two", "one"]
    assert "say which it is" in str(match)


def test_a_draft_that_has_every_word_is_chosen_before_one_that_lacks_one() -> None:
    match = found_base(draft(*FIVE), one=draft("Recalls that;", *FIVE[1:]), two=Draft(
        tuple(replace(one, number="7") for one in draft(*FIVE).paragraphs)))  # fmt: skip
    assert match.base is not None
    assert (match.base.node, match.base.same) == ("two", False)


def test_where_none_is_near_none_is_named() -> None:
    match = found_base(draft(*FIVE), one=draft("Something else;"))
    assert (match.base, match.ties) == (None, ())
    assert [one.node for one in match.others] == ["one"]


FOUND = ("A_C.2_80_L.39", "A_C.2_80_L.49", "A_C.2_80_L.50")


def test_the_base_is_found_among_real_texts(shared: Path) -> None:
    """PDF files of the United Nations: each is found among the texts of its committee, its own drafts among them."""
    files = sorted((shared / "corpus" / "resolutions").glob("A_C.2*.txt"))
    kept = {path.stem: real_draft(path) for path in files}
    rows = [(name, name, content_hash(one)) for name, one in kept.items()]
    for name in FOUND:
        one = real_draft(shared / "corpus" / "originals" / f"{name}.pdf")
        match = matched(one, rows, kept.__getitem__)
        assert match.base is not None
        assert match.base.node == name
    assert len(files) > 15
