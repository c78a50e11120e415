"""Merges of small drafts: what combines, what clashes, and how it is settled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.comparison.compare import compare
from models.draft import Draft, Kind, Paragraph, Run, labels
from models.merging import Choice, Merge, MergeError, merge, merged
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import reopen, resolve, resolve_row

MEET = "1. Decides to meet in Geneva in the spring;"
ACT = "2. Calls upon all Member States to act without delay;"
REPORT = "3. Requests the Secretary-General to report on the matter at its next session."
LONG = "1. Invites the Secretary-General to name a focal point and to report on its work every second year;"


def lines(found: Draft) -> list[str]:
    names = labels(found)
    return [f"{name or '-'} {paragraph.text}" for name, paragraph in zip(names, found.paragraphs, strict=True)]


def words(line: str) -> str:
    return line.split(" ", 1)[1]


COMBINED = [
    ("nobody changes", [MEET], [MEET], [MEET], [f"OP1 {words(MEET)}"]),
    (
        "words of one paragraph",
        [MEET],
        ["1. Decides to meet in Vienna in the spring;"],
        ["1. Decides to meet in Geneva in the autumn;"],
        ["OP1 Decides to meet in Vienna in the autumn;"],
    ),
    (
        "a word deleted beside one deleted",
        ["1. Calls upon all interested Member States to act without delay;"],
        ["1. Calls upon interested Member States to act without delay;"],
        ["1. Calls upon all Member States to act without delay;"],
        ["OP1 Calls upon Member States to act without delay;"],
    ),
    (
        "the same words on both sides",
        [MEET],
        ["1. Decides to meet in Vienna in the spring;"],
        ["1. Decides to meet in Vienna in the spring;"],
        ["OP1 Decides to meet in Vienna in the spring;"],
    ),
    (
        "moved here, reworded there",
        [MEET, ACT, REPORT],
        ["1. Requests the Secretary-General to report on the matter at its next session.",
         "2. Decides to meet in Geneva in the spring;", "3. Calls upon all Member States to act without delay;"],
        [MEET, ACT, "3. Requests the Secretary-General to report in writing on the matter at its next session."],
        ["OP1 Requests the Secretary-General to report in writing on the matter at its next session.",
         "OP2 Decides to meet in Geneva in the spring;", "OP3 Calls upon all Member States to act without delay;"],
    ),
    (
        "new paragraphs, numbers follow",
        [MEET, REPORT],
        [MEET, "2. Welcomes the offer of the host country;", REPORT],
        ["1. Notes the growing number of storms;", "2. Decides to meet in Geneva in the spring;", REPORT],
        ["OP1 Notes the growing number of storms;", "OP2 Decides to meet in Geneva in the spring;",
         "OP3 Welcomes the offer of the host country;", f"OP4 {words(REPORT)}"],
    ),
    (
        "new paragraphs at one place, by their words",
        [MEET],
        [MEET, "2. Welcomes the offer of the host country;"],
        [MEET, "2. Notes the growing number of storms;"],
        [f"OP1 {words(MEET)}", "OP2 Notes the growing number of storms;",
         "OP3 Welcomes the offer of the host country;"],
    ),
    (
        "a new item stays with its list",
        ["1. Decides:", "(a) To meet in Geneva;", REPORT],
        ["1. Decides:", "(a) To meet in Geneva;", "2. Also decides to close the list of speakers;", REPORT],
        ["1. Decides:", "(a) To meet in Geneva;", "(b) To vote in the spring;", REPORT],
        ["OP1 Decides:", "OP1 (a) To meet in Geneva;", "OP1 (b) To vote in the spring;",
         "OP2 Also decides to close the list of speakers;", f"OP3 {words(REPORT)}"],
    ),
    (
        "a new item goes where its list was moved",
        [MEET, "2. Decides further on these points:", "(a) To hold an informal meeting;", ACT, REPORT],
        [MEET, ACT, REPORT, "2. Decides further on these points:", "(a) To hold an informal meeting;"],
        [MEET, "2. Decides further on these points:", "(a) To hold an informal meeting;", "(b) To vote;", ACT, REPORT],
        [f"OP1 {words(MEET)}", f"OP2 {words(ACT)}", f"OP3 {words(REPORT)}",
         "OP2 Decides further on these points:", "OP2 (a) To hold an informal meeting;", "OP2 (b) To vote."],
    ),
    (
        "one new paragraph of both",
        [MEET],
        [MEET, "2. Welcomes the offer of the host country;"],
        [MEET, "2. Welcomes the offer of the host country;"],
        [f"OP1 {words(MEET)}", "OP2 Welcomes the offer of the host country;"],
    ),
    (
        "deleted here, untouched there",
        [MEET, ACT, REPORT],
        [MEET, "2. Requests the Secretary-General to report on the matter at its next session."],
        [MEET, ACT, REPORT],
        [f"OP1 {words(MEET)}", f"OP2 {words(REPORT)}"],
    ),
    (
        "split here, reworded there",
        [LONG],
        ["1. Invites the Secretary-General to name a focal point;", "2. and to report on its work every second year;"],
        ["1. Invites the Secretary-General to name a focal point and to report on its work every third year;"],
        ["OP1 Invites the Secretary-General to name a focal point;", "OP2 and to report on its work every third year;"],
    ),
    (
        "merged here, reworded there",
        ["1. Invites the Secretary-General to name a focal point in Geneva;", "2. Requests it to report on its work;"],
        ["1. Invites the Secretary-General to name a focal point in Geneva; Requests it to report on its work;"],
        ["1. Invites the Secretary-General to name a focal point in Vienna;", "2. Requests it to report on its work;"],
        ["OP1 Invites the Secretary-General to name a focal point in Vienna; Requests it to report on its work;"],
    ),
    (
        "a kind here, words there",
        ["PP Noting the growing number of storms in the region,"],
        ["1. Noting the growing number of storms in the region,"],
        ["PP Noting the growing number of dust storms in the region,"],
        ["OP1 Noting the growing number of dust storms in the region,"],
    ),
    (
        "brackets round what is reworded",
        [MEET],
        ["1. Decides to meet [in Geneva in the spring];"],
        ["1. Decides to meet in Geneva in the autumn;"],
        ["OP1 Decides to meet [in Geneva in the autumn];"],
    ),
    (
        "a line of the masthead",
        ["M Distr.: General", "M 3 May 2026", MEET],
        ["M Distr.: Limited", "M 3 May 2026", MEET],
        ["M Distr.: General", "M 4 May 2026", MEET],
        ["- Distr.: Limited", "- 4 May 2026", f"OP1 {words(MEET)}"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("what", "base", "ours", "theirs", "expected"), COMBINED, ids=[row[0] for row in COMBINED])
def test_what_combines(what: str, base: list[str], ours: list[str], theirs: list[str], expected: list[str]) -> None:
    found = merge(draft(*base), draft(*ours), draft(*theirs))
    assert not found.conflicts
    assert lines(found.draft) == expected
    assert lines(merge(draft(*base), draft(*theirs), draft(*ours)).draft) == expected


CLASHING = [
    (
        "the same words",
        [MEET],
        ["1. Decides to meet in Vienna in the spring;"],
        ["1. Decides to meet in Nairobi in the spring;"],
        "OP1 Decides to meet in [ours: Vienna | theirs: Nairobi] in the spring;",
        ("words", "Geneva", "Vienna", "Nairobi"),
        {
            "ours": "OP1 Decides to meet in Vienna in the spring;",
            "theirs": "OP1 Decides to meet in Nairobi in the spring;",
            "base": f"OP1 {words(MEET)}",
            "both": "OP1 Decides to meet in [Vienna] [Nairobi] in the spring;",
        },
    ),
    (
        "words put in at one place",
        [MEET],
        ["1. Decides to meet in Geneva early in the spring;"],
        ["1. Decides to meet in Geneva again in the spring;"],
        "OP1 Decides to meet in Geneva [ours: early | theirs: again] in the spring;",
        ("words", "", "early", "again"),
        {"base": f"OP1 {words(MEET)}", "both": "OP1 Decides to meet in Geneva [early] [again] in the spring;"},
    ),
    (
        "deleted here, replaced there",
        [MEET],
        ["1. Decides to meet in Geneva;"],
        ["1. Decides to meet in Geneva in the autumn;"],
        "OP1 Decides to meet in Geneva [ours: nothing | theirs: in the autumn];",
        ("words", "in the spring", "", "in the autumn"),
        {"ours": "OP1 Decides to meet in Geneva;", "both": "OP1 Decides to meet in Geneva [in the autumn];"},
    ),
    (
        "deleted here, replaced there, at the beginning",
        ["M 79/212. Storms in the region"],
        ["M Storms in the region"],
        ["M 80/143. Storms in the region"],
        "- [ours: nothing | theirs: 80/143.] Storms in the region",
        ("words", "79/212.", "", "80/143."),
        {"ours": "- Storms in the region", "both": "- [80/143.] Storms in the region"},
    ),
    (
        "two kinds",
        ["PP Noting the growing number of storms in the region,"],
        ["1. Noting the growing number of storms in the region,"],
        ["(a) Noting the growing number of storms in the region,"],
        "PP1 [ours: operative paragraph | theirs: subparagraph of level 1] "
        "Noting the growing number of storms in the region,",
        ("kind", "preambular paragraph", "operative paragraph", "subparagraph of level 1"),
        {"ours": "OP1 Noting the growing number of storms in the region,"},
    ),
    (
        "words put in beside words replaced",
        ["1. Invites the Secretary-General to name a focal point;"],
        ["1. Invites once again the Secretary-General to name a focal point;"],
        ["1. Reiterates the invitation to the Secretary-General to name a focal point;"],
        "OP1 [ours: Invites once again | theirs: Reiterates the invitation to] "
        "the Secretary-General to name a focal point;",
        ("words", "Invites", "Invites once again", "Reiterates the invitation to"),
        {},
    ),
    (
        "the first words",
        [MEET],
        ["1. Agrees to meet in Geneva in the spring;"],
        ["1. Resolves to meet in Geneva in the spring;"],
        "OP1 [ours: Agrees | theirs: Resolves] to meet in Geneva in the spring;",
        ("words", "Decides", "Agrees", "Resolves"),
        {"both": "OP1 [Agrees] [Resolves] to meet in Geneva in the spring;"},
    ),
    (
        "brackets that open together and close apart",
        ["1. Decides to meet in Geneva in the early spring of next year;"],
        ["1. Decides [to meet in Geneva] in the early spring of next year;"],
        ["1. Decides [to meet in Geneva in the early spring] of next year;"],
        None,
        None,
        {
            "ours": "OP1 Decides [to meet in Geneva] in the early spring of next year;",
            "theirs": "OP1 Decides [to meet in Geneva in the early spring] of next year;",
        },
    ),
]


@pytest.mark.parametrize(
    ("what", "base", "ours", "theirs", "open_text", "texts", "settled"), CLASHING, ids=[row[0] for row in CLASHING]
)
def test_what_clashes(
    what: str,
    base: list[str],
    ours: list[str],
    theirs: list[str],
    open_text: str | None,
    texts: tuple[str, ...] | None,
    settled: dict[str, str],
) -> None:
    found = merge(draft(*base), draft(*ours), draft(*theirs))
    (conflict,) = found.conflicts
    assert [row.kind for row in found.rows] == ["conflict"]
    if open_text is not None:
        assert lines(found.draft) == [open_text]
    if texts is not None:
        assert (conflict.kind, conflict.base, conflict.ours, conflict.theirs) == texts
    for way, text in settled.items():
        answered = resolve(found, conflict, way)
        assert lines(answered.draft) == [text]
        assert not answered.open
        assert lines(reopen(answered, conflict.key).draft) == lines(found.draft)


def deleted_and_reworded() -> Merge:
    return merge(
        draft(MEET, ACT, REPORT),
        draft(MEET, REPORT),
        draft(MEET, "2. Calls upon all Member States to act with great urgency and without delay;", REPORT),
    )


def test_deleted_on_one_side_and_reworded_on_the_other() -> None:
    found = deleted_and_reworded()
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.deleted_by, conflict.ours) == ("deleted", "ours", "")
    text = "Calls upon all Member States to act with great urgency and without delay;"
    assert found.draft.paragraphs[1].text == f"[ours: deleted | theirs: {text}]"
    assert len(resolve(found, conflict, "ours").draft.paragraphs) == 2
    assert resolve(found, conflict, "theirs").draft.paragraphs[1].text == text
    assert resolve(found, conflict, "base").draft.paragraphs[1].text == words(ACT)
    assert resolve(found, conflict, "both").draft.paragraphs[1].text == f"[{text}]"
    written = resolve(found, conflict, Choice("written", "Urges all to act;"))
    assert written.draft.paragraphs[1].text == "Urges all to act;"


def test_both_halves_of_what_one_side_deleted_are_asked_about() -> None:
    calls = "Calls upon Member States to cooperate"
    whole = f"2. {calls} in the establishment of early warning systems in all affected countries of the region;"
    halves = (
        f"2. {calls};",
        "3. Also calls upon Member States to establish early warning systems in all affected countries;",
    )
    base, ours, theirs = draft(MEET, whole, REPORT), draft(MEET, REPORT), draft(MEET, *halves, REPORT.replace("3", "4"))
    for found, way in ((merge(base, ours, theirs), "ours"), (merge(base, theirs, ours), "theirs")):
        (conflict,) = found.conflicts
        assert (conflict.kind, conflict.deleted_by) == ("deleted", way)
        assert conflict.theirs + conflict.ours == "\n".join(map(words, halves))
        assert len(resolve(found, conflict, way).draft.paragraphs) == 2


def test_deleted_on_one_side_and_only_its_note_reworded_on_the_other() -> None:
    cited, first, second = MEET.replace("Geneva", "Geneva[^1]"), "A/80/301.", "A/80/301 and Corr.1."
    base, theirs = draft(cited, ACT, notes={1: first}), draft(cited, ACT, notes={1: second})
    for turned in (False, True):
        gone = draft(ACT.replace("2.", "1."))
        found = merge(base, theirs, gone) if turned else merge(base, gone, theirs)
        (conflict,) = found.conflicts
        assert conflict.notes == ((first, second, "") if turned else (first, "", second))
        for way, note in (("ours" if turned else "theirs", second), ("base", first)):
            assert [one.text for one in resolve(found, conflict, way).draft.footnotes] == [note]
    other = merge(base, gone, draft(cited.replace("spring", "summer"), ACT, notes={1: first}))
    assert [one.notes for one in other.conflicts] == [("", "", "")]


def test_deleted_on_one_side_and_moved_on_the_other() -> None:
    third = "Welcomes the offer of the host country to hold the meeting;"
    found = merge(
        draft(MEET, ACT, f"3. {third}", REPORT.replace("3.", "4.")),
        draft(MEET, ACT, REPORT),
        draft(f"1. {third}", MEET.replace("1.", "2."), ACT.replace("2.", "3."), REPORT.replace("3.", "4.")),
    )
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.deleted_by, conflict.theirs) == ("deleted", "ours", third)
    assert resolve(found, conflict, "theirs").draft.paragraphs[0].text == third
    assert len(resolve(found, conflict, "ours").draft.paragraphs) == 3


def test_two_forms_of_one_new_paragraph_at_two_places_are_one() -> None:
    new = "Welcomes the {} offer of the host country to hold the meeting in its capital in the spring;"
    found = merge(
        draft(MEET, ACT, REPORT),
        draft(MEET, f"2. {new.format('kind')}", ACT.replace("2.", "3."), REPORT.replace("3.", "4.")),
        draft(MEET, ACT, f"3. {new.format('generous')}", REPORT.replace("3.", "4.")),
    )
    assert [one.kind for one in found.conflicts] == ["moved", "new"]
    for conflict in found.conflicts:
        found = resolve(found, conflict, "theirs")
    assert [one.text for one in found.draft.paragraphs] == [
        words(MEET), words(ACT), new.format("generous"), words(REPORT),
    ]  # fmt: skip


def test_moved_to_two_places() -> None:
    third = "3. Welcomes the offer of the host country to hold the meeting;"
    found = merge(
        draft(MEET, ACT, third, REPORT), draft(REPORT, MEET, ACT, third), draft(MEET, REPORT, ACT, third)
    )  # fmt: skip
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.ours, conflict.theirs) == ("moved", "to the beginning", "after OP1")
    text = words(REPORT)
    texts = [paragraph.text for paragraph in found.draft.paragraphs]
    assert texts[3] == f"[ours: moved to the beginning | theirs: moved after OP1] {text}"
    for way, at in (("ours", 0), ("theirs", 1), ("base", 3)):
        assert resolve(found, conflict, way).draft.paragraphs[at].text == text


def test_new_on_both_sides_and_nearly_alike() -> None:
    found = merge(
        draft(MEET),
        draft(MEET, "2. Welcomes the generous offer of the host country to hold the meeting;"),
        draft(MEET, "2. Welcomes the kind offer of the host country to hold the meeting;"),
    )
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.base, conflict.ours, conflict.theirs) == ("new", "", "generous", "kind")
    assert len(found.draft.paragraphs) == 2
    taken = resolve(found, conflict, "theirs").draft.paragraphs[1]
    assert (taken.text, taken.kind) == (
        "Welcomes the kind offer of the host country to hold the meeting;",
        Kind.OPERATIVE,
    )


def test_words_that_stand_near_one_another_are_one_question() -> None:
    new = (
        "2. Invites developed States to close the annual financing gap of {} in developing countries and to {} finance;"
    )
    ours, theirs = (
        [MEET, new.format(*one)]
        for one in (
            ("4 dollars, catalyse investments", "reform"),
            ("4 euros, and catalyse all investments", "go on with"),
        )
    )
    found = merge(draft(MEET), draft(*ours), draft(*theirs))
    assert [(one.ours, one.theirs) for one in found.conflicts] == [
        ("dollars, catalyse", "euros, and catalyse all"),
        ("reform", "go on with"),
    ]


def test_two_lines_of_the_masthead_for_one_thing() -> None:
    base = draft("M United Nations", "M 3 May 2026", MEET)
    ours = draft("M United Nations", "M Distr.: General", "M 3 May 2026", MEET)
    theirs = draft("M United Nations", "M Distr.: Limited", "M 3 May 2026", MEET)
    found = merge(base, ours, theirs)
    assert [(one.kind, one.ours, one.theirs) for one in found.conflicts] == [("new", "General", "Limited")]
    assert found.draft.paragraphs[1].text == "Distr.: [ours: General | theirs: Limited]"


def test_the_same_new_paragraph_at_two_places_is_one() -> None:
    new = "Welcomes the offer of the host country;"
    found = merge(
        draft(MEET, ACT, REPORT),
        draft(MEET, f"2. {new}", ACT.replace("2", "3"), REPORT.replace("3", "4")),
        draft(MEET, ACT, f"3. {new}", REPORT.replace("3", "4")),
    )
    (conflict,) = found.conflicts
    after = "after OP2, “Calls upon all Member States to act…”"  # ours has another second
    assert (conflict.kind, conflict.base, conflict.ours, conflict.theirs) == ("moved", "", "after OP1", after)
    assert conflict.choices == ("ours", "theirs")
    assert found.draft.paragraphs[1].text == f"[ours: put after OP1 | theirs: put {after}] {new}"
    assert [p.text for p in resolve(found, conflict, "theirs").draft.paragraphs] == [
        words(MEET), words(ACT), new, words(REPORT),
    ]  # fmt: skip


def test_many_new_paragraphs_of_both_sides_are_there_once() -> None:
    new = [f"{number}. Takes note of report number {number} of the year;" for number in range(2, 32)]
    made = draft(MEET, *new)
    assert merge(draft(MEET), made, made).draft == made


def test_whose_words_stand_in_the_text() -> None:
    found = merge(
        draft("1. Invites the Secretary-General to name a focal point in Geneva;", ACT),
        draft("1. Requests the Secretary-General to name a good focal point in Vienna;", ACT),
        draft(
            "1. Requests the Secretary-General to name a focal point in Nairobi next year;",
            ACT.replace(" all", " many"),
        ),
    )
    told = [(one.text, one.by, bool(one.conflict)) for one in found.stretches(0)]
    assert told == [
        ("Requests", "both", False),
        (" the Secretary-General to name a ", "", False),
        ("good", "ours", False),
        (" focal point in ", "", False),
        ("[ours: ", "", True),
        ("Vienna", "ours", True),
        (" | theirs: ", "", True),
        ("Nairobi next year", "theirs", True),
        ("]", "", True),
        (";", "", False),
    ]
    assert [(one.text, one.by) for one in found.stretches(1)] == [
        ("Calls upon ", ""), ("many", "theirs"), (" Member States to act without delay;", ""),
    ]  # fmt: skip
    settled = resolve(found, found.conflicts[0], "ours")
    assert [one.text for one in settled.stretches(0) if one.conflict] == ["Vienna"]


def test_a_written_answer_stands_in_the_text() -> None:
    found = merge(
        draft(MEET),
        draft("1. Agrees to meet in Geneva in the spring;"),
        draft("1. Resolves to meet in Geneva in the spring;"),
    )
    answered = resolve(found, found.conflicts[0], Choice("written", "Wishes"))
    assert answered.draft.paragraphs[0].text == "Wishes to meet in Geneva in the spring;"


def test_a_written_answer_keeps_the_note_that_both_sides_cite_there() -> None:
    note = {1: "See resolution 79/212."}
    found = merge(
        draft("PP Recalling the floods[^1] of spring and the storms at sea,", notes=note),
        draft("PP Recalling the winds[^1] of autumn and the storms at sea,", notes=note),
        draft("PP Recalling the rains of[^1] winter and the storms at sea,", notes=note),
    )
    (conflict,) = found.conflicts
    answered = resolve(found, conflict, Choice("written", "report"))
    assert answered.draft.paragraphs[0].text == "Recalling the report and the storms at sea,"
    assert answered.draft.paragraphs[0].footnotes == (1,)


def test_comparisons_with_two_bases_are_refused() -> None:
    with pytest.raises(MergeError, match="different drafts"):
        merged(compare(draft(MEET), draft(ACT)), compare(draft(ACT), draft(MEET)))


def test_a_whole_row_may_be_taken_from_a_side() -> None:
    found = merge(
        draft("1. Decides to meet in Geneva in the spring and to vote;"),
        draft("1. Decides to meet in Vienna in the spring and to talk;"),
        draft("1. Decides to meet in Nairobi in the spring and again to vote;"),
    )
    taken = resolve_row(found, found.rows[0], "theirs")
    assert taken.draft.paragraphs[0].text == "Decides to meet in Nairobi in the spring and again to vote;"
    assert not taken.open
    assert found.open


NOTE = {1: "See resolution 79/212."}


def test_notes_of_both_sides() -> None:
    base = draft("PP Recalling its resolution,[^1]", MEET, notes=NOTE)
    ours = draft("PP Recalling its resolution,[^1]", "1. Decides to meet in Geneva[^2] in the spring;",
                 notes={**NOTE, 2: "As offered by the host."})  # fmt: skip
    theirs = draft("PP Taking note of the report,[^1]", "PP Recalling its resolution,[^2]", MEET,
                   notes={1: "A/80/1.", 2: "See resolution 79/212."})  # fmt: skip
    found = merge(base, ours, theirs)
    assert not found.conflicts
    assert [(n.id, n.mark, n.text) for n in found.draft.footnotes] == [
        (1, "1", "A/80/1."), (2, "2", "See resolution 79/212."), (3, "3", "As offered by the host."),
    ]  # fmt: skip
    assert [p.footnotes for p in found.draft.paragraphs] == [(1,), (2,), (3,)]


def test_a_source_added_by_both_is_one_note() -> None:
    base = draft("PP Recalling its resolution,", MEET)
    ours = draft("PP Recalling its resolution,[^1]", MEET, notes=NOTE)
    found = merge(base, ours, draft("PP Recalling its resolution,[^1]", MEET, notes=NOTE))
    assert not found.conflicts
    assert found.draft == ours


def test_a_note_reworded_here_and_replaced_alike_there_is_one() -> None:
    base = draft("PP Recalling the report[^1] of the panel on storms,", notes={1: "A/79/237."})
    made = draft("PP Recalling the report[^1] of the panel on storms,", notes={1: "A/80/336."})
    reworded = compare(base, made)
    (change,) = reworded.footnotes
    replaced = replace(reworded, footnotes=(replace(change, new=()), replace(change, old=())))
    for one, two in ((reworded, replaced), (replaced, reworded)):
        found = merged(one, two)
        assert not found.conflicts
        assert found.draft == made


def test_two_notes_at_one_place_are_told_apart() -> None:
    found = merge(
        draft("PP Recalling its resolution on storms,"),
        draft("PP Recalling its resolution[^1] on storms,", notes={1: "A/80/1."}),
        draft("PP Recalling its resolution[^1] on storms,", notes={1: "A/79/9."}),
    )
    (conflict,) = found.conflicts
    assert (conflict.base, conflict.ours, conflict.theirs) == ("", "(note: A/80/1.)", "(note: A/79/9.)")


def test_notes_reworded_by_both() -> None:
    base = draft("PP Recalling its resolution,[^1]", notes={1: "See resolution 79/212, which has an annex."})
    ours = draft("PP Recalling its resolution,[^1]", notes={1: "See resolution 80/143, which has an annex."})
    theirs = draft("PP Recalling its resolution,[^1]", notes={1: "See resolution 78/158, which has an annex."})
    found = merge(base, ours, theirs)
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.ours, conflict.theirs) == ("footnote", "80/143", "78/158")
    assert found.draft.footnotes[0].text == "See resolution [ours: 80/143 | theirs: 78/158], which has an annex."
    assert resolve(found, conflict, "theirs").draft.footnotes[0].text == "See resolution 78/158, which has an annex."


def test_a_note_deleted_here_and_reworded_there() -> None:
    base = draft("PP Recalling its resolution[^1] on storms,", notes={1: "See resolution 79/212 and its annex."})
    ours = draft("PP Recalling its resolution on storms,")
    theirs = draft("PP Recalling its resolution[^1] on storms,", notes={1: "See resolution 80/143 and its annex."})
    found = merge(base, ours, theirs)
    assert [conflict.kind for conflict in found.conflicts] == ["words"]
    assert not resolve(found, found.conflicts[0], "ours").draft.footnotes
    assert resolve(found, found.conflicts[0], "theirs").draft == theirs


def test_italics_of_one_side_and_words_of_the_other() -> None:
    found = merge(
        draft("1. Decides to meet in Geneva;"),
        draft("1. *Decides* to meet in Geneva;"),
        draft("1. Decides to meet in Vienna;"),
    )
    assert found.draft == draft("1. *Decides* to meet in Vienna;")


def test_set_numbers() -> None:
    base = draft(MEET, "2. Calls upon all Member States to act;")
    found = merge(
        base,
        draft(MEET, "1 bis. Calls upon all Member States to act;"),
        draft(MEET, "2. Calls upon all States to act;"),
    )
    assert lines(found.draft)[1] == "OP1 bis Calls upon all States to act;"


def test_one_number_by_hand_on_both_sides() -> None:
    notes, hosts = "1 bis. Notes the growing number of storms;", "1 bis. Welcomes the offer of the host country;"
    found = merge(draft(MEET, ACT), draft(MEET, notes, ACT), draft(MEET, hosts, ACT))
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.label, conflict.choices) == ("number", "OP1 bis", ("ours", "theirs"))
    assert conflict.ours == "number 1 bis for “Notes the growing number of storms;”"
    assert found.draft.paragraphs[2].text == f"[ours: {conflict.ours} | theirs: {conflict.theirs}] {hosts[7:]}"
    for way, numbers in (("ours", ["1", "1 bis", "1 ter", "2"]), ("theirs", ["1", "1 ter", "1 bis", "2"])):
        settled = resolve(found, conflict, way)
        assert [one.number for one in settled.draft.paragraphs] == numbers
        assert not settled.open
    assert not merge(draft(MEET, ACT), draft(MEET, notes, ACT), draft(MEET, notes, ACT)).conflicts


def test_a_number_goes_with_its_kind() -> None:
    base = draft("1. Decides:", "(a) To meet in Geneva in the spring of every year;", REPORT.replace("3.", "2."))
    ours = draft("1. Decides:", "PP To meet in Geneva in the spring of every year;", REPORT.replace("3.", "2."))
    theirs = draft("1. Decides:", "4. To meet in Geneva in the spring of every year;", REPORT.replace("3.", "5."))
    found = merge(base, ours, theirs)
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.label) == ("kind", "OP1 (a)")
    assert labels(resolve(found, conflict, "theirs").draft)[1] == "OP4"
    assert labels(resolve(found, conflict, "base").draft)[1] == "OP1 (a)"


def test_numbers_that_go_on_over_sections_follow() -> None:
    def text(*operative: str) -> Draft:
        head = Paragraph(Kind.SECTION, (Run("Implementation"),), number="I")
        later = Paragraph(Kind.SECTION, (Run("Follow-up"),), number="II")
        made = [Paragraph(Kind.OPERATIVE, (Run(words),), number=str(n)) for n, words in enumerate(operative, 1)]
        return Draft((head, *made[:-2], later, *made[-2:]))

    last = ("Requests the Secretary-General to report;", "Decides to remain seized of the matter.")
    base = text("Decides to meet in Geneva;", *last)
    ours = text("Decides to meet in Geneva;", "Welcomes the offer of the host country;", *last)
    theirs = text("Notes the storms;", "Recalls the action plan;", "Decides to meet in Geneva;", *last)
    found = merge(base, ours, theirs)
    assert not found.conflicts
    assert [p.number for p in found.draft.paragraphs] == ["I", "1", "2", "3", "4", "II", "5", "6"]


STORMS, HOSTS = "Notes the growing number of storms;", "Welcomes the offer of the host country;"


def test_a_number_with_a_suffix_follows_the_paragraph_that_it_stands_behind() -> None:
    base = draft(f"1. {HOSTS}", "2. Calls upon States to act;", "3. Decides to meet.")
    ours = draft(
        f"1. {HOSTS}",
        "2. Calls upon States to act;",
        f"2 bis. {STORMS}",
        "3. Recalls paragraph 2 bis above;",
        "4. Decides to meet.",
    )
    theirs = draft(f"1. {HOSTS}", "2. Thanks donors;", "3. Calls upon States to act;", "4. Decides to meet.")
    for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert [one.number for one in found.draft.paragraphs] == ["1", "2", "3", "3 bis", "4", "5"]
        assert found.draft.paragraphs[4].text == "Recalls paragraph 3 bis above;"
    gone = draft(f"1. {HOSTS}", "2. Decides to meet.")
    assert [one.number for one in merge(base, ours, gone).draft.paragraphs] == ["1", "1 bis", "2", "3"]
    left = draft(
        f"1. {HOSTS}", "2. Thanks donors;", "3. Calls upon States to act;", f"2 bis. {STORMS}", "4. Decides to meet."
    )
    assert merge(ours, left, ours).draft == left


def test_a_number_that_both_sides_put_behind_what_has_another_number_now_is_asked() -> None:
    base = draft("1. Calls upon States to act;", "2. Decides to meet.")
    ours = draft("1. Calls upon States to act;", f"1 bis. {STORMS}", "2. Decides to meet.")
    theirs = draft("1. Thanks donors;", "2. Calls upon States to act;", f"2 bis. {HOSTS}", "3. Decides to meet.")
    (conflict,) = merge(base, ours, theirs).conflicts
    assert (conflict.kind, conflict.ours) == ("number", f"number 2 bis for “{STORMS}”")
    answered = resolve(merge(base, ours, theirs), conflict, "ours")
    assert [one.number for one in answered.draft.paragraphs] == ["1", "2", "2 bis", "2 ter", "3"]
