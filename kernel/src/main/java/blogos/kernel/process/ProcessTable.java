package blogos.kernel.process;

import blogos.hal.InterruptMask;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.IoError;

/**
 * All processes, by number, and who is whose child. A process that has ended stays until its parent has asked for its
 * status; one without a parent goes at once. Orphans become children of the first process.
 */
final class ProcessTable {
    private static final int BUCKETS = 256;
    private static final int FIRST = 1;

    private static final Process[] buckets = new Process[BUCKETS];
    private static int count;
    private static int lastNumber;

    private ProcessTable() {}

    /** Enters a new process. {@code group} 0 stands for its parent's, a negative one for one of its own. */
    static void add(Process process, Process parent, long group) {
        boolean wereOn = InterruptMask.set();
        lastNumber++;
        process.number = lastNumber;
        process.parent = parent;
        boolean isOwnGroup = group < 0 || group == 0 && parent == null;
        process.group = isOwnGroup ? process.number : group == 0 ? parent.group : (int) group;
        if (parent != null) {
            process.nextSibling = parent.firstChild;
            parent.firstChild = process;
        }
        int bucket = process.number % BUCKETS;
        process.nextInBucket = buckets[bucket];
        buckets[bucket] = process;
        count++;
        InterruptMask.restore(wereOn);
    }

    /** The process with a number; null if there is none. */
    static Process find(long number) {
        boolean wereOn = InterruptMask.set();
        Process process = number < FIRST || number > lastNumber ? null : buckets[(int) number % BUCKETS];
        while (process != null && process.number != number) {
            process = process.nextInBucket;
        }
        InterruptMask.restore(wereOn);
        return process;
    }

    /** The process with the lowest number that is not below one; null if there is none. */
    static Process next(long number) {
        Process best = null;
        for (int i = 0; i < BUCKETS; i++) {
            boolean wereOn = InterruptMask.set();
            for (Process process = buckets[i]; process != null; process = process.nextInBucket) {
                if (process.number >= number && (best == null || process.number < best.number)) {
                    best = process;
                }
            }
            InterruptMask.restore(wereOn);
        }
        return best;
    }

    /** Number of processes that have not gone. */
    static int count() {
        return count;
    }

    /** Takes a process out that has not run. */
    static void withdraw(Process process) {
        boolean wereOn = InterruptMask.set();
        if (process.parent != null) {
            unlinkFromParent(process);
        }
        remove(process);
        InterruptMask.restore(wereOn);
    }

    /** A process has ended: leaves its children to the first process, and tells its parent. */
    static void end(Process process, int status) {
        boolean wereOn = InterruptMask.set();
        process.state = Process.ENDED;
        process.status = status;
        Process heir = find(FIRST);
        if (heir == process || heir != null && heir.state == Process.ENDED) {
            heir = null;
        }
        while (process.firstChild != null) {
            Process child = process.firstChild;
            process.firstChild = child.nextSibling;
            child.parent = heir;
            child.nextSibling = null;
            if (heir != null) {
                child.nextSibling = heir.firstChild;
                heir.firstChild = child;
            } else if (child.state == Process.ENDED) {
                remove(child);
            }
        }
        if (heir != null) {
            heir.childEnded.wakeAll();
        }
        if (process.parent == null) {
            remove(process);
        } else {
            process.parent.childEnded.wakeAll();
        }
        InterruptMask.restore(wereOn);
    }

    /**
     * Waits for the end of a child, and lets it go.
     *
     * @param number of the child; 0 for any
     * @param waits whether to wait for it
     * @return the child; null if none has ended
     * @throws SyscallException with {@link IoError#NO_CHILD} if there is no such child
     */
    static Process await(Process parent, long number, boolean waits) throws SyscallException {
        boolean wereOn = InterruptMask.set();
        try {
            while (true) {
                Process child = candidate(parent, number);
                if (child == null) {
                    throw new SyscallException(IoError.NO_CHILD);
                }
                if (child.state == Process.ENDED) {
                    unlinkFromParent(child);
                    remove(child);
                    return child;
                }
                if (!waits) {
                    return null;
                }
                parent.childEnded.await();
            }
        } finally {
            InterruptMask.restore(wereOn);
        }
    }

    /** A child that was asked for, one that has ended if there is one; null if there is none at all. */
    private static Process candidate(Process parent, long number) {
        Process found = null;
        for (Process child = parent.firstChild; child != null; child = child.nextSibling) {
            boolean isWanted = number == 0 || child.number == number;
            if (isWanted && (found == null || child.state == Process.ENDED)) {
                found = child;
            }
        }
        return found;
    }

    private static void unlinkFromParent(Process child) {
        Process parent = child.parent;
        if (parent.firstChild == child) {
            parent.firstChild = child.nextSibling;
            return;
        }
        Process before = parent.firstChild;
        while (before.nextSibling != child) {
            before = before.nextSibling;
        }
        before.nextSibling = child.nextSibling;
    }

    private static void remove(Process process) {
        int bucket = process.number % BUCKETS;
        if (buckets[bucket] == process) {
            buckets[bucket] = process.nextInBucket;
        } else {
            Process before = buckets[bucket];
            while (before.nextInBucket != process) {
                before = before.nextInBucket;
            }
            before.nextInBucket = process.nextInBucket;
        }
        count--;
    }
}
