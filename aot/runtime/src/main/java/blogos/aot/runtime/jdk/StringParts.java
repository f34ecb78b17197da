package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/** Parts of {@code java.lang.String}. */
@Replace("java.lang.String")
final class StringParts {
    byte[] value;
    byte coder;

    private StringParts() {}

    native void getBytes(byte[] target, int from, byte targetCoder);

    @Replace
    public String intern() {
        return StringTable.intern((String) (Object) this);
    }

    @Replace
    private static Charset lookupCharset(String name) throws UnsupportedEncodingException {
        try {
            return Charset.forName(name);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            throw new UnsupportedEncodingException(name);
        }
    }
}
