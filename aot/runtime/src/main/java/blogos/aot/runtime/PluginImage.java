package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;
import blogos.aot.api.Word;

/**
 * A plug-in in memory: the address of the header that the compiler's {@code PluginEmitter} writes into its data.
 *
 * <p>The header has 8 bytes for each of: start and end of the image, of code, start of {@code .eh_frame_hdr}, start and
 * end of static references, of the list of objects, of literals, of the trace table; the method that makes an instance
 * of the main class; the list of classes; the table of overrides for {@link LateCalls}; the next plug-in's header.
 */
@Word
@NoPoll
final class PluginImage {
    static final int SIZE = 17 * 8;

    private static final int END = 8;
    private static final int TEXT = 16;
    private static final int TEXT_END = 24;
    private static final int FRAME_HEADER = 32;
    private static final int REFERENCES = 40;
    private static final int REFERENCES_END = 48;
    private static final int OBJECTS = 56;
    private static final int OBJECTS_END = 64;
    private static final int LITERALS = 72;
    private static final int LITERALS_END = 80;
    private static final int TRACE = 88;
    private static final int TRACE_END = 96;
    private static final int MAKE = 104;
    private static final int CLASSES = 112;
    private static final int OVERRIDES = 120;
    private static final int NEXT = 128;

    /** Size of an entry of the table of overrides: class pointer, hash, code. */
    private static final int OVERRIDE_SIZE = 16;

    private final long header;

    private PluginImage(long header) {
        this.header = header;
    }

    /** The plug-in with a header; none for address 0. */
    static PluginImage at(Address header) {
        return new PluginImage(header.toLong());
    }

    boolean isNone() {
        return header == 0;
    }

    Address header() {
        return Address.of(header);
    }

    private Address load(int offset) {
        return Address.of(header).loadAddress(offset);
    }

    Address start() {
        return load(0);
    }

    Address end() {
        return load(END);
    }

    /** Whether an address lies in the image. */
    boolean contains(Address address) {
        return !address.isBelow(start()) && address.isBelow(end());
    }

    boolean hasCode(Address address) {
        return !address.isBelow(load(TEXT)) && address.isBelow(load(TEXT_END));
    }

    Address frameHeader() {
        return load(FRAME_HEADER);
    }

    Address references() {
        return load(REFERENCES);
    }

    Address referencesEnd() {
        return load(REFERENCES_END);
    }

    Address objects() {
        return load(OBJECTS);
    }

    Address objectsEnd() {
        return load(OBJECTS_END);
    }

    /** Whether a reference leads to a string literal in the image. */
    boolean isLiteral(Address object) {
        return !object.isBelow(load(LITERALS)) && object.isBelow(load(LITERALS_END));
    }

    Address trace() {
        return load(TRACE);
    }

    Address traceEnd() {
        return load(TRACE_END);
    }

    /** Code of the method that makes an instance of the main class. */
    Address make() {
        return load(MAKE);
    }

    long classCount() {
        return load(CLASSES).loadLong();
    }

    /** The structure of one of the plug-in's own classes. */
    Address classAt(long index) {
        return load(CLASSES).loadAddress(8 + 8 * index);
    }

    /** Code of the method that one of the plug-in's own classes has for a selector's hash; 0 if it inherits it. */
    Address override(int classPointer, int hash) {
        Address table = load(OVERRIDES);
        long count = table.loadLong();
        Address entry = table.plus(8);
        for (long i = 0; i < count; i++) {
            if (entry.loadInt() == classPointer && entry.loadInt(4) == hash) {
                return entry.loadAddress(8);
            }
            entry = entry.plus(OVERRIDE_SIZE);
        }
        return Address.zero();
    }

    PluginImage next() {
        return new PluginImage(load(NEXT).toLong());
    }

    void setNext(PluginImage next) {
        Address.of(header).storeLongVolatile(NEXT, next.header);
    }
}
