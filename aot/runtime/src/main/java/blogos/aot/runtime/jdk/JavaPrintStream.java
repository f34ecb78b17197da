package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Formatter;
import java.util.Locale;

/**
 * The {@code java.io.PrintStream} of images: encodes each text at once and hands it to the stream below in one piece.
 * So with automatic flushing a line is one write, and what was printed is visible when the call returns, as on HotSpot.
 * The default character set is UTF-8.
 */
@Replace(value = "java.io.PrintStream", whole = true)
public class JavaPrintStream extends FilterOutputStream implements Appendable, Closeable {
    private final boolean autoFlush;
    private final Charset charset;
    private boolean trouble;
    private boolean closed;

    public JavaPrintStream(OutputStream out) {
        this(out, false);
    }

    public JavaPrintStream(OutputStream out, boolean autoFlush) {
        this(out, autoFlush, StandardCharsets.UTF_8);
    }

    public JavaPrintStream(OutputStream out, boolean autoFlush, String charset) throws UnsupportedEncodingException {
        this(out, autoFlush, charsetNamed(charset));
    }

    public JavaPrintStream(OutputStream out, boolean autoFlush, Charset charset) {
        super(out);
        if (out == null) {
            throw new NullPointerException("Null output stream");
        }
        this.autoFlush = autoFlush;
        this.charset = charset;
    }

    private static Charset charsetNamed(String name) throws UnsupportedEncodingException {
        if (name == null) {
            throw new NullPointerException("charsetName");
        }
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedEncodingException(name);
        }
    }

    /** This stream as the program sees it. */
    private PrintStream self() {
        return (PrintStream) (Object) this;
    }

    @Override
    public void flush() {
        synchronized (this) {
            try {
                ensureOpen();
                out.flush();
            } catch (IOException e) {
                trouble = true;
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            try {
                out.flush();
                out.close();
            } catch (IOException e) {
                trouble = true;
            }
            out = null;
        }
    }

    public boolean checkError() {
        if (out != null) {
            flush();
        }
        return trouble || out instanceof PrintStream stream && stream.checkError();
    }

    protected void setError() {
        trouble = true;
    }

    protected void clearError() {
        trouble = false;
    }

    private void ensureOpen() throws IOException {
        if (out == null) {
            throw new IOException("Stream closed");
        }
    }

    @Override
    public void write(int b) {
        synchronized (this) {
            try {
                ensureOpen();
                out.write(b);
                if (autoFlush && b == '\n') {
                    out.flush();
                }
            } catch (InterruptedIOException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                trouble = true;
            }
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        synchronized (this) {
            try {
                ensureOpen();
                out.write(bytes, from, length);
                if (autoFlush) {
                    out.flush();
                }
            } catch (InterruptedIOException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                trouble = true;
            }
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    public void writeBytes(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    private void writeText(String text) {
        byte[] bytes = text.getBytes(charset);
        write(bytes, 0, bytes.length);
    }

    private void writeLine(String text) {
        writeText(text.concat("\n"));
    }

    public void print(boolean value) {
        writeText(String.valueOf(value));
    }

    public void print(char value) {
        writeText(String.valueOf(value));
    }

    public void print(int value) {
        writeText(String.valueOf(value));
    }

    public void print(long value) {
        writeText(String.valueOf(value));
    }

    public void print(float value) {
        writeText(String.valueOf(value));
    }

    public void print(double value) {
        writeText(String.valueOf(value));
    }

    public void print(char[] value) {
        writeText(String.valueOf(value));
    }

    public void print(String value) {
        writeText(String.valueOf(value));
    }

    public void print(Object value) {
        writeText(String.valueOf(value));
    }

    public void println() {
        writeText("\n");
    }

    public void println(boolean value) {
        writeLine(String.valueOf(value));
    }

    public void println(char value) {
        writeLine(String.valueOf(value));
    }

    public void println(int value) {
        writeLine(String.valueOf(value));
    }

    public void println(long value) {
        writeLine(String.valueOf(value));
    }

    public void println(float value) {
        writeLine(String.valueOf(value));
    }

    public void println(double value) {
        writeLine(String.valueOf(value));
    }

    public void println(char[] value) {
        writeLine(String.valueOf(value));
    }

    public void println(String value) {
        writeLine(String.valueOf(value));
    }

    public void println(Object value) {
        writeLine(String.valueOf(value));
    }

    public PrintStream printf(String format, Object... arguments) {
        return format(format, arguments);
    }

    public PrintStream printf(Locale locale, String format, Object... arguments) {
        return format(locale, format, arguments);
    }

    public PrintStream format(String format, Object... arguments) {
        return format(Locale.getDefault(), format, arguments);
    }

    /** What was formatted before an exception is printed, as if there were no buffer. */
    public PrintStream format(Locale locale, String format, Object... arguments) {
        StringBuilder text = new StringBuilder();
        try {
            new Formatter(text, locale).format(locale, format, arguments);
        } finally {
            if (text.length() > 0) {
                writeText(text.toString());
            }
        }
        return self();
    }

    @Override
    public PrintStream append(CharSequence text) {
        print(String.valueOf(text));
        return self();
    }

    @Override
    public PrintStream append(CharSequence text, int from, int to) {
        CharSequence whole = text == null ? "null" : text;
        return append(whole.subSequence(from, to));
    }

    @Override
    public PrintStream append(char c) {
        print(c);
        return self();
    }
}
