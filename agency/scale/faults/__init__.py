"""Faults of every rule of the thread, planted in a clean made-up site."""
