"""What a file may ask of us. A page beyond these could not be edited in the CMS, or not be read safely."""

MEGABYTE = 1024 * 1024

FILE_BYTES = 20 * MEGABYTE
CHARACTERS = 300_000
"""Some 50,000 words, twice what the editor can hold."""
FORM_BYTES = 450_000
"""What the editor's form sends for the blocks; with the other fields it stays under DATA_UPLOAD_MAX_MEMORY_SIZE."""
CHARACTERS_AND_SPACE = 4 * CHARACTERS
"""With the white space between them, which costs a parser as much."""
TAGS = 50_000
BLOCKS = 500
CELLS = 3_000
"""In all tables together; with the blocks, the editor's form stays under DATA_UPLOAD_MAX_NUMBER_FIELDS."""
COLUMNS = 40
NESTING = 100
"""Elements inside one another, in HTML and in Word's XML."""

ZIP_ENTRIES = 2_000
ZIP_BYTES = 80 * MEGABYTE
ZIP_RATIO = 150
"""Unpacked to packed, for parts over a megabyte; Word's own text reaches some 30."""
XML_BYTES = 12 * MEGABYTE
XML_NODES = 250_000
"""Elements and attributes of all parts together; 50,000 words in plain Word need some 150,000."""

PICTURES = 60
PICTURE_BYTES = 10 * MEGABYTE
ALL_PICTURES_BYTES = 25 * MEGABYTE
PICTURE_PIXELS = 25_000_000

SECONDS = 7
"""For reading one file; storing the result takes a moment more."""
MEMORY_BYTES = 768 * MEGABYTE

# The lengths of blocks, which this process cannot ask: it runs without Django. A test compares them.
HEADING = 120
QUOTE_WORDS = 500
QUOTE_WHO = 80
QUOTE_ROLE = 80
CAPTION = 200
NOTE = 200
