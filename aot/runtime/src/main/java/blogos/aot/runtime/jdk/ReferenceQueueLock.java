package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/** Names {@code java.lang.ref.ReferenceQueue.Lock}, which Java source outside {@code java.lang.ref} cannot. */
@Replace("java.lang.ref.ReferenceQueue$Lock")
final class ReferenceQueueLock {}
