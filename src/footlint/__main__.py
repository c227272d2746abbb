"""`python -m footlint`."""

from footlint.cli import run

if __name__ == "__main__":
    run()
