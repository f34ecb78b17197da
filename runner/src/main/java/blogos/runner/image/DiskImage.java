package blogos.runner.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/** The disk that blog_os boots from: one EFI system partition with the loader, the kernel and the initial RAM disk. */
public final class DiskImage {
    /** Where the firmware looks for a loader on a removable disk (UEFI specification, section 3.5.1.1). */
    public static final String LOADER = "EFI/BOOT/BOOTX64.EFI";

    /** Name of the kernel in the partition's root. */
    public static final String KERNEL = "kernel.elf";

    /** Name of the initial RAM disk in the partition's root. */
    public static final String INITRD = "initrd.cpio";

    private static final UUID DISK_ID = UUID.fromString("b1060500-4a56-4d00-8000-000000000001");
    private static final UUID PARTITION_ID = UUID.fromString("b1060500-4a56-4d00-8000-000000000002");
    private static final int VOLUME_SERIAL = 0xb106_0500;

    private DiskImage() {}

    /**
     * Writes the image. It appears under its name only when it is whole.
     *
     * @param kernel null leaves it out, as does {@code initrd}: for tests of the loader
     */
    public static void write(Path image, Path loader, Path kernel, Path initrd) throws IOException {
        Fat32 volume = new Fat32("BLOG_OS", VOLUME_SERIAL);
        volume.add(LOADER, loader);
        if (kernel != null) {
            volume.add(KERNEL, kernel);
        }
        if (initrd != null) {
            volume.add(INITRD, initrd);
        }
        long volumeSize = volume.recommendedSize();
        GptImage disk = new GptImage(
                DISK_ID,
                List.of(new GptImage.Partition(GptImage.EFI_SYSTEM_PARTITION, PARTITION_ID, "blog_os", volumeSize)));
        Path unfinished = image.resolveSibling(image.getFileName() + ".part");
        try {
            try (FileChannel file = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                file.write(ByteBuffer.allocate(1), disk.size() - 1);
                disk.writeTo(file);
                volume.writeTo(file, disk.offset(0), volumeSize);
            }
            Files.move(unfinished, image, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
