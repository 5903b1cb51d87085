"""The vocabulary of guides: one noun a file, on top of the kernel's and the evidence."""

from support_pages.blocks.body import GuideBodyBlock

__all__ = ["GuideBodyBlock"]
