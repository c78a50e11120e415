"""What our painted widgets are to a screen reader, which would else take them for bare rectangles."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

Role = QAccessible.Role

_SPOKEN_AS = "spokenAs"
_KEPT_AT_ONCE = 256

_kept: list[QAccessibleWidget] = []
"""What Qt was given and has not deleted yet.

Qt deletes them, each with its widget or all when the program ends; but they were made here, and the last reference
to one would delete it under Qt's hands. PySide holds references of its own only until the program ends, and lets them
go before Qt comes to what is left, if Qt was asked about any widget before it was asked about one of ours.
"""
_most = _KEPT_AT_ONCE
_installed = False


def speak_as(widget: QWidget, role: QAccessible.Role, name: str = "") -> None:
    """Say of a widget what it is, before it is given a name: who listens may ask at once. `name` is its name."""
    global _installed
    if not _installed:
        # Not before there is an application, whose own factory would be asked first.
        QAccessible.installFactory(_interface)
        _installed = True
    widget.setProperty(_SPOKEN_AS, role.value)
    if name:
        widget.setAccessibleName(name)


def _interface(_key: str, thing: object) -> QAccessibleWidget | None:
    """Qt asks this of every object a screen reader looks at; None leaves the object to Qt."""
    if not isinstance(thing, QWidget) or not isValid(thing):
        return None
    role = thing.property(_SPOKEN_AS)
    if role is None:
        return None
    made = QAccessibleWidget(thing, QAccessible.Role(role))
    _keep(made)
    return made


def _keep(made: QAccessibleWidget) -> None:
    """Hold it as long as Qt does; those that Qt has deleted are let go when there are twice as many as were left."""
    global _most
    if len(_kept) >= _most:
        _kept[:] = [one for one in _kept if isValid(one)]
        _most = max(_KEPT_AT_ONCE, 2 * len(_kept))
    _kept.append(made)
