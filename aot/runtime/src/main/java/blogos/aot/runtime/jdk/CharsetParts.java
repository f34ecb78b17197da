package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/**
 * Parts of {@code java.nio.charset.Charset}: the six character sets that every Java platform has, found without
 * providers.
 */
@Replace("java.nio.charset.Charset")
final class CharsetParts {
    private CharsetParts() {}

    @Replace
    public static Charset defaultCharset() {
        return StandardCharsets.UTF_8;
    }

    @Replace
    public static Charset forName(String name) {
        Charset found = lookup(name);
        if (found == null) {
            throw new UnsupportedCharsetException(name);
        }
        return found;
    }

    @Replace
    public static boolean isSupported(String name) {
        return lookup(name) != null;
    }

    @Replace
    private static Charset lookup(String name) {
        if (name == null) {
            throw new IllegalArgumentException("Null charset name");
        }
        Charset found =
                switch (name.toUpperCase(Locale.ROOT)) {
                    case "UTF-8", "UTF8", "UNICODE-1-1-UTF-8" -> StandardCharsets.UTF_8;
                    case "ISO-8859-1", "ISO8859_1", "ISO8859-1", "ISO_8859-1", "ISO_8859_1", "LATIN1", "L1", "IBM819",
                            "CP819", "819" ->
                        StandardCharsets.ISO_8859_1;
                    case "US-ASCII", "ASCII", "ISO646-US", "ANSI_X3.4-1968", "646", "CP367", "IBM367" ->
                        StandardCharsets.US_ASCII;
                    case "UTF-16", "UTF_16", "UNICODE", "UTF16" -> StandardCharsets.UTF_16;
                    case "UTF-16BE", "UTF_16BE", "ISO-10646-UCS-2", "X-UTF-16BE", "UNICODEBIGUNMARKED" ->
                        StandardCharsets.UTF_16BE;
                    case "UTF-16LE", "UTF_16LE", "X-UTF-16LE", "UNICODELITTLEUNMARKED" -> StandardCharsets.UTF_16LE;
                    default -> null;
                };
        if (found == null) {
            checkName(name);
        }
        return found;
    }

    @Replace
    private static void checkName(String name) {
        boolean legal = !name.isEmpty();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean alphanumeric = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            legal &= alphanumeric || i != 0 && "-+:_.".indexOf(c) >= 0;
        }
        if (!legal) {
            throw new IllegalCharsetNameException(name);
        }
    }
}
