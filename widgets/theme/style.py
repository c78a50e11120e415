"""The style of the program: Qlementine where it is installed, else Fusion, both fed from the tokens.

Qlementine was tried and taken: no crash, no reference to None lost, fonts of widgets respected, focus and dark
drawn well. What carries Adref's own look (buttons, places, segments) is painted in `controls` and
`segments`, alike on both.
"""

from __future__ import annotations

import contextlib
import importlib
import os
from types import ModuleType
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from widgets.theme import fonts, qlementine
from widgets.theme import tokens as appearance
from widgets.theme.focus import ring_fields
from widgets.theme.hands import Hands
from widgets.theme.plain_fusion import PlainFusion
from widgets.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens

CHOICES = ("system", "light", "dark", "high contrast")


def apply(app: QApplication, choice: str = "system") -> None:
    """Dress the program; `choice` is one of CHOICES. May be called again at any time to change it."""
    fonts.load()
    app.setFont(fonts.ui())
    app.setProperty("appearance", choice)
    if not app.property("dressed"):
        app.setProperty("dressed", True)
        _set_style(app)
        Hands(app)
        # In a moment: while a window is taken down its widgets must not be asked for anything.
        app.focusChanged.connect(lambda: QTimer.singleShot(0, app, ring_fields) if isValid(app) else None)
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: apply(app, str(app.property("appearance"))))
    _dress(app, _chosen(app, choice))


def _chosen(app: QApplication, choice: str) -> Tokens:
    if choice == "system":
        return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return {"light": LIGHT, "dark": DARK, "high contrast": HIGH_CONTRAST}.get(choice, LIGHT)


def _qlementine() -> ModuleType | None:
    if os.environ.get("ADREF_STYLE", "").lower() == "fusion":
        return None
    with contextlib.suppress(ImportError, OSError):
        return importlib.import_module("PySide6Qlementine")
    return None


def _set_style(app: QApplication) -> None:
    module = _qlementine()
    if module is None:
        app.setStyle(PlainFusion("Fusion"))
        return
    ours = _application_fonts()
    style = qlementine.ours(module)(app)
    style.setAnimationsEnabled(False)
    app.setStyle(style)
    # It brings a static Inter of two weights, which would stand before the variable one of the same name.
    for font in _application_fonts() - ours:
        QFontDatabase.removeApplicationFont(font)
    # Its bold stays: for words that are bold inside rich text, which have a weight and no axis.
    QFontDatabase.addApplicationFont(":/qlementine/resources/fonts/inter/Inter-Bold.ttf")


def _application_fonts() -> set[int]:
    """Numbers of the fonts the program has registered so far; Qt counts them from 0 and has no list."""
    return {number for number in range(100) if QFontDatabase.applicationFontFamilies(number)}


def _dress(app: QApplication, tokens: Tokens) -> None:
    palette = palette_of(tokens)
    style: Any = app.style()
    if hasattr(style, "setTheme"):
        module = _qlementine()
        assert module is not None
        style.setTheme(_theme(module, tokens, palette))
    app.setPalette(palette)
    appearance.set_current(tokens)


def palette_of(tokens: Tokens) -> QPalette:
    """The tokens as Qt's palette, for every widget that is not painted by us."""
    role, palette = QPalette.ColorRole, QPalette()
    for where, colour in (
        (role.Window, tokens.panel),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.paper),
        (role.AlternateBase, tokens.panel),
        (role.Text, tokens.ink),
        (role.PlaceholderText, tokens.ink3),
        (role.Button, tokens.panel),
        (role.ButtonText, tokens.ink),
        (role.BrightText, tokens.error),
        (role.ToolTipBase, tokens.raised),
        (role.ToolTipText, tokens.ink),
        (role.Highlight, tokens.selected),
        (role.HighlightedText, tokens.ink),
        (role.Link, tokens.ink),
        (role.LinkVisited, tokens.ink2),
        (role.Light, tokens.paper),
        (role.Midlight, tokens.hover),
        (role.Mid, tokens.line2),
        (role.Dark, tokens.ctl),
        (role.Shadow, tokens.line2),
        (role.Accent, tokens.ink),
    ):
        palette.setColor(where, colour)
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, tokens.off)
    return palette


def _theme(module: ModuleType, tokens: Tokens, palette: QPalette) -> Any:
    """The tokens as a Qlementine theme; its accent is ink, since colour belongs to the text."""
    theme = module.Theme()
    theme.meta.name = f"Adref {tokens.name}"
    theme.palette = palette
    theme.useSystemFonts = False
    theme.fontRegular, theme.fontBold = fonts.ui(), fonts.ui(600)
    theme.fontCaption, theme.fontMonospace = fonts.small(), fonts.ui()
    theme.backgroundColorMain1, theme.backgroundColorMain2 = tokens.raised, tokens.panel
    # Grounds of what is not ours: boxes and headers in the dialogs of printing and files, fields that are off.
    theme.backgroundColorMain3 = theme.backgroundColorMain4 = tokens.hover
    theme.backgroundColorWorkspace = theme.backgroundColorTabBar = tokens.panel
    _four(theme, "neutralColor", tokens.sel, tokens.hover, tokens.line2, tokens.hover)
    _four(theme, "primaryColor", tokens.ink, tokens.ink2, tokens.ink3, tokens.line2)
    _four(theme, "primaryColorForeground", tokens.on_accent, tokens.on_accent, tokens.on_accent, tokens.ink3)
    _four(theme, "primaryAlternativeColor", tokens.ink2, tokens.ink2, tokens.ink3, tokens.line2)
    _four(theme, "secondaryColor", tokens.ink, tokens.ink, tokens.ink, tokens.off)
    _four(theme, "secondaryColorForeground", tokens.on_accent, tokens.on_accent, tokens.on_accent, tokens.ink3)
    _four(theme, "secondaryAlternativeColor", tokens.ink3, tokens.ink3, tokens.ink3, tokens.off)
    _four(theme, "borderColor", tokens.ctl, tokens.ink2, tokens.ink, tokens.line2)
    for step, alpha in enumerate((40, 70, 110, 150), start=1):
        grey = QColor(tokens.ink)
        grey.setAlpha(alpha)
        setattr(theme, f"semiTransparentColor{step}", grey)
    theme.focusColor = tokens.focus
    theme.borderRadius, theme.checkBoxBorderRadius, theme.menuItemBorderRadius = 6.0, 4.0, 4.0
    theme.controlHeightLarge = theme.controlHeightMedium = 30
    # The ring is ours alone: two about one control read as a heavier frame.
    theme.controlHeightSmall, theme.focusBorderWidth = 26, 0
    theme.animationDuration = theme.focusAnimationDuration = theme.sliderAnimationDuration = 0
    return theme


def _four(theme: Any, name: str, plain: QColor, hovered: QColor, pressed: QColor, disabled: QColor) -> None:
    setattr(theme, name, plain)
    setattr(theme, f"{name}Hovered", hovered)
    setattr(theme, f"{name}Pressed", pressed)
    setattr(theme, f"{name}Disabled", disabled)
