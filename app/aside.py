"""What stays is set aside, so that Python does not search it again and again for rings of dead objects.

Such a search goes through all objects there are, some 60 ms with a text of 10,000 paragraphs in hand, and begins at
any key. What the program and a text are made of stays; it is looked through when the window is left (app.tidying).
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
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()


def tidy() -> None:
    """Search everything, and set aside what is left."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
