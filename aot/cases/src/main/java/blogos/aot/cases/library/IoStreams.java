package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** java.io streams and readers over memory, and java.nio heap buffers. */
public final class IoStreams {
    private IoStreams() {}

    public static void main(String[] arguments) {
        Cases.run("byteArrays", IoStreams::byteArrays);
        Cases.run("dataStreams", IoStreams::dataStreams);
        Cases.run("readers", IoStreams::readers);
        Cases.run("decodingReader", IoStreams::decodingReader);
        Cases.run("writers", IoStreams::writers);
        Cases.run("printStreamToMemory", IoStreams::printStreamToMemory);
        Cases.run("exceptionToMemory", IoStreams::exceptionToMemory);
        Cases.run("byteBuffers", IoStreams::byteBuffers);
        Cases.run("byteOrders", IoStreams::byteOrders);
        Cases.run("bufferFailures", IoStreams::bufferFailures);
    }

    static void byteArrays() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(65);
        out.write(new byte[] {66, 67, 68}, 1, 2);
        out.writeBytes(new byte[] {69});
        System.out.println(out + " " + out.size() + " " + Arrays.toString(out.toByteArray()));
        ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
        byte[] buffer = new byte[3];
        System.out.println(in.read() + " " + in.read(buffer) + " " + in.available() + " " + in.read() + " "
                + in.read(buffer) + " " + Arrays.toString(buffer));
        in.reset();
        System.out.println(in.skip(2) + " " + in.readAllBytes().length);
    }

    static void dataStreams() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(-5);
        out.writeLong(1L << 50);
        out.writeDouble(2.5);
        out.writeUTF("text \u20ac");
        out.writeBoolean(true);
        out.writeChar('x');
        out.writeShort(-2);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        System.out.println(in.readInt() + " " + in.readLong() + " " + in.readDouble() + " " + in.readUTF() + " "
                + in.readBoolean() + " " + in.readChar() + " " + in.readUnsignedShort() + " " + out.size());
        try {
            in.readByte();
        } catch (EOFException expected) {
            System.out.println("end");
        }
    }

    static void readers() throws IOException {
        BufferedReader reader = new BufferedReader(new StringReader("one\ntwo\r\nthree\rfour"));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            System.out.println("[" + line + "]");
        }
        StringReader characters = new StringReader("abc");
        System.out.println(characters.read() + " " + characters.read(new char[5]) + " " + characters.read());
    }

    static void decodingReader() throws IOException {
        byte[] bytes = "gr\u00fc\u00df \u20ac\n\ud83d\ude00".getBytes(StandardCharsets.UTF_8);
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
        System.out.println(reader.readLine() + " " + reader.readLine() + " " + reader.readLine());
    }

    static void writers() {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        writer.print(5);
        writer.println(" lines");
        writer.append("more").append('!');
        writer.flush();
        System.out.println(text + " " + text.getBuffer().length());
    }

    static void printStreamToMemory() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        stream.print("\u00e4");
        stream.println(7L);
        System.out.println(
                bytes.size() + " " + bytes.toString(StandardCharsets.UTF_8).length());
    }

    static void exceptionToMemory() {
        StringWriter text = new StringWriter();
        new IllegalStateException("outer", new RuntimeException("inner")).printStackTrace(new PrintWriter(text, true));
        for (String line : text.toString().split("\n")) {
            if (!line.startsWith("\t")) {
                System.out.println(line);
            }
        }
    }

    static void byteBuffers() {
        ByteBuffer buffer = ByteBuffer.allocate(32);
        buffer.put((byte) 1).putInt(0x01020304).putLong(-1L).putShort((short) 7).putChar('c');
        buffer.flip();
        System.out.println(buffer + " " + buffer.get() + " " + buffer.getInt() + " " + buffer.getLong() + " "
                + buffer.getShort() + " " + buffer.getChar() + " " + buffer.hasRemaining());
        buffer.rewind();
        System.out.println(buffer.remaining() + " " + buffer.get(4) + " "
                + buffer.slice().capacity() + " " + buffer.duplicate().limit());
        ByteBuffer wrapped = ByteBuffer.wrap(new byte[] {1, 2, 3});
        System.out.println(wrapped.equals(ByteBuffer.wrap(new byte[] {1, 2, 3})) + " "
                + wrapped.compareTo(ByteBuffer.wrap(new byte[] {1, 3})) + " " + wrapped.hashCode());
    }

    static void byteOrders() {
        ByteBuffer buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(0x01020304).putFloat(1.5f).flip();
        System.out.println(Arrays.toString(buffer.array()) + " " + buffer.order() + " "
                + buffer.order(ByteOrder.BIG_ENDIAN).getInt());
    }

    static void bufferFailures() {
        ByteBuffer buffer = ByteBuffer.allocate(2);
        Cases.thrown("overflow", () -> buffer.putInt(1));
        Cases.thrown("underflow", () -> buffer.getInt());
        Cases.thrown("index", () -> buffer.get(5));
        Cases.thrown("read only", () -> buffer.asReadOnlyBuffer().put((byte) 1));
        Cases.thrown("limit", () -> buffer.limit(9));
    }
}
