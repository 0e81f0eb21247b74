"""`allOf`, `oneOf`, `anyOf` and lists of types: what several schemas together become."""

from __future__ import annotations

import pytest
import yaml

from sdkwright.model import ir
from sdkwright.model.origin import Origin, pointer_of
from tests.unit.support.lowering import SCHEMA, Lowered, body_type, lower_schemas
from tests.unit.support.origins import named, origin

X = f"{SCHEMA}/X"
P = f"{X}/properties/p"
STRING = ir.Primitive("string")
INTEGER = ir.Primitive("integer")
OTHERS = """
Cat: {type: object, required: [kind], properties: {kind: {const: cat}, lives: {type: integer}}}
Dog: {type: object, required: [kind], properties: {kind: {enum: [dog, wolf]}, age: {type: number}}}
Fish: {type: object, required: [fins], properties: {fins: {type: integer}}}
Level: {type: string, enum: [low, high]}
"""


REFERRED = "#/components/schemas"


def component(name: str) -> ir.Named:
    return named(f"{SCHEMA}/{name}")


def lowered(schema: str) -> Lowered:
    """Lower a schema as the property `p` of X, and expect nothing to be said."""
    made = lower_schemas(f"X: {{type: object, properties: {{p: {schema}}}}}\n{OTHERS}")
    assert made.said == []
    return made


def type_of(schema: str) -> ir.Type:
    return lowered(schema).model(X).fields[0].type


def fields_of(made: Lowered, id_: Origin | str) -> dict[str, tuple[ir.Type, bool]]:
    return {field.name.wire: (field.type, field.required) for field in made.model(id_).fields}


def ref(name: str) -> str:
    return f"{{$ref: '#/components/schemas/{name}'}}"


# Choices


@pytest.mark.parametrize(
    ("schema", "variants"),
    [
        ("{oneOf: [{type: string}, {type: integer}]}", (STRING, INTEGER)),
        ("{anyOf: [{type: string}, {type: array}]}", (STRING, ir.ListOf(ir.Any()))),
        ("{type: [string, integer]}", (STRING, INTEGER)),
        (f"{{oneOf: [{ref('Cat')}, {ref('Fish')}]}}", (component("Cat"), component("Fish"))),
        (f"{{oneOf: [{ref('Level')}, {ref('Fish')}]}}", (component("Level"), component("Fish"))),
        (f"{{anyOf: [{ref('Cat')}, {{}}]}}", (component("Cat"), ir.Any())),
        (
            "{oneOf: [{anyOf: [{type: string}, {type: integer}]}, {type: boolean}]}",
            (STRING, INTEGER, ir.Primitive("boolean")),
        ),
    ],
)
def test_a_choice_is_a_union(schema: str, variants: tuple[ir.Type, ...]) -> None:
    made = lowered(schema)
    assert made.union(P).variants == variants
    assert made.union(P).hints == ("P", "XP")
    assert made.model(X).fields[0].type in {named(P), ir.Nullable(named(P))}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (f"{{oneOf: [{ref('Cat')}, {{type: 'null'}}]}}", ir.Nullable(component("Cat"))),
        (f"{{anyOf: [{ref('Cat')}, {ref('Cat')}]}}", component("Cat")),
        ("{anyOf: [{type: array, items: {}}, {type: array}]}", ir.ListOf(ir.Any())),
        ("{oneOf: [{type: string, format: date}, {type: string}]}", STRING),
        ("{type: string, anyOf: [{pattern: a}, {pattern: b}]}", STRING),
        (
            "{type: array, prefixItems: [{type: string}, {type: string}], maxItems: 2}",
            ir.ListOf(STRING),
        ),
    ],
)
def test_a_choice_that_is_none_is_what_all_its_variants_are(schema: str, expected: ir.Type) -> None:
    assert type_of(schema) == expected


def test_null_in_a_variant_is_said_of_the_whole() -> None:
    schema = "{oneOf: [{type: [string, 'null']}, {type: integer}]}"
    assert type_of(schema) == ir.Nullable(named(P))
    assert lowered(schema).union(P).variants == (STRING, INTEGER)


def test_the_places_of_a_list_are_the_variants_of_its_elements() -> None:
    schema = "{prefixItems: [{type: string}, {type: integer}], items: {type: boolean}}"
    made = lower_schemas(f"X: {{type: object, properties: {{p: {schema}}}}}")
    assert [(code, at) for code, _, at in made.said] == [("weak-type", f"{P}/prefixItems")]
    assert made.model(X).fields[0].type == ir.ListOf(named(f"{P}/prefixItems"))
    assert made.union(f"{P}/prefixItems").variants == (STRING, INTEGER, ir.Primitive("boolean"))


@pytest.mark.parametrize(
    ("beside", "variants"),
    [
        ("uniqueItems: true", (STRING, INTEGER, ir.Any())),
        ("maxItems: 3", (STRING, INTEGER, ir.Any())),
        ("maxItems: 2", (STRING, INTEGER)),
        ("items: {type: integer}", (STRING, INTEGER)),
    ],
)
def test_elements_behind_the_places_of_a_list_may_be_anything_unless_there_are_none(
    beside: str, variants: tuple[ir.Type, ...]
) -> None:
    schema = f"{{prefixItems: [{{type: string}}, {{type: integer}}], {beside}}}"
    made = lower_schemas(f"X: {{properties: {{p: {schema}}}}}")
    assert made.union(f"{P}/prefixItems").variants == variants


def test_an_index_has_the_type_that_all_schemas_give_it() -> None:
    schema = (
        "{allOf: [{prefixItems: [{type: string}], minItems: 2}, "
        "{prefixItems: [{}, {type: integer}], maxItems: 2}]}"
    )
    assert type_of(schema) == ir.TupleOf((STRING, INTEGER))


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ("minItems: 2, maxItems: 2", (STRING, INTEGER)),
        ("minItems: 2, maxItems: 2, items: {type: boolean}", (STRING, INTEGER)),
        ("minItems: 1, maxItems: 1", (STRING,)),
    ],
)
def test_a_list_of_one_length_is_a_tuple(lengths: str, expected: tuple[ir.Type, ...]) -> None:
    places = "prefixItems: [{type: string}, {type: integer}]"
    made = lower_schemas(f"X: {{type: object, properties: {{p: {{{places}, {lengths}}}}}}}")
    assert made.model(X).fields[0].type == ir.TupleOf(expected)
    assert made.said == []


@pytest.mark.parametrize(
    "lengths",
    ["maxItems: 2", "minItems: 2", "minItems: 1, maxItems: 2", "minItems: 3, maxItems: 3",
     "maxItems: 0"],
)  # fmt: skip
def test_a_list_of_several_lengths_is_none(lengths: str) -> None:
    places = "prefixItems: [{type: string}, {type: integer}]"
    made = lower_schemas(f"X: {{type: object, properties: {{p: {{{places}, {lengths}}}}}}}")
    assert isinstance(made.model(X).fields[0].type, ir.ListOf)
    assert [(code, at) for code, _, at in made.said] == [("weak-type", f"{P}/prefixItems")]


def test_a_tuple_that_doubles_at_each_level_ends() -> None:
    chain = {
        f"T{n}": {
            "prefixItems": [{"$ref": f"{REFERRED}/T{n + 1}"}] * 2,
            "minItems": 2,
            "maxItems": 2,
        }
        for n in range(8)
    }
    body = f"{{$ref: '{REFERRED}/T0'}}"
    made = lower_schemas(yaml.safe_dump({**chain, "T8": {"type": "string"}}), body=body)
    assert [code for code, _, _ in made.said] == ["weak-type"] * 2
    assert {at for _, _, at in made.said} == {
        f"{SCHEMA}/T1/prefixItems",
        f"{SCHEMA}/T0/prefixItems",
    }


def test_inline_variants_are_named_after_their_constant_or_title_or_place() -> None:
    made = lower_schemas("""
        X:
          oneOf:
          - {type: object, properties: {kind: {const: cat}, a: {}}}
          - {type: object, properties: {kind: {const: big dog}, a: {}}}
        Y:
          oneOf:
          - {type: object, title: The first, properties: {a: {}}}
          - {type: object, properties: {b: {}}}
          - {type: array, items: {type: object, properties: {c: {}}}}
        """, body="{type: object, properties: {x: {$ref: '#/components/schemas/X'}, "
             "y: {$ref: '#/components/schemas/Y'}}}")  # fmt: skip
    hints = {
        pointer_of(item.id.node).removeprefix(SCHEMA): item.hints for item in made.api.declarations
    }
    assert hints["/X/oneOf/0"] == ("XCat",)
    assert hints["/X/oneOf/1"] == ("XBigDog",)
    assert hints["/Y/oneOf/0"] == ("YTheFirst",)
    assert hints["/Y/oneOf/1"] == ("Y2",)
    assert hints["/Y/oneOf/2/items"] == ("YItem",)


# Discriminators


def mapping(schema: str) -> dict[str, ir.Type]:
    discriminator = lowered(schema).union(P).discriminator
    assert discriminator is not None
    assert discriminator.property == "kind"
    return dict(discriminator.mapping)


def test_a_discriminator_without_a_mapping_takes_the_values_of_its_property() -> None:
    all_ = f"[{ref('Cat')}, {ref('Dog')}, {ref('Fish')}]"
    schema = f"{{oneOf: {all_}, discriminator: {{propertyName: kind}}}}"
    assert mapping(schema) == {
        "cat": component("Cat"),
        "dog": component("Dog"),
        "wolf": component("Dog"),
        "Fish": component("Fish"),
    }


def test_a_mapping_names_schemas_by_reference_or_by_name() -> None:
    tags = "{propertyName: kind, mapping: {a: '#/components/schemas/Cat', b: Fish, c: Fish}}"
    schema = f"{{oneOf: [{ref('Cat')}, {ref('Fish')}], discriminator: {tags}}}"
    assert mapping(schema) == {
        "a": component("Cat"),
        "b": component("Fish"),
        "c": component("Fish"),
    }


SHARED = """
    X:
      oneOf: [{$ref: '#/components/schemas/Ant'}, {$ref: '#/components/schemas/Bee'}]
      discriminator: %s
    Kind: {type: string, enum: [%s]}
    Ant: {properties: {kind: {$ref: '#/components/schemas/Kind'}, legs: {type: integer}}}
    Bee: {properties: {kind: {$ref: '#/components/schemas/Kind'}, wings: {type: integer}}}
    """


def test_a_mapping_decides_between_variants_that_share_an_enum() -> None:
    tags = "{propertyName: kind, mapping: {a: Ant, b: Bee}}"
    made = lower_schemas(SHARED % (tags, "a, b"))
    assert made.union(X).discriminator == ir.Discriminator(
        "kind", (("a", component("Ant")), ("b", component("Bee")))
    )
    assert made.said == []


def test_a_value_that_is_mapped_is_not_taken_by_a_variant_before() -> None:
    made = lower_schemas(SHARED % ("{propertyName: kind, mapping: {b: Bee}}", "a, b"))
    assert made.union(X).discriminator == ir.Discriminator(
        "kind", (("a", component("Ant")), ("b", component("Bee")))
    )
    assert made.said == []


def test_a_shared_value_that_is_the_name_of_a_variant_is_that_variant() -> None:
    made = lower_schemas(SHARED % ("{propertyName: kind}", "Bee, Ant"))
    assert made.union(X).discriminator == ir.Discriminator(
        "kind", (("Ant", component("Ant")), ("Bee", component("Bee")))
    )
    assert made.said == []


def test_a_shared_value_that_nothing_gives_to_a_variant_is_a_warning() -> None:
    made = lower_schemas(SHARED % ("{propertyName: kind}", "b, Ant, a"))
    assert made.union(X).discriminator == ir.Discriminator("kind", (("Ant", component("Ant")),))
    message = (
        "several variants allow `a`, `b` for `kind`; such a value becomes the variant whose other "
        "properties match best"
    )
    assert made.said == [("ambiguous-discriminator", message, f"{X}/discriminator")]


def test_a_schema_that_only_the_mapping_names_is_a_variant_too() -> None:
    tags = "{propertyName: kind, mapping: {f: Fish}}"
    made = lowered(f"{{oneOf: [{ref('Cat')}, {ref('Dog')}], discriminator: {tags}}}")
    assert made.union(P).variants == (component("Cat"), component("Dog"), component("Fish"))


def test_a_mapping_to_nowhere_is_a_warning() -> None:
    made = lower_schemas(f"""
        X:
          oneOf: [{ref('Cat')}, {ref('Fish')}]
          discriminator: {{propertyName: kind, mapping: {{a: Nothing}}}}
        Cat: {{type: object, properties: {{a: {{}}}}}}
        Fish: {{type: object, properties: {{b: {{}}}}}}
        """)
    at = f"{X}/discriminator/mapping/a"
    assert [(code, place) for code, _, place in made.said] == [("unresolved-mapping", at)]


def test_a_value_may_match_several_members_of_any_of() -> None:
    objects = "{properties: {a: {}}, required: [a]}, {properties: {b: {}}, required: [b]}"
    assert lowered(f"{{anyOf: [{objects}]}}").union(P).overlaps
    assert not lowered(f"{{oneOf: [{objects}]}}").union(P).overlaps
    assert lowered(f"{{oneOf: [{{anyOf: [{objects}]}}, {{type: string}}]}}").union(P).overlaps
    merged = lowered(f"{{anyOf: [{objects}], properties: {{c: {{}}}}}}")
    assert merged.union(P).overlaps


def test_a_required_property_that_is_read_only_in_a_parent_is_noted() -> None:
    made = lower_schemas("""
        X: {allOf: [{$ref: '#/components/schemas/Base'}, {required: [id], properties: {id: {}}}]}
        Base: {type: object, properties: {id: {type: string, readOnly: true}}}
        """)
    at = f"{X}/allOf/1/properties/id"
    message = (
        "`id` is required here, but `readOnly` in a schema that this one extends; it is not sent"
    )
    assert made.said == [("read-only-property", message, at)]
    assert made.model(X).fields[0].access == "read"


PETS = """
    X:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}%s]
    Pet:
      required: [kind]
      properties: {kind: {type: string}}
      discriminator: {propertyName: kind, mapping: {cat: Cat, gone: Gone}}
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
    Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {age: {type: integer}}}]}
    """


def test_a_choice_has_the_discriminator_that_all_of_its_objects_inherit() -> None:
    made = lower_schemas(PETS % ", {type: string}")
    assert made.union(X).discriminator == ir.Discriminator(
        "kind", (("cat", component("Cat")), ("Dog", component("Dog")))
    )


def test_a_choice_with_an_object_of_another_family_has_no_discriminator() -> None:
    made = lower_schemas(PETS % ", {type: object, properties: {kind: {type: string}}}")
    assert made.union(X).discriminator is None


FAMILY = """
    X:
      type: object
      required: [kind]
      properties: {kind: {type: string}}
      discriminator: {propertyName: kind, mapping: {kitten: '#/components/schemas/Cat'}}
    Cat: {allOf: [{$ref: '#/components/schemas/X'}, {properties: {lives: {type: integer}}}]}
    Same: {allOf: [{$ref: '#/components/schemas/X'}, {description: No more than that.}]}
    """


def test_the_parent_of_a_family_is_any_of_its_children_or_itself() -> None:
    made = lower_schemas(FAMILY)
    assert body_type(made) == named(X)
    assert made.union(X).variants == (component("Cat"), component("Same"), named(X, "base"))
    assert made.union(X).discriminator == ir.Discriminator(
        "kind",
        (("kitten", component("Cat")), ("Same", component("Same"))),
        default=named(X, "base"),
    )
    assert made.declaration(origin(X, "base")).hints == ("XBase",)
    assert made.said == []


def test_a_family_whose_parent_has_no_properties_has_no_default() -> None:
    made = lower_schemas("""
        X: {type: object, discriminator: {propertyName: kind}}
        Cat: {allOf: [{$ref: '#/components/schemas/X'}, {properties: {lives: {type: integer}}}]}
        Dog: {allOf: [{$ref: '#/components/schemas/X'}, {properties: {age: {type: integer}}}]}
        """)
    assert made.union(X).discriminator == ir.Discriminator(
        "kind", (("Cat", component("Cat")), ("Dog", component("Dog")))
    )


def test_a_child_has_the_fields_of_its_parent_and_its_own() -> None:
    made = lower_schemas(FAMILY)
    assert fields_of(made, f"{SCHEMA}/Cat") == {"kind": (STRING, True), "lives": (INTEGER, False)}
    assert fields_of(made, f"{SCHEMA}/Same") == {"kind": (STRING, True)}
    assert fields_of(made, origin(X, "base")) == {"kind": (STRING, True)}


def test_a_child_of_a_child_is_of_the_family_too() -> None:
    made = lower_schemas(f"""
        X:
          properties: {{kind: {{type: string}}}}
          discriminator: {{propertyName: kind}}
        Child: {{allOf: [{ref("X")}, {{properties: {{a: {{type: string}}}}}}]}}
        Grandchild: {{allOf: [{ref("Child")}, {{properties: {{b: {{type: string}}}}}}]}}
        """)
    assert made.union(X).discriminator == ir.Discriminator(
        "kind",
        (("Child", component("Child")), ("Grandchild", component("Grandchild"))),
        default=named(X, "base"),
    )
    assert set(fields_of(made, f"{SCHEMA}/Grandchild")) == {"kind", "a", "b"}


def test_a_child_of_the_union_that_it_is_a_variant_of_ends() -> None:
    made = lower_schemas("""
        X:
          type: object
          required: [kind]
          properties: {kind: {type: string}}
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
        Cat: {allOf: [{$ref: '#/components/schemas/X'}, {properties: {lives: {type: integer}}}]}
        Dog: {allOf: [{$ref: '#/components/schemas/X'}, {properties: {age: {type: integer}}}]}
        """)
    assert made.union(X).variants == (component("Cat"), component("Dog"))
    assert fields_of(made, f"{SCHEMA}/Cat") == {"kind": (STRING, True), "lives": (INTEGER, False)}
    assert made.said == []


# Merges


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (f"{{allOf: [{ref('Cat')}], description: A cat.}}", component("Cat")),
        (f"{{allOf: [{ref('Cat')}, {{description: A cat.}}]}}", component("Cat")),
        (f"{{allOf: [{ref('Cat')}, {{type: object, properties: {{}}}}]}}", component("Cat")),
        (f"{{allOf: [{ref('Cat')}, {{required: [kind]}}]}}", component("Cat")),
        (f"{{allOf: [{ref('Level')}, {{type: string, default: low}}]}}", component("Level")),
        (f"{{nullable: true, allOf: [{ref('Cat')}]}}", ir.Nullable(component("Cat"))),
        ("{allOf: [{type: string}, {maxLength: 3}]}", STRING),
        ("{allOf: [{type: string}, {format: date}]}", ir.Primitive("string", "date")),
        ("{allOf: [{type: number}, {type: integer}]}", INTEGER),
        ("{allOf: [{type: array}, {items: {type: string}}]}", ir.ListOf(STRING)),
        (
            "{allOf: [{type: object}, {additionalProperties: {type: string}}]}",
            ir.MapOf(STRING),
        ),
    ],
)
def test_a_merge_that_adds_nothing_is_what_it_merges(schema: str, expected: ir.Type) -> None:
    assert type_of(schema) == expected


def test_a_merge_of_objects_has_the_fields_of_all() -> None:
    made = lowered(f"""{{
        allOf: [{ref("Cat")}, {{required: [lives], properties: {{colour: {{type: string}}}}}}],
        properties: {{size: {{type: integer}}}}}}""")
    assert fields_of(made, P) == {
        "kind": (ir.Literal(("cat",)), True),
        "lives": (INTEGER, True),
        "colour": (STRING, False),
        "size": (INTEGER, False),
    }


def test_keywords_beside_a_reference_are_merged_into_it() -> None:
    made = lowered("{$ref: '#/components/schemas/Fish', properties: {colour: {type: string}}}")
    assert fields_of(made, P) == {"fins": (INTEGER, True), "colour": (STRING, False)}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("{type: string}", "{nullable: true}", ir.Nullable(STRING)),
        ("{type: [string, 'null']}", "{type: string}", STRING),
        ("{type: [string, 'null']}", "{description: Text.}", ir.Nullable(STRING)),
        ("{type: number}", "{type: integer}", INTEGER),
        ("{type: string}", ref("Level"), component("Level")),
        (ref("Level"), "{default: low}", component("Level")),
        ("{}", "{type: string}", STRING),
    ],
)
def test_the_later_schema_of_a_property_has_the_last_word(
    first: str, second: str, expected: ir.Type
) -> None:
    made = lowered(f"{{allOf: [{{properties: {{a: {first}}}}}, {{properties: {{a: {second}}}}}]}}")
    assert fields_of(made, P) == {"a": (expected, False)}


def test_a_choice_beside_properties_gives_them_to_each_variant() -> None:
    made = lowered(f"""{{
        type: object, properties: {{name: {{type: string}}}}, required: [name],
        oneOf: [{ref("Fish")}, {{title: Other, properties: {{a: {{type: integer}}}}}}]}}""")
    first, second = made.union(P).variants
    assert fields_of(made, f"{P}/variants/0") == {"name": (STRING, True), "fins": (INTEGER, True)}
    assert fields_of(made, f"{P}/variants/1") == {"name": (STRING, True), "a": (INTEGER, False)}
    assert (first, second) == (named(f"{P}/variants/0"), named(f"{P}/variants/1"))
    assert made.declaration(f"{P}/variants/1").hints[0] == "POther"


def test_variants_that_have_all_of_that_already_stay_what_they_are() -> None:
    own = "required: [kind], properties: {kind: {type: string}}"
    schema = f"{{{own}, oneOf: [{ref('Cat')}, {ref('Dog')}]}}"
    assert lowered(schema).union(P).variants == (component("Cat"), component("Dog"))


def test_of_two_choices_the_variants_that_agree_are_left() -> None:
    made = lowered(f"""{{allOf: [
        {{anyOf: [{{type: string}}, {{type: array, items: {ref("Cat")}}}]}},
        {{anyOf: [{{type: string}}, {{type: array, items: {ref("Cat")}}}]}}]}}""")
    assert made.union(P).variants == (STRING, ir.ListOf(component("Cat")))


# Other properties


@pytest.mark.parametrize(
    ("keywords", "expected"),
    [
        ("additionalProperties: true", ir.Any()),
        ("additionalProperties: {type: string}", STRING),
        ("additionalProperties: false", None),
        ("description: Nothing is said of others.", None),
        ("patternProperties: {'^x-': {type: integer}}, additionalProperties: false", INTEGER),
    ],
)
def test_a_model_knows_what_its_other_properties_are(keywords: str, expected: ir.Type) -> None:
    made = lowered(f"{{type: object, properties: {{a: {{type: string}}}}, {keywords}}}")
    assert made.model(P).additional == expected


def test_keys_that_match_no_pattern_may_have_any_value() -> None:
    made = lowered("{patternProperties: {'^x-': {type: integer}}}")
    at = f"{P}/patternProperties"
    assert made.model(X).fields[0].type == ir.MapOf(ir.Nullable(named(at)))
    assert made.union(at).variants == (INTEGER, ir.Any())


def test_what_a_value_must_not_be_is_noted() -> None:
    made = lower_schemas("X: {type: object, properties: {p: {type: string, not: {enum: [a]}}}}")
    assert [(code, at) for code, _, at in made.said] == [("ignored-keyword", f"{P}/not")]


# What contains itself


def test_a_union_is_no_variant_of_itself() -> None:
    made = lower_schemas(f"""
        X: {{type: object, properties: {{a: {ref("A")}, b: {ref("B")}, c: {ref("C")}}}}}
        A: {{oneOf: [{ref("B")}, {{type: string}}]}}
        B: {{oneOf: [{ref("A")}, {{type: integer}}]}}
        C: {{oneOf: [{ref("C")}, {{type: string}}, {{type: array, items: {ref("C")}}}]}}
        """)
    assert made.union(f"{SCHEMA}/A").variants == (INTEGER, STRING)
    assert made.union(f"{SCHEMA}/B").variants == (STRING, INTEGER)
    assert made.union(f"{SCHEMA}/C").variants == (STRING, ir.ListOf(component("C")))


@pytest.mark.parametrize("schema", ["oneOf: [{}]", "anyOf: [{}, {{type: 'null'}}]", "allOf: [{}]"])
def test_a_schema_that_is_nothing_but_itself_is_any_value(schema: str) -> None:
    itself = schema.format(ref("A"))
    made = lower_schemas(
        f"X: {{type: object, properties: {{p: {ref('A')}}}}}\nA: {{description: x, {itself}}}"
    )
    assert made.model(X).fields[0].type == ir.Any()


@pytest.mark.parametrize(
    ("keywords", "noted"),
    [
        ("if: {required: [a]}, then: {properties: {b: {type: integer}}}", ["if"]),
        ("dependentSchemas: {a: {properties: {b: {type: integer}}}}", ["dependentSchemas"]),
        ("unevaluatedProperties: true", []),
    ],
)
def test_properties_under_a_condition_are_found_among_the_additional_ones(
    keywords: str, noted: list[str]
) -> None:
    made = lower_schemas(f"X: {{type: object, properties: {{a: {{type: string}}}}, {keywords}}}")
    assert made.model(X).additional == ir.Any()
    assert [(code, at) for code, _, at in made.said] == [
        ("ignored-keyword", f"{X}/{keyword}") for keyword in noted
    ]


def test_properties_that_nothing_else_knows_may_have_a_type() -> None:
    made = lowered(f"{{properties: {{a: {{}}}}, unevaluatedProperties: {ref('Level')}}}")
    assert made.model(P).additional == component("Level")


# What documents made at random have found


def test_a_choice_between_an_object_and_a_word_is_a_union() -> None:
    made = lower_schemas("X: {oneOf: [{enum: [{a: 1}]}, {const: b}]}")
    assert made.union(X).variants == (ir.MapOf(ir.Any()), ir.Literal(("b",)))


def test_a_choice_between_nulls_is_null() -> None:
    schema = "{type: array, prefixItems: [{type: 'null'}], items: {type: 'null'}}"
    assert type_of(schema) == ir.ListOf(ir.Primitive("null"))


def test_what_contains_itself_may_be_null_wherever_that_is_said() -> None:
    made = lower_schemas("""
        X:
          oneOf:
          - {type: [string, 'null']}
          - {type: array, items: {$ref: '#/components/schemas/X'}}
        """)
    assert made.union(X).variants == (STRING, ir.ListOf(ir.Nullable(component("X"))))


def test_a_choice_that_holds_together_with_itself_ends() -> None:
    made = lower_schemas(f"""
        X: {{type: object, properties: {{p: {{allOf: [{ref("A")}, {ref("Y")}]}}}}}}
        Y: {{type: object, properties: {{y: {{type: string}}}}}}
        A: {{anyOf: [{ref("B")}, {{type: object, properties: {{a: {{type: string}}}}}}]}}
        B: {{anyOf: [{ref("A")}, {{type: object, properties: {{b: {{type: string}}}}}}]}}
        """)
    (field,) = made.model(X).fields
    assert isinstance(field.type, ir.Named)
    fields = [
        set(fields_of(made, kind.id))
        for kind in made.union(field.type.id).variants
        if isinstance(kind, ir.Named)
    ]
    assert {"y", "a"} in fields
    assert {"y", "b"} in fields


def test_a_union_that_contains_itself_ends() -> None:
    made = lower_schemas("""
        X:
          oneOf:
          - {type: string}
          - {type: 'null'}
          - {type: array, items: {$ref: '#/components/schemas/X'}}
        """)
    assert body_type(made) == ir.Nullable(named(X))
    assert made.union(X).variants == (STRING, ir.ListOf(ir.Nullable(named(X))))
    assert made.said == []


def circle(name: str, length: int) -> str:
    """Objects that each hold the next one, and the last the first."""
    names = [f"{name}{n}" for n in range(length)]
    return "".join(
        f"{own}: {{properties: {{next: {ref(following)}, {own}: {{}}}}}}\n"
        for own, following in zip(names, [*names[1:], names[0]], strict=True)
    )


def merged_circles(first: int, second: int) -> Lowered:
    return lower_schemas(
        f"X: {{allOf: [{ref('A0')}, {ref('B0')}]}}\n{circle('A', first)}{circle('B', second)}"
    )


def test_two_objects_that_hold_themselves_make_one_that_does() -> None:
    made = merged_circles(1, 1)
    assert [*fields_of(made, X)] == ["next", "A0", "B0"]
    assert made.model(X).fields[0].type == component("X")
    assert len(made.api.declarations) == 1
    assert made.said == []


def test_two_circles_of_objects_make_one_of_all_pairs() -> None:
    made = merged_circles(2, 3)
    ids = [f"{X}{'/properties/next' * n}" for n in range(6)]
    assert [[*fields_of(made, id_)][1:] for id_ in ids] == [
        ["A0", "B0"],
        ["A1", "B1"],
        ["A0", "B2"],
        ["A1", "B0"],
        ["A0", "B1"],
        ["A1", "B2"],
    ]
    assert [made.model(id_).fields[0].type for id_ in ids] == [named(id_) for id_ in [*ids[1:], X]]
    assert len(made.api.declarations) == 6


def test_a_merge_that_goes_on_and_on_is_any_value_in_the_end() -> None:
    made = merged_circles(7, 11)
    assert len(made.api.declarations) == 51
    last = made.model(f"{X}{'/properties/next' * 50}")
    assert last.fields[0].type == ir.Any()
    assert [(code, message) for code, message, _ in made.said] == [
        ("weak-type", "merging these schemas never ends; typed as `Any`")
    ]


@pytest.mark.parametrize("null", [False, True])
def test_two_lists_of_themselves_make_one_that_is(*, null: bool) -> None:
    made = lower_schemas(f"""
        X: {{type: object, properties: {{p: {{allOf: [{ref("A")}, {ref("B")}]}}}}}}
        A: {{type: array, items: {ref("A")}}}
        B: {{type: array, items: {{allOf: [{ref("B")}], nullable: {str(null).lower()}}}}}
        """)
    item = named(f"{P}/items")
    listed = ir.ListOf(ir.Nullable(item) if null else item)
    assert made.model(X).fields[0].type == listed
    assert made.union(item.id).variants == (listed,)


def test_lists_merge_into_one_another_only_so_far() -> None:
    names = [[f"{name}{n}" for n in range(length)] for name, length in (("A", 7), ("B", 11))]
    lists = "".join(
        f"{own}: {{type: array, items: {ref(following)}}}\n"
        for circle in names
        for own, following in zip(circle, [*circle[1:], circle[0]], strict=True)
    )
    made = lower_schemas(f"X: {{allOf: [{ref('A0')}, {ref('B0')}]}}\n{lists}")
    kind, depth = body_type(made), 0
    while isinstance(kind, ir.ListOf):
        kind, depth = kind.item, depth + 1
    assert (kind, depth) == (ir.Any(), 51)


def test_a_problem_inside_of_a_union_costs_all_operations_that_need_it() -> None:
    made = lower_schemas("X: {oneOf: [{type: string}, {type: object, properties: {p: string}}]}")
    assert made.operations == []
    assert [code for code, _, _ in made.said] == ["dropped-operation"]


def test_a_variant_that_is_not_there_may_be_anything() -> None:
    made = lower_schemas("X: {oneOf: [{type: string}, {$ref: '#/components/schemas/None'}]}")
    assert made.union(X).variants == (STRING, ir.Any())
    assert [code for code, _, _ in made.said] == ["unresolved-reference"]


# Enums


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{enum: [true, false, null]}", ir.Nullable(ir.Literal((True, False)))),
        ("{enum: [true, auto]}", named(P)),
        ("{enum: [1, a]}", named(P)),
    ],
)
def test_an_enum_of_several_kinds(schema: str, expected: ir.Type) -> None:
    assert type_of(schema) == expected


def test_flags_and_words_are_a_union() -> None:
    made = lowered("{enum: [true, auto]}")
    assert made.union(P).variants == (named(f"{P}/enum"), ir.Literal((True,)))


# defaultMapping (OpenAPI 3.2)

DEFAULTED = """
    X:
      oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
      discriminator: {propertyName: k, defaultMapping: DEFAULT}
    A: {type: object, properties: {a: {type: string}}}
    B: {type: object, properties: {b: {type: string}}}
    C: {type: object, properties: {c: {type: string}}}
    """


@pytest.mark.parametrize(
    ("default", "expected"),
    [("B", "B"), ("'#/components/schemas/B'", "B"), ("C", "C"), ("D", None)],
)
def test_a_discriminator_has_a_default(default: str, expected: str | None) -> None:
    made = lower_schemas(DEFAULTED.replace("DEFAULT", default))
    by = made.union(X).discriminator
    assert by is not None
    assert by.default == (None if expected is None else named(f"{SCHEMA}/{expected}"))
    at = f"{X}/discriminator/defaultMapping"
    problem = "`defaultMapping` is `D`, which does not exist; other objects stay plain data"
    assert made.said == ([] if expected else [("unresolved-mapping", problem, at)])
