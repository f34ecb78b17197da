package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/** Parts of {@code java.util.stream.AbstractPipeline}: streams are sequential. */
@Replace("java.util.stream.AbstractPipeline")
abstract class AbstractPipelineParts {
    @Replace
    public final boolean isParallel() {
        return false;
    }
}
