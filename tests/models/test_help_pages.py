"""Pages of the help: placeholders, steps, the search."""

from __future__ import annotations

import pytest

from models.help_pages import HelpPageError, found_pages, plain, read_page

ACTS = {"bracket": ("Put into brackets…", "Ctrl+]"), "deeper": ("One level deeper", "")}
HEAD = "---\nplace: 3\nnext: undo drafts\nfound by: square\n---\n# Brackets\n\nWords not agreed.\n\n"


def test_actions_give_their_words_and_their_keys() -> None:
    page = read_page(
        "brackets", f"{HEAD}1. Choose {{act:bracket}} now.\n   or {{act:deeper}}\n2. Press {{key:Tab}}.\n", ACTS
    )
    first, second = page.steps
    assert plain(first.words) == "Choose Put into brackets now."
    assert [said.act for said in first.words] == ["", "bracket", ""]
    assert (first.keys, second.keys) == (("Ctrl+]",), ())
    assert (plain(first.more), plain(second.words)) == ("or One level deeper", "Press Tab.")
    assert [said.act for said in first.more] == ["", "deeper"]
    assert (page.place, page.title, page.opening) == (3, "Brackets", "Words not agreed.")
    assert page.neighbours == ("undo", "drafts")
    assert page.button == "Do it with this text"


def test_words_of_controls_stand_without_their_asterisks() -> None:
    page = read_page("dossier", f"{HEAD}1. **What was done**, beside **Drafts**.\n", ACTS)
    assert [(said.text, said.control) for said in page.steps[0].words] == [
        ("What was done", True),
        (", beside ", False),
        ("Drafts", True),
        (".", False),
    ]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (f"{HEAD}1. **What was done.\n", "half a placeholder"),
        ("# Brackets\n\nA.\n\n1. B.\n", "head"),
        (f"{HEAD}1. Choose {{act:sprout}}.\n", "'sprout'"),
        (f"{HEAD}1. Choose {{act:bracket.\n", "half a placeholder"),
        (f"{HEAD}1. One.\n3. Three.\n", "step 3 is step 2"),
        (f"{HEAD}Not a step.\n", "is no step"),
        (HEAD + "".join(f"{number}. Do.\n" for number in range(1, 7)), "one to 5 steps"),
        ("---\ndo: sprout\n---\n# T\n\nA.\n\n1. B.\n", "'sprout'"),
        ("---\nnothing\n---\n# T\n\nA.\n\n1. B.\n", "no field"),
        ("---\nplace: 1\n---\nNo title\n\nA.\n\n1. B.\n", "title"),
    ],
)
def test_a_page_that_is_not_one_is_refused(source: str, said: str) -> None:
    with pytest.raises(HelpPageError, match=said):
        read_page("brackets", source, ACTS)


def test_the_search_wants_all_words_and_puts_titles_first() -> None:
    one = read_page("a", "---\nplace: 1\n---\n# Undo\n\nAbout notes.\n\n1. B.\n", ACTS)
    two = read_page(
        "b", "---\nplace: 2\nfound by: asterisk\n---\n# Footnotes\n\nThey move.\n\n1. Undo brings both.\n", ACTS
    )
    assert found_pages((one, two), "notes") == (two, one)
    assert found_pages((one, two), "UNDO") == (one, two)
    assert found_pages((one, two), "asterisk undo") == (two,)
    assert found_pages((one, two), "dossier") == ()
    assert found_pages((one, two), "  ") == (one, two)
