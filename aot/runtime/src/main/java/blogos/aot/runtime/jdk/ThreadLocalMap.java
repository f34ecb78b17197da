package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;

/** Names {@code java.lang.ThreadLocal.ThreadLocalMap}, which Java source outside {@code java.lang} cannot. */
@Replace("java.lang.ThreadLocal$ThreadLocalMap")
final class ThreadLocalMap {}
