package blogos.programs.sh;

/** A line that the shell does not understand. */
final class SyntaxException extends Exception {
    SyntaxException(String message) {
        super(message);
    }
}
