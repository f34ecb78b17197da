package blogos.dwarf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A method as traces name it, with the calls in it that were inlined somewhere. */
final class TraceMethod {
    final String className;
    final String methodName;

    /** Last name of the source file's path; empty if unknown. */
    final String file;

    /** How many functions and call sites of the table name the method. */
    int uses;

    /** Number in the table, set when all uses are known. */
    int number;

    private int firstLine = Integer.MAX_VALUE;
    private final Map<Long, CallSite> sites = new HashMap<>();
    private final List<CallSite> usedSites = new ArrayList<>(0);

    /** Place in the pool: makes orders, and so tables, reproducible. */
    private final int identity;

    private TraceMethod(int identity, String className, String methodName, String file) {
        this.identity = identity;
        this.className = className;
        this.methodName = methodName;
        this.file = file;
    }

    /** A call of one method in one line of another that was inlined. */
    static final class CallSite {
        final TraceMethod caller;
        final TraceMethod callee;

        /** Line of the call; 0 if unknown. */
        final int line;

        /** How many inlined frames of the table it stands for. */
        private int uses;

        /** Number in the caller, set when all uses are known: the most used has 0. */
        int number;

        private CallSite(TraceMethod caller, TraceMethod callee, int line) {
            this.caller = caller;
            this.callee = callee;
            this.line = line;
        }

        void use() {
            if (uses++ == 0) {
                caller.usedSites.add(this);
                caller.addLine(line);
                callee.uses++;
            }
        }
    }

    /** The call of a method in a line of this one. */
    CallSite site(TraceMethod callee, int line) {
        return sites.computeIfAbsent((long) callee.identity << 32 | line, key -> new CallSite(this, callee, line));
    }

    /** Takes a line of the method into account; 0 is an unknown line. */
    void addLine(int line) {
        if (line > 0 && line < firstLine) {
            firstLine = line;
        }
    }

    /** The lowest known line of the method, or 0. */
    int firstLine() {
        return firstLine == Integer.MAX_VALUE ? 0 : firstLine;
    }

    /** A line as the table stores it: 0 if unknown, else 1 + distance from the first line. */
    int relative(int line) {
        return line == 0 ? 0 : 1 + line - firstLine();
    }

    /** Numbers the call sites with uses: the most used first. */
    void numberSites() {
        usedSites.sort(Comparator.comparingInt((CallSite site) -> -site.uses)
                .thenComparingInt(site -> site.line)
                .thenComparingInt(site -> site.callee.identity));
        for (int i = 0; i < usedSites.size(); i++) {
            usedSites.get(i).number = i;
        }
    }

    /** The call sites with uses, by number. */
    List<CallSite> usedSites() {
        return usedSites;
    }

    /** All methods of a table. Overloads are different methods, so that the lines of each are near each other. */
    static final class Pool {
        private final Map<Subprogram, TraceMethod> bySubprogram = new HashMap<>();
        private final List<TraceMethod> methods = new ArrayList<>();

        /**
         * The method of a subprogram. Its name is {@code binary.class.Name.method}; a function without a class has an
         * empty class name.
         */
        TraceMethod of(Subprogram subprogram) {
            TraceMethod method = bySubprogram.get(subprogram);
            if (method == null) {
                String symbol = subprogram.linkageName() == null ? "" : subprogram.linkageName();
                String name = subprogram.name() == null ? withoutDescriptor(symbol) : subprogram.name();
                method = add(name, subprogram.file(), isJava(symbol));
                bySubprogram.put(subprogram, method);
            }
            return method;
        }

        /** The method of an ELF symbol: a name as above, with a colon and a descriptor if it is a Java method's. */
        TraceMethod ofSymbol(String symbol) {
            return add(withoutDescriptor(symbol), null, isJava(symbol));
        }

        /** Numbers the methods with uses, the most used first, and their call sites; answers them by number. */
        List<TraceMethod> numberMethods() {
            List<TraceMethod> used = new ArrayList<>();
            for (TraceMethod method : methods) {
                if (method.uses > 0) {
                    used.add(method);
                }
            }
            used.sort(Comparator.comparingInt((TraceMethod method) -> -method.uses)
                    .thenComparingInt(method -> method.identity));
            for (int i = 0; i < used.size(); i++) {
                used.get(i).number = i;
                used.get(i).numberSites();
            }
            return used;
        }

        private TraceMethod add(String name, String path, boolean isJava) {
            int dot = name.lastIndexOf('.');
            String className = dot < 0 ? "" : name.substring(0, dot);
            String file = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
            if (file.isEmpty() && isJava) {
                file = usualFile(className);
            }
            TraceMethod method = new TraceMethod(methods.size(), className, name.substring(dot + 1), file);
            methods.add(method);
            return method;
        }

        private static boolean isJava(String symbol) {
            return symbol.indexOf(":(") > 0;
        }

        private static String withoutDescriptor(String symbol) {
            return isJava(symbol) ? symbol.substring(0, symbol.indexOf(":(")) : symbol;
        }
    }

    /** The source file of a class that is, or is nested in, the class that gives the file its name. */
    static String usualFile(String className) {
        String simpleName = className.substring(className.lastIndexOf('.') + 1);
        int dollar = simpleName.indexOf('$', 1);
        return (dollar < 0 ? simpleName : simpleName.substring(0, dollar)) + ".java";
    }
}
