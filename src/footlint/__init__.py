"""footlint checks the notes, citations and romanised Russian of scholarly manuscripts."""

__version__ = "0.1.0"
#: Whether nothing but footlint runs in this process.
owns_process = False
