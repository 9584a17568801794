"""The open dispatch: its header, its text, its hits, its versions."""
