"""The tests of review copies build their Word files as the tests of the reader do."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "docx"))
