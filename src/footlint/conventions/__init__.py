"""The choices a manuscript makes over and over, found by counting, and the house style that overrides them."""
