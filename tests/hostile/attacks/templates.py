"""What a template may not do: rows of a table of `docs/security.md`.

`test_templates` renders each with the generator's own environment.
"""

from __future__ import annotations

from typing import Final

from jinja2.exceptions import (
    SecurityError,
    TemplateNotFound,
    TemplateRuntimeError,
    UndefinedError,
)

TEMPLATES: Final[tuple[tuple[str, str, type[Exception]], ...]] = (
    ("the class of a view", "{{ view.__class__ }}", SecurityError),
    ("the class, as a key", "{{ view['__class__'] }}", SecurityError),
    ("the class, by a filter", "{{ view | attr('__class__') }}", SecurityError),
    ("the class, by `map`", "{{ [view] | map(attribute='__class__') | first }}", SecurityError),
    ("the class, by `format`", "{{ '{0.__class__}'.format(view) }}", SecurityError),
    ("the class of a text", "{{ ''.__class__.__mro__ }}", SecurityError),
    ("the globals of a function", "{{ function.__globals__ }}", SecurityError),
    ("the code of a function", "{{ function.__code__ }}", SecurityError),
    ("the function of a method", "{{ view.method.__func__ }}", SecurityError),
    ("the globals of a method", "{{ view.method.__globals__ }}", SecurityError),
    ("the globals of Jinja", "{{ lipsum.__globals__ }}", SecurityError),
    ("the constructor of Jinja's", "{{ cycler.__init__ }}", SecurityError),
    ("the context", "{{ self._TemplateReference__context }}", SecurityError),
    ("how a value is pickled", "{{ ().__reduce_ex__(2) }}", SecurityError),
    ("a change of a list", "{{ view.names.append('x') }}", SecurityError),
    ("a change of a map", "{{ view.texts.update(a='x') }}", SecurityError),
    ("a change of a view", "{% set view.names = 1 %}", TemplateRuntimeError),
    ("numbers without end", "{{ range(10 ** 9) }}", OverflowError),
    ("a file above the folder", "{% include '../pyproject.toml' %}", TemplateNotFound),
    ("an absolute file", "{% include '/etc/passwd' %}", TemplateNotFound),
    ("a module of Python", "{% import 'os' as os %}", TemplateNotFound),
    ("a name that is not", "{{ absent }}", UndefinedError),
    ("a field that is not", "{{ view.absent }}", UndefinedError),
    ("a loop over what is not", "{% for item in view.absent %}{% endfor %}", UndefinedError),
    ("a question about what is not", "{% if view.absent %}{% endif %}", UndefinedError),
)
"""What it reaches for, how, and the error."""

DOCUMENTS: Final = (
    ("an include", "{% include 'pyproject.jinja' %}"),
    ("an import", "{% import 'python/model.jinja' as m %}{{ m }}"),
    ("the name of a template", "python/model.jinja"),
    ("the path of one", "../templates/python/model.jinja"),
    ("globals", "{{ cycler.__init__.__globals__ }}"),
    ("a block", "{% block body %}{% endblock %}"),
)
"""What a document says wherever text may stand; no other template is loaded, and it stays text."""
