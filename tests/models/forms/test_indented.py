"""JSON on lines of its own is to the letter what the standard library writes."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.forms.indented import indented


class Word(StrEnum):
    ONE = "one"


ALONE = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
VALUES = st.recursive(ALONE, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner))


def same(value: Any) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1)


@given(VALUES)
def test_any_data(value: Any) -> None:
    same(value)


@pytest.mark.parametrize("value", [[], {}, (), [[]], {"a": {}}, Word.ONE, [Word.ONE], {"a": "\ud800\u2028\x01“”"}])
def test_some_data(value: Any) -> None:
    same(value)
