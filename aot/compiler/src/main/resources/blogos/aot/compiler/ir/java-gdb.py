# Shows Java values in gdb. Part of every image, in the section .debug_gdb_scripts; see docs/debugging.adoc.
#
# A reference is shown by what it refers to: "text", 42, Color.RED, int[3] {1, 2, 3}, ArrayList(2) {"a", "b"},
# IllegalStateException: message, Point[x=1, y=2], or the class and address of any other object. What *reference refers
# to is shown with all fields of the object's own class, the inherited ones included. $object(reference) is the same
# reference with the type of the object's own class, for expressions such as $object(list)->size.
import gdb

MOST_ELEMENTS = 20
DEEPEST = 2
LONGEST_TEXT = 1000
MOST_TABLE_SLOTS = 100000
OBJECT = "java.lang.Object"
CLASS_SYMBOL = "class:"
BOXES = {"java.lang." + name for name in ("Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double")}
ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f", "\\": "\\\\"}

# Class names by class pointer, for as long as the program stands still.
names = {}


def complete(type):
    """The definition of a class type, of which most units only have a declaration."""
    type = type.strip_typedefs()
    return gdb.lookup_type(type.name) if type.name and not type.fields() else type


def is_object(type):
    """Whether a type is that of a Java class, interface or array."""
    try:
        while type.code == gdb.TYPE_CODE_STRUCT and type.name != OBJECT:
            fields = complete(type).fields()
            if not fields or not fields[0].is_base_class:
                return False
            type = fields[0].type.strip_typedefs()
        return type.name == OBJECT
    except gdb.error:
        return False


def is_reference(type):
    return type.code == gdb.TYPE_CODE_PTR and is_object(type.target().strip_typedefs())


def class_name(reference):
    """The name of the class of the object at an address that is not 0: int[], java.util.Map$Entry."""
    header = reference.cast(gdb.lookup_type(OBJECT).pointer())
    pointer = int(header["_class"])
    if pointer not in names:
        # Images lie in the lowest or, the kernel's, in the highest 2 GiB. The symbol needs no memory of the program,
        # which may not be loaded yet.
        address = pointer | 0xFFFFFFFF00000000 if pointer >= 0x80000000 else pointer
        symbol = gdb.execute("with print demangle off -- info symbol 0x%x" % address, to_string=True)
        if not symbol.startswith(CLASS_SYMBOL) or " in section " not in symbol:
            raise gdb.error("no class")
        names[pointer] = source_name(symbol[len(CLASS_SYMBOL):symbol.index(" in section ")])
    return names[pointer]


def source_name(name):
    """Of the name that Class.getName answers: [[I is int[][]."""
    depth = len(name) - len(name.lstrip("["))
    element = name[depth:]
    if depth:
        primitives = dict(Z="boolean", B="byte", C="char", S="short", I="int", J="long", F="float", D="double")
        element = primitives.get(element, element[1:-1])
    return element + "[]" * depth


def simple_name(name):
    name = name[name.rfind(".") + 1:]
    parts = [part for part in name.split("$") if part]
    return parts[-1] if parts and not parts[-1].rstrip("[]").isdigit() else name


def with_own_class(reference):
    """A reference with the type of the object's own class."""
    return reference.cast(gdb.lookup_type(class_name(reference)).pointer())


def text_of(string):
    """The characters of a java.lang.String, the first thousand of them."""
    size = int(string["value"]["length"])
    if size < 0:
        raise gdb.MemoryError("no string")
    size = min(size, 2 * LONGEST_TEXT)
    data = gdb.selected_inferior().read_memory(int(string["value"]["data"].address), size).tobytes() if size else b""
    return data.decode("latin-1" if int(string["coder"]) == 0 else "utf-16-le", "replace")


def quoted(text, quote):
    ellipsis = "..." if len(text) > LONGEST_TEXT else ""
    shown = ""
    for c in text[:LONGEST_TEXT]:
        plain = c if c.isprintable() else "\\u%04x" % ord(c)
        shown += "\\" + c if c == quote else ESCAPES.get(c, plain)
    return quote + shown + quote + ellipsis


def show(value, depth):
    """A field, element or variable as text."""
    type = value.type.strip_typedefs()
    if is_reference(type):
        return show_reference(value, depth)
    if type.name == "char":
        return quoted(chr(int(value) & 0xFFFF), "'")
    if type.name == "boolean":
        return "true" if int(value) else "false"
    return str(int(value)) if type.name == "byte" else value.format_string()


def show_reference(reference, depth):
    if int(reference) == 0:
        return "null"
    try:
        name = class_name(reference)
        shown = describe(with_own_class(reference), name, depth)
    except gdb.MemoryError:
        return "<not in memory: 0x%x>" % int(reference)
    except (gdb.error, RuntimeError, UnicodeError, OverflowError):
        return "<no object at 0x%x>" % int(reference)
    return shown or "%s@0x%x" % (name, int(reference))


def describe(object, name, depth):
    """A text for objects of well-known classes, which says nothing of the objects in it if it is too deep; or None."""
    if name == "java.lang.String":
        return quoted(text_of(object), '"')
    if name in BOXES or name == "java.lang.Character":
        return show(object["value"], depth)
    if name == "java.lang.Class":
        return source_name(text_of(object["name"])) + ".class"
    if name in ("java.lang.StringBuilder", "java.lang.StringBuffer"):
        return describe_builder(object, name)
    supers = superclasses(object.type.target())
    if "java.lang.Enum" in supers:
        return simple_name(supers[supers.index("java.lang.Enum") - 1]) + "." + text_of(object["name"])
    if "java.lang.Throwable" in supers:
        message = object["detailMessage"]
        return name + (": " + text_of(message) if int(message) else "")
    if name.endswith("[]"):
        length = int(object["length"])
        data = object["data"]
        prefix = "%s[%d]%s" % (name[:name.index("[")], length, name[name.index("[") + 2:])
        return listed(prefix, length, (data[i] for i in range(length)), depth)
    if "java.lang.Record" in supers:
        if depth >= DEEPEST:
            return None
        parts = ["%s=%s" % (f.name, show(object[f.name], depth + 1)) for f in own_fields(object.type.target())]
        return "%s[%s]" % (simple_name(name), ", ".join(parts))
    return describe_collection(object, name, depth)


def describe_builder(object, name):
    size = int(object["count"]) << int(object["coder"])
    data = object["value"]["data"].address
    text = gdb.selected_inferior().read_memory(int(data), size).tobytes() if size > 0 else b""
    return simple_name(name) + " " + quoted(text.decode("utf-16-le" if int(object["coder"]) else "latin-1", "replace"), '"')


def describe_collection(object, name, depth):
    simple = simple_name(name)
    if name == "java.util.ArrayList" or name == "java.util.Vector":
        array = object["elementData"]
        size = int(object["size" if name == "java.util.ArrayList" else "elementCount"])
        return listed("%s(%d)" % (simple, size), size, (array["data"][i] for i in range(size)), depth)
    if name == "java.util.Arrays$ArrayList" or name == "java.util.ImmutableCollections$ListN":
        array = object["a" if name.startswith("java.util.Arrays") else "elements"]
        size = int(array["length"])
        return listed("%s(%d)" % (simple, size), size, (array["data"][i] for i in range(size)), depth)
    if name == "java.util.ImmutableCollections$List12":
        elements = [object["e0"]] if class_name(object["e1"]) == OBJECT else [object["e0"], object["e1"]]
        return listed("%s(%d)" % (simple, len(elements)), len(elements), elements, depth)
    if name in ("java.util.HashMap", "java.util.LinkedHashMap", "java.util.concurrent.ConcurrentHashMap"):
        return entries_listed(simple, object, depth, True)
    if name in ("java.util.HashSet", "java.util.LinkedHashSet"):
        return entries_listed(simple, with_own_class(object["map"]), depth, False)
    if name in ("java.util.Optional", "java.util.concurrent.atomic.AtomicReference"):
        return "%s(%s)" % (simple, show(object["value"], depth + 1))
    if name in ("java.util.concurrent.atomic.AtomicInteger", "java.util.concurrent.atomic.AtomicLong"):
        return "%s(%s)" % (simple, show(object["value"], depth))
    return None


def entries_listed(simple, map, depth, with_values):
    """The entries of a hash table in its order; both kinds of table have the same names for them."""
    is_concurrent = map.type.target().name.endswith("ConcurrentHashMap")
    size = int(map["baseCount" if is_concurrent else "size"])
    prefix = "%s(%d)" % (simple, size)
    if depth >= DEEPEST or int(map["table"]) == 0:
        return prefix
    value_name = "val" if is_concurrent else "value"
    shown = []
    table = map["table"]
    for i in range(min(int(table["length"]), MOST_TABLE_SLOTS)):
        node = table["data"][i]
        while int(node) and len(shown) <= MOST_ELEMENTS:
            entry = with_own_class(node)
            if is_concurrent and int(entry["hash"]) < 0:
                break
            key = show(entry["key"], depth + 1)
            shown.append("%s: %s" % (key, show(entry[value_name], depth + 1)) if with_values else key)
            node = entry["next"]
    more = ["..."] if len(shown) > MOST_ELEMENTS else []
    return prefix + " {" + ", ".join(shown[:MOST_ELEMENTS] + more) + "}"


def listed(prefix, length, elements, depth):
    if depth >= DEEPEST:
        return prefix
    shown = []
    for element in elements:
        if len(shown) == MOST_ELEMENTS:
            shown.append("...")
            break
        shown.append(show(element, depth + 1))
    return prefix + " {" + ", ".join(shown) + "}"


def superclasses(type):
    """Names of a class and all above it."""
    type = complete(type)
    chain = [type.name]
    while type.fields() and type.fields()[0].is_base_class:
        type = complete(type.fields()[0].type)
        chain.append(type.name)
    return chain


def own_fields(type):
    return [field for field in complete(type).fields() if not field.is_base_class]


def all_fields(type):
    """Fields with the class that declares them, inherited ones first, without the header."""
    type = complete(type)
    if type.name == OBJECT:
        return []
    return all_fields(type.fields()[0].type) + [(type, field) for field in own_fields(type)]


def children_of(reference):
    """Name and value of each field, or of each element."""
    object = with_own_class(reference)
    if object.type.target().name.endswith("[]"):
        for i in range(int(object["length"])):
            yield "[%d]" % i, object["data"][i]
    else:
        for owner, field in all_fields(object.type.target()):
            yield field.name, object.cast(owner.pointer())[field.name]


class ReferencePrinter:
    def __init__(self, value):
        self.value = value

    def to_string(self):
        return show_reference(self.value, 0)


class ExpandableReferencePrinter(ReferencePrinter):
    """For front ends that show a tree: after "set $expand_objects = 1"."""

    def children(self):
        try:
            yield from children_of(self.value) if int(self.value) else ()
        except gdb.error:
            return


class ObjectPrinter:
    def __init__(self, value):
        self.reference = value.address

    def to_string(self):
        return class_name(self.reference)

    def children(self):
        return children_of(self.reference)


class WordPrinter:
    """For values of word types, such as addresses."""

    def __init__(self, value):
        self.value = value

    def to_string(self):
        number = self.value["value"]
        shown = "0x%x" % (int(number) & (1 << 8 * number.type.sizeof) - 1) if is_integer(number.type) else str(number)
        return "%s(%s)" % (simple_name(self.value.type.strip_typedefs().name), shown)


class ScalarPrinter:
    def __init__(self, value):
        self.value = value

    def to_string(self):
        return show(self.value, 0)


def is_integer(type):
    return type.strip_typedefs().code == gdb.TYPE_CODE_INT


def is_word(type):
    fields = type.fields()
    return len(fields) == 1 and fields[0].name == "value" and "." in (type.name or "")


def is_expandable(reference):
    """Whether fields say more than the text. A front end shows no text beside fields."""
    try:
        name = class_name(reference) if int(reference) else "java.lang.String"
        if name in BOXES or name in ("java.lang.String", "java.lang.Character", "java.lang.Class"):
            return False
        return "java.lang.Enum" not in superclasses(gdb.lookup_type(name))
    except (gdb.error, RuntimeError, UnicodeError, OverflowError):
        return False


def find_printer(value):
    type = value.type.strip_typedefs()
    if is_reference(type):
        expand = gdb.convenience_variable("expand_objects") and is_expandable(value)
        return (ExpandableReferencePrinter if expand else ReferencePrinter)(value)
    if type.code == gdb.TYPE_CODE_STRUCT:
        if is_object(type) and value.address is not None:
            return ObjectPrinter(value)
        return WordPrinter(value) if is_word(type) else None
    is_small = type.name in ("char", "byte") and type.code in (gdb.TYPE_CODE_CHAR, gdb.TYPE_CODE_INT)
    return ScalarPrinter(value) if is_small else None


class OwnClass(gdb.Function):
    """$object(REFERENCE): the reference with the type of the object's own class."""

    def __init__(self):
        super().__init__("object")

    def invoke(self, reference):
        return with_own_class(reference) if int(reference) else reference


OwnClass()
gdb.events.stop.connect(lambda event: names.clear())
(gdb.current_objfile() or gdb).pretty_printers.append(find_printer)
