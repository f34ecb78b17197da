package blogos.acpi;

import blogos.aot.api.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A machine's memory with ACPI tables in it, made as a firmware would. */
final class FirmwareImage implements PhysicalMemory {
    static final long BASE = 0xf_0000;

    private byte[] memory = new byte[1 << 16];
    private int used = 64;
    private final List<Long> tables = new ArrayList<>();

    /** Little-endian values one after the other. */
    static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writer number(long value, int size) {
            for (int i = 0; i < size; i++) {
                out.write((int) (value >>> 8 * i));
            }
            return this;
        }

        Writer bytes(int... values) {
            for (int value : values) {
                out.write(value);
            }
            return this;
        }

        byte[] toArray() {
            return out.toByteArray();
        }
    }

    /** Adds a table that the root table will list; answers its address. */
    long add(String signature, int revision, byte[] body) {
        long address = place(signature, revision, body);
        tables.add(address);
        return address;
    }

    private long place(String signature, int revision, byte[] body) {
        int start = used;
        ByteBuffer table = ByteBuffer.wrap(memory).order(ByteOrder.LITTLE_ENDIAN);
        table.position(start);
        table.put(signature.getBytes(StandardCharsets.ISO_8859_1));
        table.putInt(36 + body.length);
        table.put((byte) revision);
        table.position(start + 36);
        table.put(body);
        used = start + 36 + body.length + 15 & -16;
        fixChecksum(BASE + start, 9, 36 + body.length);
        return BASE + start;
    }

    /** Writes root table and root pointer; answers the pointer's address. */
    long finish(boolean extended) {
        Writer entries = new Writer();
        for (long table : tables) {
            entries.number(table, extended ? 8 : 4);
        }
        long root = place(extended ? "XSDT" : "RSDT", 1, entries.toArray());
        ByteBuffer pointer = ByteBuffer.wrap(memory).order(ByteOrder.LITTLE_ENDIAN);
        pointer.put("RSD PTR ".getBytes(StandardCharsets.ISO_8859_1));
        pointer.put(15, (byte) (extended ? 2 : 0));
        pointer.putInt(16, extended ? 0 : (int) root);
        pointer.putInt(20, 36);
        pointer.putLong(24, extended ? root : 0);
        fixChecksum(BASE, 8, 20);
        fixChecksum(BASE, 32, 36);
        return BASE;
    }

    /** Sets the byte at an offset from an address so that the sum of a range is 0. */
    void fixChecksum(long address, int offset, int length) {
        int start = (int) (address - BASE);
        memory[start + offset] = 0;
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += memory[start + i];
        }
        memory[start + offset] = (byte) -sum;
    }

    void set(long address, int value) {
        memory[(int) (address - BASE)] = (byte) value;
    }

    byte[] contents() {
        return memory.clone();
    }

    void contents(byte[] bytes) {
        memory = bytes;
    }

    int used() {
        return used;
    }

    @Override
    public Bytes bytes(long address, long length) throws AcpiException {
        if (address < BASE || length > memory.length || address - BASE > memory.length - length) {
            throw new AcpiException("no memory at 0x" + Long.toHexString(address));
        }
        byte[] part = new byte[(int) length];
        System.arraycopy(memory, (int) (address - BASE), part, 0, part.length);
        return Bytes.copyForTest(part);
    }
}
