"""What stays is set aside, so that Python does not search it again and again for rings of dead objects.

Such a search goes through all objects there are, some 60 ms with a text of 10,000 paragraphs in hand, and begins at
any key. What the program and a text are made of stays; it is looked through when the window is left (tidying.py).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def set_aside() -> None:
    """What is there now is searched no more."""
    gc.freeze()


@contextmanager
def making_what_stays() -> Iterator[None]:
    """Many objects are made that all stay: nothing is searched meanwhile, and they are set aside."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
        set_aside()


def search_young() -> None:
    """Search what was made lately; where that is much, as after long work, set it aside instead."""
    global _searched_once
    young, middle, _old = gc.get_count()
    few, often, _seldom = gc.get_threshold()
    if young > _MUCH:
        set_aside()
    elif young > few:
        # What a search left is searched once more with what comes after it: many small searches make a long one.
        again = middle > often or young + _searched_once > _MUCH
        _searched_once = 0 if again else _searched_once + young
        gc.collect(1 if again else 0)


_MUCH = 50_000
"""So many objects are searched in some milliseconds."""
_searched_once = 0
"""How many objects, at the most, were left by searches of young ones since these were searched too."""


def tidy() -> None:
    """Search everything, and set aside what is left."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
