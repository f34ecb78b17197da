package blogos.aot.compiler.plugin;

import blogos.aot.api.Bytes;
import blogos.aot.compiler.CompileException;
import blogos.aot.compiler.llvm.IrModule;
import blogos.aot.compiler.model.HostInterface;
import blogos.elf.ElfException;
import blogos.elf.ElfFile;
import blogos.elf.ProgramHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a linked ELF file a plug-in. The segment of type {@value #SEGMENT_TYPE} ("java") tells the loader, {@code
 * blogos.aot.runtime.PluginFile}, what it has to know; all numbers are unsigned, 32 bits and little-endian:
 *
 * <pre>
 *  0  magic number: "JPL1"               24  address of the image's header
 *  4  own places of 8 bytes              28  size of the image in bytes
 *  8  own places of 4 bytes              32  hash of the host's interface, 32 bytes
 * 12  places of host symbols             64  the places
 * 16  checksum, 64 bits
 * </pre>
 *
 * An own place gets the address of the image added. A place of a host symbol has a second number: the symbol's index
 * among the host's exports, and in the upper two bits 0 for 8 bytes, 1 for 4 bytes, 2 for 4 bytes relative to the place.
 *
 * <p>The checksum is FNV-1a over the program headers (type, flags, address, both sizes) of the loaded segments and of
 * this one, each followed by the segment's bytes, the checksum itself left out.
 */
public final class PluginFile {
    static final int SEGMENT_TYPE = 0x6a61_7661;
    private static final int MAGIC = 0x314c_504a;
    private static final int CHECKSUM = 16;
    private static final int HEADER_SIZE = 64;
    private static final int ELF_TYPE_OFFSET = 16;
    private static final long FNV_BASIS = 0xcbf2_9ce4_8422_2325L;
    private static final long FNV_PRIME = 0x100_0000_01b3L;

    private PluginFile() {}

    /** A module that gives all symbols of the host the value 0. */
    public static IrModule imports(HostInterface host) {
        StringBuilder text = new StringBuilder();
        for (String symbol : host.exports()) {
            String quoted = "\\22" + symbol + "\\22";
            text.append("module asm \".weak ").append(quoted).append("\"\n");
            text.append("module asm \"").append(quoted).append(" = 0\"\n");
        }
        return new IrModule("host's symbols", text.toString());
    }

    /** A module that holds the segment for the loader, but for the checksum. */
    public static IrModule segment(Path image, HostInterface host) {
        try {
            ElfFile elf = ElfFile.parse(Bytes.copyForTest(Files.readAllBytes(image)));
            Map<String, Integer> exports = new HashMap<>();
            List<String> symbols = host.exports();
            for (int i = 0; i < symbols.size(); i++) {
                exports.put(symbols.get(i), i);
            }
            PluginRelocations places = PluginRelocations.find(elf, exports);
            ByteBuffer bytes = ByteBuffer.allocate(HEADER_SIZE + places.size()).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putInt(MAGIC);
            for (int count : places.counts()) {
                bytes.putInt(count);
            }
            bytes.putLong(0).putInt(address(elf, "plugin:image")).putInt(0).put(host.hash());
            places.write(bytes);
            return new IrModule("plug-in segment", IrModule.data("plugin.segment", bytes.array(), ".jplugin"));
        } catch (IOException | ElfException e) {
            throw new CompileException("cannot make the plug-in " + image.getFileName() + ": " + e.getMessage(), e);
        }
    }

    private static int address(ElfFile elf, String symbol) throws ElfException {
        return (int) elf.symbols().value(elf.symbols().find(symbol));
    }

    /** Puts size and checksum into the file that was linked with {@link #segment}, and marks it as loadable anywhere. */
    public static void seal(Path image) {
        try {
            byte[] bytes = Files.readAllBytes(image);
            ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            ElfFile elf = ElfFile.parse(Bytes.copyForTest(bytes));
            int segment = (int) elf.firstProgramHeader(SEGMENT_TYPE).offset();
            out.putShort(ELF_TYPE_OFFSET, (short) ElfFile.ET_DYN);
            out.putInt(segment + 28, address(elf, "__image_end"));
            out.putLong(segment + CHECKSUM, checksum(elf, bytes));
            Files.write(image, bytes);
        } catch (IOException | ElfException e) {
            throw new CompileException("cannot make the plug-in " + image.getFileName() + ": " + e.getMessage(), e);
        }
    }

    private static long checksum(ElfFile elf, byte[] file) {
        long sum = FNV_BASIS;
        for (int i = 0; i < elf.programHeaderCount(); i++) {
            ProgramHeader header = elf.programHeader(i);
            boolean isForLoader = header.type() == SEGMENT_TYPE;
            if (!isForLoader && header.type() != ProgramHeader.PT_LOAD) {
                continue;
            }
            sum = add(sum, header.type(), 4);
            sum = add(sum, header.flags(), 4);
            sum = add(sum, header.virtualAddress(), 8);
            sum = add(sum, header.fileSize(), 8);
            sum = add(sum, header.memorySize(), 8);
            for (int j = 0; j < header.fileSize(); j++) {
                if (!isForLoader || j < CHECKSUM || j >= CHECKSUM + 8) {
                    sum = add(sum, file[(int) header.offset() + j], 1);
                }
            }
        }
        return sum;
    }

    private static long add(long sum, long value, int bytes) {
        long result = sum;
        for (int i = 0; i < bytes; i++) {
            result = (result ^ value >>> 8 * i & 0xff) * FNV_PRIME;
        }
        return result;
    }
}
