"""A pattern that is compiled when it is first used answers as one that was compiled at once."""

import re

import pytest

from models.draft.late_pattern import compile_some, late_pattern

TEXTS = ("", "paragraph 4", "Paragraphs 3 to 5", "4 bis, 5 ter")


@pytest.mark.parametrize(("pattern", "flags"), [(r"(?P<number>\d+)", 0), (r"paragraphs?", re.IGNORECASE), (r"x*", 0)])
def test_answers_as_a_compiled_pattern(pattern: str, flags: int) -> None:
    late, compiled = late_pattern(pattern, flags), re.compile(pattern, flags)
    assert late.pattern == compiled.pattern
    for text in TEXTS:
        assert str(late.match(text)) == str(compiled.match(text))
        assert str(late.search(text)) == str(compiled.search(text))
        assert late.findall(text) == compiled.findall(text)
        assert late.split(text) == compiled.split(text)
        assert late.sub("-", text) == compiled.sub("-", text)
        assert [found.span() for found in late.finditer(text)] == [found.span() for found in compiled.finditer(text)]
    assert (late.groupindex, late.flags) == (compiled.groupindex, compiled.flags)


def test_nothing_is_compiled_before_it_is_used() -> None:
    broken = late_pattern("(")
    assert broken.pattern == "("
    with pytest.raises(re.error):
        broken.search("text")


def test_those_that_nobody_used_yet_are_compiled_in_pieces() -> None:
    while compile_some(0):
        pass
    late, broken, left = late_pattern("a+"), late_pattern("("), late_pattern("b+")
    assert not {"_compiled"} & (vars(late).keys() | vars(left).keys())
    assert compile_some(0), "one at a time"
    while compile_some(0):
        pass
    assert "_compiled" in vars(late)
    assert "_compiled" in vars(left)
    assert not compile_some(0)
    with pytest.raises(re.error):
        broken.search("text")


def test_one_that_is_gone_is_not_waited_for() -> None:
    while compile_some(0):
        pass
    gone, stays = late_pattern("a+"), late_pattern("b+")
    del gone
    assert not compile_some(1)
    assert "_compiled" in vars(stays)
