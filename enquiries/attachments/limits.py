"""What a file may ask of us, and what a mandate may hold."""

MEGABYTE = 1024 * 1024

FILES = 5
"""Of one mandate."""
FILE_BYTES = 10 * MEGABYTE
FILES_AT_ONCE = 10
"""Looked at of one request; each costs time, and no more than five can be kept."""
REQUEST_BYTES = FILES * FILE_BYTES + MEGABYTE
"""With the form around the files. docker/nginx.conf lets a little more through, so that this answers."""

ZIP_ENTRIES = 2_000
ZIP_DIRECTORY_BYTES = MEGABYTE
"""The directory is read whole, before anything in it can be weighed."""
ZIP_BYTES = 60 * MEGABYTE
"""Unpacked, with what is packed inside of it."""
ZIP_RATIO = 150
"""Unpacked to packed, for parts over a megabyte; Word's own text reaches some 30."""
ZIP_DEPTH = 1
"""Archives inside one another: the table behind a chart is one. Deeper, no document goes."""
