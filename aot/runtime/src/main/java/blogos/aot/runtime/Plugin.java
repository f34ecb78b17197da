package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.api.Asm;
import blogos.aot.api.CallPointer;

/**
 * A plug-in: code that was compiled against the interface of this image ({@code ./blog_os aot --against}) and loaded
 * into it. It shares types and heap with the image: its classes extend and implement the image's, exceptions pass
 * between them, and garbage is collected in all of them together.
 *
 * <pre>
 * Plugin plugin = Plugin.load(file);
 * Service service = plugin.newInstance(Service.class);
 * </pre>
 *
 * <p>Plug-ins are trusted like the image itself. Call from tasks and threads, not from interrupt handlers.
 */
public final class Plugin {
    private static final int DEAD_STACK = 8192;

    /** Header of the image; 0 when it is unloaded. */
    private long header;

    private Plugin(PluginImage image) {
        header = image.header().toLong();
    }

    /**
     * Loads a plug-in. None of its code runs yet.
     *
     * @throws PluginException if the file is no plug-in, is damaged, was compiled against another interface, has a class
     *     that another plug-in has, or if there is no memory for it
     */
    public static synchronized Plugin load(byte[] file) throws PluginException {
        return new Plugin(PluginLoader.load(PluginFile.parse(file)));
    }

    /**
     * Makes an instance of the plug-in's main class, by its constructor without parameters, whose exceptions come out of
     * this method.
     *
     * @param service class or interface of the host that the main class extends or implements
     * @throws ClassCastException if it does not
     * @throws IllegalStateException if the plug-in is unloaded
     */
    public <T> T newInstance(Class<T> service) {
        return service.cast(make(image().make()));
    }

    /**
     * Unloads the plug-in if nothing uses it: no method of it is running, and outside of it there is no reference to an
     * instance of its classes, to an object in its static data or to a class of it. What looks like such a reference on a
     * stack counts as one. Otherwise nothing happens, and one can try again later.
     *
     * @return whether it is unloaded
     */
    public boolean unload() {
        return header == 0 || unloadOnCleanStack(this);
    }

    /** Clears what dead frames have left on the stack where those of {@link #unloadIfUnused} are going to be, and calls it. */
    @Asm(
            naked = true,
            value = {
                "    movq %rdi, %rdx",
                "    leaq -" + DEAD_STACK + "(%rsp), %rdi",
                "    movl $" + DEAD_STACK / 8 + ", %ecx",
                "    xorl %eax, %eax",
                "    rep stosq",
                "    movq %rdx, %rdi",
                "    jmp {blogos.aot.runtime.Plugin.unloadIfUnused}",
            })
    private static native boolean unloadOnCleanStack(Plugin plugin);

    private static synchronized boolean unloadIfUnused(Plugin plugin) {
        PluginImage image = plugin.image();
        Address start = image.start();
        long size = image.end().distanceFrom(start);
        if (!PluginUse.removeIfUnused(image)) {
            return false;
        }
        plugin.header = 0;
        Platform.unmapImage(start, size);
        return true;
    }

    /** Whether the plug-in is loaded. */
    public boolean isLoaded() {
        return header != 0;
    }

    private PluginImage image() {
        if (header == 0) {
            throw new IllegalStateException("the plug-in is unloaded");
        }
        return PluginImage.at(Address.of(header));
    }

    @CallPointer
    private static native Object make(Address code);
}
