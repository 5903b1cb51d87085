"""Brings in guides written elsewhere: Word, Markdown, HTML and plain text.

``guide.import_guide`` is the one entry. It has the file read in a process of its own (``convert``), which recognises
its type (``detect``), turns it into HTML (``docx``, ``markdown``, ``html``, ``plain_text``) and that into blocks
(``blocks``). Nothing in that process touches Django or the database: it only ever sees the file.
"""
