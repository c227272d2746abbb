"""Rules about locators."""
