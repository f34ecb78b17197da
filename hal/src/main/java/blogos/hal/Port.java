package blogos.hal;

import blogos.aot.api.Asm;

/** The I/O port space of the CPU. */
public final class Port {
    private Port() {}

    /** Reads 8 bits. */
    @Asm(value = "inb %dx, %al", constraints = "={al},{dx}")
    public static native byte readByte(short port);

    /** Writes 8 bits. */
    @Asm(value = "outb %al, %dx", constraints = "{dx},{al}")
    public static native void writeByte(short port, byte value);

    /** Reads 16 bits. */
    @Asm(value = "inw %dx, %ax", constraints = "={ax},{dx}")
    public static native short readShort(short port);

    /** Writes 16 bits. */
    @Asm(value = "outw %ax, %dx", constraints = "{dx},{ax}")
    public static native void writeShort(short port, short value);

    /** Reads 32 bits. */
    @Asm(value = "inl %dx, %eax", constraints = "={eax},{dx}")
    public static native int readInt(short port);

    /** Writes 32 bits. */
    @Asm(value = "outl %eax, %dx", constraints = "{dx},{eax}")
    public static native void writeInt(short port, int value);

    /** Unsigned value of 8 bits read from a port given as an int. */
    static int read(int port) {
        return readByte((short) port) & 0xff;
    }

    /** Writes the low 8 bits to a port given as an int. */
    static void write(int port, int value) {
        writeByte((short) port, (byte) value);
    }
}
