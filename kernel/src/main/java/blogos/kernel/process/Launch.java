package blogos.kernel.process;

import blogos.kernel.files.OpenFile;
import java.util.ArrayList;
import java.util.List;

/** What is asked of a new process. */
public final class Launch {
    private final String path;
    private final List<String> arguments;
    private final List<String> environment;
    private final String directory;
    private final long group;
    private final List<OpenFile> files = new ArrayList<>();
    private final List<Integer> descriptors = new ArrayList<>();

    /**
     * A launch without files.
     *
     * @param path of the program: absolute and normalised
     * @param arguments the program's own name first
     * @param environment texts {@code NAME=value}
     * @param directory its working directory: absolute and normalised
     * @param group as in {@code SpawnLayout}
     */
    public Launch(String path, List<String> arguments, List<String> environment, String directory, long group) {
        this.path = path;
        this.arguments = arguments;
        this.environment = environment;
        this.directory = directory;
        this.group = group;
    }

    /** Gives the process a file, which its descriptor uses from then on. */
    public void give(int descriptor, OpenFile file) {
        descriptors.add(descriptor);
        files.add(file);
    }

    /** Uses the files no more: the process has them now, or will not be started. */
    public void giveUp() {
        files.forEach(OpenFile::release);
        files.clear();
    }

    String path() {
        return path;
    }

    List<String> arguments() {
        return arguments;
    }

    List<String> environment() {
        return environment;
    }

    String directory() {
        return directory;
    }

    long group() {
        return group;
    }

    int fileCount() {
        return files.size();
    }

    OpenFile file(int index) {
        return files.get(index);
    }

    int descriptor(int index) {
        return descriptors.get(index);
    }
}
