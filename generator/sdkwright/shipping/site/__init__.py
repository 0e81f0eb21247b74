"""The documentation site: the generated pages as HTML, with navigation and search.

`pages` decides which page goes where and knows only text; `rendering` runs Sphinx with our
`extension`, the only modules that import it; `building` checks what they need, and replaces the
folder of the site; `serving` shows it.
"""
