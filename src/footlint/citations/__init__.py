"""From the prose of a note to its citations, remarks and cross-references."""
