"""Pairs that little but their place speaks for give way to what has more in common; a lone far move needs less."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.draft import Draft
from tests.models.comparison.small_drafts import A, B, C, draft

PANEL = "the Advisory Panel on Rivers, Lakes and Mountain Springs of the Northern Basin"
REPORT = f"Takes note of the report of {PANEL} entitled Springs at a Crossroads: Melting Snow and Falling Tables"
GROWN = (
    f"Recalls the report of {PANEL} entitled Springs at a Crossroads: Melting Snow and Falling Tables, calls upon the"
    " Panel to go on measuring wells every spring and autumn, to publish what it finds in all languages of the Basin,"
    " to invite fishing villages, herders and growers of rice to its hearings, to train young surveyors in each"
    " capital, and to lay before the Council, by the end of the decade, a map of aquifers that two or more countries"
    " share, with the names of those who draw from them and how deep they dig"
)
OTHER = "Takes note of the report of the Advisory Panel on Rivers and Roads of the Southern Coast"
FAIR = f"Noting also the holding of a fair by {PANEL}, under the slogan “Every drop”, from 3 to 9 May 2024 in Bergen"
OUTLOOK = (
    f"Taking note of the Outlook 2021 of {PANEL}, which weighs what snow that melts early does to millers, brewers and"
    " tanners, how herds that drink upstream leave less for orchards, why wells that were dug by hand last longer, and"
    " what a common calendar of sluices could spare in dry years, while admitting how much of it is guesswork"
)
NEXT = f"Taking note of the Outlook 2024 of {PANEL} entitled Lean Years: How Valleys Share What Is Left"
FORUM = "Welcomes the holding of the forum on shared springs in {}, opened by the ministers of the Basin on {} May"
DIALOGUE = "Welcomes the holding of the dialogue on tolls in Oslo, opened by the ministers of trade on 20 September"
CLOSED = "looks forward to the opening of its archive of gauges, kept in Nairobi since the first survey of 1954"
LONE = f"Welcomes the tenth meeting of the guild of surveyors, held in Quito, and {CLOSED}, and thanks its treasurer"
LONE_LATER = f"Welcoming the eleventh assembly of the guild of surveyors, held in Lima, and {CLOSED}"
FILLERS = tuple(f"Urges {who} to mend their {what} before {when}" for who, what, when in zip(
    ("bakers", "coopers", "dyers", "fullers", "glaziers", "hatters", "joiners", "masons"),
    ("ovens", "casks", "vats", "mills", "kilns", "blocks", "lathes", "chisels"),
    ("Easter", "harvest", "winter", "Lent", "dawn", "noon", "midsummer", "Advent"), strict=True,
))  # fmt: skip

RIVERS, LAKES = "resolution 58/217 of 23 December 2003", "resolution 60/198 of 22 December 2005"


def text(*lines: str) -> Draft:
    return draft(*(line if line.startswith("PP") else f"{at}. {line};" for at, line in enumerate(lines, 1)))


def pairs(old: Draft, new: Draft) -> set[tuple[int, int]]:
    return {(i, j) for change in compare(old, new).changes for i in change.old for j in change.new}


@pytest.mark.parametrize(
    ("old", "new", "true"),
    [
        # Nearly all of it stands in one that grew; at its place stands one that shares its opening.
        ((A, REPORT, B), (A, OTHER, C, GROWN, B), (1, 3)),
        # The name of a body is all that two share; the next one opens with the same verb.
        (("PP Noting snow,", f"PP {FAIR},", f"PP {OUTLOOK},"), ("PP Noting snow,", f"PP {NEXT},"), (2, 1)),
        # At its place stands one that is much liker one which is left further up.
        ((A, FORUM.format("Bergen", 2), B, DIALOGUE, C), (A, B, FORUM.format("Quito", 9), C), (1, 2)),
        # It grew to four times its length and stands further up; most that it said is in there.
        (
            ("PP Noting the needs and integrity of alpine pastures, glaciers and Mother Snow,", f"PP {FAIR},", A),
            (
                f"PP {FAIR},",
                "PP Noting how much it matters to guard the integrity of alpine pastures, glaciers among them, and of"
                " what lives there, called by some herders Mother Snow, and noting what a fair share may mean to some,",
                A,
            ),
            (0, 1),
        ),
        # From the operative part to the preamble, with nothing else like it.
        (("PP Noting snow,", *FILLERS, LONE), ("PP Noting snow,", f"PP {LONE_LATER},", *FILLERS), (9, 1)),
    ],
)
def test_what_has_more_in_common_belongs_together(
    old: tuple[str, ...], new: tuple[str, ...], true: tuple[int, int]
) -> None:
    assert true in pairs(text(*old), text(*new))
    assert true[::-1] in pairs(text(*new), text(*old))


def test_a_short_paragraph_that_went_into_another_elsewhere_is_merged_with_it() -> None:
    seized = "Decides to remain seized of the matter"
    old = text(A, "Urges States to act now", seized)
    new = text("Urges States to act now", f"{seized} and {A[0].lower()}{A[1:]}")
    assert pairs(old, new) == {(0, 1), (1, 0), (2, 1)}


@pytest.mark.parametrize("line", ["Water and land", "Water and the land"])
@pytest.mark.parametrize("turned", [False, True])
def test_a_title_is_no_half_of_the_line_that_has_its_words(line: str, turned: bool) -> None:
    body = (f"PP {FAIR},", f"1. {REPORT};", f"2. {A};", f"3. {B}.")
    # The last line before the text is the title where no line says whose it is.
    head = ("M A/C.2/58/L.37", "M Agenda item 93")
    one, two = draft(*head, "M Water and land", *body), draft(*head, f"M {line}", "M The rights", *body)
    changes = compare(*((two, one) if turned else (one, two))).changes
    assert {change.kind for change in changes} <= {"unchanged", "reworded", "deleted" if turned else "inserted"}
    assert sum(change.kind == "unchanged" for change in changes) == len(changes) - (
        1 if line == "Water and land" else 2
    )


CONFERENCE = "adopted at the sixteenth session of the Conference of the Parties, held in Cali from 21 October on"


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("Recalling the Paris Agreement", f"Recalling the Paris, {CONFERENCE}, Agreement", True),
        ("Recalling the Paris Agreement", f"Recalling the Agreement, {CONFERENCE}, of Paris", False),
        ("Welcoming the report of the Chair", f"Welcoming the report, {CONFERENCE}, of the Chair", True),
        ("Welcoming the report of the Chair", f"Noting that the report, {CONFERENCE}, is welcomed by the Chair", False),
    ],
)
def test_a_short_one_is_the_only_one_at_its_place_that_has_all_its_words(old: str, new: str, same: bool) -> None:
    before = "PP Noting with concern the melting of the ice on all the mountains of the Basin,"
    after = "PP Aware of the needs of the herders who live in the valleys further down,"
    found = pairs(draft(before, f"PP {old},", after), draft(before, f"PP {new},", after))
    assert ((1, 1) in found) is same


ITEM = "Recommend the founding of the council of millers on the terms that were laid down in the paper of {} of 12 May;"
ASK = "Requests the treasurer to give what is needed to open all halls of the brewers, from spring on, as {} asked;"


def test_an_item_is_no_paragraph_that_shares_a_name_with_it_and_opens_otherwise() -> None:
    name = "the Panel on Mountain Springs of the Northern Basin"
    old = draft("1. Decides to:", f"(a) {ITEM.format(name)}", f"2. {A};", f"3. {B};")
    new = draft("1. Decides to:", f"2. {ASK.format(name)}", f"3. {A};", f"4. {B};")
    assert pairs(old, new) == {(0, 0), (2, 2), (3, 3)}
    asks = draft("1. Decides to:", f"2. {ASK.format(name).replace('Requests', 'Recommend')}", f"3. {A};", f"4. {B};")
    assert (1, 1) in pairs(old, asks)


GUILD = "the Guild of Lock Keepers of the Northern Basin"
LENT = (
    f"PP Noting that mending sluices, raising banks and dredging ponds may be helped further by fees, by gifts of"
    f" neighbouring parishes and by what {GUILD} lends,"
)
SENT = (
    f"PP Recalling its letter of 3 May to all millers, bargemen and fishers downstream, which couriers of {GUILD}"
    " brought before midsummer,"
)


@pytest.mark.parametrize(("said_elsewhere", "pair"), [(True, set()), (False, {(1, 1)})])
def test_what_the_text_says_elsewhere_too_makes_no_pair_of_two_that_open_otherwise(
    said_elsewhere: bool, pair: set[tuple[int, int]]
) -> None:
    around = (f"PP Noting the mandate of {GUILD},", A) if said_elsewhere else ("PP Noting the mandate,", A)
    found = pairs(text(around[0], LENT, around[1]), text(around[0], SENT, around[1]))
    assert found == {(0, 0), (2, 2)} | pair


def test_the_last_of_the_preamble_and_the_first_decision_are_no_halves_of_one() -> None:
    need = "PP Recognizing the need to prepare for the opening of the canal and for the first meeting of the Millers,"
    signed = "Welcomes the signing of the Charter of Sluices and Locks of the Northern Basin beyond the Lowland Plain"
    held = (
        "Welcomes the holding of two sessions of the Commission for the Opening of the Canal under the Charter of"
        " Sluices and Locks of the Northern Basin beyond the Lowland Plain and for the First Meeting of the Millers"
    )
    assert pairs(text("PP Noting snow,", need, signed, A), text("PP Noting snow,", held, A)) == {(0, 0), (2, 1), (3, 2)}


@pytest.mark.parametrize(
    ("old", "new", "verb"),
    [
        # All that is the same is a name further on: nobody asks now for what was decided.
        (
            f"Decides that the weir closes at noon, that both wardens are paid monthly, and that each spring is heard"
            f" what news comes from {GUILD}",
            f"Urges bakers, brewers, tanners of towns upstream never again, whatever masters say, to lend carts, beer,"
            f" boats or bread in winter for {GUILD}",
            None,
        ),
        # What it spoke of stands behind the other verb, and much was added.
        (REPORT, GROWN, ("Takes note", "Recalls")),
    ],
)
def test_a_verb_is_another_one_only_where_it_speaks_of_the_same(
    old: str, new: str, verb: tuple[str, str] | None
) -> None:
    (change,) = (one for one in compare(text(A, old, B), text(A, new, B)).changes if one.weight is not None)
    assert change.kind == "reworded"
    assert change.similarity < 0.4
    assert (change.verb and (change.verb.old, change.verb.new)) == verb


@pytest.mark.parametrize(("opens", "same"), [("the opening of", False), ("the holding of the first meeting of", True)])
def test_two_that_open_with_the_same_verb_share_more_than_a_name_of_the_text(opens: str, same: bool) -> None:
    """Unless what one said stands in the other."""
    rest = (
        "the first meeting of the bureau on the printing of tickets for {}, from 24 to 26 June 2024, to settle who"
        " pays for stamps, ink and paper, and recalls its decision to ask the treasurer to call two more of ten days"
    )
    around = f"Recalls the work of {PANEL}", A
    old = text(*around, f"Welcomes {opens} {PANEL}", B)
    new = text(*around, f"Welcomes the holding of {rest.format(PANEL)}", B)
    assert ((2, 2) in pairs(old, new)) is same


@pytest.mark.parametrize(("on", "same"), [("Forest Wardens", False), ("River Tolls", True)])
def test_a_name_that_goes_on_otherwise_is_another_name(on: str, same: bool) -> None:
    """Right behind the verb too: the Fourth Assembly on this is not the Fourth Assembly on that."""
    name = "the Fourth International Assembly on {}"
    around = f"Recalls the outcome of {name.format('River Tolls')}, and calls upon all to heed it", A
    old = text(*around, f"Welcomes the report of {name.format(on)}, held in Quito from 27 to 30 May 2024", B)
    new = text(
        *around, f"Welcomes the opening of {name.format('River Tolls')} in Bergen in June 2025, and its Pledge", B
    )
    assert ((2, 2) in pairs(old, new)) is same


@pytest.mark.parametrize(
    ("opening", "paired"),
    [("Extending its support to envoys who", False), ("Strongly demanding that boats sail, and that envoys who", True)],
)
def test_what_would_have_gone_between_preamble_and_operative_part_opens_with_the_same_verb(
    opening: str, paired: bool
) -> None:
    place = "on the sharing of springs under the auspices of the Council"
    asked = "a ceasefire without delay in all valleys, the return of herds that were driven off, and talks"
    old = draft(f"1. Strongly demands {asked} {place};", f"2. {A};")
    new = draft(f"PP {opening} met in Lima {place}, and hoping that boats may sail again,", f"1. {A};")
    assert ((0, 0) in pairs(old, new)) is paired


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        (f"Recalling its {RIVERS}", f"Recalling its {LAKES}", False),
        ("Recalling its resolution 746 (1992) of 17 March 1992",
         "Recalling its resolution 794 (1992) of 3 May 1992", False),
        ("Rappelant sa résolution 58/217 du 3 mai 2003", "Rappelant sa résolution 60/198 du 2 juin 2005", False),
        ("Recordando su resolución 58/217, de 3 de mayo de 2003",
         "Recordando su resolución 60/198, de 2 de mayo de 2005", False),
        ("Ссылаясь на свою резолюцию 58/217 от 23 декабря 2003 года",
         "Ссылаясь на свою резолюцию 60/198 от 2 мая 2005 года", False),
        ("Recalling the statement of its President of 3 May 2001 (S/PRST/2001/14)",
         "Recalling the statement of its President of 4 June 2003 (S/PRST/2003/8)", False),
        (f"Recalling its {RIVERS}", f"Recalling also its {RIVERS}", True),
        (f"Recalling its {RIVERS} on wells", f"Recalling its {LAKES} on wells", True),
        ("Noting that 12 States signed in 2003", "Noting that 15 States signed in 2005", True),
    ],
)  # fmt: skip
def test_another_citation_further_down_is_no_move(old: str, new: str, same: bool) -> None:
    still = [f"PP {line}," for line in FILLERS[:3]]
    comparison = compare(draft(f"PP {old},", *still), draft(*still, f"PP {new},"))
    assert any(change.moved for change in comparison.changes) is same
    in_place = compare(draft(f"PP {old},", *still), draft(f"PP {new},", *still))
    assert in_place.changes[0].kind == "reworded"
