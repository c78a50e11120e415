"""The words of a dossier's own: added, taken back, there after opening it again, alike for all who have it open."""

from pathlib import Path

import pytest

from models.dossier import Dossier, examine
from models.dossier.errors import DossierReadOnly


def test_words_come_and_go(tmp_path: Path) -> None:
    path = tmp_path / "water.adref"
    with Dossier.create(path) as dossier:
        assert dossier.own_words() == ()
        for word in ("Zorblax", "d’Abidjan", "Zorblax", "水"):
            dossier.add_word(word, who="Chair")
        assert dossier.own_words() == ("Zorblax", "d’Abidjan", "水")
        dossier.remove_word("Zorblax")
        dossier.remove_word("never added")
    with Dossier.open(path, read_only=True) as dossier:
        assert dossier.own_words() == ("d’Abidjan", "水")
        with pytest.raises(DossierReadOnly):
            dossier.add_word("Zorblax")
    assert examine(path) == ()
