"""Telling spam from mandates without third parties and cookies: signals, rates, verdict and what follows from it."""
