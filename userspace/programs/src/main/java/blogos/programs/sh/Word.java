package blogos.programs.sh;

/**
 * A piece of a line.
 *
 * @param text without quotes, variables replaced
 * @param isOperator whether it is one of {@code |}, {@code &} and {@code ;}, unquoted
 */
record Word(String text, boolean isOperator) {
    boolean is(String operator) {
        return isOperator && text.equals(operator);
    }
}
