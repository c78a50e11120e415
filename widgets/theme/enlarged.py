"""The system's font size enlarges everything: letters, rows, bars and signs keep their proportions and nothing is cut.

Where the system says it by the dots per inch (X11), Qt scales by itself, at once when it changes. Where it says it by
a larger font (Windows' text size, KDE's fonts) Qt does nothing for fonts in pixels; then the factor of that font goes
to Qt as the scale of the whole program, which it reads once, when the application is made.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

_USUAL = {"win32": 9.0, "darwin": 13.0}
_USUAL_ELSEWHERE = 10.0
_LEAST, _MOST, _STEP = 1.15, 2.5, 0.05
_SCALE = "QT_SCALE_FACTOR"


def factor_of(font: QFont, platform: str = sys.platform) -> float:
    """How much larger a system's font is than the usual one of the platform; 1 where it is as usual, or smaller.

    Desktops differ by a point or so in what is usual: what is less than 15 % larger is as usual.
    """
    size = font.pointSizeF() if font.pointSizeF() > 0 else font.pixelSize() * 0.75
    factor = size / _USUAL.get(platform, _USUAL_ELSEWHERE)
    return round(min(_MOST, factor) / _STEP) * _STEP if factor >= _LEAST else 1.0


def enlarged(make: Callable[[], QApplication]) -> QApplication:
    """The application as large as the system's font asks for. A scale the user has set in the environment stands."""
    app = make()
    factor = factor_of(app.font())
    if factor == 1.0 or _SCALE in os.environ:
        app.setProperty("enlarged", 1.0)
        return app
    app.shutdown()
    os.environ[_SCALE] = f"{factor:g}"
    try:
        app = make()
    finally:
        # Programs started from here are not meant.
        del os.environ[_SCALE]
    app.setProperty("enlarged", factor)
    return app


def has_changed(app: QApplication) -> bool:
    """Whether the system's font asks for another size than the program was made in."""
    made = app.property("enlarged")
    return made is not None and factor_of(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)) != made
