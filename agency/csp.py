"""The content security policies, as data.

Visitors' pages run no inline script or style and load nothing from elsewhere. Wagtail's editor needs inline script
and style and shows previews in frames, so the private addresses get a policy of their own (see ``agency.urls``).
"""

from csp.constants import NONE, SELF, UNSAFE_INLINE

PUBLIC: dict[str, list[str]] = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
    "base-uri": [NONE],
}

ADMIN: dict[str, list[str]] = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "connect-src": [SELF],
    "font-src": [SELF, "data:"],
    "frame-src": [SELF],
    "object-src": [NONE],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
    "base-uri": [SELF],
}

PDF: dict[str, list[str]] = {"object-src": [SELF], "style-src": [SELF, UNSAFE_INLINE]}
"""What the viewer that a browser wraps around a PDF of ours needs: to embed the file and to fill the window with it."""
