"""From files, overlays and references to one regular document."""
