"""`python -m footlint`."""

import sys

from footlint.cli import main

if __name__ == "__main__":
    sys.exit(main())
