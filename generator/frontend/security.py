"""Security: which credentials an operation takes. Only HTTP bearer so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator import ir
from generator.frontend import engine
from generator.frontend.context import Context
from generator.frontend.engine import SecurityScheme, UntrustedString

Requirements = list[dict[UntrustedString, list[UntrustedString]]]
NOTHING: tuple[tuple[str, ...], ...] = ((),)
"""No credentials are needed: the one alternative is empty."""


@dataclass(slots=True)
class Security:
    """Lowers security requirements, and collects the schemes that they use."""

    context: Context
    schemes: dict[str, ir.SecurityScheme] = field(default_factory=dict)

    def lower(
        self, requirements: Requirements | None, at: str
    ) -> tuple[tuple[str, ...], ...] | None:
        """Lower a `security` list (OpenAPI 3.1, section 4.8.30).

        Args:
            requirements: The alternatives.
            at: The JSON pointer of the list.

        Returns:
            Those that we can meet, or None where there are some and we can meet none.
        """
        if not requirements:
            return NOTHING
        met = []
        for index, alternative in enumerate(requirements):
            names = [engine.text(name) for name in alternative]
            schemes = [self._scheme(name, engine.child(at, index, name)) for name in names]
            if len(schemes) > 1:
                self._refuse(
                    " and ".join(names), "two at once are not supported", engine.child(at, index)
                )
            elif None not in schemes:
                met.append(tuple(names))
        return tuple(dict.fromkeys(met)) or None

    def _scheme(self, name: str, at: str) -> ir.SecurityScheme | None:
        if name in self.schemes:
            return self.schemes[name]
        components = self.context.data.get("components")
        declared = components.get("securitySchemes") if isinstance(components, dict) else None
        if not isinstance(declared, dict) or name not in declared:
            self.context.diagnostics.error(
                "unknown-security-scheme",
                f"there is no security scheme `{name}`",
                fix="declare it in components.securitySchemes",
                at=at,
            )
            return None
        place = engine.child("", "components", "securitySchemes", name)
        scheme, place = self.context.follow(
            engine.Reference.model_validate({"$ref": f"#{place}"}), SecurityScheme, place
        )
        if scheme is None:
            return None
        kind = engine.text(scheme.type)
        if kind == "http" and engine.text(scheme.scheme).lower() == "bearer":
            doc = ir.Doc(description=engine.text(scheme.description))
            made = ir.SecurityScheme(name, "bearer", doc, ir.SourcePointer(place))
            self.schemes[name] = made
            return made
        what = f"{kind} {engine.text(scheme.scheme)}".strip()
        self._refuse(name, f"it is of type {what}", place)
        return None

    def _refuse(self, name: str, why: str, at: str) -> None:
        self.context.diagnostics.warning(
            "unsupported-security",
            f"the security `{name}` is not supported: {why}",
            fix="offer HTTP bearer as an alternative",
            at=at,
        )
