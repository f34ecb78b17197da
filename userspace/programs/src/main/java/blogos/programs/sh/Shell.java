package blogos.programs.sh;

import blogos.std.BlogOs;
import blogos.std.Child;
import blogos.std.Descriptor;
import blogos.std.Pipe;
import blogos.std.Spawn;
import blogos.std.SystemCallException;
import blogos.syscalls.ExitStatus;
import blogos.syscalls.IoError;
import blogos.syscalls.SpawnLayout;
import java.util.ArrayList;
import java.util.List;

/** Carries out lines: starts pipelines, each in a group of its own, and waits for those in the foreground. */
final class Shell {
    private static final int CANNOT_RUN = 126;
    private static final int NOT_FOUND = 127;
    private static final int SYNTAX_ERROR = 2;
    private static final String PROGRAMS = "/bin/";

    private final boolean isInteractive;
    private int status;
    private boolean isDone;

    /** A shell that tells about its jobs and hands the terminal over, or one that does neither. */
    Shell(boolean isInteractive) {
        this.isInteractive = isInteractive;
    }

    /** The status of the last pipeline. */
    int status() {
        return status;
    }

    /** Whether {@code exit} was said. */
    boolean isDone() {
        return isDone;
    }

    /** Carries out a line. */
    void run(String line) {
        try {
            for (Pipeline pipeline : Pipeline.parse(line, status)) {
                if (!isDone) {
                    run(pipeline);
                }
            }
        } catch (SyntaxException e) {
            complain(e.getMessage());
            status = SYNTAX_ERROR;
        }
    }

    private void run(Pipeline pipeline) {
        List<String> first = pipeline.commands().get(0);
        if (pipeline.commands().size() == 1 && !pipeline.inBackground() && runBuiltIn(first)) {
            return;
        }
        List<Child> children = new ArrayList<>();
        int failure = start(pipeline, children);
        if (pipeline.inBackground()) {
            status = failure;
            if (isInteractive && !children.isEmpty()) {
                System.out.println("[" + last(children).number() + "]");
            }
            return;
        }
        int ended = await(children);
        status = failure != 0 ? failure : ended;
    }

    /** What the shell does itself: what changes the shell. */
    private boolean runBuiltIn(List<String> command) {
        switch (command.get(0)) {
            case "exit" -> exit(command);
            case "cd" -> changeDirectory(command.size() > 1 ? command.get(1) : "/");
            default -> {
                return false;
            }
        }
        return true;
    }

    private void exit(List<String> command) {
        isDone = true;
        if (command.size() > 1) {
            try {
                status = Integer.parseInt(command.get(1)) & 0xff;
            } catch (NumberFormatException e) {
                complain("exit: not a number: " + command.get(1));
                status = SYNTAX_ERROR;
            }
        }
    }

    private void changeDirectory(String path) {
        try {
            BlogOs.changeDirectory(path);
            status = 0;
        } catch (SystemCallException e) {
            complain("cd: " + path + ": " + e.getMessage());
            status = 1;
        }
    }

    /** Starts the commands of a pipeline; answers 0, or the status for a last one that could not be started. */
    private int start(Pipeline pipeline, List<Child> children) {
        Descriptor input = Descriptor.INPUT;
        int failure = 0;
        long group = SpawnLayout.NEW_GROUP;
        int count = pipeline.commands().size();
        for (int i = 0; i < count; i++) {
            boolean isLast = i == count - 1;
            Pipe pipe = null;
            try {
                pipe = isLast ? null : Pipe.open();
                Descriptor output = isLast ? Descriptor.OUTPUT : pipe.writingEnd();
                Child child = start(pipeline.commands().get(i), input, output, group);
                children.add(child);
                group = group == SpawnLayout.NEW_GROUP ? child.number() : group;
                failure = 0;
            } catch (SystemCallException e) {
                failure = failed(pipeline.commands().get(i).get(0), e);
            }
            closeUnlessStandard(input);
            if (pipe != null) {
                closeUnlessStandard(pipe.writingEnd());
            }
            input = pipe == null ? Descriptor.INPUT : pipe.readingEnd();
        }
        if (isInteractive && !pipeline.inBackground() && group != SpawnLayout.NEW_GROUP) {
            BlogOs.foreground((int) group, false);
        }
        return failure;
    }

    private static Child start(List<String> command, Descriptor input, Descriptor output, long group)
            throws SystemCallException {
        String name = command.get(0);
        String path = name.indexOf('/') < 0 ? PROGRAMS + name : name;
        return new Spawn(path, command.subList(1, command.size()))
                .name(name)
                .environment("PATH=/bin")
                .input(input)
                .output(output)
                .group(group)
                .start();
    }

    private int failed(String name, SystemCallException e) {
        complain(name + ": " + (e.code() == IoError.NOT_FOUND ? "no such program" : e.getMessage()));
        return e.code() == IoError.NOT_FOUND ? NOT_FOUND : CANNOT_RUN;
    }

    private static void closeUnlessStandard(Descriptor file) {
        try {
            if (file.number() > 2) {
                file.close();
            }
        } catch (SystemCallException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for all; answers the status of the last one. */
    private int await(List<Child> children) {
        int result = 0;
        try {
            for (Child child : children) {
                int ended = child.await();
                result = ExitStatus.toShell(ended);
                if (ExitStatus.kind(ended) != ExitStatus.EXITED) {
                    complain("process " + child.number() + ": " + ExitStatus.describe(ended) + " (status " + result + ")");
                }
            }
        } catch (SystemCallException e) {
            complain(e.getMessage());
            result = CANNOT_RUN;
        }
        if (isInteractive) {
            takeTerminal();
        }
        return result;
    }

    /** Tells about background processes that have ended meanwhile. */
    void reportEnded() {
        try {
            for (Child.Ended ended = Child.poll(); ended != null; ended = Child.poll()) {
                System.out.println("[" + ended.number() + "] ended: " + ExitStatus.describe(ended.status()));
            }
        } catch (SystemCallException e) {
            return; // No children at all.
        }
    }

    /** What is typed is for the shell, which has a group of its own and does not end by Ctrl-C. */
    static void takeTerminal() {
        BlogOs.foreground(BlogOs.processNumber(), true);
    }

    private static Child last(List<Child> children) {
        return children.get(children.size() - 1);
    }

    private static void complain(String message) {
        System.out.flush();
        System.err.println("sh: " + message);
    }
}
