"""Two Latin letters and more that stand for one Russian one, and so make an initial: Yu., Ja., Zh., Shch., Tsch."""

LETTERS = frozenset(
    {"yu", "ya", "ye", "iu", "ia", "ju", "ja", "je", "zh", "kh", "ch", "ts", "tz", "sh", "shch", "sch", "tch", "tsch"}
)
