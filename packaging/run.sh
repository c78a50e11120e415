#!/bin/sh
# Opens the window on the sample dossier; with no display, does the same main job in the terminal.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin

# A display may be named and not answer, so it is asked.
display() {
    case "$(uname)" in Darwin) return 0 ;; esac
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] &&
        $bin/python -c 'from PySide6.QtGui import QGuiApplication; QGuiApplication(["adref"])' >/dev/null 2>&1
}

if display; then
    exec $bin/adref --sample
fi

echo "There is no display here, so Adref compares the sample in the terminal instead of opening its window."
exec $bin/python -m app.terminal_sample
