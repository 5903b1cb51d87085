"""The harmless file that every virus scanner finds, for trying out whether one is at work."""

SIGNATURE = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + rb"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""No document needs it, so it is refused even without a scanner. In two parts here, or scanners would find this file."""
