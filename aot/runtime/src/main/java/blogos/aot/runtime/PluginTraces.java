package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.Bytes;

/** The trace tables of plug-ins, for one stack trace: keeps the one that was used last. */
final class PluginTraces {
    private long header;
    private TraceTable table;

    PluginTraces() {}

    /** The table of the plug-in that an address lies in, at the address's innermost frame; null if there is none. */
    TraceTable find(Address counter) {
        PluginImage image = PluginImages.around(counter);
        if (image.isNone()) {
            return null;
        }
        if (image.header().toLong() != header) {
            header = image.header().toLong();
            table = TraceTable.of(Bytes.of(image.trace(), image.traceEnd().distanceFrom(image.trace())));
        }
        table.find(counter.distanceFrom(image.start()));
        return table;
    }
}
