package blogos.kernel.files;

import blogos.hal.InterruptMask;
import blogos.kernel.multitask.WaitQueue;
import blogos.kernel.user.SyscallException;
import blogos.kernel.user.UserBuffer;
import blogos.syscalls.IoError;

/**
 * A pipe: bytes written to one end come out of the other in the same order. The writer waits while it is full, the
 * reader while it is empty; when one end is closed, the other is told.
 *
 * <p>The ring belongs to one task at a time, {@code isBusy}: copying from and to programs may take long, and happens
 * with interrupts on.
 */
public final class Pipe {
    /** Bytes that a pipe holds. */
    public static final int CAPACITY = 4096;

    private final byte[] ring = new byte[CAPACITY];
    private final WaitQueue readers = new WaitQueue();
    private final WaitQueue writers = new WaitQueue();
    private final OpenFile readingEnd = new ReadingEnd();
    private final OpenFile writingEnd = new WritingEnd();
    private int first;
    private int count;
    private boolean isBusy;
    private boolean isReadingEndOpen = true;
    private boolean isWritingEndOpen = true;

    /** An empty pipe with both ends open. */
    public Pipe() {}

    /** The end to read from. */
    public OpenFile readingEnd() {
        return readingEnd;
    }

    /** The end to write to. */
    public OpenFile writingEnd() {
        return writingEnd;
    }

    private final class ReadingEnd extends OpenFile {
        @Override
        public long read(UserBuffer target) throws SyscallException {
            if (target.length() == 0) {
                return 0;
            }
            beginReading();
            int taken = 0;
            try {
                int size = (int) Math.min(count, target.length());
                int beforeEnd = Math.min(size, CAPACITY - first);
                boolean isCopied = target.copyOut(0, ring, first, beforeEnd)
                        && target.copyOut(beforeEnd, ring, 0, size - beforeEnd);
                if (!isCopied) {
                    throw badAddress();
                }
                taken = size;
            } finally {
                endReading(taken);
            }
            return taken;
        }

        @Override
        protected void close() {
            boolean wereOn = InterruptMask.set();
            isReadingEndOpen = false;
            writers.wakeAll();
            InterruptMask.restore(wereOn);
        }
    }

    private final class WritingEnd extends OpenFile {
        @Override
        public long write(UserBuffer source) throws SyscallException {
            if (source.length() == 0) {
                return 0;
            }
            beginWriting();
            int added = 0;
            try {
                int size = (int) Math.min(CAPACITY - count, source.length());
                int start = (first + count) % CAPACITY;
                int beforeEnd = Math.min(size, CAPACITY - start);
                boolean isCopied = source.copyIn(0, ring, start, beforeEnd)
                        && source.copyIn(beforeEnd, ring, 0, size - beforeEnd);
                if (!isCopied) {
                    throw badAddress();
                }
                added = size;
            } finally {
                endWriting(added);
            }
            return added;
        }

        @Override
        protected void close() {
            boolean wereOn = InterruptMask.set();
            isWritingEndOpen = false;
            readers.wakeAll();
            InterruptMask.restore(wereOn);
        }
    }

    private void beginReading() throws SyscallException {
        boolean wereOn = InterruptMask.set();
        try {
            while (isBusy || count == 0) {
                if (!isBusy && !isWritingEndOpen) {
                    throw new SyscallException(IoError.END_OF_FILE);
                }
                readers.await();
            }
            isBusy = true;
        } finally {
            InterruptMask.restore(wereOn);
        }
    }

    private void endReading(int taken) {
        boolean wereOn = InterruptMask.set();
        first = (first + taken) % CAPACITY;
        count -= taken;
        wakeNext();
        InterruptMask.restore(wereOn);
    }

    private void beginWriting() throws SyscallException {
        boolean wereOn = InterruptMask.set();
        try {
            while (isReadingEndOpen && (isBusy || count == CAPACITY)) {
                writers.await();
            }
            if (!isReadingEndOpen) {
                throw new SyscallException(IoError.BROKEN_PIPE);
            }
            isBusy = true;
        } finally {
            InterruptMask.restore(wereOn);
        }
    }

    private void endWriting(int added) {
        boolean wereOn = InterruptMask.set();
        count += added;
        wakeNext();
        InterruptMask.restore(wereOn);
    }

    /** The ring is free: lets the next reader and the next writer look. Interrupts are off. */
    private void wakeNext() {
        isBusy = false;
        if (count > 0) {
            readers.wakeOne();
        }
        if (count < CAPACITY) {
            writers.wakeOne();
        }
    }
}
