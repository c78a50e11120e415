"""Texts that are being written: journaled as they are typed, and kept aside where their dossier takes none."""
