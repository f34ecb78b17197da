package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import java.util.Locale;
import java.util.regex.Pattern;

/** Parts of {@code java.util.Scanner}: numbers are read as the root locale writes them, whatever the locale is. */
@Replace("java.util.Scanner")
final class ScannerParts {
    private static final String INFINITY = "\u221e";

    private int modCount;
    private Locale locale;
    private String groupSeparator;
    private String decimalSeparator;
    private String nanString;
    private String infinityString;
    private String positivePrefix;
    private String positiveSuffix;
    private String negativePrefix;
    private String negativeSuffix;
    private Pattern integerPattern;
    private Pattern floatPattern;

    private ScannerParts() {}

    @Replace
    public java.util.Scanner useLocale(Locale given) {
        if (!given.equals(locale)) {
            modCount++;
            locale = given;
            groupSeparator = "\\x{2c}";
            decimalSeparator = "\\x{2e}";
            nanString = Pattern.quote("NaN");
            infinityString = Pattern.quote(INFINITY);
            positivePrefix = "";
            positiveSuffix = "";
            negativePrefix = Pattern.quote("-");
            negativeSuffix = "";
            integerPattern = null;
            floatPattern = null;
        }
        return (java.util.Scanner) (Object) this;
    }
}
