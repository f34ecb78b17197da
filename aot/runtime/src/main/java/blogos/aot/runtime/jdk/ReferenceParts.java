package blogos.aot.runtime.jdk;

import blogos.aot.api.Add;
import blogos.aot.api.Replace;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;

/** Parts of {@code java.lang.ref.Reference}. Its initialiser, which starts threads, does not run. */
@Replace("java.lang.ref.Reference")
class ReferenceParts {
    volatile ReferenceQueue<?> queue;
    volatile Reference<?> next;
    private Object referent;

    private native void enqueueFromPending();

    @Replace
    private boolean refersTo0(Object object) {
        return referent == object;
    }

    @Replace
    private void clear0() {
        referent = null;
    }

    /** Puts a reference that the collector has cleared in its queue, unless that has been done. */
    @Add
    static void enqueueCleared(Reference<?> reference) {
        ((ReferenceParts) (Object) reference).enqueueFromPending();
    }
}
