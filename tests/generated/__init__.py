"""Chapters made at random, with faults at known places."""
