package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.NoPoll;

/**
 * The plug-ins that are loaded. Exceptions, stack traces and the collector read the list at any time: one is added with
 * a single store, and taken out only while all other threads stand still.
 */
@NoPoll
final class PluginImages {
    private static volatile long first;

    private PluginImages() {}

    /** The plug-in that was loaded last; none if there is none. */
    static PluginImage first() {
        return PluginImage.at(Address.of(first));
    }

    /** The plug-in whose memory an address lies in, or none. */
    static PluginImage around(Address address) {
        PluginImage image = first();
        while (!image.isNone() && !image.contains(address)) {
            image = image.next();
        }
        return image;
    }

    static void add(PluginImage image) {
        image.setNext(first());
        first = image.header().toLong();
    }

    /** Takes a plug-in out: called while other threads stand still. */
    static void remove(PluginImage image) {
        if (first().header().isSame(image.header())) {
            first = image.next().header().toLong();
            return;
        }
        PluginImage before = first();
        while (!before.next().header().isSame(image.header())) {
            before = before.next();
        }
        before.setNext(image.next());
    }
}
