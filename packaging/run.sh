#!/bin/sh
# Opens the window on the sample dossier; with no display, does the same main job in the terminal.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin

# A display may be named and not answer: then Qt would end the program, so it is asked first.
answers() {
    [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ] ||
        $bin/python -c 'from PySide6.QtGui import QGuiApplication; QGuiApplication(["adref"])' >/dev/null 2>&1
}

if ! answers; then
    echo "The display ${DISPLAY:-$WAYLAND_DISPLAY} does not answer, so the sample is compared in the terminal instead." >&2
    exec $bin/python -m app.without_display
fi
# The script `adref` names the folder that .venv was made in; this one may have been moved since.
exec $bin/python -m app.main --sample
