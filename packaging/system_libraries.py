"""Prints the Debian packages of the system libraries that Qt needs and that this machine lacks, one a line.

With the word "spelling": those of Enchant and its British dictionary, without which Adref runs, but does not spell.
Run by setup.sh with the system's Python, before anything is installed: standard library only, any Python 3.
A library counts as present when the dynamic loader finds it, wherever it came from.
"""

import ctypes
import sys
from pathlib import Path

# What the Qt platform plugins (xcb, wayland, offscreen) and QtGui name as needed: soname -> Debian and Ubuntu package.
# On releases with 64-bit time the package libglib2.0-0 is provided by libglib2.0-0t64.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}

SPELLING = {"libenchant-2.so.2": "libenchant-2-2"}
BRITISH = ("/usr/share/hunspell/en_GB.dic", "/usr/share/myspell/dicts/en_GB.dic", "/usr/share/myspell/en_GB.dic")
"""Where packages of dictionaries put the British one."""


def missing(packages: "dict[str, str]") -> "list[str]":
    """Packages of the libraries that the loader does not find."""
    absent = []
    for soname, package in packages.items():
        try:
            ctypes.CDLL(soname)
        except OSError:
            absent.append(package)
    return absent


def missing_of_spelling() -> "list[str]":
    """Packages without which nothing is spelt."""
    absent = missing(SPELLING)
    return absent if any(Path(file).exists() for file in BRITISH) else [*absent, "hunspell-en-gb"]


if __name__ == "__main__" and sys.platform.startswith("linux"):
    for name in missing_of_spelling() if sys.argv[1:] == ["spelling"] else missing(PACKAGES):
        print(name)
