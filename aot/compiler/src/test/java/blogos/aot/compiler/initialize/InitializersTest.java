package blogos.aot.compiler.initialize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blogos.aot.compiler.model.ClassInfo;
import blogos.aot.compiler.model.ClassPool;
import blogos.aot.compiler.model.ClassSource;
import blogos.aot.compiler.model.Cuts;
import blogos.aot.compiler.model.FieldInfo;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitializersTest {
    private static final String SUBJECTS = "blogos/aot/compiler/initialize/Subjects";

    private final ClassPool pool = new ClassPool(new ClassSource(List.of(testClasses())), "linux");
    private final Initializers initializers = new Initializers(pool, Cuts.read(pool));

    private static Path testClasses() {
        try {
            return Path.of(InitializersTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private ClassInfo subject(String name) {
        return pool.get(SUBJECTS + "$" + name);
    }

    private Object value(String name, String field) {
        ClassInfo info = subject(name);
        Evaluation evaluation = initializers.evaluationOf(info);
        assertNotNull(evaluation, () -> info + " " + initializers.reason(info));
        return evaluation.value(field(info, field));
    }

    private static FieldInfo field(ClassInfo info, String name) {
        return info.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    private static Object get(Object instance, String name) {
        Instance object = (Instance) instance;
        return object.fields().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .findFirst().orElseThrow()
                .getValue();
    }

    private static Object element(Object array, int index) {
        return ((ArrayObject) array).get(index);
    }

    @Test
    void enumConstantsAreObjectsOfTheirClasses() {
        Object point = value("Shape", "POINT");
        Object line = value("Shape", "LINE");
        assertEquals("POINT", ((Instance) get(point, "name")).literal());
        assertEquals(1, get(line, "ordinal"));
        assertEquals(SUBJECTS + "$Shape$1", ((Instance) line).info().name());
        assertSame(line, element(value("Shape", "$VALUES"), 1));
    }

    @Test
    void switchMapHoldsTheCaseOfEachOrdinal() {
        ClassInfo map = pool.get(SUBJECTS + "$1");
        FieldInfo field = map.fields().iterator().next();
        Object cases = initializers.evaluationOf(map).value(field);
        assertEquals(1, element(cases, 0));
        assertEquals(2, element(cases, 1));
    }

    @Test
    void tablesAreComputed() {
        assertEquals(49, element(value("Table", "SQUARES"), 7));
        assertEquals(49L << 40, element(element(value("Table", "NESTED"), 1), 2));
        assertEquals(44, value("Table", "SMALL"));
        assertEquals(0.5, value("Table", "half"));
    }

    @Test
    void graphsMayBeCyclic() {
        Object first = value("Cyclic", "FIRST");
        assertSame(first, get(first, "next"));
        assertSame(first, get(value("Cyclic", "SECOND"), "next"));
        assertEquals("data:blogos.aot.compiler.initialize.Subjects$Cyclic:", ((Instance) first).symbol().replaceAll("\\d+$", ""));
    }

    @Test
    void lambdasAreOneObjectAndCanBeCalled() {
        assertEquals(3, value("Lambdas", "THREE"));
        assertTrue(((Instance) value("Lambdas", "NEXT")).maker().name().contains("$$Lambda$"));
    }

    @Test
    void mapsOfStringsAreFilled() {
        assertEquals(2, get(value("Maps", "CAPITALS"), "size"));
    }

    @Test
    void finalStateOfEvaluatedClassesIsUsable() {
        assertEquals(6, value("UsesOthers", "SECOND_LENGTH"));
        assertEquals(2, value("UsesOthers", "SHAPES"));
    }

    @Test
    void libraryClassesAreEvaluated() {
        ClassInfo latin1 = pool.get("java/lang/CharacterDataLatin1");
        assertEquals(256, ((ArrayObject) initializers.evaluationOf(latin1).value(field(latin1, "A"))).length());
    }

    @Test
    void superclassOfAnEvaluatedClassMayRunInTheImage() {
        assertEquals(24, value("Child", "OWN"));
        assertNull(initializers.evaluationOf(subject("UsesChild")));
    }

    @ParameterizedTest
    @CsvSource({
        "Prints, needs java.lang.System",
        "Clock, needs java.lang.System",
        "Ping, whose initialiser needs it",
        "Pong, whose initialiser needs it",
        "ReadsList, reads java.util.ArrayList.size of an object",
        "ReadsArray, reads an array",
        "ReadsVariable, which may change",
        "WritesVariable, writes to",
        "WritesArray, writes to an array",
        "Throws, calls java.lang.Throwable.fillInStackTrace",
        "Endless, steps",
        "Huge, bytes of objects",
        "Identity, calls java.lang.Object.hashCode()I",
        "UsesChild, needs blogos.aot.compiler.initialize.Subjects$LazyParent"
    })
    void leavesToTheImage(String name, String reason) {
        ClassInfo info = subject(name);
        assertNull(initializers.evaluationOf(info));
        assertTrue(initializers.reason(info).contains(reason), initializers.reason(info));
    }
}
