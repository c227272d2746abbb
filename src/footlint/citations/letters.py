"""Two Latin letters that stand for one Russian one, and so make an initial: Yu., Ja., Zh."""

LETTERS = frozenset({"yu", "ya", "ye", "iu", "ia", "ju", "ja", "je", "zh", "kh", "ch", "ts", "tz", "sh"})
