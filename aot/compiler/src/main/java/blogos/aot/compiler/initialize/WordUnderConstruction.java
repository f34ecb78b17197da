package blogos.aot.compiler.initialize;

/** What {@code new} of a word type leaves on the operand stack until the constructor has run. */
final class WordUnderConstruction {
    private Word word;

    Word word() {
        return word;
    }

    void set(Word newWord) {
        word = newWord;
    }
}
