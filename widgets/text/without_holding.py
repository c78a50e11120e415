"""What Qt holds asks a text for something, and does not hold the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from weakref import ref

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


def without_holding(one: Asked, ask: Callable[[Asked, int], Answer], gone: Answer) -> Callable[[int], Answer]:
    """Asks `one` by a number, and answers `gone` where it is there no more.

    What is held by what it holds goes only when rings of dead objects are searched for, and all its paragraphs with it.
    """
    there = ref(one)

    def answer(number: int) -> Answer:
        found = there()
        return ask(found, number) if found is not None else gone

    return answer
