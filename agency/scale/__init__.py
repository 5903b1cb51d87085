"""A large site made up by rules, to measure and to prove what the real one must stand: ``manage.py seed_scale``."""
