package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/** Parts of {@code java.lang.ref.Reference}. Its initialiser, which starts threads, does not run. */
@Replace("java.lang.ref.Reference")
class ReferenceParts {
    private Object referent;

    @Replace
    private boolean refersTo0(Object object) {
        return referent == object;
    }

    @Replace
    private void clear0() {
        referent = null;
    }
}
