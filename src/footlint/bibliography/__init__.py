"""The works that a book cites, as a bibliography for other programs."""
