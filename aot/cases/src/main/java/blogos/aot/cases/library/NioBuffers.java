package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.InvalidMarkException;
import java.nio.LongBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.ShortBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** java.nio: heap buffers of every type; java.nio.charset. */
public final class NioBuffers {
    private NioBuffers() {}

    public static void main(String[] arguments) {
        Cases.run("positionLimitMark", NioBuffers::positionLimitMark);
        Cases.run("everyTypeInBytes", NioBuffers::everyTypeInBytes);
        Cases.run("absolute", NioBuffers::absolute);
        Cases.run("overAndUnderflow", NioBuffers::overAndUnderflow);
        Cases.run("sliceAndDuplicate", NioBuffers::sliceAndDuplicate);
        Cases.run("readOnly", NioBuffers::readOnly);
        Cases.run("compactAndBulk", NioBuffers::compactAndBulk);
        Cases.run("comparing", NioBuffers::comparing);
        Cases.run("views", NioBuffers::views);
        Cases.run("charBuffers", NioBuffers::charBuffers);
        Cases.run("otherBuffers", NioBuffers::otherBuffers);
        Cases.run("encodeDecode", NioBuffers::encodeDecode);
        Cases.run("decoderSteps", NioBuffers::decoderSteps);
        Cases.run("errorActions", NioBuffers::errorActions);
        Cases.run("charsetNames", NioBuffers::charsetNames);
    }

    static void positionLimitMark() {
        ByteBuffer buffer = ByteBuffer.allocate(8);
        buffer.put((byte) 1).put((byte) 2).mark().put((byte) 3).reset().put((byte) 4);
        System.out.println(buffer + " " + buffer.flip() + " " + buffer.remaining() + buffer.get() + buffer.get(2) + " "
                + buffer.rewind() + buffer.clear());
        Cases.thrown("mark", () -> ByteBuffer.allocate(1).reset());
        Cases.thrown("limit", () -> ByteBuffer.allocate(1).limit(2));
        Cases.thrown("position", () -> ByteBuffer.allocate(1).position(-1));
        Cases.thrown("capacity", () -> ByteBuffer.allocate(-1));
    }

    static void everyTypeInBytes() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            ByteBuffer buffer = ByteBuffer.allocate(30).order(order);
            buffer.putShort((short) 0x1234).putInt(0x12345678).putLong(0x123456789abcdef0L).putChar('\u20ac').putFloat(1.5f).putDouble(-2.5);
            System.out.println(order + " " + Arrays.toString(buffer.array()));
            buffer.flip();
            System.out.println(buffer.getShort() + " " + buffer.getInt() + " " + buffer.getLong() + " " + buffer.getChar() + " "
                    + buffer.getFloat() + " " + buffer.getDouble());
        }
    }

    static void absolute() {
        ByteBuffer buffer = ByteBuffer.allocate(16);
        buffer.putInt(3, -1).putLong(8, Long.MIN_VALUE).putDouble(0, 0.1);
        System.out.println(buffer.getInt(3) + " " + buffer.getLong(8) + " " + buffer.getShort(7) + " " + buffer.position());
        Cases.thrown("index", () -> buffer.getInt(13));
        Cases.thrown("index", () -> buffer.putLong(-1, 0));
    }

    static void overAndUnderflow() {
        ByteBuffer buffer = ByteBuffer.allocate(3);
        Cases.thrown("over", () -> buffer.putInt(1));
        Cases.thrown("under", () -> buffer.getLong());
        Cases.thrown("bulk", () -> buffer.put(new byte[4]));
        Cases.thrown("bulk", () -> buffer.get(new byte[2], 1, 2));
        System.out.println(buffer.position());
    }

    static void sliceAndDuplicate() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {0, 1, 2, 3, 4, 5, 6, 7});
        buffer.position(2).limit(6);
        ByteBuffer slice = buffer.slice();
        slice.put(0, (byte) 99);
        ByteBuffer duplicate = buffer.duplicate();
        duplicate.get();
        System.out.println(slice + " " + slice.arrayOffset() + " " + buffer.get(2) + " " + duplicate + " " + buffer + " " + buffer.slice(3, 2).get(0));
    }

    static void readOnly() {
        ByteBuffer buffer = ByteBuffer.allocate(2).asReadOnlyBuffer();
        System.out.println(buffer.isReadOnly() + " " + buffer.hasArray() + " " + buffer.isDirect());
        Cases.thrown("put", () -> buffer.put((byte) 1));
        Cases.thrown("array", buffer::array);
        Cases.thrown("compact", buffer::compact);
    }

    static void compactAndBulk() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5});
        buffer.get(new byte[2]);
        buffer.compact().put((byte) 9);
        System.out.println(buffer + " " + Arrays.toString(buffer.array()));
        ByteBuffer target = ByteBuffer.allocate(10);
        target.put((ByteBuffer) buffer.flip()).put(new byte[] {7, 8, 9}, 1, 1);
        System.out.println(target + " " + buffer);
        Cases.thrown("itself", () -> target.put(target));
    }

    static void comparing() {
        ByteBuffer one = ByteBuffer.wrap(new byte[] {1, 2, 3});
        ByteBuffer two = ByteBuffer.wrap(new byte[] {0, 1, 2, 4}, 1, 3);
        System.out.println(one.equals(two) + " " + one.compareTo(two) + " " + one.mismatch(two) + " " + one.hashCode() + " "
                + one.equals(ByteBuffer.wrap(new byte[] {1, 2, 3})));
    }

    static void views() {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        IntBuffer ints = bytes.asIntBuffer();
        ints.put(1).put(-1);
        LongBuffer longs = bytes.asLongBuffer();
        System.out.println(longs.get(0) + " " + ints + " " + bytes.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(1) + " "
                + bytes.asDoubleBuffer().get(0) + " " + bytes.asFloatBuffer().get(2) + " " + bytes.asCharBuffer().length());
        bytes.asLongBuffer().put(1, 7);
        System.out.println(bytes.get(8) + " " + ints.order());
    }

    static void charBuffers() {
        CharBuffer chars = CharBuffer.wrap("hello world", 2, 8);
        System.out.println(chars + " " + chars.length() + " " + chars.charAt(1) + " " + chars.subSequence(1, 3) + " " + chars.get() + chars);
        CharBuffer writable = CharBuffer.allocate(6).put("abc").append('d').append("xyz", 1, 2);
        System.out.println(writable.flip() + " " + writable.compareTo(CharBuffer.wrap("abd")) + " " + writable.chars().sum());
        Cases.thrown("read only", () -> chars.put('x'));
    }

    static void otherBuffers() {
        ShortBuffer shorts = ShortBuffer.wrap(new short[] {3, 1, 2});
        FloatBuffer floats = FloatBuffer.allocate(2).put(0.5f).put(Float.NaN);
        DoubleBuffer doubles = DoubleBuffer.wrap(new double[] {1, -0.0});
        LongBuffer longs = LongBuffer.allocate(1).put(0, Long.MAX_VALUE);
        IntBuffer ints = IntBuffer.wrap(new int[] {1, 2, 3}, 1, 2).slice();
        System.out.println(shorts.get(1) + " " + floats.flip() + floats.get(1) + " " + doubles.get(1) + " " + longs.get() + " " + ints.get(0)
                + ints + " " + doubles.equals(DoubleBuffer.wrap(new double[] {1, 0.0})));
    }

    static void encodeDecode() throws CharacterCodingException {
        String text = "a\u00e4\u20ac\ud83d\ude00";
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(text);
        System.out.println(encoded.remaining() + " " + StandardCharsets.UTF_8.decode(encoded) + " "
                + StandardCharsets.ISO_8859_1.encode(text).remaining() + " " + StandardCharsets.US_ASCII.newEncoder().canEncode(text) + " "
                + StandardCharsets.UTF_16BE.encode("a\u20ac").remaining());
        Cases.thrown("unmappable", () -> StandardCharsets.US_ASCII.newEncoder().encode(CharBuffer.wrap(text)));
        Cases.thrown("malformed", () -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(new byte[] {(byte) 0xc3})));
    }

    static void decoderSteps() {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer out = CharBuffer.allocate(4);
        ByteBuffer first = ByteBuffer.wrap(new byte[] {'a', (byte) 0xe2, (byte) 0x82});
        System.out.println(decoder.decode(first, out, false) + " " + first.remaining() + " " + out.position());
        CoderResult result = decoder.decode(ByteBuffer.wrap(new byte[] {(byte) 0xe2, (byte) 0x82, (byte) 0xac, 'b', 'c', 'd'}), out, true);
        System.out.println(result.isOverflow() + " " + out.flip() + " " + decoder.maxCharsPerByte() + decoder.averageCharsPerByte());
    }

    static void errorActions() throws CharacterCodingException {
        byte[] bad = {'x', (byte) 0xff, 'y', (byte) 0xc3, '(', (byte) 0xed, (byte) 0xa0, (byte) 0x80};
        for (CodingErrorAction action : new CodingErrorAction[] {CodingErrorAction.REPLACE, CodingErrorAction.IGNORE}) {
            CharBuffer chars = StandardCharsets.UTF_8.newDecoder().onMalformedInput(action).decode(ByteBuffer.wrap(bad));
            for (int i = 0; i < chars.length(); i++) {
                System.out.print((int) chars.charAt(i) + " ");
            }
            System.out.println(action);
        }
        CharsetEncoder encoder = StandardCharsets.US_ASCII.newEncoder().onUnmappableCharacter(CodingErrorAction.REPLACE).replaceWith(new byte[] {'#'});
        System.out.println(StandardCharsets.US_ASCII.decode(encoder.encode(CharBuffer.wrap("a\u00e4\ud83d\ude00b"))));
    }

    static void charsetNames() {
        System.out.println(Charset.forName("utf8") + " " + Charset.forName("latin1") + " " + Charset.forName("ASCII") + " "
                + Charset.isSupported("UTF-16") + " " + StandardCharsets.UTF_8.equals(Charset.forName("UTF-8")) + " " + Charset.defaultCharset() + " "
                + StandardCharsets.UTF_8.contains(StandardCharsets.US_ASCII));
        Cases.thrown("illegal", () -> Charset.forName("bad name!"));
        Cases.thrown("null", () -> Charset.forName(null));
    }
}
