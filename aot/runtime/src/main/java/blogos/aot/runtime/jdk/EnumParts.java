package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/** Parts of {@code java.lang.Enum}. */
@Replace("java.lang.Enum")
final class EnumParts {
    private EnumParts() {}

    /** Searches the constants in order, instead of a map made by reflection. */
    @Replace
    @SuppressWarnings("unchecked")
    public static <T extends Enum<T>> T valueOf(Class<T> enumClass, String name) {
        for (Object constant : JavaClass.of(enumClass).getEnumConstantsShared()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return (T) constant;
            }
        }
        if (name == null) {
            throw new NullPointerException("Name is null");
        }
        throw new IllegalArgumentException("No enum constant " + enumClass.getCanonicalName() + "." + name);
    }
}
