package blogos.runner.build;

import blogos.runner.UserError;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The programs of the initial RAM disk: every class of the module {@code blogos.programs} with a {@code public static
 * void main(String[])}. Class {@code TestProg} becomes {@code bin/test_prog}; {@code Init} is the program that the
 * kernel starts, {@code init}. A class with a constant {@code public static final String NAMES} becomes a program of each of
 * these names, which are separated by blanks.
 */
final class Programs {
    private static final String INIT = "init";
    private static final String DIRECTORY = "bin/";

    private Programs() {}

    /**
     * Finds the programs.
     *
     * @param classes the folder to search
     * @param classPath what the classes there need
     * @return from names in the archive to main classes
     */
    static SortedMap<String, String> find(Path classes, List<Path> classPath) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path entry : classPath) {
            urls.add(entry.toUri().toURL());
        }
        SortedMap<String, String> programs = new TreeMap<>();
        try (URLClassLoader loader =
                        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
                Stream<Path> tree = Files.walk(classes)) {
            List<String> names = tree.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.endsWith("-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
            for (String name : names) {
                for (String path : paths(loader, name)) {
                    if (programs.put(path, name) != null) {
                        throw new UserError("two programs have the name " + path);
                    }
                }
            }
        }
        return programs;
    }

    /** The programs that a class is: none without a {@code main}; several if it has a constant {@code NAMES}. */
    private static List<String> paths(ClassLoader loader, String className) {
        try {
            Class<?> type = Class.forName(className, false, loader);
            if (!hasMain(type)) {
                return List.of();
            }
            String names = (String) type.getField("NAMES").get(null);
            return Stream.of(names.split(" ")).map(name -> DIRECTORY + name).toList();
        } catch (NoSuchFieldException e) {
            return List.of(path(className));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new UserError("the class " + className + " cannot be loaded: " + e);
        }
    }

    private static boolean hasMain(Class<?> type) {
        try {
            Method main = type.getMethod("main", String[].class);
            return Modifier.isStatic(main.getModifiers()) && main.getReturnType() == void.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /** {@code blogos.programs.TestProg} is {@code bin/test_prog}. */
    static String path(String className) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        String name = simple.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return name.equals(INIT) ? INIT : DIRECTORY + name;
    }
}
