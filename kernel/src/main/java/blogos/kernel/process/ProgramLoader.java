package blogos.kernel.process;

import blogos.aot.api.Bytes;
import blogos.elf.ElfException;
import blogos.elf.ElfFile;
import blogos.elf.ProgramHeader;
import blogos.hal.DirectMap;
import blogos.hal.MemoryWindow;
import blogos.hal.OutOfFramesException;
import blogos.hal.PageFrame;
import blogos.hal.PageTable;
import blogos.hal.UserMemory;
import blogos.hal.VirtAddr;
import blogos.kernel.memory.AddressSpace;
import blogos.syscalls.InitialStack;

/**
 * Makes a process from an ELF file:
 *
 * <pre>
 * 0x0000_0000_0000  never mapped, so that null pointers fault
 * 0x0000_0001_0000  lowest address of a segment; segments have the rights that the file says,
 *                   never both writable and executable
 *                   heap, from the page after the last segment up to {@link #HEAP_LIMIT}
 *                   never mapped: guard below the stack
 * 0x7fff_ffef_f000  stack of {@link #STACK_SIZE} bytes, up to {@link #STACK_TOP}
 * </pre>
 */
final class ProgramLoader {
    /** Address above the stack. */
    static final long STACK_TOP = VirtAddr.USER_END;

    /** Size of the stack in bytes. */
    static final long STACK_SIZE = 1 << 20;

    /** Lowest address of the stack. */
    static final long STACK_BOTTOM = STACK_TOP - STACK_SIZE;

    /** Highest address that segments and heap may reach. */
    static final long HEAP_LIMIT = STACK_BOTTOM - (1L << 30);

    private static final long FIRST_ADDRESS = 0x10000;

    private ProgramLoader() {}

    /**
     * Loads a program and prepares its stack with the path as only argument.
     *
     * @param contents the file, which must stay mapped while the process lives
     * @throws ElfException if the file is no program that can be loaded
     * @throws OutOfFramesException if there is not enough memory; nothing is held then
     */
    static Process load(int number, String path, Bytes contents) throws ElfException {
        ElfFile file = ElfFile.parse(contents);
        file.checkLoadable(FIRST_ADDRESS, HEAP_LIMIT - 1);
        if (!Processes.hasMemoryFor(STACK_SIZE + sizeOfSegments(file))) {
            throw new OutOfFramesException(path);
        }
        AddressSpace memory = AddressSpace.create();
        boolean complete = false;
        try {
            mapSegments(file, memory);
            mapStack(memory);
            long heapStart = pageUp(file.highestAddress() + 1);
            Process process = new Process(number, path, file, memory, new UserHeap(memory, heapStart, HEAP_LIMIT));
            complete = true;
            return process;
        } finally {
            if (!complete) {
                memory.destroy();
            }
        }
    }

    /**
     * Puts arguments and auxiliary vector on the stack of a process that has not run.
     *
     * @return the stack pointer to enter it with
     */
    static VirtAddr prepareStack(Process process) {
        StackImage image = new StackImage();
        image.addArgument(process.path());
        image.addAuxiliary(InitialStack.AT_PAGESZ, PageFrame.SIZE);
        image.addAuxiliary(InitialStack.AT_ENTRY, process.file().entry());
        image.addAuxiliary(InitialStack.AT_STACK_BOTTOM, STACK_BOTTOM);
        byte[] bytes = image.build(STACK_TOP);
        long pointer = STACK_TOP - bytes.length;
        PageTable table = process.memory().pageTable();
        if (!UserMemory.copyOut(table, pointer, bytes, 0, bytes.length)) {
            throw new IllegalStateException("the stack is not mapped");
        }
        return VirtAddr.of(pointer);
    }

    private static long sizeOfSegments(ElfFile file) {
        long size = 0;
        for (int i = 0; i < file.programHeaderCount(); i++) {
            ProgramHeader segment = file.programHeader(i);
            if (segment.occupiesMemory()) {
                size += pageUp(segment.lastVirtualAddress() + 1) - pageDown(segment.virtualAddress());
            }
        }
        return size;
    }

    private static void mapSegments(ElfFile file, AddressSpace memory) {
        for (int i = 0; i < file.programHeaderCount(); i++) {
            ProgramHeader segment = file.programHeader(i);
            if (segment.occupiesMemory()) {
                mapSegment(segment, memory);
            }
        }
    }

    /** Maps zeroed pages and copies what the file has of them. */
    private static void mapSegment(ProgramHeader segment, AddressSpace memory) {
        long start = segment.virtualAddress();
        long fileEnd = start + segment.fileSize();
        for (long page = pageDown(start); page <= segment.lastVirtualAddress(); page += PageFrame.SIZE) {
            memory.map(VirtAddr.of(page), segment.isWritable(), segment.isExecutable());
            long from = Math.max(page, start);
            long to = Math.min(page + PageFrame.SIZE, fileEnd);
            if (from < to) {
                MemoryWindow frame = DirectMap.window(memory.pageTable().translate(VirtAddr.of(page)), PageFrame.SIZE);
                frame.copyFrom(from - page, segment.contents().slice(from - start, to - from));
            }
        }
    }

    private static void mapStack(AddressSpace memory) {
        for (long page = STACK_BOTTOM; page < STACK_TOP; page += PageFrame.SIZE) {
            memory.map(VirtAddr.of(page), true, false);
        }
    }

    private static long pageDown(long address) {
        return address & -PageFrame.SIZE;
    }

    private static long pageUp(long address) {
        return pageDown(address + PageFrame.SIZE - 1);
    }
}
