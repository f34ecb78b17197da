package blogos.dwarf;

import blogos.dwarf.TraceMethod.CallSite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the method, class and string parts of a trace table. The format is described in {@link TraceTableWriter}. */
final class TraceNames {
    private final StringPool strings = new StringPool();
    private final Map<String, ClassRecord> classes = new LinkedHashMap<>();
    private final Records methodRecords = new Records();
    private final Records classRecords = new Records();

    /** Writes the records of methods which are numbered in the order of the list, and whose sites are numbered. */
    TraceNames(List<TraceMethod> methods) {
        int[] classNumbers = new int[methods.size()];
        int[] names = new int[methods.size()];
        for (int i = 0; i < names.length; i++) {
            classNumbers[i] = classNumber(methods.get(i));
            names[i] = strings.add(methods.get(i).methodName);
        }
        strings.compress();
        for (int i = 0; i < names.length; i++) {
            putMethod(methods.get(i), classNumbers[i], strings.offset(names[i]));
        }
        for (ClassRecord record : classes.values()) {
            putClass(record);
        }
    }

    /** A class and one of its source files: a class of an image may be made of several. All are numbers of strings. */
    private static final class ClassRecord {
        int number;
        int packageName;
        int simpleName;

        /** -1 if the file is called like the class. */
        int file;
    }

    Records methods() {
        return methodRecords;
    }

    Records classes() {
        return classRecords;
    }

    StringPool strings() {
        return strings;
    }

    private void putMethod(TraceMethod method, int classNumber, int name) {
        Nibbles out = methodRecords.next();
        out.putNumber(classNumber);
        out.putNumber(name);
        out.putNumber(method.firstLine());
        List<CallSite> sites = method.usedSites();
        out.putNumber(sites.size());
        for (CallSite site : sites) {
            out.putNumber(method.relative(site.line));
            out.putNumber(site.callee.number);
        }
    }

    private void putClass(ClassRecord record) {
        Nibbles out = classRecords.next();
        out.putNumber(strings.offset(record.packageName));
        out.putNumber(strings.offset(record.simpleName));
        out.putNumber(record.file < 0 ? 0 : 1 + strings.offset(record.file));
    }

    private int classNumber(TraceMethod method) {
        String key = method.className + '/' + method.file;
        ClassRecord record = classes.get(key);
        if (record == null) {
            int dot = method.className.lastIndexOf('.');
            String simpleName = method.className.substring(dot + 1);
            record = new ClassRecord();
            record.number = classes.size();
            record.packageName = strings.add(dot < 0 ? "" : method.className.substring(0, dot));
            record.simpleName = strings.add(simpleName);
            record.file = method.file.equals(TraceMethod.usualFile(method.className)) ? -1 : strings.add(method.file);
            classes.put(key, record);
        }
        return record.number;
    }
}
