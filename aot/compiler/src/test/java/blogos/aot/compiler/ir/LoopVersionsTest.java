package blogos.aot.compiler.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** The versions of loops are still Java, so a JVM can say whether they compute the same, and whether an access that is said to be inside its array is. */
class LoopVersionsTest {
    /** Line of the accesses without a check of the index. */
    private static final int UNCHECKED = 60_000;

    private static final int[] NUMBERS = {Integer.MIN_VALUE, Integer.MIN_VALUE + 1, -3, -1, 0, 1, 2, 5, 7, 8, 9, 10, 11, Integer.MAX_VALUE - 1,
        Integer.MAX_VALUE};
    private static final int[] STEPS = {1, 2, 7, 1 << 30, Integer.MAX_VALUE};

    @TestFactory
    Stream<DynamicTest> versionsComputeTheSame() throws IOException, ReflectiveOperationException {
        Class<?> versions = versions();
        return Arrays.stream(Loops.class.getDeclaredMethods())
                .map(original -> DynamicTest.dynamicTest(original.getName(), () -> compare(original,
                        versions.getDeclaredMethod(original.getName(), original.getParameterTypes()))));
    }

    private static void compare(Method original, Method version) throws ReflectiveOperationException {
        original.setAccessible(true);
        version.setAccessible(true);
        for (int length : new int[] {-1, 0, 1, 3, 10}) {
            for (int from : NUMBERS) {
                for (int to : NUMBERS) {
                    for (int step : STEPS) {
                        Object[] arguments = {null, from, to, step};
                        assertEquals(outcome(original, array(length), arguments), outcome(version, array(length), arguments),
                                () -> original.getName() + " of " + length + Arrays.toString(arguments));
                    }
                }
            }
        }
    }

    private static int[] array(int length) {
        int[] array = length < 0 ? null : new int[length];
        for (int i = 0; i < length; i++) {
            array[i] = i * 7 % 5;
        }
        return array;
    }

    /** What a call answers or throws, and what it leaves in the array. */
    private static String outcome(Method method, int[] array, Object[] arguments) throws IllegalAccessException {
        arguments[0] = array;
        String result;
        try {
            result = String.valueOf(method.invoke(null, arguments));
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            // HotSpot leaves the traces of exceptions out that it has thrown too often.
            for (StackTraceElement top : Arrays.copyOf(thrown.getStackTrace(), Math.min(1, thrown.getStackTrace().length))) {
                assertNotEquals(UNCHECKED, top.getLineNumber(), "an unchecked access threw " + thrown);
            }
            result = thrown.getClass().getName();
        }
        return result + Arrays.toString(array);
    }

    /** The class with the second versions of its loops. */
    private static Class<?> versions() throws IOException {
        ClassNode node = new ClassNode();
        try (InputStream in = Loops.class.getResourceAsStream("Loops.class")) {
            new ClassReader(in).accept(node, ClassReader.EXPAND_FRAMES);
        }
        for (int i = 0; i < node.methods.size(); i++) {
            MethodNode method = node.methods.get(i);
            if (!method.name.equals("<init>")) {
                VersionedCode code = LoopVersions.of(method);
                assertFalse(code.inside().isEmpty(), method.name);
                code.inside().forEach(access -> mark(code.node(), access));
                node.methods.set(i, code.node());
            }
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        byte[] bytes = writer.toByteArray();
        return new Definer().define(bytes);
    }

    private static final class Definer extends ClassLoader {
        Class<?> define(byte[] bytes) {
            return defineClass(null, bytes, 0, bytes.length);
        }
    }

    private static void mark(MethodNode method, AbstractInsnNode access) {
        LabelNode label = new LabelNode();
        method.instructions.insertBefore(access, label);
        method.instructions.insertBefore(access, new LineNumberNode(UNCHECKED, label));
        LabelNode after = new LabelNode();
        method.instructions.insert(access, new LineNumberNode(1, after));
        method.instructions.insert(access, after);
    }
}
