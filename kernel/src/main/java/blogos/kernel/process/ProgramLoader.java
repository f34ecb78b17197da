package blogos.kernel.process;

import blogos.aot.api.Bytes;
import blogos.elf.ElfException;
import blogos.elf.ElfFile;
import blogos.elf.ProgramHeader;
import blogos.hal.OutOfFramesException;
import blogos.hal.PageFrame;
import blogos.hal.UserMemory;
import blogos.hal.VirtAddr;
import blogos.kernel.memory.AddressSpace;
import blogos.syscalls.InitialStack;
import blogos.syscalls.Protection;

/**
 * Makes a process from an ELF file. Nothing is copied: the segments are areas whose pages come from the file when they
 * are touched.
 *
 * <pre>
 * 0x0000_0000_0000  never mapped, so that null pointers fault
 * 0x0000_0001_0000  lowest address of a segment; segments have the rights that the file says,
 *                   never both writable and executable
 *                   heap, from the page after the last segment up to {@link #HEAP_LIMIT}
 *                   what mmap gives, from the guard downwards
 *                   never mapped: guard below the stack
 * 0x7fff_ffef_f000  stack of at most {@link #STACK_SIZE} bytes, up to {@link #STACK_TOP}
 * </pre>
 */
final class ProgramLoader {
    /** Address above the stack. */
    static final long STACK_TOP = VirtAddr.USER_END;

    /** Most that the stack can become in bytes. */
    static final long STACK_SIZE = 1 << 20;

    /** Lowest address of the stack. */
    static final long STACK_BOTTOM = STACK_TOP - STACK_SIZE;

    /** Highest address that segments and heap may reach. */
    static final long HEAP_LIMIT = STACK_BOTTOM - (1L << 30);

    private ProgramLoader() {}

    /**
     * Loads a program.
     *
     * @param contents the file, which must stay mapped while the process lives
     * @throws ElfException if the file is no program that can be loaded
     * @throws OutOfFramesException if there is not enough memory; nothing is held then
     */
    static Process load(String path, Bytes contents) throws ElfException {
        ElfFile file = ElfFile.parse(contents);
        file.checkLoadable(AddressSpace.LOWEST, HEAP_LIMIT - 1);
        AddressSpace memory = AddressSpace.create();
        boolean complete = false;
        try {
            mapSegments(file, contents, memory);
            require(memory.mapStack(STACK_BOTTOM, STACK_TOP));
            long heapStart = pageUp(file.highestAddress() + 1);
            Process process = new Process(path, file, memory, new UserHeap(memory, heapStart, HEAP_LIMIT));
            complete = true;
            return process;
        } finally {
            if (!complete) {
                memory.destroy();
            }
        }
    }

    /**
     * Puts arguments, environment and auxiliary vector on the stack of a process that has not run.
     *
     * @return the stack pointer to enter it with
     * @throws OutOfFramesException if there is not enough memory
     */
    static VirtAddr prepareStack(Process process, Launch launch) {
        StackImage image = new StackImage();
        launch.arguments().forEach(image::addArgument);
        launch.environment().forEach(image::addEnvironment);
        image.addAuxiliary(InitialStack.AT_PAGESZ, PageFrame.SIZE);
        image.addAuxiliary(InitialStack.AT_ENTRY, process.file().entry());
        image.addAuxiliary(InitialStack.AT_STACK_BOTTOM, STACK_BOTTOM);
        byte[] bytes = image.build(STACK_TOP);
        long pointer = STACK_TOP - bytes.length;
        AddressSpace memory = process.memory();
        if (!UserMemory.copyOut(memory.pageTable(), memory, pointer, bytes, 0, bytes.length)) {
            throw new OutOfFramesException("the stack of a program");
        }
        return VirtAddr.of(pointer);
    }

    private static void mapSegments(ElfFile file, Bytes contents, AddressSpace memory) {
        for (int i = 0; i < file.programHeaderCount(); i++) {
            ProgramHeader segment = file.programHeader(i);
            if (segment.occupiesMemory()) {
                int protection = Protection.READ
                        | (segment.isWritable() ? Protection.WRITE : 0)
                        | (segment.isExecutable() ? Protection.EXECUTE : 0);
                require(memory.mapFile(
                        contents,
                        segment.fileSize() == 0 ? 0 : segment.offset(),
                        segment.fileSize(),
                        segment.virtualAddress(),
                        segment.memorySize(),
                        protection));
            }
        }
    }

    /** The file has been checked, so there is only one reason why its segments cannot be mapped. */
    private static void require(long result) {
        if (result != 0) {
            throw new OutOfFramesException("a program");
        }
    }

    private static long pageUp(long address) {
        return address + PageFrame.SIZE - 1 & -PageFrame.SIZE;
    }
}
