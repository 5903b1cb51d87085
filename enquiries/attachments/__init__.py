"""Files of a mandate: what is taken, where it lies, who gets it. See docs/decisions/0017.

``uploading`` bounds what a request may bring, ``kinds`` says what a file is, ``keeping`` adds and removes, ``handing_in``
tells what was sent, ``storing`` writes and clears away, ``scanning`` asks the virus scanner, ``downloading`` hands out.
"""
