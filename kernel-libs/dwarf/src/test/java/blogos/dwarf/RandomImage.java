package blogos.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up functions with inlined calls and lines, and what a trace of each address must be. */
final class RandomImage {
    static final long IMAGE_START = 0xffff_ffff_8020_0000L;

    private static final String[] PACKAGES = {"", "java.util.", "blogos.kernel.", "a.b."};
    private static final String[] METHODS = {
        "get",
        "set",
        "<init>",
        "lambda$run$0",
        "gr\u00f6\u00dfe",
        "\u65b9\u6cd5",
        "hashCode",
        "x",
        "aVeryLongMethodNameThatGoesOnAndOn"
    };

    final List<FunctionScope> functions = new ArrayList<>();
    final LineTable lines;
    final long end;
    private final Random random;

    RandomImage(Random random, int functionCount) {
        this.random = random;
        LineTable.Builder rows = new LineTable.Builder();
        long address = IMAGE_START;
        for (int i = 0; i < functionCount; i++) {
            address += random.nextInt(random.nextInt(10) == 0 ? 600 : 16);
            long functionEnd = address + 1 + random.nextInt(random.nextInt(5) == 0 ? 1000 : 60);
            FunctionScope function = new FunctionScope(subprogram(), new long[] {address, functionEnd}, 0, 0);
            inline(function, address, functionEnd, 8);
            if (random.nextInt(20) == 0) {
                nest(function, random.nextInt(100));
            }
            functions.add(function);
            if (random.nextInt(20) != 0) {
                addLines(rows, address, functionEnd);
            }
            address = functionEnd;
        }
        end = address;
        lines = rows.build(List.of());
    }

    byte[] table() {
        TraceMethod.Pool methods = new TraceMethod.Pool();
        List<TraceFunction> flat = new ArrayList<>();
        for (FunctionScope function : functions) {
            flat.add(new TraceFunction(function, function.ranges()[0], function.ranges()[1], lines, methods));
        }
        return TraceTableWriter.encode(flat, methods, IMAGE_START);
    }

    /** The frames at an address, innermost first, each {@code name file line}. */
    List<String> frames(long address) {
        List<String> frames = new ArrayList<>();
        for (FunctionScope function : functions) {
            if (contains(function, address)) {
                addFrames(frames, function, address, 0);
            }
        }
        return frames;
    }

    private void addFrames(List<String> frames, FunctionScope scope, long address, int depth) {
        FunctionScope inner = null;
        for (FunctionScope inlined : scope.inlined()) {
            inner = contains(inlined, address) ? inlined : inner;
        }
        int row = lines.rowAt(address);
        int line = inner != null ? inner.callLine() : row < 0 ? 0 : lines.line(row);
        if (inner != null && depth < TraceFunction.MAX_DEPTH) {
            addFrames(frames, inner, address, depth + 1);
        }
        Subprogram method = scope.subprogram();
        frames.add(method.name() + " " + method.file().substring(method.file().lastIndexOf('/') + 1) + " " + line);
    }

    private static boolean contains(FunctionScope scope, long address) {
        for (int i = 0; i < scope.ranges().length; i += 2) {
            if (address >= scope.ranges()[i] && address < scope.ranges()[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Inlines calls into each other, each of them all the code of the next. */
    private void nest(FunctionScope function, int levels) {
        function.inlined().clear();
        FunctionScope scope = function;
        for (int i = 0; i < levels; i++) {
            FunctionScope inlined = new FunctionScope(subprogram(), function.ranges(), 0, 1 + random.nextInt(100));
            scope.inlined().add(inlined);
            scope = inlined;
        }
    }

    /** Inlines calls into parts of a scope's code, some of them in two ranges. */
    private void inline(FunctionScope scope, long low, long high, int levels) {
        long at = low;
        while (levels > 0 && at < high) {
            long start = at + random.nextInt(20);
            long middle = start + 1 + random.nextInt(30);
            long rangeEnd = middle + 10;
            if (rangeEnd > high) {
                return;
            }
            boolean isSplit = random.nextInt(4) == 0;
            long[] ranges = isSplit ? new long[] {middle + 3, rangeEnd, start, middle} : new long[] {start, middle};
            FunctionScope inlined = new FunctionScope(subprogram(), ranges, 0, random.nextInt(5) * random.nextInt(400));
            inline(inlined, start, middle, levels - 1);
            scope.inlined().add(inlined);
            at = rangeEnd;
        }
    }

    private void addLines(LineTable.Builder rows, long low, long high) {
        int line = 1 + random.nextInt(3000);
        for (long at = low; at < high; at += 1 + random.nextInt(15)) {
            rows.add(at, random.nextInt(6) == 0 ? 0 : line);
            line = Math.max(1, line + random.nextInt(9) - 3 + (random.nextInt(30) == 0 ? random.nextInt(100_000) : 0));
        }
        rows.end(high);
    }

    private Subprogram subprogram() {
        String simpleName = "Class" + random.nextInt(20);
        String className =
                PACKAGES[random.nextInt(PACKAGES.length)] + simpleName + (random.nextInt(3) == 0 ? "$Inner" : "");
        String file = random.nextInt(8) == 0 ? "dir/Other.java" : "dir/" + simpleName + ".java";
        String name = className + "." + METHODS[random.nextInt(METHODS.length)];
        return new Subprogram(name, name + ":(" + "I".repeat(random.nextInt(3)) + ")V", file);
    }
}
