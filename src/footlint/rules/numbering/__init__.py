"""Rules about numbering."""
