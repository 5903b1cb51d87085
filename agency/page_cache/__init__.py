"""Pages as every reader gets them, kept whole: see docs/decisions/0023-page-cache.md.

``front`` answers before Django does, ``asked`` says what of a request matters, ``kept`` what of an answer may be kept,
``entry`` is one kept page, ``files`` and ``server`` are where they lie, ``changes`` is what makes all of them old.
"""
