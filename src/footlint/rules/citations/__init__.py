"""Rules on the citations of a note: ibid., titles, names, imprints, abbreviations."""
