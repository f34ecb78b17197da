package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.runtime.jdk.JavaClass;

/**
 * Calls from a plug-in of methods of its host that have no place in the host's vtables and interface tables, because
 * nothing in the host calls them through one. For each such selector the plug-in has a table of the classes that it
 * knows to have a method of their own; classes of other plug-ins are asked for theirs.
 */
@NoPoll
final class LateCalls {
    private static final int COUNT = 4;
    private static final int OTHERWISE = 8;
    private static final int ENTRIES = 16;
    private static final int ENTRY_SIZE = 16;

    private LateCalls() {}

    /**
     * The code of the method to run.
     *
     * @param receiver class of the receiver
     * @param table hash of the selector, number of entries, the code for classes without an entry; entries: class pointer
     *     and code
     */
    static Address find(Class<?> receiver, Address table) {
        for (JavaClass<?> c = JavaClass.of(receiver); c != null; c = c.superClass) {
            int pointer = ClassPointer.encode(c.toClass());
            Address code = entry(table, pointer);
            if (code.isZero()) {
                PluginImage image = PluginImages.around(Address.ofObject(c));
                code = image.isNone() ? code : image.override(pointer, table.loadInt());
            }
            if (!code.isZero()) {
                return code;
            }
        }
        Address otherwise = table.loadAddress(OTHERWISE);
        if (otherwise.isZero()) {
            Throw.abstractMethod();
        }
        return otherwise;
    }

    private static Address entry(Address table, int pointer) {
        Address entry = table.plus(ENTRIES);
        for (int count = table.loadInt(COUNT); count > 0; count--) {
            if (entry.loadInt() == pointer) {
                return entry.loadAddress(8);
            }
            entry = entry.plus(ENTRY_SIZE);
        }
        return Address.zero();
    }
}
