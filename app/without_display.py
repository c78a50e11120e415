"""The main job without a window: the sample's two drafts compared in the terminal, and a redline left here."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

REDLINE = "adref_sample_redline.docx"


def no_display() -> bool:
    """Whether no window can open here: on Linux and the like, no display is named and no platform is asked for."""
    if sys.platform in ("win32", "darwin"):
        return False
    return not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def compare_sample(folder: Path) -> int:
    """Build the sample, print what changed between its drafts, write the redline into the folder; exit status."""
    from app.commands.diff_text import comparison_text
    from app.commands.printing import complain, on_a_terminal, ready_streams, say
    from app.files.writing import write_beside_then_replace
    from models.dossier import Dossier
    from models.draft import DraftError
    from models.sample import build_sample
    from models.word.redline import write_redline

    ready_streams()
    try:
        with tempfile.TemporaryDirectory() as place:
            sample = Path(place) / "sample.adref"
            build_sample(sample)
            with Dossier.open(sample, read_only=True) as dossier:
                old, new = dossier.nodes()[:2]
                comparison = dossier.compared(old.id, new.id)
        say(comparison_text(comparison, colours=on_a_terminal()))
        redline = write_redline(comparison, base=None, origins=())
        write_beside_then_replace(folder / REDLINE, redline)
    except DraftError as error:
        complain(str(error))
        return 2
    except OSError as error:
        complain(f"{folder / REDLINE} could not be written ({error.strerror}); go to a folder of yours and try again.")
        return 2
    say(f"\nThe changes are in {REDLINE} as tracked changes; open it in Word.")
    return 0


if __name__ == "__main__":
    sys.exit(compare_sample(Path.cwd()))
