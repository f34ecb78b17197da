package blogos.initrd;

import blogos.aot.api.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A "newc" cpio archive in memory, as {@code cpio -o -H newc} and the runner write it.
 *
 * <p>{@link #parse} reads the whole directory once. Whatever the bytes are, it ends after a number of steps bounded by
 * their number, and only {@link InitrdException} comes out. File contents are not copied: the archive's memory must
 * stay mapped while entries are used.
 */
public final class Initrd {
    private static final String TRAILER = "TRAILER!!!";

    private final List<InitrdEntry> entries = new ArrayList<>();
    private final Map<String, InitrdEntry> byPath = new HashMap<>();

    private Initrd() {}

    /**
     * Reads an archive.
     *
     * @throws InitrdException if a header, a name or a length is wrong, a path occurs twice, or the trailer is missing
     */
    public static Initrd parse(Bytes archive) throws InitrdException {
        Initrd initrd = new Initrd();
        Map<Long, Bytes> linkedContents = findLinkedContents(archive);
        long offset = 0;
        while (true) {
            NewcHeader header = new NewcHeader(archive, offset);
            String name = new String(header.name(), StandardCharsets.UTF_8);
            if (name.equals(TRAILER)) {
                return initrd;
            }
            Bytes contents = header.contents();
            if (contents.length() == 0 && header.links() > 1 && linkedContents.containsKey(header.identity())) {
                contents = linkedContents.get(header.identity());
            }
            initrd.add(new InitrdEntry(normalize(name, offset), header.mode(), contents), offset);
            offset = header.end();
        }
    }

    /** All objects in the order of the archive; cannot be modified. Parent directories may be missing. */
    public List<InitrdEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** The object at an absolute path in normal form; null if there is none. */
    public InitrdEntry find(String path) {
        return byPath.get(path);
    }

    private void add(InitrdEntry entry, long offset) throws InitrdException {
        InitrdEntry other = byPath.put(entry.path(), entry);
        if (other != null && !(other.isDirectory() && entry.isDirectory())) {
            throw new InitrdException("second object at " + entry.path(), offset);
        }
        if (other == null) {
            entries.add(entry);
        }
    }

    /** The contents of objects with several names, which the archive holds with the last of the names only. */
    private static Map<Long, Bytes> findLinkedContents(Bytes archive) throws InitrdException {
        Map<Long, Bytes> contents = new HashMap<>();
        long offset = 0;
        while (true) {
            NewcHeader header = new NewcHeader(archive, offset);
            if (new String(header.name(), StandardCharsets.UTF_8).equals(TRAILER)) {
                return contents;
            }
            if (header.links() > 1 && header.contents().length() != 0) {
                contents.put(header.identity(), header.contents());
            }
            offset = header.end();
        }
    }

    /**
     * The absolute form of an archive's path: {@code ./bin//init}, {@code bin/init} and {@code /bin/init} are the same.
     */
    private static String normalize(String name, long offset) throws InitrdException {
        StringBuilder path = new StringBuilder();
        int start = 0;
        while (start <= name.length()) {
            int slash = name.indexOf('/', start);
            int end = slash < 0 ? name.length() : slash;
            String component = name.substring(start, end);
            if (component.equals("..")) {
                throw new InitrdException("path with ..", offset);
            }
            if (!component.isEmpty() && !component.equals(".")) {
                path.append('/').append(component);
            }
            start = end + 1;
        }
        return path.length() == 0 ? "/" : path.toString();
    }
}
