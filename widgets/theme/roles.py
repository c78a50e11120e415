"""What our painted widgets are to a screen reader, which would else take them for bare rectangles."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Role = QAccessible.Role

_SPOKEN_AS = "spokenAs"
_installed: list[Any] = []
_kept: list[Any] = []


def speak_as(widget: QWidget, role: QAccessible.Role, name: str = "") -> None:
    """Say of a widget what it is, before it is given a name: who listens may ask at once. `name` is its name."""
    if not _installed:
        _installed.append(_interface)
        QAccessible.installFactory(_interface)
    widget.setProperty(_SPOKEN_AS, role.value)
    if name:
        widget.setAccessibleName(name)


def _interface(_key: str, thing: object) -> object:
    """Qt asks this of every object a screen reader looks at; None leaves the object to Qt."""
    if not isinstance(thing, QWidget):
        return None
    role = thing.property(_SPOKEN_AS)
    if role is None:
        return None
    made = QAccessibleWidget(thing, QAccessible.Role(role))
    # Qt owns it, but Python must hold it until Qt has taken it over.
    _kept[:] = [made]
    return made
