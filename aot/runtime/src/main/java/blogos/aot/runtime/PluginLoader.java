package blogos.aot.runtime;

import blogos.aot.api.Address;
import blogos.aot.runtime.jdk.JavaClass;
import blogos.aot.runtime.jdk.StringTable;

/**
 * Brings a checked {@link PluginFile} into memory: copies its segments, adds the addresses that were not known when it
 * was linked, replaces its literals by interned strings of the heap, protects code and constants, and tells the rest
 * of the runtime.
 */
final class PluginLoader {
    private static final int IMPORT_64 = 0;
    private static final int IMPORT_32 = 1;

    private final PluginFile file;
    private final Address base;
    private final PluginImage image;

    private PluginLoader(PluginFile file, Address base) {
        this.file = file;
        this.base = base;
        this.image = PluginImage.at(base.plus(file.headerAddress()));
    }

    /** Loads a file. Throws a {@link PluginException} if there is no memory, or a class of its name already. */
    static PluginImage load(PluginFile file) throws PluginException {
        Address base = Platform.mapImage(file.imageSize());
        if (base.isZero()) {
            throw new PluginException("no memory for a plug-in of " + file.imageSize() + " bytes");
        }
        boolean isLoaded = false;
        try {
            PluginLoader loader = new PluginLoader(file, base);
            loader.copy();
            loader.relocate();
            loader.checkNames();
            loader.internLiterals();
            loader.protect();
            PluginImages.add(loader.image);
            isLoaded = true;
            return loader.image;
        } finally {
            if (!isLoaded) {
                Platform.unmapImage(base, file.imageSize());
            }
        }
    }

    private void copy() {
        for (int i = 0; i < file.segmentCount(); i++) {
            PluginFile.Segment segment = file.segment(i);
            base.plus(segment.address()).copyFrom(file.bytes(), segment.offset(), segment.fileSize());
        }
    }

    private void relocate() throws PluginException {
        for (int i = 0; i < file.count(0); i++) {
            Address place = base.plus(file.ownPlace64(i));
            place.storeLong(place.loadLong() + base.toLong());
        }
        for (int i = 0; i < file.count(1); i++) {
            Address place = base.plus(file.ownPlace32(i));
            place.storeInt(place.loadInt() + (int) base.toLong());
        }
        HostExports exports = HostExports.get();
        for (int i = 0; i < file.count(2); i++) {
            Address place = base.plus(file.importPlace(i));
            long symbol = exports.address(file.importIndex(i)).toLong();
            switch (file.importKind(i)) {
                case IMPORT_64 -> place.storeLong(place.loadLong() + symbol);
                case IMPORT_32 -> place.storeInt(place.loadInt() + (int) symbol);
                default -> relocateRelative(place, symbol);
            }
        }
    }

    /** The place holds what it would if plug-in and symbol were at 0. */
    private void relocateRelative(Address place, long symbol) throws PluginException {
        long value = place.loadInt() + symbol - base.toLong();
        if (value != (int) value) {
            throw new PluginException("loaded out of the image's reach");
        }
        place.storeInt((int) value);
    }

    /** Two plug-ins may both have a class of the library that the host lacks, but no other class twice. */
    private void checkNames() throws PluginException {
        for (PluginImage other = PluginImages.first(); !other.isNone(); other = other.next()) {
            for (long i = 0; i < other.classCount(); i++) {
                JavaClass<?> theirs = classAt(other, i);
                if (theirs.kind != JavaClass.KIND_ARRAY && !JdkNames.isLibraryClass(theirs.name)) {
                    checkName(theirs.name);
                }
            }
        }
    }

    private void checkName(String name) throws PluginException {
        for (long i = 0; i < image.classCount(); i++) {
            if (classAt(image, i).name.equals(name)) {
                throw new PluginException("a plug-in with the class " + name + " is loaded already");
            }
        }
    }

    private static JavaClass<?> classAt(PluginImage image, long index) {
        return JavaClass.of((Class<?>) image.classAt(index).toObject());
    }

    private void internLiterals() {
        for (Address slot = image.references(); slot.isBelow(image.referencesEnd()); slot = slot.plus(8)) {
            internAt(slot);
        }
        for (Address slot = image.objects(); slot.isBelow(image.objectsEnd()); slot = slot.plus(8)) {
            internIn(slot.loadAddress(0));
        }
        for (long i = 0; i < image.classCount(); i++) {
            JavaClass<?> c = classAt(image, i);
            c.name = interned(c.name);
            c.simpleName = interned(c.simpleName);
        }
    }

    private void internIn(Address object) {
        JavaClass<?> c = JavaClass.of(object.toObject().getClass());
        if (c.kind == JavaClass.KIND_ARRAY) {
            int length = object.loadInt(ArrayMemory.LENGTH_OFFSET);
            for (int i = 0; i < length; i++) {
                internAt(object.plus(ArrayMemory.ELEMENTS_OFFSET + 8L * i));
            }
            return;
        }
        Address map = Address.of(c.referenceMap);
        int count = map.loadUnsignedShort(0);
        for (int i = 1; i <= count; i++) {
            internAt(object.plus(map.loadUnsignedShort(2L * i)));
        }
    }

    private void internAt(Address slot) {
        if (image.isLiteral(slot.loadAddress(0))) {
            slot.storeReference(0, StringTable.internCopy((String) slot.loadReference(0)));
        }
    }

    private String interned(String text) {
        return image.isLiteral(Address.ofObject(text)) ? StringTable.internCopy(text) : text;
    }

    private void protect() {
        for (int i = 0; i < file.segmentCount(); i++) {
            PluginFile.Segment segment = file.segment(i);
            long size = (segment.memorySize() + PluginFile.PAGE_SIZE - 1L) & -PluginFile.PAGE_SIZE;
            int rights = Platform.READ_ONLY;
            if ((segment.flags() & PluginFile.PF_X) != 0) {
                rights = Platform.EXECUTABLE;
            } else if ((segment.flags() & PluginFile.PF_W) != 0) {
                rights = Platform.WRITABLE;
            }
            if (size > 0) {
                Platform.protectImage(base.plus(segment.address()), size, rights);
            }
        }
    }
}
