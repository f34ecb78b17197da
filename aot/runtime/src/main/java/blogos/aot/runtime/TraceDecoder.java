package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.Bytes;
import blogos.aot.api.Symbol;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the stack trace of an exception out of the program counters of a {@link Backtrace}, with the frames that
 * HotSpot shows: neither the exception's constructors, nor the runtime's own methods, nor the classes that stand for
 * lambda expressions.
 */
public final class TraceDecoder {
    private static final String RUNTIME_PACKAGE = "blogos.aot.runtime.";
    private static final String LAMBDA_CLASS = "$$Lambda";
    private static final String JDK_MODULE = "java.base";
    private static final int MAX_ELEMENTS = 1024;

    private static TraceTable table;

    private TraceDecoder() {}

    /** The stack trace of a throwable with its program counters, which may be null. */
    public static StackTraceElement[] elements(Throwable throwable, long[] counters) {
        List<StackTraceElement> elements = new ArrayList<>();
        boolean inConstruction = true;
        PluginTraces plugins = new PluginTraces();
        for (int i = 0; counters != null && i < counters.length; i++) {
            TraceTable frames = find(Address.of(counters[i]), plugins);
            for (; frames.hasFrame(); frames.next()) {
                String className = frames.className();
                String method = frames.methodName();
                inConstruction = inConstruction && isConstruction(throwable, className, method);
                if (!inConstruction && !isHidden(className) && elements.size() < MAX_ELEMENTS) {
                    elements.add(element(className, method, frames.fileName(), frames.line()));
                }
            }
        }
        return elements.toArray(new StackTraceElement[0]);
    }

    /** The table that knows an address, at its innermost frame; at none if no table knows it. */
    private static TraceTable find(Address counter, PluginTraces plugins) {
        TraceTable own = imageTable();
        if (own.find(counter.distanceFrom(imageStart()))) {
            return own;
        }
        TraceTable ofPlugin = plugins.find(counter);
        return ofPlugin == null ? own : ofPlugin;
    }

    private static boolean isHidden(String className) {
        return className.isEmpty() || className.startsWith(RUNTIME_PACKAGE) || className.contains(LAMBDA_CLASS);
    }

    /** Whether a frame belongs to the making of the throwable. */
    private static boolean isConstruction(Throwable throwable, String className, String method) {
        if (className.startsWith(RUNTIME_PACKAGE) || method.equals("fillInStackTrace")) {
            return true;
        }
        if (!method.equals("<init>")) {
            return false;
        }
        Class<?> c = throwable.getClass();
        while (c != null && !c.getName().equals(className)) {
            c = c.getSuperclass();
        }
        return c != null;
    }

    private static StackTraceElement element(String className, String method, String file, int line) {
        String module = JdkNames.isJdkClass(className) ? JDK_MODULE : null;
        String source = file.isEmpty() ? null : file;
        return new StackTraceElement(null, module, null, className, method, source, line > 0 ? line : -1);
    }

    private static TraceTable imageTable() {
        if (table == null) {
            table = TraceTable.of(Bytes.of(traceStart(), traceEnd().distanceFrom(traceStart())));
        }
        return table;
    }

    @Symbol("__image_start")
    private static native Address imageStart();

    @Symbol("__trace_start")
    private static native Address traceStart();

    @Symbol("__trace_end")
    private static native Address traceEnd();
}
