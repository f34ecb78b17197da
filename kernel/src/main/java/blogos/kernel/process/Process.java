package blogos.kernel.process;

import blogos.elf.ElfFile;
import blogos.kernel.memory.AddressSpace;
import blogos.kernel.multitask.TaskOwner;
import blogos.log.Level;

/** A running program: its memory, its outputs and the file it was loaded from. */
final class Process implements TaskOwner {
    private static final int STDOUT = 1;
    private static final int STDERR = 2;
    private static final int COPY_SIZE = 512;

    private final int number;
    private final String path;
    private final ElfFile file;
    private final AddressSpace memory;
    private final UserHeap heap;
    private final OutputLines standardOutput;
    private final OutputLines standardError;
    private final byte[] copyBuffer = new byte[COPY_SIZE];

    /** A process of the program at a path, loaded from a file. */
    Process(int number, String path, ElfFile file, AddressSpace memory, UserHeap heap) {
        this.number = number;
        this.path = path;
        this.file = file;
        this.memory = memory;
        this.heap = heap;
        this.standardOutput = new OutputLines(name(), Level.INFO, "[STDOUT] ");
        this.standardError = new OutputLines(name(), Level.ERROR, "[STDERR] ");
    }

    /** Number of the process, from 1; never used again. */
    int number() {
        return number;
    }

    @Override
    public long processNumber() {
        return number;
    }

    /** Ends the program with {@link Processes#KILLED_STATUS}. */
    @Override
    public void endProgram() {
        Processes.leave(Processes.KILLED_STATUS);
    }

    /** Path of its program. */
    String path() {
        return path;
    }

    /** Last component of the path. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Its program's file. */
    ElfFile file() {
        return file;
    }

    /** Its memory. */
    AddressSpace memory() {
        return memory;
    }

    /** The part of its memory that grows. */
    UserHeap heap() {
        return heap;
    }

    /** What a file descriptor writes to; null if it is not open for writing. */
    OutputLines output(long descriptor) {
        if (descriptor == STDOUT) {
            return standardOutput;
        }
        return descriptor == STDERR ? standardError : null;
    }

    /** For a system call to copy its program's memory to, piece by piece. */
    byte[] copyBuffer() {
        return copyBuffer;
    }

    /** Passes on what the outputs still hold. */
    void flushOutputs() {
        standardOutput.flush();
        standardError.flush();
    }
}
