"""Rules about romanised Russian."""
