"""Lines end where a terminal's do, in columns, of which a letter of Chinese takes two."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.commands.diff_text import words_text
from app.commands.wrapped import wrapped
from models.draft.columns import columns

TEXTS = [
    "1. 决定在其第八十一届会议临时议程中列入题为“可持续发展：执行《21世纪议程》”的项目，并请秘书长向大会提交报告；",
    "请秘书长（通过Resident Coordinator）提交报告",
    "ｆｕｌｌ ｗｉｄｔｈ",
    "e\u0301te\u0301 и й",
    "",
]


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("Decides", 7),
        ("决定", 4),
        ("（a）", 5),
        ("e\u0301te\u0301", 3),
        ("تقرّر", 4),
        ("\u200bА", 1),
        ("ｶﾅ", 2),
        ("", 0),
    ],
)
def test_how_many_columns_letters_take(text: str, wide: int) -> None:
    assert columns(text) == wide


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [20, 39, 40, 72])
def test_no_line_is_wider_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not any(line[0] in "，。；：》”）" or line[-1] in "（《“" for line in lines)
    # Lines of Chinese are as full as they can be.
    assert all(columns(line) > width - 20 for line in lines[:-1])


@given(st.text(st.sampled_from("ab- é\u0301"), max_size=60), st.integers(5, 30))
def test_other_texts_are_wrapped_as_by_textwrap(text: str, width: int) -> None:
    assert wrapped(text, width) == textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def test_changes_in_chinese_fit_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    words = (("equal", "决定继续处理此案" * 6), ("delete", "并于下届会议"), ("insert", "，并请秘书长提交报告。"))
    text = words_text(words, colours=False)
    lines = text.split("\n")
    assert len(lines) > 2
    assert all(columns(line) <= 60 + len("[--]{++}") for line in lines)
    assert not any(line.endswith(("[-", "{+")) or line.strip().startswith(("-]", "+}")) for line in lines)
