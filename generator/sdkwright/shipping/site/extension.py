"""The Sphinx extension that turns generated pages into pages of the site.

Pages are read as GitHub reads them, without HTML: neither directives nor roles, so that text of the
document stays text. What the site adds is added to the tree that results: links between pages,
anchors as on GitHub, the navigation, and an operation's request and response side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from sdkwright.shipping.site.pages import ROOT, Entry, Site, Target

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STATIC: Final = Path(__file__).parent / "static"

_LOGGER: Final = logging.getLogger(__name__)
_ANCHORS: Final = "anchors"
"""The key of a page's metadata for its anchors."""

_MARKS: Final = {":heavy_check_mark:": "yes", ":heavy_minus_sign:": "no"}
_WEB: Final = ("http://", "https://", "mailto:")

_THEME_SCRIPT: Final = "sha256-ySvT2PEZeueHGC1y2crNuNTfphBynFPP7i+U21fEgX0="
"""The hash of the theme's one inline script, which shows the colours chosen last time."""

_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        f"script-src 'self' '{_THEME_SCRIPT}'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
"""What a page may load and run: nothing of another host, and no script in its text."""


class ResponseExample(nodes.General, nodes.Element):
    """The place for the example of a response, which is on the page `page`."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect the extension."""
    app.add_config_value("sdkwright_site", None, "env", (Site,))
    app.add_node(ResponseExample)
    app.add_transform(Arrange)
    app.connect("builder-inited", _set_dark_style, priority=400)  # before the theme reads it
    app.connect("doctree-resolved", _complete)
    app.connect("html-page-context", _restrict)
    app.add_css_file("site.css", priority=900)
    app.add_js_file("site.js", loading_method="defer")
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _set_dark_style(app: Sphinx) -> None:
    """Choose the colours of code in dark mode; settings can't, before the theme is loaded."""
    app.config.pygments_dark_style = "a11y-high-contrast-dark"


class Arrange(SphinxTransform):
    """Arranges a page that has been read."""

    default_priority = 870  # before the event from which Sphinx collects titles and navigation

    def apply(self, **_options: Any) -> None:
        """Arrange the page, in place."""
        self._set_anchors()
        self._find_links()
        self._write_marks_out()
        self._name_columns()
        page = self._site.pages[self.env.docname]
        if any(entry.target == page.name for entry in self._site.resources):
            self.env.metadata[page.name]["tocdepth"] = 2  # the operations, and not their parts
            for operation in self.document.findall(nodes.section):
                self._put_side_by_side(operation)
        if page.parent:
            self._link_parent(page.parent)
        if page.name == ROOT:
            self._navigate()

    @property
    def _site(self) -> Site:
        site: Site = self.config.sdkwright_site
        return site

    def _set_anchors(self) -> None:
        """Set the anchors of headings to those that they have on GitHub."""
        anchors = []
        for section in self.document.findall(nodes.section):
            section["ids"] = [section["slug"]]
            anchors.append(section["slug"])
        self.env.metadata[self.env.docname][_ANCHORS] = anchors

    def _find_links(self) -> None:
        for link in self.document.findall(nodes.reference):
            address = link.get("refuri", "")
            if address.startswith(_WEB):
                continue
            found = self._site.target(self.env.docname, address)
            if found is None:
                _LOGGER.warning("there is no page %s", address, location=link)
                link.replace_self(link.children)
            else:
                link["target"] = found
                link["internal"] = True

    def _write_marks_out(self) -> None:
        """Write out GitHub's names of marks, which only GitHub shows as marks."""
        for entry in self.document.findall(nodes.entry):
            word = _MARKS.get(entry.astext())
            if word is not None:
                entry.clear()
                entry.append(nodes.paragraph("", word))

    def _name_columns(self) -> None:
        """Write the name of its column into each cell of a table, where styles find it."""
        for table in self.document.findall(nodes.table):
            head, *rows = table.findall(nodes.row)
            names = [nodes.make_id(cell.astext()) for cell in head.findall(nodes.entry)]
            for row in rows:
                for name, cell in zip(names, row.findall(nodes.entry), strict=True):
                    cell["classes"].append(f"column-{name}")

    def _put_side_by_side(self, operation: nodes.section) -> None:
        """Put the example of an operation beside its response."""
        parts = {part[0].astext(): part for part in _sections(operation)}
        example, response = parts.get("Example Usage"), parts.get("Response")
        if example is None or response is None:
            return
        body = nodes.container(classes=["operation"])
        sides = nodes.container("", classes=["sides"])
        body += sides
        operation.insert(operation.index(example), body)
        for part in parts.values():
            operation.remove(part)
        sides += [example, response]
        body += [part for part in parts.values() if part not in (example, response)]
        described = {
            link["target"].name
            for link in response.findall(nodes.reference)
            if "target" in link and not link["target"].anchor
        }
        if len(described) == 1:
            response += ResponseExample("", page=described.pop())

    def _link_parent(self, parent: str) -> None:
        """Link a page that the navigation does not have to the one that lists it."""
        title = next(entry.title for entry in self._site.reference if entry.target == parent)
        link = nodes.reference("", title, target=Target(parent), internal=True)
        self.document.insert(0, nodes.paragraph("", "", link, classes=["parent"]))

    def _navigate(self) -> None:
        site = self._site
        first = next(iter(self.document.findall(nodes.section)))
        first += _tree("", [Entry("Guide", "self")])
        first += _tree("Resources", site.resources)
        reference = list(site.reference)
        if "changelog" in site.pages:
            reference.append(Entry("Changelog", "changelog"))
        first += _tree("Reference", reference)
        if site.links:
            first += _tree("Links", site.links)


def _sections(parent: nodes.Element) -> Iterator[nodes.section]:
    return (child for child in parent.children if isinstance(child, nodes.section))


def _tree(caption: str, entries: list[Entry] | tuple[Entry, ...]) -> nodes.Element:
    """Return a part of the navigation, which is not shown on the page itself."""
    pages = [entry.target for entry in entries if not entry.target.startswith((*_WEB, "self"))]
    tree = addnodes.toctree(
        parent=ROOT,
        entries=[(entry.title, entry.target) for entry in entries],
        includefiles=pages,
        caption=caption or None,
        rawcaption=caption,
        maxdepth=1,
        glob=False,
        hidden=True,
        includehidden=False,
        numbered=0,
        titlesonly=True,
    )
    return nodes.compound("", tree, classes=["toctree-wrapper"])


def _complete(app: Sphinx, document: nodes.document, name: str) -> None:
    """Insert what is on other pages: their addresses, and the examples of responses."""
    for place in list(document.findall(ResponseExample)):
        other = app.env.get_doctree(place["page"])
        place.replace_self(_example(other))
    for link in document.findall(nodes.reference):
        if "target" in link:
            link["refuri"] = _address(app, name, link)


def _address(app: Sphinx, page: str, link: nodes.reference) -> str:
    """Return the address of what a link on a page leads to."""
    target: Target = link["target"]
    if target.is_file:
        return "../" * page.count("/") + target.name
    if not target.anchor:
        return app.builder.get_relative_uri(page, target.name)
    if target.anchor not in app.env.metadata[target.name][_ANCHORS]:
        _LOGGER.warning("there is no heading #%s in %s", target.anchor, target.name, location=link)
    address = "" if page == target.name else app.builder.get_relative_uri(page, target.name)
    return f"{address}#{target.anchor}"


def _example(document: nodes.document) -> Sequence[nodes.Node]:
    """Return the first example on the page of a type."""
    for section in document.findall(nodes.section):
        if section[0].astext() == "Example Usage":
            return [block.deepcopy() for block in section.findall(nodes.literal_block)][:1]
    return []


def _restrict(
    _app: Sphinx, _name: str, _template: str, context: dict[str, Any], _document: nodes.document
) -> None:
    policy = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    context["metatags"] = f"\n    {policy}{context.get('metatags', '')}"
