"""Every rule's page is built alike, and its examples behave as it says."""

import pytest

from footlint.rules import MODULES, load
from footlint.testing import page_problems


@pytest.mark.parametrize("code", MODULES)
def test_page(code):
    assert not page_problems(load(code))
