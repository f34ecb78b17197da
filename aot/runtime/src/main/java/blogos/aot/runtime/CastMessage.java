package blogos.aot.runtime;

/** HotSpot's text of a {@link ClassCastException}. */
final class CastMessage {
    private static final String JDK_MODULE = "module java.base of loader 'bootstrap'";
    private static final String PROGRAM_MODULE = "unnamed module of loader 'app'";

    private CastMessage() {}

    static String of(Class<?> actual, Class<?> target) {
        String from = actual.getName();
        String to = target.getName();
        String fromModule = moduleOf(actual);
        String toModule = moduleOf(target);
        String where = fromModule == toModule
                ? from + " and " + to + " are in " + fromModule
                : from + " is in " + fromModule + "; " + to + " is in " + toModule;
        return "class " + from + " cannot be cast to class " + to + " (" + where + ")";
    }

    private static String moduleOf(Class<?> c) {
        Class<?> element = c;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element.isPrimitive() || JdkNames.isJdkClass(element.getName()) ? JDK_MODULE : PROGRAM_MODULE;
    }
}
