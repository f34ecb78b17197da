package blogos.programs.sh;

import java.util.ArrayList;
import java.util.List;

/**
 * Commands whose outputs and inputs are connected.
 *
 * @param commands each its words, the command's name first; at least one
 * @param inBackground whether the shell goes on without waiting
 */
record Pipeline(List<List<String>> commands, boolean inBackground) {
    /** The pipelines of a line. */
    static List<Pipeline> parse(String line, int lastStatus) throws SyntaxException {
        List<Pipeline> pipelines = new ArrayList<>();
        List<List<String>> commands = new ArrayList<>();
        List<String> command = new ArrayList<>();
        for (Word word : Lexer.split(line, lastStatus)) {
            if (!word.isOperator()) {
                command.add(word.text());
                continue;
            }
            if (command.isEmpty()) {
                throw new SyntaxException("a command is missing before " + word.text());
            }
            commands.add(command);
            command = new ArrayList<>();
            if (!word.is("|")) {
                pipelines.add(new Pipeline(commands, word.is("&")));
                commands = new ArrayList<>();
            }
        }
        if (!command.isEmpty()) {
            commands.add(command);
            pipelines.add(new Pipeline(commands, false));
        } else if (!commands.isEmpty()) {
            throw new SyntaxException("a command is missing behind |");
        }
        return pipelines;
    }
}
