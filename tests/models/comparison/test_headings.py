"""Of two annexes or sections that are called alike it is known by what they hold which one is gone."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from tests.models.comparison.small_drafts import A, B, C, draft

D = "Urges States to strengthen national monitoring systems by 2030"
LAST = "1. Decides to remain seized of the matter."
FIRST, SECOND = ("§ Annex", A, B), ("§ Annex", C, D)


def test_the_heading_of_an_annex_that_is_gone_goes_with_it() -> None:
    for old, kept, gone in (((LAST, *FIRST, *SECOND), SECOND, (1, 2, 3)), ((LAST, *FIRST, *SECOND), FIRST, (4, 5, 6))):
        there, back = compare(draft(*old), draft(LAST, *kept)), compare(draft(LAST, *kept), draft(*old))
        assert tuple(at for one in there.changes if one.kind == "deleted" for at in one.old) == gone
        assert tuple(at for one in back.changes if one.kind == "inserted" for at in one.new) == gone
        assert not any(one.moved for one in (*there.changes, *back.changes))


def test_a_heading_of_its_own_words_stays_though_all_under_it_is_under_another_one() -> None:
    old, new = (LAST, "§ Finance", A, B, "§ Review", C), (LAST, "§ Finance", D, "§ Review", A, B, C)
    found = {one.old: one.new for one in compare(draft(*old), draft(*new)).changes if one.old}
    assert (found[1,], found[4,]) == ((1,), (3,))


def test_the_title_of_an_article_goes_with_it_though_it_is_one_word() -> None:
    first, second = ("§ Article 1", "§ Purpose", A, B), ("§ Article 2", "§ Scope", C, D)
    turned = ("§ Article 1", "§ Scope", f"{C} too", D, "§ Article 2", "§ Purpose", f"{A} in 2030", B)
    found = {one.old: one.new for one in compare(draft(*first, *second, LAST), draft(*turned, LAST)).changes}
    assert (found[1,], found[5,]) == ((5,), (1,))


@pytest.mark.parametrize(
    ("heads", "moved"),
    [
        (("Article 1", "Article 2"), ("Article 2", "Article 1")),
        (("Article premier", "Article 2"), ("Article 2", "Article premier")),
        (("ARTICLE 1: Purpose", "ARTICLE 2: Scope"), ("ARTICLE 2: Purpose", "ARTICLE 1: Scope")),
        (
            ("Article premier\u00a0: Objet", "Article 2\u00a0: Portée"),
            ("Article 2 : Objet", "Article premier : Portée"),
        ),
    ],
)
def test_two_articles_that_changed_places_have_the_number_of_their_place(
    heads: tuple[str, str], moved: tuple[str, str]
) -> None:
    first, second = (f"1. {A}", f"2. {B}"), (f"1. {C}", f"2. {D}")
    old = draft(f"§ {heads[0]}", *first, f"§ {heads[1]}", *second)
    new = draft(f"§ {moved[1]}", *second, f"§ {moved[0]}", *first)
    found = {one.old: one for one in compare(old, new).changes}
    assert [found[at,].new for at in (0, 3)] == [(3,), (0,)]
    assert all(found[at,].renumbered for at in (0, 3))
