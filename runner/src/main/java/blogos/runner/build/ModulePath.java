package blogos.runner.build;

import blogos.runner.Project;
import blogos.runner.UserError;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The project's compiled modules, and which of them a module needs, as their {@code module-info} says. */
public final class ModulePath {
    private final ModuleFinder finder;

    /** Looks into the class folders of every module of the project. */
    public ModulePath(Project project) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String module : project.modules()) {
            Path classes = project.root().resolve(module).resolve("target/classes");
            if (Files.exists(classes.resolve("module-info.class"))) {
                folders.add(classes);
            }
        }
        finder = ModuleFinder.of(folders.toArray(Path[]::new));
    }

    /**
     * The class folders of some modules and of all modules of the project that they require, sorted.
     *
     * @throws UserError if one of them is not compiled
     */
    public List<Path> closure(String... modules) {
        try {
            Configuration jdk = ModuleLayer.boot().configuration();
            return jdk.resolve(finder, ModuleFinder.of(), Set.copyOf(Arrays.asList(modules))).modules().stream()
                    .map(module -> Path.of(module.reference().location().orElseThrow()))
                    .sorted()
                    .toList();
        } catch (FindException | ResolutionException e) {
            throw new UserError("the project is not built completely: " + e.getMessage());
        }
    }

    /** The class folder of one module. */
    public Path folder(String module) {
        return finder.find(module)
                .map(reference -> Path.of(reference.location().orElseThrow()))
                .orElseThrow(() -> new UserError("the project is not built completely: no module " + module));
    }
}
