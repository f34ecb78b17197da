package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import java.util.Locale;

/**
 * The {@code java.util.Locale} of images: language, country and variant. The library has the data of the root locale
 * only, so locales differ in their names alone. The default is {@code en_US}, which formats numbers like the root.
 */
@Replace(value = "java.util.Locale", whole = true)
public final class JavaLocale implements Cloneable, java.io.Serializable {
    public static final JavaLocale ENGLISH = new JavaLocale("en", "");
    public static final JavaLocale FRENCH = new JavaLocale("fr", "");
    public static final JavaLocale GERMAN = new JavaLocale("de", "");
    public static final JavaLocale ITALIAN = new JavaLocale("it", "");
    public static final JavaLocale JAPANESE = new JavaLocale("ja", "");
    public static final JavaLocale KOREAN = new JavaLocale("ko", "");
    public static final JavaLocale CHINESE = new JavaLocale("zh", "");
    public static final JavaLocale SIMPLIFIED_CHINESE = new JavaLocale("zh", "CN");
    public static final JavaLocale TRADITIONAL_CHINESE = new JavaLocale("zh", "TW");
    public static final JavaLocale FRANCE = new JavaLocale("fr", "FR");
    public static final JavaLocale GERMANY = new JavaLocale("de", "DE");
    public static final JavaLocale ITALY = new JavaLocale("it", "IT");
    public static final JavaLocale JAPAN = new JavaLocale("ja", "JP");
    public static final JavaLocale KOREA = new JavaLocale("ko", "KR");
    public static final JavaLocale UK = new JavaLocale("en", "GB");
    public static final JavaLocale US = new JavaLocale("en", "US");
    public static final JavaLocale CANADA = new JavaLocale("en", "CA");
    public static final JavaLocale CANADA_FRENCH = new JavaLocale("fr", "CA");
    public static final JavaLocale CHINA = SIMPLIFIED_CHINESE;
    public static final JavaLocale PRC = SIMPLIFIED_CHINESE;
    public static final JavaLocale TAIWAN = TRADITIONAL_CHINESE;
    public static final JavaLocale ROOT = new JavaLocale("", "");

    private static JavaLocale standard = US;

    private final String language;
    private final String country;
    private final String variant;

    public JavaLocale(String language) {
        this(language, "", "");
    }

    public JavaLocale(String language, String country) {
        this(language, country, "");
    }

    public JavaLocale(String language, String country, String variant) {
        this.language = lower(language);
        this.country = upper(country);
        this.variant = variant.toString();
    }

    /** Lower case of ASCII letters, without asking a locale. */
    private static String lower(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] >= 'A' && chars[i] <= 'Z') {
                chars[i] += 'a' - 'A';
            }
        }
        return new String(chars);
    }

    private static String upper(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] >= 'a' && chars[i] <= 'z') {
                chars[i] -= 'a' - 'A';
            }
        }
        return new String(chars);
    }

    public static JavaLocale getDefault() {
        return standard;
    }

    public static JavaLocale getDefault(Locale.Category category) {
        return standard;
    }

    public static void setDefault(JavaLocale locale) {
        if (locale == null) {
            throw new NullPointerException("Can't set default locale to NULL");
        }
        standard = locale;
    }

    /** The locale of an IETF BCP 47 tag; extensions are ignored. */
    public static JavaLocale forLanguageTag(String tag) {
        String[] parts = tag.split("-");
        if (parts[0].equals("und")) {
            parts[0] = "";
        }
        return new JavaLocale(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    public String getLanguage() {
        return language;
    }

    public String getCountry() {
        return country;
    }

    public String getVariant() {
        return variant;
    }

    public String getScript() {
        return "";
    }

    /** Null: no locale has extensions. */
    public String getUnicodeLocaleType(String key) {
        return null;
    }

    public String toLanguageTag() {
        StringBuilder tag = new StringBuilder(language.isEmpty() ? "und" : language);
        if (!country.isEmpty()) {
            tag.append('-').append(country);
        }
        if (!variant.isEmpty()) {
            tag.append('-').append(variant);
        }
        return tag.toString();
    }

    @Override
    public Object clone() {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JavaLocale locale
                && language.equals(locale.language)
                && country.equals(locale.country)
                && variant.equals(locale.variant);
    }

    @Override
    public int hashCode() {
        return (language.hashCode() * 31 + country.hashCode()) * 31 + variant.hashCode();
    }

    @Override
    public String toString() {
        boolean hasCountry = !country.isEmpty();
        boolean hasVariant = !variant.isEmpty() && (hasCountry || !language.isEmpty());
        if (language.isEmpty() && !hasCountry) {
            return "";
        }
        return language + (hasCountry || hasVariant ? "_" + country : "") + (hasVariant ? "_" + variant : "");
    }
}
