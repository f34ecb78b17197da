package blogos.aot.runtime.jdk.format;

import blogos.aot.api.Replace;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.FormatterClosedException;
import java.util.List;
import java.util.Locale;
import java.util.MissingFormatArgumentException;
import java.util.UnknownFormatConversionException;

/**
 * The {@code java.util.Formatter} of images: the JDK's behaviour and exceptions without its regular expressions and
 * locale data. Every locale formats like the root; date and time conversions are not supported.
 */
@Replace(value = "java.util.Formatter", whole = true)
public final class JavaFormatter implements Closeable, Flushable {
    private Appendable out;
    private final Locale locale;
    private IOException lastException;

    public JavaFormatter() {
        this(new StringBuilder(), Locale.getDefault());
    }

    public JavaFormatter(Appendable out) {
        this(out, Locale.getDefault());
    }

    public JavaFormatter(Locale locale) {
        this(new StringBuilder(), locale);
    }

    public JavaFormatter(Appendable out, Locale locale) {
        this.out = out == null ? new StringBuilder() : out;
        this.locale = locale;
    }

    public JavaFormatter(PrintStream out) {
        this((Appendable) out, Locale.getDefault());
        out.getClass();
    }

    public JavaFormatter(OutputStream out) {
        this(new OutputStreamWriter(out, StandardCharsets.UTF_8), Locale.getDefault());
    }

    private void ensureOpen() {
        if (out == null) {
            throw new FormatterClosedException();
        }
    }

    public Locale locale() {
        ensureOpen();
        return locale;
    }

    public Appendable out() {
        ensureOpen();
        return out;
    }

    @Override
    public String toString() {
        ensureOpen();
        return out.toString();
    }

    @Override
    public void flush() {
        ensureOpen();
        if (out instanceof Flushable flushable) {
            try {
                flushable.flush();
            } catch (IOException e) {
                lastException = e;
            }
        }
    }

    @Override
    public void close() {
        if (out instanceof Closeable closeable) {
            try {
                closeable.close();
            } catch (IOException e) {
                lastException = e;
            }
        }
        out = null;
    }

    public IOException ioException() {
        return lastException;
    }

    public Formatter format(String format, Object... arguments) {
        return format(locale, format, arguments);
    }

    public Formatter format(Locale locale, String format, Object... arguments) {
        ensureOpen();
        print(locale, format, arguments);
        return self();
    }

    void print(Locale locale, String format, Object[] arguments) {
        int last = -1;
        int lastOrdinary = -1;
        for (Object piece : parse(format)) {
            try {
                if (!(piece instanceof FormatSpecifier specifier)) {
                    out.append((String) piece);
                    continue;
                }
                int index = specifier.index();
                if (index == FormatSpecifier.NO_ARGUMENT) {
                    specifier.print(this, out, locale, null);
                    continue;
                }
                if (index == FormatSpecifier.ORDINARY) {
                    last = ++lastOrdinary;
                } else if (index != FormatSpecifier.PREVIOUS) {
                    last = index - 1;
                }
                if (last < 0 || arguments != null && last >= arguments.length) {
                    throw new MissingFormatArgumentException(specifier.toString());
                }
                specifier.print(this, out, locale, arguments == null ? null : arguments[last]);
            } catch (IOException e) {
                lastException = e;
            }
        }
    }

    /** This formatter as the program sees it. */
    Formatter self() {
        return (Formatter) (Object) this;
    }

    /** Splits a format into strings and specifiers. All of it is checked before anything is printed. */
    private static List<Object> parse(String format) {
        List<Object> pieces = new ArrayList<>();
        int length = format.length();
        int at = 0;
        while (at < length) {
            int percent = format.indexOf('%', at);
            if (percent < 0) {
                pieces.add(format.substring(at));
                return pieces;
            }
            if (percent > at) {
                pieces.add(format.substring(at, percent));
            }
            if (percent + 1 == length) {
                throw new UnknownFormatConversionException("%");
            }
            FormatParser parser = new FormatParser(format, percent + 1);
            pieces.add(parser.parse());
            at = parser.end();
        }
        return pieces;
    }
}
