"""The source stage: files, overlays and references become one regular document."""
