import subprocess
import sys

#: One marker without a note, one marker before the punctuation where all others stand after it.
CHAPTER = """\
The ferry was sold in May.[^1] The new owner never paid.[^2] It sank in June.[^3] Nobody drowned.[^4]

In July it was raised[^5], and the mayor came to look.[^6]

[^1]: Harbour ledger, 3 May 1911.

[^2]: Harbour ledger, 9 May 1911.

[^3]: *The Daily Echo*, 9 June 1911.

[^4]: *The Daily Echo*, 10 June 1911.

[^5]: *The Daily Echo*, 2 July 1911.
"""


def spawn(*arguments, **options):
    """Run a command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "footlint", *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=120,
        **options,
    )
