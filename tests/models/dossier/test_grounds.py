"""Files that came back with changes in them that the draft they were made on has already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from models.comparison.compare import compare
from models.dossier import Dossier
from models.dossier.incoming.returning import keep_returned, planned
from models.draft import Draft, Kind, Paragraph, content_hash
from models.proposals.laid.applying import applied
from models.proposals.returned import read_returned
from models.word.accepted_in_part import TrackedMark, accepted_in_part, tracked_marks
from models.word.read import read_word
from models.word.redline import write_redline
from tests.models.proposals.tracked_files import OPENING, Line, Stretch, Tracked, text_of, tracked_texts, written
from tests.models.word.word_xml import d, dele, docx, ins, p, t
from tests.real_files import real_draft

FIJI = 'w:id="1" w:author="Fiji" w:date="2025-11-14T10:00:00Z"'
LATER = 'w:id="3" w:author="Fiji" w:date="2025-11-20T10:00:00Z"'
JANE = 'w:id="2" w:author="Jane" w:date="2025-11-15T10:00:00Z"'
END = p(t("Requests the Secretary-General to report on it."))
OLD = docx(p(t("Decides to meet in May;")) + p(t("Urges all States to come;")) + END)


def redline(*more: str, last: str = "") -> bytes:
    """What Fiji put into the old text; `more` is what stands in its new paragraph, `last` in the one before it."""
    inserted = "".join(more) or ins(t("Calls upon all to act with urgency;"), FIJI)
    gone = dele(d("May"), FIJI)
    first = p(t("Decides to meet in "), gone, ins(t("June"), FIJI), t(";"))
    return docx(first + p(t("Urges all States to come;"), last) + p(inserted, mark=ins("", FIJI)) + END)


NESTED = (
    ins(t("Calls upon all to act ") + dele(d("with urgency"), JANE), FIJI),
    ins(t("urgently"), JANE),
    ins(t(";"), FIJI),
)


def texts(draft: Draft) -> list[str]:
    return [one.text for one in draft.paragraphs]


def test_amendments_of_a_redline_stand_on_the_text_that_was_sent(dossier: Dossier) -> None:
    old = dossier.keep(read_word(OLD), label="Old")
    new = dossier.keep(read_word(redline()).draft, label="New", parents=[old.id])
    plan = planned(dossier, read_returned(redline(*NESTED)), "jane.docx")
    assert (plan.node, plan.not_placed, plan.untracked) == (new.id, (), ())
    assert str(plan.match) == "With the changes of Fiji accepted this is New, the very same text."
    (one,) = plan.proposals
    assert (one.author, one.kind, one.place.first, one.place.words) == ("Jane", "reword", 2, "with urgency")
    assert texts(applied(dossier.draft(new.id), plan.proposals))[2] == "Calls upon all to act urgently;"
    assert [author.name for author in plan.returned.authors] == ["Jane"]
    whole = plan.returned.whole
    assert whole is not None
    assert [(whole.sent.revisions[n].author, whole.sent.revisions[n].text) for n in one.revisions] == [
        ("Jane", "with urgency"),
        ("Jane", "urgently"),
    ]
    kept = keep_returned(dossier, plan)
    assert (kept.node, len(kept.recorded.new)) == (new.id, 1)
    again = planned(dossier, read_returned(redline(*NESTED)), "jane.docx")
    assert (again.known, again.node, len(again.proposals)) == (True, new.id, 1)
    assert [one.label for one in again.match.others] == ["Old"]
    on_old = planned(dossier, plan.returned, "jane.docx", base=old.id)
    assert {proposal.author for proposal in on_old.proposals} == {"Fiji", "Jane"}


def test_without_the_text_that_was_sent_everything_is_proposed_on_the_old_one(dossier: Dossier) -> None:
    old = dossier.keep(read_word(OLD), label="Old")
    plan = planned(dossier, read_returned(redline(*NESTED)), "jane.docx")
    assert (plan.node, {one.author for one in plan.proposals}) == (old.id, {"Fiji", "Jane"})


def test_two_texts_that_may_have_been_sent_leave_all_as_proposals(dossier: Dossier) -> None:
    """A compiled file, of which each delegation's own text is kept too, was made on the old one."""
    both = redline(last=ins(t(" again"), JANE))
    old = dossier.keep(read_word(OLD), label="Old")
    for author in ("Fiji", "Jane"):
        one = read_word(accepted_in_part(both, lambda mark, by=author: mark.author == by), "reject").draft  # type: ignore[misc]
        dossier.keep(one, label=author)
    plan = planned(dossier, read_returned(both), "both.docx")
    assert (plan.node, {one.author for one in plan.proposals}) == (old.id, {"Fiji", "Jane"})


def test_a_file_that_was_kept_with_its_changes_proposes_only_what_came_since(dossier: Dossier) -> None:
    room = dossier.keep(read_word(redline()), label="Room text")
    unchanged = planned(dossier, read_returned(redline()), "room.docx")
    assert (unchanged.node, unchanged.proposals, unchanged.untracked) == (room.id, (), ())
    assert str(unchanged.match) == (
        "With all its changes accepted this is Room text, the very same text: it proposes nothing."
    )
    for more, author in ((ins(t(" again"), JANE), "Jane"), (ins(t(" again"), LATER), "Fiji")):
        plan = planned(dossier, read_returned(redline(last=more)), "room.docx")
        assert (plan.node, plan.untracked, plan.not_placed) == (room.id, (), ())
        assert [(one.author, one.place.first, one.edits[0].come[0].text) for one in plan.proposals] == [
            (author, 1, " again")
        ]
    own = "With the changes that the file of Room text has accepted this is Room text, the very same text."
    assert str(plan.match) == own


def test_a_file_that_a_draft_was_kept_from_still_stands_on_the_draft_it_was_made_on(dossier: Dossier) -> None:
    old = dossier.keep(read_word(OLD), label="Old")
    room = dossier.keep(read_word(redline()), label="Room text", parents=[old.id])
    assert planned(dossier, read_returned(redline()), "room.docx").node == old.id
    said = planned(dossier, read_returned(redline()), "room.docx", base=room.id)
    assert (said.node, said.proposals, said.untracked) == (room.id, (), ())


def test_changes_without_a_date_may_be_those_that_were_sent(dossier: Dossier) -> None:
    """Several delegations sent them, and several amend them: among these one of those."""
    undated = [f'w:id="{n}" w:author="{name}"' for n, name in enumerate(("Fiji", "Peru"))]
    dated = [f'{by} w:date="2025-11-15T10:00:00Z"' for by in (undated[1], undated[1].replace("Peru", "Jane"))]
    first = p(t("Decides to meet in "), dele(d("May"), undated[0]), ins(t("June"), undated[0]), t(";"))

    def body(more: str = "", last: str = "") -> bytes:
        new = p(ins(t("Calls upon all to act;"), undated[1]), more, mark=ins("", undated[1]))
        return docx(first + p(t("Urges all States to come;"), last) + new + END)

    old = dossier.keep(read_word(OLD), label="Old")
    new = dossier.keep(read_word(body()).draft, label="New", parents=[old.id])
    plan = planned(dossier, read_returned(body(ins(t(" now"), dated[0]), ins(t(" again"), dated[1]))), "a.docx")
    assert (plan.node, plan.untracked, plan.not_placed) == (new.id, (), ())
    assert str(plan.match) == "With the undated changes accepted this is New, the very same text."
    assert [(one.author, one.place.first) for one in plan.proposals] == [("Jane", 1), ("Peru", 2)]


def test_changes_of_format_alone_are_not_taken_for_what_was_sent(dossier: Dossier) -> None:
    old = dossier.keep(read_word(OLD), label="Old")
    look = f"<w:rPr><w:i/><w:rPrChange {FIJI}><w:rPr/></w:rPrChange></w:rPr>"
    first = p(t("Decides to meet in "), t("May", look[7:-8]), t(";"))
    data = docx(first + p(t("Urges all States to come;"), ins(t(" again"), JANE)) + END)
    plan = planned(dossier, read_returned(data), "a.docx")
    assert (plan.node, {one.author for one in plan.proposals}) == (old.id, {"Fiji", "Jane"})


def test_a_paragraph_does_not_become_what_it_is_in_the_draft(dossier: Dossier) -> None:
    """Word keeps one record of what a paragraph was, of whoever changed it last: here Kenya, after France."""

    def tracked(kenya: str | None, level: tuple[int, str] | None) -> Tracked:
        head = Line((Stretch("Urges all: "), Stretch("at once", "France")), Stretch(""), 0)
        words = (Stretch("To come early;"), *([Stretch(" and stay", kenya)] if kenya else []))
        return (OPENING, head, Line(words, Stretch(""), 1, level), Line((Stretch("The end."),), Stretch("")))

    old = dossier.keep(read_word(written(tracked(None, (0, "France"))), "reject").draft, label="Old")
    new = dossier.keep(read_word(written(tracked(None, (0, "France")))).draft, label="New", parents=[old.id])
    plan = planned(dossier, read_returned(written(tracked("Kenya", (0, "Kenya")))), "kenya.docx")
    assert (plan.node, plan.untracked, plan.not_placed) == (new.id, (), ())
    (one,) = plan.proposals
    assert (one.author, one.kind, one.edits[0].come_text) == ("Kenya", "reword", " and stay")
    assert [(author.name, author.proposals) for author in plan.returned.authors] == [("Kenya", 1)]


@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(tracked_texts())
def test_what_is_left_on_a_text_with_one_authors_changes_are_those_of_the_others(
    tmp_path_factory: pytest.TempPathFactory, tracked: Tracked
) -> None:
    data = written(tracked)
    part = accepted_in_part(data, lambda mark: mark.author == "France")
    assert all(mark.author != "France" for mark in tracked_marks(part))
    own = read_word(part, "reject")
    assert texts(own.draft) == text_of(tracked, {"France"})
    assert read_word(part).draft == read_word(data).draft
    whole = read_returned(data)
    assume(content_hash(own.draft) != content_hash(whole.base.draft))
    with Dossier.create(tmp_path_factory.mktemp("grounds") / "a.adref") as dossier:
        node = dossier.keep(replace(own, package=None), label="Sent").id
        plan = planned(dossier, whole, "a.docx", base=node)
        assert (plan.not_placed, plan.untracked) == ((), ())
        assert "France" not in {one.author for one in plan.proposals}
        assert texts(applied(own.draft, plan.proposals)) == text_of(tracked, {"France", "Kenya", "Peru"})


@pytest.mark.parametrize(
    ("first", "then"),
    [("A_RES_79_199", "A_C.2_80_L.9"), ("A_C.2_80_L.9", "A_C.2_80_L.57"), ("A_RES_79_212", "A_C.2_80_L.39")],
)
def test_amendments_of_redlines_of_real_texts(dossier: Dossier, shared: Path, first: str, then: str) -> None:
    """Sent on the text before; another then puts a word into every third paragraph and strikes one of every fifth."""
    old, new = (real_draft(shared / "corpus" / "resolutions" / f"{name}.txt") for name in (first, then))
    sent = write_redline(compare(old, new), base=None, author="Fiji")
    own = read_word(sent)
    amended = replace(
        own.draft, paragraphs=tuple(map(_amended, range(len(own.draft.paragraphs)), own.draft.paragraphs))
    )
    data = write_redline(
        compare(own.draft, amended), base=sent, origins=own.origins, author="Jane", base_changes="keep"
    )
    before = dossier.keep(old, label="Old")
    node = dossier.keep(new, label="New", parents=[before.id])
    plan = planned(dossier, read_returned(data), "jane.docx")
    assert (plan.node, plan.untracked, plan.not_placed) == (node.id, (), ())
    assert {one.author for one in plan.proposals} == {"Jane"}
    assert texts(applied(dossier.draft(node.id), plan.proposals)) == texts(amended)


def _amended(at: int, paragraph: Paragraph) -> Paragraph:
    runs = list(paragraph.runs)
    longest = max(range(len(runs)), key=lambda n: len(runs[n].text), default=0)
    words = runs[longest].text.split(" ") if runs else []
    if paragraph.kind not in (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH) or len(words) < 8:
        return paragraph
    if at % 3 == 0:
        words.insert(4, "urgently")
    if at % 5 == 0:
        del words[6]
    runs[longest] = replace(runs[longest], text=" ".join(words))
    return replace(paragraph, runs=tuple(runs))


def of_many(changed: range, more: str = "") -> bytes:
    """A text of sixty paragraphs, five in a row of each of twelve delegations, of which those `changed` are tracked."""
    by = [f'w:id="{at}" w:author="State {at // 5}" w:date="2025-11-14T10:00:00Z"' for at in range(60)]
    words = [
        (t(f"Calls upon State {at} to "), "meet", "confer", t(f" on matter {at * 7919 % 97};")) for at in range(60)
    ]
    body = [
        p(first, dele(d(old), by[at]) + ins(t(new), by[at]) if at in changed else t(old), last)
        for at, (first, old, new, last) in enumerate(words)
    ]
    return docx("".join(body) + p(t(f"The end{more}.")))


def with_those_of(*states: int) -> Draft:
    part = accepted_in_part(of_many(range(60)), lambda mark: mark.author in {f"State {one}" for one in states})
    return read_word(part, "reject").draft


@pytest.fixture
def read_in_part(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Filled with each reading of a file some of whose changes are accepted."""
    made: list[object] = []

    def counted(data: bytes, accepts: Callable[[TrackedMark], bool]) -> bytes:
        made.append(accepts)
        return accepted_in_part(data, accepts)

    monkeypatch.setattr("models.word.accepted_in_part.accepted_in_part", counted)
    return made


_ALIKE = [read_word(of_many(range(0), f" of text {one}")).draft for one in range(15)]
_BASE = read_word(of_many(range(0))).draft
_OTHER = read_word(OLD).draft


@pytest.mark.parametrize(
    ("kept", "found", "said", "most_read"),
    [
        ([], None, "No kept draft is near this text without its changes.", 0),
        ([_OTHER], None, "No kept draft is near this text without its changes.", 0),
        ([_BASE, *_ALIKE], 0, "Without its changes this is K0, the very same text.", 0),
        ([*_ALIKE, with_those_of(3)], 15, "With the changes of State 3 accepted this is K15, the very same text.", 1),
        ([_BASE, with_those_of(3), *_ALIKE[:14]], 1, "With the changes of State 3 accepted this is K1, ", 1),
        ([_BASE, with_those_of(3), with_those_of(5)], 0, "Without its changes this is K0, ", 2),
        ([with_those_of(*range(11))], 0, "With the changes of all but State 11 accepted this is K0, ", 1),
    ],
)
def test_of_many_delegations_and_drafts_only_what_may_have_been_sent_is_read(
    dossier: Dossier, read_in_part: list[object], kept: list[Draft], found: int | None, said: str, most_read: int
) -> None:
    nodes = [dossier.keep(one, label=f"K{at}").id for at, one in enumerate(kept)]
    plan = planned(dossier, read_returned(of_many(range(60))), "a.docx")
    assert plan.node == (None if found is None else nodes[found])
    assert str(plan.match).startswith(said)
    assert len(read_in_part) <= most_read


@pytest.mark.parametrize("states", [range(1), range(2), range(5), range(12)])
def test_a_file_whose_text_with_all_changes_was_kept_proposes_nothing(dossier: Dossier, states: range) -> None:
    """Of a tenth of the paragraphs, or fewer, by each: with all but one delegation's it is near that text, too."""
    data = of_many(range(5 * len(states)))
    room = dossier.keep(read_word(data).draft, label="Room")
    said = "With all its changes accepted this is Room, the very same text: it proposes nothing."
    for base in (None, room.id):
        plan = planned(dossier, read_returned(data), "a.docx", base=base)
        assert (str(plan.match), plan.node, plan.proposals, plan.untracked) == (said, room.id, (), ())
    before = dossier.keep(read_word(of_many(range(60), " of it"), "reject").draft, label="Before")
    plan = planned(dossier, read_returned(data), "a.docx")
    assert (plan.node, {one.author for one in plan.proposals}) == (before.id, {f"State {one}" for one in states})


def test_on_the_draft_that_is_said_only_what_may_have_been_sent_is_read(
    dossier: Dossier, read_in_part: list[object]
) -> None:
    nodes = [dossier.keep(one, label=f"K{at}").id for at, one in enumerate((_BASE, with_those_of(3), _OTHER))]
    for node, told, read in ((0, 60, 0), (1, 55, 1), (2, 60, 0)):
        read_in_part.clear()
        plan = planned(dossier, read_returned(of_many(range(60))), "a.docx", base=nodes[node])
        assert (len(plan.returned.proposals), len(read_in_part)) == (told, read)


@pytest.mark.parametrize("said", [True, False])
@pytest.mark.parametrize("authors", [(FIJI, JANE), (FIJI,)])
def test_what_was_changed_without_tracking_and_struck_then_is_struck_by_its_author(
    dossier: Dossier, authors: tuple[str, ...], said: bool
) -> None:
    lines = [f"{at}. Urges all States to take measure {at} at once;" for at in range(1, 12)]
    kept = dossier.keep(read_word(docx("".join(map(p, lines)))), label="Old")
    made = [*map(p, lines)]
    made[3] = p(dele(d(lines[3].replace("measure", "step")), FIJI), mark=dele("", FIJI))
    if JANE in authors:
        made[7] = p(t(lines[7][:-8]), dele(d("at once"), JANE), ins(t("in May"), JANE), t(";"))
    read = read_returned(docx("".join(made)))
    plan = planned(dossier, read, "fiji.docx", base=kept.id if said else None)
    assert str(plan.match) == "Without its changes this is Old, 10 of 11 paragraphs word for word."
    assert [one.sentence for one in plan.untracked] == ["One word in OP4 was changed without tracking."]
    assert [one.author for one in plan.proposals] == ["Fiji", "Jane"][: len(authors)]
    assert plan.not_placed == ()


PERU = 'w:id="4" w:author="Peru" w:date="2025-11-16T10:00:00Z"'


@pytest.mark.parametrize("said", [True, False])
@pytest.mark.parametrize("struck", [True, False])
def test_a_redline_is_known_though_much_was_changed_without_tracking(
    dossier: Dossier, said: bool, struck: bool
) -> None:
    lines = [f"{at}. Urges all States to take measure {at} at once;" for at in range(1, 11)]
    old = dossier.keep(read_word(docx("".join(map(p, lines)))), label="Old")
    sent = [line.replace("Urges", "Invites") if at in (0, 4, 8) else line for at, line in enumerate(lines)]
    new = dossier.keep(read_word(docx("".join(map(p, sent)))), label="New", parents=[old.id])
    made = [*map(p, lines)]
    for at in (0, 4, 8):
        number, _, rest = lines[at].split(" ", 2)
        made[at] = p(t(f"{number} "), dele(d("Urges"), FIJI), ins(t("Invites"), FIJI), t(f" {rest}"))
    made[1], made[5] = p(lines[1].replace("once", "dawn")), p(lines[5].replace("once", "night"))
    made[6] = p(t(lines[6][:-8]), dele(d("at once"), JANE), ins(t("in May"), JANE), t(";"))
    if struck:
        made[1] = p(dele(d(lines[1].replace("once", "dawn")), PERU), mark=dele("", PERU))
    read = read_returned(docx("".join(made)))
    plan = planned(dossier, read, "all.docx", base=new.id if said else None)
    assert plan.node == new.id
    assert str(plan.match) == "With the changes of Fiji accepted this is New, 8 of 10 paragraphs word for word."
    assert [one.sentence for one in plan.untracked] == [
        "One word in OP2 was changed without tracking.",
        "One word in OP6 was changed without tracking.",
    ]
    assert [(one.author, one.kind) for one in plan.proposals] == [
        *([("Peru", "delete")] if struck else []),
        ("Jane", "reword"),
    ]


@pytest.mark.parametrize("said", [None, "Old", "New"])
def test_what_a_third_struck_of_what_was_changed_without_tracking_stays_the_thirds(
    dossier: Dossier, said: str | None
) -> None:
    """A later draft has what Fiji asked for and more; with what Peru struck the file is apart from it by no more."""
    lines = [f"{at}. Urges all States to take measure {at} at once;" for at in range(1, 13)]
    nodes = {"Old": dossier.keep(read_word(docx("".join(map(p, lines)))), label="Old").id}
    later = [line.replace("Urges", "Invites") if at in (6, 7, 9) else line for at, line in enumerate(lines)]
    later[1] = lines[1].replace("at once", "in May")
    new = dossier.keep(read_word(docx("".join(map(p, later)))), label="New", parents=[nodes["Old"]])
    nodes["New"] = new.id
    made = [*map(p, lines)]
    for at in (6, 7, 9):
        number, _, rest = lines[at].split(" ", 2)
        made[at] = p(t(f"{number} "), dele(d("Urges"), FIJI), ins(t("Invites"), FIJI), t(f" {rest}"))
    for at in (2, 3, 5, 8):
        changed = lines[at].replace("once", "dawn")
        made[at] = p(dele(d(changed), PERU), mark=dele("", PERU)) if at in (3, 5) else p(changed)
    made[11] = p(t(lines[11][:-8]), dele(d("at once"), JANE), ins(t("in May"), JANE), t(";"))
    read = read_returned(docx("".join(made)))
    plan = planned(dossier, read, "all.docx", base=nodes.get(said or ""))
    assert plan.node == nodes[said or "Old"]
    assert [one.place.first for one in plan.proposals if one.author == "Peru"] == [3, 5]
    assert not [one for one in plan.untracked if "deletion" in one.sentence]


ITALIC = p(t("Calls upon all to act with "), t("urgency", "<w:i/>"), t(";"))
NEW = p(t("Decides to meet in June;")) + p(t("Urges all States to come;"))


@pytest.mark.parametrize(
    ("new", "nothing"),
    [
        pytest.param(docx(NEW + p(t("Calls upon all to act with urgency;")) + END), True, id="the same text"),
        pytest.param(docx(NEW + p(t("Calls upon all to act urgently;")) + END), False, id="another word"),
        pytest.param(docx(NEW + ITALIC + END), False, id="another look"),
        pytest.param(docx(p(t("Calls upon all to act with urgency;")) + NEW + END), False, id="another order"),
    ],
)
def test_a_redline_of_two_kept_drafts_proposes_nothing_unless_its_base_is_said(
    dossier: Dossier, new: bytes, nothing: bool
) -> None:
    old = dossier.keep(read_word(OLD), label="Old")
    kept = dossier.keep(read_word(new).draft, label="New", parents=[old.id])
    plan = planned(dossier, read_returned(redline()), "sent.docx")
    assert (plan.node, not plan.proposals) == (kept.id if nothing else old.id, nothing)
    if nothing:
        assert str(plan.match).startswith("With all its changes accepted this is New")
        assert str(plan.match).endswith(": it proposes nothing; without them it is Old.")
        keep_returned(dossier, plan)
        assert not dossier.proposals()
    assert planned(dossier, read_returned(redline()), "sent.docx", base=old.id).proposals


def test_the_file_that_a_draft_was_read_from_has_its_changes_as_proposals_too(dossier: Dossier) -> None:
    old = dossier.keep(read_word(OLD), label="Old")
    dossier.keep(read_word(redline()), label="New", parents=[old.id])
    plan = planned(dossier, read_returned(redline()), "sent.docx")
    assert (plan.node, bool(plan.proposals)) == (old.id, True)


@pytest.mark.parametrize("more", [False, True])
def test_who_goes_back_to_an_earlier_draft_asks_for_that(dossier: Dossier, more: bool) -> None:
    before = dossier.keep(read_word(redline()).draft, label="Before")
    now = dossier.keep(read_word(OLD), label="Now", parents=[before.id])
    if more:
        dossier.keep(read_word(docx(END)), label="Since", parents=[now.id])
    plan = planned(dossier, read_returned(redline()), "fiji.docx")
    assert (plan.node, plan.match.accepted, len(plan.proposals)) == (now.id, "", 2)
    assert texts(applied(dossier.draft(now.id), plan.proposals)) == texts(dossier.draft(before.id))


@pytest.mark.parametrize("is_said", [True, False])
@pytest.mark.parametrize(
    ("one", "new", "more", "last"),
    [
        ("Urges all States to come;", "Calls upon all to act", " with urgency", "Requests a report."),
        ("Invite tous les États à venir;", "Demande à tous d’agir", " sans délai", "Prie le Secrétaire général."),
        ("Insta a todos a venir;", "Exhorta a todos a actuar", " con urgencia", "Pide un informe."),
        ("призывает все государства;", "просит всех действовать", " срочно", "просит представить доклад."),
        ("يحث جميع الدول على الحضور؛", "يدعو الجميع إلى العمل", " على وجه السرعة", "يطلب تقريرا."),
        ("敦促所有国家参加；", "呼吁各方采取行动", "并尽快完成", "请秘书长提出报告。"),
    ],
)
def test_a_new_paragraph_that_was_joined_to_the_next_without_tracking_stays_its_authors(
    dossier: Dossier, one: str, new: str, more: str, last: str, is_said: bool
) -> None:
    node = dossier.keep(read_word(docx(p(t(OPENING)) + p(t(one)) + p(t(last)))), label="Old")
    joined = p(ins(t(new), FIJI), ins(t(more), JANE), ins(t(";"), FIJI), t(f" {last}"))
    came = read_returned(docx(p(t(OPENING)) + p(t(one), mark=ins("", FIJI)) + joined))
    plan = planned(dossier, came, "jane.docx", base=node.id if is_said else None)
    said = "".join(edit.come_text for one in plan.proposals for edit in one.edits if one.author == "Fiji")
    assert (plan.node, said.split("\u2029")[1:]) == (node.id, [f"{new};"])
    assert not any(new in edit.come_text for one in plan.unasked for edit in one.edits)
