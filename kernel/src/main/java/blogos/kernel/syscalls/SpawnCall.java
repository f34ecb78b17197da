package blogos.kernel.syscalls;

import static blogos.syscalls.SpawnLayout.ARGUMENTS;
import static blogos.syscalls.SpawnLayout.DIRECTORY;
import static blogos.syscalls.SpawnLayout.ENVIRONMENT;
import static blogos.syscalls.SpawnLayout.FILES;
import static blogos.syscalls.SpawnLayout.GROUP;
import static blogos.syscalls.SpawnLayout.MOST_TEXTS;
import static blogos.syscalls.SpawnLayout.MOST_TEXT_BYTES;
import static blogos.syscalls.SpawnLayout.PATH;
import static blogos.syscalls.SpawnLayout.RECORD_SIZE;

import blogos.hal.TrapFrame;
import blogos.kernel.files.Descriptors;
import blogos.kernel.process.Launch;
import blogos.kernel.process.Process;
import blogos.kernel.process.Processes;
import blogos.kernel.user.SyscallException;
import blogos.syscalls.IoError;
import java.util.ArrayList;
import java.util.List;

/** {@code spawn(request)}. */
final class SpawnCall implements SyscallHandler {
    private static final int PAIR = 16;
    private static final int FILE_PAIR = 8;

    @Override
    public long call(Process process, TrapFrame frame) throws SyscallException {
        Record request = Record.read(process, frame.rdi(), RECORD_SIZE);
        String path = UserText.path(process, request.getLong(PATH), request.getLong(PATH + 8));
        List<String> arguments = texts(process, request, ARGUMENTS, MOST_TEXT_BYTES);
        List<String> environment = texts(process, request, ENVIRONMENT, MOST_TEXT_BYTES - size(arguments));
        String directory = process.directory();
        if (request.getLong(DIRECTORY + 8) != 0) {
            directory = UserText.path(process, request.getLong(DIRECTORY), request.getLong(DIRECTORY + 8));
        }
        long group = request.getLong(GROUP);
        if (group != (int) group) {
            throw new SyscallException(IoError.INVALID_ARGUMENT);
        }
        Launch launch = new Launch(path, arguments, environment, directory, group);
        giveFiles(process, request, launch);
        return Processes.start(launch, process).number();
    }

    private static List<String> texts(Process process, Record request, int list, int most) throws SyscallException {
        long count = request.getLong(list + 8);
        if (count < 0 || count > MOST_TEXTS) {
            throw new SyscallException(IoError.INVALID_ARGUMENT);
        }
        List<String> texts = new ArrayList<>();
        int rest = most;
        Record pairs = Record.read(process, request.getLong(list), (int) count * PAIR);
        for (int i = 0; i < count; i++) {
            long length = pairs.getLong(i * PAIR + 8);
            texts.add(UserText.read(process, pairs.getLong(i * PAIR), length, rest - 1));
            rest -= (int) length + 1;
        }
        return texts;
    }

    private static int size(List<String> texts) {
        int size = 0;
        for (String text : texts) {
            size += text.length() + 1;
        }
        return size;
    }

    private static void giveFiles(Process process, Record request, Launch launch) throws SyscallException {
        long count = request.getLong(FILES + 8);
        if (count < 0 || count > Descriptors.MOST) {
            throw new SyscallException(IoError.INVALID_ARGUMENT);
        }
        Record pairs = Record.read(process, request.getLong(FILES), (int) count * FILE_PAIR);
        boolean isComplete = false;
        try {
            for (int i = 0; i < count; i++) {
                int child = pairs.getInt(i * FILE_PAIR + 4);
                if (child < 0 || child >= Descriptors.MOST) {
                    throw new SyscallException(IoError.BAD_DESCRIPTOR);
                }
                launch.give(child, process.files().get(pairs.getInt(i * FILE_PAIR)).share());
            }
            isComplete = true;
        } finally {
            if (!isComplete) {
                launch.giveUp();
            }
        }
    }
}
