package blogos.aot.cases.library;

import blogos.aot.cases.Cases;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharArrayReader;
import java.io.CharArrayWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.PushbackInputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StreamTokenizer;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** java.io: filters, pushback, tokens, line numbers, failures. */
public final class IoMore {
    private IoMore() {}

    public static void main(String[] arguments) {
        Cases.run("readAllAndTransfer", IoMore::readAllAndTransfer);
        Cases.run("markAndReset", IoMore::markAndReset);
        Cases.run("nullStreams", IoMore::nullStreams);
        Cases.run("pushbackStream", IoMore::pushbackStream);
        Cases.run("pushbackReader", IoMore::pushbackReader);
        Cases.run("sequences", IoMore::sequences);
        Cases.run("modifiedUtf", IoMore::modifiedUtf);
        Cases.run("dataTypes", IoMore::dataTypes);
        Cases.run("lineNumbers", IoMore::lineNumbers);
        Cases.run("bufferedLines", IoMore::bufferedLines);
        Cases.run("tokens", IoMore::tokens);
        Cases.run("charArrays", IoMore::charArrays);
        Cases.run("printWriter", IoMore::printWriter);
        Cases.run("printStreamErrors", IoMore::printStreamErrors);
        Cases.run("filters", IoMore::filters);
        Cases.run("encodings", IoMore::encodings);
        Cases.run("bufferedOutput", IoMore::bufferedOutput);
        Cases.run("exceptions", IoMore::exceptions);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static void readAllAndTransfer() throws IOException {
        System.out.println(new String(bytes("everything").readAllBytes(), StandardCharsets.UTF_8) + " "
                + Arrays.toString(bytes("abc").readNBytes(2)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.out.println(bytes("moved").transferTo(out) + " " + out + " " + out.size());
        InputStream skipping = bytes("0123456789");
        skipping.skipNBytes(4);
        System.out.println((char) skipping.read() + " " + skipping.skip(100) + " " + skipping.read() + " " + skipping.available());
        Cases.thrown("eof", () -> bytes("a").skipNBytes(2));
    }

    static void markAndReset() throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes("abcdefghij"), 4);
        in.mark(3);
        in.read();
        in.read();
        in.reset();
        System.out.println((char) in.read() + " " + in.markSupported());
        in.readNBytes(9);
        Cases.thrown("reset", in::reset);
    }

    static void nullStreams() throws IOException {
        InputStream in = InputStream.nullInputStream();
        System.out.println(in.read() + " " + in.available());
        in.close();
        Cases.thrown("closed", in::read);
        OutputStream out = OutputStream.nullOutputStream();
        out.write(1);
        out.close();
        Cases.thrown("closed", () -> out.write(1));
    }

    static void pushbackStream() throws IOException {
        PushbackInputStream in = new PushbackInputStream(bytes("xyz"), 2);
        int first = in.read();
        in.unread(first);
        in.unread('w');
        System.out.println(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        in.unread(1);
        in.unread(2);
        Cases.thrown("full", () -> in.unread(3));
    }

    static void pushbackReader() throws IOException {
        PushbackReader reader = new PushbackReader(new StringReader("bc"), 3);
        reader.unread("!a".toCharArray());
        StringBuilder text = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            text.append((char) c);
        }
        System.out.println(text);
    }

    static void sequences() throws IOException {
        SequenceInputStream in = new SequenceInputStream(Collections.enumeration(List.of(bytes("one,"), bytes(""), bytes("two"))));
        System.out.println(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    static void modifiedUtf() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF("a\0\u00e4\u20ac\ud83d\ude00");
        System.out.println(Arrays.toString(bytes.toByteArray()) + " " + out.size());
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        System.out.println(in.readUTF().length());
        Cases.thrown("eof", in::readUTF);
        Cases.thrown("malformed", () -> new DataInputStream(new ByteArrayInputStream(new byte[] {0, 1, (byte) 0xff})).readUTF());
        Cases.thrown("too long", () -> new DataOutputStream(OutputStream.nullOutputStream()).writeUTF("x".repeat(70000)));
    }

    static void dataTypes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBoolean(true);
            out.writeByte(-1);
            out.writeShort(65535);
            out.writeChar('\u20ac');
            out.writeInt(Integer.MIN_VALUE);
            out.writeLong(Long.MAX_VALUE);
            out.writeFloat(-0.0f);
            out.writeDouble(Math.PI);
            out.writeBytes("hi");
            out.writeChars("j");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        System.out.println(in.readBoolean() + " " + in.readUnsignedByte() + " " + in.readShort() + " " + in.readChar() + " " + in.readInt() + " "
                + in.readLong() + " " + in.readFloat() + " " + in.readDouble() + " " + (char) in.readByte() + in.skipBytes(1) + in.readChar());
        Cases.thrown("eof", () -> in.readFully(new byte[1]));
    }

    static void lineNumbers() throws IOException {
        LineNumberReader reader = new LineNumberReader(new StringReader("a\r\nb\rc\nd"));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            System.out.println(reader.getLineNumber() + " " + line);
        }
    }

    static void bufferedLines() throws IOException {
        BufferedReader reader = new BufferedReader(new StringReader("x\ny\n\nz"), 2);
        System.out.println(reader.readLine() + " " + reader.ready() + reader.lines().collect(Collectors.toList()) + " " + reader.readLine());
        reader.close();
        Cases.thrown("closed", reader::readLine);
        Reader failing = new Reader() {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("broken");
            }

            @Override
            public void close() {}
        };
        Cases.thrown("lines", () -> new BufferedReader(failing).lines().count());
    }

    static void tokens() throws IOException {
        StreamTokenizer tokenizer = new StreamTokenizer(new StringReader("x = 3.5 + 'a b' // note\n y1 -2"));
        tokenizer.slashSlashComments(true);
        while (tokenizer.nextToken() != StreamTokenizer.TT_EOF) {
            System.out.println(tokenizer.ttype + " " + tokenizer.sval + " " + tokenizer.nval + " " + tokenizer.lineno());
        }
    }

    static void charArrays() throws IOException {
        CharArrayWriter writer = new CharArrayWriter();
        writer.append("abc").append('d').write(new char[] {'e', 'f'}, 1, 1);
        System.out.println(writer + " " + writer.size());
        CharArrayReader reader = new CharArrayReader(writer.toCharArray(), 1, 3);
        reader.mark(0);
        System.out.println((char) reader.read() + " " + reader.skip(1) + " " + (char) reader.read() + reader.read());
        reader.reset();
        System.out.println((char) reader.read());
    }

    static void printWriter() {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text, true);
        writer.printf("%d-%s", 1, "a").append('!').println();
        writer.println(1.5);
        writer.println(new char[] {'c', 'd'});
        writer.print((Object) null);
        writer.print(true);
        writer.format("|%5.2f|", Math.E);
        System.out.println(text + " " + writer.checkError());
    }

    static void printStreamErrors() {
        PrintStream stream = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        });
        stream.print("x");
        stream.flush();
        System.out.println(stream.checkError());
    }

    static void filters() throws IOException {
        OutputStream upper = new FilterOutputStream(new ByteArrayOutputStream()) {
            @Override
            public void write(int b) throws IOException {
                super.write(Character.toUpperCase(b));
            }

            @Override
            public String toString() {
                return out.toString();
            }
        };
        upper.write("shout".getBytes(StandardCharsets.UTF_8));
        upper.flush();
        InputStream skipsSpaces = new FilterInputStream(bytes("a b c")) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                return b == ' ' ? read() : b;
            }
        };
        System.out.println(upper + " " + (char) skipsSpaces.read() + (char) skipsSpaces.read() + (char) skipsSpaces.read());
    }

    static void encodings() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.ISO_8859_1)) {
            writer.write("\u00e9\u20ac");
        }
        System.out.println(Arrays.toString(bytes.toByteArray()) + " " + bytes.toString(StandardCharsets.ISO_8859_1).length());
        InputStreamReader reader = new InputStreamReader(bytes("\u00e9\u20ac"), "UTF-8");
        System.out.println(reader.getEncoding() + " " + reader.read() + " " + reader.read() + " " + reader.read());
        Cases.thrown("unknown", () -> new InputStreamReader(bytes(""), "nothing"));
    }

    static void bufferedOutput() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BufferedOutputStream out = new BufferedOutputStream(bytes, 4);
        out.write(new byte[] {1, 2, 3});
        System.out.print(bytes.size() + " ");
        out.write(new byte[] {4, 5});
        System.out.print(bytes.size() + " ");
        out.write(new byte[9]);
        System.out.print(bytes.size() + " ");
        out.close();
        System.out.println(bytes.size());
        StringWriter text = new StringWriter();
        try (BufferedWriter writer = new BufferedWriter(text)) {
            writer.write("one");
            writer.newLine();
            writer.write("two", 1, 2);
        }
        System.out.println(text);
    }

    static void exceptions() {
        System.out.println(new UncheckedIOException("outer", new IOException("inner")).getCause() + " " + new EOFException().getMessage() + " "
                + new UncheckedIOException(new IOException("only")).getMessage());
        Cases.thrown("bounds", () -> bytes("abc").read(new byte[2], 1, 2));
        Cases.thrown("null", () -> new BufferedReader(null));
        Cases.thrown("size", () -> new BufferedOutputStream(OutputStream.nullOutputStream(), 0));
    }
}
