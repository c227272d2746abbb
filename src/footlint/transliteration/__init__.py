"""The romanised Russian of a book: which of its words count, how it romanises, and what departs from that."""
