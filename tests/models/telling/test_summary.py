"""A comparison read out: the sentences, and that their counts add up."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.comparison.change import VerbChange
from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.forms.html import html
from models.forms.json_form import comparison_value
from models.forms.markdown import markdown
from models.forms.print_page import print_page
from models.telling.quiet_notes import anything_differs
from models.telling.sentences import number
from models.telling.sorts import Sort, sort_of, sorts_had
from models.telling.summary import summary
from models.telling.verb_words import gerund, instead_of, told_verb
from models.telling.what_happened import story, went
from tests.generated import HARD, NORMAL, case
from tests.models.comparison.small_drafts import A, B, C, draft
from tests.models.telling.small_comparison import COMPARISON

D = "Calls upon the private sector to invest in early warning against sand and dust storms"
E = "Reaffirms the mandate given to the working group on the rules of procedure"
F = "Deplores that the resources pledged in earlier years have not been paid"

SENTENCES = [
    ([f"1. {A};"], [f"1. {A};"], "Nothing differs."),
    ([f"1. {A};"], [f"1. {A.replace('next', 'eightieth')};"], "OP1 is reworded."),
    ([f"1. {A};"], [f"1. {A};", f"2. {B}."], "OP2 is new."),
    (
        [f"1. {A};", f"2. {B};", f"3. {D}."],
        [f"1. {A};", f"2. {D.replace('Calls upon', 'Urges')}."],
        "Two paragraphs changed: OP2 is reworded and the former OP2 is deleted. OP2 urges instead of calling upon "
        "(usually read as stronger).",
    ),
    (
        [f"1. {A};", f"2. {B};", f"3. {C}."],
        [f"1. {C};", f"2. {A};", f"3. {B}."],
        "The former OP3 moved to OP1. Two paragraphs differ only in housekeeping.",
    ),
    ([f"1. {A};"], [f"2. {A};"], "No paragraph changed in substance. One paragraph differs only in numbers."),
    (
        [f"1. {A};"],
        [f"1. [{A};]"],
        "No paragraph changed in substance. Only brackets changed in OP1: brackets round all of it.",
    ),
    (
        [f"1. {A}, and {B};"],
        [f"1. {A};", f"2. {B};"],
        "OP1 is split in two.",
    ),
    (
        ["M A/C.2/58/L.37", "M 5 May 2003", f"1. {A};"],
        ["M A/C.2/58/L.37/Rev.1", "M 9 June 2003", f"1. {A};"],
        "No paragraph changed in substance. Around the text, the symbol and date differ.",
    ),
    # What stands around the text and is substance is counted and named with the rest; spacing there is not.
    (
        ["M A/C.2/58/L.37", "M Early warning", f"1. {A};"],
        ["M A/C.2/58/L.37", "M Early warning of storms", f"1. {A};"],
        "The title is reworded.",
    ),
    (
        ["M A/C.2/58/L.37", "M Early warning", f"1. {A};"],
        ["M A/C.2/58/L.37", "M Early  warning", f"1. {A};"],
        "No paragraph changed in substance. Around the text, the title differs only in spacing.",
    ),
    (
        ["M A/C.2/58/L.37", "M Early warning", f"1. {A};"],
        ["M A/RES/58/37", "M 58/37. Early warning", f"1. {A};"],
        "No paragraph changed in substance. Around the text, the symbol differs and the title differs only in the "
        "number before it.",
    ),
    (
        ["M A/C.2/58/L.37", "M France and Iraq: draft resolution", "M Early warning", f"1. {A};"],
        [
            "M A/C.2/58/L.37",
            "M Cuba, France and Iraq: draft resolution",
            "M Early warning",
            f"1. {A.replace('next', 'eightieth')};",
        ],
        "OP1 is reworded; the sponsor line is reworded.",
    ),
    # Labels are those of the new text; of the old one they are former where the new one has them too.
    (
        [f"1. {A};", f"2. {B};", f"3. {C}.", f"4. {D}."],
        [f"1. {D};", f"2. {A};", "3. Decides to remain seized of the matter;", f"4. {B};", f"5. {C}."],
        "Two paragraphs changed: the former OP4 moved to OP1 and OP3 is new. Three paragraphs differ only in numbers.",
    ),
    (
        [f"1. {A};", f"2. {B};", f"3. {C};", f"4. {D};", f"5. {E};", f"6. {F}."],
        [f"1. {D};", f"2. {A};", f"3. {B};", f"4. {C};", f"5. {F};", f"6. {E}."],
        "Two paragraphs changed: the former OP4 moved to OP1 and the former OP6 moved to OP5. Four paragraphs differ "
        "only in housekeeping.",
    ),
    (
        [f"1. {A};", f"2. {B};", f"3. {C}, and {D};"],
        [f"1. {A};", f"2. {C};", f"3. {D};"],
        "Two paragraphs changed: OP3 is split in two and the former OP2 is deleted.",
    ),
    (
        [f"1. {A};", f"2. {B};", f"3. {C};", f"4. {D}."],
        [f"1. {C};", f"2. {D}."],
        "The former OP1 and OP2 are deleted. Two paragraphs differ only in numbers.",
    ),
    # A reference whose number stayed while another paragraph has that number now.
    (
        [f"1. {A};", f"2. {B};", "3. Requests States to act under paragraph 1 above."],
        [f"1. {C};", f"2. {A};", f"3. {B};", "4. Requests States to act under paragraph 1 above."],
        "Two paragraphs changed: OP4 refers to “paragraph 1”, which is another paragraph now, and OP1 is new. Two "
        "paragraphs differ only in numbers.",
    ),
    (
        [f"1. {A};", f"2. {B};", "3. Requests States to act under paragraph 1 above."],
        [f"1. {B};", f"2. {A};", "3. Requests all States to act under paragraph 1 above."],
        "Two paragraphs changed: OP3 is reworded and the former OP2 moved to OP1. In OP3 the reference to "
        "“paragraph 1” now means another paragraph (it meant what is OP2 now). One paragraph differs only in numbers.",
    ),
]


@pytest.mark.parametrize(("old", "new", "told"), SENTENCES)
def test_sentences(old: list[str], new: list[str], told: str) -> None:
    assert summary(compare(draft(*old), draft(*new))) == told


WORDS = (
    "Urges States to act on the quality of water in rural areas by 2030",
    "Calls upon donors to fund national monitoring systems without delay",
)
WHOLE = f"{WORDS[0]}, and calls upon donors to fund national monitoring systems without delay"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ([f"1. {WHOLE};"], [f"1. {WORDS[0]};", f"2. {WORDS[1]};"], "OP1 is split in two"),
        (
            [f"1. {WHOLE};"],
            [f"1. {WORDS[0].replace('2030', '2035')};", f"2. {WORDS[1]};"],
            "OP1 is split in two and reworded",
        ),
        ([f"1. {WORDS[0]};", f"2. {WORDS[1]};"], [f"1. {WHOLE};"], "OP1 and OP2 are merged in OP1"),
        (
            [f"1. {WORDS[0]};", f"2. {WORDS[1]};"],
            [f"1. {WHOLE.replace('2030', '2035')};"],
            "OP1 and OP2 are merged in OP1 and reworded",
        ),
        (
            [f"1. {WHOLE};", f"2. {A};", f"3. {B};"],
            [f"1. {WORDS[0]};", f"2. {A};", f"3. {B};", f"4. {WORDS[1]};"],
            "OP1 is split in two that stand apart",
        ),
        (
            [f"1. {WORDS[0]};", f"2. {A};", f"3. {B};", f"4. {WORDS[1]};"],
            [f"1. {WHOLE};", f"2. {A};", f"3. {B};"],
            "OP1 and OP4 are brought together in OP1",
        ),
        (
            [f"1. {WHOLE};", f"2. {A};", f"3. {B};", f"4. {C};"],
            [f"1. {A};", f"2. {B};", f"3. {C};", f"4. {WORDS[0]};", f"5. {WORDS[1]};"],
            "The former OP1 moved and is split in two",
        ),
        (
            [f"1. {WORDS[0]};", f"2. {WORDS[1]};", f"3. {A};", f"4. {B};", f"5. {C};"],
            [f"1. {A};", f"2. {B};", f"3. {C};", f"4. {WHOLE};"],
            "The former OP1 and OP2 moved and are merged in OP4",
        ),
        ([f"1. {A};", f"2. {B};", f"3. {C};"], [f"1. {C};", f"2. {A};", f"3. {B};"], "The former OP3 moved to OP1"),
        (
            [f"1. {A};", f"2. {B};", f"3. {C};"],
            [f"1. [{C};]", f"2. {A};", f"3. {B};"],
            "The former OP3 moved to OP1. In OP1 brackets changed as well",
        ),
        (
            [f"1. {A};", f"2. {B};", f"3. {C} of 2030;"],
            [f"1. {C} of 2035;", f"2. {A};", f"3. {B};"],
            "The former OP3 moved to OP1 and is reworded",
        ),
    ],
)
def test_what_moved_was_divided_or_joined_is_reworded_only_where_its_words_are(
    old: list[str], new: list[str], told: str
) -> None:
    found = compare(draft(*old), draft(*new))
    said = summary(found)
    assert said.startswith(f"{told}."), said
    # What the filter shows is what the sentence says.
    assert any(Sort.REWORDED in had for had in sorts_had(found).values()) == told.endswith("reworded")


def test_what_became_of_the_notes_of_a_paragraph_is_said() -> None:
    one, two, note = f"1. {A}.", f"1. {A}.[^1]", {1: "A/80/214."}
    aside = two.replace("[^1]", "").replace(" to the", "[^1] to the")
    cases = [
        (draft(two, notes=note), draft(one), "OP1 has no note any more. Of the footnotes, one is gone."),
        (draft(one), draft(two, notes=note), "OP1 has a note now. Of the footnotes, one is new."),
        (draft(two, notes=note), draft(aside, notes=note), "OP1 has a note at another word."),
        (
            draft(two, notes=note),
            draft(two, notes={1: "A/80/215."}),
            "OP1 has other notes. Of the footnotes, one is reworded.",
        ),
    ]
    for old, new, told in cases:
        assert summary(compare(old, new)) == told


def test_brackets_alone_are_not_counted_among_what_is_reworded() -> None:
    assert sorts_had(compare(draft(f"1. {A};"), draft(f"1. [{A};]"))) == {0: frozenset({Sort.BRACKETS})}


def test_one_of_each() -> None:
    assert summary(COMPARISON) == (
        "Seven paragraphs changed: OP1 is reworded, the former OP1 moved to PP3, the former OP3 is "
        "split in three, OP4 and OP5 are merged in OP3, PP1 has other notes, OP3 bis is new and the former PP3 is "
        "deleted. OP1 urges instead of inviting (usually read as stronger). Only brackets changed in PP2: "
        "brackets off “financial and”. Of the footnotes, "
        "one is new, one is gone and one is reworded. Around the text, the symbol differs."
    )


def test_what_stands_around_the_text_is_no_paragraph() -> None:
    old = draft("M Iraq: draft resolution", "M Water", f"1. {A}.").paragraphs
    closing = Paragraph(Kind.CLOSING, (Run("65th plenary meeting"),))
    told = summary(compare(Draft(old), Draft((*old[1:], closing))))
    assert told == "No paragraph changed in substance; a closing line is new and the sponsor line is deleted."


@pytest.mark.parametrize("reworded", [False, True])
def test_an_item_that_became_a_paragraph_is_told_so(reworded: bool) -> None:
    items = "(a) To report on the state of rivers;", "(b) To meet every year in the city of Geneva;"
    old = ["1. Requests the Committee:", *items, "2. Decides to remain seized of the matter."]
    own = "2. Also requests it to" if reworded else "2. To"
    new = [*old[:2], own + items[1].removeprefix("(b) To"), "3" + old[3][1:]]
    also = " and is reworded" * reworded
    assert summary(compare(draft(*old), draft(*new))).startswith(f"OP1 (b) became OP2{also}.")
    assert summary(compare(draft(*new), draft(*old))).startswith(f"The former OP2 became OP1 (b){also}.")


def test_long_lists_are_shortened() -> None:
    places = ("rivers", "lakes", "seas", "roads", "ports", "towns")
    old = draft(*(f"{n}. Invites the Board to act for the {place} of the region;" for n, place in enumerate(places, 1)))
    new = draft(*(f"{n}. Urges the Board to act for the {place} of the region;" for n, place in enumerate(places, 1)))
    assert summary(compare(old, new)) == (
        "Six paragraphs are reworded. OP1 urges instead of inviting (usually read as stronger); OP2 urges instead of "
        "inviting (usually read as stronger); OP3 urges instead of inviting (usually read as stronger); three more "
        "open with another verb."
    )


def test_a_verb_further_on_that_is_weaker_is_called_out_before_those_without_a_direction() -> None:
    def asked(opening: str, *verbs: str) -> Draft:
        texts = (f"{opening} the law of the {place} of 2019, and {verb} donors to act for their ports;"
                 for place, verb in zip(("rivers", "lakes", "seas", "gulfs"), verbs, strict=True))  # fmt: skip
        return draft(*(f"{number}. {text}" for number, text in enumerate(texts, 1)))

    old, weaker = asked("Recalls", *["urges"] * 4), asked("Recalls", "invites", "urges", "urges", "urges")
    assert summary(compare(old, weaker)) == (
        "OP1 is reworded. In OP1 further on “invites” instead of “urges” (usually read as weaker)."
    )
    assert "verb" not in summary(compare(old, asked("Recalls", "also urges", "urges", "urges", "urges")))
    told = summary(compare(old, asked("Reaffirms", "strongly urges", "invites", "invites", "invites")))
    assert told == (
        "Four paragraphs are reworded. "
        "In OP1 further on “strongly urges” instead of “urges” (usually read as stronger); "
        "in OP2 further on “invites” instead of “urges” (usually read as weaker); "
        "in OP3 further on “invites” instead of “urges” (usually read as weaker); "
        "four more open with another verb; one more verb is stronger or weaker further on."
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Calls upon", "Urges", "urges instead of calling upon"),
        ("Strongly urges", "Takes note with appreciation", "takes note with appreciation instead of strongly urging"),
        ("Commits", "Stresses", "stresses instead of committing"),
        ("Relies", "Regrets", "regrets instead of relying"),
        ("Welcomes and encourages", "Notes", "notes instead of welcoming and encouraging"),
        ("Deplores and strongly condemns", "Condemns", "condemns instead of deploring and strongly condemning"),
        ("Encourages", "Does not encourage", "does not encourage instead of encouraging"),
        ("Does not express concern", "Notes", "notes instead of not expressing concern"),
        ("Demande", "Exhorte", "“Exhorte” instead of “Demande”"),
        ("邀请", "敦促", "“敦促” instead of “邀请”"),
    ],
)
def test_verbs(old: str, new: str, told: str) -> None:
    assert instead_of(old, new) == told
    assert gerund("Exhorte") is None
    assert gerund("Very strongly condemns") == "very strongly condemning"


def test_a_verb_that_stands_further_on_is_not_told_as_gone() -> None:
    assert told_verb(VerbChange("Urges", "Recalls", "other", instead=False)) == (
        "opens with recalling, no longer with urging"
    )
    assert told_verb(VerbChange("促请", "回顾", "other", instead=False)) == "opens with “回顾”, no longer with “促请”"
    found = compare(draft(f"1. Urges States to {A};"), draft(f"1. Recalls the law, and urges States to {A};"))
    assert "OP1 opens with recalling, no longer with urging." in summary(found)
    assert story(found, found.changes[0]) == ("reworded", "opens with “Recalls”, no longer with “Urges”")


def test_numbers_are_words_up_to_twelve() -> None:
    assert [number(count) for count in (0, 1, 12, 13, 40)] == ["no", "one", "twelve", "13", "40"]


LABEL = re.compile(
    r"(?:the former )?(?:(?:OP|PP|Annex\.)\d+(?: bis)?|\([a-z]+\))(?: \([a-z]+\))*|another line|the opening line"
    r"|the (?:title|sponsor line|asterisk note)(?: of the agenda item)?"
    r"|an? (?:closing line|heading|annex heading)"
)


def told_of(sentence: str) -> int:
    """How many paragraphs the parts of a sentence speak of."""
    plain = LABEL.sub("§", sentence).replace("moved to §", "moved")
    plain = re.sub(r"(?:§, )*§ and § (?:moved and )?are (?:merged|brought together) in §", "one merged", plain)
    plain = re.sub(
        r"\bmoved( further \w+| elsewhere)? and (?:is|are) (?:reworded|split in \w+)", "moved", plain
    ).replace("§ and §", "two")
    plain = plain.replace(" and reworded", "")
    words = [number(count) for count in range(13)]
    total = 0
    for part in re.split(r", and |, | and ", plain):
        first = part.split(" ", 1)[0].lower()
        total += words.index(first) if first in words else int(first) if first.isdigit() else 1
    return total


@example(649, HARD, 40)  # one moved and is split
@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from((NORMAL, HARD)), st.sampled_from((12, 40)))
def test_the_parts_add_up(seed: int, rates: object, size: int) -> None:
    made = case(size, rates, seed)  # type: ignore[arg-type]
    comparison = compare(made.old, made.new)
    substance = sum(change.weight == "substance" for change in comparison.changes)
    sentence = summary(comparison).split(". ")[0].rstrip(".")
    head, found, parts = sentence.partition(" changed: ")
    if found:
        assert head.lower() == f"{number(substance)} paragraphs"
        assert told_of(parts) == substance, sentence


def test_a_note_that_means_another_source_in_the_same_words_is_told() -> None:
    old, new = (
        draft(f"1. {A}[^1];", f"2. {B}[^2].", notes={1: first, 2: "Ibid."})
        for first in ("See A/58/1.", "Resolution 70/1, annex.")
    )
    comparison = compare(old, new)
    assert story(comparison, comparison.changes[1]) == (
        "note 2, Ibid., now means Resolution 70/1, annex",
        "notes changed",
    )


def test_a_stray_reference_is_told_with_what_it_meant() -> None:
    old = draft(f"1. {A};", f"2. {B};", "3. Requests States to act under paragraphs 1 and 2 above.")
    for new, told in (
        (
            draft(f"1. {C};", f"2. {A};", f"3. {B};", "4. Requests States to act under paragraphs 1 and 2 above."),
            (
                "was OP3",
                "the reference to “paragraphs 1 and 2” now means another paragraph (it meant what is OP2 now)",
                "the reference to “paragraphs 1 and 2” now means another paragraph (it meant what is OP3 now)",
            ),
        ),
        (
            draft(f"1. {C};", f"2. {B};", "3. Requests States to act under paragraphs 1 and 2 above."),
            (
                "the reference to “paragraphs 1 and 2” now means another paragraph "
                "(what it meant is no paragraph of this text now)",
            ),
        ),
    ):
        comparison = compare(old, new)
        assert story(comparison, comparison.changes[-1]) == told
        assert sort_of(comparison.changes[-1]) is Sort.REFERENCES


def test_a_reference_to_a_paragraph_that_was_split_is_told() -> None:
    said = "Requests States to act under paragraph 1 above."
    comparison = compare(draft(f"1. {A}, and {B};", f"2. {said}"), draft(f"1. {A};", f"2. And {B};", f"3. {said}"))
    told = "the reference to “paragraph 1” now means a part of what it meant (that is OP1 and OP2 now)"
    assert story(comparison, comparison.changes[-1]) == ("was OP2", told)
    assert f"in OP3 {told}" in summary(comparison)


def test_a_reference_that_may_be_to_another_text_is_told_with_an_if() -> None:
    said = "Requests States to act under operative paragraph 2."
    comparison = compare(
        draft(f"1. {A};", f"2. {B};", f"3. {said}"), draft(f"1. {C};", f"2. {A};", f"3. {B};", f"4. {said}")
    )
    told = "if “operative paragraph 2” means this text, it now means another paragraph (it meant what is OP3 now)"
    assert story(comparison, comparison.changes[-1]) == ("was OP3", told)
    assert f"in OP4, {told}" in summary(comparison)


def test_a_reference_that_leads_nowhere_says_where_what_it_meant_is() -> None:
    said = "Requests States to act under paragraph 3 below"
    old = draft(f"1. {said};", f"2. {A};", f"3. {B}.")
    for new, told in (
        (draft(f"1. {said};", f"2. {A}."), "what it meant is gone"),
        (draft(f"1. {said};", f"2. {B}."), "it meant what is OP2 now"),
    ):
        words = f"the reference to “paragraph 3” now leads nowhere ({told})"
        assert story(compare(old, new), compare(old, new).changes[0]) == (words,)
        assert f"in OP1 {words}" in summary(compare(old, new)).replace("In OP1", "in OP1")


def test_one_that_kept_its_name_says_which_way_it_went() -> None:
    items = [f"({letter}) {text};" for letter, text in zip("abcde", (A, B, C, D, E), strict=True)]
    turned = [f"({letter}) {text};" for letter, text in zip("abcde", (E, D, C, B, A), strict=True)]
    comparison = compare(draft("1. Decides:", *items), draft("1. Decides:", *turned))
    same = [change for change in comparison.changes if change.moved and change.old_labels == change.new_labels]
    for change in same:
        assert story(comparison, change)[0] in ("comes from further up", "comes from further down")
        assert went(comparison, change) in ("OP1 (c) went further up", "OP1 (c) went further down")
    moved = [change for change in comparison.changes if change.moved]
    assert not [change for change in moved if change not in same and "further" in story(comparison, change)[0]]
    assert len(moved) == 4


QUIET_NOTES = [
    ("See A/58/1.", "See A/58/1.", False, True, "italics or bold"),
    ("See A/58/1, “Trade”.", 'See A/58/1, "Trade".', False, False, "the shape of quotes or dashes"),
    ("See A/58/1.", "See A/58/1", False, False, "the last mark of a note"),
    ("See A/58/1.", "See  A/58/1.", False, False, "spacing"),
]


@pytest.mark.parametrize(("old", "new", "was", "now", "told"), QUIET_NOTES)
def test_a_note_that_cites_the_same_says_what_differs(old: str, new: str, was: bool, now: bool, told: str) -> None:
    sides = [
        Draft((Paragraph(Kind.OPERATIVE, (Run(A), Run(footnote=1)), number="1"),), (Footnote(1, "1", (run,)),))
        for run in (Run(old, italic=was), Run(new, italic=now))
    ]
    comparison = compare(*sides)
    assert anything_differs(comparison)
    assert summary(comparison).endswith(f"Of the footnotes, one differs only in {told}.")
    for form in (markdown, html, print_page):
        assert told.removeprefix("the ") in form(comparison)
    assert "reasons" in comparison_value(comparison, "", "")["footnotes"][0]


def test_ibid_for_the_same_source_is_not_reworded() -> None:
    old, new = (
        draft(f"1. {A}[^1];", f"2. {B}[^2].", notes={1: "See A/58/1.", 2: second}) for second in ("A/58/1.", "Ibid.")
    )
    assert summary(compare(old, new)).endswith("Of the footnotes, one differs only in “Ibid.” for the same source.")


def test_a_note_whose_reference_follows_the_numbers_is_not_reworded() -> None:
    old, note = (f"1. {A};", "2. Invites States to act;[^1]"), "See paragraph {} above; A/70/1, para. 1."
    new = f"1. {C};", f"2. {A};", "3. Invites States to act;[^1]"
    for figure, told in ((2, "one differs only in a renumbered reference"), (3, "one is reworded")):
        comparison = compare(draft(*old, notes={1: note.format(1)}), draft(*new, notes={1: note.format(figure)}))
        assert summary(comparison).endswith(f"Of the footnotes, {told}.")


SHAPES = [
    ("from 2020-2025", "from 2020–2025", ("shape of dashes",)),
    ("the 'plan' of work", "the ‘plan’ of work", ("shape of quotes",)),
    ("١٢", "12", ("shape of figures",)),
    ("２０２２年", "2022年", ("shape of figures",)),
    ("تحيط علماً بالتقرير", "تحيط علما بالتقرير", ("vowel signs",)),
    ("تُشجِّع الدول", "تشجع الدول", ("vowel signs",)),
    ("the co\u00adoperation of all", "the cooperation of all", ("soft hyphens",)),
    ("the re\u0301solution of all", "the r\u00e9solution of all", ("how accents are stored",)),
    ("les Etats Membres de tous", "les États Membres de tous", ("accents on capitals",)),
    ("إلى الامين العام", "إلى الأمين العام", ("hamzas",)),
    ("the ﬁrst eﬀort of all", "the first effort of all", ("letters set as one",)),
]


@pytest.mark.parametrize(("old", "new", "told"), SHAPES)
def test_the_shape_that_differs_is_named(old: str, new: str, told: tuple[str, ...]) -> None:
    comparison = compare(draft(f"1. {A}, {old};"), draft(f"1. {A}, {new};"))
    assert story(comparison, comparison.changes[0]) == told


def test_the_capitals_of_the_word_before_a_number_are_named() -> None:
    comparison = compare(draft(f"ARTICLE 1. {A}."), draft(f"Article 1. {A}."))
    assert story(comparison, comparison.changes[0])[-1] == "capitals of the word before the number"
