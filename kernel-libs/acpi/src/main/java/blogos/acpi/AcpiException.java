package blogos.acpi;

/**
 * The firmware's tables are missing, damaged or point to places that cannot be read. The message says which and how.
 */
public final class AcpiException extends Exception {
    /** With what is wrong. */
    public AcpiException(String problem) {
        super(problem);
    }
}
