package blogos.aot.runtime.jdk;

import blogos.aot.api.Replace;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Parts of {@code java.time.ZoneId}: the machine's time zone is UTC, and there is no table of others. */
@Replace("java.time.ZoneId")
abstract class ZoneIdParts {
    @Replace
    public static ZoneId systemDefault() {
        return ZoneOffset.UTC;
    }
}
